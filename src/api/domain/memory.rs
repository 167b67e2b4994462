//! Entry points: domain, memory.
use crate::abi::{In, Status, ULongOrZero};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_uint, c_ulong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOM;

#[entry(stub = "pending")]
fn virDomainGetMaxMemory(domain: In<'_, Domain>) -> ULongOrZero {}

#[entry(stub = "pending")]
fn virDomainSetMaxMemory(domain: In<'_, Domain>, memory: c_ulong) -> Status {}

#[entry(stub = "pending")]
fn virDomainSetMemory(domain: In<'_, Domain>, memory: c_ulong) -> Status {}

#[entry(stub = "pending")]
fn virDomainSetMemoryFlags(domain: In<'_, Domain>, memory: c_ulong, flags: c_uint) -> Status {}
