//! What the daemon answers about a network with a lease and a port, a pool with a volume, a secret and two devices.
use crate::driver::Driver;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid};
use oxivirt_protocol::driver::*;
use oxivirt_protocol::{Call, qemu, remote};
use oxivirt_xdr::{IntoOwned, Str};
use std::sync::PoisonError;

/// The hardware address of the guest that has the lease.
const MAC: &str = "52:54:00:00:00:02";
/// Device and parent.
const DEVICES: [(&str, Option<&str>); 2] = [("net_eth0", Some("computer")), ("computer", None)];

fn network() -> remote::NonnullNetwork<'static> {
    remote::NonnullNetwork { name: "default".into(), uuid: Uuid([7; Uuid::LEN]) }
}

fn pool() -> remote::NonnullStoragePool<'static> {
    remote::NonnullStoragePool { name: "images".into(), uuid: Uuid([8; Uuid::LEN]) }
}

fn volume() -> remote::NonnullStorageVol<'static> {
    remote::NonnullStorageVol { pool: "images".into(), name: "web.img".into(), key: "/images/web.img".into() }
}

fn secret() -> remote::NonnullSecret<'static> {
    remote::NonnullSecret { uuid: Uuid([9; Uuid::LEN]), usage_type: 1, usage_id: "/images/web.img".into() }
}

fn device((name, _): (&'static str, Option<&str>)) -> remote::NonnullNodeDevice<'static> {
    remote::NonnullNodeDevice { name: name.into() }
}

fn missing(code: ErrorCode, kind: &str, name: &Str<'_>) -> Error {
    Error::new(ErrorDomain::TEST, code, format!("no {kind} with matching name '{name}'"))
}

/// Returns `object` if it is the one that was asked for.
fn found<T>(object: T, is: &str, code: ErrorCode, kind: &str, asked: &Str<'_>) -> Result<T> {
    if **asked == *is.as_bytes() { Ok(object) } else { Err(missing(code, kind, asked)) }
}

/// Returns the reply of a list: the object, if it is wanted.
fn only<T>(object: T, need_results: i32) -> Vec<T> {
    if need_results == 0 { Vec::new() } else { vec![object] }
}

impl Network for Driver {
    fn connect_list_all_networks<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListAllNetworksArgs,
    ) -> Result<remote::ConnectListAllNetworksRet<'c>> {
        Ok(remote::ConnectListAllNetworksRet { nets: only(network(), args.need_results), ret: 1 })
    }

    fn network_lookup_by_name<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkLookupByNameArgs<'_>,
    ) -> Result<remote::NetworkLookupByNameRet<'c>> {
        let net = found(network(), "default", ErrorCode::NO_NETWORK, "network", &args.name)?;
        Ok(remote::NetworkLookupByNameRet { net })
    }

    fn network_is_active(
        &self,
        _: &mut Call,
        _: &remote::NetworkIsActiveArgs<'_>,
    ) -> Result<remote::NetworkIsActiveRet> {
        Ok(remote::NetworkIsActiveRet { active: 1 })
    }

    fn network_get_bridge_name<'c>(
        &self,
        _: &'c mut Call,
        _: &remote::NetworkGetBridgeNameArgs<'_>,
    ) -> Result<remote::NetworkGetBridgeNameRet<'c>> {
        Ok(remote::NetworkGetBridgeNameRet { name: "virbr0".into() })
    }

    /// Refuses what a client says that took us for a daemon with the right order, as we do not say so.
    fn network_update(&self, _: &mut Call, args: &remote::NetworkUpdateArgs<'_>) -> Result<()> {
        if (args.section, args.command) == (1, 4) {
            return Ok(());
        }
        Err(Error::new(ErrorDomain::TEST, ErrorCode::INVALID_ARG, "section and command are exchanged"))
    }

    fn network_get_dhcp_leases<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkGetDhcpLeasesArgs<'_>,
    ) -> Result<remote::NetworkGetDhcpLeasesRet<'c>> {
        let lease = remote::NetworkDhcpLease {
            iface: "virbr0".into(),
            expirytime: 1_700_000_000,
            r#type: 0,
            mac: Some(MAC.into()),
            iaid: None,
            ipaddr: "192.168.122.2".into(),
            prefix: 24,
            hostname: Some("web".into()),
            clientid: None,
        };
        let leases = only(lease, args.need_results);
        Ok(match &args.mac {
            Some(mac) if **mac != *MAC.as_bytes() => remote::NetworkGetDhcpLeasesRet { leases: Vec::new(), ret: 0 },
            _ => remote::NetworkGetDhcpLeasesRet { leases, ret: 1 },
        })
    }
}

impl NetworkPort for Driver {
    fn network_list_all_ports<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NetworkListAllPortsArgs<'_>,
    ) -> Result<remote::NetworkListAllPortsRet<'c>> {
        let port = remote::NonnullNetworkPort { net: network(), uuid: Uuid([6; Uuid::LEN]) };
        Ok(remote::NetworkListAllPortsRet { ports: only(port, args.need_results), ret: 1 })
    }

    fn network_port_set_parameters(&self, _: &mut Call, args: &remote::NetworkPortSetParametersArgs<'_>) -> Result<()> {
        let params = args.params.iter().map(|param| param.clone().into_owned()).collect();
        *self.port.lock().unwrap_or_else(PoisonError::into_inner) = params;
        Ok(())
    }

    fn network_port_get_parameters<'c>(
        &self,
        _: &'c mut Call,
        _: &remote::NetworkPortGetParametersArgs<'_>,
    ) -> Result<remote::NetworkPortGetParametersRet<'c>> {
        let params = self.port.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let nparams = params.len().try_into().unwrap_or_default();
        Ok(remote::NetworkPortGetParametersRet { params, nparams })
    }
}

impl StoragePool for Driver {
    fn connect_num_of_storage_pools(&self, _: &mut Call) -> Result<remote::ConnectNumOfStoragePoolsRet> {
        // No daemon should; this one does.
        Ok(remote::ConnectNumOfStoragePoolsRet { num: -3 })
    }

    fn connect_list_all_storage_pools<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListAllStoragePoolsArgs,
    ) -> Result<remote::ConnectListAllStoragePoolsRet<'c>> {
        Ok(remote::ConnectListAllStoragePoolsRet { pools: only(pool(), args.need_results), ret: 1 })
    }

    fn storage_pool_lookup_by_name<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StoragePoolLookupByNameArgs<'_>,
    ) -> Result<remote::StoragePoolLookupByNameRet<'c>> {
        let pool = found(pool(), "images", ErrorCode::NO_STORAGE_POOL, "storage pool", &args.name)?;
        Ok(remote::StoragePoolLookupByNameRet { pool })
    }

    fn storage_pool_lookup_by_volume<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StoragePoolLookupByVolumeArgs<'_>,
    ) -> Result<remote::StoragePoolLookupByVolumeRet<'c>> {
        let pool = found(pool(), "images", ErrorCode::NO_STORAGE_POOL, "storage pool", &args.vol.pool)?;
        Ok(remote::StoragePoolLookupByVolumeRet { pool })
    }

    fn storage_pool_get_info(
        &self,
        _: &mut Call,
        _: &remote::StoragePoolGetInfoArgs<'_>,
    ) -> Result<remote::StoragePoolGetInfoRet> {
        Ok(remote::StoragePoolGetInfoRet { state: 2, capacity: 3 << 30, allocation: 1 << 30, available: 2 << 30 })
    }
}

impl StorageVol for Driver {
    fn storage_pool_list_all_volumes<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StoragePoolListAllVolumesArgs<'_>,
    ) -> Result<remote::StoragePoolListAllVolumesRet<'c>> {
        Ok(remote::StoragePoolListAllVolumesRet { vols: only(volume(), args.need_results), ret: 1 })
    }

    fn storage_vol_lookup_by_name<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StorageVolLookupByNameArgs<'_>,
    ) -> Result<remote::StorageVolLookupByNameRet<'c>> {
        let vol = found(volume(), "web.img", ErrorCode::NO_STORAGE_VOL, "storage vol", &args.name)?;
        Ok(remote::StorageVolLookupByNameRet { vol })
    }

    fn storage_vol_get_info(
        &self,
        _: &mut Call,
        _: &remote::StorageVolGetInfoArgs<'_>,
    ) -> Result<remote::StorageVolGetInfoRet> {
        Ok(remote::StorageVolGetInfoRet { r#type: 0, capacity: 2 << 30, allocation: 1 << 30 })
    }

    fn storage_vol_get_path<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StorageVolGetPathArgs<'_>,
    ) -> Result<remote::StorageVolGetPathRet<'c>> {
        Ok(remote::StorageVolGetPathRet { name: args.vol.key.clone().into_owned() })
    }
}

impl Secret for Driver {
    fn connect_list_all_secrets<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListAllSecretsArgs,
    ) -> Result<remote::ConnectListAllSecretsRet<'c>> {
        Ok(remote::ConnectListAllSecretsRet { secrets: only(secret(), args.need_results), ret: 1 })
    }

    fn secret_lookup_by_usage<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::SecretLookupByUsageArgs<'_>,
    ) -> Result<remote::SecretLookupByUsageRet<'c>> {
        let secret = found(secret(), "/images/web.img", ErrorCode::NO_SECRET, "secret", &args.usage_id)?;
        Ok(remote::SecretLookupByUsageRet { secret })
    }

    fn secret_set_value(&self, _: &mut Call, args: &remote::SecretSetValueArgs<'_>) -> Result<()> {
        *self.secret.lock().unwrap_or_else(PoisonError::into_inner) = args.value.as_bytes().to_vec();
        Ok(())
    }

    fn secret_get_value<'c>(
        &self,
        _: &'c mut Call,
        _: &remote::SecretGetValueArgs<'_>,
    ) -> Result<remote::SecretGetValueRet<'c>> {
        let value = self.secret.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(remote::SecretGetValueRet { value: value.into() })
    }
}

impl NodeDevice for Driver {
    fn connect_list_all_node_devices<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListAllNodeDevicesArgs,
    ) -> Result<remote::ConnectListAllNodeDevicesRet<'c>> {
        let devices = if args.need_results == 0 { Vec::new() } else { DEVICES.map(device).into() };
        Ok(remote::ConnectListAllNodeDevicesRet { devices, ret: 2 })
    }

    fn node_device_get_parent<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NodeDeviceGetParentArgs<'_>,
    ) -> Result<remote::NodeDeviceGetParentRet<'c>> {
        let device = DEVICES.into_iter().find(|(name, _)| *args.name == *name.as_bytes());
        let (_, parent) = device.ok_or_else(|| missing(ErrorCode::NO_NODE_DEVICE, "node device", &args.name))?;
        Ok(remote::NodeDeviceGetParentRet { parent_name: parent.map(Into::into) })
    }

    fn node_device_list_caps<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NodeDeviceListCapsArgs<'_>,
    ) -> Result<remote::NodeDeviceListCapsRet<'c>> {
        let cap = if *args.name == *b"computer" { "system" } else { "net" };
        Ok(remote::NodeDeviceListCapsRet { names: vec![cap.into()] })
    }

    fn node_device_num_of_caps(
        &self,
        _: &mut Call,
        _: &remote::NodeDeviceNumOfCapsArgs<'_>,
    ) -> Result<remote::NodeDeviceNumOfCapsRet> {
        Ok(remote::NodeDeviceNumOfCapsRet { num: 1 })
    }
}

impl Qemu for Driver {
    fn qemu_domain_agent_command<'c>(
        &self,
        _: &'c mut Call,
        args: &qemu::DomainAgentCommandArgs<'_>,
    ) -> Result<qemu::DomainAgentCommandRet<'c>> {
        // An agent that is not waited for answers nothing.
        let result = (args.timeout >= 0).then(|| format!("{{\"return\":{}}}", args.cmd).into());
        Ok(qemu::DomainAgentCommandRet { result })
    }
}
