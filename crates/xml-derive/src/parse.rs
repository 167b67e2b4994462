//! The body of `Element::parse`: a struct of blanks, whose fields a `Reader` fills in, one call each.
use proc_macro2::TokenStream;
use quote::quote;

use crate::field::{Field, Many, Place, StructOptions, code};

/// Returns a struct of blanks.
pub(crate) fn blank(fields: &[Field]) -> TokenStream {
    let blanks = fields.iter().map(|field| {
        let ident = &field.ident;
        let value = if is_blank(field) {
            quote! { crate::blank::Blank::blank() }
        } else {
            quote! { ::core::default::Default::default() }
        };
        quote! { #ident: #value }
    });
    quote! { Self { #(#blanks),* } }
}

/// Returns the statements that read every field.
pub(crate) fn body(fields: &[Field], options: &StructOptions) -> TokenStream {
    let reads = fields.iter().map(read);
    let check = options.check.as_ref().map(|check| quote! { #check(&mut __made, __node, __cx)?; });
    let before = options.before.as_ref().map(|before| quote! { #before(__node, __cx)?; });
    quote! {
        #before
        let mut __made = <Self as crate::blank::Blank>::blank();
        let mut __reader = crate::reader::Reader::new(__node, __cx);
        #(#reads)*
        __reader.end()?;
        #check
        Ok(__made)
    }
}

/// Returns true if a field's type need not have a default: its value is there when the struct is.
fn is_blank(field: &Field) -> bool {
    match field.place {
        Place::Flatten => true,
        Place::Attr(_) | Place::Text | Place::Child(_) => field.many == Many::One && !field.marks.default,
        Place::Flag(_) | Place::Skip => false,
    }
}

/// Returns the statement that reads a field when it counts.
fn read(field: &Field) -> TokenStream {
    let read = read_always(field);
    match &field.marks.when {
        Some(when) => quote! { if #when(__node) { #read } },
        None => read,
    }
}

/// Returns the statement that reads a field.
fn read_always(field: &Field) -> TokenStream {
    let ident = &field.ident;
    let path = field.path_text();
    let read = match &field.place {
        Place::Skip => return quote! {},
        Place::Flatten => return quote! { __reader.flatten(&mut __made.#ident); },
        Place::Flag(name) => {
            let path = below(&path, name);
            return quote! { __reader.flag(&mut __made.#ident, #path); };
        }
        Place::Child(name) => child(field, &below(&path, name)),
        Place::Attr(name) => value(field, &format!("{path}@{name}")),
        Place::Text => value(field, &path),
    };
    // What must be there is read of a persistent definition too.
    let required = field.many == Many::One && !field.marks.default && !matches!(field.place, Place::Child(_));
    if field.marks.live && !required {
        quote! { if !__cx.inactive { #read } }
    } else {
        read
    }
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}

fn value(field: &Field, place: &str) -> TokenStream {
    let ident = &field.ident;
    let rules = rules(field);
    match field.many {
        Many::Repeated => quote! { __reader.all(&mut __made.#ident, #place, &#rules); },
        Many::Optional => quote! { __reader.optional(&mut __made.#ident, #place, &#rules); },
        Many::One if field.marks.default => quote! { __reader.value(&mut __made.#ident, #place, &#rules); },
        Many::One => quote! { __reader.required(&mut __made.#ident, #place, &#rules); },
    }
}

fn child(field: &Field, path: &str) -> TokenStream {
    let ident = &field.ident;
    let nonempty = field.marks.nonempty;
    match field.many {
        Many::Repeated => quote! { __reader.children(&mut __made.#ident, #path); },
        Many::Optional => quote! { __reader.child_optional(&mut __made.#ident, #path, #nonempty); },
        Many::One if field.marks.default => quote! { __reader.child(&mut __made.#ident, #path, #nonempty); },
        Many::One => {
            let missing = fault(field.marks.missing.as_ref());
            quote! { __reader.child_required(&mut __made.#ident, #path, #nonempty, #missing); }
        }
    }
}

fn fault(fault: Option<&crate::field::Fault>) -> TokenStream {
    match fault {
        Some(fault) => {
            let (code, text) = (code(fault), &fault.text);
            quote! { Some((#code, #text)) }
        }
        None => quote! { None },
    }
}

fn rules(field: &Field) -> TokenStream {
    let marks = &field.marks;
    let (missing, bad) = (fault(marks.missing.as_ref()), fault(marks.bad.as_ref()));
    let (lenient, nonzero, nonnegative, nonempty) = (marks.lenient, marks.nonzero, marks.nonnegative, marks.nonempty);
    if marks.missing.is_none() && marks.bad.is_none() && !lenient && !nonzero && !nonnegative && !nonempty {
        return quote! { crate::element::Rules::NONE };
    }
    quote! {
        crate::element::Rules {
            missing: #missing,
            bad: #bad,
            lenient: #lenient,
            nonzero: #nonzero,
            nonnegative: #nonnegative,
            nonempty: #nonempty,
        }
    }
}
