//! libvirt-network.h: which addresses a network's DHCP server lent out.
use crate::abi::ctypes::virNetworkDHCPLease;
use crate::abi::{Count, In, InStr, Out};
use crate::objects::Network;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::c_uint;
use std::ptr::null_mut;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NETWORK;

#[entry(keep_error)]
fn virNetworkDHCPLeaseFree(lease: Out<'_, virNetworkDHCPLease>) {
    lease.free();
    Ok(())
}

#[entry]
fn virNetworkGetDHCPLeases(
    network: In<'_, Network>,
    mac: InStr<'_>,
    leases: Out<'_, *mut *mut virNetworkDHCPLease>,
    flags: c_uint,
) -> Count {
    leases.write(null_mut());
    let (number, found) = network.get()?.all_dhcp_leases(!leases.is_null(), mac.opt(), flags)?;
    leases.give(&found)?;
    Ok(number)
}
