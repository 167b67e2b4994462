//! `<permissions>` of a directory or volume.
use std::borrow::Cow;

use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use crate::element::Context;
use crate::tree::Node;
use crate::value::{Value, parse_signed};

/// Mode of a file; printed with a zero in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mode(pub u32);

impl Value for Mode {
    fn parse(text: &str) -> Option<Self> {
        parse_signed(text, 8).and_then(|mode| u32::try_from(mode).ok()).filter(|mode| *mode <= 0o777).map(Self)
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(format!("0{:o}", self.0))
    }
}

/// Number of a user or group; printed as a signed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Id(pub u32);

impl Id {
    const NONE: Self = Self(u32::MAX);
}

impl Value for Id {
    fn parse(text: &str) -> Option<Self> {
        match parse_signed(text, 10)? {
            -1 => Some(Self::NONE),
            id => u32::try_from(id).ok().map(Self),
        }
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(i32::from_ne_bytes(self.0.to_ne_bytes()).to_string())
    }
}

/// `<permissions>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Permissions::check)]
pub struct Permissions {
    /// Mode.
    #[xml(text = "mode", bad(XML_ERROR, "malformed octal mode"))]
    pub mode: Option<Mode>,
    /// User.
    #[xml(text = "owner", bad(XML_ERROR, "malformed owner element"))]
    pub owner: Option<Id>,
    /// Group.
    #[xml(text = "group", bad(XML_ERROR, "malformed group element"))]
    pub group: Option<Id>,
    /// Label of the security driver.
    #[xml(text = "label")]
    pub label: Option<String>,
}

impl Permissions {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        for (name, id) in [("owner", &mut self.owner), ("group", &mut self.group)] {
            if node.element(name).is_some() && id.is_none() {
                return Err(cx.xml(format!("malformed {name} element")));
            }
            *id = id.filter(|id| *id != Id::NONE);
        }
        Ok(())
    }
}
