//! What the `#[xml(…)]` attributes of fields and structs say.
use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Expr, Ident, LitStr, Path, Token, Type};

/// Where a field's value lives.
pub(crate) enum Place {
    /// Attribute `name` of the element behind the path.
    Attr(String),
    /// The text of the element behind the path.
    Text,
    /// An element below the path.
    Child(String),
    /// An empty element below the path, there or not.
    Flag(String),
    Flatten,
    Skip,
}

/// How often a value may occur.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Many {
    One,
    Optional,
    Repeated,
}

/// An error's code and its text.
pub(crate) struct Fault {
    pub(crate) code: Ident,
    pub(crate) text: LitStr,
}

/// One field with everything its attribute says.
#[derive(Default)]
pub(crate) struct Marks {
    pub(crate) default: bool,
    pub(crate) omit_default: bool,
    pub(crate) lenient: bool,
    pub(crate) nonzero: bool,
    pub(crate) nonnegative: bool,
    pub(crate) nonempty: bool,
    pub(crate) keep: bool,
    pub(crate) block: bool,
    pub(crate) live: bool,
    pub(crate) secure: bool,
    pub(crate) missing: Option<Fault>,
    pub(crate) bad: Option<Fault>,
    pub(crate) skip_if: Option<Path>,
    pub(crate) when: Option<Path>,
}

/// One field.
pub(crate) struct Field {
    pub(crate) ident: Ident,
    pub(crate) many: Many,
    pub(crate) place: Place,
    /// The elements between the struct's own and the value, outermost first.
    pub(crate) path: Vec<String>,
    pub(crate) marks: Marks,
}

/// What the struct's own `#[xml(…)]` says.
#[derive(Default)]
pub(crate) struct StructOptions {
    pub(crate) before: Option<Path>,
    pub(crate) check: Option<Path>,
    pub(crate) keep: Vec<String>,
    pub(crate) block: Vec<String>,
}

impl Parse for Fault {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let code = input.parse()?;
        input.parse::<Token![,]>()?;
        Ok(Self { code, text: input.parse()? })
    }
}

impl StructOptions {
    /// Reads the struct's attributes.
    pub(crate) fn read(attributes: &[Attribute]) -> syn::Result<Self> {
        let mut options = Self::default();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("xml")) {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("before") {
                    options.before = Some(meta.value()?.parse()?);
                } else if meta.path.is_ident("check") {
                    options.check = Some(meta.value()?.parse()?);
                } else if meta.path.is_ident("keep") {
                    options.keep.push(meta.value()?.parse::<LitStr>()?.value());
                } else if meta.path.is_ident("block") {
                    options.block.push(meta.value()?.parse::<LitStr>()?.value());
                } else {
                    return Err(meta.error("unknown option of a struct"));
                }
                Ok(())
            })?;
        }
        Ok(options)
    }
}

impl Field {
    /// Reads one field of the struct.
    pub(crate) fn read(field: &syn::Field) -> syn::Result<Self> {
        let ident = field.ident.clone().unwrap_or_else(|| Ident::new("field", Span::call_site()));
        let many = how_many(&field.ty);
        let mut place = None;
        let mut path = Vec::new();
        let mut marks = Marks::default();
        for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("xml")) {
            attribute.parse_nested_meta(|meta| {
                let word = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
                match word.as_str() {
                    "attr" => {
                        let text = meta.value()?.parse::<LitStr>()?.value();
                        let (elements, name) = text.rsplit_once('@').unwrap_or(("", &text));
                        path = steps(elements);
                        place = Some(Place::Attr(name.to_owned()));
                    }
                    "text" => {
                        path = steps(&meta.value()?.parse::<LitStr>()?.value());
                        place = Some(Place::Text);
                    }
                    "content" => place = Some(Place::Text),
                    "child" | "flag" => {
                        path = steps(&meta.value()?.parse::<LitStr>()?.value());
                        let name = path.pop().unwrap_or_default();
                        place = Some(if word == "child" { Place::Child(name) } else { Place::Flag(name) });
                    }
                    "flatten" => place = Some(Place::Flatten),
                    "skip" => place = Some(Place::Skip),
                    "default" => marks.default = true,
                    "omit_default" => (marks.default, marks.omit_default) = (true, true),
                    "lenient" => marks.lenient = true,
                    "nonzero" => marks.nonzero = true,
                    "nonnegative" => marks.nonnegative = true,
                    "nonempty" => marks.nonempty = true,
                    "keep" => marks.keep = true,
                    "block" => marks.block = true,
                    "live" => marks.live = true,
                    "secure" => marks.secure = true,
                    "skip_if" => marks.skip_if = Some(meta.value()?.parse()?),
                    "when" => marks.when = Some(meta.value()?.parse()?),
                    "missing" | "bad" => {
                        let inside;
                        syn::parenthesized!(inside in meta.input);
                        let fault = Some(inside.parse()?);
                        if word == "bad" { marks.bad = fault } else { marks.missing = fault }
                    }
                    _ => return Err(meta.error("unknown option of a field")),
                }
                Ok(())
            })?;
        }
        let place =
            place.ok_or_else(|| syn::Error::new_spanned(field, "where is the value? #[xml(attr = \"…\")] …"))?;
        Ok(Self { ident, many, place, path, marks })
    }

    /// Returns the path as one text, `a/b`.
    pub(crate) fn path_text(&self) -> String {
        self.path.join("/")
    }
}

fn steps(text: &str) -> Vec<String> {
    text.split('/').filter(|step| !step.is_empty()).map(str::to_owned).collect()
}

/// Returns how often a value of that type may occur: `Option<…>`, `Vec<…>`, `List<…>`.
fn how_many(whole: &Type) -> Many {
    let Type::Path(path) = whole else { return Many::One };
    match path.path.segments.last() {
        Some(last) if last.ident == "Option" => Many::Optional,
        Some(last) if last.ident == "Vec" || last.ident == "List" => Many::Repeated,
        _ => Many::One,
    }
}

/// Returns `ErrorCode::CODE` for an identifier.
pub(crate) fn code(fault: &Fault) -> Expr {
    let name = &fault.code;
    syn::parse_quote!(::oxivirt_model::ErrorCode::#name)
}
