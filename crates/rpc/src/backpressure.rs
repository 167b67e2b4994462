//! When no input is taken in because what arrived is not taken away: its sender is slowed down, then stopped, then given up.
use crate::limits::QueueLimits;
use std::time::{Duration, Instant};

/// What a queue says about taking in input.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Hold {
    /// Go on.
    Free,
    /// Not before this time.
    Until(Instant),
    /// Nobody has taken anything for too long.
    Overflow,
}

/// The memory of one queue's backpressure.
#[derive(Debug, Default)]
pub(crate) struct Backpressure {
    /// Since when it has been at the hard limit with nothing taken from it, and how many bytes it held.
    stuck: Option<(Instant, usize)>,
}

impl Backpressure {
    /// Something was taken from the queue.
    pub(crate) fn taken(&mut self) {
        self.stuck = None;
    }

    /// Returns when input may be taken in while the queue holds `queued` bytes. `step` is the time between two reads above
    /// the soft limit, `received` the time of the last frame.
    pub(crate) fn hold(
        &mut self,
        queued: usize,
        limits: &QueueLimits,
        step: Duration,
        now: Instant,
        received: Instant,
    ) -> Hold {
        if queued < limits.soft {
            self.taken();
            return Hold::Free;
        }
        let next = if queued < limits.hard {
            self.taken();
            received.checked_add(step)
        } else {
            let (since, held) = *self.stuck.get_or_insert((now, queued));
            let since = if queued < held { now } else { since };
            self.stuck = Some((since, queued));
            let end = since.checked_add(limits.grace);
            if end.is_none_or(|end| now >= end) {
                return Hold::Overflow;
            }
            // Looked at again soon: who takes something does not wake the thread that holds back.
            now.checked_add(step).min(end)
        };
        next.filter(|next| now < *next).map_or(Hold::Free, Hold::Until)
    }
}
