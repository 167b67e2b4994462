//! Waking a thread that sleeps in poll, also where a program closes descriptors that are not its own.
use crate::check;
use crate::output::{Identity, identity_of};
use std::io;
use std::os::fd::{AsRawFd, FromRawFd, IntoRawFd, OwnedFd, RawFd};
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, Ordering};

/// A pipe, close-on-exec and non-blocking at both ends: (read end, write end).
///
/// # Errors
/// Those of pipe2(2).
pub fn pipe() -> io::Result<(OwnedFd, OwnedFd)> {
    let mut ends: [RawFd; 2] = [-1; 2];
    // SAFETY: `ends` is a live array of two ints, which is what pipe2 fills.
    check(unsafe { libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC | libc::O_NONBLOCK) })?;
    let [read, write] = ends;
    // SAFETY: pipe2 succeeded, so the number is open and nobody else owns it.
    let read = unsafe { OwnedFd::from_raw_fd(read) };
    // SAFETY: as above, the other end.
    let write = unsafe { OwnedFd::from_raw_fd(write) };
    Ok((read, write))
}

/// A pipe whose end poll can wait for: any number of wakes before a `clear` are one.
///
/// Programs close descriptors that are not theirs, and get the same numbers for their own files. A pipe can be told from all
/// other files, an eventfd cannot: so each use looks first whether the number is still this pipe, and neither writes to
/// another file, nor reads or closes it.
#[derive(Debug)]
pub struct Waker {
    read: RawFd,
    write: RawFd,
    identity: Identity,
    /// The one that was lost before, which is kept.
    _lost: Option<&'static Waker>,
}

impl Waker {
    /// A new one, close-on-exec, non-blocking, not woken.
    ///
    /// # Errors
    /// Those of pipe2(2).
    pub fn new() -> io::Result<Self> {
        let (read, write) = pipe()?;
        let identity = identity_of(read.as_raw_fd())?;
        Ok(Self { read: read.into_raw_fd(), write: write.into_raw_fd(), identity, _lost: None })
    }

    /// What poll waits for. Readable while woken.
    #[must_use]
    pub fn fd(&self) -> RawFd {
        self.read
    }

    fn is(&self, fd: RawFd) -> bool {
        identity_of(fd).is_ok_and(|found| found == self.identity)
    }

    /// Makes the descriptor readable; answers false when it is not this pipe any more. Never blocks: a full pipe is readable.
    pub fn wake(&self) -> bool {
        let ours = self.is(self.write);
        if ours {
            // SAFETY: a live buffer of one byte.
            unsafe { libc::write(self.write, [1u8].as_ptr().cast(), 1) };
        }
        ours
    }

    /// Makes the descriptor unreadable again; answers whether it was woken.
    pub fn clear(&self) -> bool {
        if !self.is(self.read) {
            return false;
        }
        let mut woken = false;
        let mut bytes = [0u8; 4096];
        loop {
            // SAFETY: `bytes` is a live buffer of that length.
            let got = unsafe { libc::read(self.read, bytes.as_mut_ptr().cast(), bytes.len()) };
            woken |= got > 0;
            if usize::try_from(got) != Ok(bytes.len()) {
                return woken;
            }
        }
    }
}

impl Drop for Waker {
    fn drop(&mut self) {
        for fd in [self.read, self.write] {
            if self.is(fd) {
                // SAFETY: the number is this pipe's, which belongs to nobody else.
                unsafe { libc::close(fd) };
            }
        }
    }
}

/// The place of a [`Waker`] that is made when it is needed, and again when its descriptors were closed. It has no lock, which a
/// forked child might find taken; a waker that was lost is not freed, because another thread may be looking at it.
#[derive(Debug, Default)]
pub struct WakerPlace(AtomicPtr<Waker>);

impl WakerPlace {
    fn look(&self) -> Option<&Waker> {
        // SAFETY: NULL, or made by `Box::into_raw`; freed with the place only.
        unsafe { self.0.load(Ordering::Acquire).as_ref() }
    }

    /// The waker to wait for.
    ///
    /// # Errors
    /// Those of [`Waker::new`].
    pub fn current(&self) -> io::Result<&Waker> {
        self.renewed_unless(|waker| waker.is(waker.read))
    }

    fn renewed_unless(&self, good: impl FnOnce(&Waker) -> bool) -> io::Result<&Waker> {
        let known = self.0.load(Ordering::Acquire);
        // SAFETY: as in `look`.
        if let Some(waker) = unsafe { known.as_ref() }
            && good(waker)
        {
            return Ok(waker);
        }
        // SAFETY: as in `look`; one that is replaced is not freed.
        let lost = unsafe { known.as_ref::<'static>() };
        let mut fresh = Waker::new()?;
        fresh._lost = lost;
        let fresh = Box::into_raw(Box::new(fresh));
        let now = match self.0.compare_exchange(known, fresh, Ordering::AcqRel, Ordering::Acquire) {
            Ok(_) => fresh,
            Err(other) => {
                // SAFETY: made above, and nobody else has seen it.
                drop(unsafe { Box::from_raw(fresh) });
                other
            }
        };
        // SAFETY: as in `look`.
        Ok(unsafe { &*now })
    }

    /// Wakes who waits, or is about to for the first time. One that is lost is made anew, for whoever waits next.
    pub fn wake(&self) {
        if !self.look().is_some_and(Waker::wake) {
            // Without descriptors nobody can be told.
            let _ = self.renewed_unless(|waker| waker.is(waker.write)).map(Waker::wake);
        }
    }

    /// In a forked child: parent and child must not take each other's wakes. The child makes its own.
    pub fn forked(&self) {
        let parents = self.0.swap(null_mut(), Ordering::AcqRel);
        if !parents.is_null() {
            // SAFETY: from `Box::into_raw`; there is no other thread in a forked child that might use it.
            drop(unsafe { Box::from_raw(parents) });
        }
    }
}

impl Drop for WakerPlace {
    fn drop(&mut self) {
        self.forked();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn wakes_collapse_into_one() {
        let waker = Waker::new().unwrap();
        assert!(!waker.clear());
        for _ in 0..200_000 {
            assert!(waker.wake());
        }
        assert!(waker.clear());
        assert!(!waker.clear());
    }

    #[test]
    fn a_wake_before_the_first_wait_is_kept() {
        let place = WakerPlace::default();
        place.wake();
        assert!(place.current().unwrap().clear());
    }

    /// Puts another file behind a descriptor's number, as a program does that closes all and opens its own.
    fn take_over(fd: RawFd, file: &OwnedFd) {
        // SAFETY: no memory is passed.
        check(unsafe { libc::dup3(file.as_raw_fd(), fd, libc::O_CLOEXEC) }).unwrap();
    }

    #[test]
    fn a_number_that_became_another_file_is_left_alone() {
        let place = WakerPlace::default();
        let old = place.current().unwrap();
        let (read, write) = pipe().unwrap();
        take_over(old.read, &read);
        take_over(old.write, &write);
        assert!(!old.wake());
        assert!(!old.clear());
        place.wake();
        let new = place.current().unwrap();
        assert_ne!(new.fd(), old.fd());
        assert!(new.clear());
        // Nothing was written to the file, and it is still open.
        let (old_read, old_write) = (old.read, old.write);
        drop(write);
        let mut byte = [0; 1];
        let blocked = std::fs::File::from(read).read(&mut byte).unwrap_err();
        assert_eq!(blocked.kind(), io::ErrorKind::WouldBlock);
        for fd in [old_read, old_write] {
            assert!(identity_of(fd).is_ok());
            // SAFETY: put there by this test, and used by nobody else.
            unsafe { libc::close(fd) };
        }
    }

    #[test]
    fn one_that_was_closed_is_made_anew() {
        let place = WakerPlace::default();
        let (read, write) = {
            let waker = place.current().unwrap();
            (waker.read, waker.write)
        };
        // A file of this test takes the place, so that no other test's does.
        let (file, _other) = pipe().unwrap();
        take_over(read, &file);
        take_over(write, &file);
        let now = place.current().unwrap();
        assert!(now.is(now.read) && now.is(now.write));
        assert!(![now.read, now.write].contains(&read) && ![now.read, now.write].contains(&write));
        for fd in [read, write] {
            // SAFETY: put there by this test, and used by nobody else.
            unsafe { libc::close(fd) };
        }
    }
}
