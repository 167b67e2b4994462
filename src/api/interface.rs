//! libvirt-interface.h: network interfaces of the host.
use crate::abi::{Array, Count, In, InStr, Lent, LentStr, LentText, OutList, Owned, OwnedStr, Status, Truth};
use crate::objects::{Connection, Interface};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::INTERFACE;

#[entry]
fn virConnectListAllInterfaces(conn: In<'_, Connection>, ifaces: OutList<'_, Interface>, flags: c_uint) -> Count {
    ifaces.give(conn, |conn, wanted| conn.all_interfaces(wanted, flags))
}

#[entry]
fn virConnectListDefinedInterfaces(conn: In<'_, Connection>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let conn = conn.get()?;
    names.give(("maxnames", maxnames), |max| conn.list_defined_interfaces(max))
}

#[entry]
fn virConnectListInterfaces(conn: In<'_, Connection>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let conn = conn.get()?;
    names.give(("maxnames", maxnames), |max| conn.list_interfaces(max))
}

#[entry]
fn virConnectNumOfDefinedInterfaces(conn: In<'_, Connection>) -> Count {
    Ok(conn.get()?.num_of_defined_interfaces()?)
}

#[entry]
fn virConnectNumOfInterfaces(conn: In<'_, Connection>) -> Count {
    Ok(conn.get()?.num_of_interfaces()?)
}

#[entry]
fn virInterfaceChangeBegin(conn: In<'_, Connection>, flags: c_uint) -> Status {
    Ok(Interface::change_begin(conn.get()?, flags)?)
}

#[entry]
fn virInterfaceChangeCommit(conn: In<'_, Connection>, flags: c_uint) -> Status {
    Ok(Interface::change_commit(conn.get()?, flags)?)
}

#[entry]
fn virInterfaceChangeRollback(conn: In<'_, Connection>, flags: c_uint) -> Status {
    Ok(Interface::change_rollback(conn.get()?, flags)?)
}

#[entry]
fn virInterfaceCreate(iface: In<'_, Interface>, flags: c_uint) -> Status {
    Ok(iface.get()?.create(flags)?)
}

#[entry]
fn virInterfaceDefineXML(conn: In<'_, Connection>, xml: InStr<'_>, flags: c_uint) -> Owned<Interface> {
    let conn = conn.for_write()?;
    conn.child(Interface::define_xml(conn, xml.get("xml")?, flags)?)
}

#[entry]
fn virInterfaceDestroy(iface: In<'_, Interface>, flags: c_uint) -> Status {
    Ok(iface.get()?.destroy(flags)?)
}

#[entry]
fn virInterfaceFree(iface: In<'_, Interface>) -> Status {
    drop(iface.release()?);
    Ok(())
}

#[entry]
fn virInterfaceGetConnect(iface: In<'_, Interface>) -> Lent<Connection> {
    Ok(iface.get()?.conn().pointer())
}

#[entry]
fn virInterfaceGetMACString(iface: In<'_, Interface>) -> LentStr {
    Ok(LentText::of(iface.get()?.mac()))
}

#[entry]
fn virInterfaceGetName(iface: In<'_, Interface>) -> LentStr {
    Ok(LentText::of(iface.get()?.name()))
}

#[entry]
fn virInterfaceGetXMLDesc(iface: In<'_, Interface>, flags: c_uint) -> OwnedStr {
    Ok(iface.get()?.xml_desc(flags)?.into())
}

#[entry]
fn virInterfaceIsActive(iface: In<'_, Interface>) -> Truth {
    Ok(iface.get()?.is_active()?)
}

#[entry]
fn virInterfaceLookupByMACString(conn: In<'_, Connection>, macstr: InStr<'_>) -> Owned<Interface> {
    let conn = conn.get()?;
    conn.child(Interface::lookup_by_mac_string(conn, macstr.get("macstr")?)?)
}

#[entry]
fn virInterfaceLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<Interface> {
    let conn = conn.get()?;
    conn.child(Interface::lookup_by_name(conn, name.get("name")?)?)
}

#[entry]
fn virInterfaceRef(iface: In<'_, Interface>) -> Status {
    iface.reference()
}

#[entry]
fn virInterfaceUndefine(iface: In<'_, Interface>) -> Status {
    Ok(iface.get()?.undefine()?)
}
