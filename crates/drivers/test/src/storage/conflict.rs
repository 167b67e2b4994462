//! Two pools with the same source: which are refused.
use super::Pool;
use crate::driver::Driver;
use oxivirt_driver_common::errors;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_xml::storage::PoolType;
use oxivirt_xml::storage::adapter::{Adapter, AdapterType};
use oxivirt_xml::storage::pool::{Pool as Definition, PoolSource};

/// Refuses a pool whose contents are another's. A pool of the same name is the same pool.
///
/// # Errors
/// `VIR_ERR_OPERATION_FAILED`.
pub(crate) fn check_source(driver: &Driver, definition: &Definition) -> Result<()> {
    let mut other = None;
    driver.pools.each(|pool: &mut oxivirt_driver_common::Locked<'_, Pool>| {
        if other.is_none() && pool.definition.name != definition.name && is_same(&pool.definition, definition) {
            other = Some(pool.definition.name.clone());
        }
    });
    match other {
        None => Ok(()),
        Some(name) => {
            let text = message!("Storage source conflict with pool: '%1$s'", name);
            Err(Error::new(ErrorDomain::STORAGE, ErrorCode::OPERATION_FAILED, text))
        }
    }
}

fn is_same(pool: &Definition, new: &Definition) -> bool {
    let on_devices =
        |kind| matches!(kind, PoolType::Iscsi | PoolType::Fs | PoolType::Logical | PoolType::Disk | PoolType::Zfs);
    if on_devices(pool.kind) && on_devices(new.kind) {
        let iscsi = pool.kind == PoolType::Iscsi;
        return iscsi == (new.kind == PoolType::Iscsi)
            && shares_device(&pool.source, &new.source)
            && (!iscsi || pool.source.initiator == new.source.initiator);
    }
    if pool.kind != new.kind {
        return false;
    }
    match pool.kind {
        PoolType::Dir => {
            pool.target.as_ref().map(|target| &target.path) == new.target.as_ref().map(|target| &target.path)
        }
        PoolType::Gluster => {
            pool.source.name == new.source.name
                && pool.source.dir == new.source.dir
                && same_single_host(&pool.source, &new.source)
        }
        PoolType::Netfs => pool.source.dir == new.source.dir && same_single_host(&pool.source, &new.source),
        PoolType::Scsi => same_adapter(pool.source.adapter.as_ref(), new.source.adapter.as_ref()),
        PoolType::Sheepdog => same_single_host(&pool.source, &new.source),
        PoolType::Mpath => true,
        PoolType::Vstorage => pool.source.name == new.source.name,
        _ => false,
    }
}

fn shares_device(pool: &PoolSource, new: &PoolSource) -> bool {
    pool.devices.iter().any(|device| new.devices.iter().any(|other| other.path == device.path))
}

fn same_single_host(pool: &PoolSource, new: &PoolSource) -> bool {
    if pool.hosts.len() != 1 && new.hosts.len() != 1 {
        return false;
    }
    let (Some(host), Some(other)) = (pool.hosts.first(), new.hosts.first()) else { return false };
    (other.port == 0 || host.port == other.port) && host.name == other.name
}

/// The host's number in the name of an adapter: `host3`, `scsi_host3`.
fn number(adapter: &Adapter) -> Option<u32> {
    let name = adapter.name.as_deref()?;
    let number = name.strip_prefix("scsi_host").or_else(|| name.strip_prefix("fc_host"));
    number.or_else(|| name.strip_prefix("host"))?.parse().ok()
}

/// Returns true if both are on the same host. Which number a virtual host has, or one that is named by its PCI device, is not known
/// in this driver.
fn same_adapter(pool: Option<&Adapter>, new: Option<&Adapter>) -> bool {
    let (Some(pool), Some(new)) = (pool, new) else { return false };
    let virtual_host = |adapter: &Adapter| adapter.kind == Some(AdapterType::FcHost);
    match (virtual_host(pool), virtual_host(new)) {
        (true, true) => pool.wwnn == new.wwnn && pool.wwpn == new.wwpn,
        (false, false) if pool.parent_address.is_some() && new.parent_address.is_some() => {
            pool.parent_address == new.parent_address
        }
        (false, false) => number(pool).is_some_and(|host| number(new) == Some(host)),
        _ => false,
    }
}

/// Returns `VIR_ERR_OPERATION_INVALID` for a pool that runs already.
pub(super) fn is_active(name: &str) -> Error {
    errors::invalid_operation(ErrorDomain::STORAGE, message!("pool is already active as '%1$s'", name))
}
