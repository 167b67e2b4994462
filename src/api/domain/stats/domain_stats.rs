//! Statistics of many domains in one call. What there is to know grows with every release, hence typed parameters.
use crate::abi::ctypes::virDomainStatsRecord;
use crate::abi::{Count, Fault, Handle, In, InList, Out, StatsRecordList, give_stats, reset_last_error};
use crate::objects::{Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::remote;
use std::ffi::{c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virConnectGetAllDomainStats(
    conn: In<'_, Connection>,
    stats: c_uint,
    ret_stats: Out<'_, *mut *mut virDomainStatsRecord>,
    flags: c_uint,
) -> Count {
    let conn = conn.get()?;
    let place = ret_stats.get("retStats")?;
    ask(conn, &[], stats, place, flags)
}

#[entry]
fn virDomainListGetStats(
    doms: InList<'_, Domain>,
    stats: c_uint,
    ret_stats: Out<'_, *mut *mut virDomainStatsRecord>,
    flags: c_uint,
) -> Count {
    doms.present("doms")?;
    let place = ret_stats.get("retStats")?;
    let doms = doms.get("doms")?;
    let invalid = |text: Vec<u8>| Fault::from(Error::new(FROM, ErrorCode::INVALID_ARG, text));
    let Some(first) = doms.first() else {
        return Err(invalid(message!("doms array in %1$s must contain at least one domain", "virDomainListGetStats")));
    };
    let conn = first.conn();
    if doms.iter().any(|d| d.conn().pointer() != conn.pointer()) {
        return Err(invalid(message!("domains in 'doms' array must belong to a single connection")));
    }
    ask(conn, &doms, stats, place, flags)
}

/// One call for both: no domain in `doms` means all of them.
fn ask(
    conn: &Handle<Connection>,
    doms: &[&Handle<Domain>],
    stats: c_uint,
    place: Out<'_, *mut *mut virDomainStatsRecord>,
    flags: c_uint,
) -> Result<c_int, Fault> {
    let doms = doms.iter().map(|d| d.wire()).collect();
    let args = remote::ConnectGetAllDomainStatsArgs { doms, stats, flags };
    let mut call = conn.call();
    let ret = conn.driver().connect_get_all_domain_stats(&mut call, &args)?;
    give_stats(conn, &ret.ret_stats, place)
}

#[entry(keep_error)]
fn virDomainStatsRecordListFree(stats: StatsRecordList) {
    // Releasing a domain resets the error, as virDomainFree() does.
    if stats.free() {
        reset_last_error();
    }
    Ok(())
}
