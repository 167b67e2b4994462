//! The name of this machine.
use crate::check;
use std::ffi::{CStr, CString};
use std::io;

/// The longest name the kernel keeps, and its NUL.
const ROOM: usize = 65;

/// The machine's name, with its domain where the resolver knows that. It blocks as long as the resolver does.
///
/// # Errors
/// Those of gethostname(2).
pub fn hostname() -> io::Result<Vec<u8>> {
    let mut name = [0_u8; ROOM];
    // SAFETY: a writable buffer of the announced length, of which the last byte stays zero.
    check(unsafe { libc::gethostname(name.as_mut_ptr().cast(), ROOM.saturating_sub(1)) })?;
    let name = CStr::from_bytes_until_nul(&name).unwrap_or_default();
    let short = name.to_bytes();
    if is_local(short) || short.contains(&b'.') {
        return Ok(short.to_vec());
    }
    let long = canonical(name).filter(|long| !is_local(long.to_bytes()));
    Ok(long.map_or_else(|| short.to_vec(), CString::into_bytes))
}

fn is_local(name: &[u8]) -> bool {
    name.starts_with(b"localhost")
}

/// What the resolver calls a host, if it knows it.
fn canonical(name: &CStr) -> Option<CString> {
    // SAFETY: addrinfo is integers and pointers, for which zero is valid.
    let mut hints: libc::addrinfo = unsafe { std::mem::zeroed() };
    hints.ai_flags = libc::AI_CANONNAME;
    hints.ai_family = libc::AF_UNSPEC;
    let mut list: *mut libc::addrinfo = std::ptr::null_mut();
    // SAFETY: the name ends with NUL, the hints are initialised, and `list` is a live place for the result.
    let code = unsafe { libc::getaddrinfo(name.as_ptr(), std::ptr::null(), &raw const hints, &raw mut list) };
    if code != 0 {
        return None;
    }
    // SAFETY: NULL, or the first entry of a list that is not freed yet.
    let first = unsafe { list.as_ref() };
    let text = first.map(|info| info.ai_canonname).filter(|text| !text.is_null());
    // SAFETY: not NULL, so it ends with NUL and belongs to the list.
    let found = text.map(|text| unsafe { CStr::from_ptr(text) }.to_owned());
    // SAFETY: the list came from getaddrinfo and nothing points into it any more.
    unsafe { libc::freeaddrinfo(list) };
    found
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_has_one() {
        let name = super::hostname().unwrap();
        assert!(!name.is_empty() && !name.contains(&0), "{name:?}");
    }
}
