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

/// A file that is removed again if it was new and could not be completed.
pub(crate) struct Target {
    file: File,
    /// `None` if the file was there before.
    created: Option<PathBuf>,
}

impl Target {
    /// Opens a file for writing, empty.
    pub(crate) fn create(name: &str) -> std::io::Result<Self> {
        let path = path(name);
        match File::options().write(true).create_new(true).open(&path) {
            Ok(file) => Ok(Self { file, created: Some(path) }),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                Ok(Self { file: File::options().write(true).truncate(true).open(path)?, created: None })
            }
            Err(error) => Err(error),
        }
    }

    /// Returns the open file.
    pub(crate) fn file(&mut self) -> &mut File {
        &mut self.file
    }

    /// Writes everything.
    pub(crate) fn write_all(&mut self, data: &[u8]) -> std::io::Result<()> {
        std::io::Write::write_all(&mut self.file, data)
    }

    /// The file is complete.
    pub(crate) fn keep(mut self) {
        self.created = None;
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        if let Some(path) = &self.created {
            // It was reported already that the command failed.
            let _ = std::fs::remove_file(path);
        }
    }
}

/// Returns the library's error for one of the system.
pub(crate) fn system_error(error: &std::io::Error) -> oxivirt::Error {
    oxivirt::Error::new(oxivirt::ErrorDomain::STREAMS, oxivirt::ErrorCode::SYSTEM_ERROR, errno_text(error))
}
