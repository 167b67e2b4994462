//! Storage pools and volumes: their state here, the topics of the driver interface in the files below.
mod conflict;
mod contents;
mod lookup;
mod pool;
mod transfer;
mod volume;

pub(crate) use conflict::check_source;
use contents::Contents;

use crate::FROM;
use crate::driver::Driver;
use crate::session::TestSession;
use oxivirt_driver_common::{Conflict, Locked, errors};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid, message};
use oxivirt_protocol::{Event, remote};
use oxivirt_sys::ForkLock;
use oxivirt_xml::storage::PoolType;
use oxivirt_xml::storage::pool::{Pool as PoolDefinition, Reported};
use oxivirt_xml::storage::volume::Volume as VolumeDefinition;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How large every pool is, in bytes.
const CAPACITY: u64 = 100 << 30;

/// A storage pool.
#[derive(Debug)]
pub(crate) struct Pool {
    /// What it is; the sizes in it are up to date.
    pub(crate) definition: PoolDefinition,
    pub(crate) active: bool,
    /// It stays when it stops.
    pub(crate) persistent: bool,
    pub(crate) autostart: bool,
    pub(crate) volumes: Volumes,
}

/// The volumes of a pool, in the order in which they came.
#[derive(Debug, Default)]
pub(crate) struct Volumes {
    next: u64,
    list: BTreeMap<u64, Volume>,
    names: BTreeMap<String, u64>,
}

/// A volume.
#[derive(Debug)]
pub(crate) struct Volume {
    pub(crate) definition: VolumeDefinition,
    /// What is in it. Shared with streams, which outlive the pool's lock, and the volume.
    contents: Arc<ForkLock<Contents>>,
}

impl Pool {
    /// Returns an empty pool.
    pub(crate) fn new(definition: PoolDefinition) -> Self {
        let mut pool =
            Self { definition, active: false, persistent: false, autostart: false, volumes: Volumes::default() };
        pool.reset_sizes();
        pool
    }

    /// Sets the sizes that a new pool has. The stock library's driver does so for one that is defined again, whatever is in it.
    pub(crate) fn reset_sizes(&mut self) {
        self.definition.capacity = Reported(CAPACITY);
        self.set_allocation(0);
    }

    fn set_allocation(&mut self, allocation: u64) {
        let definition = &mut self.definition;
        definition.allocation = Reported(allocation);
        definition.available = Reported(definition.capacity.0.wrapping_sub(allocation));
    }

    fn wire(&self) -> remote::NonnullStoragePool<'static> {
        remote::NonnullStoragePool {
            name: self.definition.name.clone().into(),
            uuid: self.definition.uuid.unwrap_or(Uuid::NIL),
        }
    }

    fn wire_volume(&self, volume: &Volume) -> remote::NonnullStorageVol<'static> {
        remote::NonnullStorageVol {
            pool: self.definition.name.clone().into(),
            name: volume.definition.name.clone().into(),
            key: volume.definition.key.clone().unwrap_or_default().into(),
        }
    }

    /// Returns where a volume is. Pools that are reached over a network have no path; the stock library's driver writes that so.
    fn path_of(&self, volume: &str) -> String {
        let target = self.definition.target.as_ref().map_or("(null)", |target| &target.path);
        format!("{target}/{volume}")
    }

    /// Adds a volume, which takes up space.
    ///
    /// # Errors
    /// Another volume has its key, path or name.
    pub(crate) fn add(&mut self, mut definition: VolumeDefinition) -> Result<()> {
        let capacity = definition.capacity.unwrap_or_default();
        definition.capacity = Some(capacity);
        let allocation = *definition.allocation.get_or_insert(capacity);
        let path = definition.target.path.get_or_insert_with(|| self.path_of(&definition.name)).clone();
        let key = definition.key.get_or_insert_with(|| path.clone()).clone();
        let refuse = |text: Vec<u8>| Err(Error::new(ErrorDomain::STORAGE, ErrorCode::OPERATION_FAILED, text));
        if self.volumes.iter().any(|other| other.definition.key.as_ref() == Some(&key)) {
            return refuse(message!("volume with key '%1$s' already exist", key));
        }
        if self.volumes.iter().any(|other| other.definition.target.path.as_ref() == Some(&path)) {
            return refuse(message!("volume with target path '%1$s' already exist", path));
        }
        if self.volumes.names.contains_key(&definition.name) {
            return refuse(message!("storage vol already exists"));
        }
        let contents = Arc::new(ForkLock::new(Contents::default(), Contents::default));
        self.volumes.insert(Volume { definition, contents });
        self.set_allocation(self.definition.allocation.0.wrapping_add(allocation.0));
        Ok(())
    }
}

impl Volumes {
    fn iter(&self) -> impl Iterator<Item = &Volume> {
        self.list.values()
    }

    fn get(&self, name: &str) -> Option<&Volume> {
        self.list.get(self.names.get(name)?)
    }

    fn get_mut(&mut self, name: &str) -> Option<&mut Volume> {
        self.list.get_mut(self.names.get(name)?)
    }

    fn insert(&mut self, volume: Volume) {
        let place = self.next;
        self.next = place.wrapping_add(1);
        self.names.insert(volume.definition.name.clone(), place);
        self.list.insert(place, volume);
    }

    fn remove(&mut self, name: &str) -> Option<Volume> {
        self.list.remove(&self.names.remove(name)?)
    }
}

/// Returns the error for a definition whose name or UUID another pool has.
pub(crate) fn conflict(definition: &PoolDefinition) -> impl FnOnce(&Conflict) -> Error + use<> {
    let name = definition.name.clone();
    move |conflict| errors::conflict(ErrorDomain::STORAGE, "pool", name.as_bytes(), conflict)
}

#[cold]
fn no_pool_named(name: &[u8]) -> Error {
    Error::new(FROM, ErrorCode::NO_STORAGE_POOL, message!("no storage pool with matching name '%1$s'", name))
}

#[cold]
fn no_pool_with(uuid: &Uuid) -> Error {
    let text = message!("no storage pool with matching uuid '%1$s'", uuid.to_string());
    Error::new(FROM, ErrorCode::NO_STORAGE_POOL, text)
}

#[cold]
fn no_volume(name: &str) -> Error {
    Error::new(FROM, ErrorCode::NO_STORAGE_VOL, message!("no storage vol with matching name '%1$s'", name))
}

/// Reports that a pool began, changed or ended: a `virStoragePoolEventLifecycleType`.
fn report(driver: &Driver, pool: remote::NonnullStoragePool<'static>, event: u32) {
    driver.events.report(&Event::StoragePoolLifecycle { pool, event: event.cast_signed(), detail: 0 });
}

/// Returns the pool as the program's handle names it.
fn handle(pool: &remote::NonnullStoragePool<'_>) -> remote::NonnullStoragePool<'static> {
    remote::NonnullStoragePool { name: pool.name.to_vec().into(), uuid: pool.uuid }
}

impl TestSession {
    /// Calls `then` with the pool of that name, locked, and the state. Most functions of the stock library's driver ask for the
    /// name, and not for the UUID that the program's handle has too.
    fn pool<R>(&self, name: &[u8], then: impl FnOnce(&mut Locked<'_, Pool>, &Driver) -> Result<R>) -> Result<R> {
        self.change(|driver| {
            let object = driver.pools.by_name(name);
            let result = object.and_then(|object| driver.pools.with(&object, |pool| then(pool, driver)));
            result.unwrap_or_else(|| Err(no_pool_named(name)))
        })
    }

    /// As [`TestSession::pool`], by the UUID.
    fn pool_by_uuid<R>(
        &self,
        uuid: &Uuid,
        then: impl FnOnce(&mut Locked<'_, Pool>, &Driver) -> Result<R>,
    ) -> Result<R> {
        self.change(|driver| {
            let object = driver.pools.by_uuid(uuid);
            let result = object.and_then(|object| driver.pools.with(&object, |pool| then(pool, driver)));
            result.unwrap_or_else(|| Err(no_pool_with(uuid)))
        })
    }

    /// As [`TestSession::pool`], refusing one that does not run.
    fn active_pool<R>(&self, name: &[u8], then: impl FnOnce(&mut Locked<'_, Pool>, &Driver) -> Result<R>) -> Result<R> {
        self.pool(name, |pool, driver| {
            if !pool.active {
                let text = message!("storage pool '%1$s' is not active", name);
                return Err(errors::invalid_operation(FROM, text));
            }
            then(pool, driver)
        })
    }

    /// As [`TestSession::pool`], refusing one that runs.
    fn inactive_pool<R>(
        &self,
        name: &[u8],
        then: impl FnOnce(&mut Locked<'_, Pool>, &Driver) -> Result<R>,
    ) -> Result<R> {
        self.pool(name, |pool, driver| {
            if pool.active {
                return Err(errors::invalid_operation(FROM, message!("storage pool '%1$s' is active", name)));
            }
            then(pool, driver)
        })
    }

    /// Calls `then` with the pool of a volume, which runs, and the volume's name.
    fn volume<R>(
        &self,
        vol: &remote::NonnullStorageVol<'_>,
        then: impl FnOnce(&mut Locked<'_, Pool>, &str) -> Result<R>,
    ) -> Result<R> {
        let name = vol.name.to_str_lossy();
        self.active_pool(&vol.pool, |pool, _| {
            pool.volumes.get(&name).ok_or_else(|| no_volume(&name))?;
            then(pool, &name)
        })
    }
}

/// Returns what volumes of such a pool are: a `virStorageVolType`.
fn volume_type(kind: PoolType) -> u32 {
    use oxivirt_model::constants::{VIR_STORAGE_VOL_BLOCK, VIR_STORAGE_VOL_FILE, VIR_STORAGE_VOL_NETWORK};
    match kind {
        PoolType::Dir | PoolType::Fs | PoolType::Netfs | PoolType::Vstorage => VIR_STORAGE_VOL_FILE,
        PoolType::Sheepdog | PoolType::IscsiDirect | PoolType::Gluster | PoolType::Rbd => VIR_STORAGE_VOL_NETWORK,
        _ => VIR_STORAGE_VOL_BLOCK,
    }
}

#[cfg(test)]
mod tests;
