//! How much memory a domain has. Sizes are in KiB.
use super::{Domain, FROM};
use crate::{Function, OnConnection, Result};
use oxivirt_protocol::remote;

impl Domain {
    /// Returns the most memory the domain may have: `virDomainGetMaxMemory`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn max_memory(&self) -> Result<u64> {
        let args = remote::DomainGetMaxMemoryArgs { dom: self.wire() };
        let op = self.op(&Function("virDomainGetMaxMemory", FROM));
        op.call(|driver, call| Ok(driver.domain_get_max_memory(call, &args)?.memory))
    }

    /// Changes the most memory the domain may have: `virDomainSetMaxMemory`.
    ///
    /// # Errors
    /// The connection is read-only, `memory` is 0, or the driver refuses.
    pub fn set_max_memory(&self, memory: u64) -> Result<()> {
        let op = self.op(&Function("virDomainSetMaxMemory", FROM)).write()?.not_zero("memory", memory)?;
        let args = remote::DomainSetMaxMemoryArgs { dom: self.wire(), memory };
        op.call(|driver, call| driver.domain_set_max_memory(call, &args))
    }

    /// Changes how much memory the running domain has: `virDomainSetMemory`.
    ///
    /// # Errors
    /// The connection is read-only, `memory` is 0, or the driver refuses.
    pub fn set_memory(&self, memory: u64) -> Result<()> {
        let op = self.op(&Function("virDomainSetMemory", FROM)).write()?.not_zero("memory", memory)?;
        let args = remote::DomainSetMemoryArgs { dom: self.wire(), memory };
        op.call(|driver, call| driver.domain_set_memory(call, &args))
    }

    /// Changes how much memory the domain has: `virDomainSetMemoryFlags`. `flags` are virDomainMemoryModFlags.
    ///
    /// # Errors
    /// The connection is read-only, `memory` is 0, or the driver refuses.
    pub fn set_memory_flags(&self, memory: u64, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetMemoryFlags", FROM)).write()?.not_zero("memory", memory)?;
        let args = remote::DomainSetMemoryFlagsArgs { dom: self.wire(), memory, flags };
        op.call(|driver, call| driver.domain_set_memory_flags(call, &args))
    }
}
