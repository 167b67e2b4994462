//! How many virtual processors a domain has, and which the guest uses.
use super::{Domain, FROM};
use crate::flags::{VIR_DOMAIN_VCPU_CONFIG, VIR_DOMAIN_VCPU_GUEST, VIR_DOMAIN_VCPU_MAXIMUM};
use crate::{Function, OnConnection, Result, Str, TypedParams};
use oxivirt_protocol::remote;

impl Domain {
    /// Returns how many processors the domain may have: `virDomainGetMaxVcpus`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn max_vcpus(&self) -> Result<i32> {
        let op = self.op(&Function("virDomainGetMaxVcpus", FROM));
        let args = remote::DomainGetMaxVcpusArgs { dom: self.wire() };
        op.number_of("num", |driver, call| Ok(driver.domain_get_max_vcpus(call, &args)?.num))
    }

    /// Returns how many processors the domain has: `virDomainGetVcpusFlags`. `flags` are virDomainVcpuFlags.
    ///
    /// # Errors
    /// The guest is asked on a read-only connection, `flags` contradict each other, or the driver could not tell.
    pub fn vcpus_flags(&self, flags: u32) -> Result<i32> {
        // Asking the guest makes its agent work.
        let agent = flags & VIR_DOMAIN_VCPU_GUEST.0 != 0;
        let op = self.op(&Function("virDomainGetVcpusFlags", FROM)).write_if(agent)?.one_impact(flags)?;
        let args = remote::DomainGetVcpusFlagsArgs { dom: self.wire(), flags };
        op.number_of("num", |driver, call| Ok(driver.domain_get_vcpus_flags(call, &args)?.num))
    }

    /// Changes how many processors the running domain has: `virDomainSetVcpus`.
    ///
    /// # Errors
    /// The connection is read-only, `vcpus` is 0, or the driver refuses.
    pub fn set_vcpus(&self, vcpus: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetVcpus", FROM)).write()?.not_zero("nvcpus", vcpus)?;
        let args = remote::DomainSetVcpusArgs { dom: self.wire(), nvcpus: vcpus };
        op.call(|driver, call| driver.domain_set_vcpus(call, &args))
    }

    /// Changes how many processors the domain has: `virDomainSetVcpusFlags`. `flags` are virDomainVcpuFlags.
    ///
    /// # Errors
    /// The connection is read-only, `flags` contradict each other, `vcpus` is 0, or the driver refuses.
    pub fn set_vcpus_flags(&self, vcpus: u32, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetVcpusFlags", FROM)).write()?;
        let op = op.requires(flags, VIR_DOMAIN_VCPU_MAXIMUM, VIR_DOMAIN_VCPU_CONFIG)?;
        let op = op.exclusive(flags, VIR_DOMAIN_VCPU_GUEST, VIR_DOMAIN_VCPU_CONFIG)?.not_zero("nvcpus", vcpus)?;
        let args = remote::DomainSetVcpusFlagsArgs { dom: self.wire(), nvcpus: vcpus, flags };
        op.call(|driver, call| driver.domain_set_vcpus_flags(call, &args))
    }

    /// Changes which processors are there, `map` is a list such as `0-2,5`: `virDomainSetVcpu`. `flags` are
    /// virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn set_vcpu<'a>(&self, map: impl Into<Str<'a>>, state: impl Into<i32>, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetVcpu", FROM)).write()?;
        let args = remote::DomainSetVcpuArgs { dom: self.wire(), cpumap: map.into(), state: state.into(), flags };
        op.call(|driver, call| driver.domain_set_vcpu(call, &args))
    }

    /// Returns which processors the guest has and uses: `virDomainGetGuestVcpus`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, as the guest's agent has to work, or the driver could not tell.
    pub fn guest_vcpus(&self, flags: u32) -> Result<TypedParams> {
        let op = self.op(&Function("virDomainGetGuestVcpus", FROM)).write()?;
        let args = remote::DomainGetGuestVcpusArgs { dom: self.wire(), flags };
        op.call(|driver, call| Ok(TypedParams::from_wire(&driver.domain_get_guest_vcpus(call, &args)?.params)))
    }

    /// Changes which processors the guest uses, `map` is a list such as `0-2,5`: `virDomainSetGuestVcpus`. `flags` are none so
    /// far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn set_guest_vcpus<'a>(&self, map: impl Into<Str<'a>>, state: impl Into<i32>, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetGuestVcpus", FROM)).write()?;
        let args = remote::DomainSetGuestVcpusArgs { dom: self.wire(), cpumap: map.into(), state: state.into(), flags };
        op.call(|driver, call| driver.domain_set_guest_vcpus(call, &args))
    }
}
