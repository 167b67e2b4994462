//! Files that commands read.
use crate::bytes;
use crate::editor::errno_text;
use crate::fail::{Done, Failure};
use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

/// No definition is longer.
const MAX: u64 = 10 << 20;

/// Returns the path that the user named.
pub(crate) fn path(name: &str) -> PathBuf {
    PathBuf::from(OsStr::from_bytes(&bytes::bytes(name)))
}

/// Returns the content of a file.
///
/// # Errors
/// It cannot be read, or is too long.
pub(crate) fn read(name: &str) -> Done<Vec<u8>> {
    read_at_most(name, MAX)
}

/// [`read`] for a file of another length.
pub(crate) fn read_at_most(name: &str, max: u64) -> Done<Vec<u8>> {
    let open = |error: std::io::Error| Failure::say(format!("Failed to open file '{name}': {}", errno_text(&error)));
    let read = |why: String| Failure::say(format!("Failed to read file '{name}': {why}"));
    let file = File::open(path(name)).map_err(open)?;
    let mut content = Vec::new();
    file.take(max.saturating_add(1)).read_to_end(&mut content).map_err(|error| read(errno_text(&error)))?;
    if u64::try_from(content.len()).is_ok_and(|length| length > max) {
        return Err(read("Value too large for defined data type".into()));
    }
    Ok(content)
}
