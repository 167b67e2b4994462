//! libvirt-nwfilter.h: network filters and their bindings to guest devices.
use crate::abi::{Array, Count, In, InStr, LentStr, LentText, OutList, Owned, OwnedStr, Status};
use crate::objects::{Connection, NwFilter, NwFilterBinding};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NWFILTER;

#[entry]
fn virConnectListAllNWFilterBindings(
    conn: In<'_, Connection>,
    bindings: OutList<'_, NwFilterBinding>,
    flags: c_uint,
) -> Count {
    bindings.give(conn, |conn, wanted| conn.all_nwfilter_bindings(wanted, flags))
}

#[entry]
fn virConnectListAllNWFilters(conn: In<'_, Connection>, filters: OutList<'_, NwFilter>, flags: c_uint) -> Count {
    filters.give(conn, |conn, wanted| conn.all_nwfilters(wanted, flags))
}

#[entry]
fn virConnectListNWFilters(conn: In<'_, Connection>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let conn = conn.get()?;
    names.give(("maxnames", maxnames), |max| conn.list_nwfilters(max))
}

#[entry]
fn virConnectNumOfNWFilters(conn: In<'_, Connection>) -> Count {
    Ok(conn.get()?.num_of_nwfilters()?)
}

#[entry]
fn virNWFilterBindingCreateXML(conn: In<'_, Connection>, xml: InStr<'_>, flags: c_uint) -> Owned<NwFilterBinding> {
    let conn = conn.get()?;
    conn.child(NwFilterBinding::create_xml(conn, xml.get("xml")?, flags)?)
}

#[entry]
fn virNWFilterBindingDelete(binding: In<'_, NwFilterBinding>) -> Status {
    Ok(binding.get()?.delete()?)
}

#[entry]
fn virNWFilterBindingFree(binding: In<'_, NwFilterBinding>) -> Status {
    drop(binding.release()?);
    Ok(())
}

#[entry]
fn virNWFilterBindingGetFilterName(binding: In<'_, NwFilterBinding>) -> LentStr {
    Ok(LentText::of(binding.get()?.filter_name()))
}

#[entry]
fn virNWFilterBindingGetPortDev(binding: In<'_, NwFilterBinding>) -> LentStr {
    Ok(LentText::of(binding.get()?.portdev()))
}

#[entry]
fn virNWFilterBindingGetXMLDesc(binding: In<'_, NwFilterBinding>, flags: c_uint) -> OwnedStr {
    Ok(binding.get()?.xml_desc(flags)?.into())
}

#[entry]
fn virNWFilterBindingLookupByPortDev(conn: In<'_, Connection>, portdev: InStr<'_>) -> Owned<NwFilterBinding> {
    let conn = conn.get()?;
    conn.child(NwFilterBinding::lookup_by_port_dev(conn, portdev.get("portdev")?)?)
}

#[entry]
fn virNWFilterBindingRef(binding: In<'_, NwFilterBinding>) -> Status {
    binding.reference()
}

#[entry]
fn virNWFilterDefineXML(conn: In<'_, Connection>, xml_desc: InStr<'_>) -> Owned<NwFilter> {
    let conn = conn.get()?;
    conn.child(NwFilter::define_xml(conn, xml_desc.get("xmlDesc")?)?)
}

#[entry]
fn virNWFilterDefineXMLFlags(conn: In<'_, Connection>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<NwFilter> {
    let conn = conn.get()?;
    conn.child(NwFilter::define_xml_flags(conn, xml_desc.get("xmlDesc")?, flags)?)
}

#[entry]
fn virNWFilterFree(nwfilter: In<'_, NwFilter>) -> Status {
    drop(nwfilter.release()?);
    Ok(())
}

#[entry]
fn virNWFilterGetName(nwfilter: In<'_, NwFilter>) -> LentStr {
    Ok(LentText::of(nwfilter.get()?.name()))
}

#[entry]
fn virNWFilterGetUUID(nwfilter: In<'_, NwFilter>, uuid: Array<'_, u8>) -> Status {
    uuid.write_uuid("uuid", nwfilter.get()?.uuid())
}

#[entry]
fn virNWFilterGetUUIDString(nwfilter: In<'_, NwFilter>, buf: Array<'_, c_char>) -> Status {
    buf.write_uuid_text("buf", nwfilter.get()?.uuid())
}

#[entry]
fn virNWFilterGetXMLDesc(nwfilter: In<'_, NwFilter>, flags: c_uint) -> OwnedStr {
    Ok(nwfilter.get()?.xml_desc(flags)?.into())
}

#[entry]
fn virNWFilterLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<NwFilter> {
    let conn = conn.get()?;
    conn.child(NwFilter::lookup_by_name(conn, name.get("name")?)?)
}

#[entry]
fn virNWFilterLookupByUUID(conn: In<'_, Connection>, uuid: Array<'_, u8>) -> Owned<NwFilter> {
    let conn = conn.get()?;
    conn.child(NwFilter::lookup_by_uuid(conn, uuid.uuid("uuid")?)?)
}

#[entry]
fn virNWFilterLookupByUUIDString(conn: In<'_, Connection>, uuidstr: InStr<'_>) -> Owned<NwFilter> {
    let conn = conn.get()?;
    conn.child(NwFilter::lookup_by_uuid(conn, uuidstr.uuid("uuidstr", SITE.function)?)?)
}

#[entry]
fn virNWFilterRef(nwfilter: In<'_, NwFilter>) -> Status {
    nwfilter.reference()
}

#[entry]
fn virNWFilterUndefine(nwfilter: In<'_, NwFilter>) -> Status {
    Ok(nwfilter.get()?.undefine()?)
}
