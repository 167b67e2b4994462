//! libvirt-domain.h: how much memory a domain has. Units are KiB.
use crate::abi::{Fault, In, Result, Rule, Status, ULong, ULongOrZero};
use crate::objects::{Domain, HasDriver, OnConnection};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use std::ffi::c_uint;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainGetMaxMemory(domain: In<'_, Domain>) -> ULongOrZero {
    let dom = domain.get()?;
    let mut call = dom.call();
    let args = remote::DomainGetMaxMemoryArgs { dom: dom.wire() };
    ULong::from_wire(dom.driver().domain_get_max_memory(&mut call, &args)?.memory)
}

#[entry]
fn virDomainSetMaxMemory(domain: In<'_, Domain>, memory: ULong) -> Status {
    let dom = domain.for_write()?;
    let memory = not_zero(memory)?;
    let args = remote::DomainSetMaxMemoryArgs { dom: dom.wire(), memory };
    dom.ask(|driver, call| driver.domain_set_max_memory(call, &args))
}

#[entry]
fn virDomainSetMemory(domain: In<'_, Domain>, memory: ULong) -> Status {
    let dom = domain.for_write()?;
    let memory = not_zero(memory)?;
    let args = remote::DomainSetMemoryArgs { dom: dom.wire(), memory };
    dom.ask(|driver, call| driver.domain_set_memory(call, &args))
}

#[entry]
fn virDomainSetMemoryFlags(domain: In<'_, Domain>, memory: ULong, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let memory = not_zero(memory)?;
    let args = remote::DomainSetMemoryFlagsArgs { dom: dom.wire(), memory, flags };
    dom.ask(|driver, call| driver.domain_set_memory_flags(call, &args))
}

/// Returns the amount as the wire has it.
fn not_zero(memory: ULong) -> Result<u64> {
    match u64::from(memory) {
        0 => Err(Fault::Argument("memory", Rule::NotZero)),
        memory => Ok(memory),
    }
}
