//! Looking a parameter up by its name.
//!
//! Names of one list are mostly alike but for a number in them ("vcpu.0.time", "vcpu.1.time"), or else for their ends. So one
//! machine word from the last number on, or with the end and its NUL, passes over nearly every parameter that is not the one.
use super::{FIELD_LEN, ParamType, Raw, Refused};
use std::ffi::{CStr, c_char, c_int};

/// The first parameter of that name; `None` for a NULL array or name too.
///
/// # Safety
/// The C contract, for as long as 'a: `params` is NULL or has `nparams` parameters; `name` is NULL or NUL-terminated.
#[inline(never)]
pub unsafe fn find<'a>(params: *const Raw, nparams: c_int, name: *const c_char) -> Option<&'a Raw> {
    if params.is_null() || name.is_null() || nparams <= 0 {
        return None;
    }
    let len = usize::try_from(nparams).ok()?;
    // SAFETY: the C contract; no bytes are invalid for a parameter.
    let list = unsafe { std::slice::from_raw_parts(params, len) };
    // SAFETY: the C contract.
    let name = unsafe { CStr::from_ptr(name) }.to_bytes_with_nul();
    match name.len() {
        8..=FIELD_LEN => by_word::<8>(list, name),
        4..8 => by_word::<4>(list, name),
        1..4 => by_word::<1>(list, name),
        _ => None,
    }
}

/// As [`find`], and of the wanted type.
///
/// # Errors
/// [`Refused::Kind`] when the parameter has another type.
///
/// # Safety
/// As for [`find`].
#[inline]
pub unsafe fn lookup<'a>(
    params: *const Raw,
    nparams: c_int,
    name: *const c_char,
    want: ParamType,
) -> Result<Option<&'a Raw>, Refused<'a>> {
    // SAFETY: the caller says so.
    match unsafe { find(params, nparams, name) } {
        Some(parameter) if parameter.kind != want.0 => Err(Refused::Kind(want, parameter)),
        found => Ok(found),
    }
}

/// Looks for `name`, which has its NUL and at least `N` bytes, by `N` of its bytes first.
fn by_word<'a, const N: usize>(list: &'a [Raw], name: &[u8]) -> Option<&'a Raw> {
    let at = name.len().checked_sub(N)?.min(last_number(name));
    let word = name.get(at..)?.first_chunk::<N>()?;
    // Known from here on, so that nothing in the loop has to ask.
    if at > const { FIELD_LEN.saturating_sub(N) } {
        return None;
    }
    let like = |parameter: &Raw| {
        let bytes = parameter.field.get(at..).and_then(<[u8]>::first_chunk);
        bytes == Some(word)
    };
    let named = |parameter: &&Raw| like(parameter) && parameter.field.starts_with(name);
    let (fours, rest) = list.as_chunks::<4>();
    for four in fours {
        let [a, b, c, d] = four;
        if (like(a) || like(b) || like(c) || like(d))
            && let Some(parameter) = four.iter().find(named)
        {
            return Some(parameter);
        }
    }
    rest.iter().find(named)
}

/// Returns where the last number in a name begins; beyond its end if there is none, or if the name ends with it.
#[inline]
fn last_number(name: &[u8]) -> usize {
    if let [.., b'0'..=b'9', _] = name {
        return usize::MAX;
    }
    let Some(end) = name.iter().rposition(u8::is_ascii_digit) else {
        return usize::MAX;
    };
    let before = name.get(..end).unwrap_or_default();
    before.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |at| at.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_starts_with_the_last_number() {
        for (name, start) in [
            (&b"block.17.rd.bytes\0"[..], 6),
            (b"12.a\0", 0),
            (b"a1.b23.c\0", 4),
            (b"parameter.12\0", usize::MAX),
            (b"none\0", usize::MAX),
            (b"\0", usize::MAX),
        ] {
            assert_eq!(last_number(name), start, "{name:?}");
        }
    }
}
