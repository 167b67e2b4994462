//! polkit: whether a process may do something, which polkit decides by its rules, or asks a person for.
//!
//! The bus is spoken to without a library: one method is called, and what a library would bring (an executor, a thread for each
//! connection) nobody here needs.
mod bus;
mod wire;

use crate::lock::Lock;
use bus::{Bus, CallError};
use oxivirt_log::{log, source::RPC_SERVER};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::Identity;
use std::time::Duration;
use wire::{Body, Method, Verdict};

const CHECK: Method = Method {
    destination: "org.freedesktop.PolicyKit1",
    path: "/org/freedesktop/PolicyKit1/Authority",
    interface: "org.freedesktop.PolicyKit1.Authority",
    member: "CheckAuthorization",
};
const SIGNATURE: &str = "(sa{sv})sa{ss}us";
/// A person may be asked.
const INTERACTION: u32 = 1;
/// How long a person may take, and how long rules may.
const PERSON: Duration = Duration::from_secs(300);
const RULES: Duration = Duration::from_secs(25);
/// Connections that are kept for the next question.
const KEPT: usize = 4;

/// The authority on the system's bus.
#[derive(Debug, Default)]
pub(crate) struct Authority {
    /// Connections that nobody uses now.
    idle: Lock<Vec<Bus>>,
}

/// A process as polkit knows it. All three are needed: a number alone may be another's by now.
#[derive(Clone, Copy, Debug)]
struct Process {
    pid: u32,
    start_time: u64,
    uid: i32,
}

impl Process {
    fn of(identity: &Identity) -> Option<Self> {
        Some(Self {
            pid: u32::try_from(identity.pid?).ok()?,
            start_time: identity.process_time.filter(|time| *time > 0)?,
            uid: u32::try_from(identity.uid?).ok()?.cast_signed(),
        })
    }
}

fn denied() -> Error {
    Error::new(ErrorDomain::POLKIT, ErrorCode::AUTH_FAILED, message!("access denied by policy"))
}

impl Authority {
    /// Asks whether the process may do something; a person may be asked for a password.
    ///
    /// # Errors
    /// It may not, nobody could be asked, or polkit could not.
    pub(crate) fn admit(&self, action: &str, identity: &Identity) -> Result<()> {
        let Some(process) = Process::of(identity) else {
            log!(RPC_SERVER, Error, "admit", "the client's process is not known well enough to ask polkit about it");
            return Err(denied());
        };
        let verdict = self.ask(action, process, &[], true)?;
        if verdict.authorized {
            return Ok(());
        }
        Err(if verdict.dismissed {
            let text = message!("user cancelled authentication process");
            Error::new(ErrorDomain::POLKIT, ErrorCode::AUTH_CANCELLED, text)
        } else if verdict.challenge {
            let text = message!("no polkit agent available to authenticate action '%1$s'", action);
            Error::new(ErrorDomain::POLKIT, ErrorCode::AUTH_UNAVAILABLE, text)
        } else {
            denied()
        })
    }

    /// Returns true if rules let the process do something with what the details name. What goes wrong is a no.
    pub(crate) fn allows(&self, action: &str, identity: &Identity, details: &[(&str, String)]) -> bool {
        let Some(process) = Process::of(identity) else { return false };
        match self.ask(action, process, details, false) {
            Ok(verdict) => verdict.authorized,
            Err(error) => {
                log!(RPC_SERVER, Error, "allows", "polkit cannot be asked: {}", error.text());
                false
            }
        }
    }

    fn ask(&self, action: &str, process: Process, details: &[(&str, String)], person: bool) -> Result<Verdict> {
        let mut body = Body::default();
        body.process(process.pid, process.start_time, process.uid);
        body.text(action);
        body.texts(details);
        body.u32(if person { INTERACTION } else { 0 });
        // No name by which the question could be taken back.
        body.text("");
        let timeout = if person { PERSON } else { RULES };
        let kept = self.idle.lock().pop();
        let (bus, asked) = match kept {
            Some(mut bus) => match bus.call(CHECK, SIGNATURE, &body, timeout) {
                // The bus may have been started again since.
                Err(CallError::Broken(error)) if error.kind() != std::io::ErrorKind::TimedOut => {
                    let mut bus = connect()?;
                    let asked = bus.call(CHECK, SIGNATURE, &body, timeout);
                    (bus, asked)
                }
                asked => (bus, asked),
            },
            None => {
                let mut bus = connect()?;
                let asked = bus.call(CHECK, SIGNATURE, &body, timeout);
                (bus, asked)
            }
        };
        let fault = |code, text: Vec<u8>| Error::new(ErrorDomain::DBUS, code, text);
        let returned = match asked {
            Err(CallError::Broken(error)) => {
                return Err(fault(ErrorCode::INTERNAL_ERROR, message!("error from service: %1$s", error.to_string())));
            }
            other => {
                self.keep(bus);
                other.map_err(|error| match error {
                    CallError::Service(name, text) => {
                        fault(ErrorCode::DBUS_SERVICE, format!("GDBus.Error:{name}: {text}").into_bytes())
                    }
                    CallError::Broken(error) => fault(ErrorCode::INTERNAL_ERROR, error.to_string().into_bytes()),
                })?
            }
        };
        returned.verdict().ok_or_else(|| fault(ErrorCode::INTERNAL_ERROR, b"an answer that is none".to_vec()))
    }

    fn keep(&self, bus: Bus) {
        let mut idle = self.idle.lock();
        if idle.len() < KEPT {
            idle.push(bus);
        }
    }
}

fn connect() -> Result<Bus> {
    Bus::connect().map_err(|error| {
        let reason = match error.raw_os_error() {
            Some(errno) => format!("Could not connect: {}", oxivirt_sys::errno_text(errno)),
            None => error.to_string(),
        };
        let text = message!("Unable to get system bus connection: %1$s", reason);
        Error::new(ErrorDomain::DBUS, ErrorCode::INTERNAL_ERROR, text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_known_by_all_three_or_not_at_all() {
        let whole = Identity { pid: Some(5), process_time: Some(6), uid: Some(7), ..Identity::NOBODY };
        assert!(Process::of(&whole).is_some());
        for part in [
            Identity { pid: None, ..whole.clone() },
            Identity { process_time: None, ..whole.clone() },
            Identity { process_time: Some(0), ..whole.clone() },
            Identity { uid: None, ..whole.clone() },
            Identity { pid: Some(-1), ..whole },
        ] {
            assert!(Process::of(&part).is_none(), "{part:?}");
            assert!(!Authority::default().allows("x", &part, &[]));
        }
    }
}
