//! libvirt-domain.h: what the agent inside a domain can do and tell: time, users, keys, sleep. File systems and interfaces
//! have rooms of their own.
mod filesystems;
mod interfaces;

use crate::abi::ctypes::{
    VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND, VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE, virTypedParameter,
};
use crate::abi::{Count, In, InStr, InStrings, Out, OwnedStr, Status, answered, exclusive, give_params, give_strings};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainAgentSetResponseTimeout(domain: In<'_, Domain>, timeout: c_int, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainAgentSetResponseTimeoutArgs { dom: dom.wire(), timeout, flags };
    let mut call = dom.call();
    let ret = dom.driver().domain_agent_set_response_timeout(&mut call, &args)?;
    answered(ret.result, "result")?;
    Ok(())
}

#[entry]
fn virDomainAuthorizedSSHKeysGet(
    domain: In<'_, Domain>,
    user: InStr<'_>,
    keys: Out<'_, *mut *mut c_char>,
    flags: c_uint,
) -> Count {
    let dom = domain.get()?;
    let user = user.get("user")?.into();
    let keys = keys.get("keys")?;
    dom.writable()?;
    let args = remote::DomainAuthorizedSshKeysGetArgs { dom: dom.wire(), user, flags };
    let mut call = dom.call();
    let ret = dom.driver().domain_authorized_ssh_keys_get(&mut call, &args)?;
    give_strings(&ret.keys, keys)
}

#[entry]
fn virDomainAuthorizedSSHKeysSet(
    domain: In<'_, Domain>,
    user: InStr<'_>,
    keys: InStrings<'_>,
    nkeys: c_uint,
    flags: c_uint,
) -> Status {
    const APPEND: c_uint = VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND;
    const REMOVE: c_uint = VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE;
    let dom = domain.get()?;
    let user = user.get("user")?.into();
    if flags & (APPEND | REMOVE) != 0 {
        keys.present("keys")?;
    }
    exclusive(
        flags,
        (APPEND, "VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND"),
        (REMOVE, "VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE"),
    )?;
    dom.writable()?;
    dom.driver().admits(remote::Procedure::DOMAIN_AUTHORIZED_SSH_KEYS_SET, nkeys as usize)?;
    let keys = keys.get("keys", nkeys)?.into_iter().map(Into::into).collect();
    let args = remote::DomainAuthorizedSshKeysSetArgs { dom: dom.wire(), user, keys, flags };
    dom.ask(|driver, call| driver.domain_authorized_ssh_keys_set(call, &args))
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
    let params = params.get("params")?;
    let nparams = nparams.get("nparams")?;
    let mut call = dom.call();
    let args = remote::DomainGetGuestInfoArgs { dom: dom.wire(), types, flags };
    let ret = dom.driver().domain_get_guest_info(&mut call, &args)?;
    give_params(&ret.params, params, nparams)
}

#[entry]
fn virDomainGetHostname(domain: In<'_, Domain>, flags: c_uint) -> OwnedStr {
    let dom = domain.for_write()?;
    let mut call = dom.call();
    let args = remote::DomainGetHostnameArgs { dom: dom.wire(), flags };
    let ret = dom.driver().domain_get_hostname(&mut call, &args)?;
    Ok(ret.hostname.as_bytes().to_vec())
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
    let args = remote::DomainGetTimeArgs { dom: dom.wire(), flags };
    let mut call = dom.call();
    let ret = dom.driver().domain_get_time(&mut call, &args)?;
    seconds.write(ret.seconds);
    nseconds.write(ret.nseconds);
    Ok(())
}

#[entry]
fn virDomainSetTime(dom: In<'_, Domain>, seconds: c_longlong, nseconds: c_uint, flags: c_uint) -> Status {
    let dom = dom.for_write()?;
    let args = remote::DomainSetTimeArgs { dom: dom.wire(), seconds, nseconds, flags };
    dom.ask(|driver, call| driver.domain_set_time(call, &args))
}

#[entry]
fn virDomainSetUserPassword(dom: In<'_, Domain>, user: InStr<'_>, password: InStr<'_>, flags: c_uint) -> Status {
    let dom = dom.for_write()?;
    let user = Some(user.get("user")?.into());
    let password = Some(password.get("password")?.into());
    let args = remote::DomainSetUserPasswordArgs { dom: dom.wire(), user, password, flags };
    dom.ask(|driver, call| driver.domain_set_user_password(call, &args))
}

#[entry]
fn virDomainPMSuspendForDuration(dom: In<'_, Domain>, target: c_uint, duration: c_ulonglong, flags: c_uint) -> Status {
    let dom = dom.for_write()?;
    let args = remote::DomainPmSuspendForDurationArgs { dom: dom.wire(), target, duration, flags };
    dom.ask(|driver, call| driver.domain_pm_suspend_for_duration(call, &args))
}

#[entry]
fn virDomainPMWakeup(dom: In<'_, Domain>, flags: c_uint) -> Status {
    let dom = dom.for_write()?;
    let args = remote::DomainPmWakeupArgs { dom: dom.wire(), flags };
    dom.ask(|driver, call| driver.domain_pm_wakeup(call, &args))
}
