//! Messages for people, in their language.
//!
//! A message is a format of the stock library, which is what its catalogues translate, and arguments: [`message!`] looks the
//! format up and fills the arguments in. A translated format is data: it may put the arguments in another order or leave some
//! out, and one that asks for anything else is not used. Formats number their arguments (`%1$s`), as those of the stock library
//! do since 9.1; catalogues of older ones know the same formats without numbers. Messages that the stock library does not have
//! stay in English and are made with `format!`.
use std::borrow::Cow;
use std::ffi::{CStr, CString};

/// Makes the bytes of a message from a format of the stock library and its arguments.
///
/// ```
/// use oxivirt_model::message;
/// assert_eq!(message!("Unable to open '%1$s'", "f"), b"Unable to open 'f'");
/// assert_eq!(message!("unsupported flags (0x%1$x) in function %2$s", 26, "f"), b"unsupported flags (0x1a) in function f");
/// ```
///
/// How many arguments there are is checked when it is compiled:
///
/// ```compile_fail
/// oxivirt_model::message!("Unable to open '%1$s'");
/// ```
#[macro_export]
macro_rules! message {
    ($format:literal $(, $argument:expr)* $(,)?) => {{
        const {
            let given = [$(stringify!($argument)),*] as [&str; _];
            assert!($crate::message::wanted($format) == given.len(), "a format and as many arguments as it numbers");
        }
        $crate::message::compose($format, &[$(&$argument as &dyn $crate::message::Argument),*])
    }};
}

/// What can stand for a `%1$s` or `%1$d`.
pub trait Argument {
    /// Appends the argument as the conversion (`s`, `d`, `x` …) shows it.
    fn append(&self, conversion: u8, to: &mut Vec<u8>);
}

macro_rules! argument {
    (texts: $($text:ty)*) => {$(
        impl Argument for $text {
            fn append(&self, _conversion: u8, to: &mut Vec<u8>) {
                to.extend_from_slice(self.as_ref());
            }
        }
    )*};
    (numbers: $($number:ty)*) => {$(
        impl Argument for $number {
            fn append(&self, conversion: u8, to: &mut Vec<u8>) {
                let text = match conversion {
                    b'x' => format!("{self:x}"),
                    b'X' => format!("{self:X}"),
                    b'o' => format!("{self:o}"),
                    b'p' => format!("{self:#x}"),
                    _ => self.to_string(),
                };
                to.extend_from_slice(text.as_bytes());
            }
        }
    )*};
}

argument!(texts: str String [u8] Vec<u8>);
argument!(numbers: u8 u16 i32 u32 i64 u64 isize usize);

impl Argument for Cow<'_, str> {
    fn append(&self, conversion: u8, to: &mut Vec<u8>) {
        str::append(self, conversion, to);
    }
}

impl<T: Argument + ?Sized> Argument for &T {
    fn append(&self, conversion: u8, to: &mut Vec<u8>) {
        T::append(self, conversion, to);
    }
}

/// Returns how many arguments a format numbers, for [`message!`].
#[doc(hidden)]
#[must_use]
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs when it is compiled only")]
pub const fn wanted(format: &str) -> usize {
    let bytes = format.as_bytes();
    let (mut at, mut most) = (0, 0);
    while at + 2 < bytes.len() {
        if (bytes[at] == b'%' || bytes[at] == b'*') && bytes[at + 2] == b'$' {
            let number = (bytes[at + 1] - b'0') as usize;
            most = if number > most { number } else { most };
        }
        at += 1;
    }
    most
}

/// Returns the message of a format: see [`message!`].
#[must_use]
pub fn compose(format: &str, arguments: &[&dyn Argument]) -> Vec<u8> {
    compose_with_format(format, arguments, &oxivirt_sys::translation).0
}

/// Returns the message of a format, and the format in the user's language.
pub(crate) fn compose_with_format(
    format: &str,
    arguments: &[&dyn Argument],
    look_up: &dyn Fn(&CStr) -> Option<Vec<u8>>,
) -> (Vec<u8>, Vec<u8>) {
    if let Some(translated) = translated(format, look_up)
        && let Some(message) = fill(&translated, arguments)
    {
        return (message, translated);
    }
    let message = fill(format.as_bytes(), arguments);
    debug_assert!(message.is_some(), "{format}: not a format");
    (message.unwrap_or_else(|| format.into()), format.into())
}

/// Returns the format, or the text without arguments, in the user's language.
#[must_use]
pub fn translate(format: &str) -> Vec<u8> {
    translated(format, &oxivirt_sys::translation).unwrap_or_else(|| format.into())
}

/// As [`translate`], for a text that C keeps: translations are never freed.
#[must_use]
pub fn translate_for_c(text: &'static CStr) -> &'static CStr {
    oxivirt_sys::lasting_translation(text)
}

/// Returns the translation of a format: under its own name, or under the one it had before arguments had numbers.
fn translated(format: &str, look_up: &dyn Fn(&CStr) -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    // One look for the whole catalogue: mostly there is none.
    look_up(c"")?;
    let found = |id: String| look_up(&CString::new(id).ok()?);
    found(format.into()).or_else(|| found(without_numbers(format)?))
}

/// Returns the format as it was before arguments had numbers; `None` if it has none.
fn without_numbers(format: &str) -> Option<String> {
    let mut old = String::with_capacity(format.len());
    let mut rest = format;
    while let Some(at) = rest.find('$') {
        let (before, after) = rest.split_at_checked(at)?;
        // A dollar that no number of an argument stands before is text.
        match before.as_bytes() {
            [.., b'%' | b'*', b'1'..=b'9'] => old.push_str(before.get(..at.checked_sub(1)?)?),
            [.., b'%', b'1'..=b'9', b'0'..=b'9'] => old.push_str(before.get(..at.checked_sub(2)?)?),
            _ => {
                old.push_str(before);
                old.push('$');
            }
        }
        rest = after.get(1..)?;
    }
    old.push_str(rest);
    (old.len() < format.len()).then_some(old)
}

/// Returns the format with the arguments in it, `None` if it asks for others, or for what they are not.
fn fill(format: &[u8], arguments: &[&dyn Argument]) -> Option<Vec<u8>> {
    let mut text = Vec::with_capacity(format.len());
    let mut rest = format;
    let mut next = 0usize;
    while let Some(at) = rest.iter().position(|byte| *byte == b'%') {
        let (before, placeholder) = rest.split_at_checked(at)?;
        text.extend_from_slice(before);
        let placeholder = placeholder.get(1..)?;
        if let Some(after) = placeholder.strip_prefix(b"%") {
            text.push(b'%');
            rest = after;
            continue;
        }
        let (number, mut placeholder) = numbered(placeholder);
        // How much of a text is shown is an argument of its own, which comes first; the text is cut already.
        if let Some(precision) = placeholder.strip_prefix(b".*") {
            let (most, after) = numbered(precision);
            let index = most.unwrap_or(next);
            arguments.get(index)?;
            next = index.checked_add(1)?;
            placeholder = after;
        }
        // A number may be filled up with zeros.
        let mut width = 0;
        if let [b'0', digit @ b'1'..=b'9', after @ ..] = placeholder {
            width = usize::from(digit.wrapping_sub(b'0'));
            placeholder = after;
        }
        let length = placeholder.iter().position(|byte| !b"hlqjzt".contains(byte))?;
        let (conversion, after) = placeholder.get(length..)?.split_first()?;
        if !b"sdiuxXocp".contains(conversion) {
            return None;
        }
        let index = number.unwrap_or(next);
        next = index.checked_add(1)?;
        let start = text.len();
        arguments.get(index)?.append(*conversion, &mut text);
        let shown = text.len().saturating_sub(start);
        text.splice(start..start, std::iter::repeat_n(b'0', width.saturating_sub(shown)));
        rest = after;
    }
    text.extend_from_slice(rest);
    Some(text)
}

/// Splits the number of an argument, counted from 0, off what follows a `%`.
fn numbered(placeholder: &[u8]) -> (Option<usize>, &[u8]) {
    match placeholder {
        [digit @ b'1'..=b'9', b'$', rest @ ..] => (Some(usize::from(digit.wrapping_sub(b'1'))), rest),
        [tens @ b'1'..=b'9', digit @ b'0'..=b'9', b'$', rest @ ..] => {
            let number = tens.wrapping_sub(b'0').wrapping_mul(10).wrapping_add(digit.wrapping_sub(b'1'));
            (Some(usize::from(number)), rest)
        }
        _ => (None, placeholder),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(format: &str, arguments: &[&dyn Argument]) -> Option<String> {
        fill(format.as_bytes(), arguments).map(|text| String::from_utf8(text).unwrap())
    }

    #[test]
    fn arguments_in_any_order() {
        let two: [&dyn Argument; 2] = [&"a", &7];
        assert_eq!(filled("%1$s and %2$d", &two).as_deref(), Some("a and 7"));
        assert_eq!(filled("%2$d, %1$s, %1$s", &two).as_deref(), Some("7, a, a"));
        assert_eq!(filled("%s and %d", &two).as_deref(), Some("a and 7"));
        let cut: [&dyn Argument; 3] = [&80, &"a", &7];
        assert_eq!(filled("%2$.*1$s %3$d", &cut).as_deref(), Some("a 7"));
        assert_eq!(filled("%.*s %d", &cut).as_deref(), Some("a 7"));
        assert_eq!(filled("only %2$zu", &two).as_deref(), Some("only 7"));
        assert_eq!(filled("none of them, 100%%", &two).as_deref(), Some("none of them, 100%"));
        assert_eq!(filled("%2$s is no text, but shown", &two).as_deref(), Some("7 is no text, but shown"));
        assert_eq!(filled("%2$04x|%1$02s|%2$01d", &two).as_deref(), Some("0007|0a|7"));
        let many: Vec<&dyn Argument> = (0..12).map(|at| if at == 10 { &"k" as &dyn Argument } else { &"" }).collect();
        assert_eq!(filled("%11$s%10$s", &many).as_deref(), Some("k"));
        assert_eq!(without_numbers("%1$s%11$s%10$04x").as_deref(), Some("%s%s%04x"));
    }

    #[test]
    fn formats_that_ask_for_something_else_are_not_used() {
        let one: [&dyn Argument; 1] = [&"a"];
        for format in [
            "%2$s",
            "%s %s",
            "%9$s",
            "%0$s",
            "%n",
            "%1$n",
            "%1$hn",
            "%*d",
            "%1$*2$d",
            "%",
            "100%",
            "%1$",
            "%1",
            "%ll",
            "%1$s%",
            "%99999999999999999999$s",
            "%-5s",
            "%.3s",
            "%m",
            "%\u{e9}",
        ] {
            assert_eq!(filled(format, &one), None, "{format}");
        }
    }

    #[test]
    fn arguments_are_not_formats() {
        let hostile: [&dyn Argument; 2] = [&"%2$s%n", &&b"\xff%s"[..]];
        assert_eq!(fill(b"%1$s|%2$s", &hostile).unwrap(), b"%2$s%n|\xff%s");
    }

    #[test]
    fn conversions() {
        let all: [&dyn Argument; 1] = [&26u32];
        assert_eq!(filled("%1$x %1$X %1$o %1$p %1$u %1$lld", &all).as_deref(), Some("1a 1A 32 0x1a 26 26"));
        let negative: [&dyn Argument; 1] = [&-1i32];
        assert_eq!(filled("%d %1$x", &negative).as_deref(), Some("-1 ffffffff"));
    }

    #[test]
    fn names_of_formats_in_older_catalogues() {
        assert_eq!(without_numbers("%1$s in %2$zu").as_deref(), Some("%s in %zu"));
        assert_eq!(without_numbers("name '%2$.*1$s' too long").as_deref(), Some("name '%.*s' too long"));
        assert_eq!(without_numbers("'%1$s' does not exist in $PATH").as_deref(), Some("'%s' does not exist in $PATH"));
        assert_eq!(without_numbers("nothing in $PATH"), None);
        assert_eq!(without_numbers("100%%"), None);
    }

    #[test]
    fn translations_are_looked_up_under_both_names() {
        let catalogue = |entries: &'static [(&'static CStr, &'static str)]| {
            move |id: &CStr| entries.iter().find(|(name, _)| *name == id).map(|(_, text)| text.as_bytes().to_vec())
        };
        let both = catalogue(&[(c"", "header"), (c"a %1$s", "new %1$s"), (c"a %s", "old %s"), (c"b %s", "alt %s")]);
        assert_eq!(translated("a %1$s", &both).unwrap(), b"new %1$s");
        assert_eq!(translated("b %1$s", &both).unwrap(), b"alt %s");
        assert_eq!(translated("c %1$s", &both), None);
        assert_eq!(translated("a %1$s", &catalogue(&[(c"a %1$s", "no header, no catalogue")])), None);
    }

    #[test]
    fn a_translation_is_used_only_if_it_fits() {
        let catalogue = |id: &CStr| match id.to_bytes() {
            b"" => Some(b"header".to_vec()),
            b"a %1$s in %2$s" => Some(b"%2$s: %1$s".to_vec()),
            b"b %1$s" => Some(b"%2$s%n".to_vec()),
            _ => None,
        };
        let two: [&dyn Argument; 2] = [&"x", &"y"];
        let one: [&dyn Argument; 1] = [&"x"];
        let made = |format: &str, arguments: &[&dyn Argument]| {
            let (message, format) = compose_with_format(format, arguments, &catalogue);
            (String::from_utf8(message).unwrap(), String::from_utf8(format).unwrap())
        };
        assert_eq!(made("a %1$s in %2$s", &two), ("y: x".into(), "%2$s: %1$s".into()));
        assert_eq!(made("b %1$s", &one), ("b x".into(), "b %1$s".into()));
        assert_eq!(made("c %1$s", &one), ("c x".into(), "c %1$s".into()));
    }

    #[test]
    fn arguments_of_all_types() {
        let texts = (String::from("s"), b"v".to_vec(), Cow::Borrowed("c"), "t", &b"b"[..]);
        assert_eq!(message!("%1$s%2$s%3$s%4$s%5$s", texts.0, texts.1, texts.2, texts.3, texts.4), b"svctb");
        assert_eq!(message!("%1$d %2$d %3$d %4$d %5$d", 1u8, 2u16, -3i64, 4usize, -5isize), b"1 2 -3 4 -5");
    }

    #[test]
    fn how_many_arguments_a_format_numbers() {
        for (format, number) in
            [("", 0), ("%s", 0), ("$1$", 0), ("%1$", 1), ("%2$s %1$s", 2), ("%3$.*4$s", 4), ("%1$s $ %1", 1)]
        {
            assert_eq!(wanted(format), number, "{format}");
        }
    }

    #[test]
    fn a_text_for_c_without_a_catalogue_is_the_text() {
        assert_eq!(translate_for_c(c"no error"), c"no error");
    }

    #[test]
    fn without_a_catalogue_the_format_itself() {
        assert_eq!(message!("packet %1$d of %2$s", 3, "x"), b"packet 3 of x");
        assert_eq!(message!("nothing"), b"nothing");
        assert_eq!(translate("nothing"), b"nothing");
        assert_eq!(wanted("%1$s %3$s %2$s"), 3);
    }
}
