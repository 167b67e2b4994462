//! The addresses of a guest's network interfaces.
use super::FROM;
use crate::abi::ctypes::virDomainInterface;
use crate::abi::{Count, In, InterfaceArgument, Out, give_structs};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use std::ffi::c_uint;
use std::ptr::null_mut;

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
    give_structs(&dom.interface_addresses(source, flags)?, ifaces)
}

#[entry(keep_error)]
fn virDomainInterfaceFree(iface: InterfaceArgument) {
    iface.free();
    Ok(())
}
