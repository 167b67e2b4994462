//! As much of JSON as commands and answers of an agent need: whether a text is one object, and which texts are its members.
use std::collections::BTreeMap;

/// How deep values may be nested.
const DEPTH: u32 = 64;

/// A text that is being read.
struct Reader<'t> {
    left: &'t str,
}

/// What is wrong with a text.
type Wrong = &'static str;

/// Returns the members of an object that are texts; all others are only read over.
///
/// # Errors
/// The text is not one object of JSON.
pub(in crate::domain) fn members(text: &str) -> Result<BTreeMap<String, String>, Wrong> {
    let mut reader = Reader { left: text };
    let mut found = BTreeMap::new();
    reader.blank();
    reader.object(DEPTH, &mut |name, value| {
        if let Some(value) = value {
            found.insert(name, value);
        }
    })?;
    reader.blank();
    if reader.left.is_empty() { Ok(found) } else { Err("something follows") }
}

impl Reader<'_> {
    fn blank(&mut self) {
        self.left = self.left.trim_start_matches([' ', '\t', '\r', '\n']);
    }

    fn next(&self) -> Option<char> {
        self.left.chars().next()
    }

    /// Takes this text if it is next.
    fn take(&mut self, text: &str) -> bool {
        let left = self.left.strip_prefix(text);
        self.left = left.unwrap_or(self.left);
        left.is_some()
    }

    fn need(&mut self, text: &str, wrong: Wrong) -> Result<(), Wrong> {
        if self.take(text) { Ok(()) } else { Err(wrong) }
    }

    fn object(&mut self, depth: u32, member: &mut dyn FnMut(String, Option<String>)) -> Result<(), Wrong> {
        self.need("{", "it does not begin with '{'")?;
        self.blank();
        if self.take("}") {
            return Ok(());
        }
        loop {
            self.blank();
            let name = self.text()?;
            self.blank();
            self.need(":", "':' is missing")?;
            let value = self.value(depth)?;
            member(name, value);
            self.blank();
            if self.take("}") {
                return Ok(());
            }
            self.need(",", "',' or '}' is missing")?;
        }
    }

    fn array(&mut self, depth: u32) -> Result<(), Wrong> {
        self.need("[", "'[' is missing")?;
        self.blank();
        if self.take("]") {
            return Ok(());
        }
        loop {
            self.value(depth)?;
            self.blank();
            if self.take("]") {
                return Ok(());
            }
            self.need(",", "',' or ']' is missing")?;
        }
    }

    /// Reads a value, and returns it if it is a text.
    fn value(&mut self, depth: u32) -> Result<Option<String>, Wrong> {
        let depth = depth.checked_sub(1).ok_or("it is nested too deeply")?;
        self.blank();
        match self.next() {
            Some('"') => return self.text().map(Some),
            Some('{') => self.object(depth, &mut |_, _| ())?,
            Some('[') => self.array(depth)?,
            Some('-' | '0'..='9') => {
                let end = self.left.find(|c: char| !matches!(c, '0'..='9' | '-' | '+' | '.' | 'e' | 'E'));
                let (number, left) = self.left.split_at(end.unwrap_or(self.left.len()));
                number.parse::<f64>().map_err(|_| "a number is wrong")?;
                self.left = left;
            }
            _ if self.take("true") || self.take("false") || self.take("null") => {}
            _ => return Err("a value is missing"),
        }
        Ok(None)
    }

    fn text(&mut self) -> Result<String, Wrong> {
        self.need("\"", "a text is missing")?;
        let mut text = String::new();
        loop {
            let next = self.next().ok_or("a text does not end")?;
            self.left = self.left.get(next.len_utf8()..).unwrap_or_default();
            match next {
                '"' => return Ok(text),
                '\\' => text.push(self.escaped()?),
                '\0'..'\u{20}' => return Err("a text has a control character"),
                other => text.push(other),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, Wrong> {
        let next = self.next().ok_or("a text does not end")?;
        self.left = self.left.get(next.len_utf8()..).unwrap_or_default();
        Ok(match next {
            '"' | '\\' | '/' => next,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let digits = self.left.get(..4).ok_or("an escape is cut off")?;
                let code = u32::from_str_radix(digits, 16).map_err(|_| "an escape is wrong")?;
                self.left = self.left.get(4..).unwrap_or_default();
                // Halves of pairs stand for nothing that is looked at here.
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return Err("an escape is wrong"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::members;

    #[test]
    fn texts_of_an_object_are_found() {
        let found = members(
            r#" {"execute" : "guest-info", "arguments":{"a":[1,-2.5e3,true,null,{}],"execute":"x"},"é":"\u0041\n"} "#,
        );
        let found: Vec<_> = found.unwrap().into_iter().collect();
        let expected = [("execute", "guest-info"), ("é", "A\n")];
        assert_eq!(found, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(members("{}").map(|found| found.len()), Ok(0));
    }

    #[test]
    fn all_else_is_refused() {
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(100), "]".repeat(100));
        for text in [
            "",
            "[]",
            "1",
            "{",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a:1}",
            "{} x",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\\u12\"}",
            "{\"a\":1-}",
            "{\"a",
            &deep,
        ] {
            assert!(members(text).is_err(), "{text}");
        }
    }
}
