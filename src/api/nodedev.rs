//! libvirt-nodedev.h: devices of the host.
use crate::abi::ctypes::{virConnectNodeDeviceEventGenericCallback, virFreeCallback};
use crate::abi::{Array, Count, In, InStr, LentStr, LentText, Out, OutList, Owned, OwnedStr, Status, Truth};
use crate::objects::{Connection, EventClass, EventSource, NodeDevice, subscribe, unsubscribe};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NODEDEV;

#[entry]
fn virConnectListAllNodeDevices(conn: In<'_, Connection>, devices: OutList<'_, NodeDevice>, flags: c_uint) -> Count {
    devices.give(conn, |conn, wanted| conn.all_node_devices(wanted, flags))
}

#[entry]
fn virConnectNodeDeviceEventDeregisterAny(conn: In<'_, Connection>, callbackid: c_int) -> Status {
    unsubscribe(conn, EventClass::NodeDevice, callbackid)
}

#[entry]
fn virConnectNodeDeviceEventRegisterAny(
    conn: In<'_, Connection>,
    dev: In<'_, NodeDevice>,
    eventid: c_int,
    cb: virConnectNodeDeviceEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Count {
    subscribe((conn, dev), EventSource::NodeDevice, eventid, cb, (opaque, freecb))
}

#[entry]
fn virNodeDeviceCreate(dev: In<'_, NodeDevice>, flags: c_uint) -> Status {
    Ok(dev.get()?.create(flags)?)
}

#[entry]
fn virNodeDeviceCreateXML(conn: In<'_, Connection>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<NodeDevice> {
    let conn = conn.for_write()?;
    conn.child(NodeDevice::create_xml(conn, xml_desc.get("xmlDesc")?, flags)?)
}

#[entry]
fn virNodeDeviceDefineXML(conn: In<'_, Connection>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<NodeDevice> {
    let conn = conn.for_write()?;
    conn.child(NodeDevice::define_xml(conn, xml_desc.get("xmlDesc")?, flags)?)
}

#[entry]
fn virNodeDeviceDestroy(dev: In<'_, NodeDevice>) -> Status {
    Ok(dev.get()?.destroy()?)
}

#[entry]
fn virNodeDeviceDetachFlags(dev: In<'_, NodeDevice>, driver_name: InStr<'_>, flags: c_uint) -> Status {
    Ok(dev.get()?.detach_flags(driver_name.opt(), flags)?)
}

#[entry]
fn virNodeDeviceDettach(dev: In<'_, NodeDevice>) -> Status {
    Ok(dev.get()?.dettach()?)
}

#[entry]
fn virNodeDeviceFree(dev: In<'_, NodeDevice>) -> Status {
    drop(dev.release()?);
    Ok(())
}

#[entry]
fn virNodeDeviceGetAutostart(dev: In<'_, NodeDevice>, autostart: Out<'_, c_int>) -> Status {
    // A NULL place is allowed here, unlike in the other sections.
    autostart.put(dev.get()?.autostart())
}

#[entry]
fn virNodeDeviceGetName(dev: In<'_, NodeDevice>) -> LentStr {
    Ok(LentText::of(dev.get()?.name()))
}

#[entry]
fn virNodeDeviceGetParent(dev: In<'_, NodeDevice>) -> LentStr {
    let parent = dev.get()?.parent()?;
    // The topmost device has no parent: NULL without an error.
    Ok(parent.map_or(LentText::none(), |parent| LentText::of(parent)))
}

#[entry]
fn virNodeDeviceGetXMLDesc(dev: In<'_, NodeDevice>, flags: c_uint) -> OwnedStr {
    Ok(dev.get()?.xml_desc(flags)?.into())
}

#[entry]
fn virNodeDeviceIsActive(dev: In<'_, NodeDevice>) -> Truth {
    Ok(dev.get()?.is_active()?)
}

#[entry]
fn virNodeDeviceIsPersistent(dev: In<'_, NodeDevice>) -> Truth {
    Ok(dev.get()?.is_persistent()?)
}

#[entry]
fn virNodeDeviceListCaps(dev: In<'_, NodeDevice>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let dev = dev.get()?;
    names.give(("maxnames", maxnames), |max| dev.list_caps(max))
}

#[entry]
fn virNodeDeviceLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<NodeDevice> {
    let conn = conn.get()?;
    conn.child(NodeDevice::lookup_by_name(conn, name.get("name")?)?)
}

#[entry]
fn virNodeDeviceLookupSCSIHostByWWN(
    conn: In<'_, Connection>,
    wwnn: InStr<'_>,
    wwpn: InStr<'_>,
    flags: c_uint,
) -> Owned<NodeDevice> {
    let conn = conn.get()?;
    conn.child(NodeDevice::lookup_scsi_host_by_wwn(conn, wwnn.get("wwnn")?, wwpn.get("wwpn")?, flags)?)
}

#[entry]
fn virNodeDeviceNumOfCaps(dev: In<'_, NodeDevice>) -> Count {
    Ok(dev.get()?.num_of_caps()?)
}

#[entry]
fn virNodeDeviceReAttach(dev: In<'_, NodeDevice>) -> Status {
    Ok(dev.get()?.re_attach()?)
}

#[entry]
fn virNodeDeviceRef(dev: In<'_, NodeDevice>) -> Status {
    dev.reference()
}

#[entry]
fn virNodeDeviceReset(dev: In<'_, NodeDevice>) -> Status {
    Ok(dev.get()?.reset()?)
}

#[entry]
fn virNodeDeviceSetAutostart(dev: In<'_, NodeDevice>, autostart: c_int) -> Status {
    Ok(dev.get()?.set_autostart(autostart)?)
}

#[entry]
fn virNodeDeviceUndefine(dev: In<'_, NodeDevice>, flags: c_uint) -> Status {
    Ok(dev.get()?.undefine(flags)?)
}

#[entry]
fn virNodeDeviceUpdate(dev: In<'_, NodeDevice>, xml_desc: InStr<'_>, flags: c_uint) -> Status {
    let dev = dev.for_write()?;
    Ok(dev.update(xml_desc.get("xmlDesc")?, flags)?)
}

#[entry]
fn virNodeListDevices(
    conn: In<'_, Connection>,
    cap: InStr<'_>,
    names: Array<'_, *mut c_char>,
    maxnames: c_int,
    flags: c_uint,
) -> Count {
    let conn = conn.get()?;
    names.give(("maxnames", maxnames), |max| conn.list_devices(cap.opt(), max, flags))
}

#[entry]
fn virNodeNumOfDevices(conn: In<'_, Connection>, cap: InStr<'_>, flags: c_uint) -> Count {
    Ok(conn.get()?.num_of_devices(cap.opt(), flags)?)
}
