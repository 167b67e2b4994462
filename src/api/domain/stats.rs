//! libvirt-domain.h: what a domain's disks, interfaces, memory and processors did so far.
//!
//! The other statistics have rooms of their own: lists over many domains, jobs, and looks into disks and memory.
mod domain_stats;
mod job;
mod peek;

use crate::abi::ctypes::{
    VIR_DOMAIN_MEMORY_STAT_NR, virDomainBlockInfo, virDomainBlockStatsStruct, virDomainDiskError,
    virDomainInterfaceStatsStruct, virDomainMemoryStatStruct, virTypedParameter,
};
use crate::abi::{
    Array, CallerParams, Count, Fault, In, InStr, Out, ParamMatrix, Result, Rule, Status, store_disk_errors,
    store_memory_stats,
};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainBlockStats(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    stats: Out<'_, virDomainBlockStatsStruct>,
    size: usize,
) -> Status {
    let dom = dom.get()?;
    let disk = disk.get("disk")?;
    stats.put_sized("stats", size, || dom.block_stats(disk))
}

#[entry]
fn virDomainBlockStatsFlags(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = dom.get()?;
    let disk = disk.get("disk")?;
    CallerParams::new(params, nparams)?.fill(|max| dom.block_stats_flags_of(disk, max, flags))
}

#[entry]
fn virDomainInterfaceStats(
    dom: In<'_, Domain>,
    device: InStr<'_>,
    stats: Out<'_, virDomainInterfaceStatsStruct>,
    size: usize,
) -> Status {
    let dom = dom.get()?;
    let device = device.get("device")?;
    stats.put_sized("stats", size, || dom.interface_stats(device))
}

#[entry]
fn virDomainGetBlockInfo(
    domain: In<'_, Domain>,
    disk: InStr<'_>,
    info: Out<'_, virDomainBlockInfo>,
    flags: c_uint,
) -> Status {
    info.zero();
    let dom = domain.get()?;
    let disk = disk.get_filled("disk")?;
    info.get("info")?.put(dom.block_info(disk, flags))
}

#[entry]
fn virDomainGetCPUStats(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_uint,
    start_cpu: c_int,
    ncpus: c_uint,
    flags: c_uint,
) -> Count {
    let dom = domain.get()?;
    dom.check_cpu_range(start_cpu, ncpus)?;
    check_matrix(params, nparams, ncpus)?;
    let (width, stats) = dom.cpu_stats_of(nparams, start_cpu, ncpus, flags)?;
    if nparams == 0 && stats.is_empty() {
        return Ok(width);
    }
    ParamMatrix::new(params, nparams, ncpus).store(&stats, width)
}

/// The numbers alone are asked for with no array at all.
fn check_matrix(params: Array<'_, virTypedParameter>, nparams: c_uint, ncpus: c_uint) -> Result<()> {
    if nparams != 0 {
        params.present("params")?;
    }
    if (nparams == 0 || ncpus == 0) && !params.is_null() {
        return Err(Fault::Argument("params", Rule::Null));
    }
    Ok(())
}

#[entry]
fn virDomainGetDiskErrors(
    dom: In<'_, Domain>,
    errors: Array<'_, virDomainDiskError>,
    maxerrors: c_uint,
    flags: c_uint,
) -> Count {
    let dom = dom.get()?;
    let room = errors.room("errors", maxerrors)?;
    let (number, errors) = dom.disk_errors_of(maxerrors, flags)?;
    store_disk_errors(&errors, room)?;
    Ok(number)
}

#[entry]
fn virDomainMemoryStats(
    dom: In<'_, Domain>,
    stats: Array<'_, virDomainMemoryStatStruct>,
    nr_stats: c_uint,
    flags: c_uint,
) -> Count {
    let dom = dom.get()?;
    if stats.is_null() || nr_stats == 0 {
        return Ok(0);
    }
    let room = stats.room("stats", nr_stats.min(VIR_DOMAIN_MEMORY_STAT_NR))?;
    store_memory_stats(&dom.memory_stats_of(nr_stats, flags)?, room)
}

#[entry]
fn virDomainSetMemoryStatsPeriod(domain: In<'_, Domain>, period: c_int, flags: c_uint) -> Status {
    Ok(domain.get()?.set_memory_stats_period(period, flags)?)
}
