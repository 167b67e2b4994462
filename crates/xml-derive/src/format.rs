//! The bodies of `Element::attributes` and `Element::children`.
//!
//! Fields become a tree: consecutive fields below the same child share it. In each child attributes go first.
use proc_macro2::TokenStream;
use quote::quote;

use crate::field::{Field, Many, Place, StructOptions};

/// A child element that paths name, or a field's value in it.
enum Item<'a> {
    Group(String, Vec<Item<'a>>),
    Leaf(&'a Field),
}

/// Returns the statements of `attributes` and of `children`.
pub(crate) fn bodies(fields: &[Field], options: &StructOptions) -> (TokenStream, TokenStream) {
    let mut items = Vec::new();
    for field in fields {
        // A repeated value repeats its innermost element.
        let path: &[String] = match (&field.place, field.many, field.path.split_last()) {
            (Place::Attr(_) | Place::Text, Many::Repeated, Some((_, outer))) => outer,
            _ => &field.path,
        };
        insert(&mut items, path, field);
    }
    let own = items.iter().filter_map(|item| match item {
        Item::Leaf(field) => attribute(field),
        Item::Group(..) => None,
    });
    let attributes = quote! { #(#own)* };
    let children = items.iter().map(|item| content(item, options, ""));
    (attributes, quote! { #(#children)* })
}

fn insert<'a>(items: &mut Vec<Item<'a>>, path: &[String], field: &'a Field) {
    let Some((first, rest)) = path.split_first() else {
        items.push(Item::Leaf(field));
        return;
    };
    if let Some(Item::Group(name, inside)) = items.last_mut()
        && name == first
    {
        insert(inside, rest, field);
        return;
    }
    let mut inside = Vec::new();
    insert(&mut inside, rest, field);
    items.push(Item::Group(first.clone(), inside));
}

/// Returns the statement that prints an attribute, if the field is one of this very element.
fn attribute(field: &Field) -> Option<TokenStream> {
    let ident = &field.ident;
    match &field.place {
        Place::Attr(name) if field.many != Many::Repeated => {
            Some(printed(field, |value| quote! { out.attr_value(#name, #value); }))
        }
        Place::Flatten => Some(quote! { crate::element::Element::attributes(&self.#ident, out); }),
        _ => None,
    }
}

/// Returns the statements that print what stands between an element's tags.
fn content(item: &Item<'_>, options: &StructOptions, outer: &str) -> TokenStream {
    match item {
        Item::Group(name, inside) => {
            let path = if outer.is_empty() { name.clone() } else { format!("{outer}/{name}") };
            let attributes = inside.iter().filter_map(|item| match item {
                Item::Leaf(field) => attribute(field),
                Item::Group(..) => None,
            });
            let inner = inside.iter().map(|item| content(item, options, &path));
            let open = if options.block.contains(&path) {
                quote! { out.open_block(#name); }
            } else if options.keep.contains(&path) {
                quote! { out.open(#name); }
            } else {
                quote! { out.open_optional(#name); }
            };
            quote! { #open #(#attributes)* #(#inner)* out.close(); }
        }
        Item::Leaf(field) => leaf(field),
    }
}

fn leaf(field: &Field) -> TokenStream {
    let ident = &field.ident;
    match &field.place {
        Place::Attr(name) if field.many == Many::Repeated => {
            let element = field.path.last().cloned().unwrap_or_default();
            printed(field, |value| {
                quote! { out.open(#element); out.attr_value(#name, #value); out.close(); }
            })
        }
        Place::Attr(_) | Place::Skip => quote! {},
        Place::Text if field.many == Many::Repeated => {
            let element = field.path.last().cloned().unwrap_or_default();
            printed(field, |value| quote! { out.open(#element); out.text_value(#value); out.close(); })
        }
        Place::Text => printed(field, |value| quote! { out.text_value(#value); }),
        Place::Child(name) => {
            let empty = match (field.marks.keep, field.marks.block) {
                (_, true) => quote! { crate::write::Empty::Block },
                (true, false) => quote! { crate::write::Empty::Keep },
                (false, false) => quote! { crate::write::Empty::Omit },
            };
            printed(field, |value| quote! { out.child(#name, #empty, #value); })
        }
        Place::Flag(name) => quote! { if self.#ident { out.open(#name); out.close(); } },
        Place::Flatten => quote! { crate::element::Element::children(&self.#ident, out); },
    }
}

/// Returns `body` for each value there is, under the field's conditions.
fn printed(field: &Field, body: impl Fn(TokenStream) -> TokenStream) -> TokenStream {
    let ident = &field.ident;
    let statement = body(quote! { value });
    let skip = field.marks.skip_if.as_ref().map(|path| quote! { && !#path(value) });
    let mut all = match field.many {
        Many::One if field.marks.omit_default => {
            quote! { let value = &self.#ident; if *value != ::core::default::Default::default() #skip { #statement } }
        }
        Many::One => quote! { let value = &self.#ident; if true #skip { #statement } },
        Many::Optional => quote! { if let Some(value) = &self.#ident #skip { #statement } },
        Many::Repeated => quote! { for value in &self.#ident { if true #skip { #statement } } },
    };
    if field.marks.live {
        all = quote! { if !out.flags().inactive { #all } };
    }
    if field.marks.secure {
        all = quote! { if out.flags().secure { #all } };
    }
    if matches!(field.many, Many::One) && field.marks.skip_if.is_none() && !field.marks.omit_default {
        let plain = quote! { { let value = &self.#ident; #statement } };
        return match (field.marks.live, field.marks.secure) {
            (false, false) => plain,
            (true, false) => quote! { if !out.flags().inactive #plain },
            (false, true) => quote! { if out.flags().secure #plain },
            (true, true) => quote! { if !out.flags().inactive && out.flags().secure #plain },
        };
    }
    quote! { { #all } }
}
