//! A folder of our own for the life of a connection attempt.
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder that only this user may enter; it goes with everything in it.
#[derive(Debug)]
pub(super) struct TempDir(PathBuf);

impl TempDir {
    /// Makes one in the user's runtime folder, or among the temporary files. The path is short enough for a socket's
    /// address and free of characters that ssh gives a meaning to.
    ///
    /// # Errors
    /// Those of mkdir(2) at the last place tried.
    pub(super) fn new() -> io::Result<Self> {
        let runtime = oxivirt_sys::variable("XDG_RUNTIME_DIR").map(PathBuf::from);
        let places = [runtime, Some(oxivirt_sys::temporary()), Some("/tmp".into())];
        let mut last = io::Error::from(io::ErrorKind::NotFound);
        for place in places.into_iter().flatten().filter(|place| plain(place)) {
            match make(&place) {
                Ok(path) => return Ok(Self(path)),
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    /// Returns the path of a file in it.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

fn plain(place: &Path) -> bool {
    /// Of the 107 bytes of an address; the rest is for the names below.
    const LONGEST: usize = 60;
    let bytes = place.as_os_str().as_bytes();
    let fits = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
    bytes.len() <= LONGEST && bytes.starts_with(b"/") && bytes.iter().all(fits)
}

fn make(place: &Path) -> io::Result<PathBuf> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    loop {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = place.join(format!("oxivirt-{}-{number}", std::process::id()));
        match std::fs::DirBuilder::new().mode(0o700).create(&path) {
            Ok(()) => return Ok(path),
            // Left behind by a process that had the same id.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        // What cannot be removed stays; the next one has another name.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn private_and_gone_afterwards() {
        let one = TempDir::new().unwrap();
        let other = TempDir::new().unwrap();
        let path = one.file("x");
        assert_ne!(path, other.file("x"));
        std::fs::write(&path, b"").unwrap();
        let folder = path.parent().unwrap().to_path_buf();
        let mode = std::fs::metadata(&folder).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
        drop(one);
        assert!(!folder.exists());
    }

    #[test]
    fn odd_places_are_not_used() {
        assert!(plain(Path::new("/run/user/1000")));
        for odd in ["tmp", "/a b", "/100%", "/a:b", &"/x".repeat(40)] {
            assert!(!plain(Path::new(odd)), "{odd}");
        }
    }
}
