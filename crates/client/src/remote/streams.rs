//! The remote driver's streams: operations of the link, and their errors as the stock library has them.
use super::end::from_cause;
use super::session::Remote;
use crate::error;
use crate::link::{StreamEnd, TransportProcess};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::{Observer, Receive, Received, StreamId, Streams, error_from_wire, net};
use oxivirt_rpc::{Cause, Kind, MAX_FRAME, MIN_FRAME, StreamError, Taken};
use oxivirt_xdr::{Encode, Writer};

/// Bytes of an encoded hole.
const HOLE_LEN: usize = 12;
/// The function of the stock library that refuses a hole.
const SET_HOLE: &str = "virNetClientStreamSetHole";

fn fault(code: ErrorCode, text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::RPC, code, text)
}

/// Returns the error of a hole that the daemon should not have sent: that of the bad argument it would be.
fn bad_hole(name: &str, text: Vec<u8>) -> Error {
    Error::raw(ErrorDomain::RPC, ErrorCode::INVALID_ARG, text).with_strings(
        Some(SET_HOLE.into()),
        Some(name.into()),
        None,
    )
}

fn from_end(end: StreamEnd, daemon: &str, transport_process: Option<&TransportProcess>) -> Error {
    let error = match end {
        StreamEnd::Forked => return error::forked(),
        StreamEnd::Connection(cause) => return from_cause(&cause, transport_process),
        StreamEnd::Stream(error) => error,
        StreamEnd::TimedOut(what, waited) => return error::stream_timed_out(daemon, what, waited),
    };
    match error {
        StreamError::Failed(payload) => error_from_wire(&payload),
        StreamError::Closed => fault(ErrorCode::OPERATION_FAILED, message!("stream is closed")),
        StreamError::AbortedMeanwhile => {
            fault(ErrorCode::OPERATION_FAILED, message!("stream aborted by another thread"))
        }
        StreamError::Mismatch(header) => fault(ErrorCode::RPC, Cause::UnexpectedStream(header).message()),
        StreamError::Overflow(bytes) => {
            fault(ErrorCode::RPC, format!("stream dropped: {bytes} bytes arrived and nobody received them"))
        }
        StreamError::UnexpectedHole => fault(ErrorCode::RPC, message!("Unexpected stream hole")),
        StreamError::MalformedHole => fault(ErrorCode::INTERNAL_ERROR, message!("Malformed stream hole packet")),
        StreamError::HoleFlags(flags) => {
            bad_hole("flags", message!("unsupported flags (0x%1$x) in function %2$s", flags, SET_HOLE))
        }
        StreamError::HoleLength => {
            bad_hole("length", message!("%1$s in %2$s must be greater than zero", "length", SET_HOLE))
        }
        StreamError::NoSendHoles => {
            fault(ErrorCode::OPERATION_INVALID, message!("Skipping is not supported with this stream"))
        }
        StreamError::NoReceiveHoles => {
            fault(ErrorCode::OPERATION_INVALID, message!("Holes are not supported with this stream"))
        }
    }
}

/// Refuses bytes that do not fit into one packet.
fn check_length(data: &[u8]) -> Result<()> {
    let (needed, room) = (data.len(), MAX_FRAME.saturating_sub(MIN_FRAME));
    if needed <= room {
        return Ok(());
    }
    let text = message!("Stream data too long to send (%1$zu bytes needed, %2$zu bytes available)", needed, room);
    Err(fault(ErrorCode::RPC, text))
}

/// Returns the body of a packet that is a hole.
fn hole(length: i64, flags: u32) -> Result<Vec<u8>> {
    let mut payload = Vec::new();
    net::StreamHole { length, flags }
        .encode(&mut Writer::new(&mut payload, HOLE_LEN))
        .map_err(|error| oxivirt_protocol::encode_error(error, "virNetStreamHole"))?;
    Ok(payload)
}

impl Remote {
    fn error(&self, end: StreamEnd) -> Error {
        from_end(end, &self.daemon, self.link.transport_process())
    }
}

impl Streams for Remote {
    fn stream_send(&self, stream: StreamId, data: &[u8]) -> Result<()> {
        check_length(data)?;
        self.link.send_packet(stream.0, Kind::STREAM, data, self.call_timeout).map_err(|end| self.error(end))
    }

    fn stream_send_unattended(&self, stream: StreamId, data: &[u8]) -> Result<usize> {
        check_length(data)?;
        let sent = self.link.send_packet_now(stream.0, Kind::STREAM, data).map_err(|end| self.error(end))?;
        Ok(if sent { data.len() } else { 0 })
    }

    fn stream_receive(&self, stream: StreamId, how: Receive, put: &mut dyn FnMut(&[u8])) -> Result<Received> {
        let taken = self.link.receive_packet(stream.0, how, put, self.call_timeout);
        Ok(match taken.map_err(|end| self.error(end))? {
            Taken::Data(bytes) => Received::Data(bytes),
            Taken::Hole => Received::Hole,
            Taken::Nothing => Received::Nothing,
        })
    }

    fn stream_send_hole(&self, stream: StreamId, length: i64, flags: u32) -> Result<()> {
        let payload = hole(length, flags)?;
        self.link.send_packet(stream.0, Kind::STREAM_HOLE, &payload, self.call_timeout).map_err(|end| self.error(end))
    }

    fn stream_send_hole_unattended(&self, stream: StreamId, length: i64, flags: u32) -> Result<bool> {
        let payload = hole(length, flags)?;
        self.link.send_packet_now(stream.0, Kind::STREAM_HOLE, &payload).map_err(|end| self.error(end))
    }

    fn stream_receive_hole(&self, stream: StreamId) -> Result<i64> {
        self.link.receive_hole(stream.0).map_err(|end| self.error(end))
    }

    fn stream_close(&self, stream: StreamId, abort: bool) -> Result<()> {
        self.link.close_stream(stream.0, abort, self.call_timeout).map_err(|end| self.error(end))
    }

    fn stream_close_unattended(&self, stream: StreamId, abort: bool) -> Result<bool> {
        self.link.close_stream_now(stream.0, abort).map_err(|end| self.error(end))
    }

    fn stream_forget(&self, stream: StreamId) {
        self.link.forget_stream(stream.0);
    }

    fn stream_ready(&self, stream: StreamId) -> bool {
        self.link.stream_ready(stream.0)
    }

    fn stream_observe(&self, stream: StreamId, observer: Option<Observer>) {
        self.link.observe_stream(stream.0, observer);
    }
}
