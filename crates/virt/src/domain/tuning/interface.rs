//! Bandwidth of a domain's network interface.
use super::super::{Domain, FROM};
use crate::{Function, OnConnection, Result, Str, TypedParam, TypedParams};
use oxivirt_protocol::remote;

impl Domain {
    /// Returns the bandwidth of a network interface, named by its target or its MAC address: `virDomainGetInterfaceParameters`.
    /// `flags` are virDomainModificationImpact. Rates are in KiB/s, bursts in KiB.
    ///
    /// # Errors
    /// There is no such interface, or the driver could not tell.
    pub fn interface_parameters<'a>(&self, device: impl Into<Str<'a>>, flags: u32) -> Result<TypedParams> {
        let device = device.into();
        let (number, _) = self.interface_parameters_of(&*device, 0, flags)?;
        Ok(self.interface_parameters_of(&*device, number, flags)?.1)
    }

    /// Returns how many parameters there are for `max` 0, else at most so many of them.
    #[doc(hidden)]
    pub fn interface_parameters_of<'a>(
        &self,
        device: impl Into<Str<'a>>,
        max: i32,
        flags: u32,
    ) -> Result<(i32, TypedParams)> {
        let op = self.op(&Function("virDomainGetInterfaceParameters", FROM));
        let (device, flags) = (device.into(), op.with_strings(flags)?);
        let args = remote::DomainGetInterfaceParametersArgs { dom: self.wire(), device, nparams: max, flags };
        op.params(|driver, call| {
            let ret = driver.domain_get_interface_parameters(call, &args)?;
            Ok((ret.nparams, ret.params))
        })
    }

    /// Changes the bandwidth of a network interface, named by its target or its MAC address: `virDomainSetInterfaceParameters`.
    /// `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, there is no parameter or one that cannot be sent, or the driver refuses.
    pub fn set_interface_parameters<'a>(
        &self,
        device: impl Into<Str<'a>>,
        params: &[TypedParam<'_>],
        flags: u32,
    ) -> Result<()> {
        let op = self.op(&Function("virDomainSetInterfaceParameters", FROM)).write()?.some("nparams", params)?;
        let params = op.settings(params)?;
        let args = remote::DomainSetInterfaceParametersArgs { dom: self.wire(), device: device.into(), params, flags };
        op.call(|driver, call| driver.domain_set_interface_parameters(call, &args))
    }
}
