//! A fork waits until no thread is in the middle of a change, so that the child finds everything consistent.
//!
//! The wait is bounded, and so is the time for which threads stand aside: neither a thread that is stuck nor another
//! library's fork handlers can make this one hang. What a fork finds half changed all the same is given up by its
//! [`super::ForkLock`].
use std::cell::Cell;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// Threads in the middle of a change.
static INSIDE: AtomicU32 = AtomicU32::new(0);
/// Forks under way.
static SHUT: AtomicU32 = AtomicU32::new(0);
/// How long a fork waits for changes to end.
const LONGEST: Duration = Duration::from_secs(1);
/// How long a thread stands aside. Longer than two forks that give up, of which the second began while the first one waited: they
/// must not find the thread in the middle just because all gave up at the same moment.
const LONGEST_ASIDE: Duration = Duration::from_millis(2500);
/// The pause between two looks. Both waits are rare and mostly over at once.
const PAUSE: Duration = Duration::from_micros(20);

thread_local! {
    /// Changes inside each other on this thread. Without a destructor, so that it is there to the thread's very end.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// Begins a change; [`leave`] ends it on the same thread.
pub(super) fn enter() {
    let depth = DEPTH.get();
    DEPTH.set(depth.wrapping_add(1));
    if depth > 0 {
        // The fork waits for the outer change, which must not wait for the fork.
        return;
    }
    // Sequentially consistent with `shut`: either it sees this thread inside, or this thread sees it shut.
    INSIDE.fetch_add(1, Ordering::SeqCst);
    if SHUT.load(Ordering::SeqCst) != 0 {
        stand_aside();
    }
}

pub(super) fn leave() {
    let depth = DEPTH.get().wrapping_sub(1);
    DEPTH.set(depth);
    if depth == 0 {
        INSIDE.fetch_sub(1, Ordering::SeqCst);
    }
}

#[cold]
fn stand_aside() {
    let started = Instant::now();
    while SHUT.load(Ordering::SeqCst) != 0 && started.elapsed() < LONGEST_ASIDE {
        INSIDE.fetch_sub(1, Ordering::SeqCst);
        std::thread::sleep(PAUSE);
        INSIDE.fetch_add(1, Ordering::SeqCst);
    }
}

/// Before fork: waits for all other threads' changes to end and lets none begin.
pub(super) fn shut() {
    SHUT.fetch_add(1, Ordering::SeqCst);
    // A callback inside a change, or a signal's handler, may fork.
    let own = u32::from(DEPTH.get() > 0);
    let started = Instant::now();
    while INSIDE.load(Ordering::SeqCst) > own && started.elapsed() < LONGEST {
        std::thread::sleep(PAUSE);
    }
}

/// After fork, in the parent.
pub(super) fn open() {
    SHUT.fetch_sub(1, Ordering::SeqCst);
}

/// After fork, in the child, where only this thread is left. Returns true if it forked in the middle of a change, which
/// it will go on with.
pub(super) fn reset() -> bool {
    let inside = DEPTH.get() > 0;
    INSIDE.store(u32::from(inside), Ordering::SeqCst);
    SHUT.store(0, Ordering::SeqCst);
    inside
}
