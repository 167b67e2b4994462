//! libvirt-domain.h: a domain's disks: resizing, thresholds, throttle groups, backups. Block jobs have a room of their own.
mod jobs;

use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, In, InStr, OwnedStr, Status, positive};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use std::ffi::{c_int, c_uint, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainBackupBegin(
    domain: In<'_, Domain>,
    backupxml: InStr<'_>,
    checkpointxml: InStr<'_>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let backup_xml = backupxml.get("backupXML")?.into();
    dom.writable()?;
    let checkpoint_xml = checkpointxml.opt().map(Into::into);
    let args = remote::DomainBackupBeginArgs { dom: dom.wire(), backup_xml, checkpoint_xml, flags };
    dom.ask(|driver, call| driver.domain_backup_begin(call, &args))
}

#[entry]
fn virDomainBackupGetXMLDesc(domain: In<'_, Domain>, flags: c_uint) -> OwnedStr {
    let dom = domain.get()?;
    let args = remote::DomainBackupGetXmlDescArgs { dom: dom.wire(), flags };
    dom.ask_text(|driver, call| Ok(driver.domain_backup_get_xml_desc(call, &args)?.xml))
}

#[entry]
fn virDomainBlockResize(dom: In<'_, Domain>, disk: InStr<'_>, size: c_ulonglong, flags: c_uint) -> Status {
    let dom = dom.for_write()?;
    let disk = disk.get("disk")?.into();
    let args = remote::DomainBlockResizeArgs { dom: dom.wire(), disk, size, flags };
    dom.ask(|driver, call| driver.domain_block_resize(call, &args))
}

#[entry]
fn virDomainSetBlockThreshold(domain: In<'_, Domain>, dev: InStr<'_>, threshold: c_ulonglong, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let dev = dev.get("dev")?.into();
    let args = remote::DomainSetBlockThresholdArgs { dom: dom.wire(), dev, threshold, flags };
    dom.ask(|driver, call| driver.domain_set_block_threshold(call, &args))
}

#[entry]
fn virDomainSetThrottleGroup(
    dom: In<'_, Domain>,
    group: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = dom.for_write()?;
    let group = group.get("group")?.into();
    positive(nparams, "nparams")?;
    params.present("params")?;
    params.validate_set(dom.conn(), nparams)?;
    let params = params.to_wire(nparams)?;
    let args = remote::DomainSetThrottleGroupArgs { dom: dom.wire(), group, params, flags };
    dom.ask(|driver, call| driver.domain_set_throttle_group(call, &args))
}

#[entry]
fn virDomainDelThrottleGroup(dom: In<'_, Domain>, group: InStr<'_>, flags: c_uint) -> Status {
    let dom = dom.for_write()?;
    let group = Some(group.get("group")?.into());
    let args = remote::DomainDelThrottleGroupArgs { dom: dom.wire(), group, flags };
    dom.ask(|driver, call| driver.domain_del_throttle_group(call, &args))
}
