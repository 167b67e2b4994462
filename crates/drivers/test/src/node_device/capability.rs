//! What devices can do, for filters and lookups.
use super::Definition;
use oxivirt_model::constants::*;
use oxivirt_xml::nodedev::pci::PciCapability;
use oxivirt_xml::nodedev::scsi::ScsiHostCapability;
use oxivirt_xml::nodedev::{Capability, CapabilityType};
use oxivirt_xml::value::Value;

/// Flags of lists, each with what it selects.
const FLAGS: [(u32, CapabilityType); 24] = [
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM, CapabilityType::System),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV, CapabilityType::Pci),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV, CapabilityType::UsbDevice),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE, CapabilityType::Usb),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET, CapabilityType::Net),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST, CapabilityType::ScsiHost),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET, CapabilityType::ScsiTarget),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI, CapabilityType::Scsi),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE, CapabilityType::Storage),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST, CapabilityType::FcHost),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS, CapabilityType::Vports),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC, CapabilityType::ScsiGeneric),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM, CapabilityType::Drm),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES, CapabilityType::MdevTypes),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV, CapabilityType::Mdev),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV, CapabilityType::Ccw),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV, CapabilityType::Css),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA, CapabilityType::Vdpa),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD, CapabilityType::ApCard),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE, CapabilityType::ApQueue),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX, CapabilityType::ApMatrix),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD, CapabilityType::Vpd),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV, CapabilityType::CcwGroup),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER, CapabilityType::CcwGroupMember),
];

/// All flags of the table above.
pub(super) const FILTERS: u32 = {
    let (mut flags, mut rest): (u32, &[(u32, CapabilityType)]) = (0, &FLAGS);
    while let [(flag, _), others @ ..] = rest {
        flags |= *flag;
        rest = others;
    }
    flags
};

/// Returns true if the capability says, inside of it, that the device has another one.
fn has_inside(capability: &Capability, kind: CapabilityType) -> bool {
    match (capability, kind) {
        (Capability::Pci(pci), CapabilityType::MdevTypes) => {
            pci.capabilities.iter().any(|one| matches!(one, PciCapability::Mdev(_)))
        }
        (Capability::Pci(pci), CapabilityType::Vpd) => {
            pci.capabilities.iter().any(|one| matches!(one, PciCapability::Vpd(_)))
        }
        (Capability::ScsiHost(host), CapabilityType::FcHost) => {
            host.capabilities.iter().any(|one| one.kind == "fc_host")
        }
        (Capability::ScsiHost(host), CapabilityType::Vports) => {
            host.capabilities.iter().any(|one| one.kind == "vport_ops")
        }
        (Capability::Css(css), CapabilityType::MdevTypes) => !css.mdev_types.is_empty(),
        (Capability::ApMatrix(matrix), CapabilityType::MdevTypes) => !matrix.mdev_types.is_empty(),
        (Capability::Ccw(ccw), CapabilityType::CcwGroupMember) => !ccw.groups.is_empty(),
        _ => false,
    }
}

/// Returns true if the device has a capability, or has it inside of another one.
pub(super) fn has(definition: &Definition, kind: CapabilityType) -> bool {
    definition.capabilities.iter().any(|capability| capability.kind() == kind || has_inside(capability, kind))
}

/// Returns true if the device has the capability of that name; no device has one that does not exist.
pub(super) fn has_named(definition: &Definition, name: &str) -> bool {
    CapabilityType::parse(name).is_some_and(|kind| has(definition, kind))
}

/// Returns true if the device has one of the capabilities that `flags` ask for, or they ask for none.
pub(super) fn is_selected(definition: &Definition, flags: u32) -> bool {
    flags & FILTERS == 0 || FLAGS.iter().any(|(flag, kind)| flags & flag != 0 && has(definition, *kind))
}

/// Returns what a device is on a Fibre Channel fabric.
pub(super) fn fc_host(definition: &Definition) -> Option<&ScsiHostCapability> {
    definition.capabilities.iter().find_map(|capability| match capability {
        Capability::ScsiHost(host) => host.capabilities.iter().find(|one| one.kind == "fc_host"),
        _ => None,
    })
}
