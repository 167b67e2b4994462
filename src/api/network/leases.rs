//! libvirt-network.h: which addresses a network's DHCP server lent out.
use crate::abi::ctypes::virNetworkDHCPLease;
use crate::abi::{Count, In, InStr, Mallocs, Out, Result, answered_with, number};
use crate::objects::Network;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use oxivirt_xdr::Str;
use std::ffi::{c_char, c_uint};
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
    let net = network.get()?;
    let need_results = (!leases.is_null()).into();
    let mac = mac.opt().map(Into::into);
    let args = remote::NetworkGetDhcpLeasesArgs { net: net.wire(), mac, need_results, flags };
    let mut call = net.call();
    let ret = net.driver().network_get_dhcp_leases(&mut call, &args)?;
    if leases.is_null() {
        return number(ret.ret.try_into().unwrap_or(-1));
    }
    let given = answered_with(ret.ret, ret.leases.len(), "ret")?;
    if given > 0 {
        give(&ret.leases, leases)?;
    }
    Ok(given)
}

/// Hands a NULL-terminated array of leases to the caller.
fn give(wire: &[remote::NetworkDhcpLease<'_>], leases: Out<'_, *mut *mut virNetworkDHCPLease>) -> Result<()> {
    let mut memory = Mallocs::new();
    let mut pointers = wire.iter().map(|w| one(&mut memory, w)).collect::<Result<Vec<_>>>()?;
    pointers.push(null_mut());
    leases.write(memory.array(&pointers)?);
    memory.release();
    Ok(())
}

fn one(memory: &mut Mallocs, wire: &remote::NetworkDhcpLease<'_>) -> Result<*mut virNetworkDHCPLease> {
    let lease = virNetworkDHCPLease {
        iface: memory.string(wire.iface.as_bytes())?,
        expirytime: wire.expirytime,
        type_: wire.r#type,
        mac: optional(memory, wire.mac.as_ref())?,
        iaid: optional(memory, wire.iaid.as_ref())?,
        ipaddr: memory.string(wire.ipaddr.as_bytes())?,
        prefix: wire.prefix,
        hostname: optional(memory, wire.hostname.as_ref())?,
        clientid: optional(memory, wire.clientid.as_ref())?,
    };
    memory.array(&[lease])
}

fn optional(memory: &mut Mallocs, text: Option<&Str<'_>>) -> Result<*mut c_char> {
    memory.opt_string(text.map(Str::as_bytes))
}
