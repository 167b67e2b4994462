//! Data of volumes in streams. The stock library's test driver has none of it; errors are those of its storage driver.
use super::contents::{Contents, Piece};
use oxivirt_driver_common::Endpoint;
use oxivirt_model::{Error, ErrorDomain, Result, message};
use oxivirt_sys::{ForkLock, errno};
use std::sync::Arc;

/// A stream of a volume: where it stands, and where it ends.
#[derive(Debug)]
struct Place {
    contents: Arc<ForkLock<Contents>>,
    at: u64,
    end: u64,
}

impl Place {
    /// `length` 0 is all that is left.
    fn new(contents: Arc<ForkLock<Contents>>, capacity: u64, offset: u64, length: u64) -> Self {
        let end = if length == 0 { capacity } else { offset.saturating_add(length).min(capacity) };
        Self { contents, at: offset, end }
    }
}

/// The program reads a volume.
#[derive(Debug)]
pub(super) struct Download {
    place: Place,
    sparse: bool,
}

impl Download {
    pub(super) fn new(
        contents: Arc<ForkLock<Contents>>,
        capacity: u64,
        (offset, length): (u64, u64),
        sparse: bool,
    ) -> Self {
        Self { place: Place::new(contents, capacity, offset, length), sparse }
    }
}

impl Endpoint for Download {
    fn receive(&mut self, want: usize, put: &mut dyn FnMut(&[u8])) -> Result<usize> {
        let contents = self.place.contents.lock();
        let got = match contents.piece(self.place.at, self.place.end) {
            Piece::Data(data) => {
                let data = data.get(..want).unwrap_or(data);
                if !data.is_empty() {
                    put(data);
                }
                data.len()
            }
            // Asked for as data, by a program that wants no holes.
            Piece::Hole(length) => {
                static ZEROS: [u8; 4096] = [0; 4096];
                let length = usize::try_from(length).map_or(want, |length| length.min(want)).min(ZEROS.len());
                put(ZEROS.get(..length).unwrap_or_default());
                length
            }
        };
        self.place.at = self.place.at.saturating_add(u64::try_from(got).unwrap_or(u64::MAX));
        Ok(got)
    }

    fn hole(&self) -> u64 {
        match self.place.contents.lock().piece(self.place.at, self.place.end) {
            Piece::Hole(length) if self.sparse => length,
            _ => 0,
        }
    }

    fn skip(&mut self, length: u64) {
        self.place.at = self.place.at.saturating_add(length);
    }

    fn is_sparse(&self) -> bool {
        self.sparse
    }
}

/// The program writes a volume.
#[derive(Debug)]
pub(super) struct Upload {
    place: Place,
    sparse: bool,
}

impl Upload {
    pub(super) fn new(
        contents: Arc<ForkLock<Contents>>,
        capacity: u64,
        (offset, length): (u64, u64),
        sparse: bool,
    ) -> Self {
        Self { place: Place::new(contents, capacity, offset, length), sparse }
    }

    /// Returns where so many bytes go.
    fn advance(&mut self, length: u64) -> Result<u64> {
        let at = self.place.at;
        match at.checked_add(length).filter(|end| *end <= self.place.end) {
            Some(end) => {
                self.place.at = end;
                Ok(at)
            }
            None => Err(Error::system(ErrorDomain::STREAMS, errno::ENOSPC, message!("cannot write to stream"))),
        }
    }
}

impl Endpoint for Upload {
    fn send(&mut self, data: &[u8]) -> Result<()> {
        let at = self.advance(u64::try_from(data.len()).unwrap_or(u64::MAX))?;
        self.place.contents.lock().write(at, data);
        Ok(())
    }

    fn send_hole(&mut self, length: u64) -> Result<()> {
        if !self.sparse {
            let text = message!("Skipping is not supported with this stream");
            return Err(Error::new(ErrorDomain::STREAMS, oxivirt_model::ErrorCode::OPERATION_INVALID, text));
        }
        let at = self.advance(length)?;
        self.place.contents.lock().punch(at, length);
        Ok(())
    }

    fn is_sparse(&self) -> bool {
        self.sparse
    }
}
