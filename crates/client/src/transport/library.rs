//! The two libraries whose transports ssh stands in for, and how the stock client tells of their failures.
use crate::choice::Transport;
use crate::link::ExitError;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};

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

    pub(super) fn with_code(self, code: ErrorCode, text: impl AsRef<[u8]>) -> Error {
        Error::new(self.domain(), code, text)
    }

    /// Returns a failure of the library.
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

    /// Returns the failures of a question. The stock client's libssh transport has one text each for what cannot be
    /// asked and what is not answered, whatever the question; its libssh2 transport has them by question.
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
}

impl ExitError for Library {
    fn ended(&self, status: i32, words: &str) -> Error {
        let mut text = message!("Remote command terminated with non-zero code: %1$d", status);
        if !words.is_empty() {
            text.extend_from_slice(b": ");
            text.extend_from_slice(words.as_bytes());
        }
        self.error(text)
    }
}
