//! Streams of both ends: packets that arrive, packets that are sent, and how a stream ends.
//!
//! A client ends a stream with [`Engine::close_stream`], which the server answers with [`Engine::confirm_close`]. A server
//! ends one only with an error, [`Engine::fail_stream`]; the end of its data is a packet without payload.
use super::Engine;
use crate::assemble::Frame;
use crate::cause::Cause;
use crate::engine::Notice;
use crate::header::{Header, Kind, Status};
use crate::output::Owner;
use crate::packet::Packet;
use crate::stream::{PeerClose, Stream};

/// Packets of one stream that a server has ready.
const PACKETS: usize = 2;

impl Engine {
    /// Takes a packet for a client. It may overtake the reply of the call that opened the stream; one for a stream that ended
    /// is normal too.
    pub(super) fn packet_for_client(&mut self, frame: Frame) -> Result<(), Cause> {
        let Frame { header, payload, .. } = frame;
        let Some(stream) = self.streams.of_packet(&header) else {
            // Whoever waits for something with this serial would wait in vain.
            self.completions.extend(self.calls.fail(header.serial, Cause::UnexpectedStream(header)));
            if let Some(stream) = self.streams.of_serial(header.serial) {
                stream.mismatch(header);
            }
            return Ok(());
        };
        match header.status {
            Status::CONTINUE => stream.packet(header.kind, payload),
            Status::ERROR => stream.fail(payload),
            Status::OK if stream.confirm() => {}
            status => {
                if status != Status::OK {
                    self.notice(Notice::StreamStatus(header));
                }
                return Err(Cause::UnexpectedStream(header));
            }
        }
        Ok(())
    }

    /// Takes a packet for a server. Streams end while their packets are under way, so one for nobody is normal.
    pub(super) fn packet_for_server(&mut self, frame: Frame) {
        let Frame { header, payload, .. } = frame;
        let Some(stream) = self.streams.of_packet(&header) else {
            if let Some(stream) = self.streams.of_serial(header.serial) {
                stream.mismatch(header);
            }
            return;
        };
        match header.status {
            Status::CONTINUE => stream.packet(header.kind, payload),
            Status::OK => stream.peer_closes(PeerClose::Finish),
            Status::ERROR => stream.peer_closes(PeerClose::Abort),
            _ => stream.mismatch(header),
        }
    }

    /// Returns true if a reply refuses a hole: stock daemons do that with a reply instead of a stream packet.
    pub(super) fn refuses_hole(&self, header: &Header) -> bool {
        header.status == Status::ERROR
            && self.streams.knew(header.serial)
            && !self.calls.waits(header.program, header.version, header.serial)
    }

    /// Keeps the packets of the stream that a call opens, from now on: a client's call that was just started, a server's that
    /// is not answered yet. `sparse` streams have holes.
    pub fn open_stream(&mut self, header: &Header, serial: u32, sparse: bool) {
        let header = Header { kind: Kind::STREAM, status: Status::CONTINUE, serial, ..*header };
        self.streams.add(Stream::new(header, sparse, self.limits.stream));
    }

    /// Returns a stream by the serial of its call.
    #[must_use]
    pub fn stream(&self, serial: u32) -> Option<&Stream> {
        self.streams.named(serial)
    }

    /// Returns a stream by the serial of its call, to receive from.
    pub fn stream_mut(&mut self, serial: u32) -> Option<&mut Stream> {
        self.streams.named_mut(serial)
    }

    /// Drops a stream that nobody wants any more, and its packets from now on.
    pub fn forget_stream(&mut self, serial: u32) {
        self.streams.remove(serial);
    }

    /// Queues a packet of a stream that is open: data, a hole, or with no payload the end of what this side sends.
    ///
    /// # Errors
    /// The connection is closed or closing, there is no such stream, or the frame is too long ([`Cause::Unsendable`]).
    pub fn send_packet(&mut self, serial: u32, kind: Kind, payload: &[u8]) -> Result<(), Cause> {
        let Some(stream) = self.streams.named(serial) else {
            return Err(Cause::Local);
        };
        let header = Header { kind, ..stream.header() };
        self.queue(&header, payload, Vec::new(), Owner::Stream(serial))
    }

    /// Returns true if a packet of the stream waits to be sent.
    #[must_use]
    pub fn has_unsent_packet(&self, serial: u32) -> bool {
        self.output.count_of(Owner::Stream(serial)) > 0
    }

    /// Returns a packet for [`Engine::send_filled`], in the memory of one that was sent.
    pub fn packet(&mut self, serial: u32) -> Packet {
        Packet::in_buffer(self.streams.named_mut(serial).map(Stream::take_buffer).unwrap_or_default())
    }

    /// Keeps the memory of a packet that was not sent for the next.
    pub fn put_back(&mut self, serial: u32, packet: Packet) {
        if let Some(stream) = self.streams.named_mut(serial) {
            stream.give_buffer(packet.into_buffer());
        }
    }

    /// Queues a packet of a stream that is open, without copying its payload: see [`Engine::send_packet`].
    ///
    /// # Errors
    /// As [`Engine::send_packet`].
    pub fn send_filled(&mut self, serial: u32, kind: Kind, packet: Packet) -> Result<(), Cause> {
        let stream = self.streams.named(serial).ok_or(Cause::Local)?;
        if self.refuses().is_some() {
            return Err(Cause::Local);
        }
        let frame = packet.into_frame(&Header { kind, ..stream.header() });
        let frame = frame.map_err(|error| Cause::Unsendable(error.length))?;
        self.output.push(frame, Vec::new(), Owner::Stream(serial));
        Ok(())
    }

    /// Returns true if at most one of the stream's packets waits to be sent: a server sends one and has the next ready, so that the
    /// transport never waits for it. [`Engine::poll_stream`] tells when another may follow.
    #[must_use]
    pub fn can_send(&self, serial: u32) -> bool {
        self.refuses().is_none()
            && self.streams.named(serial).is_some_and(|stream| stream.check().is_ok())
            && self.output.count_of(Owner::Stream(serial)) < PACKETS
    }

    /// Queues a client's end of a stream; [`Stream::settled`] tells when the server has answered it.
    ///
    /// # Errors
    /// As [`Engine::send_packet`].
    pub fn close_stream(&mut self, serial: u32, abort: bool) -> Result<(), Cause> {
        let Some(stream) = self.streams.named_mut(serial) else {
            return Err(Cause::Local);
        };
        let status = if abort { Status::ERROR } else { Status::OK };
        let header = Header { status, ..stream.header() };
        stream.begin_close(abort);
        self.queue(&header, &[], Vec::new(), Owner::Stream(serial))
    }

    /// Queues a server's answer to the end that [`Stream::peer_close`] told, and drops the stream.
    ///
    /// # Errors
    /// As [`Engine::send_packet`].
    pub fn confirm_close(&mut self, serial: u32) -> Result<(), Cause> {
        self.end_stream(serial, Status::OK, &[])
    }

    /// Queues a server's error of a stream, at any time, and drops the stream; the payload is an encoded error record.
    ///
    /// # Errors
    /// As [`Engine::send_packet`].
    pub fn fail_stream(&mut self, serial: u32, payload: &[u8]) -> Result<(), Cause> {
        self.end_stream(serial, Status::ERROR, payload)
    }

    fn end_stream(&mut self, serial: u32, status: Status, payload: &[u8]) -> Result<(), Cause> {
        let stream = self.streams.named(serial).ok_or(Cause::Local)?;
        let header = Header { status, ..stream.header() };
        self.queue(&header, payload, Vec::new(), Owner::Nobody)?;
        self.streams.remove(serial);
        Ok(())
    }

    /// Has [`Engine::poll_stream`] return this stream: its owner knows that it may have become ready.
    pub fn note_stream(&mut self, serial: u32) {
        self.streams.note(serial);
    }

    /// Returns the next stream that may have become ready: to be received from, or its end was answered or asked for, or
    /// (server) it may be sent into again. Streams of a connection that ended are all among them.
    pub fn poll_stream(&mut self) -> Option<u32> {
        self.streams.next_changed()
    }

    /// Returns true if [`Engine::poll_stream`] has something.
    #[must_use]
    pub fn streams_changed(&self) -> bool {
        self.streams.any_changed()
    }
}
