//! Renders the tables of procedures and the recoders that tests and fuzzers use.

use std::fmt::Write;

use super::output::Output;
use super::schema::{Module, Proc, Schema, Topic};

type Result<T> = core::result::Result<T, String>;

pub(crate) fn render(schema: &Schema, output: &mut Output) -> Result<()> {
    for module in schema.modules.iter().filter(|module| module.program.is_some()) {
        let name = &module.name;
        output.rust(
            &format!("{name}/procedures/mod.rs"),
            &format!("The procedures of program `{name}`."),
            &table(module),
        );
        for topic in &module.topics {
            output.rust(
                &format!("{name}/procedures/{}.rs", topic.name),
                &format!("Procedures of `{}`.", topic.name),
                &rows(topic),
            );
        }
        if module.types.is_empty() {
            continue;
        }
        output.rust(
            &format!("{name}/recode/mod.rs"),
            "Decodes and encodes bodies by procedure number, for tests and fuzzers.",
            &recode_root(module),
        );
        for topic in &module.topics {
            output.rust(
                &format!("{name}/recode/{}.rs", topic.name),
                &format!("Bodies of `{}`.", topic.name),
                &recode_rows(schema, module, topic)?,
            );
        }
    }
    Ok(())
}

fn table(module: &Module) -> String {
    let mut text = String::new();
    for topic in &module.topics {
        let _ = writeln!(text, "mod {};", topic.name);
    }
    let mut all: Vec<(u32, String)> = module
        .topics
        .iter()
        .flat_map(|topic| topic.procedures.iter().map(|p| (p.number, format!("&{}::{}", topic.name, p.constant))))
        .collect();
    all.sort();
    let _ = write!(
        text,
        "\nuse crate::ProcedureInfo;\n\n\
         /// Number of a procedure of program `{name}`; unknown numbers survive.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]\n\
         pub struct Procedure(pub u32);\n\n\
         impl Procedure {{\n\
         /// Facts about every procedure, by number from 1.\n\
         #[must_use]\npub fn all() -> &'static [&'static ProcedureInfo] {{\n&BY_NUMBER\n}}\n\n\
         /// Facts about the procedure, `None` for unknown numbers.\n\
         #[must_use]\npub fn info(self) -> Option<&'static ProcedureInfo> {{\n\
         let index = usize::try_from(self.0.checked_sub(1)?).ok()?;\n\
         BY_NUMBER.get(index).copied()\n}}\n}}\n\n\
         static BY_NUMBER: [&ProcedureInfo; {count}] = [\n",
        name = module.name,
        count = all.len()
    );
    for (_, path) in &all {
        let _ = writeln!(text, "{path},");
    }
    text.push_str("];\n");
    text
}

fn rows(topic: &Topic) -> String {
    let imports = if topic.procedures.iter().any(|p| p.notes.high) { "Priority, " } else { "" };
    let streams = topic.procedures.iter().any(|p| stream(p).is_some());
    let streams = if streams { ", Stream" } else { "" };
    let mut text = format!("use super::Procedure;\nuse crate::{{{imports}ProcedureInfo{streams}}};\n\n");
    text.push_str("impl Procedure {\n");
    for p in &topic.procedures {
        let _ = writeln!(text, "/// `{}`\npub const {}: Self = Self({});", p.c_name, p.constant, p.number);
    }
    text.push_str("}\n");
    for p in &topic.procedures {
        text.push_str(&row(topic, p));
    }
    text
}

fn stream(p: &Proc) -> Option<String> {
    let read = p.notes.read_stream.map(|argument| format!("Stream::Read({argument})"));
    read.or(p.notes.write_stream.map(|argument| format!("Stream::Write({argument})")))
}

fn row(topic: &Topic, p: &Proc) -> String {
    let mut text = format!(
        "\npub(super) static {}: ProcedureInfo = ProcedureInfo {{\nnumber: {},\nname: {:?},\n\
         c_name: {:?},\ntopic: {:?},\n",
        p.constant, p.number, p.method, p.c_name, topic.name
    );
    let notes = &p.notes;
    if notes.high {
        text.push_str("priority: Priority::High,\n");
    }
    if !notes.acl.is_empty() {
        let _ = writeln!(text, "acl: &{:?},", notes.acl);
    }
    if !notes.acl_filter.is_empty() {
        let _ = writeln!(text, "acl_filter: &{:?},", notes.acl_filter);
    }
    if let Some(stream) = stream(p) {
        let _ = writeln!(text, "stream: Some({stream}),");
    }
    if let Some(flag) = &notes.sparse {
        let _ = writeln!(text, "sparse_flag: Some({flag:?}),");
    }
    if let Some(args) = &p.args {
        let _ = writeln!(text, "args: Some({args:?}),");
    }
    if let Some(ret) = &p.ret {
        let _ = writeln!(text, "ret: Some({ret:?}),");
    }
    for (is, field) in [(notes.event, "event"), (notes.long, "long")] {
        if is {
            let _ = writeln!(text, "{field}: true,");
        }
    }
    text.push_str("..ProcedureInfo::PLAIN\n};\n");
    text
}

fn recode_root(module: &Module) -> String {
    let mut text = String::new();
    let mut tables = String::new();
    for topic in &module.topics {
        let _ = writeln!(text, "mod {};", topic.name);
        let _ = writeln!(tables, "{}::BODIES,", topic.name);
    }
    let _ = write!(
        text,
        "\nuse oxivirt_xdr::Result;\n\nuse super::Procedure;\nuse crate::recode::{{Bodies, Part, find}};\n\n\
         /// Decodes `payload` as a body of the procedure and appends its wire form to `out`.\n\
         ///\n/// `None` when the procedure has no such body.\n\
         #[must_use]\npub fn recode(procedure: Procedure, part: Part, payload: &[u8], out: &mut Vec<u8>) -> Option<Result<()>> {{\n\
         Some(find(TABLES, procedure.0, part)?(payload, out))\n}}\n\n\
         static TABLES: &[&Bodies] = &[{tables}];\n"
    );
    text
}

fn recode_rows(schema: &Schema, module: &Module, topic: &Topic) -> Result<String> {
    let mut rows = String::new();
    for p in &topic.procedures {
        for (part, ty) in [("Args", &p.args), ("Ret", &p.ret)] {
            let Some(ty) = ty else { continue };
            let ty = schema.ty(ty)?;
            let life = if ty.borrows { "<'_>" } else { "" };
            let _ = writeln!(
                rows,
                "({}, Part::{part}, |payload, out| recode::<{}::{}{life}>(payload, out)),",
                p.number, ty.module, ty.rust
            );
        }
    }
    let imports = if rows.is_empty() { "" } else { ", Part, recode" };
    let module = if rows.is_empty() { String::new() } else { format!("use crate::{};\n", module.name) };
    Ok(format!("use crate::recode::{{Bodies{imports}}};\n{module}\npub(super) static BODIES: &Bodies = &[\n{rows}];\n"))
}
