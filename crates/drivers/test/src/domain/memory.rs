//! Memory of a domain: size, limits, NUMA nodes, statistics.
use super::check_flags;
use super::definition::Definition;
use super::vcpu::AFFECT;
use crate::FROM;
use crate::session::TestSession;
use oxivirt_driver_common::params::{self, ParamType};
use oxivirt_driver_common::{Locked, errors};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::driver::DomainMemory;
use oxivirt_protocol::{Call, remote};
use oxivirt_xml::domain::cputune::VcpuPlacement;
use oxivirt_xml::domain::devices::small::BalloonModel;
use oxivirt_xml::domain::memory::{NumaMemory, NumaMode, NumaPlacement, UNLIMITED_KIB};
use oxivirt_xml::value::{Nodeset, ScaledKiB, Value};

impl TestSession {
    fn set_memory(&self, dom: &remote::NonnullDomain<'_>, memory: u64, flags: u32) -> Result<()> {
        let known = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_MEM_MAXIMUM;
        check_flags("testDomainSetMemoryFlags", flags, known)?;
        self.domain(dom, |domain, _| {
            let live = domain.one_impact(flags)?;
            let definition = domain.one_mut(live);
            if flags & VIR_DOMAIN_MEM_MAXIMUM == 0 {
                if memory > definition.memory.size.0 {
                    return Err(errors::invalid_argument(FROM, message!("cannot set memory higher than max memory")));
                }
                definition.current_memory = Some(ScaledKiB(memory));
                return Ok(());
            }
            let refused = |text: Vec<u8>| Err(errors::invalid_operation(FROM, text));
            if live {
                return refused(message!("cannot resize the maximum memory on an active domain"));
            }
            let numa = definition.cpu.as_ref().and_then(|cpu| cpu.0.numa.as_ref());
            if numa.is_some_and(|numa| !numa.cells.is_empty()) {
                return refused(message!(
                    "initial memory size of a domain with NUMA nodes cannot be modified with this API"
                ));
            }
            if definition.max_memory.as_ref().is_some_and(|max| max.size.0 != 0 && max.size.0 < memory) {
                return refused(message!("cannot set initial memory size greater than the maximum memory size"));
            }
            definition.memory.size = ScaledKiB(memory);
            if let Some(current) = &mut definition.current_memory {
                current.0 = current.0.min(memory);
            }
            Ok(())
        })
    }
}

/// What a limit is that is not set.
fn limit(limit: Option<ScaledKiB>) -> u64 {
    limit.map_or(UNLIMITED_KIB, |limit| limit.0)
}

fn has_balloon(definition: &Definition) -> bool {
    definition.devices.memballoons.first().is_some_and(|balloon| balloon.model != BalloonModel::None)
}

/// What [`statistics`] is told of a guest at this moment, seconds since the epoch.
const LAST_UPDATE: u64 = 627_319_920;

fn statistics(memory: u64) -> [(u32, u64); 13] {
    let part = |by: u64| memory.checked_div(by).unwrap_or_default();
    [
        (VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON, memory),
        (VIR_DOMAIN_MEMORY_STAT_SWAP_IN, 0),
        (VIR_DOMAIN_MEMORY_STAT_SWAP_OUT, 0),
        (VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT, 0),
        (VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT, 0),
        (VIR_DOMAIN_MEMORY_STAT_UNUSED, part(2)),
        (VIR_DOMAIN_MEMORY_STAT_AVAILABLE, memory),
        (VIR_DOMAIN_MEMORY_STAT_USABLE, part(2)),
        (VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE, LAST_UPDATE),
        (VIR_DOMAIN_MEMORY_STAT_DISK_CACHES, part(8)),
        (VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC, 0),
        (VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL, 0),
        (VIR_DOMAIN_MEMORY_STAT_RSS, part(2)),
    ]
}

fn set_limits(domain: &mut Locked<'_, super::Domain>, params: &[remote::TypedParam<'_>], flags: u32) -> Result<()> {
    let live = domain.one_impact(flags)?;
    let given = |name| params::unsigned(params, name);
    let (hard, soft) = (given(VIR_DOMAIN_MEMORY_HARD_LIMIT), given(VIR_DOMAIN_MEMORY_SOFT_LIMIT));
    let swap = given(VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT);
    if hard.is_some() || swap.is_some() {
        // Compared with what runs, whatever is changed: as in the stock library.
        let now = domain.definition.memtune;
        if hard.unwrap_or(limit(now.hard_limit)) > swap.unwrap_or(limit(now.swap_hard_limit)) {
            let text = message!("memory hard_limit tunable value must be lower than or equal to swap_hard_limit");
            return Err(errors::invalid_argument(FROM, text));
        }
    }
    let memtune = &mut domain.one_mut(live).memtune;
    for (place, value) in
        [(&mut memtune.hard_limit, hard), (&mut memtune.soft_limit, soft), (&mut memtune.swap_hard_limit, swap)]
    {
        if let Some(value) = value {
            *place = Some(ScaledKiB(value));
        }
    }
    Ok(())
}

/// The mode that a number of `virDomainNumatuneMemMode` stands for.
fn numa_mode(number: i32) -> Result<NumaMode> {
    let mode = usize::try_from(number).ok().and_then(|at| NumaMode::ALL.get(at)).copied();
    mode.ok_or_else(|| errors::invalid_argument(FROM, message!("unsupported numatune mode: '%1$d'", number)))
}

fn set_numa(domain: &mut Locked<'_, super::Domain>, params: &[remote::TypedParam<'_>], flags: u32) -> Result<()> {
    use remote::TypedParamValue::{Int, String};
    let live = domain.one_impact(flags)?;
    let (mut mode, mut nodeset) = (None, None);
    for param in params {
        match &param.value {
            Int(number) => mode = Some(numa_mode(*number)?),
            String(text) => {
                let text = text.to_str_lossy();
                let set = Nodeset::parse(&text).filter(|_| !text.trim().is_empty()).ok_or_else(|| {
                    let text = message!("Failed to parse bitmap '%1$s'", text);
                    Error::new(ErrorDomain::NONE, ErrorCode::INVALID_ARG, text)
                })?;
                if set.0.is_empty() {
                    let text = message!("Invalid nodeset of 'numatune': %1$s", text);
                    return Err(errors::invalid_operation(FROM, text));
                }
                nodeset = Some(set);
            }
            _ => {}
        }
    }
    let definition = domain.one_mut(live);
    let now = definition.numatune.memory.as_ref();
    let other = |mode: NumaMode| now.is_some_and(|memory| memory.mode.unwrap_or(NumaMode::Strict) != mode);
    if live && mode.is_some_and(other) {
        let text = message!("can't change numatune mode for running domain");
        return Err(errors::invalid_operation(FROM, text));
    }
    if mode.is_none() && nodeset.is_none() {
        return Ok(());
    }
    let placement_static = definition.vcpu.placement != Some(VcpuPlacement::Auto);
    let known = now.is_some();
    let mut memory = definition.numatune.memory.clone().unwrap_or_default();
    memory.mode = mode.or(memory.mode).or(Some(NumaMode::Strict));
    let given = nodeset.is_some();
    if given {
        memory.nodeset = nodeset;
    }
    let placement = match (given, known) {
        (true, _) => Some(NumaPlacement::Static),
        (false, true) => None,
        (false, false) if placement_static => Some(NumaPlacement::Static),
        (false, false) => Some(NumaPlacement::Auto),
    };
    if placement == Some(NumaPlacement::Static) && memory.nodeset.is_none() {
        let text = message!("nodeset for NUMA memory tuning must be set if 'placement' is 'static'");
        return Err(Error::new(ErrorDomain::DOMAIN, ErrorCode::CONFIG_UNSUPPORTED, text));
    }
    // With nodes it goes without saying.
    memory.placement = placement.or(memory.placement).filter(|placement| *placement != NumaPlacement::Static);
    definition.numatune.memory = Some(NumaMemory { ..memory });
    Ok(())
}

impl DomainMemory for TestSession {
    fn domain_get_max_memory(
        &self,
        _: &mut Call,
        args: &remote::DomainGetMaxMemoryArgs<'_>,
    ) -> Result<remote::DomainGetMaxMemoryRet> {
        let memory = self.domain(&args.dom, |domain, _| Ok(domain.definition.memory.size.0))?;
        Ok(remote::DomainGetMaxMemoryRet { memory })
    }

    fn domain_set_max_memory(&self, _: &mut Call, args: &remote::DomainSetMaxMemoryArgs<'_>) -> Result<()> {
        self.set_memory(&args.dom, args.memory, VIR_DOMAIN_MEM_MAXIMUM)
    }

    fn domain_set_memory(&self, _: &mut Call, args: &remote::DomainSetMemoryArgs<'_>) -> Result<()> {
        self.set_memory(&args.dom, args.memory, VIR_DOMAIN_AFFECT_LIVE)
    }

    fn domain_set_memory_flags(&self, _: &mut Call, args: &remote::DomainSetMemoryFlagsArgs<'_>) -> Result<()> {
        self.set_memory(&args.dom, args.memory, args.flags)
    }

    fn domain_set_memory_parameters(
        &self,
        _: &mut Call,
        args: &remote::DomainSetMemoryParametersArgs<'_>,
    ) -> Result<()> {
        check_flags("testDomainSetMemoryParameters", args.flags, AFFECT)?;
        let known = [VIR_DOMAIN_MEMORY_HARD_LIMIT, VIR_DOMAIN_MEMORY_SOFT_LIMIT, VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT];
        params::validate(&args.params, &known.map(|name| (name, ParamType::Ullong)))?;
        self.domain(&args.dom, |domain, _| set_limits(domain, &args.params, args.flags))
    }

    fn domain_get_memory_parameters<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetMemoryParametersArgs<'_>,
    ) -> Result<remote::DomainGetMemoryParametersRet<'c>> {
        check_flags("testDomainGetMemoryParameters", args.flags, AFFECT | VIR_TYPED_PARAM_STRING_OKAY)?;
        let (params, nparams) = params::fit(args.nparams, 3, || {
            self.domain(&args.dom, |domain, _| {
                let memtune = domain.one(domain.one_impact(args.flags)?).memtune;
                Ok(vec![
                    params::ullong(VIR_DOMAIN_MEMORY_HARD_LIMIT, limit(memtune.hard_limit)),
                    params::ullong(VIR_DOMAIN_MEMORY_SOFT_LIMIT, limit(memtune.soft_limit)),
                    params::ullong(VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT, limit(memtune.swap_hard_limit)),
                ])
            })
        })?;
        Ok(remote::DomainGetMemoryParametersRet { params, nparams })
    }

    fn domain_set_numa_parameters(&self, _: &mut Call, args: &remote::DomainSetNumaParametersArgs<'_>) -> Result<()> {
        check_flags("testDomainSetNumaParameters", args.flags, AFFECT)?;
        let known = [(VIR_DOMAIN_NUMA_MODE, ParamType::Int), (VIR_DOMAIN_NUMA_NODESET, ParamType::String)];
        params::validate(&args.params, &known)?;
        self.domain(&args.dom, |domain, _| set_numa(domain, &args.params, args.flags))
    }

    fn domain_get_numa_parameters<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetNumaParametersArgs<'_>,
    ) -> Result<remote::DomainGetNumaParametersRet<'c>> {
        check_flags("testDomainGetNumaParameters", args.flags, AFFECT | VIR_TYPED_PARAM_STRING_OKAY)?;
        let (params, nparams) = params::fit(args.nparams, 2, || {
            self.domain(&args.dom, |domain, _| {
                let memory = domain.one(domain.one_impact(args.flags)?).numatune.memory.clone().unwrap_or_default();
                let mode = memory.mode.unwrap_or(NumaMode::Strict);
                let mode = NumaMode::ALL.iter().position(|known| *known == mode).unwrap_or_default();
                let mode = remote::TypedParamValue::Int(i32::try_from(mode).unwrap_or_default());
                let nodeset = memory.nodeset.unwrap_or_default().text().into_owned();
                Ok(vec![params::param(VIR_DOMAIN_NUMA_MODE, mode), params::string(VIR_DOMAIN_NUMA_NODESET, nodeset)])
            })
        })?;
        Ok(remote::DomainGetNumaParametersRet { params, nparams })
    }

    fn domain_set_memory_stats_period(
        &self,
        _: &mut Call,
        args: &remote::DomainSetMemoryStatsPeriodArgs<'_>,
    ) -> Result<()> {
        check_flags("testDomainSetMemoryStatsPeriod", args.flags, AFFECT)?;
        self.domain(&args.dom, |domain, _| {
            let live = domain.one_impact(args.flags)?;
            let definition = domain.one_mut(live);
            match definition.devices.memballoons.first_mut().filter(|balloon| balloon.model != BalloonModel::None) {
                Some(balloon) => balloon.period = Some(args.period),
                None => {
                    let text = message!("No memory balloon device configured, can not set the collection period");
                    return Err(errors::internal(FROM, text));
                }
            }
            Ok(())
        })
    }

    fn domain_memory_stats(
        &self,
        _: &mut Call,
        args: &remote::DomainMemoryStatsArgs<'_>,
    ) -> Result<remote::DomainMemoryStatsRet> {
        check_flags("testDomainMemoryStats", args.flags, 0)?;
        self.domain(&args.dom, |domain, _| {
            domain.check_active()?;
            let memory = domain.definition.current_memory.unwrap_or_default().0;
            let most = usize::try_from(args.max_stats).unwrap_or(usize::MAX);
            let stat = |(tag, val): (u32, u64)| remote::DomainMemoryStat { tag: tag.cast_signed(), val };
            let stats = if has_balloon(&domain.definition) { most } else { 0 };
            let stats = statistics(memory).into_iter().take(stats).map(stat).collect();
            Ok(remote::DomainMemoryStatsRet { stats })
        })
    }

    fn domain_memory_peek<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainMemoryPeekArgs<'_>,
    ) -> Result<remote::DomainMemoryPeekRet<'c>> {
        check_flags("testDomainMemoryPeek", args.flags, VIR_MEMORY_VIRTUAL | VIR_MEMORY_PHYSICAL)?;
        if !matches!(args.flags, VIR_MEMORY_VIRTUAL | VIR_MEMORY_PHYSICAL) {
            let text = message!("flags parameter must be VIR_MEMORY_VIRTUAL or VIR_MEMORY_PHYSICAL");
            return Err(errors::invalid_argument(FROM, text));
        }
        self.domain(&args.dom, |domain, _| {
            domain.check_active()?;
            // Each byte has the lowest part of its address as its value.
            let first = args.offset.to_le_bytes();
            let [first, ..] = first;
            let bytes = (0..args.size).map(|at| first.wrapping_add(at.to_le_bytes().first().copied().unwrap_or(0)));
            Ok(remote::DomainMemoryPeekRet { buffer: bytes.collect::<Vec<u8>>().into() })
        })
    }
}
