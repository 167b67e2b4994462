//! Security labels, and what the owner of a confidential guest asks and tells its launch.
use super::super::checks::settings;
use super::FROM;
use crate::abi::ctypes::{virSecurityLabel, virTypedParameter};
use crate::abi::{
    Array, Count, Fault, In, Out, Status, answered_with, blank_security_label, give_params, give_security_labels,
    positive, security_label,
};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_protocol::remote;
use std::ffi::{c_int, c_uint};

#[entry]
fn virDomainGetSecurityLabel(domain: In<'_, Domain>, seclabel: Out<'_, virSecurityLabel>) -> Status {
    let dom = domain.get()?;
    let seclabel = seclabel.get("seclabel")?;
    seclabel.write(blank_security_label());
    let args = remote::DomainGetSecurityLabelArgs { dom: dom.wire() };
    let ret = dom.ask(|driver, call| driver.domain_get_security_label(call, &args))?;
    seclabel.write(security_label(&ret)?);
    Ok(())
}

#[entry]
fn virDomainGetSecurityLabelList(domain: In<'_, Domain>, seclabels: Out<'_, *mut virSecurityLabel>) -> Count {
    let dom = domain.get()?;
    let seclabels = seclabels.get("seclabels")?;
    let args = remote::DomainGetSecurityLabelListArgs { dom: dom.wire() };
    let ret = dom.ask(|driver, call| driver.domain_get_security_label_list(call, &args))?;
    // Daemons answer a failure in this way, without saying which.
    if ret.ret < 0 {
        return Err(Fault::unexplained());
    }
    let number = answered_with(ret.ret, ret.labels.len(), "ret")?;
    give_security_labels(&ret.labels, seclabels)?;
    Ok(number)
}

#[entry]
fn virDomainGetLaunchSecurityInfo(
    domain: In<'_, Domain>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let params = params.get("params")?;
    let nparams = nparams.get("nparams")?;
    dom.writable()?;
    let args = remote::DomainGetLaunchSecurityInfoArgs { dom: dom.wire(), flags: dom.conn().with_strings(flags)? };
    let mut call = dom.call();
    let ret = dom.driver().domain_get_launch_security_info(&mut call, &args)?;
    give_params(&ret.params, params, nparams)
}

#[entry]
fn virDomainSetLaunchSecurityState(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    params.present("params")?;
    positive(nparams, "nparams")?;
    dom.writable()?;
    let args =
        remote::DomainSetLaunchSecurityStateArgs { dom: dom.wire(), params: settings(dom, params, nparams)?, flags };
    dom.ask(|driver, call| driver.domain_set_launch_security_state(call, &args))
}
