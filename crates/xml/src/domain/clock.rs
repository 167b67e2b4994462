//! `<clock>`, power management, performance events.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_xml_derive::Element;

use crate::element::{Context, Element, Rules, Source};
use crate::tree::Node;
use crate::value::{YesNo, default_word, words};
use crate::write::Writer;

words! {
    /// Where the guest's clock starts.
    ClockOffset { Utc = "utc", Localtime = "localtime", Variable = "variable", Timezone = "timezone", Absolute = "absolute" }
    /// What a variable offset is from.
    ClockBasis { Utc = "utc", Localtime = "localtime" }
    /// A timer.
    TimerName {
        Platform = "platform", Pit = "pit", Rtc = "rtc", Hpet = "hpet", Tsc = "tsc", Kvmclock = "kvmclock",
        Hypervclock = "hypervclock", Armvtimer = "armvtimer",
    }
    /// What happens to ticks that were missed.
    TickPolicy { Delay = "delay", Catchup = "catchup", Merge = "merge", Discard = "discard" }
    /// What a timer follows.
    TimerTrack { Boot = "boot", Guest = "guest", Wall = "wall", Realtime = "realtime" }
    /// How a time stamp counter is had.
    TimerMode { Auto = "auto", Native = "native", Emulate = "emulate", Paravirt = "paravirt", Smpsafe = "smpsafe" }
    /// What happens when the guest ends.
    LifecycleAction {
        Destroy = "destroy", Restart = "restart", RenameRestart = "rename-restart", Preserve = "preserve",
        CoredumpDestroy = "coredump-destroy", CoredumpRestart = "coredump-restart",
        PreserveRunning = "preserve-running",
    }
    /// What happens when a lock is lost.
    LockFailureAction { Default = "default", Poweroff = "poweroff", Restart = "restart", Pause = "pause", Ignore = "ignore" }
    /// What is counted.
    PerfEvent {
        Cmt = "cmt", Mbmt = "mbmt", Mbml = "mbml", CpuCycles = "cpu_cycles", Instructions = "instructions",
        CacheReferences = "cache_references", CacheMisses = "cache_misses", BranchInstructions = "branch_instructions",
        BranchMisses = "branch_misses", BusCycles = "bus_cycles", StalledCyclesFrontend = "stalled_cycles_frontend",
        StalledCyclesBackend = "stalled_cycles_backend", RefCpuCycles = "ref_cpu_cycles", CpuClock = "cpu_clock",
        TaskClock = "task_clock", PageFaults = "page_faults", ContextSwitches = "context_switches",
        CpuMigrations = "cpu_migrations", PageFaultsMin = "page_faults_min", PageFaultsMaj = "page_faults_maj",
        AlignmentFaults = "alignment_faults", EmulationFaults = "emulation_faults",
    }
}

impl LifecycleAction {
    /// Refuses an action that an event, `poweroff`, `reboot` or `crash`, cannot lead to.
    ///
    /// # Errors
    /// `VIR_ERR_CONFIG_UNSUPPORTED`: only a crash can be followed by it.
    pub fn check_event(self, event: &str) -> Result<()> {
        let anywhere = matches!(self, Self::Destroy | Self::Restart | Self::RenameRestart | Self::Preserve);
        if anywhere || event == "crash" {
            return Ok(());
        }
        let text = message!("Lifecycle event '%1$s' doesn't support '%2$s' action", event, self.as_str());
        Err(Error::new(ErrorDomain::DOMAIN, ErrorCode::CONFIG_UNSUPPORTED, text))
    }
}

/// `<clock>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Clock::check)]
pub struct Clock {
    /// Where it starts.
    #[xml(attr = "offset", nonempty, default, bad(CONFIG_UNSUPPORTED, "unknown clock offset '{}'"))]
    pub offset: ClockOffset,
    /// Seconds from the basis, or `reset`.
    #[xml(attr = "adjustment", nonempty)]
    pub adjustment: Option<String>,
    /// Name of the time zone.
    #[xml(attr = "timezone", nonempty)]
    pub timezone: Option<String>,
    /// Seconds since the epoch.
    #[xml(attr = "start", nonempty, lenient)]
    pub start: Option<u64>,
    /// What a variable offset is from.
    #[xml(attr = "basis", nonempty, lenient)]
    pub basis: Option<ClockBasis>,
    /// Timers.
    #[xml(child = "timer")]
    pub timers: Vec<Timer>,
}

default_word!(ClockOffset, Utc);

impl Default for Clock {
    fn default() -> Self {
        Self {
            offset: ClockOffset::Utc,
            adjustment: None,
            timezone: None,
            start: None,
            basis: None,
            timers: Vec::new(),
        }
    }
}

impl Clock {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        match self.offset {
            ClockOffset::Utc | ClockOffset::Localtime => {
                let local = self.offset == ClockOffset::Localtime;
                (self.basis, self.timezone, self.start) = (None, None, None);
                if let Some(text) = self.adjustment.as_deref().filter(|text| *text != "reset") {
                    let Some(seconds) = crate::value::parse_signed(text, 10) else {
                        return Err(cx.xml(format!("unknown clock adjustment '{text}'")));
                    };
                    self.adjustment = Some(seconds.to_string());
                    self.basis = Some(if local { ClockBasis::Localtime } else { ClockBasis::Utc });
                    self.offset = ClockOffset::Variable;
                }
            }
            ClockOffset::Variable => {
                if let Some(basis) = node.attr("basis").filter(|basis| self.basis.is_none() && !basis.is_empty()) {
                    return Err(cx.unsupported(format!("unknown clock basis '{basis}'")));
                }
                let seconds = self.adjustment.as_deref().and_then(|text| crate::value::parse_signed(text, 10));
                self.adjustment = Some(seconds.unwrap_or(0).to_string());
                self.basis.get_or_insert(ClockBasis::Utc);
                (self.timezone, self.start) = (None, None);
            }
            ClockOffset::Timezone => {
                (self.basis, self.adjustment, self.start) = (None, None, None);
                if self.timezone.is_none() {
                    return Err(cx.internal("missing 'timezone' attribute for clock with offset='timezone'"));
                }
            }
            ClockOffset::Absolute => {
                (self.basis, self.adjustment, self.timezone) = (None, None, None);
                if self.start.is_none() {
                    return Err(cx.internal("missing 'start' attribute for clock with offset='absolute'"));
                }
            }
        }
        Ok(())
    }
}

/// `<timer>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Timer {
    /// Which timer.
    #[xml(attr = "name")]
    pub name: TimerName,
    /// Whether the guest has it.
    #[xml(attr = "present")]
    pub present: Option<YesNo>,
    /// What happens to ticks that were missed.
    #[xml(attr = "tickpolicy")]
    pub tickpolicy: Option<TickPolicy>,
    /// What it follows.
    #[xml(attr = "track")]
    pub track: Option<TimerTrack>,
    /// Hertz.
    #[xml(attr = "frequency", omit_default)]
    pub frequency: u64,
    /// How it is had.
    #[xml(attr = "mode")]
    pub mode: Option<TimerMode>,
    /// Ticks that may be missed.
    #[xml(attr = "catchup@threshold", omit_default)]
    pub threshold: u64,
    /// How fast ticks are caught up.
    #[xml(attr = "catchup@slew", omit_default)]
    pub slew: u64,
    /// Most ticks that are caught up.
    #[xml(attr = "catchup@limit", omit_default)]
    pub limit: u64,
}

/// `<pm>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct PowerManagement {
    /// Whether the guest can suspend to memory.
    #[xml(attr = "suspend-to-mem@enabled")]
    pub suspend_to_mem: Option<YesNo>,
    /// Whether the guest can suspend to disk.
    #[xml(attr = "suspend-to-disk@enabled")]
    pub suspend_to_disk: Option<YesNo>,
}

/// `<perf>`: events in the order of their table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Perf(pub Vec<(PerfEvent, YesNo)>);

impl Element for Perf {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let mut events: Vec<(PerfEvent, YesNo)> = Vec::new();
        for event in node.elements("event") {
            let name: PerfEvent = Source::attr(event, "", "name").required(cx, &Rules::NONE)?;
            let enabled = Source::attr(event, "", "enabled").required(cx, &Rules::NONE)?;
            if events.iter().any(|(other, _)| *other == name) {
                return Err(cx.xml(format!("perf event '{}' was already specified", name.as_str())));
            }
            events.push((name, enabled));
        }
        crate::sort::by_key(&mut events, |(name, _)| *name);
        Ok(Self(events))
    }

    fn attributes(&self, _: &mut Writer) {}

    fn children(&self, out: &mut Writer) {
        for (name, enabled) in &self.0 {
            out.open("event");
            out.attr("name", name.as_str());
            out.attr("enabled", enabled.as_str());
            out.close();
        }
    }
}
