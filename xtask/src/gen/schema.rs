//! The IDL with names resolved: what each type is in Rust, how long it is, whether it borrows.

use std::collections::BTreeMap;

use super::ast::{Body, Field, File, Notes, Shape};
use super::names;
use super::parse::parse_number;

type Result<T> = core::result::Result<T, String>;

/// Everything the renderers need.
#[derive(Debug, Default)]
pub(crate) struct Schema {
    pub(crate) modules: Vec<Module>,
    types: BTreeMap<String, Type>,
}

#[derive(Debug, Default)]
pub(crate) struct Module {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) consts: Vec<(String, String, u64)>,
    /// Types in the order of the files, by IDL name.
    pub(crate) types: Vec<String>,
    pub(crate) topics: Vec<Topic>,
    pub(crate) program: Option<(u32, u32)>,
}

/// The procedures of one file.
#[derive(Debug)]
pub(crate) struct Topic {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) has_trait: bool,
    pub(crate) procedures: Vec<Proc>,
}

#[derive(Debug)]
pub(crate) struct Proc {
    pub(crate) c_name: String,
    /// `DOMAIN_GET_INFO`
    pub(crate) constant: String,
    /// `domain_get_info`, with the program's prefix outside `remote`.
    pub(crate) method: String,
    pub(crate) number: u32,
    pub(crate) args: Option<String>,
    pub(crate) ret: Option<String>,
    pub(crate) notes: Notes,
}

#[derive(Debug, Clone)]
pub(crate) struct Type {
    pub(crate) c_name: String,
    pub(crate) rust: String,
    pub(crate) module: String,
    /// File it stands in: a topic, or `shared`.
    pub(crate) file: String,
    pub(crate) kind: Kind,
    pub(crate) borrows: bool,
    pub(crate) has_default: bool,
    pub(crate) min_len: u64,
    /// It is part of an event, and no event's whole body.
    pub(crate) in_events: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum Kind {
    Enum(Vec<(String, String, u64)>),
    Struct(Vec<Member>),
    /// Variant name, discriminant, value.
    Union(Vec<(String, u64, Member)>),
}

#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) c_name: String,
    pub(crate) rust: String,
    /// The declaration as the IDL has it.
    pub(crate) decl: String,
    pub(crate) ty: Ty,
}

/// A limit: its Rust spelling and its value.
#[derive(Debug, Clone)]
pub(crate) struct Limit {
    pub(crate) rust: String,
    pub(crate) module: Option<String>,
    pub(crate) value: u64,
}

#[derive(Debug, Clone)]
pub(crate) enum Ty {
    Scalar(Scalar),
    Uuid,
    Chars(u64),
    VarChars(Limit),
    Str(Limit),
    OptStr(Limit),
    Opaque(Limit),
    Strings(Limit, Limit),
    ScalarArray(Scalar, Limit),
    One(String),
    Option(String),
    Array(String, Limit),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scalar {
    pub(crate) rust: &'static str,
    pub(crate) len: u64,
}

const SCALARS: &[(&str, Scalar)] = &[
    ("int", Scalar { rust: "i32", len: 4 }),
    ("unsigned int", Scalar { rust: "u32", len: 4 }),
    ("hyper", Scalar { rust: "i64", len: 8 }),
    ("unsigned hyper", Scalar { rust: "u64", len: 8 }),
    ("double", Scalar { rust: "f64", len: 8 }),
    ("char", Scalar { rust: "i8", len: 4 }),
    ("unsigned char", Scalar { rust: "u8", len: 4 }),
    ("unsigned short", Scalar { rust: "u16", len: 4 }),
];

impl Schema {
    /// Resolves the files; imported modules come first.
    pub(crate) fn build(files: &[File]) -> Result<Self> {
        let mut schema = Self::default();
        let mut consts: BTreeMap<String, Limit> = BTreeMap::new();
        let mut aliases: BTreeMap<String, Field> = BTreeMap::new();
        for file in files {
            schema.module_of(file).and_then(|module| read_consts(module, file, &mut consts))?;
            for def in &file.types {
                if let Body::Alias(field) = &def.body {
                    aliases.insert(def.name.clone(), field.clone());
                }
            }
        }
        let prefixes: BTreeMap<&str, &[String]> = files
            .iter()
            .filter(|file| !file.prefixes.is_empty())
            .map(|file| (file.module.as_str(), file.prefixes.as_slice()))
            .collect();
        let mut resolver = Resolver { schema, consts, aliases, prefixes };
        for file in files {
            resolver.types(file)?;
            resolver.procedures(file)?;
        }
        for module in &resolver.schema.modules {
            check_numbers(module)?;
        }
        resolver.schema.mark_events()?;
        Ok(resolver.schema)
    }

    pub(crate) fn ty(&self, c_name: &str) -> Result<&Type> {
        self.types.get(c_name).ok_or(format!("type {c_name} is not defined"))
    }

    /// Finds the types that events hold.
    fn mark_events(&mut self) -> Result<()> {
        let procedures = self.modules.iter().flat_map(|module| &module.topics).flat_map(|topic| &topic.procedures);
        let bodies: Vec<String> = procedures.filter(|p| p.notes.event).filter_map(|p| p.args.clone()).collect();
        let mut pending = bodies.clone();
        while let Some(name) = pending.pop() {
            let ty = self.types.get_mut(&name).ok_or(format!("type {name} is not defined"))?;
            if ty.in_events {
                continue;
            }
            ty.in_events = true;
            let members: Vec<&Member> = match &ty.kind {
                Kind::Enum(_) => Vec::new(),
                Kind::Struct(members) => members.iter().collect(),
                Kind::Union(arms) => arms.iter().map(|(.., member)| member).collect(),
            };
            for member in members {
                match &member.ty {
                    Ty::One(inner) | Ty::Option(inner) | Ty::Array(inner, _) => pending.push(inner.clone()),
                    _ => {}
                }
            }
        }
        // The fields of bodies become fields of the enum of events.
        for name in bodies {
            if let Some(ty) = self.types.get_mut(&name) {
                ty.in_events = false;
            }
        }
        Ok(())
    }

    fn module_of(&mut self, file: &File) -> Result<&mut Module> {
        if !self.modules.iter().any(|module| module.name == file.module) {
            self.modules.push(Module { name: file.module.clone(), doc: file.doc.clone(), ..Module::default() });
        }
        let found = self.modules.iter_mut().find(|module| module.name == file.module);
        found.ok_or_else(|| format!("{}: no module {}", file.path, file.module))
    }

    pub(crate) fn min_len(&self, ty: &Ty) -> Result<u64> {
        Ok(match ty {
            Ty::Scalar(scalar) => scalar.len,
            Ty::Uuid => 16,
            Ty::Chars(len) => len.saturating_mul(4),
            Ty::One(name) => self.ty(name)?.min_len,
            _ => 4,
        })
    }

    fn borrows(&self, ty: &Ty) -> Result<bool> {
        Ok(match ty {
            Ty::Str(_) | Ty::OptStr(_) | Ty::Opaque(_) | Ty::Strings(..) => true,
            Ty::One(name) | Ty::Option(name) | Ty::Array(name, _) => self.ty(name)?.borrows,
            _ => false,
        })
    }
}

fn read_consts(module: &mut Module, file: &File, all: &mut BTreeMap<String, Limit>) -> Result<()> {
    for constant in &file.consts {
        let value = match all.get(&constant.value) {
            Some(other) => other.value,
            None => parse_number(&constant.value).ok_or(format!(
                "{}:{}: {} is neither a number nor a constant",
                file.path, constant.line, constant.value
            ))?,
        };
        let rust = names::strip(&constant.name, &file.prefixes).to_owned();
        module.consts.push((constant.name.clone(), rust.clone(), value));
        let limit = Limit { rust, module: Some(file.module.clone()), value };
        if all.insert(constant.name.clone(), limit).is_some() {
            return Err(format!("{}:{}: {} stands twice", file.path, constant.line, constant.name));
        }
    }
    Ok(())
}

fn check_numbers(module: &Module) -> Result<()> {
    let procedures = module.topics.iter().flat_map(|topic| &topic.procedures);
    let mut numbers: Vec<u32> = procedures.map(|procedure| procedure.number).collect();
    numbers.sort_unstable();
    for (wanted, found) in (1..).zip(&numbers) {
        if wanted != *found {
            return Err(format!("{}: procedure {wanted} is missing or stands twice", module.name));
        }
    }
    Ok(())
}

struct Resolver<'f> {
    schema: Schema,
    consts: BTreeMap<String, Limit>,
    aliases: BTreeMap<String, Field>,
    prefixes: BTreeMap<&'f str, &'f [String]>,
}

impl Resolver<'_> {
    fn limit(&self, word: &str, place: &str) -> Result<Limit> {
        if let Some(limit) = self.consts.get(word) {
            return Ok(limit.clone());
        }
        let value = parse_number(word).ok_or(format!("{place}: unknown limit {word}"))?;
        Ok(Limit { rust: word.to_owned(), module: None, value })
    }

    fn types(&mut self, file: &File) -> Result<()> {
        let prefixes = self.prefixes.get(file.module.as_str()).copied().unwrap_or_default();
        for def in &file.types {
            let kind = match &def.body {
                Body::Alias(_) => continue,
                Body::Enum(values) => enum_kind(values),
                Body::Struct(fields) => {
                    Kind::Struct(fields.iter().map(|field| self.member(file, field)).collect::<Result<_>>()?)
                }
                Body::Union(arms) => self.union_kind(file, arms)?,
            };
            let (borrows, has_default, min_len) = self.facts(&kind)?;
            let ty = Type {
                c_name: def.name.clone(),
                rust: names::camel(names::strip(&def.name, prefixes)),
                module: file.module.clone(),
                file: match &file.topic {
                    Some(topic) if *topic != file.module => topic.clone(),
                    _ => "shared".to_owned(),
                },
                kind,
                borrows,
                has_default,
                min_len,
                in_events: false,
            };
            self.schema.module_of(file)?.types.push(def.name.clone());
            if self.schema.types.insert(def.name.clone(), ty).is_some() {
                return Err(format!("{}:{}: {} stands twice", file.path, def.line, def.name));
            }
        }
        Ok(())
    }

    fn facts(&self, kind: &Kind) -> Result<(bool, bool, u64)> {
        let mut borrows = false;
        let mut has_default = !matches!(kind, Kind::Union(_));
        let mut len = 0_u64;
        match kind {
            Kind::Enum(_) => len = 4,
            Kind::Struct(members) => {
                for member in members {
                    borrows |= self.schema.borrows(&member.ty)?;
                    len = len.saturating_add(self.schema.min_len(&member.ty)?);
                    if let Ty::One(name) = &member.ty {
                        has_default &= self.schema.ty(name)?.has_default;
                    }
                }
            }
            Kind::Union(arms) => {
                let mut shortest = u64::MAX;
                for (_, _, member) in arms {
                    borrows |= self.schema.borrows(&member.ty)?;
                    shortest = shortest.min(self.schema.min_len(&member.ty)?);
                }
                len = shortest.saturating_add(4);
            }
        }
        Ok((borrows, has_default, len))
    }

    fn union_kind(&self, file: &File, arms: &[(String, Field)]) -> Result<Kind> {
        let mut resolved = Vec::new();
        for (constant, field) in arms {
            let place = format!("{}:{}", file.path, field.line);
            let value = self.limit(constant, &place)?.value;
            let variant = constant.rsplit('_').next().unwrap_or(constant);
            resolved.push((names::camel(&variant.to_lowercase()), value, self.member(file, field)?));
        }
        Ok(Kind::Union(resolved))
    }

    fn member(&self, file: &File, field: &Field) -> Result<Member> {
        let decl = match &field.shape {
            Shape::Plain => format!("{} {}", field.ty, field.name),
            Shape::Optional => format!("{} *{}", field.ty, field.name),
            Shape::Fixed(limit) => format!("{} {}[{limit}]", field.ty, field.name),
            Shape::Variable(limit) => format!("{} {}<{limit}>", field.ty, field.name),
        };
        let place = format!("{}:{}", file.path, field.line);
        Ok(Member {
            c_name: field.name.clone(),
            rust: names::field(&field.name),
            decl,
            ty: self.resolve(&field.ty, &field.shape, &place)?,
        })
    }

    fn resolve(&self, name: &str, shape: &Shape, place: &str) -> Result<Ty> {
        let refuse = || Err(format!("{place}: this use of {name} is not supported"));
        if let Some(alias) = self.aliases.get(name) {
            let inner = self.resolve(&alias.ty, &alias.shape, place)?;
            return match (shape, inner) {
                (Shape::Plain, inner) => Ok(inner),
                (Shape::Optional, Ty::Str(limit)) => Ok(Ty::OptStr(limit)),
                (Shape::Optional, Ty::One(name)) => Ok(Ty::Option(name)),
                (Shape::Variable(count), Ty::Str(each)) => Ok(Ty::Strings(self.limit(count, place)?, each)),
                (Shape::Variable(count), Ty::One(name)) => Ok(Ty::Array(name, self.limit(count, place)?)),
                _ => refuse(),
            };
        }
        let scalar = SCALARS.iter().find(|(c_name, _)| *c_name == name).map(|(_, scalar)| *scalar);
        match (name, shape, scalar) {
            ("string", Shape::Variable(limit), _) => Ok(Ty::Str(self.limit(limit, place)?)),
            ("opaque", Shape::Variable(limit), _) => Ok(Ty::Opaque(self.limit(limit, place)?)),
            ("opaque", Shape::Fixed(limit), _) if self.limit(limit, place)?.value == 16 => Ok(Ty::Uuid),
            ("char", Shape::Variable(limit), _) => Ok(Ty::VarChars(self.limit(limit, place)?)),
            ("char", Shape::Fixed(limit), _) => Ok(Ty::Chars(self.limit(limit, place)?.value)),
            (_, Shape::Plain, Some(scalar)) => Ok(Ty::Scalar(scalar)),
            (_, Shape::Variable(limit), Some(scalar)) if scalar.len == 8 || scalar.rust.len() == 3 => {
                Ok(Ty::ScalarArray(scalar, self.limit(limit, place)?))
            }
            ("string" | "opaque", ..) | (_, _, Some(_)) | (_, Shape::Fixed(_), _) => refuse(),
            _ => {
                let known = self.schema.ty(name).map_err(|error| format!("{place}: {error}"))?;
                let known = known.c_name.clone();
                Ok(match shape {
                    Shape::Optional => Ty::Option(known),
                    Shape::Variable(limit) => Ty::Array(known, self.limit(limit, place)?),
                    _ => Ty::One(known),
                })
            }
        }
    }

    fn procedures(&mut self, file: &File) -> Result<()> {
        let Some(program) = &file.program else {
            return Ok(());
        };
        let mut procedures = Vec::new();
        for procedure in &program.procedures {
            let place = format!("{}:{}", file.path, procedure.line);
            for ty in procedure.args.iter().chain(&procedure.ret) {
                self.schema.ty(ty).map_err(|error| format!("{place}: {error}"))?;
            }
            let (_, constant) =
                procedure.name.split_once("_PROC_").ok_or(format!("{place}: the name of a procedure holds _PROC_"))?;
            if procedure.name != format!("{}_PROC_{constant}", file.module.to_uppercase()) {
                return Err(format!("{place}: the name of a procedure begins with its program's"));
            }
            let method = constant.to_lowercase();
            procedures.push(Proc {
                c_name: procedure.name.clone(),
                constant: constant.to_owned(),
                method: match file.module.as_str() {
                    "remote" => method,
                    other => format!("{other}_{method}"),
                },
                number: procedure.number,
                args: procedure.args.clone(),
                ret: procedure.ret.clone(),
                notes: procedure.notes.clone(),
            });
        }
        let has_trait = file.topic.is_some() && procedures.iter().any(|p| !p.notes.event);
        let topic = Topic {
            name: file.topic.clone().unwrap_or(file.module.clone()),
            doc: file.doc.clone(),
            has_trait,
            procedures,
        };
        let module = self.schema.module_of(file)?;
        let numbers = (program.number, program.version);
        if module.program.replace(numbers).is_some_and(|earlier| earlier != numbers) {
            return Err(format!("{}: {} has two numbers", file.path, program.name));
        }
        module.topics.push(topic);
        Ok(())
    }
}

/// Values without the words that all of them begin with.
fn enum_kind(values: &[super::ast::Const]) -> Kind {
    let common = names::common_prefix(values.iter().map(|value| value.name.as_str()));
    Kind::Enum(
        values
            .iter()
            .map(|value| {
                let rust = value.name.get(common..).unwrap_or(&value.name).to_owned();
                (value.name.clone(), rust, parse_number(&value.value).unwrap_or_default())
            })
            .collect(),
    )
}
