//! Security labels, and what the owner of a confidential guest asks and tells its launch.
use super::FROM;
use crate::abi::ctypes::{virSecurityLabel, virTypedParameter};
use crate::abi::{
    Array, Count, In, Out, Status, blank_security_label, give_security_labels, put_params, security_label,
};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use std::ffi::{c_int, c_uint};

#[entry]
fn virDomainGetSecurityLabel(domain: In<'_, Domain>, seclabel: Out<'_, virSecurityLabel>) -> Status {
    let dom = domain.get()?;
    let seclabel = seclabel.get("seclabel")?;
    seclabel.write(blank_security_label());
    seclabel.write(security_label(&dom.security_label()?)?);
    Ok(())
}

#[entry]
fn virDomainGetSecurityLabelList(domain: In<'_, Domain>, seclabels: Out<'_, *mut virSecurityLabel>) -> Count {
    let dom = domain.get()?;
    let seclabels = seclabels.get("seclabels")?;
    give_security_labels(&dom.security_label_list()?, seclabels)
}

#[entry]
fn virDomainGetLaunchSecurityInfo(
    domain: In<'_, Domain>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let (params, nparams) = (params.get("params")?, nparams.get("nparams")?);
    put_params(&dom.launch_security_info(flags)?, params, nparams)
}

#[entry]
fn virDomainSetLaunchSecurityState(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    Ok(dom.set_launch_security_state(&params.settings(nparams)?, flags)?)
}
