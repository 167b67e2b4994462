//! The library's own event loop: a thread that runs the default loop, for programs that have none and ask for it.
use super::implementation::{event_loop_registered, register_default, run_default};
use oxivirt_sys::{ForkLock, Generation};
use std::time::Duration;

/// How long the thread rests when the loop cannot poll, as without descriptors.
const REST: Duration = Duration::from_millis(100);

/// One iteration; false when a callback ended the thread.
fn run_turn() -> bool {
    let outer = oxivirt_sys::enter();
    let ran = run_default();
    oxivirt_sys::leave(outer);
    if oxivirt_sys::thread_ended() {
        return false;
    }
    if !ran {
        std::thread::sleep(REST);
    }
    true
}

/// The process in which the thread runs; a forked child has none.
static RUNS_IN: ForkLock<Option<Generation>> = ForkLock::new(None, || None);

/// Whether there is an event loop: the program's own if it has one, else one that is started here, once in a process. The
/// thread takes no signals and ends with the process.
pub(crate) fn run_event_loop() -> bool {
    let mut runs_in = RUNS_IN.lock();
    match *runs_in {
        Some(process) if !process.forked() => return true,
        None if event_loop_registered() => return true,
        _ => {}
    }
    // A forked child has the registration already.
    if !event_loop_registered() {
        register_default();
    }
    if !event_loop_registered() {
        return false;
    }
    let started = oxivirt_sys::spawn_thread("oxivirt-events", || {
        // A callback that ends this thread ends it; the next open starts another one.
        while run_turn() {}
        *RUNS_IN.lock() = None;
    });
    if started.is_ok() {
        *runs_in = Some(Generation::current());
    }
    started.is_ok()
}
