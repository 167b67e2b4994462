//! An environment that a test makes up.
use crate::env::Env;
use crate::file::Conf;
use std::ffi::OsString;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};

/// What there is; the default is a user without variables and files.
#[derive(Clone, Default, Debug)]
pub struct FakeEnv {
    /// The user is root.
    pub root: bool,
    /// Environment variables, by name.
    pub variables: Vec<(&'static str, &'static str)>,
    /// Paths that exist.
    pub files: Vec<&'static str>,
    /// What every file holds, or the errno of opening it.
    pub content: Option<Result<Vec<u8>, i32>>,
}

impl Env for FakeEnv {
    fn privileged(&self) -> bool {
        self.root
    }
    fn variable(&self, name: &str) -> Option<OsString> {
        self.variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
    }
    fn exists(&self, path: &Path) -> bool {
        self.files.iter().any(|file| Path::new(file) == path)
    }
    fn home(&self) -> Option<PathBuf> {
        Some("/home/u".into())
    }
    fn open(&self, _: &Path) -> io::Result<Box<dyn Read>> {
        match self.content.clone() {
            Some(Ok(content)) => Ok(Box::new(Cursor::new(content))),
            Some(Err(errno)) => Err(io::Error::from_raw_os_error(errno)),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }
}

/// Returns the environment of root.
#[must_use]
pub fn root() -> FakeEnv {
    FakeEnv { root: true, ..FakeEnv::default() }
}

/// Returns the environment of a user with a runtime directory.
#[must_use]
pub fn user() -> FakeEnv {
    FakeEnv { variables: vec![("XDG_RUNTIME_DIR", "/run/user/7")], ..FakeEnv::default() }
}

/// Returns a configuration with this text.
///
/// # Panics
/// It does not parse.
#[must_use]
#[expect(clippy::unwrap_used, reason = "a test fails where its configuration is wrong")]
pub fn conf(text: &str) -> Conf {
    Conf::parse(b"f.conf", text.as_bytes()).unwrap()
}
