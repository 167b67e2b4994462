//! One declaration as HTML.

use super::super::model::{Constant, Field, Item, Kind, Signature, Value};
use super::links::{Links, escape};
use std::fmt::Write;

/// Returns how a reader calls the kind.
pub(super) fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Macro { .. } => "macro",
        Kind::Enum(_) => "enum",
        Kind::Struct(_) => "struct",
        Kind::Typedef(_) => "type",
        Kind::Callback(_) => "callback",
        Kind::Function(_) => "function",
        Kind::Variable(_) => "variable",
    }
}

/// Writes a declaration: what it looks like in C, what is said about it, and its parts.
pub(super) fn write(html: &mut String, item: &Item, release: Option<&str>, links: &Links) {
    let name = &item.name;
    let since = release.map(|release| format!(" <span class=\"since\">since {release}</span>")).unwrap_or_default();
    let _ = writeln!(html, "<section id=\"{0}\">\n<h3><a href=\"#{0}\">{0}</a>{since}</h3>", escape(name));
    let _ = writeln!(html, "<pre class=\"code\">{}</pre>", links.text(&declaration(item), name));
    html.push_str(&links.paragraphs(&item.doc.text, name));
    match &item.kind {
        Kind::Function(signature) | Kind::Callback(signature) => {
            let names = signature.arguments.iter().map(|(name, _)| name.as_str());
            arguments(html, names, item, links);
        }
        Kind::Macro { parameters: Some(names), .. } => arguments(html, names.iter().map(String::as_str), item, links),
        Kind::Enum(constants) => write_constants(html, constants, name, links),
        Kind::Struct(fields) => write_fields(html, fields, name, links),
        _ => {}
    }
    if !item.doc.returns.trim().is_empty() {
        let _ = writeln!(html, "<p class=\"returns\"><b>Returns</b> {}</p>", links.text(item.doc.returns.trim(), name));
    }
    html.push_str("</section>\n");
}

fn arguments<'a>(html: &mut String, names: impl Iterator<Item = &'a str>, item: &Item, links: &Links) {
    let mut rows = String::new();
    for name in names {
        if let Some(text) = item.doc.arguments.get(name).filter(|text| !text.trim().is_empty()) {
            let _ = writeln!(rows, "<dt>{}</dt><dd>{}</dd>", escape(name), links.text(text.trim(), &item.name));
        }
    }
    if !rows.is_empty() {
        let _ = writeln!(html, "<dl>\n{rows}</dl>");
    }
}

fn write_constants(html: &mut String, constants: &[Constant], own: &str, links: &Links) {
    html.push_str("<table>\n");
    for Constant { name, value, doc } in constants {
        let value = match value {
            Value::Number(number) => number.to_string(),
            Value::Bit(bit) => format!("1 &lt;&lt; {bit}"),
            Value::Alias(other) => links.text(other, own),
        };
        let since = doc.since.as_deref().unwrap_or_default();
        let text = links.text(&doc.text, own);
        let _ = writeln!(
            html,
            "<tr id=\"{name}\"><td><code>{name}</code></td><td>{value}</td><td>{text}</td><td class=\"since\">{since}</td></tr>"
        );
    }
    html.push_str("</table>\n");
}

fn write_fields(html: &mut String, fields: &[Field], own: &str, links: &Links) {
    html.push_str("<table>\n");
    for Field { name, type_, doc, union } in fields {
        let (type_, text) = (links.text(type_, own), links.text(&doc.text, own));
        let _ = writeln!(html, "<tr><td><code>{name}</code></td><td>{type_}</td><td>{text}</td></tr>");
        for arm in union {
            let (type_, text) = (links.text(&arm.type_, own), links.text(&arm.doc.text, own));
            let _ = writeln!(html, "<tr><td><code>{name}.{}</code></td><td>{type_}</td><td>{text}</td></tr>", arm.name);
        }
    }
    html.push_str("</table>\n");
}

/// Returns what a reader would find in the header.
fn declaration(item: &Item) -> String {
    let name = &item.name;
    match &item.kind {
        Kind::Macro { parameters, body } => {
            let parameters = parameters.as_ref().map(|names| format!("({})", names.join(", "))).unwrap_or_default();
            format!("#define {name}{parameters} {body}").trim_end().to_owned()
        }
        Kind::Enum(_) => format!("typedef enum {{ … }} {name};"),
        Kind::Struct(_) => format!("struct {name} {{ … }};"),
        Kind::Typedef(type_) => format!("typedef {}{name};", spaced(type_)),
        Kind::Callback(signature) => prototype(&format!("(*{name})"), signature, "typedef "),
        Kind::Function(signature) => prototype(name, signature, ""),
        Kind::Variable(type_) => format!("extern {}{name};", spaced(type_)),
    }
}

fn prototype(name: &str, signature: &Signature, before: &str) -> String {
    let head = format!("{before}{}{name}(", spaced(&signature.returns));
    let arguments: Vec<String> = signature.arguments.iter().map(|(name, type_)| argument(name, type_)).collect();
    if arguments.is_empty() {
        return format!("{head}void);");
    }
    let indent = " ".repeat(head.chars().count());
    format!("{head}{});", arguments.join(&format!(",\n{indent}")))
}

fn argument(name: &str, type_: &str) -> String {
    match type_.split_once('[') {
        Some((element, length)) => format!("{}{name}[{length}", spaced(element.trim_end())),
        None if type_ == "..." || name.is_empty() => type_.to_owned(),
        None => format!("{}{name}", spaced(type_)),
    }
}

/// Returns the type with a blank behind it, unless a star ends it.
fn spaced(type_: &str) -> String {
    if type_.ends_with('*') { type_.to_owned() } else { format!("{type_} ") }
}
