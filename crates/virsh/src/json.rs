//! JSON: what monitors and agents answer, read and printed as json-c does it for the stock programs.
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
    /// Returns the value that a text holds, `None` if it holds none or something else beside it.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parser = Parser { rest: text };
        let value = parser.value(0)?;
        parser.blanks();
        parser.rest.is_empty().then_some(value)
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

    fn value(&mut self, depth: usize) -> Option<Json> {
        if depth > MAX_DEPTH {
            return None;
        }
        self.blanks();
        match self.rest.chars().next()? {
            '{' => self.object(depth.saturating_add(1)),
            '[' => self.array(depth.saturating_add(1)),
            '"' | '\'' => self.text().map(Json::Text),
            '-' | '0'..='9' => self.number(),
            _ => {
                let word = ["null", "true", "false"].into_iter().find(|word| self.take(word));
                word.map(|word| Json::Plain(word.into()))
            }
        }
    }

    fn object(&mut self, depth: usize) -> Option<Json> {
        let mut members: Vec<(String, Json)> = Vec::new();
        self.items('}', |parser| {
            let name = parser.text()?;
            parser.blanks();
            if !parser.take(":") {
                return None;
            }
            let value = parser.value(depth)?;
            match members.iter_mut().find(|(known, _)| *known == name) {
                Some(member) => member.1 = value,
                None => members.push((name, value)),
            }
            Some(())
        })?;
        Some(Json::Object(members))
    }

    fn array(&mut self, depth: usize) -> Option<Json> {
        let mut items = Vec::new();
        self.items(']', |parser| {
            items.push(parser.value(depth)?);
            Some(())
        })?;
        Some(Json::Array(items))
    }

    /// Reads what stands between brackets, the first of which comes next.
    fn items(&mut self, close: char, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        let mut ends = [0; 4];
        let close: &str = close.encode_utf8(&mut ends);
        self.rest = self.rest.get(1..)?;
        self.blanks();
        if self.take(close) {
            return Some(());
        }
        loop {
            self.blanks();
            item(self)?;
            self.blanks();
            if self.take(close) {
                return Some(());
            }
            if !self.take(",") {
                return None;
            }
        }
    }

    fn number(&mut self) -> Option<Json> {
        let end = self.rest.find(|c: char| !matches!(c, '0'..='9' | '-' | '+' | '.' | 'e' | 'E'));
        let (number, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        let whole = number.parse::<i64>().map(|value| value.to_string());
        let whole = whole.or_else(|_| number.parse::<u64>().map(|value| value.to_string()));
        let plain = match whole {
            Ok(text) => text,
            // A fraction stays as it was written.
            Err(_) => (number.contains(['.', 'e', 'E']) && number.parse::<f64>().is_ok()).then(|| number.to_owned())?,
        };
        Some(Json::Plain(plain))
    }

    fn text(&mut self) -> Option<String> {
        let quote = self.rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        self.rest = self.rest.get(1..)?;
        let mut text = String::new();
        loop {
            let mut characters = self.rest.chars();
            let character = characters.next()?;
            self.rest = characters.as_str();
            match character {
                end if end == quote => return Some(text),
                '\\' => text.push(self.escaped()?),
                '\0'..='\u{1f}' => return None,
                other => text.push(other),
            }
        }
    }

    /// Reads what follows a backslash.
    fn escaped(&mut self) -> Option<char> {
        let mut characters = self.rest.chars();
        let character = characters.next()?;
        self.rest = characters.as_str();
        Some(match character {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\u{8}',
            'f' => '\u{c}',
            '"' | '\\' | '/' => character,
            'u' => self.unicode()?,
            _ => return None,
        })
    }

    fn unicode(&mut self) -> Option<char> {
        let unit = self.hexadecimal()?;
        if !(0xd800..0xdc00).contains(&unit) {
            return Some(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        let before = self.rest;
        if self.take("\\u")
            && let Some(low) = self.hexadecimal().filter(|low| (0xdc00..0xe000).contains(low))
        {
            return char::decode_utf16([u16::try_from(unit).ok()?, u16::try_from(low).ok()?]).next()?.ok();
        }
        self.rest = before;
        Some(char::REPLACEMENT_CHARACTER)
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
        let plain = |text| Json::parse(text).map(|value| value.plain());
        assert_eq!(plain("{'a':1,'b':2,'a':3}").as_deref(), Some("{\"a\":3,\"b\":2}"));
        assert_eq!(plain("[1.50, -01, 18446744073709551615]").as_deref(), Some("[1.50,-1,18446744073709551615]"));
        assert_eq!(plain("\"\\ud83d\\ude00\\ud83d\"").as_deref(), Some("\"\u{1f600}\u{fffd}\""));
    }

    #[test]
    fn what_is_no_json_is_refused() {
        for text in
            ["", "{\"a\":1} x", "{\"a\":1,}", "[1,]", "[,1]", "{a:1}", "[0x1]", "[\"\t\"]", "[1 2]", "[.5]", "\"\\q\""]
        {
            assert_eq!(Json::parse(text), None, "{text}");
        }
        assert_eq!(Json::parse(&"[".repeat(100_000)), None);
    }
}
