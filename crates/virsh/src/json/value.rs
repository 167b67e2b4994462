//! Names and values of JSON documents.
use crate::bytes::{self, stands_for};
use oxivirt_model::json::{object, string};
use std::fmt::Write;

/// Members that are texts also where they look like numbers or truths.
const TEXTS: &[&str] =
    &["name", "uuid", "title", "parent", "target", "source", "hostname", "secret_uuid", "interface", "path"];
/// Columns of tables that are numbers; all others are texts or truths.
const NUMBERS: &[&str] = &["id"];
const UNITS: &[&str] =
    &["B", "bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "MHz", "ns", "us", "ms", "s", "kB/s", "%"];

/// Returns a text of the program as JSON can hold it: bytes that are no UTF-8 are written as tables have them.
pub(super) fn text_of(text: &[u8]) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in bytes::text(text).chars() {
        match stands_for(character) {
            Some(byte) => {
                let _ = write!(shown, "\\x{byte:02x}");
            }
            None => shown.push(character),
        }
    }
    shown
}

/// Returns the key of a header or name: lower case, words with underscores between them.
pub(super) fn key(name: &str) -> String {
    let shown = name.trim().chars().filter(|character| !matches!(character, '(' | ')'));
    let lower = shown.flat_map(char::to_lowercase);
    let key: String = lower.map(|character| if character.is_alphanumeric() { character } else { '_' }).collect();
    key.trim_matches('_').to_owned()
}

/// Returns the value of a table's cell.
pub(super) fn cell(key: &str, text: &str) -> String {
    match text {
        "-" | "" => "null".into(),
        _ if NUMBERS.contains(&key) => number(text).unwrap_or_else(|| string(text)),
        _ if TEXTS.contains(&key) => string(text),
        _ => truth(text).unwrap_or_else(|| string(text)),
    }
}

/// Returns the value of a pair.
pub(super) fn value(key: &str, text: &str) -> String {
    if TEXTS.contains(&key) {
        return string(text);
    }
    let with_unit = || {
        let (number_part, unit) = text.split_at(text.find(|c: char| !matches!(c, '0'..='9' | '.' | '-'))?);
        let unit = unit.strip_prefix(' ').unwrap_or(unit);
        UNITS.contains(&unit).then_some(())?;
        Some(object(&[("value", number(number_part)?), ("unit", string(unit))]))
    };
    let nothing = || (text == "-").then(|| "null".to_owned());
    number(text).or_else(|| truth(text)).or_else(nothing).or_else(with_unit).unwrap_or_else(|| string(text))
}

/// Returns a number as JSON writes it: no leading zeros, no plus sign.
pub(super) fn number(text: &str) -> Option<String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let good = all_digits(whole) && all_digits(fraction) && (whole == "0" || !whole.starts_with('0'));
    good.then(|| text.to_owned())
}

fn truth(text: &str) -> Option<String> {
    match text {
        "yes" => Some("true".into()),
        "no" => Some("false".into()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_the_type_that_they_look_like() {
        assert_eq!(value("x", "12"), "12");
        assert_eq!(value("x", "-1.50"), "-1.50");
        for text in ["007", "1.", "0x1", "+1", "", "1e5", "12 bananas"] {
            assert_eq!(value("x", text), string(text));
        }
        assert_eq!(value("uuid", "12"), "\"12\"");
        assert_eq!(value("x", "1.2 GiB"), r#"{"value":1.2,"unit":"GiB"}"#);
        assert_eq!(value("x", "0.2s"), r#"{"value":0.2,"unit":"s"}"#);
        assert_eq!(value("x", "s"), "\"s\"");
        assert_eq!(cell("state", "no"), "false");
        assert_eq!(cell("size", "12"), "\"12\"");
        assert_eq!(key(" CPU(s)"), "cpus");
        assert_eq!(key("OS Type"), "os_type");
        assert_eq!(key("Dirty-rate"), "dirty_rate");
    }
}
