//! A daemon of a few procedures, for the documentation's examples and for tests: two domains, `web` that runs and `db` that does
//! not, and one or two of every other kind of object. It listens on a UNIX socket in a folder of its own, which goes with it.
//!
//! ```
//! let daemon = oxivirt_scripted::Daemon::start().unwrap();
//! assert!(daemon.uri().starts_with("test+unix:///default?socket=/"));
//! ```
mod domain;
mod driver;
mod objects;

use driver::Driver;
use oxivirt_model::Error;
use oxivirt_protocol::{Call, Event, Program, error_to_wire, qemu, remote};
use oxivirt_xdr::{Encode, Writer};
use std::io::{self, Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// Kinds of frames.
const REPLY: u32 = 1;
const MESSAGE: u32 = 2;
/// Length, program, version, procedure, kind, serial, status.
const HEADER: usize = 28;
/// The longest frame that is read.
const FRAME_MAX: usize = 1 << 20;

/// A running daemon; dropping it removes its socket.
#[derive(Debug)]
pub struct Daemon {
    folder: tempfile::TempDir,
    clients: Clients,
}

type Clients = Arc<Mutex<Vec<UnixStream>>>;

impl Daemon {
    /// Starts a daemon whose threads end with their connections, or with the process.
    ///
    /// # Errors
    /// The folder or the socket cannot be made.
    pub fn start() -> io::Result<Self> {
        let daemon = Self { folder: tempfile::tempdir()?, clients: Clients::default() };
        let listener = UnixListener::bind(daemon.socket())?;
        let clients = Arc::clone(&daemon.clients);
        std::thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                clients.lock().unwrap_or_else(PoisonError::into_inner).extend(client.try_clone());
                // A client that is gone ends its thread.
                std::thread::spawn(move || drop(serve(client)));
            }
        });
        Ok(daemon)
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("sock")
    }

    /// Returns the URI that opens a connection to it.
    #[must_use]
    pub fn uri(&self) -> String {
        format!("test+unix:///default?socket={}", self.socket().display())
    }

    /// Tells all clients that `web` was started.
    ///
    /// # Errors
    /// A client is gone.
    pub fn report_start(&self) -> io::Result<()> {
        let event = Event::DomainLifecycle { dom: driver::web(), event: 2, detail: 0 };
        let mut body = Vec::new();
        event.encode(Some(driver::CALLBACK), &mut Writer::new(&mut body, FRAME_MAX)).map_err(io::Error::other)?;
        let (_, procedure) = event.procedure(true).ok_or(io::ErrorKind::InvalidData)?;
        for client in &mut *self.clients.lock().unwrap_or_else(PoisonError::into_inner) {
            write_frame(client, Program::REMOTE, [procedure, MESSAGE, 0, 0], &body)?;
        }
        Ok(())
    }
}

/// Answers one client until it goes.
fn serve(mut client: UnixStream) -> io::Result<()> {
    let driver = Driver::default();
    loop {
        let mut length = [0; 4];
        client.read_exact(&mut length)?;
        let length = usize::try_from(u32::from_be_bytes(length)).unwrap_or(usize::MAX);
        if !(HEADER..=FRAME_MAX).contains(&length) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut frame = vec![0; length.saturating_sub(4)];
        client.read_exact(&mut frame)?;
        let word = |n: usize| {
            let bytes = frame.get(n.saturating_mul(4)..).and_then(|rest| rest.first_chunk::<4>());
            u32::from_be_bytes(bytes.copied().unwrap_or_default())
        };
        let (program, procedure, serial) = (Program(word(0)), word(2), word(4));
        let payload = frame.get(HEADER.saturating_sub(4)..).unwrap_or_default();
        let mut body = Vec::new();
        let call = &mut Call::new();
        let answer = match program {
            Program::QEMU => qemu::dispatch(&driver, call, qemu::Procedure(procedure), payload, &mut body),
            _ => remote::dispatch(&driver, call, remote::Procedure(procedure), payload, &mut body),
        };
        let status = u32::from(answer.is_err());
        if let Err(error) = answer {
            body = refusal(&error);
        }
        write_frame(&mut client, program, [procedure, REPLY, serial, status], &body)?;
    }
}

fn refusal(error: &Error) -> Vec<u8> {
    let mut body = Vec::new();
    // An error record always fits.
    let _ = error_to_wire(error).encode(&mut Writer::new(&mut body, FRAME_MAX));
    body
}

fn write_frame(
    client: &mut UnixStream,
    program: Program,
    [procedure, kind, serial, status]: [u32; 4],
    body: &[u8],
) -> io::Result<()> {
    let length = u32::try_from(body.len().saturating_add(HEADER)).map_err(io::Error::other)?;
    let words = [length, program.0, 1, procedure, kind, serial, status];
    let mut frame: Vec<u8> = words.into_iter().flat_map(u32::to_be_bytes).collect();
    frame.extend_from_slice(body);
    client.write_all(&frame)
}
