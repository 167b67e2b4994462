//! Entry points: domain, lifecycle.
use crate::abi::ctypes::{virDomainControlInfo, virDomainInfo};
use crate::abi::{In, InStr, Out, Owned, Status};
use crate::objects::{Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry(stub = "pending")]
fn virDomainCreate(domain: In<'_, Domain>) -> Status {}

#[entry(stub = "pending")]
fn virDomainCreateLinux(
    conn: In<'_, Connection>,
    xml_desc: InStr<'_>,
    flags: c_uint,
) -> Owned<Domain> {
}

#[entry(stub = "pending")]
fn virDomainCreateWithFiles(
    domain: In<'_, Domain>,
    nfiles: c_uint,
    files: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainCreateWithFlags(domain: In<'_, Domain>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainCreateXML(
    conn: In<'_, Connection>,
    xml_desc: InStr<'_>,
    flags: c_uint,
) -> Owned<Domain> {
}

#[entry(stub = "pending")]
fn virDomainCreateXMLWithFiles(
    conn: In<'_, Connection>,
    xml_desc: InStr<'_>,
    nfiles: c_uint,
    files: Out<'_, c_int>,
    flags: c_uint,
) -> Owned<Domain> {
}

#[entry(stub = "pending")]
fn virDomainDefineXML(conn: In<'_, Connection>, xml: InStr<'_>) -> Owned<Domain> {}

#[entry(stub = "pending")]
fn virDomainDefineXMLFlags(
    conn: In<'_, Connection>,
    xml: InStr<'_>,
    flags: c_uint,
) -> Owned<Domain> {
}

#[entry(stub = "pending")]
fn virDomainDestroy(domain: In<'_, Domain>) -> Status {}

#[entry(stub = "pending")]
fn virDomainDestroyFlags(domain: In<'_, Domain>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainGetAutostart(domain: In<'_, Domain>, autostart: Out<'_, c_int>) -> Status {}

#[entry(stub = "pending")]
fn virDomainGetAutostartOnce(domain: In<'_, Domain>, autostart: Out<'_, c_int>) -> Status {}

#[entry(stub = "pending")]
fn virDomainGetControlInfo(
    domain: In<'_, Domain>,
    info: Out<'_, virDomainControlInfo>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetInfo(domain: In<'_, Domain>, info: Out<'_, virDomainInfo>) -> Status {}

#[entry(stub = "pending")]
fn virDomainGetState(
    domain: In<'_, Domain>,
    state: Out<'_, c_int>,
    reason: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainReboot(domain: In<'_, Domain>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainRename(dom: In<'_, Domain>, new_name: InStr<'_>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainReset(domain: In<'_, Domain>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainResume(domain: In<'_, Domain>) -> Status {}

#[entry(stub = "pending")]
fn virDomainSetAutostart(domain: In<'_, Domain>, autostart: c_int) -> Status {}

#[entry(stub = "pending")]
fn virDomainSetAutostartOnce(domain: In<'_, Domain>, autostart: c_int) -> Status {}

#[entry(stub = "pending")]
fn virDomainShutdown(domain: In<'_, Domain>) -> Status {}

#[entry(stub = "pending")]
fn virDomainShutdownFlags(domain: In<'_, Domain>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainSuspend(domain: In<'_, Domain>) -> Status {}

#[entry(stub = "pending")]
fn virDomainUndefine(domain: In<'_, Domain>) -> Status {}

#[entry(stub = "pending")]
fn virDomainUndefineFlags(domain: In<'_, Domain>, flags: c_uint) -> Status {}
