//! `<adapter>`: the SCSI host of a pool.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use oxivirt_xml_derive::Element;

use crate::domain::address::PciAddress;
use crate::element::Context;
use crate::tree::Node;
use crate::value::{YesNo, words};

words! {
    /// What kind of adapter it is.
    AdapterType { ScsiHost = "scsi_host", FcHost = "fc_host" }
}

/// `<adapter>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Adapter::check)]
pub struct Adapter {
    /// What kind of adapter it is.
    #[xml(attr = "type")]
    pub kind: Option<AdapterType>,
    /// Name of the SCSI host.
    #[xml(attr = "name")]
    pub name: Option<String>,
    /// Name of the host a virtual one is made on.
    #[xml(attr = "parent")]
    pub parent: Option<String>,
    /// Or its node name.
    #[xml(attr = "parent_wwnn")]
    pub parent_wwnn: Option<String>,
    /// And its port name.
    #[xml(attr = "parent_wwpn")]
    pub parent_wwpn: Option<String>,
    /// Or the name of its fabric.
    #[xml(attr = "parent_fabric_wwn")]
    pub parent_fabric_wwn: Option<String>,
    /// Whether a virtual host goes with the pool.
    #[xml(attr = "managed")]
    pub managed: Option<YesNo>,
    /// Node name of the virtual host.
    #[xml(attr = "wwnn")]
    pub wwnn: Option<String>,
    /// Port name of the virtual host.
    #[xml(attr = "wwpn")]
    pub wwpn: Option<String>,
    /// The PCI device of the SCSI host.
    #[xml(child = "parentaddr")]
    pub parent_address: Option<ParentAddress>,
}

/// `<parentaddr>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = ParentAddress::check)]
pub struct ParentAddress {
    /// Which of the hosts of the device.
    #[xml(
        attr = "unique_id",
        missing(XML_ERROR, "Missing or invalid scsi adapter 'unique_id' value"),
        bad(XML_ERROR, "Missing or invalid scsi adapter 'unique_id' value")
    )]
    pub unique_id: i32,
    /// Where the device is.
    #[xml(child = "address", missing(XML_ERROR, "Missing scsi_host PCI address element"))]
    pub address: PciAddress,
}

impl ParentAddress {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        if self.unique_id < 0 {
            return Err(cx.xml("Missing or invalid scsi adapter 'unique_id' value"));
        }
        Ok(())
    }
}

impl Adapter {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        match self.kind {
            None => {
                if self.wwnn.is_some() || self.wwpn.is_some() || self.parent.is_some() {
                    return Err(
                        cx.xml("Use of 'wwnn', 'wwpn', and 'parent' attributes requires use of the adapter 'type'")
                    );
                }
                if self.parent_address.is_some() {
                    return Err(cx.xml("Use of 'parentaddr' element requires use of the adapter 'type'"));
                }
                *self = Self {
                    kind: self.name.is_some().then_some(AdapterType::ScsiHost),
                    name: self.name.take(),
                    ..Self::default()
                };
            }
            Some(AdapterType::ScsiHost) => {
                *self = Self {
                    kind: self.kind,
                    name: self.name.take(),
                    parent_address: self.parent_address.take(),
                    ..Self::default()
                };
            }
            Some(AdapterType::FcHost) => (self.name, self.parent_address) = (None, None),
        }
        Ok(())
    }

    /// Checks what a pool needs to know of its adapter.
    pub(super) fn validate(&self, cx: &Context) -> Result<()> {
        match self.kind {
            None => Err(cx.xml("missing storage pool source adapter")),
            Some(AdapterType::ScsiHost) => match (&self.name, &self.parent_address) {
                (None, None) => Err(cx.xml("Either 'name' or 'parent' must be specified for the 'scsi_host' adapter")),
                (Some(_), Some(_)) => {
                    Err(cx.xml("Both 'name' and 'parent' cannot be specified for the 'scsi_host' adapter"))
                }
                _ => Ok(()),
            },
            Some(AdapterType::FcHost) => self.validate_fc(cx),
        }
    }

    fn validate_fc(&self, cx: &Context) -> Result<()> {
        let (Some(wwnn), Some(wwpn)) = (&self.wwnn, &self.wwpn) else {
            return Err(cx.xml("'wwnn' and 'wwpn' must be specified for adapter type 'fchost'"));
        };
        check_wwn(wwnn)?;
        check_wwn(wwpn)?;
        match (&self.parent_wwnn, &self.parent_wwpn) {
            (Some(wwnn), None) => {
                return Err(
                    cx.xml(format!("when providing parent_wwnn='{wwnn}', the parent_wwpn must also be provided"))
                );
            }
            (None, Some(wwpn)) => {
                return Err(
                    cx.xml(format!("when providing parent_wwpn='{wwpn}', the parent_wwnn must also be provided"))
                );
            }
            _ => {}
        }
        for name in [&self.parent_wwnn, &self.parent_wwpn, &self.parent_fabric_wwn].into_iter().flatten() {
            check_wwn(name)?;
        }
        Ok(())
    }
}

/// Refuses what is no world wide name.
///
/// # Errors
/// `VIR_ERR_INTERNAL_ERROR`.
pub(crate) fn check_wwn(name: &str) -> Result<()> {
    let digits = name.strip_prefix("0x").unwrap_or(name);
    if digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(());
    }
    Err(Error::new(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, format!("Malformed wwn: {name}")))
}
