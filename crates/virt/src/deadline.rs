//! How long calls may take. Every call of this crate waits as long as the driver needs, unless it is made inside of
//! [`timeout`] or [`deadline`], which limit all calls that a closure makes: one function covers single calls as well as
//! those that make several, such as migration, and no method needs a second form.
use std::cell::Cell;
use std::time::{Duration, Instant};

thread_local! {
    static DEADLINE: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// Puts back what counted before, also when the closure panics.
struct Outer(Option<Instant>);

impl Drop for Outer {
    fn drop(&mut self) {
        DEADLINE.set(self.0);
    }
}

/// Makes the calls in `calls` give up when `limit` has passed from now on: with `VIR_ERR_OPERATION_TIMEOUT`, after which the
/// connection can be used again. Only calls of the same thread are limited. Inside of another limit the earlier one counts.
///
/// ```no_run
/// use std::time::Duration;
/// # fn example(domain: &oxivirt::Domain) -> oxivirt::Result<()> {
/// oxivirt::timeout(Duration::from_secs(5), || domain.shutdown())?;
/// # Ok(())
/// # }
/// ```
pub fn timeout<T>(limit: Duration, calls: impl FnOnce() -> T) -> T {
    match Instant::now().checked_add(limit) {
        Some(at) => deadline(at, calls),
        // Later than the clock can tell: no limit.
        None => calls(),
    }
}

/// Makes the calls in `calls` give up at the time `at`; see [`timeout`].
pub fn deadline<T>(at: Instant, calls: impl FnOnce() -> T) -> T {
    let outer = DEADLINE.get();
    DEADLINE.set(Some(outer.map_or(at, |outer| outer.min(at))));
    let _outer = Outer(outer);
    calls()
}

/// Returns when the calls of this thread have to end.
pub(crate) fn current() -> Option<Instant> {
    DEADLINE.get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_earlier_limit_counts_and_ends_with_its_closure() {
        let now = Instant::now();
        let (soon, late) = (now + Duration::from_secs(1), now + Duration::from_secs(9));
        assert_eq!(current(), None);
        deadline(soon, || {
            assert_eq!(deadline(late, current), Some(soon));
            assert_eq!(current(), Some(soon));
        });
        assert_eq!(deadline(late, || deadline(soon, current)), Some(soon));
        assert_eq!(timeout(Duration::MAX, current), None);
        assert!(timeout(Duration::from_secs(3600), current).is_some_and(|at| at > late));
        let panicked = std::panic::catch_unwind(|| deadline(soon, || std::panic::resume_unwind(Box::new(()))));
        assert!(panicked.is_err());
        assert_eq!(current(), None);
    }
}
