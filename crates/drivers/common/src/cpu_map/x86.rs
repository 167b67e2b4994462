//! The map of x86 processors: vendors, features and models with their bits, and the processor that several hosts have in common.
use super::common::{Baseline, differing_vendor, failed, internal};
use super::data::{CpuData, Leaf};
use oxivirt_model::{Result, message};
use oxivirt_xml::cpu::{Feature, FeaturePolicy};
use oxivirt_xml::host_cpu::HostCpu;
use oxivirt_xml::tree::Node;

/// A name with its bits.
#[derive(Debug)]
struct Named {
    name: String,
    data: CpuData,
}

/// A model of processors.
#[derive(Debug)]
struct Model {
    name: String,
    /// Its place among the vendors.
    vendor: Option<usize>,
    data: CpuData,
    /// Features that it had once: they are always told.
    removed: Vec<String>,
    /// Guests may be described by it.
    for_guests: bool,
}

/// What is known of x86 processors, in the order of the map.
#[derive(Debug, Default)]
pub(super) struct X86Map {
    vendors: Vec<Named>,
    features: Vec<Named>,
    models: Vec<Model>,
}

impl X86Map {
    /// Notes a vendor, feature or model; other elements are passed over.
    pub(super) fn note(&mut self, node: Node<'_>) -> Result<()> {
        let Some(name) = node.attr("name") else { return Ok(()) };
        let name = name.to_owned();
        match node.name() {
            "vendor" => {
                let data = vendor_data(node.attr("string").unwrap_or_default())?;
                self.vendors.push(Named { name, data });
            }
            "feature" => {
                let data = feature_data(node);
                self.features.push(Named { name, data });
            }
            "model" => {
                let model = self.model(name, node)?;
                self.models.push(model);
            }
            _ => {}
        }
        Ok(())
    }

    fn model(&self, name: String, node: Node<'_>) -> Result<Model> {
        let mut model = Model { name, vendor: None, data: CpuData::default(), removed: Vec::new(), for_guests: true };
        if let Some(ancestor) = node.element("model").and_then(|ancestor| ancestor.attr("name")) {
            let ancestor = self.models.iter().find(|known| known.name == ancestor).ok_or_else(|| {
                let text = message!("Ancestor model %1$s not found for CPU model %2$s", ancestor, model.name);
                internal(text)
            })?;
            model.vendor = ancestor.vendor;
            model.data = ancestor.data.clone();
            model.removed.clone_from(&ancestor.removed);
        }
        if let Some(decode) = node.element("decode") {
            model.for_guests = decode.attr("guest") != Some("off");
        }
        if let Some(vendor) = node.element("vendor").and_then(|vendor| vendor.attr("name")) {
            model.vendor = Some(self.vendor(vendor).ok_or_else(|| {
                internal(message!("Unknown vendor %1$s referenced by CPU model %2$s", vendor, model.name))
            })?);
        }
        for feature in node.elements("feature") {
            let name = feature.attr("name").unwrap_or_default();
            if feature.attr("removed") == Some("yes") {
                model.removed.push(name.to_owned());
                continue;
            }
            let known = self.feature(name).ok_or_else(|| {
                internal(message!("Feature %1$s required by CPU model %2$s not found", name, model.name))
            })?;
            model.data.add(&known.data);
        }
        Ok(model)
    }

    fn vendor(&self, name: &str) -> Option<usize> {
        self.vendors.iter().position(|vendor| vendor.name == name)
    }

    fn feature(&self, name: &str) -> Option<&Named> {
        self.features.iter().find(|feature| feature.name == name)
    }

    fn find(&self, name: &str) -> Option<&Model> {
        self.models.iter().find(|model| model.name == name)
    }

    /// Returns the model of a host, and all that the host has.
    fn host(&self, cpu: &HostCpu) -> Result<(&Model, CpuData)> {
        let model = self.find(&cpu.model).ok_or_else(|| internal(message!("Unknown CPU model %1$s", cpu.model)))?;
        let mut data = model.data.clone();
        for name in &cpu.features {
            let feature = self.feature(name).ok_or_else(|| internal(message!("Unknown CPU feature %1$s", name)))?;
            data.add(&feature.data);
        }
        Ok((model, data))
    }

    /// Returns the processor that all of the hosts have.
    ///
    /// # Errors
    /// A model, feature or vendor is not known, or they have nothing in common.
    pub(super) fn baseline(&self, first: &HostCpu, cpus: &[HostCpu]) -> Result<Baseline> {
        let (_, mut common) = self.host(first)?;
        let mut vendor = first.vendor.as_deref().map(|name| self.known_vendor(name)).transpose()?;
        let mut preferred = Some(first.model.as_str());
        for cpu in cpus.iter().skip(1) {
            preferred = preferred.filter(|name| *name == cpu.model);
            let (model, data) = self.host(cpu)?;
            vendor = self.same_vendor(vendor, cpu, model)?;
            common.intersect(&data);
        }
        if common.is_empty() {
            return Err(failed(message!("CPUs are incompatible")));
        }
        let (model, features) = self.describe(&common, vendor, preferred)?;
        let all_tell = cpus.iter().all(|cpu| cpu.vendor.is_some());
        let vendor = vendor.filter(|_| all_tell).and_then(|at| self.vendors.get(at));
        Ok(Baseline {
            model: model.name.clone(),
            fixed: preferred == Some(model.name.as_str()),
            vendor: vendor.map(|vendor| vendor.name.clone()),
            features,
        })
    }

    fn known_vendor(&self, name: &str) -> Result<usize> {
        self.vendor(name).ok_or_else(|| failed(message!("Unknown CPU vendor %1$s", name)))
    }

    /// Returns the vendor of the hosts so far and of another one; who does not tell it has that of the model.
    fn same_vendor(&self, vendor: Option<usize>, cpu: &HostCpu, model: &Model) -> Result<Option<usize>> {
        let of_model = model.vendor.and_then(|at| self.vendors.get(at)).map(|vendor| vendor.name.as_str());
        if let (Some(told), Some(own)) = (&cpu.vendor, of_model)
            && told != own
        {
            return Err(differing_vendor(own, &model.name, told));
        }
        let Some(name) = cpu.vendor.as_deref().or(of_model) else { return Ok(vendor) };
        match vendor.and_then(|at| self.vendors.get(at)) {
            None => self.known_vendor(name).map(Some),
            Some(first) if first.name == name => Ok(vendor),
            Some(_) => Err(failed(message!("CPU vendors do not match"))),
        }
    }

    /// Returns the model that describes a guest's processor with the least features added or left out; newer models are later in
    /// the map, and looked at first.
    fn describe(
        &self,
        data: &CpuData,
        vendor: Option<usize>,
        preferred: Option<&str>,
    ) -> Result<(&Model, Vec<Feature>)> {
        let mut best: Option<(&Model, Vec<Feature>)> = None;
        let fits =
            |model: &&Model| model.for_guests && vendor.zip(model.vendor).is_none_or(|(wanted, own)| wanted == own);
        for model in self.models.iter().rev().filter(fits) {
            let features = self.differences(data, model);
            if preferred == Some(model.name.as_str()) {
                return Ok((model, features));
            }
            if best.as_ref().is_none_or(|(_, least)| cost(&features) < cost(least)) {
                best = Some((model, features));
            }
        }
        best.ok_or_else(|| internal(message!("Cannot find suitable CPU model for given data")))
    }

    /// Returns what a processor has more and less than a model.
    fn differences(&self, data: &CpuData, model: &Model) -> Vec<Feature> {
        let (mut more, mut less) = (data.clone(), model.data.clone());
        more.subtract(&model.data);
        less.subtract(data);
        let mut features = Vec::new();
        self.take_features(&mut more, FeaturePolicy::Require, &mut features);
        self.take_features(&mut less, FeaturePolicy::Disable, &mut features);
        for name in &model.removed {
            if !features.iter().any(|feature| feature.name == *name) {
                features.push(Feature { policy: FeaturePolicy::Disable, name: name.clone() });
            }
        }
        features
    }

    /// Takes the bits of known features out of `data`, and names the features.
    fn take_features(&self, data: &mut CpuData, policy: FeaturePolicy, features: &mut Vec<Feature>) {
        for feature in self.features.iter().filter(|feature| !feature.data.is_empty()) {
            if data.contains(&feature.data) {
                data.subtract(&feature.data);
                features.push(Feature { policy, name: feature.name.clone() });
            }
        }
    }

    /// Names all features of a guest's processor, by name, instead of those that differ from the model's.
    ///
    /// # Errors
    /// The model is not known.
    pub(super) fn expand(&self, cpu: &mut Baseline) -> Result<()> {
        let model = self.find(&cpu.model).ok_or_else(|| internal(message!("unknown CPU model %1$s", cpu.model)))?;
        let mut all = Vec::new();
        self.take_features(&mut model.data.clone(), FeaturePolicy::Require, &mut all);
        for feature in cpu.features.drain(..) {
            all.retain(|other| other.name != feature.name);
            all.push(feature);
        }
        oxivirt_xml::sort::by(&mut all, |one, other| one.name.cmp(&other.name));
        cpu.features = all;
        Ok(())
    }
}

/// Returns how long a list of features counts, then what those cost that are left out: each of these one more than the one before,
/// from two. The stock library's loop ends as many places before the end as it has counted: half of those at the end are not.
fn cost(features: &[Feature]) -> (usize, usize) {
    let (mut enabled, mut disabled, mut penalty) = (features.len(), 0_usize, 2_usize);
    for (at, feature) in features.iter().enumerate() {
        if at >= enabled {
            break;
        }
        if feature.policy == FeaturePolicy::Disable {
            enabled = enabled.saturating_sub(1);
            disabled = disabled.saturating_add(penalty);
            penalty = penalty.saturating_add(1);
        }
    }
    (enabled.saturating_add(disabled), disabled)
}

/// Returns the bits in which a processor spells its vendor.
fn vendor_data(name: &str) -> Result<CpuData> {
    let mut words = name.as_bytes().as_chunks::<4>().0.iter().map(|word| u32::from_le_bytes(*word));
    let (Some(ebx), Some(edx), Some(ecx), None) = (words.next(), words.next(), words.next(), words.next()) else {
        return Err(internal(message!("Invalid CPU vendor string '%1$s'", name)));
    };
    let mut data = CpuData::default();
    data.add_leaf(Leaf::Cpuid(0, 0), [0, ebx, ecx, edx]);
    Ok(data)
}

fn feature_data(node: Node<'_>) -> CpuData {
    let mut data = CpuData::default();
    for item in node.children() {
        let number = |name| item.attr(name).and_then(parse_number).unwrap_or_default();
        let (eax, edx) = (number("eax"), number("edx"));
        match item.name() {
            "cpuid" => {
                let leaf = Leaf::Cpuid(number("eax_in"), number("ecx_in"));
                data.add_leaf(leaf, [eax, number("ebx"), number("ecx"), edx]);
            }
            "msr" => data.add_leaf(Leaf::Msr(number("index")), [eax, 0, 0, edx]),
            _ => {}
        }
    }
    data
}

fn parse_number(text: &str) -> Option<u32> {
    match text.strip_prefix("0x") {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => text.parse().ok(),
    }
}

#[cfg(test)]
#[path = "x86_tests.rs"]
mod tests;
