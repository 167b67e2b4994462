//! The table of boundary types: which C type each argument and result type of an entry point is.
//!
//! Its C types are written as Rust pointers. [`render`] turns it into constant assertions that the compiler checks inside
//! the library: each boundary type has the size and alignment of its C type.
use crate::Result;
use crate::entries;
use quote::ToTokens;
use std::collections::BTreeMap;

/// Handle and C object, of arguments and results: `In<Domain>` is a `virDomainPtr`.
const OBJECTS: [(&str, &str); 17] = [
    ("AdmClient", "virAdmClient"),
    ("AdmConnection", "virAdmConnect"),
    ("AdmServer", "virAdmServer"),
    ("Checkpoint", "virDomainCheckpoint"),
    ("Connection", "virConnect"),
    ("Domain", "virDomain"),
    ("Interface", "virInterface"),
    ("Network", "virNetwork"),
    ("NetworkPort", "virNetworkPort"),
    ("NodeDevice", "virNodeDevice"),
    ("NwFilter", "virNWFilter"),
    ("NwFilterBinding", "virNWFilterBinding"),
    ("Secret", "virSecret"),
    ("Snapshot", "virDomainSnapshot"),
    ("StoragePool", "virStoragePool"),
    ("StorageVol", "virStorageVol"),
    ("Stream", "virStream"),
];

/// Types with a parameter; `T` stands for it, in handles for its C object.
const GENERIC: [(&str, &str); 7] = [
    ("In", "*mut T"),
    ("Owned", "*mut T"),
    ("Lent", "*mut T"),
    ("InList", "*mut *mut T"),
    ("OutList", "*mut *mut *mut T"),
    ("Out", "*mut T"),
    ("Array", "*mut T"),
];

/// Types without one.
const PLAIN: [(&str, &str); 21] = [
    ("InStr", "*const c_char"),
    ("InStrings", "*mut *const c_char"),
    ("ErrorArgument", "*mut virError"),
    ("FsInfoArgument", "*mut virDomainFSInfo"),
    ("InterfaceArgument", "*mut virDomainInterface"),
    ("StatsRecordList", "*mut *mut virDomainStatsRecord"),
    ("OwnedStr", "*mut c_char"),
    ("LentStr", "*const c_char"),
    ("BytesPointer", "*mut u8"),
    ("ErrorPointer", "*mut virError"),
    ("TypedParamPointer", "*mut virTypedParameter"),
    ("Status", "c_int"),
    ("Truth", "c_int"),
    ("Count", "c_int"),
    ("Number", "c_int"),
    ("LongCount", "c_longlong"),
    ("UIntId", "c_uint"),
    ("ULong", "c_ulong"),
    ("ULongOrZero", "c_ulong"),
    ("ULongLongOrZero", "c_ulonglong"),
    ("ULongLongId", "c_ulonglong"),
];

/// The C type of a boundary type, as Rust writes it; C types stand for themselves.
pub(crate) fn c_type(boundary: &syn::Type) -> Result<String> {
    let shown = text(boundary);
    let syn::Type::Path(path) = boundary else {
        return Ok(shown);
    };
    let Some(last) = path.path.segments.last() else {
        return Err(format!("{shown}: an empty path").into());
    };
    let name = last.ident.to_string();
    let find = |table: &[(&str, &'static str)]| {
        let row = table.iter().find(|(boundary, _)| *boundary == name);
        row.map(|(_, c)| *c)
    };
    if let Some(c) = find(&PLAIN) {
        return Ok(c.to_owned());
    }
    let Some(pattern) = find(&GENERIC) else {
        let bare = matches!(last.arguments, syn::PathArguments::None);
        // c_int, u8, a struct or a callback of the headers.
        return match bare {
            true => Ok(name),
            false => Err(format!("{shown}: not in the table of boundary types").into()),
        };
    };
    let parameter = parameter(last).ok_or(format!("{shown}: without a type"))?;
    let inner = text(parameter);
    // A handle's C object, or a boundary type of its own.
    let known = OBJECTS.iter().chain(&PLAIN).find(|(known, _)| *known == inner);
    let inner = known.map_or(inner.clone(), |(_, c)| (*c).to_owned());
    Ok(pattern.replace('T', &inner))
}

fn parameter(segment: &syn::PathSegment) -> Option<&syn::Type> {
    let syn::PathArguments::AngleBracketed(list) = &segment.arguments else {
        return None;
    };
    list.args.iter().find_map(|argument| match argument {
        syn::GenericArgument::Type(inner) => Some(inner),
        _ => None,
    })
}

/// A type as source text.
pub(crate) fn text(of: &impl ToTokens) -> String {
    let text = of.to_token_stream().to_string();
    text.replace("* mut", "*mut").replace("* const", "*const")
}

/// The text of src/objects/gen/boundary.rs, not formatted: an assertion for every boundary type that an entry point uses.
pub(crate) fn render() -> Result<String> {
    let mut used = BTreeMap::new();
    for entry in entries::all()? {
        let result = match &entry.signature.output {
            syn::ReturnType::Type(_, result) => Some(result.as_ref()),
            syn::ReturnType::Default => None,
        };
        let arguments = entry.arguments()?;
        for boundary in arguments.into_iter().map(|(_, of)| of).chain(result) {
            let c = c_type(boundary).map_err(|e| entry.error(&e.to_string()))?;
            used.insert(text(boundary).replace("'_", "'static"), c);
        }
    }
    used.retain(|boundary, c| boundary != c);
    let mut assertions = String::new();
    for (boundary, c) in used {
        // A handle's C object is incomplete in C; Rust does not know it by that name.
        let (stars, name) = c.rsplit_once(' ').unwrap_or(("", &c));
        let c = match OBJECTS.iter().any(|(_, object)| *object == name) {
            true => format!("{stars} c_void"),
            false => c,
        };
        assertions.push_str(&format!("same::<{boundary}, {c}>();\n"));
    }
    Ok(format!(
        "//! Proves the table of boundary types in xtask/headers/src/boundary.rs. Written by `cargo headers`.\n\
         use crate::abi::*;\n\
         use crate::abi::ctypes::*;\n\
         use crate::objects::*;\n\
         use std::ffi::*;\n\n\
         /// Fails to compile unless both have the same size and alignment.\n\
         const fn same<Boundary, C>() {{\n\
         assert!(size_of::<Boundary>() == size_of::<C>());\n\
         assert!(align_of::<Boundary>() == align_of::<C>());\n\
         }}\n\n\
         const _: () = {{\n{assertions}}};\n"
    ))
}
