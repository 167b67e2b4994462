//! Keeping a program's signals out of threads and processes it does not know of.
use super::check;
use std::io;

/// No signal reaches the calling thread while this lives and what it starts.
pub(crate) struct Masked(libc::sigset_t);

impl Masked {
    pub(crate) fn all() -> io::Result<Self> {
        // SAFETY: a `sigset_t` is integers only, for which zero is a value.
        let mut all: libc::sigset_t = unsafe { std::mem::zeroed() };
        let mut before = all;
        // SAFETY: `all` is live.
        check(unsafe { libc::sigfillset(&raw mut all) })?;
        // SAFETY: both sets are live.
        let failed = unsafe { libc::pthread_sigmask(libc::SIG_SETMASK, &raw const all, &raw mut before) };
        match failed {
            0 => Ok(Self(before)),
            errno => Err(io::Error::from_raw_os_error(errno)),
        }
    }
}

impl Drop for Masked {
    fn drop(&mut self) {
        // SAFETY: the set is live; the old one is not asked for.
        unsafe {
            libc::pthread_sigmask(libc::SIG_SETMASK, &raw const self.0, std::ptr::null_mut());
        }
    }
}

/// Starts a detached thread that takes no signals: their handlers expect the program's own threads.
///
/// # Errors
/// No thread could be made.
pub fn spawn_thread(name: &str, body: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let _masked = Masked::all()?;
    let builder = std::thread::Builder::new().name(name.to_owned());
    builder.spawn(body).map(drop)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::sync::{Mutex, MutexGuard, PoisonError};

    /// What signals do is the process's: tests that change it wait for each other.
    pub(crate) fn actions() -> MutexGuard<'static, ()> {
        static ACTIONS: Mutex<()> = Mutex::new(());
        ACTIONS.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[test]
    fn a_thread_takes_no_signals_and_its_maker_keeps_its_own() {
        let blocked = || {
            let text = std::fs::read_to_string("/proc/thread-self/status").unwrap();
            let line = text.lines().find_map(|line| line.strip_prefix("SigBlk:"));
            u64::from_str_radix(line.unwrap().trim(), 16).unwrap()
        };
        let before = blocked();
        let (tell, told) = std::sync::mpsc::channel();
        spawn_thread("quiet", move || tell.send(blocked()).unwrap()).unwrap();
        // All but SIGKILL, SIGSTOP and those that the C library keeps for itself: two in glibc, three in musl.
        let all = if cfg!(target_env = "musl") { 59 } else { 60 };
        assert_eq!(told.recv().unwrap().count_ones(), all);
        assert_eq!(blocked(), before);
    }
}
