//! Mediated devices, which the stock library's driver cannot make: what they do is what the stock library's node device driver does.
use super::{Definition, NodeDevice, capability, define, report};
use crate::domain::definition::new_uuid;
use crate::driver::Driver;
use crate::session::TestSession;
use oxivirt_driver_common::{Locked, errors};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::{Event, remote};
use oxivirt_xml::nodedev::pci::PciCapability;
use oxivirt_xml::nodedev::simple::{Mdev, MdevType};
use oxivirt_xml::nodedev::{Capability, CapabilityType};
use std::sync::Arc;

fn error(code: ErrorCode, text: Vec<u8>) -> Error {
    Error::new(ErrorDomain::NODEDEV, code, text)
}

fn invalid(text: Vec<u8>) -> Error {
    errors::invalid_operation(ErrorDomain::NODEDEV, text)
}

fn unsupported(text: Vec<u8>) -> Error {
    error(ErrorCode::CONFIG_UNSUPPORTED, text)
}

/// Returns the error for devices that are made by others.
pub(super) fn wrong_type() -> Error {
    unsupported(message!("Unsupported device type"))
}

/// Returns what a device is as a mediated device.
pub(super) fn of(definition: &Definition) -> Option<&Mdev> {
    definition.capabilities.iter().find_map(|capability| match capability {
        Capability::Mdev(mdev) => Some(mdev),
        _ => None,
    })
}

fn of_mut(definition: &mut Definition) -> Option<&mut Mdev> {
    definition.capabilities.iter_mut().find_map(|capability| match capability {
        Capability::Mdev(mdev) => Some(mdev),
        _ => None,
    })
}

/// Returns the address of a device that can have mediated devices, and their types.
fn host_of(definition: &Definition) -> Option<(String, Vec<MdevType>)> {
    definition.capabilities.iter().find_map(|capability| match capability {
        Capability::Pci(pci) => {
            let types = pci.capabilities.iter().find_map(|one| match one {
                PciCapability::Mdev(types) => Some(types.clone()),
                _ => None,
            })?;
            Some((format!("{:04x}:{:02x}:{:02x}.{:x}", pci.domain, pci.bus, pci.slot, pci.function), types))
        }
        Capability::Css(css) => {
            let address = &css.address;
            let types = css.mdev_types.iter().flat_map(|list| list.types.clone()).collect();
            Some((format!("{:x}.{:x}.{:04x}", address.cssid.0, address.ssid.0, address.devno.0), types))
        }
        Capability::ApMatrix(matrix) => {
            Some(("matrix".to_owned(), matrix.mdev_types.iter().flat_map(|list| list.types.clone()).collect()))
        }
        _ => None,
    })
}

/// Returns the name that the host gives a mediated device.
fn name_of(mdev: &Mdev) -> String {
    let uuid = mdev.uuid.unwrap_or_default().to_string();
    let address = mdev.parent_address.as_deref().unwrap_or_default();
    let is_plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    format!("mdev_{uuid}_{address}").chars().map(is_plain).collect()
}

/// Fills in what the host knows: UUID, address of the parent, name.
fn complete(driver: &Driver, definition: &mut Definition) -> Result<()> {
    let Some(parent) = definition.parent.clone() else {
        return Err(error(ErrorCode::XML_ERROR, message!("cannot define a mediated device without a parent")));
    };
    let object = driver.devices.by_name(parent.as_bytes());
    let host = object.and_then(|object| driver.devices.with(&object, |device| host_of(&device.definition))).flatten();
    let Some((address, types)) = host else {
        return Err(errors::internal(ErrorDomain::NODEDEV, message!("unable to find parent device '%1$s'", parent)));
    };
    let mdev = of_mut(definition).ok_or_else(wrong_type)?;
    if !types.iter().any(|kind| kind.id == mdev.kind) {
        let text = format!("device '{parent}' has no mediated devices of the type '{}'", mdev.kind);
        return Err(errors::internal(ErrorDomain::NODEDEV, text));
    }
    mdev.uuid.get_or_insert_with(new_uuid);
    mdev.parent_address = Some(address);
    definition.name = name_of(mdev);
    Ok(())
}

fn report_update(driver: &Driver, device: &NodeDevice) {
    driver.events.report(&Event::NodeDeviceUpdate { dev: device.wire() });
}

/// Makes a mediated device that is gone when it stops, or starts one that is defined, as described.
pub(super) fn create(driver: &Driver, mut definition: Definition) -> Result<remote::NonnullNodeDevice<'static>> {
    complete(driver, &mut definition)?;
    let definition = Arc::new(definition);
    define(driver, &definition, |device, new| {
        if device.active {
            return Err(invalid(message!("Device is already active")));
        }
        if !new {
            // What is defined stays for the next time.
            device.config = Some(std::mem::replace(&mut device.definition, Arc::clone(&definition)));
        }
        device.active = true;
        report(driver, device, VIR_NODE_DEVICE_EVENT_CREATED);
        Ok(device.wire())
    })
}

impl TestSession {
    pub(super) fn define_node_device(&self, xml: &[u8]) -> Result<remote::NonnullNodeDevice<'static>> {
        let mut definition = Definition::parse(xml, true)?;
        if !capability::has(&definition, CapabilityType::Mdev) {
            return Err(wrong_type());
        }
        self.change(|driver| {
            complete(driver, &mut definition)?;
            let definition = Arc::new(definition);
            define(driver, &definition, |device, new| {
                if !new {
                    redefine(device, Arc::clone(&definition));
                }
                let known = std::mem::replace(&mut device.persistent, true);
                if known {
                    report_update(driver, device);
                } else {
                    report(driver, device, VIR_NODE_DEVICE_EVENT_DEFINED);
                }
                Ok(device.wire())
            })
        })
    }

    pub(super) fn undefine_node_device(&self, name: &[u8]) -> Result<()> {
        self.node_device(name, |device, driver| {
            if !device.persistent {
                return Err(invalid(message!("Node device '%1$s' is not defined", device.definition.name)));
            }
            check_type(device)?;
            (device.persistent, device.autostart, device.config) = (false, false, None);
            report(driver, device, VIR_NODE_DEVICE_EVENT_UNDEFINED);
            if !device.active {
                device.remove();
            }
            Ok(())
        })
    }

    pub(super) fn start_node_device(&self, name: &[u8]) -> Result<()> {
        self.node_device(name, |device, driver| {
            if device.active {
                return Err(invalid(message!("Device is already active")));
            }
            check_type(device)?;
            device.active = true;
            report(driver, device, VIR_NODE_DEVICE_EVENT_CREATED);
            Ok(())
        })
    }

    pub(super) fn set_node_device_autostart(&self, name: &[u8], autostart: bool) -> Result<()> {
        self.node_device(name, |device, _| {
            if of(&device.definition).is_none() {
                return Err(error(ErrorCode::OPERATION_UNSUPPORTED, message!("Unsupported device type")));
            }
            if !device.persistent {
                return Err(invalid(message!("cannot set autostart for transient device")));
            }
            device.autostart = autostart;
            Ok(())
        })
    }

    pub(super) fn update_node_device(&self, args: &remote::NodeDeviceUpdateArgs<'_>) -> Result<()> {
        self.node_device(&args.name, |device, driver| {
            let wanted = Definition::parse(&args.xml_desc, false)?;
            let (Some(old), Some(new)) = (of(&device.definition), of(&wanted)) else { return Err(wrong_type()) };
            let mut live = args.flags & VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE != 0;
            let mut config = args.flags & VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG != 0;
            if !live && !config {
                (live, config) = (device.active, !device.active);
            }
            if live && !device.active {
                return Err(invalid(message!("node device is not active")));
            }
            if config && !device.persistent {
                return Err(invalid(message!("transient node devices do not have any persistent config")));
            }
            check_update(&device.definition.name, old, new, live)?;
            let changed = |definition: &Definition| {
                let mut definition = definition.clone();
                if let Some(mdev) = of_mut(&mut definition) {
                    mdev.kind.clone_from(&new.kind);
                    mdev.attributes.clone_from(&new.attributes);
                }
                Arc::new(definition)
            };
            if config {
                let changed = changed(device.config.as_ref().unwrap_or(&device.definition));
                redefine(device, changed);
            }
            if live {
                if device.persistent && device.config.is_none() {
                    device.config = Some(Arc::clone(&device.definition));
                }
                device.definition = changed(&device.definition);
            }
            report_update(driver, device);
            Ok(())
        })
    }
}

/// Refuses a device that is no mediated device.
fn check_type(device: &NodeDevice) -> Result<()> {
    of(&device.definition).map(drop).ok_or_else(wrong_type)
}

/// Changes what a device is the next time; at once if it does not run.
fn redefine(device: &mut Locked<'_, NodeDevice>, config: Arc<Definition>) {
    if device.active {
        device.config = Some(config);
    } else {
        device.definition = config;
    }
}

/// Stops a mediated device.
pub(super) fn stop(driver: &Driver, device: &mut Locked<'_, NodeDevice>) -> Result<()> {
    if !device.active {
        return Err(invalid(message!("Device '%1$s' is not active", device.definition.name)));
    }
    device.active = false;
    if let Some(config) = device.config.take() {
        device.definition = config;
    }
    report(driver, device, VIR_NODE_DEVICE_EVENT_DELETED);
    if !device.persistent {
        device.remove();
    }
    Ok(())
}

/// Refuses to make another device of a device.
fn check_update(name: &str, old: &Mdev, new: &Mdev, live: bool) -> Result<()> {
    if old.uuid != new.uuid {
        let uuid = old.uuid.unwrap_or_default().to_string();
        let text = message!("Cannot update device '%1$s, uuid mismatch (current uuid '%2$s')", name, uuid);
        return Err(unsupported(text));
    }
    if live && old.kind != new.kind {
        let text = message!("Cannot update device '%1$s', type mismatch (current type '%2$s')", name, old.kind);
        return Err(unsupported(text));
    }
    if old.parent_address != new.parent_address {
        let address = old.parent_address.as_deref().unwrap_or_default();
        let text = message!(
            "Cannot update device '%1$s', parent address mismatch (current parent address '%2$s')",
            name,
            address
        );
        return Err(unsupported(text));
    }
    Ok(())
}
