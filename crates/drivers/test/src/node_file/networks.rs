//! `<network>` of a node file: it runs, and is persistent.
use super::State;
use crate::network::{Definition, Network, complete, conflict};
use oxivirt_driver_common::Key;
use oxivirt_model::Result;
use oxivirt_xml::tree::Node;
use std::sync::Arc;

impl State<'_> {
    pub(super) fn read_networks(&mut self, node: Node<'_>) -> Result<()> {
        self.each(node, "network", |state, node| {
            let mut definition = Definition::read(node)?;
            complete(&mut definition);
            let definition = Arc::new(definition);
            let fresh = Network::new(Arc::clone(&definition), true);
            let key = Key { name: definition.name.as_bytes(), uuid: definition.uuid };
            state.driver.networks.define(key, fresh, conflict(&definition), |net, new| {
                if !new {
                    net.assign(Arc::clone(&definition));
                }
                net.active = true;
                Ok(())
            })
        })
    }
}
