//! Why a connection ended, or why one call failed without the daemon saying so. Message texts are those programs see;
//! the error code and domain that go with them are given where the cause becomes an error.
use crate::header::{Header, LENGTH_LEN, MAX_FDS, MAX_FRAME};
use oxivirt_model::message;
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

impl Cause {
    /// Returns what programs are told, in the user's language where the stock library says the same.
    #[must_use]
    pub fn message(&self) -> Vec<u8> {
        match self {
            Self::Local => message!("client socket is closed"),
            Self::EndOfFile => message!("End of file while reading data"),
            Self::Receive(_) => message!("Cannot recv data"),
            Self::Send(_) => message!("Cannot write data"),
            Self::Keepalive(_) => message!("connection closed due to keepalive timeout"),
            Self::TooSmall(length) => {
                message!("packet %1$d bytes received from server too small, want %2$d", length, LENGTH_LEN)
            }
            Self::TooLarge(length) => message!(
                "packet %1$d bytes received from server too large, want %2$d",
                length.wrapping_sub(4),
                MAX_FRAME.wrapping_sub(LENGTH_LEN)
            ),
            Self::Unsendable(_) => message!("Unable to encode message payload"),
            Self::NoHeader(_) => message!("Unable to decode message header"),
            Self::UnexpectedKind(h) => message!(
                "got unexpected RPC call prog %1$d vers %2$d proc %3$d type %4$d",
                h.program,
                h.version,
                h.procedure,
                h.kind.0
            ),
            Self::NoCall(h) => message!(
                "no call waiting for reply with prog %1$d vers %2$d serial %3$d",
                h.program,
                h.version,
                h.serial
            ),
            Self::NoFdCount => message!("Unable to decode number of FDs"),
            Self::TooManyFds(count) => message!("Received too many FDs %1$d, expected %2$d maximum", count, MAX_FDS),
            Self::WrongProcedure(got, called) => message!("Unexpected message proc %1$d != %2$d", got, called),
            Self::WrongStatus(status) => message!("Unexpected message status %1$u", status),
            // Those that the stock library does not have.
            Self::TooManyCalls(count) => {
                format!("{count} calls have no reply: no more are sent until one comes").into_bytes()
            }
            Self::EventOverflow(bytes) => {
                format!("connection closed: {bytes} bytes of events that nobody took").into_bytes()
            }
            Self::UnexpectedMessage(h) => {
                format!("got unexpected message prog {} vers {} proc {}", h.program, h.version, h.procedure)
                    .into_bytes()
            }
            Self::UnexpectedStream(h) => format!(
                "got unexpected stream packet prog {} vers {} proc {} serial {}",
                h.program, h.version, h.procedure, h.serial
            )
            .into_bytes(),
            Self::LostFds => "Unable to receive a file descriptor: the process has as many as it may have open".into(),
            Self::MissingFds(announced, came) => format!("Received {came} FDs, expected {announced}").into_bytes(),
            Self::UnannouncedFds(count) => format!("Received {count} FDs nobody announced").into_bytes(),
            Self::Layer(text) => text.clone().into_bytes(),
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from_utf8_lossy(&self.message()))
    }
}

impl std::error::Error for Cause {}
