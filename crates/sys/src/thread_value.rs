//! Values of a thread that can be used for as long as the thread runs code.
//!
//! A `thread_local!` with a destructor is gone when the destructors of C++'s thread_local objects and of the program's own
//! thread-specific data run, and, in the main thread, when those of static objects and the functions of atexit() run. All of
//! them may call the library. So the library's values are thread-specific data of the C library: what is made anew during the
//! end of the thread is freed in its next round, as for any C library that works this way. Those of the main thread are left
//! to the end of the process.
use std::cell::Cell;
use std::ffi::c_void;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicU64, Ordering};

/// One value of each thread, to stand in a `thread_local!`; made when it is first asked for.
#[derive(Debug)]
pub struct ThreadValue<T>(Cell<*mut T>);

impl<T> ThreadValue<T> {
    /// No value yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(Cell::new(null_mut()))
    }
}

impl<T> Default for ThreadValue<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Default + 'static> ThreadValue<T> {
    /// Lends the thread's value to `f`.
    #[inline]
    pub fn with<R>(&self, f: impl FnOnce(&T) -> R) -> R {
        let mut value = self.0.get();
        if value.is_null() {
            value = self.make();
        }
        // SAFETY: made by `make`; only `end` frees it, when the thread runs nothing but destructors of its data, and those
        // begin after `f` has returned.
        f(unsafe { &*value })
    }

    /// Lends the thread's value to `f` if there is one, and makes none.
    pub fn with_made<R>(&self, f: impl FnOnce(&T) -> R) -> Option<R> {
        let value = self.0.get();
        // SAFETY: as in `with`.
        (!value.is_null()).then(|| f(unsafe { &*value }))
    }

    #[cold]
    #[inline(never)]
    fn make(&self) -> *mut T {
        let value = Box::into_raw(Box::<T>::default());
        self.0.set(value);
        own(std::ptr::from_ref(self).cast(), end::<T>);
        value
    }
}

/// Frees the value of a place.
///
/// # Safety
/// `place` is the `ThreadValue<T>` of this thread that owns a value, which nobody uses.
unsafe fn end<T>(place: *const ()) {
    // SAFETY: the caller says so; a thread-local without a destructor lives as long as its thread.
    let place = unsafe { &*place.cast::<ThreadValue<T>>() };
    let value = place.0.replace(null_mut());
    // SAFETY: made by `Box::into_raw`; the place does not name it any more.
    drop(unsafe { Box::from_raw(value) });
}

/// What is to be freed when the thread ends: a list, newest first.
struct Owned {
    place: *const (),
    end: unsafe fn(*const ()),
    next: *mut Owned,
}

thread_local! {
    static OWNED: Cell<*mut Owned> = const { Cell::new(null_mut()) };
}

/// Above any key of the C library.
const NO_KEY: u64 = u64::MAX;
/// The key whose destructor frees a thread's values; [`NO_KEY`] before it is made. Without a lock: the child of a fork that
/// came in between makes its own.
static KEY: AtomicU64 = AtomicU64::new(NO_KEY);

/// The key; `None` when there is none left: then values are not freed.
fn key() -> Option<libc::pthread_key_t> {
    let known = KEY.load(Ordering::Acquire);
    if let Ok(key) = libc::pthread_key_t::try_from(known) {
        return Some(key);
    }
    let mut made: libc::pthread_key_t = 0;
    // SAFETY: `made` is live; the destructor has the right type.
    if unsafe { libc::pthread_key_create(&raw mut made, Some(free_all)) } != 0 {
        return None;
    }
    match KEY.compare_exchange(NO_KEY, u64::from(made), Ordering::AcqRel, Ordering::Acquire) {
        Ok(_) => Some(made),
        Err(other) => {
            // SAFETY: just made, and nobody else knows it.
            unsafe { libc::pthread_key_delete(made) };
            libc::pthread_key_t::try_from(other).ok()
        }
    }
}

fn own(place: *const (), end: unsafe fn(*const ())) {
    let owned = Box::new(Owned { place, end, next: OWNED.get() });
    OWNED.set(Box::into_raw(owned));
    if let Some(key) = key() {
        // SAFETY: a key of ours; any value but NULL has the destructor called. Without memory the values are not freed.
        unsafe { libc::pthread_setspecific(key, (&raw const KEY).cast()) };
    }
}

/// The C library calls this when a thread ends, again when the thread made values meanwhile.
unsafe extern "C" fn free_all(_: *mut c_void) {
    loop {
        let first = OWNED.get();
        if first.is_null() {
            return;
        }
        // SAFETY: made by `own`, and taken out of the list next.
        let owned = unsafe { Box::from_raw(first) };
        OWNED.set(owned.next);
        // SAFETY: the place is this thread's, and nothing runs on it but this.
        unsafe { (owned.end)(owned.place) };
    }
}

/// Which thread this is, while it lives: no two have the same number at the same time, and no call is made to find out.
#[must_use]
pub fn thread_mark() -> usize {
    OWNED.with(|owned| std::ptr::from_ref(owned) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;
    use std::sync::Mutex;

    static SEEN: Mutex<Vec<String>> = Mutex::new(Vec::new());

    #[derive(Default)]
    struct Tells(RefCell<String>);
    impl Drop for Tells {
        fn drop(&mut self) {
            SEEN.lock().unwrap().push(format!("freed {}", self.0.borrow()));
        }
    }

    thread_local! {
        static VALUE: ThreadValue<Tells> = const { ThreadValue::new() };
    }

    fn add(text: &str) -> String {
        VALUE.with(|value| {
            value.with(|tells| {
                tells.0.borrow_mut().push_str(text);
                tells.0.borrow().clone()
            })
        })
    }

    unsafe extern "C" fn late(_: *mut c_void) {
        SEEN.lock().unwrap().push("late".to_owned());
        add("again");
    }

    #[test]
    fn the_value_of_a_thread_serves_its_last_destructors() {
        // The library's key is older than the program's, so its destructor is called first.
        assert!(key().is_some());
        let mut mine: libc::pthread_key_t = 0;
        // SAFETY: `mine` is live; the destructor has the right type.
        assert_eq!(unsafe { libc::pthread_key_create(&raw mut mine, Some(late)) }, 0);
        std::thread::spawn(move || {
            assert_eq!(add("one"), "one");
            assert_eq!(add(", two"), "one, two");
            // SAFETY: a key of this test.
            unsafe { libc::pthread_setspecific(mine, (&raw const SEEN).cast()) };
        })
        .join()
        .unwrap();
        let seen = SEEN.lock().unwrap().join("; ");
        assert_eq!(seen, "freed one, two; late; freed again");
    }

    #[test]
    fn threads_are_told_apart() {
        let other = std::thread::spawn(thread_mark).join().unwrap();
        assert_eq!(thread_mark(), thread_mark());
        // It has ended: what counts is that this one lives.
        let scoped = std::thread::scope(|scope| scope.spawn(thread_mark).join().unwrap());
        assert_ne!(thread_mark(), other);
        assert_ne!(thread_mark(), scoped);
    }
}
