//! Which processors of the host may run a domain's virtual processors and its emulator: maps of one bit each.
use super::FROM;
use crate::abi::{Array, Count, In, Status, put_cpu_maps};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use std::ffi::{c_int, c_uint};

#[entry]
fn virDomainGetVcpuPinInfo(
    domain: In<'_, Domain>,
    ncpumaps: c_int,
    cpumaps: Array<'_, u8>,
    maplen: c_int,
    flags: c_uint,
) -> Count {
    let dom = domain.get()?;
    if ncpumaps > 0 {
        cpumaps.present("cpumaps")?;
    }
    let maps = dom.vcpu_pin_info(ncpumaps, maplen, flags)?;
    put_cpu_maps(&maps, cpumaps, ncpumaps, maplen)?;
    Ok(maps.number())
}

#[entry]
fn virDomainPinVcpu(domain: In<'_, Domain>, vcpu: c_uint, cpumap: Array<'_, u8>, maplen: c_int) -> Status {
    Ok(domain.for_write()?.pin_vcpu(vcpu, cpumap.cpu_map(maplen)?)?)
}

#[entry]
fn virDomainPinVcpuFlags(
    domain: In<'_, Domain>,
    vcpu: c_uint,
    cpumap: Array<'_, u8>,
    maplen: c_int,
    flags: c_uint,
) -> Status {
    Ok(domain.for_write()?.pin_vcpu_flags(vcpu, cpumap.cpu_map(maplen)?, flags)?)
}

#[entry]
fn virDomainPinEmulator(domain: In<'_, Domain>, cpumap: Array<'_, u8>, maplen: c_int, flags: c_uint) -> Status {
    Ok(domain.for_write()?.pin_emulator(cpumap.cpu_map(maplen)?, flags)?)
}

#[entry]
fn virDomainGetEmulatorPinInfo(domain: In<'_, Domain>, cpumap: Array<'_, u8>, maplen: c_int, flags: c_uint) -> Count {
    let dom = domain.get()?;
    cpumap.present("cpumap")?;
    let maps = dom.emulator_pin_info(maplen, flags)?;
    put_cpu_maps(&maps, cpumap, 1, maplen)?;
    Ok(maps.number())
}
