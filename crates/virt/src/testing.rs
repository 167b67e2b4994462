//! A driver in this process for the tests of this crate: it notes what it is asked, and answers what a closure makes of it.
use crate::{Connection, Result};
use oxivirt_protocol::{
    Call, Listener, Observer, Program, Receive, Received, Session, SessionIo, StreamId, Streams, Transact,
};
use oxivirt_sys::OnceBox;
use oxivirt_xdr::{Encode, Writer};
use std::fmt;
use std::os::fd::RawFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::time::Instant;

/// The longest body.
const BODY_MAX: usize = 1 << 20;

/// The bytes of a body.
pub(crate) fn encoded(body: &impl Encode) -> Vec<u8> {
    let mut bytes = Vec::new();
    body.encode(&mut Writer::new(&mut bytes, BODY_MAX)).unwrap();
    bytes
}

type Answer = Box<dyn Fn(u32, &[u8]) -> Result<Vec<u8>> + Send + Sync>;

/// What moves on a stream: data, or a hole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    Data(Vec<u8>),
    Hole(i64),
}

/// The driver.
pub(crate) struct Fake {
    answer: Answer,
    /// The numbers of the procedures that were called, in order.
    pub(crate) asked: Mutex<Vec<u32>>,
    pub(crate) listener: OnceBox<Weak<dyn Listener>>,
    /// What streams receive, the last first.
    pub(crate) arriving: Mutex<Vec<Piece>>,
    /// How many bytes more a stream takes; `None`: any.
    pub(crate) room: Mutex<Option<usize>>,
    /// What was sent, and how streams ended: `true` for an abort.
    pub(crate) sent: Mutex<(Vec<Piece>, Vec<bool>)>,
    /// What else was asked of the session, in order.
    pub(crate) noted: Mutex<Vec<String>>,
    /// Events are not delivered by the number of a registration.
    pub(crate) unfiltered: AtomicBool,
    closed: AtomicBool,
    /// What the session has if it is one over a socket.
    pub(crate) socket: OnceBox<Socket>,
}

/// A session's socket.
#[derive(Debug, Default)]
pub(crate) struct Socket {
    pub(crate) secure: bool,
    pub(crate) encrypted: bool,
    pub(crate) fd: Option<RawFd>,
    pub(crate) deadline: Option<Instant>,
}

impl Fake {
    /// Returns a driver that answers procedures, by their number and the bytes of their arguments.
    pub(crate) fn new(answer: impl Fn(u32, &[u8]) -> Result<Vec<u8>> + Send + Sync + 'static) -> Arc<Self> {
        Arc::new(Self {
            answer: Box::new(answer),
            asked: Mutex::default(),
            listener: OnceBox::new(),
            arriving: Mutex::default(),
            room: Mutex::default(),
            sent: Mutex::default(),
            noted: Mutex::default(),
            unfiltered: AtomicBool::default(),
            closed: AtomicBool::default(),
            socket: OnceBox::new(),
        })
    }

    /// Opens a connection to such a driver.
    pub(crate) fn open(
        answer: impl Fn(u32, &[u8]) -> Result<Vec<u8>> + Send + Sync + 'static,
    ) -> (Arc<Self>, Connection) {
        let driver = Self::new(answer);
        let conn = Connection::from_session(Arc::<Self>::clone(&driver));
        (driver, conn)
    }

    fn note(&self, what: impl Into<String>) {
        self.noted.lock().unwrap().push(what.into());
    }

    /// Returns what else was asked since the last time.
    pub(crate) fn noted(&self) -> Vec<String> {
        std::mem::take(&mut *self.noted.lock().unwrap())
    }

    /// Returns the numbers of the procedures that were called since the last time.
    pub(crate) fn asked(&self) -> Vec<u32> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }
}

impl fmt::Debug for Fake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fake")
    }
}

impl Transact for Fake {
    fn transact(
        &self,
        call: &mut Call,
        _: Program,
        procedure: u32,
        encode: &dyn Fn(&mut Writer<'_>) -> oxivirt_xdr::Result<()>,
    ) -> Result<()> {
        self.asked.lock().unwrap().push(procedure);
        let mut args = Vec::new();
        encode(&mut Writer::new(&mut args, BODY_MAX)).unwrap();
        call.reply = (self.answer)(procedure, &args)?;
        call.stream = call.opens.map(|_| StreamId(procedure));
        Ok(())
    }
}

impl Streams for Fake {
    fn stream_send(&self, _: StreamId, data: &[u8]) -> Result<()> {
        self.sent.lock().unwrap().0.push(Piece::Data(data.to_vec()));
        Ok(())
    }

    fn stream_send_now(&self, stream: StreamId, data: &[u8]) -> Result<usize> {
        let mut room = self.room.lock().unwrap();
        let piece = room.and_then(|room| data.get(..room)).unwrap_or(data);
        if let Some(room) = room.as_mut() {
            *room = room.saturating_sub(piece.len());
        }
        self.stream_send(stream, piece)?;
        Ok(piece.len())
    }

    fn stream_has_room(&self, _: StreamId) -> bool {
        *self.room.lock().unwrap() != Some(0)
    }

    fn stream_send_hole(&self, _: StreamId, length: i64, _: u32) -> Result<()> {
        self.sent.lock().unwrap().0.push(Piece::Hole(length));
        Ok(())
    }

    fn stream_receive(&self, _: StreamId, how: Receive, put: &mut dyn FnMut(&[u8])) -> Result<Received> {
        let mut arriving = self.arriving.lock().unwrap();
        match arriving.last_mut() {
            None if how.wait => Ok(Received::Data(0)),
            None => Ok(Received::Nothing),
            Some(Piece::Hole(_)) => Ok(Received::Hole),
            Some(Piece::Data(data)) => {
                let rest = data.split_off(data.len().min(how.want));
                let piece = std::mem::replace(data, rest);
                arriving.pop_if(|piece| *piece == Piece::Data(Vec::new()));
                put(&piece);
                Ok(Received::Data(piece.len()))
            }
        }
    }

    fn stream_receive_hole(&self, _: StreamId) -> Result<i64> {
        match self.arriving.lock().unwrap().pop() {
            Some(Piece::Hole(length)) => Ok(length),
            other => panic!("not at a hole: {other:?}"),
        }
    }

    fn stream_close(&self, _: StreamId, abort: bool) -> Result<()> {
        self.sent.lock().unwrap().1.push(abort);
        Ok(())
    }

    fn stream_ready(&self, _: StreamId) -> bool {
        !self.arriving.lock().unwrap().is_empty()
    }

    fn stream_forget(&self, stream: StreamId) {
        self.note(format!("forget {}", stream.0));
    }

    fn stream_observe(&self, stream: StreamId, observer: Option<Observer>) {
        self.note(format!("observe {} {}", stream.0, observer.is_some()));
    }
}

impl Session for Fake {
    fn uri(&self) -> &[u8] {
        b"fake://host/system"
    }
    fn kind(&self) -> Result<&[u8]> {
        Ok(b"FAKE")
    }
    fn is_alive(&self) -> bool {
        !self.closed.load(Ordering::Relaxed)
    }
    fn is_local(&self) -> bool {
        // It stands for a daemon, which is asked without a socket.
        false
    }
    fn listen(&self, listener: Weak<dyn Listener>) {
        // The first stays.
        let _ = self.listener.set(listener);
    }
    fn filters_events(&self) -> bool {
        !self.unfiltered.load(Ordering::Relaxed)
    }
    fn has_close_callback(&self) -> bool {
        true
    }
    fn close(&self) -> Result<()> {
        self.note("close");
        self.closed.store(true, Ordering::Relaxed);
        Ok(())
    }
    fn io(&self) -> Option<&dyn SessionIo> {
        self.socket.get().map(|_| self as &dyn SessionIo)
    }
}

impl Fake {
    fn socket(&self) -> &Socket {
        self.socket.get().unwrap()
    }
}

impl SessionIo for Fake {
    fn is_secure(&self) -> bool {
        self.socket().secure
    }
    fn is_encrypted(&self) -> bool {
        self.socket().encrypted
    }
    fn has_event_loop(&self) -> bool {
        true
    }
    fn set_keepalive(&self, interval: i32, count: u32) -> Result<bool> {
        self.note(format!("keepalive {interval} {count}"));
        Ok(count > 0)
    }
    fn fd(&self) -> Option<RawFd> {
        self.socket().fd
    }
    fn on_readable(&self) -> bool {
        self.note("readable");
        false
    }
    fn deadline(&self) -> Option<Instant> {
        self.socket().deadline
    }
    fn on_timeout(&self) {
        self.note("timeout");
    }
}
