//! Virtual CPUs and I/O threads: how many, where they run; scheduling.
use super::check_flags;
use super::definition::Definition;
use super::info::now;
use crate::FROM;
use crate::connect::MAX_VCPUS;
use crate::cpumap;
use crate::driver::Driver;
use crate::session::TestSession;
use oxivirt_driver_common::errors;
use oxivirt_driver_common::params::{self, ParamType};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::driver::DomainVcpu;
use oxivirt_protocol::{Call, remote};
use oxivirt_xml::domain::cputune::{OneVcpu, VcpuPin};
use oxivirt_xml::value::{Nodeset, YesNo};

/// What a definition may be asked about: the running domain or the persistent one.
pub(super) const AFFECT: u32 = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;

/// What each processor of the host looks like to the scheduler.
const WEIGHT: u32 = 50;

fn signed(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

fn is_online(definition: &Definition, vcpu: u32) -> bool {
    if definition.vcpus.is_empty() {
        return vcpu < definition.online_vcpus();
    }
    definition.vcpus.iter().any(|one| one.id == vcpu && one.enabled == YesNo::Yes)
}

/// Returns the host's processors that a virtual one runs on.
fn cpus_of(definition: &Definition, vcpu: u32, all: &Nodeset) -> Nodeset {
    let pinned = definition.cputune.vcpupin.iter().find(|pin| pin.vcpu == vcpu).map(|pin| &pin.cpuset);
    pinned.or(definition.vcpu.cpuset.as_ref()).unwrap_or(all).clone()
}

fn set_online(definition: &mut Definition, number: u32) -> Result<()> {
    let max = definition.max_vcpus();
    if number > max {
        let text = message!("maximum vCPU count must not be less than current vCPU count");
        return Err(Error::new(ErrorDomain::DOMAIN, ErrorCode::CONFIG_UNSUPPORTED, text));
    }
    for vcpu in &mut definition.vcpus {
        vcpu.enabled = (vcpu.id < number).into();
    }
    definition.vcpu.current = (number != max).then_some(number);
    Ok(())
}

fn set_max(definition: &mut Definition, max: u32) {
    let online = definition.online_vcpus().min(max);
    definition.vcpu.max = Some(max);
    definition.vcpu.current = (online != max).then_some(online);
    definition.cputune.vcpupin.retain(|pin| pin.vcpu < max);
    if !definition.vcpus.is_empty() {
        definition.vcpus.retain(|vcpu| vcpu.id < max);
        let have = u32::try_from(definition.vcpus.len()).unwrap_or(u32::MAX);
        let added = |id| OneVcpu { id, enabled: YesNo::No, hotpluggable: None, order: 0 };
        definition.vcpus.extend((have..max).map(added));
    }
}

fn more_than(number: u32, max: u32) -> Error {
    let text = message!("requested cpu amount exceeds maximum (%1$d > %2$d)", number.cast_signed(), max);
    errors::invalid_argument(FROM, text)
}

impl TestSession {
    fn vcpus(&self, dom: &remote::NonnullDomain<'_>, flags: u32) -> Result<i32> {
        check_flags("testDomainGetVcpusFlags", flags, AFFECT | VIR_DOMAIN_VCPU_MAXIMUM)?;
        self.domain(dom, |domain, _| {
            let definition = domain.one(domain.one_impact(flags)?);
            let maximum = flags & VIR_DOMAIN_VCPU_MAXIMUM != 0;
            Ok(signed(if maximum { definition.max_vcpus() } else { definition.online_vcpus() }))
        })
    }

    fn set_vcpus(&self, dom: &remote::NonnullDomain<'_>, number: u32, flags: u32) -> Result<()> {
        check_flags("testDomainSetVcpusFlags", flags, AFFECT | VIR_DOMAIN_VCPU_MAXIMUM)?;
        if number > MAX_VCPUS.cast_unsigned() {
            let text = message!(
                "requested cpu amount exceeds maximum supported amount (%1$d > %2$d)",
                number.cast_signed(),
                MAX_VCPUS
            );
            return Err(errors::invalid_argument(FROM, text));
        }
        self.domain(dom, |domain, _| {
            let impact = domain.impact(flags)?;
            let maximum = flags & VIR_DOMAIN_VCPU_MAXIMUM != 0;
            for (asked, live, checked) in [(impact.live, true, true), (impact.config, false, !maximum)] {
                let max = domain.one(live).max_vcpus();
                if asked && checked && max < number {
                    return Err(more_than(number, max));
                }
            }
            if impact.live {
                set_online(domain.one_mut(true), number)?;
            }
            if impact.config {
                let definition = domain.one_mut(false);
                if maximum {
                    set_max(definition, number);
                } else {
                    set_online(definition, number)?;
                }
            }
            Ok(())
        })
    }

    fn pin_vcpu(&self, dom: &remote::NonnullDomain<'_>, vcpu: u32, cpumap: &[u8], flags: u32) -> Result<()> {
        check_flags("testDomainPinVcpuFlags", flags, 0)?;
        self.domain(dom, |domain, _| {
            if !domain.is_active() {
                return Err(errors::invalid_operation(FROM, message!("cannot pin vcpus on an inactive domain")));
            }
            if !is_online(&domain.definition, vcpu) {
                let text = message!("requested vcpu '%1$d' is not present in the domain", vcpu.cast_signed());
                return Err(errors::invalid_argument(FROM, text));
            }
            let pins = &mut domain.one_mut(true).cputune.vcpupin;
            pins.retain(|pin| pin.vcpu != vcpu);
            pins.push(VcpuPin { vcpu, cpuset: cpumap::read(cpumap) });
            oxivirt_xml::sort::by_key(pins, |pin| pin.vcpu);
            Ok(())
        })
    }

    fn scheduler(&self, dom: &remote::NonnullDomain<'_>, flags: u32) -> Result<Vec<remote::TypedParam<'static>>> {
        check_flags("testDomainGetSchedulerParametersFlags", flags, 0)?;
        self.domain(dom, |_, _| Ok(vec![params::uint(VIR_DOMAIN_SCHEDULER_WEIGHT, WEIGHT)]))
    }

    fn set_scheduler(
        &self,
        dom: &remote::NonnullDomain<'_>,
        params: &[remote::TypedParam<'_>],
        flags: u32,
    ) -> Result<()> {
        check_flags("testDomainSetSchedulerParametersFlags", flags, 0)?;
        params::validate(params, &[(VIR_DOMAIN_SCHEDULER_WEIGHT, ParamType::Uint)])?;
        // Taken and forgotten, as in the stock library.
        self.domain(dom, |_, _| Ok(()))
    }
}

fn host_cpus(driver: &Driver) -> Nodeset {
    (0..driver.host.max_cpus().min(Nodeset::MAX)).collect()
}

impl DomainVcpu for TestSession {
    fn domain_get_max_vcpus(
        &self,
        _: &mut Call,
        args: &remote::DomainGetMaxVcpusArgs<'_>,
    ) -> Result<remote::DomainGetMaxVcpusRet> {
        let num = self.vcpus(&args.dom, VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_VCPU_MAXIMUM)?;
        Ok(remote::DomainGetMaxVcpusRet { num })
    }

    fn domain_get_vcpus_flags(
        &self,
        _: &mut Call,
        args: &remote::DomainGetVcpusFlagsArgs<'_>,
    ) -> Result<remote::DomainGetVcpusFlagsRet> {
        Ok(remote::DomainGetVcpusFlagsRet { num: self.vcpus(&args.dom, args.flags)? })
    }

    fn domain_set_vcpus(&self, _: &mut Call, args: &remote::DomainSetVcpusArgs<'_>) -> Result<()> {
        self.set_vcpus(&args.dom, args.nvcpus, VIR_DOMAIN_AFFECT_LIVE)
    }

    fn domain_set_vcpus_flags(&self, _: &mut Call, args: &remote::DomainSetVcpusFlagsArgs<'_>) -> Result<()> {
        self.set_vcpus(&args.dom, args.nvcpus, args.flags)
    }

    fn domain_get_vcpus<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetVcpusArgs<'_>,
    ) -> Result<remote::DomainGetVcpusRet<'c>> {
        self.domain(&args.dom, |domain, driver| {
            if !domain.is_active() {
                let text = message!("cannot list vcpus for an inactive domain");
                return Err(errors::invalid_operation(FROM, text));
            }
            let (definition, all, time) = (&domain.definition, host_cpus(driver), now());
            let number = u32::try_from(args.maxinfo).unwrap_or_default().min(definition.online_vcpus());
            let (mut info, mut cpumaps) = (Vec::new(), Vec::new());
            for vcpu in 0..number {
                let online = is_online(definition, vcpu);
                let cpus = if online { cpus_of(definition, vcpu, &all) } else { Nodeset::default() };
                cpumap::write(&cpus, args.maplen, &mut cpumaps);
                info.push(match online {
                    false => remote::VcpuInfo::default(),
                    true => remote::VcpuInfo {
                        number: vcpu,
                        state: VIR_VCPU_RUNNING.cast_signed(),
                        cpu_time: time.checked_div(10).unwrap_or_default(),
                        cpu: cpus.last().map_or(-1, signed),
                    },
                });
            }
            Ok(remote::DomainGetVcpusRet { info, cpumaps: cpumaps.into() })
        })
    }

    fn domain_pin_vcpu(&self, _: &mut Call, args: &remote::DomainPinVcpuArgs<'_>) -> Result<()> {
        self.pin_vcpu(&args.dom, args.vcpu, args.cpumap.as_bytes(), 0)
    }

    fn domain_pin_vcpu_flags(&self, _: &mut Call, args: &remote::DomainPinVcpuFlagsArgs<'_>) -> Result<()> {
        self.pin_vcpu(&args.dom, args.vcpu, args.cpumap.as_bytes(), args.flags)
    }

    fn domain_get_vcpu_pin_info<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetVcpuPinInfoArgs<'_>,
    ) -> Result<remote::DomainGetVcpuPinInfoRet<'c>> {
        self.domain(&args.dom, |domain, driver| {
            let definition = domain.one(domain.one_impact(args.flags)?);
            let all = host_cpus(driver);
            let number = u32::try_from(args.ncpumaps).unwrap_or_default().min(definition.max_vcpus());
            let mut cpumaps = Vec::new();
            for vcpu in 0..number {
                cpumap::write(&cpus_of(definition, vcpu, &all), args.maplen, &mut cpumaps);
            }
            Ok(remote::DomainGetVcpuPinInfoRet { cpumaps: cpumaps.into(), num: signed(number) })
        })
    }

    fn domain_pin_emulator(&self, _: &mut Call, args: &remote::DomainPinEmulatorArgs<'_>) -> Result<()> {
        check_flags("testDomainPinEmulator", args.flags, AFFECT)?;
        self.domain(&args.dom, |domain, _| {
            let live = domain.one_impact(args.flags)?;
            let cpus = cpumap::read(args.cpumap.as_bytes());
            if cpus.0.is_empty() {
                return Err(errors::invalid_argument(FROM, message!("Empty cpu list for pinning")));
            }
            domain.one_mut(live).cputune.emulatorpin = Some(cpus);
            Ok(())
        })
    }

    fn domain_get_emulator_pin_info<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetEmulatorPinInfoArgs<'_>,
    ) -> Result<remote::DomainGetEmulatorPinInfoRet<'c>> {
        check_flags("testDomainGetEmulatorPinInfo", args.flags, AFFECT)?;
        self.domain(&args.dom, |domain, driver| {
            let definition = domain.one(domain.one_impact(args.flags)?);
            let pinned = definition.cputune.emulatorpin.as_ref().or(definition.vcpu.cpuset.as_ref());
            let mut cpumaps = Vec::new();
            cpumap::write(pinned.unwrap_or(&host_cpus(driver)), args.maplen, &mut cpumaps);
            Ok(remote::DomainGetEmulatorPinInfoRet { cpumaps: cpumaps.into(), ret: 1 })
        })
    }

    fn domain_get_scheduler_type<'c>(
        &self,
        _: &'c mut Call,
        _: &remote::DomainGetSchedulerTypeArgs<'_>,
    ) -> Result<remote::DomainGetSchedulerTypeRet<'c>> {
        Ok(remote::DomainGetSchedulerTypeRet { r#type: "fair".into(), nparams: 1 })
    }

    fn domain_get_scheduler_parameters<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetSchedulerParametersArgs<'_>,
    ) -> Result<remote::DomainGetSchedulerParametersRet<'c>> {
        Ok(remote::DomainGetSchedulerParametersRet { params: self.scheduler(&args.dom, 0)? })
    }

    fn domain_get_scheduler_parameters_flags<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetSchedulerParametersFlagsArgs<'_>,
    ) -> Result<remote::DomainGetSchedulerParametersFlagsRet<'c>> {
        Ok(remote::DomainGetSchedulerParametersFlagsRet { params: self.scheduler(&args.dom, args.flags)? })
    }

    fn domain_set_scheduler_parameters(
        &self,
        _: &mut Call,
        args: &remote::DomainSetSchedulerParametersArgs<'_>,
    ) -> Result<()> {
        self.set_scheduler(&args.dom, &args.params, 0)
    }

    fn domain_set_scheduler_parameters_flags(
        &self,
        _: &mut Call,
        args: &remote::DomainSetSchedulerParametersFlagsArgs<'_>,
    ) -> Result<()> {
        self.set_scheduler(&args.dom, &args.params, args.flags)
    }

    fn domain_get_iothread_info<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetIothreadInfoArgs<'_>,
    ) -> Result<remote::DomainGetIothreadInfoRet<'c>> {
        self.iothreads(args)
    }

    fn domain_pin_iothread(&self, _: &mut Call, args: &remote::DomainPinIothreadArgs<'_>) -> Result<()> {
        self.pin_iothread(args)
    }

    fn domain_add_iothread(&self, _: &mut Call, args: &remote::DomainAddIothreadArgs<'_>) -> Result<()> {
        self.add_iothread(args)
    }

    fn domain_del_iothread(&self, _: &mut Call, args: &remote::DomainDelIothreadArgs<'_>) -> Result<()> {
        self.del_iothread(args)
    }

    fn domain_set_iothread_params(&self, _: &mut Call, args: &remote::DomainSetIothreadParamsArgs<'_>) -> Result<()> {
        self.set_iothread(args)
    }
}
