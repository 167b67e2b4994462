//! `<capabilities>` and `<domainCapabilities>`: what a host and its hypervisor can do, which drivers tell and nobody defines.
use oxivirt_model::Uuid;

use crate::domain::VirtType;
use crate::value::Nodeset;
use crate::write::{FormatFlags, Writer};

/// `<capabilities>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capabilities {
    /// The host.
    pub host: Host,
    /// The guests that it can run.
    pub guests: Vec<Guest>,
}

/// `<host>`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Host {
    /// Identity of the host.
    pub uuid: Option<Uuid>,
    /// Architecture.
    pub arch: String,
    /// Features of the processors that are not part of a model.
    pub features: Vec<String>,
    /// Sizes of pages in KiB.
    pub pages: Vec<u32>,
    /// Ways to sleep: `suspend_mem`, `suspend_disk`, `suspend_hybrid`.
    pub power_management: Vec<String>,
    /// Whether devices can be given to guests.
    pub iommu: bool,
    /// NUMA nodes; `None` where nothing is known of them.
    pub cells: Option<Vec<HostCell>>,
    /// Security drivers: model and domain of interpretation.
    pub secmodels: Vec<(String, String)>,
}

/// `<cell>`: a NUMA node of the host.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HostCell {
    /// Its number.
    pub id: u32,
    /// KiB.
    pub memory: u64,
    /// Size of pages in KiB, and how many there are.
    pub pages: Vec<(u32, u64)>,
    /// Its processors.
    pub cpus: Vec<HostCpu>,
}

/// `<cpu>` of a `<cell>`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HostCpu {
    /// Its number.
    pub id: u32,
    /// Where it is.
    pub socket: u32,
    /// Where it is on the socket.
    pub die: u32,
    /// Where it is on the die.
    pub cluster: u32,
    /// Where it is on the cluster.
    pub core: u32,
    /// The processors that share its core, itself among them.
    pub siblings: Nodeset,
}

/// `<guest>`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guest {
    /// `hvm`, `xen`.
    pub os_type: String,
    /// Architecture.
    pub arch: String,
    /// Bits of a word.
    pub wordsize: u32,
    /// The program that runs it.
    pub emulator: Option<String>,
    /// Hypervisors.
    pub domains: Vec<VirtType>,
    /// Features without a value.
    pub features: Vec<String>,
}

impl Capabilities {
    /// Prints the document.
    #[must_use]
    pub fn format(&self) -> Vec<u8> {
        let mut out = Writer::new(FormatFlags::default());
        out.open("capabilities");
        out.blank_line();
        self.host.write(&mut out);
        out.blank_line();
        for guest in &self.guests {
            guest.write(&mut out);
            out.blank_line();
        }
        out.close();
        out.finish().into_bytes()
    }
}

impl Host {
    fn write(&self, out: &mut Writer) {
        out.open("host");
        if let Some(uuid) = self.uuid {
            out.text_element("uuid", &uuid.to_string());
        }
        out.open("cpu");
        out.text_element("arch", &self.arch);
        write_names("features", &self.features, out);
        for size in &self.pages {
            out.open("pages");
            out.attr("unit", "KiB");
            out.attr("size", &size.to_string());
            out.close();
        }
        out.close();
        out.open("power_management");
        for state in &self.power_management {
            out.empty_element(state.clone());
        }
        out.close();
        out.open("iommu");
        out.attr("support", if self.iommu { "yes" } else { "no" });
        out.close();
        if let Some(cells) = &self.cells {
            out.open("topology");
            out.open("cells");
            out.attr("num", &cells.len().to_string());
            out.block();
            cells.iter().for_each(|cell| cell.write(out));
            out.close();
            out.close();
        }
        for (model, doi) in &self.secmodels {
            out.open("secmodel");
            out.text_element("model", model);
            out.text_element("doi", doi);
            out.close();
        }
        out.close();
    }
}

impl HostCell {
    fn write(&self, out: &mut Writer) {
        out.open("cell");
        out.attr("id", &self.id.to_string());
        out.open("memory");
        out.attr("unit", "KiB");
        out.text(&self.memory.to_string());
        out.close();
        for (size, count) in &self.pages {
            out.open("pages");
            out.attr("unit", "KiB");
            out.attr("size", &size.to_string());
            out.text(&count.to_string());
            out.close();
        }
        out.open("cpus");
        out.attr("num", &self.cpus.len().to_string());
        for cpu in &self.cpus {
            out.open("cpu");
            for (name, value) in [
                ("id", cpu.id),
                ("socket_id", cpu.socket),
                ("die_id", cpu.die),
                ("cluster_id", cpu.cluster),
                ("core_id", cpu.core),
            ] {
                out.attr(name, &value.to_string());
            }
            out.attr_opt("siblings", Some(&cpu.siblings));
            out.close();
        }
        out.close();
        out.close();
    }
}

impl Guest {
    fn write(&self, out: &mut Writer) {
        out.open("guest");
        out.text_element("os_type", &self.os_type);
        out.open("arch");
        out.attr("name", &self.arch);
        out.text_element("wordsize", &self.wordsize.to_string());
        if let Some(emulator) = &self.emulator {
            out.text_element("emulator", emulator);
        }
        for domain in &self.domains {
            out.open("domain");
            out.attr("type", domain.as_str());
            out.close();
        }
        out.close();
        write_names("features", &self.features, out);
        out.close();
    }
}

/// Writes an element with an empty element for each name, or nothing.
fn write_names(element: &'static str, names: &[String], out: &mut Writer) {
    out.open_optional(element);
    for name in names {
        out.empty_element(name.clone());
    }
    out.close();
}

/// `<domainCapabilities>` of a hypervisor about which nothing more is known than what is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DomainCapabilities {
    /// The program.
    pub path: Option<String>,
    /// The hypervisor.
    pub domain: VirtType,
    /// The machine.
    pub machine: Option<String>,
    /// The architecture.
    pub arch: String,
}

impl DomainCapabilities {
    /// Prints the document.
    #[must_use]
    pub fn format(&self) -> Vec<u8> {
        let mut out = Writer::new(FormatFlags::default());
        out.open("domainCapabilities");
        if let Some(path) = &self.path {
            out.text_element("path", path);
        }
        out.text_element("domain", self.domain.as_str());
        if let Some(machine) = &self.machine {
            out.text_element("machine", machine);
        }
        out.text_element("arch", &self.arch);
        out.open("cpu");
        for mode in ["host-passthrough", "maximum", "host-model", "custom"] {
            out.open("mode");
            out.attr("name", mode);
            out.attr("supported", "no");
            out.close();
        }
        out.close();
        out.open_block("devices");
        out.close();
        out.open("features");
        for feature in ["sev", "sgx"] {
            out.open(feature);
            out.attr("supported", "no");
            out.close();
        }
        out.close();
        out.close();
        out.finish().into_bytes()
    }
}
