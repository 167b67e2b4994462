//! Streams of a driver in this process: what procedures open is an [`Endpoint`]. Most take or give bytes at once; one that has to wait
//! for its other side says so, and what then waits is the program's thread, with no lock held.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::{Call, Observer, Receive, Received, StreamId};
use oxivirt_sys::{ForkCondvar, ForkGuard, ForkLock};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Weak};

/// Lets those who wait for a stream look again.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// The driver's end of a stream. Each does what it is for, sending or receiving, and refuses the other.
pub trait Endpoint: Send + fmt::Debug {
    /// Takes bytes from the program.
    ///
    /// # Errors
    /// There is no room for them, or the stream is for receiving.
    fn send(&mut self, data: &[u8]) -> Result<()> {
        let _ = data;
        Err(fault(ErrorCode::OPERATION_INVALID, message!("cannot write to stream")))
    }

    /// Returns how many bytes it would take now.
    fn room(&self) -> usize {
        usize::MAX
    }

    /// Returns true if there is nothing to receive yet, and may be later.
    fn is_waiting(&self) -> bool {
        false
    }

    /// Gives it what it calls when something other than the stream's own operations changed it, with no lock held.
    fn on_change(&mut self, wake: Wake) {
        drop(wake);
    }

    /// Takes a hole of so many bytes from the program.
    ///
    /// # Errors
    /// As for [`Endpoint::send`], or the stream is not sparse.
    fn send_hole(&mut self, length: u64) -> Result<()> {
        let _ = length;
        Err(fault(ErrorCode::OPERATION_INVALID, message!("Skipping is not supported with this stream")))
    }

    /// Gives the program at most `want` bytes of data, and returns how many; 0 at the end, and at a hole.
    ///
    /// # Errors
    /// The stream is for sending.
    fn receive(&mut self, want: usize, put: &mut dyn FnMut(&[u8])) -> Result<usize> {
        let _ = (want, put);
        Err(fault(ErrorCode::OPERATION_INVALID, message!("cannot read from stream")))
    }

    /// Returns how many bytes of a hole come next; 0 if data or the end does.
    fn hole(&self) -> u64 {
        0
    }

    /// Leaves out so many bytes of the hole that comes next.
    fn skip(&mut self, length: u64) {
        let _ = length;
    }

    /// Returns true if the stream was opened with holes.
    fn is_sparse(&self) -> bool {
        false
    }

    /// The program has ended the stream: all data was sent, unless it aborts.
    ///
    /// # Errors
    /// The data did not get where it was for.
    fn finish(&mut self, abort: bool) -> Result<()> {
        let _ = abort;
        Ok(())
    }
}

/// An endpoint that gives the bytes of a text or a picture.
#[derive(Debug)]
pub struct Bytes {
    data: Arc<[u8]>,
    at: usize,
}

impl Bytes {
    /// Returns an endpoint that gives these.
    #[must_use]
    pub fn new(data: impl Into<Arc<[u8]>>) -> Self {
        Self { data: data.into(), at: 0 }
    }
}

impl Endpoint for Bytes {
    fn receive(&mut self, want: usize, put: &mut dyn FnMut(&[u8])) -> Result<usize> {
        let left = self.data.get(self.at..).unwrap_or_default();
        let piece = left.get(..want).unwrap_or(left);
        if !piece.is_empty() {
            put(piece);
        }
        self.at = self.at.saturating_add(piece.len());
        Ok(piece.len())
    }
}

/// The open streams of a session.
pub struct MemoryStreams {
    next: AtomicU32,
    open: ForkLock<BTreeMap<u32, Arc<Slot>>>,
}

/// A stream.
struct Slot {
    /// None when it has ended, and in a forked child whose parent was using it.
    end: ForkLock<Option<Box<dyn Endpoint>>>,
    /// Threads that wait for something to receive, or for room.
    changed: ForkCondvar,
    observer: ForkLock<Option<Observer>>,
}

type End<'s> = ForkGuard<'s, Option<Box<dyn Endpoint>>>;

impl Slot {
    fn new(end: Box<dyn Endpoint>) -> Self {
        Self {
            end: ForkLock::new(Some(end), || None),
            changed: ForkCondvar::new(),
            observer: ForkLock::new(None, || None),
        }
    }

    /// Lets those who wait look again, and tells the observer.
    fn wake(&self) {
        // Whoever looked and found nothing sleeps by the time the lock was had.
        drop(self.end.lock());
        self.changed.notify_all();
        let observer = self.observer.lock().clone();
        if let Some(observer) = observer {
            observer();
        }
    }

    /// Takes the end out.
    fn take(&self) -> Option<Box<dyn Endpoint>> {
        let end = self.end.lock().take();
        self.wake();
        end
    }

    /// Sends what there is room for, or waits until there is some. Returns how many bytes that were.
    fn send(&self, data: &[u8], wait: bool) -> Result<usize> {
        let mut slot = self.end.lock();
        let (sent, became_ready) = loop {
            let end = slot.as_mut().ok_or_else(closed)?;
            let room = end.room();
            let piece = data.get(..room).unwrap_or(data);
            if !piece.is_empty() || data.is_empty() {
                let waited = end.is_waiting();
                end.send(piece)?;
                break (piece.len(), waited && !end.is_waiting());
            }
            if !wait {
                return Ok(0);
            }
            slot = self.changed.wait(slot);
        };
        drop(slot);
        if became_ready {
            self.wake();
        }
        Ok(sent)
    }

    fn receive(&self, how: Receive, put: &mut dyn FnMut(&[u8])) -> Result<Received> {
        let mut slot = self.end.lock();
        let was_full = loop {
            let end = slot.as_mut().ok_or_else(closed)?;
            if !end.is_waiting() || how.want == 0 {
                break end.room() == 0;
            }
            if !how.wait {
                return Ok(Received::Nothing);
            }
            slot = self.changed.wait(slot);
        };
        let received = slot.as_mut().ok_or_else(closed).and_then(|end| receive(end.as_mut(), how, put));
        drop(slot);
        if was_full {
            self.wake();
        }
        received
    }

    fn look<R>(&self, look: impl FnOnce(&mut End<'_>) -> R) -> R {
        look(&mut self.end.lock())
    }
}

/// Hands out what there is, at most as much as is wanted.
fn receive(end: &mut dyn Endpoint, how: Receive, put: &mut dyn FnMut(&[u8])) -> Result<Received> {
    let mut done = 0;
    while done < how.want {
        let left = how.want.saturating_sub(done);
        let hole = end.hole();
        if hole > 0 && how.stop_at_hole {
            return Ok(if done == 0 { Received::Hole } else { Received::Data(done) });
        }
        let got = if hole > 0 {
            let zeros = usize::try_from(hole).map_or(left, |hole| hole.min(left));
            put_zeros(zeros, put);
            end.skip(u64::try_from(zeros).unwrap_or(u64::MAX));
            zeros
        } else {
            end.receive(left, put)?
        };
        if got == 0 {
            break;
        }
        done = done.saturating_add(got);
    }
    Ok(Received::Data(done))
}

pub(crate) fn fault(code: ErrorCode, text: Vec<u8>) -> Error {
    Error::new(ErrorDomain::STREAMS, code, text)
}

fn closed() -> Error {
    fault(ErrorCode::INTERNAL_ERROR, message!("stream is not open"))
}

/// Hands out zeros.
fn put_zeros(mut count: usize, put: &mut dyn FnMut(&[u8])) {
    static ZEROS: [u8; 4096] = [0; 4096];
    while count > 0 {
        let piece = ZEROS.get(..count).unwrap_or(&ZEROS);
        put(piece);
        count = count.saturating_sub(piece.len());
    }
}

impl Default for MemoryStreams {
    fn default() -> Self {
        Self { next: AtomicU32::new(1), open: ForkLock::new(BTreeMap::new(), BTreeMap::new) }
    }
}

impl MemoryStreams {
    /// Returns none.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives a call the stream that it opens, from which `data` is received.
    pub fn provide(&self, call: &mut Call, data: Arc<[u8]>) {
        self.open(call, Bytes::new(data));
    }

    /// Opens the stream that a call asks for. A call that wants none gets none.
    pub fn open(&self, call: &mut Call, end: impl Endpoint + 'static) {
        if call.opens.is_none() {
            return;
        }
        let slot = Arc::new_cyclic(|slot: &Weak<Slot>| {
            let (slot, mut end) = (slot.clone(), end);
            end.on_change(Arc::new(move || {
                if let Some(slot) = slot.upgrade() {
                    slot.wake();
                }
            }));
            Slot::new(Box::new(end))
        });
        let mut open = self.open.lock();
        // Numbers come again after 2^32 streams; one that is still open is left out.
        let id = loop {
            let id = self.next.fetch_add(1, Ordering::Relaxed);
            if !open.contains_key(&id) {
                break id;
            }
        };
        open.insert(id, slot);
        call.stream = Some(StreamId(id));
    }

    fn slot(&self, stream: StreamId) -> Result<Arc<Slot>> {
        self.open.lock().get(&stream.0).map(Arc::clone).ok_or_else(closed)
    }

    fn with<R>(&self, stream: StreamId, then: impl FnOnce(&mut dyn Endpoint) -> Result<R>) -> Result<R> {
        self.slot(stream)?.look(|end| then(end.as_mut().ok_or_else(closed)?.as_mut()))
    }

    /// Does what `Streams::stream_send` is for: waits until there was room for everything.
    ///
    /// # Errors
    /// The stream is not open, or the endpoint refuses.
    pub fn send(&self, stream: StreamId, data: &[u8]) -> Result<()> {
        let slot = self.slot(stream)?;
        let mut left = data;
        loop {
            let sent = slot.send(left, true)?;
            left = left.get(sent..).unwrap_or_default();
            if left.is_empty() {
                return Ok(());
            }
        }
    }

    /// Does what `Streams::stream_send_now` is for.
    ///
    /// # Errors
    /// As for [`MemoryStreams::send`].
    pub fn send_now(&self, stream: StreamId, data: &[u8]) -> Result<usize> {
        self.slot(stream)?.send(data, false)
    }

    /// Does what `Streams::stream_receive` is for.
    ///
    /// # Errors
    /// The stream is not open, or the endpoint refuses.
    pub fn receive(&self, stream: StreamId, how: Receive, put: &mut dyn FnMut(&[u8])) -> Result<Received> {
        self.slot(stream)?.receive(how, put)
    }

    /// Does what `Streams::stream_send_hole` is for.
    ///
    /// # Errors
    /// The stream is not open, the hole has no length, or the endpoint refuses.
    pub fn send_hole(&self, stream: StreamId, length: i64, flags: u32) -> Result<()> {
        let refused = |text| Err(fault(ErrorCode::INVALID_ARG, text));
        if flags != 0 {
            return refused(message!("unsupported flags (0x%1$x) in function %2$s", flags, "virStreamSendHole"));
        }
        match u64::try_from(length) {
            Ok(length) if length > 0 => self.with(stream, |end| end.send_hole(length)),
            _ => refused(message!("%1$s in %2$s must be greater than zero", "length", "virStreamSendHole")),
        }
    }

    /// Does what `Streams::stream_receive_hole` is for.
    ///
    /// # Errors
    /// The stream is not open, or has no holes.
    pub fn receive_hole(&self, stream: StreamId) -> Result<i64> {
        self.with(stream, |end| {
            if !end.is_sparse() {
                let text = message!("Holes are not supported with this stream");
                return Err(fault(ErrorCode::OPERATION_INVALID, text));
            }
            let length = i64::try_from(end.hole()).unwrap_or(i64::MAX);
            end.skip(length.unsigned_abs());
            Ok(length)
        })
    }

    /// Does what `Streams::stream_close` is for.
    ///
    /// # Errors
    /// The stream is not open, or the endpoint could not finish.
    pub fn close(&self, stream: StreamId, abort: bool) -> Result<()> {
        let slot = self.open.lock().remove(&stream.0).ok_or_else(closed)?;
        slot.take().ok_or_else(closed)?.finish(abort)
    }

    /// Does what `Streams::stream_forget` is for: a stream that was not finished is aborted.
    pub fn forget(&self, stream: StreamId) {
        let slot = self.open.lock().remove(&stream.0);
        if let Some(mut end) = slot.and_then(|slot| slot.take()) {
            // Nobody is left to hear of it.
            let _ = end.finish(true);
        }
    }

    /// Does what `Streams::stream_ready` is for: true unless a receive would wait. A stream that has ended waits for nothing.
    #[must_use]
    pub fn is_ready(&self, stream: StreamId) -> bool {
        self.ask(stream, |end| !end.is_waiting())
    }

    /// Does what `Streams::stream_has_room` is for.
    #[must_use]
    pub fn has_room(&self, stream: StreamId) -> bool {
        self.ask(stream, |end| end.room() > 0)
    }

    fn ask(&self, stream: StreamId, ask: impl FnOnce(&dyn Endpoint) -> bool) -> bool {
        self.slot(stream).map_or(true, |slot| slot.look(|end| end.as_ref().is_none_or(|end| ask(end.as_ref()))))
    }

    /// Does what `Streams::stream_observe` is for. Who sets an observer looks for himself whether the stream is ready by then.
    pub fn observe(&self, stream: StreamId, observer: Option<Observer>) {
        if let Ok(slot) = self.slot(stream) {
            let before = std::mem::replace(&mut *slot.observer.lock(), observer);
            drop(before);
        }
    }

    /// Aborts all streams.
    pub fn close_all(&self) {
        let open = std::mem::take(&mut *self.open.lock());
        for slot in open.into_values() {
            if let Some(mut end) = slot.take() {
                let _ = end.finish(true);
            }
        }
    }
}

impl fmt::Debug for MemoryStreams {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemoryStreams")
    }
}

#[cfg(test)]
#[path = "streams_tests.rs"]
mod tests;
