//! `<cpu>` of a host, as programs pass it to have processors compared: what a baseline is computed from.
use crate::cpu::{CpuCache, MaxPhysAddr, Topology, check_cache};
use crate::domain::Arch;
use crate::element::{Context, Element, Rules, Source};
use crate::tree::{Document, Node};
use crate::value::{Value, YesNo};
use oxivirt_model::{ErrorDomain, Result};

/// The processor of a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostCpu {
    /// Architecture.
    pub arch: Arch,
    /// The model.
    pub model: String,
    /// The vendor.
    pub vendor: Option<String>,
    /// Features that the host has beside those of the model.
    pub features: Vec<String>,
}

impl HostCpu {
    /// Parses a document whose root is `<cpu>`.
    ///
    /// # Errors
    /// It is not well-formed, or not the processor of a host.
    pub fn parse(document: &[u8]) -> Result<Self> {
        let cx = Context { from: ErrorDomain::CPU, ..Context::default() };
        let document = Document::parse(document, cx.from)?;
        let root = document.root()?;
        if root.name() != "cpu" {
            return Err(cx.xml("XML does not contain expected 'cpu' element"));
        }
        Self::read(root, &cx)
    }

    fn read(node: Node<'_>, cx: &Context) -> Result<Self> {
        if node.attr("mode").is_some() {
            return Err(cx.unsupported("Attribute mode is only allowed for guest CPU"));
        }
        if node.attr("migratable").is_some() {
            return Err(
                cx.unsupported("Attribute migratable is only allowed for 'host-passthrough' / 'maximum' CPU mode")
            );
        }
        let arch = text(node, "arch").ok_or_else(|| cx.xml("Missing CPU architecture"))?;
        let arch = Arch::parse(&arch).ok_or_else(|| cx.unsupported(format!("Unknown architecture {arch}")))?;
        if node.elements("cache").count() > 1 {
            return Err(cx.xml("at most one CPU cache element may be specified"));
        }
        check_numbers(node, cx)?;
        let model = text(node, "model").ok_or_else(|| cx.xml("Missing CPU model name"))?;
        let mut features: Vec<String> = Vec::new();
        for feature in node.elements("feature") {
            let name = feature.attr("name").filter(|name| !name.is_empty());
            let name = name.ok_or_else(|| cx.xml("Invalid CPU feature name"))?;
            if features.iter().any(|other| other == name) {
                return Err(cx.xml(format!("CPU feature '{name}' specified more than once")));
            }
            features.push(name.to_owned());
        }
        Ok(Self { arch, model, vendor: text(node, "vendor"), features })
    }
}

/// Returns the text of a child, if it has one.
fn text(node: Node<'_>, name: &str) -> Option<String> {
    node.element(name).map(|found| found.text().into_owned()).filter(|text| !text.is_empty())
}

/// Refuses numbers that are none in what is not looked at otherwise.
fn check_numbers(node: Node<'_>, cx: &Context) -> Result<()> {
    if let Some(version) = node.element("microcode").and_then(|microcode| microcode.attr("version"))
        && version.parse::<u32>().is_err()
    {
        return Err(cx.unsupported("invalid microcode version"));
    }
    if let Some(counter) = node.elements("counter").find(|counter| counter.attr("name") == Some("tsc")) {
        let _: u64 = Source::attr(counter, "", "frequency").required(cx, &Rules::NONE)?;
        let _: Option<YesNo> = Source::attr(counter, "", "scaling").optional(cx, &Rules::NONE)?;
    }
    if let Some(signature) = node.element("signature") {
        for name in ["family", "model", "stepping"] {
            let _: u32 = Source::attr(signature, "", name).required(cx, &Rules::NONE)?;
        }
    }
    node.element("topology").map(|node| Topology::parse(node, cx)).transpose()?;
    let bits = node.element("maxphysaddr").map(|node| MaxPhysAddr::parse(node, cx)).transpose()?;
    let cache = node.element("cache").map(|node| CpuCache::parse(node, cx)).transpose()?;
    check_cache(bits.as_ref(), cache.as_ref(), cx)
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxivirt_model::ErrorCode;

    #[test]
    fn a_host_has_an_architecture_a_model_and_features() {
        let cpu = HostCpu::parse(
            b"<cpu><arch>x86_64</arch><model>486</model><vendor>Intel</vendor><feature name='vmx'/></cpu>",
        );
        let expected = HostCpu {
            arch: Arch::parse("x86_64").unwrap(),
            model: "486".to_owned(),
            vendor: Some("Intel".to_owned()),
            features: vec!["vmx".to_owned()],
        };
        assert_eq!(cpu, Ok(expected));
    }

    #[test]
    fn what_is_no_host_is_refused() {
        for (document, code, text) in [
            ("<foo/>", ErrorCode::XML_ERROR, "XML error: XML does not contain expected 'cpu' element"),
            ("<cpu mode='custom'/>", ErrorCode::CONFIG_UNSUPPORTED, "Attribute mode is only allowed for guest CPU"),
            ("<cpu><model>a</model></cpu>", ErrorCode::XML_ERROR, "Missing CPU architecture"),
            ("<cpu><arch>bogus</arch></cpu>", ErrorCode::CONFIG_UNSUPPORTED, "Unknown architecture bogus"),
            ("<cpu><arch>i686</arch><model/></cpu>", ErrorCode::XML_ERROR, "Missing CPU model name"),
        ] {
            let error = HostCpu::parse(document.as_bytes()).unwrap_err();
            assert_eq!((error.code, error.domain), (code, ErrorDomain::CPU), "{document}");
            assert!(error.text().ends_with(text), "{document}: {error}");
        }
    }
}
