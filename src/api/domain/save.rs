//! libvirt-domain.h: a domain's state in a file: save and restore, the managed image, core dumps.
mod dump;
mod image;
mod managed;

use crate::abi::ctypes::{VIR_DOMAIN_SAVE_PAUSED, VIR_DOMAIN_SAVE_RUNNING, virTypedParameter};
use crate::abi::{Array, In, InStr, Result, Status, exclusive};
use crate::objects::{Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

/// Refuses flags that contradict each other, as the methods do: for functions that look at them before arguments of C.
fn one_state(flags: c_uint) -> Result<()> {
    exclusive(
        flags,
        (VIR_DOMAIN_SAVE_RUNNING, "VIR_DOMAIN_SAVE_RUNNING"),
        (VIR_DOMAIN_SAVE_PAUSED, "VIR_DOMAIN_SAVE_PAUSED"),
    )
}

#[entry]
fn virDomainSave(domain: In<'_, Domain>, to: InStr<'_>) -> Status {
    Ok(domain.for_write()?.save(to.get("to")?)?)
}

#[entry]
fn virDomainSaveFlags(domain: In<'_, Domain>, to: InStr<'_>, dxml: InStr<'_>, flags: c_uint) -> Status {
    Ok(domain.for_write()?.save_flags(to.get("to")?, dxml.opt(), flags)?)
}

#[entry]
fn virDomainSaveParams(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    one_state(flags)?;
    Ok(dom.save_params(&params.options(nparams)?, flags)?)
}

#[entry]
fn virDomainRestore(conn: In<'_, Connection>, from: InStr<'_>) -> Status {
    Ok(Domain::restore(conn.for_write()?, from.get("from")?)?)
}

#[entry]
fn virDomainRestoreFlags(conn: In<'_, Connection>, from: InStr<'_>, dxml: InStr<'_>, flags: c_uint) -> Status {
    Ok(Domain::restore_flags(conn.for_write()?, from.get("from")?, dxml.opt(), flags)?)
}

#[entry]
fn virDomainRestoreParams(
    conn: In<'_, Connection>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let conn = conn.for_write()?;
    one_state(flags)?;
    Ok(Domain::restore_params(conn, &params.options(nparams)?, flags)?)
}
