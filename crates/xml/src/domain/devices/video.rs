//! `<video>`.
use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use super::VirtioOptions;
use crate::domain::address::DeviceInfo;
use crate::element::Context;
use crate::tree::Node;
use crate::value::{OnOff, YesNo, default_word, words};

words! {
    /// The model of the card.
    VideoType {
        Default = "default", Vga = "vga", Cirrus = "cirrus", Vmvga = "vmvga", Xen = "xen", Vbox = "vbox", Qxl = "qxl",
        Parallels = "parallels", Virtio = "virtio", Gop = "gop", None = "none", Bochs = "bochs", Ramfb = "ramfb",
    }
    /// What draws.
    VideoBackend { Qemu = "qemu", Vhostuser = "vhostuser" }
    /// Where a VGA card of bhyve is.
    VgaConf { Io = "io", On = "on", Off = "off" }
}

/// `<video>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Video::check)]
pub struct Video {
    /// How the host does it.
    #[xml(child = "driver", default)]
    pub driver: VideoDriver,
    /// The card.
    #[xml(child = "model", default)]
    pub model: VideoModel,
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
}

/// `<driver>` of a video card.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct VideoDriver {
    /// What virtio devices have in common.
    #[xml(flatten)]
    pub virtio: VirtioOptions,
    /// Where a VGA card of bhyve is.
    #[xml(attr = "vgaconf", lenient, skip_if = VideoDriver::is_default)]
    pub vgaconf: Option<VgaConf>,
    /// What draws.
    #[xml(attr = "name")]
    pub name: Option<VideoBackend>,
}

impl VideoDriver {
    fn is_default(place: &VgaConf) -> bool {
        *place == VgaConf::Io
    }
}

/// `<model>` of a video card.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct VideoModel {
    /// The model of the card.
    #[xml(attr = "type", default)]
    pub kind: VideoType,
    /// KiB of the primary memory of QXL.
    #[xml(attr = "ram", omit_default)]
    pub ram: u32,
    /// KiB of video memory.
    #[xml(attr = "vram", omit_default)]
    pub vram: u32,
    /// KiB of video memory that is above 4 GiB.
    #[xml(attr = "vram64", omit_default)]
    pub vram64: u32,
    /// KiB of the memory of VGA.
    #[xml(attr = "vgamem", omit_default)]
    pub vgamem: u32,
    /// Number of screens.
    #[xml(attr = "heads", skip_if = VideoModel::is_zero)]
    pub heads: Option<u32>,
    /// It is the first card.
    #[xml(attr = "primary", lenient, skip_if = VideoModel::is_no)]
    pub primary: Option<YesNo>,
    /// Resources are shared with the host.
    #[xml(attr = "blob")]
    pub blob: Option<OnOff>,
    /// Whether screens describe themselves.
    #[xml(attr = "edid")]
    pub edid: Option<OnOff>,
    /// Which virtio device of the hypervisor it is.
    #[xml(attr = "device")]
    pub device: Option<String>,
    /// What the host speeds up.
    #[xml(child = "acceleration")]
    pub acceleration: Option<Acceleration>,
    /// Size of the screen.
    #[xml(child = "resolution")]
    pub resolution: Option<Resolution>,
}

default_word!(VideoType, Default);

impl Default for VideoModel {
    fn default() -> Self {
        Self {
            kind: VideoType::Default,
            ram: 0,
            vram: 0,
            vram64: 0,
            vgamem: 0,
            heads: None,
            primary: None,
            blob: None,
            edid: None,
            device: None,
            acceleration: None,
            resolution: None,
        }
    }
}

impl VideoModel {
    fn is_zero(heads: &u32) -> bool {
        *heads == 0
    }

    fn is_no(primary: &YesNo) -> bool {
        *primary == YesNo::No
    }
}

/// `<acceleration>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Acceleration::check)]
pub struct Acceleration {
    /// In three dimensions.
    #[xml(attr = "accel3d")]
    pub accel3d: Option<YesNo>,
    /// In two dimensions.
    #[xml(attr = "accel2d")]
    pub accel2d: Option<YesNo>,
    /// Device that renders.
    #[xml(attr = "rendernode")]
    pub rendernode: Option<String>,
}

impl Acceleration {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        if *self == Self::default() {
            return Err(cx.unsupported("missing values for acceleration"));
        }
        Ok(())
    }
}

/// `<resolution>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct Resolution {
    /// Width in pixels.
    #[xml(attr = "x")]
    pub x: u32,
    /// Height in pixels.
    #[xml(attr = "y")]
    pub y: u32,
}

impl Video {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        self.info.keep(false, false);
        self.info.master = None;
        self.model.heads.get_or_insert(1);
        if self.model.kind != VideoType::Virtio {
            self.model.device = None;
        }
        Ok(())
    }
}
