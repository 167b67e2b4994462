//! Devices of the host: their state here, the topic of the driver interface in the files below.
mod capability;
mod lookup;
mod mdev;
pub(crate) mod vport;

use crate::FROM;
use crate::driver::Driver;
use crate::session::TestSession;
use oxivirt_driver_common::{Conflict, Key, Locked, errors};
use oxivirt_model::{Error, ErrorCode, Result, message};
use oxivirt_protocol::{Event, remote};
use std::sync::Arc;

/// A device's definition.
pub(crate) type Definition = oxivirt_xml::nodedev::NodeDevice;

/// A device.
#[derive(Debug)]
pub(crate) struct NodeDevice {
    /// What it is. Shared with readers.
    definition: Arc<Definition>,
    /// What a mediated device is the next time, where that is something else.
    config: Option<Arc<Definition>>,
    active: bool,
    /// It stays when it is stopped.
    persistent: bool,
    autostart: bool,
}

impl NodeDevice {
    fn new(definition: Arc<Definition>) -> Self {
        Self { definition, config: None, active: false, persistent: false, autostart: false }
    }

    fn wire(&self) -> remote::NonnullNodeDevice<'static> {
        remote::NonnullNodeDevice { name: self.definition.name.clone().into() }
    }
}

/// Names are all that devices are found by, so nothing stands in the way of a new one.
fn conflict(_: &Conflict) -> Error {
    errors::internal(FROM, "a device of that name is being defined")
}

/// Adds a device, or finds the one of that name, which stays as it is; `then` is told whether it is new.
fn define<R>(
    driver: &Driver,
    definition: &Arc<Definition>,
    then: impl FnOnce(&mut Locked<'_, NodeDevice>, bool) -> Result<R>,
) -> Result<R> {
    let key = Key { name: definition.name.as_bytes(), uuid: None };
    driver.devices.define(key, NodeDevice::new(Arc::clone(definition)), conflict, then)
}

/// Adds a device that the host has from the beginning.
///
/// # Errors
/// None that could happen here.
pub(crate) fn add(driver: &Driver, definition: Definition) -> Result<()> {
    let definition = Arc::new(definition);
    define(driver, &definition, |device, _| {
        device.definition = Arc::clone(&definition);
        (device.active, device.persistent) = (true, true);
        Ok(())
    })
}

fn no_device(name: &[u8]) -> Error {
    let text = message!("no node device with matching name '%1$s'", name);
    Error::new(FROM, ErrorCode::NO_NODE_DEVICE, text)
}

/// Reports that a device came or went, was defined or undefined. `event` is a `virNodeDeviceEventLifecycleType`.
fn report(driver: &Driver, device: &NodeDevice, event: u32) {
    driver.events.report(&Event::NodeDeviceLifecycle { dev: device.wire(), event: event.cast_signed(), detail: 0 });
}

impl TestSession {
    /// Calls `then` with a device, locked, and the state.
    ///
    /// # Errors
    /// There is none of that name; what `then` returns.
    fn node_device<R>(
        &self,
        name: &[u8],
        then: impl FnOnce(&mut Locked<'_, NodeDevice>, &Driver) -> Result<R>,
    ) -> Result<R> {
        self.change(|driver| {
            let object = driver.devices.by_name(name);
            let result = object.and_then(|object| driver.devices.with(&object, |device| then(device, driver)));
            result.unwrap_or_else(|| Err(no_device(name)))
        })
    }
}
