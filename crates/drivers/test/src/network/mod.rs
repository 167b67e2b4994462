//! Networks: their state here, the topics of the driver interface in the files below.
mod define;
mod lease;
mod lookup;
mod metadata;
mod port;

pub(crate) use lease::{guest_address, guest_offset};

use crate::FROM;
use crate::domain::definition::new_uuid;
use crate::driver::Driver;
use crate::session::TestSession;
use oxivirt_driver_common::{Conflict, Locked, Object, errors};
use oxivirt_model::constants::{VIR_NETWORK_UPDATE_AFFECT_CONFIG, VIR_NETWORK_UPDATE_AFFECT_LIVE};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid, message};
use oxivirt_protocol::{Event, remote};
use oxivirt_xml::network::port::NetworkPort;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A network's definition, complete.
pub(crate) type Definition = oxivirt_xml::network::Network;

/// A network.
#[derive(Debug)]
pub(crate) struct Network {
    /// What runs, or would be started. Shared with readers; a change makes a copy where there are any.
    pub(crate) definition: Arc<Definition>,
    /// The persistent definition where it is another one.
    next: Option<Arc<Definition>>,
    pub(crate) active: bool,
    /// It stays when it stops.
    persistent: bool,
    autostart: bool,
    /// What is plugged in; gone when the network stops.
    ports: BTreeMap<Uuid, NetworkPort>,
}

/// Which definitions a call is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Impact {
    /// That of the running network.
    live: bool,
    /// The persistent one.
    config: bool,
}

impl Network {
    /// Returns a network that does not run, persistent or not.
    pub(crate) fn new(definition: Arc<Definition>, persistent: bool) -> Self {
        Self { definition, next: None, active: false, persistent, autostart: false, ports: BTreeMap::new() }
    }

    /// Returns the name and UUID that the interface calls it by.
    fn wire(&self) -> remote::NonnullNetwork<'static> {
        remote::NonnullNetwork {
            name: self.definition.name.clone().into(),
            uuid: self.definition.uuid.unwrap_or(Uuid::NIL),
        }
    }

    /// Takes over a new persistent definition; what runs goes on as it is.
    pub(crate) fn assign(&mut self, definition: Arc<Definition>) {
        if self.active {
            self.next = Some(definition);
        } else {
            self.next = None;
            self.definition = definition;
        }
        self.persistent = true;
    }

    /// Takes over the definition that is about to run.
    fn assign_live(&mut self, definition: Arc<Definition>) {
        let old = std::mem::replace(&mut self.definition, definition);
        if self.persistent && self.next.is_none() {
            self.next = Some(old);
        }
    }

    /// Returns the persistent definition.
    fn config(&self) -> &Arc<Definition> {
        self.next.as_ref().unwrap_or(&self.definition)
    }

    /// Finds out which definitions `flags`, virNetworkUpdateFlags, are about.
    ///
    /// # Errors
    /// The network does not run, or has no persistent definition, and is asked for that.
    fn impact(&self, flags: u32) -> Result<Impact> {
        let mut impact = Impact {
            live: flags & VIR_NETWORK_UPDATE_AFFECT_LIVE != 0,
            config: flags & VIR_NETWORK_UPDATE_AFFECT_CONFIG != 0,
        };
        if !impact.live && !impact.config {
            impact = Impact { live: self.active, config: !self.active };
        }
        let refuse = |text: Vec<u8>| Err(errors::invalid_operation(ErrorDomain::NETWORK, text));
        if impact.live && !self.active {
            return refuse(message!("network is not running"));
        }
        if impact.config && !self.persistent {
            return refuse(message!("cannot change persistent config of a transient network"));
        }
        Ok(impact)
    }
}

/// Returns the error for a definition whose name or UUID another network has.
pub(crate) fn conflict(definition: &Definition) -> impl FnOnce(&Conflict) -> Error + use<> {
    let name = definition.name.clone();
    move |conflict| errors::conflict(ErrorDomain::NETWORK, "network", name.as_bytes(), conflict)
}

/// Gives a definition that a document or a node file holds what it needs.
pub(crate) fn complete(definition: &mut Definition) {
    definition.complete(new_uuid);
}

fn no_network(text: Vec<u8>) -> Error {
    Error::new(FROM, ErrorCode::NO_NETWORK, text)
}

fn no_name(name: &[u8]) -> Error {
    no_network(message!("no network with matching name '%1$s'", name))
}

fn no_uuid(uuid: &Uuid) -> Error {
    no_network(message!("no network with matching uuid '%1$s'", uuid.to_string()))
}

/// Reports that a network was defined, undefined, started or stopped. `event` is a `virNetworkEventLifecycleType`.
fn report(driver: &Driver, net: remote::NonnullNetwork<'static>, event: u32) {
    driver.events.report(&Event::NetworkLifecycle { net, event: event.cast_signed(), detail: 0 });
}

impl TestSession {
    /// Calls `then` with a network, locked, and the state.
    ///
    /// # Errors
    /// There is no such network, which `missing` tells; what `then` returns.
    fn network<R>(
        &self,
        find: impl FnOnce(&Driver) -> Option<Arc<Object<Network>>>,
        missing: impl FnOnce() -> Error,
        then: impl FnOnce(&mut Locked<'_, Network>, &Driver) -> Result<R>,
    ) -> Result<R> {
        self.change(|driver| {
            let result = find(driver).and_then(|object| driver.networks.with(&object, |net| then(net, driver)));
            result.unwrap_or_else(|| Err(missing()))
        })
    }

    /// As [`TestSession::network`], by the name in the handle: most functions of the stock library's driver do so.
    fn network_by_name<R>(
        &self,
        net: &remote::NonnullNetwork<'_>,
        then: impl FnOnce(&mut Locked<'_, Network>, &Driver) -> Result<R>,
    ) -> Result<R> {
        self.network(|driver| driver.networks.by_name(&net.name), || no_name(&net.name), then)
    }

    /// As [`TestSession::network`], by the UUID in the handle.
    fn network_by_uuid<R>(
        &self,
        net: &remote::NonnullNetwork<'_>,
        then: impl FnOnce(&mut Locked<'_, Network>, &Driver) -> Result<R>,
    ) -> Result<R> {
        self.network(|driver| driver.networks.by_uuid(&net.uuid), || no_uuid(&net.uuid), then)
    }
}
