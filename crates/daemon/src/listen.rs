//! The sockets that a daemon listens at: its own, or those that systemd made for it.
use crate::activation::Activation;
use crate::config::{Settings, UnixSettings, shown};
use crate::kind::{Kind, Network};
use crate::paths::Paths;
use crate::peer::Transport;
use crate::server::{Auth, Server, Service};
use crate::tls::TlsService;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_sys::OnceBox;
use oxivirt_sys::errno::{self, errno};
use std::ffi::CString;
use std::io;
use std::net::SocketAddr;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What sockets are made for.
pub(crate) struct Plan<'p> {
    pub(crate) kind: &'p Kind,
    pub(crate) paths: &'p Paths,
    pub(crate) settings: &'p Settings,
    /// `--listen` was given.
    pub(crate) listen: bool,
    pub(crate) main: &'p Arc<Server>,
    pub(crate) admin: &'p Arc<Server>,
    /// Made when the first socket needs it.
    pub(crate) tls: &'p OnceBox<Arc<TlsService>>,
}

/// One UNIX socket of a plan.
struct UnixPlan<'p> {
    suffix: &'p str,
    unit: &'p str,
    server: &'p Arc<Server>,
    mode: u32,
    backlog: u32,
    auth: Auth,
    read_only: bool,
}

fn failed(error: &io::Error, text: Vec<u8>) -> Error {
    Error::system(ErrorDomain::RPC, errno(error), text)
}

impl Plan<'_> {
    fn networked(&self) -> bool {
        match self.kind.network {
            Network::Never => false,
            Network::Configured => true,
            Network::WithOption => self.listen,
        }
    }

    /// Makes all sockets, or takes those that were passed.
    ///
    /// # Errors
    /// A socket cannot be made, or one was passed that nobody needs.
    pub(crate) fn listen(&self, activation: &mut Activation) -> Result<Vec<Service>> {
        if activation.is_empty() {
            return self.own();
        }
        if self.kind.network == Network::WithOption && self.listen {
            return Err(Error::new(
                ErrorDomain::RPC,
                ErrorCode::INTERNAL_ERROR,
                message!(
                    "--listen parameter not permitted with systemd activation sockets, see 'man %1$s' for further guidance",
                    self.kind.name
                ),
            ));
        }
        let mut services = Vec::new();
        for plan in self.unix_plans()? {
            let name = format!("{}{}.socket", self.kind.name, plan.unit);
            for fd in activation.claim(&name) {
                services.push(plan.service(nonblocking(fd)?, None));
            }
        }
        for fd in activation.claim(&format!("{}-tcp.socket", self.kind.name)) {
            services.push(self.tcp_service(nonblocking(fd)?));
        }
        for fd in activation.claim(&format!("{}-tls.socket", self.kind.name)) {
            services.push(self.tls_service(nonblocking(fd)?)?);
        }
        if !activation.is_empty() {
            let text = message!("Some activation file descriptors are unclaimed");
            return Err(Error::new(ErrorDomain::RPC, ErrorCode::INTERNAL_ERROR, text));
        }
        Ok(services)
    }

    fn own(&self) -> Result<Vec<Service>> {
        let mut services = Vec::new();
        let unix = &self.settings.unix;
        let folder = unix.folder.as_deref().unwrap_or(&self.paths.run);
        for plan in self.unix_plans()? {
            // A user's daemon has no read-only socket, and in a folder of its own choice no admin socket.
            let absent = plan.read_only || (unix.folder.is_some() && !plan.unit.is_empty());
            if absent && !self.paths.privileged {
                continue;
            }
            let path = folder.join(format!("{}{}", self.kind.prefix, plan.suffix));
            let fd = plan.bind(&path, unix)?;
            services.push(plan.service(fd, Some(path)));
        }
        if self.networked() && self.settings.listen_tcp {
            let backlog = self.settings.main.queued;
            let fds = listen_tcp(self.settings.listen_addr.as_deref(), &self.settings.tcp_port, backlog)?;
            services.extend(fds.into_iter().map(|fd| self.tcp_service(fd)));
        }
        if self.networked() && self.settings.listen_tls {
            let backlog = self.settings.main.queued;
            for fd in listen_tcp(self.settings.listen_addr.as_deref(), &self.settings.tls_port, backlog)? {
                services.push(self.tls_service(fd)?);
            }
        }
        Ok(services)
    }

    fn unix_plans(&self) -> Result<[UnixPlan<'_>; 3]> {
        let Settings { unix, main, admin, security, .. } = self.settings;
        let [rw_mode, ro_mode, admin_mode] = unix.modes(security.auth)?;
        let rw = UnixPlan {
            suffix: "-sock",
            unit: "",
            server: self.main,
            mode: rw_mode,
            backlog: main.queued,
            auth: security.auth.unix_rw,
            read_only: false,
        };
        let ro = UnixPlan {
            suffix: "-sock-ro",
            unit: "-ro",
            mode: ro_mode,
            auth: security.auth.unix_ro,
            read_only: true,
            ..rw
        };
        let admin = UnixPlan {
            suffix: "-admin-sock",
            unit: "-admin",
            server: self.admin,
            mode: admin_mode,
            backlog: admin.queued,
            auth: Auth::None,
            read_only: false,
        };
        Ok([rw, ro, admin])
    }

    fn tcp_service(&self, fd: OwnedFd) -> Service {
        Service {
            fd,
            path: None,
            server: Arc::clone(self.main),
            transport: Transport::Tcp,
            auth: self.settings.security.auth.tcp,
            read_only: false,
            tls: None,
        }
    }
}

impl Plan<'_> {
    /// The files are read with the first socket; where there is none they need not be there.
    fn tls_service(&self, fd: OwnedFd) -> Result<Service> {
        let service = match self.tls.get() {
            Some(service) => service,
            None => {
                let service = Arc::new(TlsService::new(self.settings.security.tls.clone())?);
                self.tls.get_or_init(|| service)
            }
        };
        let auth = self.settings.security.auth.tls;
        Ok(Service { transport: Transport::Tls, auth, tls: Some(Arc::clone(service)), ..self.tcp_service(fd) })
    }
}

fn nonblocking(fd: OwnedFd) -> Result<OwnedFd> {
    use std::os::fd::AsFd;
    oxivirt_sys::set_nonblocking(fd.as_fd(), true)
        .map_err(|error| failed(&error, message!("Failed to set non-blocking file descriptor flag")))?;
    Ok(fd)
}

impl UnixPlan<'_> {
    fn service(&self, fd: OwnedFd, path: Option<PathBuf>) -> Service {
        Service {
            fd,
            path,
            server: Arc::clone(self.server),
            transport: Transport::Unix,
            auth: self.auth,
            read_only: self.read_only,
            tls: None,
        }
    }

    /// Listens at a path; what an ended daemon left there goes.
    fn bind(&self, path: &Path, settings: &UnixSettings) -> Result<OwnedFd> {
        let group = group(settings.group.as_deref())?;
        let _ = std::fs::remove_file(path);
        let fd = oxivirt_sys::listen_unix(path, self.mode, self.backlog).map_err(|error| match errno(&error) {
            errno::ENAMETOOLONG => Error::new(
                ErrorDomain::RPC,
                ErrorCode::INTERNAL_ERROR,
                message!("Path %1$s too long for unix socket", shown(path)),
            ),
            _ => failed(&error, message!("Failed to bind socket to '%1$s'", shown(path))),
        })?;
        if let Some(group) = group {
            std::os::unix::fs::chown(path, None, Some(group)).map_err(|error| {
                let text = message!("Failed to change group ID of '%1$s' to %2$u", shown(path), group);
                failed(&error, text)
            })?;
        }
        Ok(fd)
    }
}

/// Returns the number of a group that is named, or given as a number with or without a plus.
fn group(name: Option<&[u8]>) -> Result<Option<u32>> {
    let Some(name) = name else { return Ok(None) };
    let digits = name.strip_prefix(b"+").unwrap_or(name);
    let number = std::str::from_utf8(digits).ok().and_then(|digits| digits.parse().ok());
    let known = if name.starts_with(b"+") { number } else { oxivirt_sys::group_id(name).or(number) };
    match known {
        Some(0) => Ok(None),
        Some(group) => Ok(Some(group)),
        None => {
            let text = message!("Failed to parse group '%1$s'", name);
            Err(Error::new(ErrorDomain::NONE, ErrorCode::INVALID_ARG, text))
        }
    }
}

/// Listens at every address that the name has. One that is taken or that this machine does not have is passed over, unless none is
/// left.
fn listen_tcp(host: Option<&[u8]>, port: &[u8], backlog: u32) -> Result<Vec<OwnedFd>> {
    let port_number = std::str::from_utf8(port).ok().and_then(|port| port.parse::<u16>().ok());
    let port_number = port_number.ok_or_else(|| {
        let text =
            message!("Unable to resolve address '%1$s' service '%2$s': %3$s", host.unwrap_or(b"*"), port, "not a port");
        Error::new(ErrorDomain::RPC, ErrorCode::SYSTEM_ERROR, text)
    })?;
    let mut fds = Vec::new();
    let mut last = None;
    for address in addresses(host, port_number)? {
        match oxivirt_sys::listen_tcp(address, backlog) {
            Ok(fd) => fds.push(fd),
            Err(error) => {
                let passed = [errno::EADDRINUSE, errno::EAFNOSUPPORT, errno::EADDRNOTAVAIL].contains(&errno(&error));
                if !passed {
                    return Err(failed(&error, message!("Unable to bind to port")));
                }
                last = Some(error);
            }
        }
    }
    match last {
        Some(error) if fds.is_empty() => Err(failed(&error, message!("Unable to bind to port"))),
        _ => Ok(fds),
    }
}

fn addresses(host: Option<&[u8]>, port: u16) -> Result<Vec<SocketAddr>> {
    let Some(host) = host else {
        return Ok(vec![SocketAddr::from(([0u8; 4], port)), SocketAddr::from(([0u16; 8], port))]);
    };
    let unresolved = |why: &str| {
        let text = message!("Unable to resolve address '%1$s' service '%2$s': %3$s", host, port, why);
        Error::new(ErrorDomain::RPC, ErrorCode::SYSTEM_ERROR, text)
    };
    let name = CString::new(host).map_err(|_| unresolved("not a name"))?;
    oxivirt_sys::resolve(&name, port).map_err(|error| unresolved(&error.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_by_name_and_number() {
        assert_eq!(group(None).unwrap(), None);
        assert_eq!(group(Some(b"root")).unwrap(), None);
        assert_eq!(group(Some(b"+17")).unwrap(), Some(17));
        assert_eq!(group(Some(b"17")).unwrap(), Some(17));
        assert!(group(Some(b"no-such-group")).is_err());
    }

    #[test]
    fn an_address_that_is_taken_is_an_error_when_it_is_the_only_one() {
        let first = listen_tcp(Some(b"127.0.0.1"), b"0", 5).unwrap();
        let listener = std::net::TcpListener::from(first.into_iter().next().unwrap());
        let port = listener.local_addr().unwrap().port().to_string();
        let error = listen_tcp(Some(b"127.0.0.1"), port.as_bytes(), 5).unwrap_err();
        assert_eq!(error.int1, errno::EADDRINUSE);
        assert!(listen_tcp(None, b"port", 5).is_err());
    }
}
