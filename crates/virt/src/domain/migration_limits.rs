//! The limits a migration keeps to, and the switch to post-copy.
use super::{Domain, FROM};
use crate::{Function, OnConnection, Result};
use oxivirt_protocol::remote;

impl Domain {
    /// Returns how long the domain may stand still at the end of a live migration, in milliseconds:
    /// `virDomainMigrateGetMaxDowntime`. `flags` are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn migrate_max_downtime(&self, flags: u32) -> Result<u64> {
        let op = self.op(&Function("virDomainMigrateGetMaxDowntime", FROM));
        let args = remote::DomainMigrateGetMaxDowntimeArgs { dom: self.wire(), flags };
        op.call(|driver, call| Ok(driver.domain_migrate_get_max_downtime(call, &args)?.downtime))
    }

    /// Changes how long the domain may stand still at the end of a live migration, in milliseconds:
    /// `virDomainMigrateSetMaxDowntime`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn migrate_set_max_downtime(&self, downtime: u64, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainMigrateSetMaxDowntime", FROM)).write()?;
        let args = remote::DomainMigrateSetMaxDowntimeArgs { dom: self.wire(), downtime, flags };
        op.call(|driver, call| driver.domain_migrate_set_max_downtime(call, &args))
    }

    /// Returns the size of the cache for compressed memory pages, in bytes: `virDomainMigrateGetCompressionCache`. `flags` are
    /// none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn migrate_compression_cache(&self, flags: u32) -> Result<u64> {
        let op = self.op(&Function("virDomainMigrateGetCompressionCache", FROM));
        let args = remote::DomainMigrateGetCompressionCacheArgs { dom: self.wire(), flags };
        op.call(|driver, call| Ok(driver.domain_migrate_get_compression_cache(call, &args)?.cache_size))
    }

    /// Changes the size of the cache for compressed memory pages, in bytes: `virDomainMigrateSetCompressionCache`. `flags` are
    /// none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn migrate_set_compression_cache(&self, cache_size: u64, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainMigrateSetCompressionCache", FROM)).write()?;
        let args = remote::DomainMigrateSetCompressionCacheArgs { dom: self.wire(), cache_size, flags };
        op.call(|driver, call| driver.domain_migrate_set_compression_cache(call, &args))
    }

    /// Returns how fast a migration may be, in MiB/s: `virDomainMigrateGetMaxSpeed`. `flags` are
    /// virDomainMigrateMaxSpeedFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver could not tell.
    pub fn migrate_max_speed(&self, flags: u32) -> Result<u64> {
        let op = self.op(&Function("virDomainMigrateGetMaxSpeed", FROM)).write()?;
        let args = remote::DomainMigrateGetMaxSpeedArgs { dom: self.wire(), flags };
        op.call(|driver, call| Ok(driver.domain_migrate_get_max_speed(call, &args)?.bandwidth))
    }

    /// Changes how fast a migration may be, in MiB/s: `virDomainMigrateSetMaxSpeed`. `flags` are virDomainMigrateMaxSpeedFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn migrate_set_max_speed(&self, bandwidth: u64, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainMigrateSetMaxSpeed", FROM)).write()?;
        let args = remote::DomainMigrateSetMaxSpeedArgs { dom: self.wire(), bandwidth, flags };
        op.call(|driver, call| driver.domain_migrate_set_max_speed(call, &args))
    }

    /// Lets the domain run on the other host at once, which fetches the memory that is missing: `virDomainMigrateStartPostCopy`.
    /// `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn migrate_start_post_copy(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainMigrateStartPostCopy", FROM)).write()?;
        let args = remote::DomainMigrateStartPostCopyArgs { dom: self.wire(), flags };
        op.call(|driver, call| driver.domain_migrate_start_post_copy(call, &args))
    }
}
