//! A daemon behind TLS: where the certificates are, the handshake, and the byte with which the daemon accepts the client.
use super::tcp;
use crate::choice::Target;
use crate::error::not_reached;
use crate::link::{Channel, Layer};
use crate::steps::{self, Step};
use oxivirt_conf::{Env, path_text};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_sys::Interest;
use oxivirt_sys::errno::{EIO, ENOENT};
use oxivirt_tls::client::{Failure, Session};
use oxivirt_tls::{Credentials, Files, Identity, Priority, Side, Source};
use std::ffi::OsString;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// Where daemons listen with TLS.
const PORT: u16 = 16514;

/// Reaches the daemon of a target over TLS. The own files are read first, then the host is connected.
///
/// # Errors
/// The own certificates are not usable, the host cannot be reached, is not who it should be, or does not accept the
/// client.
pub(super) fn connect(target: &Target, deadline: Option<Instant>, env: &impl Env) -> Result<Channel> {
    let started = Instant::now();
    let options = &target.options;
    let paths = CertificatePaths::of(options.pkipath.as_deref(), env)?;
    steps::report(|| paths.authorities_step());
    let files = paths.read(env);
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.map_or(0, |since| since.as_secs());
    let now = i64::try_from(now).unwrap_or(i64::MAX);
    let mut warnings = Vec::new();
    let credentials = Credentials::load(&files, Side::Client, !options.no_sanity, now, &mut warnings);
    crate::log_lines::certificates(&warnings);
    let credentials = credentials?;
    steps::report(|| paths.own_step());
    let port = if target.port == 0 { PORT } else { target.port };
    let socket = tcp::connect_tcp(&target.hostname, port, deadline)?;
    let priority = priority(options.tls_priority.as_deref())?;
    let session = Session::new(credentials, &priority, &target.hostname, !options.no_verify);
    let daemon = tcp::shown(&target.hostname, port);
    let mut handshake = Handshake {
        socket: &socket,
        session: session.map_err(|failure| handshake_failed(&failure))?,
        received: Vec::new(),
        deadline,
        late: &|doing| not_reached(Path::new(&daemon), doing, started),
    };
    let shaken = handshake.shake_hands();
    crate::log_lines::certificates(&handshake.session.take_warnings());
    report_handshake(&handshake.session, !options.no_verify);
    shaken?;
    handshake.await_confirmation()?;
    steps::report(|| Step::Admitted);
    let session = handshake.session;
    Ok(Channel {
        layers: vec![Box::new(Tls(session))],
        encrypted: true,
        passes_fds: false,
        ..Channel::local(socket, daemon)
    })
}

/// What became of the server's certificate and of the handshake.
fn report_handshake(session: &Session, verified: bool) {
    if let Some(reason) = session.refusal() {
        steps::report(|| Step::Refused { reason });
        return;
    }
    if let Some(names) = session.names() {
        steps::report(|| Step::Certificate {
            text: if verified {
                format!("the server's is for {names}")
            } else {
                format!("the server's is for {names}, which is not verified (no_verify)")
            },
        });
    }
    if let Some(text) = session.encryption().filter(|_| !session.is_handshaking()) {
        steps::report(|| Step::Encrypted { text });
    }
}

fn priority(text: Option<&[u8]>) -> Result<Priority> {
    let Some(text) = text else {
        return Ok(Priority::default());
    };
    Priority::parse(text).map_err(|why| {
        let text = message!("Failed to set TLS session priority to %1$s: %2$s", text, why);
        Error::new(ErrorDomain::RPC, ErrorCode::SYSTEM_ERROR, text)
    })
}

/// Paths of the client's files.
#[derive(PartialEq, Eq, Debug)]
struct CertificatePaths {
    authorities: PathBuf,
    revocations: PathBuf,
    /// Certificates and their keys.
    identities: Vec<(PathBuf, PathBuf)>,
    /// Where they were looked for last.
    own_folder: PathBuf,
}

/// How many certificates with a number in their names are looked for, from 0.
const NUMBERED: usize = 4;

/// Returns the error of a file that has to be there and is not.
fn missing(text: Vec<u8>) -> Error {
    Error::system(ErrorDomain::RPC, ENOENT, text)
}

/// Returns the certificates there are: the one without a number, then the numbered ones.
///
/// # Errors
/// Half of one is missing.
fn identities(certificates: &Path, keys: &Path, env: &impl Env) -> Result<Vec<(PathBuf, PathBuf)>> {
    let find = |number: &str| {
        let certificate = certificates.join(format!("clientcert{number}.pem"));
        let key = keys.join(format!("clientkey{number}.pem"));
        let (one, other) = (env.exists(&certificate), env.exists(&key));
        let (of_one, of_other) = (path_text(&certificate), path_text(&key));
        match (one, other) {
            (true, true) => Ok(Some((certificate, key))),
            (false, false) => Ok(None),
            (true, false) => {
                Err(missing(message!("Key '%1$s' does not exist, but certificate '%2$s' does", of_other, of_one)))
            }
            (false, true) => {
                Err(missing(message!("Certificate '%1$s' does not exist, but key '%2$s' does", of_one, of_other)))
            }
        }
    };
    let mut found = Vec::new();
    for number in 0..NUMBERED {
        match find(&number.to_string())? {
            Some(pair) => found.push(pair),
            None => break,
        }
    }
    found.splice(0..0, find("")?);
    Ok(found)
}

impl CertificatePaths {
    /// Returns all in the folder that was named; else a user's own where they exist, else the system's.
    ///
    /// # Errors
    /// Nobody is named as an authority, or half of an own certificate is missing.
    fn of(folder: Option<&[u8]>, env: &impl Env) -> Result<Self> {
        let is_there = |path: PathBuf| env.exists(&path).then_some(path);
        let authorities = |path: PathBuf| {
            let shown = path_text(&path);
            is_there(path).ok_or_else(|| missing(message!("CA certificate '%1$s' does not exist", shown)))
        };
        if let Some(folder) = folder {
            // Empty is the root, as in the stock library.
            let folder = if folder.is_empty() { b"/" } else { folder };
            let folder = PathBuf::from(OsString::from_vec(folder.to_vec()));
            return Ok(Self {
                authorities: authorities(folder.join("cacert.pem"))?,
                revocations: folder.join("cacrl.pem"),
                identities: identities(&folder, &folder, env)?,
                own_folder: folder,
            });
        }
        let home = env.home().filter(|_| !env.privileged());
        let own = home.map(|home| home.join(".pki/libvirt"));
        let of_user = match &own {
            Some(folder) => identities(folder, folder, env)?,
            None => Vec::new(),
        };
        let users = |name| own.as_ref().map(|folder| folder.join(name)).and_then(is_there);
        let authorities = match users("cacert.pem") {
            Some(path) => path,
            None => authorities("/etc/pki/CA/cacert.pem".into())?,
        };
        let revocations = users("cacrl.pem");
        let (identities, own_folder) = match own {
            Some(folder) if !of_user.is_empty() => (of_user, folder),
            _ => {
                let folder = PathBuf::from("/etc/pki/libvirt");
                (identities(&folder, &folder.join("private"), env)?, folder)
            }
        };
        Ok(Self {
            authorities,
            revocations: revocations.unwrap_or_else(|| "/etc/pki/CA/cacrl.pem".into()),
            identities,
            own_folder,
        })
    }

    fn authorities_step(&self) -> Step {
        let path = path_text(&self.authorities);
        Step::Certificate { text: format!("servers are believed whose authority is in {path}") }
    }

    fn own_step(&self) -> Step {
        let own: Vec<String> = self.identities.iter().map(|(path, _)| path_text(path)).collect();
        Step::Certificate {
            text: if own.is_empty() {
                let folder = path_text(&self.own_folder);
                format!("we have none of our own: {folder}/clientcert.pem is missing")
            } else {
                format!("our own is {}", own.join(", "))
            },
        }
    }

    fn read(&self, env: &impl Env) -> Files {
        let read = |path: &Path| Source::read(path_text(path), env.exists(path).then(|| env.open(path)));
        let identities = self.identities.iter();
        Files {
            authorities: read(&self.authorities),
            revocations: read(&self.revocations),
            identities: identities
                .map(|(certificate, key)| Identity { certificate: read(certificate), key: read(key) })
                .collect(),
        }
    }
}

/// The session before the engine drives it: everything here waits, until the deadline.
struct Handshake<'a> {
    socket: &'a OwnedFd,
    session: Session,
    /// What the peer said inside TLS; it may come with the last bytes of the handshake.
    received: Vec<u8>,
    deadline: Option<Instant>,
    /// The error of a deadline that passed.
    late: &'a dyn Fn(&str) -> Error,
}

/// How receiving ended where nothing was received.
enum ReceiveError {
    /// The peer closed.
    End,
    Failed,
    TimedOut,
}

impl Handshake<'_> {
    fn shake_hands(&mut self) -> Result<()> {
        const DOING: &str = "TLS handshake";
        loop {
            self.send(DOING)?;
            if !self.session.is_handshaking() {
                return Ok(());
            }
            let mut room = [0; 8192];
            let bytes = match self.receive(&mut room) {
                Ok(bytes) => bytes,
                Err(ReceiveError::TimedOut) => return Err((self.late)(DOING)),
                Err(ReceiveError::End) => {
                    return Err(failed("The TLS connection was non-properly terminated."));
                }
                Err(ReceiveError::Failed) => return Err(failed("Error in the pull function.")),
            };
            if let Err(failure) = self.session.decode(bytes, &mut self.received) {
                // The alert that tells the server why; it may be gone.
                let _ = self.send(DOING);
                return Err(handshake_failed(&failure));
            }
            if self.session.ended() {
                return Err(failed("The TLS connection was non-properly terminated."));
            }
        }
    }

    /// One byte inside TLS: the server looked at the client's certificate and address, and goes on with it.
    fn await_confirmation(&mut self) -> Result<()> {
        const DOING: &str = "TLS confirmation";
        let unread = |errno| Error::system(ErrorDomain::RPC, errno, message!("Unable to read TLS confirmation"));
        while self.received.is_empty() && !self.session.ended() {
            let mut room = [0; 8192];
            let bytes = match self.receive(&mut room) {
                Ok(bytes) => bytes,
                Err(ReceiveError::TimedOut) => return Err((self.late)(DOING)),
                Err(ReceiveError::End | ReceiveError::Failed) => return Err(unread(EIO)),
            };
            self.session.decode(bytes, &mut self.received).map_err(|_| unread(EIO))?;
            self.send(DOING)?;
        }
        if self.received.as_slice() == [1] {
            return Ok(());
        }
        Err(Error::new(
            ErrorDomain::RPC,
            ErrorCode::RPC,
            message!("server verification (of our certificate or IP address) failed"),
        ))
    }

    /// Sends what the session has to say.
    fn send(&mut self, doing: &str) -> Result<()> {
        let mut outer = Vec::new();
        self.session.speak(&mut outer);
        let mut rest = outer.as_slice();
        while !rest.is_empty() {
            match oxivirt_sys::send(self.socket.as_fd(), rest, false) {
                Ok(sent) => rest = rest.get(sent..).unwrap_or_default(),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    let seen = self.wait(Interest::WRITE);
                    if seen.map_err(|_| failed("Error in the push function."))? {
                        return Err((self.late)(doing));
                    }
                }
                // What the server said before it closed tells more.
                Err(_) => return Ok(()),
            }
        }
        Ok(())
    }

    fn receive<'b>(&self, room: &'b mut [u8]) -> std::result::Result<&'b [u8], ReceiveError> {
        loop {
            if self.wait(Interest::READ).map_err(|_| ReceiveError::Failed)? {
                return Err(ReceiveError::TimedOut);
            }
            // Readable is a hint: a receive that sleeps would not see the deadline.
            match oxivirt_sys::recv(self.socket.as_fd(), room, false) {
                Ok(0) => return Err(ReceiveError::End),
                Ok(count) => return Ok(room.get(..count).unwrap_or_default()),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(_) => return Err(ReceiveError::Failed),
            }
        }
    }

    /// Whether the deadline passed.
    fn wait(&self, interest: Interest) -> io::Result<bool> {
        let seen = oxivirt_sys::wait_one(self.socket.as_fd(), interest, self.deadline)?;
        Ok(seen.is_empty())
    }
}

fn failed(why: &str) -> Error {
    Error::new(ErrorDomain::RPC, ErrorCode::AUTH_FAILED, message!("TLS handshake failed %1$s", why))
}

fn handshake_failed(failure: &Failure) -> Error {
    let text = match failure {
        Failure::Protocol(why) => return failed(why),
        Failure::Certificate(None) => message!("Failed to verify peer's certificate"),
        Failure::Certificate(Some(why)) => {
            [message!("Failed to verify peer's certificate"), format!(": {why}").into_bytes()].concat()
        }
    };
    Error::new(ErrorDomain::RPC, ErrorCode::AUTH_FAILED, text)
}

/// The session as the engine's bytes pass it.
#[derive(Debug)]
struct Tls(Session);

fn layer_error(failure: Failure) -> String {
    match failure {
        Failure::Protocol(why) => format!("TLS: {why}"),
        Failure::Certificate(_) => "TLS: Failed to verify peer's certificate".to_owned(),
    }
}

impl Layer for Tls {
    fn decode(&mut self, outer: &[u8], inner: &mut Vec<u8>) -> std::result::Result<(), String> {
        self.0.decode(outer, inner).map_err(layer_error)
    }

    fn encode(&mut self, inner: &[u8], outer: &mut Vec<u8>) -> std::result::Result<(), String> {
        self.0.encode(inner, outer).map_err(layer_error)
    }

    fn speak(&mut self, outer: &mut Vec<u8>) {
        self.0.speak(outer);
    }

    fn ended(&self) -> bool {
        self.0.ended()
    }
}

#[cfg(test)]
#[path = "tls_tests.rs"]
mod tests;
