//! gettext of the C library: looking a message up in the catalogue `libvirt` of the thread's locale.
//!
//! The C library takes locks of its own while it looks a message up or is told of a catalogue, and a forked child would find
//! them as they were. So one thread at a time does that, and no fork happens meanwhile.
use crate::ForkLock;
use crate::fork::NoFork;
use std::ffi::{CStr, c_char, c_int};

const DOMAIN: &CStr = c"libvirt";
/// Where packages put catalogues, on every system that the stock library is packaged for.
const FOLDER: &CStr = c"/usr/share/locale";

unsafe extern "C" {
    fn bindtextdomain(domain: *const c_char, folder: *const c_char) -> *mut c_char;
    fn strerror_l(errno: c_int, locale: libc::locale_t) -> *const c_char;
    fn dcgettext(domain: *const c_char, id: *const c_char, category: c_int) -> *mut c_char;
}

static LOCK: ForkLock<()> = ForkLock::new((), || ());

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
    if cfg!(miri) {
        return None;
    }
    let guard = LOCK.lock();
    // SAFETY: both strings end with NUL. Who fails to find a translation answers the very pointer it got.
    let found = unsafe { dcgettext(DOMAIN.as_ptr(), id.as_ptr(), libc::LC_MESSAGES) };
    drop(guard);
    let translated = !found.is_null() && !std::ptr::eq(found.cast_const(), id.as_ptr());
    // SAFETY: a string that ends with NUL and is not `id`; the C library never frees a translation that it gave away.
    translated.then(|| unsafe { CStr::from_ptr(found) })
}

/// Says where the catalogues are, as the stock library does when it starts. A folder that the program bound before is forgotten.
pub fn bind_catalogues() {
    let _alone = LOCK.lock();
    // SAFETY: both strings end with NUL and are copied. Without memory the default stays, which is the same folder.
    unsafe { bindtextdomain(DOMAIN.as_ptr(), FOLDER.as_ptr()) };
}

/// Returns the text of an errno as programs in the locale C print it.
#[must_use]
pub fn errno_text(errno: i32) -> String {
    /// All that a text depends on; the rest of a new locale is that of C anyhow.
    const TEXT: libc::c_int = libc::LC_CTYPE_MASK | libc::LC_MESSAGES_MASK;
    // Locales are made and freed under a lock of the C library.
    let _no_fork = NoFork::begin();
    // SAFETY: the name ends with NUL and no locale is changed; the locale is freed below.
    let locale = unsafe { libc::newlocale(TEXT, c"C".as_ptr(), std::ptr::null_mut()) };
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

    #[test]
    fn a_child_forked_while_others_look_up_looks_up() {
        use std::sync::atomic::{AtomicBool, Ordering};
        let _alone = crate::fork::tests::timeouts();
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    bind_catalogues();
                    assert_eq!(translation(c"internal error"), None);
                    assert!(!errno_text(libc::ENOENT).is_empty());
                }
            });
            let mut failed = 0;
            for _ in 0..50 {
                // SAFETY: the child looks a message up and ends without unwinding or destructors; an alarm ends one that hangs.
                let child = unsafe { libc::fork() };
                if child == 0 {
                    // SAFETY: takes an integer.
                    unsafe { libc::alarm(60) };
                    bind_catalogues();
                    let said = translation(c"internal error").is_some() || errno_text(libc::ENOENT).is_empty();
                    let code = c_int::from(said);
                    // SAFETY: ends the child at once.
                    unsafe { libc::_exit(code) };
                }
                let mut status = -1;
                // SAFETY: `status` is live; the child is ours.
                assert_eq!(unsafe { libc::waitpid(child, &raw mut status, 0) }, child);
                failed |= status;
            }
            stop.store(true, Ordering::Relaxed);
            assert_eq!(failed, 0);
        });
    }
}
