//! Shares of caches and memory bandwidth, and what is watched: `<cachetune>`, `<memorytune>`, `<energytune>`.
//!
//! What is said of the same processors belongs to one group of the host's resctrl, in whichever element it stands.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};

use crate::element::{Context, Element, Rules, Source, missing_scaled};
use crate::tree::Node;
use crate::value::{Nodeset, ScaledBytes, Value, scaled_attribute, words};
use crate::write::Writer;

words! {
    /// What a cache holds.
    CacheKind { Both = "both", Code = "code", Data = "data" }
    /// What a group is told in, and what a monitor watches.
    Resource { Cache = "cachetune", Memory = "memorytune", Energy = "energytune" }
}

/// The only level of cache that the host can watch.
const MONITOR_LEVEL: u32 = 3;

/// All groups.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Resctrls(pub Vec<Group>);

crate::blank::blank!(Resctrls);

/// What is said of some processors.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// The processors; `None` for the whole process.
    pub vcpus: Option<Nodeset>,
    /// Name of the group on the host, of a running domain.
    pub id: Option<String>,
    /// Shares of caches, by level, kind and number.
    pub caches: Vec<CacheShare>,
    /// Shares of memory bandwidth, by node.
    pub nodes: Vec<BandwidthShare>,
    /// What is watched.
    pub monitors: Vec<Monitor>,
}

/// `<cache>` of `<cachetune>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CacheShare {
    /// Which cache of the host.
    pub id: u32,
    /// Its level.
    pub level: u32,
    /// What it holds.
    pub kind: CacheKind,
    /// Bytes.
    pub size: u64,
}

/// `<node>` of `<memorytune>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BandwidthShare {
    /// Node of the host.
    pub id: u32,
    /// Percent of the bandwidth.
    pub bandwidth: u32,
}

/// `<monitor>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Monitor {
    /// What it watches.
    pub of: Resource,
    /// The processors; `None` for the whole process.
    pub vcpus: Option<Nodeset>,
}

impl Resctrls {
    /// Reads the groups of `<cputune>` for a domain with `max` processors.
    ///
    /// # Errors
    /// The stock library's for what is unreadable or cannot be kept side by side.
    pub(super) fn read(cputune: Node<'_>, max: u32, cx: &Context) -> Result<Self> {
        let mut groups = Self::default();
        for of in [Resource::Cache, Resource::Memory, Resource::Energy] {
            for node in cputune.elements(of.as_str()) {
                groups.add(node, of, max, cx)?;
            }
        }
        Ok(groups)
    }

    fn add(&mut self, node: Node<'_>, of: Resource, max: u32, cx: &Context) -> Result<()> {
        let vcpus = read_vcpus(node, max, cx)?;
        if vcpus.as_ref().is_some_and(|vcpus| vcpus.0.is_empty()) {
            return Ok(());
        }
        let known = self.find(vcpus.as_ref(), cx)?;
        if known.is_some() && of == Resource::Cache {
            return Err(cx.xml("Identical vcpus in cachetunes found"));
        }
        let id = node.attr("id").filter(|_| !cx.inactive).map(str::to_owned);
        let mut made = Group { vcpus, id, ..Group::default() };
        let group = known.and_then(|at| self.0.get_mut(at)).unwrap_or(&mut made);
        match of {
            Resource::Cache => group.read_caches(node, cx)?,
            Resource::Memory => group.read_nodes(node, cx)?,
            Resource::Energy => {}
        }
        group.read_monitors(node, of, max, cx)?;
        if known.is_none() && !(made.is_plain() && made.monitors.is_empty()) {
            self.0.push(made);
        }
        Ok(())
    }

    /// Returns where the group of just these processors is.
    fn find(&self, vcpus: Option<&Nodeset>, cx: &Context) -> Result<Option<usize>> {
        for (at, group) in self.0.iter().enumerate() {
            match (group.vcpus.as_ref(), vcpus) {
                (one, other) if one == other => return Ok(Some(at)),
                (Some(one), Some(other)) if one.overlaps(other) => {
                    return Err(cx.xml("Overlapping vcpus in resctrls"));
                }
                (Some(_), Some(_)) => {}
                _ => return Err(cx.xml("Whole-process and per-vcpu resctrl allocations cannot be mixed")),
            }
        }
        Ok(None)
    }
}

impl Group {
    /// Returns true if the group has no share of its own.
    fn is_plain(&self) -> bool {
        self.caches.is_empty() && self.nodes.is_empty()
    }

    fn read_caches(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        for node in node.elements("cache") {
            let share = CacheShare::read(node, cx)?;
            if self.caches.iter().any(|other| other.collides(&share)) {
                return Err(of_resctrl(format!(
                    "Colliding cache allocations for cache level '{}' id '{}', type '{}'",
                    share.level,
                    share.id,
                    share.kind.as_str()
                )));
            }
            self.caches.push(share);
        }
        crate::sort::by_key(&mut self.caches, |share| (share.level, share.kind, share.id));
        Ok(())
    }

    fn read_nodes(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        for node in node.elements("node") {
            let id = Source::attr(node, "", "id").required(cx, &Rules::NONE)?;
            let bandwidth = Source::attr(node, "", "bandwidth").required(cx, &Rules::NONE)?;
            if self.nodes.iter().any(|other| other.id == id) {
                return Err(of_resctrl(format!("Memory Bandwidth already defined for node {id}")));
            }
            self.nodes.push(BandwidthShare { id, bandwidth });
        }
        crate::sort::by_key(&mut self.nodes, |share| share.id);
        Ok(())
    }

    fn read_monitors(&mut self, node: Node<'_>, of: Resource, max: u32, cx: &Context) -> Result<()> {
        for node in node.elements("monitor") {
            if of == Resource::Cache {
                let level: u32 = Source::attr(node, "", "level").required(cx, &Rules::NONE)?;
                if level != MONITOR_LEVEL {
                    return Err(cx.xml(format!("Invalid monitor cache level '{}'", level.cast_signed())));
                }
            }
            let vcpus = read_vcpus(node, max, cx)?.or_else(|| self.vcpus.clone());
            let monitor = Monitor { of, vcpus };
            self.check_monitor(&monitor, cx)?;
            self.monitors.push(monitor);
        }
        Ok(())
    }

    /// Refuses a monitor that cannot be there beside the others.
    fn check_monitor(&self, monitor: &Monitor, cx: &Context) -> Result<()> {
        let refuse = |detail: &str| Err(cx.error(ErrorCode::INVALID_ARG, detail));
        let Some(vcpus) = &monitor.vcpus else {
            return match self.monitors.iter().find(|other| other.of == monitor.of || other.vcpus.is_some()) {
                Some(other) if other.vcpus.is_some() => {
                    Err(cx.xml("Whole-process and explicit monitors cannot be mixed"))
                }
                Some(_) => Err(cx.xml("Duplicate whole-process monitor of the same resource type")),
                None => Ok(()),
            };
        };
        if vcpus.0.is_empty() {
            return refuse("vcpus is empty");
        }
        if self.vcpus.as_ref().is_some_and(|all| !vcpus.0.is_subset(&all.0)) {
            return refuse("Monitor vcpus conflicts with allocation");
        }
        let is_all = |set: &Nodeset| self.vcpus.as_ref() == Some(set);
        let mut overlaps = false;
        for other in &self.monitors {
            let Some(others) = &other.vcpus else {
                return Err(cx.xml("Whole-process and explicit monitors cannot be mixed"));
            };
            if others == vcpus {
                if other.of == monitor.of {
                    return refuse("Identical vcpus found in same type monitors");
                }
                continue;
            }
            // A monitor of all processors is the group's own, if the group has shares.
            let own = !self.is_plain() && (is_all(vcpus) || is_all(others));
            overlaps |= !own && others.overlaps(vcpus);
        }
        if overlaps { refuse("vcpus overlaps in resctrl groups") } else { Ok(()) }
    }

    /// Writes what is told in one element.
    fn write(&self, of: Resource, out: &mut Writer) {
        let is_told = match of {
            Resource::Cache => !self.caches.is_empty(),
            Resource::Memory => !self.nodes.is_empty(),
            Resource::Energy => false,
        };
        if !is_told && !self.monitors.iter().any(|monitor| monitor.of == of) {
            return;
        }
        out.open(of.as_str());
        out.attr_opt("vcpus", self.vcpus.as_ref());
        if !out.flags().inactive {
            let usual = || self.vcpus.as_ref().map(|vcpus| format!("vcpus_{}", vcpus.text()));
            out.attr_opt("id", self.id.clone().or_else(usual).as_ref());
        }
        for share in self.caches.iter().filter(|_| of == Resource::Cache) {
            share.write(out);
        }
        for share in self.nodes.iter().filter(|_| of == Resource::Memory) {
            out.open("node");
            out.attr_value("id", &share.id);
            out.attr_value("bandwidth", &share.bandwidth);
            out.close();
        }
        for monitor in self.monitors.iter().filter(|monitor| monitor.of == of) {
            out.open("monitor");
            if of == Resource::Cache {
                out.attr_value("level", &MONITOR_LEVEL);
            }
            out.attr_opt("vcpus", monitor.vcpus.as_ref());
            out.close();
        }
        out.close();
    }
}

impl CacheShare {
    fn read(node: Node<'_>, cx: &Context) -> Result<Self> {
        let number = |name: &str| -> Result<u32> { Source::attr(node, "", name).required(cx, &Rules::NONE) };
        let (id, level) = (number("id")?, number("level")?);
        let kind = Source::attr(node, "", "type").required(cx, &Rules::NONE)?;
        let size = scaled_attribute(node, cx, "size", 1024)?.ok_or_else(|| missing_scaled("@size"))?;
        Ok(Self { id, level, kind, size })
    }

    fn collides(&self, other: &Self) -> bool {
        (other.level, other.id) == (self.level, self.id)
            && (other.kind == self.kind || other.kind == CacheKind::Both || self.kind == CacheKind::Both)
    }

    fn write(&self, out: &mut Writer) {
        out.open("cache");
        out.attr_value("id", &self.id);
        out.attr_value("level", &self.level);
        out.attr_value("type", &self.kind);
        let (size, unit) = ScaledBytes(self.size).pretty();
        out.attr_value("size", &size);
        out.attr("unit", unit);
        out.close();
    }
}

impl Element for Resctrls {
    /// Leaves reading to [`Resctrls::read`], which knows how many processors there are.
    fn parse(_: Node<'_>, _: &Context) -> Result<Self> {
        Ok(Self::default())
    }

    fn attributes(&self, _: &mut Writer) {}

    fn children(&self, out: &mut Writer) {
        for of in [Resource::Cache, Resource::Memory, Resource::Energy] {
            for group in &self.0 {
                group.write(of, out);
            }
        }
    }
}

/// Reads attribute `vcpus`, without the processors that there are not.
fn read_vcpus(node: Node<'_>, max: u32, cx: &Context) -> Result<Option<Nodeset>> {
    let Some(text) = node.attr("vcpus") else { return Ok(None) };
    let Some(mut vcpus) = Nodeset::parse(text).filter(|_| !text.is_empty()) else {
        return Err(cx.xml(format!("Invalid {} attribute 'vcpus' value '{text}'", node.name())));
    };
    vcpus.0.retain(|vcpu| *vcpu < max);
    Ok(Some(vcpus))
}

fn of_resctrl(detail: String) -> Error {
    Error::new(ErrorDomain::RESCTRL, ErrorCode::XML_ERROR, detail)
}
