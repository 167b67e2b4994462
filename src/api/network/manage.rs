//! libvirt-network.h: virtual networks. Leases are in `leases`, ports in `port`.
use crate::abi::ctypes::{
    VIR_NETWORK_METADATA_DESCRIPTION, VIR_NETWORK_METADATA_ELEMENT, VIR_NETWORK_METADATA_TITLE,
    VIR_NETWORK_UPDATE_AFFECT_CONFIG, VIR_NETWORK_UPDATE_AFFECT_LIVE,
};
use crate::abi::ctypes::{virConnectNetworkEventGenericCallback, virFreeCallback};
use crate::abi::{
    Array, Count, Fault, Handle, In, InStr, Lent, LentStr, LentText, Out, OutList, Owned, OwnedStr, Ref, Result, Rule,
    Status, exclusive,
};
use crate::objects::{Connection, EventClass, EventSource, FromWire, HasDriver, Network, subscribe, unsubscribe};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, Uuid, message};
use oxivirt_protocol::remote;
use oxivirt_protocol::remote::DriverFeature;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NETWORK;

/// The values of `virNetworkMetadataType`.
const METADATA_DESCRIPTION: c_int = VIR_NETWORK_METADATA_DESCRIPTION.cast_signed();
const METADATA_TITLE: c_int = VIR_NETWORK_METADATA_TITLE.cast_signed();
const METADATA_ELEMENT: c_int = VIR_NETWORK_METADATA_ELEMENT.cast_signed();

#[entry]
fn virConnectListAllNetworks(conn: In<'_, Connection>, nets: OutList<'_, Network>, flags: c_uint) -> Count {
    nets.list(conn, |conn, call, need_results| {
        let args = remote::ConnectListAllNetworksArgs { need_results, flags };
        let ret = conn.driver().connect_list_all_networks(call, &args)?;
        Ok((ret.ret, ret.nets))
    })
}

#[entry]
fn virConnectListDefinedNetworks(conn: In<'_, Connection>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let conn = conn.get()?;
    names.list(("maxnames", maxnames), |call| {
        let args = remote::ConnectListDefinedNetworksArgs { maxnames };
        Ok(conn.driver().connect_list_defined_networks(call, &args)?.names)
    })
}

#[entry]
fn virConnectListNetworks(conn: In<'_, Connection>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let conn = conn.get()?;
    names.list(("maxnames", maxnames), |call| {
        let args = remote::ConnectListNetworksArgs { maxnames };
        Ok(conn.driver().connect_list_networks(call, &args)?.names)
    })
}

#[entry]
fn virConnectNetworkEventDeregisterAny(conn: In<'_, Connection>, callbackid: c_int) -> Status {
    unsubscribe(conn, EventClass::Network, callbackid)
}

#[entry]
fn virConnectNetworkEventRegisterAny(
    conn: In<'_, Connection>,
    net: In<'_, Network>,
    eventid: c_int,
    cb: virConnectNetworkEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Count {
    subscribe((conn, net), EventSource::Network, eventid, cb, (opaque, freecb))
}

#[entry]
fn virConnectNumOfDefinedNetworks(conn: In<'_, Connection>) -> Count {
    let conn = conn.get()?;
    conn.ask_number(|driver, call| Ok(driver.connect_num_of_defined_networks(call)?.num))
}

#[entry]
fn virConnectNumOfNetworks(conn: In<'_, Connection>) -> Count {
    let conn = conn.get()?;
    conn.ask_number(|driver, call| Ok(driver.connect_num_of_networks(call)?.num))
}

#[entry]
fn virNetworkCreate(network: In<'_, Network>) -> Status {
    let net = network.for_write()?;
    let args = remote::NetworkCreateArgs { net: net.wire() };
    net.ask(|driver, call| driver.network_create(call, &args))
}

#[entry]
fn virNetworkCreateXML(conn: In<'_, Connection>, xml_desc: InStr<'_>) -> Owned<Network> {
    let conn = conn.get()?;
    let xml = xml_desc.get("xmlDesc")?.into();
    conn.writable()?;
    let args = remote::NetworkCreateXmlArgs { xml };
    Network::asked(conn, |driver, call| Ok(driver.network_create_xml(call, &args)?.net))
}

#[entry]
fn virNetworkCreateXMLFlags(conn: In<'_, Connection>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<Network> {
    let conn = conn.get()?;
    let xml = xml_desc.get("xmlDesc")?.into();
    conn.writable()?;
    let args = remote::NetworkCreateXmlFlagsArgs { xml, flags };
    Network::asked(conn, |driver, call| Ok(driver.network_create_xml_flags(call, &args)?.net))
}

#[entry]
fn virNetworkDefineXML(conn: In<'_, Connection>, xml: InStr<'_>) -> Owned<Network> {
    let conn = conn.for_write()?;
    let args = remote::NetworkDefineXmlArgs { xml: xml.get("xml")?.into() };
    Network::asked(conn, |driver, call| Ok(driver.network_define_xml(call, &args)?.net))
}

#[entry]
fn virNetworkDefineXMLFlags(conn: In<'_, Connection>, xml: InStr<'_>, flags: c_uint) -> Owned<Network> {
    let conn = conn.for_write()?;
    let args = remote::NetworkDefineXmlFlagsArgs { xml: xml.get("xml")?.into(), flags };
    Network::asked(conn, |driver, call| Ok(driver.network_define_xml_flags(call, &args)?.net))
}

#[entry]
fn virNetworkDestroy(network: In<'_, Network>) -> Status {
    let net = network.for_write()?;
    let args = remote::NetworkDestroyArgs { net: net.wire() };
    net.ask(|driver, call| driver.network_destroy(call, &args))
}

#[entry]
fn virNetworkFree(network: In<'_, Network>) -> Status {
    drop(network.release()?);
    Ok(())
}

#[entry]
fn virNetworkGetAutostart(network: In<'_, Network>, autostart: Out<'_, c_int>) -> Status {
    let net = network.get()?;
    let autostart = autostart.get("autostart")?;
    let args = remote::NetworkGetAutostartArgs { net: net.wire() };
    autostart.write(net.ask(|driver, call| Ok(driver.network_get_autostart(call, &args)?.autostart))?);
    Ok(())
}

#[entry]
fn virNetworkGetBridgeName(network: In<'_, Network>) -> OwnedStr {
    let net = network.get()?;
    let args = remote::NetworkGetBridgeNameArgs { net: net.wire() };
    net.ask_text(|driver, call| Ok(driver.network_get_bridge_name(call, &args)?.name))
}

#[entry]
fn virNetworkGetConnect(net: In<'_, Network>) -> Lent<Connection> {
    Ok(net.get()?.conn().pointer())
}

#[entry]
fn virNetworkGetMetadata(network: In<'_, Network>, r#type: c_int, uri: InStr<'_>, flags: c_uint) -> OwnedStr {
    let net = network.get()?;
    let live = (VIR_NETWORK_UPDATE_AFFECT_LIVE, "VIR_NETWORK_UPDATE_AFFECT_LIVE");
    exclusive(flags, live, (VIR_NETWORK_UPDATE_AFFECT_CONFIG, "VIR_NETWORK_UPDATE_AFFECT_CONFIG"))?;
    match r#type {
        METADATA_TITLE | METADATA_DESCRIPTION => must_be_null(uri, "uri")?,
        METADATA_ELEMENT => {
            uri.get("uri")?;
        }
        _ => {}
    }
    let uri = uri.opt().map(Into::into);
    let args = remote::NetworkGetMetadataArgs { network: net.wire(), r#type, uri, flags };
    net.ask_text(|driver, call| Ok(driver.network_get_metadata(call, &args)?.metadata))
}

#[entry]
fn virNetworkGetName(network: In<'_, Network>) -> LentStr {
    Ok(LentText::of(network.get()?.name()))
}

#[entry]
fn virNetworkGetUUID(network: In<'_, Network>, uuid: Array<'_, u8>) -> Status {
    uuid.write_uuid("uuid", network.get()?.uuid())
}

#[entry]
fn virNetworkGetUUIDString(network: In<'_, Network>, buf: Array<'_, c_char>) -> Status {
    buf.write_uuid_text("buf", network.get()?.uuid())
}

#[entry]
fn virNetworkGetXMLDesc(network: In<'_, Network>, flags: c_uint) -> OwnedStr {
    let net = network.get()?;
    let args = remote::NetworkGetXmlDescArgs { net: net.wire(), flags };
    net.ask_text(|driver, call| Ok(driver.network_get_xml_desc(call, &args)?.xml))
}

#[entry]
fn virNetworkIsActive(net: In<'_, Network>) -> Count {
    let net = net.get()?;
    let args = remote::NetworkIsActiveArgs { net: net.wire() };
    net.ask_number(|driver, call| Ok(driver.network_is_active(call, &args)?.active))
}

#[entry]
fn virNetworkIsPersistent(net: In<'_, Network>) -> Count {
    let net = net.get()?;
    let args = remote::NetworkIsPersistentArgs { net: net.wire() };
    net.ask_number(|driver, call| Ok(driver.network_is_persistent(call, &args)?.persistent))
}

#[entry]
fn virNetworkLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<Network> {
    let conn = conn.get()?;
    let args = remote::NetworkLookupByNameArgs { name: name.get("name")?.into() };
    Network::asked(conn, |driver, call| Ok(driver.network_lookup_by_name(call, &args)?.net))
}

#[entry]
fn virNetworkLookupByUUID(conn: In<'_, Connection>, uuid: Array<'_, u8>) -> Owned<Network> {
    let conn = conn.get()?;
    by_uuid(conn, uuid.uuid("uuid")?)
}

#[entry]
fn virNetworkLookupByUUIDString(conn: In<'_, Connection>, uuidstr: InStr<'_>) -> Owned<Network> {
    let conn = conn.get()?;
    by_uuid(conn, uuidstr.uuid("uuidstr", SITE.function)?)
}

fn by_uuid(conn: &Handle<Connection>, uuid: Uuid) -> Result<Ref<Network>> {
    let args = remote::NetworkLookupByUuidArgs { uuid };
    Network::asked(conn, |driver, call| Ok(driver.network_lookup_by_uuid(call, &args)?.net))
}

#[entry]
fn virNetworkRef(network: In<'_, Network>) -> Status {
    network.reference()
}

#[entry]
fn virNetworkSetAutostart(network: In<'_, Network>, autostart: c_int) -> Status {
    let net = network.for_write()?;
    let args = remote::NetworkSetAutostartArgs { net: net.wire(), autostart };
    net.ask(|driver, call| driver.network_set_autostart(call, &args))
}

#[entry]
fn virNetworkSetMetadata(
    network: In<'_, Network>,
    r#type: c_int,
    metadata: InStr<'_>,
    key: InStr<'_>,
    uri: InStr<'_>,
    flags: c_uint,
) -> Status {
    let net = network.for_write()?;
    check_metadata(r#type, metadata, key, uri)?;
    let args = remote::NetworkSetMetadataArgs {
        network: net.wire(),
        r#type,
        metadata: metadata.opt().map(Into::into),
        key: key.opt().map(Into::into),
        uri: uri.opt().map(Into::into),
        flags,
    };
    net.ask(|driver, call| driver.network_set_metadata(call, &args))
}

/// Which of the strings each type of metadata needs; unknown types are left to the daemon.
fn check_metadata(kind: c_int, metadata: InStr<'_>, key: InStr<'_>, uri: InStr<'_>) -> Result<()> {
    match kind {
        METADATA_TITLE | METADATA_DESCRIPTION => {
            let lines = metadata.opt().is_some_and(|m| m.to_bytes().contains(&b'\n'));
            if kind == METADATA_TITLE && lines {
                let text = message!("metadata title can't contain newlines");
                return Err(Fault::Invalid("metadata", text));
            }
            must_be_null(uri, "uri")?;
            must_be_null(key, "key")
        }
        METADATA_ELEMENT => {
            uri.get("uri")?;
            if metadata.opt().is_some() {
                key.get("key")?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn must_be_null(text: InStr<'_>, name: &'static str) -> Result<()> {
    match text.opt() {
        Some(_) => Err(Fault::Argument(name, Rule::Null)),
        None => Ok(()),
    }
}

#[entry]
fn virNetworkUndefine(network: In<'_, Network>) -> Status {
    let net = network.for_write()?;
    let args = remote::NetworkUndefineArgs { net: net.wire() };
    net.ask(|driver, call| driver.network_undefine(call, &args))
}

#[entry]
fn virNetworkUpdate(
    network: In<'_, Network>,
    command: c_uint,
    section: c_uint,
    parent_index: c_int,
    xml: InStr<'_>,
    flags: c_uint,
) -> Status {
    let net = network.for_write()?;
    let xml = xml.get("xml")?.into();
    // Daemons without the feature read the two numbers in the wrong order, as clients of their time sent them.
    let (command, section) = if net.conn().supports_feature(DriverFeature::NETWORK_UPDATE_HAS_CORRECT_ORDER.0)? {
        (command, section)
    } else {
        (section, command)
    };
    let args = remote::NetworkUpdateArgs { net: net.wire(), command, section, parent_index, xml, flags };
    net.ask(|driver, call| driver.network_update(call, &args))
}
