//! `connect_timeout` and `call_timeout`: how long opening and each call may take. Off unless somebody asks.
//!
//! The URI's parameters go before the environment (OXIVIRT_CONNECT_TIMEOUT, OXIVIRT_CALL_TIMEOUT), that before the
//! configuration. Values are seconds with or without decimals; 0 is no limit. They are for this side only.
use oxivirt_conf::{Conf, Env, Uri};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::time::{Duration, Instant};

/// The longest limit that can be asked for, in seconds: some 30 years.
const MAX_SECONDS: u64 = 1_000_000_000;

/// Limits of one connection.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Deadlines {
    /// From the first step of opening to the last.
    pub(crate) connect: Option<Duration>,
    /// For each call of an open connection and each wait of a stream. Long operations are exempt.
    pub(crate) call: Option<Duration>,
}

impl Deadlines {
    /// Returns what URI, environment and configuration ask for.
    ///
    /// # Errors
    /// The value that counts is no number of seconds. One that is overruled is not looked at.
    pub(crate) fn of(uri: Option<&Uri>, conf: &Conf, env: &impl Env) -> Result<Self> {
        let limit = |parameter: &str, variable: &str| {
            if let Some(text) = uri.and_then(|uri| uri.parameter(parameter)) {
                return seconds(text, &format!("URI parameter '{parameter}'"));
            }
            if let Some(text) = env.variable(variable).map(OsString::into_vec) {
                return seconds(&text, &format!("environment variable '{variable}'"));
            }
            let Some(text) = conf.number_text(parameter)? else {
                return Ok(None);
            };
            let file = String::from_utf8_lossy(conf.path());
            seconds(&text, &format!("'{parameter}' in {file}"))
        };
        Ok(Self {
            connect: limit("connect_timeout", "OXIVIRT_CONNECT_TIMEOUT")?,
            call: limit("call_timeout", "OXIVIRT_CALL_TIMEOUT")?,
        })
    }

    /// With `limit` the caller's own for both, which goes before all others.
    pub(crate) fn overruled_by(self, limit: Option<Duration>) -> Self {
        Self { connect: limit.or(self.connect), call: limit.or(self.call) }
    }

    /// When opening that begins now must be done.
    pub(crate) fn connect_until(&self) -> Option<Instant> {
        Instant::now().checked_add(self.connect?)
    }
}

/// `5`, `0.25`; `None` for zero.
fn seconds(text: &[u8], whose: &str) -> Result<Option<Duration>> {
    parse(text).ok_or_else(|| {
        let shown = String::from_utf8_lossy(text);
        let text = format!("value '{shown}' of {whose} is not a number of seconds from 0 to {MAX_SECONDS}");
        Error::new(ErrorDomain::REMOTE, ErrorCode::INVALID_ARG, text)
    })
}

fn parse(text: &[u8]) -> Option<Option<Duration>> {
    let text = std::str::from_utf8(text).ok()?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || fraction.is_empty() || !digits(whole) || !digits(fraction) {
        return None;
    }
    let whole = whole.parse().ok().filter(|&whole| whole <= MAX_SECONDS)?;
    let mut nanos = 0u32;
    let mut unit = 100_000_000u32;
    for digit in fraction.bytes() {
        let digit = u32::from(digit.wrapping_sub(b'0'));
        nanos = nanos.saturating_add(digit.saturating_mul(unit));
        unit = unit.checked_div(10)?;
    }
    // Only what is written as zero is no limit: what is too short to be told from it is the shortest there is.
    let zero = text.bytes().all(|byte| b"0.".contains(&byte));
    let limit = Duration::new(whole, nanos).max(Duration::from_nanos(1));
    Some((!zero).then_some(limit))
}

#[cfg(test)]
#[path = "deadlines_tests.rs"]
mod tests;
