//! I/O threads: host threads that serve a domain's disks.
use super::super::{Domain, FROM};
use crate::{Function, OnConnection, Result, TypedParam, reply};
use oxivirt_protocol::remote;

/// An I/O thread of a domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IoThreadInfo {
    /// Its number.
    pub id: u32,
    /// On which of the host's processors it may run: a bit each, the first in the lowest bit of the first byte.
    pub cpu_map: Vec<u8>,
}

impl Domain {
    /// Returns the domain's I/O threads: `virDomainGetIOThreadInfo`. `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// `flags` contradict each other, or the driver could not tell.
    pub fn io_thread_info(&self, flags: u32) -> Result<Vec<IoThreadInfo>> {
        let op = self.op(&Function("virDomainGetIOThreadInfo", FROM)).one_impact(flags)?;
        let args = remote::DomainGetIothreadInfoArgs { dom: self.wire(), flags };
        op.call(|driver, call| {
            let ret = driver.domain_get_iothread_info(call, &args)?;
            reply::counted(ret.ret, ret.info.len(), "ret")?;
            let one = |wire: &remote::DomainIothreadInfo<'_>| IoThreadInfo {
                id: wire.iothread_id,
                cpu_map: wire.cpumap.to_vec(),
            };
            Ok(ret.info.iter().map(one).collect())
        })
    }

    /// Adds an I/O thread: `virDomainAddIOThread`. `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn add_io_thread(&self, id: u32, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainAddIOThread", FROM)).write()?;
        let args = remote::DomainAddIothreadArgs { dom: self.wire(), iothread_id: id, flags };
        op.call(|driver, call| driver.domain_add_iothread(call, &args))
    }

    /// Removes an I/O thread: `virDomainDelIOThread`. `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, `id` is 0, or the driver refuses.
    pub fn del_io_thread(&self, id: u32, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainDelIOThread", FROM)).write()?.not_zero("iothread_id", id)?;
        let args = remote::DomainDelIothreadArgs { dom: self.wire(), iothread_id: id, flags };
        op.call(|driver, call| driver.domain_del_iothread(call, &args))
    }

    /// Changes on which of the host's processors an I/O thread may run: `virDomainPinIOThread`. `flags` are
    /// virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, the map is empty, or the driver refuses.
    pub fn pin_io_thread(&self, id: u32, map: &[u8], flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainPinIOThread", FROM)).write()?.some("maplen", map)?;
        let args = remote::DomainPinIothreadArgs { dom: self.wire(), iothreads_id: id, cpumap: map.into(), flags };
        op.call(|driver, call| driver.domain_pin_iothread(call, &args))
    }

    /// Changes parameters of an I/O thread: `virDomainSetIOThreadParams`. `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, there is no parameter or one that cannot be sent, or the driver refuses.
    pub fn set_io_thread_params(&self, id: u32, params: &[TypedParam<'_>], flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetIOThreadParams", FROM)).write()?.some("nparams", params)?;
        let params = op.settings(params)?;
        let args = remote::DomainSetIothreadParamsArgs { dom: self.wire(), iothread_id: id, params, flags };
        op.call(|driver, call| driver.domain_set_iothread_params(call, &args))
    }
}
