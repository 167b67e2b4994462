//! A mutex that a forked child never waits for: what a thread of the parent held is taken over, with a fresh value.
use super::gate;
use std::cell::UnsafeCell;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::ptr::{NonNull, null};
use std::sync::atomic::{AtomicU32, Ordering};

/// The lowest bits of a lock's word say whether somebody waits; above them is the epoch of the holder. 0: free.
const HELD: u32 = 1;
const AWAITED: u32 = 2;
const KIND: u32 = 3;
/// How often a lock that is held for moments is looked at before its thread sleeps.
const SPINS: u32 = 100;

/// Counted on by a fork, unless the forking thread holds a lock itself and will release it in the child.
static EPOCH: AtomicU32 = AtomicU32::new(0);

/// In a forked child, where no thread is left that could release a lock.
pub(super) fn begin_epoch() {
    EPOCH.fetch_add(1, Ordering::AcqRel);
}

fn tag() -> u32 {
    EPOCH.load(Ordering::Acquire) << 2
}

/// Sleeps while the word has this value.
fn sleep(word: &AtomicU32, value: u32) {
    let (operation, forever) = (libc::FUTEX_WAIT | libc::FUTEX_PRIVATE_FLAG, null::<libc::timespec>());
    // SAFETY: the word is live; the kernel compares it with the value and has no other memory to look at.
    unsafe { libc::syscall(libc::SYS_futex, word.as_ptr(), operation, value, forever) };
}

fn wake_one(word: &AtomicU32) {
    wake(word, 1);
}

fn wake(word: &AtomicU32, most: i32) {
    // SAFETY: the word's address names a queue; nothing is read.
    unsafe { libc::syscall(libc::SYS_futex, word.as_ptr(), libc::FUTEX_WAKE | libc::FUTEX_PRIVATE_FLAG, most) };
}

/// A mutex without poisoning that knows of fork(2).
///
/// A fork waits until locks are free. Where that took too long, the child finds what `fresh` makes in place of a value that
/// may be half changed; the old one is not dropped.
pub struct ForkLock<T> {
    word: AtomicU32,
    fresh: fn() -> T,
    value: UnsafeCell<T>,
}

// SAFETY: one thread at a time gets at the value.
unsafe impl<T: Send> Sync for ForkLock<T> {}
// SAFETY: nothing in it belongs to a thread while nobody holds it, and who moves it has it alone.
unsafe impl<T: Send> Send for ForkLock<T> {}

impl<T> ForkLock<T> {
    /// Returns a free lock around `value`.
    pub const fn new(value: T, fresh: fn() -> T) -> Self {
        Self { word: AtomicU32::new(0), fresh, value: UnsafeCell::new(value) }
    }

    /// Waits until no other thread of this process has the lock, and takes it.
    pub fn lock(&self) -> ForkGuard<'_, T> {
        gate::enter();
        let tag = tag();
        if self.word.compare_exchange(0, tag | HELD, Ordering::Acquire, Ordering::Relaxed).is_err() {
            self.wait(tag);
        }
        ForkGuard { lock: self, one_thread: PhantomData }
    }

    #[cold]
    fn wait(&self, tag: u32) {
        let exchange = |old, new| self.word.compare_exchange(old, new, Ordering::Acquire, Ordering::Relaxed).is_ok();
        let mut spins = SPINS;
        loop {
            let word = self.word.load(Ordering::Relaxed);
            if word == 0 {
                if exchange(0, tag | AWAITED) {
                    return;
                }
            } else if word & !KIND != tag {
                // Its holder stayed in the parent.
                if exchange(word, tag | AWAITED) {
                    // SAFETY: this thread has the lock now. The old value is not read: it may be half changed.
                    unsafe { self.value.get().write((self.fresh)()) };
                    return;
                }
            } else if spins > 0 && word == tag | HELD {
                spins = spins.wrapping_sub(1);
                std::hint::spin_loop();
            } else if word == tag | AWAITED || exchange(word, tag | AWAITED) {
                sleep(&self.word, tag | AWAITED);
            }
        }
    }

    /// Returns where the value is; whoever reads or writes there must have the lock.
    pub fn as_ptr(&self) -> NonNull<T> {
        NonNull::from(&self.value).cast()
    }

    /// Returns the value of a lock that nobody else can have.
    pub fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }
}

impl<T> fmt::Debug for ForkLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ForkLock")
    }
}

/// The taken lock; dropping it releases it.
#[must_use]
pub struct ForkGuard<'a, T> {
    lock: &'a ForkLock<T>,
    one_thread: PhantomData<*mut ()>,
}

// SAFETY: a shared guard gives shared references to the value only.
unsafe impl<T: Sync> Sync for ForkGuard<'_, T> {}

impl<T> Deref for ForkGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: this thread has the lock as long as the guard lives.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T> DerefMut for ForkGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as above, and the guard is borrowed mutably.
        unsafe { &mut *self.lock.value.get() }
    }
}

impl<T> Drop for ForkGuard<'_, T> {
    fn drop(&mut self) {
        if self.lock.word.swap(0, Ordering::Release) & KIND == AWAITED {
            wake_one(&self.lock.word);
        }
        gate::leave();
    }
}

impl<T: fmt::Debug> fmt::Debug for ForkGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

/// Threads that wait until another one has changed what a [`ForkLock`] guards. A child has none.
#[derive(Debug, Default)]
pub struct ForkCondvar {
    /// Counts notifications.
    word: AtomicU32,
}

impl ForkCondvar {
    /// Returns one that nobody waits for.
    #[must_use]
    pub const fn new() -> Self {
        Self { word: AtomicU32::new(0) }
    }

    /// Releases the lock, sleeps until a notification or for no reason, and takes the lock again.
    pub fn wait<'a, T>(&self, guard: ForkGuard<'a, T>) -> ForkGuard<'a, T> {
        let (lock, seen) = (guard.lock, self.word.load(Ordering::Acquire));
        drop(guard);
        sleep(&self.word, seen);
        lock.lock()
    }

    /// Wakes one of those that wait.
    pub fn notify_one(&self) {
        self.word.fetch_add(1, Ordering::AcqRel);
        wake_one(&self.word);
    }

    /// Wakes all that wait.
    pub fn notify_all(&self) {
        self.word.fetch_add(1, Ordering::AcqRel);
        wake(&self.word, i32::MAX);
    }
}
