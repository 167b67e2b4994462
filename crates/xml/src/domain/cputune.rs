//! Processors of a domain: number, pinning, scheduling, bandwidth, I/O threads.
use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use super::resctrl::Resctrls;
use crate::element::{Context, Element, Rules, Source};
use crate::tree::Node;
use crate::value::{Nodeset, YesNo, nodeset_attribute, words};
use crate::write::Writer;

words! {
    /// Who chooses the host's CPUs.
    VcpuPlacement { Static = "static", Auto = "auto" }
    /// A scheduling policy of the host.
    Scheduler { Batch = "batch", Idle = "idle", Fifo = "fifo", Rr = "rr" }
}

/// `<vcpu>`: how many processors there are.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Vcpu {
    /// Who chooses the host's CPUs.
    #[xml(attr = "placement")]
    pub placement: Option<VcpuPlacement>,
    /// The host's CPUs they run on.
    #[xml(attr = "cpuset")]
    pub cpuset: Option<Nodeset>,
    /// How many are there at the start, when not all.
    #[xml(attr = "current")]
    pub current: Option<u32>,
    /// How many there are at most.
    #[xml(content, bad(XML_ERROR, "maximum vcpus count must be an integer"))]
    pub max: Option<u32>,
}

impl Default for Vcpu {
    fn default() -> Self {
        Self { placement: None, cpuset: None, current: None, max: Some(1) }
    }
}

/// `<vcpu>` of `<vcpus>`: one processor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Element)]
pub struct OneVcpu {
    /// Its number.
    #[xml(attr = "id")]
    pub id: u32,
    /// Whether it is there at the start.
    #[xml(attr = "enabled")]
    pub enabled: YesNo,
    /// Whether it can be taken away.
    #[xml(attr = "hotpluggable")]
    pub hotpluggable: Option<YesNo>,
    /// When it is brought up, counted from 1.
    #[xml(attr = "order", omit_default)]
    pub order: u32,
}

/// `<iothread>`: one I/O thread.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct IoThread {
    /// Its number.
    #[xml(attr = "id", nonzero)]
    pub id: u32,
    /// Fewest workers.
    #[xml(attr = "thread_pool_min", nonnegative)]
    pub pool_min: Option<i32>,
    /// Most workers.
    #[xml(attr = "thread_pool_max", nonnegative)]
    pub pool_max: Option<i32>,
    /// Longest busy polling in nanoseconds.
    #[xml(attr = "poll@max")]
    pub poll_max: Option<u64>,
    /// By which factor polling grows.
    #[xml(attr = "poll@grow")]
    pub poll_grow: Option<u64>,
    /// By which factor polling shrinks.
    #[xml(attr = "poll@shrink")]
    pub poll_shrink: Option<u64>,
    /// Weight of the newest measurement.
    #[xml(attr = "poll@weight")]
    pub poll_weight: Option<u32>,
    /// The thread was not in the document but counted by `<iothreads>`.
    #[xml(skip)]
    pub implicit: bool,
}

/// `<defaultiothread>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct DefaultIoThread {
    /// Fewest workers.
    #[xml(attr = "thread_pool_min", nonnegative)]
    pub pool_min: Option<i32>,
    /// Most workers.
    #[xml(attr = "thread_pool_max", nonnegative)]
    pub pool_max: Option<i32>,
}

/// `<vcpupin>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct VcpuPin {
    /// Number of the processor.
    #[xml(attr = "vcpu")]
    pub vcpu: u32,
    /// The host's CPUs.
    #[xml(attr = "cpuset", missing(INTERNAL_ERROR, "missing cpuset for vcpupin"))]
    pub cpuset: Nodeset,
}

/// `<iothreadpin>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct IoThreadPin {
    /// Number of the thread.
    #[xml(attr = "iothread", nonzero)]
    pub iothread: u32,
    /// The host's CPUs.
    #[xml(attr = "cpuset", missing(INTERNAL_ERROR, "missing cpuset for iothreadpin"))]
    pub cpuset: Nodeset,
}

/// How a group of threads is scheduled: `<vcpusched>`, `<iothreadsched>`, `<emulatorsched>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sched {
    /// The processors it is for.
    pub vcpus: Option<Nodeset>,
    /// The I/O threads it is for.
    pub iothreads: Option<Nodeset>,
    /// The policy.
    pub scheduler: Scheduler,
    /// Priority, for `fifo` and `rr`.
    pub priority: Option<i32>,
}

impl Element for Sched {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let numbers = |element: &str, name: &str| {
            if node.name() != element {
                return Ok(None);
            }
            let missing = || cx.xml(format!("Missing attribute '{name}' in element '{element}'"));
            nodeset_attribute(node, cx, name)?.ok_or_else(missing).map(Some)
        };
        let (vcpus, iothreads) = (numbers("vcpusched", "vcpus")?, numbers("iothreadsched", "iothreads")?);
        let scheduler = Source::attr(node, "", "scheduler").required(cx, &Rules::NONE)?;
        let priority = match scheduler {
            Scheduler::Fifo | Scheduler::Rr => Some(Source::attr(node, "", "priority").required(cx, &Rules::NONE)?),
            Scheduler::Batch | Scheduler::Idle => None,
        };
        Ok(Self { vcpus, iothreads, scheduler, priority })
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr_opt("vcpus", self.vcpus.as_ref());
        out.attr_opt("iothreads", self.iothreads.as_ref());
        out.attr_value("scheduler", &self.scheduler);
        out.attr_opt("priority", self.priority.as_ref());
    }

    fn children(&self, _: &mut Writer) {}
}

/// `<cputune>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = CpuTune::check)]
pub struct CpuTune {
    /// Weight among other domains.
    #[xml(text = "shares", bad(XML_ERROR, "can't parse cputune shares value"))]
    pub shares: Option<u64>,
    /// Microseconds of a period of a processor.
    #[xml(text = "period", omit_default, bad(XML_ERROR, "can't parse cputune period value"))]
    pub period: u64,
    /// Microseconds of CPU time in a period.
    #[xml(text = "quota", omit_default, bad(XML_ERROR, "can't parse cputune quota value"))]
    pub quota: i64,
    /// The same for the whole domain.
    #[xml(text = "global_period", omit_default, bad(XML_ERROR, "can't parse cputune global period value"))]
    pub global_period: u64,
    /// The same for the whole domain.
    #[xml(text = "global_quota", omit_default, bad(XML_ERROR, "can't parse cputune global quota value"))]
    pub global_quota: i64,
    /// The same for the emulator's threads.
    #[xml(text = "emulator_period", omit_default, bad(XML_ERROR, "can't parse cputune emulator period value"))]
    pub emulator_period: u64,
    /// The same for the emulator's threads.
    #[xml(text = "emulator_quota", omit_default, bad(XML_ERROR, "can't parse cputune emulator quota value"))]
    pub emulator_quota: i64,
    /// The same for the I/O threads.
    #[xml(text = "iothread_period", omit_default, bad(XML_ERROR, "can't parse cputune iothread period value"))]
    pub iothread_period: u64,
    /// The same for the I/O threads.
    #[xml(text = "iothread_quota", omit_default, bad(XML_ERROR, "can't parse cputune iothread quota value"))]
    pub iothread_quota: i64,
    /// Where processors run.
    #[xml(child = "vcpupin")]
    pub vcpupin: Vec<VcpuPin>,
    /// Where the emulator's threads run.
    #[xml(attr = "emulatorpin@cpuset")]
    pub emulatorpin: Option<Nodeset>,
    /// Where I/O threads run.
    #[xml(child = "iothreadpin")]
    pub iothreadpin: Vec<IoThreadPin>,
    /// How the emulator's threads are scheduled.
    #[xml(child = "emulatorsched")]
    pub emulatorsched: Option<Sched>,
    /// How processors are scheduled.
    #[xml(child = "vcpusched")]
    pub vcpusched: Vec<Sched>,
    /// How I/O threads are scheduled.
    #[xml(child = "iothreadsched")]
    pub iothreadsched: Vec<Sched>,
    /// Shares of caches and memory bandwidth, and what is watched.
    #[xml(flatten)]
    pub resctrls: Resctrls,
}

impl CpuTune {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        match node.element("emulatorpin") {
            Some(_) if self.emulatorpin.is_none() => Err(cx.internal("missing cpuset for emulatorpin")),
            _ => Ok(()),
        }
    }
}
