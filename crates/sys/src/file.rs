//! Files and locks on them.
use super::check;
use std::fs::File;
use std::io;
use std::os::fd::AsFd;
use std::os::fd::AsRawFd;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Opens for reading without ever waiting: a named pipe nobody writes to reads as empty.
///
/// # Errors
/// Those of open(2).
pub fn open_to_read(path: &Path) -> io::Result<File> {
    File::options().read(true).custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY).open(path)
}

/// Locks the first byte of a file, which excludes other descriptions of it (of this process too) and fcntl(2) locks of
/// other processes. The lock goes with the last descriptor of this description, or with [`unlock`].
///
/// # Errors
/// EAGAIN or EACCES when somebody else has it, else those of fcntl(2).
pub fn lock(file: impl AsFd) -> io::Result<()> {
    set_lock(file.as_fd().as_raw_fd(), libc::F_WRLCK)
}

/// Gives the lock back, even when a forked child has the descriptor too.
///
/// # Errors
/// Those of fcntl(2).
pub fn unlock(file: impl AsFd) -> io::Result<()> {
    set_lock(file.as_fd().as_raw_fd(), libc::F_UNLCK)
}

/// Returns where the next data of a file begins, from a place on; `None` if nothing but a hole follows.
///
/// # Errors
/// Those of lseek(2); EINVAL where the file system does not know.
pub fn next_data(file: impl AsFd, from: u64) -> io::Result<Option<u64>> {
    seek(file, from, libc::SEEK_DATA)
}

/// Returns where the next hole of a file begins, from a place on, which is its end at last; `None` behind that.
///
/// # Errors
/// As [`next_data`].
pub fn next_hole(file: impl AsFd, from: u64) -> io::Result<Option<u64>> {
    seek(file, from, libc::SEEK_HOLE)
}

fn seek(file: impl AsFd, from: u64, whence: libc::c_int) -> io::Result<Option<u64>> {
    let from = libc::off_t::try_from(from).map_err(|_| io::Error::from_raw_os_error(libc::EOVERFLOW))?;
    // SAFETY: integers only; a descriptor that the caller holds open.
    let found = unsafe { libc::lseek(file.as_fd().as_raw_fd(), from, whence) };
    match u64::try_from(found) {
        Ok(found) => Ok(Some(found)),
        Err(_) => match io::Error::last_os_error() {
            end if end.raw_os_error() == Some(libc::ENXIO) => Ok(None),
            error => Err(error),
        },
    }
}

fn set_lock(fd: libc::c_int, kind: libc::c_int) -> io::Result<()> {
    let short = |value: libc::c_int| libc::c_short::try_from(value).unwrap_or_default();
    // SAFETY: a `flock` is integers only, for which zero is a value; l_pid must be 0 for this command.
    let mut range: libc::flock = unsafe { std::mem::zeroed() };
    range.l_type = short(kind);
    range.l_whence = short(libc::SEEK_SET);
    range.l_len = 1;
    // SAFETY: `range` is a live `flock`, which this command reads.
    check(unsafe { libc::fcntl(fd, libc::F_OFD_SETLK, &raw mut range) }).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_and_holes_are_found() {
        let file = tempfile::tempfile().unwrap();
        file.set_len(1 << 20).unwrap();
        std::os::unix::fs::FileExt::write_all_at(&file, &[1; 4096], 1 << 18).unwrap();
        // A file system that knows no holes has data everywhere.
        let data = next_data(&file, 0).unwrap();
        assert!(matches!(data, Some(0 | 0x4_0000)), "{data:?}");
        assert!(next_hole(&file, 1 << 18).unwrap().is_some_and(|hole| hole > 1 << 18));
        assert_eq!(next_data(&file, 2 << 20).unwrap(), None);
        assert_eq!(next_hole(&file, 2 << 20).unwrap(), None);
    }

    #[test]
    fn one_holder_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let one = File::create(&path).unwrap();
        let other = File::options().write(true).open(&path).unwrap();
        lock(&one).unwrap();
        let refused = lock(&other).unwrap_err();
        assert!([Some(libc::EAGAIN), Some(libc::EACCES)].contains(&refused.raw_os_error()));
        unlock(&one).unwrap();
        lock(&other).unwrap();
        assert!(lock(&one).is_err());
        // Dropping it would do, if no other thread forked meanwhile.
        unlock(&other).unwrap();
        lock(&one).unwrap();
    }
}
