//! Opens the connection, in a thread of its own: a wait that no limit covers must not keep the answer away.
use crate::arguments::Arguments;
use oxivirt_model::Error;
use oxivirt_model::constants::{VIR_CRED_AUTHNAME, VIR_CRED_PASSPHRASE};
use oxivirt_open::{Credential, Credentials, OpenObserver, OpenRequest, Step, open};
use oxivirt_protocol::{Call, Session};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// What the daemon says about itself; `None` for what it does not tell.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Daemon {
    pub(crate) uri: String,
    pub(crate) driver: Option<String>,
    pub(crate) driver_version: Option<u64>,
    pub(crate) library_version: Option<u64>,
    pub(crate) hostname: Option<String>,
    pub(crate) encrypted: bool,
    pub(crate) secure: bool,
}

/// What came of it.
#[derive(Debug)]
pub(crate) enum Outcome {
    Works(Daemon),
    Fails(Error),
    /// The open did not even come back.
    Hangs(Duration),
}

/// Everything that was seen.
#[derive(Debug)]
pub(crate) struct Finding {
    pub(crate) steps: Vec<Step>,
    pub(crate) outcome: Outcome,
}

#[derive(Debug, Default)]
struct Steps(Mutex<Vec<Step>>);

impl Steps {
    fn all(&self) -> Vec<Step> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl OpenObserver for Steps {
    fn step(&self, step: &Step) {
        let mut steps = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        steps.push(step.clone());
    }
}

/// Opens as the command line says, and asks the daemon who it is.
pub(crate) fn run(arguments: &Arguments) -> Finding {
    let steps = Arc::new(Steps::default());
    let observer = Arc::clone(&steps);
    let (sender, receiver) = mpsc::channel();
    let wanted = arguments.clone();
    std::thread::spawn(move || {
        // Nobody listens any more when the answer came too late.
        let _ = sender.send(attempt(&wanted, observer));
    });
    let received = match arguments.timeout {
        // Opening and one call may each take that long; a little more, so that their own errors come first.
        Some(limit) => {
            let timeout = limit.saturating_mul(2).saturating_add(Duration::from_secs(1));
            receiver.recv_timeout(timeout).map_err(|why| (why, timeout))
        }
        None => receiver.recv().map_err(|_| (RecvTimeoutError::Disconnected, Duration::ZERO)),
    };
    let outcome = match received {
        Ok(Ok(daemon)) => Outcome::Works(daemon),
        Ok(Err(error)) => Outcome::Fails(error),
        Err((_, timeout)) => Outcome::Hangs(timeout),
    };
    Finding { steps: steps.all(), outcome }
}

/// What most programs can be asked for: a user name and a password. Here only auth.conf answers.
#[derive(Debug)]
struct NobodyAsked;

const KINDS: &[i32] = &[VIR_CRED_AUTHNAME.cast_signed(), VIR_CRED_PASSPHRASE.cast_signed()];

impl Credentials for NobodyAsked {
    fn kinds(&self) -> &[i32] {
        KINDS
    }

    fn answer(&mut self, _: &mut [Credential]) -> bool {
        false
    }
}

fn attempt(arguments: &Arguments, observer: Arc<Steps>) -> Result<Daemon, Error> {
    let connection = open(OpenRequest {
        name: arguments.uri.as_deref(),
        no_aliases: arguments.no_aliases,
        read_only: arguments.read_only,
        observer: Some(observer),
        credentials: Some(&mut NobodyAsked),
        timeout: arguments.timeout,
        ..OpenRequest::default()
    })?;
    let daemon = ask(&*connection);
    // All questions are answered; a goodbye that fails changes nothing.
    let _ = connection.close();
    Ok(daemon)
}

/// What a daemon does not want to tell stays unknown.
fn ask(connection: &dyn Session) -> Daemon {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let call = &mut Call::default();
    let driver_version = connection.connect_get_version(call).ok();
    let library_version = connection.connect_get_lib_version(call).ok();
    let hostname = connection.connect_get_hostname(call).ok();
    Daemon {
        uri: text(connection.uri()),
        driver: connection.kind().ok().map(text),
        driver_version: driver_version.map(|ret| ret.hv_ver),
        library_version: library_version.map(|ret| ret.lib_ver),
        hostname: hostname.map(|ret| text(ret.hostname.as_bytes())),
        // What has no transport has nobody to listen either.
        encrypted: connection.io().is_none_or(|io| io.is_encrypted()),
        secure: connection.io().is_none_or(|io| io.is_secure()),
    }
}
