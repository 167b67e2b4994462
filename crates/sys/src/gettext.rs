//! gettext of the C library: looking a message up in the catalogue `libvirt` of the thread's locale.
//!
//! The C library takes locks of its own while it looks a message up, and a forked child would find them as they were. So one
//! thread at a time looks up, and no fork happens meanwhile.
use std::cell::UnsafeCell;
use std::ffi::{CStr, c_char, c_int};
use std::sync::atomic::{AtomicU8, Ordering};

const DOMAIN: &CStr = c"libvirt";
/// Where packages put catalogues, on every system that the stock library is packaged for.
const FOLDER: &CStr = c"/usr/share/locale";

unsafe extern "C" {
    fn bindtextdomain(domain: *const c_char, folder: *const c_char) -> *mut c_char;
    fn strerror_l(errno: c_int, locale: libc::locale_t) -> *const c_char;
    fn dcgettext(domain: *const c_char, id: *const c_char, category: c_int) -> *mut c_char;
}

/// A lock that is free in a forked child: the fork takes it first.
struct ForkLock(UnsafeCell<libc::pthread_mutex_t>);

// SAFETY: a pthread mutex is made to be shared.
unsafe impl Sync for ForkLock {}

static LOCK: ForkLock = ForkLock(UnsafeCell::new(libc::PTHREAD_MUTEX_INITIALIZER));

extern "C" fn acquire() {
    // SAFETY: a mutex that is never destroyed; locking cannot fail, as no thread that holds it asks for it again.
    unsafe { libc::pthread_mutex_lock(LOCK.0.get()) };
}

extern "C" fn release() {
    // SAFETY: called by the thread that holds it, which in a forked child is the copy of the one that forked.
    unsafe { libc::pthread_mutex_unlock(LOCK.0.get()) };
}

/// Returns true once fork respects the lock. Nobody waits for another thread that is arranging it.
fn fork_respects_lock() -> bool {
    const UNSET: u8 = 0;
    const SETTING: u8 = 1;
    const SET: u8 = 2;
    const FAILED: u8 = 3;
    static STATE: AtomicU8 = AtomicU8::new(UNSET);
    match STATE.compare_exchange(UNSET, SETTING, Ordering::AcqRel, Ordering::Acquire) {
        Ok(_) => {
            // SAFETY: the handlers only use the lock, and the library is never unloaded.
            let failed = unsafe { libc::pthread_atfork(Some(acquire), Some(release), Some(release)) } != 0;
            STATE.store(if failed { FAILED } else { SET }, Ordering::Release);
            !failed
        }
        Err(state) => state == SET,
    }
}

/// Returns the translation of `id` in the thread's locale, `None` when no catalogue of that locale holds it. The empty id
/// stands for the catalogue itself.
#[must_use]
pub fn translation(id: &CStr) -> Option<Vec<u8>> {
    look_up(id).map(|text| text.to_bytes().to_vec())
}

/// Returns the translation of a text that is not a format, or the text itself.
#[must_use]
pub fn lasting_translation(text: &'static CStr) -> &'static CStr {
    look_up(text).unwrap_or(text)
}

fn look_up(id: &CStr) -> Option<&'static CStr> {
    if cfg!(miri) || !fork_respects_lock() {
        return None;
    }
    acquire();
    // SAFETY: both strings end with NUL. Who fails to find a translation answers the very pointer it got.
    let found = unsafe { dcgettext(DOMAIN.as_ptr(), id.as_ptr(), libc::LC_MESSAGES) };
    release();
    let translated = !found.is_null() && !std::ptr::eq(found.cast_const(), id.as_ptr());
    // SAFETY: a string that ends with NUL and is not `id`; the C library never frees a translation that it gave away.
    translated.then(|| unsafe { CStr::from_ptr(found) })
}

/// Says where the catalogues are, as the stock library does when it starts. A folder that the program bound before is forgotten.
pub fn bind_catalogues() {
    // SAFETY: both strings end with NUL and are copied. Without memory the default stays, which is the same folder.
    unsafe { bindtextdomain(DOMAIN.as_ptr(), FOLDER.as_ptr()) };
}

/// Returns the text of an errno as programs in the locale C print it.
#[must_use]
pub fn errno_text(errno: i32) -> String {
    // SAFETY: the name ends with NUL and no locale is changed; the locale is freed below.
    let locale = unsafe { libc::newlocale(libc::LC_ALL_MASK, c"C".as_ptr(), std::ptr::null_mut()) };
    if locale.is_null() {
        return String::new();
    }
    // SAFETY: a live locale.
    let text = unsafe { strerror_l(errno, locale) };
    // SAFETY: a string that ends with NUL and lives until the thread's next call; it is copied before.
    let text = unsafe { CStr::from_ptr(text) }.to_string_lossy().into_owned();
    // SAFETY: made above and not used any more.
    unsafe { libc::freelocale(locale) };
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_catalogue_nothing_is_translated() {
        assert_eq!(translation(c""), None);
        assert_eq!(translation(c"internal error"), None);
        bind_catalogues();
        assert_eq!(translation(c"internal error: %s"), None);
    }

    #[test]
    fn errno_in_the_words_of_the_locale_c() {
        assert_eq!(errno_text(libc::ENOENT), "No such file or directory");
        assert_ne!(errno_text(libc::EPERM), errno_text(libc::ENOENT));
    }

    #[test]
    fn a_text_without_translation_is_lent_as_it_is() {
        let text = c"no error";
        assert_eq!(lasting_translation(text).as_ptr(), text.as_ptr());
    }

    /// Returns true if the lock can be had at once, and gives it back.
    fn free() -> bool {
        // SAFETY: a mutex that is never destroyed.
        let free = unsafe { libc::pthread_mutex_trylock(LOCK.0.get()) } == 0;
        if free {
            release();
        }
        free
    }

    #[test]
    fn a_child_forked_while_others_look_up_finds_the_lock_free() {
        assert!(fork_respects_lock());
        let stop = std::sync::atomic::AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    acquire();
                    std::thread::yield_now();
                    release();
                }
            });
            let mut taken = 0;
            for _ in 0..50 {
                // SAFETY: the child tries a lock and ends without unwinding or destructors.
                let child = unsafe { libc::fork() };
                if child == 0 {
                    // SAFETY: ends the child at once.
                    unsafe { libc::_exit(c_int::from(!free())) };
                }
                let mut status = -1;
                // SAFETY: `status` is live; the child is ours.
                assert_eq!(unsafe { libc::waitpid(child, &raw mut status, 0) }, child);
                taken += status;
            }
            stop.store(true, Ordering::Relaxed);
            assert_eq!(taken, 0);
        });
    }
}
