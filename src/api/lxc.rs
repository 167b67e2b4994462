//! Entry points: lxc.
use crate::abi::ctypes::{virSecurityLabel, virSecurityModel};
use crate::abi::{In, Out, Status};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::LXC;

#[entry(private, stub = "pending")]
fn virDomainLxcEnterCGroup(domain: In<'_, Domain>, flags: c_uint) -> Status {}

#[entry(private, stub = "pending")]
fn virDomainLxcEnterNamespace(
    domain: In<'_, Domain>,
    nfdlist: c_uint,
    fdlist: Out<'_, c_int>,
    noldfdlist: Out<'_, c_uint>,
    oldfdlist: Out<'_, *mut c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virDomainLxcEnterSecurityLabel(
    model: Out<'_, virSecurityModel>,
    label: Out<'_, virSecurityLabel>,
    oldlabel: Out<'_, virSecurityLabel>,
    flags: c_uint,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virDomainLxcOpenNamespace(
    domain: In<'_, Domain>,
    fdlist: Out<'_, *mut c_int>,
    flags: c_uint,
) -> Status {
}
