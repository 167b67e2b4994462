//! Which daemon a URI means: transport, mode, socket path, and the name the daemon is asked to open.
use crate::conf::Conf;
use crate::sockets::{self, Mode};
use crate::uri::{Parameter, Uri};
use oxivirt_model::constants::VIR_CONNECT_RO;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

/// URI parameters that say which socket the daemon listens at; of the client's own, only these concern virt-ssh-helper.
const SOCKET_PARAMETERS: [&str; 2] = ["mode", "socket"];

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
    "connect_timeout",
    "call_timeout",
    "event_loop",
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

const TRANSPORTS: [(&str, Transport); 7] = [
    ("tls", Transport::Tls),
    ("unix", Transport::Unix),
    ("ssh", Transport::Ssh),
    ("libssh2", Transport::Libssh2),
    ("ext", Transport::Ext),
    ("tcp", Transport::Tcp),
    ("libssh", Transport::Libssh),
];

impl Transport {
    /// As URIs spell it.
    pub(crate) fn name(self) -> &'static str {
        let found = TRANSPORTS.iter().find(|(_, transport)| *transport == self);
        found.map(|(name, _)| *name).unwrap_or_default()
    }
}

/// What is asked of the environment; a test answers in its place.
pub(crate) trait Env {
    /// Whether the effective user is root.
    fn privileged(&self) -> bool;
    /// An environment variable; empty counts as unset.
    fn variable(&self, name: &str) -> Option<OsString>;
    /// Whether the path exists.
    fn exists(&self, path: &Path) -> bool;
    /// The home directory of the effective user.
    fn home(&self) -> Option<PathBuf>;
    /// Opens a file for reading; a named pipe counts as empty instead of being waited for.
    ///
    /// # Errors
    /// Those of open(2).
    fn open(&self, path: &Path) -> std::io::Result<Box<dyn std::io::Read>>;
}

/// The real environment.
#[derive(Debug)]
pub(crate) struct Process;

impl Env for Process {
    fn privileged(&self) -> bool {
        oxivirt_sys::euid() == 0
    }

    fn variable(&self, name: &str) -> Option<OsString> {
        oxivirt_sys::variable(name).filter(|value| !value.is_empty())
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }

    fn home(&self) -> Option<PathBuf> {
        oxivirt_sys::home()
    }

    fn open(&self, path: &Path) -> std::io::Result<Box<dyn std::io::Read>> {
        Ok(Box::new(oxivirt_sys::open_to_read(path)?))
    }
}

/// The decision.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Target {
    pub(crate) transport: Transport,
    /// The daemon's socket, for transports that end at one. For another host it is a guess: systems have it in the same
    /// place, sessions often not.
    pub(crate) socket: Option<PathBuf>,
    /// What to start when nobody listens at the socket.
    pub(crate) program: Option<PathBuf>,
    /// What CONNECT_OPEN names; empty lets the daemon choose.
    pub(crate) name: Vec<u8>,
    /// What virt-ssh-helper is given on another host: the name, and the URI's words about the daemon's socket.
    pub(crate) helper_name: Vec<u8>,
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
    /// The URI names the socket.
    pub(crate) socket_given: bool,
    /// Instead of ssh, or what `ext` runs.
    pub(crate) command: Option<Vec<u8>>,
    /// Instead of nc on the other host.
    pub(crate) netcat: Option<Vec<u8>>,
    /// How the daemon is reached on the other host: `auto`, `netcat` or `native`. For transports through ssh it is never
    /// `None`: a socket that was given needs netcat, a session the helper (only that knows the other host's paths).
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
    /// The URI's parameters, and for two of them what the configuration says instead.
    fn of(uri: Option<&Uri>, transport: Transport, flags: u32, conf: &Conf) -> Result<Self> {
        let text = |name| Some(uri?.parameter(name)?.to_vec());
        // Checked to be a number before.
        let set = |name| {
            uri.and_then(|uri| uri.parameter(name))
                .is_some_and(|value| value.iter().any(|byte| (b'1'..=b'9').contains(byte)))
        };
        let mut proxy = text("proxy");
        if proxy.is_none() {
            proxy = conf.string("remote_proxy")?.map(<[u8]>::to_vec);
        }
        if let Some(proxy) = &proxy
            && ![b"auto".as_slice(), b"netcat", b"native"].contains(&proxy.as_slice())
        {
            // The stock library's spelling.
            return Err(invalid(message!("Unnkown proxy type '%1$s'", proxy)));
        }
        if matches!(transport, Transport::Ssh | Transport::Libssh | Transport::Libssh2) {
            proxy = proxy.or_else(|| {
                Some(if text("socket").is_some() {
                    b"netcat".to_vec()
                } else if flags & USER != 0 {
                    b"native".to_vec()
                } else {
                    b"auto".to_vec()
                })
            });
        }
        let mut tls_priority = text("tls_priority");
        if tls_priority.is_none() && transport == Transport::Tls {
            tls_priority = conf.string("tls_priority")?.map(<[u8]>::to_vec);
        }
        Ok(Self {
            socket_given: text("socket").is_some(),
            command: text("command"),
            netcat: text("netcat"),
            proxy,
            keyfile: text("keyfile"),
            sshauth: text("sshauth"),
            known_hosts: text("known_hosts"),
            known_hosts_verify: text("known_hosts_verify"),
            tls_priority,
            pkipath: text("pkipath"),
            authfile: text("authfile"),
            no_tty: set("no_tty"),
            no_verify: set("no_verify"),
            no_sanity: set("no_sanity"),
        })
    }
}

/// Flags of the decision, as CONNECT_OPEN carries them.
pub(crate) const READ_ONLY: u32 = VIR_CONNECT_RO;
/// The user's own daemon is meant.
pub(crate) const USER: u32 = 2;
/// The daemon may be started.
const AUTOSTART: u32 = 4;

fn invalid(text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::REMOTE, ErrorCode::INVALID_ARG, text)
}

/// Decides for a URI, or for none: then the daemon chooses the driver.
///
/// # Errors
/// What the URI or the configuration asks for does not exist.
pub(crate) fn choose(uri: Option<&Uri>, read_only: bool, conf: &Conf, around: &impl Env) -> Result<Target> {
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
    check_numbers(uri)?;
    let mode = match parameter("mode") {
        None => conf.string("remote_mode")?,
        given => given,
    };
    let mode = match mode {
        None => Mode::Auto,
        Some(mode) => Mode::named(mode).ok_or_else(|| invalid(message!("Unknown remote mode '%1$s'", mode)))?,
    };
    let options = Options::of(uri, transport, flags, conf)?;
    if transport == Transport::Ext && parameter("command").is_none() {
        return Err(invalid(message!("remote_open: for 'ext' transport, command is required")));
    }
    let port = uri.map(|uri| uri.port).unwrap_or_default();
    let port = u16::try_from(port).map_err(|_| invalid(format!("port {port} of the URI is out of range")))?;
    let (socket, program) = match transport {
        Transport::Unix | Transport::Ssh | Transport::Libssh | Transport::Libssh2 => {
            match parameter("socket") {
                // Nobody can tell whose socket that is, so nothing is started.
                Some(path) => (Some(OsString::from_vec(path.to_vec()).into()), None),
                None => {
                    let daemon = sockets::daemon(transport, mode, driver, flags, around)?;
                    let program = (flags & AUTOSTART != 0).then(|| daemon.program(around));
                    (Some(daemon.socket), program.flatten())
                }
            }
        }
        Transport::Tcp | Transport::Tls | Transport::Ext => (None, None),
    };
    Ok(Target {
        transport,
        socket,
        program,
        name: open_name(uri, driver, |_| false),
        helper_name: open_name(uri, driver, |name| SOCKET_PARAMETERS.contains(&name)),
        flags,
        hostname: uri.and_then(|uri| uri.server.clone()).unwrap_or_else(|| b"localhost".to_vec()),
        user: uri.and_then(|uri| uri.user.clone()),
        port,
        auth: parameter("auth").map(<[u8]>::to_vec),
        options,
    })
}

/// The driver and the transport of `driver[+transport]`.
fn split_scheme(uri: &Uri) -> Result<(&[u8], Transport)> {
    let scheme = uri.scheme.as_deref().ok_or_else(|| invalid(message!("missing scheme for URI")))?;
    let Some(plus) = scheme.iter().position(|&byte| byte == b'+') else {
        let transport = if uri.server.is_some() { Transport::Tls } else { Transport::Unix };
        return Ok((scheme, transport));
    };
    let (driver, transport) = scheme.split_at_checked(plus).unwrap_or((scheme, b""));
    let transport = transport.get(1..).unwrap_or_default();
    let known = TRANSPORTS.iter().find(|(name, _)| name.as_bytes().eq_ignore_ascii_case(transport));
    let Some((_, transport)) = known else {
        return Err(invalid(message!(
            "remote_open: transport in URL not recognised (should be tls|unix|ssh|ext|tcp|libssh2|libssh)"
        )));
    };
    match (&uri.server, transport) {
        (Some(server), Transport::Unix) => {
            Err(invalid(message!("using unix socket and remote server '%1$s' is not supported.", server)))
        }
        _ => Ok((driver, *transport)),
    }
}

/// Each switch must be a number, also one that a later one of the same name overrules.
fn check_numbers(uri: Option<&Uri>) -> Result<()> {
    for Parameter { name, value } in uri.map(|uri| &uri.parameters).into_iter().flatten() {
        let switch =
            ["no_sanity", "no_verify", "no_tty"].iter().any(|switch| name.eq_ignore_ascii_case(switch.as_bytes()));
        if switch && !is_number(value) {
            return Err(invalid(message!("Failed to parse value of URI component %1$s", name)));
        }
    }
    Ok(())
}

/// What atoi would accept wholly: an optional sign and digits of an int.
fn is_number(value: &[u8]) -> bool {
    std::str::from_utf8(value).is_ok_and(|text| text.trim_start().parse::<i32>().is_ok())
}

/// Whether the user's own daemon is meant, and whether it may be started.
fn daemon_flags(uri: Option<&Uri>, transport: Transport, around: &impl Env) -> u32 {
    if around.privileged() {
        return 0;
    }
    let local = match uri {
        None => true,
        Some(uri) => {
            let test = uri.scheme.as_deref().is_some_and(|scheme| scheme.starts_with(b"test+"));
            if uri.path != b"/session" && !test {
                return 0;
            }
            uri.server.is_none() && transport == Transport::Unix
        }
    };
    let forbidden = around.variable("LIBVIRT_AUTOSTART").is_some_and(|value| value == "0");
    if local && !forbidden { USER | AUTOSTART } else { USER }
}

/// What the daemon is asked to open: the URI without transport, host and the client's own parameters, except those that
/// `kept` is true for.
fn open_name(uri: Option<&Uri>, driver: Option<&[u8]>, kept: impl Fn(&str) -> bool) -> Vec<u8> {
    let (Some(uri), Some(driver)) = (uri, driver) else {
        return Vec::new();
    };
    if let Some(name) = uri.parameter("name") {
        return name.to_vec();
    }
    if driver == b"remote" {
        return Vec::new();
    }
    let own = OWN_PARAMETERS.iter().copied();
    let dropped: Vec<&str> = own.filter(|name| !kept(name)).collect();
    let stripped = Uri {
        scheme: Some(driver.to_vec()),
        path: uri.path.clone(),
        query: uri.query_without(&dropped),
        fragment: uri.fragment.clone(),
        ..Uri::default()
    };
    stripped.format()
}

/// A path as error texts print it.
pub(crate) fn printed(path: &Path) -> String {
    String::from_utf8_lossy(path.as_os_str().as_bytes()).into_owned()
}

#[cfg(test)]
#[path = "choice_tests.rs"]
mod tests;
