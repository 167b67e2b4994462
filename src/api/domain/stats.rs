//! Entry points: domain, stats.
use crate::abi::ctypes::{
    virDomainBlockInfo, virDomainBlockStatsStruct, virDomainDiskError,
    virDomainInterfaceStatsStruct, virDomainJobInfo, virDomainMemoryStatStruct,
    virDomainStatsRecord, virTypedParameter,
};
use crate::abi::{Array, In, InList, InStr, Out, Status};
use crate::objects::{Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_uint, c_ulonglong, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry(stub = "pending")]
fn virConnectGetAllDomainStats(
    conn: In<'_, Connection>,
    stats: c_uint,
    ret_stats: Out<'_, *mut *mut virDomainStatsRecord>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainAbortJob(domain: In<'_, Domain>) -> Status {}

#[entry(stub = "pending")]
fn virDomainAbortJobFlags(domain: In<'_, Domain>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainBlockPeek(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    offset: c_ulonglong,
    size: usize,
    buffer: *mut c_void,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainBlockStats(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    stats: Out<'_, virDomainBlockStatsStruct>,
    size: usize,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainBlockStatsFlags(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetBlockInfo(
    domain: In<'_, Domain>,
    disk: InStr<'_>,
    info: Out<'_, virDomainBlockInfo>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetCPUStats(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_uint,
    start_cpu: c_int,
    ncpus: c_uint,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetDiskErrors(
    dom: In<'_, Domain>,
    errors: Array<'_, virDomainDiskError>,
    maxerrors: c_uint,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetJobInfo(domain: In<'_, Domain>, info: Out<'_, virDomainJobInfo>) -> Status {}

#[entry(stub = "pending")]
fn virDomainGetJobStats(
    domain: In<'_, Domain>,
    r#type: Out<'_, c_int>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainInterfaceStats(
    dom: In<'_, Domain>,
    device: InStr<'_>,
    stats: Out<'_, virDomainInterfaceStatsStruct>,
    size: usize,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainListGetStats(
    doms: InList<'_, Domain>,
    stats: c_uint,
    ret_stats: Out<'_, *mut *mut virDomainStatsRecord>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainMemoryPeek(
    dom: In<'_, Domain>,
    start: c_ulonglong,
    size: usize,
    buffer: *mut c_void,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainMemoryStats(
    dom: In<'_, Domain>,
    stats: Array<'_, virDomainMemoryStatStruct>,
    nr_stats: c_uint,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetMemoryStatsPeriod(domain: In<'_, Domain>, period: c_int, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainStatsRecordListFree(stats: Out<'_, *mut virDomainStatsRecord>) {}
