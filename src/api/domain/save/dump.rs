//! Core dumps of a domain's memory.
use super::path::absolute;
use crate::abi::ctypes::{VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP, VIR_DUMP_CRASH, VIR_DUMP_LIVE, VIR_DUMP_RESET};
use crate::abi::{Fault, In, InStr, Status, exclusive};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, message};
use oxivirt_protocol::remote;
use std::ffi::c_uint;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainCoreDump(domain: In<'_, Domain>, to: InStr<'_>, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let to = to.get("to")?;
    one_ending(flags)?;
    let args = remote::DomainCoreDumpArgs { dom: dom.wire(), to: absolute(to), flags };
    dom.ask(|driver, call| driver.domain_core_dump(call, &args))
}

#[entry]
fn virDomainCoreDumpWithFormat(domain: In<'_, Domain>, to: InStr<'_>, dumpformat: c_uint, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let to = to.get("to")?;
    if dumpformat > VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP {
        // The text shows the number as signed, and the error names the wrong argument: both are interface.
        let text = message!("dumpformat '%1$d' is not supported", dumpformat.cast_signed());
        return Err(Fault::Invalid("flags", text));
    }
    one_ending(flags)?;
    let to = absolute(to);
    let args = remote::DomainCoreDumpWithFormatArgs { dom: dom.wire(), to, dumpformat, flags };
    dom.ask(|driver, call| driver.domain_core_dump_with_format(call, &args))
}

/// What becomes of the domain after the dump: one of three at most.
fn one_ending(flags: c_uint) -> Result<(), Fault> {
    const CRASH: (c_uint, &str) = (VIR_DUMP_CRASH, "VIR_DUMP_CRASH");
    const LIVE: (c_uint, &str) = (VIR_DUMP_LIVE, "VIR_DUMP_LIVE");
    const RESET: (c_uint, &str) = (VIR_DUMP_RESET, "VIR_DUMP_RESET");
    exclusive(flags, CRASH, LIVE)?;
    exclusive(flags, CRASH, RESET)?;
    exclusive(flags, LIVE, RESET)
}
