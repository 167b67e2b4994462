//! How a call ended.
use oxivirt_rpc::Outcome;
use std::fmt::{self, Display};
use std::time::Duration;

/// How a call ended for its caller.
#[derive(Debug)]
pub(crate) enum Ended {
    /// A reply, a refusal or the end of the connection.
    With(Outcome),
    /// The deadline passed after this long.
    TimedOut(Duration),
    /// The process was forked since the connection was opened.
    Forked,
}

impl Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::With(outcome) => Shown(outcome).fmt(f),
            Self::TimedOut(waited) => write!(f, "no reply within {:.3} s", waited.as_secs_f64()),
            Self::Forked => f.write_str("not sent: the process was forked"),
        }
    }
}

/// What came of a call, for the log.
pub(super) struct Shown<'a>(pub(super) &'a Outcome);

impl Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Outcome::Reply { payload, fds } if fds.is_empty() => write!(f, "ok, {} bytes", payload.len()),
            Outcome::Reply { payload, fds } => write!(f, "ok, {} bytes, {} descriptors", payload.len(), fds.len()),
            Outcome::Refused { payload } => write!(f, "error, {} bytes", payload.len()),
            Outcome::Failed(cause) => write!(f, "failed: {cause}"),
        }
    }
}
