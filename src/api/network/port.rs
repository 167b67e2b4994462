//! libvirt-network.h: ports of a network.
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, Count, In, InStr, Lent, Out, OutList, Owned, OwnedStr, Status, put_params};
use crate::objects::{Network, NetworkPort};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NETWORK;

#[entry]
fn virNetworkListAllPorts(network: In<'_, Network>, ports: OutList<'_, NetworkPort>, flags: c_uint) -> Count {
    ports.give(network, |net, wanted| net.all_ports(wanted, flags))
}

#[entry]
fn virNetworkPortCreateXML(net: In<'_, Network>, xmldesc: InStr<'_>, flags: c_uint) -> Owned<NetworkPort> {
    let net = net.get()?;
    net.child(NetworkPort::create_xml(net, xmldesc.get("xmldesc")?, flags)?)
}

#[entry]
fn virNetworkPortDelete(port: In<'_, NetworkPort>, flags: c_uint) -> Status {
    Ok(port.get()?.delete(flags)?)
}

#[entry]
fn virNetworkPortFree(port: In<'_, NetworkPort>) -> Status {
    drop(port.release()?);
    Ok(())
}

#[entry]
fn virNetworkPortGetNetwork(port: In<'_, NetworkPort>) -> Lent<Network> {
    Ok(port.get()?.local().pointer())
}

#[entry]
fn virNetworkPortGetParameters(
    port: In<'_, NetworkPort>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let answer = port.get()?.parameters(flags)?;
    put_params(&answer, params.get("params")?, nparams.get("nparams")?)
}

#[entry]
fn virNetworkPortGetUUID(port: In<'_, NetworkPort>, uuid: Array<'_, u8>) -> Status {
    uuid.write_uuid("uuid", port.get()?.uuid())
}

#[entry]
fn virNetworkPortGetUUIDString(port: In<'_, NetworkPort>, buf: Array<'_, c_char>) -> Status {
    buf.write_uuid_text("buf", port.get()?.uuid())
}

#[entry]
fn virNetworkPortGetXMLDesc(port: In<'_, NetworkPort>, flags: c_uint) -> OwnedStr {
    Ok(port.get()?.xml_desc(flags)?.into())
}

#[entry]
fn virNetworkPortLookupByUUID(net: In<'_, Network>, uuid: Array<'_, u8>) -> Owned<NetworkPort> {
    let net = net.get()?;
    net.child(NetworkPort::lookup_by_uuid(net, uuid.uuid("uuid")?)?)
}

#[entry]
fn virNetworkPortLookupByUUIDString(net: In<'_, Network>, uuidstr: InStr<'_>) -> Owned<NetworkPort> {
    let net = net.get()?;
    net.child(NetworkPort::lookup_by_uuid(net, uuidstr.uuid("uuidstr", SITE.function)?)?)
}

#[entry]
fn virNetworkPortRef(port: In<'_, NetworkPort>) -> Status {
    port.reference()
}

#[entry]
fn virNetworkPortSetParameters(
    port: In<'_, NetworkPort>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let port = port.for_write()?;
    Ok(port.set_parameters(&params.given(nparams)?, flags)?)
}
