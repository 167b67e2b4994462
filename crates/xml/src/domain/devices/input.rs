//! `<input>` and `<hub>`.
use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use super::VirtioOptions;
use crate::domain::address::{Address, DeviceInfo};
use crate::element::Context;
use crate::tree::Node;
use crate::value::{OnOff, words};

words! {
    /// What the guest sees.
    InputType { Mouse = "mouse", Tablet = "tablet", Keyboard = "keyboard", Passthrough = "passthrough", Evdev = "evdev" }
    /// The bus it is on.
    InputBus { Ps2 = "ps2", Usb = "usb", Xen = "xen", Parallels = "parallels", Virtio = "virtio", None = "none" }
    /// The model of the device.
    InputModel { Virtio = "virtio", VirtioTransitional = "virtio-transitional", VirtioNonTransitional = "virtio-non-transitional" }
    /// Which devices are grabbed together.
    Grab { All = "all" }
    /// Keys that switch grabbing.
    GrabToggle {
        CtrlCtrl = "ctrl-ctrl", AltAlt = "alt-alt", ShiftShift = "shift-shift", MetaMeta = "meta-meta", Scrolllock = "scrolllock",
        CtrlScrolllock = "ctrl-scrolllock",
    }
    /// What a hub is of.
    HubType { Usb = "usb" }
}

/// `<input>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Input::check)]
pub struct Input {
    /// What the guest sees.
    #[xml(
        attr = "type",
        missing(INTERNAL_ERROR, "missing input device type"),
        bad(CONFIG_UNSUPPORTED, "unknown input device type '{}'")
    )]
    pub kind: InputType,
    /// The bus it is on.
    #[xml(attr = "bus", skip_if = Input::is_no_bus, bad(CONFIG_UNSUPPORTED, "unknown input bus type '{}'"))]
    pub bus: Option<InputBus>,
    /// The model of the device.
    #[xml(attr = "model", bad(CONFIG_UNSUPPORTED, "unknown input model '{}'"))]
    pub model: Option<InputModel>,
    /// What virtio devices have in common.
    #[xml(child = "driver", default)]
    pub driver: VirtioOptions,
    /// Device of the host, of type evdev.
    #[xml(attr = "source@dev", when = Input::is_evdev)]
    pub dev: Option<String>,
    /// Device of the host, of type passthrough.
    #[xml(attr = "source@evdev")]
    pub evdev: Option<String>,
    /// Which devices are grabbed together.
    #[xml(attr = "source@grab", when = Input::is_evdev)]
    pub grab: Option<Grab>,
    /// Keys that switch grabbing.
    #[xml(attr = "source@grabToggle", when = Input::is_evdev)]
    pub grab_toggle: Option<GrabToggle>,
    /// Whether keys repeat.
    #[xml(attr = "source@repeat", when = Input::is_evdev)]
    pub repeat: Option<OnOff>,
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
}

impl Input {
    fn is_evdev(node: Node<'_>) -> bool {
        node.attr("type") == Some("evdev")
    }

    fn is_no_bus(bus: &InputBus) -> bool {
        *bus == InputBus::None
    }

    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        self.info.keep(false, false);
        self.info.master = None;
        if self.bus == Some(InputBus::Usb) && !matches!(self.info.address, None | Some(Address::Usb { .. })) {
            return Err(cx.xml("Invalid address for a USB device"));
        }
        if self.kind != InputType::Passthrough {
            self.evdev = None;
        }
        let needs_path = matches!(self.kind, InputType::Passthrough | InputType::Evdev);
        if node.element("source").is_some() && needs_path && self.dev.is_none() && self.evdev.is_none() {
            return Err(cx.xml("Missing evdev path for input device"));
        }
        Ok(())
    }
}

/// `<hub>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Hub::check)]
pub struct Hub {
    /// What it is of.
    #[xml(
        attr = "type",
        missing(INTERNAL_ERROR, "missing hub device type"),
        bad(CONFIG_UNSUPPORTED, "unknown hub device type '{}'")
    )]
    pub kind: HubType,
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
}

impl Hub {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        self.info.keep(false, false);
        self.info.master = None;
        Ok(())
    }
}
