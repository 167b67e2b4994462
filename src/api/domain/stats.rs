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
    Array, CallerParams, Count, Fault, In, InStr, Out, ParamMatrix, Rule, Status, answered, answered_with,
    not_negative, store_disk_errors,
};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::remote;
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
    let stats = stats.get("stats")?;
    struct_size::<virDomainBlockStatsStruct>(size)?;
    let mut call = dom.call();
    let args = remote::DomainBlockStatsArgs { dom: dom.wire(), path: disk.into() };
    let ret = dom.driver().domain_block_stats(&mut call, &args)?;
    let value = virDomainBlockStatsStruct {
        rd_req: ret.rd_req,
        rd_bytes: ret.rd_bytes,
        wr_req: ret.wr_req,
        wr_bytes: ret.wr_bytes,
        errs: ret.errs,
    };
    stats.write_part(&value, size);
    Ok(())
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
    let params = CallerParams::new(params, nparams)?;
    let args = remote::DomainBlockStatsFlagsArgs {
        dom: dom.wire(),
        path: disk.into(),
        nparams: params.room(),
        flags: dom.conn().with_strings(flags)?,
    };
    let mut call = dom.call();
    let ret = dom.driver().domain_block_stats_flags(&mut call, &args)?;
    let supported = answered(ret.nparams, "nparams")?;
    params.store(&ret.params, supported)
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
    let stats = stats.get("stats")?;
    struct_size::<virDomainInterfaceStatsStruct>(size)?;
    let mut call = dom.call();
    let args = remote::DomainInterfaceStatsArgs { dom: dom.wire(), device: device.into() };
    let ret = dom.driver().domain_interface_stats(&mut call, &args)?;
    let value = virDomainInterfaceStatsStruct {
        rx_bytes: ret.rx_bytes,
        rx_packets: ret.rx_packets,
        rx_errs: ret.rx_errs,
        rx_drop: ret.rx_drop,
        tx_bytes: ret.tx_bytes,
        tx_packets: ret.tx_packets,
        tx_errs: ret.tx_errs,
        tx_drop: ret.tx_drop,
    };
    stats.write_part(&value, size);
    Ok(())
}

/// A caller built against an older header knows a shorter struct; a longer one than ours cannot be filled.
fn struct_size<T>(size: usize) -> Result<(), Fault> {
    let ours = size_of::<T>();
    if size > ours {
        return Err(Fault::Invalid("size", message!("size must not exceed %1$zu", ours)));
    }
    Ok(())
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
    let info = info.get("info")?;
    let mut call = dom.call();
    let args = remote::DomainGetBlockInfoArgs { dom: dom.wire(), path: disk.into(), flags };
    let ret = dom.driver().domain_get_block_info(&mut call, &args)?;
    info.write(virDomainBlockInfo { capacity: ret.capacity, allocation: ret.allocation, physical: ret.physical });
    Ok(())
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
    check_matrix(params, nparams, start_cpu, ncpus)?;
    let flags = dom.conn().with_strings(flags)?;
    let mut call = dom.call();
    let args = remote::DomainGetCpuStatsArgs { dom: dom.wire(), nparams, start_cpu, ncpus, flags };
    let ret = dom.driver().domain_get_cpu_stats(&mut call, &args)?;
    if nparams == 0 && ret.params.is_empty() {
        // The caller asked how many parameters there are, or with ncpus 0 how many processors.
        return answered(ret.nparams, "nparams");
    }
    ParamMatrix::new(params, nparams, ncpus).store(&ret.params, ret.nparams)
}

/// The arguments of virDomainGetCPUStats() depend on each other: -1 stands for the sum over all processors, and the
/// numbers alone are asked for with no array at all.
fn check_matrix(
    params: Array<'_, virTypedParameter>,
    nparams: c_uint,
    start_cpu: c_int,
    ncpus: c_uint,
) -> Result<(), Fault> {
    if start_cpu != -1 {
        not_negative(start_cpu, "start_cpu")?;
    } else if ncpus != 1 {
        let text = message!("ncpus must be 1 when start_cpu is -1");
        return Err(Fault::Invalid("start_cpu", text));
    }
    if nparams != 0 {
        params.present("params")?;
    }
    if (nparams == 0 || ncpus == 0) && !params.is_null() {
        return Err(Fault::Argument("params", Rule::Null));
    }
    if nparams.checked_mul(ncpus).is_none() {
        let text = message!("input too large: %1$u * %2$u", nparams, ncpus);
        return Err(Error::new(FROM, ErrorCode::OVERFLOW, text).into());
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
    errors.room("errors", maxerrors)?;
    let mut call = dom.call();
    let args = remote::DomainGetDiskErrorsArgs { dom: dom.wire(), maxerrors, flags };
    let ret = dom.driver().domain_get_disk_errors(&mut call, &args)?;
    if maxerrors == 0 {
        // The caller asked how much room it needs.
        return answered(ret.nerrors, "nerrors");
    }
    answered_with(ret.nerrors, ret.errors.len(), "nerrors")?;
    store_disk_errors(&ret.errors, errors, maxerrors)
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
    let max_stats = nr_stats.min(VIR_DOMAIN_MEMORY_STAT_NR);
    let mut call = dom.call();
    let args = remote::DomainMemoryStatsArgs { dom: dom.wire(), max_stats, flags };
    let ret = dom.driver().domain_memory_stats(&mut call, &args)?;
    let values: Vec<_> = ret.stats.iter().map(|s| virDomainMemoryStatStruct { tag: s.tag, val: s.val }).collect();
    stats.room("stats", max_stats)?.fill(&values)?;
    crate::abi::count(values.len())
}

#[entry]
fn virDomainSetMemoryStatsPeriod(domain: In<'_, Domain>, period: c_int, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    not_negative(period, "period")?;
    let args = remote::DomainSetMemoryStatsPeriodArgs { dom: dom.wire(), period, flags };
    dom.ask(|driver, call| driver.domain_set_memory_stats_period(call, &args))
}
