//! Renders each program's table of procedures, its dispatch and its events.

use std::fmt::Write;

use super::output::Output;
use super::schema::{Module, Proc, Schema};

type Result<T> = core::result::Result<T, String>;

pub(crate) fn render(schema: &Schema, output: &mut Output) -> Result<()> {
    for module in schema.modules.iter().filter(|module| module.program.is_some()) {
        let name = &module.name;
        let doc = format!("The procedures of program `{name}`.");
        output.rust(&format!("{name}/procedures.rs"), &doc, &procedures(module));
        if events(module).next().is_some() {
            let doc = format!("What a daemon sends unasked in program `{name}`.");
            output.rust(&format!("{name}/messages.rs"), &doc, &event_file(schema, module)?);
        }
    }
    Ok(())
}

fn events(module: &Module) -> impl Iterator<Item = &Proc> {
    module.topics.iter().flat_map(|topic| &topic.procedures).filter(|p| p.notes.event)
}

fn procedures(module: &Module) -> String {
    let name = &module.name;
    let topics = module.topics.iter().filter(|topic| topic.has_trait).map(|topic| topic.name.as_str());
    let topics: Vec<&str> = topics.collect();
    let messages = events(module).next().map(|_| "messages");
    let tables = topics.iter().copied().chain(messages).map(|topic| format!("{topic}::TOPIC"));
    let tables = tables.collect::<Vec<_>>().join(", ");
    let count: usize = module.topics.iter().map(|topic| topic.procedures.len()).sum();
    let mut uses = String::from(
        "use crate::{ProcedureInfo, ProcedureRules};\nuse crate::facts::{Facts, length, rows, texts};\nuse crate::topic::{Topic, facts, find, rules};\n",
    );
    if messages.is_some() {
        uses.push_str("use super::messages;\n");
    }
    let mut rest = String::new();
    if !topics.is_empty() {
        let _ = write!(
            uses,
            "use crate::driver::{{Driver, {}}};\nuse crate::recode::{{Part, recode_one}};\n\
             use crate::server::{{Handler, handle}};\nuse crate::topic::handlers;\nuse crate::Call;\n\
             use oxivirt_model::Result;\n",
            topics.join(", ")
        );
        let _ = write!(
            rest,
            "\n/// Decodes the arguments in `payload`, calls the driver, appends the encoded result to `out`.\n\
             ///\n/// # Errors\n/// The driver's, `VIR_ERR_RPC` for an unknown procedure or a malformed payload.\n\
             pub fn dispatch(driver: &dyn Driver, call: &mut Call, procedure: Procedure, payload: &[u8], out: &mut Vec<u8>) -> Result<()> {{\n\
             handle(&HANDLERS, procedure.0, driver, call, payload, out)\n}}\n\n\
             static HANDLERS: [Option<Handler>; {count}] = handlers(TOPICS);\n\n\
             /// Decodes `payload` as a body of the procedure and appends its wire form to `out`, for tests and fuzzers.\n\
             ///\n/// Returns `None` if the procedure has no such body.\n\
             #[must_use]\npub fn recode(procedure: Procedure, part: Part, payload: &[u8], out: &mut Vec<u8>) -> Option<oxivirt_xdr::Result<()>> {{\n\
             recode_one(TOPICS, procedure.0, part, payload, out)\n}}\n"
        );
    }
    format!(
        "{uses}\n/// Number of a procedure of program `{name}`; unknown numbers survive.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]\n\
         pub struct Procedure(pub u32);\n\n\
         impl Procedure {{\n\
         /// Returns the facts about every procedure, by number from 1.\n\
         #[must_use]\npub fn all() -> Vec<ProcedureInfo> {{\nFACTS.all().collect()\n}}\n\n\
         /// Returns the facts about the procedure, `None` for unknown numbers.\n\
         #[must_use]\npub fn info(self) -> Option<ProcedureInfo> {{\nFACTS.find(self.0)\n}}\n\n\
         /// Returns what must hold before a driver is asked for the procedure, `None` for unknown numbers.\n\
         #[must_use]\npub fn rules(self) -> Option<&'static ProcedureRules> {{\nfind(&RULES, self.0)\n}}\n}}\n\n\
         const TOPICS: &[Topic] = &[{tables}];\n\n\
         static ALL: [ProcedureInfo; {count}] = facts(TOPICS);\n\n\
         static FACTS: Facts<{count}, {{ length(&ALL) }}> = Facts {{ rows: rows(&ALL), texts: texts(&ALL) }};\n\n\
         static RULES: [ProcedureRules; {count}] = rules(TOPICS);\n{rest}"
    )
}

fn event_file(schema: &Schema, module: &Module) -> Result<String> {
    let (mut constants, mut facts, mut bodies) = (String::new(), String::new(), String::new());
    for p in events(module) {
        let _ = writeln!(constants, "/// `{}`\npub const {}: Self = Self({});", p.c_name, p.constant, p.number);
        let body = p.args.as_deref().unwrap_or_default();
        let _ = writeln!(facts, "ProcedureInfo::event({}, {:?}, {body:?}),", p.number, p.method);
        if p.args.is_some() {
            let ty = schema.ty(body)?;
            let life = if ty.borrows { "<'_>" } else { "" };
            let path = format!("{}::{}{life}", ty.module, ty.rust);
            let _ = writeln!(bodies, "({}, Part::Args, |payload, out| recode::<{path}>(payload, out)),", p.number);
        }
    }
    let mut uses = String::from("use super::Procedure;\nuse crate::ProcedureInfo;\nuse crate::topic::Topic;\n");
    if !bodies.is_empty() {
        let _ = writeln!(uses, "use crate::recode::{{Part, recode}};\nuse crate::{};", module.name);
    }
    Ok(format!(
        "{uses}\nimpl Procedure {{\n{constants}}}\n\npub(super) const TOPIC: Topic = Topic {{\n\
         facts: &[\n{facts}],\nrules: &[],\nhandlers: &[],\nbodies: &[\n{bodies}],\n}};\n"
    ))
}
