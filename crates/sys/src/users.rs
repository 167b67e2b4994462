//! Names of users and groups, as the system's databases have them. A look-up may wait for a directory service.
use std::ffi::{CStr, CString};
use std::ptr::null_mut;

/// More than any entry of the databases but those of enormous groups, for which the room grows.
const ROOM: usize = 16384;
/// Beyond this a group's entry is given up.
const MOST_ROOM: usize = 1 << 20;

/// Returns the name of a user; `None` if the database has no such user.
#[must_use]
pub fn user_name(uid: u32) -> Option<Vec<u8>> {
    let mut room = vec![0; ROOM];
    // SAFETY: pointers and integers only, for which zero is a value.
    let mut entry: libc::passwd = unsafe { std::mem::zeroed() };
    let mut found = null_mut();
    // SAFETY: all are live; the room has the length that is passed.
    unsafe { libc::getpwuid_r(uid, &raw mut entry, room.as_mut_ptr(), room.len(), &raw mut found) };
    if found.is_null() || entry.pw_name.is_null() {
        return None;
    }
    // SAFETY: the entry was found: its texts end with NUL and are in `room`.
    Some(unsafe { CStr::from_ptr(entry.pw_name) }.to_bytes().to_vec())
}

/// Returns the name of a group; `None` if the database has no such group.
#[must_use]
pub fn group_name(gid: u32) -> Option<Vec<u8>> {
    group(
        |entry, room, found| {
            // SAFETY: all are live; the room has the length that is passed.
            unsafe { libc::getgrgid_r(gid, entry, room.as_mut_ptr(), room.len(), found) }
        },
        |entry| {
            // SAFETY: the entry was found: its texts end with NUL and are still there.
            unsafe { CStr::from_ptr(entry.gr_name) }.to_bytes().to_vec()
        },
    )
}

/// Returns the number of the group with this name; `None` if the database has no such group.
#[must_use]
pub fn group_id(name: &[u8]) -> Option<u32> {
    let name = CString::new(name).ok()?;
    group(
        |entry, room, found| {
            // SAFETY: all are live; the name ends with NUL, and the room has the length that is passed.
            unsafe { libc::getgrnam_r(name.as_ptr(), entry, room.as_mut_ptr(), room.len(), found) }
        },
        |entry| entry.gr_gid,
    )
}

fn group<T>(
    look_up: impl Fn(*mut libc::group, &mut [libc::c_char], *mut *mut libc::group) -> libc::c_int,
    take: impl FnOnce(&libc::group) -> T,
) -> Option<T> {
    let mut size = ROOM;
    loop {
        let mut room = vec![0; size];
        // SAFETY: pointers and integers only, for which zero is a value.
        let mut entry: libc::group = unsafe { std::mem::zeroed() };
        let mut found = null_mut();
        let failed = look_up(&raw mut entry, &mut room, &raw mut found);
        if failed == libc::ERANGE && size < MOST_ROOM {
            size = size.saturating_mul(4);
            continue;
        }
        return (!found.is_null() && !entry.gr_name.is_null()).then(|| take(&entry));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_and_nobody_at_all() {
        assert_eq!(user_name(0).as_deref(), Some(&b"root"[..]));
        assert_eq!(group_name(0).as_deref(), Some(&b"root"[..]));
        assert_eq!(group_id(b"root"), Some(0));
        assert_eq!(user_name(4_000_000_123), None);
        assert_eq!(group_name(4_000_000_123), None);
        assert_eq!(group_id(b"no-such-group"), None);
        assert_eq!(group_id(b"no\0group"), None);
    }
}
