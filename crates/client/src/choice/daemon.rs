//! Sockets and programs of daemons: one daemon for all drivers (`libvirtd`, or `virtproxyd` at the same socket), or one
//! per driver (`virtqemud` …).
//!
//! The choice is Debian's: with nothing running, the one daemon for all is named in errors and started. It falls back to
//! upstream's (the driver's own daemon) only where Debian's cannot work: `libvirtd` is not installed and the other is, or
//! no URI is given and only a driver's own socket is there.
use super::target::{READ_ONLY, Transport, USER};
use oxivirt_conf::{Env, Uri};
use oxivirt_model::message::translate;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};

/// Where daemons keep their system sockets. Not /run: the stock library prints this path in errors, and every system
/// with /run has the link. Other hosts are sent this path too.
const SYSTEM_DIR: &str = "/var/run/libvirt";
/// Where they keep their system admin sockets: the stock admin library prints this one.
const ADMIN_DIR: &str = "/run/libvirt";
/// Where daemons are installed.
const PROGRAMS_DIR: &str = "/usr/sbin";
/// Drivers that are looked for when no URI is given, in the order in which daemons try them.
const SYSTEM_DRIVERS: &[&str] = &["xen", "qemu", "lxc", "vbox", "bhyve", "vz"];
/// Those that have a session.
const SESSION_DRIVERS: &[&str] = &["qemu", "vbox"];

/// `direct` without anything to go by.
const NO_DRIVER: &str = "No URI is provided and cannot identify any listening daemon socket path to attempt to connect \
    to. Please ensure the expected daemon sockets are active and/or provide an explicit URI. For more information see \
    https://libvirt.org/kbase/failed_connection_after_install.html";

/// Whether the per-driver daemon or the one daemon for all is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mode {
    /// Whichever is there.
    Auto,
    /// `libvirtd`'s socket.
    Legacy,
    /// The driver's own.
    Direct,
}

impl Mode {
    /// As the `mode` parameter and `remote_mode` spell it.
    pub(crate) fn named(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"auto" => Self::Auto,
            b"legacy" => Self::Legacy,
            b"direct" => Self::Direct,
            _ => return None,
        })
    }
}

/// A daemon of this host, or of another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Daemon {
    /// Where it listens.
    pub(crate) socket: PathBuf,
    /// `libvirtd`, `virtqemud` …
    name: Vec<u8>,
}

impl Daemon {
    /// `virtqemud` for `qemu`.
    fn of_driver(driver: &[u8], flags: u32, env: &impl Env) -> Self {
        let name = [b"virt", driver, b"d"].concat();
        let socket = socket_of(&name, flags, env);
        Self { socket, name }
    }

    /// Returns where its program belongs: the directory that VIRTD_PATH or LIBVIRTD_PATH names, else the system's.
    /// `None` for virtproxyd, which is never started: it would only start others.
    pub(crate) fn program(&self, env: &impl Env) -> Option<PathBuf> {
        if self.name == b"virtproxyd" {
            return None;
        }
        let directory = ["VIRTD_PATH", "LIBVIRTD_PATH"].into_iter().find_map(|name| env.variable(name));
        let directory = directory.unwrap_or_else(|| PROGRAMS_DIR.into());
        Some(PathBuf::from(directory).join(OsString::from_vec(self.name.clone())))
    }

    fn runs(&self, env: &impl Env) -> bool {
        env.exists(&self.socket)
    }

    fn installed(&self, env: &impl Env) -> bool {
        let program = self.program(env);
        program.is_some_and(|program| env.exists(&program))
    }
}

/// Returns the daemon that mode, driver and the flags of CONNECT_OPEN name; without a driver one is looked for.
///
/// # Errors
/// `direct` through a transport that ends at another host, or without any driver.
pub(crate) fn daemon(
    transport: Transport,
    mode: Mode,
    driver: Option<&[u8]>,
    flags: u32,
    env: &impl Env,
) -> Result<Daemon> {
    let legacy = Daemon { socket: socket_of(b"libvirt", flags, env), name: b"libvirtd".to_vec() };
    let unsupported = |text: Vec<u8>| Error::new(ErrorDomain::REMOTE, ErrorCode::OPERATION_UNSUPPORTED, text);
    if transport != Transport::Unix && mode == Mode::Direct {
        let name = transport.name();
        return Err(unsupported(message!("Cannot use direct socket mode for %1$s transport", name)));
    }
    // Nobody can look at the sockets of another host.
    if mode == Mode::Legacy || transport != Transport::Unix {
        return Ok(legacy);
    }
    let direct = match driver {
        Some(driver) => Some(Daemon::of_driver(driver, flags, env)),
        None if mode == Mode::Auto && legacy.runs(env) => None,
        None => look_for_driver(flags, env),
    };
    match direct {
        None if mode == Mode::Auto => Ok(legacy),
        None => Err(unsupported(translate(NO_DRIVER))),
        Some(direct) => {
            let wanted = mode == Mode::Direct
                || direct.runs(env)
                || (!legacy.runs(env) && !legacy.installed(env) && direct.installed(env));
            Ok(if wanted { direct } else { legacy })
        }
    }
}

/// Returns the first driver whose daemon listens, else, in a session, the first whose daemon is installed. A system's
/// daemons are started by its administrator, so there it would not help that one is installed.
fn look_for_driver(flags: u32, env: &impl Env) -> Option<Daemon> {
    let session = flags & USER != 0;
    let names = if session { SESSION_DRIVERS } else { SYSTEM_DRIVERS };
    let daemons = || names.iter().map(|name| Daemon::of_driver(name.as_bytes(), flags, env));
    daemons().find(|daemon| daemon.runs(env)).or_else(|| daemons().find(|daemon| session && daemon.installed(env)))
}

/// Returns the socket of a daemon, `libvirt` or `virtqemud`.
fn socket_of(daemon: &[u8], flags: u32, env: &impl Env) -> PathBuf {
    let (directory, suffix) = if flags & USER != 0 {
        (runtime_directory(env), "-sock")
    } else if flags & READ_ONLY != 0 {
        (PathBuf::from(SYSTEM_DIR), "-sock-ro")
    } else {
        (PathBuf::from(SYSTEM_DIR), "-sock")
    };
    let name = [daemon, suffix.as_bytes()].concat();
    directory.join(OsString::from_vec(name))
}

/// Returns where a user's own daemons keep their sockets.
pub(crate) fn runtime_directory(env: &impl Env) -> PathBuf {
    let runtime = env.variable("XDG_RUNTIME_DIR").or_else(|| env.variable("XDG_CACHE_HOME"));
    let base = match runtime {
        Some(directory) => PathBuf::from(directory),
        None => env.home().unwrap_or_else(|| PathBuf::from("/")).join(".cache"),
    };
    base.join("libvirt")
}

/// Returns the admin socket of the daemon an admin URI names: `libvirtd:///system`, `virtqemud:///session`.
pub(crate) fn admin_socket(uri: &Uri, env: &impl Env) -> Result<PathBuf> {
    let unsupported = |text: Vec<u8>| Error::new(ErrorDomain::ADMIN, ErrorCode::CONFIG_UNSUPPORTED, text);
    let mut given = None;
    for parameter in &uri.parameters {
        if [b"connect_timeout".as_slice(), b"call_timeout"].contains(&parameter.name.as_slice()) {
            continue;
        }
        if parameter.name != b"socket" {
            return Err(unsupported(message!("Unknown URI parameter '%1$s'", parameter.name)));
        }
        given = Some(PathBuf::from(OsString::from_vec(parameter.value.clone())));
    }
    if let Some(path) = given {
        return Ok(path);
    }
    let scheme = uri.scheme.as_deref();
    let base: &[u8] = match scheme {
        None => return Err(unsupported(message!("No URI scheme specified"))),
        Some(b"libvirtd") => b"libvirt",
        Some(scheme) if scheme.starts_with(b"virt") => scheme,
        Some(scheme) => return Err(unsupported(message!("Unsupported URI scheme '%1$s'", scheme))),
    };
    let name = OsString::from_vec([base, b"-admin-sock"].concat());
    match uri.path.as_slice() {
        b"/system" => Ok(Path::new(ADMIN_DIR).join(name)),
        b"/session" => Ok(runtime_directory(env).join(name)),
        path => Err(unsupported(message!("Invalid URI path '%1$s', try '/system'", path))),
    }
}

#[cfg(test)]
#[path = "daemon_tests.rs"]
mod tests;
