//! Just enough JSON to write a report: the programs' output for other programs.

/// Returns a string between quotation marks. Everything that is not printable ASCII but part of UTF-8 stays as it is.
#[must_use]
pub fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if u32::from(c) < 0x20 || c == '\u{7f}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Returns a string, or `null` for nothing.
#[must_use]
pub fn optional(text: Option<&str>) -> String {
    text.map_or_else(|| "null".to_owned(), string)
}

/// Returns `{"name":value,…}`; the values are JSON already.
#[must_use]
pub fn object<N: AsRef<str>>(members: &[(N, String)]) -> String {
    let members: Vec<_> = members.iter().map(|(name, value)| format!("{}:{value}", string(name.as_ref()))).collect();
    format!("{{{}}}", members.join(","))
}

/// Returns `[value,…]`; the values are JSON already.
#[must_use]
pub fn array(values: &[String]) -> String {
    format!("[{}]", values.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_and_objects() {
        assert_eq!(string("a\"\\\n\u{1}é"), r#""a\"\\\n\u0001é""#);
        let members = [("a", "1".to_owned()), ("b", array(&[optional(None)]))];
        assert_eq!(object(&members), r#"{"a":1,"b":[null]}"#);
    }
}
