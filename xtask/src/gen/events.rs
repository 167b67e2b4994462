//! Renders the enum of all events.
//!
//! An event may have two forms on the wire: as old daemons send it, and with the number of the registration in front. The
//! annotation `@event VIR_…` names the event that both are; other words than constants name those without a number.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::names;
use super::output::Output;
use super::schema::{Kind, Member, Proc, Schema, Type};
use super::types::{Uses, field, spell};

type Result<T> = core::result::Result<T, String>;

/// One event.
#[derive(Default)]
struct Event<'s> {
    module: &'s str,
    bare: Option<&'s Proc>,
    numbered: Option<&'s Proc>,
}

pub(crate) fn render(schema: &Schema, output: &mut Output) -> Result<()> {
    let mut order = Vec::new();
    let mut events: BTreeMap<&str, Event<'_>> = BTreeMap::new();
    for module in &schema.modules {
        for p in module.topics.iter().flat_map(|topic| &topic.procedures) {
            let Some(name) = p.notes.event_name.as_deref() else { continue };
            if !order.contains(&name) {
                order.push(name);
            }
            let event = events.entry(name).or_default();
            event.module = &module.name;
            let numbered = members(schema, p)?.first().is_some_and(|member| member.c_name == "callbackID");
            let form = if numbered { &mut event.numbered } else { &mut event.bare };
            if form.replace(p).is_some() {
                return Err(format!("{}: another procedure is the same form of {name}", p.c_name));
            }
        }
    }
    let mut uses = Uses::default();
    uses.add("oxivirt_protocol_macro", "Event");
    let mut variants = String::new();
    for name in order {
        let event = events.remove(name).unwrap_or_default();
        variants.push_str(&variant(schema, name, &event, &mut uses)?);
    }
    let text = format!(
        "{}\n/// What a session reports unasked.\n///\n\
         /// The wire's two forms of an event, with and without the number of the registration, are one variant.\n\
         #[derive(Debug, Clone, PartialEq, Event)]\npub enum Event<'a> {{\n{variants}}}\n",
        uses.text()
    );
    output.rust("event.rs", "All events of all programs.", &text);
    Ok(())
}

fn body<'s>(schema: &'s Schema, p: &Proc) -> Result<&'s Type> {
    schema.ty(p.args.as_deref().ok_or(format!("{}: an event without a body", p.c_name))?)
}

fn members<'s>(schema: &'s Schema, p: &Proc) -> Result<&'s [Member]> {
    match &body(schema, p)?.kind {
        Kind::Struct(members) => Ok(members),
        _ => Err(format!("{}: its body is no struct", p.c_name)),
    }
}

/// The members behind the number of the registration, each with the type it stands in; `msg` is what it holds.
fn flat<'s>(schema: &'s Schema, p: &Proc) -> Result<Vec<(&'s Type, &'s Member)>> {
    let owner = body(schema, p)?;
    let mut all = Vec::new();
    for member in members(schema, p)?.iter().filter(|member| member.c_name != "callbackID") {
        match &member.ty {
            super::schema::Ty::One(inner) if member.c_name == "msg" => {
                let inner = schema.ty(inner)?;
                if let Kind::Struct(members) = &inner.kind {
                    all.extend(members.iter().map(|member| (inner, member)));
                }
            }
            _ => all.push((owner, member)),
        }
    }
    Ok(all)
}

fn variant(schema: &Schema, name: &str, event: &Event<'_>, uses: &mut Uses) -> Result<String> {
    let bare = event.bare.map(|p| flat(schema, p)).transpose()?;
    let all = match event.numbered {
        Some(p) => flat(schema, p)?,
        None => bare.clone().unwrap_or_default(),
    };
    let in_bare = |member: &Member| bare.as_ref().is_none_or(|bare| bare.iter().any(|(_, m)| m.decl == member.decl));
    if bare.as_ref().is_some_and(|bare| bare.len() != all.iter().filter(|(_, m)| in_bare(m)).count()) {
        return Err(format!("{name}: its two forms differ"));
    }
    let (owner, _) = all.last().ok_or(format!("{name}: no fields"))?;
    let (class, rust, id) = identity(name);
    let mut options = format!("program = {}, class = {class}{id}", event.module.to_uppercase());
    for (form, p) in [("bare", event.bare), ("numbered", event.numbered)] {
        if let Some(p) = p {
            let _ = write!(options, ", {form} = {}", p.number);
        }
    }
    let doc = event.bare.or(event.numbered).map(|p| p.c_name.as_str()).unwrap_or_default();
    let mut text = format!("/// `{doc}`\n#[event({options})]\n#[xdr(name = {:?})]\n{rust} {{\n", owner.c_name);
    for (_, member) in &all {
        let only_numbered = if in_bare(member) { "" } else { "#[event(numbered)]\n" };
        // Fields of a variant are as public as the enum.
        let line = field(&spell(schema, None, &member.ty, uses)?, member, uses, "");
        let (doc, rest) = line.split_once('\n').unwrap_or((&line, ""));
        let _ = write!(text, "{doc}\n{only_numbered}{rest}");
    }
    text.push_str("},\n");
    Ok(text)
}

/// Class, variant's name and the option that tells the number.
fn identity(name: &str) -> (String, String, String) {
    let Some((class, event)) = name.strip_prefix("VIR_").and_then(|name| name.split_once("_EVENT_ID_")) else {
        let rust = names::camel(name);
        let class = if rust.starts_with("Connection") { "Connection".to_owned() } else { rust.clone() };
        return (class, rust, String::new());
    };
    let class = names::camel(&class.to_lowercase());
    let rust = format!("{class}{}", names::camel(&event.to_lowercase()));
    (class, rust, format!(", id = {name}"))
}
