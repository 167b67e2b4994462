//! libvirt-network.h: ports of a network.
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{
    Array, Count, Handle, In, InStr, Lent, Out, OutList, Owned, OwnedStr, Ref, Result, Status, give_params,
};
use crate::objects::{FromWire, HasDriver, Network, NetworkPort};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, Uuid};
use oxivirt_protocol::remote;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NETWORK;

#[entry]
fn virNetworkListAllPorts(network: In<'_, Network>, ports: OutList<'_, NetworkPort>, flags: c_uint) -> Count {
    ports.list(network, |net, call, need_results| {
        let args = remote::NetworkListAllPortsArgs { network: net.wire(), need_results, flags };
        let ret = net.driver().network_list_all_ports(call, &args)?;
        Ok((ret.ret, ret.ports))
    })
}

#[entry]
fn virNetworkPortCreateXML(net: In<'_, Network>, xmldesc: InStr<'_>, flags: c_uint) -> Owned<NetworkPort> {
    let net = net.get()?;
    let xml = xmldesc.get("xmldesc")?.into();
    net.writable()?;
    let args = remote::NetworkPortCreateXmlArgs { network: net.wire(), xml, flags };
    NetworkPort::asked(net, |driver, call| Ok(driver.network_port_create_xml(call, &args)?.port))
}

#[entry]
fn virNetworkPortDelete(port: In<'_, NetworkPort>, flags: c_uint) -> Status {
    let port = port.for_write()?;
    let args = remote::NetworkPortDeleteArgs { port: port.wire(), flags };
    port.ask(|driver, call| driver.network_port_delete(call, &args))
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
    let port = port.get()?;
    // The daemon does not look at the number: it always sends all parameters.
    let args = remote::NetworkPortGetParametersArgs { port: port.wire(), nparams: 0, flags };
    let mut call = port.call();
    let ret = port.driver().network_port_get_parameters(&mut call, &args)?;
    let (params, nparams) = (params.get("params")?, nparams.get("nparams")?);
    give_params(&ret.params, params, nparams)
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
    let port = port.get()?;
    let args = remote::NetworkPortGetXmlDescArgs { port: port.wire(), flags };
    port.ask_text(|driver, call| Ok(driver.network_port_get_xml_desc(call, &args)?.xml))
}

#[entry]
fn virNetworkPortLookupByUUID(net: In<'_, Network>, uuid: Array<'_, u8>) -> Owned<NetworkPort> {
    let net = net.get()?;
    by_uuid(net, uuid.uuid("uuid")?)
}

#[entry]
fn virNetworkPortLookupByUUIDString(net: In<'_, Network>, uuidstr: InStr<'_>) -> Owned<NetworkPort> {
    let net = net.get()?;
    by_uuid(net, uuidstr.uuid("uuidstr", SITE.function)?)
}

fn by_uuid(net: &Handle<Network>, uuid: Uuid) -> Result<Ref<NetworkPort>> {
    let args = remote::NetworkPortLookupByUuidArgs { network: net.wire(), uuid };
    NetworkPort::asked(net, |driver, call| Ok(driver.network_port_lookup_by_uuid(call, &args)?.port))
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
    let params = params.to_wire(nparams)?;
    let args = remote::NetworkPortSetParametersArgs { port: port.wire(), params, flags };
    port.ask(|driver, call| driver.network_port_set_parameters(call, &args))
}
