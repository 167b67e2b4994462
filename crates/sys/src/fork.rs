//! Detecting fork: a marker that is wiped in the child, by the kernel or by a handler of fork(3).
//!
//! A descriptor and the locks of a connection belong to the process that opened it. The check is one atomic load, so it
//! can stand before every call. The kernel's wiping (MADV_WIPEONFORK) also sees a clone(2) that goes past the C library;
//! the handler is for kernels that cannot wipe, and for emulators that say they can and do not.
use std::sync::OnceLock;
use std::sync::atomic::{AtomicPtr, AtomicU32, Ordering};

/// The page's marker; a forked child reads 0 instead.
const ALIVE: u32 = 0x0511_f0cd;

/// Remembers in which process it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Generation {
    pid: i32,
}

impl Generation {
    /// The current process.
    #[must_use]
    pub fn current() -> Self {
        // The page is mapped before the first generation exists, so a later fork is always seen.
        page();
        Self { pid: crate::pid() }
    }

    /// Whether the calling process is a forked descendant of the one that made this value.
    #[must_use]
    pub fn forked(self) -> bool {
        match page() {
            // Nothing in this process was forked since the page was marked.
            Some(marker) if marker.load(Ordering::Relaxed) == ALIVE => false,
            // Wiped (a child), or there is no page: compare the ids. The marker stays wiped in the child: it cannot be set
            // again, because values made before the fork would then look fresh.
            _ => crate::pid() != self.pid,
        }
    }
}

/// The page with the marker; `None` when neither the kernel (before 4.14) nor the C library wipes it.
fn page() -> Option<&'static AtomicU32> {
    static PAGE: OnceLock<Option<&'static AtomicU32>> = OnceLock::new();
    *PAGE.get_or_init(map)
}

fn map() -> Option<&'static AtomicU32> {
    const LENGTH: usize = 4096;
    // SAFETY: an anonymous private mapping at an address the kernel chooses touches no existing memory.
    let start = unsafe {
        libc::mmap(
            std::ptr::null_mut(),
            LENGTH,
            libc::PROT_READ | libc::PROT_WRITE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS,
            -1,
            0,
        )
    };
    if start == libc::MAP_FAILED {
        return None;
    }
    // SAFETY: page-aligned, zeroed, at least four bytes, never unmapped from here on, and only accessed atomically.
    let marker = unsafe { &*start.cast::<AtomicU32>() };
    marker.store(ALIVE, Ordering::Relaxed);
    // SAFETY: the range is the mapping just made; a child's reads of it give what an atomic may hold.
    let wiped = unsafe { libc::madvise(start, LENGTH, libc::MADV_WIPEONFORK) } == 0;
    MARKER.store(start.cast(), Ordering::Release);
    // SAFETY: the handler is a function of this library, which is never unloaded.
    let handled = unsafe { libc::pthread_atfork(None, None, Some(wipe)) } == 0;
    (wiped || handled).then_some(marker)
}

/// Where the marker is, for the handler.
static MARKER: AtomicPtr<AtomicU32> = AtomicPtr::new(std::ptr::null_mut());

/// Wipes the marker in a child, which may only do what a signal handler may.
extern "C" fn wipe() {
    // SAFETY: null, or the marker's place, which is never unmapped.
    if let Some(marker) = unsafe { MARKER.load(Ordering::Acquire).as_ref() } {
        marker.store(0, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_child_knows() {
        let generation = Generation::current();
        assert!(!generation.forked());
        // SAFETY: the child only loads an atomic, asks for its id, and ends without unwinding or destructors.
        let child = unsafe { libc::fork() };
        assert!(child >= 0);
        if child == 0 {
            let code = i32::from(!generation.forked() || Generation::current().forked());
            // SAFETY: ends the child at once, without running the parent's exit handlers.
            unsafe { libc::_exit(code) };
        }
        let mut status = -1;
        // SAFETY: `status` is live; the child is ours.
        assert_eq!(unsafe { libc::waitpid(child, &raw mut status, 0) }, child);
        assert_eq!(status, 0);
        assert!(!generation.forked());
    }
}
