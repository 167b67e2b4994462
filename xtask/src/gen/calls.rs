//! Renders the driver traits, the remote client and the server's dispatch.

use std::fmt::Write;

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
    for (module, topic) in &topics {
        let name = &topic.name;
        output.rust(&format!("driver/{name}.rs"), &topic.doc, &driver(schema, module, topic)?);
        let doc = format!("The remote client's side of `{name}`.");
        output.rust(&format!("client/{name}.rs"), &doc, &client(schema, module, topic)?);
        let doc = format!("The server's side of `{name}`.");
        output.rust(&format!("server/{name}.rs"), &doc, &server(topic));
    }
    let names: Vec<&str> = topics.iter().map(|(_, topic)| topic.name.as_str()).collect();
    let mods = names.iter().fold(String::new(), |text, name| text + &format!("mod {name};\n"));
    output.rust("driver/mod.rs", "The driver traits, one per topic.", &driver_root(&names, &mods));
    output.rust("client/mod.rs", "Every topic for whoever can transact.", &mods);
    let mut tables = String::new();
    for module in schema.modules.iter().filter(|m| m.topics.iter().any(|t| t.has_trait)) {
        let name = module.name_of_table();
        let _ = writeln!(tables, "pub(crate) mod {name};");
        let doc = format!("Handlers of program `{}` by number.", module.name);
        output.rust(&format!("server/{name}.rs"), &doc, &table(module));
    }
    let doc = "Dispatch of calls to a driver.";
    output.rust("server/mod.rs", doc, &format!("{mods}{tables}"));
    Ok(())
}

fn driver_root(topics: &[&str], mods: &str) -> String {
    let traits: Vec<String> = topics.iter().map(|topic| names::camel(topic)).collect();
    let mut uses = String::new();
    for (topic, name) in topics.iter().zip(&traits) {
        let _ = writeln!(uses, "pub use {topic}::{name};");
    }
    let all = traits.join(" + ");
    format!(
        "{mods}\nuse std::fmt::Debug;\n\n{uses}\n\
         /// All topics together: what a connection talks to.\n\
         pub trait Driver: {all} + Send + Sync + Debug {{}}\n\n\
         impl<T> Driver for T where T: {all} + Send + Sync + Debug {{}}\n"
    )
}

/// A method's head up to its body.
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
fn modules(schema: &Schema, own: &Module, topic: &Topic) -> Result<Vec<String>> {
    let mut found = vec![own.name.clone()];
    for p in methods(topic) {
        for ty in p.args.iter().chain(&p.ret) {
            found.push(schema.ty(ty)?.module.clone());
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

fn driver(schema: &Schema, module: &Module, topic: &Topic) -> Result<String> {
    let modules = modules(schema, module, topic)?.join(", ");
    let mut text = format!(
        "use oxivirt_model::Result;\n\nuse crate::driver::no_support;\nuse crate::{{Call, {modules}}};\n\n\
         /// {}\n///\n/// A method that is not written answers `VIR_ERR_NO_SUPPORT`.\npub trait {} {{\n",
        topic.doc,
        names::camel(&topic.name)
    );
    for p in methods(topic) {
        let _ = writeln!(text, "/// `{}`, procedure {}.", p.c_name, p.number);
        if let Some(argument) = p.notes.read_stream {
            let _ = writeln!(text, "///\n/// Opens a stream to read from (C argument {argument}).");
        }
        if let Some(argument) = p.notes.write_stream {
            let _ = writeln!(text, "///\n/// Opens a stream to write to (C argument {argument}).");
        }
        let unused = if p.args.is_some() { "(call, args)" } else { "call" };
        let _ = write!(text, "{} {{\nlet _ = {unused};\nno_support({:?})\n}}\n\n", signature(schema, p)?, p.method);
    }
    text.push_str("}\n");
    Ok(text)
}

fn client(schema: &Schema, module: &Module, topic: &Topic) -> Result<String> {
    let modules = modules(schema, module, topic)?.join(", ");
    let name = names::camel(&topic.name);
    let mut text = format!(
        "use oxivirt_model::Result;\n\nuse crate::client::{{Transact, transact}};\nuse crate::driver::{name};\n\
         use crate::{{Call, Program, {modules}}};\n\nimpl<T: Transact> {name} for T {{\n"
    );
    for p in methods(topic) {
        let args = if p.args.is_some() { "args" } else { "&()" };
        let head = signature(schema, p)?;
        let _ = write!(
            text,
            "{head} {{\ntransact(self, call, Program::{}, {}::Procedure::{}.0, {args})\n}}\n\n",
            module.name.to_uppercase(),
            module.name,
            p.constant
        );
    }
    text.push_str("}\n");
    Ok(text)
}

fn server(topic: &Topic) -> String {
    let with_args = methods(topic).any(|p| p.args.is_some());
    let import = if with_args { "arguments, " } else { "" };
    let mut text = format!(
        "use oxivirt_model::Result;\n\nuse crate::Call;\nuse crate::driver::Driver;\n\
         use crate::server::{{{import}reply}};\n"
    );
    for p in methods(topic) {
        let (payload, args, pass) = match &p.args {
            Some(args) => ("payload", format!("let args = arguments(payload, {args:?})?;\n"), ", &args"),
            None => ("_payload", String::new(), ""),
        };
        let _ = write!(
            text,
            "\npub(super) fn {method}(driver: &dyn Driver, call: &mut Call, {payload}: &[u8], out: &mut Vec<u8>) -> Result<()> {{\n\
             {args}reply(&driver.{method}(call{pass})?, out)\n}}\n",
            method = p.method
        );
    }
    text
}

fn table(module: &Module) -> String {
    let mut all: Vec<(u32, String)> = Vec::new();
    for topic in &module.topics {
        for p in &topic.procedures {
            let path = match p.notes.event {
                true => "None".to_owned(),
                false => format!("Some({}::{})", topic.name, p.method),
            };
            all.push((p.number, path));
        }
    }
    all.sort();
    let topics = module.topics.iter().filter(|topic| topic.has_trait);
    let topics: Vec<&str> = topics.map(|topic| topic.name.as_str()).collect();
    let mut text = format!(
        "use oxivirt_model::Result;\n\nuse super::{{{topics}}};\nuse crate::Call;\n\
         use crate::{name}::Procedure;\nuse crate::driver::Driver;\nuse crate::server::{{Handler, handle}};\n\n\
         /// Decodes the arguments in `payload`, calls the driver, appends the encoded result to `out`.\n\
         ///\n/// # Errors\n/// The driver's, `VIR_ERR_RPC` for an unknown procedure or a malformed payload.\n\
         pub fn dispatch(driver: &dyn Driver, call: &mut Call, procedure: Procedure, payload: &[u8], out: &mut Vec<u8>) -> Result<()> {{\n\
         handle(&HANDLERS, procedure.0, driver, call, payload, out)\n}}\n\n\
         static HANDLERS: [Option<Handler>; {count}] = [\n",
        name = module.name,
        topics = topics.join(", "),
        count = all.len()
    );
    for (_, path) in &all {
        let _ = writeln!(text, "{path},");
    }
    text.push_str("];\n");
    text
}
