//! libvirt.conf and libvirt-admin.conf: `name = value` per line, values being strings, integers and lists of those.
//!
//! Accepts what the stock library does, byte by byte (nothing needs to be UTF-8), and answers with its texts. Two
//! limits: 10 MiB per file, as there, and 64 lists inside each other (there the stack is the limit).
use crate::env::{Env, path_text};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_sys::errno::EOVERFLOW;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Largest file that is read, in bytes.
pub(crate) const MAX_SIZE: usize = 10 << 20;
/// Lists inside lists.
const MAX_DEPTH: u32 = 64;

/// A value. The sign of a number is kept apart: there `-0` is signed and `0` is not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Value {
    /// Digits after an optional sign; what does not fit is the largest.
    Number {
        /// It began with `-`.
        negative: bool,
        /// Without the sign.
        amount: u64,
    },
    /// Between quotes; ends at the first NUL.
    String(Vec<u8>),
    /// Between brackets.
    List(Vec<Value>),
}

/// A configuration file; the default is one without entries.
#[derive(Clone, Default, Debug)]
pub struct Conf {
    /// For messages.
    path: Vec<u8>,
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    name: Vec<u8>,
    value: Value,
    /// Where the value begins.
    line: u32,
}

pub(crate) fn error(code: ErrorCode, text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::CONF, code, text)
}

/// Returns where the configuration `name` is: in /etc/libvirt for root, else in the user's configuration directory.
pub fn location(name: &str, env: &impl Env) -> PathBuf {
    if env.privileged() {
        return Path::new("/etc/libvirt").join(name);
    }
    let base = env.variable("XDG_CONFIG_HOME").map(PathBuf::from);
    let base = base.or_else(|| Some(env.home()?.join(".config")));
    base.unwrap_or_else(|| PathBuf::from("/.config")).join("libvirt").join(name)
}

impl Conf {
    /// Reads the user's (or root's) file; one that does not exist has no entries.
    ///
    /// # Errors
    /// It exists and cannot be read, is too large, or does not parse.
    pub fn load(name: &str, env: &impl Env) -> Result<Self> {
        let path = location(name, env);
        if env.exists(&path) { Self::read(&path, env) } else { Ok(Self::default()) }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// It cannot be read, is too large, or does not parse.
    pub fn read(path: &Path, env: &impl Env) -> Result<Self> {
        let failed = |text: Vec<u8>, error: &std::io::Error| {
            let errno = error.raw_os_error().unwrap_or(EOVERFLOW);
            Error::system(ErrorDomain::NONE, errno, text)
        };
        let unread = |error: &std::io::Error| failed(message!("Failed to read file '%1$s'", path_text(path)), error);
        let unopened = |error: &std::io::Error| failed(message!("Failed to open file '%1$s'", path_text(path)), error);
        let mut file = env.open(path).map_err(|why| unopened(&why))?;
        let mut text = Vec::new();
        let limit = u64::try_from(MAX_SIZE).unwrap_or(u64::MAX);
        Read::take(&mut file, limit.saturating_add(1)).read_to_end(&mut text).map_err(|why| unread(&why))?;
        if text.len() > MAX_SIZE {
            return Err(unread(&std::io::ErrorKind::FileTooLarge.into()));
        }
        Self::parse(path_text(path).as_bytes(), &text)
    }

    /// Parses `text`; `path` is for messages.
    ///
    /// # Errors
    /// `VIR_ERR_CONF_SYNTAX` naming file, line and what is missing there.
    pub fn parse(path: &[u8], text: &[u8]) -> Result<Self> {
        let mut parser = Parser { path, rest: text, line: 1 };
        let mut entries = Vec::new();
        while !parser.rest.is_empty() {
            parser.skip_blanks_and_ends();
            if parser.peek() == b'#' {
                parser.skip_comment();
            } else {
                entries.push(parser.statement()?);
            }
            parser.separator()?;
        }
        Ok(Self { path: path.to_vec(), entries })
    }

    /// Returns the first entry of this name.
    fn value(&self, name: &str) -> Option<&Value> {
        self.entry(name).map(|entry| &entry.value)
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name == name.as_bytes())
    }

    /// Returns the names of all entries, and the lines they stand in.
    pub fn names(&self) -> impl Iterator<Item = (&[u8], u32)> {
        self.entries.iter().map(|entry| (entry.name.as_slice(), entry.line))
    }

    /// Returns the line of an entry, 0 for one that is not there.
    #[must_use]
    pub fn line(&self, name: &str) -> u32 {
        self.entry(name).map_or(0, |entry| entry.line)
    }

    /// Returns true if there is such an entry.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// Returns a number that is not negative; `None` when there is no such entry.
    ///
    /// # Errors
    /// The entry is something else.
    pub fn unsigned(&self, name: &str) -> Result<Option<u64>> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::Number { negative: false, amount }) => Ok(Some(*amount)),
            Some(_) => Err(error(
                ErrorCode::INTERNAL_ERROR,
                message!("%1$s: expected an unsigned integer for '%2$s' parameter", self.place(name), name),
            )),
        }
    }

    /// Returns a number; `None` when there is no such entry.
    ///
    /// # Errors
    /// The entry is something else.
    pub fn integer(&self, name: &str) -> Result<Option<i64>> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::Number { negative, amount }) => {
                let amount = i64::try_from(*amount).unwrap_or(i64::MAX);
                Ok(Some(if *negative { amount.wrapping_neg() } else { amount }))
            }
            Some(_) => Err(error(
                ErrorCode::INTERNAL_ERROR,
                message!("%1$s: expected a signed integer for '%2$s' parameter", self.place(name), name),
            )),
        }
    }

    /// Returns a truth, which is written as 0 or 1; `None` when there is no such entry.
    ///
    /// # Errors
    /// The entry is something else.
    pub fn truth(&self, name: &str) -> Result<Option<bool>> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::Number { negative: false, amount: amount @ (0 | 1) }) => Ok(Some(*amount == 1)),
            Some(_) => Err(error(
                ErrorCode::INTERNAL_ERROR,
                message!("%1$s: value for '%2$s' parameter must be 0 or 1", self.place(name), name),
            )),
        }
    }

    /// Returns file and line of an entry, as the errors of daemons name it.
    fn place(&self, name: &str) -> Vec<u8> {
        let mut place = self.path.clone();
        place.extend_from_slice(format!(":{}", self.line(name)).as_bytes());
        place
    }

    /// Returns a string; `None` when there is no such entry.
    ///
    /// # Errors
    /// The entry is something else.
    pub fn string(&self, name: &str) -> Result<Option<&[u8]>> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(error(
                ErrorCode::INTERNAL_ERROR,
                message!("%1$s: expected a string for '%2$s' parameter", self.path, name),
            )),
        }
    }

    /// Returns a list of strings; none and an empty one are the same.
    ///
    /// # Errors
    /// The entry is something else, or something else is in the list.
    pub fn strings(&self, name: &str) -> Result<Vec<&[u8]>> {
        let no_list =
            |code| error(code, message!("%1$s: expected a string list for '%2$s' parameter", self.path, name));
        let items = match self.value(name) {
            None => return Ok(Vec::new()),
            Some(Value::List(items)) => items,
            Some(_) => return Err(no_list(ErrorCode::INTERNAL_ERROR)),
        };
        let mut texts = Vec::new();
        for item in items {
            let Value::String(text) = item else {
                return Err(no_list(ErrorCode::CONF_SYNTAX));
            };
            texts.push(text.as_slice());
        }
        Ok(texts)
    }

    /// Returns a number as text, whether it stands there as one or as a string.
    ///
    /// # Errors
    /// The entry is a list.
    pub fn number_text(&self, name: &str) -> Result<Option<Vec<u8>>> {
        Ok(match self.value(name) {
            None => None,
            Some(Value::String(text)) => Some(text.clone()),
            Some(Value::Number { negative, amount }) => {
                let sign = if *negative { "-" } else { "" };
                Some(format!("{sign}{amount}").into_bytes())
            }
            Some(Value::List(_)) => {
                let path = String::from_utf8_lossy(&self.path);
                let text = format!("{path}: expected a number for '{name}' parameter");
                return Err(error(ErrorCode::INTERNAL_ERROR, text));
            }
        })
    }

    /// Returns the file's path, for messages.
    #[must_use]
    pub fn path(&self) -> &[u8] {
        &self.path
    }
}

/// What is left of the text.
struct Parser<'a> {
    path: &'a [u8],
    rest: &'a [u8],
    line: u32,
}

fn ends_line(byte: u8) -> bool {
    byte == b'\n' || byte == b'\r'
}

fn blank(byte: u8) -> bool {
    byte == b' ' || byte == b'\t'
}

impl<'a> Parser<'a> {
    /// Returns the next byte; NUL at the end.
    fn peek(&self) -> u8 {
        self.rest.first().copied().unwrap_or_default()
    }

    fn skip(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }

    /// Takes bytes as long as they please.
    fn take_while(&mut self, pleases: impl Fn(u8) -> bool) -> &'a [u8] {
        let end = self.rest.iter().position(|&byte| !pleases(byte));
        let end = end.unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at_checked(end).unwrap_or_default();
        self.rest = rest;
        taken
    }

    fn count_lines(&mut self, passed: &[u8]) {
        let lines = passed.iter().filter(|&&byte| byte == b'\n').count();
        let lines = u32::try_from(lines).unwrap_or(u32::MAX);
        self.line = self.line.saturating_add(lines);
    }

    fn skip_blanks(&mut self) {
        self.take_while(blank);
    }

    fn skip_blanks_and_ends(&mut self) {
        let passed = self.take_while(|byte| blank(byte) || ends_line(byte));
        self.count_lines(passed);
    }

    fn skip_comment(&mut self) {
        self.take_while(|byte| !ends_line(byte));
    }

    fn fault(&self, what: impl AsRef<[u8]>) -> Error {
        error(ErrorCode::CONF_SYNTAX, message!("%1$s:%2$d: %3$s", self.path, self.line, what.as_ref()))
    }

    /// `name = value`, perhaps with a comment behind it.
    fn statement(&mut self) -> Result<Entry> {
        if !self.peek().is_ascii_alphabetic() {
            return Err(self.fault(message!("expecting a name")));
        }
        let name = self.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        self.skip_blanks();
        if self.peek() != b'=' {
            return Err(self.fault(message!("expecting an assignment")));
        }
        self.skip(1);
        let line = self.line;
        let value = self.value(MAX_DEPTH)?;
        self.skip_blanks();
        if self.peek() == b'#' {
            self.skip_comment();
        }
        Ok(Entry { name: name.to_vec(), value, line })
    }

    /// The end of a line, a semicolon, or the end.
    fn separator(&mut self) -> Result<()> {
        self.skip_blanks();
        if self.rest.is_empty() {
            return Ok(());
        }
        if self.peek() == b';' {
            self.skip(1);
        } else if !ends_line(self.peek()) {
            return Err(self.fault(message!("expecting a separator")));
        }
        self.skip_blanks_and_ends();
        Ok(())
    }

    fn value(&mut self, depth: u32) -> Result<Value> {
        self.skip_blanks();
        match self.peek() {
            b'"' | b'\'' => self.string().map(Value::String),
            b'[' => self.list(depth),
            b'+' | b'-' | b'0'..=b'9' => self.number(),
            _ => Err(self.fault(message!("expecting a value"))),
        }
    }

    fn number(&mut self) -> Result<Value> {
        let negative = self.peek() == b'-';
        if !self.peek().is_ascii_digit() {
            self.skip(1);
        }
        let digits = self.take_while(|byte| byte.is_ascii_digit());
        if digits.is_empty() {
            return Err(self.fault(message!("unterminated number")));
        }
        let more = |sum: u64, digit: &u8| {
            let digit = digit.wrapping_sub(b'0');
            sum.saturating_mul(10).saturating_add(u64::from(digit))
        };
        let amount = digits.iter().fold(0, more);
        Ok(Value::Number { negative, amount })
    }

    /// `'…'` and `"…"` end with the line at the latest, `"""…"""` does not.
    fn string(&mut self) -> Result<Vec<u8>> {
        let quote = self.peek();
        // Two quotes and two more are needed, and a byte beside them: `""""""` at the very end is no such string.
        let text = if self.rest.starts_with(b"\"\"\"") && self.rest.len() > 6 {
            self.skip(3);
            let end = self.rest.windows(3).position(|three| three == b"\"\"\"");
            // Lines count up to where the search stops, which is two bytes before the end when nothing is found.
            let stop = end.unwrap_or(self.rest.len().saturating_sub(2));
            let (text, _) = self.rest.split_at_checked(stop).unwrap_or_default();
            self.count_lines(text);
            if end.is_none() {
                return Err(self.fault(message!("unterminated string")));
            }
            self.skip(stop.saturating_add(3));
            text
        } else {
            self.skip(1);
            let text = self.take_while(|byte| byte != quote && !ends_line(byte));
            if self.peek() != quote {
                return Err(self.fault(message!("unterminated string")));
            }
            self.skip(1);
            text
        };
        let end = text.iter().position(|&byte| byte == 0);
        Ok(text.get(..end.unwrap_or(text.len())).unwrap_or_default().to_vec())
    }

    /// `[ value, value, ]`; line ends may stand around the values.
    fn list(&mut self, depth: u32) -> Result<Value> {
        let Some(depth) = depth.checked_sub(1) else {
            return Err(self.fault("too many lists inside each other"));
        };
        self.skip(1);
        let mut items = Vec::new();
        self.skip_blanks_and_ends();
        if !self.rest.is_empty() && self.peek() != b']' {
            items.push(self.value(depth)?);
            self.skip_blanks_and_ends();
        }
        while !self.rest.is_empty() && self.peek() != b']' {
            if self.peek() != b',' {
                return Err(self.fault(message!("expecting a separator in list")));
            }
            self.skip(1);
            self.skip_blanks_and_ends();
            if self.peek() == b']' {
                break;
            }
            items.push(self.value(depth)?);
            self.skip_blanks_and_ends();
        }
        if self.peek() != b']' {
            return Err(self.fault(message!("list is not closed with ]")));
        }
        self.skip(1);
        Ok(Value::List(items))
    }
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
