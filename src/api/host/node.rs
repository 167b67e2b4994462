//! libvirt-host.h: the host's hardware, memory and NUMA cells.
use crate::abi::ctypes::{virNodeInfo, virSecurityModel, virTypedParameter};
use crate::abi::{
    Array, CallerParams, Count, Fault, In, Out, Status, ULongLongOrZero, node_info, not_negative, not_zero,
    put_cpu_map, put_params, security_model,
};
use crate::objects::Connection;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote::Procedure;
use std::ffi::{c_int, c_uint, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virNodeAllocPages(
    conn: In<'_, Connection>,
    npages: c_uint,
    page_sizes: Array<'_, c_uint>,
    page_counts: Array<'_, c_ulonglong>,
    start_cell: c_int,
    cell_count: c_uint,
    flags: c_uint,
) -> Count {
    let conn = conn.for_write()?;
    not_zero(npages, "npages")?;
    page_sizes.present("pageSizes")?;
    page_counts.present("pageCounts")?;
    not_zero(cell_count, "cellCount")?;
    conn.driver().admits(Procedure::NODE_ALLOC_PAGES, npages as usize)?;
    let sizes = page_sizes.copied("pageSizes", npages)?;
    let counts = page_counts.copied("pageCounts", npages)?;
    Ok(conn.node_alloc_pages(sizes, counts, start_cell, cell_count, flags)?)
}

#[entry]
fn virNodeGetCPUMap(
    conn: In<'_, Connection>,
    cpumap: Out<'_, *mut u8>,
    online: Out<'_, c_uint>,
    flags: c_uint,
) -> Count {
    let map = conn.get()?.node_cpu_map_of(!cpumap.is_null(), !online.is_null(), flags)?;
    put_cpu_map(&map, cpumap, online)
}

#[entry]
fn virNodeGetCellsFreeMemory(
    conn: In<'_, Connection>,
    free_mems: Array<'_, c_ulonglong>,
    start_cell: c_int,
    max_cells: c_int,
) -> Count {
    let conn = conn.get()?;
    let room = free_mems.room("freeMems", max_cells)?;
    room.give(&conn.node_cells_free_memory(start_cell, max_cells)?)
}

#[entry]
fn virNodeGetFreeMemory(conn: In<'_, Connection>) -> ULongLongOrZero {
    match conn.get()?.node_free_memory()? {
        // Indistinguishable from failure for the caller, so it gets an error to look at.
        0 => Err(Fault::unexplained()),
        bytes => Ok(bytes),
    }
}

#[entry]
fn virNodeGetFreePages(
    conn: In<'_, Connection>,
    npages: c_uint,
    pages: Array<'_, c_uint>,
    start_cell: c_int,
    cell_count: c_uint,
    counts: Array<'_, c_ulonglong>,
    flags: c_uint,
) -> Count {
    let conn = conn.get()?;
    not_zero(npages, "npages")?;
    pages.present("pages")?;
    not_zero(cell_count, "cellCount")?;
    counts.present("counts")?;
    let room = counts.room("counts", u64::from(npages).saturating_mul(cell_count.into()))?;
    conn.driver().admits(Procedure::NODE_GET_FREE_PAGES, npages as usize)?;
    let pages = pages.copied("pages", npages)?;
    room.give(&conn.node_free_pages(pages, start_cell, cell_count, flags)?)
}

#[entry]
fn virNodeGetInfo(conn: In<'_, Connection>, info: Out<'_, virNodeInfo>) -> Status {
    let conn = conn.get()?;
    info.get("info")?.write(node_info(&conn.node_info()?)?);
    Ok(())
}

#[entry]
fn virNodeGetMemoryParameters(
    conn: In<'_, Connection>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let conn = conn.get()?;
    CallerParams::new(params, nparams)?.fill(|max| conn.node_memory_parameters_of(max, flags))
}

#[entry]
fn virNodeGetSEVInfo(
    conn: In<'_, Connection>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let conn = conn.get()?;
    let nparams = nparams.get("nparams")?;
    not_negative(nparams.read().unwrap_or(0), "*nparams")?;
    let answer = conn.node_sev_info(flags)?;
    put_params(&answer, params.get("params")?, nparams)
}

#[entry]
fn virNodeGetSecurityModel(conn: In<'_, Connection>, secmodel: Out<'_, virSecurityModel>) -> Status {
    let conn = conn.get()?;
    let place = secmodel.get("secmodel")?;
    place.zero();
    place.write(security_model(&conn.node_security_model()?)?);
    Ok(())
}

#[entry]
fn virNodeSetMemoryParameters(
    conn: In<'_, Connection>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let conn = conn.for_write()?;
    params.present("params")?;
    not_negative(nparams, "nparams")?;
    Ok(conn.set_node_memory_parameters(&params.given(nparams)?, flags)?)
}

#[entry]
fn virNodeSuspendForDuration(conn: In<'_, Connection>, target: c_uint, duration: c_ulonglong, flags: c_uint) -> Status {
    Ok(conn.get()?.node_suspend_for_duration(target, duration, flags)?)
}
