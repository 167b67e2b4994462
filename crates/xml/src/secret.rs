//! `<secret>`.
use oxivirt_model::{ErrorDomain, Result, Uuid};
use oxivirt_xml_derive::Element;

use crate::element::{Context, Element};
use crate::tree::{Document, Node};
use crate::value::words;
use crate::write::{FormatFlags, Writer};

words! {
    /// What a secret is for.
    UsageType { Volume = "volume", Ceph = "ceph", Iscsi = "iscsi", Tls = "tls", Vtpm = "vtpm" }
}

/// A secret's definition, without its value.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Secret {
    /// The value is kept in memory only.
    #[xml(attr = "ephemeral", default, bad(XML_ERROR, "invalid value of 'ephemeral'"))]
    pub ephemeral: bool,
    /// The value is told to nobody but the daemon.
    #[xml(attr = "private", default, bad(XML_ERROR, "invalid value of 'private'"))]
    pub private: bool,
    /// Its identity; made up by whoever stores it when the document has none.
    #[xml(text = "uuid", bad(INTERNAL_ERROR, "malformed uuid element"))]
    pub uuid: Option<Uuid>,
    /// Text for people.
    #[xml(text = "description")]
    pub description: Option<String>,
    /// What it is for.
    #[xml(child = "usage")]
    pub usage: Option<Usage>,
}

/// `<usage>`: what a secret is for.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Usage::check)]
pub struct Usage {
    /// The kind of use, which says what the identifier is.
    #[xml(attr = "type")]
    pub kind: UsageType,
    /// Path of the volume.
    #[xml(text = "volume")]
    pub volume: Option<String>,
    /// A name, for Ceph, TLS and vTPM.
    #[xml(text = "name")]
    pub name: Option<String>,
    /// Name of the iSCSI target.
    #[xml(text = "target")]
    pub target: Option<String>,
}

impl Usage {
    /// Keeps the identifier of its type.
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        let (kept, missing) = match self.kind {
            UsageType::Volume => (&self.volume, "volume usage specified, but volume path is missing"),
            UsageType::Ceph => (&self.name, "Ceph usage specified, but name is missing"),
            UsageType::Iscsi => (&self.target, "iSCSI usage specified, but target is missing"),
            UsageType::Tls => (&self.name, "TLS usage specified, but name is missing"),
            UsageType::Vtpm => (&self.name, "vTPM usage specified, but name is missing"),
        };
        if kept.is_none() {
            return Err(cx.internal(missing));
        }
        match self.kind {
            UsageType::Volume => (self.name, self.target) = (None, None),
            UsageType::Iscsi => (self.name, self.volume) = (None, None),
            UsageType::Ceph | UsageType::Tls | UsageType::Vtpm => (self.volume, self.target) = (None, None),
        }
        Ok(())
    }

    /// Returns what identifies the use: a path, a name or a target.
    #[must_use]
    pub fn id(&self) -> &str {
        [&self.volume, &self.name, &self.target].into_iter().flatten().next().map_or("", String::as_str)
    }
}

impl Secret {
    /// Parses a document.
    ///
    /// # Errors
    /// The stock library's.
    pub fn parse(xml: &[u8]) -> Result<Self> {
        let from = ErrorDomain::SECRET;
        let document = Document::parse(xml, from)?;
        <Self as Element>::parse(
            document.root_named("secret")?,
            &Context { from, inactive: true, ..Context::default() },
        )
    }

    /// Prints the document.
    #[must_use]
    pub fn format(&self) -> Vec<u8> {
        let mut out = Writer::new(FormatFlags::default());
        self.element("secret", &mut out);
        out.finish().into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_printed_as_stock_does() {
        let xml = b"<secret private=\"yes\"><usage type='ceph'><name>n&amp;</name></usage><uuid>6695EB01F6A4830479AA97F2502E1931</uuid></secret>";
        let secret = Secret::parse(xml).unwrap();
        assert_eq!(
            String::from_utf8(secret.format()).unwrap(),
            "<secret ephemeral='no' private='yes'>\n  <uuid>6695eb01-f6a4-8304-79aa-97f2502e1931</uuid>\n  <usage type='ceph'>\n    <name>n&amp;</name>\n  </usage>\n</secret>\n"
        );
    }

    #[test]
    fn what_stock_refuses() {
        for (xml, code, message) in [
            ("<secret><usage/></secret>", 27, "XML error: Missing required attribute 'type' in element 'usage'"),
            (
                "<secret><usage type='x'/></secret>",
                27,
                "XML error: Invalid value for attribute 'type' in element 'usage': 'x'.",
            ),
            ("<secret><usage type='tls'/></secret>", 1, "internal error: TLS usage specified, but name is missing"),
            ("<secret ephemeral='YES'/>", 27, "XML error: invalid value of 'ephemeral'"),
            ("<secret><uuid>x</uuid></secret>", 1, "internal error: malformed uuid element"),
            ("<wrong/>", 27, "XML error: expecting root element of 'secret', not 'wrong'"),
        ] {
            let error = Secret::parse(xml.as_bytes()).unwrap_err();
            assert_eq!((error.code.0, error.text().as_ref()), (code, message), "{xml}");
        }
    }
}
