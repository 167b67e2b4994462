//! What rules ask of arguments.

use proc_macro::{Delimiter, TokenStream};

use crate::tokens::{Attributed, Result, group, is, name_after, split};
use crate::xdr::Field;

/// Types that name an object, without `Nonnull` in front; each is a variant of `ObjectRef`.
const OBJECTS: [&str; 12] = [
    "Domain",
    "DomainSnapshot",
    "DomainCheckpoint",
    "Network",
    "NetworkPort",
    "Interface",
    "StoragePool",
    "StorageVol",
    "NodeDevice",
    "Secret",
    "Nwfilter",
    "NwfilterBinding",
];

/// Expression for the object that a field names, given a reference to the field. `None` if it names none.
pub(crate) fn object(field: &Field, reference: &str) -> Option<String> {
    let inner = field.kind.strip_prefix("Option<").unwrap_or(&field.kind);
    let name = inner.split('<').next()?.strip_prefix("Nonnull")?;
    OBJECTS.contains(&name).then(|| match inner.len() == field.kind.len() {
        true => format!("crate::ObjectRef::{name}({reference})"),
        false => format!("({reference}).as_ref().map_or(crate::ObjectRef::Connection, crate::ObjectRef::{name})"),
    })
}

pub(crate) fn expand(item: TokenStream) -> Result<String> {
    let item = Attributed::new(item);
    let rust = name_after(&item.rest, "struct").ok_or("#[derive(Arguments)] is for structs")?;
    let any = if item.rest.iter().any(|token| is(token, '\'')) { "<'_>" } else { "" };
    let fields = group(item.rest, Delimiter::Brace).ok_or(format!("{rust}: no fields"))?;
    let fields = split(fields, ',').into_iter().map(|field| Field::new("", field)).collect::<Result<Vec<_>>>()?;
    let found = fields.iter().find_map(|field| object(field, &format!("&self.{}", field.rust)));
    let found = found.unwrap_or("crate::ObjectRef::Connection".to_owned());
    let flags = if fields.iter().any(|field| field.rust == "flags") { "u64::from(self.flags)" } else { "0" };
    Ok(format!(
        "impl crate::guard::Arguments for {rust}{any} {{
            fn object(&self) -> crate::ObjectRef<'_, '_> {{ {found} }}
            fn flags(&self) -> u64 {{ {flags} }}
        }}"
    ))
}
