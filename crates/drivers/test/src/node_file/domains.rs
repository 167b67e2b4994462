//! `<domain>` of a node file: the definition, and what the elements of the driver's namespace say of its state.
use super::State;
use crate::domain::{Definition, Domain, InitialState, Polling, conflict, definition, start};
use oxivirt_driver_common::Key;
use oxivirt_model::Result;
use oxivirt_model::constants::{VIR_DOMAIN_RUNNING_BOOTED, VIR_DOMAIN_SHUTOFF};
use oxivirt_xml::tree::Node;
use std::sync::Arc;

impl State<'_> {
    pub(super) fn read_domains(&mut self, node: Node<'_>) -> Result<()> {
        self.each(node, "domain", |state, node| {
            let (definition, initial) = definition::read(node)?;
            state.add_domain(Arc::new(definition), &initial)
        })
    }

    fn add_domain(&mut self, definition: Arc<Definition>, initial: &InitialState) -> Result<()> {
        let driver = &*self.driver;
        let fresh = Domain::new(Arc::clone(&definition));
        let key = Key { name: definition.name.as_bytes(), uuid: definition.uuid };
        let refuse = conflict(&definition);
        driver.domains.define(key, fresh, refuse, |domain, new| {
            if !new {
                domain.assign(Arc::clone(&definition), false);
            }
            domain.persistent = !initial.transient;
            domain.managed_save = initial.managed_save;
            if initial.state != VIR_DOMAIN_SHUTOFF {
                start(domain, driver, VIR_DOMAIN_RUNNING_BOOTED);
            }
            domain.set_state(initial.state, 0);
            domain.messages.check(&definition);
            domain.guest.polling = domain.definition.iothread_ids.iter().map(|one| Polling::of(one.id)).collect();
            Ok(())
        })
    }
}
