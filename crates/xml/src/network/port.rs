//! `<networkport>`.
use oxivirt_model::{ErrorDomain, Result, Uuid};
use oxivirt_xml_derive::Element;

use super::MacTableManager;
use crate::domain::address::PciAddress;
use crate::domain::devices::hostdev::PciDriver;
use crate::domain::devices::interface::MacvtapMode;
use crate::element::{Context, Element};
use crate::netparts::{Bandwidth, VirtualPort, Vlan};
use crate::tree::{Document, Node};
use crate::value::{Mac, YesNo, words};
use crate::write::{FormatFlags, Writer};

words! {
    /// How a port is plugged in.
    PlugType { Network = "network", Bridge = "bridge", Direct = "direct", HostdevPci = "hostdev-pci" }
}

/// `<networkport>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct NetworkPort {
    /// Its identity.
    #[xml(text = "uuid", missing(XML_ERROR, "network port has no uuid"), bad(XML_ERROR, "unable to parse UUID '{}'"))]
    pub uuid: Uuid,
    /// Name of the domain.
    #[xml(text = "owner/name", missing(XML_ERROR, "network port owner has no name"))]
    pub owner_name: String,
    /// Identity of the domain.
    #[xml(
        text = "owner/uuid",
        missing(XML_ERROR, "network port owner has no UUID"),
        bad(XML_ERROR, "unable to parse UUID '{}'")
    )]
    pub owner_uuid: Uuid,
    /// Group of ports.
    #[xml(text = "group")]
    pub group: Option<String>,
    /// Address of the interface.
    #[xml(
        attr = "mac@address",
        nonempty,
        missing(XML_ERROR, "network port has no mac"),
        bad(XML_ERROR, "unable to parse MAC '{}'")
    )]
    pub mac: Mac,
    /// Limits.
    #[xml(child = "bandwidth")]
    pub bandwidth: Option<Bandwidth>,
    /// Virtual port.
    #[xml(child = "virtualport")]
    pub virtual_port: Option<VirtualPort>,
    /// VLANs.
    #[xml(child = "vlan")]
    pub vlan: Option<Vlan>,
    /// Whether it sees other isolated ports.
    #[xml(attr = "port@isolated")]
    pub isolated: Option<YesNo>,
    /// Whether what the guest says of its filters is believed.
    #[xml(attr = "rxfilters@trustGuest")]
    pub trust_rx_filters: Option<YesNo>,
    /// How it is plugged in.
    #[xml(child = "plug")]
    pub plug: Option<Plug>,
}

/// `<plug>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Plug::check)]
pub struct Plug {
    /// How.
    #[xml(attr = "type")]
    pub kind: PlugType,
    /// Name of the bridge.
    #[xml(attr = "bridge")]
    pub bridge: Option<String>,
    /// Who keeps the table of addresses.
    #[xml(attr = "macTableManager", bad(XML_ERROR, "Invalid macTableManager setting '{}' in network port"))]
    pub mac_table_manager: Option<MacTableManager>,
    /// Device of the host.
    #[xml(attr = "dev")]
    pub dev: Option<String>,
    /// How packets are passed on.
    #[xml(attr = "mode")]
    pub mode: Option<MacvtapMode>,
    /// Whether the host's driver is detached.
    #[xml(attr = "managed")]
    pub managed: Option<YesNo>,
    /// Driver of the host.
    #[xml(child = "driver")]
    pub driver: Option<PciDriver>,
    /// Address of the host's device.
    #[xml(child = "address")]
    pub address: Option<PciAddress>,
}

impl Plug {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        match self.kind {
            PlugType::Network | PlugType::Bridge => {
                if self.bridge.is_none() {
                    return Err(cx.xml("Missing network port bridge name"));
                }
                (self.dev, self.mode, self.managed, self.driver, self.address) = (None, None, None, None, None);
            }
            PlugType::Direct => {
                if self.dev.is_none() {
                    return Err(cx.xml("Missing network port link device name"));
                }
                (self.bridge, self.mac_table_manager, self.managed) = (None, None, None);
                (self.driver, self.address) = (None, None);
            }
            PlugType::HostdevPci => {
                if self.address.is_none() {
                    return Err(cx.xml("Missing network port PCI address"));
                }
                self.managed.get_or_insert(YesNo::No);
                (self.bridge, self.mac_table_manager, self.dev, self.mode) = (None, None, None, None);
            }
        }
        Ok(())
    }
}

impl NetworkPort {
    /// Parses a document.
    ///
    /// # Errors
    /// The stock library's.
    pub fn parse(xml: &[u8]) -> Result<Self> {
        let from = ErrorDomain::NETWORK;
        let document = Document::parse(xml, from)?;
        let cx = Context { from, inactive: true, ..Context::default() };
        let node = document.root_named("networkport")?;
        let made = <Self as Element>::parse(node, &cx)?;
        Bandwidth::check_place(node, true, true)?;
        Ok(made)
    }

    /// Prints the document.
    #[must_use]
    pub fn format(&self) -> Vec<u8> {
        let mut out = Writer::new(FormatFlags::default());
        self.element("networkport", &mut out);
        out.finish().into_bytes()
    }
}
