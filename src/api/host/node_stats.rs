//! libvirt-host.h: what the host's CPUs and memory cells count. Times are nanoseconds, sizes KiB.
use crate::abi::ctypes::{virNodeCPUStats, virNodeMemoryStats};
use crate::abi::{Array, CallerStats, In, Out, Status};
use crate::objects::Connection;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virNodeGetCPUStats(
    conn: In<'_, Connection>,
    cpu_num: c_int,
    params: Array<'_, virNodeCPUStats>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let conn = conn.get()?;
    let caller = CallerStats::new(params, nparams)?;
    caller.fill("remoteNodeGetCPUStats", |max| conn.node_cpu_stats_of(cpu_num, max, flags))
}

#[entry]
fn virNodeGetMemoryStats(
    conn: In<'_, Connection>,
    cell_num: c_int,
    params: Array<'_, virNodeMemoryStats>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let conn = conn.get()?;
    let caller = CallerStats::new(params, nparams)?;
    caller.fill("remoteNodeGetMemoryStats", |max| conn.node_memory_stats_of(cell_num, max, flags))
}
