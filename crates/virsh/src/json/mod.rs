//! JSON: what a command printed, as data for programs. docs/JSON.md is the interface.
//!
//! A command prints what the stock program prints; here is said which commands print data, and in which form. So there is one
//! text and one document of everything, and they cannot differ.
mod shapes;
mod value;

pub(crate) use shapes::{Shape, shape};

use crate::print::Table;
use oxivirt_model::json::{array, object, string};
use value::{cell, key, number, text_of, value};

/// What a command printed: its tables, and its text.
#[derive(Debug, Default)]
pub(crate) struct Printed {
    pub(crate) tables: Vec<Table>,
    pub(crate) text: Vec<u8>,
}

/// Returns the document.
pub(crate) fn document(shape: Shape, printed: &Printed) -> String {
    let text = text_of(&printed.text);
    match shape {
        Shape::Table if printed.tables.is_empty() => text_table(&text),
        Shape::Table => array(&printed.tables.iter().flat_map(rows).collect::<Vec<_>>()),
        Shape::Lines => lines(&text),
        Shape::Text => string(text.trim_end_matches('\n')),
        Shape::Pairs => object(&pairs(text.lines())),
        Shape::Blocks => array(&blocks(&text)),
        Shape::Words => object(&words(&text)),
        Shape::Statistics => array(&statistics(&text)),
        Shape::Xml => object(&[("xml", string(&text))]),
    }
}

fn rows(table: &Table) -> Vec<String> {
    let mut rows = table.cells();
    let keys: Vec<String> = rows.next().unwrap_or_default().into_iter().map(key).collect();
    let row = |cells: Vec<&str>| {
        let members = keys.iter().zip(cells).map(|(key, text)| (key.clone(), cell(key, text)));
        object(&members.collect::<Vec<_>>())
    };
    rows.map(row).collect()
}

/// Returns the rows of a table that a command printed as text: it knows no widths, so its cells hold no blanks. Without a header
/// they are lines.
fn text_table(text: &str) -> String {
    let mut all = text.lines();
    let (Some(header), Some(rule)) = (all.next(), all.next()) else { return lines(text) };
    if !rule.starts_with("---") {
        return lines(text);
    }
    let keys: Vec<String> = header.split("  ").filter(|name| !name.trim().is_empty()).map(key).collect();
    let row = |line: &str| {
        let members = keys.iter().zip(line.split_whitespace()).map(|(key, text)| (key.clone(), cell(key, text)));
        object(&members.collect::<Vec<_>>())
    };
    array(&all.filter(|line| !line.is_empty()).map(row).collect::<Vec<_>>())
}

fn lines(text: &str) -> String {
    // Between the branches of a tree there are lines of blanks.
    array(&text.lines().filter(|line| !line.trim().is_empty()).map(string).collect::<Vec<_>>())
}

/// Returns the members of lines like `name: value`. A line without a name goes on with the one before: such members are arrays.
fn pairs<'t>(lines: impl Iterator<Item = &'t str>) -> Vec<(String, String)> {
    let mut members: Vec<(String, String)> = Vec::new();
    let mut messages = Vec::new();
    for (name, text) in lines.filter_map(|line| line.split_once(':').or_else(|| line.split_once('='))) {
        let name = key(name);
        if name == "messages" || name.is_empty() {
            messages.push(string(text.trim()));
        } else {
            let value = value(&name, text.trim());
            members.push((name, value));
        }
    }
    if !messages.is_empty() {
        members.push(("messages".into(), array(&messages)));
    }
    members
}

fn blocks(text: &str) -> Vec<String> {
    let blocks = text.split("\n\n").filter(|block| !block.trim().is_empty());
    blocks.map(|block| object(&pairs(block.lines()))).collect()
}

/// Returns the members of lines whose last two words are a name and a number.
fn words(text: &str) -> Vec<(String, String)> {
    let last_two = |line: &str| {
        let mut words = line.split_whitespace().rev();
        let number = number(words.next()?)?;
        Some((words.next()?.to_owned(), number))
    };
    text.lines().filter_map(last_two).collect()
}

/// Returns an object for each domain, with its name and what is told of it.
fn statistics(text: &str) -> Vec<String> {
    let mut domains: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("Domain: '").and_then(|rest| rest.strip_suffix('\'')) {
            domains.push((name.to_owned(), Vec::new()));
        } else if let Some((name, text)) = line.trim_start().split_once('=')
            && let Some((_, statistics)) = domains.last_mut()
        {
            statistics.push((name.to_owned(), value(name, text)));
        }
    }
    domains.iter().map(|(name, found)| object(&[("name", string(name)), ("stats", object(found))])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(shape: Shape, text: &str) -> String {
        document(shape, &Printed { tables: Vec::new(), text: text.into() })
    }

    #[test]
    fn each_shape() {
        let mut table = Table::new(&["Id", "Name", "Autostart"]);
        table.row(&["1", "7", "yes"]);
        table.row(&["-", "-", "no"]);
        let printed = Printed { tables: vec![table], text: Vec::new() };
        let rows = r#"[{"id":1,"name":"7","autostart":true},{"id":null,"name":null,"autostart":false}]"#;
        assert_eq!(document(Shape::Table, &printed), rows);
        assert_eq!(of(Shape::Table, "a\n  \nb\n\n"), r#"["a","b"]"#);
        let text = " Name   MAC address\n-----\n net0   -\n\n";
        assert_eq!(of(Shape::Table, text), r#"[{"name":"net0","mac_address":null}]"#);
        assert_eq!(of(Shape::Text, "a\n\n"), r#""a""#);
        let text = "Name:  5\nCPU(s):   2\nUsed memory:    12 KiB\nPersistent:     yes\nMessages:  a: b\n    c\n:  d\n";
        let object = r#"{"name":"5","cpus":2,"used_memory":{"value":12,"unit":"KiB"},"persistent":true,"messages":["a: b","d"]}"#;
        assert_eq!(of(Shape::Pairs, text), object);
        assert_eq!(of(Shape::Blocks, "a: 1\n\na: 2\n\n"), r#"[{"a":1},{"a":2}]"#);
        assert_eq!(of(Shape::Words, "Head:\nvda rd_req 3\nactual   4\n"), r#"{"rd_req":3,"actual":4}"#);
        let text = "Domain: 'a'\n  state.state=1\n  balloon.x=y\n\n";
        assert_eq!(of(Shape::Statistics, text), r#"[{"name":"a","stats":{"state.state":1,"balloon.x":"y"}}]"#);
        assert_eq!(of(Shape::Xml, "<a/>\n"), r#"{"xml":"<a/>\n"}"#);
        assert_eq!(document(Shape::Text, &Printed { tables: vec![], text: b"\xff".to_vec() }), r#""\\xff""#);
    }
}
