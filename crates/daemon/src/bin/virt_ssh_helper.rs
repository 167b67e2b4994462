//! virt-ssh-helper: the far end of connections through ssh. It connects to this host's daemon for a URI and passes bytes on.
use oxivirt_conf::Uri;
use std::ffi::OsString;
use std::fs::File;
use std::io::{Read, Write};
use std::net::Shutdown;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::net::UnixStream;
use std::process::ExitCode;

const HELP: &str = "Usage:
  virt-ssh-helper [OPTION…] URI - libvirt socket proxy

Started through ssh by clients of other hosts; of no use by hand.

Help Options:
  -h, --help         Show help options

Application Options:
  -r, --readonly     Connect read-only
  -V, --version      Display version information

";
/// Bytes that are passed on at a time.
const PIECE: usize = 256 << 10;

/// What the command line asks for.
enum Asked {
    Text(String),
    Connection { uri: OsString, read_only: bool },
}

fn main() -> ExitCode {
    match asked() {
        Ok(Asked::Text(text)) => {
            // Nobody is left to be told.
            let _ = std::io::stdout().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Ok(Asked::Connection { uri, read_only }) => match relay(&uri.into_vec(), read_only) {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => refused(&format!("virt-ssh-helper: {why}\n")),
        },
        Err(why) => refused(&why),
    }
}

fn refused(why: &str) -> ExitCode {
    oxivirt_sys::write_to_stderr(why.as_bytes());
    ExitCode::FAILURE
}

/// Reads the command line.
fn asked() -> Result<Asked, String> {
    use lexopt::prelude::{Long, Short, Value};
    let mut parser = lexopt::Parser::from_env();
    let (mut uri, mut read_only) = (None, false);
    loop {
        match parser.next().map_err(|why| format!("option parsing failed: {why}\n"))? {
            None => break,
            Some(Short('h') | Long("help")) => return Ok(Asked::Text(HELP.to_owned())),
            Some(Short('V') | Long("version")) => {
                return Ok(Asked::Text(format!("virt-ssh-helper (libvirt) {}\n", env!("CARGO_PKG_VERSION"))));
            }
            Some(Short('r') | Long("readonly")) => read_only = true,
            Some(Value(value)) if uri.is_none() => uri = Some(value),
            Some(Value(_)) => return Err(HELP.to_owned()),
            Some(Short(option)) => return Err(format!("option parsing failed: Unknown option -{option}\n")),
            Some(Long(option)) => return Err(format!("option parsing failed: Unknown option --{option}\n")),
        }
    }
    uri.map(|uri| Asked::Connection { uri, read_only }).ok_or_else(|| HELP.to_owned())
}

/// Connects, and passes bytes on until either end has no more.
fn relay(name: &[u8], read_only: bool) -> Result<(), String> {
    let shown = String::from_utf8_lossy(name);
    let uri = Uri::parse(name)
        .ok_or_else(|| format!("cannot parse '{shown}': internal error: Unable to parse URI {shown}"))?;
    let found = oxivirt_client::connect_local(&uri, read_only)
        .map_err(|why| format!("cannot parse URI transport '{shown}': {}", why.text()))?;
    let (path, connected) = found.ok_or_else(|| format!("unexpected URI transport '{shown}'"))?;
    let socket = connected.map_err(|why| format!("cannot connect to '{path}': {}", why.text()))?;
    pass_on(socket).map_err(|why| format!("proxy loop failed: {why}"))
}

/// Each direction has a thread of its own, so that neither waits for the other.
fn pass_on(socket: OwnedFd) -> std::io::Result<()> {
    let socket = UnixStream::from(socket);
    socket.set_nonblocking(false)?;
    let to_daemon = socket.try_clone()?;
    let there = move || {
        // However it ends: the daemon is told, hangs up, and so ends the other direction.
        let _ = copy(&mut std::io::stdin().lock(), &mut &to_daemon);
        let _ = to_daemon.shutdown(Shutdown::Write);
    };
    oxivirt_sys::spawn_thread("to-daemon", there)?;
    // Standard output holds lines back; its descriptor does not.
    use std::os::fd::AsFd;
    let mut out = File::from(std::io::stdout().as_fd().try_clone_to_owned()?);
    copy(&mut &socket, &mut out)
}

fn copy(from: &mut impl Read, to: &mut impl Write) -> std::io::Result<()> {
    let mut buffer = vec![0; PIECE];
    loop {
        let count = match from.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(count) => count,
            Err(why) if why.kind() == std::io::ErrorKind::Interrupted => continue,
            // The daemon, or the client, is gone.
            Err(why) if why.kind() == std::io::ErrorKind::ConnectionReset => return Ok(()),
            Err(why) => return Err(why),
        };
        to.write_all(buffer.get(..count).unwrap_or_default())?;
    }
}
