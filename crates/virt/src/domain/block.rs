//! A domain's disks: resizing, thresholds, throttle groups, backups. Block jobs are in a file of their own.
mod jobs;

pub use jobs::BlockJobInfo;

use super::{Domain, FROM};
use crate::{Function, OnConnection, Result, Str, Text, TypedParam};
use oxivirt_protocol::remote;

impl Domain {
    /// Starts a backup, and makes a checkpoint with it if there is XML for one: `virDomainBackupBegin`. `flags` are
    /// virDomainBackupBeginFlags. It runs as a job until it is done, or aborted by [`Domain::abort_job`].
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn backup_begin<'a>(
        &self,
        backup_xml: impl Into<Str<'a>>,
        checkpoint_xml: Option<impl Into<Str<'a>>>,
        flags: u32,
    ) -> Result<()> {
        let op = self.op(&Function("virDomainBackupBegin", FROM)).write()?;
        let (backup_xml, checkpoint_xml) = (backup_xml.into(), checkpoint_xml.map(Into::into));
        let args = remote::DomainBackupBeginArgs { dom: self.wire(), backup_xml, checkpoint_xml, flags };
        op.call(|driver, call| driver.domain_backup_begin(call, &args))
    }

    /// Returns the description of the backup that runs: `virDomainBackupGetXMLDesc`. `flags` are none so far.
    ///
    /// # Errors
    /// No backup runs, or the driver could not tell.
    pub fn backup_xml_desc(&self, flags: u32) -> Result<Text> {
        let op = self.op(&Function("virDomainBackupGetXMLDesc", FROM));
        let args = remote::DomainBackupGetXmlDescArgs { dom: self.wire(), flags };
        op.text(|driver, call| Ok(driver.domain_backup_get_xml_desc(call, &args)?.xml))
    }

    /// Changes the size of a disk, named by its target or its source, of the running domain: `virDomainBlockResize`. `flags` are
    /// virDomainBlockResizeFlags; the size is in KiB, or in bytes with `VIR_DOMAIN_BLOCK_RESIZE_BYTES`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn block_resize<'a>(&self, disk: impl Into<Str<'a>>, size: u64, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainBlockResize", FROM)).write()?;
        let args = remote::DomainBlockResizeArgs { dom: self.wire(), disk: disk.into(), size, flags };
        op.call(|driver, call| driver.domain_block_resize(call, &args))
    }

    /// Asks for an event when a disk is written beyond `threshold` bytes: `virDomainSetBlockThreshold`. `device` is a target such
    /// as `vda`, or one of its backing images such as `vda[3]`; `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn set_block_threshold<'a>(&self, device: impl Into<Str<'a>>, threshold: u64, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetBlockThreshold", FROM)).write()?;
        let args = remote::DomainSetBlockThresholdArgs { dom: self.wire(), dev: device.into(), threshold, flags };
        op.call(|driver, call| driver.domain_set_block_threshold(call, &args))
    }

    /// Makes or changes a group of limits that disks can share: `virDomainSetThrottleGroup`. `flags` are
    /// virDomainModificationImpact. Limits are those of [`Domain::set_block_io_tune`].
    ///
    /// # Errors
    /// The connection is read-only, there is no parameter or one that cannot be sent, or the driver refuses.
    pub fn set_throttle_group<'a>(
        &self,
        group: impl Into<Str<'a>>,
        params: &[TypedParam<'_>],
        flags: u32,
    ) -> Result<()> {
        let op = self.op(&Function("virDomainSetThrottleGroup", FROM)).write()?.some("nparams", params)?;
        let params = op.settings(params)?;
        let args = remote::DomainSetThrottleGroupArgs { dom: self.wire(), group: group.into(), params, flags };
        op.call(|driver, call| driver.domain_set_throttle_group(call, &args))
    }

    /// Removes a group of limits: `virDomainDelThrottleGroup`. `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn del_throttle_group<'a>(&self, group: impl Into<Str<'a>>, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainDelThrottleGroup", FROM)).write()?;
        let args = remote::DomainDelThrottleGroupArgs { dom: self.wire(), group: Some(group.into()), flags };
        op.call(|driver, call| driver.domain_del_throttle_group(call, &args))
    }
}
