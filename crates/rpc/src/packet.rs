//! A packet of a stream that is filled where it will be sent from: its frame, whose header comes last.
use crate::header::{FrameError, Header, MIN_FRAME, finish_frame, write_header};

/// The payload of a packet, with room for the header before it. See [`crate::Engine::packet`].
#[derive(Debug)]
pub struct Packet(Vec<u8>);

impl Packet {
    /// Makes an empty one in the memory of another frame.
    pub(crate) fn in_buffer(mut buffer: Vec<u8>) -> Self {
        buffer.clear();
        buffer.resize(MIN_FRAME, 0);
        Self(buffer)
    }

    /// Appends to the payload.
    pub fn extend_from_slice(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    pub(crate) fn into_buffer(self) -> Vec<u8> {
        self.0
    }

    /// Completes the frame.
    ///
    /// # Errors
    /// It is longer than the protocol allows.
    pub(crate) fn into_frame(self, header: &Header) -> Result<Vec<u8>, FrameError> {
        let Self(mut frame) = self;
        write_header(&mut frame, header);
        finish_frame(&mut frame)?;
        Ok(frame)
    }
}
