//! libvirt-domain.h: how much memory a domain has. Units are KiB.
use crate::abi::{In, Status, ULong, ULongOrZero};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::c_uint;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainGetMaxMemory(domain: In<'_, Domain>) -> ULongOrZero {
    ULong::from_wire(domain.get()?.max_memory()?)
}

#[entry]
fn virDomainSetMaxMemory(domain: In<'_, Domain>, memory: ULong) -> Status {
    Ok(domain.get()?.set_max_memory(memory.into())?)
}

#[entry]
fn virDomainSetMemory(domain: In<'_, Domain>, memory: ULong) -> Status {
    Ok(domain.get()?.set_memory(memory.into())?)
}

#[entry]
fn virDomainSetMemoryFlags(domain: In<'_, Domain>, memory: ULong, flags: c_uint) -> Status {
    Ok(domain.get()?.set_memory_flags(memory.into(), flags)?)
}
