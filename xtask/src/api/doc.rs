//! What a documentation comment says, piece by piece.

use std::collections::BTreeMap;

/// A comment of the form `name:`, `@argument: text` lines, paragraphs, `Returns …`, `Since: x.y.z`; all parts optional.
#[derive(Debug, Clone, Default)]
pub(super) struct Doc {
    /// The paragraphs.
    pub(super) text: String,
    /// Text by argument name.
    pub(super) arguments: BTreeMap<String, String>,
    /// What follows `Returns`.
    pub(super) returns: String,
    /// The release that brought the item.
    pub(super) since: Option<String>,
}

/// Which part the next line belongs to.
enum Part {
    Text,
    Argument(String),
    Returns,
}

impl Doc {
    /// Reads the comment above the item `name`.
    pub(super) fn parse(comment: &str, name: &str) -> Self {
        let mut doc = Self::default();
        let mut part = Part::Text;
        let mut paragraphs: Vec<String> = vec![String::new()];
        for (index, line) in comment.lines().enumerate() {
            let line = match line.strip_prefix(name).and_then(|l| l.strip_prefix(':')) {
                Some(rest) if index == 0 => rest.trim(),
                _ => line.trim_end(),
            };
            if let Some(version) = line.strip_prefix("Since:") {
                doc.since = version_in(version);
                part = Part::Text;
                continue;
            }
            let mut line = line;
            if line.is_empty() {
                part = Part::Text;
                paragraphs.push(String::new());
                continue;
            }
            if let Some((argument, text)) = argument(line) {
                part = Part::Argument(argument.to_owned());
                line = text;
            } else if let Some(text) = line.strip_prefix("Returns") {
                part = Part::Returns;
                line = text.trim_start_matches(':');
            }
            let target = match &part {
                Part::Argument(argument) => doc.arguments.entry(argument.clone()).or_default(),
                Part::Returns => &mut doc.returns,
                Part::Text => match paragraphs.last_mut() {
                    Some(last) => last,
                    None => continue,
                },
            };
            append(target, line, matches!(part, Part::Text));
        }
        paragraphs.retain(|paragraph| !paragraph.is_empty());
        doc.text = paragraphs.join("\n\n");
        if doc.since.is_none() {
            (doc.text, doc.since) = split_since(&doc.text);
        }
        doc
    }

    /// Reads the comment behind a constant or a field, `text (Since: x.y.z)`: one line, whatever its breaks.
    pub(super) fn trailing(comment: &str) -> Self {
        let words: Vec<&str> = comment.split_whitespace().collect();
        let (text, since) = split_since(&words.join(" "));
        Self { text, since, ..Self::default() }
    }
}

/// `@name: text`
fn argument(line: &str) -> Option<(&str, &str)> {
    let (name, text) = line.strip_prefix('@')?.split_once(':')?;
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    (!name.is_empty() && name.chars().all(word)).then_some((name, text))
}

/// Paragraphs keep their line breaks; argument and return texts are one line.
fn append(target: &mut String, line: &str, keep_breaks: bool) {
    if !target.is_empty() {
        target.push(if keep_breaks { '\n' } else { ' ' });
    }
    target.push_str(if keep_breaks { line } else { line.trim() });
}

/// Takes `(Since: x.y.z)` out of a text.
fn split_since(text: &str) -> (String, Option<String>) {
    let Some((before, rest)) = text.split_once("(Since:") else {
        return (text.to_owned(), None);
    };
    let Some((version, after)) = rest.split_once(')') else {
        return (text.to_owned(), None);
    };
    let text = format!("{}{}", before.trim_end(), after.trim_end());
    (text, version_in(version))
}

fn version_in(text: &str) -> Option<String> {
    let version = text.trim();
    let numeric = |c: char| c.is_ascii_digit() || c == '.';
    (!version.is_empty() && version.chars().all(numeric)).then(|| version.to_owned())
}

/// A release as numbers, to find the oldest one.
pub(super) fn order(version: &str) -> Vec<u32> {
    version.split('.').map(|part| part.parse().unwrap_or(u32::MAX)).collect()
}
