//! The limits a migration keeps to, and the switch to post-copy. Downtime is in milliseconds, speed in MiB/s, the compression cache in
//! bytes.
use super::{Domain, FROM};
use crate::{Function, OnConnection, Result};
use oxivirt_protocol::remote;

impl Domain {
    /// Returns how long the domain may stand still at the end of a migration, in milliseconds: `virDomainMigrateGetMaxDowntime`. `flags`
    /// must be 0.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn migrate_max_downtime(&self, flags: u32) -> Result<u64> {
        let op = self.op(&Function("virDomainMigrateGetMaxDowntime", FROM));
        let args = remote::DomainMigrateGetMaxDowntimeArgs { dom: self.wire(), flags };
        op.call(|driver, call| Ok(driver.domain_migrate_get_max_downtime(call, &args)?.downtime))
    }

    /// Sets how long the domain may stand still at the end of a migration, in milliseconds: `virDomainMigrateSetMaxDowntime`. `flags`
    /// must be 0.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn migrate_set_max_downtime(&self, downtime: u64, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainMigrateSetMaxDowntime", FROM)).write()?;
        let args = remote::DomainMigrateSetMaxDowntimeArgs { dom: self.wire(), downtime, flags };
        op.call(|driver, call| driver.domain_migrate_set_max_downtime(call, &args))
    }

    /// Returns the size of the cache that migrations compress memory with, in bytes: `virDomainMigrateGetCompressionCache`. `flags`
    /// must be 0.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn migrate_compression_cache(&self, flags: u32) -> Result<u64> {
        let op = self.op(&Function("virDomainMigrateGetCompressionCache", FROM));
        let args = remote::DomainMigrateGetCompressionCacheArgs { dom: self.wire(), flags };
        op.call(|driver, call| Ok(driver.domain_migrate_get_compression_cache(call, &args)?.cache_size))
    }

    /// Sets the size of the cache that migrations compress memory with, in bytes: `virDomainMigrateSetCompressionCache`. `flags` must
    /// be 0.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn migrate_set_compression_cache(&self, cache_size: u64, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainMigrateSetCompressionCache", FROM)).write()?;
        let args = remote::DomainMigrateSetCompressionCacheArgs { dom: self.wire(), cache_size, flags };
        op.call(|driver, call| driver.domain_migrate_set_compression_cache(call, &args))
    }

    /// Returns how fast memory is sent at most, in MiB/s: `virDomainMigrateGetMaxSpeed`. `flags` are virDomainMigrateMaxSpeedFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver could not tell.
    pub fn migrate_max_speed(&self, flags: u32) -> Result<u64> {
        let op = self.op(&Function("virDomainMigrateGetMaxSpeed", FROM)).write()?;
        let args = remote::DomainMigrateGetMaxSpeedArgs { dom: self.wire(), flags };
        op.call(|driver, call| Ok(driver.domain_migrate_get_max_speed(call, &args)?.bandwidth))
    }

    /// Sets how fast memory is sent at most, in MiB/s: `virDomainMigrateSetMaxSpeed`. `flags` are virDomainMigrateMaxSpeedFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn migrate_set_max_speed(&self, bandwidth: u64, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainMigrateSetMaxSpeed", FROM)).write()?;
        let args = remote::DomainMigrateSetMaxSpeedArgs { dom: self.wire(), bandwidth, flags };
        op.call(|driver, call| driver.domain_migrate_set_max_speed(call, &args))
    }

    /// Lets the domain run on the target and fetch the rest of its memory from there: `virDomainMigrateStartPostCopy`. `flags` must be
    /// 0.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn migrate_start_post_copy(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainMigrateStartPostCopy", FROM)).write()?;
        let args = remote::DomainMigrateStartPostCopyArgs { dom: self.wire(), flags };
        op.call(|driver, call| driver.domain_migrate_start_post_copy(call, &args))
    }
}
