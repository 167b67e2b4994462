//! The enum of all events.

use std::fmt::Write;

use proc_macro::{Delimiter, TokenStream, TokenTree};

use crate::arguments::object;
use crate::tokens::{Attributed, Result, group, name_after, option, split, unquoted};
use crate::xdr::Field;

pub(crate) fn expand(item: TokenStream) -> Result<String> {
    let item = Attributed::new(item);
    let name = name_after(&item.rest, "enum").ok_or("#[derive(Event)] is for enums")?;
    let variants = group(item.rest, Delimiter::Brace).ok_or("an enum without variants")?;
    let variants = split(variants, ',').into_iter().map(Variant::new).collect::<Result<Vec<_>>>()?;
    let each = |one: fn(&Variant) -> String| variants.iter().map(one).collect::<String>();
    Ok(format!(
        "impl<'a> {name}<'a> {{
            /// Decodes the body of an event; beside it stands the number under which the peer keeps the registration, if its form has
            /// one. Returns `None` if this version does not know the event.
            ///
            /// # Errors
            /// The body ends early, or a count in it is out of range.
            pub fn decode(
                program: crate::Program,
                procedure: u32,
                payload: &'a [u8],
            ) -> Option<::oxivirt_xdr::Result<(Option<i32>, Self)>> {{
                Self::decode_form(program, procedure, &mut ::oxivirt_xdr::Reader::new(payload)).transpose()
            }}

            fn decode_form(
                program: crate::Program,
                procedure: u32,
                r: &mut ::oxivirt_xdr::Reader<'a>,
            ) -> ::oxivirt_xdr::Result<Option<(Option<i32>, Self)>> {{
                Ok(Some(match (program, procedure) {{ {decode} _ => return Ok(None) }}))
            }}

            /// Appends the body in the form with the registration's number, or in the form without one. A form that the protocol does
            /// not have, see [`Self::procedure`], is written all the same.
            ///
            /// # Errors
            /// A field is longer than its limit, or the writer's limit is reached.
            pub fn encode(&self, callback: Option<i32>, w: &mut ::oxivirt_xdr::Writer<'_>) -> ::oxivirt_xdr::Result<()> {{
                if let Some(callback) = callback {{
                    w.i32(callback)?;
                }}
                match self {{ {encode} }}
                Ok(())
            }}

            /// Returns the program and the procedure of the form with a registration's number (`numbered`), or of the form without one,
            /// `None` if the protocol does not have it.
            #[must_use]
            pub const fn procedure(&self, numbered: bool) -> Option<(crate::Program, u32)> {{
                match (self, numbered) {{ {procedure} _ => None }}
            }}

            /// Returns which event it is.
            #[must_use]
            pub const fn id(&self) -> crate::EventId {{
                match self {{ {id} }}
            }}

            /// Returns which event a procedure of the protocol reports; `None` if it reports none.
            #[must_use]
            pub const fn id_of(program: crate::Program, procedure: u32) -> Option<crate::EventId> {{
                Some(match (program, procedure) {{ {known} _ => return None }})
            }}

            /// Returns the object it is about.
            #[must_use]
            pub fn object(&self) -> crate::ObjectRef<'_, 'a> {{
                match self {{ {object} }}
            }}

            /// Returns a copy that borrows nothing.
            #[must_use]
            pub fn into_owned(self) -> {name}<'static> {{
                match self {{ {owned} }}
            }}
        }}",
        decode = each(Variant::decode),
        encode = each(Variant::encode),
        procedure = each(Variant::procedure),
        id = each(Variant::id),
        known = each(Variant::known),
        object = each(Variant::object),
        owned = each(Variant::owned),
    ))
}

struct Variant {
    name: String,
    program: String,
    class: String,
    id: String,
    /// Procedure of the form without the registration's number.
    bare: Option<String>,
    /// Procedure of the form with it.
    numbered: Option<String>,
    fields: Vec<(Field, bool)>,
}

impl Variant {
    fn new(variant: Vec<TokenTree>) -> Result<Self> {
        let variant = Attributed::new(variant);
        let name = variant.rest.first().ok_or("a variant without a name")?.to_string();
        let owner = option(&variant.options("xdr"), "name").map(|name| unquoted(name.value()).to_owned());
        let owner = owner.ok_or(format!("{name}: no #[xdr(name = \"…\")]"))?;
        let options = variant.options("event");
        let value = |key: &str| option(&options, key).map(|option| option.value().to_owned());
        let must = |key: &str| value(key).ok_or(format!("{name}: no {key}"));
        let fields = group(variant.rest.clone(), Delimiter::Brace).ok_or(format!("{name}: no fields"))?;
        let fields = split(fields, ',').into_iter().map(|field| {
            let only_numbered = !Attributed::new(field.iter().cloned()).options("event").is_empty();
            Field::new(&owner, field).map(|field| (field, only_numbered))
        });
        Ok(Self {
            program: must("program")?,
            class: must("class")?,
            id: value("id").map_or("0".to_owned(), |name| format!("::oxivirt_model::constants::{name}.cast_signed()")),
            bare: value("bare"),
            numbered: value("numbered"),
            fields: fields.collect::<Result<_>>()?,
            name,
        })
    }

    fn names(&self) -> String {
        self.fields.iter().map(|(field, _)| format!("{}, ", field.rust)).collect()
    }

    fn decode(&self) -> String {
        let mut arms = String::new();
        for (procedure, numbered) in [(&self.bare, false), (&self.numbered, true)] {
            let Some(procedure) = procedure else { continue };
            let _ = writeln!(arms, "(crate::Program::{}, {procedure}) => {},", self.program, self.decode_as(numbered));
        }
        arms
    }

    /// Expression that reads one of the two forms.
    fn decode_as(&self, numbered: bool) -> String {
        let callback = if numbered { "Some(r.i32()?)" } else { "None" };
        let mut fields = String::new();
        for (field, only_numbered) in &self.fields {
            let value = if *only_numbered && !numbered { "0".to_owned() } else { format!("{}?", field.decode()) };
            let _ = write!(fields, "{}: {value}, ", field.rust);
        }
        format!("({callback}, Self::{} {{ {fields} }})", self.name)
    }

    fn encode(&self) -> String {
        let mut fields = String::new();
        for (field, only_numbered) in &self.fields {
            let write = format!("{}?;", field.encode_bound());
            let write = if *only_numbered { format!("if callback.is_some() {{ {write} }}") } else { write };
            let _ = write!(fields, "{write} ");
        }
        format!("Self::{} {{ {} }} => {{ {fields} }}\n", self.name, self.names())
    }

    fn procedure(&self) -> String {
        let mut arms = String::new();
        for (procedure, numbered) in [(&self.bare, false), (&self.numbered, true)] {
            if let Some(procedure) = procedure {
                let Self { name, program, .. } = self;
                let found = format!("Some((crate::Program::{program}, {procedure}))");
                let _ = writeln!(arms, "(Self::{name} {{ .. }}, {numbered}) => {found},");
            }
        }
        arms
    }

    fn id(&self) -> String {
        format!("Self::{} {{ .. }} => {},\n", self.name, self.id_value())
    }

    fn known(&self) -> String {
        let procedures: Vec<&str> = self.bare.iter().chain(&self.numbered).map(String::as_str).collect();
        format!("(crate::Program::{}, {}) => {},\n", self.program, procedures.join(" | "), self.id_value())
    }

    fn id_value(&self) -> String {
        format!("crate::EventId {{ class: crate::EventClass::{}, id: {} }}", self.class, self.id)
    }

    fn object(&self) -> String {
        let object = self.fields.iter().find_map(|(field, _)| Some((&field.rust, object(field, &field.rust)?)));
        match object {
            Some((field, object)) => format!("Self::{} {{ {field}, .. }} => {object},\n", self.name),
            None => format!("Self::{} {{ .. }} => crate::ObjectRef::Connection,\n", self.name),
        }
    }

    fn owned(&self) -> String {
        let owned = self.fields.iter().map(|(field, _)| format!("{}: {}, ", field.rust, field.owned(&field.rust)));
        let owned: String = owned.collect();
        format!("Self::{name} {{ {} }} => Event::{name} {{ {owned} }},\n", self.names(), name = self.name)
    }
}
