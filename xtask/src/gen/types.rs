//! Renders modules, limits and types; `#[derive(Xdr)]` makes their codec.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::output::Output;
use super::schema::{Kind, Member, Module, Proc, Schema, Ty, Type};

type Result<T> = core::result::Result<T, String>;

pub(crate) fn render(schema: &Schema, output: &mut Output) -> Result<()> {
    for module in &schema.modules {
        let name = &module.name;
        output.rust(&format!("{name}/mod.rs"), &module.doc, &module_root(module));
        if !module.consts.is_empty() {
            let doc = "Limits, as the IDL states them.";
            output.rust(&format!("{name}/limits.rs"), doc, &limits(module));
        }
        let mut by_file: BTreeMap<&str, Vec<&Type>> = BTreeMap::new();
        for c_name in &module.types {
            let ty = schema.ty(c_name)?;
            by_file.entry(&ty.file).or_default().push(ty);
        }
        if by_file.is_empty() {
            continue;
        }
        let files: Vec<&str> = by_file.keys().copied().collect();
        let mods = files.iter().fold(String::new(), |text, file| text + &format!("mod {file};\n"));
        let uses = files.iter().fold(String::new(), |text, file| text + &format!("pub use {file}::*;\n"));
        output.rust(&format!("{name}/types/mod.rs"), "Wire types.", &format!("{mods}\n{uses}"));
        for (file, types) in by_file {
            let doc = format!("Wire types of `{file}`.");
            output.rust(&format!("{name}/types/{file}.rs"), &doc, &type_file(schema, &types)?);
        }
    }
    output.rust("mod.rs", "Everything that follows from the IDL.", &root(schema));
    Ok(())
}

fn root(schema: &Schema) -> String {
    let mut text = String::from("pub(crate) mod driver;\nmod event;\n");
    let mut program = String::new();
    let mut versions = String::new();
    let mut infos = String::new();
    let mut rules = String::new();
    for module in &schema.modules {
        let name = &module.name;
        let _ = writeln!(text, "pub mod {name};");
        let Some((number, version)) = module.program else {
            continue;
        };
        let upper = name.to_uppercase();
        let _ = writeln!(program, "/// Program `{name}`.\npub const {upper}: Self = Self({number:#010x});");
        let _ = writeln!(versions, "Self::{upper} => Some({version}),");
        let _ = writeln!(infos, "Self::{upper} => {name}::Procedure(procedure).info(),");
        let _ = writeln!(rules, "Self::{upper} => {name}::Procedure(procedure).rules(),");
    }
    let _ = write!(
        text,
        "\npub use event::Event;\n\nuse crate::{{ProcedureInfo, ProcedureRules, Program}};\n\nimpl Program {{\n{program}\n\
         /// Version of the program that this library speaks, `None` for unknown programs.\n\
         #[must_use]\npub const fn version(self) -> Option<u32> {{\nmatch self {{\n{versions}_ => None,\n}}\n}}\n\n\
         /// Facts about one of the program's procedures.\n\
         #[must_use]\npub fn procedure(self, procedure: u32) -> Option<ProcedureInfo> {{\n\
         match self {{\n{infos}_ => None,\n}}\n}}\n\n\
         /// What must hold before a driver is asked for one of the program's procedures.\n\
         #[must_use]\npub fn rules(self, procedure: u32) -> Option<&'static ProcedureRules> {{\n\
         match self {{\n{rules}_ => None,\n}}\n}}\n}}\n"
    );
    text
}

fn module_root(module: &Module) -> String {
    let mut text = String::new();
    let mut line = |condition: bool, add: &str| {
        if condition {
            text.push_str(add);
        }
    };
    let (types, program) = (!module.types.is_empty(), module.program.is_some());
    let procedures = || module.topics.iter().flat_map(|topic| &topic.procedures);
    let traits = module.topics.iter().any(|topic| topic.has_trait);
    line(procedures().any(|p| p.notes.event), "mod messages;\n");
    line(!module.consts.is_empty(), "mod limits;\n");
    line(program, "mod procedures;\n");
    line(types, "mod types;\n");
    line(true, "\n");
    line(!module.consts.is_empty(), "pub use limits::*;\n");
    line(
        program,
        if traits {
            "pub use procedures::{Procedure, dispatch, recode};\n"
        } else {
            "pub use procedures::Procedure;\n"
        },
    );
    line(types, "pub use types::*;\n");
    text
}

fn limits(module: &Module) -> String {
    let mut text = String::new();
    for (c_name, rust, value) in &module.consts {
        let _ = writeln!(text, "/// `{c_name}`\npub const {rust}: u32 = {value};");
    }
    text
}

/// Paths a file imports, by module path.
#[derive(Default)]
pub(crate) struct Uses(BTreeMap<String, BTreeSet<String>>);

impl Uses {
    pub(crate) fn add(&mut self, path: &str, name: &str) {
        self.0.entry(path.to_owned()).or_default().insert(name.to_owned());
    }

    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for (path, names) in &self.0 {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let _ = writeln!(text, "use {path}::{{{}}};", names.join(", "));
        }
        text
    }
}

fn lifetime(ty: &Type) -> &'static str {
    if ty.borrows { "<'a>" } else { "" }
}

/// The Rust type of a member, in the file of the type `from`; notes what must be imported.
pub(crate) fn spell(schema: &Schema, from: Option<&Type>, ty: &Ty, uses: &mut Uses) -> Result<String> {
    let mut named = |c_name: &str| -> Result<String> {
        let ty = schema.ty(c_name)?;
        if from.is_none_or(|from| (&ty.module, &ty.file) != (&from.module, &from.file)) {
            uses.add(&format!("crate::{}", ty.module), &ty.rust);
        }
        Ok(format!("{}{}", ty.rust, lifetime(ty)))
    };
    Ok(match ty {
        Ty::Scalar(scalar) => scalar.rust.to_owned(),
        Ty::Chars(len) => format!("[u8; {len}]"),
        Ty::VarChars(_) => "Vec<u8>".to_owned(),
        Ty::ScalarArray(scalar, _) => format!("Vec<{}>", scalar.rust),
        Ty::One(name) => named(name)?,
        Ty::Option(name) => format!("Option<{}>", named(name)?),
        Ty::Array(name, _) => format!("Vec<{}>", named(name)?),
        Ty::Uuid => {
            uses.add("oxivirt_model", "Uuid");
            "Uuid".to_owned()
        }
        Ty::Opaque(_) => {
            uses.add("oxivirt_xdr", "Opaque");
            "Opaque<'a>".to_owned()
        }
        Ty::Str(_) | Ty::OptStr(_) | Ty::Strings(..) => {
            uses.add("oxivirt_xdr", "Str");
            match ty {
                Ty::Str(_) => "Str<'a>".to_owned(),
                Ty::OptStr(_) => "Option<Str<'a>>".to_owned(),
                _ => "Vec<Str<'a>>".to_owned(),
            }
        }
    })
}

fn type_file(schema: &Schema, types: &[&Type]) -> Result<String> {
    let mut uses = Uses::default();
    uses.add("oxivirt_protocol_macro", "Xdr");
    let mut text = String::new();
    for ty in types {
        let (name, life) = (&ty.rust, lifetime(ty));
        let (derive, rest) = match &ty.kind {
            Kind::Enum(values) => (", Copy, Eq, Hash, Default", enumeration(name, values)),
            Kind::Struct(members) => {
                let mut fields = String::new();
                for member in members {
                    let spelled = spell(schema, Some(ty), &member.ty, &mut uses)?;
                    fields.push_str(&field(&spelled, member, &mut uses, "pub "));
                }
                (if ty.has_default { ", Default" } else { "" }, format!("pub struct {name}{life} {{\n{fields}}}\n"))
            }
            Kind::Union(arms) => {
                let variants =
                    arms.iter().map(|arm| variant(schema, ty, arm, &mut uses)).collect::<Result<String>>()?;
                ("", format!("pub enum {name}{life} {{\n{variants}}}\n"))
            }
        };
        let is_args = |p: &Proc| !p.notes.event && p.args.as_deref() == Some(&ty.c_name);
        let arguments = if procedures(schema).any(is_args) { ", Arguments" } else { "" };
        if !arguments.is_empty() {
            uses.add("oxivirt_protocol_macro", "Arguments");
        }
        let owned = if ty.in_events && ty.borrows { ", IntoOwned" } else { "" };
        if !owned.is_empty() {
            uses.add("oxivirt_protocol_macro", "IntoOwned");
        }
        let _ = write!(
            text,
            "\n/// {}\n#[derive(Debug, Clone, PartialEq{derive}, Xdr{owned}{arguments})]\n#[xdr(name = {:?})]\n{rest}",
            role(schema, ty),
            ty.c_name
        );
    }
    Ok(format!("{}{text}", uses.text()))
}

fn enumeration(name: &str, values: &[(String, String, u64)]) -> String {
    let mut constants = String::new();
    for (c_name, rust, value) in values {
        let _ = writeln!(constants, "/// `{c_name}`\npub const {rust}: Self = Self({value});");
    }
    format!("pub struct {name}(pub i32);\n\nimpl {name} {{\n{constants}}}\n")
}

/// A named field of the type `spelled`.
pub(crate) fn field(spelled: &str, member: &Member, uses: &mut Uses, visibility: &str) -> String {
    let limits = limits_of(member, &member.rust, uses);
    let limits = if limits.is_empty() { limits } else { format!("#[xdr({limits})]\n") };
    format!("/// `{}`\n{limits}{visibility}{}: {spelled},\n", member.decl, member.rust)
}

fn variant(schema: &Schema, owner: &Type, arm: &(String, u64, Member), uses: &mut Uses) -> Result<String> {
    let (name, discriminant, member) = arm;
    let spelled = spell(schema, Some(owner), &member.ty, uses)?;
    let limits = limits_of(member, name, uses);
    let limits = if limits.is_empty() { limits } else { format!(", {limits}") };
    Ok(format!("/// `{}`\n#[xdr({discriminant}{limits})]\n{name}({spelled}),\n", member.decl))
}

/// The options of a member's `#[xdr]`: its limits, and its name in the IDL where the Rust name does not tell it.
fn limits_of(member: &Member, rust: &str, uses: &mut Uses) -> String {
    let (max, each) = match &member.ty {
        Ty::VarChars(max) | Ty::Str(max) | Ty::OptStr(max) | Ty::Opaque(max) => (max, None),
        Ty::ScalarArray(_, max) | Ty::Array(_, max) => (max, None),
        Ty::Strings(max, each) => (max, Some(each)),
        Ty::Scalar(_) | Ty::Uuid | Ty::Chars(_) | Ty::One(_) | Ty::Option(_) => return String::new(),
    };
    let mut options = Vec::new();
    for (option, limit) in [("max", Some(max)), ("each", each)] {
        let Some(limit) = limit else { continue };
        if let Some(module) = &limit.module {
            uses.add(&format!("crate::{module}"), &limit.rust);
        }
        options.push(format!("{option} = {}", limit.rust));
    }
    if rust.trim_start_matches("r#") != member.c_name {
        options.push(format!("name = {:?}", member.c_name));
    }
    options.join(", ")
}

fn procedures(schema: &Schema) -> impl Iterator<Item = &Proc> {
    schema.modules.iter().flat_map(|m| &m.topics).flat_map(|topic| &topic.procedures)
}

/// What a type is for, when it belongs to a procedure.
fn role(schema: &Schema, ty: &Type) -> String {
    for procedure in procedures(schema) {
        let what = if procedure.args.as_deref() == Some(&ty.c_name) {
            if procedure.notes.event { "Body" } else { "Arguments" }
        } else if procedure.ret.as_deref() == Some(&ty.c_name) {
            "Result"
        } else {
            continue;
        };
        return format!("{what} of `{}`.", procedure.c_name);
    }
    format!("`{}`.", ty.c_name)
}
