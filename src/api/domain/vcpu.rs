//! Entry points: domain, vcpu.
use crate::abi::ctypes::{virDomainIOThreadInfo, virTypedParameter, virVcpuInfo};
use crate::abi::{Array, In, InStr, Out, Status};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry(stub = "pending")]
fn virDomainAddIOThread(domain: In<'_, Domain>, iothread_id: c_uint, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainDelIOThread(domain: In<'_, Domain>, iothread_id: c_uint, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainGetEmulatorPinInfo(
    domain: In<'_, Domain>,
    cpumap: Array<'_, u8>,
    maplen: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetGuestVcpus(
    domain: In<'_, Domain>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_uint>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetIOThreadInfo(
    dom: In<'_, Domain>,
    info: Out<'_, *mut *mut virDomainIOThreadInfo>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetMaxVcpus(domain: In<'_, Domain>) -> Status {}

#[entry(stub = "pending")]
fn virDomainGetVcpuPinInfo(
    domain: In<'_, Domain>,
    ncpumaps: c_int,
    cpumaps: Array<'_, u8>,
    maplen: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetVcpus(
    domain: In<'_, Domain>,
    info: Array<'_, virVcpuInfo>,
    maxinfo: c_int,
    cpumaps: Array<'_, u8>,
    maplen: c_int,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetVcpusFlags(domain: In<'_, Domain>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainIOThreadInfoFree(info: Out<'_, virDomainIOThreadInfo>) {}

#[entry(stub = "pending")]
fn virDomainPinEmulator(
    domain: In<'_, Domain>,
    cpumap: Array<'_, u8>,
    maplen: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainPinIOThread(
    domain: In<'_, Domain>,
    iothread_id: c_uint,
    cpumap: Array<'_, u8>,
    maplen: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainPinVcpu(
    domain: In<'_, Domain>,
    vcpu: c_uint,
    cpumap: Array<'_, u8>,
    maplen: c_int,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainPinVcpuFlags(
    domain: In<'_, Domain>,
    vcpu: c_uint,
    cpumap: Array<'_, u8>,
    maplen: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetGuestVcpus(
    domain: In<'_, Domain>,
    cpumap: InStr<'_>,
    state: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetIOThreadParams(
    domain: In<'_, Domain>,
    iothread_id: c_uint,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetVcpu(
    domain: In<'_, Domain>,
    vcpumap: InStr<'_>,
    state: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetVcpus(domain: In<'_, Domain>, nvcpus: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainSetVcpusFlags(domain: In<'_, Domain>, nvcpus: c_uint, flags: c_uint) -> Status {}
