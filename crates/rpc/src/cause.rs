//! Why a connection ended, or why one call failed without the daemon saying so. Message texts are those programs see;
//! the error code and domain that go with them are given where the cause becomes an error.
use crate::header::{Header, LENGTH_LEN, MAX_FDS, MAX_FRAME};
use std::fmt;

/// Cloned to every call the end of a connection leaves without a reply.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cause {
    /// This side closed.
    Local,
    /// The peer closed.
    EndOfFile,
    /// Receiving failed with this errno.
    Receive(i32),
    /// Sending failed with this errno.
    Send(i32),
    /// The peer answered none of this many pings.
    Keepalive(u32),
    /// An announced length below the length word itself.
    TooSmall(u32),
    /// An announced length beyond the limit.
    TooLarge(u32),
    /// So many calls have no reply that no more are sent; the connection is not affected.
    TooManyCalls(usize),
    /// So many bytes of events arrived and nobody took them.
    EventOverflow(usize),
    /// A frame of this side would be longer than the limit; the connection is not affected.
    Unsendable(usize),
    /// An announced length too short for the header.
    NoHeader(u32),
    /// A frame of a kind this side never gets.
    UnexpectedKind(Header),
    /// A reply nobody waits for.
    NoCall(Header),
    /// A message of a program or procedure that sends none.
    UnexpectedMessage(Header),
    /// A stream packet with the serial of an ordinary call.
    UnexpectedStream(Header),
    /// A frame with descriptors whose payload has no count.
    NoFdCount,
    /// A descriptor count beyond the limit, or more descriptors than that in flight.
    TooManyFds(u32),
    /// A descriptor was sent and could not be taken in: the process has as many as it may.
    LostFds,
    /// Fewer descriptors came than were announced: (announced, came).
    MissingFds(u32, u32),
    /// Descriptors came that no frame announced.
    UnannouncedFds(u32),
    /// A reply to another procedure than the one called: (got, called).
    WrongProcedure(u32, u32),
    /// A reply with a status that replies do not have.
    WrongStatus(u32),
    /// What the bytes pass through (TLS, SASL) failed.
    Layer(String),
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Local => f.write_str("client socket is closed"),
            Self::EndOfFile => f.write_str("End of file while reading data"),
            Self::Receive(_) => f.write_str("Cannot recv data"),
            Self::Send(_) => f.write_str("Cannot write data"),
            Self::Keepalive(_) => f.write_str("connection closed due to keepalive timeout"),
            Self::TooSmall(length) => {
                write!(f, "packet {length} bytes received from server too small, want {LENGTH_LEN}")
            }
            Self::TooLarge(length) => write!(
                f,
                "packet {} bytes received from server too large, want {}",
                length.wrapping_sub(4),
                MAX_FRAME.wrapping_sub(LENGTH_LEN)
            ),
            Self::TooManyCalls(count) => write!(f, "{count} calls have no reply: no more are sent until one comes"),
            Self::EventOverflow(bytes) => write!(f, "connection closed: {bytes} bytes of events that nobody took"),
            Self::Unsendable(_) => f.write_str("Unable to encode message payload"),
            Self::NoHeader(_) => f.write_str("Unable to decode message header"),
            Self::UnexpectedKind(h) => write!(
                f,
                "got unexpected RPC call prog {} vers {} proc {} type {}",
                h.program, h.version, h.procedure, h.kind.0
            ),
            Self::NoCall(h) => {
                write!(f, "no call waiting for reply with prog {} vers {} serial {}", h.program, h.version, h.serial)
            }
            Self::UnexpectedMessage(h) => {
                write!(f, "got unexpected message prog {} vers {} proc {}", h.program, h.version, h.procedure)
            }
            Self::UnexpectedStream(h) => write!(
                f,
                "got unexpected stream packet prog {} vers {} proc {} serial {}",
                h.program, h.version, h.procedure, h.serial
            ),
            Self::NoFdCount => f.write_str("Unable to decode number of FDs"),
            Self::LostFds => {
                f.write_str("Unable to receive a file descriptor: the process has as many as it may have open")
            }
            Self::TooManyFds(count) => {
                write!(f, "Received too many FDs {count}, expected {MAX_FDS} maximum")
            }
            Self::MissingFds(announced, came) => {
                write!(f, "Received {came} FDs, expected {announced}")
            }
            Self::UnannouncedFds(count) => write!(f, "Received {count} FDs nobody announced"),
            Self::WrongProcedure(got, called) => {
                write!(f, "Unexpected message proc {got} != {called}")
            }
            Self::Layer(text) => f.write_str(text),
            Self::WrongStatus(status) => write!(f, "Unexpected message status {status}"),
        }
    }
}

impl std::error::Error for Cause {}
