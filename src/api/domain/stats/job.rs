//! The job that keeps a domain busy: migration, saving, dumping, backup.
use crate::abi::ctypes::{virDomainJobInfo, virTypedParameter};
use crate::abi::{In, Out, Status, put_params};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainGetJobInfo(domain: In<'_, Domain>, info: Out<'_, virDomainJobInfo>) -> Status {
    info.zero();
    let dom = domain.get()?;
    info.get("info")?.put(dom.job_info())
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
    let (place, params, nparams) = (r#type.get("type")?, params.get("params")?, nparams.get("nparams")?);
    let (kind, stats) = dom.job_stats(flags)?;
    place.write(kind);
    put_params(&stats, params, nparams)
}

#[entry]
fn virDomainAbortJob(domain: In<'_, Domain>) -> Status {
    Ok(domain.get()?.abort_job()?)
}

#[entry]
fn virDomainAbortJobFlags(domain: In<'_, Domain>, flags: c_uint) -> Status {
    Ok(domain.get()?.abort_job_flags(flags)?)
}
