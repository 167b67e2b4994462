//! `<tpm>`.
use oxivirt_model::{Result, Uuid};
use oxivirt_xml_derive::Element;

use crate::domain::address::DeviceInfo;
use crate::element::{Context, Element};
use crate::tree::Node;
use crate::value::{YesNo, words};

words! {
    /// The model of the device.
    TpmModel { Tis = "tpm-tis", Crb = "tpm-crb", Spapr = "tpm-spapr", SpaprProxy = "spapr-tpm-proxy" }
    /// What does the work.
    TpmBackendType { Passthrough = "passthrough", Emulator = "emulator", External = "external" }
    /// Version of the specification.
    TpmVersion { V12 = "1.2", V20 = "2.0" }
    /// What holds the emulator's state.
    TpmSourceType { File = "file", Dir = "dir", Unix = "unix" }
    /// A bank of registers.
    PcrBank { Sha1 = "sha1", Sha256 = "sha256", Sha384 = "sha384", Sha512 = "sha512" }
    /// What happens to algorithms that are disabled.
    RemoveDisabled { Check = "check", FipsHost = "fips-host" }
}

/// `<tpm>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Tpm::check)]
pub struct Tpm {
    /// The model of the device.
    #[xml(attr = "model")]
    pub model: Option<TpmModel>,
    /// What does the work.
    #[xml(child = "backend", missing(XML_ERROR, "missing TPM device backend"))]
    pub backend: TpmBackend,
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
}

/// `<backend>` of a TPM.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = TpmBackend::check)]
pub struct TpmBackend {
    /// What does the work.
    #[xml(attr = "type")]
    pub kind: TpmBackendType,
    /// Version of the specification.
    #[xml(attr = "version", when = TpmBackend::is_emulator)]
    pub version: Option<TpmVersion>,
    /// Whether the state outlives the domain's definition.
    #[xml(attr = "persistent_state", when = TpmBackend::is_emulator, skip_if = TpmBackend::is_no, bad(INTERNAL_ERROR, "Invalid persistent_state value, either 'yes' or 'no'"))]
    pub persistent_state: Option<YesNo>,
    /// How much the emulator logs.
    #[xml(attr = "debug", when = TpmBackend::is_emulator, omit_default)]
    pub debug: u32,
    /// Secret that the state is encrypted with.
    #[xml(attr = "encryption@secret", when = TpmBackend::is_emulator, nonempty, bad(INTERNAL_ERROR, "Unable to parse secret uuid '{}'"))]
    pub encryption: Option<Uuid>,
    /// Banks that are active.
    #[xml(child = "active_pcr_banks", when = TpmBackend::is_emulator, default)]
    pub banks: PcrBanks,
    /// The device of the host.
    #[xml(attr = "device@path", nonempty)]
    pub device: Option<String>,
    /// What holds the state.
    #[xml(attr = "source@type", when = TpmBackend::has_source)]
    pub source_kind: Option<TpmSourceType>,
    /// Which end this is, `connect`.
    #[xml(attr = "source@mode")]
    pub source_mode: Option<String>,
    /// Path.
    #[xml(attr = "source@path")]
    pub source_path: Option<String>,
    /// Which profile is used.
    #[xml(attr = "profile@source", when = TpmBackend::is_emulator)]
    pub profile_source: Option<String>,
    /// What happens to algorithms that are disabled.
    #[xml(attr = "profile@removeDisabled", when = TpmBackend::is_emulator)]
    pub profile_remove_disabled: Option<RemoveDisabled>,
    /// Name of the profile.
    #[xml(attr = "profile@name", when = TpmBackend::is_emulator)]
    pub profile_name: Option<String>,
}

/// `<active_pcr_banks>`: in the order of their table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PcrBanks(pub Vec<PcrBank>);

impl Element for PcrBanks {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let mut banks = Vec::new();
        for bank in node.children() {
            match <PcrBank as crate::value::Value>::parse(bank.name()) {
                Some(bank) => banks.push(bank),
                None => return Err(cx.unsupported(format!("Unsupported PCR banks '{}'", bank.name()))),
            }
        }
        crate::sort::by_key(&mut banks, |bank| *bank);
        banks.dedup();
        Ok(Self(banks))
    }

    fn attributes(&self, _: &mut crate::write::Writer) {}

    fn children(&self, out: &mut crate::write::Writer) {
        for bank in &self.0 {
            out.empty_element(bank.as_str());
        }
    }
}

impl TpmBackend {
    fn is_emulator(node: Node<'_>) -> bool {
        node.attr("type") == Some("emulator")
    }

    fn has_source(node: Node<'_>) -> bool {
        matches!(node.attr("type"), Some("emulator" | "external"))
    }

    fn is_no(persistent: &YesNo) -> bool {
        *persistent == YesNo::No
    }

    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        match self.kind {
            TpmBackendType::Passthrough => {
                self.device.get_or_insert_with(|| "/dev/tpm0".to_owned());
            }
            _ => self.device = None,
        }
        match self.kind {
            TpmBackendType::Passthrough => {
                (self.source_mode, self.source_path) = (None, None);
            }
            TpmBackendType::Emulator => {
                if node.element("source").is_some() {
                    if self.source_kind == Some(TpmSourceType::Unix) {
                        return Err(crate::element::bad_attribute("type", "source", "unix", "."));
                    }
                    if self.source_path.is_none() {
                        return Err(cx.xml("missing TPM source path"));
                    }
                }
                self.source_mode = None;
                if self.source_kind.is_none() {
                    self.source_path = None;
                }
                if self.profile_source.is_none() && self.profile_name.is_none() {
                    self.profile_remove_disabled = None;
                }
            }
            TpmBackendType::External => {
                if self.source_kind.is_none() {
                    return Err(cx.xml("missing external TPM backend source type"));
                }
                // The other end is refused later.
                let mode = self.source_mode.take().filter(|mode| mode == "bind");
                self.source_mode = Some(mode.unwrap_or_else(|| "connect".to_owned()));
            }
        }
        Ok(())
    }
}

impl Tpm {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        self.info.keep(false, false);
        self.info.master = None;
        if node.elements("backend").count() > 1 {
            return Err(cx.xml("only one TPM backend is supported"));
        }
        Ok(())
    }
}
