//! `#[derive(Element)]`: a struct becomes parser and formatter of an XML element.
//!
//! Fields stand in the order in which they are printed. Each says where its value lives, relative to the element:
//!
//! | `#[xml(…)]` on a field | value |
//! |---|---|
//! | `attr = "name"`, `attr = "child@name"`, `attr = "a/b@name"` | an attribute; the field's type is a `Value` |
//! | `text = "child"`, `text = "a/b"` | the text of a child element; a `Value` |
//! | `content` | the element's own text; a `Value` |
//! | `child = "name"`, `child = "a/b"` | an element; the field's type is an `Element` |
//! | `flag = "name"` | `bool`: the child element is there; it is printed empty |
//! | `flatten` | an `Element` whose attributes and children belong to this element |
//! | `skip` | not in the document: `Default`, never printed |
//!
//! Types: `Option<T>` where it may be missing, `Vec<T>`, or `List<T>`, for repeated elements, `T` where it must be there. Consecutive fields
//! below the same child share that child; a child without anything in it is not printed.
//!
//! More, comma separated, on a field:
//! - `default`: a missing `T` is `T::default()`; `omit_default`: in addition, the default is not printed;
//! - `missing(CODE, "text")`, `bad(CODE, "text {}")`: error for a missing or unreadable value, instead of the usual texts;
//!   `{}` stands for the value, CODE is a constant of `ErrorCode`; `lenient`: an unreadable value counts as missing;
//! - `nonzero`, `nonnegative`: the number must not be zero, must not be negative;
//! - `nonempty`: an empty text counts as missing (always so for `text`); of a `child`, an element without text;
//! - `keep`: print the child even when it is empty; `block`: the same on two lines;
//! - `live`: only in the live definition; `secure`: only printed when secrets are asked for;
//! - `skip_if = path`: `fn(&T) -> bool`, not printed when true;
//! - `when = path`: `fn(Node) -> bool`, of the struct's element: the value counts as missing, readable or not, when false.
//!
//! On the struct: `#[xml(check = path)]`, `fn(&mut Self, Node, &Context) -> Result<()>` runs after parsing; `before = path`,
//! `fn(Node, &Context) -> Result<()>`, runs before the first field is read; `#[xml(keep = "a/b")]`
//! and `#[xml(block = "a/b")]` say it of a child that only paths name.
mod field;
mod format;
mod parse;

use proc_macro::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Fields};

use field::{Field, StructOptions};

/// Implements `Element` for a struct with named fields; see the crate documentation.
#[proc_macro_derive(Element, attributes(xml))]
pub fn element(input: TokenStream) -> TokenStream {
    let input = syn::parse_macro_input!(input as DeriveInput);
    expand(&input).unwrap_or_else(|error| error.to_compile_error()).into()
}

fn expand(input: &DeriveInput) -> syn::Result<proc_macro2::TokenStream> {
    let Data::Struct(data) = &input.data else {
        return Err(syn::Error::new_spanned(input, "Element is for structs"));
    };
    let Fields::Named(named) = &data.fields else {
        return Err(syn::Error::new_spanned(input, "Element needs named fields"));
    };
    let options = StructOptions::read(&input.attrs)?;
    let fields: Vec<Field> = named.named.iter().map(Field::read).collect::<syn::Result<_>>()?;
    let name = &input.ident;
    let parse = parse::body(&fields, &options);
    let blank = parse::blank(&fields);
    let (attributes, children) = format::bodies(&fields, &options);
    Ok(quote! {
        #[automatically_derived]
        impl crate::blank::Blank for #name {
            fn blank() -> Self {
                #blank
            }
        }
        impl crate::element::Element for #name {
            fn parse(__node: crate::tree::Node<'_>, __cx: &crate::element::Context) -> ::oxivirt_model::Result<Self> {
                #parse
            }
            fn attributes(&self, out: &mut crate::write::Writer) {
                let _ = &out;
                #attributes
            }
            fn children(&self, out: &mut crate::write::Writer) {
                let _ = &out;
                #children
            }
        }
    })
}
