//! What ssh asks the user becomes a question to the program's callback, as the libssh and libssh2 transports ask it.
//!
//! ssh runs a program for each question. Ours is a few lines of shell without a name in the file system; it speaks over
//! the very socket that will carry the connection, which is silent until ssh is through. So a secret is in no argument,
//! no variable and no file.
use super::host_key::hash_in;
use super::library::{Faults, Library};
use super::login::{port, user};
use crate::choice::Target;
use crate::steps::{self, Step};
use oxivirt_conf::{AuthConfig, ProcessEnv};
use oxivirt_conf::{Credential, Credentials};
use oxivirt_model::constants::{VIR_CRED_ECHOPROMPT, VIR_CRED_NOECHOPROMPT, VIR_CRED_PASSPHRASE};
use oxivirt_model::{Result, message};

/// Writes `P`, the kind of question, a line's end, the question and a NUL; reads `+` and the answer, or `-`. A question
/// of the kind `none` is only an announcement.
pub(super) const PROGRAM: &[u8] = br#"#!/bin/sh
[ "$SSH_ASKPASS_PROMPT" = none ] && exit 0
printf 'P%s\n%s\000' "$SSH_ASKPASS_PROMPT" "$1" >&0
IFS= read -r answer || exit 1
case $answer in
+*) printf '%s\n' "${answer#+}" ;;
*) exit 1 ;;
esac
"#;

/// `virConnectCredentialType`s.
const PASSPHRASE: i32 = VIR_CRED_PASSPHRASE.cast_signed();
const ECHO: i32 = VIR_CRED_ECHOPROMPT.cast_signed();
const NO_ECHO: i32 = VIR_CRED_NOECHOPROMPT.cast_signed();

/// A question of ssh.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Question {
    /// Whether this is the host's key; its hash, in hexadecimal.
    HostKey(String),
    /// What opens the private key.
    Passphrase,
    /// The user's password.
    Password,
    /// Whatever the other host wants to know.
    Interactive(String),
}

impl Question {
    /// Recognises the question by ssh's words for it, which have been the same since its version 8.
    pub(super) fn of(text: &str) -> Self {
        let host_key = text.starts_with("The authenticity of host ");
        if host_key || text.starts_with("Please type 'yes'") {
            return Self::HostKey(hash_in(text).unwrap_or_default());
        }
        if text.starts_with("Enter passphrase for ") {
            return Self::Passphrase;
        }
        if text.ends_with("'s password: ") && !text.starts_with('(') {
            return Self::Password;
        }
        // Newer versions put `(user@host) ` in front.
        let rest = text.strip_prefix('(').and_then(|rest| rest.split_once(") "));
        let own = rest.map_or(text, |(_, own)| own);
        Self::Interactive(own.trim_end_matches([' ', ':']).to_owned())
    }
}

/// Answers ssh's questions.
#[derive(Debug)]
pub(super) struct Responder<'a, 'c> {
    pub(super) library: Library,
    pub(super) target: &'a Target,
    /// The private key in use, for messages.
    pub(super) key: Option<Vec<u8>>,
    pub(super) credentials: Option<&'c mut (dyn Credentials + 'c)>,
    /// The passphrase was asked for already.
    passphrase_asked: bool,
    /// The password of auth.conf was tried already.
    stored_used: bool,
}

impl<'a, 'c> Responder<'a, 'c> {
    pub(super) fn new(
        library: Library,
        target: &'a Target,
        key: Option<Vec<u8>>,
        credentials: Option<&'c mut (dyn Credentials + 'c)>,
    ) -> Self {
        Self { library, target, key, credentials, passphrase_asked: false, stored_used: false }
    }

    /// Returns the answer to a question.
    ///
    /// # Errors
    /// Nobody can answer, the user gave up or did not accept the host's key: the connection is not to be made.
    pub(super) fn answer(&mut self, text: &str) -> Result<Vec<u8>> {
        match Question::of(text) {
            Question::HostKey(hash) => self.accept(&hash),
            Question::Passphrase => self.passphrase(),
            Question::Password => self.password(),
            Question::Interactive(prompt) => self.interactive(prompt.into_bytes()),
        }
    }

    fn accept(&mut self, hash: &str) -> Result<Vec<u8>> {
        let library = self.library;
        let host = String::from_utf8_lossy(&self.target.hostname).into_owned();
        let port = port(self.target);
        let prompt = message!(
            "Accept SSH host key with hash '%1$s' for host '%2$s:%3$d' (%4$s/%5$s)?",
            hash,
            host,
            port,
            "y",
            "n"
        );
        let asked = self.ask(&[ECHO], prompt, library.host_key_faults())?;
        if asked.is_some_and(|answer| answer.eq_ignore_ascii_case(b"y")) {
            return Ok(b"yes".to_vec());
        }
        Err(library.error(message!("SSH host key for '%1$s' (%2$s) was not accepted", host, hash)))
    }

    fn passphrase(&mut self) -> Result<Vec<u8>> {
        let library = self.library;
        let key = String::from_utf8_lossy(self.key.as_deref().unwrap_or_default()).into_owned();
        if std::mem::replace(&mut self.passphrase_asked, true) {
            return Err(library.wrong_passphrase(&key));
        }
        let prompt = library.passphrase_prompt(&key);
        let kinds = [PASSPHRASE, NO_ECHO];
        let asked = self.ask(&kinds, prompt, library.passphrase_faults())?;
        match asked {
            // ssh would silently do without the key.
            None => Err(library.wrong_passphrase(&key)),
            Some(empty) if empty.is_empty() => Err(library.wrong_passphrase(&key)),
            Some(answer) => Ok(answer),
        }
    }

    fn password(&mut self) -> Result<Vec<u8>> {
        // With libssh a wrong one is the user's to correct.
        let again = std::mem::replace(&mut self.stored_used, true);
        if !(again && self.library == Library::Libssh)
            && let Some(password) = stored_password(self.target)?
        {
            return Ok(password);
        }
        let host = &self.target.hostname;
        let user = user(self.target);
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        let prompt = message!("Enter %1$s's password for %2$s", text(user), text(host));
        let kinds = [PASSPHRASE, NO_ECHO];
        let asked = self.ask(&kinds, prompt, self.library.password_faults())?;
        Ok(asked.unwrap_or_default())
    }

    fn interactive(&mut self, prompt: Vec<u8>) -> Result<Vec<u8>> {
        // ssh does not tell whether the answer may be seen.
        let kinds = [PASSPHRASE, NO_ECHO, ECHO];
        let asked = self.ask(&kinds, prompt, self.library.interactive_faults())?;
        Ok(asked.unwrap_or_default())
    }

    /// Asks the program with the first of its credential types that is among `kinds`.
    fn ask(&mut self, kinds: &[i32], prompt: Vec<u8>, faults: Faults) -> Result<Option<Vec<u8>>> {
        steps::report(|| Step::Question { text: steps::text(&prompt) });
        let Some(credentials) = self.credentials.as_mut().filter(|asked| asked.callable()) else {
            return Err(faults.nobody);
        };
        let able = |kind: &&i32| kinds.contains(kind);
        let Some(kind) = credentials.kinds().iter().find(able).copied() else {
            return Err(faults.unable);
        };
        let mut asked = [Credential { kind, prompt, ..Credential::default() }];
        let done = credentials.answer(&mut asked);
        let [asked] = asked;
        if !done || (faults.silence_fails && asked.answer.is_none()) {
            return Err(faults.failed);
        }
        Ok(asked.answer)
    }
}

/// Returns the password that the user's auth.conf holds for the host.
fn stored_password(target: &Target) -> Result<Option<Vec<u8>>> {
    let Some(path) = AuthConfig::find(target.options.authfile.as_deref(), &ProcessEnv) else {
        return Ok(None);
    };
    AuthConfig::read(&path)?.lookup("ssh", &target.hostname, "password")
}

#[cfg(test)]
#[path = "askpass_tests.rs"]
mod tests;
