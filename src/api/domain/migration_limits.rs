//! libvirt-domain.h: the limits a migration keeps to, and the switch to post-copy. Downtime is in milliseconds, speed in
//! MiB/s, the compression cache in bytes.
use crate::abi::{In, Out, Status, ULong};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use std::ffi::{c_uint, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainMigrateGetMaxDowntime(domain: In<'_, Domain>, downtime: Out<'_, c_ulonglong>, flags: c_uint) -> Status {
    let dom = domain.get()?;
    let out = downtime.get("downtime")?;
    let args = remote::DomainMigrateGetMaxDowntimeArgs { dom: dom.wire(), flags };
    out.write(dom.ask(|driver, call| Ok(driver.domain_migrate_get_max_downtime(call, &args)?.downtime))?);
    Ok(())
}

#[entry]
fn virDomainMigrateSetMaxDowntime(domain: In<'_, Domain>, downtime: c_ulonglong, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainMigrateSetMaxDowntimeArgs { dom: dom.wire(), downtime, flags };
    dom.ask(|driver, call| driver.domain_migrate_set_max_downtime(call, &args))
}

#[entry]
fn virDomainMigrateGetCompressionCache(
    domain: In<'_, Domain>,
    cache_size: Out<'_, c_ulonglong>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let out = cache_size.get("cacheSize")?;
    let args = remote::DomainMigrateGetCompressionCacheArgs { dom: dom.wire(), flags };
    out.write(dom.ask(|driver, call| Ok(driver.domain_migrate_get_compression_cache(call, &args)?.cache_size))?);
    Ok(())
}

#[entry]
fn virDomainMigrateSetCompressionCache(domain: In<'_, Domain>, cache_size: c_ulonglong, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainMigrateSetCompressionCacheArgs { dom: dom.wire(), cache_size, flags };
    dom.ask(|driver, call| driver.domain_migrate_set_compression_cache(call, &args))
}

#[entry]
fn virDomainMigrateGetMaxSpeed(domain: In<'_, Domain>, bandwidth: Out<'_, ULong>, flags: c_uint) -> Status {
    let dom = domain.get()?;
    let out = bandwidth.get("bandwidth")?;
    dom.writable()?;
    let args = remote::DomainMigrateGetMaxSpeedArgs { dom: dom.wire(), flags };
    let speed = dom.ask(|driver, call| Ok(driver.domain_migrate_get_max_speed(call, &args)?.bandwidth))?;
    out.write(ULong::from_wire(speed)?);
    Ok(())
}

#[entry]
fn virDomainMigrateSetMaxSpeed(domain: In<'_, Domain>, bandwidth: ULong, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainMigrateSetMaxSpeedArgs { dom: dom.wire(), bandwidth: bandwidth.into(), flags };
    dom.ask(|driver, call| driver.domain_migrate_set_max_speed(call, &args))
}

#[entry]
fn virDomainMigrateStartPostCopy(domain: In<'_, Domain>, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainMigrateStartPostCopyArgs { dom: dom.wire(), flags };
    dom.ask(|driver, call| driver.domain_migrate_start_post_copy(call, &args))
}
