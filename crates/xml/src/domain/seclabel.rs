//! Security labels of domains and of their devices' sources.
use oxivirt_model::Result;

use crate::element::{Context, Element, Rules, Source};
use crate::tree::Node;
use crate::value::{YesNo, words};
use crate::write::Writer;

words! {
    /// Who makes a domain's label.
    SeclabelType { None = "none", Dynamic = "dynamic", Static = "static" }
}

/// `<seclabel>` of a domain.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seclabel {
    /// Who makes the label.
    pub kind: Option<SeclabelType>,
    /// The security model.
    pub model: Option<String>,
    /// Whether files get the label too.
    pub relabel: bool,
    /// The label.
    pub label: Option<String>,
    /// The label of files.
    pub imagelabel: Option<String>,
    /// What a dynamic label is made from.
    pub baselabel: Option<String>,
}

impl Element for Seclabel {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let model = node.attr("model").map(str::to_owned);
        let kind = Source::attr(node, "", "type").optional::<SeclabelType>(cx, &Rules::NONE)?;
        let relabel = Source::attr(node, "", "relabel").optional::<YesNo>(cx, &Rules::NONE)?;
        let text = |name: &str| node.element(name).map(|node| node.text().into_owned()).filter(|text| !text.is_empty());
        let mut made = Self { kind, model, relabel: true, ..Self::default() };
        made.kind.get_or_insert(SeclabelType::Dynamic);
        made.relabel = match (made.kind, relabel) {
            (_, Some(relabel)) => relabel == YesNo::Yes,
            (Some(SeclabelType::Static | SeclabelType::None), None) => false,
            _ => true,
        };
        match made.kind {
            Some(SeclabelType::Dynamic) if !made.relabel => {
                return Err(cx.unsupported("dynamic label type must use resource relabeling"));
            }
            Some(SeclabelType::None) if made.relabel => {
                return Err(cx.unsupported("resource relabeling is not compatible with 'none' label type"));
            }
            _ => {}
        }
        if made.kind == Some(SeclabelType::Static) || (!cx.inactive && made.kind != Some(SeclabelType::None)) {
            made.label = text("label");
            if made.label.is_none() {
                return Err(cx.xml("security label is missing"));
            }
        }
        if made.relabel && !cx.inactive && made.kind != Some(SeclabelType::None) {
            made.imagelabel = text("imagelabel");
            if made.imagelabel.is_none() {
                return Err(cx.xml("security imagelabel is missing"));
            }
        }
        if made.kind == Some(SeclabelType::Dynamic) {
            made.baselabel = text("baselabel");
        }
        Ok(made)
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr_opt("type", self.kind.as_ref());
        out.attr_opt("model", self.model.as_ref());
        if self.kind != Some(SeclabelType::None) {
            out.attr("relabel", YesNo::from(self.relabel).as_str());
        }
    }

    fn children(&self, out: &mut Writer) {
        for (name, text) in [("label", &self.label), ("imagelabel", &self.imagelabel), ("baselabel", &self.baselabel)] {
            if let Some(text) = text {
                out.text_element(name, text);
            }
        }
    }
}

/// `<seclabel>` of a device's source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeviceLabel {
    /// The security model.
    pub model: Option<String>,
    /// This source has no label of its own in a running domain.
    pub labelskip: bool,
    /// Whether the source gets a label.
    pub relabel: bool,
    /// The label.
    pub label: Option<String>,
}

impl Element for DeviceLabel {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let model = node.attr("model").filter(|text| !text.is_empty()).map(str::to_owned);
        let relabel = Source::attr(node, "", "relabel").optional::<YesNo>(cx, &Rules::NONE)?;
        let labelskip = !cx.inactive && node.attr("labelskip") == Some("yes");
        let label = node.element("label").map(|node| node.text().into_owned()).filter(|text| !text.is_empty());
        let what = match (relabel, &label) {
            (Some(YesNo::No), Some(_)) => "a label if relabelling is turned off",
            (Some(YesNo::Yes), None) => "relabel if label is missing",
            _ => return Ok(Self { model, labelskip, relabel: relabel != Some(YesNo::No), label }),
        };
        Err(cx.xml(format!("Cannot specify {what}. model={}", model.as_deref().unwrap_or("<null>"))))
    }

    fn attributes(&self, out: &mut Writer) {
        if out.flags().inactive && self.label.is_none() && self.relabel {
            return;
        }
        out.attr_opt("model", self.model.as_ref());
        if self.labelskip {
            out.attr("labelskip", "yes");
        } else {
            out.attr("relabel", YesNo::from(self.relabel).as_str());
        }
    }

    fn children(&self, out: &mut Writer) {
        if let Some(label) = &self.label {
            out.text_element("label", label);
        }
    }
}
