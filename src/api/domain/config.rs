//! libvirt-domain.h: what a domain is configured to be: XML, metadata, the hypervisor's native formats.
mod security;

use super::checks::settings;
use crate::abi::ctypes::{
    VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP, VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING,
    VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING, VIR_DOMAIN_LIFECYCLE_CRASH, virTypedParameter,
};
use crate::abi::{
    Array, Count, Fault, In, InStr, Out, OwnedStr, Rule, Status, answered, exclusive, give_strings, not_negative,
};
use crate::objects::{Connection, Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::remote;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virConnectDomainXMLFromNative(
    conn: In<'_, Connection>,
    native_format: InStr<'_>,
    native_config: InStr<'_>,
    flags: c_uint,
) -> OwnedStr {
    let conn = conn.for_write()?;
    let args = remote::ConnectDomainXmlFromNativeArgs {
        native_format: native_format.get("nativeFormat")?.into(),
        native_config: native_config.get("nativeConfig")?.into(),
        flags,
    };
    conn.ask_text(|driver, call| Ok(driver.connect_domain_xml_from_native(call, &args)?.domain_xml))
}

#[entry]
fn virConnectDomainXMLToNative(
    conn: In<'_, Connection>,
    native_format: InStr<'_>,
    domain_xml: InStr<'_>,
    flags: c_uint,
) -> OwnedStr {
    let conn = conn.for_write()?;
    let args = remote::ConnectDomainXmlToNativeArgs {
        native_format: native_format.get("nativeFormat")?.into(),
        domain_xml: domain_xml.get("domainXml")?.into(),
        flags,
    };
    conn.ask_text(|driver, call| Ok(driver.connect_domain_xml_to_native(call, &args)?.native_config))
}

#[entry]
fn virConnectGetDomainCapabilities(
    conn: In<'_, Connection>,
    emulatorbin: InStr<'_>,
    arch: InStr<'_>,
    machine: InStr<'_>,
    virttype: InStr<'_>,
    flags: c_uint,
) -> OwnedStr {
    let conn = conn.for_write()?;
    let args = remote::ConnectGetDomainCapabilitiesArgs {
        emulatorbin: emulatorbin.opt().map(Into::into),
        arch: arch.opt().map(Into::into),
        machine: machine.opt().map(Into::into),
        virttype: virttype.opt().map(Into::into),
        flags,
    };
    conn.ask_text(|driver, call| Ok(driver.connect_get_domain_capabilities(call, &args)?.capabilities))
}

#[entry]
fn virDomainGetXMLDesc(domain: In<'_, Domain>, flags: c_uint) -> OwnedStr {
    Ok(domain.get()?.xml_desc(flags)?.into())
}

#[entry]
fn virDomainGetOSType(domain: In<'_, Domain>) -> OwnedStr {
    Ok(domain.get()?.os_type()?.into())
}

#[entry]
fn virDomainGetMetadata(domain: In<'_, Domain>, r#type: c_int, uri: InStr<'_>, flags: c_uint) -> OwnedStr {
    Ok(domain.get()?.metadata(r#type, uri.opt(), flags)?.into())
}

#[entry]
fn virDomainSetMetadata(
    domain: In<'_, Domain>,
    r#type: c_int,
    metadata: InStr<'_>,
    key: InStr<'_>,
    uri: InStr<'_>,
    flags: c_uint,
) -> Status {
    Ok(domain.get()?.set_metadata(r#type, metadata.opt(), key.opt(), uri.opt(), flags)?)
}

#[entry]
fn virDomainGetMessages(domain: In<'_, Domain>, msgs: Out<'_, *mut *mut c_char>, flags: c_uint) -> Count {
    let dom = domain.get()?;
    let msgs = msgs.get("msgs")?;
    let args = remote::DomainGetMessagesArgs { dom: dom.wire(), flags };
    let mut call = dom.call();
    let ret = dom.driver().domain_get_messages(&mut call, &args)?;
    give_strings(&ret.msgs, msgs)
}

#[entry]
fn virDomainGetSchedulerType(domain: In<'_, Domain>, nparams: Out<'_, c_int>) -> OwnedStr {
    let dom = domain.get()?;
    let args = remote::DomainGetSchedulerTypeArgs { dom: dom.wire() };
    let mut call = dom.call();
    let ret = dom.driver().domain_get_scheduler_type(&mut call, &args)?;
    nparams.write(answered(ret.nparams, "nparams")?);
    Ok(ret.r#type.as_bytes().to_vec())
}

#[entry]
fn virDomainInjectNMI(domain: In<'_, Domain>, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainInjectNmiArgs { dom: dom.wire(), flags };
    dom.ask(|driver, call| driver.domain_inject_nmi(call, &args))
}

#[entry]
fn virDomainSetLifecycleAction(domain: In<'_, Domain>, r#type: c_uint, action: c_uint, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let known = |what, value: u32, last| {
        if value > last {
            let text = message::compose(&format!("invalid lifecycle {what} '%1$u'"), &[&value]);
            return Err(Error::new(FROM, ErrorCode::INVALID_ARG, text));
        }
        Ok(())
    };
    known("type", r#type, VIR_DOMAIN_LIFECYCLE_CRASH)?;
    known("action", action, VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING)?;
    let args = remote::DomainSetLifecycleActionArgs { dom: dom.wire(), r#type, action, flags };
    dom.ask(|driver, call| driver.domain_set_lifecycle_action(call, &args))
}

#[entry]
fn virDomainStartDirtyRateCalc(domain: In<'_, Domain>, seconds: c_int, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    // The third mode is the absence of these two.
    exclusive(
        flags,
        (VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP, "VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP"),
        (VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING, "VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING"),
    )?;
    let args = remote::DomainStartDirtyRateCalcArgs { dom: dom.wire(), seconds, flags };
    dom.ask(|driver, call| driver.domain_start_dirty_rate_calc(call, &args))
}

#[entry]
fn virDomainAnnounceInterface(
    dom: In<'_, Domain>,
    device: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = dom.for_write()?;
    if nparams != 0 {
        params.present("params")?;
        not_negative(nparams, "nparams")?;
    } else if !params.is_null() {
        return Err(Fault::Argument("params", Rule::Null));
    }
    let params = settings(dom, params, nparams)?;
    let args =
        remote::DomainAnnounceInterfaceArgs { dom: dom.wire(), device: device.opt().map(Into::into), params, flags };
    dom.ask(|driver, call| driver.domain_announce_interface(call, &args))
}
