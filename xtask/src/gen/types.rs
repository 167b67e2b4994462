//! Renders modules, limits, types and their codec.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::names;
use super::output::Output;
use super::schema::{Kind, Limit, Member, Module, Schema, Ty, Type};

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
        output.rust(&format!("{name}/codec/mod.rs"), "Wire forms of the types.", &mods);
        for (file, types) in by_file {
            let doc = format!("Wire types of `{file}`.");
            output.rust(&format!("{name}/types/{file}.rs"), &doc, &type_file(schema, &types)?);
            let doc = format!("Wire forms of the types of `{file}`.");
            output.rust(&format!("{name}/codec/{file}.rs"), &doc, &codec_file(&types)?);
        }
    }
    output.rust("mod.rs", "Everything that follows from the IDL.", &root(schema));
    Ok(())
}

fn root(schema: &Schema) -> String {
    let mut text = String::from("mod client;\npub(crate) mod driver;\nmod server;\n");
    let mut program = String::new();
    let mut versions = String::new();
    let mut infos = String::new();
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
    }
    let _ = write!(
        text,
        "\nuse crate::{{ProcedureInfo, Program}};\n\nimpl Program {{\n{program}\n\
         /// Version of the program that this library speaks, `None` for unknown programs.\n\
         #[must_use]\npub const fn version(self) -> Option<u32> {{\nmatch self {{\n{versions}_ => None,\n}}\n}}\n\n\
         /// Facts about one of the program's procedures.\n\
         #[must_use]\npub fn procedure(self, procedure: u32) -> Option<&'static ProcedureInfo> {{\n\
         match self {{\n{infos}_ => None,\n}}\n}}\n}}\n"
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
    let traits = module.topics.iter().any(|topic| topic.has_trait);
    line(types, "mod codec;\n");
    line(!module.consts.is_empty(), "mod limits;\n");
    line(program, "mod procedures;\n");
    line(program && types, "mod recode;\n");
    line(types, "mod types;\n");
    line(true, "\n");
    line(!module.consts.is_empty(), "pub use limits::*;\n");
    line(program, "pub use procedures::Procedure;\n");
    line(program && types, "pub use recode::recode;\n");
    line(types, "pub use types::*;\n");
    let dispatch = format!("pub use super::server::{}::dispatch;\n", module.name_of_table());
    line(traits, &dispatch);
    text
}

impl Module {
    /// Module that holds the dispatch table.
    pub(crate) fn name_of_table(&self) -> String {
        format!("{}_program", self.name)
    }
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
struct Uses(BTreeMap<String, BTreeSet<String>>);

impl Uses {
    fn add(&mut self, path: &str, name: &str) {
        self.0.entry(path.to_owned()).or_default().insert(name.to_owned());
    }

    fn text(&self) -> String {
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

/// The Rust type of a member; notes what must be imported.
fn spell(schema: &Schema, from: &Type, ty: &Ty, uses: &mut Uses) -> Result<String> {
    let mut named = |c_name: &str| -> Result<String> {
        let ty = schema.ty(c_name)?;
        if (&ty.module, &ty.file) != (&from.module, &from.file) {
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
    let mut text = String::new();
    for ty in types {
        let (name, life) = (&ty.rust, lifetime(ty));
        let _ = writeln!(text, "\n/// `{}`{}", ty.c_name, role(schema, ty));
        match &ty.kind {
            Kind::Enum(values) => {
                text.push_str("#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]\n");
                let _ = writeln!(text, "pub struct {name}(pub i32);\n\nimpl {name} {{");
                for (c_name, rust, value) in values {
                    let _ = writeln!(text, "/// `{c_name}`\npub const {rust}: Self = Self({value});");
                }
                text.push_str("}\n");
            }
            Kind::Struct(members) => {
                let default = if ty.has_default { ", Default" } else { "" };
                let _ = writeln!(text, "#[derive(Debug, Clone, PartialEq{default})]");
                let _ = writeln!(text, "pub struct {name}{life} {{");
                for member in members {
                    let spelled = spell(schema, ty, &member.ty, &mut uses)?;
                    let _ = writeln!(text, "/// `{}`\npub {}: {spelled},", member.decl, member.rust);
                }
                text.push_str("}\n");
            }
            Kind::Union(arms) => {
                let _ = writeln!(text, "#[derive(Debug, Clone, PartialEq)]\npub enum {name}{life} {{");
                for (variant, value, member) in arms {
                    let spelled = spell(schema, ty, &member.ty, &mut uses)?;
                    let _ = writeln!(text, "/// {value}: `{}`\n{variant}({spelled}),", member.decl);
                }
                text.push_str("}\n");
            }
        }
    }
    Ok(format!("{}{text}", uses.text()))
}

/// What a type is for, when it belongs to a procedure.
fn role(schema: &Schema, ty: &Type) -> String {
    let procedures = schema.modules.iter().flat_map(|m| &m.topics).flat_map(|topic| &topic.procedures);
    for procedure in procedures {
        let what = if procedure.args.as_deref() == Some(&ty.c_name) {
            if procedure.notes.event { "body" } else { "arguments" }
        } else if procedure.ret.as_deref() == Some(&ty.c_name) {
            "result"
        } else {
            continue;
        };
        return format!(": {what} of `{}`.", procedure.c_name);
    }
    ".".to_owned()
}

struct Codec {
    uses: Uses,
    consts: String,
    text: String,
}

fn codec_file(types: &[&Type]) -> Result<String> {
    let mut codec = Codec { uses: Uses::default(), consts: String::new(), text: String::new() };
    for name in ["Decode", "Encode", "Reader", "Result", "Writer"] {
        codec.uses.add("oxivirt_xdr", name);
    }
    for ty in types {
        codec.uses.add(&format!("crate::{}", ty.module), &ty.rust);
        let consts_before = codec.consts.len();
        match &ty.kind {
            Kind::Enum(_) => codec.enumeration(ty),
            Kind::Struct(members) => codec.structure(ty, members)?,
            Kind::Union(arms) => codec.union(ty, arms)?,
        }
        if codec.consts.len() > consts_before {
            codec.consts.push('\n');
        }
    }
    if !codec.consts.is_empty() {
        codec.uses.add("oxivirt_xdr", "Bound");
    }
    Ok(format!("{}\n{}{}", codec.uses.text(), codec.consts, codec.text))
}

impl Codec {
    /// Opens both impls around the bodies.
    fn impls(&mut self, ty: &Type, encode: &str, decode: &str) {
        let (any, named) = if ty.borrows { ("<'_>", "'a") } else { ("", "'_") };
        let (generic, own) = if ty.borrows { ("<'a>", "<'a>") } else { ("", "") };
        let (name, min_len) = (&ty.rust, ty.min_len);
        let _ = write!(
            self.text,
            "\nimpl Encode for {name}{any} {{\nfn encode(&self, w: &mut Writer<'_>) -> Result<()> {{\n{encode}\n}}\n}}\n\n\
             impl{generic} Decode<{named}> for {name}{own} {{\nconst MIN_LEN: usize = {min_len};\n\n\
             fn decode(r: &mut Reader<{named}>) -> Result<Self> {{\n{decode}\n}}\n}}\n"
        );
    }

    fn enumeration(&mut self, ty: &Type) {
        self.impls(ty, "w.i32(self.0)", "r.i32().map(Self)");
    }

    fn structure(&mut self, ty: &Type, members: &[Member]) -> Result<()> {
        let mut encode = Vec::new();
        let mut decode = String::new();
        for member in members {
            encode.push(self.encode(ty, member, &format!("self.{}", member.rust), "&"));
            let _ = write!(decode, "{}: {}?,", member.rust, self.decode(ty, member));
        }
        self.impls(ty, &encode.join("?;\n"), &format!("Ok(Self {{ {decode} }})"));
        Ok(())
    }

    fn union(&mut self, ty: &Type, arms: &[(String, u64, Member)]) -> Result<()> {
        let (mut encode, mut decode) = (String::new(), String::new());
        for (variant, value, member) in arms {
            let inner = if matches!(member.ty, Ty::Scalar(_)) { "*value" } else { "value" };
            let write = self.encode(ty, member, inner, "");
            let _ = writeln!(encode, "Self::{variant}(value) => {{\nw.i32({value})?;\n{write}\n}}");
            let _ = writeln!(decode, "{value} => Self::{variant}({}?),", self.decode(ty, member));
        }
        let encode = format!("match self {{\n{encode}}}");
        let name = &ty.c_name;
        let decode = format!("Ok(match r.i32()? {{\n{decode}other => return Err(r.no_arm(\"{name}\", other)),\n}})");
        self.impls(ty, &encode, &decode);
        Ok(())
    }

    /// Defines the bound of a counted member and returns its name.
    fn bound(&mut self, ty: &Type, member: &Member, suffix: &str, limit: &Limit) -> String {
        let name = names::shout(&ty.rust);
        let field = names::shout(&member.c_name);
        let constant = format!("{name}_{field}{}", if suffix.is_empty() { "" } else { "_EACH" });
        if let Some(module) = &limit.module {
            self.uses.add(&format!("crate::{module}"), &limit.rust);
        }
        let _ = writeln!(
            self.consts,
            "const {constant}: Bound = Bound::new(\"{}.{}{suffix}\", {});",
            ty.c_name, member.c_name, limit.rust
        );
        constant
    }

    /// Expression that writes a member; `by` takes its reference.
    fn encode(&mut self, ty: &Type, member: &Member, value: &str, by: &str) -> String {
        match &member.ty {
            Ty::Scalar(scalar) => format!("w.{}({value})", scalar.rust),
            Ty::Uuid => format!("w.fixed({value}.as_bytes())"),
            Ty::Chars(_) => format!("w.chars_fixed({by}{value})"),
            Ty::VarChars(limit) => {
                format!("w.chars({by}{value}, &{})", self.bound(ty, member, "", limit))
            }
            Ty::Str(limit) | Ty::Opaque(limit) => {
                format!("w.bytes({by}{value}, &{})", self.bound(ty, member, "", limit))
            }
            Ty::OptStr(limit) => {
                format!("w.option_bytes({value}.as_deref(), &{})", self.bound(ty, member, "", limit))
            }
            Ty::Strings(limit, each) => {
                let count = self.bound(ty, member, "", limit);
                let each = self.bound(ty, member, "[]", each);
                format!("w.strings({by}{value}, &{count}, &{each})")
            }
            Ty::ScalarArray(_, limit) | Ty::Array(_, limit) => {
                format!("w.array({by}{value}, &{})", self.bound(ty, member, "", limit))
            }
            Ty::One(_) => format!("{value}.encode(w)"),
            Ty::Option(_) => format!("w.option({value}.as_ref())"),
        }
    }

    /// Expression that reads a member; its bounds exist already.
    fn decode(&mut self, ty: &Type, member: &Member) -> String {
        let bound = format!("&{}_{}", names::shout(&ty.rust), names::shout(&member.c_name));
        match &member.ty {
            Ty::Scalar(scalar) => format!("r.{}()", scalar.rust),
            Ty::Uuid => {
                self.uses.add("oxivirt_model", "Uuid");
                "r.fixed().map(|bytes| Uuid(*bytes))".to_owned()
            }
            Ty::Chars(_) => "r.chars_fixed()".to_owned(),
            Ty::VarChars(_) => format!("r.chars({bound})"),
            Ty::Str(_) => format!("r.string({bound})"),
            Ty::Opaque(_) => format!("r.opaque({bound})"),
            Ty::OptStr(_) => format!("r.option_string({bound})"),
            Ty::Strings(..) => format!("r.strings({bound}, {bound}_EACH)"),
            Ty::ScalarArray(..) | Ty::Array(..) => format!("r.array({bound})"),
            Ty::One(_) => "Decode::decode(r)".to_owned(),
            Ty::Option(_) => "r.option()".to_owned(),
        }
    }
}
