//! Streams: what a session's stream brings goes to the client, what the client sends goes to the session's stream. One thread at a time does
//! it for each stream, until neither end has anything for the other, and again when one has: a worker where a driver may take its time,
//! the thread that waits for sockets where the other end is another daemon, for which nothing here waits.
use super::Client;
use super::conn::Conn;
use super::pump::{Pending, Pump};
use crate::errors;
use crate::link::Link;
use crate::mailbox::Task;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::{Observer, Program, Receive, Received, Stream, StreamId, net};
use oxivirt_rpc::{Header, Kind, PeerClose, StreamError, Taken};
use oxivirt_xdr::{Encode, Writer};
use std::sync::{Arc, MutexGuard};

/// Bytes of one packet, as the stock daemon sends them.
const PACKET: usize = 262_120;
/// Bytes of an encoded hole.
const HOLE_LEN: usize = 12;

/// How much is moved of one stream of another daemon's before others have their turn.
const TURN: usize = 16;

/// What the client did next with its stream.
type FromClient = Result<Pending>;

impl Conn {
    /// Returns the streams that are to be worked on, because the engine says that they may be ready, and whether their other end is
    /// another daemon's.
    pub(super) fn woken_streams(&mut self) -> Vec<(u32, bool)> {
        let mut woken = Vec::new();
        while let Some(serial) = self.engine.poll_stream() {
            woken.extend(self.pumps.get_mut(&serial).and_then(Pump::wake).map(|remote| (serial, remote)));
        }
        woken
    }

    fn aborted(&self, serial: u32) -> bool {
        self.engine.stream(serial).and_then(|stream| stream.peer_close()) == Some(PeerClose::Abort)
    }

    fn client_packets(&mut self, serial: u32) -> FromClient {
        let Some(stream) = self.engine.stream_mut(serial) else { return Ok(Pending::Nothing) };
        let mut data = Vec::new();
        let taken = stream.receive(PACKET, true, &mut |bytes| data.extend_from_slice(bytes));
        Ok(match taken.map_err(|error| broken(&error))? {
            Taken::Data(1..) => Pending::Data(data),
            Taken::Hole => Pending::Hole(stream.receive_hole().map_err(|error| broken(&error))?),
            // An empty packet ends nothing: the client says so with a packet of its own kind.
            Taken::Data(0) | Taken::Nothing => stream.peer_close().map_or(Pending::Nothing, Pending::Closed),
        })
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
        let (session, remote) = (Arc::clone(&link.session), link.is_remote());
        let pump =
            Pump { stream, link, reads, sparse, pending: Pending::Nothing, ended: false, running: true, again: true };
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
        self.start_pump(serial, remote);
    }

    /// The session's end of a stream may have become ready.
    fn wake_stream(&self, serial: u32) {
        let woken = self.conn.lock().pumps.get_mut(&serial).and_then(Pump::wake);
        if let Some(remote) = woken {
            self.start_pump(serial, remote);
        }
    }

    /// Has the stream worked on; it was marked as running before. `remote`: its other end is another daemon's.
    pub(super) fn start_pump(&self, serial: u32, remote: bool) {
        if remote {
            return self.daemon.mailbox.post(Task::Stream(self.token, serial));
        }
        let Some(me) = self.shared() else { return };
        self.server.pool.add(false, Box::new(move || me.pump(serial)));
    }

    /// Moves what can be moved of a stream.
    pub(crate) fn pump(&self, serial: u32) {
        let mut moves = 0usize;
        loop {
            let mut conn = self.conn.lock();
            let Some(pump) = conn.pumps.get_mut(&serial) else { return };
            let (stream, link) = (pump.stream, Arc::clone(&pump.link));
            if moves == TURN && link.is_remote() {
                return self.start_pump(serial, true);
            }
            moves = moves.saturating_add(1);
            pump.again = false;
            let from_client = match std::mem::take(&mut pump.pending) {
                Pending::Nothing => conn.client_packets(serial),
                // Whoever gives up does not wait for what is still to be sent.
                Pending::Data(_) | Pending::Hole(_) if conn.aborted(serial) => Ok(Pending::Closed(PeerClose::Abort)),
                pending => Ok(pending),
            };
            // What was taken makes room.
            self.after_command(&mut conn);
            drop(conn);
            match self.move_packets(serial, stream, &link, from_client) {
                Ok(Some(true)) => continue,
                Ok(Some(false)) => {}
                Ok(None) => return,
                Err(error) => return self.fail(serial, &link, stream, &error),
            }
            let mut conn = self.conn.lock();
            let Some(pump) = conn.pumps.get_mut(&serial) else { return };
            if !pump.again {
                pump.running = false;
                return;
            }
        }
    }

    /// Passes on a packet in each direction. Returns whether there was one, `None` if that was the end.
    fn move_packets(&self, serial: u32, stream: StreamId, link: &Link, what: FromClient) -> Result<Option<bool>> {
        let what = what?;
        let closes = matches!(what, Pending::Closed(_));
        let (moved, left) = self.to_session(stream, link, what)?;
        if closes && moved {
            link.session.stream_forget(stream);
            let mut conn = self.conn.lock();
            conn.pumps.remove(&serial);
            // The connection may be gone.
            let _ = conn.engine.confirm_close(serial);
            self.after_command(&mut conn);
            return Ok(None);
        }
        if !matches!(left, Pending::Nothing)
            && let Some(pump) = self.conn.lock().pumps.get_mut(&serial)
        {
            pump.pending = left;
        }
        // A client that ended the stream gets nothing more.
        let brought = !closes && self.to_client(serial, stream, link)?;
        Ok(Some(moved || brought))
    }

    /// Passes on what the client did. Returns whether something was, and what was not. Never waits for room: who does this also reads the
    /// other direction.
    fn to_session(&self, stream: StreamId, link: &Link, what: Pending) -> Result<(bool, Pending)> {
        let session = &link.session;
        let (moved, left) = match what {
            Pending::Nothing => return Ok((false, Pending::Nothing)),
            Pending::Data(mut data) => {
                let sent = session.stream_send_unattended(stream, &data)?;
                data.drain(..sent);
                (sent > 0, if data.is_empty() { Pending::Nothing } else { Pending::Data(data) })
            }
            Pending::Hole(length) => {
                let sent = session.stream_send_hole_unattended(stream, length, 0)?;
                (sent, if sent { Pending::Nothing } else { Pending::Hole(length) })
            }
            Pending::Closed(how) => match session.stream_close_unattended(stream, how == PeerClose::Abort) {
                Ok(closed) => (closed, Pending::Closed(how)),
                Err(error) if how == PeerClose::Finish => return Err(error),
                Err(_) => (true, Pending::Nothing),
            },
        };
        self.catch_up(link);
        Ok((moved, left))
    }

    /// Passes on what the session has, unless enough waits to be sent. Returns whether there was something.
    fn to_client(&self, serial: u32, stream: StreamId, link: &Link) -> Result<bool> {
        let (want, sparse, mut packet) = {
            let mut conn = self.conn.lock();
            match conn.pumps.get(&serial) {
                Some(pump) if pump.reads && !pump.ended && conn.engine.can_send(serial) => {
                    (PACKET, pump.sparse, conn.engine.packet(serial))
                }
                // Another daemon may fail what it is sent.
                Some(pump) if !pump.reads && link.is_remote() => (0, true, conn.engine.packet(serial)),
                _ => return Ok(false),
            }
        };
        let session = &link.session;
        let how = Receive { want, wait: false, stop_at_hole: sparse };
        let received = session.stream_receive(stream, how, &mut |bytes| packet.extend_from_slice(bytes))?;
        self.catch_up(link);
        let (kind, ended) = match received {
            Received::Nothing if link.is_remote() && !session.is_alive() => return Err(errors::closed()),
            Received::Nothing => {
                self.conn.lock().engine.put_back(serial, packet);
                return Ok(false);
            }
            _ if want == 0 => return Ok(false),
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
        let _ = link.session.stream_close_unattended(stream, true);
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
            let _ = pump.link.session.stream_close_unattended(pump.stream, true);
            pump.link.session.stream_forget(pump.stream);
        }
    }
}
