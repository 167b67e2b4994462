//! The console of a domain.
use crate::bytes::Shown;
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::shell::{Body, Shell};
use oxivirt::domain::State;
use oxivirt::stream::Received;
use oxivirt::{Domain, Error, ErrorCode, ErrorDomain, Stream};
use oxivirt_model::constants as c;
use oxivirt_sys::{HarmlessSignals, Interest, PollFd, TerminalMode, poll, spawn_thread};
use std::fs::File;
use std::io::{IsTerminal, PipeReader, Read, Write, pipe};
use std::os::fd::{AsFd, AsRawFd};
use std::sync::mpsc::channel;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[("console", console)];

/// Bytes that are read at once.
const ROOM: usize = 4096;

/// Returns the byte that ends the session.
fn escape_byte(escape: &[u8]) -> u8 {
    match escape {
        [b'^', letter, ..] => letter.to_ascii_uppercase() ^ 0x40,
        [byte, ..] => *byte,
        [] => 0,
    }
}

fn failed(text: &str) -> Error {
    Error::new(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, text)
}

/// Shows what the console says until it ends. Returns why it did.
fn show(stream: &Stream) -> Error {
    let mut room = [0; ROOM];
    loop {
        let length = match stream.recv(&mut room) {
            Ok(Received::Data(0)) => return failed("console stream EOF"),
            Ok(Received::Data(length)) => length,
            Ok(_) => continue,
            Err(error) => return error,
        };
        let mut out = std::io::stdout().lock();
        let shown = room.get(..length).unwrap_or_default();
        if out.write_all(shown).and_then(|()| out.flush()).is_err() {
            return failed("IO error stdout");
        }
    }
}

/// Sends what the user types, until that begins with the escape character. Returns false if the console ended before.
fn send(stream: &Stream, escape: u8, ended: &PipeReader) -> Result<bool, Error> {
    let error = |error: std::io::Error| {
        Error::system(ErrorDomain::NONE, error.raw_os_error().unwrap_or_default(), "cannot read from stdin")
    };
    let mut input = File::from(std::io::stdin().as_fd().try_clone_to_owned().map_err(error)?);
    let mut room = [0; ROOM];
    loop {
        let mut set = [input.as_raw_fd(), ended.as_raw_fd()].map(|fd| PollFd::new(fd, Interest::READ));
        poll(&mut set, None).map_err(error)?;
        let [keys, over] = set.map(|one| !one.seen().is_empty());
        if over {
            return Ok(false);
        }
        if !keys {
            continue;
        }
        let length = input.read(&mut room).map_err(error)?;
        let typed = room.get(..length).unwrap_or_default();
        if typed.is_empty() {
            return Err(Error::new(ErrorDomain::NONE, ErrorCode::SYSTEM_ERROR, "EOF on stdin"));
        }
        if typed.first() == Some(&escape) {
            return Ok(true);
        }
        stream.send(typed)?;
    }
}

/// Says what the terminal is connected with.
fn greet(sh: &Shell, domain: &Domain) {
    let escape = crate::bytes::text(&sh.escape);
    sh.extra(&format!("Connected to domain '{}'\n", domain.name().shown()));
    sh.extra(&format!("Escape character is {escape}"));
    if let Some(letter) = escape.strip_prefix('^') {
        sh.extra(&format!(" (Ctrl + {letter})"));
    }
    sh.extra("\n");
    sh.flush();
}

fn session(sh: &Shell, domain: &Domain, device: Option<&str>, resumes: bool, flags: u32) -> Done {
    let no_thread = |error: std::io::Error| Failure::say(error.to_string());
    // What would end the program does not, so that the terminal is brought back first.
    let signals = HarmlessSignals::begin().map_err(no_thread)?;
    let stream = Stream::new(&sh.conn()?, 0);
    domain.open_console(device.map(|device| crate::bytes::bytes(device).into_owned()), &stream, flags)?;
    greet(sh, domain);
    let terminal = TerminalMode::current().ok_or_else(|| Failure::say("unable to get tty attributes"))?;
    let raw = terminal.raw().map_err(|_| Failure::say("unable to set tty attributes"))?;
    if resumes {
        let failed = |_| Failure::say(format!("Failed to resume domain '{}'", domain.name().shown()));
        domain.resume().map_err(failed)?;
    }
    let (ended, end) = pipe().map_err(no_thread)?;
    let (report, reported) = channel();
    let shown = stream.clone();
    spawn_thread("console", move || {
        // Who ended the session on purpose does not listen any more.
        let _ = report.send(show(&shown));
        drop(end);
    })
    .map_err(no_thread)?;
    let sent = send(&stream, escape_byte(&sh.escape), &ended);
    let done = match sent {
        Ok(true) => stream.finish().map_err(Failure::from),
        Ok(false) => {
            let _ = stream.abort();
            Err(reported.recv().map_or_else(|_| Failure::quiet(), Failure::from))
        }
        Err(error) => {
            let _ = stream.abort();
            Err(error.into())
        }
    };
    drop(raw);
    drop(signals);
    done
}

/// Connects the terminal with a console. The domain goes on once it is open, if `resumes`.
pub(crate) fn run(sh: &Shell, domain: &Domain, device: Option<&str>, resumes: bool, flags: u32) -> Done {
    let (state, _) = domain.state(0).or_say(|| "Unable to get domain status")?;
    if state == State::SHUTOFF {
        return Err(Failure::say("The domain is not running"));
    }
    if !std::io::stdin().is_terminal() {
        return Err(Failure::say("Cannot run interactive console without a controlling TTY"));
    }
    session(sh, domain, device, resumes, flags)
}

fn console(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let device = args.text("devname")?;
    let flags = args.flags(&[("force", c::VIR_DOMAIN_CONSOLE_FORCE), ("safe", c::VIR_DOMAIN_CONSOLE_SAFE)]);
    run(sh, &domain, device, args.has("resume"), flags)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_escape_character_is_a_control_character_behind_a_caret() {
        assert_eq!(escape_byte(b"^]"), 0x1d);
        assert_eq!(escape_byte(b"^a"), 1);
        assert_eq!(escape_byte(b"q"), b'q');
    }
}
