//! IOMMUs.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use oxivirt_xml_derive::Element;

use super::small::plain;
use crate::domain::address::DeviceInfo;
use crate::element::{Context, Element};
use crate::tree::Node;
use crate::value::{OnOff, Value, read_kib, words};
use crate::write::Writer;

words! {
    /// The model of an IOMMU.
    IommuModel { Intel = "intel", Smmuv3 = "smmuv3", Virtio = "virtio", Amd = "amd" }
    /// What a granule is when it is no size.
    GranuleMode { Host = "host" }
}

/// `<iommu>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Iommu::check)]
pub struct Iommu {
    /// The model.
    #[xml(attr = "model")]
    pub model: IommuModel,
    /// How it works.
    #[xml(child = "driver", default)]
    pub driver: IommuDriver,
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
}

/// `<driver>` of `<iommu>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct IommuDriver {
    /// Interrupts are remapped.
    #[xml(attr = "intremap")]
    pub intremap: Option<OnOff>,
    /// Caching mode.
    #[xml(attr = "caching_mode")]
    pub caching_mode: Option<OnOff>,
    /// Extended interrupts.
    #[xml(attr = "eim")]
    pub eim: Option<OnOff>,
    /// Devices cache translations.
    #[xml(attr = "iotlb")]
    pub iotlb: Option<OnOff>,
    /// Bits of an address.
    #[xml(attr = "aw_bits", omit_default)]
    pub aw_bits: u32,
    /// Memory accesses are translated.
    #[xml(attr = "dma_translation")]
    pub dma_translation: Option<OnOff>,
    /// Extended interrupts of AMD.
    #[xml(attr = "xtsup")]
    pub xtsup: Option<OnOff>,
    /// Translation is passed through.
    #[xml(attr = "passthrough")]
    pub passthrough: Option<OnOff>,
    /// The PCI bus it is for.
    #[xml(attr = "pciBus")]
    pub pci_bus: Option<i32>,
    /// Whether the guest's tables are used by the host.
    #[xml(attr = "accel")]
    pub accel: Option<OnOff>,
    /// Virtual command queues.
    #[xml(attr = "cmdqv")]
    pub cmdqv: Option<OnOff>,
    /// Address translation services.
    #[xml(attr = "ats")]
    pub ats: Option<OnOff>,
    /// Range invalidation.
    #[xml(attr = "ril")]
    pub ril: Option<OnOff>,
    /// Bits of a substream's number.
    #[xml(attr = "ssidsize")]
    pub ssid_size: Option<i32>,
    /// Bits of an output address.
    #[xml(attr = "oas")]
    pub oas: Option<i32>,
    /// The smallest piece of memory that is mapped.
    #[xml(child = "granule", default)]
    pub granule: Granule,
}

/// `<granule>` of the driver of `<iommu>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Granule {
    /// None is told.
    #[default]
    Unset,
    /// That of the host.
    Mode(GranuleMode),
    /// KiB.
    Size(u32),
}

crate::blank::blank!(Granule);

impl Element for Granule {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let unreadable =
            |text: &str| cx.xml(format!("Invalid value for attribute 'mode' in element 'granule': '{text}'."));
        let mode =
            node.attr("mode").map(|text| GranuleMode::parse(text).ok_or_else(|| unreadable(text))).transpose()?;
        let size = match node.attr("size") {
            None => 0,
            Some(text) => read_kib("driver/granule/@size", text, node.attr("unit").unwrap_or_default())?,
        };
        // The stock library keeps it in an int.
        let Some(size) = i32::try_from(size).ok().and_then(|size| u32::try_from(size).ok()) else {
            return Err(Error::new(ErrorDomain::DOMAIN, ErrorCode::OVERFLOW, "size value too large"));
        };
        match mode {
            Some(_) if size != 0 => Err(cx.xml("'mode' and 'size' can't be specified at the same time for 'granule'")),
            Some(mode) => Ok(Self::Mode(mode)),
            None if size != 0 => Ok(Self::Size(size)),
            None => Ok(Self::Unset),
        }
    }

    fn attributes(&self, out: &mut Writer) {
        match self {
            Self::Unset => {}
            Self::Mode(mode) => out.attr("mode", mode.as_str()),
            Self::Size(size) => {
                out.attr_value("size", size);
                out.attr("unit", "KiB");
            }
        }
    }

    fn children(&self, _: &mut Writer) {}
}

impl Iommu {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        plain(&mut self.info);
        // A negative number is none.
        for number in [&mut self.driver.pci_bus, &mut self.driver.ssid_size, &mut self.driver.oas] {
            *number = number.filter(|number| *number >= 0);
        }
        Ok(())
    }
}
