//! Streams: what a session's stream brings goes to the client, what the client sends goes to the session's stream. A job does it,
//! one at a time for each stream; it ends when neither end has anything for the other, and is started again when one has.
use super::Client;
use super::conn::Conn;
use super::pump::Pump;
use crate::errors;
use crate::link::Link;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::{Observer, Program, Receive, Received, Stream, StreamId, net};
use oxivirt_rpc::{Header, Kind, PeerClose, StreamError, Taken};
use oxivirt_xdr::{Encode, Writer};
use std::sync::{Arc, MutexGuard};

/// Bytes of one packet, as the stock daemon sends them.
const PACKET: usize = 262_120;
/// Bytes of an encoded hole.
const HOLE_LEN: usize = 12;

/// What the client did next with its stream.
enum FromClient {
    Nothing,
    Data(Vec<u8>),
    Hole(i64),
    Closed(PeerClose),
    Broken(Error),
}

impl Conn {
    /// Returns the streams that a job is to be started for, because the engine says that they may be ready.
    pub(super) fn woken_streams(&mut self) -> Vec<u32> {
        let mut woken = Vec::new();
        while let Some(serial) = self.engine.poll_stream() {
            if self.pumps.get_mut(&serial).is_some_and(Pump::wake) {
                woken.push(serial);
            }
        }
        woken
    }

    fn aborted(&self, serial: u32) -> bool {
        self.engine.stream(serial).and_then(|stream| stream.peer_close()) == Some(PeerClose::Abort)
    }

    fn client_packets(&mut self, serial: u32) -> FromClient {
        let Some(stream) = self.engine.stream_mut(serial) else { return FromClient::Nothing };
        let mut data = Vec::new();
        match stream.receive(PACKET, true, &mut |bytes| data.extend_from_slice(bytes)) {
            Ok(Taken::Data(1..)) => FromClient::Data(data),
            Ok(Taken::Hole) => match stream.receive_hole() {
                Ok(length) => FromClient::Hole(length),
                Err(error) => FromClient::Broken(broken(&error)),
            },
            // An empty packet ends nothing: the client says so with a packet of its own kind.
            Ok(Taken::Data(0) | Taken::Nothing) => stream.peer_close().map_or(FromClient::Nothing, FromClient::Closed),
            Err(error) => FromClient::Broken(broken(&error)),
        }
    }
}

/// Why a stream fails that the client does with as no client should.
fn broken(error: &StreamError) -> Error {
    let text = match error {
        StreamError::Mismatch(header) => {
            message!("stream aborted with unexpected status %1$d", header.status.0)
        }
        _ => message!("stream had unexpected termination"),
    };
    Error::new(ErrorDomain::STREAMS, ErrorCode::RPC, text)
}

impl Client {
    /// Joins the stream of an answered call with the session's.
    pub(super) fn attach_stream(
        &self,
        mut conn: MutexGuard<'_, Conn>,
        header: &Header,
        stream: StreamId,
        link: Arc<Link>,
    ) {
        let info = Program(header.program).procedure(header.procedure);
        let reads = matches!(info.and_then(|info| info.stream), Some(Stream::Read(_)));
        let sparse = conn.engine.stream(header.serial).is_some_and(|stream| stream.check_send_hole().is_ok());
        let serial = header.serial;
        let session = Arc::clone(&link.session);
        let pump = Pump { stream, link, reads, sparse, pending: Vec::new(), ended: false, running: true, again: true };
        let before = conn.pumps.insert(serial, pump);
        // A session may call the observer while it is set.
        drop(conn);
        if let Some(before) = before {
            // The client used a number twice.
            before.link.session.stream_forget(before.stream);
        }
        let me = self.me.clone();
        let observer: Observer = Arc::new(move || {
            if let Some(client) = me.upgrade() {
                client.wake_stream(serial);
            }
        });
        session.stream_observe(stream, Some(observer));
        self.pump_job(serial);
    }

    /// The session's end of a stream may have become ready.
    fn wake_stream(&self, serial: u32) {
        let start = self.conn.lock().pumps.get_mut(&serial).is_some_and(Pump::wake);
        if start {
            self.pump_job(serial);
        }
    }

    /// Has the stream worked on; it was marked as running before.
    pub(super) fn pump_job(&self, serial: u32) {
        let Some(me) = self.shared() else { return };
        self.server.pool.add(false, Box::new(move || me.pump(serial)));
    }

    fn pump(&self, serial: u32) {
        loop {
            let mut conn = self.conn.lock();
            let Some(pump) = conn.pumps.get_mut(&serial) else { return };
            pump.again = false;
            let (stream, link) = (pump.stream, Arc::clone(&pump.link));
            let pending = std::mem::take(&mut pump.pending);
            let from_client = if pending.is_empty() {
                conn.client_packets(serial)
            } else if conn.aborted(serial) {
                // Whoever gives up does not wait for what is still to be sent.
                FromClient::Closed(PeerClose::Abort)
            } else {
                FromClient::Data(pending)
            };
            // What was taken makes room.
            self.after_command(&mut conn);
            drop(conn);
            let moved = match self.to_session(serial, stream, &link, from_client) {
                Ok(Some(moved)) => moved,
                Ok(None) => return,
                Err(error) => return self.fail(serial, &link, stream, &error),
            };
            let moved = match self.to_client(serial, stream, &link) {
                Ok(more) => moved || more,
                Err(error) => return self.fail(serial, &link, stream, &error),
            };
            if moved {
                continue;
            }
            let mut conn = self.conn.lock();
            let Some(pump) = conn.pumps.get_mut(&serial) else { return };
            if !pump.again {
                pump.running = false;
                return;
            }
        }
    }

    /// Passes on what the client sent. Returns whether there was something, `None` if that was the end.
    fn to_session(&self, serial: u32, stream: StreamId, link: &Link, what: FromClient) -> Result<Option<bool>> {
        let session = &link.session;
        match what {
            FromClient::Nothing => return Ok(Some(false)),
            FromClient::Data(mut data) => {
                // This job is also who reads the other direction, so it must not wait for room.
                let sent = session.stream_send_now(stream, &data)?;
                if sent < data.len() {
                    data.drain(..sent);
                    if let Some(pump) = self.conn.lock().pumps.get_mut(&serial) {
                        pump.pending = data;
                    }
                    return Ok(Some(sent > 0));
                }
            }
            FromClient::Hole(length) => session.stream_send_hole(stream, length, 0)?,
            FromClient::Broken(error) => return Err(error),
            FromClient::Closed(how) => {
                let closed = session.stream_close(stream, how == PeerClose::Abort);
                self.catch_up(link);
                if how == PeerClose::Finish {
                    closed?;
                }
                session.stream_forget(stream);
                let mut conn = self.conn.lock();
                conn.pumps.remove(&serial);
                // The connection may be gone.
                let _ = conn.engine.confirm_close(serial);
                self.after_command(&mut conn);
                return Ok(None);
            }
        }
        Ok(Some(true))
    }

    /// Passes on what the session has, unless enough waits to be sent. Returns whether there was something.
    fn to_client(&self, serial: u32, stream: StreamId, link: &Link) -> Result<bool> {
        let (sparse, mut packet) = {
            let mut conn = self.conn.lock();
            match conn.pumps.get(&serial) {
                Some(pump) if pump.reads && !pump.ended && conn.engine.can_send(serial) => {
                    (pump.sparse, conn.engine.packet(serial))
                }
                _ => return Ok(false),
            }
        };
        let session = &link.session;
        let how = Receive { want: PACKET, wait: false, stop_at_hole: sparse };
        let received = session.stream_receive(stream, how, &mut |bytes| packet.extend_from_slice(bytes))?;
        self.catch_up(link);
        let (kind, ended) = match received {
            Received::Nothing => {
                self.conn.lock().engine.put_back(serial, packet);
                return Ok(false);
            }
            Received::Data(count) => (Kind::STREAM, count == 0),
            Received::Hole => {
                let length = session.stream_receive_hole(stream)?;
                let hole = net::StreamHole { length, flags: 0 };
                let mut body = Vec::new();
                hole.encode(&mut Writer::new(&mut body, HOLE_LEN))
                    .map_err(|error| oxivirt_protocol::encode_error(error, "virNetStreamHole"))?;
                packet.extend_from_slice(&body);
                (Kind::STREAM_HOLE, false)
            }
        };
        let mut conn = self.conn.lock();
        // The connection may be gone.
        let _ = conn.engine.send_filled(serial, kind, packet);
        if let Some(pump) = conn.pumps.get_mut(&serial) {
            pump.ended |= ended;
        }
        self.after_command(&mut conn);
        Ok(true)
    }

    fn fail(&self, serial: u32, link: &Link, stream: StreamId, error: &Error) {
        // It failed already; what is left of it is of no use.
        let _ = link.session.stream_close(stream, true);
        link.session.stream_forget(stream);
        self.catch_up(link);
        let mut conn = self.conn.lock();
        conn.pumps.remove(&serial);
        let _ = conn.engine.fail_stream(serial, &errors::encoded(error));
        self.after_command(&mut conn);
    }

    /// Gives up all streams, whose connection is gone.
    pub(super) fn abort_streams(&self) {
        let pumps = std::mem::take(&mut self.conn.lock().pumps);
        for pump in pumps.into_values() {
            pump.link.session.stream_observe(pump.stream, None);
            let _ = pump.link.session.stream_close(pump.stream, true);
            pump.link.session.stream_forget(pump.stream);
        }
    }
}
