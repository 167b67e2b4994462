//! The libssh and libssh2 transports, done by the user's ssh: it is told what the URI says and nothing else (it reads no
//! configuration), asks through the program's callback, and is waited for until the other host let us in.
use super::askpass::{PROGRAM, Question, Responder};
use super::library::Library;
use super::login::{Login, Verify};
use super::process::Start;
use super::ssh::{PASSED, channel, late};
use super::ssh_command::check_names;
use crate::choice::Target;
use crate::link::{Channel, TransportProcess};
use oxivirt_conf::Credentials;
use oxivirt_conf::ProcessEnv;
use oxivirt_model::{Error, ErrorDomain, Result, message};
use oxivirt_sys::{Interest, PollFd};
use std::ffi::OsStr;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::time::Instant;

/// Logs in and starts what reaches the daemon on the other host.
///
/// # Errors
/// The URI is wrong, the host cannot be reached or is not who it should be, nobody can answer its questions, or it does
/// not let us in.
pub(super) fn connect(
    target: &Target,
    credentials: Option<&mut dyn Credentials>,
    deadline: Option<Instant>,
) -> Result<Channel> {
    let library = Library::of(target.transport);
    let login = Login::of(target, library, &ProcessEnv)?;
    check_names(target)?;
    let arguments = login.arguments(target, library)?;
    if login.verify == Verify::Auto {
        login.make_folder();
    }
    let failed = |error: std::io::Error| {
        let errno = error.raw_os_error().unwrap_or_default();
        Error::system(ErrorDomain::RPC, errno, "Unable to prepare for ssh's questions")
    };
    let program = oxivirt_sys::anonymous_program(c"askpass", PROGRAM).map_err(failed)?;
    let askpass = format!("/proc/{}/fd/{}", std::process::id(), program.as_raw_fd());
    let display = oxivirt_sys::variable("DISPLAY").unwrap_or_else(|| ":0".into());
    let start = Start {
        program: b"ssh",
        arguments: &arguments,
        passed: PASSED,
        set: &[
            ("SSH_ASKPASS", OsStr::new(&askpass)),
            ("SSH_ASKPASS_REQUIRE", OsStr::new("force")),
            // Versions before 8.4 ask this way only with a display and without a terminal.
            ("DISPLAY", &display),
        ],
        session: true,
    };
    let (socket, transport_process) = start.start()?;
    let mut responder = Responder::new(library, target, login.key.clone(), credentials);
    log_in(&login, &mut responder, &socket, &transport_process, deadline)?;
    let transport_process = transport_process.with_exit_error(library);
    Ok(channel(target, socket, transport_process))
}

/// Answers questions until the other host let us in.
fn log_in(
    login: &Login,
    responder: &mut Responder<'_, '_>,
    socket: &OwnedFd,
    transport_process: &TransportProcess,
    deadline: Option<Instant>,
) -> Result<()> {
    /// Longer questions are cut by ssh itself.
    const LONGEST: usize = 65536;
    let ended = |responder: &Responder<'_, '_>| {
        responder.library.failure(responder.target, login, transport_process.error_output())
    };
    let mut heard: Vec<u8> = Vec::new();
    loop {
        let mut set =
            [PollFd::new(socket.as_raw_fd(), Interest::READ), PollFd::new(transport_process.stderr(), Interest::READ)];
        let ready = oxivirt_sys::poll(&mut set, deadline);
        if ready.map_err(|_| ended(responder))? == 0 {
            return Err(late(responder.target));
        }
        transport_process.read_error_output();
        let [ours, _] = set;
        if ours.seen().is_empty() {
            continue;
        }
        // One byte at a time: what follows the last one of these is the daemon's.
        let mut byte = [0u8];
        match oxivirt_sys::recv(socket.as_fd(), &mut byte, false) {
            Ok(1..) => {}
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => continue,
            Ok(0) | Err(_) => return Err(ended(responder)),
        }
        match byte {
            [b'\n'] if heard.is_empty() => return written(login, responder.library, transport_process),
            [0] => {
                let question = String::from_utf8_lossy(heard.get(1..).unwrap_or_default());
                let text = question.split_once('\n').map_or("", |(_, text)| text);
                let mut answer = responder.answer(text)?;
                if matches!(Question::of(text), Question::HostKey(_)) {
                    login.make_folder();
                }
                let sent = send_answer(socket, &answer);
                answer.fill(0);
                std::hint::black_box(&answer);
                sent.map_err(|_| ended(responder))?;
                heard.clear();
            }
            [other] if heard.len() < LONGEST => heard.push(other),
            _ => {}
        }
    }
}

/// ssh goes on when it could not write a new key down; the stock client does not.
fn written(login: &Login, library: Library, transport_process: &TransportProcess) -> Result<()> {
    let words = transport_process.read_error_output();
    let words = String::from_utf8_lossy(&words);
    let failed = "Failed to add the host to the list of known hosts";
    if login.verify == Verify::Ignore || !words.contains(failed) {
        return Ok(());
    }
    let file = String::from_utf8_lossy(&login.known_hosts);
    let text = message!("failed to write known_host file '%1$s': %2$s", file, words.trim_end());
    Err(library.error(text))
}

/// Sends an answer, which ends where a line ends.
fn send_answer(socket: &OwnedFd, answer: &[u8]) -> std::io::Result<()> {
    let line = answer.split(|byte| b"\r\n".contains(byte)).next();
    let mut message = [b"+".as_slice(), line.unwrap_or_default(), b"\n"].concat();
    let mut sent = 0usize;
    let mut result = Ok(());
    while let Some(rest) = message.get(sent..).filter(|rest| !rest.is_empty()) {
        match oxivirt_sys::send(socket.as_fd(), rest, true) {
            Ok(count) => sent = sent.saturating_add(count),
            Err(error) => {
                result = Err(error);
                break;
            }
        }
    }
    message.fill(0);
    std::hint::black_box(&message);
    result
}

#[cfg(test)]
#[path = "libssh_tests.rs"]
mod tests;
