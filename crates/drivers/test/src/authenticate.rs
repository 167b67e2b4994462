//! Authentication of node files that name users.
use crate::FROM;
use crate::driver::User;
use oxivirt_conf::{AuthConfig, Credential, Credentials, Env, ProcessEnv, Uri};
use oxivirt_model::constants::{VIR_CRED_AUTHNAME, VIR_CRED_NOECHOPROMPT, VIR_CRED_PASSPHRASE};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};

/// The group of auth.conf, and the host whose users these are.
const SERVICE: &str = "test";
const HOST: &[u8] = b"localhost";

fn refused(code: ErrorCode, text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::AUTH, code, text)
}

/// Asks who opens the connection, if there are users at all.
///
/// # Errors
/// Nobody answers, or name and password are not those of a user.
pub(crate) fn authenticate(users: &[User], uri: &Uri, credentials: Option<&mut dyn Credentials>) -> Result<()> {
    if users.is_empty() {
        return Ok(());
    }
    let mut source = Source { config: configuration(uri.parameter("authfile"), &ProcessEnv)?, credentials };
    let name = source.username()?;
    let user = users.iter().find(|user| user.name.as_bytes() == name);
    // Who does not exist is asked for a password too.
    let wanted = user.map(|user| user.password.as_deref());
    let given = if wanted == Some(None) { None } else { Some(source.password(&name)?) };
    if wanted.is_some_and(|wanted| wanted.map(str::as_bytes) == given.as_deref()) {
        return Ok(());
    }
    let text = message!("authentication failed, see test XML for the correct username/password");
    Err(Error::new(FROM, ErrorCode::AUTH_FAILED, text))
}

fn configuration(authfile: Option<&[u8]>, env: &impl Env) -> Result<AuthConfig> {
    let path = AuthConfig::find(authfile, env);
    Ok(path.map(|path| AuthConfig::read(&path)).transpose()?.unwrap_or_default())
}

/// auth.conf, then the program's callback.
struct Source<'c> {
    config: AuthConfig,
    credentials: Option<&'c mut dyn Credentials>,
}

impl Source<'_> {
    fn credentials(&mut self) -> Result<&mut dyn Credentials> {
        match &mut self.credentials {
            Some(credentials) => Ok(&mut **credentials),
            None => Err(refused(ErrorCode::INVALID_ARG, message!("Missing authentication credentials"))),
        }
    }

    fn username(&mut self) -> Result<Vec<u8>> {
        if let Some(name) = self.config.lookup(SERVICE, HOST, "username")? {
            return Ok(name);
        }
        let credentials = self.credentials()?;
        let kind = VIR_CRED_AUTHNAME.cast_signed();
        if !credentials.kinds().contains(&kind) {
            return Err(refused(ErrorCode::AUTH_FAILED, message!("Missing VIR_CRED_AUTHNAME credential type")));
        }
        if !credentials.callable() {
            return Err(refused(ErrorCode::INVALID_ARG, message!("Missing authentication callback")));
        }
        let prompt = message!("Enter username for %1$s", HOST);
        let question = Credential { kind, prompt, challenge: Some(HOST.to_vec()), default: None, answer: None };
        ask(credentials, question).ok_or_else(|| refused(ErrorCode::AUTH_FAILED, message!("Username request failed")))
    }

    fn password(&mut self, name: &[u8]) -> Result<Vec<u8>> {
        if let Some(password) = self.config.lookup(SERVICE, HOST, "password")? {
            return Ok(password);
        }
        let credentials = self.credentials()?;
        let wanted = [VIR_CRED_PASSPHRASE.cast_signed(), VIR_CRED_NOECHOPROMPT.cast_signed()];
        let Some(kind) = credentials.kinds().iter().copied().find(|kind| wanted.contains(kind)) else {
            let text = message!("no suitable callback authentication callback was found");
            return Err(refused(ErrorCode::OPERATION_UNSUPPORTED, text));
        };
        let prompt = message!("Enter %1$s's password for %2$s", name, HOST);
        let question = Credential { kind, prompt, challenge: None, default: None, answer: None };
        ask(credentials, question).ok_or_else(|| {
            let text = message!("failed to retrieve user response for authentication callback");
            refused(ErrorCode::OPERATION_FAILED, text)
        })
    }
}

/// Returns the answer; `None` if there was none.
fn ask(credentials: &mut dyn Credentials, question: Credential) -> Option<Vec<u8>> {
    let mut questions = [question];
    if !credentials.callable() || !credentials.answer(&mut questions) {
        return None;
    }
    let [question] = questions;
    question.answer
}
