//! Whether relative relocations can be packed: what build scripts of libraries and programs ask for.
use std::env;
use std::process::Command;

/// The linker's flag that packs them.
pub(crate) const PACK: &str = "-Wl,-z,pack-relative-relocs";

/// Returns true if the C library this is built for understands them: glibc from 2.36 on. Built for another machine, it does without.
pub(crate) fn can_be_packed() -> bool {
    if env::var("HOST") != env::var("TARGET") {
        return false;
    }
    let answer = Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let text = answer.map(|answer| answer.stdout).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let mut numbers =
        text.trim().trim_start_matches("glibc ").split('.').map(|number| number.parse::<u32>().unwrap_or_default());
    (numbers.next(), numbers.next()) >= (Some(2), Some(36))
}
