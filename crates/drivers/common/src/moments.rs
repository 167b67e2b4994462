//! The snapshots, or the checkpoints, of a domain: a tree by the names of the parents, one of which is the current one.
//!
//! Children are listed as the stock library lists them: those that came last first. The tree is part of the domain and under its lock.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use std::collections::BTreeMap;

/// What a tree is made of: the definition of a snapshot or a checkpoint.
pub trait Moment {
    /// Returns its name, by which it is found.
    fn name(&self) -> &str;

    /// Returns the name of the one it is based on.
    fn parent(&self) -> Option<&str>;

    /// Changes what it is based on.
    fn set_parent(&mut self, parent: Option<String>);
}

/// Which of them a list has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Selection {
    /// Not only children, but their children too.
    pub descendants: bool,
    /// Parents before their children.
    pub topological: bool,
    /// Only those without children.
    pub leaves: bool,
    /// Only those with children.
    pub no_leaves: bool,
}

/// The tree.
#[derive(Debug)]
pub struct Moments<T> {
    next: u64,
    nodes: BTreeMap<u64, Node<T>>,
    names: BTreeMap<String, u64>,
    /// Those without a parent, the first one first.
    roots: Vec<u64>,
    current: Option<u64>,
}

#[derive(Debug)]
struct Node<T> {
    value: T,
    parent: Option<u64>,
    /// The first one first.
    children: Vec<u64>,
}

impl<T> Default for Moments<T> {
    fn default() -> Self {
        Self { next: 0, nodes: BTreeMap::new(), names: BTreeMap::new(), roots: Vec::new(), current: None }
    }
}

impl<T: Moment> Moments<T> {
    /// Returns how many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Returns true if there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Returns the one of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        self.names.get(name).and_then(|place| self.at(*place))
    }

    /// Returns the current one.
    #[must_use]
    pub fn current(&self) -> Option<&T> {
        self.current.and_then(|place| self.at(place))
    }

    /// Makes the one of that name the current one; `None`: there is no current one any more.
    pub fn set_current(&mut self, name: Option<&str>) {
        self.current = name.and_then(|name| self.names.get(name)).copied();
    }

    /// Refuses one whose parent is not there, or is based on it.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG`.
    pub fn check_relations(&self, name: &str, parent: Option<&str>) -> Result<()> {
        let refused = |text: Vec<u8>| Err(Error::new(ErrorDomain::DOMAIN, ErrorCode::INVALID_ARG, text));
        let Some(parent) = parent else { return Ok(()) };
        if parent == name {
            return refused(message!("cannot set moment %1$s as its own parent", name));
        }
        let Some(mut other) = self.get(parent) else {
            return refused(message!("parent %1$s for moment %2$s not found", parent, name));
        };
        // A tree that was checked has no cycles, but may name parents that are gone.
        for _ in 0..self.len() {
            let Some(above) = other.parent() else { break };
            if above == name {
                return refused(message!("parent %1$s would create cycle to %2$s", other.name(), name));
            }
            let Some(above) = self.get(above) else { break };
            other = above;
        }
        Ok(())
    }

    /// Adds one below its parent, or at the top if that is not there.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_FAILED`: there is one of that name.
    pub fn add(&mut self, value: T) -> Result<()> {
        self.check_new(value.name())?;
        let place = self.insert(value);
        self.link(place);
        Ok(())
    }

    /// Refuses a name that is taken.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_FAILED`.
    pub fn check_new(&self, name: &str) -> Result<()> {
        if self.names.contains_key(name) {
            let text = message!("domain moment %1$s already exists", name);
            return Err(Error::new(ErrorDomain::DOMAIN, ErrorCode::OPERATION_FAILED, text));
        }
        Ok(())
    }

    /// Adds many at once, whose parents may come after them. Returns false if a parent is missing or below its child: then all are
    /// there, such ones at the top, and none is the current one.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_FAILED`: two have the same name; what came before them was added.
    pub fn add_all(&mut self, values: Vec<T>) -> Result<bool> {
        let mut places = Vec::new();
        for value in values {
            self.check_new(value.name())?;
            places.push(self.insert(value));
        }
        let mut consistent = true;
        for place in places {
            let parent = self.parent_place(place);
            let wanted = self.at(place).is_some_and(|value| value.parent().is_some());
            let mut above = parent;
            while above.is_some_and(|above| above != place) {
                above = above.and_then(|above| self.nodes.get(&above)?.parent);
            }
            let parent = parent.filter(|_| above.is_none());
            consistent &= parent.is_some() || !wanted;
            self.link_to(place, parent);
        }
        if !consistent {
            self.current = None;
        }
        Ok(consistent)
    }

    /// Puts one in place of that of the same name, whose children it takes over, or adds it.
    pub fn replace(&mut self, value: T) {
        let Some(place) = self.names.get(value.name()).copied() else {
            let place = self.insert(value);
            self.link(place);
            return;
        };
        self.unlink(place);
        if let Some(node) = self.nodes.get_mut(&place) {
            node.value = value;
        }
        self.link(place);
    }

    /// Removes all that are based on the one of that name, which becomes the current one if one of them was.
    pub fn remove_descendants(&mut self, name: &str) {
        let Some(top) = self.names.get(name).copied() else { return };
        let mut below = Vec::new();
        self.collect(top, &mut below);
        if self.current.is_some_and(|current| below.contains(&current)) {
            self.current = Some(top);
        }
        for place in below {
            self.forget(place);
        }
        if let Some(node) = self.nodes.get_mut(&top) {
            node.children.clear();
        }
    }

    /// Removes the one of that name. Its children become those of its parent, which becomes the current one if it was.
    pub fn remove(&mut self, name: &str) {
        let Some(place) = self.names.get(name).copied() else { return };
        let Some(node) = self.nodes.get_mut(&place) else { return };
        let (parent, children) = (node.parent, std::mem::take(&mut node.children));
        let above = parent.and_then(|parent| self.at(parent)).map(|parent| parent.name().to_owned());
        for child in &children {
            if let Some(child) = self.nodes.get_mut(child) {
                child.parent = parent;
                child.value.set_parent(above.clone());
            }
        }
        self.siblings(parent).extend(children);
        self.unlink(place);
        if self.current == Some(place) {
            self.current = self.parent_place(place);
        }
        self.forget(place);
    }

    /// Returns those below the one of that name, or all, that are selected.
    #[must_use]
    pub fn list(&self, from: Option<&str>, selection: Selection) -> Vec<&T> {
        let top = from.map(|name| self.names.get(name).copied());
        let mut places = Vec::new();
        match top {
            Some(None) => {}
            // Without an order as they came.
            None if selection.descendants && !selection.topological => places.extend(self.nodes.keys()),
            None if selection.descendants => {
                for root in self.roots.iter().rev() {
                    places.push(*root);
                    self.collect(*root, &mut places);
                }
            }
            None => places.extend(self.roots.iter().rev()),
            Some(Some(top)) if selection.descendants => self.collect(top, &mut places),
            Some(Some(top)) => places.extend(self.nodes.get(&top).iter().flat_map(|node| node.children.iter().rev())),
        }
        let nodes = places.into_iter().filter_map(|place| self.nodes.get(&place));
        let selected = nodes.filter(|node| {
            let leaf = node.children.is_empty();
            (leaf || !selection.leaves) && (!leaf || !selection.no_leaves)
        });
        selected.map(|node| &node.value).collect()
    }

    fn at(&self, place: u64) -> Option<&T> {
        self.nodes.get(&place).map(|node| &node.value)
    }

    fn insert(&mut self, value: T) -> u64 {
        let place = self.next;
        self.next = place.wrapping_add(1);
        self.names.insert(value.name().to_owned(), place);
        self.nodes.insert(place, Node { value, parent: None, children: Vec::new() });
        place
    }

    fn parent_place(&self, place: u64) -> Option<u64> {
        self.names.get(self.at(place)?.parent()?).copied()
    }

    fn link(&mut self, place: u64) {
        let parent = self.parent_place(place);
        self.link_to(place, parent);
    }

    fn link_to(&mut self, place: u64, parent: Option<u64>) {
        if let Some(node) = self.nodes.get_mut(&place) {
            node.parent = parent;
        }
        self.siblings(parent).push(place);
    }

    fn unlink(&mut self, place: u64) {
        let parent = self.nodes.get(&place).and_then(|node| node.parent);
        self.siblings(parent).retain(|other| *other != place);
    }

    fn siblings(&mut self, parent: Option<u64>) -> &mut Vec<u64> {
        match parent.and_then(|parent| self.nodes.get_mut(&parent)) {
            Some(node) => &mut node.children,
            None => &mut self.roots,
        }
    }

    fn forget(&mut self, place: u64) {
        if let Some(node) = self.nodes.remove(&place) {
            self.names.remove(node.value.name());
        }
    }

    /// Adds what is below a place, parents before children. Without recursion: programs decide how deep it is.
    fn collect(&self, top: u64, into: &mut Vec<u64>) {
        let children = |place: &u64| self.nodes.get(place).map(|node| node.children.as_slice()).unwrap_or_default();
        let mut waiting: Vec<u64> = children(&top).to_vec();
        while let Some(place) = waiting.pop() {
            into.push(place);
            waiting.extend(children(&place));
        }
    }
}

#[cfg(test)]
#[path = "moments_tests.rs"]
mod tests;
