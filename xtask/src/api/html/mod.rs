//! `xtask reference`: the headers as HTML pages: one for each header, with a search, and links from every name to where it is declared.

mod item;
mod links;

use super::model::{Header, Item, Kind};
use super::since::Releases;
use crate::Result;
use links::{Links, escape};
use std::fmt::Write;
use std::fs;
use std::path::Path;

const STYLE: &str = include_str!("style.css");
const SEARCH: &str = include_str!("search.js");

/// The parts of a page: heading, identifier, and which declarations stand there.
type Part = (&'static str, &'static str, fn(&Kind) -> bool);

const PARTS: [Part; 4] = [
    ("Functions", "functions", |kind| matches!(kind, Kind::Function(_) | Kind::Variable(_))),
    ("Callbacks", "callbacks", |kind| matches!(kind, Kind::Callback(_))),
    ("Types", "types", |kind| matches!(kind, Kind::Enum(_) | Kind::Struct(_) | Kind::Typedef(_))),
    ("Macros", "macros", |kind| matches!(kind, Kind::Macro { .. })),
];

/// Writes the pages to a folder, which is made.
///
/// # Errors
/// A file cannot be written, or a declaration has no release.
pub(super) fn write(folder: &Path, headers: &[Header], releases: &Releases) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let links = Links::new(headers);
    let put = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
    };
    put("style.css", STYLE)?;
    put("search.js", &format!("const INDEX = [\n{}];\n{SEARCH}", index(headers)))?;
    put("index.html", &frame("libvirt", headers, None, &overview(headers, &links)))?;
    for header in headers {
        let body = page(header, &links, releases)?;
        put(&format!("{}.html", header.name), &frame(&header.name, headers, Some(&header.name), &body))?;
    }
    Ok(())
}

/// Returns what the search looks through: name, page, kind and the first words about it.
fn index(headers: &[Header]) -> String {
    let mut text = String::new();
    for header in headers {
        for item in header.items.iter().filter(|item| !item.name.is_empty()) {
            let mut add = |name: &str, kind: &str, about: &str| {
                let about =
                    links::first_sentence(about).replace('\\', "\\\\").replace('"', "\\\"").replace('<', "\\u003c");
                let _ = writeln!(text, "[\"{name}\",\"{}\",\"{kind}\",\"{about}\"],", header.name);
            };
            add(&item.name, item::kind(&item.kind), &item.doc.text);
            if let Kind::Enum(constants) = &item.kind {
                constants.iter().for_each(|constant| add(&constant.name, "constant", &constant.doc.text));
            }
        }
    }
    text
}

/// Returns a whole page around its content.
fn frame(title: &str, headers: &[Header], current: Option<&str>, body: &str) -> String {
    let mut pages = String::new();
    for Header { name, .. } in headers {
        let mark = if Some(name.as_str()) == current { " aria-current=\"page\"" } else { "" };
        let shown = name.strip_prefix("libvirt-").unwrap_or(name);
        let _ = writeln!(pages, "<li><a href=\"{name}.html\"{mark}>{shown}</a></li>");
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title} – libvirt API</title>\n\
         <link rel=\"stylesheet\" href=\"style.css\">\n</head>\n<body>\n<header>\n<a class=\"home\" href=\"index.html\">libvirt API</a>\n\
         <input id=\"search\" type=\"search\" placeholder=\"Search ( / )\" aria-label=\"Search\" autocomplete=\"off\">\n\
         <ol id=\"results\" hidden></ol>\n</header>\n<nav>\n<ul>\n{pages}</ul>\n</nav>\n<main>\n{body}</main>\n\
         <script src=\"search.js\"></script>\n</body>\n</html>\n"
    )
}

fn overview(headers: &[Header], links: &Links) -> String {
    let mut text = String::from(
        "<h1>The C interface of libvirt</h1>\n<p>What programs find in <code>libvirt/libvirt.h</code>, <code>libvirt/virterror.h</code> and the headers of \
         the three small libraries, as Oxivirt has it.</p>\n<table>\n<tr><th>Header</th><th>About</th><th>Functions</th><th>Types</th></tr>\n",
    );
    for header in headers {
        let count = |wanted: fn(&Kind) -> bool| header.items.iter().filter(|item| wanted(&item.kind)).count();
        let functions = count(|kind| matches!(kind, Kind::Function(_)));
        let types =
            count(|kind| matches!(kind, Kind::Enum(_) | Kind::Struct(_) | Kind::Typedef(_) | Kind::Callback(_)));
        let about = links.text(&links::first_sentence(about(header)), "");
        let name = &header.name;
        let _ = writeln!(
            text,
            "<tr><td><a href=\"{name}.html\">{name}</a></td><td>{about}</td><td>{functions}</td><td>{types}</td></tr>"
        );
    }
    text.push_str("</table>\n");
    text
}

/// Returns what a header is about: its opening comment, else what is said of its first type.
fn about(header: &Header) -> &str {
    let opening = header.about.strip_prefix(&format!("{}.h:", header.name)).unwrap_or(&header.about).trim_start();
    let first = header.items.iter().find(|item| !item.doc.text.is_empty());
    if opening.is_empty() { first.map_or("", |item| item.doc.text.as_str()) } else { opening }
}

fn page(header: &Header, links: &Links, releases: &Releases) -> Result<String> {
    let name = &header.name;
    let mut text = format!("<h1>{name}.h</h1>\n{}", links.paragraphs(about(header), ""));
    for (heading, id, belongs) in PARTS {
        let mut items: Vec<&Item> =
            header.items.iter().filter(|item| belongs(&item.kind) && !item.name.is_empty()).collect();
        if items.is_empty() {
            continue;
        }
        items.sort_by_key(|item| &item.name);
        let _ = writeln!(text, "<h2 id=\"{id}\">{heading}</h2>\n<ul class=\"names\">");
        for item in &items {
            let _ = writeln!(text, "<li><a href=\"#{0}\">{0}</a></li>", escape(&item.name));
        }
        text.push_str("</ul>\n");
        for item in items {
            let release = match item.kind {
                Kind::Struct(_) => None,
                _ => releases.of(header, item)?,
            };
            item::write(&mut text, item, release.as_deref(), links);
        }
    }
    Ok(text)
}
