//! libvirt-domain.h: what the agent inside a domain can do and tell: time, users, keys, sleep. File systems and interfaces
//! have rooms of their own.
mod filesystems;
mod interfaces;

use crate::abi::ctypes::{
    VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND, VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE, virTypedParameter,
};
use crate::abi::{Count, In, InStr, InStrings, Out, OwnedStr, Status, give_strings, put_params};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote::Procedure;
use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainAgentSetResponseTimeout(domain: In<'_, Domain>, timeout: c_int, flags: c_uint) -> Status {
    Ok(domain.get()?.agent_set_response_timeout(timeout, flags)?)
}

#[entry]
fn virDomainAuthorizedSSHKeysGet(
    domain: In<'_, Domain>,
    user: InStr<'_>,
    keys: Out<'_, *mut *mut c_char>,
    flags: c_uint,
) -> Count {
    let dom = domain.get()?;
    let user = user.get("user")?;
    let keys = keys.get("keys")?;
    give_strings(&dom.authorized_ssh_keys(user, flags)?, keys)
}

#[entry]
fn virDomainAuthorizedSSHKeysSet(
    domain: In<'_, Domain>,
    user: InStr<'_>,
    keys: InStrings<'_>,
    nkeys: c_uint,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let user = user.get("user")?;
    if flags & (VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND | VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE) != 0 {
        keys.present("keys")?;
    }
    dom.check_ssh_keys_flags(flags)?;
    let session = domain.for_write()?.connection().session();
    let keys = keys.admitted("keys", nkeys, session, Procedure::DOMAIN_AUTHORIZED_SSH_KEYS_SET)?;
    Ok(dom.set_authorized_ssh_keys(user, keys, flags)?)
}

#[entry]
fn virDomainGetGuestInfo(
    domain: In<'_, Domain>,
    types: c_uint,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    let (params, nparams) = (params.get("params")?, nparams.get("nparams")?);
    put_params(&dom.guest_info(types, flags)?, params, nparams)
}

#[entry]
fn virDomainGetHostname(domain: In<'_, Domain>, flags: c_uint) -> OwnedStr {
    Ok(domain.get()?.hostname(flags)?.into())
}

#[entry]
fn virDomainGetTime(
    dom: In<'_, Domain>,
    seconds: Out<'_, c_longlong>,
    nseconds: Out<'_, c_uint>,
    flags: c_uint,
) -> Status {
    let dom = dom.for_write()?;
    seconds.zero();
    nseconds.zero();
    let (whole, rest) = dom.time(flags)?;
    seconds.write(whole);
    nseconds.write(rest);
    Ok(())
}

#[entry]
fn virDomainSetTime(dom: In<'_, Domain>, seconds: c_longlong, nseconds: c_uint, flags: c_uint) -> Status {
    Ok(dom.get()?.set_time(seconds, nseconds, flags)?)
}

#[entry]
fn virDomainSetUserPassword(dom: In<'_, Domain>, user: InStr<'_>, password: InStr<'_>, flags: c_uint) -> Status {
    let dom = dom.for_write()?;
    Ok(dom.set_user_password(user.get("user")?, password.get("password")?, flags)?)
}

#[entry]
fn virDomainPMSuspendForDuration(dom: In<'_, Domain>, target: c_uint, duration: c_ulonglong, flags: c_uint) -> Status {
    Ok(dom.get()?.pm_suspend_for_duration(target, duration, flags)?)
}

#[entry]
fn virDomainPMWakeup(dom: In<'_, Domain>, flags: c_uint) -> Status {
    Ok(dom.get()?.pm_wakeup(flags)?)
}
