//! What the computations of all architectures share: their result, and their errors.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_xml::cpu::{CpuFallback, CpuMatch, CpuMode, CpuModel, Feature, GuestCpu};
use oxivirt_xml::{Element, FormatFlags, write::Writer};

/// A processor that guests can have on each of several hosts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Baseline {
    /// Its model.
    pub(super) model: String,
    /// No other model may stand in for it.
    pub(super) fixed: bool,
    /// Its vendor, where all hosts tell theirs.
    pub(super) vendor: Option<String>,
    /// How it differs from its model.
    pub(super) features: Vec<Feature>,
}

impl Baseline {
    /// Prints it as the `<cpu>` of a guest.
    pub(super) fn format(self) -> String {
        let fallback = if self.fixed { CpuFallback::Forbid } else { CpuFallback::Allow };
        let cpu = GuestCpu {
            mode: Some(CpuMode::Custom),
            matching: Some(CpuMatch::Exact),
            model: Some(CpuModel { fallback: Some(fallback), vendor_id: None, name: Some(self.model) }),
            vendor: self.vendor,
            features: self.features,
            ..GuestCpu::default()
        };
        let mut out = Writer::new(FormatFlags::default());
        cpu.element("cpu", &mut out);
        out.finish()
    }
}

/// Returns `VIR_ERR_OPERATION_FAILED`: processors do not go together.
pub(super) fn failed(text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::CPU, ErrorCode::OPERATION_FAILED, text)
}

/// Returns `VIR_ERR_INTERNAL_ERROR`: what a name stands for is not known, or the map is wrong.
pub(super) fn internal(text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::CPU, ErrorCode::INTERNAL_ERROR, text)
}

/// Returns the error of a host that tells another vendor than its model has.
pub(super) fn differing_vendor(own: &str, model: &str, told: &str) -> Error {
    failed(message!("CPU vendor %1$s of model %2$s differs from vendor %3$s", own, model, told))
}
