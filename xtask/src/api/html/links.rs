//! Text as HTML, with a link wherever a declared name stands.

use super::super::model::{Header, Kind};
use std::collections::HashMap;

/// Where each name is declared.
#[derive(Debug)]
pub(super) struct Links(HashMap<String, String>);

impl Links {
    /// Collects the names of the headers. A typedef of a struct leads to where its fields are.
    pub(super) fn new(headers: &[Header]) -> Self {
        let mut places = HashMap::new();
        for header in headers {
            for item in header.items.iter().filter(|item| !item.name.is_empty()) {
                let mut add = |name: &str| {
                    places.entry(name.to_owned()).or_insert_with(|| format!("{}.html#{name}", header.name));
                };
                add(&item.name);
                if let Kind::Enum(constants) = &item.kind {
                    constants.iter().for_each(|constant| add(&constant.name));
                }
            }
        }
        Self(places)
    }

    /// Returns text with links, but none to `own`, which stands above it.
    pub(super) fn text(&self, text: &str, own: &str) -> String {
        let mut html = String::with_capacity(text.len().saturating_mul(2));
        let mut rest = text;
        while let Some(begin) = rest.find(is_word) {
            let (before, from) = rest.split_at(begin);
            let (word, behind) = from.split_at(from.find(|letter| !is_word(letter)).unwrap_or(from.len()));
            // What a comment calls `@name` is an argument.
            let argument = before.strip_suffix('@');
            html.push_str(&escape(argument.unwrap_or(before)));
            match self.0.get(word) {
                _ if argument.is_some() => html.push_str(&format!("<code>{}</code>", escape(word))),
                Some(place) if word != own => html.push_str(&format!("<a href=\"{place}\">{word}</a>")),
                _ => html.push_str(&escape(word)),
            }
            rest = behind;
        }
        html.push_str(&escape(rest));
        html
    }

    /// Returns paragraphs, which an empty line separates; indented ones are shown as they are.
    pub(super) fn paragraphs(&self, text: &str, own: &str) -> String {
        let mut html = String::new();
        for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
            let shown = self.text(paragraph.trim_end(), own);
            if paragraph.lines().all(|line| line.starts_with("  ")) {
                html.push_str(&format!("<pre>{shown}</pre>\n"));
            } else {
                html.push_str(&format!("<p>{}</p>\n", shown.trim_start()));
            }
        }
        html
    }
}

fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// Returns the text as HTML shows it.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Returns the first sentence of a text, on one line.
pub(super) fn first_sentence(text: &str) -> String {
    let paragraph = text.split("\n\n").next().unwrap_or_default();
    let line = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    let end = line.find(". ").unwrap_or(line.len());
    line.get(..end).unwrap_or_default().trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_links_and_everything_is_escaped() {
        let links = Links(HashMap::from([("virA".to_owned(), "a.html#virA".to_owned())]));
        let text = "see virA() & virAB, <virA>";
        let html = "see <a href=\"a.html#virA\">virA</a>() &amp; virAB, &lt;<a href=\"a.html#virA\">virA</a>&gt;";
        assert_eq!(links.text(text, ""), html);
        assert_eq!(links.text("virA", "virA"), "virA");
        assert_eq!(links.text("if @virA is", ""), "if <code>virA</code> is");
        assert_eq!(links.paragraphs("a\nb\n\n  c\n\n", ""), "<p>a\nb</p>\n<pre>  c</pre>\n");
        assert_eq!(first_sentence("One\ntwo. Three.\n\nFour"), "One two");
    }
}
