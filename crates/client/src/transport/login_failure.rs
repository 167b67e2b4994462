//! How the stock client's libssh and libssh2 transports tell why nobody was let in, made of the words of ssh.
use super::agent::Agent;
use super::host_key::hash_in;
use super::library::Library;
use super::login::{Login, Method, port};
use super::tcp::unreachable;
use crate::choice::Target;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_sys::errno::EIO;
use std::os::unix::ffi::OsStrExt;

impl Library {
    /// Returns the error of a connection whose ssh ended by itself after saying `words`.
    pub(super) fn failure(self, target: &Target, login: &Login, words: &str) -> Error {
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
            let file = String::from_utf8_lossy(&login.known_hosts);
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
            return self.denied(login, before, offered);
        }
        let text = message!("SSH session handshake failed: %1$s", last);
        self.with_code(ErrorCode::NO_CONNECT, text)
    }

    /// No method was accepted; `offered` are those the other host would have taken, `words` what ssh said before.
    fn denied(self, login: &Login, words: &str, offered: &str) -> Error {
        let takes = |method: &Method| offered.split(',').any(|name| name == method.wire_name());
        if login.methods.contains(&Method::PrivateKey)
            && takes(&Method::PrivateKey)
            && let Some(error) = self.bad_key(login, words)
        {
            return error;
        }
        let nothing = message!("None of the requested authentication methods are supported by the server");
        match (login.methods.as_slice(), self) {
            ([only], Self::Libssh) if !takes(only) => self.access_denied("none", offered),
            ([Method::Agent], _) => self.agent_denied(&Agent::at(oxivirt_sys::variable("SSH_AUTH_SOCK")), offered),
            ([only], Self::Libssh) => self.access_denied(only.wire_name(), offered),
            ([only], Self::Libssh2) if takes(only) => self.refused(match only {
                Method::Agent | Method::PrivateKey => {
                    let shown = String::from_utf8_lossy(login.key.as_deref().unwrap_or_default());
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

    /// Returns the error where the agent was the only hope.
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

    /// Returns the error of a private key that could not be used at all; `None` when it could.
    fn bad_key(self, login: &Login, words: &str) -> Option<Error> {
        let key = login.key.as_deref().unwrap_or_default();
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
}

/// Returns the error of a host that has no address, or where nobody answers; `None` when `words` tell neither.
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
#[path = "login_failure_tests.rs"]
mod tests;
