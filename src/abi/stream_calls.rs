//! The functions a program passes to the stream helpers, and room that is filled piece by piece.
use super::ctypes::{
    virStreamPtr, virStreamSinkFunc, virStreamSinkHoleFunc, virStreamSourceFunc, virStreamSourceHoleFunc,
    virStreamSourceSkipFunc,
};
use super::{Fault, Handle, Object, Result, Room, Rule};
use libc::EIO;
use oxivirt::stream::{Section, SparseSink, SparseSource};
use oxivirt_model::message::translate;
use oxivirt_model::{Error, ErrorDomain};
use oxivirt_sys::call_out;
use std::ffi::{c_char, c_int, c_longlong, c_void};

/// What a program's function belongs to: a stream, which it gets, and the user's pointer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Caller {
    stream: virStreamPtr,
    opaque: *mut c_void,
}

impl Caller {
    pub(crate) fn new<T: Object>(stream: &Handle<T>, opaque: *mut c_void) -> Self {
        Self { stream: stream.pointer().cast_mut().cast(), opaque }
    }
}

/// A program's functions that data comes from. Each call answers `Err` when the function failed, with the errno it left.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source {
    caller: Caller,
    read: virStreamSourceFunc,
    hole: virStreamSourceHoleFunc,
    skip: virStreamSourceSkipFunc,
}

impl Source {
    /// A source without holes.
    pub(crate) fn new(caller: Caller, read: virStreamSourceFunc) -> Result<Self> {
        present(read, "handler")?;
        Ok(Self { caller, read, hole: None, skip: None })
    }

    /// A source with holes.
    pub(crate) fn sparse(
        caller: Caller,
        read: virStreamSourceFunc,
        hole: virStreamSourceHoleFunc,
        skip: virStreamSourceSkipFunc,
    ) -> Result<Self> {
        present(read, "handler")?;
        present(hole, "holeHandler")?;
        present(skip, "skipHandler")?;
        Ok(Self { caller, read, hole, skip })
    }
}

impl SparseSource<Fault> for Source {
    fn section(&mut self) -> Result<Section> {
        let function = present(self.hole, "holeHandler")?;
        let Caller { stream, opaque } = self.caller;
        let (mut in_data, mut length) = (0, 0);
        let (in_data_place, length_place) = (&raw mut in_data, &raw mut length);
        watch_errno("send holeHandler failed", || {
            // SAFETY: the C contract of the function: both places may be written.
            unsafe { function(stream, in_data_place, length_place, opaque) }
        })?;
        Ok(if in_data == 0 { Section::Hole(length) } else { Section::Data(length) })
    }

    fn read(&mut self, room: &mut [u8]) -> Result<usize> {
        let function = present(self.read, "handler")?;
        let Caller { stream, opaque } = self.caller;
        let (data, nbytes) = (room.as_mut_ptr().cast::<c_char>(), room.len());
        let got = watch_errno("send handler failed", || {
            // SAFETY: the C contract of the function: `nbytes` bytes may be written.
            unsafe { function(stream, data, nbytes, opaque) }
        })?;
        Ok(usize::try_from(got).unwrap_or_default().min(nbytes))
    }

    fn skip(&mut self, length: c_longlong) -> Result<()> {
        let function = present(self.skip, "skipHandler")?;
        let Caller { stream, opaque } = self.caller;
        watch_errno("send skipHandler failed", || {
            // SAFETY: the C contract of the function.
            unsafe { function(stream, length, opaque) }
        })?;
        Ok(())
    }
}

/// A program's functions that data goes to. Each call answers `Err` when the function failed, with the errno it left.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sink {
    caller: Caller,
    write: virStreamSinkFunc,
    hole: virStreamSinkHoleFunc,
}

impl Sink {
    /// A sink without holes.
    pub(crate) fn new(caller: Caller, write: virStreamSinkFunc) -> Result<Self> {
        present(write, "handler")?;
        Ok(Self { caller, write, hole: None })
    }

    /// A sink with holes.
    pub(crate) fn sparse(caller: Caller, write: virStreamSinkFunc, hole: virStreamSinkHoleFunc) -> Result<Self> {
        present(write, "handler")?;
        present(hole, "holeHandler")?;
        Ok(Self { caller, write, hole })
    }
}

impl SparseSink<Fault> for Sink {
    fn write(&mut self, data: &[u8]) -> Result<usize> {
        let function = present(self.write, "handler")?;
        let Caller { stream, opaque } = self.caller;
        let taken = watch_errno("recv handler failed", || {
            // SAFETY: the C contract of the function: it reads `nbytes` bytes.
            unsafe { function(stream, data.as_ptr().cast(), data.len(), opaque) }
        })?;
        Ok(usize::try_from(taken).unwrap_or_default())
    }

    fn hole(&mut self, length: c_longlong) -> Result<()> {
        let function = present(self.hole, "holeHandler")?;
        let Caller { stream, opaque } = self.caller;
        watch_errno("recv holeHandler failed", || {
            // SAFETY: the C contract of the function.
            unsafe { function(stream, length, opaque) }
        })?;
        Ok(())
    }
}

/// The function, or the fault that a missing one is.
fn present<F>(function: Option<F>, name: &'static str) -> Result<F> {
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
