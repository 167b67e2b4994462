//! The file with the daemon's process number, which is also the lock that keeps a second daemon from starting.
use oxivirt_sys::errno;
use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// A file that this process holds; it is removed at the end.
#[derive(Debug)]
pub(crate) struct PidFile {
    path: PathBuf,
    _file: File,
}

/// Why there is none.
#[derive(Debug)]
pub(crate) enum PidFileError {
    Open(io::Error),
    /// Somebody else has it.
    Taken,
    Write(io::Error),
}

impl PidFile {
    /// Makes the file and holds it.
    ///
    /// # Errors
    /// Another process has it, or it cannot be made.
    pub(crate) fn acquire(path: &Path) -> Result<Self, PidFileError> {
        loop {
            let open = File::options().read(true).write(true).create(true).truncate(false).mode(0o644).open(path);
            let mut file = open.map_err(PidFileError::Open)?;
            oxivirt_sys::lock(file.as_fd()).map_err(|error| match errno::errno(&error) {
                errno::EACCES | errno::EAGAIN => PidFileError::Taken,
                _ => PidFileError::Open(error),
            })?;
            // Whoever had it before may have removed it between the two steps.
            let inode = |meta: io::Result<std::fs::Metadata>| meta.map(|meta| (meta.dev(), meta.ino())).ok();
            if inode(std::fs::metadata(path)) != inode(file.metadata()) {
                continue;
            }
            let text = oxivirt_sys::pid().to_string();
            file.set_len(0).and_then(|()| file.write_all(text.as_bytes())).map_err(PidFileError::Write)?;
            return Ok(Self { path: path.to_owned(), _file: file });
        }
    }
}

impl Drop for PidFile {
    fn drop(&mut self) {
        // Somebody may have removed it.
        let _ = std::fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_daemon_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.pid");
        let held = PidFile::acquire(&path).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), oxivirt_sys::pid().to_string());
        assert!(matches!(PidFile::acquire(&path), Err(PidFileError::Taken)));
        drop(held);
        assert!(!path.exists());
        drop(PidFile::acquire(&path).unwrap());
        assert!(matches!(PidFile::acquire(&folder.path().join("no/x.pid")), Err(PidFileError::Open(_))));
    }
}
