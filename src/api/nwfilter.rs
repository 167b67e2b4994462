//! libvirt-nwfilter.h: network filters and their bindings to guest devices.
use crate::abi::{
    Array, Count, Handle, In, InStr, LentStr, LentText, OutList, Owned, OwnedStr, Ref, Result,
    Status, number,
};
use crate::objects::{Connection, NwFilter, NwFilterBinding, OnConnection};
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
        let args = remote::ConnectListAllNwfilterBindingsArgs {
            need_results,
            flags,
        };
        let ret = conn
            .driver()
            .connect_list_all_nwfilter_bindings(call, &args)?;
        Ok((ret.ret, ret.bindings))
    })
}

#[entry]
fn virConnectListAllNWFilters(
    conn: In<'_, Connection>,
    filters: OutList<'_, NwFilter>,
    flags: c_uint,
) -> Count {
    filters.list(conn, |conn, call, need_results| {
        let args = remote::ConnectListAllNwfiltersArgs {
            need_results,
            flags,
        };
        let ret = conn.driver().connect_list_all_nwfilters(call, &args)?;
        Ok((ret.ret, ret.filters))
    })
}

#[entry]
fn virConnectListNWFilters(
    conn: In<'_, Connection>,
    names: Array<'_, *mut c_char>,
    maxnames: c_int,
) -> Count {
    let conn = conn.get()?;
    names.list(
        &SITE,
        ("maxnames", maxnames),
        remote::NWFILTER_LIST_MAX,
        |call| {
            let args = remote::ConnectListNwfiltersArgs { maxnames };
            Ok(conn.driver().connect_list_nwfilters(call, &args)?.names)
        },
    )
}

#[entry]
fn virConnectNumOfNWFilters(conn: In<'_, Connection>) -> Count {
    let conn = conn.get()?;
    number(
        conn.driver()
            .connect_num_of_nwfilters(&mut conn.call())?
            .num,
    )
}

#[entry]
fn virNWFilterBindingCreateXML(
    conn: In<'_, Connection>,
    xml: InStr<'_>,
    flags: c_uint,
) -> Owned<NwFilterBinding> {
    let conn = conn.get()?;
    let xml = xml.get("xml")?.into();
    conn.writable()?;
    let args = remote::NwfilterBindingCreateXmlArgs { xml, flags };
    let mut call = conn.call();
    let ret = conn
        .driver()
        .nwfilter_binding_create_xml(&mut call, &args)?;
    NwFilterBinding::from_wire(conn, &ret.nwfilter)
}

#[entry]
fn virNWFilterBindingDelete(binding: In<'_, NwFilterBinding>) -> Status {
    let binding = binding.changing()?;
    let args = remote::NwfilterBindingDeleteArgs {
        nwfilter: binding.wire(),
    };
    Ok(binding
        .driver()
        .nwfilter_binding_delete(&mut binding.call(), &args)?)
}

#[entry]
fn virNWFilterBindingFree(binding: In<'_, NwFilterBinding>) -> Status {
    drop(binding.release()?);
    Ok(())
}

#[entry]
fn virNWFilterBindingGetFilterName(binding: In<'_, NwFilterBinding>) -> LentStr {
    Ok(LentText::of(&binding.get()?.filtername))
}

#[entry]
fn virNWFilterBindingGetPortDev(binding: In<'_, NwFilterBinding>) -> LentStr {
    Ok(LentText::of(&binding.get()?.portdev))
}

#[entry]
fn virNWFilterBindingGetXMLDesc(binding: In<'_, NwFilterBinding>, flags: c_uint) -> OwnedStr {
    let binding = binding.get()?;
    let args = remote::NwfilterBindingGetXmlDescArgs {
        nwfilter: binding.wire(),
        flags,
    };
    let mut call = binding.call();
    let ret = binding
        .driver()
        .nwfilter_binding_get_xml_desc(&mut call, &args)?;
    Ok(ret.xml.as_bytes().to_vec())
}

#[entry]
fn virNWFilterBindingLookupByPortDev(
    conn: In<'_, Connection>,
    portdev: InStr<'_>,
) -> Owned<NwFilterBinding> {
    let conn = conn.get()?;
    let args = remote::NwfilterBindingLookupByPortDevArgs {
        name: portdev.get("portdev")?.into(),
    };
    let mut call = conn.call();
    let ret = conn
        .driver()
        .nwfilter_binding_lookup_by_port_dev(&mut call, &args)?;
    NwFilterBinding::from_wire(conn, &ret.nwfilter)
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
    let mut call = conn.call();
    let ret = conn.driver().nwfilter_define_xml(&mut call, &args)?;
    NwFilter::from_wire(conn, &ret.nwfilter)
}

#[entry]
fn virNWFilterDefineXMLFlags(
    conn: In<'_, Connection>,
    xml_desc: InStr<'_>,
    flags: c_uint,
) -> Owned<NwFilter> {
    let conn = conn.get()?;
    let xml = xml_desc.get("xmlDesc")?.into();
    conn.writable()?;
    let args = remote::NwfilterDefineXmlFlagsArgs { xml, flags };
    let mut call = conn.call();
    let ret = conn.driver().nwfilter_define_xml_flags(&mut call, &args)?;
    NwFilter::from_wire(conn, &ret.nwfilter)
}

#[entry]
fn virNWFilterFree(nwfilter: In<'_, NwFilter>) -> Status {
    drop(nwfilter.release()?);
    Ok(())
}

#[entry]
fn virNWFilterGetName(nwfilter: In<'_, NwFilter>) -> LentStr {
    Ok(LentText::of(&nwfilter.get()?.name))
}

#[entry]
fn virNWFilterGetUUID(nwfilter: In<'_, NwFilter>, uuid: Array<'_, u8>) -> Status {
    uuid.write_uuid("uuid", &nwfilter.get()?.uuid)
}

#[entry]
fn virNWFilterGetUUIDString(nwfilter: In<'_, NwFilter>, buf: Array<'_, c_char>) -> Status {
    buf.write_uuid_text("buf", &nwfilter.get()?.uuid)
}

#[entry]
fn virNWFilterGetXMLDesc(nwfilter: In<'_, NwFilter>, flags: c_uint) -> OwnedStr {
    let filter = nwfilter.get()?;
    let args = remote::NwfilterGetXmlDescArgs {
        nwfilter: filter.wire(),
        flags,
    };
    let mut call = filter.call();
    let ret = filter.driver().nwfilter_get_xml_desc(&mut call, &args)?;
    Ok(ret.xml.as_bytes().to_vec())
}

#[entry]
fn virNWFilterLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<NwFilter> {
    let conn = conn.get()?;
    let args = remote::NwfilterLookupByNameArgs {
        name: name.get("name")?.into(),
    };
    let mut call = conn.call();
    let ret = conn.driver().nwfilter_lookup_by_name(&mut call, &args)?;
    NwFilter::from_wire(conn, &ret.nwfilter)
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
    let mut call = conn.call();
    let ret = conn.driver().nwfilter_lookup_by_uuid(&mut call, &args)?;
    NwFilter::from_wire(conn, &ret.nwfilter)
}

#[entry]
fn virNWFilterRef(nwfilter: In<'_, NwFilter>) -> Status {
    nwfilter.reference()
}

#[entry]
fn virNWFilterUndefine(nwfilter: In<'_, NwFilter>) -> Status {
    let filter = nwfilter.changing()?;
    let args = remote::NwfilterUndefineArgs {
        nwfilter: filter.wire(),
    };
    Ok(filter
        .driver()
        .nwfilter_undefine(&mut filter.call(), &args)?)
}
