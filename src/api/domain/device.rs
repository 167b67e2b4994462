//! Entry points: domain, device.
use crate::abi::{In, InStr, Out, OwnedStr, Status};
use crate::objects::{Domain, Stream};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_longlong, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry(stub = "pending")]
fn virDomainAttachDevice(domain: In<'_, Domain>, xml: InStr<'_>) -> Status {}

#[entry(stub = "pending")]
fn virDomainAttachDeviceFlags(domain: In<'_, Domain>, xml: InStr<'_>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainDetachDevice(domain: In<'_, Domain>, xml: InStr<'_>) -> Status {}

#[entry(stub = "pending")]
fn virDomainDetachDeviceAlias(domain: In<'_, Domain>, alias: InStr<'_>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainDetachDeviceFlags(domain: In<'_, Domain>, xml: InStr<'_>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainGraphicsReload(domain: In<'_, Domain>, r#type: c_uint, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainOpenChannel(
    dom: In<'_, Domain>,
    name: InStr<'_>,
    st: In<'_, Stream>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainOpenConsole(
    dom: In<'_, Domain>,
    dev_name: InStr<'_>,
    st: In<'_, Stream>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainOpenGraphics(dom: In<'_, Domain>, idx: c_uint, fd: c_int, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainOpenGraphicsFD(dom: In<'_, Domain>, idx: c_uint, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainScreenshot(
    domain: In<'_, Domain>,
    stream: In<'_, Stream>,
    screen: c_uint,
    flags: c_uint,
) -> OwnedStr {
}

#[entry(stub = "pending")]
fn virDomainSendKey(
    domain: In<'_, Domain>,
    codeset: c_uint,
    holdtime: c_uint,
    keycodes: Out<'_, c_uint>,
    nkeycodes: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSendProcessSignal(
    domain: In<'_, Domain>,
    pid_value: c_longlong,
    signum: c_uint,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainUpdateDeviceFlags(domain: In<'_, Domain>, xml: InStr<'_>, flags: c_uint) -> Status {}
