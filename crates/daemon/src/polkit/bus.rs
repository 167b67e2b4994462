//! A connection to the system's message bus, on which one call at a time waits for its answer.
use super::wire::{self, Answer, Body, Method, Returned};
use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::linux::net::SocketAddrExt;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::net::{SocketAddr, UnixStream};
use std::path::Path;
use std::time::{Duration, Instant};

/// Where the bus is unless the environment says otherwise.
const ADDRESS: &str = "unix:path=/run/dbus/system_bus_socket";
/// How long the bus itself may take.
const TIMEOUT: Duration = Duration::from_secs(25);
const HELLO: Method = Method {
    destination: "org.freedesktop.DBus",
    path: "/org/freedesktop/DBus",
    interface: "org.freedesktop.DBus",
    member: "Hello",
};

/// Why a call has no result.
#[derive(Debug)]
pub(super) enum CallError {
    /// The connection is of no use any more.
    Broken(io::Error),
    /// The service answered with an error: its name and text.
    Service(String, String),
}

impl From<io::Error> for CallError {
    fn from(error: io::Error) -> Self {
        Self::Broken(error)
    }
}

/// An open connection.
#[derive(Debug)]
pub(super) struct Bus {
    stream: BufReader<UnixStream>,
    serial: u32,
}

fn malformed(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what.to_owned())
}

impl Bus {
    /// Connects to the system's bus.
    ///
    /// # Errors
    /// It is not there, or does not let this process in.
    pub(super) fn connect() -> io::Result<Self> {
        let address = oxivirt_sys::variable("DBUS_SYSTEM_BUS_ADDRESS").filter(|address| !address.is_empty());
        let stream = open(&address.unwrap_or_else(|| ADDRESS.into()))?;
        stream.set_read_timeout(Some(TIMEOUT))?;
        stream.set_write_timeout(Some(TIMEOUT))?;
        let mut bus = Self { stream: BufReader::new(stream), serial: 0 };
        bus.authenticate()?;
        match bus.call(HELLO, "", &Body::default(), TIMEOUT) {
            Ok(_) => Ok(bus),
            Err(CallError::Broken(error)) => Err(error),
            Err(CallError::Service(name, text)) => Err(io::Error::other(format!("{name}: {text}"))),
        }
    }

    /// Says who this process is, which the bus checks with the kernel.
    fn authenticate(&mut self) -> io::Result<()> {
        /// Longest line of the bus.
        const LINE: u64 = 16_384;
        let user: String = oxivirt_sys::euid().to_string().bytes().map(|digit| format!("{digit:02x}")).collect();
        self.stream.get_mut().write_all(format!("\0AUTH EXTERNAL {user}\r\n").as_bytes())?;
        let mut line = Vec::new();
        self.stream.by_ref().take(LINE).read_until(b'\n', &mut line)?;
        if !line.starts_with(b"OK ") {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the message bus refuses this process"));
        }
        self.stream.get_mut().write_all(b"BEGIN\r\n")
    }

    /// Calls a method and waits for its answer, this long at the most.
    ///
    /// # Errors
    /// The connection broke, or the service answered with an error.
    pub(super) fn call(
        &mut self,
        method: Method,
        signature: &str,
        body: &Body,
        timeout: Duration,
    ) -> Result<Returned, CallError> {
        self.serial = self.serial.wrapping_add(1).max(1);
        let serial = self.serial;
        self.stream.get_mut().write_all(&wire::call(method, serial, signature, body))?;
        let deadline = Instant::now().checked_add(timeout);
        loop {
            let left = deadline.map_or(timeout, |deadline| deadline.saturating_duration_since(Instant::now()));
            if left.is_zero() {
                return Err(io::Error::from(io::ErrorKind::TimedOut).into());
            }
            self.stream.get_ref().set_read_timeout(Some(left))?;
            let message = self.receive()?;
            match wire::answer(&message) {
                Some((answered, Answer::Return(returned))) if answered == serial => return Ok(returned),
                Some((answered, Answer::Error(name, text))) if answered == serial => {
                    return Err(CallError::Service(name, text));
                }
                // A signal, or the answer to a call that was given up.
                _ => {}
            }
        }
    }

    fn receive(&mut self) -> io::Result<Vec<u8>> {
        let mut head = [0; wire::HEAD];
        self.stream.read_exact(&mut head)?;
        let length = wire::length(&head).ok_or_else(|| malformed("a message that is none"))?;
        let mut message = head.to_vec();
        message.resize(length, 0);
        self.stream.read_exact(message.get_mut(wire::HEAD..).unwrap_or_default())?;
        Ok(message)
    }
}

/// Connects to the first of some addresses (D-Bus specification 0.43, "Server Addresses") that works.
fn open(addresses: &OsStr) -> io::Result<UnixStream> {
    let mut failed = malformed("an address without a socket");
    for address in addresses.as_bytes().split(|byte| *byte == b';') {
        let Some(keys) = address.strip_prefix(b"unix:") else { continue };
        for key in keys.split(|byte| *byte == b',') {
            let opened = if let Some(path) = key.strip_prefix(b"path=") {
                UnixStream::connect(Path::new(&unescape(path)))
            } else if let Some(name) = key.strip_prefix(b"abstract=") {
                SocketAddr::from_abstract_name(unescape(name).as_bytes())
                    .and_then(|address| UnixStream::connect_addr(&address))
            } else {
                continue;
            };
            match opened {
                Ok(stream) => return Ok(stream),
                Err(error) => failed = error,
            }
        }
    }
    Err(failed)
}

/// Returns a value with `%XX` decoded.
fn unescape(value: &[u8]) -> OsString {
    let mut decoded = Vec::new();
    let mut rest = value;
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = digits.filter(|_| *first == b'%').and_then(|digits| u8::from_str_radix(digits, 16).ok());
        decoded.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    OsString::from_vec(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        assert_eq!(unescape(b"/a%20b%2"), "/a b%2");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a b");
        let listener = std::os::unix::net::UnixListener::bind(&path).unwrap();
        let shown = path.to_str().unwrap().replace(' ', "%20");
        assert!(open(OsStr::new(&format!("tcp:host=x;unix:path=/nonexistent;unix:path={shown},guid=1"))).is_ok());
        drop(listener);
        let error = open(OsStr::new("unix:path=/nonexistent")).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::NotFound);
        assert!(open(OsStr::new("")).is_err());
    }
}
