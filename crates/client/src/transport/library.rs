//! The two libraries whose transports ssh stands in for, and how the stock client tells of their failures.
use super::agent::Agent;
use super::askpass::hash_in;
use super::libssh::{Method, Way, port};
use super::tcp::unreachable;
use crate::choice::{Target, Transport};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_sys::errno::EIO;
use std::os::unix::ffi::OsStrExt;

/// Which of them the URI names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Library {
    Libssh,
    Libssh2,
}

/// What a question that stays without an answer ends with.
#[derive(Debug)]
pub(super) struct Faults {
    /// The program gave no callback.
    pub(super) nobody: Error,
    /// It gave one that cannot answer this.
    pub(super) unable: Error,
    /// The callback failed.
    pub(super) failed: Error,
    /// A callback that succeeds without an answer has failed.
    pub(super) silence_fails: bool,
}

impl Faults {
    fn of_any_question(nobody: Error) -> Self {
        let auth = |code, text: Vec<u8>| Error::new(ErrorDomain::AUTH, code, text);
        Self {
            nobody,
            unable: auth(
                ErrorCode::OPERATION_UNSUPPORTED,
                message!("no suitable callback authentication callback was found"),
            ),
            failed: auth(
                ErrorCode::OPERATION_FAILED,
                message!("failed to retrieve user response for authentication callback"),
            ),
            silence_fails: true,
        }
    }
}

impl Library {
    pub(super) fn of(transport: Transport) -> Self {
        if transport == Transport::Libssh2 { Self::Libssh2 } else { Self::Libssh }
    }

    fn domain(self) -> ErrorDomain {
        match self {
            Self::Libssh => ErrorDomain::LIBSSH,
            Self::Libssh2 => ErrorDomain::SSH,
        }
    }

    fn with_code(self, code: ErrorCode, text: impl AsRef<[u8]>) -> Error {
        Error::new(self.domain(), code, text)
    }

    /// A failure of the library.
    pub(super) fn error(self, text: impl AsRef<[u8]>) -> Error {
        let code = match self {
            Self::Libssh => ErrorCode::LIBSSH,
            Self::Libssh2 => ErrorCode::SSH,
        };
        self.with_code(code, text)
    }

    pub(super) fn refused(self, text: impl AsRef<[u8]>) -> Error {
        self.with_code(ErrorCode::AUTH_FAILED, text)
    }

    pub(super) fn passphrase_prompt(self, key: &str) -> Vec<u8> {
        match self {
            Self::Libssh => b"Passphrase".to_vec(),
            Self::Libssh2 => message!("Passphrase for key '%1$s'", key),
        }
    }

    pub(super) fn wrong_passphrase(self, key: &str) -> Error {
        self.refused(match self {
            Self::Libssh => message!("error while opening private key '%1$s', wrong passphrase?", key),
            Self::Libssh2 => {
                let reason = "Unable to extract public key from private key file: Wrong passphrase or invalid/unrecognized private key file format";
                message!("authentication with private key '%1$s' has failed: %2$s", key, reason)
            }
        })
    }

    /// The stock client's libssh transport has one text each for what cannot be asked and what is not answered, whatever
    /// the question; its libssh2 transport has them by question.
    fn faults(self, nobody: Error, unable: Vec<u8>, failed: Vec<u8>) -> Faults {
        match self {
            Self::Libssh => Faults::of_any_question(nobody),
            Self::Libssh2 => {
                Faults { nobody, unable: self.error(unable), failed: self.error(failed), silence_fails: false }
            }
        }
    }

    pub(super) fn host_key_faults(self) -> Faults {
        self.faults(
            self.error(message!("No user interaction callback provided: Can't verify the session host key")),
            message!("no suitable callback for host key verification"),
            message!("failed to retrieve decision to accept host key"),
        )
    }

    pub(super) fn passphrase_faults(self) -> Faults {
        self.faults(
            self.error(message!("No user interaction callback provided: Can't retrieve private key passphrase")),
            message!("no suitable method to retrieve key passphrase"),
            message!("failed to retrieve private key passphrase: callback has failed"),
        )
    }

    pub(super) fn password_faults(self) -> Faults {
        Faults::of_any_question(match self {
            Self::Libssh => self.error(message!("Can't perform authentication: Authentication callback not provided")),
            Self::Libssh2 => {
                Error::new(ErrorDomain::AUTH, ErrorCode::INVALID_ARG, message!("Missing authentication credentials"))
            }
        })
    }

    pub(super) fn interactive_faults(self) -> Faults {
        let nobody = match self {
            Self::Libssh => {
                message!(
                    "No user interaction callback provided: Can't get input from keyboard interactive authentication"
                )
            }
            Self::Libssh2 => {
                message!("Can't perform keyboard-interactive authentication: Authentication callback not provided")
            }
        };
        self.faults(
            self.error(nobody),
            message!("no suitable method to retrieve authentication credentials"),
            message!("failed to retrieve credentials"),
        )
    }

    /// The error of a connection whose ssh ended by itself after saying `words`.
    pub(super) fn failure(self, target: &Target, way: &Way, words: &str) -> Error {
        let host = String::from_utf8_lossy(&target.hostname);
        let last = words.lines().map(str::trim).rfind(|line| !line.is_empty());
        let last = last.unwrap_or_default();
        if let Some(error) = no_connection(target, words) {
            return error;
        }
        if words.contains("REMOTE HOST IDENTIFICATION HAS CHANGED")
            || words.contains("has changed and you have requested strict checking")
        {
            let port = port(target);
            let hash = hash_in(words).unwrap_or_default();
            let file = String::from_utf8_lossy(&way.known_hosts);
            return self.refused(message!(
                "!!! SSH HOST KEY VERIFICATION FAILED !!!: Identity of host '%1$s:%2$d' differs from stored identity. \
                Please verify the new host key '%3$s' to avoid possible man in the middle attack. The key is stored in \
                '%4$s'.",
                host,
                port,
                hash,
                file
            ));
        }
        if words.contains("Host key verification failed") {
            let reason = if words.contains("REVOKED HOST KEY") { "the key is marked as revoked" } else { last };
            return self.error(message!("failed to validate SSH host key: %1$s", reason));
        }
        if words.contains("Too many authentication failures") {
            return self.refused(message!("authentication failed: %1$s", "Too many authentication failures"));
        }
        if let Some((before, offered)) = words.rsplit_once("Permission denied (") {
            let offered = offered.split(')').next().unwrap_or_default();
            return self.denied(way, before, offered);
        }
        let text = message!("SSH session handshake failed: %1$s", last);
        self.with_code(ErrorCode::NO_CONNECT, text)
    }

    /// No method was accepted; `offered` are those the other host would have taken, `words` what ssh said before.
    fn denied(self, way: &Way, words: &str, offered: &str) -> Error {
        let takes = |method: &Method| offered.split(',').any(|name| name == method.wire_name());
        if way.methods.contains(&Method::PrivateKey)
            && takes(&Method::PrivateKey)
            && let Some(error) = self.bad_key(way, words)
        {
            return error;
        }
        let nothing = message!("None of the requested authentication methods are supported by the server");
        match (way.methods.as_slice(), self) {
            ([only], Self::Libssh) if !takes(only) => self.access_denied("none", offered),
            ([Method::Agent], _) => self.agent_denied(&Agent::at(oxivirt_sys::variable("SSH_AUTH_SOCK")), offered),
            ([only], Self::Libssh) => self.access_denied(only.wire_name(), offered),
            ([only], Self::Libssh2) if takes(only) => self.refused(match only {
                Method::Agent | Method::PrivateKey => {
                    let shown = String::from_utf8_lossy(way.key.as_deref().unwrap_or_default());
                    let reason = "Username/PublicKey combination invalid";
                    message!("authentication with private key '%1$s' has failed: %2$s", shown, reason)
                }
                Method::Password => {
                    message!("authentication failed: %1$s", "Authentication failed (username/password)")
                }
                Method::Interactive => {
                    let reason = "Authentication failed (keyboard-interactive)";
                    message!("keyboard interactive authentication failed: %1$s", reason)
                }
            }),
            (methods, _) if methods.iter().any(takes) => self
                .refused(message!("All provided authentication methods with credentials were rejected by the server")),
            _ => self.refused(nothing),
        }
    }

    /// As libssh tells that the other host did not take what it was offered.
    fn access_denied(self, method: &str, offered: &str) -> Error {
        let reason = format!("Access denied for '{method}'. Authentication that can continue: {offered}");
        self.error(message!("failed to authenticate: %1$s", reason))
    }

    /// The agent was the only hope.
    fn agent_denied(self, agent: &Agent, offered: &str) -> Error {
        match (self, agent) {
            (Self::Libssh, Agent::None | Agent::Empty) => self.access_denied("none", offered),
            (Self::Libssh, Agent::Unreachable(path, errno)) => {
                let reason = Error::system(ErrorDomain::NONE, *errno, "");
                let reason = format!("Error from connect({}): {}", path.display(), reason.text());
                self.error(message!("failed to authenticate: %1$s", reason))
            }
            (Self::Libssh, Agent::Keys) => self.access_denied("publickey", offered),
            (Self::Libssh2, Agent::None | Agent::Unreachable(..)) => {
                self.error(message!("Failed to connect to ssh agent"))
            }
            (Self::Libssh2, Agent::Empty) => {
                self.refused(message!("SSH Agent did not provide any authentication identity"))
            }
            (Self::Libssh2, Agent::Keys) => {
                self.refused(message!("All identities provided by the SSH Agent were rejected"))
            }
        }
    }

    /// The private key could not be used at all.
    fn bad_key(self, way: &Way, words: &str) -> Option<Error> {
        let key = way.key.as_deref().unwrap_or_default();
        let shown = String::from_utf8_lossy(key).into_owned();
        if std::fs::File::open(std::ffi::OsStr::from_bytes(key)).is_err() {
            return Some(self.refused(match self {
                Self::Libssh => message!("error while reading private key '%1$s'", shown),
                Self::Libssh2 => {
                    let reason = "Unable to open private key file";
                    message!("authentication with private key '%1$s' has failed: %2$s", shown, reason)
                }
            }));
        }
        let (_, reason) = words.rsplit_once("Load key ")?;
        let reason = reason.lines().next().unwrap_or_default();
        if reason.ends_with("bad permissions") {
            let why = "ssh takes no key that others may read";
            return Some(self.refused(match self {
                Self::Libssh => format!("error while opening private key '{shown}': {why}").into_bytes(),
                Self::Libssh2 => message!("authentication with private key '%1$s' has failed: %2$s", shown, why),
            }));
        }
        Some(self.wrong_passphrase(&shown))
    }

    /// What runs on the other host ended; `words` are what it had to say.
    pub(super) fn ended(self, status: i32, words: &str) -> Error {
        let mut text = message!("Remote command terminated with non-zero code: %1$d", status);
        if !words.is_empty() {
            text.extend_from_slice(b": ");
            text.extend_from_slice(words.as_bytes());
        }
        self.error(text)
    }
}

/// The host has no address, or nobody answers there.
fn no_connection(target: &Target, words: &str) -> Option<Error> {
    let (host, port) = (&target.hostname, port(target));
    let line = |start: &str| words.lines().rfind(|line| line.starts_with(start));
    if let Some(line) = line("ssh: Could not resolve hostname ") {
        let reason = line.rsplit(": ").next().unwrap_or_default().trim();
        let host = String::from_utf8_lossy(host);
        let text = message!("Unable to resolve address '%1$s' service '%2$s': %3$s", host, port, reason);
        return Some(Error::new(ErrorDomain::RPC, ErrorCode::SYSTEM_ERROR, text));
    }
    let line = line("ssh: connect to host ")?;
    let reason = line.rsplit(": ").next().unwrap_or_default().trim();
    // ssh runs in the locale C.
    let same = |errno: &i32| oxivirt_sys::errno_text(*errno) == reason;
    // EIO for a reason that no error number has.
    let errno = (1..134).find(same).unwrap_or(EIO);
    Some(unreachable(host, port, errno))
}

#[cfg(test)]
#[path = "library_tests.rs"]
mod tests;
