//! Defining, starting, stopping and changing networks.
use super::{Definition, Network, complete, conflict, report};
use crate::FROM;
use crate::domain::check_flags;
use crate::session::TestSession;
use oxivirt_driver_common::{Key, errors, schema};
use oxivirt_model::constants::*;
use oxivirt_model::{ErrorDomain, Result, message};
use oxivirt_protocol::remote;
use std::sync::Arc;

fn parse(xml: &[u8]) -> Result<Arc<Definition>> {
    let mut definition = Definition::parse(xml)?;
    complete(&mut definition);
    Ok(Arc::new(definition))
}

fn key(definition: &Definition) -> Key<'_> {
    Key { name: definition.name.as_bytes(), uuid: definition.uuid }
}

impl TestSession {
    /// Starts a network that is gone when it stops, or one that is defined and stopped, with this definition.
    pub(super) fn create_network(&self, xml: &[u8], flags: u32) -> Result<remote::NonnullNetwork<'static>> {
        check_flags("testNetworkCreateXMLFlags", flags, VIR_NETWORK_CREATE_VALIDATE)?;
        schema::NETWORK.check(flags & VIR_NETWORK_CREATE_VALIDATE != 0, xml)?;
        let definition = parse(xml)?;
        let fresh = Network::new(Arc::clone(&definition), false);
        self.change(|driver| {
            driver.networks.define(key(&definition), fresh, conflict(&definition), |net, new| {
                if !new {
                    if net.active {
                        let text = message!("network is already active as '%1$s'", net.definition.name);
                        return Err(errors::invalid_operation(ErrorDomain::NETWORK, text));
                    }
                    net.assign_live(Arc::clone(&definition));
                }
                net.active = true;
                report(driver, net.wire(), VIR_NETWORK_EVENT_STARTED);
                Ok(net.wire())
            })
        })
    }

    /// Defines a network, or what it becomes when it is started the next time.
    pub(super) fn define_network(&self, xml: &[u8], flags: u32) -> Result<remote::NonnullNetwork<'static>> {
        check_flags("testNetworkDefineXMLFlags", flags, VIR_NETWORK_DEFINE_VALIDATE)?;
        schema::NETWORK.check(flags & VIR_NETWORK_DEFINE_VALIDATE != 0, xml)?;
        let definition = parse(xml)?;
        let fresh = Network::new(Arc::clone(&definition), true);
        self.change(|driver| {
            driver.networks.define(key(&definition), fresh, conflict(&definition), |net, new| {
                if !new {
                    net.assign(Arc::clone(&definition));
                }
                report(driver, net.wire(), VIR_NETWORK_EVENT_DEFINED);
                Ok(net.wire())
            })
        })
    }

    pub(super) fn start_network(&self, handle: &remote::NonnullNetwork<'_>) -> Result<()> {
        self.network_by_name(handle, |net, driver| {
            if net.active {
                let text = message!("Network '%1$s' is already running", handle.name.as_bytes());
                return Err(errors::invalid_operation(FROM, text));
            }
            net.active = true;
            report(driver, net.wire(), VIR_NETWORK_EVENT_STARTED);
            Ok(())
        })
    }

    /// Stops a network, whether it runs or not.
    pub(super) fn stop_network(&self, handle: &remote::NonnullNetwork<'_>) -> Result<()> {
        self.network_by_name(handle, |net, driver| {
            net.active = false;
            net.ports.clear();
            report(driver, net.wire(), VIR_NETWORK_EVENT_STOPPED);
            if !net.persistent {
                net.remove();
            }
            Ok(())
        })
    }

    pub(super) fn undefine_network(&self, handle: &remote::NonnullNetwork<'_>) -> Result<()> {
        self.network_by_name(handle, |net, driver| {
            if net.active {
                let text = message!("Network '%1$s' is still running", handle.name.as_bytes());
                return Err(errors::invalid_operation(FROM, text));
            }
            report(driver, net.wire(), VIR_NETWORK_EVENT_UNDEFINED);
            net.remove();
            Ok(())
        })
    }

    pub(super) fn update_network(&self, args: &remote::NetworkUpdateArgs<'_>) -> Result<()> {
        let known = VIR_NETWORK_UPDATE_AFFECT_LIVE | VIR_NETWORK_UPDATE_AFFECT_CONFIG;
        check_flags("testNetworkUpdate", args.flags, known)?;
        self.network_by_uuid(&args.net, |net, _| {
            let impact = net.impact(args.flags)?;
            let changed = |definition: &Definition| -> Result<Arc<Definition>> {
                let mut definition = definition.clone();
                definition.update(args.command, args.section, args.parent_index, &args.xml)?;
                Ok(Arc::new(definition))
            };
            // Both or none of them.
            let live = impact.live.then(|| changed(&net.definition)).transpose()?;
            let config = impact.config.then(|| changed(net.config())).transpose()?;
            if let Some(config) = config {
                if net.active {
                    net.next = Some(config);
                } else {
                    net.definition = config;
                }
            }
            if let Some(live) = live {
                net.definition = live;
            }
            Ok(())
        })
    }
}
