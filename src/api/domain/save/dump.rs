//! Core dumps of a domain's memory.
use super::FROM;
use crate::abi::{In, InStr, Status};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use std::ffi::c_uint;

#[entry]
fn virDomainCoreDump(domain: In<'_, Domain>, to: InStr<'_>, flags: c_uint) -> Status {
    Ok(domain.for_write()?.core_dump(to.get("to")?, flags)?)
}

#[entry]
fn virDomainCoreDumpWithFormat(domain: In<'_, Domain>, to: InStr<'_>, dumpformat: c_uint, flags: c_uint) -> Status {
    Ok(domain.for_write()?.core_dump_with_format(to.get("to")?, dumpformat, flags)?)
}
