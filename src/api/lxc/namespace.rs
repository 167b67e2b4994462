//! libvirt-lxc.h: entering a container's namespaces.
use super::{FROM, no_flags};
use crate::abi::{Array, Count, In, Mallocs, Out, Result, Status, count};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::lxc;
use std::ffi::{c_int, c_uint};
use std::fs::File;
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
        return enter(nfdlist, fdlist);
    }
    oldfdlist.write(null_mut());
    noldfdlist.write(0);
    let old = current();
    let numbers: Vec<c_int> = old.iter().map(AsRawFd::as_raw_fd).collect();
    let mut memory = Mallocs::new();
    let array = memory.array(&numbers)?;
    enter(nfdlist, fdlist)?;
    memory.release();
    oldfdlist.write(array);
    noldfdlist.write(count(numbers.len())?.cast_unsigned());
    for file in old {
        // The caller closes them.
        let _ = file.into_raw_fd();
    }
    Ok(())
}

/// The process's own namespaces, as far as the kernel knows their kinds.
fn current() -> Vec<File> {
    let kinds = ["user", "ipc", "uts", "net", "pid", "mnt"];
    kinds.iter().filter_map(|k| File::open(format!("/proc/self/ns/{k}")).ok()).collect()
}

/// Enters the namespaces in order; negative descriptors are skipped.
fn enter(nfdlist: c_uint, fdlist: Array<'_, c_int>) -> Result<()> {
    /// EINVAL: the thread is in that namespace already.
    const ALREADY_THERE: Option<i32> = Some(22);
    if nfdlist == 0 {
        let text = message!("Expected at least one file descriptor");
        let (function, name) = ("virProcessSetNamespaces", "nfdlist");
        return Err(Error::raw(ErrorDomain::NONE, ErrorCode::INVALID_ARG, text)
            .with_strings(Some(function.into()), Some(name.into()), None)
            .into());
    }
    for &fd in fdlist.read("fdlist", nfdlist)?.iter().filter(|&&fd| fd >= 0) {
        match oxivirt_sys::enter_namespace(fd) {
            Err(e) if e.raw_os_error() != ALREADY_THERE => {
                let errno = e.raw_os_error().unwrap_or_default();
                let text = message!("Unable to join domain namespace");
                return Err(Error::system(ErrorDomain::NONE, errno, text).into());
            }
            _ => {}
        }
    }
    Ok(())
}

/// The number of descriptors in the list, which the caller closes and frees.
#[entry(private)]
fn virDomainLxcOpenNamespace(domain: In<'_, Domain>, fdlist: Out<'_, *mut c_int>, flags: c_uint) -> Count {
    let dom = domain.get()?;
    let fdlist = fdlist.get("fdlist")?;
    dom.writable()?;
    fdlist.write(null_mut());
    let mut call = dom.call();
    let args = lxc::DomainOpenNamespaceArgs { dom: dom.wire(), flags };
    dom.driver().lxc_domain_open_namespace(&mut call, &args)?;
    fdlist.give(std::mem::take(&mut call.fds_out))
}
