//! Cutting the byte stream into frames. Memory grows with the bytes that arrive, never with the length announced.
//!
//! Descriptors follow their frame: one byte each, with the descriptor attached to that byte. The kernel ends a read
//! after a byte with descriptors, so what came with a read belongs to its last bytes.
use crate::cause::Cause;
use crate::header::{Header, Kind, LENGTH_LEN, MAX_FDS, MAX_FRAME, MIN_FRAME};
use std::collections::VecDeque;
use std::os::fd::OwnedFd;

/// A complete frame.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) header: Header,
    /// Without length word, header and descriptor count.
    pub(crate) payload: Vec<u8>,
    pub(crate) fds: Vec<OwnedFd>,
}

#[derive(Debug)]
enum State {
    /// Collecting the length word and the header.
    Head,
    /// Collecting this many payload bytes more.
    Body(Header, usize),
    /// The payload is complete; this many descriptors were announced, so many of their bytes are missing.
    Descriptors(Header, usize, usize),
}

#[derive(Debug)]
pub(crate) struct Assembler {
    /// The kind of frames that descriptors come with: each end gets one. Others are taken as they are.
    carrier: Kind,
    state: State,
    head: [u8; MIN_FRAME],
    have: usize,
    payload: Vec<u8>,
    fds: VecDeque<OwnedFd>,
}

impl Assembler {
    pub(crate) fn new(carrier: Kind) -> Self {
        Self { carrier, state: State::Head, head: [0; MIN_FRAME], have: 0, payload: Vec::new(), fds: VecDeque::new() }
    }

    /// Descriptors that came with the bytes about to be fed.
    pub(crate) fn add_fds(&mut self, fds: Vec<OwnedFd>) -> Result<(), Cause> {
        let count = self.fds.len().saturating_add(fds.len());
        if count > MAX_FDS {
            return Err(Cause::TooManyFds(narrow(count)));
        }
        self.fds.extend(fds);
        Ok(())
    }

    /// Takes bytes from `input` until a frame is complete. `buffer` names the vector the payload goes to (its content is
    /// discarded, its capacity used).
    pub(crate) fn next(
        &mut self,
        input: &mut &[u8],
        mut buffer: impl FnMut(&Header) -> Vec<u8>,
    ) -> Result<Option<Frame>, Cause> {
        loop {
            match self.state {
                State::Head => {
                    let Some((header, body)) = self.take_head(input)? else {
                        return Ok(None);
                    };
                    self.payload = buffer(&header);
                    self.payload.clear();
                    self.state = State::Body(header, body);
                }
                State::Body(header, missing) => {
                    let taken = split(input, missing);
                    self.payload.extend_from_slice(taken);
                    let missing = missing.saturating_sub(taken.len());
                    if missing > 0 {
                        self.state = State::Body(header, missing);
                        return Ok(None);
                    }
                    if header.kind != self.carrier {
                        return Ok(Some(self.complete(header, Vec::new())));
                    }
                    let count = self.take_fd_count()?;
                    self.state = State::Descriptors(header, count, count);
                }
                State::Descriptors(header, count, missing) => {
                    let missing = missing.saturating_sub(split(input, missing).len());
                    if missing > 0 {
                        self.state = State::Descriptors(header, count, missing);
                        return Ok(None);
                    }
                    if self.fds.len() < count {
                        return Err(Cause::MissingFds(narrow(count), narrow(self.fds.len())));
                    }
                    let fds = self.fds.drain(..count).collect();
                    return Ok(Some(self.complete(header, fds)));
                }
            }
        }
    }

    /// Returns true if no part of a frame is held.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(self.state, State::Head) && self.have == 0
    }

    /// Bytes of memory the incomplete frame holds.
    pub(crate) fn held(&self) -> usize {
        self.payload.capacity()
    }

    /// All bytes of a read are consumed: descriptors that came with them must have found their frame.
    pub(crate) fn settle(&self) -> Result<(), Cause> {
        match self.state {
            State::Head if self.have == 0 && !self.fds.is_empty() => Err(Cause::UnannouncedFds(narrow(self.fds.len()))),
            _ => Ok(()),
        }
    }

    fn complete(&mut self, header: Header, fds: Vec<OwnedFd>) -> Frame {
        self.state = State::Head;
        self.have = 0;
        Frame { header, payload: std::mem::take(&mut self.payload), fds }
    }

    /// The header and the number of payload bytes, once both are there and the length is acceptable.
    fn take_head(&mut self, input: &mut &[u8]) -> Result<Option<(Header, usize)>, Cause> {
        // Usually all of it came at once.
        if self.have == 0
            && let Some((head, rest)) = input.split_first_chunk()
        {
            *input = rest;
            return decode_head(head).map(Some);
        }
        let room = self.head.get_mut(self.have..).unwrap_or_default();
        let taken = split(input, room.len());
        for (to, from) in room.iter_mut().zip(taken) {
            *to = *from;
        }
        self.have = self.have.saturating_add(taken.len());
        match self.head.first_chunk() {
            _ if self.have == MIN_FRAME => decode_head(&self.head).map(Some),
            // The length is checked as soon as it is known: a bad one must not wait for a header that never comes.
            Some(word) if self.have >= LENGTH_LEN => frame_length(u32::from_be_bytes(*word)).map(|_| None),
            _ => Ok(None),
        }
    }

    /// Removes the descriptor count from the front of the payload.
    fn take_fd_count(&mut self) -> Result<usize, Cause> {
        let word = self.payload.first_chunk::<4>().ok_or(Cause::NoFdCount)?;
        let count = u32::from_be_bytes(*word);
        self.payload.drain(..4);
        match usize::try_from(count) {
            Ok(fits) if fits <= MAX_FDS => Ok(fits),
            _ => Err(Cause::TooManyFds(count)),
        }
    }
}

/// The header and the number of payload bytes.
fn decode_head(head: &[u8; MIN_FRAME]) -> Result<(Header, usize), Cause> {
    let [a, b, c, d, words @ ..] = head;
    let length = frame_length(u32::from_be_bytes([*a, *b, *c, *d]))?;
    Ok((Header::decode(words), length.saturating_sub(MIN_FRAME)))
}

fn frame_length(word: u32) -> Result<usize, Cause> {
    match usize::try_from(word) {
        Ok(length) if length < LENGTH_LEN => Err(Cause::TooSmall(word)),
        Ok(length) if length < MIN_FRAME => Err(Cause::NoHeader(word)),
        Ok(length) if length <= MAX_FRAME => Ok(length),
        _ => Err(Cause::TooLarge(word)),
    }
}

/// Cuts up to `most` bytes off the front of `input`.
fn split<'a>(input: &mut &'a [u8], most: usize) -> &'a [u8] {
    let (taken, rest) = input.split_at_checked(most).unwrap_or((input, &[]));
    *input = rest;
    taken
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
