//! The functions a program passes to the stream helpers, and room that is filled piece by piece.
use super::ctypes::{
    virStreamSinkFunc, virStreamSinkHoleFunc, virStreamSourceFunc, virStreamSourceHoleFunc, virStreamSourceSkipFunc,
};
use super::{Fault, Handle, Result, Room, Rule};
use crate::objects::Stream;
use libc::EIO;
use oxivirt_model::message::translate;
use oxivirt_model::{Error, ErrorDomain};
use oxivirt_sys::call_out;
use std::ffi::{c_char, c_int, c_longlong, c_void};

/// A program's function that belongs to one stream and one user pointer. Each call answers `Err` when the function failed,
/// with the errno it left.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Caller<'a> {
    pub(crate) stream: &'a Handle<Stream>,
    pub(crate) opaque: *mut c_void,
}

impl Caller<'_> {
    fn pointer(self) -> super::ctypes::virStreamPtr {
        self.stream.pointer().cast_mut().cast()
    }

    /// The next bytes into `room`; how many, 0 at the end.
    pub(crate) fn source(self, function: virStreamSourceFunc, room: &mut [u8]) -> Result<usize> {
        let function = present(function, "handler")?;
        let (data, nbytes) = (room.as_mut_ptr().cast::<c_char>(), room.len());
        let got = watch_errno("send handler failed", || {
            // SAFETY: the C contract of the function: `nbytes` bytes may be written.
            unsafe { function(self.pointer(), data, nbytes, self.opaque) }
        })?;
        Ok(usize::try_from(got).unwrap_or_default().min(nbytes))
    }

    /// Whether the source is in data, and how long the data or hole is.
    pub(crate) fn source_hole(self, function: virStreamSourceHoleFunc) -> Result<(bool, c_longlong)> {
        let function = present(function, "holeHandler")?;
        let (mut in_data, mut length) = (0, 0);
        let (in_data_place, length_place) = (&raw mut in_data, &raw mut length);
        watch_errno("send holeHandler failed", || {
            // SAFETY: the C contract of the function: both places may be written.
            unsafe { function(self.pointer(), in_data_place, length_place, self.opaque) }
        })?;
        Ok((in_data != 0, length))
    }

    /// Moves the source behind a hole.
    pub(crate) fn skip(self, function: virStreamSourceSkipFunc, length: c_longlong) -> Result<()> {
        let function = present(function, "skipHandler")?;
        watch_errno("send skipHandler failed", || {
            // SAFETY: the C contract of the function.
            unsafe { function(self.pointer(), length, self.opaque) }
        })?;
        Ok(())
    }

    /// Hands received bytes over; how many were taken.
    pub(crate) fn sink(self, function: virStreamSinkFunc, data: &[u8]) -> Result<usize> {
        let function = present(function, "handler")?;
        let taken = watch_errno("recv handler failed", || {
            // SAFETY: the C contract of the function: it reads `nbytes` bytes.
            unsafe { function(self.pointer(), data.as_ptr().cast(), data.len(), self.opaque) }
        })?;
        Ok(usize::try_from(taken).unwrap_or_default())
    }

    /// Tells of a received hole.
    pub(crate) fn sink_hole(self, function: virStreamSinkHoleFunc, length: c_longlong) -> Result<()> {
        let function = present(function, "holeHandler")?;
        watch_errno("recv holeHandler failed", || {
            // SAFETY: the C contract of the function.
            unsafe { function(self.pointer(), length, self.opaque) }
        })?;
        Ok(())
    }
}

/// The function, or the fault that a missing one is.
pub(crate) fn present<F>(function: Option<F>, name: &'static str) -> Result<F> {
    function.ok_or(Fault::Argument(name, Rule::NotNull))
}

/// Calls; a negative result becomes an error with the errno that the function left, or EIO.
fn watch_errno(what: &'static str, call: impl FnOnce() -> c_int + Copy) -> Result<c_int> {
    // SAFETY: no preconditions.
    let errno = unsafe { libc::__errno_location() };
    // SAFETY: the thread's own errno.
    unsafe { *errno = 0 };
    // What the function left with is all that the caller gets to see.
    let result = call_out(call).ok_or_else(Fault::unexplained)?;
    if result >= 0 {
        return Ok(result);
    }
    let errno = match std::io::Error::last_os_error().raw_os_error() {
        None | Some(0) => EIO,
        Some(errno) => errno,
    };
    Err(Error::system(ErrorDomain::STREAMS, errno, translate(what)).into())
}

/// A caller's array that is written from the start, piece by piece.
pub(crate) struct Filler<'a> {
    room: Room<'a, u8>,
    at: usize,
}

impl<'a> Filler<'a> {
    pub(crate) fn new(room: Room<'a, u8>) -> Self {
        Self { room, at: 0 }
    }

    /// Appends; what does not fit is dropped.
    pub(crate) fn put(&mut self, piece: &[u8]) {
        let left = self.room.len().saturating_sub(self.at);
        let piece = piece.get(..left).unwrap_or(piece);
        self.room.fill_at(self.at, piece);
        self.at = self.at.saturating_add(piece.len());
    }
}
