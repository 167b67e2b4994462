//! The objects of one kind: in the order in which they came, found by name, UUID and number.
//!
//! An object is changed under its own lock, so that a long call about one does not hold up the others. The list's lock is held for
//! moments only, and nothing is taken under it; who has an object may lock it when it has been removed meanwhile, and is told so.
use oxivirt_model::{Result, Uuid};
use oxivirt_sys::ForkLock;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// An object of a list.
pub struct Object<T> {
    /// Where it stands; unique for the list's lifetime.
    place: u64,
    /// Empty when the object is not in the list any more, and in a forked child whose parent was changing it.
    slot: ForkLock<Option<T>>,
}

/// What an object is found by. Kinds without UUIDs have `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key<'a> {
    /// Its name.
    pub name: &'a [u8],
    /// Its UUID.
    pub uuid: Option<Uuid>,
}

/// Who has the name or the UUID of an object that is to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// An object with another UUID has the name.
    Name {
        /// That object's UUID.
        uuid: Option<Uuid>,
    },
    /// An object with another name has the UUID.
    Uuid {
        /// That object's name.
        name: Vec<u8>,
        /// The UUID.
        uuid: Option<Uuid>,
    },
}

/// A list of objects.
pub struct ObjectList<T> {
    next: AtomicU64,
    index: ForkLock<Index<T>>,
}

struct Index<T> {
    objects: BTreeMap<u64, Arc<Object<T>>>,
    keys: Keys,
}

/// Places by key. Apart from the objects, so that its code is there once for all kinds.
#[derive(Default)]
struct Keys {
    names: BTreeMap<Arc<[u8]>, u64>,
    uuids: BTreeMap<Uuid, u64>,
    ids: BTreeMap<i32, u64>,
    places: BTreeMap<u64, Entry>,
}

struct Entry {
    name: Arc<[u8]>,
    uuid: Option<Uuid>,
    id: Option<i32>,
    /// Whoever defined the object has done so.
    complete: bool,
}

/// What stands in the way of an object that is to be added.
enum Taken {
    /// The same object, at this place.
    Same(u64),
    Other(Conflict),
}

impl Keys {
    fn add(&mut self, key: Key<'_>, place: u64) -> Result<(), Taken> {
        let by_name = self.names.get(key.name).copied();
        let by_uuid = key.uuid.and_then(|uuid| self.uuids.get(&uuid).copied());
        match (by_uuid, by_name) {
            (None, None) => {}
            // Without UUIDs the name is all there is.
            (None, Some(place)) if key.uuid.is_none() => return Err(Taken::Same(place)),
            (Some(place), Some(named)) if place == named => return Err(Taken::Same(place)),
            (Some(place), _) => {
                let name = self.places.get(&place).map(|entry| entry.name.to_vec()).unwrap_or_default();
                return Err(Taken::Other(Conflict::Uuid { name, uuid: key.uuid }));
            }
            (None, Some(place)) => {
                let uuid = self.places.get(&place).and_then(|entry| entry.uuid);
                return Err(Taken::Other(Conflict::Name { uuid }));
            }
        }
        let name: Arc<[u8]> = key.name.into();
        self.names.insert(Arc::clone(&name), place);
        if let Some(uuid) = key.uuid {
            self.uuids.insert(uuid, place);
        }
        self.places.insert(place, Entry { name, uuid: key.uuid, id: None, complete: false });
        Ok(())
    }

    fn complete(&mut self, place: u64) {
        if let Some(entry) = self.places.get_mut(&place) {
            entry.complete = true;
        }
    }

    fn remove(&mut self, place: u64) {
        let Some(entry) = self.places.remove(&place) else { return };
        self.names.remove(&entry.name);
        if let Some(uuid) = entry.uuid {
            self.uuids.remove(&uuid);
        }
        if let Some(id) = entry.id {
            self.ids.remove(&id);
        }
    }

    fn set_id(&mut self, place: u64, id: Option<i32>) {
        let Some(entry) = self.places.get_mut(&place) else { return };
        let old = std::mem::replace(&mut entry.id, id);
        if let Some(old) = old {
            self.ids.remove(&old);
        }
        if let Some(id) = id {
            self.ids.insert(id, place);
        }
    }

    /// Returns false if another object has the name.
    fn rename(&mut self, place: u64, name: &[u8]) -> bool {
        if self.names.contains_key(name) {
            return false;
        }
        if let Some(entry) = self.places.get_mut(&place) {
            let name: Arc<[u8]> = name.into();
            let old = std::mem::replace(&mut entry.name, Arc::clone(&name));
            self.names.remove(&old);
            self.names.insert(name, place);
        }
        true
    }
}

impl<T> Index<T> {
    fn new() -> Self {
        Self { objects: BTreeMap::new(), keys: Keys::default() }
    }

    fn at(&self, place: Option<&u64>) -> Option<Arc<Object<T>>> {
        self.objects.get(place?).map(Arc::clone)
    }

    fn remove(&mut self, place: u64) {
        self.keys.remove(place);
        self.objects.remove(&place);
    }
}

impl<T> Default for ObjectList<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> ObjectList<T> {
    /// Returns an empty list.
    #[must_use]
    pub fn new() -> Self {
        Self { next: AtomicU64::new(0), index: ForkLock::new(Index::new(), Index::new) }
    }

    /// Returns how many objects there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.index.lock().objects.len()
    }

    /// Returns true if there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns all objects in the order in which they came. Some may be removed by the time they are locked.
    #[must_use]
    pub fn all(&self) -> Vec<Arc<Object<T>>> {
        self.index.lock().objects.values().map(Arc::clone).collect()
    }

    /// Returns the object of that name.
    #[must_use]
    pub fn by_name(&self, name: &[u8]) -> Option<Arc<Object<T>>> {
        let index = self.index.lock();
        index.at(index.keys.names.get(name))
    }

    /// Returns the object with that UUID.
    #[must_use]
    pub fn by_uuid(&self, uuid: &Uuid) -> Option<Arc<Object<T>>> {
        let index = self.index.lock();
        index.at(index.keys.uuids.get(uuid))
    }

    /// Returns the object with that number.
    #[must_use]
    pub fn by_id(&self, id: i32) -> Option<Arc<Object<T>>> {
        let index = self.index.lock();
        index.at(index.keys.ids.get(&id))
    }

    /// Calls `then` with the locked object. Returns `None` if the object is not in the list any more.
    pub fn with<R>(&self, object: &Object<T>, then: impl FnOnce(&mut Locked<'_, T>) -> R) -> Option<R> {
        let mut slot = object.slot.lock();
        let value = slot.as_mut()?;
        let mut locked = Locked { list: self, place: object.place, value, removed: false };
        let result = then(&mut locked);
        if locked.removed {
            *slot = None;
        }
        Some(result)
    }

    /// Calls `then` with every object, locked one after the other, in the order in which they came.
    pub fn each(&self, mut then: impl FnMut(&mut Locked<'_, T>)) {
        for object in self.all() {
            self.with(&object, &mut then);
        }
    }

    /// Returns what `of` makes of the key and the number of each object, in the order in which they came. `of` is called under the list's
    /// lock; no object is locked or looked at, which for many is several times as fast as [`ObjectList::each`].
    pub fn keys<R>(&self, mut of: impl FnMut(Key<'_>, Option<i32>) -> R) -> Vec<R> {
        let index = self.index.lock();
        let complete = index.keys.places.values().filter(|entry| entry.complete);
        let mut found = Vec::with_capacity(index.keys.places.len());
        found.extend(complete.map(|entry| of(Key { name: &entry.name, uuid: entry.uuid }, entry.id)));
        found
    }

    /// Returns what `of` makes of each object that `wanted` selects, in the order in which they came.
    pub fn select<R>(&self, wanted: impl Fn(&T) -> bool, mut of: impl FnMut(&T) -> R) -> Vec<R> {
        let mut found = Vec::new();
        self.each(|object| {
            if wanted(object) {
                found.push(of(object));
            }
        });
        found
    }

    /// Adds `fresh`, or finds the object that has the name and UUID already, and calls `then` with the locked object and true if it
    /// is new. A new object is not seen by anybody before `then` returns, and is not added if that fails.
    ///
    /// # Errors
    /// What `then` returns; or what `refuse` makes of the object that has the name or the UUID and not the other.
    pub fn define<R>(
        &self,
        key: Key<'_>,
        fresh: T,
        refuse: impl FnOnce(&Conflict) -> oxivirt_model::Error,
        then: impl FnOnce(&mut Locked<'_, T>, bool) -> Result<R>,
    ) -> Result<R> {
        let place = self.next.fetch_add(1, Ordering::Relaxed);
        let object = Arc::new(Object { place, slot: ForkLock::new(Some(fresh), || None) });
        loop {
            // Nobody else can have it. Whoever finds the object in the list waits until it is complete.
            let mut own = object.slot.lock();
            match self.add(key, &object) {
                Added::New => {
                    let Some(value) = own.as_mut() else { continue };
                    let mut locked = Locked { list: self, place, value, removed: false };
                    let result = then(&mut locked, true);
                    if result.is_err() {
                        locked.remove();
                    }
                    if locked.removed {
                        *own = None;
                    } else {
                        self.index.lock().keys.complete(place);
                    }
                    return result;
                }
                Added::Exists(existing) => {
                    drop(own);
                    let mut slot = existing.slot.lock();
                    let Some(value) = slot.as_mut() else {
                        // Removed meanwhile, or lost in a forked child.
                        self.index.lock().remove(existing.place);
                        continue;
                    };
                    let mut locked = Locked { list: self, place: existing.place, value, removed: false };
                    let result = then(&mut locked, false);
                    if locked.removed {
                        *slot = None;
                    }
                    return result;
                }
                Added::Refused(conflict) => return Err(refuse(&conflict)),
            }
        }
    }

    fn add(&self, key: Key<'_>, object: &Arc<Object<T>>) -> Added<T> {
        let mut index = self.index.lock();
        match index.keys.add(key, object.place) {
            Ok(()) => {
                index.objects.insert(object.place, Arc::clone(object));
                Added::New
            }
            Err(Taken::Same(place)) => match index.at(Some(&place)) {
                Some(existing) => Added::Exists(existing),
                None => Added::Refused(Conflict::Name { uuid: key.uuid }),
            },
            Err(Taken::Other(conflict)) => Added::Refused(conflict),
        }
    }
}

/// What came of adding an object.
enum Added<T> {
    New,
    /// It was there already.
    Exists(Arc<Object<T>>),
    Refused(Conflict),
}

/// A locked object.
pub struct Locked<'a, T> {
    list: &'a ObjectList<T>,
    place: u64,
    value: &'a mut T,
    removed: bool,
}

impl<T> Locked<'_, T> {
    /// Takes the object out of the list. Who has it already is told when he locks it.
    pub fn remove(&mut self) {
        self.removed = true;
        self.list.index.lock().remove(self.place);
    }

    /// Sets the number by which the object is found; `None` for none.
    pub fn set_id(&mut self, id: Option<i32>) {
        self.list.index.lock().keys.set_id(self.place, id);
    }

    /// Changes the name by which the object is found. Returns false, and changes nothing, if an object has that name.
    #[must_use]
    pub fn rename(&mut self, name: &[u8]) -> bool {
        self.list.index.lock().keys.rename(self.place, name)
    }
}

impl<T> Deref for Locked<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value
    }
}

impl<T> DerefMut for Locked<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.value
    }
}

impl<T> fmt::Debug for Object<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Object").field("place", &self.place).finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for ObjectList<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ObjectList")
    }
}

impl<T: fmt::Debug> fmt::Debug for Locked<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

#[cfg(test)]
#[path = "list_tests.rs"]
mod tests;
