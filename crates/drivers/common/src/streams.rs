//! Streams that a driver in this process fills: what a program receives is there when the stream is opened.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::{Call, Observer, Receive, Received, StreamId};
use oxivirt_sys::ForkLock;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// The streams of a session.
pub struct MemoryStreams {
    next: AtomicU32,
    open: ForkLock<BTreeMap<u32, Source>>,
}

struct Source {
    data: Arc<[u8]>,
    at: usize,
}

fn not_open() -> Error {
    Error::new(ErrorDomain::STREAMS, ErrorCode::INTERNAL_ERROR, message!("stream is not open"))
}

impl Default for MemoryStreams {
    fn default() -> Self {
        Self::new()
    }
}

impl MemoryStreams {
    /// Returns none.
    #[must_use]
    pub fn new() -> Self {
        Self { next: AtomicU32::new(1), open: ForkLock::new(BTreeMap::new(), BTreeMap::new) }
    }

    /// Gives a call the stream that it opens, from which `data` is received.
    pub fn provide(&self, call: &mut Call, data: Arc<[u8]>) {
        if call.opens.is_some() {
            let id = self.next.fetch_add(1, Ordering::Relaxed);
            self.open.lock().insert(id, Source { data, at: 0 });
            call.stream = Some(StreamId(id));
        }
    }

    /// See `oxivirt_protocol::Streams::stream_receive`.
    ///
    /// # Errors
    /// The stream has ended.
    pub fn receive(&self, stream: StreamId, how: Receive, put: &mut dyn FnMut(&[u8])) -> Result<Received> {
        let (data, from) = {
            let mut open = self.open.lock();
            let source = open.get_mut(&stream.0).ok_or_else(not_open)?;
            let from = source.at;
            source.at = from.saturating_add(how.want).min(source.data.len());
            (Arc::clone(&source.data), from..source.at)
        };
        // Without the lock: it is the program's memory that is written to.
        let part = data.get(from).unwrap_or_default();
        if !part.is_empty() {
            put(part);
        }
        Ok(Received::Data(part.len()))
    }

    /// Ends a stream.
    ///
    /// # Errors
    /// It has ended.
    pub fn close(&self, stream: StreamId) -> Result<()> {
        self.open.lock().remove(&stream.0).map(drop).ok_or_else(not_open)
    }

    /// Forgets a stream that nobody holds any more.
    pub fn forget(&self, stream: StreamId) {
        self.open.lock().remove(&stream.0);
    }

    /// Returns true if a receive would not wait: as long as the stream is open.
    #[must_use]
    pub fn is_ready(&self, stream: StreamId) -> bool {
        self.open.lock().contains_key(&stream.0)
    }

    /// Tells who observes a stream that it is ready, which does not change.
    pub fn observe(&self, stream: StreamId, observer: Option<Observer>) {
        if let Some(observer) = observer.filter(|_| self.is_ready(stream)) {
            observer();
        }
    }
}

impl fmt::Debug for MemoryStreams {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemoryStreams")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxivirt_protocol::Opens;

    #[test]
    fn what_was_provided_is_received_in_pieces() {
        let streams = MemoryStreams::new();
        let mut call = Call { opens: Some(Opens { sparse: false }), ..Call::new() };
        streams.provide(&mut call, Arc::from(&b"abcde"[..]));
        let id = call.stream.unwrap();
        let mut received = Vec::new();
        let mut receive = |want| {
            let how = Receive { want, wait: true, stop_at_hole: false };
            streams.receive(id, how, &mut |part| received.push(part.to_vec())).unwrap()
        };
        assert_eq!([receive(3), receive(9), receive(9)], [3, 2, 0].map(Received::Data));
        assert_eq!(received, [b"abc".to_vec(), b"de".to_vec()]);
        assert!(streams.is_ready(id));
        assert_eq!(streams.close(id), Ok(()));
        assert!(!streams.is_ready(id));
        assert_eq!(streams.close(id).unwrap_err().text(), "internal error: stream is not open");
    }

    #[test]
    fn a_call_without_a_stream_gets_none() {
        let mut call = Call::new();
        MemoryStreams::new().provide(&mut call, Arc::from(&b""[..]));
        assert_eq!(call.stream, None);
    }
}
