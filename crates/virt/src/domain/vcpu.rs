//! How many virtual processors a domain has, and which the guest uses.
mod iothread;
mod pinning;

pub use iothread::IoThreadInfo;
pub use pinning::CpuMaps;

use super::{Domain, FROM};
use crate::flags::{VIR_DOMAIN_VCPU_CONFIG, VIR_DOMAIN_VCPU_GUEST, VIR_DOMAIN_VCPU_MAXIMUM};
use crate::{Function, OnConnection, Result, Str, TypedParams};
use oxivirt_protocol::remote;

/// What [`Domain::vcpus`] tells about a virtual processor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VcpuInfo {
    /// Its number.
    pub number: u32,
    /// A `virVcpuState`.
    pub state: i32,
    /// How long it ran, in nanoseconds.
    pub cpu_time: u64,
    /// The host's processor that it runs on, -1 for none, or a `virVcpuHostCpuState`.
    pub cpu: i32,
}

impl Domain {
    /// Returns what at most `max` virtual processors do, and on which of the host's processors they may run, in maps of
    /// `map_length` bytes, or no maps for 0: `virDomainGetVcpus`.
    ///
    /// # Errors
    /// `max` is not positive, the maps are too large, or the driver could not tell, as for a domain that does not run.
    pub fn vcpus(&self, max: i32, map_length: i32) -> Result<(Vec<VcpuInfo>, CpuMaps)> {
        let op = self.op(&Function("virDomainGetVcpus", FROM)).positive("maxinfo", max)?;
        pinning::map_size(max, map_length)?;
        let op = op.not_negative("maplen", map_length)?;
        let args = remote::DomainGetVcpusArgs { dom: self.wire(), maxinfo: max, maplen: map_length };
        op.call(|driver, call| {
            let ret = driver.domain_get_vcpus(call, &args)?;
            let maps = CpuMaps::from_wire(&ret.cpumaps, ret.info.len(), max, map_length)?;
            let one = |wire: &remote::VcpuInfo| VcpuInfo {
                number: wire.number,
                state: wire.state,
                cpu_time: wire.cpu_time,
                cpu: wire.cpu,
            };
            Ok((ret.info.iter().map(one).collect(), maps))
        })
    }

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
