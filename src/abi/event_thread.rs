//! The library's own event loop: a thread that runs the default loop, for programs that have none and ask for it.
use super::event_impl::{event_loop_registered, register_default, run_default};
use oxivirt_sys::Generation;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How long the thread rests when the loop cannot poll, as without descriptors.
const REST: Duration = Duration::from_millis(100);

/// The process in which the thread runs; a forked child has none.
static RUNS_IN: Mutex<Option<Generation>> = Mutex::new(None);

/// Whether there is an event loop: the program's own if it has one, else one that is started here, once in a process. The
/// thread takes no signals and ends with the process.
pub(crate) fn run_event_loop() -> bool {
    let mut runs_in = RUNS_IN.lock().unwrap_or_else(PoisonError::into_inner);
    match *runs_in {
        Some(process) if !process.forked() => return true,
        None if event_loop_registered() => return true,
        _ => {}
    }
    // A forked child has the registration already.
    if !event_loop_registered() && !register_default() {
        return false;
    }
    let started = oxivirt_sys::spawn_thread("oxivirt-events", || {
        loop {
            if !run_default() {
                std::thread::sleep(REST);
            }
        }
    });
    if started.is_ok() {
        *runs_in = Some(Generation::current());
    }
    started.is_ok()
}
