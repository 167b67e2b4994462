//! Settings of the C library's allocator, for programs that run for long.

/// Returns memory of blocks larger than `bytes` to the system once they are freed, and does so for as long as the program runs.
///
/// glibc begins with 128 KiB and raises that to the largest block that was ever freed, up to 32 MiB, and keeps up to twice as much free at
/// the end of each of its arenas, of which a program with many threads has eight for each processor. One large message of a peer would
/// then cost a daemon that memory for the rest of its life. Another C library is left as it is.
pub fn give_back_blocks_above(bytes: u32) {
    #[cfg(target_env = "gnu")]
    for name in [libc::M_MMAP_THRESHOLD, libc::M_TRIM_THRESHOLD] {
        // SAFETY: changes numbers of the allocator under its own lock; a value that it does not take is refused.
        unsafe { libc::mallopt(name, i32::try_from(bytes).unwrap_or(i32::MAX)) };
    }
    #[cfg(not(target_env = "gnu"))]
    let _ = bytes;
}
