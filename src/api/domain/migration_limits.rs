//! libvirt-domain.h: the limits a migration keeps to, and the switch to post-copy. Downtime is in milliseconds, speed in
//! MiB/s, the compression cache in bytes.
use crate::abi::{In, Out, Status, ULong};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_uint, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainMigrateGetMaxDowntime(domain: In<'_, Domain>, downtime: Out<'_, c_ulonglong>, flags: c_uint) -> Status {
    let dom = domain.get()?;
    downtime.get("downtime")?.put(dom.migrate_max_downtime(flags))
}

#[entry]
fn virDomainMigrateSetMaxDowntime(domain: In<'_, Domain>, downtime: c_ulonglong, flags: c_uint) -> Status {
    Ok(domain.get()?.migrate_set_max_downtime(downtime, flags)?)
}

#[entry]
fn virDomainMigrateGetCompressionCache(
    domain: In<'_, Domain>,
    cache_size: Out<'_, c_ulonglong>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    cache_size.get("cacheSize")?.put(dom.migrate_compression_cache(flags))
}

#[entry]
fn virDomainMigrateSetCompressionCache(domain: In<'_, Domain>, cache_size: c_ulonglong, flags: c_uint) -> Status {
    Ok(domain.get()?.migrate_set_compression_cache(cache_size, flags)?)
}

#[entry]
fn virDomainMigrateGetMaxSpeed(domain: In<'_, Domain>, bandwidth: Out<'_, ULong>, flags: c_uint) -> Status {
    let dom = domain.get()?;
    let place = bandwidth.get("bandwidth")?;
    place.write(ULong::from_wire(dom.migrate_max_speed(flags)?)?);
    Ok(())
}

#[entry]
fn virDomainMigrateSetMaxSpeed(domain: In<'_, Domain>, bandwidth: ULong, flags: c_uint) -> Status {
    Ok(domain.get()?.migrate_set_max_speed(bandwidth.into(), flags)?)
}

#[entry]
fn virDomainMigrateStartPostCopy(domain: In<'_, Domain>, flags: c_uint) -> Status {
    Ok(domain.get()?.migrate_start_post_copy(flags)?)
}
