//! Knowing of fork(2): which process something was made in, and locks whose owner may have stayed in the parent.
//!
//! Handlers of pthread_atfork(3) begin a new epoch in the child. For a child that was made without them (clone(2), _Fork)
//! there is a page that the kernel wipes, and where that does not exist the process id. [`gate`] lets a fork wait, for a
//! bounded time, until no thread is in the middle of a change; [`ForkLock`] and [`OnceBox`] never let the child wait.
mod gate;
mod lock;
mod once;

pub use lock::{ForkCondvar, ForkGuard, ForkLock};
pub use once::OnceBox;

use std::marker::PhantomData;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicU32, AtomicU64, Ordering};

/// The process id (upper half) and the epoch (lower half) of the process that last looked.
static NOW: AtomicU64 = AtomicU64::new(0);
/// The page that holds the epoch and is wiped in a child; NULL until it is mapped, and where it cannot be.
static PAGE: AtomicPtr<AtomicU32> = AtomicPtr::new(null_mut());
static MAPPING_TRIED: AtomicBool = AtomicBool::new(false);
/// What [`in_forked_child`] registered, a `fn()`.
static CHILD: AtomicPtr<()> = AtomicPtr::new(null_mut());

/// Remembers in which process it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Generation {
    epoch: u32,
}

impl Generation {
    /// Returns the current process.
    #[must_use]
    pub fn current() -> Self {
        Self { epoch: epoch() }
    }

    /// Returns true if the calling process is a forked descendant of the one that made this value.
    #[must_use]
    pub fn forked(self) -> bool {
        self.epoch != epoch()
    }
}

/// While this lives, forks of other threads wait: what is open meanwhile no child of theirs inherits.
pub(crate) struct NoFork(PhantomData<*mut ()>);

impl NoFork {
    pub(crate) fn begin() -> Self {
        gate::enter();
        Self(PhantomData)
    }
}

impl Drop for NoFork {
    fn drop(&mut self) {
        gate::leave();
    }
}

/// Makes each forked child of this process call `run` before fork(2) returns there. Only the forking thread exists then.
/// One function for the process; a later one takes its place.
pub fn in_forked_child(run: fn()) {
    CHILD.store(run as *mut (), Ordering::Release);
}

/// The number of this process among its forefathers that have this library, from 1 up: one load in the usual case.
fn epoch() -> u32 {
    // SAFETY: NULL, or a mapping that is never given back and only accessed atomically.
    let page = unsafe { PAGE.load(Ordering::Acquire).as_ref() };
    match page.map(|word| word.load(Ordering::Relaxed)) {
        Some(epoch) if epoch != 0 => epoch,
        _ => look(page),
    }
}

/// Finds the epoch where the page does not tell.
#[cold]
fn look(page: Option<&AtomicU32>) -> u32 {
    let Some(word) = page else {
        if !MAPPING_TRIED.swap(true, Ordering::AcqRel) {
            map();
        }
        return of_this_process();
    };
    let epoch = of_this_process();
    word.store(epoch, Ordering::Relaxed);
    epoch
}

/// Compares process ids; a change begins an epoch.
fn of_this_process() -> u32 {
    let pid = crate::pid().cast_unsigned();
    let mut now = NOW.load(Ordering::Acquire);
    loop {
        let (known, epoch) = ((now >> 32) as u32, now as u32);
        if known == pid {
            return epoch;
        }
        let next = joined(pid, epoch.wrapping_add(1).max(1));
        match NOW.compare_exchange(now, next, Ordering::AcqRel, Ordering::Acquire) {
            Ok(_) => return next as u32,
            Err(other) => now = other,
        }
    }
}

fn joined(pid: u32, epoch: u32) -> u64 {
    u64::from(pid) << 32 | u64::from(epoch)
}

/// Maps the wiped-on-fork page; without MADV_WIPEONFORK (before Linux 4.14) there is none.
fn map() {
    const LENGTH: usize = 4096;
    // SAFETY: an anonymous private mapping at an address the kernel chooses touches no existing memory.
    let start = unsafe {
        libc::mmap(
            null_mut(),
            LENGTH,
            libc::PROT_READ | libc::PROT_WRITE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS,
            -1,
            0,
        )
    };
    if start == libc::MAP_FAILED {
        return;
    }
    // SAFETY: the range is the mapping just made, unshared so far.
    if unsafe { libc::madvise(start, LENGTH, libc::MADV_WIPEONFORK) } != 0 {
        // SAFETY: the same mapping, to which no reference exists.
        unsafe { libc::munmap(start, LENGTH) };
        return;
    }
    // Page-aligned, zeroed, at least four bytes, never unmapped from here on.
    PAGE.store(start.cast(), Ordering::Release);
}

/// Runs when the library is loaded. Handlers that programs install later are called outside of ours, as those of a lower
/// layer have to be.
extern "C" fn register() {
    // Without memory for the handlers the page and the process id are left.
    // SAFETY: three functions that live as long as the process: the library cannot be unloaded (nodelete).
    unsafe { libc::pthread_atfork(Some(prepare), Some(parent), Some(child)) };
    epoch();
}

#[used]
// SAFETY: the loader calls the functions of this section, with arguments that C functions may ignore.
#[unsafe(link_section = ".init_array")]
static AT_LOAD: extern "C" fn() = register;

unsafe extern "C" fn prepare() {
    gate::shut();
}

unsafe extern "C" fn parent() {
    gate::open();
}

unsafe extern "C" fn child() {
    let now = NOW.load(Ordering::Acquire);
    let epoch = (now as u32).wrapping_add(1).max(1);
    NOW.store(joined(crate::pid().cast_unsigned(), epoch), Ordering::Release);
    // SAFETY: as in `epoch`.
    if let Some(word) = unsafe { PAGE.load(Ordering::Acquire).as_ref() } {
        // Also where the kernel promised to wipe it and did not, as emulators do.
        word.store(epoch, Ordering::Relaxed);
    }
    if !gate::reset() {
        lock::begin_epoch();
    }
    let run = CHILD.load(Ordering::Acquire);
    if !run.is_null() {
        // SAFETY: `in_forked_child` stored a function of this type.
        let run: fn() = unsafe { std::mem::transmute::<*mut (), fn()>(run) };
        run();
    }
}

#[cfg(test)]
#[path = "tests.rs"]
pub(crate) mod tests;
