//! What configuration is read from: the environment variables, users and files of this process.
use std::ffi::OsString;
use std::fmt::Debug;
use std::io;
use std::path::{Path, PathBuf};

/// What is asked of the environment; a test answers in its place.
pub trait Env: Debug {
    /// Returns true if the effective user is root.
    fn privileged(&self) -> bool;
    /// Returns an environment variable; empty counts as unset.
    fn variable(&self, name: &str) -> Option<OsString>;
    /// Returns true if the path exists.
    fn exists(&self, path: &Path) -> bool;
    /// Returns the home directory of the effective user.
    fn home(&self) -> Option<PathBuf>;
    /// Opens a file for reading; a named pipe counts as empty instead of being waited for.
    ///
    /// # Errors
    /// Those of open(2).
    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read>>;
}

/// The environment of this process.
#[derive(Clone, Copy, Debug)]
pub struct ProcessEnv;

impl Env for ProcessEnv {
    fn privileged(&self) -> bool {
        oxivirt_sys::euid() == 0
    }

    fn variable(&self, name: &str) -> Option<OsString> {
        oxivirt_sys::variable(name).filter(|value| !value.is_empty())
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }

    fn home(&self) -> Option<PathBuf> {
        oxivirt_sys::home()
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read>> {
        Ok(Box::new(oxivirt_sys::open_to_read(path)?))
    }
}

/// Returns a path as error texts print it: bytes that are not UTF-8 are replaced.
#[must_use]
pub fn path_text(path: &Path) -> String {
    String::from_utf8_lossy(path.as_os_str().as_encoded_bytes()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::os::unix::fs::MetadataExt;

    #[test]
    fn the_environment_of_this_process() {
        let own = std::fs::metadata("/proc/self").unwrap().uid();
        assert_eq!(ProcessEnv.privileged(), own == 0);
        assert_eq!(ProcessEnv.home(), oxivirt_sys::home());
        assert!(ProcessEnv.home().is_some_and(|home| home.is_absolute()));
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(ProcessEnv.exists(folder) && !ProcessEnv.exists(&folder.join("none")));
        let mut text = String::new();
        ProcessEnv.open(&folder.join("Cargo.toml")).unwrap().read_to_string(&mut text).unwrap();
        assert!(text.starts_with("[package]"), "{text}");
        assert_eq!(path_text(Path::new("/a b")), "/a b");
    }

    #[test]
    fn an_empty_variable_is_none() {
        // Cargo sets both for the program that it tests.
        assert_eq!(std::env::var("CARGO_PKG_HOMEPAGE").as_deref(), Ok(""));
        assert_eq!(ProcessEnv.variable("CARGO_PKG_HOMEPAGE"), None);
        assert_eq!(ProcessEnv.variable("CARGO_PKG_NAME"), Some("oxivirt-conf".into()));
    }
}
