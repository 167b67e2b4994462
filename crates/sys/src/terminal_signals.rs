//! Signals that would end a program while it has changed the terminal: they do nothing, or bring the terminal back first.
use crate::interrupt::action;
use crate::terminal_mode::TerminalMode;
use crate::{OnceBox, check};
use std::io;

/// What ends a program at a terminal: the terminal's keys, its end, and who asks it to.
const ENDING: [libc::c_int; 4] = [libc::SIGQUIT, libc::SIGTERM, libc::SIGINT, libc::SIGHUP];

/// Handlers of signals, and what the signals did before.
struct Handlers(Vec<(libc::c_int, libc::sigaction)>);

impl Handlers {
    /// Sets the handler of these signals, but of those that the program was started with as ignored (nohup(1), a shell's background).
    fn set(signals: &[libc::c_int], handler: extern "C" fn(libc::c_int)) -> io::Result<Self> {
        let mut before = Self(Vec::with_capacity(signals.len()));
        let mut new = action(handler as *const () as libc::sighandler_t);
        new.sa_flags = libc::SA_RESTART;
        for &signal in signals {
            if is_ignored(signal)? {
                continue;
            }
            let mut old = action(libc::SIG_DFL);
            // SAFETY: both live; the handlers of this file call what a handler may.
            check(unsafe { libc::sigaction(signal, &raw const new, &raw mut old) })?;
            before.0.push((signal, old));
        }
        Ok(before)
    }
}

impl Drop for Handlers {
    fn drop(&mut self) {
        for (signal, old) in &self.0 {
            // SAFETY: what sigaction filled in.
            unsafe { libc::sigaction(*signal, &raw const *old, std::ptr::null_mut()) };
        }
    }
}

/// SIGQUIT, SIGTERM, SIGINT, SIGHUP and SIGPIPE do nothing while this lives.
#[must_use = "dropping it gives the signals their effects back"]
pub struct HarmlessSignals(#[expect(dead_code, reason = "it is dropped")] Handlers);

impl std::fmt::Debug for HarmlessSignals {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HarmlessSignals").finish_non_exhaustive()
    }
}

// A handler: programs that are started meanwhile would inherit that a signal is ignored.
extern "C" fn nothing(_: libc::c_int) {}

impl HarmlessSignals {
    /// Takes their effects from the signals.
    ///
    /// # Errors
    /// Those of sigaction(2).
    pub fn begin() -> io::Result<Self> {
        let [quit, term, int, hup] = ENDING;
        Handlers::set(&[quit, term, int, hup, libc::SIGPIPE], nothing).map(Self)
    }
}

/// The terminal as it was when the program began to change it, and what to write there.
static TERMINAL: OnceBox<(TerminalMode, &[u8])> = OnceBox::new();

/// SIGQUIT, SIGTERM, SIGINT and SIGHUP end the program as ever while this lives, but bring the terminal back first.
#[must_use = "dropping it gives the signals their effects back"]
pub struct TerminalRestored(#[expect(dead_code, reason = "it is dropped")] Handlers);

impl std::fmt::Debug for TerminalRestored {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TerminalRestored").finish_non_exhaustive()
    }
}

extern "C" fn restore(signal: libc::c_int) {
    if let Some((mode, text)) = TERMINAL.get() {
        mode.set_now();
        // As the terminal shows the key that sends the signal.
        let key: &[u8] = match signal {
            libc::SIGQUIT => b"^\\",
            libc::SIGINT => b"^C",
            _ => b"",
        };
        for text in [key, text] {
            // SAFETY: bytes that live for ever; a terminal that is gone is an error, not undefined.
            unsafe { libc::write(libc::STDOUT_FILENO, text.as_ptr().cast(), text.len()) };
        }
    }
    end_by(signal);
}

/// Returns whether the program ignores a signal.
///
/// # Errors
/// Those of sigaction(2).
pub fn is_ignored(signal: libc::c_int) -> io::Result<bool> {
    let mut now = action(libc::SIG_DFL);
    // SAFETY: it lives; nothing is changed.
    check(unsafe { libc::sigaction(signal, std::ptr::null(), &raw mut now) })?;
    Ok(now.sa_sigaction == libc::SIG_IGN)
}

/// Runs something that sets another handler of a signal, and takes that back.
///
/// # Errors
/// Those of sigaction(2).
pub fn keeping_action<T>(signal: libc::c_int, body: impl FnOnce() -> T) -> io::Result<T> {
    let mut before = action(libc::SIG_DFL);
    // SAFETY: it lives; nothing is changed.
    check(unsafe { libc::sigaction(signal, std::ptr::null(), &raw mut before) })?;
    let _before = Handlers(vec![(signal, before)]);
    Ok(body())
}

/// Has a signal end the program as it does without a handler; in a handler, when that has returned. Returns where the program blocks the
/// signal, and where that ends no program.
pub fn end_by(signal: libc::c_int) {
    let default = action(libc::SIG_DFL);
    // SAFETY: it lives; the old one is not asked for.
    unsafe { libc::sigaction(signal, &raw const default, std::ptr::null_mut()) };
    // SAFETY: a signal's number.
    unsafe { libc::raise(signal) };
}

impl TerminalRestored {
    /// Remembers the terminal on standard input, and has the signals write `text` there when they have brought it back. What is
    /// remembered first stays. `None` if there is no terminal.
    ///
    /// # Errors
    /// Those of sigaction(2).
    pub fn begin(text: &'static [u8]) -> io::Result<Option<Self>> {
        let Some(mode) = TerminalMode::current() else { return Ok(None) };
        TERMINAL.get_or_init(|| (mode, text));
        Handlers::set(&ENDING, restore).map(|handlers| Some(Self(handlers)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signals_do_nothing_for_a_while() {
        let _alone = crate::signals::tests::actions();
        let handler = || {
            let mut now = action(libc::SIG_DFL);
            // SAFETY: it lives; nothing is changed.
            unsafe { libc::sigaction(libc::SIGHUP, std::ptr::null(), &raw mut now) };
            now.sa_sigaction
        };
        // SAFETY: an ignored signal, as a shell's background has it, would get no handler.
        unsafe { libc::signal(libc::SIGHUP, libc::SIG_DFL) };
        let before = handler();
        let harmless = HarmlessSignals::begin().unwrap();
        // SAFETY: sends this process a signal that it has a handler for.
        unsafe { libc::raise(libc::SIGHUP) };
        assert_ne!(handler(), before);
        drop(harmless);
        assert_eq!(handler(), before);
    }
}
