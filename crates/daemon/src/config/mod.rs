//! libvirtd.conf and its kind: every key of the stock daemons, with its default. What cannot be honoured is refused, not ignored.
mod keys;
mod security;
mod values;

use crate::kind::{Kind, Network};
use crate::pool::PoolLimits;
use crate::server::{Auth, ClientLimits, ServerConfig, Serves};
use oxivirt_conf::{Conf, path_text};
use oxivirt_log::{log, source::CONF};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
pub(crate) use security::{AuthSettings, SecuritySettings};
use std::path::{Path, PathBuf};
use values::Keys;

/// The settings of a daemon.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) listen_tcp: bool,
    pub(crate) listen_tls: bool,
    pub(crate) listen_addr: Option<Vec<u8>>,
    pub(crate) tcp_port: Vec<u8>,
    pub(crate) tls_port: Vec<u8>,
    pub(crate) security: SecuritySettings,
    pub(crate) unix: UnixSettings,
    pub(crate) main: ServerSettings,
    pub(crate) admin: ServerSettings,
    pub(crate) log: LogSettings,
}

/// What UNIX sockets are like.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct UnixSettings {
    pub(crate) folder: Option<PathBuf>,
    pub(crate) group: Option<Vec<u8>>,
    /// Modes in octal digits, as they stand in the configuration.
    rw_mode: Option<Vec<u8>>,
    ro_mode: Option<Vec<u8>>,
    admin_mode: Option<Vec<u8>>,
}

/// Modes of the read-write, the read-only and the admin socket.
pub(crate) type Modes = [u32; 3];

impl UnixSettings {
    /// Returns the modes of the sockets. Whoever reaches the read-write one is let in unless polkit decides: nobody but the owner
    /// then, unless the configuration says otherwise.
    ///
    /// # Errors
    /// One of them is no mode.
    pub(crate) fn modes(&self, auth: AuthSettings) -> Result<Modes> {
        let open = if auth.unix_rw == Auth::Polkit { 0o777 } else { 0o700 };
        let mode = |text: &Option<Vec<u8>>, default: u32| {
            let Some(text) = text else { return Ok(default) };
            let number = std::str::from_utf8(text).ok().and_then(|text| u32::from_str_radix(text, 8).ok());
            number.filter(|mode| *mode <= 0o777).ok_or_else(|| {
                Error::raw(ErrorDomain::CONF, ErrorCode::INTERNAL_ERROR, message!("Failed to parse mode '%1$s'", text))
            })
        };
        Ok([mode(&self.rw_mode, open)?, mode(&self.ro_mode, 0o777)?, mode(&self.admin_mode, 0o700)?])
    }
}

/// Limits of one server.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct ServerSettings {
    pub(crate) pool: PoolLimits,
    pub(crate) clients: ClientLimits,
    /// Connections that wait in the kernel's queue.
    pub(crate) queued: u32,
    requests: u32,
    keepalive: (i32, u32),
}

/// What is logged, where the environment does not say it.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(crate) struct LogSettings {
    pub(crate) level: u32,
    pub(crate) filters: Option<Vec<u8>>,
    pub(crate) outputs: Option<Vec<u8>>,
}

impl ServerSettings {
    pub(crate) fn server(&self, name: &str, serves: Serves, security: &SecuritySettings) -> ServerConfig {
        ServerConfig {
            name: name.to_owned(),
            serves,
            pool: self.pool,
            clients: self.clients,
            requests: self.requests,
            keepalive_interval: self.keepalive.0,
            keepalive_count: self.keepalive.1,
            quotas: security.quotas,
            memory: security.memory,
        }
    }
}

impl Keys<'_> {
    fn server(&self, prefix: &str, queued: u32, anonymous: u32) -> Result<ServerSettings> {
        let key = |name: &str| format!("{prefix}{name}");
        let main = prefix.is_empty();
        let settings = ServerSettings {
            pool: PoolLimits {
                min: self.number(&key("min_workers"), 5)?,
                max: self.number(&key("max_workers"), 20)?,
                reserved: if main { self.number("prio_workers", 5)? } else { 0 },
            },
            clients: ClientLimits {
                max: self.number(&key("max_clients"), 5000)?,
                max_anonymous: if main { self.number("max_anonymous_clients", anonymous)? } else { 0 },
            },
            queued: match self.number(&key("max_queued_clients"), queued)? {
                0 => 30,
                queued => queued,
            },
            requests: self.number(&key("max_client_requests"), 5)?,
            keepalive: (self.signed(&key("keepalive_interval"), 5)?, self.number(&key("keepalive_count"), 5)?),
        };
        if settings.pool.max == 0 {
            let text = message!("'%1$s' must be greater than 0", key("max_workers"));
            return Err(Error::new(ErrorDomain::CONF, ErrorCode::INTERNAL_ERROR, text));
        }
        if settings.requests == 0 {
            return Err(self.refuse(&key("max_client_requests"), "must be greater than 0"));
        }
        Ok(settings)
    }
}

impl Settings {
    /// Returns the settings that a configuration has.
    ///
    /// # Errors
    /// A value is of the wrong type, out of its range, or asks for what this build does not have.
    pub(crate) fn of(conf: &Conf, kind: &Kind, privileged: bool) -> Result<Self> {
        let keys = Keys { conf };
        warn_unknown(conf);
        let network = kind.network != Network::Never;
        keys.check_values()?;
        Ok(Self {
            listen_tcp: network && keys.truth("listen_tcp", false)?,
            listen_tls: network && keys.truth("listen_tls", kind.listens_tls)?,
            listen_addr: keys.text("listen_addr")?,
            tcp_port: keys.text("tcp_port")?.unwrap_or_else(|| b"16509".to_vec()),
            tls_port: keys.text("tls_port")?.unwrap_or_else(|| b"16514".to_vec()),
            security: SecuritySettings::of(&keys, network, privileged)?,
            unix: UnixSettings {
                folder: keys.text("unix_sock_dir")?.map(|path| PathBuf::from(String::from_utf8_lossy(&path).as_ref())),
                group: keys.text("unix_sock_group")?,
                rw_mode: keys.text("unix_sock_rw_perms")?,
                ro_mode: keys.text("unix_sock_ro_perms")?,
                admin_mode: keys.text("unix_sock_admin_perms")?,
            },
            main: keys.server("", 1000, 20)?,
            admin: keys.server("admin_", 20, 0)?,
            log: LogSettings {
                level: keys.number("log_level", 0)?,
                filters: keys.text("log_filters")?,
                outputs: keys.text("log_outputs")?,
            },
        })
    }

    /// Refuses what only shows when servers are made.
    ///
    /// # Errors
    /// More clients may wait for authentication than there may be.
    pub(crate) fn check(&self) -> Result<()> {
        self.main.clients.check()
    }
}

impl Keys<'_> {
    /// Keys that have no effect here are held to their types all the same.
    fn check_values(&self) -> Result<()> {
        for (key, wanted) in keys::KNOWN {
            match wanted {
                keys::Type::Truth => drop(self.conf.truth(key)?),
                keys::Type::Unsigned => drop(self.conf.unsigned(key)?),
                keys::Type::Signed => drop(self.conf.integer(key)?),
                keys::Type::Text => drop(self.conf.string(key)?),
                keys::Type::Texts => drop(self.conf.strings(key)?),
                keys::Type::Ignored => {}
            }
        }
        Ok(())
    }
}

/// Tells of keys that no daemon has. Keys of other daemons are no mistake: files are shared.
fn warn_unknown(conf: &Conf) {
    let path = String::from_utf8_lossy(conf.path()).into_owned();
    for (name, line) in conf.names() {
        if !keys::KNOWN.iter().any(|(known, _)| known.as_bytes() == name) {
            let name = String::from_utf8_lossy(name);
            log!(CONF, Warning, "warn_unknown", "{path}:{line}: there is no setting '{name}'");
        }
    }
}

/// Returns the path for messages.
pub(crate) fn shown(path: &Path) -> String {
    path_text(path)
}

#[cfg(test)]
mod tests;
