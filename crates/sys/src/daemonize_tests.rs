//! What a started daemon finds, told by a shell script that writes it to a file.
use super::*;
use crate::Interest;
use std::ffi::OsStr;
use std::path::Path;

/// Runs a script to its end; `$F` is a file, whose text is the answer.
fn run(script: &str) -> String {
    let scratch = tempfile::tempdir().unwrap();
    let file = scratch.path().join("f");
    let environment = [(OsStr::new("F"), file.as_os_str()), (OsStr::new("PATH"), OsStr::new("/usr/bin:/bin"))];
    let arguments = ["sh", "-c", script].map(OsStr::new);
    let program = Program { path: Path::new("/bin/sh"), arguments: &arguments, environment: &environment };
    let daemon = daemonize(&program).unwrap();
    let end = daemon.end().expect("this kernel has pidfd_open");
    crate::wait_one(end.as_fd(), Interest::READ, None).unwrap();
    std::fs::read_to_string(file).unwrap()
}

#[test]
fn a_session_of_its_own() {
    // Session, process group and parent by /proc/self/stat, as the shell sees its own.
    let text = run("{ pwd; echo $$; cut -d' ' -f 4,6 /proc/$$/stat; env | sort | grep -v '^F=\\|^_=\\|^PWD='; } > $F");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "/");
    let (parent, session) = lines[2].split_once(' ').unwrap();
    assert_ne!(parent, std::process::id().to_string());
    // The leader was the process in the middle, so the daemon can never get a terminal.
    assert_ne!(session, lines[1]);
    assert_eq!(lines[3..], ["PATH=/usr/bin:/bin"], "{text}");
}

#[test]
fn nothing_is_inherited() {
    let (one, _other) = crate::socketpair().unwrap();
    // A descriptor that would survive exec.
    // SAFETY: two integers.
    let kept = unsafe { libc::dup(one.as_raw_fd()) };
    assert!(kept > 2);
    let text = run("{ for fd in /proc/self/fd/*; do readlink $fd; done; } > $F");
    // SAFETY: the number was made above.
    unsafe { libc::close(kept) };
    assert!(!text.contains("socket:"), "{text}");
    assert!(!text.contains("pipe:"), "{text}");
    assert!(text.contains("/dev/null"), "{text}");
}

#[test]
fn signals_are_as_new() {
    // grep's own state: a shell that waits for it blocks signals meanwhile.
    let text = run("grep -E '^(Sig(Blk|Ign)|CapEff)' /proc/self/status > $F");
    // Rust programs ignore SIGPIPE (bit 12); the daemon must not.
    let mask = |name: &str| {
        let line = text.lines().find(|line| line.starts_with(name)).unwrap();
        u64::from_str_radix(line.split_whitespace().nth(1).unwrap(), 16).unwrap()
    };
    assert_eq!(mask("SigBlk"), 0, "{text}");
    assert_eq!(mask("SigIgn") & (1 << 12), 0, "{text}");
    assert_eq!(mask("CapEff"), 0, "{text}");
}

/// However fast: the end of a process that nobody knows any more could not be waited for.
#[test]
fn the_end_of_one_that_ended_at_once_is_told() {
    for _ in 0..20 {
        assert_eq!(run(": > $F"), "");
    }
}

#[test]
fn failures_are_told() {
    let scratch = tempfile::tempdir().unwrap();
    let plain = scratch.path().join("plain");
    std::fs::write(&plain, "no program").unwrap();
    let refused = |path: &Path, name: &str| {
        let program = Program { path, arguments: &[OsStr::new(name)], environment: &[] };
        daemonize(&program).unwrap_err()
    };
    assert_eq!(refused(&scratch.path().join("none"), "x").raw_os_error(), Some(libc::ENOENT));
    assert_eq!(refused(&plain, "x").raw_os_error(), Some(libc::EACCES));
    assert_eq!(refused(&plain, "a\0b").kind(), io::ErrorKind::InvalidInput);
}

#[test]
fn its_words_are_kept() {
    let script = "echo 'one word' >&2; head -c 100000 /dev/zero | tr '\\0' x >&2; echo more >&2; exit 0";
    let arguments = ["sh", "-c", script].map(OsStr::new);
    let environment = [(OsStr::new("PATH"), OsStr::new("/usr/bin:/bin"))];
    let program = Program { path: Path::new("/bin/sh"), arguments: &arguments, environment: &environment };
    let daemon = daemonize(&program).unwrap();
    crate::wait_one(daemon.end().unwrap().as_fd(), Interest::READ, None).unwrap();
    let said = daemon.said();
    assert!(said.starts_with(b"one word\nxxx"));
    assert_eq!(said.len(), KEPT);
}
