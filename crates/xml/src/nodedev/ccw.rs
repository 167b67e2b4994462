//! Devices of s390.
use std::borrow::Cow;

use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use super::simple::MdevTypeList;
use crate::element::Context;
use crate::tree::Node;
use crate::value::{Hex, Value, parse_unsigned, words};

words! {
    /// State of a device on a channel.
    CcwState { Offline = "offline", Online = "online" }
    /// What a group of devices is.
    CcwGroupType { QethGeneric = "qeth_generic", QethLayer2 = "qeth_layer2", QethLayer3 = "qeth_layer3" }
}

/// Number of a device: always hexadecimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DeviceNumber(pub u32);

crate::blank::blank!(DeviceNumber);

impl Value for DeviceNumber {
    fn parse(text: &str) -> Option<Self> {
        parse_unsigned(text, 16).and_then(|number| u32::try_from(number).ok()).map(Self)
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(format!("0x{:04x}", self.0))
    }
}

/// The address of a device on a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct CcwAddress {
    /// Channel subsystem.
    #[xml(
        text = "cssid",
        missing(CONFIG_UNSUPPORTED, "missing cssid value for '{name}'"),
        bad(CONFIG_UNSUPPORTED, "invalid cssid value '{}' for '{name}'")
    )]
    pub cssid: Hex<1>,
    /// Set of subchannels.
    #[xml(
        text = "ssid",
        missing(CONFIG_UNSUPPORTED, "missing ssid value for '{name}'"),
        bad(CONFIG_UNSUPPORTED, "invalid ssid value '{}' for '{name}'")
    )]
    pub ssid: Hex<1>,
    /// Number of the device.
    #[xml(
        text = "devno",
        missing(CONFIG_UNSUPPORTED, "missing devno value for '{name}'"),
        bad(CONFIG_UNSUPPORTED, "invalid devno value '{}' for '{name}'")
    )]
    pub devno: DeviceNumber,
}

/// The capability `ccw`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Ccw::check)]
pub struct Ccw {
    /// Its state.
    #[xml(text = "state", bad(CONFIG_UNSUPPORTED, "unknown state '{}' for '{name}'"))]
    pub state: Option<CcwState>,
    /// Its address.
    #[xml(flatten)]
    pub address: CcwAddress,
    /// Groups it is in.
    #[xml(child = "capability")]
    pub groups: Vec<CcwMembership>,
}

/// `<capability type='ccwgroup_member'>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct CcwMembership {
    /// `ccwgroup_member`.
    #[xml(attr = "type", default)]
    pub kind: String,
    /// The group.
    #[xml(text = "group_device", default)]
    pub group: String,
}

impl Ccw {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        self.groups.retain(|group| group.kind == "ccwgroup_member");
        if self.groups.iter().any(|group| group.group.is_empty()) {
            return Err(cx.unsupported(format!("missing group_device value for '{}'", cx.name)));
        }
        // The last one counts.
        if let Some(last) = self.groups.pop() {
            self.groups = vec![last];
        }
        Ok(())
    }
}

/// The capability `css`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Css::check)]
pub struct Css {
    /// Its address.
    #[xml(flatten)]
    pub address: CcwAddress,
    /// Address of the device on it.
    #[xml(child = "channel_dev_addr")]
    pub device: Option<CcwAddress>,
    /// Mediated devices it can have.
    #[xml(child = "capability")]
    pub mdev_types: Vec<MdevTypeList>,
}

/// The capability `ap_matrix`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = ApMatrix::check)]
pub struct ApMatrix {
    /// Mediated devices it can have.
    #[xml(child = "capability")]
    pub mdev_types: Vec<MdevTypeList>,
}

fn keep_mdev(lists: &mut Vec<MdevTypeList>) {
    lists.retain(|list| list.kind == "mdev_types" && !list.types.is_empty());
}

impl Css {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        keep_mdev(&mut self.mdev_types);
        Ok(())
    }
}

impl ApMatrix {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        keep_mdev(&mut self.mdev_types);
        Ok(())
    }
}

/// The capability `ap_card`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct ApCard {
    /// Number of the card.
    #[xml(
        text = "ap-adapter",
        missing(CONFIG_UNSUPPORTED, "missing ap-adapter value for '{name}'"),
        bad(CONFIG_UNSUPPORTED, "invalid ap-adapter value '{}' for '{name}'")
    )]
    pub adapter: Hex<2>,
}

/// The capability `ap_queue`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = ApQueue::check)]
pub struct ApQueue {
    /// The card.
    #[xml(flatten)]
    pub card: ApCard,
    /// Number of the queue.
    #[xml(
        text = "ap-domain",
        missing(CONFIG_UNSUPPORTED, "missing ap-domain value for '{name}'"),
        bad(CONFIG_UNSUPPORTED, "invalid ap-domain value '{}' for '{name}'")
    )]
    pub domain: Hex<4>,
}

impl ApQueue {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        if self.domain.0 > 255 {
            let text = node.element("ap-domain").map(|node| node.text().into_owned()).unwrap_or_default();
            return Err(cx.unsupported(format!("ap-domain value '{text}' is out of range for '{}'", cx.name)));
        }
        Ok(())
    }
}

/// The capability `ccwgroup`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(block = "members")]
pub struct CcwGroup {
    /// Its state.
    #[xml(text = "state", bad(CONFIG_UNSUPPORTED, "unknown state '{}' for '{name}'"))]
    pub state: Option<CcwState>,
    /// Its address.
    #[xml(flatten)]
    pub address: CcwAddress,
    /// Its members.
    #[xml(child = "members/ccw_device")]
    pub members: Vec<CcwMember>,
    /// What it is.
    #[xml(child = "capability", block, missing(XML_ERROR, "Missing capability type"))]
    pub kind: Qeth,
}

/// `<ccw_device>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct CcwMember {
    /// How the group calls it.
    #[xml(attr = "ref", missing(XML_ERROR, "Missing ref property on ccw_device in members for '{name}'"))]
    pub reference: String,
    /// The device.
    #[xml(content, default)]
    pub device: String,
}

/// `<capability>` of a group.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Qeth {
    /// What it is.
    #[xml(attr = "type")]
    pub kind: CcwGroupType,
    /// Type of the card.
    #[xml(text = "card_type")]
    pub card_type: Option<String>,
    /// Path of the channel.
    #[xml(text = "chpid")]
    pub chpid: Option<String>,
}
