//! `<pool>` of a node file, and the `<volume>`s in it.
use super::State;
use crate::domain::new_uuid;
use crate::storage::{Pool, check_source, conflict};
use oxivirt_driver_common::Key;
use oxivirt_model::Result;
use oxivirt_xml::storage::pool::Pool as Definition;
use oxivirt_xml::storage::volume::{Capacity, Volume};
use oxivirt_xml::tree::Node;

impl State<'_> {
    pub(super) fn read_pools(&mut self, node: Node<'_>) -> Result<()> {
        self.each(node, "pool", |state, node| {
            let mut definition = Definition::read(node)?;
            definition.complete(new_uuid);
            let mut volumes = Vec::new();
            let kind = definition.kind;
            let read = state.each(node, "volume", |_, node| {
                volumes.push(Volume::read(node, kind, Capacity::Needed)?);
                Ok(())
            });
            // A pool that cannot be added is the first error.
            state.add_pool(definition, volumes)?;
            read
        })
    }

    fn add_pool(&mut self, definition: Definition, volumes: Vec<Volume>) -> Result<()> {
        let pools = &self.driver.pools;
        check_source(self.driver, &definition)?;
        let key = Key { name: definition.name.as_bytes(), uuid: definition.uuid };
        pools.define(key, Pool::new(definition.clone()), conflict(&definition), |pool, _| {
            // As in the stock library, one that is described twice is the first, with the volumes of both.
            pool.reset_sizes();
            (pool.active, pool.persistent) = (true, true);
            volumes.into_iter().try_for_each(|volume| pool.add(volume))
        })
    }
}
