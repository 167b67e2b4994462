//! Descriptors that travel with a call. The caller keeps its own: duplicates are sent.
use super::Result;
use super::alloc::Mallocs;
use super::args::{Out, count};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use std::ffi::c_int;
use std::os::fd::{IntoRawFd, OwnedFd};

/// How many descriptors one message carries (`VIR_NET_MESSAGE_NUM_FDS_MAX`).
const MOST: usize = 32;

/// Duplicates of the caller's descriptors, for the call.
pub(crate) fn duplicates(files: &[c_int]) -> Result<Vec<OwnedFd>> {
    if files.len() > MOST {
        let text = message!("Too many FDs to send %1$d, expected %2$d maximum", files.len(), MOST);
        return Err(Error::new(ErrorDomain::RPC, ErrorCode::RPC, text).into());
    }
    let one = |&fd: &c_int| {
        oxivirt_sys::duplicate(fd).map_err(|error| {
            let errno = error.raw_os_error().unwrap_or_default();
            Error::system(ErrorDomain::RPC, errno, message!("Unable to duplicate FD %1$d", fd)).into()
        })
    };
    files.iter().map(one).collect()
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
