//! Made-up env for tests.
use crate::choice::Env;
use crate::conf::Conf;
use std::ffi::OsString;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};

#[derive(Default, Debug)]
pub(crate) struct Made {
    pub(crate) root: bool,
    pub(crate) variables: Vec<(&'static str, &'static str)>,
    /// Paths that exist.
    pub(crate) files: Vec<&'static str>,
    /// What every file holds, or the errno of opening it.
    pub(crate) content: Option<Result<Vec<u8>, i32>>,
}

impl Env for Made {
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

pub(crate) fn root() -> Made {
    Made { root: true, ..Made::default() }
}

pub(crate) fn user() -> Made {
    Made { variables: vec![("XDG_RUNTIME_DIR", "/run/user/7")], ..Made::default() }
}

/// A configuration with this text.
pub(crate) fn conf(text: &str) -> Conf {
    Conf::parse(b"f.conf", text.as_bytes()).unwrap()
}
