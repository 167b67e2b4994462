//! `virStoragePool`: where volumes are kept.
use super::{FROM, StorageVol};
use crate::{Connection, Function, OnConnection, Result, Str, Text, Uuid};
use oxivirt_protocol::remote;
use std::fmt;
use std::sync::Arc;

/// A storage pool. A clone is the same object.
#[derive(Debug, Clone)]
pub struct StoragePool(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    conn: Connection,
    name: Text,
    uuid: Uuid,
}

/// A `virStoragePoolState`. Numbers of newer daemons survive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PoolState(pub i32);

impl PoolState {
    /// It is not active.
    pub const INACTIVE: Self = Self(0);
    /// It is being made.
    pub const BUILDING: Self = Self(1);
    /// It works.
    pub const RUNNING: Self = Self(2);
    /// It works, with a part missing.
    pub const DEGRADED: Self = Self(3);
    /// It is active and cannot be reached.
    pub const INACCESSIBLE: Self = Self(4);
}

/// What the command line of libvirt calls the state.
impl fmt::Display for PoolState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match *self {
            Self::INACTIVE => "inactive",
            Self::BUILDING => "building",
            Self::RUNNING => "running",
            Self::DEGRADED => "degraded",
            Self::INACCESSIBLE => "inaccessible",
            _ => "unknown",
        })
    }
}

/// What [`StoragePool::info`] tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolInfo {
    /// Whether it works.
    pub state: PoolState,
    /// How large it is, in bytes.
    pub capacity: u64,
    /// How much of it is taken, in bytes.
    pub allocation: u64,
    /// How much of it is free, in bytes.
    pub available: u64,
}

impl OnConnection for StoragePool {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl StoragePool {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &Connection, wire: &remote::NonnullStoragePool<'_>) -> Self {
        Self(Arc::new(Inner { conn: conn.clone(), name: Text::from(&wire.name), uuid: wire.uuid }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullStoragePool<'_> {
        remote::NonnullStoragePool { name: self.name().into(), uuid: self.0.uuid }
    }

    /// Returns the connection it belongs to.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.0.conn
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &Text {
        &self.0.name
    }

    /// Returns the identifier that survives restarts.
    #[must_use]
    pub fn uuid(&self) -> &Uuid {
        &self.0.uuid
    }

    /// Returns the pool with this name: `virStoragePoolLookupByName`.
    ///
    /// # Errors
    /// There is no such pool.
    pub fn lookup_by_name<'a>(conn: &Connection, name: impl Into<Str<'a>>) -> Result<Self> {
        let op = conn.op(&Function("virStoragePoolLookupByName", FROM));
        let args = remote::StoragePoolLookupByNameArgs { name: name.into() };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.storage_pool_lookup_by_name(call, &args)?.pool)))
    }

    /// Returns the pool whose volumes are in this folder of the host: `virStoragePoolLookupByTargetPath`.
    ///
    /// # Errors
    /// There is no such pool.
    pub fn lookup_by_target_path<'a>(conn: &Connection, path: impl Into<Str<'a>>) -> Result<Self> {
        let op = conn.op(&Function("virStoragePoolLookupByTargetPath", FROM));
        let args = remote::StoragePoolLookupByTargetPathArgs { path: path.into() };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.storage_pool_lookup_by_target_path(call, &args)?.pool)))
    }

    /// Returns the pool with this UUID: `virStoragePoolLookupByUUID`.
    ///
    /// # Errors
    /// There is no such pool.
    pub fn lookup_by_uuid(conn: &Connection, uuid: Uuid) -> Result<Self> {
        let op = conn.op(&Function("virStoragePoolLookupByUUID", FROM));
        let args = remote::StoragePoolLookupByUuidArgs { uuid };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.storage_pool_lookup_by_uuid(call, &args)?.pool)))
    }

    /// Returns the pool that a volume is in: `virStoragePoolLookupByVolume`.
    ///
    /// # Errors
    /// The pool is gone.
    pub fn lookup_by_volume(vol: &StorageVol) -> Result<Self> {
        let op = vol.op(&Function("virStoragePoolLookupByVolume", FROM));
        let args = remote::StoragePoolLookupByVolumeArgs { vol: vol.wire() };
        op.call(|driver, call| {
            Ok(Self::from_wire(vol.conn(), &driver.storage_pool_lookup_by_volume(call, &args)?.pool))
        })
    }

    /// Starts a pool that is gone when it stops: `virStoragePoolCreateXML`. `flags` are virStoragePoolCreateFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn create_xml<'a>(conn: &Connection, xml: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let op = conn.op(&Function("virStoragePoolCreateXML", FROM)).write()?;
        let args = remote::StoragePoolCreateXmlArgs { xml: xml.into(), flags };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.storage_pool_create_xml(call, &args)?.pool)))
    }

    /// Defines a pool, or changes its definition: `virStoragePoolDefineXML`. It is not started. `flags` are
    /// virStoragePoolDefineFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn define_xml<'a>(conn: &Connection, xml: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let op = conn.op(&Function("virStoragePoolDefineXML", FROM)).write()?;
        let args = remote::StoragePoolDefineXmlArgs { xml: xml.into(), flags };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.storage_pool_define_xml(call, &args)?.pool)))
    }

    /// Makes what the pool is kept in, such as a folder or a file system: `virStoragePoolBuild`. `flags` are
    /// virStoragePoolBuildFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn build(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virStoragePoolBuild", FROM)).write()?;
        let args = remote::StoragePoolBuildArgs { pool: self.wire(), flags };
        op.call(|driver, call| driver.storage_pool_build(call, &args))
    }

    /// Starts a pool that is defined: `virStoragePoolCreate`. `flags` are virStoragePoolCreateFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn create(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virStoragePoolCreate", FROM)).write()?;
        let args = remote::StoragePoolCreateArgs { pool: self.wire(), flags };
        op.call(|driver, call| driver.storage_pool_create(call, &args))
    }

    /// Stops the pool: `virStoragePoolDestroy`. The volumes stay; without a definition the pool is gone.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn destroy(&self) -> Result<()> {
        let op = self.op(&Function("virStoragePoolDestroy", FROM)).write()?;
        let args = remote::StoragePoolDestroyArgs { pool: self.wire() };
        op.call(|driver, call| driver.storage_pool_destroy(call, &args))
    }

    /// Deletes what the pool is kept in, with everything in it: `virStoragePoolDelete`. The pool must not be active.
    /// `flags` are virStoragePoolDeleteFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn delete(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virStoragePoolDelete", FROM)).write()?;
        let args = remote::StoragePoolDeleteArgs { pool: self.wire(), flags };
        op.call(|driver, call| driver.storage_pool_delete(call, &args))
    }

    /// Removes the definition of a pool that is not active: `virStoragePoolUndefine`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn undefine(&self) -> Result<()> {
        let op = self.op(&Function("virStoragePoolUndefine", FROM)).write()?;
        let args = remote::StoragePoolUndefineArgs { pool: self.wire() };
        op.call(|driver, call| driver.storage_pool_undefine(call, &args))
    }

    /// Looks again which volumes there are: `virStoragePoolRefresh`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn refresh(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virStoragePoolRefresh", FROM)).write()?;
        let args = remote::StoragePoolRefreshArgs { pool: self.wire(), flags };
        op.call(|driver, call| driver.storage_pool_refresh(call, &args))
    }

    /// Returns true if the pool is started with the host: `virStoragePoolGetAutostart`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn autostart(&self) -> Result<bool> {
        let op = self.op(&Function("virStoragePoolGetAutostart", FROM));
        let args = remote::StoragePoolGetAutostartArgs { pool: self.wire() };
        op.call(|driver, call| Ok(driver.storage_pool_get_autostart(call, &args)?.autostart != 0))
    }

    /// Changes whether the pool is started with the host: `virStoragePoolSetAutostart`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn set_autostart(&self, autostart: impl Into<i32>) -> Result<()> {
        let op = self.op(&Function("virStoragePoolSetAutostart", FROM)).write()?;
        let args = remote::StoragePoolSetAutostartArgs { pool: self.wire(), autostart: autostart.into() };
        op.call(|driver, call| driver.storage_pool_set_autostart(call, &args))
    }

    /// Returns the definition: `virStoragePoolGetXMLDesc`. `flags` are virStorageXMLFlags.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn xml_desc(&self, flags: u32) -> Result<Text> {
        let op = self.op(&Function("virStoragePoolGetXMLDesc", FROM));
        let args = remote::StoragePoolGetXmlDescArgs { pool: self.wire(), flags };
        op.text(|driver, call| Ok(driver.storage_pool_get_xml_desc(call, &args)?.xml))
    }

    /// Returns true if the pool is active: `virStoragePoolIsActive`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn is_active(&self) -> Result<bool> {
        let op = self.op(&Function("virStoragePoolIsActive", FROM));
        let args = remote::StoragePoolIsActiveArgs { pool: self.wire() };
        op.truth_of("active", |driver, call| Ok(driver.storage_pool_is_active(call, &args)?.active))
    }

    /// Returns true if the pool is still there when it stops: `virStoragePoolIsPersistent`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn is_persistent(&self) -> Result<bool> {
        let op = self.op(&Function("virStoragePoolIsPersistent", FROM));
        let args = remote::StoragePoolIsPersistentArgs { pool: self.wire() };
        op.truth_of("persistent", |driver, call| Ok(driver.storage_pool_is_persistent(call, &args)?.persistent))
    }

    /// Returns the volumes: `virStoragePoolListAllVolumes`. `flags` are none so far.
    ///
    /// ```
    /// # use oxivirt::{Connection, StoragePool};
    /// # let daemon = oxivirt_scripted::Daemon::start()?;
    /// # let uri = daemon.uri();
    /// let conn = Connection::open(&uri)?;
    /// let pool = StoragePool::lookup_by_name(&conn, "images")?;
    /// for volume in pool.list_all_volumes(0)? {
    ///     println!("{}: {} bytes", volume.path()?, volume.info()?.capacity);
    /// #   assert_eq!(volume.path()?, "/images/web.img");
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn list_all_volumes(&self, flags: u32) -> Result<Vec<StorageVol>> {
        Ok(self.all_volumes(true, flags)?.1)
    }

    /// Returns how many objects [`StoragePool::list_all_volumes`] finds, and the objects if they are wanted.
    #[doc(hidden)]
    pub fn all_volumes(&self, wanted: bool, flags: u32) -> Result<(i32, Vec<StorageVol>)> {
        let op = self.op(&Function("virStoragePoolListAllVolumes", FROM));
        op.list(wanted, |driver, call, need_results, listed| {
            let args = remote::StoragePoolListAllVolumesArgs { pool: self.wire(), need_results, flags };
            let ret = driver.storage_pool_list_all_volumes(call, &args)?;
            listed.take(ret.ret, &ret.vols, |one| StorageVol::from_wire(self.conn(), one))
        })
    }

    /// Returns the names of at most `max` volumes: `virStoragePoolListVolumes`. Better is
    /// [`StoragePool::list_all_volumes`].
    ///
    /// # Errors
    /// `max` is negative, or the driver could not tell.
    pub fn list_volumes(&self, max: i32) -> Result<Vec<Text>> {
        let op = self.op(&Function("virStoragePoolListVolumes", FROM)).not_negative("maxnames", max)?;
        let args = remote::StoragePoolListVolumesArgs { pool: self.wire(), maxnames: max };
        op.texts(|driver, call| Ok(driver.storage_pool_list_volumes(call, &args)?.names))
    }

    /// Returns how many volumes there are: `virStoragePoolNumOfVolumes`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn num_of_volumes(&self) -> Result<i32> {
        let op = self.op(&Function("virStoragePoolNumOfVolumes", FROM));
        let args = remote::StoragePoolNumOfVolumesArgs { pool: self.wire() };
        op.number_of("num", |driver, call| Ok(driver.storage_pool_num_of_volumes(call, &args)?.num))
    }

    /// Returns the state, and how much room there is: `virStoragePoolGetInfo`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn info(&self) -> Result<PoolInfo> {
        let op = self.op(&Function("virStoragePoolGetInfo", FROM));
        let args = remote::StoragePoolGetInfoArgs { pool: self.wire() };
        let ret = op.call(|driver, call| driver.storage_pool_get_info(call, &args))?;
        Ok(PoolInfo {
            state: PoolState(ret.state.into()),
            capacity: ret.capacity,
            allocation: ret.allocation,
            available: ret.available,
        })
    }
}

impl Connection {
    /// Returns the storage pools: `virConnectListAllStoragePools`. `flags` are virConnectListAllStoragePoolsFlags, which
    /// select some of them; 0 is all.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn list_all_storage_pools(&self, flags: u32) -> Result<Vec<StoragePool>> {
        Ok(self.all_storage_pools(true, flags)?.1)
    }

    /// Returns how many objects [`Connection::list_all_storage_pools`] finds, and the objects if they are wanted.
    #[doc(hidden)]
    pub fn all_storage_pools(&self, wanted: bool, flags: u32) -> Result<(i32, Vec<StoragePool>)> {
        let op = self.op(&Function("virConnectListAllStoragePools", FROM));
        op.list(wanted, |driver, call, need_results, listed| {
            let args = remote::ConnectListAllStoragePoolsArgs { need_results, flags };
            let ret = driver.connect_list_all_storage_pools(call, &args)?;
            listed.take(ret.ret, &ret.pools, |one| StoragePool::from_wire(self, one))
        })
    }

    /// Returns the names of at most `max` pools that are not active: `virConnectListDefinedStoragePools`. Better is
    /// [`Connection::list_all_storage_pools`].
    ///
    /// # Errors
    /// `max` is negative, or the driver could not tell.
    pub fn list_defined_storage_pools(&self, max: i32) -> Result<Vec<Text>> {
        let op = self.op(&Function("virConnectListDefinedStoragePools", FROM)).not_negative("maxnames", max)?;
        let args = remote::ConnectListDefinedStoragePoolsArgs { maxnames: max };
        op.texts(|driver, call| Ok(driver.connect_list_defined_storage_pools(call, &args)?.names))
    }

    /// Returns the names of at most `max` pools that are active: `virConnectListStoragePools`. Better is
    /// [`Connection::list_all_storage_pools`].
    ///
    /// # Errors
    /// `max` is negative, or the driver could not tell.
    pub fn list_storage_pools(&self, max: i32) -> Result<Vec<Text>> {
        let op = self.op(&Function("virConnectListStoragePools", FROM)).not_negative("maxnames", max)?;
        let args = remote::ConnectListStoragePoolsArgs { maxnames: max };
        op.texts(|driver, call| Ok(driver.connect_list_storage_pools(call, &args)?.names))
    }

    /// Returns how many pools are not active: `virConnectNumOfDefinedStoragePools`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn num_of_defined_storage_pools(&self) -> Result<i32> {
        let op = self.op(&Function("virConnectNumOfDefinedStoragePools", FROM));
        op.number_of("num", |driver, call| Ok(driver.connect_num_of_defined_storage_pools(call)?.num))
    }

    /// Returns how many pools are active: `virConnectNumOfStoragePools`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn num_of_storage_pools(&self) -> Result<i32> {
        let op = self.op(&Function("virConnectNumOfStoragePools", FROM));
        op.number_of("num", |driver, call| Ok(driver.connect_num_of_storage_pools(call)?.num))
    }

    /// Returns what pools of the type `kind` could be made of, as XML: `virConnectFindStoragePoolSources`. `source` is
    /// an XML description of where to look, if the type needs one. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver could not tell.
    pub fn find_storage_pool_sources<'a>(
        &self,
        kind: impl Into<Str<'a>>,
        source: Option<impl Into<Str<'a>>>,
        flags: u32,
    ) -> Result<Text> {
        let op = self.op(&Function("virConnectFindStoragePoolSources", FROM)).write()?;
        let args =
            remote::ConnectFindStoragePoolSourcesArgs { r#type: kind.into(), src_spec: source.map(Into::into), flags };
        op.text(|driver, call| Ok(driver.connect_find_storage_pool_sources(call, &args)?.xml))
    }

    /// Returns which types of pools the driver has, as XML: `virConnectGetStoragePoolCapabilities`. `flags` are none so
    /// far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn storage_pool_capabilities(&self, flags: u32) -> Result<Text> {
        let op = self.op(&Function("virConnectGetStoragePoolCapabilities", FROM));
        let args = remote::ConnectGetStoragePoolCapabilitiesArgs { flags };
        op.text(|driver, call| Ok(driver.connect_get_storage_pool_capabilities(call, &args)?.capabilities))
    }
}
