//! Entry points: nodedev.
use crate::abi::ctypes::{virConnectNodeDeviceEventGenericCallback, virFreeCallback};
use crate::abi::{Array, In, InStr, LentStr, Out, OutList, Owned, OwnedStr, Status};
use crate::objects::{Connection, NodeDevice};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NODEDEV;

#[entry(stub = "pending")]
fn virConnectListAllNodeDevices(
    conn: In<'_, Connection>,
    devices: OutList<'_, NodeDevice>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectNodeDeviceEventDeregisterAny(conn: In<'_, Connection>, callbackid: c_int) -> Status {}

#[entry(stub = "pending")]
fn virConnectNodeDeviceEventRegisterAny(
    conn: In<'_, Connection>,
    dev: In<'_, NodeDevice>,
    eventid: c_int,
    cb: virConnectNodeDeviceEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Status {
}

#[entry(stub = "pending")]
fn virNodeDeviceCreate(dev: In<'_, NodeDevice>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virNodeDeviceCreateXML(
    conn: In<'_, Connection>,
    xml_desc: InStr<'_>,
    flags: c_uint,
) -> Owned<NodeDevice> {
}

#[entry(stub = "pending")]
fn virNodeDeviceDefineXML(
    conn: In<'_, Connection>,
    xml_desc: InStr<'_>,
    flags: c_uint,
) -> Owned<NodeDevice> {
}

#[entry(stub = "pending")]
fn virNodeDeviceDestroy(dev: In<'_, NodeDevice>) -> Status {}

#[entry(stub = "pending")]
fn virNodeDeviceDetachFlags(
    dev: In<'_, NodeDevice>,
    driver_name: InStr<'_>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virNodeDeviceDettach(dev: In<'_, NodeDevice>) -> Status {}

#[entry(stub = "pending")]
fn virNodeDeviceFree(dev: In<'_, NodeDevice>) -> Status {}

#[entry(stub = "pending")]
fn virNodeDeviceGetAutostart(dev: In<'_, NodeDevice>, autostart: Out<'_, c_int>) -> Status {}

#[entry(stub = "pending")]
fn virNodeDeviceGetName(dev: In<'_, NodeDevice>) -> LentStr {}

#[entry(stub = "pending")]
fn virNodeDeviceGetParent(dev: In<'_, NodeDevice>) -> LentStr {}

#[entry(stub = "pending")]
fn virNodeDeviceGetXMLDesc(dev: In<'_, NodeDevice>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virNodeDeviceIsActive(dev: In<'_, NodeDevice>) -> Status {}

#[entry(stub = "pending")]
fn virNodeDeviceIsPersistent(dev: In<'_, NodeDevice>) -> Status {}

#[entry(stub = "pending")]
fn virNodeDeviceListCaps(
    dev: In<'_, NodeDevice>,
    names: Array<'_, *mut c_char>,
    maxnames: c_int,
) -> Status {
}

#[entry(stub = "pending")]
fn virNodeDeviceLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<NodeDevice> {}

#[entry(stub = "pending")]
fn virNodeDeviceLookupSCSIHostByWWN(
    conn: In<'_, Connection>,
    wwnn: InStr<'_>,
    wwpn: InStr<'_>,
    flags: c_uint,
) -> Owned<NodeDevice> {
}

#[entry(stub = "pending")]
fn virNodeDeviceNumOfCaps(dev: In<'_, NodeDevice>) -> Status {}

#[entry(stub = "pending")]
fn virNodeDeviceReAttach(dev: In<'_, NodeDevice>) -> Status {}

#[entry(stub = "pending")]
fn virNodeDeviceRef(dev: In<'_, NodeDevice>) -> Status {}

#[entry(stub = "pending")]
fn virNodeDeviceReset(dev: In<'_, NodeDevice>) -> Status {}

#[entry(stub = "pending")]
fn virNodeDeviceSetAutostart(dev: In<'_, NodeDevice>, autostart: c_int) -> Status {}

#[entry(stub = "pending")]
fn virNodeDeviceUndefine(dev: In<'_, NodeDevice>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virNodeDeviceUpdate(dev: In<'_, NodeDevice>, xml_desc: InStr<'_>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virNodeListDevices(
    conn: In<'_, Connection>,
    cap: InStr<'_>,
    names: Array<'_, *mut c_char>,
    maxnames: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virNodeNumOfDevices(conn: In<'_, Connection>, cap: InStr<'_>, flags: c_uint) -> Status {}
