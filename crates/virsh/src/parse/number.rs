//! Numbers as the stock program reads them: decimal, blanks and a sign in front, nothing behind.

use oxivirt::{Error, ErrorCode, ErrorDomain};

/// Splits what strtol(3) reads from what is left: the sign, the digits' value if it fits, the rest.
fn split(text: &str, base: u32) -> Option<(bool, Option<u128>, &str)> {
    let text = text.trim_start_matches([' ', '\t', '\n', '\u{b}', '\u{c}', '\r']);
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, text.get(1..)?),
        b'+' => (false, text.get(1..)?),
        _ => (false, text),
    };
    let (base, digits) = match (base, digits.as_bytes()) {
        (0, [b'0', b'x' | b'X', digit, ..]) if digit.is_ascii_hexdigit() => (16, digits.get(2..)?),
        (0, [b'0', ..]) => (8, digits),
        (0, _) => (10, digits),
        _ => (base, digits),
    };
    let end = digits.find(|c: char| !c.is_digit(base)).unwrap_or(digits.len());
    let (number, rest) = digits.split_at_checked(end)?;
    if number.is_empty() {
        return None;
    }
    Some((negative, u128::from_str_radix(number, base).ok(), rest))
}

fn whole(text: &str, base: u32) -> Option<i128> {
    let (negative, value, rest) = split(text, base)?;
    let value = i128::try_from(value?).ok()?;
    (rest.is_empty()).then_some(if negative { value.checked_neg()? } else { value })
}

/// Returns the number, or `None` for anything else.
pub(crate) fn to_i32(text: &str) -> Option<i32> {
    whole(text, 10)?.try_into().ok()
}

/// [`to_i32`] that also takes `0x…` and `0…`.
pub(crate) fn to_i32_any_base(text: &str) -> Option<i32> {
    whole(text, 0)?.try_into().ok()
}

/// Returns the number, or `None` for anything else.
pub(crate) fn to_i64(text: &str) -> Option<i64> {
    whole(text, 10)?.try_into().ok()
}

/// Returns the number, or `None` for anything else, which a negative one is, and -0.
pub(crate) fn to_u32(text: &str) -> Option<u32> {
    to_u64(text)?.try_into().ok()
}

/// Returns the number, or `None` for anything else, which a negative one is.
pub(crate) fn to_u64(text: &str) -> Option<u64> {
    let (negative, value, rest) = split(text, 10)?;
    if negative || !rest.is_empty() { None } else { value?.try_into().ok() }
}

/// Returns the number modulo 2^64: -1 is the largest one.
pub(crate) fn wrapping_u64(text: &str) -> Option<u64> {
    let value = whole(text, 10)?;
    let magnitude = u64::try_from(value.unsigned_abs()).ok()?;
    Some(if value < 0 { magnitude.wrapping_neg() } else { magnitude })
}

/// Returns a number with a unit: `k`, `KiB` (1024), `KB` (1000) and so on, up to E; `unit` without one.
///
/// # Errors
/// `None` if it is no number, or the library's error: an unknown unit, or more than `max`.
pub(crate) fn scaled(text: &str, unit: u64, max: u64) -> Result<u64, Option<Error>> {
    let (negative, value, rest) = split(text, 10).ok_or(None)?;
    let value = value.and_then(|value| u64::try_from(value).ok()).filter(|_| !negative).ok_or(None)?;
    scale(value, rest, unit, max)
}

/// Multiplies by a unit; see [`scaled`].
pub(crate) fn scale(value: u64, suffix: &str, unit: u64, max: u64) -> Result<u64, Option<Error>> {
    let factor = if suffix.is_empty() { unit } else { factor(suffix).ok_or_else(|| unknown_suffix(suffix))? };
    let too_large = || {
        let text = format!("value too large: {value}{suffix}");
        Some(Error::new(ErrorDomain::NONE, ErrorCode::OVERFLOW, text))
    };
    // Zero is refused by no limit.
    if value != 0 && value > max.checked_div(factor).unwrap_or(0) {
        return Err(too_large());
    }
    value.checked_mul(factor).ok_or_else(too_large)
}

fn unknown_suffix(suffix: &str) -> Option<Error> {
    Some(Error::new(ErrorDomain::NONE, ErrorCode::INVALID_ARG, format!("unknown suffix '{suffix}'")))
}

fn factor(suffix: &str) -> Option<u64> {
    let lower = suffix.to_ascii_lowercase();
    if lower == "b" || lower == "byte" || lower == "bytes" {
        return Some(1);
    }
    let letter = lower.chars().next()?;
    let base: u64 = match lower.get(1..)? {
        "" | "ib" => 1024,
        "b" => 1000,
        _ => return None,
    };
    let power = "kmgtpe".find(letter)?;
    base.checked_pow(u32::try_from(power).ok()?.saturating_add(1))
}
