//! The 28 bytes in front of every payload: the frame's length and the message header.

use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use oxivirt_xdr::{Decode, Encode, Reader, Writer};

use crate::net::{self, MessageHeader, MessageStatus, MessageType};
use crate::{Program, decode_error, encode_error};

/// Bytes in front of the payload: the length word and the message header.
pub const FRAME_HEADER_LEN: usize = 28;

/// Longest frame, its length word included.
pub const FRAME_MAX: usize = 33_554_432 + 4;

/// What a frame says about itself. Numbers nobody knows survive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Header {
    /// Which protocol the payload belongs to.
    pub program: Program,
    /// Version of the protocol.
    pub version: u32,
    /// Procedure or event.
    pub procedure: u32,
    /// Call, reply, event, stream packet …
    pub kind: MessageType,
    /// Number of the call, which its reply and its stream repeat; 0 for events.
    pub serial: u32,
    /// Success, error or more to come.
    pub status: MessageStatus,
}

impl Header {
    /// The wire form in front of a payload of `payload_len` bytes.
    ///
    /// # Errors
    /// The frame would be longer than [`FRAME_MAX`].
    pub fn encode(&self, payload_len: usize) -> Result<[u8; FRAME_HEADER_LEN]> {
        let total = payload_len.saturating_add(FRAME_HEADER_LEN);
        let word = u32::try_from(total).ok().filter(|_| total <= FRAME_MAX).ok_or_else(|| {
            let detail = format!("message of {total} bytes is above the limit {FRAME_MAX}");
            Error::new(ErrorDomain::RPC, ErrorCode::RPC, detail)
        })?;
        let header = MessageHeader {
            prog: self.program.0,
            vers: self.version,
            proc: self.procedure.cast_signed(),
            r#type: self.kind,
            serial: self.serial,
            status: self.status,
        };
        let mut bytes = Vec::with_capacity(FRAME_HEADER_LEN);
        let mut w = Writer::new(&mut bytes, FRAME_HEADER_LEN);
        let written = w.u32(word).and_then(|()| header.encode(&mut w));
        written.map_err(|error| encode_error(error, "virNetMessageHeader"))?;
        let mut fixed = [0; FRAME_HEADER_LEN];
        fixed.iter_mut().zip(bytes).for_each(|(to, from)| *to = from);
        Ok(fixed)
    }

    /// Length of the whole frame, from its first word.
    ///
    /// # Errors
    /// It is shorter than a header or longer than [`FRAME_MAX`].
    pub fn frame_len(word: [u8; 4]) -> Result<usize> {
        let len = u32::from_be_bytes(word) as usize;
        if (FRAME_HEADER_LEN..=FRAME_MAX).contains(&len) {
            return Ok(len);
        }
        let detail = format!("frame of {len} bytes received, expected {FRAME_HEADER_LEN} to {FRAME_MAX} bytes");
        Err(Error::new(ErrorDomain::RPC, ErrorCode::RPC, detail))
    }

    /// Reads the header behind the length word: the first 24 bytes of `bytes`.
    ///
    /// # Errors
    /// `bytes` is shorter.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let header: MessageHeader = MessageHeader::decode(&mut Reader::new(bytes))
            .map_err(|error| decode_error(error, "virNetMessageHeader"))?;
        Ok(Self {
            program: Program(header.prog),
            version: header.vers,
            procedure: header.proc.cast_unsigned(),
            kind: header.r#type,
            serial: header.serial,
            status: header.status,
        })
    }
}

const _: () = assert!(FRAME_MAX == net::MESSAGE_MAX as usize + net::MESSAGE_LEN_MAX as usize);

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Header {
        Header {
            program: Program::REMOTE,
            version: 1,
            procedure: 16,
            kind: MessageType::REPLY,
            serial: 7,
            status: MessageStatus::ERROR,
        }
    }

    #[test]
    fn wire_form() {
        let bytes = sample().encode(4).unwrap();
        let wanted = [0, 0, 0, 32, 0x20, 0, 0x80, 0x86, 0, 0, 0, 1, 0, 0, 0, 16, 0, 0, 0, 1, 0, 0, 0, 7, 0, 0, 0, 1];
        assert_eq!(bytes, wanted);
        assert_eq!(Header::frame_len(*bytes.first_chunk().unwrap()).unwrap(), 32);
        assert_eq!(Header::decode(&bytes[4..]).unwrap(), sample());
    }

    #[test]
    fn unknown_numbers_survive() {
        let bytes = [0xff; 24];
        let header = Header::decode(&bytes).unwrap();
        assert_eq!((header.procedure, header.kind, header.status.0), (u32::MAX, MessageType(-1), -1));
        assert_eq!(header.encode(0).unwrap()[4..], bytes);
        assert!(Header::decode(&bytes[1..]).is_err());
    }

    #[test]
    fn lengths_at_the_edges() {
        for len in [0_u32, 3, 4, 27, 33_554_437, u32::MAX] {
            assert!(Header::frame_len(len.to_be_bytes()).is_err(), "{len}");
        }
        for len in [28_u32, 33_554_436] {
            assert_eq!(Header::frame_len(len.to_be_bytes()).unwrap(), len as usize);
        }
        assert!(sample().encode(FRAME_MAX - 28).is_ok());
        assert!(sample().encode(FRAME_MAX - 27).is_err());
        assert!(sample().encode(usize::MAX).is_err());
    }
}
