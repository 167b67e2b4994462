//! Which daemon a URI means: transport, mode, socket path, and the name the daemon is asked to open.
use crate::uri::Uri;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

/// Where daemons keep their system sockets. Not /run: the stock library prints this path in errors, and every system
/// with /run has the link.
const SYSTEM_DIR: &str = "/var/run/libvirt";

/// URI parameters that are meant for the client and not passed on to the daemon.
const OWN_PARAMETERS: &[&str] = &[
    "name",
    "command",
    "socket",
    "auth",
    "sshauth",
    "netcat",
    "keyfile",
    "pkipath",
    "known_hosts",
    "known_hosts_verify",
    "tls_priority",
    "mode",
    "proxy",
    "no_sanity",
    "no_verify",
    "no_tty",
    "authfile",
];

/// How bytes reach the daemon.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Transport {
    Tls,
    Unix,
    Ssh,
    Libssh2,
    Ext,
    Tcp,
    Libssh,
}

const TRANSPORTS: [(&[u8], Transport); 7] = [
    (b"tls", Transport::Tls),
    (b"unix", Transport::Unix),
    (b"ssh", Transport::Ssh),
    (b"libssh2", Transport::Libssh2),
    (b"ext", Transport::Ext),
    (b"tcp", Transport::Tcp),
    (b"libssh", Transport::Libssh),
];

impl Transport {
    /// As URIs spell it.
    pub(crate) fn name(self) -> &'static str {
        let found = TRANSPORTS.iter().find(|(_, transport)| *transport == self);
        found
            .and_then(|(name, _)| std::str::from_utf8(name).ok())
            .unwrap_or_default()
    }
}

/// Whether the per-driver daemon or the one daemon for all is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mode {
    Auto,
    Legacy,
    Direct,
}

/// What is asked of the environment; a test answers in its place.
pub(crate) trait Surroundings {
    /// Whether the effective user is root.
    fn privileged(&self) -> bool;
    /// An environment variable; empty counts as unset.
    fn variable(&self, name: &str) -> Option<OsString>;
    /// Whether the path exists.
    fn exists(&self, path: &Path) -> bool;
    /// The home directory of the effective user.
    fn home(&self) -> Option<PathBuf>;
}

/// The real environment.
#[derive(Debug)]
pub(crate) struct Process;

impl Surroundings for Process {
    fn privileged(&self) -> bool {
        oxivirt_sys::euid() == 0
    }

    fn variable(&self, name: &str) -> Option<OsString> {
        std::env::var_os(name).filter(|value| !value.is_empty())
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }

    fn home(&self) -> Option<PathBuf> {
        std::env::home_dir()
    }
}

/// The decision.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Target {
    pub(crate) transport: Transport,
    /// The daemon's socket, for transports that end at one.
    pub(crate) socket: Option<PathBuf>,
    /// What CONNECT_OPEN names; empty lets the daemon choose.
    pub(crate) name: Vec<u8>,
    /// The flags of CONNECT_OPEN: read-only 1, user session 2, may start the daemon 4.
    pub(crate) flags: u32,
    /// Host for authentication and messages.
    pub(crate) hostname: Vec<u8>,
    /// The user name of the URI.
    pub(crate) user: Option<Vec<u8>>,
    /// The port of the URI; 0 when absent.
    pub(crate) port: u16,
    /// The `auth` parameter.
    pub(crate) auth: Option<Vec<u8>>,
    /// The other parameters.
    pub(crate) options: Options,
}

/// Parameters of the URI that say how to reach the daemon and prove who one is. Texts are as given.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Options {
    /// Instead of ssh, or what `ext` runs.
    pub(crate) command: Option<Vec<u8>>,
    /// Instead of nc on the other host.
    pub(crate) netcat: Option<Vec<u8>>,
    /// `auto`, `netcat` or `native`.
    pub(crate) proxy: Option<Vec<u8>>,
    /// The private key for ssh.
    pub(crate) keyfile: Option<Vec<u8>>,
    /// libssh, libssh2: which methods, in this order.
    pub(crate) sshauth: Option<Vec<u8>>,
    /// The file of host keys.
    pub(crate) known_hosts: Option<Vec<u8>>,
    /// `normal`, `ignore` or `auto`.
    pub(crate) known_hosts_verify: Option<Vec<u8>>,
    /// A GnuTLS priority string.
    pub(crate) tls_priority: Option<Vec<u8>>,
    /// The folder of all certificates and keys.
    pub(crate) pkipath: Option<Vec<u8>>,
    /// Instead of auth.conf.
    pub(crate) authfile: Option<Vec<u8>>,
    /// ssh may not ask anything.
    pub(crate) no_tty: bool,
    /// The host's key or certificate is not checked.
    pub(crate) no_verify: bool,
    /// The own certificates are not checked before use.
    pub(crate) no_sanity: bool,
}

impl Options {
    fn of(uri: Option<&Uri>) -> Self {
        let text = |name| Some(uri?.parameter(name)?.to_vec());
        // Checked to be a number before.
        let set = |name| {
            uri.and_then(|uri| uri.parameter(name))
                .is_some_and(|value| value.iter().any(|byte| (b'1'..=b'9').contains(byte)))
        };
        Self {
            command: text("command"),
            netcat: text("netcat"),
            proxy: text("proxy"),
            keyfile: text("keyfile"),
            sshauth: text("sshauth"),
            known_hosts: text("known_hosts"),
            known_hosts_verify: text("known_hosts_verify"),
            tls_priority: text("tls_priority"),
            pkipath: text("pkipath"),
            authfile: text("authfile"),
            no_tty: set("no_tty"),
            no_verify: set("no_verify"),
            no_sanity: set("no_sanity"),
        }
    }
}

/// Flags of the decision, as CONNECT_OPEN carries them.
pub(crate) const READ_ONLY: u32 = 1;
const USER: u32 = 2;
/// The daemon may be started. (Starting it is not done here yet.)
const AUTOSTART: u32 = 4;

fn invalid(text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::REMOTE, ErrorCode::INVALID_ARG, text)
}

/// Decides for a URI, or for none: then the daemon chooses the driver.
pub(crate) fn choose(
    uri: Option<&Uri>,
    read_only: bool,
    around: &impl Surroundings,
) -> Result<Target> {
    let (driver, transport) = match uri {
        Some(uri) => {
            let (driver, transport) = split_scheme(uri)?;
            (Some(driver), transport)
        }
        None => (None, Transport::Unix),
    };
    let mut flags = daemon_flags(uri, transport, around);
    if read_only {
        flags |= READ_ONLY;
    }
    let parameter = |name| uri.and_then(|uri| uri.parameter(name));
    for name in ["no_sanity", "no_verify", "no_tty"] {
        if parameter(name).is_some_and(|value| !is_number(value)) {
            return Err(invalid(format!(
                "Failed to parse value of URI component {name}"
            )));
        }
    }
    let mode = match parameter("mode") {
        None | Some(b"auto") => Mode::Auto,
        Some(b"legacy") => Mode::Legacy,
        Some(b"direct") => Mode::Direct,
        Some(other) => return Err(invalid([b"Unknown remote mode '", other, b"'"].concat())),
    };
    if transport == Transport::Ext && parameter("command").is_none() {
        return Err(invalid(
            "remote_open: for 'ext' transport, command is required",
        ));
    }
    let socket = match transport {
        Transport::Unix | Transport::Ssh | Transport::Libssh | Transport::Libssh2 => {
            Some(match parameter("socket") {
                Some(path) => PathBuf::from(OsString::from_vec(path.to_vec())),
                None => socket_path(transport, mode, driver, flags, around)?,
            })
        }
        Transport::Tcp | Transport::Tls | Transport::Ext => None,
    };
    Ok(Target {
        transport,
        socket,
        name: open_name(uri, driver),
        flags,
        hostname: uri
            .and_then(|uri| uri.server.clone())
            .unwrap_or_else(|| b"localhost".to_vec()),
        user: uri.and_then(|uri| uri.user.clone()),
        port: uri
            .and_then(|uri| u16::try_from(uri.port).ok())
            .unwrap_or_default(),
        auth: parameter("auth").map(<[u8]>::to_vec),
        options: Options::of(uri),
    })
}

/// The driver and the transport of `driver[+transport]`.
fn split_scheme(uri: &Uri) -> Result<(&[u8], Transport)> {
    let scheme = uri
        .scheme
        .as_deref()
        .ok_or_else(|| invalid("missing scheme for URI"))?;
    let Some(plus) = scheme.iter().position(|&byte| byte == b'+') else {
        let transport = if uri.server.is_some() {
            Transport::Tls
        } else {
            Transport::Unix
        };
        return Ok((scheme, transport));
    };
    let (driver, transport) = scheme.split_at_checked(plus).unwrap_or((scheme, b""));
    let transport = transport.get(1..).unwrap_or_default();
    let known = TRANSPORTS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(transport));
    let Some((_, transport)) = known else {
        return Err(invalid(
            "remote_open: transport in URL not recognised (should be tls|unix|ssh|ext|tcp|libssh2|libssh)",
        ));
    };
    match (&uri.server, transport) {
        (Some(server), Transport::Unix) => {
            let (before, after) = (
                "using unix socket and remote server '",
                "' is not supported.",
            );
            Err(invalid(
                [before.as_bytes(), server, after.as_bytes()].concat(),
            ))
        }
        _ => Ok((driver, *transport)),
    }
}

/// What atoi would accept wholly: an optional sign and digits of an int.
fn is_number(value: &[u8]) -> bool {
    std::str::from_utf8(value).is_ok_and(|text| text.trim_start().parse::<i32>().is_ok())
}

/// Whether the user's own daemon is meant, and whether it may be started.
fn daemon_flags(uri: Option<&Uri>, transport: Transport, around: &impl Surroundings) -> u32 {
    if around.privileged() {
        return 0;
    }
    let local = match uri {
        None => true,
        Some(uri) => {
            let test = uri
                .scheme
                .as_deref()
                .is_some_and(|scheme| scheme.starts_with(b"test+"));
            if uri.path != b"/session" && !test {
                return 0;
            }
            uri.server.is_none() && transport == Transport::Unix
        }
    };
    let forbidden = around
        .variable("LIBVIRT_AUTOSTART")
        .is_some_and(|value| value == "0");
    if local && !forbidden {
        USER | AUTOSTART
    } else {
        USER
    }
}

/// The socket of the daemon that the mode and the driver name.
fn socket_path(
    transport: Transport,
    mode: Mode,
    driver: Option<&[u8]>,
    flags: u32,
    around: &impl Surroundings,
) -> Result<PathBuf> {
    let legacy = socket_of(b"libvirt", flags, around);
    let direct = driver.map(|driver| socket_of(&[b"virt", driver, b"d"].concat(), flags, around));
    let mode = match mode {
        // Per-driver daemons are preferred when they are there; without any socket, the one daemon for all is named in
        // the error and may be started.
        Mode::Auto if transport == Transport::Unix => match &direct {
            Some(direct) if around.exists(direct) => Mode::Direct,
            _ => Mode::Legacy,
        },
        // Nobody can look at the sockets of another host.
        Mode::Auto => Mode::Legacy,
        mode => mode,
    };
    if mode == Mode::Legacy {
        return Ok(legacy);
    }
    let unsupported =
        |text: String| Error::new(ErrorDomain::REMOTE, ErrorCode::OPERATION_UNSUPPORTED, text);
    if transport != Transport::Unix {
        let name = transport.name();
        return Err(unsupported(format!(
            "Cannot use direct socket mode for {name} transport"
        )));
    }
    direct.ok_or_else(|| unsupported("Cannot use direct socket mode if no URI is set".to_owned()))
}

/// The socket of a daemon, `libvirt` or `virtqemud`.
fn socket_of(daemon: &[u8], flags: u32, around: &impl Surroundings) -> PathBuf {
    let (directory, suffix) = if flags & USER != 0 {
        (runtime_directory(around), "-sock")
    } else if flags & READ_ONLY != 0 {
        (PathBuf::from(SYSTEM_DIR), "-sock-ro")
    } else {
        (PathBuf::from(SYSTEM_DIR), "-sock")
    };
    let mut name = daemon.to_vec();
    name.extend_from_slice(suffix.as_bytes());
    directory.join(OsString::from_vec(name))
}

/// Where a user's own daemons keep their sockets.
pub(crate) fn runtime_directory(around: &impl Surroundings) -> PathBuf {
    let runtime = around
        .variable("XDG_RUNTIME_DIR")
        .or_else(|| around.variable("XDG_CACHE_HOME"));
    let base = match runtime {
        Some(directory) => PathBuf::from(directory),
        None => around
            .home()
            .unwrap_or_else(|| PathBuf::from("/"))
            .join(".cache"),
    };
    base.join("libvirt")
}

/// What the daemon is asked to open: the URI without transport, host and the client's own parameters.
fn open_name(uri: Option<&Uri>, driver: Option<&[u8]>) -> Vec<u8> {
    let (Some(uri), Some(driver)) = (uri, driver) else {
        return Vec::new();
    };
    if let Some(name) = uri.parameter("name") {
        return name.to_vec();
    }
    if driver == b"remote" {
        return Vec::new();
    }
    let stripped = Uri {
        scheme: Some(driver.to_vec()),
        path: uri.path.clone(),
        query: uri.query_without(OWN_PARAMETERS),
        fragment: uri.fragment.clone(),
        ..Uri::default()
    };
    stripped.format()
}

/// The admin socket of the daemon an admin URI names: `libvirtd:///system`, `virtqemud:///session`.
pub(crate) fn admin_socket(uri: &Uri, around: &impl Surroundings) -> Result<PathBuf> {
    let unsupported =
        |text: Vec<u8>| Error::new(ErrorDomain::ADMIN, ErrorCode::CONFIG_UNSUPPORTED, text);
    let quoted = |before: &str, what: &[u8], after: &str| {
        unsupported([before.as_bytes(), what, after.as_bytes()].concat())
    };
    let mut given = None;
    for parameter in &uri.parameters {
        if parameter.name != b"socket" {
            return Err(quoted("Unknown URI parameter '", &parameter.name, "'"));
        }
        given = Some(PathBuf::from(OsString::from_vec(parameter.value.clone())));
    }
    if let Some(path) = given {
        return Ok(path);
    }
    let scheme = uri.scheme.as_deref();
    let base: &[u8] = match scheme {
        None => return Err(unsupported(b"No URI scheme specified".to_vec())),
        Some(b"libvirtd") => b"libvirt",
        Some(scheme) if scheme.starts_with(b"virt") => scheme,
        Some(scheme) => return Err(quoted("Unsupported URI scheme '", scheme, "'")),
    };
    let name = OsString::from_vec([base, b"-admin-sock"].concat());
    match uri.path.as_slice() {
        b"/system" => Ok(Path::new("/run/libvirt").join(name)),
        b"/session" => Ok(runtime_directory(around).join(name)),
        path => Err(quoted("Invalid URI path '", path, "', try '/system'")),
    }
}

/// A path as error texts print it.
pub(crate) fn printed(path: &Path) -> String {
    String::from_utf8_lossy(path.as_os_str().as_bytes()).into_owned()
}

#[cfg(test)]
#[path = "choice_tests.rs"]
mod tests;
