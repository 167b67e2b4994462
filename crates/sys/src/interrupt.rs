//! SIGINT as something to wait for, while a program waits for something else; and SIGPIPE as programs expect it.
use crate::{check, set_nonblocking};
use std::io::{self, Read};
use std::os::fd::{AsFd, AsRawFd, IntoRawFd};
use std::sync::atomic::{AtomicI32, Ordering};

/// The descriptor that the handler writes to; -1 while nobody waits.
static WRITER: AtomicI32 = AtomicI32::new(-1);

/// SIGINT does not end the program while this lives, but is reported.
pub struct Interrupts {
    before: libc::sigaction,
}

impl std::fmt::Debug for Interrupts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Interrupts").finish_non_exhaustive()
    }
}

extern "C" fn report(_: libc::c_int) {
    let writer = WRITER.load(Ordering::Relaxed);
    if writer >= 0 {
        // SAFETY: one byte that lives; a descriptor that is closed is an error, not undefined.
        unsafe { libc::write(writer, [0u8].as_ptr().cast(), 1) };
    }
}

pub(crate) fn action(handler: libc::sighandler_t) -> libc::sigaction {
    // SAFETY: integers and a pointer, for which zero is a value: no flags, no signals blocked.
    let mut action: libc::sigaction = unsafe { std::mem::zeroed() };
    action.sa_sigaction = handler;
    action
}

impl Interrupts {
    /// Calls `told`, in a thread of its own, for each SIGINT. Only one at a time.
    ///
    /// # Errors
    /// There is one; no descriptors or threads are left.
    pub fn watch(told: impl Fn() + Send + 'static) -> io::Result<Self> {
        // The thread waits in its read; the handler must not, whatever nobody has read yet.
        let (mut reader, writer) = io::pipe()?;
        set_nonblocking(writer.as_fd(), true)?;
        if WRITER.compare_exchange(-1, writer.as_raw_fd(), Ordering::Relaxed, Ordering::Relaxed).is_err() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        // The handler's from now on, and closed with this value.
        let _ = writer.into_raw_fd();
        let mut watching = Self { before: action(libc::SIG_DFL) };
        let new = action(report as *const () as libc::sighandler_t);
        // SAFETY: both live; the handler only calls write(2).
        check(unsafe { libc::sigaction(libc::SIGINT, &raw const new, &raw mut watching.before) })?;
        crate::spawn_thread("interrupts", move || {
            // Other signals may interrupt the wait.
            while reader.read_exact(&mut [0]).is_ok() {
                told();
            }
        })?;
        Ok(watching)
    }
}

impl Drop for Interrupts {
    fn drop(&mut self) {
        // SAFETY: what sigaction filled in.
        unsafe { libc::sigaction(libc::SIGINT, &raw const self.before, std::ptr::null_mut()) };
        let writer = WRITER.swap(-1, Ordering::Relaxed);
        // SAFETY: nobody else closes it; the thread sees the end of the pipe and ends.
        unsafe { libc::close(writer) };
    }
}

/// Has SIGPIPE end the program, as C programs do when nobody reads what they print: Rust programs ignore it.
pub fn end_on_closed_pipe() {
    let default = action(libc::SIG_DFL);
    // SAFETY: it lives; the old one is not asked for.
    unsafe { libc::sigaction(libc::SIGPIPE, &raw const default, std::ptr::null_mut()) };
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn an_interrupt_is_reported() {
        let _alone = crate::signals::tests::actions();
        let (sender, receiver) = channel();
        let interrupts = Interrupts::watch(move || sender.send(()).unwrap()).unwrap();
        assert!(Interrupts::watch(|| ()).is_err());
        // The second finds a thread that waits already.
        for _ in 0..2 {
            // SAFETY: sends this process a signal that it has a handler for.
            unsafe { libc::raise(libc::SIGINT) };
            receiver.recv().unwrap();
        }
        drop(interrupts);
        // The thread has ended.
        assert!(receiver.recv().is_err());
        assert_eq!(WRITER.load(Ordering::Relaxed), -1);
    }
}
