//! What can be said about the user's ssh-agent after ssh got nowhere with it: ssh itself is silent about that.
use oxivirt_sys::Interest;
use oxivirt_sys::errno::errno;
use std::ffi::OsString;
use std::io;
use std::os::fd::AsFd;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long an agent may take to count its keys.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(if cfg!(test) { 60 } else { 1 });

/// Whether there is an agent, and what it has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Agent {
    /// The environment names none.
    None,
    /// Nobody listens at the named socket: its path and the error's number.
    Unreachable(PathBuf, i32),
    /// It has no keys.
    Empty,
    /// It has keys, or does not tell.
    Keys,
}

impl Agent {
    /// Looks at the agent whose socket `variable` (SSH_AUTH_SOCK) holds.
    pub(super) fn at(variable: Option<OsString>) -> Self {
        let Some(path) = variable.filter(|path| !path.is_empty()).map(PathBuf::from) else {
            return Self::None;
        };
        match count(&path) {
            Err(error) => Self::Unreachable(path, errno(&error)),
            Ok(Some(0)) => Self::Empty,
            Ok(_) => Self::Keys,
        }
    }
}

/// Returns how many keys an agent has; `None` when it does not say. An error when it cannot be reached.
fn count(path: &Path) -> io::Result<Option<u32>> {
    /// SSH_AGENTC_REQUEST_IDENTITIES, behind its length.
    const REQUEST: [u8; 5] = [0, 0, 0, 1, 11];
    /// SSH_AGENT_IDENTITIES_ANSWER
    const ANSWER: u8 = 12;
    let socket = oxivirt_sys::connect_unix(path, Some(ANSWER_TIMEOUT))?;
    let fd = socket.as_fd();
    if oxivirt_sys::send(fd, &REQUEST, false).ok() != Some(REQUEST.len()) {
        return Ok(None);
    }
    // A length, the kind of answer, the number of keys.
    let mut start = [0u8; 9];
    let mut filled = 0usize;
    let end = Instant::now().checked_add(ANSWER_TIMEOUT);
    while let Some(rest) = start.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        let ready = oxivirt_sys::wait_one(fd, Interest::READ, end);
        if ready.map_or(true, |ready| ready.is_empty()) {
            return Ok(None);
        }
        match oxivirt_sys::recv(fd, rest, false) {
            Ok(count @ 1..) => filled = filled.saturating_add(count),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Ok(0) | Err(_) => return Ok(None),
        }
    }
    let [_, _, _, _, kind, number @ ..] = start;
    Ok((kind == ANSWER).then(|| u32::from_be_bytes(number)))
}

#[cfg(test)]
mod tests {
    use super::super::temp_dir::TempDir;
    use super::*;
    use std::io::{Read, Write};
    use std::os::unix::net::UnixListener;

    /// Returns what an agent that says `answer`, in two pieces, is taken for.
    fn told(answer: &'static [u8]) -> Agent {
        let temp_dir = TempDir::new().unwrap();
        let path = temp_dir.file("agent");
        let listener = UnixListener::bind(&path).unwrap();
        let agent = std::thread::spawn(move || {
            let (mut peer, _) = listener.accept().unwrap();
            let mut request = [0u8; 5];
            peer.read_exact(&mut request).unwrap();
            assert_eq!(request, [0, 0, 0, 1, 11]);
            for piece in answer.chunks(5) {
                peer.write_all(piece).unwrap();
            }
        });
        let seen = Agent::at(Some(path.into()));
        agent.join().unwrap();
        seen
    }

    #[test]
    fn what_agents_say() {
        assert_eq!(told(&[0, 0, 0, 5, 12, 0, 0, 0, 0]), Agent::Empty);
        assert_eq!(told(&[0, 0, 0, 99, 12, 0, 0, 0, 1]), Agent::Keys);
        // A refusal, and an end, tell nothing.
        assert_eq!(told(&[0, 0, 0, 5, 5, 0, 0, 0, 0]), Agent::Keys);
        assert_eq!(told(&[0, 0, 0]), Agent::Keys);
    }

    #[test]
    fn nobody_there() {
        assert_eq!(Agent::at(None), Agent::None);
        assert_eq!(Agent::at(Some(OsString::new())), Agent::None);
        let temp_dir = TempDir::new().unwrap();
        let path = temp_dir.file("nothing");
        let seen = Agent::at(Some(path.clone().into()));
        assert_eq!(seen, Agent::Unreachable(path, 2));
    }
}
