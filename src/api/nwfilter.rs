//! libvirt-nwfilter.h: network filters and their bindings to guest devices.
use crate::abi::{Array, Count, Handle, In, InStr, LentStr, LentText, OutList, Owned, OwnedStr, Ref, Result, Status};
use crate::objects::{Connection, FromWire, HasDriver, NwFilter, NwFilterBinding};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, Uuid};
use oxivirt_protocol::remote;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NWFILTER;

#[entry]
fn virConnectListAllNWFilterBindings(
    conn: In<'_, Connection>,
    bindings: OutList<'_, NwFilterBinding>,
    flags: c_uint,
) -> Count {
    bindings.list(conn, |conn, call, need_results| {
        let args = remote::ConnectListAllNwfilterBindingsArgs { need_results, flags };
        let ret = conn.driver().connect_list_all_nwfilter_bindings(call, &args)?;
        Ok((ret.ret, ret.bindings))
    })
}

#[entry]
fn virConnectListAllNWFilters(conn: In<'_, Connection>, filters: OutList<'_, NwFilter>, flags: c_uint) -> Count {
    filters.list(conn, |conn, call, need_results| {
        let args = remote::ConnectListAllNwfiltersArgs { need_results, flags };
        let ret = conn.driver().connect_list_all_nwfilters(call, &args)?;
        Ok((ret.ret, ret.filters))
    })
}

#[entry]
fn virConnectListNWFilters(conn: In<'_, Connection>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let conn = conn.get()?;
    names.list(("maxnames", maxnames), |call| {
        let args = remote::ConnectListNwfiltersArgs { maxnames };
        Ok(conn.driver().connect_list_nwfilters(call, &args)?.names)
    })
}

#[entry]
fn virConnectNumOfNWFilters(conn: In<'_, Connection>) -> Count {
    let conn = conn.get()?;
    conn.ask_number(|driver, call| Ok(driver.connect_num_of_nwfilters(call)?.num))
}

#[entry]
fn virNWFilterBindingCreateXML(conn: In<'_, Connection>, xml: InStr<'_>, flags: c_uint) -> Owned<NwFilterBinding> {
    let conn = conn.get()?;
    let xml = xml.get("xml")?.into();
    conn.writable()?;
    let args = remote::NwfilterBindingCreateXmlArgs { xml, flags };
    NwFilterBinding::asked(conn, |driver, call| Ok(driver.nwfilter_binding_create_xml(call, &args)?.nwfilter))
}

#[entry]
fn virNWFilterBindingDelete(binding: In<'_, NwFilterBinding>) -> Status {
    let binding = binding.for_write()?;
    let args = remote::NwfilterBindingDeleteArgs { nwfilter: binding.wire() };
    binding.ask(|driver, call| driver.nwfilter_binding_delete(call, &args))
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
    let binding = binding.get()?;
    let args = remote::NwfilterBindingGetXmlDescArgs { nwfilter: binding.wire(), flags };
    binding.ask_text(|driver, call| Ok(driver.nwfilter_binding_get_xml_desc(call, &args)?.xml))
}

#[entry]
fn virNWFilterBindingLookupByPortDev(conn: In<'_, Connection>, portdev: InStr<'_>) -> Owned<NwFilterBinding> {
    let conn = conn.get()?;
    let args = remote::NwfilterBindingLookupByPortDevArgs { name: portdev.get("portdev")?.into() };
    NwFilterBinding::asked(conn, |driver, call| Ok(driver.nwfilter_binding_lookup_by_port_dev(call, &args)?.nwfilter))
}

#[entry]
fn virNWFilterBindingRef(binding: In<'_, NwFilterBinding>) -> Status {
    binding.reference()
}

#[entry]
fn virNWFilterDefineXML(conn: In<'_, Connection>, xml_desc: InStr<'_>) -> Owned<NwFilter> {
    let conn = conn.get()?;
    let xml = xml_desc.get("xmlDesc")?.into();
    conn.writable()?;
    let args = remote::NwfilterDefineXmlArgs { xml };
    NwFilter::asked(conn, |driver, call| Ok(driver.nwfilter_define_xml(call, &args)?.nwfilter))
}

#[entry]
fn virNWFilterDefineXMLFlags(conn: In<'_, Connection>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<NwFilter> {
    let conn = conn.get()?;
    let xml = xml_desc.get("xmlDesc")?.into();
    conn.writable()?;
    let args = remote::NwfilterDefineXmlFlagsArgs { xml, flags };
    NwFilter::asked(conn, |driver, call| Ok(driver.nwfilter_define_xml_flags(call, &args)?.nwfilter))
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
    let filter = nwfilter.get()?;
    let args = remote::NwfilterGetXmlDescArgs { nwfilter: filter.wire(), flags };
    filter.ask_text(|driver, call| Ok(driver.nwfilter_get_xml_desc(call, &args)?.xml))
}

#[entry]
fn virNWFilterLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<NwFilter> {
    let conn = conn.get()?;
    let args = remote::NwfilterLookupByNameArgs { name: name.get("name")?.into() };
    NwFilter::asked(conn, |driver, call| Ok(driver.nwfilter_lookup_by_name(call, &args)?.nwfilter))
}

#[entry]
fn virNWFilterLookupByUUID(conn: In<'_, Connection>, uuid: Array<'_, u8>) -> Owned<NwFilter> {
    let conn = conn.get()?;
    by_uuid(conn, uuid.uuid("uuid")?)
}

#[entry]
fn virNWFilterLookupByUUIDString(conn: In<'_, Connection>, uuidstr: InStr<'_>) -> Owned<NwFilter> {
    let conn = conn.get()?;
    by_uuid(conn, uuidstr.uuid("uuidstr", SITE.function)?)
}

fn by_uuid(conn: &Handle<Connection>, uuid: Uuid) -> Result<Ref<NwFilter>> {
    let args = remote::NwfilterLookupByUuidArgs { uuid };
    NwFilter::asked(conn, |driver, call| Ok(driver.nwfilter_lookup_by_uuid(call, &args)?.nwfilter))
}

#[entry]
fn virNWFilterRef(nwfilter: In<'_, NwFilter>) -> Status {
    nwfilter.reference()
}

#[entry]
fn virNWFilterUndefine(nwfilter: In<'_, NwFilter>) -> Status {
    let filter = nwfilter.for_write()?;
    let args = remote::NwfilterUndefineArgs { nwfilter: filter.wire() };
    filter.ask(|driver, call| driver.nwfilter_undefine(call, &args))
}
