//! The environment, which is the caller's: a program that was started with rights its caller does not have (AT_SECURE) acts
//! on none of it. Every variable is read through here.
use std::ffi::{CStr, OsStr, OsString};
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;
use std::ptr::null_mut;

/// Where programs are looked for when PATH is not trusted.
const SYSTEM_PATH: &str = "/usr/local/bin:/usr/bin:/bin";

/// Returns true if the real and the effective ids differ: set-user-id and set-group-id programs.
#[must_use]
pub fn foreign_ids() -> bool {
    crate::uid() != crate::euid() || crate::gid() != crate::egid()
}

/// Returns true if the program has rights that its caller does not have: as [`foreign_ids`], and after exec with file
/// capabilities or into another domain of a security module, where the ids are equal.
#[must_use]
pub fn at_secure() -> bool {
    // SAFETY: reads the auxiliary vector, which lives as long as the process.
    foreign_ids() || unsafe { libc::getauxval(libc::AT_SECURE) != 0 }
}

/// Returns an environment variable. With [`at_secure`] there are none, except that PATH is the system's.
#[must_use]
pub fn variable(name: &str) -> Option<OsString> {
    if at_secure() {
        return (name == "PATH").then(|| SYSTEM_PATH.into());
    }
    #[expect(clippy::disallowed_methods, reason = "the one place where variables are read")]
    std::env::var_os(name)
}

/// Returns the user's home directory: HOME, or what the user database says, where alone it is looked for with
/// [`at_secure`].
#[must_use]
pub fn home() -> Option<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "not with AT_SECURE")]
    if at_secure() { home_of_user() } else { std::env::home_dir() }
}

/// Returns where temporary files are made: TMPDIR, else /tmp.
#[must_use]
pub fn temporary() -> PathBuf {
    if at_secure() { "/tmp".into() } else { std::env::temp_dir() }
}

fn home_of_user() -> Option<PathBuf> {
    /// More than any entry of the database.
    const ROOM: usize = 16384;
    let mut room = vec![0; ROOM];
    // SAFETY: pointers and integers only, for which zero is a value.
    let mut entry: libc::passwd = unsafe { std::mem::zeroed() };
    let mut found = null_mut();
    let user = crate::uid();
    // SAFETY: all are live; the room has the length that is passed.
    unsafe { libc::getpwuid_r(user, &raw mut entry, room.as_mut_ptr(), room.len(), &raw mut found) };
    if found.is_null() || entry.pw_dir.is_null() {
        return None;
    }
    // SAFETY: the entry was found: its texts end with NUL and are in `room`.
    let folder = unsafe { CStr::from_ptr(entry.pw_dir) };
    Some(PathBuf::from(OsStr::from_bytes(folder.to_bytes()))).filter(|folder| folder.is_absolute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_program_has_its_environment() {
        assert!(!at_secure() && !foreign_ids());
        assert_eq!(variable("PATH"), std::env::var("PATH").ok().map(OsString::from));
        assert_eq!(variable("NO_SUCH_VARIABLE"), None);
        assert_eq!(temporary(), std::env::temp_dir());
    }

    #[test]
    fn the_database_knows_the_user() {
        let text = std::fs::read_to_string("/etc/passwd").unwrap();
        let uid = crate::uid().to_string();
        let line = text.lines().find(|line| line.split(':').nth(2) == Some(&uid)).unwrap();
        assert_eq!(home_of_user(), line.split(':').nth(5).map(PathBuf::from));
    }
}
