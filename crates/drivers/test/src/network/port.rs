//! Ports of networks, which the stock library's driver does not have: what they do is what the stock library's network driver does.
use super::{Definition, Network};
use crate::domain::check_flags;
use crate::session::TestSession;
use oxivirt_driver_common::{Locked, answer, errors, schema};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid, message};
use oxivirt_protocol::remote::{self, TypedParam, TypedParamValue};
use oxivirt_protocol::{Call, driver};
use oxivirt_xml::netparts::{Bandwidth, Rate};
use oxivirt_xml::network::ForwardMode;
use oxivirt_xml::network::port::{NetworkPort, Plug, PlugType};
use oxivirt_xml::value::{Mac, Value, YesNo};
use std::sync::Arc;

fn no_port(uuid: &Uuid) -> Error {
    let text = message!("Network port with UUID %1$s does not exist", uuid.to_string());
    Error::new(ErrorDomain::NETWORK, ErrorCode::NO_NETWORK_PORT, text)
}

impl Network {
    fn port(&mut self, uuid: &Uuid) -> Result<&mut NetworkPort> {
        self.ports.get_mut(uuid).ok_or_else(|| no_port(uuid))
    }

    fn check_running(&self) -> Result<()> {
        if self.active {
            return Ok(());
        }
        let text = message!("network '%1$s' is not active", self.definition.name);
        Err(errors::invalid_operation(ErrorDomain::NETWORK, text))
    }
}

/// Returns how an interface is plugged into a network.
fn plug(definition: &Definition) -> Result<Plug> {
    let mut plug = Plug {
        kind: PlugType::Network,
        bridge: definition.bridge.as_ref().and_then(|bridge| bridge.name.clone()),
        mac_table_manager: definition.bridge.as_ref().and_then(|bridge| bridge.mac_table_manager),
        dev: None,
        mode: None,
        managed: None,
        driver: None,
        address: None,
    };
    let Some(forward) = &definition.forward else { return Ok(plug) };
    match forward.mode {
        mode if ForwardMode::has_bridge(Some(mode)) => {}
        ForwardMode::Bridge if plug.bridge.is_some() => plug.kind = PlugType::Bridge,
        ForwardMode::Hostdev => {
            let address = forward.addresses.first().ok_or_else(|| no_pool(definition))?;
            plug.kind = PlugType::HostdevPci;
            plug.address = Some(address.0);
            plug.managed = Some(YesNo::from(forward.managed.as_deref() == Some("yes")));
            plug.driver = forward.driver.clone();
        }
        mode => {
            let interface = forward.interfaces.first().ok_or_else(|| no_pool(definition))?;
            plug.kind = PlugType::Direct;
            plug.dev = Some(interface.dev.clone());
            plug.mode = Value::parse(mode.as_str());
        }
    }
    Ok(plug)
}

fn no_pool(definition: &Definition) -> Error {
    let text = message!(
        "network '%1$s' uses a direct/hostdev mode, but has no forward dev and no interface pool",
        definition.name
    );
    errors::internal(ErrorDomain::NETWORK, text)
}

/// Fills in what a new port takes from its network and its group, or the network's default group.
fn allocate(port: &mut NetworkPort, definition: &Definition) -> Result<()> {
    let group = match &port.group {
        Some(name) => definition.portgroups.iter().find(|group| group.name == *name),
        None => definition.portgroups.iter().find(|group| group.default == Some(YesNo::Yes)),
    };
    if let Some(group) = group {
        port.bandwidth = port.bandwidth.take().or_else(|| group.bandwidth.clone());
        port.vlan = port.vlan.take().or_else(|| group.vlan.clone());
        port.virtual_port = port.virtual_port.take().or_else(|| group.virtual_port.clone());
        port.trust_rx_filters = port.trust_rx_filters.or(group.trust_rx_filters);
    }
    port.vlan = port.vlan.take().or_else(|| definition.vlan.clone());
    port.virtual_port = port.virtual_port.take().or_else(|| definition.virtual_port.clone());
    port.trust_rx_filters = port.trust_rx_filters.or(definition.trust_rx_filters);
    port.isolated = port.isolated.or(definition.isolated);
    port.plug = Some(plug(definition)?);
    Ok(())
}

/// Names of the parameters of a direction: average, peak, burst, and floor where there is one.
const INBOUND: [&str; 4] = [
    VIR_NETWORK_PORT_BANDWIDTH_IN_AVERAGE,
    VIR_NETWORK_PORT_BANDWIDTH_IN_PEAK,
    VIR_NETWORK_PORT_BANDWIDTH_IN_BURST,
    VIR_NETWORK_PORT_BANDWIDTH_IN_FLOOR,
];
const OUTBOUND: [&str; 3] =
    [VIR_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE, VIR_NETWORK_PORT_BANDWIDTH_OUT_PEAK, VIR_NETWORK_PORT_BANDWIDTH_OUT_BURST];

fn rate(params: &[TypedParam<'_>], names: &[&str]) -> Option<Rate> {
    let value = |at: usize| {
        let name = names.get(at)?.as_bytes();
        // Of several the last counts.
        let param = params.iter().rev().find(|param| param.field.as_bytes() == name)?;
        match &param.value {
            TypedParamValue::Uint(value) => Some(u64::from(*value)),
            _ => None,
        }
    };
    let [average, peak, burst, floor] = [0, 1, 2, 3].map(|at| value(at).unwrap_or_default());
    (average != 0 || floor != 0).then_some(Rate { average, peak, burst, floor })
}

fn add_params(params: &mut Vec<TypedParam<'static>>, rate: Option<Rate>, names: &[&'static str]) {
    let Some(Rate { average, peak, burst, floor }) = rate else { return };
    for (name, value) in names.iter().zip([average, peak, burst, floor]) {
        let value = TypedParamValue::Uint(u32::try_from(value).unwrap_or(u32::MAX));
        params.push(TypedParam { field: (*name).into(), value });
    }
}

/// Refuses a floor that the network cannot guarantee.
fn check_floor(bandwidth: Option<&Bandwidth>, mac: Mac, definition: &Definition) -> Result<()> {
    if bandwidth.and_then(|bandwidth| bandwidth.inbound).is_none_or(|rate| rate.floor == 0) {
        return Ok(());
    }
    let refuse = |text| Err(Error::new(ErrorDomain::NETWORK, ErrorCode::OPERATION_UNSUPPORTED, text));
    let mac = mac.text();
    if !ForwardMode::has_bridge(definition.forward.as_ref().map(|forward| forward.mode)) {
        return refuse(message!(
            "Invalid use of 'floor' on interface with MAC address %1$s - 'floor' is only supported for interface type 'network' with forward type 'nat', 'route', 'open' or none",
            mac
        ));
    }
    if definition.bandwidth.as_ref().is_none_or(|bandwidth| bandwidth.inbound.is_none()) {
        return refuse(message!(
            "Invalid use of 'floor' on interface with MAC address %1$s - network '%2$s' has no inbound QoS set",
            mac,
            definition.name
        ));
    }
    Ok(())
}

impl TestSession {
    /// Calls `then` with the network of a port, locked.
    fn of_port<R>(
        &self,
        port: &remote::NonnullNetworkPort<'_>,
        then: impl FnOnce(&mut Locked<'_, Network>) -> Result<R>,
    ) -> Result<R> {
        self.network_by_uuid(&port.net, |net, _| then(net))
    }

    fn create_port(&self, args: &remote::NetworkPortCreateXmlArgs<'_>) -> Result<remote::NonnullNetworkPort<'static>> {
        let known = VIR_NETWORK_PORT_CREATE_RECLAIM | VIR_NETWORK_PORT_CREATE_VALIDATE;
        check_flags("testNetworkPortCreateXML", args.flags, known)?;
        schema::NETWORK_PORT.check(args.flags & VIR_NETWORK_PORT_CREATE_VALIDATE != 0, &args.xml)?;
        let mut port = NetworkPort::parse(&args.xml)?;
        self.network_by_uuid(&args.network, |net, _| {
            net.check_running()?;
            let reclaim = args.flags & VIR_NETWORK_PORT_CREATE_RECLAIM != 0;
            let refuse = |text: Vec<u8>| Err(errors::invalid_argument(ErrorDomain::NETWORK, text));
            match (port.plug.is_some(), reclaim) {
                (false, true) => return refuse(message!("Port reclaim requested but plug type is none")),
                (true, false) => return refuse(message!("Port reclaim not requested but plug type is not none")),
                (true, true) => {}
                (false, false) => allocate(&mut port, &net.definition)?,
            }
            check_floor(port.bandwidth.as_ref(), port.mac, &net.definition)?;
            let uuid = port.uuid;
            if net.ports.contains_key(&uuid) {
                let text = message!("Network port with UUID %1$s already exists", uuid.to_string());
                return Err(Error::new(ErrorDomain::NETWORK, ErrorCode::NETWORK_PORT_EXIST, text));
            }
            net.ports.insert(uuid, port);
            Ok(remote::NonnullNetworkPort { net: net.wire(), uuid })
        })
    }
}

impl driver::NetworkPort for TestSession {
    fn network_list_all_ports<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkListAllPortsArgs<'_>,
    ) -> Result<remote::NetworkListAllPortsRet<'c>> {
        check_flags("testNetworkListAllPorts", args.flags, 0)?;
        let found = self.network_by_uuid(&args.network, |net, _| {
            let port = |uuid: &Uuid| remote::NonnullNetworkPort { net: net.wire(), uuid: *uuid };
            Ok(net.ports.keys().map(port).collect())
        })?;
        let (ports, ret) = answer::wanted(args.need_results, found);
        Ok(remote::NetworkListAllPortsRet { ports, ret })
    }

    fn network_port_lookup_by_uuid<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkPortLookupByUuidArgs<'_>,
    ) -> Result<remote::NetworkPortLookupByUuidRet<'c>> {
        self.network_by_uuid(&args.network, |net, _| {
            net.port(&args.uuid)?;
            let port = remote::NonnullNetworkPort { net: net.wire(), uuid: args.uuid };
            Ok(remote::NetworkPortLookupByUuidRet { port })
        })
    }

    fn network_port_create_xml<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkPortCreateXmlArgs<'_>,
    ) -> Result<remote::NetworkPortCreateXmlRet<'c>> {
        Ok(remote::NetworkPortCreateXmlRet { port: self.create_port(args)? })
    }

    fn network_port_get_parameters<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkPortGetParametersArgs<'_>,
    ) -> Result<remote::NetworkPortGetParametersRet<'c>> {
        check_flags("testNetworkPortGetParameters", args.flags, 0)?;
        let bandwidth = self.of_port(&args.port, |net| {
            net.port(&args.port.uuid)?;
            net.check_running()?;
            Ok(net.port(&args.port.uuid)?.bandwidth.clone())
        })?;
        let mut params = Vec::new();
        if let Some(bandwidth) = bandwidth {
            add_params(&mut params, bandwidth.inbound, &INBOUND);
            add_params(&mut params, bandwidth.outbound, &OUTBOUND);
        }
        let nparams = answer::count(params.len());
        Ok(remote::NetworkPortGetParametersRet { params, nparams })
    }

    fn network_port_set_parameters(&self, _: &mut Call, args: &remote::NetworkPortSetParametersArgs<'_>) -> Result<()> {
        check_flags("testNetworkPortSetParameters", args.flags, 0)?;
        self.of_port(&args.port, |net| {
            net.port(&args.port.uuid)?;
            net.check_running()?;
            let (inbound, outbound) = (rate(&args.params, &INBOUND), rate(&args.params, &OUTBOUND));
            let bandwidth = Bandwidth { inbound, outbound, ..Bandwidth::default() };
            let definition = Arc::clone(&net.definition);
            let port = net.port(&args.port.uuid)?;
            check_floor(Some(&bandwidth), port.mac, &definition)?;
            port.bandwidth = (inbound.is_some() || outbound.is_some()).then_some(bandwidth);
            Ok(())
        })
    }

    fn network_port_get_xml_desc<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkPortGetXmlDescArgs<'_>,
    ) -> Result<remote::NetworkPortGetXmlDescRet<'c>> {
        check_flags("testNetworkPortGetXMLDesc", args.flags, 0)?;
        let port = self.of_port(&args.port, |net| Ok(net.port(&args.port.uuid)?.clone()))?;
        Ok(remote::NetworkPortGetXmlDescRet { xml: port.format().into() })
    }

    fn network_port_delete(&self, _: &mut Call, args: &remote::NetworkPortDeleteArgs<'_>) -> Result<()> {
        check_flags("testNetworkPortDelete", args.flags, 0)?;
        self.of_port(&args.port, |net| {
            net.port(&args.port.uuid)?;
            net.check_running()?;
            net.ports.remove(&args.port.uuid);
            Ok(())
        })
    }
}
