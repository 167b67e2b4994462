//! A line whose far end sends back what it gets: the console of a guest that echoes. It is bounded, so its program may have to wait.
use crate::streams::{Endpoint, Wake, fault};
use oxivirt_model::{Error, ErrorCode, Result, message};
use oxivirt_sys::ForkLock;
use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Weak};

/// Bytes that are kept until the program reads them, as many as a pipe of the kernel has room for.
const CAPACITY: usize = 64 << 10;

#[derive(Default)]
struct Line {
    data: VecDeque<u8>,
    /// The far end hung up: what is left can be read.
    ended: bool,
    /// Whom to tell of that.
    wake: Option<Wake>,
}

/// The program's end of a line.
pub struct Loopback(Arc<ForkLock<Line>>);

/// The far end of a line.
#[derive(Clone)]
pub struct FarEnd(Weak<ForkLock<Line>>);

impl Loopback {
    /// Returns both ends of a line.
    #[must_use]
    pub fn new() -> (Self, FarEnd) {
        let line = Arc::new(ForkLock::new(Line::default(), || Line { ended: true, ..Line::default() }));
        let far = FarEnd(Arc::downgrade(&line));
        (Self(line), far)
    }
}

impl FarEnd {
    /// Returns true while the program uses the line.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.0.upgrade().is_some_and(|line| !line.lock().ended)
    }

    /// Ends the line, and tells who waits for it. Called with no lock held.
    pub fn hang_up(&self) {
        let Some(line) = self.0.upgrade() else { return };
        let wake = {
            let mut line = line.lock();
            line.ended = true;
            line.wake.take()
        };
        if let Some(wake) = wake {
            wake();
        }
    }
}

fn hung_up() -> Error {
    fault(ErrorCode::OPERATION_FAILED, message!("cannot write to stream"))
}

impl Endpoint for Loopback {
    fn room(&self) -> usize {
        let line = self.0.lock();
        // Who sends to a line that has ended must hear of it.
        if line.ended { usize::MAX } else { CAPACITY.saturating_sub(line.data.len()) }
    }

    fn send(&mut self, data: &[u8]) -> Result<()> {
        let mut line = self.0.lock();
        if line.ended {
            return Err(hung_up());
        }
        line.data.extend(data);
        Ok(())
    }

    fn is_waiting(&self) -> bool {
        let line = self.0.lock();
        line.data.is_empty() && !line.ended
    }

    fn receive(&mut self, want: usize, put: &mut dyn FnMut(&[u8])) -> Result<usize> {
        let mut line = self.0.lock();
        let (first, _) = line.data.as_slices();
        let piece = first.get(..want).unwrap_or(first);
        let length = piece.len();
        if length > 0 {
            put(piece);
        }
        line.data.drain(..length);
        Ok(length)
    }

    fn on_change(&mut self, wake: Wake) {
        self.0.lock().wake = Some(wake);
    }
}

impl fmt::Debug for Loopback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Loopback")
    }
}

impl fmt::Debug for FarEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FarEnd").field("open", &self.is_open()).finish()
    }
}

#[cfg(test)]
#[path = "loopback_tests.rs"]
mod tests;
