//! What a line looks like: `time: thread: level : function:line : text`.
use crate::Level;
use crate::time::Stamp;
use std::fmt;

/// No line is longer, so that a pipe takes it whole or not at all (PIPE_BUF).
const LONGEST: usize = 4096;
/// How much of a caller's text is shown.
const SHOWN: usize = 200;

/// Where in the program a line comes from.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The source file.
    pub file: &'a str,
    /// Its line; 0 when it means nothing.
    pub line: u32,
    /// The function.
    pub function: &'a str,
}

/// One line before it is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record<'a> {
    pub(crate) source: &'a str,
    pub(crate) level: Level,
    pub(crate) place: &'a Place<'a>,
    /// More numbers for the journal.
    pub(crate) fields: &'a [(&'a str, i32)],
    pub(crate) text: &'a str,
}

impl Record<'_> {
    /// Without the time: what syslog gets.
    pub(crate) fn body(&self, thread: i32) -> String {
        let level = self.level.name();
        // The logger's own lines have no function, and tools know them by that.
        let body = if self.place.function.is_empty() {
            format!("{thread}: {level} : {}", self.text)
        } else {
            let Place { function, line, .. } = self.place;
            format!("{thread}: {level} : {function}:{line} : {}", self.text)
        };
        cut(body)
    }

    /// The whole line with its end.
    pub(crate) fn line(&self, thread: i32) -> String {
        let mut line = cut(format!("{}: {}", Stamp::now(), self.body(thread)));
        line.push('\n');
        line
    }

    /// The datagram of the journal's native protocol. A value with a line's end is sent with its length.
    pub(crate) fn journal(&self) -> Vec<u8> {
        let mut out = Vec::new();
        field(&mut out, "MESSAGE", &cut(self.text.to_owned()));
        field(&mut out, "PRIORITY", &severity(self.level).to_string());
        // LOG_DAEMON, unshifted.
        field(&mut out, "SYSLOG_FACILITY", "3");
        field(&mut out, "LIBVIRT_SOURCE", self.source);
        field(&mut out, "CODE_FILE", self.place.file);
        field(&mut out, "CODE_LINE", &self.place.line.to_string());
        let function = match self.place.function {
            "" => "log",
            function => function,
        };
        field(&mut out, "CODE_FUNC", function);
        for (name, value) in self.fields {
            field(&mut out, name, &value.to_string());
        }
        out
    }
}

fn field(out: &mut Vec<u8>, name: &str, value: &str) {
    out.extend_from_slice(name.as_bytes());
    if value.contains('\n') {
        out.push(b'\n');
        let length = u64::try_from(value.len()).unwrap_or(u64::MAX);
        out.extend_from_slice(&length.to_le_bytes());
    } else {
        out.push(b'=');
    }
    out.extend_from_slice(value.as_bytes());
    out.push(b'\n');
}

/// Syslog's number of a level.
pub(crate) fn severity(level: Level) -> u8 {
    match level {
        Level::Debug => 7,
        Level::Info => 6,
        Level::Warning => 4,
        Level::Error => 3,
    }
}

/// Leaves room for the line's end; `…` says that something is missing.
fn cut(mut text: String) -> String {
    const MARK: &str = "…";
    let room = LONGEST.saturating_sub(1);
    if text.len() > room {
        let mut at = room.saturating_sub(MARK.len());
        while !text.is_char_boundary(at) {
            at = at.saturating_sub(1);
        }
        text.truncate(at);
        text.push_str(MARK);
    }
    text
}

/// A caller's text between quotation marks on one line; what is too long ends in `…` and its length in bytes.
pub fn quoted(text: &[u8]) -> impl fmt::Display + '_ {
    Quoted(text)
}

struct Quoted<'a>(&'a [u8]);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self.0.get(..SHOWN).unwrap_or(self.0);
        f.write_str("\"")?;
        for &byte in shown {
            match byte {
                // Not special between these quotation marks.
                b'\'' => f.write_str("'")?,
                other => write!(f, "{}", std::ascii::escape_default(other))?,
            }
        }
        f.write_str("\"")?;
        if shown.len() < self.0.len() {
            write!(f, "…({})", self.0.len())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record<'a>(place: &'a Place<'a>, text: &'a str) -> Record<'a> {
        Record { source: "rpc.netclient", level: Level::Warning, place, fields: &[("LIBVIRT_CODE", 38)], text }
    }

    #[test]
    fn bodies() {
        let place = Place { file: "a.rs", line: 7, function: "f" };
        assert_eq!(record(&place, "x y").body(12), "12: warning : f:7 : x y");
        let own = Place { function: "", ..place };
        assert_eq!(record(&own, "x").body(12), "12: warning : x");
        let long = "é".repeat(4000);
        let line = record(&place, &long).line(12);
        assert!(line.len() <= LONGEST && line.ends_with("é…\n"));
    }

    #[test]
    fn journal_fields() {
        let place = Place { file: "a.rs", line: 7, function: "f" };
        let bytes = record(&place, "one\ntwo").journal();
        let mut expected = b"MESSAGE\n\x07\0\0\0\0\0\0\0one\ntwo\n".to_vec();
        expected.extend_from_slice(
            b"PRIORITY=4\nSYSLOG_FACILITY=3\nLIBVIRT_SOURCE=rpc.netclient\nCODE_FILE=a.rs\nCODE_LINE=7\nCODE_FUNC=f\nLIBVIRT_CODE=38\n",
        );
        assert_eq!(bytes, expected);
    }

    #[test]
    fn quoted_texts() {
        assert_eq!(quoted(b"a'\"b\n\xff").to_string(), r#""a'\"b\n\xff""#);
        let long = quoted(&[b'x'; 300]).to_string();
        assert!(long.ends_with("x\"…(300)") && long.len() == 200 + 2 + "…(300)".len());
    }
}
