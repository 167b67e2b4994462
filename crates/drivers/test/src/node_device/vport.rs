//! Virtual ports of SCSI hosts. There is one at a time, `scsi_host12`, which looks like the port that the default host has.
use super::{Definition, NodeDevice, capability, define, no_device, report};
use crate::FROM;
use crate::driver::Driver;
use oxivirt_driver_common::errors;
use oxivirt_model::constants::{VIR_NODE_DEVICE_EVENT_CREATED, VIR_NODE_DEVICE_EVENT_DELETED};
use oxivirt_model::{Error, ErrorDomain, Result, message};
use oxivirt_protocol::remote;
use oxivirt_xml::nodedev::scsi::{ScsiHost, ScsiHostCapability};
use oxivirt_xml::nodedev::{Capability, CapabilityType, ParentWwn};
use std::sync::Arc;

/// The port that is copied, and the one that is made.
const PATTERN: &[u8] = b"scsi_host11";
const NAME: &str = "scsi_host12";
const NUMBER: u32 = 12;

fn refused(text: Vec<u8>) -> Error {
    errors::internal(ErrorDomain::NODEDEV, text)
}

/// Returns the error for a device that is no port.
pub(super) fn not_fc_host() -> Error {
    refused(message!("Device is not a fibre channel HBA"))
}

/// Returns a name on a fabric, made up.
fn made_up() -> String {
    let mut bytes = [0; 8];
    // It cannot fail for a few bytes.
    let _ = oxivirt_sys::random(&mut bytes);
    format!("5100000{:09x}", u64::from_ne_bytes(bytes) & 0xf_ffff_ffff)
}

/// Returns node name and port name that a port is to have.
fn names(definition: &Definition) -> Result<(String, String)> {
    let host = capability::fc_host(definition).ok_or_else(not_fc_host)?;
    let name = |told: &Option<String>| told.clone().unwrap_or_else(made_up);
    Ok((name(&host.wwnn), name(&host.wwpn)))
}

/// Returns the name of the host that is to have the port.
fn parent(driver: &Driver, wanted: &Definition) -> Result<String> {
    let not_found = || refused(message!("Could not find parent device for '%1$s'", wanted.name));
    let has_ports = |definition: &Definition| capability::has(definition, CapabilityType::Vports);
    if let Some(name) = &wanted.parent {
        let object = driver.devices.by_name(name.as_bytes());
        let able = object.and_then(|object| driver.devices.with(&object, |device| has_ports(&device.definition)));
        if able.ok_or_else(not_found)? {
            return Ok(name.clone());
        }
        return Err(refused(message!("Parent device %1$s is not capable of vport operations", name)));
    }
    let find = |matches: &dyn Fn(&ScsiHostCapability) -> bool| {
        let matches = |device: &NodeDevice| {
            capability::fc_host(&device.definition).is_some_and(matches) && has_ports(&device.definition)
        };
        driver.devices.select(matches, |device| device.definition.name.clone()).into_iter().next()
    };
    if let Some((wwnn, wwpn)) = &wanted.parent_wwn.host {
        return find(&|host| host.wwnn.as_ref() == Some(wwnn) && host.wwpn.as_ref() == Some(wwpn))
            .ok_or_else(not_found);
    }
    if let Some(fabric) = &wanted.parent_wwn.fabric {
        return find(&|host| host.fabric_wwn.as_ref() == Some(fabric)).ok_or_else(not_found);
    }
    let any = driver.devices.select(|device| has_ports(&device.definition), |device| device.definition.name.clone());
    any.into_iter().next().ok_or_else(|| refused(message!("Could not find any vport capable device")))
}

/// Returns a port where there is none to copy.
fn plain(parent: Option<String>) -> Definition {
    let fabric = ScsiHostCapability { kind: "fc_host".to_owned(), ..ScsiHostCapability::default() };
    let host = ScsiHost { host: NUMBER, unique_id: None, capabilities: vec![fabric] };
    Definition {
        name: NAME.to_owned(),
        path: None,
        devnodes: Vec::new(),
        parent,
        parent_wwn: ParentWwn::default(),
        driver: None,
        capabilities: vec![Capability::ScsiHost(host)],
    }
}

/// Makes a port of node name `wwnn` and port name `wwpn`; of the host `parent` unless there is a port that can be copied.
///
/// # Errors
/// None that could happen here.
pub(crate) fn make(
    driver: &Driver,
    wwnn: &str,
    wwpn: &str,
    parent: Option<String>,
) -> Result<remote::NonnullNodeDevice<'static>> {
    let pattern = driver.devices.by_name(PATTERN);
    let pattern = pattern.and_then(|object| driver.devices.with(&object, |device| Arc::clone(&device.definition)));
    let mut definition = pattern.map_or_else(|| plain(parent), Arc::unwrap_or_clone);
    NAME.clone_into(&mut definition.name);
    for capability in &mut definition.capabilities {
        let Capability::ScsiHost(host) = capability else { continue };
        match host.capabilities.iter_mut().find(|one| one.kind == "fc_host") {
            Some(host) => (host.wwnn, host.wwpn) = (Some(wwnn.to_owned()), Some(wwpn.to_owned())),
            None => {
                host.host = host.host.saturating_add(1);
                host.unique_id = host.unique_id.map(|number| number.saturating_add(1));
            }
        }
    }
    let definition = Arc::new(definition);
    define(driver, &definition, |device, _| {
        device.definition = Arc::clone(&definition);
        report(driver, device, VIR_NODE_DEVICE_EVENT_CREATED);
        Ok(device.wire())
    })
}

/// Removes the port, whoever made it.
///
/// # Errors
/// There is none.
pub(crate) fn unmake(driver: &Driver) -> Result<()> {
    let object = driver.devices.by_name(NAME.as_bytes());
    let removed = object.and_then(|object| {
        driver.devices.with(&object, |device| {
            report(driver, device, VIR_NODE_DEVICE_EVENT_DELETED);
            device.remove();
        })
    });
    removed.ok_or_else(|| no_device(NAME.as_bytes()))
}

/// Makes a port as described.
///
/// # Errors
/// It is not described as one, or there is no host that could have it.
pub(super) fn create(driver: &Driver, wanted: &Definition) -> Result<remote::NonnullNodeDevice<'static>> {
    let (wwnn, wwpn) = names(wanted)?;
    let parent = parent(driver, wanted)?;
    make(driver, &wwnn, &wwpn, Some(parent))
}

/// Returns the error for a port whose host is gone.
pub(super) fn no_parent(parent: Option<&str>) -> Error {
    errors::internal(FROM, message!("cannot find parent '%1$s' definition", parent.unwrap_or("(null)")))
}
