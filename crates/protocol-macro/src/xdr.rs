//! The codec of a type.

use std::fmt::Write;

use proc_macro::{Delimiter, TokenStream, TokenTree};

use crate::tokens::{Attributed, Result, group, is, name_after, option, split, text, unquoted};

pub(crate) fn expand(item: TokenStream) -> Result<String> {
    let item = Attributed::new(item);
    let name = option(&item.options("xdr"), "name").map(|name| unquoted(name.value()).to_owned());
    let name = name.ok_or("#[derive(Xdr)] needs #[xdr(name = \"…\")]")?;
    // With a generic parameter, which is always 'a, the value borrows.
    let borrows = item.rest.iter().any(|token| is(token, '\''));
    let body = group(item.rest.clone(), Delimiter::Brace);
    if let Some(rust) = name_after(&item.rest, "enum") {
        let variants = body.ok_or("an enum without variants")?;
        return union(&name, variants).map(|codec| codec.impls(&rust, &name, borrows));
    }
    let rust = name_after(&item.rest, "struct").ok_or("#[derive(Xdr)] is for structs and enums")?;
    let codec = match body {
        Some(fields) => structure(&name, fields)?,
        None => newtype(),
    };
    Ok(codec.impls(&rust, &name, borrows))
}

/// The bodies of the two functions, and the parts of the shortest wire form.
struct Codec {
    encode: String,
    decode: String,
    min_len: String,
}

impl Codec {
    fn impls(&self, rust: &str, name: &str, borrows: bool) -> String {
        let (any, named) = if borrows { ("<'_>", "'a") } else { ("", "'_") };
        let (generic, own) = if borrows { ("<'a>", "<'a>") } else { ("", "") };
        let Self { encode, decode, min_len } = self;
        let min_len = min_len.replace("'_", if borrows { "'a" } else { "'static" });
        format!(
            "impl ::oxivirt_xdr::Encode for {rust}{any} {{
                fn encode(&self, w: &mut ::oxivirt_xdr::Writer<'_>) -> ::oxivirt_xdr::Result<()> {{ {encode} }}
            }}
            impl{generic} ::oxivirt_xdr::Decode<{named}> for {rust}{own} {{
                const MIN_LEN: usize = {min_len};
                const NAME: &'static str = {name:?};
                fn decode(r: &mut ::oxivirt_xdr::Reader<{named}>) -> ::oxivirt_xdr::Result<Self> {{ {decode} }}
            }}"
        )
    }
}

/// The copies that borrow nothing, of a type that has any lifetime.
pub(crate) fn into_owned(item: TokenStream) -> Result<String> {
    let item = Attributed::new(item);
    let body = group(item.rest.clone(), Delimiter::Brace).ok_or("#[derive(IntoOwned)] needs fields")?;
    let (rust, value) = match name_after(&item.rest, "enum") {
        Some(rust) => {
            let mut arms = String::new();
            for variant in split(body, ',') {
                let arm = Field::of_variant("", variant)?;
                let _ =
                    writeln!(arms, "Self::{name}(value) => {rust}::{name}({}),", arm.owned("value"), name = arm.rust);
            }
            (rust, format!("match self {{ {arms} }}"))
        }
        None => {
            let rust = name_after(&item.rest, "struct").ok_or("#[derive(IntoOwned)] is for structs and enums")?;
            let mut fields = String::new();
            for field in split(body, ',') {
                let field = Field::new("", field)?;
                let _ = write!(fields, "{}: {}, ", field.rust, field.owned(&format!("self.{}", field.rust)));
            }
            (rust.clone(), format!("{rust} {{ {fields} }}"))
        }
    };
    Ok(format!(
        "impl ::oxivirt_xdr::IntoOwned for {rust}<'_> {{
            type Owned = {rust}<'static>;
            fn into_owned(self) -> {rust}<'static> {{ {value} }}
        }}"
    ))
}

fn newtype() -> Codec {
    Codec { encode: "w.i32(self.0)".into(), decode: "r.i32().map(Self)".into(), min_len: "4".into() }
}

fn structure(name: &str, fields: TokenStream) -> Result<Codec> {
    let (mut encode, mut decode, mut min_len) = (Vec::new(), String::new(), Vec::new());
    for field in split(fields, ',') {
        let field = Field::new(name, field)?;
        encode.push(field.encode(&format!("self.{}", field.rust), "&"));
        let _ = write!(decode, "{}: {}?,", field.rust, field.decode());
        min_len.push(field.min_len());
    }
    let encode = encode.join("?;\n");
    Ok(Codec { encode, decode: format!("Ok(Self {{ {decode} }})"), min_len: min_len.join(" + ") })
}

fn union(name: &str, variants: TokenStream) -> Result<Codec> {
    let (mut encode, mut decode, mut arms) = (String::new(), String::new(), Vec::new());
    for variant in split(variants, ',') {
        let arm = Field::of_variant(name, variant)?;
        let Field { rust, .. } = &arm;
        let number = arm.discriminant.as_deref().ok_or(format!("{rust}: no discriminant, #[xdr(1)]"))?;
        let value = if matches!(arm.shape, Shape::Scalar(_)) { "*value" } else { "value" };
        let write = arm.encode(value, "");
        let _ = writeln!(encode, "Self::{rust}(value) => {{ w.i32({number})?; {write} }}");
        let _ = writeln!(decode, "{number} => Self::{rust}({}?),", arm.decode());
        arms.push(arm.min_len());
    }
    Ok(Codec {
        encode: format!("match self {{ {encode} }}"),
        decode: format!("Ok(match r.i32()? {{ {decode} other => return Err(r.no_arm({name:?}, other)) }})"),
        min_len: format!("4 + ::oxivirt_xdr::shortest(&[{}])", arms.join(", ")),
    })
}

/// How a field travels.
enum Shape {
    Scalar(String),
    Uuid,
    Chars(String),
    VarChars,
    Str,
    Opaque,
    OptStr,
    Strings,
    Array,
    Option,
    One(String),
}

pub(crate) struct Field {
    pub(crate) rust: String,
    /// The Rust type, without spaces.
    pub(crate) kind: String,
    shape: Shape,
    bound: String,
    each: String,
    discriminant: Option<String>,
}

const SCALARS: [&str; 8] = ["i32", "u32", "i64", "u64", "f64", "i8", "u8", "u16"];

impl Field {
    /// A named field of the type that errors call `owner`.
    pub(crate) fn new(owner: &str, field: Vec<TokenTree>) -> Result<Self> {
        let field = Attributed::new(field);
        let mut parts = split(field.rest.iter().cloned(), ':').into_iter();
        let rust = parts.next().and_then(|mut head| head.pop()).ok_or("a field without a name")?.to_string();
        let kind = text(parts.next().ok_or(format!("{rust}: no type"))?);
        Self::with(owner, &field, rust, &kind)
    }

    /// A variant with one value.
    fn of_variant(owner: &str, variant: Vec<TokenTree>) -> Result<Self> {
        let variant = Attributed::new(variant);
        let rust = variant.rest.first().ok_or("a variant without a name")?.to_string();
        let kind = group(variant.rest.clone(), Delimiter::Parenthesis).ok_or(format!("{rust}: no value"))?;
        Self::with(owner, &variant, rust, &kind.to_string())
    }

    fn with(owner: &str, attributed: &Attributed, rust: String, kind: &str) -> Result<Self> {
        let options = attributed.options("xdr");
        let value = |name: &str| option(&options, name).map(|option| option.value().to_owned());
        let name = value("name").map_or(rust.trim_start_matches("r#").to_owned(), |name| unquoted(&name).to_owned());
        let bound = |max: &str, suffix: &str| match value(max) {
            Some(max) => format!("&::oxivirt_xdr::Bound {{ field: \"{owner}.{name}{suffix}\", max: {max} }}"),
            None => String::new(),
        };
        let (shape, bounds) = Shape::of(kind);
        let (bound, each) = (bound("max", ""), bound("each", "[]"));
        if [&bound, &each].iter().filter(|bound| !bound.is_empty()).count() != bounds {
            return Err(format!("{owner}.{name}: {kind} needs {bounds} limits"));
        }
        let numbers = options.iter().map(|option| option.name.clone());
        let discriminant = numbers.into_iter().find(|name| name.starts_with(|c: char| c.is_ascii_digit()));
        let kind = kind.split_whitespace().collect();
        Ok(Self { rust, kind, shape, bound, each, discriminant })
    }

    /// Expression that writes the value; `by` takes its reference.
    fn encode(&self, value: &str, by: &str) -> String {
        let Self { bound, each, .. } = self;
        match &self.shape {
            Shape::Scalar(scalar) => format!("w.{scalar}({value})"),
            Shape::Uuid => format!("w.fixed({value}.as_bytes())"),
            Shape::Chars(_) => format!("w.chars_fixed({by}{value})"),
            Shape::VarChars => format!("w.chars({by}{value}, {bound})"),
            Shape::Str | Shape::Opaque => format!("w.bytes({by}{value}, {bound})"),
            Shape::OptStr => format!("w.option_bytes({value}.as_deref(), {bound})"),
            Shape::Strings => format!("w.strings({by}{value}, {bound}, {each})"),
            Shape::Array => format!("w.array({by}{value}, {bound})"),
            Shape::Option => format!("w.option({value}.as_ref())"),
            Shape::One(_) => format!("::oxivirt_xdr::Encode::encode({by}{value}, w)"),
        }
    }

    /// Expression that writes a field bound by a pattern, by reference.
    pub(crate) fn encode_bound(&self) -> String {
        let by = if matches!(self.shape, Shape::Scalar(_)) { "*" } else { "" };
        self.encode(&format!("{by}{}", self.rust), "")
    }

    /// Expression that makes a copy of `value` which borrows nothing.
    pub(crate) fn owned(&self, value: &str) -> String {
        match &self.shape {
            Shape::Scalar(_) | Shape::Uuid | Shape::Chars(_) | Shape::VarChars => value.to_owned(),
            _ => format!("::oxivirt_xdr::IntoOwned::into_owned({value})"),
        }
    }

    /// Expression that reads the value.
    pub(crate) fn decode(&self) -> String {
        let Self { bound, each, .. } = self;
        match &self.shape {
            Shape::Scalar(scalar) => format!("r.{scalar}()"),
            Shape::Uuid => "r.fixed().map(|bytes| Uuid(*bytes))".into(),
            Shape::Chars(_) => "r.chars_fixed()".into(),
            Shape::VarChars => format!("r.chars({bound})"),
            Shape::Str => format!("r.string({bound})"),
            Shape::Opaque => format!("r.opaque({bound})"),
            Shape::OptStr => format!("r.option_string({bound})"),
            Shape::Strings => format!("r.strings({bound}, {each})"),
            Shape::Array => format!("r.array({bound})"),
            Shape::Option => "r.option()".into(),
            Shape::One(_) => "::oxivirt_xdr::Decode::decode(r)".into(),
        }
    }

    /// Expression for the bytes of the shortest wire form.
    fn min_len(&self) -> String {
        match &self.shape {
            Shape::Scalar(scalar) if scalar.ends_with("64") => "8".into(),
            Shape::Uuid => "16".into(),
            Shape::Chars(len) => format!("4 * {len}"),
            Shape::One(kind) => format!("<{kind} as ::oxivirt_xdr::Decode<'_>>::MIN_LEN"),
            _ => "4".into(),
        }
    }
}

impl Shape {
    /// The shape of a Rust type, and how many limits it needs.
    fn of(kind: &str) -> (Self, usize) {
        let kind: String = kind.split_whitespace().collect();
        match kind.as_str() {
            scalar if SCALARS.contains(&scalar) => (Self::Scalar(kind), 0),
            "Uuid" => (Self::Uuid, 0),
            "Vec<u8>" => (Self::VarChars, 1),
            "Str<'a>" => (Self::Str, 1),
            "Opaque<'a>" => (Self::Opaque, 1),
            "Option<Str<'a>>" => (Self::OptStr, 1),
            "Vec<Str<'a>>" => (Self::Strings, 2),
            array if array.starts_with("Vec<") => (Self::Array, 1),
            optional if optional.starts_with("Option<") => (Self::Option, 0),
            chars if chars.starts_with("[u8;") => {
                let len = chars.trim_start_matches("[u8;").trim_end_matches(']');
                (Self::Chars(len.to_owned()), 0)
            }
            _ => (Self::One(kind.clone()), 0),
        }
    }
}
