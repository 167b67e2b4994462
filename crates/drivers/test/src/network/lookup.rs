//! The topic: finding, listing and asking here, the rest in the files beside it.
use super::{Network, no_name, no_uuid};
use crate::FROM;
use crate::domain::check_flags;
use crate::driver::Driver;
use crate::session::TestSession;
use oxivirt_driver_common::{answer, errors, filter};
use oxivirt_model::constants::*;
use oxivirt_model::{Result, message};
use oxivirt_protocol::{Call, driver, remote};
use oxivirt_xml::FormatFlags;
use std::sync::Arc;

/// Returns true if the network is one of those that `flags`, virConnectListAllNetworksFlags, select.
fn is_listed(net: &Network, flags: u32) -> bool {
    let groups: [&[(u32, bool)]; 3] = [
        &[(VIR_CONNECT_LIST_NETWORKS_ACTIVE, net.active), (VIR_CONNECT_LIST_NETWORKS_INACTIVE, !net.active)],
        &[
            (VIR_CONNECT_LIST_NETWORKS_PERSISTENT, net.persistent),
            (VIR_CONNECT_LIST_NETWORKS_TRANSIENT, !net.persistent),
        ],
        &[
            (VIR_CONNECT_LIST_NETWORKS_AUTOSTART, net.autostart),
            (VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART, !net.autostart),
        ],
    ];
    groups.into_iter().all(|group| filter::selects(flags, group))
}

/// All flags of the groups above.
const FILTERS: u32 = VIR_CONNECT_LIST_NETWORKS_ACTIVE
    | VIR_CONNECT_LIST_NETWORKS_INACTIVE
    | VIR_CONNECT_LIST_NETWORKS_PERSISTENT
    | VIR_CONNECT_LIST_NETWORKS_TRANSIENT
    | VIR_CONNECT_LIST_NETWORKS_AUTOSTART
    | VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART;

fn listed<R>(driver: &Driver, flags: u32, of: impl FnMut(&Network) -> R) -> Vec<R> {
    driver.networks.select(|net| is_listed(net, flags), of)
}

impl TestSession {
    fn number_of_networks(&self, flags: u32) -> Result<i32> {
        Ok(answer::count(listed(self.driver()?, flags, |_| ()).len()))
    }

    fn names_of_networks(&self, flags: u32, max: i32) -> Result<Vec<oxivirt_xdr::Str<'static>>> {
        let names = listed(self.driver()?, flags, |net| net.definition.name.clone().into());
        Ok(answer::at_most(names, max))
    }
}

impl driver::Network for TestSession {
    fn connect_num_of_networks(&self, _: &mut Call) -> Result<remote::ConnectNumOfNetworksRet> {
        Ok(remote::ConnectNumOfNetworksRet { num: self.number_of_networks(VIR_CONNECT_LIST_NETWORKS_ACTIVE)? })
    }

    fn connect_num_of_defined_networks(&self, _: &mut Call) -> Result<remote::ConnectNumOfDefinedNetworksRet> {
        Ok(remote::ConnectNumOfDefinedNetworksRet { num: self.number_of_networks(VIR_CONNECT_LIST_NETWORKS_INACTIVE)? })
    }

    fn connect_list_networks<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListNetworksArgs,
    ) -> Result<remote::ConnectListNetworksRet<'c>> {
        let names = self.names_of_networks(VIR_CONNECT_LIST_NETWORKS_ACTIVE, args.maxnames)?;
        Ok(remote::ConnectListNetworksRet { names })
    }

    fn connect_list_defined_networks<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListDefinedNetworksArgs,
    ) -> Result<remote::ConnectListDefinedNetworksRet<'c>> {
        let names = self.names_of_networks(VIR_CONNECT_LIST_NETWORKS_INACTIVE, args.maxnames)?;
        Ok(remote::ConnectListDefinedNetworksRet { names })
    }

    fn connect_list_all_networks<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListAllNetworksArgs,
    ) -> Result<remote::ConnectListAllNetworksRet<'c>> {
        check_flags("testConnectListAllNetworks", args.flags, FILTERS)?;
        let (nets, ret) = answer::wanted(args.need_results, listed(self.driver()?, args.flags, Network::wire));
        Ok(remote::ConnectListAllNetworksRet { nets, ret })
    }

    fn network_lookup_by_name<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkLookupByNameArgs<'_>,
    ) -> Result<remote::NetworkLookupByNameRet<'c>> {
        let find = |driver: &Driver| driver.networks.by_name(&args.name);
        let net = self.network(find, || no_name(&args.name), |net, _| Ok(net.wire()))?;
        Ok(remote::NetworkLookupByNameRet { net })
    }

    fn network_lookup_by_uuid<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkLookupByUuidArgs,
    ) -> Result<remote::NetworkLookupByUuidRet<'c>> {
        let find = |driver: &Driver| driver.networks.by_uuid(&args.uuid);
        let net = self.network(find, || no_uuid(&args.uuid), |net, _| Ok(net.wire()))?;
        Ok(remote::NetworkLookupByUuidRet { net })
    }

    fn network_is_active(
        &self,
        _: &mut Call,
        args: &remote::NetworkIsActiveArgs<'_>,
    ) -> Result<remote::NetworkIsActiveRet> {
        let active = self.network_by_uuid(&args.net, |net, _| Ok(net.active))?;
        Ok(remote::NetworkIsActiveRet { active: active.into() })
    }

    fn network_is_persistent(
        &self,
        _: &mut Call,
        args: &remote::NetworkIsPersistentArgs<'_>,
    ) -> Result<remote::NetworkIsPersistentRet> {
        let persistent = self.network_by_uuid(&args.net, |net, _| Ok(net.persistent))?;
        Ok(remote::NetworkIsPersistentRet { persistent: persistent.into() })
    }

    fn network_get_xml_desc<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkGetXmlDescArgs<'_>,
    ) -> Result<remote::NetworkGetXmlDescRet<'c>> {
        check_flags("testNetworkGetXMLDesc", args.flags, 0)?;
        let definition = self.network_by_name(&args.net, |net, _| Ok(Arc::clone(&net.definition)))?;
        Ok(remote::NetworkGetXmlDescRet { xml: definition.format(FormatFlags::default()).into() })
    }

    fn network_get_bridge_name<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkGetBridgeNameArgs<'_>,
    ) -> Result<remote::NetworkGetBridgeNameRet<'c>> {
        let definition = self.network_by_name(&args.net, |net, _| Ok(Arc::clone(&net.definition)))?;
        let name = definition.bridge.as_ref().and_then(|bridge| bridge.name.clone());
        let name = name.ok_or_else(|| {
            errors::internal(FROM, message!("network '%1$s' does not have a bridge name.", definition.name))
        })?;
        Ok(remote::NetworkGetBridgeNameRet { name: name.into() })
    }

    fn network_get_autostart(
        &self,
        _: &mut Call,
        args: &remote::NetworkGetAutostartArgs<'_>,
    ) -> Result<remote::NetworkGetAutostartRet> {
        let autostart = self.network_by_name(&args.net, |net, _| Ok(net.autostart))?;
        Ok(remote::NetworkGetAutostartRet { autostart: autostart.into() })
    }

    fn network_set_autostart(&self, _: &mut Call, args: &remote::NetworkSetAutostartArgs<'_>) -> Result<()> {
        self.network_by_name(&args.net, |net, _| {
            net.autostart = args.autostart != 0;
            Ok(())
        })
    }

    fn network_create(&self, _: &mut Call, args: &remote::NetworkCreateArgs<'_>) -> Result<()> {
        self.start_network(&args.net)
    }

    fn network_create_xml<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkCreateXmlArgs<'_>,
    ) -> Result<remote::NetworkCreateXmlRet<'c>> {
        Ok(remote::NetworkCreateXmlRet { net: self.create_network(&args.xml, 0)? })
    }

    fn network_create_xml_flags<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkCreateXmlFlagsArgs<'_>,
    ) -> Result<remote::NetworkCreateXmlFlagsRet<'c>> {
        Ok(remote::NetworkCreateXmlFlagsRet { net: self.create_network(&args.xml, args.flags)? })
    }

    fn network_define_xml<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkDefineXmlArgs<'_>,
    ) -> Result<remote::NetworkDefineXmlRet<'c>> {
        Ok(remote::NetworkDefineXmlRet { net: self.define_network(&args.xml, 0)? })
    }

    fn network_define_xml_flags<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkDefineXmlFlagsArgs<'_>,
    ) -> Result<remote::NetworkDefineXmlFlagsRet<'c>> {
        Ok(remote::NetworkDefineXmlFlagsRet { net: self.define_network(&args.xml, args.flags)? })
    }

    fn network_destroy(&self, _: &mut Call, args: &remote::NetworkDestroyArgs<'_>) -> Result<()> {
        self.stop_network(&args.net)
    }

    fn network_undefine(&self, _: &mut Call, args: &remote::NetworkUndefineArgs<'_>) -> Result<()> {
        self.undefine_network(&args.net)
    }

    fn network_update(&self, _: &mut Call, args: &remote::NetworkUpdateArgs<'_>) -> Result<()> {
        self.update_network(args)
    }

    fn network_get_metadata<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkGetMetadataArgs<'_>,
    ) -> Result<remote::NetworkGetMetadataRet<'c>> {
        Ok(remote::NetworkGetMetadataRet { metadata: self.metadata_of_network(args)?.into() })
    }

    fn network_set_metadata(&self, _: &mut Call, args: &remote::NetworkSetMetadataArgs<'_>) -> Result<()> {
        self.set_metadata_of_network(args)
    }

    fn network_get_dhcp_leases<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkGetDhcpLeasesArgs<'_>,
    ) -> Result<remote::NetworkGetDhcpLeasesRet<'c>> {
        let (leases, ret) = answer::wanted(args.need_results, self.leases(args)?);
        Ok(remote::NetworkGetDhcpLeasesRet { leases, ret })
    }
}
