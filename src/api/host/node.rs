//! Entry points: host, node.
use crate::abi::ctypes::{
    virNodeCPUStats, virNodeInfo, virNodeMemoryStats, virSecurityModel, virTypedParameter,
};
use crate::abi::{Array, In, Out, Status, ULongLongOrZero};
use crate::objects::Connection;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_uint, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NONE;

#[entry(stub = "pending")]
fn virNodeAllocPages(
    conn: In<'_, Connection>,
    npages: c_uint,
    page_sizes: Out<'_, c_uint>,
    page_counts: Out<'_, c_ulonglong>,
    start_cell: c_int,
    cell_count: c_uint,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virNodeGetCPUMap(
    conn: In<'_, Connection>,
    cpumap: Out<'_, *mut u8>,
    online: Out<'_, c_uint>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virNodeGetCPUStats(
    conn: In<'_, Connection>,
    cpu_num: c_int,
    params: Array<'_, virNodeCPUStats>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virNodeGetCellsFreeMemory(
    conn: In<'_, Connection>,
    free_mems: Out<'_, c_ulonglong>,
    start_cell: c_int,
    max_cells: c_int,
) -> Status {
}

#[entry(stub = "pending")]
fn virNodeGetFreeMemory(conn: In<'_, Connection>) -> ULongLongOrZero {}

#[entry(stub = "pending")]
fn virNodeGetFreePages(
    conn: In<'_, Connection>,
    npages: c_uint,
    pages: Out<'_, c_uint>,
    start_cell: c_int,
    cell_count: c_uint,
    counts: Out<'_, c_ulonglong>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virNodeGetInfo(conn: In<'_, Connection>, info: Out<'_, virNodeInfo>) -> Status {}

#[entry(stub = "pending")]
fn virNodeGetMemoryParameters(
    conn: In<'_, Connection>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virNodeGetMemoryStats(
    conn: In<'_, Connection>,
    cell_num: c_int,
    params: Array<'_, virNodeMemoryStats>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virNodeGetSEVInfo(
    conn: In<'_, Connection>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virNodeGetSecurityModel(
    conn: In<'_, Connection>,
    secmodel: Out<'_, virSecurityModel>,
) -> Status {
}

#[entry(stub = "pending")]
fn virNodeSetMemoryParameters(
    conn: In<'_, Connection>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virNodeSuspendForDuration(
    conn: In<'_, Connection>,
    target: c_uint,
    duration: c_ulonglong,
    flags: c_uint,
) -> Status {
}
