//! The body of `Element::parse`.
use proc_macro2::TokenStream;
use quote::quote;

use crate::field::{Field, Many, Place, StructOptions, code};

/// Returns the statements that read every field and build the struct.
pub(crate) fn body(fields: &[Field], options: &StructOptions) -> TokenStream {
    let reads = fields.iter().map(|field| {
        let ident = &field.ident;
        let value = value(field);
        quote! { let #ident = #value; }
    });
    let idents = fields.iter().map(|field| &field.ident);
    let check = options.check.as_ref().map(|check| quote! { #check(&mut __made, __node, __cx)?; });
    let binding = if options.check.is_some() {
        quote! { let mut __made }
    } else {
        quote! { let __made }
    };
    quote! {
        let _ = (&__node, &__cx);
        #(#reads)*
        #binding = Self { #(#idents),* };
        #check
        Ok(__made)
    }
}

fn value(field: &Field) -> TokenStream {
    let inner = &field.inner;
    let path = field.path_text();
    let read = match &field.place {
        Place::Skip => return quote! { ::core::default::Default::default() },
        Place::Flatten => return quote! { <#inner as crate::element::Element>::parse(__node, __cx)? },
        Place::Flag(name) => return quote! { __node.select(#path).any(|node| node.element(#name).is_some()) },
        Place::Child(name) => return child(field, &path, name),
        Place::Attr(name) => quote! { crate::element::Source::attr(__node, #path, #name) },
        Place::Text => quote! { crate::element::Source::text(__node, #path) },
    };
    let rules = rules(field);
    let live = field.marks.live;
    let guard = |body: TokenStream| {
        if live {
            quote! { if __cx.inactive { ::core::default::Default::default() } else { #body } }
        } else {
            body
        }
    };
    match field.many {
        Many::Repeated => guard(quote! { #read.all::<#inner>(__cx, &#rules)? }),
        Many::Optional => guard(quote! { #read.optional::<#inner>(__cx, &#rules)? }),
        Many::One if field.marks.default => {
            guard(quote! { #read.optional::<#inner>(__cx, &#rules)?.unwrap_or_default() })
        }
        Many::One => quote! { #read.required::<#inner>(__cx, &#rules)? },
    }
}

fn child(field: &Field, path: &str, name: &str) -> TokenStream {
    let inner = &field.inner;
    let live = field.marks.live;
    let parse = quote! { <#inner as crate::element::Element>::parse };
    let there = if field.marks.nonempty {
        quote! { __node.select(#path).find_map(|node| node.element(#name)).filter(|node| !node.text().is_empty()) }
    } else {
        quote! { __node.select(#path).find_map(|node| node.element(#name)) }
    };
    let read = match field.many {
        Many::Repeated => quote! { crate::element::children::<#inner>(__node, #path, #name, __cx)? },
        Many::Optional => quote! {
            match #there {
                Some(node) => Some(#parse(node, __cx)?),
                None => None,
            }
        },
        Many::One if field.marks.default => quote! {
            match #there {
                Some(node) => #parse(node, __cx)?,
                None => ::core::default::Default::default(),
            }
        },
        Many::One => {
            let missing = match &field.marks.missing {
                Some(fault) => {
                    let (code, text) = (code(fault), &fault.text);
                    quote! { __cx.error(#code, #text) }
                }
                None => quote! { __cx.missing_element(__node, #name) },
            };
            quote! {
                match #there {
                    Some(node) => #parse(node, __cx)?,
                    None => return Err(#missing),
                }
            }
        }
    };
    if live {
        quote! { if __cx.inactive { ::core::default::Default::default() } else { #read } }
    } else {
        read
    }
}

fn rules(field: &Field) -> TokenStream {
    let fault = |fault: &Option<crate::field::Fault>| match fault {
        Some(fault) => {
            let (code, text) = (code(fault), &fault.text);
            quote! { Some((#code, #text)) }
        }
        None => quote! { None },
    };
    let (missing, bad) = (fault(&field.marks.missing), fault(&field.marks.bad));
    let marks = &field.marks;
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
