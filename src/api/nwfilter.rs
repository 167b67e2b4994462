//! Entry points: nwfilter.
use crate::abi::{Array, In, InStr, LentStr, OutList, Owned, OwnedStr, Status};
use crate::objects::{Connection, NwFilter, NwFilterBinding};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NWFILTER;

#[entry(stub = "pending")]
fn virConnectListAllNWFilterBindings(
    conn: In<'_, Connection>,
    bindings: OutList<'_, NwFilterBinding>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectListAllNWFilters(
    conn: In<'_, Connection>,
    filters: OutList<'_, NwFilter>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectListNWFilters(
    conn: In<'_, Connection>,
    names: Array<'_, *mut c_char>,
    maxnames: c_int,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectNumOfNWFilters(conn: In<'_, Connection>) -> Status {}

#[entry(stub = "pending")]
fn virNWFilterBindingCreateXML(
    conn: In<'_, Connection>,
    xml: InStr<'_>,
    flags: c_uint,
) -> Owned<NwFilterBinding> {
}

#[entry(stub = "pending")]
fn virNWFilterBindingDelete(binding: In<'_, NwFilterBinding>) -> Status {}

#[entry(stub = "pending")]
fn virNWFilterBindingFree(binding: In<'_, NwFilterBinding>) -> Status {}

#[entry(stub = "pending")]
fn virNWFilterBindingGetFilterName(binding: In<'_, NwFilterBinding>) -> LentStr {}

#[entry(stub = "pending")]
fn virNWFilterBindingGetPortDev(binding: In<'_, NwFilterBinding>) -> LentStr {}

#[entry(stub = "pending")]
fn virNWFilterBindingGetXMLDesc(binding: In<'_, NwFilterBinding>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virNWFilterBindingLookupByPortDev(
    conn: In<'_, Connection>,
    portdev: InStr<'_>,
) -> Owned<NwFilterBinding> {
}

#[entry(stub = "pending")]
fn virNWFilterBindingRef(binding: In<'_, NwFilterBinding>) -> Status {}

#[entry(stub = "pending")]
fn virNWFilterDefineXML(conn: In<'_, Connection>, xml_desc: InStr<'_>) -> Owned<NwFilter> {}

#[entry(stub = "pending")]
fn virNWFilterDefineXMLFlags(
    conn: In<'_, Connection>,
    xml_desc: InStr<'_>,
    flags: c_uint,
) -> Owned<NwFilter> {
}

#[entry(stub = "pending")]
fn virNWFilterFree(nwfilter: In<'_, NwFilter>) -> Status {}

#[entry(stub = "pending")]
fn virNWFilterGetName(nwfilter: In<'_, NwFilter>) -> LentStr {}

#[entry(stub = "pending")]
fn virNWFilterGetUUID(nwfilter: In<'_, NwFilter>, uuid: Array<'_, u8>) -> Status {}

#[entry(stub = "pending")]
fn virNWFilterGetUUIDString(nwfilter: In<'_, NwFilter>, buf: Array<'_, c_char>) -> Status {}

#[entry(stub = "pending")]
fn virNWFilterGetXMLDesc(nwfilter: In<'_, NwFilter>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virNWFilterLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<NwFilter> {}

#[entry(stub = "pending")]
fn virNWFilterLookupByUUID(conn: In<'_, Connection>, uuid: Array<'_, u8>) -> Owned<NwFilter> {}

#[entry(stub = "pending")]
fn virNWFilterLookupByUUIDString(conn: In<'_, Connection>, uuidstr: InStr<'_>) -> Owned<NwFilter> {}

#[entry(stub = "pending")]
fn virNWFilterRef(nwfilter: In<'_, NwFilter>) -> Status {}

#[entry(stub = "pending")]
fn virNWFilterUndefine(nwfilter: In<'_, NwFilter>) -> Status {}
