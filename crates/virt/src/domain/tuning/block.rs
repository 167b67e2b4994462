//! Weights and limits of a domain's disk traffic: of the domain as a whole, and of one disk.
use super::super::{Domain, FROM};
use crate::{Function, OnConnection, Result, Str, TypedParam, TypedParams};
use oxivirt_protocol::remote;

impl Domain {
    /// Returns the weights of the domain's disk traffic: `virDomainGetBlkioParameters`. `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// `flags` contradict each other, or the driver could not tell.
    pub fn blkio_parameters(&self, flags: u32) -> Result<TypedParams> {
        let (number, _) = self.blkio_parameters_of(0, flags)?;
        Ok(self.blkio_parameters_of(number, flags)?.1)
    }

    /// Returns how many parameters there are for `max` 0, else at most so many of them.
    #[doc(hidden)]
    pub fn blkio_parameters_of(&self, max: i32, flags: u32) -> Result<(i32, TypedParams)> {
        let op = self.op(&Function("virDomainGetBlkioParameters", FROM));
        let flags = op.with_strings(flags)?;
        let op = op.one_impact(flags)?;
        let args = remote::DomainGetBlkioParametersArgs { dom: self.wire(), nparams: max, flags };
        op.params(|driver, call| {
            let ret = driver.domain_get_blkio_parameters(call, &args)?;
            Ok((ret.nparams, ret.params))
        })
    }

    /// Changes weights of the domain's disk traffic: `virDomainSetBlkioParameters`. `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, a parameter is not one that can be sent, or the driver refuses.
    pub fn set_blkio_parameters(&self, params: &[TypedParam<'_>], flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetBlkioParameters", FROM)).write()?;
        let args = remote::DomainSetBlkioParametersArgs { dom: self.wire(), params: op.settings(params)?, flags };
        op.call(|driver, call| driver.domain_set_blkio_parameters(call, &args))
    }

    /// Returns the limits of a disk, named by its target or its source: `virDomainGetBlockIoTune`. `flags` are
    /// virDomainModificationImpact. Throughput is in bytes and operations a second, lengths of bursts in seconds.
    ///
    /// # Errors
    /// `flags` contradict each other, there is no such disk, or the driver could not tell.
    pub fn block_io_tune<'a>(&self, disk: impl Into<Str<'a>>, flags: u32) -> Result<TypedParams> {
        let disk = disk.into();
        let (number, _) = self.block_io_tune_of(Some(&*disk), 0, flags)?;
        Ok(self.block_io_tune_of(Some(&*disk), number, flags)?.1)
    }

    /// Returns how many limits there are for `max` 0, which need no disk, else at most so many of them.
    #[doc(hidden)]
    pub fn block_io_tune_of<'a>(
        &self,
        disk: Option<impl Into<Str<'a>>>,
        max: i32,
        flags: u32,
    ) -> Result<(i32, TypedParams)> {
        let op = self.op(&Function("virDomainGetBlockIoTune", FROM));
        let flags = op.with_strings(flags)?;
        let op = op.one_impact(flags)?;
        let disk = disk.map(Into::into);
        let args = remote::DomainGetBlockIoTuneArgs { dom: self.wire(), disk, nparams: max, flags };
        op.params(|driver, call| {
            let ret = driver.domain_get_block_io_tune(call, &args)?;
            Ok((ret.nparams, ret.params))
        })
    }

    /// Changes limits of a disk, named by its target or its source: `virDomainSetBlockIoTune`. `flags` are
    /// virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, there is no parameter or one that cannot be sent, or the driver refuses.
    pub fn set_block_io_tune<'a>(&self, disk: impl Into<Str<'a>>, params: &[TypedParam<'_>], flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetBlockIoTune", FROM)).write()?.some("nparams", params)?;
        let params = op.settings(params)?;
        let args = remote::DomainSetBlockIoTuneArgs { dom: self.wire(), disk: disk.into(), params, flags };
        op.call(|driver, call| driver.domain_set_block_io_tune(call, &args))
    }
}
