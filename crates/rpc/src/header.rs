//! The frame: a length word that counts itself, six header words, the payload.

use oxivirt_protocol::net::{self, MessageStatus, MessageType};

/// Bytes of the length word.
pub const LENGTH_LEN: usize = net::MESSAGE_LEN_MAX as usize;
/// Bytes of the header behind the length word.
pub const HEADER_LEN: usize = net::MESSAGE_HEADER_MAX as usize;
/// The shortest frame: length word and header.
pub const MIN_FRAME: usize = LENGTH_LEN + HEADER_LEN;
/// The longest frame, with its length word (VIR_NET_MESSAGE_MAX does not count that word).
pub const MAX_FRAME: usize = net::MESSAGE_MAX as usize + LENGTH_LEN;
/// The most descriptors one frame carries.
pub const MAX_FDS: usize = net::MESSAGE_NUM_FDS_MAX as usize;

/// What a frame is: virNetMessageType. Numbers this version does not know survive.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Kind(pub u32);

impl Kind {
    /// A request that wants a reply.
    pub const CALL: Self = Self(MessageType::CALL.0.cast_unsigned());
    /// The answer to a call.
    pub const REPLY: Self = Self(MessageType::REPLY.0.cast_unsigned());
    /// An event: nobody answers it.
    pub const MESSAGE: Self = Self(MessageType::MESSAGE.0.cast_unsigned());
    /// Stream data, end or failure.
    pub const STREAM: Self = Self(MessageType::STREAM.0.cast_unsigned());
    /// A call whose payload starts with a descriptor count.
    pub const CALL_WITH_FDS: Self = Self(MessageType::CALL_WITH_FDS.0.cast_unsigned());
    /// A reply whose payload starts with a descriptor count.
    pub const REPLY_WITH_FDS: Self = Self(MessageType::REPLY_WITH_FDS.0.cast_unsigned());
    /// A hole in a sparse stream.
    pub const STREAM_HOLE: Self = Self(MessageType::STREAM_HOLE.0.cast_unsigned());

    /// Whether descriptors follow the frame.
    #[must_use]
    pub const fn carries_fds(self) -> bool {
        matches!(self, Self::CALL_WITH_FDS | Self::REPLY_WITH_FDS)
    }
}

/// How a call or stream went: virNetMessageStatus. Numbers this version does not know survive.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Status(pub u32);

impl Status {
    /// Success; always on calls and messages.
    pub const OK: Self = Self(MessageStatus::OK.0.cast_unsigned());
    /// The payload is an error record.
    pub const ERROR: Self = Self(MessageStatus::ERROR.0.cast_unsigned());
    /// The payload is stream data.
    pub const CONTINUE: Self = Self(MessageStatus::CONTINUE.0.cast_unsigned());
}

/// The six header words, in wire order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Header {
    /// Program number.
    pub program: u32,
    /// Version of the program.
    pub version: u32,
    /// Procedure of the program (signed on the wire, never negative in a valid frame).
    pub procedure: u32,
    /// What the frame is.
    pub kind: Kind,
    /// Pairs a reply, or a stream packet, with its call.
    pub serial: u32,
    /// How it went.
    pub status: Status,
}

impl Header {
    /// Reads the six words.
    #[must_use]
    pub fn decode(words: &[u8; HEADER_LEN]) -> Self {
        let (words, _) = words.as_chunks::<4>();
        let word = |index: usize| words.get(index).map_or(0, |word| u32::from_be_bytes(*word));
        Self {
            program: word(0),
            version: word(1),
            procedure: word(2),
            kind: Kind(word(3)),
            serial: word(4),
            status: Status(word(5)),
        }
    }

    /// Writes the six words.
    #[must_use]
    pub fn encode(&self) -> [u8; HEADER_LEN] {
        let mut bytes = [0; HEADER_LEN];
        let words = [self.program, self.version, self.procedure, self.kind.0, self.serial, self.status.0];
        for (to, word) in bytes.as_chunks_mut::<4>().0.iter_mut().zip(words) {
            *to = word.to_be_bytes();
        }
        bytes
    }
}

/// The frame is longer than the protocol allows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FrameError {
    /// Bytes it would have.
    pub length: usize,
}

impl std::fmt::Display for FrameError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "frame of {} bytes, limit {MAX_FRAME}", self.length)
    }
}

impl std::error::Error for FrameError {}

/// Makes `buffer` the beginning of a frame: room for the length word, then the header. The payload is appended to it.
pub fn start_frame(buffer: &mut Vec<u8>, header: &Header) {
    buffer.clear();
    buffer.reserve(256);
    buffer.extend_from_slice(&[0; LENGTH_LEN]);
    buffer.extend_from_slice(&header.encode());
}

/// Patches the length word once the payload is complete.
///
/// # Errors
/// The frame is longer than [`MAX_FRAME`].
pub fn finish_frame(buffer: &mut [u8]) -> Result<(), FrameError> {
    let length = buffer.len();
    let word = u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes();
    match buffer.first_chunk_mut::<LENGTH_LEN>() {
        Some(to) if length <= MAX_FRAME => *to = word,
        _ => return Err(FrameError { length }),
    }
    Ok(())
}

/// Overwrites the header of a frame that has room for it.
pub(crate) fn write_header(buffer: &mut [u8], header: &Header) {
    if let Some(to) = buffer.get_mut(LENGTH_LEN..).and_then(|rest| rest.first_chunk_mut::<HEADER_LEN>()) {
        *to = header.encode();
    }
}

/// Overwrites the serial of a started frame.
pub(crate) fn patch_serial(buffer: &mut [u8], serial: u32) {
    const AT: usize = LENGTH_LEN + 16;
    if let Some(to) = buffer.get_mut(AT..).and_then(|rest| rest.first_chunk_mut::<4>()) {
        *to = serial.to_be_bytes();
    }
}
