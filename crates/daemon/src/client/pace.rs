//! Whether a client makes one call right after the other. The moment at which such a client takes an answer out of its socket tells that
//! its next call is near: a thread that wakes up then is awake when the call comes, which is a tenth of the whole round trip. For all
//! others it would be woken twice for each call.
use std::time::{Duration, Instant};

/// The longest time from one call to the next.
const NEXT: Duration = Duration::from_micros(200);
/// How many calls make it likely that another follows.
const ENOUGH: u32 = 8;

/// When input of a client came.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Pace {
    last: Option<Instant>,
    /// How many in a row came soon after the one before.
    soon: u32,
}

impl Pace {
    /// Notes that input came.
    pub(super) fn note(&mut self, now: Instant) {
        let soon = self.last.is_some_and(|last| now.saturating_duration_since(last) <= NEXT);
        self.soon = if soon { self.soon.saturating_add(1) } else { 0 };
        self.last = Some(now);
    }

    /// Returns true if more is likely to come soon.
    pub(super) fn is_quick(&self) -> bool {
        self.soon >= ENOUGH
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_in_a_row_and_a_pause() {
        let mut now = Instant::now();
        let mut pace = Pace::default();
        for _ in 0..=ENOUGH {
            assert!(!pace.is_quick());
            pace.note(now);
            now += NEXT;
        }
        assert!(pace.is_quick());
        pace.note(now);
        assert!(pace.is_quick());
        now += NEXT + Duration::from_micros(1);
        pace.note(now);
        assert!(!pace.is_quick());
    }
}
