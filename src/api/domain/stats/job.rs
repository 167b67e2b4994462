//! The job that keeps a domain busy: migration, saving, dumping, backup.
use crate::abi::ctypes::{
    VIR_DOMAIN_JOB_STATS_COMPLETED, VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED, virDomainJobInfo, virTypedParameter,
};
use crate::abi::{In, Out, Status, give_params, requires};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use std::ffi::{c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainGetJobInfo(domain: In<'_, Domain>, info: Out<'_, virDomainJobInfo>) -> Status {
    info.zero();
    let dom = domain.get()?;
    let info = info.get("info")?;
    let mut call = dom.call();
    let args = remote::DomainGetJobInfoArgs { dom: dom.wire() };
    let ret = dom.driver().domain_get_job_info(&mut call, &args)?;
    info.write(virDomainJobInfo {
        type_: ret.r#type,
        timeElapsed: ret.time_elapsed,
        timeRemaining: ret.time_remaining,
        dataTotal: ret.data_total,
        dataProcessed: ret.data_processed,
        dataRemaining: ret.data_remaining,
        memTotal: ret.mem_total,
        memProcessed: ret.mem_processed,
        memRemaining: ret.mem_remaining,
        fileTotal: ret.file_total,
        fileProcessed: ret.file_processed,
        fileRemaining: ret.file_remaining,
    });
    Ok(())
}

#[entry]
fn virDomainGetJobStats(
    domain: In<'_, Domain>,
    r#type: Out<'_, c_int>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let place = r#type.get("type")?;
    let params = params.get("params")?;
    let nparams = nparams.get("nparams")?;
    requires(
        flags,
        (VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED, "VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED"),
        (VIR_DOMAIN_JOB_STATS_COMPLETED, "VIR_DOMAIN_JOB_STATS_COMPLETED"),
    )?;
    let mut call = dom.call();
    let args = remote::DomainGetJobStatsArgs { dom: dom.wire(), flags };
    let ret = dom.driver().domain_get_job_stats(&mut call, &args)?;
    place.write(ret.r#type);
    give_params(&ret.params, params, nparams)
}

#[entry]
fn virDomainAbortJob(domain: In<'_, Domain>) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainAbortJobArgs { dom: dom.wire() };
    dom.ask(|driver, call| driver.domain_abort_job(call, &args))
}

#[entry]
fn virDomainAbortJobFlags(domain: In<'_, Domain>, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainAbortJobFlagsArgs { dom: dom.wire(), flags };
    dom.ask(|driver, call| driver.domain_abort_job_flags(call, &args))
}
