//! When to look at whom again. Deadlines move with nearly every frame, so that an entry is only checked against the latest deadline
//! when it comes up, instead of being moved each time.
use super::tokens::TokenMap;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::time::Instant;

#[derive(Debug, Default)]
pub(super) struct Timers {
    queue: BinaryHeap<Reverse<(Instant, usize)>>,
    /// The latest deadline of each, and the earliest entry that the queue has for it.
    wanted: TokenMap<(Instant, Instant)>,
}

impl Timers {
    /// Sets when `token` is due; `None` for never.
    pub(super) fn set(&mut self, token: usize, deadline: Option<Instant>) {
        let Some(deadline) = deadline else {
            self.wanted.remove(&token);
            return;
        };
        match self.wanted.get_mut(&token) {
            Some((wanted, queued)) if *queued <= deadline => *wanted = deadline,
            _ => {
                self.queue.push(Reverse((deadline, token)));
                self.wanted.insert(token, (deadline, deadline));
            }
        }
    }

    /// Returns when to look at the queue again.
    pub(super) fn next(&self) -> Option<Instant> {
        self.queue.peek().map(|Reverse((when, _))| *when)
    }

    /// Takes the next token that is due.
    pub(super) fn due(&mut self, now: Instant) -> Option<usize> {
        while let Some(Reverse((when, token))) = self.queue.peek().copied() {
            if when > now {
                return None;
            }
            self.queue.pop();
            match self.wanted.get(&token).copied() {
                // An entry that a nearer one replaced.
                Some((_, queued)) if queued != when => {}
                Some((deadline, _)) if deadline > now => {
                    self.queue.push(Reverse((deadline, token)));
                    self.wanted.insert(token, (deadline, deadline));
                }
                Some(_) => {
                    self.wanted.remove(&token);
                    return Some(token);
                }
                None => {}
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn the_latest_deadline_holds() {
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        let mut timers = Timers::default();
        assert_eq!((timers.next(), timers.due(at(9))), (None, None));
        timers.set(1, Some(at(5)));
        timers.set(2, Some(at(3)));
        // Later: the entry stays where it is until it comes up.
        timers.set(1, Some(at(7)));
        assert_eq!(timers.next(), Some(at(3)));
        assert_eq!(timers.due(at(2)), None);
        assert_eq!(timers.due(at(5)), Some(2));
        assert_eq!(timers.due(at(5)), None);
        assert_eq!(timers.next(), Some(at(7)));
        // Sooner: due at the nearer time, and once.
        timers.set(1, Some(at(6)));
        assert_eq!(timers.due(at(6)), Some(1));
        assert_eq!(timers.due(at(9)), None);
        // Never, after all.
        timers.set(3, Some(at(8)));
        timers.set(3, None);
        assert_eq!(timers.due(at(9)), None);
    }

    #[test]
    fn an_entry_that_moves_ten_thousand_times_stays_one() {
        let start = Instant::now();
        let mut timers = Timers::default();
        for n in 0..10_000 {
            timers.set(1, Some(start + Duration::from_secs(5) + Duration::from_millis(n)));
        }
        assert_eq!(timers.queue.len(), 1);
    }
}
