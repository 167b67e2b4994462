//! Features of the hypervisor that a guest sees.
use super::compare::{Pair, refused};
use crate::domain::features::{Features, HypervFeature, HypervMode, KvmFeature, XenFeature};
use crate::value::{OnOff, ScaledBytes, Word};
use oxivirt_model::Result;
use oxivirt_model::message::{Argument, translate};

/// What the stock library prints where it passes no text.
const NO_TEXT: &str = "(null)";

/// Returns the word of a state.
fn state(state: Option<OnOff>) -> &'static str {
    state.map_or("default", OnOff::as_str)
}

/// Returns the word of a flag, which is on or not told.
fn flag(on: bool) -> Option<OnOff> {
    on.then_some(OnOff::On)
}

/// Returns the word of a value, and `none` where there is none.
fn word<V: Word>(value: Option<&V>, none: &'static str) -> &'static str {
    value.map_or(none, |value| value.word())
}

/// Refuses what differs of a name, telling the source's first.
#[inline(never)]
fn differs(format: &str, name: &str, [target, source]: [&str; 2]) -> Result<()> {
    if target == source { Ok(()) } else { Err(refused(format, &[&name, &source, &target])) }
}

/// Refuses another value of the one thing that a feature says.
#[inline(never)]
fn setting_differs(name: &str, what: &str, [target, source]: [&str; 2]) -> Result<()> {
    if target == source {
        return Ok(());
    }
    let format = "State of feature '%1$s' differs: source: '%2$s=%3$s', destination: '%4$s=%5$s'";
    Err(refused(format, &[&name, &what, &source, &what, &target]))
}

/// Refuses two values, telling the source's first.
#[inline(never)]
fn other(format: &str, [target, source]: [&str; 2]) -> Result<()> {
    if target == source { Ok(()) } else { Err(refused(format, &[&source, &target])) }
}

impl<'a> Pair<'a, Features> {
    /// Refuses other features.
    pub(super) fn check(self) -> Result<()> {
        self.state("acpi", |features| flag(features.acpi))?;
        self.check_apic()?;
        self.state("pae", |features| flag(features.pae))?;
        self.state("hap", |features| features.hap.map(|hap| hap.0))?;
        self.state("viridian", |features| flag(features.viridian))?;
        self.state("privnet", |features| flag(features.privnet))?;
        let format = "State of feature '%1$s' differs: source: '%2$s', destination: '%3$s'";
        differs(format, "hyperv", self.both(hyperv_state))?;
        self.state("kvm", |features| flag(features.kvm.is_some()))?;
        self.state("pvspinlock", |features| features.pvspinlock.map(|lock| lock.0))?;
        self.setting("capabilities", "policy", |features| {
            word(features.capabilities.as_ref().map(|capabilities| &capabilities.policy), "default")
        })?;
        self.state("pmu", |features| features.pmu.map(|pmu| pmu.0))?;
        self.state("vmport", |features| features.vmport.map(|vmport| vmport.0))?;
        self.check_gic()?;
        self.state("smm", |features| features.smm.map(|smm| smm.state))?;
        self.setting("ioapic", "driver", |features| word(features.ioapic.as_ref(), "none"))?;
        self.check_hpt()?;
        self.state("vmcoreinfo", |features| features.vmcoreinfo.map(|info| info.0))?;
        self.state("htm", |features| features.htm.map(|told| told.state))?;
        self.state("nested-hv", |features| features.nested_hv.map(|told| told.state))?;
        self.state("ccf-assist", |features| features.ccf_assist.map(|told| told.state))?;
        self.state("xen", |features| flag(features.xen.is_some()))?;
        self.setting("cfpc", "value", |features| word(features.cfpc.as_ref(), "none"))?;
        self.setting("sbbc", "value", |features| word(features.sbbc.as_ref(), "none"))?;
        self.setting("ibs", "value", |features| word(features.ibs.as_ref(), "none"))?;
        self.state("ras", |features| features.ras.map(|told| told.state))?;
        self.state("ps2", |features| features.ps2.map(|told| told.state))?;
        self.setting("aia", "value", |features| word(features.aia.as_ref(), "default"))?;
        self.state("virtualization", |features| flag(features.virtualization))?;
        self.check_hyperv()?;
        self.check_xen()?;
        self.check_kvm()?;
        self.check_smm()
    }

    /// Refuses another state of the feature.
    #[inline]
    fn state(self, name: &str, get: impl Fn(&Features) -> Option<OnOff>) -> Result<()> {
        let format = "State of feature '%1$s' differs: source: '%2$s', destination: '%3$s'";
        differs(format, name, self.both(|features| state(get(features))))
    }

    /// Refuses another value of the one thing that a feature says.
    #[inline]
    fn setting(self, name: &str, what: &str, get: impl Fn(&Features) -> &'static str) -> Result<()> {
        setting_differs(name, what, self.both(get))
    }

    /// Refuses another state, or another value of the one thing that it says beside.
    fn state_and_setting(
        self,
        name: &str,
        what: &str,
        get: impl Fn(&Features) -> (Option<OnOff>, &'static str),
    ) -> Result<()> {
        let [target, source] = self.both(get);
        if target == source {
            return Ok(());
        }
        let format = "State of feature '%1$s' differs: source: '%2$s,%3$s=%4$s', destination: '%5$s,%6$s=%7$s'";
        let arguments: [&dyn Argument; 7] =
            [&name, &state(source.0), &what, &source.1, &state(target.0), &what, &target.1];
        Err(refused(format, &arguments))
    }

    fn check_apic(self) -> Result<()> {
        self.state_and_setting("apic", "eoi", |features| {
            let eoi = features.apic.as_ref().and_then(|apic| apic.eoi);
            (flag(features.apic.is_some()), state(eoi))
        })
    }

    fn check_gic(self) -> Result<()> {
        self.state_and_setting("gic", "version", |features| {
            let version = features.gic.as_ref().and_then(|gic| gic.version.as_ref());
            (flag(features.gic.is_some()), word(version, "none"))
        })
    }

    fn check_hpt(self) -> Result<()> {
        let parts = |features: &Features| {
            let hpt = features.hpt.as_ref();
            let resizing = word(hpt.and_then(|hpt| hpt.resizing.as_ref()), "none");
            let page = hpt.and_then(|hpt| hpt.max_page_size).unwrap_or_default().0;
            (state(flag(hpt.is_some())), resizing, page.0)
        };
        let [target, source] = self.both(parts);
        if target == source {
            return Ok(());
        }
        let format = "State of feature '%1$s' differs: source: '%2$s,%3$s=%4$s,%5$s=%6$llu', destination: '%7$s,%8$s=%9$s,%10$s=%11$llu'";
        let (resizing, page) = ("resizing", "maxpagesize");
        let arguments: [&dyn Argument; 11] = [
            &"hpt", &source.0, &resizing, &source.1, &page, &source.2, &target.0, &resizing, &target.1, &page,
            &target.2,
        ];
        Err(refused(format, &arguments))
    }

    /// Refuses other enlightenments.
    fn check_hyperv(self) -> Result<()> {
        if self.source.hyperv.is_none() {
            return Ok(());
        }
        let find = |features: &'a Features, name: HypervFeature| {
            features.hyperv.as_ref().and_then(|hyperv| hyperv.features.iter().find(|feature| feature.name == name))
        };
        for name in HypervFeature::ALL.iter().copied() {
            let [target, source] = self.both(|features| find(features, name));
            match name {
                HypervFeature::Spinlocks => {
                    let [target, source] =
                        [target, source].map(|found| found.and_then(|feature| feature.retries).unwrap_or(0));
                    if target != source {
                        let format = "HyperV spinlock retry count differs: source: '%1$u', destination: '%2$u'";
                        return Err(refused(format, &[&source, &target]));
                    }
                }
                HypervFeature::VendorId => {
                    let [target, source] = [target, source]
                        .map(|found| found.and_then(|feature| feature.vendor.as_deref()).unwrap_or(NO_TEXT));
                    other("HyperV vendor_id differs: source: '%1$s', destination: '%2$s'", [target, source])?;
                }
                _ => {
                    let [target, source] = [target, source].map(|found| state(found.map(|feature| feature.state)));
                    if target != source {
                        let format =
                            "State of HyperV enlightenment feature '%1$s' differs: source: '%2$s', destination: '%3$s'";
                        return Err(refused(format, &[&name.as_str(), &source, &target]));
                    }
                }
            }
        }
        let [target, source] = self.both(|features| find(features, HypervFeature::Stimer));
        if source.is_some_and(|stimer| stimer.state == OnOff::On) {
            let format = "State of HyperV stimer direct feature differs: source: '%1$s', destination: '%2$s'";
            other(format, [target, source].map(|found| state(flag(found.is_some_and(|stimer| stimer.direct)))))?;
        }
        Ok(())
    }

    fn check_xen(self) -> Result<()> {
        if self.source.xen.is_none() {
            return Ok(());
        }
        let find = |features: &Features, name: XenFeature| {
            let found = features.xen.as_ref().and_then(|xen| xen.0.iter().find(|feature| feature.0 == name));
            found.map(|(_, state, mode)| (*state, *mode))
        };
        for name in XenFeature::ALL.iter().copied() {
            let format = "State of Xen feature '%1$s' differs: source: '%2$s', destination: '%3$s'";
            let found = |features| find(features, name);
            differs(format, name.as_str(), self.both(|features| state(found(features).map(|(state, _)| state))))?;
            let mode = |features| found(features).and_then(|(_, mode)| mode);
            let format = "'mode' of Xen passthrough feature differs: source: '%1$s', destination: '%2$s'";
            other(format, self.both(|features| word(mode(features).as_ref(), "default")))?;
        }
        Ok(())
    }

    fn check_kvm(self) -> Result<()> {
        if self.source.kvm.is_none() {
            return Ok(());
        }
        let find = |features: &Features, name: KvmFeature| {
            let found = features.kvm.as_ref().and_then(|kvm| kvm.0.iter().find(|feature| feature.0 == name));
            found.map(|(_, state, size)| (*state, *size))
        };
        for name in KvmFeature::ALL.iter().copied() {
            let format = "State of KVM feature '%1$s' differs: source: '%2$s', destination: '%3$s'";
            let found = |features| find(features, name).map(|(state, _)| state);
            differs(format, name.as_str(), self.both(|features| state(found(features))))?;
        }
        let size = |features: &Features| find(features, KvmFeature::DirtyRing).map_or(0, |(_, size)| size);
        let [target, source] = self.both(size);
        if target != source {
            let format = "dirty ring size of KVM feature '%1$s' differs: source: '%2$d', destination: '%3$d'";
            return Err(refused(format, &[&NO_TEXT, &source, &target]));
        }
        Ok(())
    }

    fn check_smm(self) -> Result<()> {
        if self.source.smm.as_ref().is_none_or(|smm| smm.state != OnOff::On) {
            return Ok(());
        }
        let [target, source] = self.both(|features| features.smm.as_ref().and_then(|smm| smm.tseg));
        let told = |size: Option<u64>| translate(if size.is_some() { "specified" } else { "not specified" });
        match (source, target) {
            (Some(source), Some(target)) if source != target => {
                let ((source, source_unit), (target, target_unit)) =
                    (ScaledBytes(source).pretty(), ScaledBytes(target).pretty());
                let format = "Size of SMM TSEG size differs: source: '%1$llu %2$s', destination: '%3$llu %4$s'";
                Err(refused(format, &[&source, &source_unit, &target, &target_unit]))
            }
            (Some(_), Some(_)) | (None, None) => Ok(()),
            _ => {
                let format = "SMM TSEG differs: source: %1$s, destination: '%2$s'";
                Err(refused(format, &[&told(source), &told(target)]))
            }
        }
    }
}

/// Returns the mode of the enlightenments as the stock library shows it: as if it were a state.
fn hyperv_state(features: &Features) -> &'static str {
    match features.hyperv.as_ref().map(|hyperv| hyperv.mode) {
        None => "default",
        Some(HypervMode::Custom) => "on",
        Some(HypervMode::Passthrough) => "off",
        Some(_) => NO_TEXT,
    }
}
