//! Child processes: what they inherit, and a hold on them that survives the reuse of process ids.
use crate::{Interest, check, wait_one};
use std::ffi::CStr;
use std::io;
use std::io::Write;
use std::os::fd::{AsFd, AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::time::Instant;

/// The child inherits standard input, output and error and no other descriptor. With `session` it is the first process
/// of a session of its own: it has no terminal, and the keys that interrupt this program do not end it.
pub fn isolate(command: &mut Command, session: bool) {
    let prepare = move || {
        if session {
            // SAFETY: no memory is passed. It cannot fail in a process that was forked just now.
            unsafe { libc::setsid() };
        }
        // The close-on-exec mark, not a close: what reports a failing exec has to live until then. A kernel without the
        // call (before 5.11) leaves what the program opened without the mark; everything of this library has it.
        // SAFETY: no memory is passed.
        unsafe { libc::syscall(libc::SYS_close_range, 3u32, u32::MAX, libc::CLOSE_RANGE_CLOEXEC) };
        Ok(())
    };
    // SAFETY: between fork and exec only two system calls are made: no memory is allocated and no lock is taken.
    unsafe { command.pre_exec(prepare) };
}

/// A descriptor for a process.
#[derive(Debug)]
pub struct PidFd(OwnedFd);

impl PidFd {
    /// For a child that was not waited for yet: then the id is surely the child's.
    ///
    /// # Errors
    /// Those of pidfd_open(2); ENOSYS before Linux 5.3.
    pub fn open(pid: u32) -> io::Result<Self> {
        // SAFETY: no memory is passed.
        let fd = unsafe { libc::syscall(libc::SYS_pidfd_open, pid, 0) };
        let fd = RawFd::try_from(fd).map_err(|_| io::ErrorKind::InvalidData)?;
        let fd = check(fd)?;
        // SAFETY: pidfd_open succeeded, so the number is open and nobody else owns it.
        Ok(Self(unsafe { OwnedFd::from_raw_fd(fd) }))
    }

    /// Asks the process to end.
    pub fn terminate(&self) {
        self.signal(libc::SIGTERM);
    }

    /// Ends the process.
    pub fn kill(&self) {
        self.signal(libc::SIGKILL);
    }

    // A process that ended already is no error.
    fn signal(&self, signal: libc::c_int) {
        let fd = self.0.as_raw_fd();
        let info: *const libc::siginfo_t = std::ptr::null();
        // SAFETY: a null siginfo is what kill(2) would send.
        unsafe { libc::syscall(libc::SYS_pidfd_send_signal, fd, signal, info, 0) };
    }

    /// Whether the process ended, waiting for it until the deadline. It still has to be reaped.
    pub fn ended(&self, deadline: Option<Instant>) -> bool {
        wait_one(self.0.as_fd(), Interest::READ, deadline).is_ok_and(|seen| !seen.is_empty())
    }
}

impl AsRawFd for PidFd {
    fn as_raw_fd(&self) -> RawFd {
        self.0.as_raw_fd()
    }
}

/// A program without a place in the file system: an anonymous file with these contents that can be executed as
/// `/proc/<this process>/fd/<descriptor>` as long as the descriptor is open. `name` is shown by debuggers.
///
/// # Errors
/// Those of memfd_create(2): the system may forbid such programs.
pub fn anonymous_program(name: &CStr, contents: &[u8]) -> io::Result<OwnedFd> {
    /// The file may be executed, whatever the system's default; unknown before Linux 6.3.
    const MFD_EXEC: libc::c_uint = 0x10;
    let create = |flags: libc::c_uint| {
        // SAFETY: `name` ends with NUL.
        check(unsafe { libc::memfd_create(name.as_ptr(), libc::MFD_CLOEXEC | flags) })
    };
    let fd = create(MFD_EXEC).or_else(|_| create(0))?;
    // SAFETY: memfd_create succeeded, so the number is open and nobody else owns it.
    let mut file = std::fs::File::from(unsafe { OwnedFd::from_raw_fd(fd) });
    file.write_all(contents)?;
    Ok(file.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::fd::IntoRawFd;
    use std::time::Duration;

    #[test]
    fn only_standard_descriptors_are_inherited() {
        let leak = std::fs::File::open("/dev/null").unwrap().into_raw_fd();
        // SAFETY: F_SETFD takes an int.
        assert_eq!(unsafe { libc::fcntl(leak, libc::F_SETFD, 0) }, 0);
        let list = |isolated: bool| {
            let mut command = Command::new("sh");
            command.args(["-c", "ls /proc/$$/fd"]);
            if isolated {
                isolate(&mut command, true);
            }
            String::from_utf8(command.output().unwrap().stdout).unwrap()
        };
        let leaked = leak.to_string();
        assert!(list(false).lines().any(|line| line == leaked));
        assert!(!list(true).lines().any(|line| line == leaked));
        // SAFETY: opened above, owned by nobody else.
        drop(unsafe { OwnedFd::from_raw_fd(leak) });
    }

    #[test]
    fn a_hold_on_a_process() {
        let mut command = Command::new("cat");
        command.stdin(std::process::Stdio::piped());
        let mut child = command.spawn().unwrap();
        let pidfd = PidFd::open(child.id()).unwrap();
        assert!(!pidfd.ended(Some(Instant::now())));
        pidfd.terminate();
        assert!(pidfd.ended(Some(Instant::now() + Duration::from_secs(60))));
        pidfd.kill();
        child.wait().unwrap();
        assert!(PidFd::open(u32::MAX).is_err());
    }

    #[test]
    fn a_program_without_a_name() {
        let program = anonymous_program(c"test", b"#!/bin/sh\necho \"$1\"\n").unwrap();
        let path = format!("/proc/{}/fd/{}", std::process::id(), program.as_raw_fd());
        let output = Command::new(path).arg("hello").output().unwrap();
        assert_eq!(output.stdout, b"hello\n");
    }
}
