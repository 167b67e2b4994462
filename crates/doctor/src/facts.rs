//! What the system says about a socket, about whoever listens there, and about us.
use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt};
use std::path::Path;

/// The name of a user or group id, from the system's own files only: a directory service may hang.
fn named(file: &str, id: u32) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    let wanted = id.to_string();
    let found = text.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        (fields.nth(1)? == wanted).then(|| name.to_owned())
    });
    found.unwrap_or(wanted)
}

pub(crate) fn user(id: u32) -> String {
    named("/etc/passwd", id)
}

pub(crate) fn group(id: u32) -> String {
    named("/etc/group", id)
}

/// All groups of this process.
fn our_groups() -> Vec<u32> {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let listed = status.lines().find_map(|line| line.strip_prefix("Groups:"));
    let mut groups = vec![oxivirt_sys::egid()];
    for word in listed.unwrap_or_default().split_whitespace() {
        if let Ok(id) = word.parse()
            && !groups.contains(&id)
        {
            groups.push(id);
        }
    }
    groups
}

/// Who runs this program.
pub(crate) fn we() -> String {
    let groups: Vec<_> = our_groups().into_iter().map(group).collect();
    let user = user(oxivirt_sys::euid());
    format!("this program runs as user {user}, groups {}", groups.join(" "))
}

fn owner(found: &Metadata) -> String {
    let mode = found.permissions().mode() & 0o7777;
    format!("owner {}, group {}, mode {mode:04o}", user(found.uid()), group(found.gid()))
}

/// Whether we may write: what connect(2) needs.
fn writable(found: &Metadata) -> bool {
    let mode = found.permissions().mode();
    let euid = oxivirt_sys::euid();
    if euid == 0 {
        return true;
    }
    if found.uid() == euid {
        return mode & 0o200 != 0;
    }
    if our_groups().contains(&found.gid()) {
        return mode & 0o020 != 0;
    }
    mode & 0o002 != 0
}

/// Whether a socket is the way to a listener, according to the kernel's table.
fn listened(path: &Path) -> Option<bool> {
    let table = fs::read_to_string("/proc/net/unix").ok()?;
    let wanted = path.to_str()?;
    // The kernel shows the path it was bound to; /var/run and /run are the same place.
    let other = wanted.strip_prefix("/var").unwrap_or(wanted);
    Some(table.lines().any(|line| {
        let mut fields = line.split_whitespace();
        let accepts = fields.nth(3) == Some("00010000");
        let bound = fields.nth(3);
        accepts && (bound == Some(wanted) || bound == Some(other))
    }))
}

/// What can be seen of a socket on this host, one fact a line.
pub(crate) fn socket(path: &str) -> Vec<String> {
    let path = Path::new(path);
    let found = match fs::metadata(path) {
        Ok(found) => found,
        Err(why) if why.kind() == io::ErrorKind::PermissionDenied => return hidden(path),
        Err(why) => return vec![format!("socket: {}", plain(&why)), missing(path)],
    };
    let kind = if found.file_type().is_socket() { "socket" } else { "not a socket" };
    let mut facts = vec![format!("{kind}: {}", owner(&found))];
    let may = if writable(&found) { "may" } else { "may not" };
    facts.push(format!("{}, and {may} connect", we()));
    if found.file_type().is_socket() && listened(path) == Some(false) {
        facts.push("nobody listens there (in this network namespace)".to_owned());
    }
    facts
}

/// The first directory on the way that cannot be searched.
fn hidden(path: &Path) -> Vec<String> {
    let mut facts = Vec::new();
    for directory in path.ancestors().skip(1) {
        if let Ok(found) = fs::metadata(directory) {
            let shown = directory.display();
            facts.push(format!("directory {shown} may not be searched: {}", owner(&found)));
            break;
        }
    }
    facts.push(we());
    facts
}

/// How far the path goes.
fn missing(path: &Path) -> String {
    let exists = path.ancestors().skip(1).find(|place| place.exists());
    match exists {
        Some(place) => format!("only {} exists of its path", place.display()),
        None => "nothing of its path exists".to_owned(),
    }
}

/// An error without its number.
pub(crate) fn plain(why: &io::Error) -> String {
    let text = why.to_string();
    match text.split_once(" (os error") {
        Some((text, _)) => text.to_owned(),
        None => text,
    }
}

/// The program behind a process id, as far as it can be seen.
pub(crate) fn program(pid: i32) -> Option<String> {
    let name = fs::read_to_string(format!("/proc/{pid}/comm")).ok()?;
    Some(name.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::net::UnixListener;

    #[test]
    fn names_of_ids() {
        assert_eq!(user(0), "root");
        assert_eq!(group(0), "root");
        assert_eq!(user(4_000_000_001), "4000000001");
    }

    #[test]
    fn sockets_dead_and_alive() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sock");
        let shown = path.to_str().unwrap();
        let none = socket(shown);
        assert_eq!(none[0], "socket: No such file or directory");
        assert!(none[1].contains(folder.path().to_str().unwrap()));
        let listener = UnixListener::bind(&path).unwrap();
        let alive = socket(shown);
        assert!(alive[0].starts_with("socket: owner ") && alive[1].ends_with("and may connect"));
        assert_eq!((alive.len(), listened(&path)), (2, Some(true)));
        drop(listener);
        assert_eq!(socket(shown).len(), 3);
    }

    #[test]
    fn programs() {
        let own = program(oxivirt_sys::pid()).unwrap();
        assert!(!own.is_empty() && !own.ends_with('\n'));
        assert_eq!(program(-5), None);
    }
}
