//! What a started program finds, told by scripts.
use super::*;
use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

fn null() -> OwnedFd {
    File::options().read(true).write(true).open("/dev/null").unwrap().into()
}

/// Starts a program with `arguments`; its input is `input`, its output the second result.
fn start(path: &Path, arguments: &[&str], input: OwnedFd, session: bool) -> io::Result<(Child, File)> {
    let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
    let environment = [(OsStr::new("PATH"), OsStr::new("/usr/bin:/bin"))];
    let (output, sender) = std::io::pipe()?;
    let program = Program { path, arguments: &arguments, environment: &environment };
    let child = spawn(&program, [input, sender.into(), null()], session)?;
    Ok((child, File::from(OwnedFd::from(output))))
}

/// What a script writes.
fn told(script: &str, session: bool) -> String {
    let (_child, mut output) = start(Path::new("/bin/sh"), &["sh", "-c", script], null(), session).unwrap();
    let mut text = String::new();
    output.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn only_standard_descriptors_are_inherited() {
    /// Above all numbers that the shell or ls may use itself.
    const HIGH: RawFd = 200;
    // SAFETY: F_DUPFD takes an int.
    let leak = unsafe { libc::fcntl(null().as_raw_fd(), libc::F_DUPFD, HIGH) };
    assert!(leak >= HIGH);
    let text = told("ls /proc/$$/fd", true);
    // SAFETY: made above, owned by nobody else.
    drop(unsafe { OwnedFd::from_raw_fd(leak) });
    assert_eq!(text.lines().filter(|fd| fd.parse().is_ok_and(|fd: i32| fd <= 2)).count(), 3, "{text}");
    assert!(!text.lines().any(|line| line == leak.to_string()), "{text}");
}

#[test]
fn signals_are_as_new() {
    let text = told("exec grep -E '^Sig(Blk|Ign)' /proc/self/status", false);
    let mask = |line: &str| u64::from_str_radix(line.split_whitespace().nth(1).unwrap(), 16).unwrap();
    // The signals that the C library keeps to itself may have been ignored before this program. Rust programs ignore SIGPIPE.
    let reserved = 0b111 << 31;
    let masks: Vec<u64> = text.lines().map(|line| mask(line) & !reserved).collect();
    assert_eq!(masks, [0, 0], "{text}");
}

#[test]
fn a_session_of_its_own_or_not() {
    let session = |own| told("cut -d' ' -f 6 /proc/self/stat; echo $$", own);
    let own = session(true);
    let lines: Vec<_> = own.lines().collect();
    assert_eq!(lines[0], lines[1]);
    let shared = session(false);
    let lines: Vec<_> = shared.lines().collect();
    assert_ne!(lines[0], lines[1]);
}

#[test]
fn what_cannot_be_executed() {
    let scratch = tempfile::tempdir().unwrap();
    let folder = scratch.path();
    let refused = |name: &str, text: &str, mode: u32| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        loop {
            let refused = start(&path, &["x"], null(), false).unwrap_err().raw_os_error();
            // A child that another test forked meanwhile may have the file open for writing for a moment.
            if refused != Some(libc::ETXTBSY) {
                return refused;
            }
        }
    };
    assert_eq!(start(&folder.join("missing"), &["x"], null(), false).unwrap_err().raw_os_error(), Some(libc::ENOENT));
    assert_eq!(start(folder, &["x"], null(), false).unwrap_err().raw_os_error(), Some(libc::EACCES));
    assert_eq!(refused("plain", "#!/bin/sh\n", 0o600), Some(libc::EACCES));
    assert_eq!(refused("interpreter", "#!/nonexistent\n", 0o700), Some(libc::ENOENT));
    assert_eq!(refused("text", "echo by a shell\n", 0o700), Some(libc::ENOEXEC));
    let nul = start(folder, &["a\0b"], null(), false).unwrap_err();
    assert_eq!(nul.kind(), io::ErrorKind::InvalidInput);
}

#[test]
fn an_end_is_noticed_and_its_status_known() {
    let (input, holder) = std::io::pipe().unwrap();
    let (mut child, _output) =
        start(Path::new("/bin/sh"), &["sh", "-c", "read x; exit 7"], input.into(), false).unwrap();
    assert!(!child.has_ended(Some(Instant::now())));
    assert_eq!(child.status(), None);
    drop(holder);
    assert!(child.has_ended(None));
    assert_eq!(child.status().and_then(|status| status.code()), Some(7));
    assert_eq!(child.status().and_then(|status| status.code()), Some(7));
}

#[test]
fn a_deaf_process_is_killed_and_reaped() {
    let (input, holder) = std::io::pipe().unwrap();
    let script = "trap '' TERM; echo up; read x";
    let (child, mut output) = start(Path::new("/bin/sh"), &["sh", "-c", script], input.into(), false).unwrap();
    output.read_exact(&mut [0; 3]).unwrap();
    let pid = child.id();
    drop(child);
    assert!(!Path::new(&format!("/proc/{pid}")).exists());
    drop(holder);
}

#[test]
fn a_process_that_somebody_else_reaped() {
    let (mut child, _output) = start(Path::new("/bin/sh"), &["sh", "-c", "exit 3"], null(), false).unwrap();
    assert!(child.has_ended(None));
    // SAFETY: no status is asked for.
    assert_eq!(unsafe { libc::waitpid(child.id(), std::ptr::null_mut(), 0) }, child.id());
    assert_eq!(child.status(), None);
    assert_eq!(child.ended, Some(None));
}

#[test]
fn a_program_without_a_name() {
    let program = anonymous_program(c"test", b"#!/bin/sh\necho \"$1\"\n").unwrap();
    let path = format!("/proc/{}/fd/{}", std::process::id(), program.as_raw_fd());
    let (_child, mut output) = start(Path::new(&path), &["x", "hello"], null(), false).unwrap();
    let mut text = String::new();
    output.read_to_string(&mut text).unwrap();
    assert_eq!(text, "hello\n");
}
