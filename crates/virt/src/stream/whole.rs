//! Moving a whole stream through functions of the program. Each is built from the simple methods and fails as a chain of them would;
//! then the stream is aborted.
use super::{FROM, Received, Stream};
use crate::nested::{Nested, On, Unheard, nested};
use crate::{Error, ErrorCode, Result};
use oxivirt_model::constants::VIR_STREAM_RECV_STOP_AT_HOLE;
use oxivirt_model::message::translate;

/// Bytes moved at once: what fits into one message of every daemon (VIR_NET_MESSAGE_LEGACY_PAYLOAD_MAX).
pub(super) const CHUNK: usize = 262_120;

/// What a source with holes is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// So many bytes of data; 0 at the end.
    Data(i64),
    /// A hole of so many bytes; 0 at the end.
    Hole(i64),
}

/// Data with holes, such as a sparse file.
pub trait SparseSource<E> {
    /// Returns what comes next.
    ///
    /// # Errors
    /// The source failed.
    fn section(&mut self) -> Result<Section, E>;

    /// Reads the next bytes into `room`. Returns how many, 0 at the end.
    ///
    /// # Errors
    /// The source failed.
    fn read(&mut self, room: &mut [u8]) -> Result<usize, E>;

    /// Moves behind a hole.
    ///
    /// # Errors
    /// The source failed.
    fn skip(&mut self, length: i64) -> Result<(), E>;
}

/// What takes data with holes.
pub trait SparseSink<E> {
    /// Takes bytes. Returns how many it took.
    ///
    /// # Errors
    /// The sink failed.
    fn write(&mut self, data: &[u8]) -> Result<usize, E>;

    /// Takes a hole.
    ///
    /// # Errors
    /// The sink failed.
    fn hole(&mut self, length: i64) -> Result<(), E>;
}

impl Stream {
    /// Sends what `source` reads into the room it is given, until it answers 0: `virStreamSendAll`. [`Stream::finish`] follows.
    ///
    /// # Errors
    /// The stream is nonblocking, it or the source failed; it was aborted.
    pub fn send_all<E: From<Error>>(&self, source: impl FnMut(&mut [u8]) -> Result<usize, E>) -> Result<(), E> {
        self.or_abort(&Unheard, || self.send_all_heard(&Unheard, source))
    }

    /// Sends what `source` reads, and its holes: `virStreamSparseSendAll`. [`Stream::finish`] follows.
    ///
    /// # Errors
    /// The stream is nonblocking or was not opened as one with holes, it or the source failed; it was aborted.
    pub fn sparse_send_all<E: From<Error>>(&self, source: &mut impl SparseSource<E>) -> Result<(), E> {
        self.or_abort(&Unheard, || self.sparse_send_all_heard(&Unheard, source))
    }

    /// Receives until the end. `sink` answers how many of the bytes it took; it gets the rest again: `virStreamRecvAll`.
    /// [`Stream::finish`] follows.
    ///
    /// # Errors
    /// The stream is nonblocking, it or the sink failed; it was aborted.
    pub fn recv_all<E: From<Error>>(&self, sink: impl FnMut(&[u8]) -> Result<usize, E>) -> Result<(), E> {
        self.or_abort(&Unheard, || self.recv_all_heard(&Unheard, sink))
    }

    /// Receives until the end, holes apart from data: `virStreamSparseRecvAll`. [`Stream::finish`] follows.
    ///
    /// # Errors
    /// The stream is nonblocking or was not opened as one with holes, it or the sink failed; it was aborted.
    pub fn sparse_recv_all<E: From<Error>>(&self, sink: &mut impl SparseSink<E>) -> Result<(), E> {
        self.or_abort(&Unheard, || self.sparse_recv_all_heard(&Unheard, sink))
    }

    /// Runs the body; a failure aborts the stream and stays the error, whatever the abort says.
    #[doc(hidden)]
    pub fn or_abort<E>(&self, heard: &dyn Nested, body: impl FnOnce() -> Result<(), E>) -> Result<(), E> {
        let done = body();
        // A function that left with an exception leaves the stream as it is.
        if done.is_err() && !oxivirt_sys::unwinding() {
            let _ = nested(heard, "virStreamAbort", FROM, On::Nothing, || self.abort());
        }
        done
    }

    /// These methods wait, which a nonblocking stream must not. `what` is sources or sinks.
    fn blocking(&self, what: &str) -> Result<()> {
        if self.is_nonblocking() {
            let text = translate(&format!("data {what} cannot be used for non-blocking streams"));
            return Err(Error::new(FROM, ErrorCode::OPERATION_INVALID, text));
        }
        Ok(())
    }

    fn send_piece(&self, heard: &dyn Nested, data: &[u8]) -> Result<()> {
        nested(heard, "virStreamSend", FROM, On::Nothing, || self.send(data))
    }

    #[doc(hidden)]
    pub fn send_all_heard<E: From<Error>>(
        &self,
        heard: &dyn Nested,
        mut source: impl FnMut(&mut [u8]) -> Result<usize, E>,
    ) -> Result<(), E> {
        self.blocking("sources")?;
        let mut room = vec![0; CHUNK];
        loop {
            let got = source(&mut room)?;
            if got == 0 {
                return Ok(());
            }
            self.send_piece(heard, room.get(..got).unwrap_or_default())?;
        }
    }

    #[doc(hidden)]
    pub fn sparse_send_all_heard<E: From<Error>>(
        &self,
        heard: &dyn Nested,
        source: &mut impl SparseSource<E>,
    ) -> Result<(), E> {
        self.blocking("sources")?;
        let mut room = vec![0; CHUNK];
        let mut left: u64 = 0;
        loop {
            if left == 0 {
                left = match source.section()? {
                    Section::Hole(length) if length != 0 => {
                        nested(heard, "virStreamSendHole", FROM, On::Nothing, || self.send_hole(length, 0))?;
                        source.skip(length)?;
                        continue;
                    }
                    Section::Hole(length) | Section::Data(length) => length.cast_unsigned(),
                };
            }
            let want = usize::try_from(left).unwrap_or(CHUNK).min(CHUNK);
            let got = source.read(room.get_mut(..want).unwrap_or_default())?;
            if got == 0 {
                return Ok(());
            }
            self.send_piece(heard, room.get(..got).unwrap_or_default())?;
            left = left.saturating_sub(got as u64);
        }
    }

    #[doc(hidden)]
    pub fn recv_all_heard<E: From<Error>>(
        &self,
        heard: &dyn Nested,
        mut sink: impl FnMut(&[u8]) -> Result<usize, E>,
    ) -> Result<(), E> {
        self.blocking("sinks")?;
        let mut data = Vec::with_capacity(CHUNK);
        loop {
            self.receive_piece(heard, "virStreamRecv", 0, &mut data)?;
            if data.is_empty() {
                return Ok(());
            }
            drain(&data, &mut sink)?;
        }
    }

    #[doc(hidden)]
    pub fn sparse_recv_all_heard<E: From<Error>>(
        &self,
        heard: &dyn Nested,
        sink: &mut impl SparseSink<E>,
    ) -> Result<(), E> {
        self.blocking("sinks")?;
        let mut data = Vec::with_capacity(CHUNK);
        loop {
            let got = self.receive_piece(heard, "virStreamRecvFlags", VIR_STREAM_RECV_STOP_AT_HOLE, &mut data)?;
            if got == Received::Hole {
                let length = nested(heard, "virStreamRecvHole", FROM, On::Nothing, || self.recv_hole(0))?;
                sink.hole(length)?;
            } else if data.is_empty() {
                return Ok(());
            } else {
                drain(&data, &mut |data: &[u8]| sink.write(data))?;
            }
        }
    }

    /// Receives as much as comes at once into `data`, in place of what is there.
    fn receive_piece(
        &self,
        heard: &dyn Nested,
        function: &'static str,
        flags: u32,
        data: &mut Vec<u8>,
    ) -> Result<Received> {
        data.clear();
        nested(heard, function, FROM, On::Nothing, || {
            self.receive(function, CHUNK, flags, &mut |piece| data.extend_from_slice(piece))
        })
    }
}

/// Hands bytes over until all are taken.
fn drain<E>(mut data: &[u8], sink: &mut impl FnMut(&[u8]) -> Result<usize, E>) -> Result<(), E> {
    while !data.is_empty() {
        let taken = sink(data)?;
        data = data.get(taken..).unwrap_or_default();
    }
    Ok(())
}
