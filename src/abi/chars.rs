//! Texts for C; arrays of its `char`, which is signed on x86 and unsigned on Arm, s390x and RISC-V, as bytes.
use oxivirt_xdr::Str;
use std::ffi::{CString, c_char};

/// A wire string as a C string: what follows a NUL byte is cut off, as any C reader would.
pub(crate) fn c_text(text: &Str<'_>) -> CString {
    let bytes = text.as_bytes().split(|&b| b == 0).next().unwrap_or_default();
    CString::new(bytes).unwrap_or_default()
}

/// Returns the bytes of the array up to its NUL.
pub(crate) fn char_bytes(array: &[c_char]) -> Vec<u8> {
    array.iter().flat_map(|char| char.to_ne_bytes()).take_while(|&byte| byte != 0).collect()
}

/// Copies the bytes up to their first NUL, as many as leave room for a NUL, which the array must hold already.
pub(crate) fn fill_chars(array: &mut [c_char], bytes: &[u8]) {
    let most = array.len().saturating_sub(1);
    let text = bytes.iter().take_while(|&&byte| byte != 0).take(most);
    for (to, &from) in array.iter_mut().zip(text) {
        *to = c_char::from_ne_bytes([from]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_above_127_and_the_end() {
        let mut array = [0; 5];
        fill_chars(&mut array, b"a\xff\0b");
        assert_eq!(char_bytes(&array), b"a\xff");
        fill_chars(&mut array, b"12345");
        assert_eq!(char_bytes(&array), b"1234");
        fill_chars(&mut [], b"1");
    }
}
