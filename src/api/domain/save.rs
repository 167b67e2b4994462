//! libvirt-domain.h: a domain's state in a file: save and restore, the managed image, core dumps.
//!
//! The daemon opens the files, so paths go over the wire as absolute ones.
mod dump;
mod image;
mod managed;
mod path;

use super::checks::SHUT_OFF;
use crate::abi::ctypes::{VIR_DOMAIN_SAVE_PAUSED, VIR_DOMAIN_SAVE_RUNNING, virTypedParameter};
use crate::abi::{Array, Fault, In, InStr, Status, exclusive, not_negative};
use crate::objects::{Connection, Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use path::absolute;
use std::ffi::{c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

/// The flags that say in which state the domain comes back exclude each other.
fn one_state(flags: c_uint) -> Result<(), Fault> {
    exclusive(
        flags,
        (VIR_DOMAIN_SAVE_RUNNING, "VIR_DOMAIN_SAVE_RUNNING"),
        (VIR_DOMAIN_SAVE_PAUSED, "VIR_DOMAIN_SAVE_PAUSED"),
    )
}

#[entry]
fn virDomainSave(domain: In<'_, Domain>, to: InStr<'_>) -> Status {
    let dom = domain.for_write()?;
    let to = absolute(to.get("to")?);
    let args = remote::DomainSaveArgs { dom: dom.wire(), to };
    dom.ask(|driver, call| driver.domain_save(call, &args))?;
    dom.set_id(SHUT_OFF);
    Ok(())
}

#[entry]
fn virDomainSaveFlags(domain: In<'_, Domain>, to: InStr<'_>, dxml: InStr<'_>, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let to = to.get("to")?;
    one_state(flags)?;
    let dxml = dxml.opt().map(Into::into);
    let args = remote::DomainSaveFlagsArgs { dom: dom.wire(), to: absolute(to), dxml, flags };
    dom.ask(|driver, call| driver.domain_save_flags(call, &args))
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
    not_negative(nparams, "nparams")?;
    let params = params.to_wire(nparams)?;
    let args = remote::DomainSaveParamsArgs { dom: dom.wire(), params, flags };
    dom.ask(|driver, call| driver.domain_save_params(call, &args))
}

#[entry]
fn virDomainRestore(conn: In<'_, Connection>, from: InStr<'_>) -> Status {
    let conn = conn.for_write()?;
    let args = remote::DomainRestoreArgs { from: absolute(from.get("from")?) };
    conn.ask(|driver, call| driver.domain_restore(call, &args))
}

#[entry]
fn virDomainRestoreFlags(conn: In<'_, Connection>, from: InStr<'_>, dxml: InStr<'_>, flags: c_uint) -> Status {
    let conn = conn.for_write()?;
    let from = from.get("from")?;
    one_state(flags)?;
    let dxml = dxml.opt().map(Into::into);
    let args = remote::DomainRestoreFlagsArgs { from: absolute(from), dxml, flags };
    conn.ask(|driver, call| driver.domain_restore_flags(call, &args))
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
    not_negative(nparams, "nparams")?;
    let params = params.to_wire(nparams)?;
    let args = remote::DomainRestoreParamsArgs { params, flags };
    conn.ask(|driver, call| driver.domain_restore_params(call, &args))
}
