//! The mode of the terminal on standard input: what programs change that read single keys.
use std::io;

/// The terminal's settings when the program started.
#[derive(Clone, Copy)]
pub struct TerminalMode(libc::termios);

/// The terminal passes keys on one by one, unseen and without a meaning of their own, while this lives.
#[derive(Debug)]
#[must_use = "dropping it brings the terminal back"]
pub struct RawMode(TerminalMode);

impl std::fmt::Debug for TerminalMode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TerminalMode").finish_non_exhaustive()
    }
}

impl TerminalMode {
    /// Returns the settings of the terminal on standard input, `None` if there is none.
    #[must_use]
    pub fn current() -> Option<Self> {
        // SAFETY: plain C data.
        let mut settings: libc::termios = unsafe { std::mem::zeroed() };
        // SAFETY: a writable termios; a descriptor that is no terminal is an error, not undefined.
        let result = unsafe { libc::tcgetattr(libc::STDIN_FILENO, &raw mut settings) };
        (result == 0).then_some(Self(settings))
    }

    fn set(&self) -> io::Result<()> {
        // SAFETY: a termios that tcgetattr filled in.
        let result = unsafe { libc::tcsetattr(libc::STDIN_FILENO, libc::TCSAFLUSH, &raw const self.0) };
        crate::check(result).map(drop)
    }

    /// Gives the terminal these settings at once, also in a handler of a signal.
    pub(crate) fn set_now(&self) {
        // SAFETY: a termios that tcgetattr filled in; a terminal that is gone is an error, not undefined.
        unsafe { libc::tcsetattr(libc::STDIN_FILENO, libc::TCSANOW, &raw const self.0) };
    }

    /// Makes the terminal raw until the result is dropped.
    ///
    /// # Errors
    /// Those of tcsetattr(3).
    pub fn raw(&self) -> io::Result<RawMode> {
        let mut raw = *self;
        // SAFETY: a termios that tcgetattr filled in.
        unsafe { libc::cfmakeraw(&raw mut raw.0) };
        raw.set()?;
        Ok(RawMode(*self))
    }
}

impl Drop for RawMode {
    fn drop(&mut self) {
        // The terminal may be gone.
        let _ = self.0.set();
    }
}
