//! libvirt-interface.h: network interfaces of the host.
use crate::abi::{Array, Count, In, InStr, Lent, LentStr, LentText, OutList, Owned, OwnedStr, Status};
use crate::objects::{Connection, FromWire, HasDriver, Interface};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::INTERFACE;

#[entry]
fn virConnectListAllInterfaces(conn: In<'_, Connection>, ifaces: OutList<'_, Interface>, flags: c_uint) -> Count {
    ifaces.list(conn, |conn, call, need_results| {
        let args = remote::ConnectListAllInterfacesArgs { need_results, flags };
        let ret = conn.driver().connect_list_all_interfaces(call, &args)?;
        Ok((ret.ret, ret.ifaces))
    })
}

#[entry]
fn virConnectListDefinedInterfaces(conn: In<'_, Connection>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let conn = conn.get()?;
    names.list(("maxnames", maxnames), |call| {
        let args = remote::ConnectListDefinedInterfacesArgs { maxnames };
        Ok(conn.driver().connect_list_defined_interfaces(call, &args)?.names)
    })
}

#[entry]
fn virConnectListInterfaces(conn: In<'_, Connection>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let conn = conn.get()?;
    names.list(("maxnames", maxnames), |call| {
        let args = remote::ConnectListInterfacesArgs { maxnames };
        Ok(conn.driver().connect_list_interfaces(call, &args)?.names)
    })
}

#[entry]
fn virConnectNumOfDefinedInterfaces(conn: In<'_, Connection>) -> Count {
    let conn = conn.get()?;
    conn.ask_number(|driver, call| Ok(driver.connect_num_of_defined_interfaces(call)?.num))
}

#[entry]
fn virConnectNumOfInterfaces(conn: In<'_, Connection>) -> Count {
    let conn = conn.get()?;
    conn.ask_number(|driver, call| Ok(driver.connect_num_of_interfaces(call)?.num))
}

#[entry]
fn virInterfaceChangeBegin(conn: In<'_, Connection>, flags: c_uint) -> Status {
    let conn = conn.for_write()?;
    let args = remote::InterfaceChangeBeginArgs { flags };
    conn.ask(|driver, call| driver.interface_change_begin(call, &args))
}

#[entry]
fn virInterfaceChangeCommit(conn: In<'_, Connection>, flags: c_uint) -> Status {
    let conn = conn.for_write()?;
    let args = remote::InterfaceChangeCommitArgs { flags };
    conn.ask(|driver, call| driver.interface_change_commit(call, &args))
}

#[entry]
fn virInterfaceChangeRollback(conn: In<'_, Connection>, flags: c_uint) -> Status {
    let conn = conn.for_write()?;
    let args = remote::InterfaceChangeRollbackArgs { flags };
    conn.ask(|driver, call| driver.interface_change_rollback(call, &args))
}

#[entry]
fn virInterfaceCreate(iface: In<'_, Interface>, flags: c_uint) -> Status {
    let iface = iface.for_write()?;
    let args = remote::InterfaceCreateArgs { iface: iface.wire(), flags };
    iface.ask(|driver, call| driver.interface_create(call, &args))
}

#[entry]
fn virInterfaceDefineXML(conn: In<'_, Connection>, xml: InStr<'_>, flags: c_uint) -> Owned<Interface> {
    let conn = conn.for_write()?;
    let args = remote::InterfaceDefineXmlArgs { xml: xml.get("xml")?.into(), flags };
    Interface::asked(conn, |driver, call| Ok(driver.interface_define_xml(call, &args)?.iface))
}

#[entry]
fn virInterfaceDestroy(iface: In<'_, Interface>, flags: c_uint) -> Status {
    let iface = iface.for_write()?;
    let args = remote::InterfaceDestroyArgs { iface: iface.wire(), flags };
    iface.ask(|driver, call| driver.interface_destroy(call, &args))
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
    let iface = iface.get()?;
    let args = remote::InterfaceGetXmlDescArgs { iface: iface.wire(), flags };
    iface.ask_text(|driver, call| Ok(driver.interface_get_xml_desc(call, &args)?.xml))
}

#[entry]
fn virInterfaceIsActive(iface: In<'_, Interface>) -> Count {
    let iface = iface.get()?;
    let args = remote::InterfaceIsActiveArgs { iface: iface.wire() };
    iface.ask_number(|driver, call| Ok(driver.interface_is_active(call, &args)?.active))
}

#[entry]
fn virInterfaceLookupByMACString(conn: In<'_, Connection>, macstr: InStr<'_>) -> Owned<Interface> {
    let conn = conn.get()?;
    let args = remote::InterfaceLookupByMacStringArgs { mac: macstr.get("macstr")?.into() };
    Interface::asked(conn, |driver, call| Ok(driver.interface_lookup_by_mac_string(call, &args)?.iface))
}

#[entry]
fn virInterfaceLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<Interface> {
    let conn = conn.get()?;
    let args = remote::InterfaceLookupByNameArgs { name: name.get("name")?.into() };
    Interface::asked(conn, |driver, call| Ok(driver.interface_lookup_by_name(call, &args)?.iface))
}

#[entry]
fn virInterfaceRef(iface: In<'_, Interface>) -> Status {
    iface.reference()
}

#[entry]
fn virInterfaceUndefine(iface: In<'_, Interface>) -> Status {
    let iface = iface.for_write()?;
    let args = remote::InterfaceUndefineArgs { iface: iface.wire() };
    iface.ask(|driver, call| driver.interface_undefine(call, &args))
}
