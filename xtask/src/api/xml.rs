//! Writes one API file from its headers.

use super::doc::Doc;
use super::model::{Constant, Field, Header, Item, Kind, Signature, Value};
use super::since::Releases;
use crate::Result;
use std::collections::BTreeMap;

/// Functions of libvirt-host.h that readers of the file look for in the module "libvirt".
const LIBRARY: [&str; 6] = [
    "virConnectClose",
    "virConnectOpen",
    "virConnectOpenAuth",
    "virConnectOpenReadOnly",
    "virGetVersion",
    "virInitialize",
];

/// The module that readers of the file expect a function in: they choose and skip functions by it.
fn module<'a>(header: &'a str, function: &str) -> &'a str {
    match header {
        "libvirt-common" => "virtypedparam-public",
        "libvirt-event" => "virevent",
        "libvirt-host" if LIBRARY.contains(&function) => "libvirt",
        "virterror" => "virerror",
        other => other,
    }
}

/// Function and argument that bindings give a default, one pair per line: they know them by how their text begins.
const OPTIONAL: &str = include_str!("optional.tsv");

/// One entry of `<symbols>`, by the order of the sections and then by name.
type Entry = ((u8, String), String);

/// The whole file.
pub(super) fn render(name: &str, headers: &[Header], releases: &Releases) -> Result<String> {
    let bodies = bodies(headers);
    let mut files = String::new();
    let mut entries: Vec<Entry> = Vec::new();
    for header in headers {
        let mut exports: Vec<(u8, &str, &str)> = Vec::new();
        for item in &header.items {
            let (section, kind) = section(item);
            if let Kind::Enum(constants) = &item.kind {
                for constant in constants {
                    exports.push((1, &constant.name, "enum"));
                    let text = render_constant(header, item, constant)?;
                    entries.push(((1, constant.name.clone()), text));
                }
            }
            if !item.name.is_empty() {
                exports.push((section, &item.name, kind));
            }
            if !item.name.is_empty() && !matches!(item.kind, Kind::Struct(_)) {
                let release = releases.of(header, item)?;
                let text = render_item(header, item, release, &bodies);
                entries.push(((section, item.name.clone()), text));
            }
        }
        exports.sort_unstable();
        files.push_str(&file(header, &exports));
    }
    entries.sort();
    let symbols: String = entries.into_iter().map(|(_, text)| text).collect();
    Ok(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<api name='{name}'>\n  <files>\n{files}  </files>\n  \
         <symbols>\n{symbols}  </symbols>\n</api>\n"
    ))
}

/// A struct's tag and its fields; a tag that a macro renames has the fields of its new name.
type Bodies<'a> = BTreeMap<&'a str, (&'a str, &'a [Field], &'a Doc)>;

fn bodies(headers: &[Header]) -> Bodies<'_> {
    let mut bodies = Bodies::new();
    let items = || headers.iter().flat_map(|header| &header.items);
    for item in items() {
        if let Kind::Struct(fields) = &item.kind {
            bodies.insert(&item.name, (&item.name, fields, &item.doc));
        }
    }
    for item in items() {
        if let Kind::Macro { parameters: None, body } = &item.kind
            && let Some(renamed) = bodies.get(body.as_str()).copied()
        {
            bodies.insert(&item.name, renamed);
        }
    }
    bodies
}

/// Where an item stands in the file and how its kind is called in `<exports>`.
fn section(item: &Item) -> (u8, &'static str) {
    match &item.kind {
        Kind::Macro { .. } => (0, "macro"),
        Kind::Enum(_) | Kind::Typedef(_) => (2, "typedef"),
        Kind::Struct(_) => (3, "struct"),
        Kind::Variable(_) => (4, "variable"),
        Kind::Callback(_) | Kind::Function(_) => (5, "function"),
    }
}

fn file(header: &Header, exports: &[(u8, &str, &str)]) -> String {
    let mut text = format!("    <file name='{}'>\n", header.name);
    let mut paragraphs = header.about.splitn(2, "\n\n");
    for tag in ["summary", "description"] {
        if let Some(paragraph) = paragraphs.next().filter(|p| !p.is_empty()) {
            let words: Vec<&str> = paragraph.split_whitespace().collect();
            let paragraph = escape(&words.join(" "));
            text.push_str(&format!("     <{tag}>{paragraph}</{tag}>\n"));
        }
    }
    for (_, name, kind) in exports {
        text.push_str(&format!("     <exports symbol='{name}' type='{kind}'/>\n"));
    }
    text.push_str("    </file>\n");
    text
}

fn render_constant(header: &Header, item: &Item, constant: &Constant) -> Result<String> {
    let name = &constant.name;
    let missing = || format!("{}: {name}: no \"(Since: …)\" behind it", header.path);
    let release = constant.doc.since.as_ref().ok_or_else(missing)?;
    let number = |value: i64| {
        let sign = if value < 0 { "-" } else { "" };
        format!("{value}' value_hex='{sign}0x{:x}", value.unsigned_abs())
    };
    let value = match &constant.value {
        Value::Alias(other) => other.clone(),
        Value::Number(value) => number(*value),
        Value::Bit(bit) => {
            let value = 1_i64.checked_shl(*bit).unwrap_or_default();
            format!("{}' value_bitshift='{bit}", number(value))
        }
    };
    let info = info_attribute(&constant.doc.text);
    Ok(format!(
        "    <enum name='{name}' file='{}' value='{value}' type='{}' version='{release}'{info}/>\n",
        header.name, item.name
    ))
}

fn render_item(header: &Header, item: &Item, release: Option<String>, bodies: &Bodies<'_>) -> String {
    let head = format!("name='{}' file='{}'", item.name, header.name);
    let version = release.map_or_else(String::new, |release| format!(" version='{release}'"));
    match &item.kind {
        Kind::Macro { parameters, body } => {
            let string = body.strip_prefix('"').and_then(|body| body.strip_suffix('"'));
            let value = match (parameters, string) {
                (None, Some(string)) => format!("string='{}'", escape(string)),
                (None, None) => format!("raw='{}'", escape(body)),
                (Some(names), _) => {
                    format!("params='{}' raw='{}'", names.join(","), escape(body))
                }
            };
            let arguments: Vec<(&str, Option<&str>)> =
                parameters.iter().flatten().map(|name| (name.as_str(), None)).collect();
            let children = info(&item.doc.text) + &render_arguments(&arguments, &item.doc);
            element("macro", &format!("{head} {value}{version}"), &children)
        }
        Kind::Enum(_) => element("typedef", &format!("{head} type='enum'{version}"), &info(&item.doc.text)),
        Kind::Struct(_) => String::new(),
        Kind::Typedef(type_) => match type_.strip_prefix("struct ") {
            Some(tag) => render_struct(&head, tag, &version, bodies),
            None => element("typedef", &format!("{head} type='{type_}'{version}"), &info(&item.doc.text)),
        },
        Kind::Variable(type_) => element("variable", &format!("{head} type='{type_}'{version}"), &info(&item.doc.text)),
        Kind::Function(signature) => {
            let module = module(&header.name, &item.name);
            let attributes = format!("{head} module='{module}'{version}");
            render_signature("function", &attributes, signature, &with_optional(item))
        }
        Kind::Callback(signature) => {
            let attributes = format!("{head} module='{}'{version}", header.name);
            render_signature("functype", &attributes, signature, &with_optional(item))
        }
    }
}

/// The documentation with "(optional)" before what is said of such arguments.
fn with_optional(item: &Item) -> Doc {
    let mut doc = item.doc.clone();
    for (function, argument) in OPTIONAL.lines().filter_map(|line| line.split_once('\t')) {
        if function == item.name {
            let text = doc.arguments.entry(argument.to_owned()).or_default();
            if !text.trim_start().starts_with("(optional)") {
                *text = format!("(optional) {}", text.trim());
            }
        }
    }
    doc
}

fn render_struct(head: &str, tag: &str, version: &str, bodies: &Bodies<'_>) -> String {
    let Some((tag, fields, _)) = bodies.get(tag) else {
        let attributes = format!("{head} type='struct {tag}'{version}");
        return element("struct", &attributes, "");
    };
    let mut children = String::new();
    for field in *fields {
        let line = field_attributes(field);
        if field.union.is_empty() {
            children.push_str(&format!("      <field {line}/>\n"));
            continue;
        }
        children.push_str(&format!("      <field {line}>\n        <union>\n"));
        for arm in &field.union {
            children.push_str(&format!("          <field {}/>\n", field_attributes(arm)));
        }
        children.push_str("        </union>\n      </field>\n");
    }
    let attributes = format!("{head} type='struct {tag}'{version}");
    element("struct", &attributes, &children)
}

fn field_attributes(field: &Field) -> String {
    let Field { name, type_, doc, .. } = field;
    format!("name='{name}' type='{type_}' info='{}'", escape(&doc.text))
}

fn render_signature(tag: &str, attributes: &str, signature: &Signature, doc: &Doc) -> String {
    let mut children = info(&doc.text);
    if children.is_empty() {
        children = "      <info><![CDATA[]]></info>\n".to_owned();
    }
    let returns = info_attribute(&doc.returns);
    children.push_str(&format!("      <return type='{}'{returns}/>\n", signature.returns));
    let arguments = signature.arguments.iter();
    let arguments: Vec<(&str, Option<&str>)> =
        arguments.map(|(name, type_)| (name.as_str(), Some(type_.as_str()))).collect();
    children.push_str(&render_arguments(&arguments, doc));
    element(tag, attributes, &children)
}

/// Arguments; macros have no types.
fn render_arguments(arguments: &[(&str, Option<&str>)], doc: &Doc) -> String {
    let line = |(name, type_): &(&str, Option<&str>)| {
        let type_ = type_.map(|type_| format!(" type='{type_}'"));
        let text = doc.arguments.get(*name).map(String::as_str);
        let text = escape(text.unwrap_or_default().trim());
        let type_ = type_.unwrap_or_default();
        format!("      <arg name='{name}'{type_} info='{text}'/>\n")
    };
    arguments.iter().map(line).collect()
}

fn info(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let text = text.replace("]]>", "]]]]><![CDATA[>");
    format!("      <info><![CDATA[{text}]]></info>\n")
}

fn info_attribute(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() {
        return String::new();
    }
    format!(" info='{}'", escape(text))
}

fn element(tag: &str, attributes: &str, children: &str) -> String {
    if children.is_empty() {
        return format!("    <{tag} {attributes}/>\n");
    }
    format!("    <{tag} {attributes}>\n{children}    </{tag}>\n")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\'', "&apos;")
}
