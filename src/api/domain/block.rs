//! libvirt-domain.h: a domain's disks: resizing, thresholds, throttle groups, backups. Block jobs have a room of their own.
mod jobs;

use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, In, InStr, OwnedStr, Status};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
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
    Ok(domain.get()?.backup_begin(backupxml.get("backupXML")?, checkpointxml.opt(), flags)?)
}

#[entry]
fn virDomainBackupGetXMLDesc(domain: In<'_, Domain>, flags: c_uint) -> OwnedStr {
    Ok(domain.get()?.backup_xml_desc(flags)?.into())
}

#[entry]
fn virDomainBlockResize(dom: In<'_, Domain>, disk: InStr<'_>, size: c_ulonglong, flags: c_uint) -> Status {
    Ok(dom.for_write()?.block_resize(disk.get("disk")?, size, flags)?)
}

#[entry]
fn virDomainSetBlockThreshold(domain: In<'_, Domain>, dev: InStr<'_>, threshold: c_ulonglong, flags: c_uint) -> Status {
    Ok(domain.for_write()?.set_block_threshold(dev.get("dev")?, threshold, flags)?)
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
    Ok(dom.set_throttle_group(group.get("group")?, &params.settings_by_number(nparams)?, flags)?)
}

#[entry]
fn virDomainDelThrottleGroup(dom: In<'_, Domain>, group: InStr<'_>, flags: c_uint) -> Status {
    Ok(dom.for_write()?.del_throttle_group(group.get("group")?, flags)?)
}
