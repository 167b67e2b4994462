//! Statistics of many domains in one call. What there is to know grows with every release, hence typed parameters.
use crate::abi::ctypes::virDomainStatsRecord;
use crate::abi::{Count, Handle, In, InList, Out, Result, StatsRecordList, StatsRecords, reset_last_error};
use crate::objects::{Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
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
    give(conn, &[], stats, ret_stats.get("retStats")?, flags)
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
    let first = Domain::first_of_one_connection(&doms, |dom| dom)?;
    give(first.conn(), &doms, stats, place, flags)
}

/// One for both: no domain in `doms` means all of them.
fn give(
    conn: &Handle<Connection>,
    doms: &[&Handle<Domain>],
    stats: c_uint,
    place: Out<'_, *mut *mut virDomainStatsRecord>,
    flags: c_uint,
) -> Result<c_int> {
    let doms: Vec<&Domain> = doms.iter().map(|&dom| &**dom).collect();
    let mut records = StatsRecords::new(conn);
    conn.each_domain_stats(&doms, stats, flags, |domain, params| records.add(domain, params))?;
    records.give(place)
}

#[entry(keep_error)]
fn virDomainStatsRecordListFree(stats: StatsRecordList) {
    // Releasing a domain resets the error, as virDomainFree() does.
    if stats.free::<Domain>() {
        reset_last_error();
    }
    Ok(())
}
