//! libvirt-nodedev.h: devices of the host.
use crate::abi::ctypes::{virConnectNodeDeviceEventGenericCallback, virFreeCallback};
use crate::abi::{Array, Count, In, InStr, LentStr, LentText, Out, OutList, Owned, OwnedStr, Status};
use crate::objects::{Connection, EventClass, EventSource, FromWire, HasDriver, NodeDevice, subscribe, unsubscribe};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use oxivirt_xdr::Str;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NODEDEV;

/// Most procedures name the device by a string instead of a wire object.
fn name_of(dev: &NodeDevice) -> Str<'_> {
    dev.name().as_c_str().into()
}

#[entry]
fn virConnectListAllNodeDevices(conn: In<'_, Connection>, devices: OutList<'_, NodeDevice>, flags: c_uint) -> Count {
    devices.list(conn, |conn, call, need_results| {
        let args = remote::ConnectListAllNodeDevicesArgs { need_results, flags };
        let ret = conn.driver().connect_list_all_node_devices(call, &args)?;
        Ok((ret.ret, ret.devices))
    })
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
    let dev = dev.for_write()?;
    let args = remote::NodeDeviceCreateArgs { name: name_of(dev), flags };
    dev.ask(|driver, call| driver.node_device_create(call, &args))
}

#[entry]
fn virNodeDeviceCreateXML(conn: In<'_, Connection>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<NodeDevice> {
    let conn = conn.for_write()?;
    let xml_desc = xml_desc.get("xmlDesc")?.into();
    let args = remote::NodeDeviceCreateXmlArgs { xml_desc, flags };
    NodeDevice::asked(conn, |driver, call| Ok(driver.node_device_create_xml(call, &args)?.dev))
}

#[entry]
fn virNodeDeviceDefineXML(conn: In<'_, Connection>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<NodeDevice> {
    let conn = conn.for_write()?;
    let xml_desc = xml_desc.get("xmlDesc")?.into();
    let args = remote::NodeDeviceDefineXmlArgs { xml_desc, flags };
    NodeDevice::asked(conn, |driver, call| Ok(driver.node_device_define_xml(call, &args)?.dev))
}

#[entry]
fn virNodeDeviceDestroy(dev: In<'_, NodeDevice>) -> Status {
    let dev = dev.for_write()?;
    let args = remote::NodeDeviceDestroyArgs { name: name_of(dev) };
    dev.ask(|driver, call| driver.node_device_destroy(call, &args))
}

#[entry]
fn virNodeDeviceDetachFlags(dev: In<'_, NodeDevice>, driver_name: InStr<'_>, flags: c_uint) -> Status {
    let dev = dev.for_write()?;
    let driver_name = driver_name.opt().map(Into::into);
    let args = remote::NodeDeviceDetachFlagsArgs { name: name_of(dev), driver_name, flags };
    dev.ask(|driver, call| driver.node_device_detach_flags(call, &args))
}

#[entry]
fn virNodeDeviceDettach(dev: In<'_, NodeDevice>) -> Status {
    let dev = dev.for_write()?;
    let args = remote::NodeDeviceDettachArgs { name: name_of(dev) };
    dev.ask(|driver, call| driver.node_device_dettach(call, &args))
}

#[entry]
fn virNodeDeviceFree(dev: In<'_, NodeDevice>) -> Status {
    drop(dev.release()?);
    Ok(())
}

#[entry]
fn virNodeDeviceGetAutostart(dev: In<'_, NodeDevice>, autostart: Out<'_, c_int>) -> Status {
    // Although it changes nothing, as in the stock library.
    let dev = dev.for_write()?;
    let args = remote::NodeDeviceGetAutostartArgs { name: name_of(dev) };
    // A NULL place is allowed here, unlike in the other sections.
    autostart.write(dev.ask(|driver, call| Ok(driver.node_device_get_autostart(call, &args)?.autostart))?);
    Ok(())
}

#[entry]
fn virNodeDeviceGetName(dev: In<'_, NodeDevice>) -> LentStr {
    Ok(LentText::of(dev.get()?.name()))
}

#[entry]
fn virNodeDeviceGetParent(dev: In<'_, NodeDevice>) -> LentStr {
    let dev = dev.get()?;
    if let Some(parent) = dev.parent_name().get() {
        return Ok(LentText::of(parent));
    }
    let args = remote::NodeDeviceGetParentArgs { name: name_of(dev) };
    let mut call = dev.call();
    let ret = dev.driver().node_device_get_parent(&mut call, &args)?;
    // The topmost device has no parent: NULL without an error, and the daemon is asked again next time.
    Ok(ret
        .parent_name
        .map_or(LentText::none(), |parent| LentText::of(dev.parent_name().get_or_init(|| (&parent).into()))))
}

#[entry]
fn virNodeDeviceGetXMLDesc(dev: In<'_, NodeDevice>, flags: c_uint) -> OwnedStr {
    let dev = dev.get()?;
    let args = remote::NodeDeviceGetXmlDescArgs { name: name_of(dev), flags };
    dev.ask_text(|driver, call| Ok(driver.node_device_get_xml_desc(call, &args)?.xml))
}

#[entry]
fn virNodeDeviceIsActive(dev: In<'_, NodeDevice>) -> Count {
    let dev = dev.get()?;
    let args = remote::NodeDeviceIsActiveArgs { name: name_of(dev) };
    dev.ask_number(|driver, call| Ok(driver.node_device_is_active(call, &args)?.active))
}

#[entry]
fn virNodeDeviceIsPersistent(dev: In<'_, NodeDevice>) -> Count {
    let dev = dev.get()?;
    let args = remote::NodeDeviceIsPersistentArgs { name: name_of(dev) };
    dev.ask_number(|driver, call| Ok(driver.node_device_is_persistent(call, &args)?.persistent))
}

#[entry]
fn virNodeDeviceListCaps(dev: In<'_, NodeDevice>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let dev = dev.get()?;
    names.list(("maxnames", maxnames), |call| {
        let args = remote::NodeDeviceListCapsArgs { name: name_of(dev), maxnames };
        Ok(dev.driver().node_device_list_caps(call, &args)?.names)
    })
}

#[entry]
fn virNodeDeviceLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<NodeDevice> {
    let conn = conn.get()?;
    let args = remote::NodeDeviceLookupByNameArgs { name: name.get("name")?.into() };
    NodeDevice::asked(conn, |driver, call| Ok(driver.node_device_lookup_by_name(call, &args)?.dev))
}

#[entry]
fn virNodeDeviceLookupSCSIHostByWWN(
    conn: In<'_, Connection>,
    wwnn: InStr<'_>,
    wwpn: InStr<'_>,
    flags: c_uint,
) -> Owned<NodeDevice> {
    let conn = conn.get()?;
    let (wwnn, wwpn) = (wwnn.get("wwnn")?.into(), wwpn.get("wwpn")?.into());
    let args = remote::NodeDeviceLookupScsiHostByWwnArgs { wwnn, wwpn, flags };
    NodeDevice::asked(conn, |driver, call| Ok(driver.node_device_lookup_scsi_host_by_wwn(call, &args)?.dev))
}

#[entry]
fn virNodeDeviceNumOfCaps(dev: In<'_, NodeDevice>) -> Count {
    let dev = dev.get()?;
    let args = remote::NodeDeviceNumOfCapsArgs { name: name_of(dev) };
    dev.ask_number(|driver, call| Ok(driver.node_device_num_of_caps(call, &args)?.num))
}

#[entry]
fn virNodeDeviceReAttach(dev: In<'_, NodeDevice>) -> Status {
    let dev = dev.for_write()?;
    let args = remote::NodeDeviceReAttachArgs { name: name_of(dev) };
    dev.ask(|driver, call| driver.node_device_re_attach(call, &args))
}

#[entry]
fn virNodeDeviceRef(dev: In<'_, NodeDevice>) -> Status {
    dev.reference()
}

#[entry]
fn virNodeDeviceReset(dev: In<'_, NodeDevice>) -> Status {
    let dev = dev.for_write()?;
    let args = remote::NodeDeviceResetArgs { name: name_of(dev) };
    dev.ask(|driver, call| driver.node_device_reset(call, &args))
}

#[entry]
fn virNodeDeviceSetAutostart(dev: In<'_, NodeDevice>, autostart: c_int) -> Status {
    let dev = dev.for_write()?;
    let args = remote::NodeDeviceSetAutostartArgs { name: name_of(dev), autostart };
    dev.ask(|driver, call| driver.node_device_set_autostart(call, &args))
}

#[entry]
fn virNodeDeviceUndefine(dev: In<'_, NodeDevice>, flags: c_uint) -> Status {
    let dev = dev.for_write()?;
    let args = remote::NodeDeviceUndefineArgs { name: name_of(dev), flags };
    dev.ask(|driver, call| driver.node_device_undefine(call, &args))
}

#[entry]
fn virNodeDeviceUpdate(dev: In<'_, NodeDevice>, xml_desc: InStr<'_>, flags: c_uint) -> Status {
    let dev = dev.for_write()?;
    let xml_desc = xml_desc.get("xmlDesc")?.into();
    let args = remote::NodeDeviceUpdateArgs { name: name_of(dev), xml_desc, flags };
    dev.ask(|driver, call| driver.node_device_update(call, &args))
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
    let cap = cap.opt();
    names.list(("maxnames", maxnames), |call| {
        let args = remote::NodeListDevicesArgs { cap: cap.map(Into::into), maxnames, flags };
        Ok(conn.driver().node_list_devices(call, &args)?.names)
    })
}

#[entry]
fn virNodeNumOfDevices(conn: In<'_, Connection>, cap: InStr<'_>, flags: c_uint) -> Count {
    let conn = conn.get()?;
    let args = remote::NodeNumOfDevicesArgs { cap: cap.opt().map(Into::into), flags };
    conn.ask_number(|driver, call| Ok(driver.node_num_of_devices(call, &args)?.num))
}
