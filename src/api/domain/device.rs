//! libvirt-domain.h: devices plugged in and out while a domain runs, keys and signals sent into it, its graphics and
//! consoles.
use crate::abi::ctypes::VIR_DOMAIN_SEND_KEY_MAX_KEYS;
use crate::abi::{Array, Handle, In, InStr, OwnedStr, Result, Status, positive};
use crate::objects::{Domain, Stream};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, Function};
use std::ffi::{c_int, c_longlong, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

/// A domain with a stream of the same connection.
fn with_stream<'a>(
    dom: In<'a, Domain>,
    stream: In<'a, Stream>,
    function: &'static str,
) -> Result<(&'a Handle<Domain>, &'a Handle<Stream>)> {
    dom.get()?;
    let stream = stream.get()?;
    // The connection that errors go to is the domain's.
    let dom = dom.for_write()?;
    dom.must_match(stream, &Function(function, FROM))?;
    Ok((dom, stream))
}

#[entry]
fn virDomainAttachDevice(domain: In<'_, Domain>, xml: InStr<'_>) -> Status {
    Ok(domain.get()?.attach_device(xml.get("xml")?)?)
}

#[entry]
fn virDomainAttachDeviceFlags(domain: In<'_, Domain>, xml: InStr<'_>, flags: c_uint) -> Status {
    Ok(domain.get()?.attach_device_flags(xml.get("xml")?, flags)?)
}

#[entry]
fn virDomainDetachDevice(domain: In<'_, Domain>, xml: InStr<'_>) -> Status {
    Ok(domain.get()?.detach_device(xml.get("xml")?)?)
}

#[entry]
fn virDomainDetachDeviceFlags(domain: In<'_, Domain>, xml: InStr<'_>, flags: c_uint) -> Status {
    Ok(domain.get()?.detach_device_flags(xml.get("xml")?, flags)?)
}

#[entry]
fn virDomainDetachDeviceAlias(domain: In<'_, Domain>, alias: InStr<'_>, flags: c_uint) -> Status {
    Ok(domain.get()?.detach_device_alias(alias.get("alias")?, flags)?)
}

#[entry]
fn virDomainUpdateDeviceFlags(domain: In<'_, Domain>, xml: InStr<'_>, flags: c_uint) -> Status {
    Ok(domain.get()?.update_device_flags(xml.get("xml")?, flags)?)
}

#[entry]
fn virDomainSendKey(
    domain: In<'_, Domain>,
    codeset: c_uint,
    holdtime: c_uint,
    keycodes: Array<'_, c_uint>,
    nkeycodes: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    keycodes.present("keycodes")?;
    positive(nkeycodes, "nkeycodes")?;
    // One more than the method takes is enough for it to refuse.
    let keys =
        keycodes.read("keycodes", nkeycodes.min(VIR_DOMAIN_SEND_KEY_MAX_KEYS.cast_signed().saturating_add(1)))?;
    Ok(dom.send_key(codeset, holdtime, keys, flags)?)
}

#[entry]
fn virDomainSendProcessSignal(domain: In<'_, Domain>, pid_value: c_longlong, signum: c_uint, flags: c_uint) -> Status {
    Ok(domain.get()?.send_process_signal(pid_value, signum, flags)?)
}

#[entry]
fn virDomainGraphicsReload(domain: In<'_, Domain>, r#type: c_uint, flags: c_uint) -> Status {
    Ok(domain.get()?.graphics_reload(r#type, flags)?)
}

#[entry]
fn virDomainOpenChannel(dom: In<'_, Domain>, name: InStr<'_>, st: In<'_, Stream>, flags: c_uint) -> Status {
    let (dom, stream) = with_stream(dom, st, SITE.function)?;
    Ok(dom.open_channel(name.opt(), stream, flags)?)
}

#[entry]
fn virDomainOpenConsole(dom: In<'_, Domain>, dev_name: InStr<'_>, st: In<'_, Stream>, flags: c_uint) -> Status {
    let (dom, stream) = with_stream(dom, st, SITE.function)?;
    Ok(dom.open_console(dev_name.opt(), stream, flags)?)
}

#[entry]
fn virDomainScreenshot(domain: In<'_, Domain>, stream: In<'_, Stream>, screen: c_uint, flags: c_uint) -> OwnedStr {
    let (dom, stream) = with_stream(domain, stream, SITE.function)?;
    Ok(dom.screenshot(stream, screen, flags)?.into())
}
