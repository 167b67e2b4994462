//! Files of saved and dumped domains: a magic word, the length of the definition as a number of this machine, the definition.
use crate::FROM;
use oxivirt_driver_common::errors;
use oxivirt_model::{Error, Result, message};
use oxivirt_sys::errno::errno;
use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// What a file begins with.
const MAGIC: &[u8; 15] = b"TestGuestMagic\0";
/// The longest definition that is read, in bytes.
const MAX_LENGTH: i32 = 8192;

/// Returns the error of a system call.
fn failed(error: &io::Error, text: Vec<u8>) -> Error {
    Error::system(FROM, errno(error), text)
}

fn path_of(path: &[u8]) -> &Path {
    Path::new(OsStr::from_bytes(path))
}

fn create(path: &[u8]) -> io::Result<File> {
    OpenOptions::new().create(true).truncate(true).write(true).mode(0o600).open(path_of(path))
}

/// Writes an image. What was begun and failed is removed.
///
/// # Errors
/// The file cannot be made or written.
pub(super) fn write(path: &[u8], name: &[u8], xml: &[u8]) -> Result<()> {
    let mut file = create(path)
        .map_err(|error| failed(&error, message!("saving domain '%1$s' to '%2$s': open failed", name, path)))?;
    let length = i32::try_from(xml.len()).unwrap_or(i32::MAX);
    let all = [MAGIC.as_slice(), &length.to_ne_bytes(), xml].concat();
    file.write_all(&all).map_err(|error| {
        // The first error counts.
        let _ = std::fs::remove_file(path_of(path));
        failed(&error, message!("saving domain '%1$s' to '%2$s': write failed", name, path))
    })
}

/// Writes what stands for the memory of a domain.
///
/// # Errors
/// The file cannot be made or written.
pub(super) fn dump(path: &[u8], name: &[u8]) -> Result<()> {
    let mut file = create(path)
        .map_err(|error| failed(&error, message!("domain '%1$s' coredump: failed to open %2$s", name, path)))?;
    file.write_all(MAGIC)
        .map_err(|error| failed(&error, message!("domain '%1$s' coredump: failed to write header to %2$s", name, path)))
}

/// Reads as many bytes as there is room for. The error of a file that ends early is that of no error.
fn fill(file: &mut File, to: &mut [u8]) -> io::Result<()> {
    file.read_exact(to).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => io::Error::from_raw_os_error(0),
        _ => error,
    })
}

/// Returns the definition in an image.
///
/// # Errors
/// The file cannot be read, or is no image.
pub(super) fn open_to_read(path: &[u8]) -> Result<Vec<u8>> {
    let mut file =
        File::open(path_of(path)).map_err(|error| failed(&error, message!("cannot read domain image '%1$s'", path)))?;
    let mut magic = [0; MAGIC.len()];
    fill(&mut file, &mut magic).map_err(|error| failed(&error, message!("incomplete save header in '%1$s'", path)))?;
    if magic != *MAGIC {
        return Err(errors::internal(FROM, message!("mismatched header magic")));
    }
    let mut length = [0; 4];
    fill(&mut file, &mut length)
        .map_err(|error| failed(&error, message!("failed to read metadata length in '%1$s'", path)))?;
    let length = i32::from_ne_bytes(length);
    if !(1..=MAX_LENGTH).contains(&length) {
        return Err(errors::internal(FROM, message!("length of metadata out of range")));
    }
    let mut xml = vec![0; usize::try_from(length).unwrap_or_default()];
    fill(&mut file, &mut xml).map_err(|error| failed(&error, message!("incomplete metadata in '%1$s'", path)))?;
    // What stands behind a NUL is not seen by C.
    xml.truncate(xml.iter().position(|byte| *byte == 0).unwrap_or(xml.len()));
    Ok(xml)
}
