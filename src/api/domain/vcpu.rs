//! libvirt-domain.h: how many virtual processors a domain has, and which the guest uses.
mod iothread;
mod pinning;

use crate::abi::ctypes::{virTypedParameter, virVcpuInfo};
use crate::abi::{
    Array, Count, Fault, In, InStr, Out, Result, Rule, Status, positive, put_cpu_maps, put_params, vcpu_infos,
};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainGetMaxVcpus(domain: In<'_, Domain>) -> Count {
    Ok(domain.get()?.max_vcpus()?)
}

#[entry]
fn virDomainGetVcpusFlags(domain: In<'_, Domain>, flags: c_uint) -> Count {
    Ok(domain.get()?.vcpus_flags(flags)?)
}

#[entry]
fn virDomainSetVcpus(domain: In<'_, Domain>, nvcpus: c_uint) -> Status {
    Ok(domain.get()?.set_vcpus(nvcpus)?)
}

#[entry]
fn virDomainSetVcpusFlags(domain: In<'_, Domain>, nvcpus: c_uint, flags: c_uint) -> Status {
    Ok(domain.get()?.set_vcpus_flags(nvcpus, flags)?)
}

#[entry]
fn virDomainSetVcpu(domain: In<'_, Domain>, vcpumap: InStr<'_>, state: c_int, flags: c_uint) -> Status {
    Ok(domain.for_write()?.set_vcpu(vcpumap.get("vcpumap")?, state, flags)?)
}

#[entry]
fn virDomainGetVcpus(
    domain: In<'_, Domain>,
    info: Array<'_, virVcpuInfo>,
    maxinfo: c_int,
    cpumaps: Array<'_, u8>,
    maplen: c_int,
) -> Count {
    let dom = domain.get()?;
    info.present("info")?;
    positive(maxinfo, "maxinfo")?;
    check_map_length(cpumaps, maplen)?;
    let (infos, maps) = dom.vcpus(maxinfo, maplen)?;
    let room = info.room("info", maxinfo)?;
    room.zero();
    room.fill(&vcpu_infos(&infos))?;
    put_cpu_maps(&maps, cpumaps, maxinfo, maplen)?;
    Ok(maps.number())
}

/// Maps are wanted if there is room for them, and then have a length.
fn check_map_length(cpumaps: Array<'_, u8>, maplen: c_int) -> Result<()> {
    if !cpumaps.is_null() {
        positive(maplen, "maplen")
    } else if maplen != 0 {
        // The stock text says the opposite of what is asked for.
        Err(Fault::Argument("maplen", Rule::NotZero))
    } else {
        Ok(())
    }
}

/// `nparams` is an unsigned int in C, which has the same representation.
#[entry]
fn virDomainGetGuestVcpus(
    domain: In<'_, Domain>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_uint>,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    let params = params.get("params")?;
    let nparams = nparams.get("nparams")?;
    put_params(&dom.guest_vcpus(flags)?, params, nparams.signed())
}

#[entry]
fn virDomainSetGuestVcpus(domain: In<'_, Domain>, cpumap: InStr<'_>, state: c_int, flags: c_uint) -> Status {
    Ok(domain.for_write()?.set_guest_vcpus(cpumap.get("cpumap")?, state, flags)?)
}
