//! libvirt-lxc.h: entering a container's control groups.
use super::{FROM, no_flags};
use crate::abi::{In, Status};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use std::ffi::c_uint;

#[entry(private)]
fn virDomainLxcEnterCGroup(domain: In<'_, Domain>, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    no_flags(flags, SITE.function)?;
    Ok(dom.lxc_enter_cgroup()?)
}
