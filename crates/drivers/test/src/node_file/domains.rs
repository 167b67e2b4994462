//! `<domain>` of a node file: the definition, and what the elements of the driver's namespace say of its state.
use super::State;
use crate::FROM;
use crate::domain::{Definition, Domain, InitialState, Polling, Snapshot, StandIn, conflict, definition, start};
use oxivirt_driver_common::{Key, Moment, errors};
use oxivirt_model::constants::{VIR_DOMAIN_RUNNING_BOOTED, VIR_DOMAIN_SHUTOFF};
use oxivirt_model::{ErrorDomain, Result, message};
use oxivirt_xml::tree::Node;
use oxivirt_xml::value::parse_signed;
use std::sync::Arc;

impl State<'_> {
    pub(super) fn read_domains(&mut self, node: Node<'_>) -> Result<()> {
        self.each(node, "domain", |state, node| {
            let (definition, initial) = definition::read(node)?;
            let snapshots = state.read_snapshots(node);
            let stand_in = StandIn::read(node, &state.file)?;
            state.add_domain(Arc::new(definition), &initial, stand_in, snapshots)
        })
    }

    /// Reads the snapshots of a domain, and which of them say that they are the current one.
    fn read_snapshots(&mut self, node: Node<'_>) -> Result<Vec<(Snapshot, bool)>> {
        let mut found = Vec::new();
        let nodes =
            node.children().filter(|node| node.name() == "domainsnapshot" && node.namespace() == definition::NAMESPACE);
        self.each_of(nodes, "domainsnapshot", &mut |_, node| {
            let snapshot = Snapshot::read(node)?;
            let active = node.element("active").map(|node| node.text());
            let Some(active) = active.and_then(|text| parse_signed(&text, 10)) else {
                let text = message!("Could not find 'active' element");
                return Err(errors::internal(ErrorDomain::DOMAIN_SNAPSHOT, text));
            };
            found.push((snapshot, active != 0));
            Ok(())
        })?;
        Ok(found)
    }

    fn add_domain(
        &mut self,
        definition: Arc<Definition>,
        initial: &InitialState,
        stand_in: Option<StandIn>,
        snapshots: Result<Vec<(Snapshot, bool)>>,
    ) -> Result<()> {
        let driver = &*self.driver;
        let fresh = Domain::new(Arc::clone(&definition));
        let key = Key { name: definition.name.as_bytes(), uuid: definition.uuid };
        let refuse = conflict(&definition);
        driver.domains.define(key, fresh, refuse, |domain, new| {
            if !new {
                domain.assign(Arc::clone(&definition), false);
            }
            add_snapshots(domain, snapshots?)?;
            domain.persistent = !initial.transient;
            domain.stand_in = stand_in.map(Box::new);
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

/// Puts the snapshots of a node file into their tree.
fn add_snapshots(domain: &mut Domain, snapshots: Vec<(Snapshot, bool)>) -> Result<()> {
    let mut current = None;
    let mut all = Vec::new();
    for (snapshot, active) in snapshots {
        if active && current.replace(snapshot.name().to_owned()).is_some() {
            return Err(errors::internal(FROM, message!("more than one snapshot claims to be active")));
        }
        all.push(snapshot);
    }
    if !domain.snapshots.add_all(all)? {
        let text = message!("Snapshots have inconsistent relations for domain %1$s", domain.definition.name);
        return Err(errors::internal(FROM, text));
    }
    if current.is_some() {
        domain.snapshots.set_current(current.as_deref());
    }
    Ok(())
}
