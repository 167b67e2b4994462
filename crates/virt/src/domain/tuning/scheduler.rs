//! How the host's scheduler treats a domain.
use super::super::{Domain, FROM};
use crate::{Function, OnConnection, Result, Text, TypedParam, TypedParams, reply};
use oxivirt_protocol::remote;

impl Domain {
    /// Returns the scheduler's name, such as `posix`, and how many parameters it has: `virDomainGetSchedulerType`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn scheduler_type(&self) -> Result<(Text, i32)> {
        let op = self.op(&Function("virDomainGetSchedulerType", FROM));
        let args = remote::DomainGetSchedulerTypeArgs { dom: self.wire() };
        op.call(|driver, call| {
            let ret = driver.domain_get_scheduler_type(call, &args)?;
            Ok((Text::from(&ret.r#type), reply::number(ret.nparams, "nparams")?))
        })
    }

    /// Returns the scheduler's parameters for the running domain: `virDomainGetSchedulerParameters`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn scheduler_parameters(&self) -> Result<TypedParams> {
        self.scheduler_parameters_of(self.scheduler_type()?.1)
    }

    /// Returns at most `max` parameters.
    #[doc(hidden)]
    pub fn scheduler_parameters_of(&self, max: i32) -> Result<TypedParams> {
        let op = self.op(&Function("virDomainGetSchedulerParameters", FROM)).positive("*nparams", max)?;
        let args = remote::DomainGetSchedulerParametersArgs { dom: self.wire(), nparams: max };
        op.call(|driver, call| Ok(TypedParams::from_wire(&driver.domain_get_scheduler_parameters(call, &args)?.params)))
    }

    /// Returns the scheduler's parameters: `virDomainGetSchedulerParametersFlags`. `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// `flags` contradict each other, or the driver could not tell.
    pub fn scheduler_parameters_flags(&self, flags: u32) -> Result<TypedParams> {
        self.scheduler_parameters_flags_of(self.scheduler_type()?.1, flags)
    }

    /// Returns at most `max` parameters.
    #[doc(hidden)]
    pub fn scheduler_parameters_flags_of(&self, max: i32, flags: u32) -> Result<TypedParams> {
        let op = self.op(&Function("virDomainGetSchedulerParametersFlags", FROM)).positive("*nparams", max)?;
        let flags = op.with_strings(flags)?;
        let op = op.one_impact(flags)?;
        let args = remote::DomainGetSchedulerParametersFlagsArgs { dom: self.wire(), nparams: max, flags };
        op.call(|driver, call| {
            Ok(TypedParams::from_wire(&driver.domain_get_scheduler_parameters_flags(call, &args)?.params))
        })
    }

    /// Changes the scheduler's parameters for the running domain: `virDomainSetSchedulerParameters`.
    ///
    /// # Errors
    /// The connection is read-only, a parameter is not one that can be sent, or the driver refuses.
    pub fn set_scheduler_parameters(&self, params: &[TypedParam<'_>]) -> Result<()> {
        let op = self.op(&Function("virDomainSetSchedulerParameters", FROM)).write()?;
        let args = remote::DomainSetSchedulerParametersArgs { dom: self.wire(), params: op.settings(params)? };
        op.call(|driver, call| driver.domain_set_scheduler_parameters(call, &args))
    }

    /// Changes the scheduler's parameters: `virDomainSetSchedulerParametersFlags`. `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, a parameter is not one that can be sent, or the driver refuses.
    pub fn set_scheduler_parameters_flags(&self, params: &[TypedParam<'_>], flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetSchedulerParametersFlags", FROM)).write()?;
        let params = op.settings(params)?;
        let args = remote::DomainSetSchedulerParametersFlagsArgs { dom: self.wire(), params, flags };
        op.call(|driver, call| driver.domain_set_scheduler_parameters_flags(call, &args))
    }
}
