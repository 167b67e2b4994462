//! Data streams of a session: what procedures with a stream argument leave behind.
use crate::StreamId;
use oxivirt_model::{Error, Result};
use std::sync::Arc;

/// What a receive brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// So many bytes; 0 at the end of the stream.
    Data(usize),
    /// The next thing is a hole, and the caller wanted to stop there.
    Hole,
    /// Nothing has arrived, and the caller did not want to wait.
    Nothing,
}

/// How a receive behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receive {
    /// The most bytes wanted.
    pub want: usize,
    /// Wait until something arrives.
    pub wait: bool,
    /// Report a hole instead of reading it as zeros.
    pub stop_at_hole: bool,
}

/// Called when a stream may have become ready, on any thread and without any lock held.
pub type Observer = Arc<dyn Fn() + Send + Sync>;

/// The streams that calls with [`crate::Call::opens`] opened. Errors of the peer come out of the next operation.
pub trait Streams {
    /// Sends bytes; waits until the transport took them.
    ///
    /// # Errors
    /// The stream failed or ended, or the bytes do not fit into one message.
    fn stream_send(&self, stream: StreamId, data: &[u8]) -> Result<()> {
        let _ = (stream, data);
        Err(Error::missing_method("stream_send"))
    }

    /// Sends what goes without waiting for the other end to read. Returns how many bytes that were; 0 when there is no room.
    ///
    /// # Errors
    /// As for [`Streams::stream_send`].
    fn stream_send_now(&self, stream: StreamId, data: &[u8]) -> Result<usize> {
        self.stream_send(stream, data)?;
        Ok(data.len())
    }

    /// Sends what goes without waiting even for the transport: whoever calls this watches [`crate::SessionIo::wants_output`]. Returns how
    /// many bytes that were; 0 when there is no room, and the observer is told when there is.
    ///
    /// # Errors
    /// As for [`Streams::stream_send`].
    fn stream_send_unattended(&self, stream: StreamId, data: &[u8]) -> Result<usize> {
        self.stream_send_now(stream, data)
    }

    /// Hands received bytes to `put`, piece by piece.
    ///
    /// # Errors
    /// The stream failed or ended.
    fn stream_receive(&self, stream: StreamId, how: Receive, put: &mut dyn FnMut(&[u8])) -> Result<Received> {
        let _ = (stream, how, put);
        Err(Error::missing_method("stream_receive"))
    }

    /// Sends a hole of `length` bytes.
    ///
    /// # Errors
    /// The stream failed or ended, or was not opened as a sparse one.
    fn stream_send_hole(&self, stream: StreamId, length: i64, flags: u32) -> Result<()> {
        let _ = (stream, length, flags);
        Err(Error::missing_method("stream_send_hole"))
    }

    /// Sends a hole as [`Streams::stream_send_unattended`] does bytes. Returns false when there is no room.
    ///
    /// # Errors
    /// As for [`Streams::stream_send_hole`].
    fn stream_send_hole_unattended(&self, stream: StreamId, length: i64, flags: u32) -> Result<bool> {
        self.stream_send_hole(stream, length, flags)?;
        Ok(true)
    }

    /// The length of the hole that a receive stopped at, in bytes; it is skipped.
    ///
    /// # Errors
    /// The stream failed or ended, or was not opened as a sparse one.
    fn stream_receive_hole(&self, stream: StreamId) -> Result<i64> {
        let _ = stream;
        Err(Error::missing_method("stream_receive_hole"))
    }

    /// Ends the stream and waits for the peer's answer: `abort` says that the data is not complete.
    ///
    /// # Errors
    /// The stream failed or ended before.
    fn stream_close(&self, stream: StreamId, abort: bool) -> Result<()> {
        let _ = (stream, abort);
        Err(Error::missing_method("stream_close"))
    }

    /// Ends the stream without waiting for the peer's answer: the first call tells the peer, later ones look. Returns true once it has
    /// answered; until then the observer is told when it may have.
    ///
    /// # Errors
    /// As for [`Streams::stream_close`].
    fn stream_close_unattended(&self, stream: StreamId, abort: bool) -> Result<bool> {
        self.stream_close(stream, abort)?;
        Ok(true)
    }

    /// Nobody holds the stream any more. The peer is not told.
    fn stream_forget(&self, stream: StreamId) {
        let _ = stream;
    }

    /// Whether a receive would not wait.
    fn stream_ready(&self, stream: StreamId) -> bool {
        let _ = stream;
        false
    }

    /// Whether [`Streams::stream_send_now`] would take something.
    fn stream_has_room(&self, stream: StreamId) -> bool {
        let _ = stream;
        true
    }

    /// Sets who is told when the stream may have become ready; `None`: nobody.
    fn stream_observe(&self, stream: StreamId, observer: Option<Observer>) {
        let _ = (stream, observer);
    }
}
