//! Who is asked for names and passwords: auth.conf first, then the program's callback, all that is missing at once.
use crate::steps::{self, Step};
use oxivirt_auth::client::{Identity, Prompter, Realms};
use oxivirt_auth::{SaslError, code};
use oxivirt_conf::{AuthConfig, Env, path_text};
use oxivirt_conf::{Credential, Credentials};
use oxivirt_model::constants::{VIR_CRED_AUTHNAME, VIR_CRED_PASSPHRASE, VIR_CRED_REALM, VIR_CRED_USERNAME};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use zeroize::Zeroize;

/// `virConnectCredentialType`s that SASL asks for.
pub(super) const USERNAME: i32 = VIR_CRED_USERNAME.cast_signed();
pub(super) const AUTHNAME: i32 = VIR_CRED_AUTHNAME.cast_signed();
pub(super) const PASSPHRASE: i32 = VIR_CRED_PASSPHRASE.cast_signed();
pub(super) const REALM: i32 = VIR_CRED_REALM.cast_signed();

/// The service of auth.conf.
const SERVICE: &str = "libvirt";

/// What Cyrus SASL calls each of them, for its own messages.
const MISSING_USER: &str = "Unable to find a callback: 16385";
const MISSING_PASSWORD: &str = "Unable to find a callback: 16388";
const MISSING_REWRITER: &str = "Unable to find a callback: 32775";

/// The longest name that is sent.
const MAX_NAME: usize = 1024;

/// Answers what mechanisms ask.
#[derive(Debug)]
pub(super) struct CredentialSource<'a, 'c, S> {
    credentials: Option<&'c mut dyn Credentials>,
    env: &'a S,
    authfile: Option<&'a [u8]>,
    hostname: &'a [u8],
    config: Option<AuthConfig>,
    /// What went wrong last, for failures that have no words of their own.
    pub(super) detail: String,
}

/// Questions with their answers, passwords among them: wiped when they are no longer needed.
struct Questions(Vec<Credential>);

impl Questions {
    /// Returns the answer to one kind; `None` when it was not asked.
    fn take(&mut self, kind: i32) -> Option<Option<Vec<u8>>> {
        let question = self.0.iter_mut().find(|question| question.kind == kind)?;
        Some(question.answer.take())
    }
}

impl Drop for Questions {
    fn drop(&mut self) {
        for question in &mut self.0 {
            question.answer.zeroize();
        }
    }
}

fn failed(text: Vec<u8>) -> Error {
    Error::new(ErrorDomain::REMOTE, ErrorCode::AUTH_FAILED, text)
}

impl<'a, 'c, S: Env> CredentialSource<'a, 'c, S> {
    pub(super) fn new(
        credentials: Option<&'c mut dyn Credentials>,
        authfile: Option<&'a [u8]>,
        hostname: &'a [u8],
        env: &'a S,
    ) -> Self {
        Self { credentials, env, authfile, hostname, config: None, detail: String::new() }
    }

    /// Returns true if the program said that it can answer this.
    pub(super) fn can_ask(&self, kind: i32) -> bool {
        self.credentials.as_ref().is_some_and(|credentials| credentials.kinds().contains(&kind))
    }

    /// Returns what auth.conf says; it is read when something is asked for the first time.
    fn configured(&mut self, kind: i32) -> Result<Option<Vec<u8>>> {
        let key = match kind {
            USERNAME => "username",
            AUTHNAME => "authname",
            PASSPHRASE => "password",
            REALM => "realm",
            _ => return Ok(None),
        };
        if self.config.is_none() {
            let path = AuthConfig::find(self.authfile, self.env);
            steps::report(|| Step::Credentials { path: path.as_deref().map(path_text) });
            let config = path.map(|path| AuthConfig::read(&path)).transpose()?;
            self.config = Some(config.unwrap_or_default());
        }
        match &self.config {
            Some(config) => config.lookup(SERVICE, self.hostname, key),
            None => Ok(None),
        }
    }

    /// Fills in all answers.
    fn ask(&mut self, questions: &mut Questions) -> Result<()> {
        for question in &mut questions.0 {
            question.answer = self.configured(question.kind)?;
        }
        let open = |question: &&mut Credential| question.answer.is_none();
        let mut rest: Vec<_> = questions.0.iter_mut().filter(open).collect();
        if rest.is_empty() {
            return Ok(());
        }
        let mut asked = Questions(rest.iter().map(|question| (**question).clone()).collect());
        let nobody = || failed(message!("No authentication callback available"));
        let credentials = self.credentials.as_mut().ok_or_else(nobody)?;
        if !credentials.callable() {
            return Err(nobody());
        }
        if !credentials.answer(&mut asked.0) {
            return Err(failed(message!("Failed to collect auth credentials")));
        }
        for (question, asked) in rest.iter_mut().zip(&mut asked.0) {
            question.answer = asked.answer.take();
        }
        Ok(())
    }

    /// Returns a name without the white space around it.
    fn trimmed(&mut self, name: &[u8]) -> std::result::Result<Vec<u8>, SaslError> {
        MISSING_REWRITER.clone_into(&mut self.detail);
        if name.is_empty() {
            return Err(SaslError::sasl(code::FAIL, "All-whitespace username."));
        }
        let space = |byte: &u8| *byte == 0x0b || byte.is_ascii_whitespace();
        let start = name.iter().position(|byte| !space(byte));
        let end = name.iter().rposition(|byte| !space(byte));
        let name = match (start, end) {
            (Some(start), Some(end)) => name.get(start..=end).unwrap_or_default(),
            _ => &[],
        };
        if name.len() > MAX_NAME {
            return Err(SaslError::sasl(code::BUFOVER, &self.detail));
        }
        Ok(name.to_vec())
    }
}

fn question(kind: i32, prompt: &str, challenge: &[u8], default: Option<Vec<u8>>) -> Credential {
    Credential { kind, prompt: prompt.into(), challenge: Some(challenge.to_vec()), default, answer: None }
}

fn ask_user() -> Credential {
    let prompt = "Please enter your authorization name";
    question(USERNAME, prompt, b"Authorization Name", None)
}

fn missing(place: &str) -> SaslError {
    let text = format!("Unexpectedly missing a prompt result in {place}");
    SaslError::sasl(code::BADPARAM, &text)
}

impl<S: Env> Prompter for CredentialSource<'_, '_, S> {
    fn identity(&mut self, realms: Option<Realms>) -> std::result::Result<Identity, SaslError> {
        let mut questions = Vec::new();
        if self.can_ask(USERNAME) {
            questions.push(ask_user());
        } else {
            MISSING_USER.clone_into(&mut self.detail);
        }
        let mut name = None;
        if self.can_ask(AUTHNAME) {
            let prompt = "Please enter your authentication name";
            questions.push(question(AUTHNAME, prompt, b"Authentication Name", None));
        } else {
            // Also an empty one counts.
            name = oxivirt_sys::variable("USER").or_else(|| oxivirt_sys::variable("USERNAME"));
            if name.is_none() {
                return Err(SaslError::sasl(code::FAIL, &self.detail));
            }
        }
        if !self.can_ask(PASSPHRASE) {
            return Err(SaslError::sasl(code::FAIL, MISSING_PASSWORD));
        }
        let prompt = "Please enter your password";
        questions.push(question(PASSPHRASE, prompt, b"Password", None));
        let fallback = realms.as_ref().map(|realms| realms.default.clone());
        if let Some(realms) = realms.filter(|_| self.can_ask(REALM)) {
            let (prompt, challenge) = ("Please enter your realm", &realms.challenge);
            questions.push(question(REALM, prompt, challenge, Some(realms.default)));
        }
        let mut questions = Questions(questions);
        self.ask(&mut questions).map_err(SaslError::Error)?;
        let name = match questions.take(AUTHNAME) {
            Some(answer) => answer.ok_or_else(|| missing("_plug_get_simple"))?,
            None => name.map(std::ffi::OsString::into_encoded_bytes).unwrap_or_default(),
        };
        let user = questions.take(USERNAME).flatten().unwrap_or_default();
        let password = questions.take(PASSPHRASE).flatten();
        let password = password.ok_or_else(|| missing("_plug_get_password"))?;
        let realm = match questions.take(REALM) {
            Some(answer) => Some(answer.ok_or_else(|| missing("_plug_get_realm"))?),
            None => fallback,
        };
        Ok(Identity {
            user: if user.is_empty() { user } else { self.trimmed(&user)? },
            name: self.trimmed(&name)?,
            password: password.into(),
            realm,
        })
    }

    fn authorization_name(&mut self) -> std::result::Result<Vec<u8>, SaslError> {
        if !self.can_ask(USERNAME) {
            MISSING_REWRITER.clone_into(&mut self.detail);
            return Ok(Vec::new());
        }
        let mut questions = Questions(vec![ask_user()]);
        self.ask(&mut questions).map_err(SaslError::Error)?;
        let user = questions.take(USERNAME).flatten().unwrap_or_default();
        if user.is_empty() {
            MISSING_REWRITER.clone_into(&mut self.detail);
            return Ok(user);
        }
        self.trimmed(&user)
    }
}

#[cfg(test)]
#[path = "credential_source_tests.rs"]
mod tests;
