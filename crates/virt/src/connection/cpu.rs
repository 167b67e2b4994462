//! Comparing and combining CPU definitions, and the models a driver knows.
use super::{Connection, FROM};
use crate::{Function, OnConnection, Result, Str, Text, reply};
use oxivirt_protocol::remote;

/// For which emulation a question about processors is meant; `None`: the hypervisor's default.
#[derive(Debug, Clone, Default)]
pub struct HypervisorCpu<'a> {
    /// The path of the emulator.
    pub emulator: Option<Str<'a>>,
    /// The architecture of the guest.
    pub arch: Option<Str<'a>>,
    /// The type of the machine.
    pub machine: Option<Str<'a>>,
    /// The type of the domain (`kvm`).
    pub virt_type: Option<Str<'a>>,
}

impl Connection {
    /// Compares a CPU with the host's: `virConnectCompareCPU`. Returns a virCPUCompareResult; `flags` are
    /// virConnectCompareCPUFlags.
    ///
    /// # Errors
    /// The driver refuses.
    pub fn compare_cpu<'a>(&self, xml: impl Into<Str<'a>>, flags: u32) -> Result<i32> {
        let op = self.op(&Function("virConnectCompareCPU", FROM));
        let args = remote::ConnectCompareCpuArgs { xml: xml.into(), flags };
        reply::number(op.call(|driver, call| Ok(driver.connect_compare_cpu(call, &args)?.result))?, "result")
    }

    /// Compares a CPU with what the hypervisor offers: `virConnectCompareHypervisorCPU`. Returns a virCPUCompareResult; `flags` are
    /// virConnectCompareCPUFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn compare_hypervisor_cpu<'a>(
        &self,
        hypervisor: HypervisorCpu<'a>,
        xml: impl Into<Str<'a>>,
        flags: u32,
    ) -> Result<i32> {
        let op = self.op(&Function("virConnectCompareHypervisorCPU", FROM)).write()?;
        let HypervisorCpu { emulator, arch, machine, virt_type: virttype } = hypervisor;
        let xml_cpu = xml.into();
        let args = remote::ConnectCompareHypervisorCpuArgs { emulator, arch, machine, virttype, xml_cpu, flags };
        reply::number(op.call(|driver, call| Ok(driver.connect_compare_hypervisor_cpu(call, &args)?.result))?, "result")
    }

    /// Returns the CPU that has what all of these have: `virConnectBaselineCPU`. `flags` are virConnectBaselineCPUFlags.
    ///
    /// # Errors
    /// The driver refuses.
    pub fn baseline_cpu(&self, xml_cpus: Vec<Str<'_>>, flags: u32) -> Result<Text> {
        let op = self.op(&Function("virConnectBaselineCPU", FROM));
        let args = remote::ConnectBaselineCpuArgs { xml_cpus, flags };
        op.text(|driver, call| Ok(driver.connect_baseline_cpu(call, &args)?.cpu))
    }

    /// Returns the CPU that the hypervisor can offer on hosts with any of these: `virConnectBaselineHypervisorCPU`. `flags` are
    /// virConnectBaselineCPUFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn baseline_hypervisor_cpu<'a>(
        &self,
        hypervisor: HypervisorCpu<'a>,
        xml_cpus: Vec<Str<'a>>,
        flags: u32,
    ) -> Result<Text> {
        let op = self.op(&Function("virConnectBaselineHypervisorCPU", FROM)).write()?;
        let HypervisorCpu { emulator, arch, machine, virt_type: virttype } = hypervisor;
        let args = remote::ConnectBaselineHypervisorCpuArgs { emulator, arch, machine, virttype, xml_cpus, flags };
        op.text(|driver, call| Ok(driver.connect_baseline_hypervisor_cpu(call, &args)?.cpu))
    }

    /// Returns the names of the CPU models that the driver knows for an architecture: `virConnectGetCPUModelNames`. `flags` must be
    /// 0.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn cpu_model_names<'a>(&self, arch: impl Into<Str<'a>>, flags: u32) -> Result<Vec<Text>> {
        Ok(self.cpu_model_names_if(true, arch, flags)?.1)
    }

    /// Returns how many names there are, and the names if they are wanted.
    #[doc(hidden)]
    pub fn cpu_model_names_if<'a>(
        &self,
        wanted: bool,
        arch: impl Into<Str<'a>>,
        flags: u32,
    ) -> Result<(i32, Vec<Text>)> {
        let arch = arch.into();
        self.op(&Function("virConnectGetCPUModelNames", FROM)).list(wanted, |driver, call, need_results, listed| {
            let args = remote::ConnectGetCpuModelNamesArgs { arch: (&*arch).into(), need_results, flags };
            let ret = driver.connect_get_cpu_model_names(call, &args)?;
            listed.take(ret.ret, &ret.models, |name| Text::from(name))
        })
    }
}
