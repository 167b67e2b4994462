//! The addresses of a guest's network interfaces.
use crate::abi::ctypes::{VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT, virDomainInterface};
use crate::abi::{Count, In, InterfaceArgument, Out, give_interfaces};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use std::ffi::c_uint;
use std::ptr::null_mut;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainInterfaceAddresses(
    dom: In<'_, Domain>,
    ifaces: Out<'_, *mut *mut virDomainInterface>,
    source: c_uint,
    flags: c_uint,
) -> Count {
    ifaces.write(null_mut());
    let dom = dom.get()?;
    let ifaces = ifaces.get("ifaces")?;
    if source == VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT {
        // This source alone makes the guest do something.
        dom.writable()?;
    }
    let mut call = dom.call();
    let args = remote::DomainInterfaceAddressesArgs { dom: dom.wire(), source, flags };
    let ret = dom.driver().domain_interface_addresses(&mut call, &args)?;
    give_interfaces(&ret.ifaces, ifaces)
}

#[entry(keep_error)]
fn virDomainInterfaceFree(iface: InterfaceArgument) {
    iface.free();
    Ok(())
}
