//! Which daemon a URI means: transport, mode, socket path, and the name the daemon is asked to open.
mod daemon;
mod target;

pub(crate) use daemon::{admin_socket, runtime_directory};
pub(crate) use target::{READ_ONLY, Target, Transport};

use daemon::Mode;
use oxivirt_conf::{Conf, Env, Parameter, Uri};
use oxivirt_model::{Result, message};
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use target::{AUTOSTART, Options, TRANSPORTS, USER, invalid};

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

/// Decides for a URI, or for none: then the daemon chooses the driver.
///
/// # Errors
/// What the URI or the configuration asks for does not exist.
pub(crate) fn choose(uri: Option<&Uri>, read_only: bool, conf: &Conf, env: &impl Env) -> Result<Target> {
    let (driver, transport) = match uri {
        Some(uri) => {
            let (driver, transport) = split_scheme(uri)?;
            (Some(driver), transport)
        }
        None => (None, Transport::Unix),
    };
    let mut flags = daemon_flags(uri, transport, env);
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
                    let daemon = daemon::daemon(transport, mode, driver, flags, env)?;
                    let program = (flags & AUTOSTART != 0).then(|| daemon.program(env));
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

/// Returns the driver and the transport of `driver[+transport]`.
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

/// Returns what atoi would accept wholly: an optional sign and digits of an int.
fn is_number(value: &[u8]) -> bool {
    std::str::from_utf8(value).is_ok_and(|text| text.trim_start().parse::<i32>().is_ok())
}

/// Whether the user's own daemon is meant, and whether it may be started.
fn daemon_flags(uri: Option<&Uri>, transport: Transport, env: &impl Env) -> u32 {
    if env.privileged() {
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
    let forbidden = env.variable("LIBVIRT_AUTOSTART").is_some_and(|value| value == "0");
    if local && !forbidden { USER | AUTOSTART } else { USER }
}

/// Returns what the daemon is asked to open: the URI without transport, host and the client's own parameters, except
/// those that `kept` is true for.
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

#[cfg(test)]
mod tests;
