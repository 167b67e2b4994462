//! libvirt-lxc.h: entering a container's namespaces.
use super::{FROM, no_flags};
use crate::abi::{Array, Count, In, Mallocs, Out, Status, count};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use std::ffi::{c_int, c_uint};
use std::os::fd::{AsRawFd, IntoRawFd};
use std::ptr::null_mut;

#[entry(private)]
fn virDomainLxcEnterNamespace(
    domain: In<'_, Domain>,
    nfdlist: c_uint,
    fdlist: Array<'_, c_int>,
    noldfdlist: Out<'_, c_uint>,
    oldfdlist: Out<'_, *mut c_int>,
    flags: c_uint,
) -> Status {
    // The domain only says which connection errors are also stored on: any pointer will do.
    let _ = domain.get();
    no_flags(flags, SITE.function)?;
    if oldfdlist.is_null() || noldfdlist.is_null() {
        return Ok(Domain::lxc_enter_namespace(fdlist.read("fdlist", nfdlist)?)?);
    }
    oldfdlist.write(null_mut());
    noldfdlist.write(0);
    let own = Domain::lxc_own_namespaces();
    let numbers: Vec<c_int> = own.iter().map(AsRawFd::as_raw_fd).collect();
    // Memory may be exhausted: that has to be known before a namespace is entered.
    let mut memory = Mallocs::new();
    let array = memory.array(&numbers)?;
    Domain::lxc_enter_namespace(fdlist.read("fdlist", nfdlist)?)?;
    memory.release();
    oldfdlist.write(array);
    noldfdlist.write(count(numbers.len())?.cast_unsigned());
    for descriptor in own {
        // The caller closes them.
        let _ = descriptor.into_raw_fd();
    }
    Ok(())
}

/// The number of descriptors in the list, which the caller closes and frees.
#[entry(private)]
fn virDomainLxcOpenNamespace(domain: In<'_, Domain>, fdlist: Out<'_, *mut c_int>, flags: c_uint) -> Count {
    domain.get()?;
    let fdlist = fdlist.get("fdlist")?;
    let dom = domain.for_write()?;
    fdlist.write(null_mut());
    fdlist.give(dom.lxc_open_namespace(flags)?)
}
