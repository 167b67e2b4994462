//! Sending and receiving piece by piece, and the end.
use super::whole::CHUNK;
use super::{FROM, Received, Stream};
use crate::op::named;
use crate::{Error, ErrorCode, ErrorDomain, Function, Result};
use oxivirt_model::constants::VIR_STREAM_RECV_STOP_AT_HOLE;
use oxivirt_model::message;
use oxivirt_protocol::{Receive, StreamId};
use std::io;
use std::sync::Arc;

impl Stream {
    /// Sends bytes, all of them; waits until the transport took them: `virStreamSend`.
    ///
    /// # Errors
    /// The stream is not open, failed or ended; or the bytes do not fit into one message.
    pub fn send(&self, data: &[u8]) -> Result<()> {
        const FUNCTION: Function = Function("virStreamSend", FROM);
        let sent = self.session().stream_send(self.id(&FUNCTION)?, data);
        sent.map_err(|error| named(&FUNCTION, error))
    }

    /// Sends what goes without waiting for the other end to read: `virStreamSend` of a nonblocking stream. Returns how many bytes that
    /// were; 0 when there is no room, which [`Stream::on_ready`] tells of. Daemons always have room: all is sent then.
    ///
    /// # Errors
    /// As for [`Stream::send`].
    pub fn try_send(&self, data: &[u8]) -> Result<usize> {
        const FUNCTION: Function = Function("virStreamSend", FROM);
        let sent = self.session().stream_send_now(self.id(&FUNCTION)?, data);
        sent.map_err(|error| named(&FUNCTION, error))
    }

    /// Sends a hole of `length` bytes: `virStreamSendHole`. `flags` must be 0.
    ///
    /// # Errors
    /// The stream is not open, failed or ended; or it was not opened as one with holes.
    pub fn send_hole(&self, length: i64, flags: u32) -> Result<()> {
        const FUNCTION: Function = Function("virStreamSendHole", FROM);
        let sent = self.session().stream_send_hole(self.id(&FUNCTION)?, length, flags);
        sent.map_err(|error| named(&FUNCTION, error))
    }

    /// Receives at most `room.len()` bytes, 0 at the end, holes as zeros; waits for the first unless the stream is nonblocking:
    /// `virStreamRecv`.
    ///
    /// # Errors
    /// The stream is not open, or failed.
    pub fn recv(&self, room: &mut [u8]) -> Result<Received> {
        let mut at = 0;
        self.receive("virStreamRecv", room.len(), 0, &mut |piece| at = put(room, at, piece))
    }

    /// Receives as [`Stream::recv`] does; with the flag `VIR_STREAM_RECV_STOP_AT_HOLE` it stops at holes, whose length
    /// [`Stream::recv_hole`] tells: `virStreamRecvFlags`.
    ///
    /// # Errors
    /// The stream is not open, or failed; or a flag does not exist.
    pub fn recv_flags(&self, room: &mut [u8], flags: u32) -> Result<Received> {
        let mut at = 0;
        self.receive("virStreamRecvFlags", room.len(), flags, &mut |piece| at = put(room, at, piece))
    }

    /// Hands at most `want` received bytes to `put`, piece by piece.
    #[doc(hidden)]
    pub fn receive(
        &self,
        function: &'static str,
        want: usize,
        flags: u32,
        put: &mut dyn FnMut(&[u8]),
    ) -> Result<Received> {
        let function = Function(function, FROM);
        let id = self.id(&function)?;
        known_flags(flags, VIR_STREAM_RECV_STOP_AT_HOLE, "remoteStreamRecvFlags")?;
        let how = Receive {
            // The result is an int in C.
            want: want.min(i32::MAX as usize),
            wait: !self.is_nonblocking(),
            stop_at_hole: flags != 0,
        };
        let received = self.session().stream_receive(id, how, put);
        self.moved();
        received.map_err(|error| named(&function, error))
    }

    /// Returns the length in bytes of the hole that receiving stopped at, which is skipped: `virStreamRecvHole`. `flags` must be 0.
    ///
    /// # Errors
    /// The stream is not open, or failed; or it was not opened as one with holes.
    pub fn recv_hole(&self, flags: u32) -> Result<i64> {
        const FUNCTION: Function = Function("virStreamRecvHole", FROM);
        let id = self.id(&FUNCTION)?;
        known_flags(flags, 0, "remoteStreamRecvHole")?;
        self.session().stream_receive_hole(id).map_err(|error| named(&FUNCTION, error))
    }

    /// Ends the stream and waits until the peer has all: `virStreamFinish`.
    ///
    /// # Errors
    /// The stream is not open, or failed before.
    pub fn finish(&self) -> Result<()> {
        const FUNCTION: Function = Function("virStreamFinish", FROM);
        self.close(&FUNCTION, self.id(&FUNCTION)?, false)
    }

    /// Ends the stream and says that its data is not complete: `virStreamAbort`. Nothing happens to a stream that is not open.
    ///
    /// # Errors
    /// The stream failed before.
    pub fn abort(&self) -> Result<()> {
        const FUNCTION: Function = Function("virStreamAbort", FROM);
        self.opened().map_or(Ok(()), |id| self.close(&FUNCTION, id, true))
    }

    fn close(&self, function: &Function, id: StreamId, abort: bool) -> Result<()> {
        let closed = self.session().stream_close(id, abort);
        self.moved();
        closed.map_err(|error| named(function, error))
    }

    /// Returns true if receiving would not wait.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.opened().is_some_and(|id| self.session().stream_ready(id))
    }

    /// Returns true if [`Stream::try_send`] would send something.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.opened().is_some_and(|id| self.session().stream_has_room(id))
    }

    /// Has `observer` called when the stream may have become ready, on any thread; it must not wait, and looks at
    /// [`Stream::is_ready`] itself. `None`: nobody any more. Somebody has to take input in meanwhile: the program's event loop, or
    /// [`Connection::wait_for_events`](crate::Connection::wait_for_events).
    ///
    /// # Errors
    /// The stream is not open.
    pub fn on_ready(&self, observer: Option<Arc<dyn Fn() + Send + Sync>>) -> Result<()> {
        let id = self.id(&Function("virStreamEventAddCallback", FROM))?;
        self.session().stream_observe(id, observer);
        Ok(())
    }

    fn session(&self) -> &dyn crate::Session {
        self.connection().session()
    }
}

/// Puts a piece into the room from index `at` on, as much as fits. Returns the index behind it.
fn put(room: &mut [u8], at: usize, piece: &[u8]) -> usize {
    let room = room.get_mut(at..).unwrap_or_default();
    let len = room.len().min(piece.len());
    if let (Some(room), Some(piece)) = (room.get_mut(..len), piece.get(..len)) {
        room.copy_from_slice(piece);
    }
    at.saturating_add(len)
}

/// Refuses flags as the stock driver does, which names itself.
fn known_flags(flags: u32, known: u32, function: &'static str) -> Result<()> {
    let unknown = flags & !known;
    if unknown == 0 {
        return Ok(());
    }
    let text = message!("unsupported flags (0x%1$x) in function %2$s", unknown, function);
    let error = Error::raw(ErrorDomain::REMOTE, ErrorCode::INVALID_ARG, text);
    Err(error.with_strings(Some(function.into()), Some("flags".into()), None))
}

impl io::Read for &Stream {
    /// Receives; `WouldBlock` if the stream is nonblocking and nothing has arrived.
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        match self.recv(room).map_err(io::Error::other)? {
            Received::Data(count) => Ok(count),
            // Nothing stops at holes here.
            Received::Nothing | Received::Hole => Err(io::ErrorKind::WouldBlock.into()),
        }
    }
}

impl io::Write for &Stream {
    /// Sends as much as fits into one message of every daemon; `WouldBlock` if the stream is nonblocking and there is no room.
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        let piece = data.get(..CHUNK).unwrap_or(data);
        if self.is_nonblocking() {
            return match self.try_send(piece).map_err(io::Error::other)? {
                0 if !piece.is_empty() => Err(io::ErrorKind::WouldBlock.into()),
                sent => Ok(sent),
            };
        }
        self.send(piece).map_err(io::Error::other)?;
        Ok(piece.len())
    }

    /// Does nothing: what was sent is on its way. [`Stream::finish`] waits for the peer.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl io::Read for Stream {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        (&*self).read(room)
    }
}

impl io::Write for Stream {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        (&*self).write(data)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
