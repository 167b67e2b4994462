//! Facts about this process: ids, whether it runs with somebody else's rights, the clock.
use std::time::{Duration, Instant};

/// The real user id.
#[must_use]
pub fn uid() -> u32 {
    // SAFETY: takes nothing and cannot fail.
    unsafe { libc::getuid() }
}

/// The effective user id.
#[must_use]
pub fn euid() -> u32 {
    // SAFETY: takes nothing and cannot fail.
    unsafe { libc::geteuid() }
}

/// The real group id.
#[must_use]
pub fn gid() -> u32 {
    // SAFETY: takes nothing and cannot fail.
    unsafe { libc::getgid() }
}

/// The effective group id.
#[must_use]
pub fn egid() -> u32 {
    // SAFETY: takes nothing and cannot fail.
    unsafe { libc::getegid() }
}

/// The process id.
#[must_use]
pub fn pid() -> i32 {
    // SAFETY: takes nothing and cannot fail.
    unsafe { libc::getpid() }
}

/// The kernel's id of the calling thread.
#[must_use]
pub fn thread_id() -> i32 {
    // SAFETY: takes nothing and cannot fail.
    unsafe { libc::gettid() }
}

/// The monotonic clock; one place, so that callers of the engine agree on it.
#[must_use]
pub fn monotonic() -> Instant {
    Instant::now()
}

/// The time since the machine was started, as systemd wants to be told it (CLOCK_MONOTONIC).
#[must_use]
pub fn boot_clock() -> Duration {
    let mut now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the place is live; the clock is there on every kernel.
    unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &raw mut now) };
    let seconds = u64::try_from(now.tv_sec).unwrap_or_default();
    Duration::new(seconds, u32::try_from(now.tv_nsec).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_agree_with_the_kernel() {
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let ids = |key: &str| -> Vec<u32> {
            let line = status.lines().find_map(|l| l.strip_prefix(key)).unwrap();
            line.split_whitespace().map(|n| n.parse().unwrap()).collect()
        };
        assert_eq!(ids("Uid:")[..2], [uid(), euid()]);
        assert_eq!(ids("Gid:")[..2], [gid(), egid()]);
        assert_eq!(u32::try_from(pid()).unwrap(), std::process::id());
    }
}
