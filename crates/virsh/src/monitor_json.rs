//! JSON: what monitors and agents answer, read and printed as json-c does it for the stock programs.
use oxivirt::{Error, ErrorCode, ErrorDomain};
use std::fmt::Write;

/// Values nested deeper are not read.
const MAX_DEPTH: usize = 32;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Json {
    /// `null`, `true`, `false` or a number, as it is printed.
    Plain(String),
    Text(String),
    Array(Vec<Self>),
    /// Members in the order in which they came, each name once.
    Object(Vec<(String, Self)>),
}

impl Json {
    /// Returns the value that a text holds.
    ///
    /// # Errors
    /// It holds none, or something else beside it: in the words of json-c.
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
        let mut parser = Parser { rest: text };
        let value = parser.value(0).and_then(|value| {
            parser.blanks();
            if parser.rest.is_empty() { Ok(value) } else { Err("unexpected character") }
        });
        value.map_err(|why| {
            Error::new(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, format!("failed to parse JSON: {why}"))
        })
    }

    /// Returns the member of this name, if this is an object that has it.
    pub(crate) fn member(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Returns the text in one line.
    pub(crate) fn plain(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, None);
        text
    }

    /// Returns the text in lines, the last one ended, too.
    pub(crate) fn pretty(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, Some(0));
        text.push('\n');
        text
    }

    /// Writes the value; `depth` says how many others are around it, if lines are wanted.
    fn write(&self, text: &mut String, depth: Option<usize>) {
        match self {
            Self::Plain(word) => text.push_str(word),
            Self::Text(content) => write_text(text, content),
            Self::Array(items) => {
                write_items(text, ['[', ']'], items, depth, |text, item, inner| item.write(text, inner));
            }
            Self::Object(members) => write_items(text, ['{', '}'], members, depth, |text, (name, value), inner| {
                write_text(text, name);
                text.push_str(if inner.is_some() { ": " } else { ":" });
                value.write(text, inner);
            }),
        }
    }
}

fn write_items<T>(
    text: &mut String,
    brackets: [char; 2],
    items: &[T],
    depth: Option<usize>,
    write: impl Fn(&mut String, &T, Option<usize>),
) {
    let [open, close] = brackets;
    let inner = depth.map(|depth| depth.saturating_add(1));
    let line = |text: &mut String, depth: Option<usize>| {
        if let Some(depth) = depth {
            text.push('\n');
            text.push_str(&"  ".repeat(depth));
        }
    };
    text.push(open);
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        line(text, inner);
        write(text, item, inner);
    }
    if !items.is_empty() {
        line(text, depth);
    }
    text.push(close);
}

fn write_text(text: &mut String, content: &str) {
    text.push('"');
    for character in content.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\u{8}' => text.push_str("\\b"),
            '\u{c}' => text.push_str("\\f"),
            '\0'..='\u{1f}' => {
                let _ = write!(text, "\\u{:04x}", u32::from(character));
            }
            other => text.push(other),
        }
    }
    text.push('"');
}

/// What was read, or what is wrong.
type Read<T> = Result<T, &'static str>;

struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    fn blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{b}', '\u{c}']);
    }

    /// Takes a text that comes next. Returns true if it did.
    fn take(&mut self, text: &str) -> bool {
        self.rest.strip_prefix(text).inspect(|rest| self.rest = rest).is_some()
    }

    /// Returns what comes next.
    fn peek(&self) -> Read<char> {
        self.rest.chars().next().ok_or("continue")
    }

    /// Takes what comes next.
    fn next(&mut self) -> Read<char> {
        let mut characters = self.rest.chars();
        let character = characters.next().ok_or("continue")?;
        self.rest = characters.as_str();
        Ok(character)
    }

    fn value(&mut self, depth: usize) -> Read<Json> {
        if depth > MAX_DEPTH {
            return Err("nesting too deep");
        }
        self.blanks();
        match self.peek()? {
            '{' => self.object(depth.saturating_add(1)),
            '[' => self.array(depth.saturating_add(1)),
            '"' | '\'' => self.text().map(Json::Text),
            '-' | '0'..='9' => self.number(),
            'n' | 'N' => self.word(&["null"], "null expected"),
            't' | 'f' | 'T' | 'F' => self.word(&["true", "false"], "boolean expected"),
            _ => Err("unexpected character"),
        }
    }

    fn word(&mut self, words: &[&str], otherwise: &'static str) -> Read<Json> {
        let word = words.iter().find(|word| self.take(word));
        word.map(|word| Json::Plain((*word).into())).ok_or(otherwise)
    }

    fn object(&mut self, depth: usize) -> Read<Json> {
        let mut members: Vec<(String, Json)> = Vec::new();
        self.items('}', "object value separator ',' expected", |parser| {
            if !matches!(parser.peek()?, '"' | '\'') {
                return Err("quoted object property name expected");
            }
            let name = parser.text()?;
            parser.blanks();
            if parser.peek()? != ':' {
                return Err("object property name separator ':' expected");
            }
            parser.next()?;
            let value = parser.value(depth)?;
            match members.iter_mut().find(|(known, _)| *known == name) {
                Some(member) => member.1 = value,
                None => members.push((name, value)),
            }
            Ok(())
        })?;
        Ok(Json::Object(members))
    }

    fn array(&mut self, depth: usize) -> Read<Json> {
        let mut items = Vec::new();
        self.items(']', "array value separator ',' expected", |parser| {
            items.push(parser.value(depth)?);
            Ok(())
        })?;
        Ok(Json::Array(items))
    }

    /// Reads what stands between brackets, the first of which comes next.
    fn items(&mut self, close: char, otherwise: &'static str, mut item: impl FnMut(&mut Self) -> Read<()>) -> Read<()> {
        self.next()?;
        self.blanks();
        if self.peek()? == close {
            self.next()?;
            return Ok(());
        }
        loop {
            self.blanks();
            if self.peek()? == close {
                return Err("unexpected character");
            }
            item(self)?;
            self.blanks();
            match self.next()? {
                end if end == close => return Ok(()),
                ',' => {}
                _ => return Err(otherwise),
            }
        }
    }

    fn number(&mut self) -> Read<Json> {
        let end = self.rest.find(|c: char| !matches!(c, '0'..='9' | '-' | '+' | '.' | 'e' | 'E'));
        let (number, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        let whole = number.parse::<i64>().map(|value| value.to_string());
        let whole = whole.or_else(|_| number.parse::<u64>().map(|value| value.to_string()));
        whole.map(Json::Plain).or_else(|_| {
            // A fraction stays as it was written.
            let fraction = number.contains(['.', 'e', 'E']) && number.parse::<f64>().is_ok();
            if fraction { Ok(Json::Plain(number.to_owned())) } else { Err("number expected") }
        })
    }

    fn text(&mut self) -> Read<String> {
        let quote = self.next()?;
        let mut text = String::new();
        loop {
            match self.next()? {
                end if end == quote => return Ok(text),
                '\\' => text.push(self.escaped()?),
                '\0'..='\u{1f}' => return Err("invalid string sequence"),
                other => text.push(other),
            }
        }
    }

    /// Reads what follows a backslash.
    fn escaped(&mut self) -> Read<char> {
        Ok(match self.next()? {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\u{8}',
            'f' => '\u{c}',
            plain @ ('"' | '\\' | '/') => plain,
            'u' => self.unicode()?,
            _ => return Err("invalid string sequence"),
        })
    }

    fn unicode(&mut self) -> Read<char> {
        let unit = self.hexadecimal().ok_or("invalid string sequence")?;
        if !(0xd800..0xdc00).contains(&unit) {
            return Ok(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        let before = self.rest;
        let low = if self.take("\\u") { self.hexadecimal().filter(|low| (0xdc00..0xe000).contains(low)) } else { None };
        let pair = low.and_then(|low| Some([u16::try_from(unit).ok()?, u16::try_from(low).ok()?]));
        match pair.map(|pair| char::decode_utf16(pair).next()) {
            Some(Some(Ok(character))) => Ok(character),
            _ => {
                self.rest = before;
                Ok(char::REPLACEMENT_CHARACTER)
            }
        }
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        let plain = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let number = plain.then(|| u32::from_str_radix(digits, 16).ok())??;
        self.rest = rest;
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_printed_as_json_c_does() {
        let text = "{\"a\":1,\"b\":[1,{\"c\":null}],\"d\":{},\"e\":[],\"f\":\"x/y\\u00e9\\n\\u0001\"}";
        let value = Json::parse(text).unwrap();
        assert_eq!(value.plain(), text.replace("\\u00e9", "\u{e9}"));
        assert_eq!(
            value.pretty(),
            "{\n  \"a\": 1,\n  \"b\": [\n    1,\n    {\n      \"c\": null\n    }\n  ],\n  \"d\": {},\n  \"e\": [],\n  \
             \"f\": \"x/y\u{e9}\\n\\u0001\"\n}\n"
        );
        assert_eq!(value.member("d"), Some(&Json::Object(Vec::new())));
    }

    #[test]
    fn names_stay_where_they_came_first_and_numbers_as_they_are() {
        let plain = |text| Json::parse(text).ok().map(|value| value.plain());
        assert_eq!(plain("{'a':1,'b':2,'a':3}").as_deref(), Some("{\"a\":3,\"b\":2}"));
        assert_eq!(plain("[1.50, -01, 18446744073709551615]").as_deref(), Some("[1.50,-1,18446744073709551615]"));
        assert_eq!(plain("\"\\ud83d\\ude00\\ud83d\"").as_deref(), Some("\"\u{1f600}\u{fffd}\""));
    }

    #[test]
    fn what_is_no_json_is_refused_in_the_words_of_json_c() {
        let cases = [
            ("", "continue"),
            ("{\"a\":1} x", "unexpected character"),
            ("{\"a\":1,}", "unexpected character"),
            ("[1,]", "unexpected character"),
            ("[,1]", "unexpected character"),
            ("{a:1}", "quoted object property name expected"),
            ("{\"a\" 1}", "object property name separator ':' expected"),
            ("[1e]", "number expected"),
            ("[\"\t\"]", "invalid string sequence"),
            ("[1 2]", "array value separator ',' expected"),
            ("\"\\q\"", "invalid string sequence"),
            ("[nan]", "null expected"),
        ];
        for (text, why) in cases {
            let error = Json::parse(text).unwrap_err();
            assert!(error.to_string().ends_with(&format!("failed to parse JSON: {why}")), "{text}: {error}");
        }
        assert!(Json::parse(&"[".repeat(100_000)).is_err());
    }
}
