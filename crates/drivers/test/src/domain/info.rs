//! State, statistics and security of a domain.
use super::vcpu::AFFECT;
use super::{Domain, check_flags, lookup, messages};
use crate::FROM;
use crate::session::TestSession;
use oxivirt_driver_common::errors;
use oxivirt_driver_common::params::{self, ParamType};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::driver::DomainInfo;
use oxivirt_protocol::{Call, remote};
use oxivirt_xml::domain::clock::PerfEvent;
use oxivirt_xml::domain::devices::interface::Interface;
use oxivirt_xml::value::{Value, YesNo};
use std::time::{SystemTime, UNIX_EPOCH};

/// Returns microseconds since the epoch, which many of the driver's numbers are made of.
pub(super) fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_micros()).unwrap_or(u64::MAX)
}

/// How long the processors of every domain ran, in nanoseconds.
const CPU_TIME: u64 = 48_772_617_035;

/// Returns the interface with this name or MAC address.
///
/// # Errors
/// There is none.
pub(super) fn interface_at(definition: &super::Definition, name: &str) -> Result<usize> {
    let mac = oxivirt_xml::value::Mac::parse(name);
    let is = |interface: &Interface| match mac {
        Some(_) => interface.mac == mac,
        None => interface.target.as_deref() == Some(name),
    };
    definition.devices.interfaces.iter().position(is).ok_or_else(|| {
        let text = message!("'%1$s' is not a known interface", name);
        Error::new(ErrorDomain::DOMAIN, ErrorCode::INVALID_ARG, text)
    })
}

/// Returns the statistics of one processor, the `number`th from 0.
fn cpu_stats(cpus: u32, number: u32) -> [remote::TypedParam<'static>; 2] {
    let each = CPU_TIME.checked_div(cpus.into()).unwrap_or_default();
    let time = each.wrapping_add(number.into());
    [
        params::ullong(VIR_DOMAIN_CPU_STATS_CPUTIME, time),
        params::ullong(VIR_DOMAIN_CPU_STATS_VCPUTIME, time.wrapping_sub(1_234_567_890)),
    ]
}

/// Returns the state of the interface that controls a domain, how long it has lasted, and why. Its guest's clock decides, so that
/// programs can see each of them.
fn control(seconds: i64) -> (u32, u64, u32) {
    let since = |start: i64| u64::try_from(seconds.saturating_sub(start)).unwrap_or_default();
    match seconds {
        1..10_000 => (VIR_DOMAIN_CONTROL_JOB, since(0), 0),
        10_000..30_000 => (VIR_DOMAIN_CONTROL_OCCUPIED, since(10_000), 0),
        30_000..60_000 => {
            let reasons = [
                VIR_DOMAIN_CONTROL_ERROR_REASON_NONE,
                VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN,
                VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR,
                VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL,
            ];
            let reason = usize::try_from(seconds & 3).ok().and_then(|at| reasons.get(at)).copied();
            (VIR_DOMAIN_CONTROL_ERROR, since(30_000), reason.unwrap_or_default())
        }
        _ => (VIR_DOMAIN_CONTROL_OK, 0, 0),
    }
}

/// Returns the statistics that `stats`, virDomainStatsTypes, ask for.
fn stats_of(domain: &Domain, stats: u32) -> Vec<remote::TypedParam<'static>> {
    use remote::TypedParamValue::Int;
    let mut all = Vec::new();
    if stats & VIR_DOMAIN_STATS_STATE != 0 {
        let (state, reason) = domain.state;
        all.push(params::param("state.state", Int(state.cast_signed())));
        all.push(params::param("state.reason", Int(reason.cast_signed())));
    }
    let threads = &domain.guest.polling;
    if stats & VIR_DOMAIN_STATS_IOTHREAD != 0 && domain.is_active() && !threads.is_empty() {
        all.push(params::uint("iothread.count", u32::try_from(threads.len()).unwrap_or(u32::MAX)));
        for one in threads {
            let name = |what: &str| format!("iothread.{}.{what}", one.thread);
            all.push(params::ullong(name("poll-max-ns"), one.max));
            all.push(params::uint(name("poll-grow"), one.grow));
            all.push(params::uint(name("poll-shrink"), one.shrink));
            all.push(params::uint(name("poll-weight"), one.weight));
        }
    }
    all
}

/// The flags of statistics that select domains.
const STATS_FILTERS: u32 = VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER;

/// The statistics that there are.
const STATS: u32 = VIR_DOMAIN_STATS_STATE | VIR_DOMAIN_STATS_IOTHREAD;

impl TestSession {
    fn all_stats(
        &self,
        doms: &[remote::NonnullDomain<'_>],
        stats: u32,
        flags: u32,
    ) -> Result<Vec<remote::DomainStatsRecord<'static>>> {
        let options = VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT
            | VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING
            | VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS;
        check_flags("testConnectGetAllDomainStats", flags, STATS_FILTERS | options)?;
        let unknown = stats & !STATS;
        if unknown != 0 && flags & VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS != 0 {
            let text = message!("Stats types bits 0x%1$x are not supported by this daemon", unknown);
            return Err(Error::new(FROM, ErrorCode::ARGUMENT_UNSUPPORTED, text));
        }
        let stats = if stats == 0 { STATS } else { stats };
        let driver = self.driver()?;
        let record =
            |domain: &Domain| remote::DomainStatsRecord { dom: domain.wire(), params: stats_of(domain, stats) };
        if doms.is_empty() {
            return Ok(driver.listed(flags & STATS_FILTERS, record));
        }
        let mut records = Vec::new();
        for dom in doms {
            // Those that are gone are left out.
            let Some(object) = driver.domains.by_uuid(&dom.uuid) else { continue };
            driver.domains.with(&object, |domain| {
                if lookup::is_listed(domain, flags & STATS_FILTERS) {
                    records.push(record(domain));
                }
            });
        }
        Ok(records)
    }
}

impl DomainInfo for TestSession {
    fn domain_get_info(&self, _: &mut Call, args: &remote::DomainGetInfoArgs<'_>) -> Result<remote::DomainGetInfoRet> {
        self.domain(&args.dom, |domain, _| {
            let definition = &domain.definition;
            Ok(remote::DomainGetInfoRet {
                state: u8::try_from(domain.state.0).unwrap_or(u8::MAX),
                max_mem: definition.memory.size.0,
                memory: definition.current_memory.unwrap_or_default().0,
                nr_virt_cpu: u16::try_from(definition.online_vcpus()).unwrap_or(u16::MAX),
                cpu_time: now().wrapping_mul(1000),
            })
        })
    }

    fn domain_get_os_type<'c>(
        &self,
        _: &'c mut Call,
        _: &remote::DomainGetOsTypeArgs<'_>,
    ) -> Result<remote::DomainGetOsTypeRet<'c>> {
        Ok(remote::DomainGetOsTypeRet { r#type: "linux".into() })
    }

    fn domain_get_state(
        &self,
        _: &mut Call,
        args: &remote::DomainGetStateArgs<'_>,
    ) -> Result<remote::DomainGetStateRet> {
        check_flags("testDomainGetState", args.flags, 0)?;
        self.domain(&args.dom, |domain, _| {
            let (state, reason) = domain.state;
            Ok(remote::DomainGetStateRet { state: state.cast_signed(), reason: reason.cast_signed() })
        })
    }

    fn domain_get_control_info(
        &self,
        _: &mut Call,
        args: &remote::DomainGetControlInfoArgs<'_>,
    ) -> Result<remote::DomainGetControlInfoRet> {
        check_flags("testDomainGetControlInfo", args.flags, 0)?;
        self.domain(&args.dom, |domain, _| {
            domain.check_active()?;
            let (state, state_time, details) = control(domain.guest.time.0);
            Ok(remote::DomainGetControlInfoRet { state, details, state_time })
        })
    }

    fn domain_get_security_label(
        &self,
        _: &mut Call,
        args: &remote::DomainGetSecurityLabelArgs<'_>,
    ) -> Result<remote::DomainGetSecurityLabelRet> {
        self.domain(&args.dom, |domain, _| {
            let label: &[u8] = if domain.is_active() { b"libvirt-test\0" } else { b"\0" };
            Ok(remote::DomainGetSecurityLabelRet { label: label.to_vec(), enforcing: domain.is_active().into() })
        })
    }

    fn domain_interface_stats(
        &self,
        _: &mut Call,
        args: &remote::DomainInterfaceStatsArgs<'_>,
    ) -> Result<remote::DomainInterfaceStatsRet> {
        let name = args.device.to_str_lossy();
        self.domain(&args.dom, |domain, _| {
            domain.check_active()?;
            interface_at(&domain.definition, &name)?;
            // Numbers that grow, without a meaning.
            let time = i64::try_from(now()).unwrap_or_default();
            let part = |by: i64| time.checked_div(by).unwrap_or_default();
            Ok(remote::DomainInterfaceStatsRet {
                rx_bytes: part(10),
                rx_packets: part(100),
                rx_errs: part(1_000_000),
                rx_drop: part(2_000_000),
                tx_bytes: part(20),
                tx_packets: part(110),
                tx_errs: part(3_000_000),
                tx_drop: part(4_000_000),
            })
        })
    }

    fn domain_get_cpu_stats<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetCpuStatsArgs<'_>,
    ) -> Result<remote::DomainGetCpuStatsRet<'c>> {
        check_flags("testDomainGetCPUStats", args.flags, VIR_TYPED_PARAM_STRING_OKAY)?;
        self.domain(&args.dom, |domain, driver| {
            domain.check_active()?;
            let cpus = driver.host.cores;
            let only = |nparams: u32| {
                let nparams = i32::try_from(nparams).unwrap_or(i32::MAX);
                Ok(remote::DomainGetCpuStatsRet { params: Vec::new(), nparams })
            };
            let most = usize::try_from(args.nparams).unwrap_or(usize::MAX);
            let Ok(start) = u32::try_from(args.start_cpu) else {
                if args.nparams == 0 {
                    return only(3);
                }
                let total = [
                    params::ullong(VIR_DOMAIN_CPU_STATS_CPUTIME, CPU_TIME),
                    params::ullong(VIR_DOMAIN_CPU_STATS_USERTIME, 5_540_000_000),
                    params::ullong(VIR_DOMAIN_CPU_STATS_SYSTEMTIME, 6_460_000_000),
                ];
                let params: Vec<_> = total.into_iter().take(most).collect();
                let nparams = i32::try_from(params.len()).unwrap_or(i32::MAX);
                return Ok(remote::DomainGetCpuStatsRet { params, nparams });
            };
            if args.ncpus == 0 {
                return only(cpus);
            }
            if args.nparams == 0 {
                return only(2);
            }
            if start >= cpus {
                let last = cpus.saturating_sub(1);
                let text = message!("start_cpu %1$d larger than maximum of %2$d", start, last);
                return Err(errors::invalid_argument(FROM, text));
            }
            let end = cpus.min(start.saturating_add(args.ncpus));
            let params = (start..end).flat_map(|cpu| cpu_stats(cpus, cpu).into_iter().take(most)).collect();
            let nparams = i32::try_from(most.min(2)).unwrap_or_default();
            Ok(remote::DomainGetCpuStatsRet { params, nparams })
        })
    }

    fn connect_get_all_domain_stats<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectGetAllDomainStatsArgs<'_>,
    ) -> Result<remote::ConnectGetAllDomainStatsRet<'c>> {
        let ret_stats = self.all_stats(&args.doms, args.stats, args.flags)?;
        Ok(remote::ConnectGetAllDomainStatsRet { ret_stats })
    }

    fn domain_get_perf_events<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetPerfEventsArgs<'_>,
    ) -> Result<remote::DomainGetPerfEventsRet<'c>> {
        check_flags("testDomainGetPerfEvents", args.flags, AFFECT | VIR_TYPED_PARAM_STRING_OKAY)?;
        self.domain(&args.dom, |domain, _| {
            let events = &domain.one(domain.one_impact(args.flags)?).perf.0;
            let params = PerfEvent::ALL.iter().map(|event| {
                let on = events.iter().any(|(known, enabled)| known == event && *enabled == YesNo::Yes);
                params::param(event.as_str(), remote::TypedParamValue::Boolean(on.into()))
            });
            Ok(remote::DomainGetPerfEventsRet { params: params.collect() })
        })
    }

    fn domain_set_perf_events(&self, _: &mut Call, args: &remote::DomainSetPerfEventsArgs<'_>) -> Result<()> {
        check_flags("testDomainSetPerfEvents", args.flags, AFFECT)?;
        let known: Vec<_> = PerfEvent::ALL.iter().map(|event| (event.as_str(), ParamType::Boolean)).collect();
        params::validate(&args.params, &known)?;
        self.domain(&args.dom, |domain, _| {
            let live = domain.one_impact(args.flags)?;
            let events = &mut domain.one_mut(live).perf.0;
            for param in &args.params {
                let (Some(event), remote::TypedParamValue::Boolean(on)) =
                    (PerfEvent::parse(&param.field.to_str_lossy()), &param.value)
                else {
                    continue;
                };
                events.retain(|(known, _)| *known != event);
                events.push((event, (*on != 0).into()));
            }
            oxivirt_xml::sort::by_key(events, |(event, _)| *event);
            Ok(())
        })
    }

    fn domain_get_launch_security_info<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetLaunchSecurityInfoArgs<'_>,
    ) -> Result<remote::DomainGetLaunchSecurityInfoRet<'c>> {
        check_flags("testDomainGetLaunchSecurityInfo", args.flags, 0)?;
        Ok(remote::DomainGetLaunchSecurityInfoRet { params: Vec::new() })
    }

    fn domain_get_messages<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetMessagesArgs<'_>,
    ) -> Result<remote::DomainGetMessagesRet<'c>> {
        let known = VIR_DOMAIN_MESSAGE_DEPRECATION | VIR_DOMAIN_MESSAGE_TAINTING | VIR_DOMAIN_MESSAGE_IOERRORS;
        check_flags("testDomainGetMessages", args.flags, known)?;
        self.domain(&args.dom, |domain, _| {
            let msgs = messages::all(&domain.messages, args.flags);
            Ok(remote::DomainGetMessagesRet { msgs: msgs.into_iter().map(Into::into).collect() })
        })
    }
}
