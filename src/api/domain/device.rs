//! libvirt-domain.h: devices plugged in and out while a domain runs, keys and signals sent into it, its graphics and
//! consoles.
use crate::abi::ctypes::{VIR_DOMAIN_SEND_KEY_MAX_KEYS, VIR_KEYCODE_SET_QNUM};
use crate::abi::{Array, Fault, Handle, In, InStr, OwnedStr, Result, Rule, Status, positive};
use crate::objects::{Domain, HasDriver, Stream, StreamHandle};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, message};
use oxivirt_protocol::remote;
use std::ffi::{c_int, c_longlong, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

/// A domain with a stream of the same connection, which is the argument `name`.
fn with_stream<'a>(
    dom: In<'a, Domain>,
    stream: In<'a, Stream>,
    name: &'static str,
) -> Result<(&'a Handle<Domain>, &'a Handle<Stream>)> {
    dom.get()?;
    let stream = stream.get()?;
    // The connection that errors go to is the domain's.
    let dom = dom.for_write()?;
    stream.must_be_on(dom.conn(), name, || {
        message!("stream must match connection of domain '%1$s'", dom.name().as_bytes())
    })?;
    Ok((dom, stream))
}

#[entry]
fn virDomainAttachDevice(domain: In<'_, Domain>, xml: InStr<'_>) -> Status {
    let dom = domain.get()?;
    let xml = xml.get("xml")?.into();
    dom.writable()?;
    let args = remote::DomainAttachDeviceArgs { dom: dom.wire(), xml };
    dom.ask(|driver, call| driver.domain_attach_device(call, &args))
}

#[entry]
fn virDomainAttachDeviceFlags(domain: In<'_, Domain>, xml: InStr<'_>, flags: c_uint) -> Status {
    let dom = domain.get()?;
    let xml = xml.get("xml")?.into();
    dom.writable()?;
    let args = remote::DomainAttachDeviceFlagsArgs { dom: dom.wire(), xml, flags };
    dom.ask(|driver, call| driver.domain_attach_device_flags(call, &args))
}

#[entry]
fn virDomainDetachDevice(domain: In<'_, Domain>, xml: InStr<'_>) -> Status {
    let dom = domain.get()?;
    let xml = xml.get("xml")?.into();
    dom.writable()?;
    let args = remote::DomainDetachDeviceArgs { dom: dom.wire(), xml };
    dom.ask(|driver, call| driver.domain_detach_device(call, &args))
}

#[entry]
fn virDomainDetachDeviceFlags(domain: In<'_, Domain>, xml: InStr<'_>, flags: c_uint) -> Status {
    let dom = domain.get()?;
    let xml = xml.get("xml")?.into();
    dom.writable()?;
    let args = remote::DomainDetachDeviceFlagsArgs { dom: dom.wire(), xml, flags };
    dom.ask(|driver, call| driver.domain_detach_device_flags(call, &args))
}

#[entry]
fn virDomainDetachDeviceAlias(domain: In<'_, Domain>, alias: InStr<'_>, flags: c_uint) -> Status {
    let dom = domain.get()?;
    let alias = alias.get("alias")?.into();
    dom.writable()?;
    let args = remote::DomainDetachDeviceAliasArgs { dom: dom.wire(), alias, flags };
    dom.ask(|driver, call| driver.domain_detach_device_alias(call, &args))
}

#[entry]
fn virDomainUpdateDeviceFlags(domain: In<'_, Domain>, xml: InStr<'_>, flags: c_uint) -> Status {
    let dom = domain.get()?;
    let xml = xml.get("xml")?.into();
    dom.writable()?;
    let args = remote::DomainUpdateDeviceFlagsArgs { dom: dom.wire(), xml, flags };
    dom.ask(|driver, call| driver.domain_update_device_flags(call, &args))
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
    if codeset > VIR_KEYCODE_SET_QNUM {
        let text = message!("Unsupported codeset '%1$d'", codeset.cast_signed());
        return Err(Fault::Invalid("codeset", text));
    }
    let most = VIR_DOMAIN_SEND_KEY_MAX_KEYS;
    if i64::from(nkeycodes) > i64::from(most) {
        return Err(Fault::Invalid("nkeycodes", message!("nkeycodes must be <= %1$d", most)));
    }
    let keycodes = keycodes.read("keycodes", nkeycodes)?.to_vec();
    let args = remote::DomainSendKeyArgs { dom: dom.wire(), codeset, holdtime, keycodes, flags };
    dom.ask(|driver, call| driver.domain_send_key(call, &args))
}

#[entry]
fn virDomainSendProcessSignal(domain: In<'_, Domain>, pid_value: c_longlong, signum: c_uint, flags: c_uint) -> Status {
    let dom = domain.get()?;
    if pid_value == 0 {
        return Err(Fault::Argument("pid_value", Rule::NotZero));
    }
    dom.writable()?;
    let args = remote::DomainSendProcessSignalArgs { dom: dom.wire(), pid_value, signum, flags };
    dom.ask(|driver, call| driver.domain_send_process_signal(call, &args))
}

#[entry]
fn virDomainGraphicsReload(domain: In<'_, Domain>, r#type: c_uint, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainGraphicsReloadArgs { dom: dom.wire(), r#type, flags };
    dom.ask(|driver, call| driver.domain_graphics_reload(call, &args))
}

#[entry]
fn virDomainOpenChannel(dom: In<'_, Domain>, name: InStr<'_>, st: In<'_, Stream>, flags: c_uint) -> Status {
    let (dom, stream) = with_stream(dom, st, "st")?;
    let args = remote::DomainOpenChannelArgs { dom: dom.wire(), name: name.opt().map(Into::into), flags };
    stream.open_for(false, |call| dom.driver().domain_open_channel(call, &args))
}

#[entry]
fn virDomainOpenConsole(dom: In<'_, Domain>, dev_name: InStr<'_>, st: In<'_, Stream>, flags: c_uint) -> Status {
    let (dom, stream) = with_stream(dom, st, "st")?;
    let args = remote::DomainOpenConsoleArgs { dom: dom.wire(), dev_name: dev_name.opt().map(Into::into), flags };
    stream.open_for(false, |call| dom.driver().domain_open_console(call, &args))
}

#[entry]
fn virDomainScreenshot(domain: In<'_, Domain>, stream: In<'_, Stream>, screen: c_uint, flags: c_uint) -> OwnedStr {
    let (dom, stream) = with_stream(domain, stream, "stream")?;
    let args = remote::DomainScreenshotArgs { dom: dom.wire(), screen, flags };
    let mime = stream.open_for(false, |call| {
        let ret = dom.driver().domain_screenshot(call, &args)?;
        Ok(ret.mime.map(|mime| mime.0.into_owned()))
    })?;
    mime.ok_or_else(Fault::unexplained)
}
