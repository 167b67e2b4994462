//! What POWER hosts have in common: the model, if it is the same.
use super::common::{Baseline, differing_vendor, failed, internal};
use super::read_family;
use oxivirt_model::{Result, message};
use oxivirt_xml::host_cpu::HostCpu;

/// Vendors, and models with their vendors.
#[derive(Debug, Default)]
pub(super) struct Ppc64Map {
    vendors: Vec<String>,
    models: Vec<(String, Option<String>)>,
}

impl Ppc64Map {
    /// Reads the map of a family.
    pub(super) fn read(family: &str) -> Result<Self> {
        let mut map = Self::default();
        read_family(family, &mut |node| {
            let Some(name) = node.attr("name").map(str::to_owned) else { return Ok(()) };
            let vendor = || node.element("vendor").and_then(|vendor| vendor.attr("name")).map(str::to_owned);
            match node.name() {
                "vendor" => map.vendors.push(name),
                "model" => map.models.push((name, vendor())),
                _ => {}
            }
            Ok(())
        })?;
        Ok(map)
    }

    /// Returns the processor that all of the hosts have.
    ///
    /// # Errors
    /// The model or a vendor is not known, or the hosts differ.
    pub(super) fn baseline(&self, first: &HostCpu, cpus: &[HostCpu]) -> Result<Baseline> {
        let known = self.models.iter().find(|(name, _)| *name == first.model);
        let Some((model, own)) = known else {
            return Err(internal(message!("Unknown CPU model %1$s", first.model)));
        };
        let mut vendor: Option<&String> = None;
        for cpu in cpus {
            if cpu.model != *model {
                return Err(failed(message!("CPUs are incompatible")));
            }
            let Some(told) = &cpu.vendor else { continue };
            if !self.vendors.contains(told) {
                return Err(failed(message!("Unknown CPU vendor %1$s", told)));
            }
            match (own, vendor) {
                (Some(own), _) if own != told => return Err(differing_vendor(own, model, told)),
                (None, Some(other)) if other != told => return Err(failed(message!("CPU vendors do not match"))),
                (None, _) => vendor = Some(told),
                (Some(_), _) => {}
            }
        }
        Ok(Baseline { model: model.clone(), fixed: true, vendor: vendor.cloned(), features: Vec::new() })
    }
}
