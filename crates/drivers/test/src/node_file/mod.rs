//! Node files: a host and its objects as one document, or several that it names.
//!
//! A kind of object is read by a file of its own here, which [`State::read`] calls; the order is that of the stock library, because the
//! first error counts.
mod devices;
mod domains;
mod host;
mod interfaces;
mod networks;
mod pools;
mod users;

use crate::FROM;
use crate::driver::{Cell, Driver};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_sys::errno;
use oxivirt_xml::tree::{Document, MAX_SIZE, Node};
use std::ffi::OsStr;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// What `test:///default` begins with.
const DEFAULT: &[u8] = include_bytes!("../default.xml");

/// Returns the state that `test:///default` begins with.
///
/// # Errors
/// The definitions of the library itself are wrong.
pub(crate) fn default_state() -> Result<Driver> {
    let document = Document::parse(DEFAULT, FROM)?;
    let mut driver = Driver::new();
    let cell = |number: u64| Cell { memory: number << 21, free: number << 20, cpus: 8 };
    driver.host.cells = vec![cell(1), cell(2)];
    State { driver: &mut driver, folder: Path::new("/"), file: "test:///default".into() }
        .read(document.root_named("node")?)?;
    Ok(driver)
}

/// Returns the state that a node file describes.
///
/// # Errors
/// It, or a file that it names, cannot be read, is not well-formed, or says what cannot be.
pub(crate) fn load(path: &[u8]) -> Result<Driver> {
    let text = contents(path)?;
    let document = Document::parse_file(&text, FROM, path)?;
    let root = document.root_named("node")?;
    let mut driver = Driver::new();
    let folder = Path::new(OsStr::from_bytes(path)).parent().unwrap_or(Path::new("."));
    State { driver: &mut driver, folder, file: shown(path) }.read(root)?;
    Ok(driver)
}

/// A state that is being read.
struct State<'s> {
    driver: &'s mut Driver,
    /// What relative names of files start from.
    folder: &'s Path,
    /// The file that is being read, for errors.
    file: String,
}

/// Returns a path as errors show it.
fn shown(path: &[u8]) -> String {
    String::from_utf8_lossy(path).into_owned()
}

impl State<'_> {
    fn read(&mut self, node: Node<'_>) -> Result<()> {
        self.read_host(node)?;
        self.read_domains(node)?;
        self.read_networks(node)?;
        self.read_interfaces(node)?;
        self.read_pools(node)?;
        self.read_devices(node)?;
        self.read_users(node)
    }

    /// Calls `then` with each child element of the name. One with an attribute `file` stands for the root of that file, which is read
    /// as it is: a file that it names in turn is not.
    fn each(
        &mut self,
        parent: Node<'_>,
        name: &'static str,
        mut then: impl FnMut(&mut Self, Node<'_>) -> Result<()>,
    ) -> Result<()> {
        self.each_of(parent.elements(name), name, &mut then)
    }

    /// As [`State::each`], for elements that are told.
    fn each_of<'n>(
        &mut self,
        nodes: impl Iterator<Item = Node<'n>>,
        name: &'static str,
        then: &mut dyn FnMut(&mut Self, Node<'_>) -> Result<()>,
    ) -> Result<()> {
        for node in nodes {
            match node.attr("file") {
                None => then(self, node)?,
                Some(file) => {
                    let path = self.absolute(file);
                    let path = path.as_os_str().as_bytes();
                    let text = contents(path)?;
                    let document = Document::parse_file(&text, FROM, path)?;
                    let file = std::mem::replace(&mut self.file, shown(path));
                    then(self, document.root_named(name)?)?;
                    self.file = file;
                }
            }
        }
        Ok(())
    }

    fn absolute(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }
}

/// Reads a file.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR`: it cannot be opened or read, or is larger than any document may be.
fn contents(path: &[u8]) -> Result<Vec<u8>> {
    let failed = |number: i32, text: Vec<u8>| Error::system(ErrorDomain::NONE, number, text);
    let file = std::fs::File::open(OsStr::from_bytes(path))
        .map_err(|error| failed(errno::errno(&error), message!("Failed to open file '%1$s'", path)))?;
    let unreadable = |number: i32| failed(number, message!("Failed to read file '%1$s'", path));
    let mut text = Vec::new();
    let most = u64::try_from(MAX_SIZE).unwrap_or(u64::MAX);
    file.take(most.saturating_add(1)).read_to_end(&mut text).map_err(|error| unreadable(errno::errno(&error)))?;
    if text.len() > MAX_SIZE {
        return Err(unreadable(errno::EOVERFLOW));
    }
    Ok(text)
}

/// Returns `VIR_ERR_XML_ERROR`.
fn xml_error(text: impl AsRef<[u8]>) -> Error {
    Error::new(FROM, ErrorCode::XML_ERROR, text)
}
