//! SCSI and storage of the host.
use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use crate::element::{Context, Element};
use crate::tree::Node;
use crate::write::Writer;

/// The capability `scsi_host`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = ScsiHost::check)]
pub struct ScsiHost {
    /// Its number.
    #[xml(text = "host", default, bad(INTERNAL_ERROR, "invalid SCSI host ID supplied for '{name}'"))]
    pub host: u32,
    /// Which of the hosts of its device.
    #[xml(text = "unique_id", skip_if = is_negative, bad(INTERNAL_ERROR, "invalid unique_id supplied for '{name}'"))]
    pub unique_id: Option<i32>,
    /// What more it is.
    #[xml(child = "capability")]
    pub capabilities: Vec<ScsiHostCapability>,
}

fn is_negative(number: &i32) -> bool {
    *number == -1
}

/// `<capability>` of a SCSI host.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = ScsiHostCapability::check)]
pub struct ScsiHostCapability {
    /// `fc_host` or `vport_ops`.
    #[xml(attr = "type", missing(INTERNAL_ERROR, "missing SCSI host capability type for '{name}'"))]
    pub kind: String,
    /// Its node name.
    #[xml(text = "wwnn")]
    pub wwnn: Option<String>,
    /// Its port name.
    #[xml(text = "wwpn")]
    pub wwpn: Option<String>,
    /// Name of its fabric.
    #[xml(text = "fabric_wwn")]
    pub fabric_wwn: Option<String>,
    /// How many virtual ports it can have; the driver tells.
    #[xml(text = "max_vports", lenient)]
    pub max_vports: Option<i32>,
    /// How many it has; the driver tells.
    #[xml(text = "vports", lenient)]
    pub vports: Option<i32>,
}

impl ScsiHostCapability {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        match self.kind.as_str() {
            "fc_host" => (self.max_vports, self.vports) = (None, None),
            "vport_ops" => {
                *self = Self { kind: "vport_ops".to_owned(), max_vports: Some(0), vports: Some(0), ..Self::default() };
            }
            other => {
                let detail = format!("unknown SCSI host capability type '{other}' for '{}'", cx.name);
                return Err(cx.internal(detail));
            }
        }
        Ok(())
    }
}

impl ScsiHost {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        if !cx.new && node.element("host").is_none_or(|host| host.text().is_empty()) {
            return Err(cx.internal(format!("no SCSI host ID supplied for '{}'", cx.name)));
        }
        crate::sort::by(&mut self.capabilities, |one, other| one.kind.cmp(&other.kind));
        Ok(())
    }
}

/// The capability `scsi_target`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct ScsiTarget {
    /// Its name.
    #[xml(text = "target", missing(INTERNAL_ERROR, "no target name supplied for '{name}'"))]
    pub name: String,
    /// The port it is reached through.
    #[xml(child = "capability")]
    pub port: Option<RemotePort>,
}

/// `<capability type='fc_remote_port'>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = RemotePort::check)]
pub struct RemotePort {
    /// `fc_remote_port`.
    #[xml(attr = "type", missing(INTERNAL_ERROR, "missing type for SCSI target capability for '{name}'"))]
    pub kind: String,
    /// Its name.
    #[xml(text = "rport", default)]
    pub rport: String,
    /// Its port name.
    #[xml(text = "wwpn", default)]
    pub wwpn: String,
}

impl RemotePort {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        if self.kind != "fc_remote_port" {
            let detail = format!("unknown SCSI target capability type '{}' for '{}'", self.kind, cx.name);
            return Err(cx.internal(detail));
        }
        if self.rport.is_empty() {
            return Err(cx.internal(format!("missing rport name for '{}'", cx.name)));
        }
        if self.wwpn.is_empty() {
            return Err(cx.internal(format!("missing wwpn identifier for '{}'", cx.name)));
        }
        Ok(())
    }
}

/// The capability `scsi`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Scsi {
    /// Host.
    #[xml(
        text = "host",
        missing(INTERNAL_ERROR, "no SCSI host ID supplied for '{name}'"),
        bad(INTERNAL_ERROR, "invalid SCSI host ID supplied for '{name}'")
    )]
    pub host: u32,
    /// Bus.
    #[xml(
        text = "bus",
        missing(INTERNAL_ERROR, "no SCSI bus ID supplied for '{name}'"),
        bad(INTERNAL_ERROR, "invalid SCSI bus ID supplied for '{name}'")
    )]
    pub bus: u32,
    /// Target.
    #[xml(
        text = "target",
        missing(INTERNAL_ERROR, "no SCSI target ID supplied for '{name}'"),
        bad(INTERNAL_ERROR, "invalid SCSI target ID supplied for '{name}'")
    )]
    pub target: u32,
    /// Unit.
    #[xml(
        text = "lun",
        missing(INTERNAL_ERROR, "no SCSI LUN ID supplied for '{name}'"),
        bad(INTERNAL_ERROR, "invalid SCSI LUN ID supplied for '{name}'")
    )]
    pub lun: u32,
    /// What it is.
    #[xml(text = "type")]
    pub kind: Option<String>,
}

/// The capability `storage`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Storage::check)]
pub struct Storage {
    /// Path of its node.
    #[xml(text = "block", missing(INTERNAL_ERROR, "no block device path supplied for '{name}'"))]
    pub block: String,
    /// Its bus.
    #[xml(text = "bus")]
    pub bus: Option<String>,
    /// What drive it is.
    #[xml(text = "drive_type")]
    pub drive_type: Option<String>,
    /// Its model.
    #[xml(text = "model")]
    pub model: Option<String>,
    /// Who made it.
    #[xml(text = "vendor")]
    pub vendor: Option<String>,
    /// Its serial number.
    #[xml(text = "serial")]
    pub serial: Option<String>,
    /// Its size, or that of the medium in it.
    #[xml(flatten)]
    pub size: StorageSize,
    /// It can be plugged in while the host runs.
    #[xml(skip)]
    pub hotpluggable: bool,
}

/// The size of storage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StorageSize {
    /// The medium, if it can be taken out.
    pub removable: Option<Medium>,
    /// Bytes.
    pub size: u64,
    /// Bytes of a block, and how many there are.
    pub blocks: Option<(u64, u64)>,
    /// It can be plugged in while the host runs.
    pub hotpluggable: bool,
}

crate::blank::blank!(StorageSize);

/// A medium that can be taken out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Medium {
    /// There is one.
    pub available: bool,
    /// Bytes.
    pub size: u64,
    /// Its name.
    pub label: Option<String>,
}

/// Reads a number that must be there.
fn number(node: Node<'_>, name: &str, what: &str, cx: &Context) -> Result<u64> {
    let text = node.element(name).map(|child| child.text().into_owned()).filter(|text| !text.is_empty());
    let Some(text) = text else { return Err(cx.internal(format!("no {what} supplied for '{}'", cx.name))) };
    crate::value::parse_unsigned(&text, 10)
        .ok_or_else(|| cx.internal(format!("invalid {what} supplied for '{}'", cx.name)))
}

/// Reads the size and number of blocks.
fn blocks(node: Node<'_>) -> Option<(u64, u64)> {
    let number = |name| {
        let text = node.element(name).map(|child| child.text().into_owned());
        text.and_then(|text| crate::value::parse_unsigned(&text, 10)).unwrap_or(0)
    };
    Some((number("logical_block_size"), number("num_blocks"))).filter(|blocks| *blocks != (0, 0))
}

impl Element for StorageSize {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let mut made = Self::default();
        for capability in node.elements("capability") {
            match capability.attr("type") {
                None => {
                    return Err(cx.internal(format!("missing storage capability type for '{}'", cx.name)));
                }
                Some("hotpluggable") => made.hotpluggable = true,
                Some("removable") => {
                    let label = capability.element("media_label").map(|label| label.text().into_owned());
                    made.removable = Some(Medium {
                        available: capability.elements("media_available").any(|node| node.text() == "1"),
                        size: number(capability, "media_size", "removable media size", cx)?,
                        label: label.filter(|label| !label.is_empty()),
                    });
                    made.blocks = blocks(capability);
                }
                Some(other) => {
                    let detail = format!("unknown storage capability type '{other}' for '{}'", cx.name);
                    return Err(cx.internal(detail));
                }
            }
        }
        if made.removable.is_none() {
            made.size = number(node, "size", "size", cx)?;
            made.blocks = blocks(node);
        }
        Ok(made)
    }

    fn attributes(&self, _: &mut Writer) {}

    fn children(&self, out: &mut Writer) {
        let blocks = |out: &mut Writer| {
            if let Some((size, count)) = self.blocks {
                out.text_element("logical_block_size", &size.to_string());
                out.text_element("num_blocks", &count.to_string());
            }
        };
        match &self.removable {
            Some(medium) => {
                out.open("capability");
                out.attr("type", "removable");
                out.text_element("media_available", if medium.available { "1" } else { "0" });
                out.text_element("media_size", &medium.size.to_string());
                if let Some(label) = &medium.label {
                    out.text_element("media_label", label);
                }
                blocks(out);
                out.close();
            }
            None => {
                out.text_element("size", &self.size.to_string());
                blocks(out);
            }
        }
        if self.hotpluggable {
            out.open("capability");
            out.attr("type", "hotpluggable");
            out.close();
        }
    }
}

impl Storage {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        self.hotpluggable = self.size.hotpluggable;
        Ok(())
    }
}
