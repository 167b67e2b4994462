//! libvirt-domain.h: what a domain is configured to be: XML, metadata, the hypervisor's native formats.
mod security;

use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, Count, Fault, In, InStr, Out, OwnedStr, Rule, Status, give_strings};
use crate::objects::{Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
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
    let (format, config) = (native_format.get("nativeFormat")?, native_config.get("nativeConfig")?);
    Ok(conn.domain_xml_from_native(format, config, flags)?.into())
}

#[entry]
fn virConnectDomainXMLToNative(
    conn: In<'_, Connection>,
    native_format: InStr<'_>,
    domain_xml: InStr<'_>,
    flags: c_uint,
) -> OwnedStr {
    let conn = conn.for_write()?;
    let (format, xml) = (native_format.get("nativeFormat")?, domain_xml.get("domainXml")?);
    Ok(conn.domain_xml_to_native(format, xml, flags)?.into())
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
    let conn = conn.get()?;
    Ok(conn.domain_capabilities(emulatorbin.opt(), arch.opt(), machine.opt(), virttype.opt(), flags)?.into())
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
    give_strings(&dom.messages(flags)?, msgs)
}

#[entry]
fn virDomainGetSchedulerType(domain: In<'_, Domain>, nparams: Out<'_, c_int>) -> OwnedStr {
    let (name, number) = domain.get()?.scheduler_type()?;
    nparams.write(number);
    Ok(name.into())
}

#[entry]
fn virDomainInjectNMI(domain: In<'_, Domain>, flags: c_uint) -> Status {
    Ok(domain.get()?.inject_nmi(flags)?)
}

#[entry]
fn virDomainSetLifecycleAction(domain: In<'_, Domain>, r#type: c_uint, action: c_uint, flags: c_uint) -> Status {
    Ok(domain.get()?.set_lifecycle_action(r#type, action, flags)?)
}

#[entry]
fn virDomainStartDirtyRateCalc(domain: In<'_, Domain>, seconds: c_int, flags: c_uint) -> Status {
    Ok(domain.get()?.start_dirty_rate_calc(seconds, flags)?)
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
    if nparams == 0 && !params.is_null() {
        return Err(Fault::Argument("params", Rule::Null));
    }
    let params = if nparams == 0 { Vec::new() } else { params.settings_or_none(nparams)? };
    Ok(dom.announce_interface(device.opt(), &params, flags)?)
}
