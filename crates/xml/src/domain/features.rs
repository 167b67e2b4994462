//! `<features>` of a domain.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use oxivirt_xml_derive::Element;

use crate::element::{Context, Element, Rules, Source};
use crate::tree::Node;
use crate::value::{Hex, OnOff, ScaledBytes, ScaledKiB, Value, YesNo, scale, words};
use crate::write::Writer;

words! {
    /// Who handles the I/O interrupts.
    Ioapic { Qemu = "qemu", Kvm = "kvm" }
    /// Whether the page table of pSeries can be resized.
    HptResizing { Enabled = "enabled", Disabled = "disabled", Required = "required" }
    /// What happens on access to unknown registers.
    MsrsUnknown { Ignore = "ignore", Fault = "fault" }
    /// Version of an interrupt controller of ARM.
    GicVersion { Host = "host", V2 = "2", V3 = "3" }
    /// A mitigation.
    Mitigation { Broken = "broken", Workaround = "workaround", Fixed = "fixed" }
    /// The mitigation of indirect branches.
    Ibs { Broken = "broken", Workaround = "workaround", FixedIbs = "fixed-ibs", FixedCcd = "fixed-ccd", FixedNa = "fixed-na" }
    /// The interrupt architecture of RISC-V.
    Aia { None = "none", Aplic = "aplic", AplicImsic = "aplic-imsic" }
    /// Which enlightenments a guest gets.
    HypervMode { Custom = "custom", Passthrough = "passthrough", HostModel = "host-model" }
    /// An enlightenment.
    HypervFeature {
        Relaxed = "relaxed", Vapic = "vapic", Spinlocks = "spinlocks", Vpindex = "vpindex", Runtime = "runtime", Synic = "synic",
        Stimer = "stimer", Reset = "reset", VendorId = "vendor_id", Frequencies = "frequencies",
        Reenlightenment = "reenlightenment", Tlbflush = "tlbflush", Ipi = "ipi", Evmcs = "evmcs", Avic = "avic",
        EmsrBitmap = "emsr_bitmap", XmmInput = "xmm_input",
    }
    /// A feature of KVM.
    KvmFeature {
        Hidden = "hidden", HintDedicated = "hint-dedicated", PollControl = "poll-control", PvIpi = "pv-ipi", DirtyRing = "dirty-ring",
    }
    /// A feature of Xen.
    XenFeature { E820Host = "e820_host", Passthrough = "passthrough" }
    /// How Xen passes devices.
    XenPassthroughMode { SyncPt = "sync_pt", SharePt = "share_pt" }
    /// What a container may do if nothing else is said.
    CapabilitiesPolicy { Default = "default", Allow = "allow", Deny = "deny" }
    /// A capability of Linux.
    Capability {
        AuditControl = "audit_control", AuditWrite = "audit_write", BlockSuspend = "block_suspend", Chown = "chown",
        DacOverride = "dac_override", DacReadSearch = "dac_read_search", Fowner = "fowner", Fsetid = "fsetid",
        IpcLock = "ipc_lock", IpcOwner = "ipc_owner", Kill = "kill", Lease = "lease", LinuxImmutable = "linux_immutable",
        MacAdmin = "mac_admin", MacOverride = "mac_override", Mknod = "mknod", NetAdmin = "net_admin",
        NetBindService = "net_bind_service", NetBroadcast = "net_broadcast", NetRaw = "net_raw", Setgid = "setgid",
        Setfcap = "setfcap", Setpcap = "setpcap", Setuid = "setuid", SysAdmin = "sys_admin", SysBoot = "sys_boot",
        SysChroot = "sys_chroot", SysModule = "sys_module", SysNice = "sys_nice", SysPacct = "sys_pacct",
        SysPtrace = "sys_ptrace", SysRawio = "sys_rawio", SysResource = "sys_resource", SysTime = "sys_time",
        SysTtyConfig = "sys_tty_config", Syslog = "syslog", WakeAlarm = "wake_alarm",
    }
}

/// Names of all features.
const KNOWN: &[&str] = &[
    "acpi",
    "apic",
    "pae",
    "hap",
    "viridian",
    "privnet",
    "hyperv",
    "kvm",
    "pvspinlock",
    "capabilities",
    "pmu",
    "vmport",
    "gic",
    "smm",
    "ioapic",
    "hpt",
    "vmcoreinfo",
    "htm",
    "nested-hv",
    "msrs",
    "ccf-assist",
    "xen",
    "cfpc",
    "sbbc",
    "ibs",
    "tcg",
    "async-teardown",
    "ras",
    "ps2",
    "aia",
    "virtualization",
];

/// A feature that is on when nothing is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Switch(pub OnOff);

impl Element for Switch {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        Ok(Self(Source::attr(node, "", "state").optional(cx, &Rules::NONE)?.unwrap_or(OnOff::On)))
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("state", self.0.as_str());
    }

    fn children(&self, _: &mut Writer) {}
}

/// A feature whose state must be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Element)]
pub struct ToldSwitch {
    /// On or off.
    #[xml(attr = "state")]
    pub state: OnOff,
}

/// `<features>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Features::check)]
pub struct Features {
    /// ACPI.
    #[xml(flag = "acpi")]
    pub acpi: bool,
    /// Local interrupt controllers.
    #[xml(child = "apic", keep)]
    pub apic: Option<Apic>,
    /// Physical address extension.
    #[xml(flag = "pae")]
    pub pae: bool,
    /// Hardware-assisted paging.
    #[xml(child = "hap")]
    pub hap: Option<Switch>,
    /// Enlightenments of Xen.
    #[xml(flag = "viridian")]
    pub viridian: bool,
    /// A network of its own.
    #[xml(flag = "privnet")]
    pub privnet: bool,
    /// Enlightenments.
    #[xml(child = "hyperv")]
    pub hyperv: Option<Hyperv>,
    /// Features of KVM.
    #[xml(child = "kvm", block)]
    pub kvm: Option<Kvm>,
    /// Paravirtual spin locks.
    #[xml(child = "pvspinlock")]
    pub pvspinlock: Option<Switch>,
    /// What a container may do.
    #[xml(child = "capabilities")]
    pub capabilities: Option<Capabilities>,
    /// Performance counters.
    #[xml(child = "pmu")]
    pub pmu: Option<Switch>,
    /// Port of VMware.
    #[xml(child = "vmport")]
    pub vmport: Option<Switch>,
    /// Interrupt controller of ARM.
    #[xml(child = "gic", keep)]
    pub gic: Option<Gic>,
    /// System management mode.
    #[xml(child = "smm")]
    pub smm: Option<Smm>,
    /// Who handles the I/O interrupts.
    #[xml(attr = "ioapic@driver")]
    pub ioapic: Option<Ioapic>,
    /// Page table of pSeries.
    #[xml(child = "hpt")]
    pub hpt: Option<Hpt>,
    /// Where a crash dump finds its notes.
    #[xml(child = "vmcoreinfo")]
    pub vmcoreinfo: Option<Switch>,
    /// Transactional memory.
    #[xml(child = "htm")]
    pub htm: Option<ToldSwitch>,
    /// Nested virtualisation.
    #[xml(child = "nested-hv")]
    pub nested_hv: Option<ToldSwitch>,
    /// What happens on access to unknown registers.
    #[xml(child = "msrs")]
    pub msrs: Option<Msrs>,
    /// Count cache flush.
    #[xml(child = "ccf-assist")]
    pub ccf_assist: Option<ToldSwitch>,
    /// Features of Xen.
    #[xml(child = "xen", block)]
    pub xen: Option<Xen>,
    /// Cache flush on privilege change.
    #[xml(attr = "cfpc@value")]
    pub cfpc: Option<Mitigation>,
    /// Speculation barrier bounds checking.
    #[xml(attr = "sbbc@value")]
    pub sbbc: Option<Mitigation>,
    /// Indirect branch speculation.
    #[xml(attr = "ibs@value")]
    pub ibs: Option<Ibs>,
    /// Settings of the emulator.
    #[xml(child = "tcg/tb-cache", skip_if = Features::is_zero)]
    pub tb_cache: Option<ScaledKiB>,
    /// Whether memory is given back in the background.
    #[xml(child = "async-teardown")]
    pub async_teardown: Option<AsyncTeardown>,
    /// Errors of memory are reported.
    #[xml(child = "ras")]
    pub ras: Option<ToldSwitch>,
    /// Keyboard and mouse controller.
    #[xml(child = "ps2")]
    pub ps2: Option<ToldSwitch>,
    /// Interrupt architecture of RISC-V.
    #[xml(attr = "aia@value")]
    pub aia: Option<Aia>,
    /// Virtualisation extensions of the guest's processors.
    #[xml(flag = "virtualization")]
    pub virtualization: bool,
}

impl Features {
    fn is_zero(size: &ScaledKiB) -> bool {
        size.0 == 0
    }

    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        match node.children().find(|feature| !KNOWN.contains(&feature.name())) {
            Some(unknown) => Err(cx.unsupported(format!("unexpected feature '{}'", unknown.name()))),
            None => Ok(()),
        }
    }
}

/// `<apic>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct Apic {
    /// Whether the end of interrupts is told without an exit.
    #[xml(attr = "eoi")]
    pub eoi: Option<OnOff>,
}

/// `<gic>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct Gic {
    /// Its version.
    #[xml(attr = "version")]
    pub version: Option<GicVersion>,
}

/// `<msrs>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Element)]
pub struct Msrs {
    /// What happens on access to unknown registers.
    #[xml(attr = "unknown")]
    pub unknown: MsrsUnknown,
}

/// `<async-teardown>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsyncTeardown(pub YesNo);

impl Element for AsyncTeardown {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        Ok(Self(Source::attr(node, "", "enabled").optional(cx, &Rules::NONE)?.unwrap_or(YesNo::Yes)))
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("enabled", self.0.as_str());
    }

    fn children(&self, _: &mut Writer) {}
}

/// `<smm>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Smm {
    /// On or off.
    pub state: OnOff,
    /// Bytes of the extended segment.
    pub tseg: Option<u64>,
}

impl Element for Smm {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let state = Source::attr(node, "", "state").optional(cx, &Rules::NONE)?.unwrap_or(OnOff::On);
        let mut tseg = None;
        if let Some(node) = node.element("tseg").filter(|node| state == OnOff::On && !node.text().is_empty()) {
            let text = node.text();
            let Some(number) = crate::value::parse_unsigned(&text, 10) else {
                let detail = format!("Invalid value '{text}' for element or attribute 'string(./features/smm/tseg)'");
                return Err(Error::new(ErrorDomain::XML, ErrorCode::XML_ERROR, detail));
            };
            let unit = node.attr("unit").unwrap_or_default();
            let bytes = scale(number, unit, 1 << 20, u64::MAX);
            tseg = Some(bytes.map_err(|error| crate::value::scale_error(error, number, unit))?);
        }
        Ok(Self { state, tseg })
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("state", self.state.as_str());
    }

    fn children(&self, out: &mut Writer) {
        if let Some(tseg) = self.tseg {
            let (size, unit) = ScaledBytes(tseg).pretty();
            out.open("tseg");
            out.attr("unit", unit);
            out.text(&size.to_string());
            out.close();
        }
    }
}

/// `<hpt>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct Hpt {
    /// Whether it can be resized.
    #[xml(attr = "resizing")]
    pub resizing: Option<HptResizing>,
    /// Largest page.
    #[xml(child = "maxpagesize", skip_if = HptPageSize::is_zero)]
    pub max_page_size: Option<HptPageSize>,
}

/// `<maxpagesize>`: a size whose errors are all one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HptPageSize(pub ScaledKiB);

impl HptPageSize {
    fn is_zero(size: &Self) -> bool {
        Features::is_zero(&size.0)
    }
}

impl Element for HptPageSize {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let size = ScaledKiB::parse(node, cx);
        size.map(Self).map_err(|_| cx.unsupported("Unable to parse HPT maxpagesize setting"))
    }

    fn attributes(&self, out: &mut Writer) {
        self.0.attributes(out);
    }

    fn children(&self, out: &mut Writer) {
        self.0.children(out);
    }
}

/// `<kvm>`: features in the order of their table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kvm(pub Vec<(KvmFeature, OnOff, u32)>);

impl Element for Kvm {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let mut features: Vec<(KvmFeature, OnOff, u32)> = Vec::new();
        for child in node.children() {
            let Some(feature) = KvmFeature::parse(child.name()) else {
                return Err(cx.unsupported(format!("unsupported KVM feature: {}", child.name())));
            };
            let state = Source::attr(child, "", "state").required(cx, &Rules::NONE)?;
            let mut size = 0;
            if feature == KvmFeature::DirtyRing && state == OnOff::On {
                size = Source::attr(child, "", "size").required::<Hex<1>>(cx, &Rules::NONE)?.0;
                if !size.is_power_of_two() || !(1024..=65536).contains(&size) {
                    return Err(cx.xml("dirty ring must be power of 2 and ranges [1024, 65536]"));
                }
            }
            features.retain(|(other, ..)| *other != feature);
            features.push((feature, state, size));
        }
        crate::sort::by_key(&mut features, |(feature, ..)| *feature);
        Ok(Self(features))
    }

    fn attributes(&self, _: &mut Writer) {}

    fn children(&self, out: &mut Writer) {
        for (feature, state, size) in &self.0 {
            out.open(feature.as_str());
            out.attr("state", state.as_str());
            if *size > 0 {
                out.attr("size", &size.to_string());
            }
            out.close();
        }
    }
}

/// `<xen>`: features in the order of their table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Xen(pub Vec<(XenFeature, OnOff, Option<XenPassthroughMode>)>);

impl Element for Xen {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let mut features: Vec<(XenFeature, OnOff, Option<XenPassthroughMode>)> = Vec::new();
        for child in node.children() {
            let Some(feature) = XenFeature::parse(child.name()) else {
                return Err(cx.unsupported(format!("unsupported Xen feature: {}", child.name())));
            };
            let state = Source::attr(child, "", "state").required(cx, &Rules::NONE)?;
            let mut mode = None;
            if feature == XenFeature::Passthrough && state == OnOff::On {
                mode = Source::attr(child, "", "mode").optional(cx, &Rules::NONE)?;
            }
            features.retain(|(other, ..)| *other != feature);
            features.push((feature, state, mode));
        }
        crate::sort::by_key(&mut features, |(feature, ..)| *feature);
        Ok(Self(features))
    }

    fn attributes(&self, _: &mut Writer) {}

    fn children(&self, out: &mut Writer) {
        for (feature, state, mode) in &self.0 {
            out.open(feature.as_str());
            out.attr("state", state.as_str());
            out.attr_opt("mode", mode.as_ref());
            out.close();
        }
    }
}

/// `<capabilities>` of a container, in the order of their table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capabilities {
    /// What counts if nothing else is said.
    pub policy: CapabilitiesPolicy,
    /// Single capabilities.
    pub states: Vec<(Capability, OnOff)>,
}

impl Element for Capabilities {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let policy = Source::attr(node, "", "policy").optional(cx, &Rules::NONE)?;
        let mut states: Vec<(Capability, OnOff)> = Vec::new();
        for child in node.children() {
            let Some(name) = Capability::parse(child.name()) else {
                return Err(cx.unsupported(format!("unexpected capability feature '{}'", child.name())));
            };
            let state = Source::attr(child, "", "state").optional(cx, &Rules::NONE)?.unwrap_or(OnOff::On);
            states.retain(|(other, _)| *other != name);
            states.push((name, state));
        }
        crate::sort::by_key(&mut states, |(name, _)| *name);
        Ok(Self { policy: policy.unwrap_or(CapabilitiesPolicy::Default), states })
    }

    fn attributes(&self, out: &mut Writer) {
        if self.policy != CapabilitiesPolicy::Default || !self.states.is_empty() {
            out.attr("policy", self.policy.as_str());
        }
    }

    fn children(&self, out: &mut Writer) {
        for (name, state) in &self.states {
            out.open(name.as_str());
            out.attr("state", state.as_str());
            out.close();
        }
    }
}

/// `<hyperv>`: enlightenments in the order of their table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hyperv {
    /// Which ones a guest gets.
    pub mode: HypervMode,
    /// Single ones.
    pub features: Vec<Enlightenment>,
}

/// One enlightenment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enlightenment {
    /// Which one.
    pub name: HypervFeature,
    /// On or off.
    pub state: OnOff,
    /// Retries of spin locks.
    pub retries: Option<u32>,
    /// Text of the vendor.
    pub vendor: Option<String>,
    /// `<direct>` is on.
    pub direct: bool,
    /// `<extended>` is on.
    pub extended: bool,
}

impl Element for Hyperv {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let mode = Source::attr(node, "", "mode").optional(cx, &Rules::NONE)?.unwrap_or(HypervMode::Custom);
        let mut features: Vec<Enlightenment> = Vec::new();
        if mode != HypervMode::Passthrough {
            for child in node.children() {
                let made = Enlightenment::parse(child, cx)?;
                features.retain(|other| other.name != made.name);
                features.push(made);
            }
        }
        crate::sort::by_key(&mut features, |feature| feature.name);
        Ok(Self { mode, features })
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("mode", self.mode.as_str());
    }

    fn children(&self, out: &mut Writer) {
        for feature in &self.features {
            feature.element(feature.name.as_str(), out);
        }
    }
}

impl Element for Enlightenment {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let Some(name) = HypervFeature::parse(node.name()) else {
            return Err(cx.unsupported(format!("unsupported HyperV Enlightenment feature: {}", node.name())));
        };
        let state = Source::attr(node, "", "state").required(cx, &Rules::NONE)?;
        let mut made = Self { name, state, retries: None, vendor: None, direct: false, extended: false };
        if state == OnOff::Off {
            return Ok(made);
        }
        match name {
            HypervFeature::Spinlocks => {
                let retries =
                    Source::attr(node, "", "retries").optional::<Hex<1>>(cx, &Rules::NONE)?.map(|retries| retries.0);
                if retries.is_some_and(|retries| retries < 0xfff) {
                    return Err(cx.xml("HyperV spinlock retry count must be at least 4095"));
                }
                made.retries = retries;
            }
            HypervFeature::VendorId => {
                let Some(value) = node.attr("value") else {
                    return Err(cx.xml("missing 'value' attribute for HyperV feature 'vendor_id'"));
                };
                if value.len() > 12 {
                    return Err(cx.xml("HyperV vendor_id value must not be more than 12 characters."));
                }
                if value.contains(',') {
                    return Err(cx.xml("HyperV vendor_id value is invalid"));
                }
                made.vendor = Some(value.to_owned());
            }
            HypervFeature::Stimer | HypervFeature::Tlbflush => {
                let what = if name == HypervFeature::Stimer { "stimer" } else { "tlbflush" };
                for child in node.children() {
                    let is_known = child.name() == "direct" || (what == "tlbflush" && child.name() == "extended");
                    if !is_known {
                        return Err(cx.unsupported(format!("unsupported Hyper-V {what} feature: {}", child.name())));
                    }
                    let on = Source::attr(child, "", "state").required::<OnOff>(cx, &Rules::NONE)? == OnOff::On;
                    if child.name() == "direct" { made.direct = on } else { made.extended = on }
                }
            }
            _ => {}
        }
        Ok(made)
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("state", self.state.as_str());
        out.attr_opt("retries", self.retries.as_ref());
        out.attr_opt("value", self.vendor.as_ref());
    }

    fn children(&self, out: &mut Writer) {
        for (name, on) in [("direct", self.direct), ("extended", self.extended)] {
            if on {
                out.open(name);
                out.attr("state", "on");
                out.close();
            }
        }
    }
}
