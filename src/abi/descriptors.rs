//! Descriptors that travel with a call. The caller keeps its own: duplicates are sent.
use super::alloc::Mallocs;
use super::args::{Array, Out, count};
use super::{Result, Site};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use std::ffi::{c_int, c_uint};
use std::os::fd::{IntoRawFd, OwnedFd};

/// How many descriptors one message carries (`VIR_NET_MESSAGE_NUM_FDS_MAX`).
const MOST: usize = 32;

/// Duplicates of the caller's descriptors, for the call.
pub(crate) fn duplicates(files: &[c_int]) -> Result<Vec<OwnedFd>> {
    if files.len() > MOST {
        let text = message!("Too many FDs to send %1$d, expected %2$d maximum", files.len(), MOST);
        return Err(Error::new(ErrorDomain::RPC, ErrorCode::RPC, text).into());
    }
    Ok(files.iter().map(|&fd| oxivirt::domain::duplicate(fd)).collect::<oxivirt::Result<_>>()?)
}

impl Array<'_, c_int> {
    /// Duplicates of the descriptors in the caller's array, for a method that asks for them; errors are those of `site`.
    pub(crate) fn duplicates(self, name: &'static str, number: c_uint, site: &Site) -> oxivirt::Result<Vec<OwnedFd>> {
        self.read(name, number).and_then(duplicates).map_err(|fault| fault.into_error(site))
    }
}

impl Out<'_, *mut c_int> {
    /// Hands the descriptors to the caller in a new array; their number. The array is NULL when there are none.
    pub(crate) fn give(self, fds: Vec<OwnedFd>) -> Result<c_int> {
        let number = count(fds.len())?;
        if self.is_null() || fds.is_empty() {
            self.write(std::ptr::null_mut());
            return Ok(number);
        }
        let mut memory = Mallocs::new();
        // The numbers are copied first: when memory runs out the descriptors still close.
        let array = memory.array(&vec![-1; fds.len()])?;
        memory.release();
        self.write(array);
        for (n, fd) in fds.into_iter().enumerate() {
            // SAFETY: `n` is below the length the array was made with.
            let place = unsafe { array.add(n) };
            // SAFETY: as above.
            unsafe { place.write(fd.into_raw_fd()) };
        }
        Ok(number)
    }
}
