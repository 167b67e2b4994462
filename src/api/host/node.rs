//! libvirt-host.h: the host's hardware, memory and NUMA cells.
use crate::abi::ctypes::{virNodeInfo, virSecurityModel, virTypedParameter};
use crate::abi::{
    Array, CallerParams, Count, Fault, In, Mallocs, Out, Result, Rule, Status, ULong, ULongLongOrZero, bad_reply,
    count, fill_chars, give_params, not_negative, number, positive,
};
use crate::objects::{Connection, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, message};
use oxivirt_protocol::remote;
use std::ffi::{c_char, c_int, c_uint, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

fn not_zero(value: c_uint, name: &'static str) -> Result<()> {
    if value == 0 {
        return Err(Fault::Argument(name, Rule::NotZero));
    }
    Ok(())
}

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
    conn.driver().admits(remote::Procedure::NODE_ALLOC_PAGES, npages as usize)?;
    let args = remote::NodeAllocPagesArgs {
        page_sizes: page_sizes.copied("pageSizes", npages)?,
        page_counts: page_counts.copied("pageCounts", npages)?,
        start_cell,
        cell_count,
        flags,
    };
    conn.ask_number(|driver, call| Ok(driver.node_alloc_pages(call, &args)?.ret))
}

#[entry]
fn virNodeGetCPUMap(
    conn: In<'_, Connection>,
    cpumap: Out<'_, *mut u8>,
    online: Out<'_, c_uint>,
    flags: c_uint,
) -> Count {
    let conn = conn.get()?;
    let (need_map, need_online) = (!cpumap.is_null(), !online.is_null());
    let args = remote::NodeGetCpuMapArgs { need_map: need_map.into(), need_online: need_online.into(), flags };
    let mut call = conn.call();
    let ret = conn.driver().node_get_cpu_map(&mut call, &args)?;
    let cpus = number(ret.ret)?;
    if need_map {
        let map = ret.cpumap.as_bytes();
        // The caller reads as many bits as the result says.
        if map.len().saturating_mul(8) < usize::try_from(cpus).unwrap_or(usize::MAX) {
            let bytes = map.len();
            return Err(bad_reply(format!("the reply has {cpus} CPUs in a map of {bytes} bytes")));
        }
        let mut memory = Mallocs::new();
        cpumap.write(memory.array(map)?);
        memory.release();
    }
    online.write(ret.online);
    Ok(cpus)
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
    positive(max_cells, "maxCells")?;
    not_negative(start_cell, "startCell")?;
    let args = remote::NodeGetCellsFreeMemoryArgs { start_cell, maxcells: max_cells };
    let ret = conn.ask(|driver, call| driver.node_get_cells_free_memory(call, &args))?;
    room.fill(&ret.cells)?;
    count(ret.cells.len())
}

#[entry]
fn virNodeGetFreeMemory(conn: In<'_, Connection>) -> ULongLongOrZero {
    let conn = conn.get()?;
    match conn.ask(|driver, call| Ok(driver.node_get_free_memory(call)?.free_mem))? {
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
    let entries = u64::from(npages).saturating_mul(cell_count.into());
    let room = counts.room("counts", entries)?;
    conn.driver().admits(remote::Procedure::NODE_GET_FREE_PAGES, npages as usize)?;
    let pages = pages.copied("pages", npages)?;
    let args = remote::NodeGetFreePagesArgs { pages, start_cell, cell_count, flags };
    let ret = conn.ask(|driver, call| driver.node_get_free_pages(call, &args))?;
    room.fill(&ret.counts)?;
    count(ret.counts.len())
}

#[entry]
fn virNodeGetInfo(conn: In<'_, Connection>, info: Out<'_, virNodeInfo>) -> Status {
    let conn = conn.get()?;
    let info = info.get("info")?;
    let ret = conn.ask(|driver, call| driver.node_get_info(call))?;
    info.write(virNodeInfo {
        model: text(&ret.model).unwrap_or_else(|| chars(&ret.model)),
        memory: ULong::from_wire(ret.memory)?.into_c(),
        cpus: ret.cpus.cast_unsigned(),
        mhz: ret.mhz.cast_unsigned(),
        nodes: ret.nodes.cast_unsigned(),
        sockets: ret.sockets.cast_unsigned(),
        cores: ret.cores.cast_unsigned(),
        threads: ret.threads.cast_unsigned(),
    });
    Ok(())
}

/// The bytes up to the first NUL in a C array; `None` when they do not fit with a NUL behind them.
pub(super) fn text<const N: usize>(bytes: &[u8]) -> Option<[c_char; N]> {
    let bytes = bytes.split(|&b| b == 0).next().unwrap_or_default();
    (bytes.len() < N).then(|| chars(bytes))
}

/// As many of the bytes as leave room for a NUL.
fn chars<const N: usize>(bytes: &[u8]) -> [c_char; N] {
    let mut array = [0; N];
    fill_chars(&mut array, bytes);
    array
}

#[entry]
fn virNodeGetMemoryParameters(
    conn: In<'_, Connection>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let conn = conn.get()?;
    let caller = CallerParams::new(params, nparams)?;
    let flags = conn.with_strings(flags)?;
    let args = remote::NodeGetMemoryParametersArgs { nparams: caller.room(), flags };
    let mut call = conn.call();
    let ret = conn.driver().node_get_memory_parameters(&mut call, &args)?;
    caller.store(&ret.params, ret.nparams)
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
    conn.writable()?;
    let flags = conn.with_strings(flags)?;
    // The daemon does not look at the number: it always sends all parameters.
    let args = remote::NodeGetSevInfoArgs { nparams: 0, flags };
    let mut call = conn.call();
    let ret = conn.driver().node_get_sev_info(&mut call, &args)?;
    let params = params.get("params")?;
    give_params(&ret.params, params, nparams)
}

#[entry]
fn virNodeGetSecurityModel(conn: In<'_, Connection>, secmodel: Out<'_, virSecurityModel>) -> Status {
    let conn = conn.get()?;
    let place = secmodel.get("secmodel")?;
    place.zero();
    let ret = conn.ask(|driver, call| driver.node_get_security_model(call))?;
    let too_long = |what: &str| {
        let limit = remote::SECURITY_MODEL_MAX.saturating_sub(1);
        bad_reply(message::compose(&format!("security {what} exceeds maximum: %1$zu"), &[&limit]))
    };
    place.write(virSecurityModel {
        model: text(&ret.model).ok_or_else(|| too_long("model"))?,
        doi: text(&ret.doi).ok_or_else(|| too_long("doi"))?,
    });
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
    params.validate_set(conn, nparams)?;
    let params = params.to_wire(nparams)?;
    let args = remote::NodeSetMemoryParametersArgs { params, flags };
    conn.ask(|driver, call| driver.node_set_memory_parameters(call, &args))
}

#[entry]
fn virNodeSuspendForDuration(conn: In<'_, Connection>, target: c_uint, duration: c_ulonglong, flags: c_uint) -> Status {
    let conn = conn.for_write()?;
    let args = remote::NodeSuspendForDurationArgs { target, duration, flags };
    conn.ask(|driver, call| driver.node_suspend_for_duration(call, &args))
}
