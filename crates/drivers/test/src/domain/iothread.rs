//! I/O threads of a domain.
use super::definition::Definition;
use super::vcpu::AFFECT;
use super::{Domain, check_flags};
use crate::session::TestSession;
use crate::{FROM, cpumap};
use oxivirt_driver_common::errors;
use oxivirt_driver_common::params::{self, ParamType};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::remote;
use oxivirt_xml::domain::cputune::{IoThread, IoThreadPin};
use oxivirt_xml::value::Nodeset;

/// How a running I/O thread polls. Only those of node files and those that were added have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Polling {
    pub(crate) thread: u32,
    /// Nanoseconds.
    pub(crate) max: u64,
    pub(crate) grow: u32,
    pub(crate) shrink: u32,
    pub(crate) weight: u32,
}

impl Polling {
    pub(crate) const fn of(thread: u32) -> Self {
        Self { thread, max: 32768, grow: 0, shrink: 0, weight: 0 }
    }
}

fn is_there(definition: &Definition, thread: u32) -> bool {
    definition.iothread_ids.iter().any(|one| one.id == thread)
}

fn not_zero(thread: u32) -> Result<()> {
    if thread == 0 {
        return Err(errors::invalid_argument(FROM, message!("invalid value of 0 for iothread_id")));
    }
    Ok(())
}

/// Refuses, as the code does that the stock library's drivers share: its error domain is nobody's.
fn refuse<T>(text: Vec<u8>) -> Result<T> {
    Err(Error::new(ErrorDomain::DOMAIN, ErrorCode::INVALID_ARG, text))
}

/// Refuses to remove a thread that a device uses.
fn check_unused(definition: &Definition, thread: u32) -> Result<()> {
    for disk in &definition.devices.disks {
        let driver = &disk.driver;
        if driver.iothread == Some(thread) || driver.iothreads.iter().any(|mapping| mapping.id == thread) {
            let name = disk.target.dev.as_deref().unwrap_or_default();
            return refuse(message!("cannot remove IOThread %1$u since it is being used by disk '%2$s'", thread, name));
        }
    }
    for controller in &definition.devices.controllers {
        let driver = &controller.driver;
        if driver.iothread == thread || driver.iothreads.iter().any(|mapping| mapping.id == thread) {
            return refuse(message!("cannot remove IOThread '%1$u' since it is being used by controller", thread));
        }
    }
    Ok(())
}

/// Counts the threads again. Once one of them cannot be left to counting, all are printed.
fn count_again(definition: &mut Definition) {
    let threads = &mut definition.iothread_ids;
    if threads.iter().any(|one| !one.implicit) {
        threads.iter_mut().for_each(|one| one.implicit = false);
    }
    definition.iothreads = u32::try_from(threads.len()).unwrap_or(u32::MAX);
}

fn add(domain: &mut Domain, thread: u32, flags: u32) -> Result<()> {
    let live = domain.one_impact(flags)?;
    let definition = domain.one_mut(live);
    if is_there(definition, thread) {
        return refuse(message!("an IOThread is already using iothread_id '%1$u'", thread));
    }
    definition.iothread_ids.push(IoThread { id: thread, ..IoThread::default() });
    count_again(definition);
    domain.guest.polling.push(Polling::of(thread));
    Ok(())
}

fn remove(domain: &mut Domain, thread: u32, flags: u32) -> Result<()> {
    let live = domain.one_impact(flags)?;
    let definition = domain.one_mut(live);
    let Some(at) = definition.iothread_ids.iter().position(|one| one.id == thread) else {
        return refuse(message!("cannot find IOThread '%1$u' in iothreadids list", thread));
    };
    check_unused(definition, thread)?;
    definition.iothread_ids.remove(at);
    // The numbers of those behind it are not what counting would give any more.
    definition.iothread_ids.iter_mut().skip(at).for_each(|one| one.implicit = false);
    definition.cputune.iothreadpin.retain(|pin| pin.iothread != thread);
    count_again(definition);
    if let Some(at) = domain.guest.polling.iter().position(|one| one.thread == thread) {
        domain.guest.polling.remove(at);
    }
    Ok(())
}

impl TestSession {
    pub(super) fn iothreads(
        &self,
        args: &remote::DomainGetIothreadInfoArgs<'_>,
    ) -> Result<remote::DomainGetIothreadInfoRet<'static>> {
        check_flags("testDomainGetIOThreadInfo", args.flags, AFFECT)?;
        self.domain(&args.dom, |domain, _| {
            let definition = domain.one(domain.one_impact(args.flags)?);
            let all: Nodeset = (0..definition.online_vcpus()).collect();
            let info = definition.iothread_ids.iter().map(|thread| {
                let pinned = definition.cputune.iothreadpin.iter().find(|pin| pin.iothread == thread.id);
                let cpus = pinned.map(|pin| &pin.cpuset).or(definition.vcpu.cpuset.as_ref()).unwrap_or(&all);
                remote::DomainIothreadInfo { iothread_id: thread.id, cpumap: cpumap::whole(cpus).into() }
            });
            let info: Vec<_> = info.collect();
            let ret = u32::try_from(info.len()).unwrap_or(u32::MAX);
            Ok(remote::DomainGetIothreadInfoRet { info, ret })
        })
    }

    pub(super) fn pin_iothread(&self, args: &remote::DomainPinIothreadArgs<'_>) -> Result<()> {
        check_flags("testDomainPinIOThread", args.flags, AFFECT)?;
        let thread = args.iothreads_id;
        self.domain(&args.dom, |domain, _| {
            let live = domain.one_impact(args.flags)?;
            let cpuset = cpumap::read(args.cpumap.as_bytes());
            if cpuset.0.is_empty() {
                return Err(errors::invalid_argument(FROM, message!("Empty iothread cpumap list for pinning")));
            }
            let definition = domain.one_mut(live);
            let Some(one) = definition.iothread_ids.iter_mut().find(|one| one.id == thread) else {
                return Err(errors::invalid_argument(FROM, message!("iothreadid %1$d not found", thread)));
            };
            one.implicit = false;
            let pins = &mut definition.cputune.iothreadpin;
            pins.retain(|pin| pin.iothread != thread);
            pins.push(IoThreadPin { iothread: thread, cpuset });
            let order = |pin: &IoThreadPin| definition.iothread_ids.iter().position(|one| one.id == pin.iothread);
            oxivirt_xml::sort::by_key(pins, order);
            count_again(definition);
            Ok(())
        })
    }

    pub(super) fn add_iothread(&self, args: &remote::DomainAddIothreadArgs<'_>) -> Result<()> {
        check_flags("testDomainAddIOThread", args.flags, AFFECT)?;
        not_zero(args.iothread_id)?;
        self.domain(&args.dom, |domain, _| add(domain, args.iothread_id, args.flags))
    }

    pub(super) fn del_iothread(&self, args: &remote::DomainDelIothreadArgs<'_>) -> Result<()> {
        check_flags("testDomainDelIOThread", args.flags, AFFECT)?;
        not_zero(args.iothread_id)?;
        self.domain(&args.dom, |domain, _| remove(domain, args.iothread_id, args.flags))
    }

    pub(super) fn set_iothread(&self, args: &remote::DomainSetIothreadParamsArgs<'_>) -> Result<()> {
        check_flags("testDomainSetIOThreadParams", args.flags, VIR_DOMAIN_AFFECT_LIVE)?;
        not_zero(args.iothread_id)?;
        let thread = args.iothread_id;
        self.domain(&args.dom, |domain, _| {
            if !is_there(domain.one(domain.one_impact(args.flags)?), thread) {
                let text = message!("cannot find IOThread '%1$u' in iothreadids", thread);
                return Err(errors::invalid_argument(FROM, text));
            }
            let Some(polling) = domain.guest.polling.iter_mut().find(|one| one.thread == thread) else {
                // The stock library fails without a word where a domain was defined with its threads.
                let text = message!("An error occurred, but the cause is unknown");
                return Err(Error::raw(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, text));
            };
            let known = [
                (VIR_DOMAIN_IOTHREAD_POLL_MAX_NS, ParamType::Ullong),
                (VIR_DOMAIN_IOTHREAD_POLL_GROW, ParamType::Uint),
                (VIR_DOMAIN_IOTHREAD_POLL_SHRINK, ParamType::Uint),
                (VIR_DOMAIN_IOTHREAD_POLL_WEIGHT, ParamType::Uint),
            ];
            params::validate(&args.params, &known)?;
            let number = |name| params::unsigned(&args.params, name);
            let small = |name| number(name).and_then(|value| u32::try_from(value).ok());
            polling.max = number(VIR_DOMAIN_IOTHREAD_POLL_MAX_NS).unwrap_or(polling.max);
            polling.grow = small(VIR_DOMAIN_IOTHREAD_POLL_GROW).unwrap_or(polling.grow);
            polling.shrink = small(VIR_DOMAIN_IOTHREAD_POLL_SHRINK).unwrap_or(polling.shrink);
            polling.weight = small(VIR_DOMAIN_IOTHREAD_POLL_WEIGHT).unwrap_or(polling.weight);
            Ok(())
        })
    }
}
