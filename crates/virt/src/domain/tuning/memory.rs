//! Limits of a domain's memory, and the host nodes it comes from.
use super::super::{Domain, FROM};
use crate::{Function, OnConnection, Result, TypedParam, TypedParams};
use oxivirt_protocol::remote;

impl Domain {
    /// Returns the limits of the domain's memory: `virDomainGetMemoryParameters`. `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// `flags` contradict each other, or the driver could not tell.
    pub fn memory_parameters(&self, flags: u32) -> Result<TypedParams> {
        let (number, _) = self.memory_parameters_of(0, flags)?;
        Ok(self.memory_parameters_of(number, flags)?.1)
    }

    /// Returns how many parameters there are for `max` 0, else at most so many of them.
    #[doc(hidden)]
    pub fn memory_parameters_of(&self, max: i32, flags: u32) -> Result<(i32, TypedParams)> {
        let op = self.op(&Function("virDomainGetMemoryParameters", FROM));
        let flags = op.with_strings(flags)?;
        let op = op.one_impact(flags)?;
        let args = remote::DomainGetMemoryParametersArgs { dom: self.wire(), nparams: max, flags };
        op.params(|driver, call| {
            let ret = driver.domain_get_memory_parameters(call, &args)?;
            Ok((ret.nparams, ret.params))
        })
    }

    /// Changes limits of the domain's memory: `virDomainSetMemoryParameters`. `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, a parameter is not one that can be sent, or the driver refuses.
    pub fn set_memory_parameters(&self, params: &[TypedParam<'_>], flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetMemoryParameters", FROM)).write()?;
        let params = op.settings(params)?;
        let args = remote::DomainSetMemoryParametersArgs { dom: self.wire(), params, flags };
        op.call(|driver, call| driver.domain_set_memory_parameters(call, &args))
    }

    /// Returns from which nodes of the host the domain's memory comes: `virDomainGetNumaParameters`. `flags` are
    /// virDomainModificationImpact.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn numa_parameters(&self, flags: u32) -> Result<TypedParams> {
        let (number, _) = self.numa_parameters_of(0, flags)?;
        Ok(self.numa_parameters_of(number, flags)?.1)
    }

    /// Returns how many parameters there are for `max` 0, else at most so many of them.
    #[doc(hidden)]
    pub fn numa_parameters_of(&self, max: i32, flags: u32) -> Result<(i32, TypedParams)> {
        let op = self.op(&Function("virDomainGetNumaParameters", FROM));
        let args =
            remote::DomainGetNumaParametersArgs { dom: self.wire(), nparams: max, flags: op.with_strings(flags)? };
        op.params(|driver, call| {
            let ret = driver.domain_get_numa_parameters(call, &args)?;
            Ok((ret.nparams, ret.params))
        })
    }

    /// Changes from which nodes of the host the domain's memory comes: `virDomainSetNumaParameters`. `flags` are
    /// virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, a parameter is not one that can be sent, or the driver refuses.
    pub fn set_numa_parameters(&self, params: &[TypedParam<'_>], flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetNumaParameters", FROM)).write()?;
        let params = op.settings(params)?;
        let args = remote::DomainSetNumaParametersArgs { dom: self.wire(), params, flags };
        op.call(|driver, call| driver.domain_set_numa_parameters(call, &args))
    }
}
