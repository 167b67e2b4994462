//! Splits one of our headers into words, signs, strings, directives and documentation comments, each with its line.
//!
//! Not a C lexer: it knows what our headers use and refuses the rest.

/// One piece of a header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A name or a number.
    Word(String),
    /// A single character.
    Sign(char),
    /// A preprocessor line without its `#`; continued lines are joined.
    Directive(String),
    /// The text of `/** … */`, or of `/**< … */` with `trailing`, without leading stars.
    Comment { text: String, trailing: bool },
}

/// A token and the line it starts on.
pub(super) type Located = (Token, usize);

/// Splits `text`; `path` is for errors. Comments that are not documentation are dropped, but for one that opens the file.
pub(super) fn lex(path: &str, text: &str) -> Result<Vec<Located>, String> {
    let mut tokens = Vec::new();
    let mut line = 1_usize;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let len = if let Some(body) = rest.strip_prefix("/*") {
            let end = body.find("*/");
            let end = end.ok_or(format!("{path}:{line}: comment without end"))?;
            let body = body.get(..end).unwrap_or_default();
            if body.starts_with('*') || tokens.is_empty() {
                let body = body.trim_start_matches('*');
                let trailing = body.starts_with('<');
                let text = plain(body.trim_start_matches('<'));
                tokens.push((Token::Comment { text, trailing }, line));
            }
            end.saturating_add(4)
        } else if let Some(body) = rest.strip_prefix('#') {
            let len = directive_len(body);
            let body = body.get(..len).unwrap_or_default().replace("\\\n", " ");
            tokens.push((Token::Directive(body.trim().to_owned()), line));
            len.saturating_add(1)
        } else if is_word(first) {
            let len = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            let word = rest.get(..len).unwrap_or_default().to_owned();
            tokens.push((Token::Word(word), line));
            len
        } else if "{}()[];,=*+-<>|~.\"".contains(first) {
            tokens.push((Token::Sign(first), line));
            1
        } else if first.is_whitespace() {
            first.len_utf8()
        } else {
            return Err(format!("{path}:{line}: unexpected character '{first}'"));
        };
        let passed = rest.get(..len).unwrap_or(rest);
        line = line.saturating_add(passed.matches('\n').count());
        rest = rest.get(len..).unwrap_or_default();
    }
    Ok(tokens)
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Up to the end of the line that is not continued, or to a documentation comment on it.
fn directive_len(body: &str) -> usize {
    let mut from = 0;
    while let Some(end) = body.get(from..).and_then(|rest| rest.find('\n')) {
        let end = from.saturating_add(end);
        if !body.get(..end).unwrap_or_default().ends_with('\\') {
            let comment = body.find(" /*").unwrap_or(end);
            return end.min(comment);
        }
        from = end.saturating_add(1);
    }
    body.len()
}

/// Without the stars that lead the lines; the lines stay.
fn plain(comment: &str) -> String {
    let lines = comment.lines().map(|line| {
        let line = line.trim();
        line.strip_prefix("* ").or(line.strip_prefix('*')).unwrap_or(line)
    });
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}
