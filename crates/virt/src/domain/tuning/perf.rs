//! Performance events of a domain: which hardware and software counters the host keeps for it.
use super::super::{Domain, FROM};
use crate::{Function, OnConnection, Result, TypedParam, TypedParams};
use oxivirt_protocol::remote;

impl Domain {
    /// Returns which events are counted: `virDomainGetPerfEvents`. `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn perf_events(&self, flags: u32) -> Result<TypedParams> {
        let op = self.op(&Function("virDomainGetPerfEvents", FROM));
        let args = remote::DomainGetPerfEventsArgs { dom: self.wire(), flags };
        op.call(|driver, call| Ok(TypedParams::from_wire(&driver.domain_get_perf_events(call, &args)?.params)))
    }

    /// Changes which events are counted: `virDomainSetPerfEvents`. `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, there is no parameter or one that cannot be sent, or the driver refuses.
    pub fn set_perf_events(&self, params: &[TypedParam<'_>], flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetPerfEvents", FROM)).write()?.some("nparams", params)?;
        let args = remote::DomainSetPerfEventsArgs { dom: self.wire(), params: op.settings(params)?, flags };
        op.call(|driver, call| driver.domain_set_perf_events(call, &args))
    }
}
