//! Random bytes of the kernel.
use crate::{check, retry};
use std::io;

/// Fills `bytes` with numbers fit for keys and nonces.
///
/// # Errors
/// The kernel has none, or is older than 3.17.
pub fn random(bytes: &mut [u8]) -> io::Result<()> {
    let mut rest = bytes;
    while !rest.is_empty() {
        let got = retry(|| {
            // SAFETY: a writable buffer of the announced length.
            let got = unsafe { libc::getrandom(rest.as_mut_ptr().cast(), rest.len(), 0) };
            check(libc::c_int::try_from(got).unwrap_or(libc::c_int::MAX))
        })?;
        let got = usize::try_from(got).unwrap_or_default();
        rest = rest.split_at_mut_checked(got).map_or(&mut [], |(_, rest)| rest);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn all_bytes_are_written_and_differ_between_calls() {
        let mut calls = [[0; 1000]; 2];
        for call in &mut calls {
            super::random(call).unwrap();
            assert!(call.chunks(100).all(|part| part.iter().any(|byte| *byte != 0)));
        }
        assert_ne!(calls[0], calls[1]);
    }
}
