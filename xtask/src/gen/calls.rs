//! Renders the driver traits; `#[topic]` makes client, dispatch and facts of them.

use std::fmt::Write;

use super::functions::Functions;
use super::names;
use super::output::Output;
use super::schema::{Module, Proc, Schema, Topic};

type Result<T> = core::result::Result<T, String>;

pub(crate) fn render(schema: &Schema, output: &mut Output) -> Result<()> {
    let mut topics: Vec<(&Module, &Topic)> = Vec::new();
    for module in &schema.modules {
        topics.extend(module.topics.iter().filter(|t| t.has_trait).map(|topic| (module, topic)));
    }
    topics.sort_by_key(|(_, topic)| &topic.name);
    let functions = Functions::read()?;
    for (module, topic) in &topics {
        let name = &topic.name;
        output.rust(&format!("driver/{name}.rs"), &topic.doc, &driver(schema, &functions, module, topic)?);
    }
    let names: Vec<&str> = topics.iter().map(|(_, topic)| topic.name.as_str()).collect();
    output.rust("driver/mod.rs", "The driver traits, one per topic.", &driver_root(&names));
    Ok(())
}

fn driver_root(topics: &[&str]) -> String {
    let traits: Vec<String> = topics.iter().map(|topic| names::camel(topic)).collect();
    let mut text = String::new();
    for topic in topics {
        let _ = writeln!(text, "pub(crate) mod {topic};");
    }
    text.push_str("\nuse std::fmt::Debug;\n\n");
    for (topic, name) in topics.iter().zip(&traits) {
        let _ = writeln!(text, "pub use {topic}::{name};");
    }
    let all = traits.join(" + ");
    let _ = write!(
        text,
        "\n/// All topics together: what a connection talks to.\n\
         pub trait Driver: {all} + Send + Sync + Debug {{}}\n\n\
         impl<T> Driver for T where T: {all} + Send + Sync + Debug {{}}\n"
    );
    text
}

/// A method's head.
fn signature(schema: &Schema, p: &Proc) -> Result<String> {
    let args = match &p.args {
        Some(args) => {
            let ty = schema.ty(args)?;
            let life = if ty.borrows { "<'_>" } else { "" };
            format!(", args: &{}::{}{life}", ty.module, ty.rust)
        }
        None => String::new(),
    };
    let (life, call, ret) = match &p.ret {
        Some(ret) => {
            let ty = schema.ty(ret)?;
            let name = format!("{}::{}", ty.module, ty.rust);
            if ty.borrows { ("<'c>", "&'c mut Call", format!("{name}<'c>")) } else { ("", "&mut Call", name) }
        }
        None => ("", "&mut Call", "()".to_owned()),
    };
    Ok(format!("fn {}{life}(&self, call: {call}{args}) -> Result<{ret}>", p.method))
}

fn methods(topic: &Topic) -> impl Iterator<Item = &Proc> {
    topic.procedures.iter().filter(|p| !p.notes.event)
}

/// Modules whose types the methods name.
fn modules(schema: &Schema, topic: &Topic) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for p in methods(topic) {
        for ty in p.args.iter().chain(&p.ret) {
            found.push(schema.ty(ty)?.module.clone());
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

fn driver(schema: &Schema, functions: &Functions, module: &Module, topic: &Topic) -> Result<String> {
    let modules = modules(schema, topic)?.join(", ");
    let mut text = format!(
        "use oxivirt_model::Result;\nuse oxivirt_protocol_macro::topic;\n\nuse crate::{{Call, {modules}}};\n\n\
         /// {}\n///\n/// A method that is not written answers `VIR_ERR_NO_SUPPORT`.\n#[topic({})]\npub trait {} {{\n",
        topic.doc,
        module.name,
        names::camel(&topic.name)
    );
    for (index, p) in methods(topic).enumerate() {
        let gap = if index == 0 { "" } else { "\n" };
        let _ = writeln!(text, "{gap}/// `{}`", p.c_name);
        if let Some(argument) = p.notes.read_stream {
            let _ = writeln!(text, "///\n/// Opens a stream to read from (C argument {argument}).");
        }
        if let Some(argument) = p.notes.write_stream {
            let _ = writeln!(text, "///\n/// Opens a stream to write to (C argument {argument}).");
        }
        if let Some((function, section)) = functions.of(module, p) {
            let _ = writeln!(text, "#[function({function}, {section})]");
        }
        let _ = writeln!(text, "#[procedure({})]", facts(p));
        if !p.notes.rules.is_empty() {
            let rules = p.notes.rules.iter().map(|(rule, words)| rule_text(rule, words));
            let _ = writeln!(text, "#[rules({})]", rules.collect::<Vec<_>>().join(", "));
        }
        let _ = writeln!(text, "{};", signature(schema, p)?);
    }
    text.push_str("}\n");
    Ok(text)
}

/// The options of a method's `#[procedure]`.
fn facts(p: &Proc) -> String {
    let notes = &p.notes;
    let quoted = |name: &str, rules: &[String]| {
        let rules: Vec<String> = rules.iter().map(|rule| format!("{rule:?}")).collect();
        (!rules.is_empty()).then(|| format!("{name}({})", rules.join(", ")))
    };
    let facts = [
        Some(p.number.to_string()),
        notes.high.then(|| "high".to_owned()),
        notes.long.then(|| "long".to_owned()),
        notes.read_stream.map(|argument| format!("read_stream = {argument}")),
        notes.write_stream.map(|argument| format!("write_stream = {argument}")),
        notes.sparse.as_ref().map(|flag| format!("sparse = {flag}")),
        quoted("acl", &notes.acl),
        quoted("acl_filter", &notes.acl_filter),
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A rule of the IDL as an option of `#[rules]`.
fn rule_text(rule: &str, words: &[String]) -> String {
    let list = words.iter().flat_map(|word| word.split('|')).collect::<Vec<_>>().join(", ");
    match (rule, words) {
        ("changes", []) => rule.to_owned(),
        ("changes", [condition]) if condition.contains('=') => format!("changes_if({})", condition.replace('=', " = ")),
        ("changes", _) => format!("changes_with({list})"),
        ("not_zero" | "not_negative" | "positive", [name]) => {
            let (c_name, field) = name.split_once('=').unwrap_or((name, name));
            let field = names::field(field);
            if field == c_name { format!("{rule}({c_name})") } else { format!("{rule}({c_name} = {field})") }
        }
        _ => format!("{rule}({list})"),
    }
}
