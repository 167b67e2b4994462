//! Children of processes whose other threads are in the middle of something. A child that waits is ended by its alarm.
use super::*;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};

/// A lock that one test holds makes the forks of all others wait in vain, and go on while a thread is in the middle of something:
/// the test that does so, and one that must not see it, wait for each other.
pub(crate) fn timeouts() -> MutexGuard<'static, ()> {
    static TIMEOUTS: Mutex<()> = Mutex::new(());
    TIMEOUTS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs `body` in a forked child; the status of wait(2) is 0 when it answers true in time.
fn in_child(body: impl FnOnce() -> bool) -> i32 {
    const SECONDS: u32 = 60;
    // SAFETY: what runs in the child takes no lock but those under test, and ends without unwinding or destructors.
    let child = unsafe { libc::fork() };
    assert!(child >= 0);
    if child == 0 {
        // SAFETY: an alarm ends the child when it hangs.
        unsafe { libc::alarm(SECONDS) };
        let code = i32::from(!body());
        // SAFETY: ends the child at once, without running the parent's exit handlers.
        unsafe { libc::_exit(code) };
    }
    let mut status = -1;
    // SAFETY: `status` is live; the child is ours.
    assert_eq!(unsafe { libc::waitpid(child, &raw mut status, 0) }, child);
    status
}

#[test]
fn the_child_knows() {
    let generation = Generation::current();
    assert!(!generation.forked());
    let status = in_child(|| {
        let own = Generation::current();
        generation.forked() && !own.forked() && in_child(|| generation.forked() && own.forked()) == 0
    });
    assert_eq!(status, 0);
    assert!(!generation.forked());
}

#[test]
fn a_child_without_handlers_knows() {
    /// What an emulator does, which promises to wipe the page.
    const NOT_WIPED: i32 = 77;
    let generation = Generation::current();
    // SAFETY: the child makes system calls and atomic accesses only, and ends the process.
    let child = unsafe { crate::start::fork(libc::SIGCHLD) }.unwrap();
    if child == 0 {
        // SAFETY: as in `epoch`.
        let page = unsafe { PAGE.load(Ordering::Acquire).as_ref() };
        let code = match page.map(|word| word.load(Ordering::Relaxed)) {
            Some(1..) => NOT_WIPED,
            _ => i32::from(!generation.forked() || Generation::current().forked()),
        };
        // SAFETY: ends the child at once.
        unsafe { libc::_exit(code) };
    }
    let mut status = -1;
    // SAFETY: `status` is live; the child is ours.
    assert_eq!(unsafe { libc::waitpid(child, &raw mut status, 0) }, child);
    if libc::WEXITSTATUS(status) == NOT_WIPED && cfg!(not(target_arch = "x86_64")) {
        return;
    }
    assert_eq!(status, 0);
}

/// What a thread changes in two steps; a reader must never see them differ.
static PAIR: ForkLock<(u64, u64)> = ForkLock::new((0, 0), || (0, 0));

#[test]
fn a_child_finds_consistent_values_and_free_locks() {
    let stop = Arc::new(AtomicBool::new(false));
    let workers: Vec<_> = (0..4)
        .map(|_| {
            let stop = Arc::clone(&stop);
            std::thread::spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    let mut pair = PAIR.lock();
                    pair.0 = pair.0.wrapping_add(1);
                    std::hint::black_box(&mut *pair);
                    pair.1 = pair.1.wrapping_add(1);
                }
            })
        })
        .collect();
    for _ in 0..300 {
        let status = in_child(|| {
            let pair = PAIR.lock();
            let same = pair.0 == pair.1;
            drop(pair);
            PAIR.lock().0 = 7;
            same && PAIR.lock().0 == 7
        });
        assert_eq!(status, 0);
    }
    stop.store(true, Ordering::Relaxed);
    for worker in workers {
        worker.join().unwrap();
    }
    let pair = PAIR.lock();
    assert!(pair.0 == pair.1 && pair.0 > 0);
}

#[test]
fn a_lock_that_is_held_for_long_is_taken_over() {
    static STUCK: ForkLock<u32> = ForkLock::new(1, || 3);
    let _alone = timeouts();
    let (tell, held) = mpsc::channel();
    let (release, released) = mpsc::channel::<()>();
    let holder = std::thread::spawn(move || {
        let mut value = STUCK.lock();
        *value = 2;
        tell.send(()).unwrap();
        released.recv().unwrap();
        drop(value);
    });
    held.recv().unwrap();
    let started = Instant::now();
    assert_eq!(in_child(|| *STUCK.lock() == 3), 0);
    assert!(started.elapsed() > Duration::from_millis(900), "the fork waits for it first");
    release.send(()).unwrap();
    holder.join().unwrap();
    assert_eq!(*STUCK.lock(), 2);
}

#[test]
fn a_fork_inside_a_change_goes_on_with_it() {
    static OWN: ForkLock<u32> = ForkLock::new(0, || 9);
    let mut guard = OWN.lock();
    *guard = 1;
    let started = Instant::now();
    let status = in_child(|| {
        *guard += 1;
        drop(guard);
        *OWN.lock() == 2
    });
    assert_eq!(status, 0);
    assert!(started.elapsed() < Duration::from_secs(60));
}

#[test]
fn a_condition_is_waited_for() {
    static TURN: ForkLock<u32> = ForkLock::new(0, || 0);
    static CHANGED: ForkCondvar = ForkCondvar::new();
    let waiter = std::thread::spawn(|| {
        let mut turn = TURN.lock();
        while *turn == 0 {
            turn = CHANGED.wait(turn);
        }
        *turn
    });
    *TURN.lock() = 5;
    CHANGED.notify_one();
    assert_eq!(waiter.join().unwrap(), 5);
}

#[test]
fn the_first_value_stays() {
    let mut cell = OnceBox::new();
    assert!(cell.get().is_none());
    assert_eq!(*cell.get_or_init(|| 1), 1);
    assert_eq!(cell.set(2), Err(2));
    assert_eq!(*cell.get_or_init(|| 3), 1);
    assert_eq!((cell.take(), cell.take()), (Some(1), None));
    let dropped = Arc::new(());
    let cell = OnceBox::new();
    cell.set(Arc::clone(&dropped)).unwrap();
    assert!(cell.set(Arc::clone(&dropped)).is_err());
    assert_eq!(Arc::strong_count(&dropped), 2);
    drop(cell);
    assert_eq!(Arc::strong_count(&dropped), 1);
}

#[test]
fn a_function_runs_in_the_child() {
    static RAN: AtomicBool = AtomicBool::new(false);
    in_forked_child(|| RAN.store(true, Ordering::Relaxed));
    assert_eq!(in_child(|| RAN.load(Ordering::Relaxed)), 0);
    assert!(!RAN.load(Ordering::Relaxed));
}
