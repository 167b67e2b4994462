//! Splits an IDL file into words, signs and comments, each with its line.

/// One piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// A name or a number.
    Word(String),
    /// One of `{ } ( ) [ ] < > ; , = : *`.
    Sign(char),
    /// The text between `/*` and `*/`, without the stars that lead its lines.
    Comment(String),
}

/// Splits `text`; `path` is for errors.
pub(crate) fn lex(path: &str, text: &str) -> Result<Vec<(Token, usize)>, String> {
    let mut tokens = Vec::new();
    let mut line = 1_usize;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let mut len = first.len_utf8();
        if first == '\n' {
            line = line.saturating_add(1);
        } else if let Some(body) = rest.strip_prefix("/*") {
            let end = body.find("*/").ok_or(format!("{path}:{line}: comment without end"))?;
            let comment = body.get(..end).unwrap_or_default();
            tokens.push((Token::Comment(strip_stars(comment)), line));
            line = line.saturating_add(comment.matches('\n').count());
            len = end.saturating_add(4);
        } else if is_word(first) {
            len = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            tokens.push((Token::Word(rest.get(..len).unwrap_or_default().to_owned()), line));
        } else if "{}()[]<>;,=:*".contains(first) {
            tokens.push((Token::Sign(first), line));
        } else if !first.is_whitespace() {
            return Err(format!("{path}:{line}: unexpected character '{first}'"));
        }
        rest = rest.get(len..).unwrap_or_default();
    }
    Ok(tokens)
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn strip_stars(comment: &str) -> String {
    let lines = comment.lines().map(|line| line.trim().trim_start_matches('*').trim());
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}
