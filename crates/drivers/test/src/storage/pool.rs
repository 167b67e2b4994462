//! Storage pools.
use super::lookup::FILTERS;
use super::{Pool, check_source, conflict, handle, no_pool_named, no_pool_with, report};
use crate::FROM;
use crate::domain::{check_flags, new_uuid};
use crate::driver::Driver;
use crate::node_device::vport;
use crate::session::TestSession;
use oxivirt_driver_common::answer::{at_most, count, wanted};
use oxivirt_driver_common::schema;
use oxivirt_driver_common::{Key, Object, errors};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::driver::StoragePool;
use oxivirt_protocol::{Call, Event, remote};
use oxivirt_xml::storage::PoolType;
use oxivirt_xml::storage::adapter::{Adapter, AdapterType};
use oxivirt_xml::storage::pool::{Pool as Definition, PoolDevice, PoolHost, PoolSource};
use oxivirt_xml::value::Value;
use std::sync::Arc;

/// Returns the adapter of a pool that is reached through a virtual port of its own. It lives as long as a pool that was created runs;
/// starting a defined pool makes none, as in the stock library. The device's lock is taken under the pool's.
fn fc_host(definition: &Definition) -> Option<&Adapter> {
    definition.source.adapter.as_ref().filter(|adapter| adapter.kind == Some(AdapterType::FcHost))
}

type Found = Result<remote::NonnullStoragePool<'static>>;

fn parse(xml: &[u8]) -> Result<Definition> {
    let mut definition = Definition::parse(xml)?;
    definition.complete(new_uuid);
    Ok(definition)
}

/// Adds a pool, or finds the one that has the name and UUID already, and calls `then` with it and true if it is new.
fn define<R>(
    driver: &Driver,
    definition: &Definition,
    then: impl FnOnce(&mut oxivirt_driver_common::Locked<'_, Pool>, bool) -> Result<R>,
) -> Result<R> {
    check_source(driver, definition)?;
    let key = Key { name: definition.name.as_bytes(), uuid: definition.uuid };
    driver.pools.define(key, Pool::new(definition.clone()), conflict(definition), then)
}

impl TestSession {
    fn found_pool(
        &self,
        find: impl FnOnce(&Driver) -> Option<Arc<Object<Pool>>>,
        none: impl FnOnce() -> Error,
    ) -> Found {
        let driver = self.driver()?;
        let found = find(driver).and_then(|object| driver.pools.with(&object, |pool| pool.wire()));
        found.ok_or_else(none)
    }

    fn pool_named(&self, name: &[u8]) -> Found {
        self.found_pool(|driver| driver.pools.by_name(name), || no_pool_named(name))
    }

    fn pool_names(&self, flags: u32, max: i32) -> Result<Vec<oxivirt_xdr::Str<'static>>> {
        let names = self.driver()?.listed_pools(flags, |pool| pool.definition.name.clone().into());
        Ok(at_most(names, max))
    }

    fn number_of_pools(&self, flags: u32) -> Result<i32> {
        Ok(count(self.driver()?.listed_pools(flags, |_| ()).len()))
    }
}

/// What there is to find for pools on volume groups, and on file servers.
fn sources(kind: PoolType, told: Option<&PoolSource>) -> Result<Option<Vec<PoolSource>>> {
    match kind {
        PoolType::Logical => {
            let group = |device: &str, name: &str| PoolSource {
                devices: vec![PoolDevice { path: device.to_owned(), ..PoolDevice::default() }],
                name: Some(name.to_owned()),
                format: Some("lvm2".to_owned()),
                ..PoolSource::default()
            };
            Ok(Some(vec![group("/dev/sda20", "testvg1"), group("/dev/sda21", "testvg2")]))
        }
        PoolType::Netfs => {
            let host = told.and_then(|source| source.hosts.first()).ok_or_else(|| {
                errors::invalid_argument(FROM, message!("hostname must be specified for netfs sources"))
            })?;
            Ok(Some(vec![PoolSource {
                hosts: vec![PoolHost { name: host.name.clone(), port: 0 }],
                dir: Some("/testshare".to_owned()),
                format: Some("nfs".to_owned()),
                ..PoolSource::default()
            }]))
        }
        _ => Ok(None),
    }
}

impl StoragePool for TestSession {
    fn connect_num_of_storage_pools(&self, _: &mut Call) -> Result<remote::ConnectNumOfStoragePoolsRet> {
        Ok(remote::ConnectNumOfStoragePoolsRet { num: self.number_of_pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)? })
    }

    fn connect_list_storage_pools<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListStoragePoolsArgs,
    ) -> Result<remote::ConnectListStoragePoolsRet<'c>> {
        let names = self.pool_names(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE, args.maxnames)?;
        Ok(remote::ConnectListStoragePoolsRet { names })
    }

    fn connect_num_of_defined_storage_pools(&self, _: &mut Call) -> Result<remote::ConnectNumOfDefinedStoragePoolsRet> {
        let num = self.number_of_pools(VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE)?;
        Ok(remote::ConnectNumOfDefinedStoragePoolsRet { num })
    }

    fn connect_list_defined_storage_pools<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListDefinedStoragePoolsArgs,
    ) -> Result<remote::ConnectListDefinedStoragePoolsRet<'c>> {
        let names = self.pool_names(VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE, args.maxnames)?;
        Ok(remote::ConnectListDefinedStoragePoolsRet { names })
    }

    fn connect_list_all_storage_pools<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListAllStoragePoolsArgs,
    ) -> Result<remote::ConnectListAllStoragePoolsRet<'c>> {
        check_flags("testConnectListAllStoragePools", args.flags, FILTERS)?;
        let driver = self.driver()?;
        if args.need_results == 0 {
            // The stock library counts all, whatever the flags are.
            let ret = count(driver.pools.len()).cast_unsigned();
            return Ok(remote::ConnectListAllStoragePoolsRet { pools: Vec::new(), ret });
        }
        let (pools, ret) = wanted(1, driver.listed_pools(args.flags, Pool::wire));
        Ok(remote::ConnectListAllStoragePoolsRet { pools, ret })
    }

    fn connect_find_storage_pool_sources<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectFindStoragePoolSourcesArgs<'_>,
    ) -> Result<remote::ConnectFindStoragePoolSourcesRet<'c>> {
        check_flags("testConnectFindStoragePoolSources", args.flags, 0)?;
        let name = args.r#type.to_str_lossy();
        let unsupported = || {
            let text = message!("pool type '%1$s' does not support source discovery", name);
            Error::new(FROM, ErrorCode::NO_SUPPORT, text)
        };
        let kind = PoolType::parse(&name);
        if kind == Some(PoolType::Dir) {
            // The stock library takes the first type for none, and unknown ones for any.
            return Err(errors::internal(FROM, message!("unknown storage pool type %1$s", name)));
        }
        let kind = kind.ok_or_else(unsupported)?;
        let told = args.src_spec.as_ref().map(|spec| PoolSource::parse_spec(spec, kind)).transpose()?;
        match sources(kind, told.as_ref())? {
            Some(found) => Ok(remote::ConnectFindStoragePoolSourcesRet { xml: PoolSource::format_list(&found).into() }),
            None => Err(unsupported()),
        }
    }

    fn storage_pool_create_xml<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StoragePoolCreateXmlArgs<'_>,
    ) -> Result<remote::StoragePoolCreateXmlRet<'c>> {
        check_flags("testStoragePoolCreateXML", args.flags, 0)?;
        let definition = parse(&args.xml)?;
        self.change(|driver| {
            define(driver, &definition, |pool, new| {
                if !new {
                    if pool.active {
                        return Err(super::conflict::is_active(&definition.name));
                    }
                    pool.definition = definition.clone();
                    pool.reset_sizes();
                    pool.persistent = false;
                }
                if let Some(adapter) = fc_host(&definition) {
                    let name = |name: &Option<String>| name.clone().unwrap_or_default();
                    vport::make(driver, &name(&adapter.wwnn), &name(&adapter.wwpn), adapter.parent.clone())?;
                }
                pool.active = true;
                report(driver, pool.wire(), VIR_STORAGE_POOL_EVENT_STARTED);
                Ok(remote::StoragePoolCreateXmlRet { pool: pool.wire() })
            })
        })
    }

    fn storage_pool_define_xml<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StoragePoolDefineXmlArgs<'_>,
    ) -> Result<remote::StoragePoolDefineXmlRet<'c>> {
        check_flags("testStoragePoolDefineXML", args.flags, VIR_STORAGE_POOL_DEFINE_VALIDATE)?;
        schema::STORAGE_POOL.check(args.flags & VIR_STORAGE_POOL_DEFINE_VALIDATE != 0, &args.xml)?;
        let definition = parse(&args.xml)?;
        self.change(|driver| {
            define(driver, &definition, |pool, new| {
                if !new && !pool.active {
                    pool.definition = definition.clone();
                }
                pool.reset_sizes();
                pool.persistent = true;
                report(driver, pool.wire(), VIR_STORAGE_POOL_EVENT_DEFINED);
                Ok(remote::StoragePoolDefineXmlRet { pool: pool.wire() })
            })
        })
    }

    fn storage_pool_create(&self, _: &mut Call, args: &remote::StoragePoolCreateArgs<'_>) -> Result<()> {
        check_flags("testStoragePoolCreate", args.flags, 0)?;
        self.inactive_pool(&args.pool.name, |pool, driver| {
            pool.active = true;
            report(driver, handle(&args.pool), VIR_STORAGE_POOL_EVENT_STARTED);
            Ok(())
        })
    }

    fn storage_pool_build(&self, _: &mut Call, args: &remote::StoragePoolBuildArgs<'_>) -> Result<()> {
        check_flags("testStoragePoolBuild", args.flags, 0)?;
        self.inactive_pool(&args.pool.name, |_, driver| {
            report(driver, handle(&args.pool), VIR_STORAGE_POOL_EVENT_CREATED);
            Ok(())
        })
    }

    fn storage_pool_destroy(&self, _: &mut Call, args: &remote::StoragePoolDestroyArgs<'_>) -> Result<()> {
        self.active_pool(&args.pool.name, |pool, driver| {
            pool.active = false;
            if fc_host(&pool.definition).is_some() {
                // As in the stock library: whoever made it, and without it the pool is stopped, but nobody hears of that.
                vport::unmake(driver)?;
            }
            report(driver, pool.wire(), VIR_STORAGE_POOL_EVENT_STOPPED);
            if !pool.persistent {
                pool.remove();
            }
            Ok(())
        })
    }

    fn storage_pool_delete(&self, _: &mut Call, args: &remote::StoragePoolDeleteArgs<'_>) -> Result<()> {
        check_flags("testStoragePoolDelete", args.flags, 0)?;
        self.inactive_pool(&args.pool.name, |_, driver| {
            report(driver, handle(&args.pool), VIR_STORAGE_POOL_EVENT_DELETED);
            Ok(())
        })
    }

    fn storage_pool_undefine(&self, _: &mut Call, args: &remote::StoragePoolUndefineArgs<'_>) -> Result<()> {
        self.inactive_pool(&args.pool.name, |pool, driver| {
            report(driver, handle(&args.pool), VIR_STORAGE_POOL_EVENT_UNDEFINED);
            pool.remove();
            Ok(())
        })
    }

    fn storage_pool_refresh(&self, _: &mut Call, args: &remote::StoragePoolRefreshArgs<'_>) -> Result<()> {
        check_flags("testStoragePoolRefresh", args.flags, 0)?;
        self.active_pool(&args.pool.name, |_, driver| {
            driver.events.report(&Event::StoragePoolRefresh { pool: handle(&args.pool) });
            Ok(())
        })
    }

    fn storage_pool_lookup_by_name<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StoragePoolLookupByNameArgs<'_>,
    ) -> Result<remote::StoragePoolLookupByNameRet<'c>> {
        Ok(remote::StoragePoolLookupByNameRet { pool: self.pool_named(&args.name)? })
    }

    fn storage_pool_lookup_by_uuid<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StoragePoolLookupByUuidArgs,
    ) -> Result<remote::StoragePoolLookupByUuidRet<'c>> {
        let pool = self.found_pool(|driver| driver.pools.by_uuid(&args.uuid), || no_pool_with(&args.uuid))?;
        Ok(remote::StoragePoolLookupByUuidRet { pool })
    }

    fn storage_pool_lookup_by_volume<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StoragePoolLookupByVolumeArgs<'_>,
    ) -> Result<remote::StoragePoolLookupByVolumeRet<'c>> {
        Ok(remote::StoragePoolLookupByVolumeRet { pool: self.pool_named(&args.vol.pool)? })
    }

    /// The stock library's test driver has no such function; this is what its storage driver does.
    fn storage_pool_lookup_by_target_path<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StoragePoolLookupByTargetPathArgs<'_>,
    ) -> Result<remote::StoragePoolLookupByTargetPathRet<'c>> {
        let path = args.path.to_str_lossy();
        let wanted = path.trim_end_matches('/');
        let found = self.driver()?.listed_pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE, |pool| {
            let target = pool.definition.target.as_ref();
            target.is_some_and(|target| target.path.trim_end_matches('/') == wanted).then(|| pool.wire())
        });
        match found.into_iter().flatten().next() {
            Some(pool) => Ok(remote::StoragePoolLookupByTargetPathRet { pool }),
            None => {
                let text = message!("no storage pool with matching target path '%1$s'", path);
                Err(Error::new(ErrorDomain::STORAGE, ErrorCode::NO_STORAGE_POOL, text))
            }
        }
    }

    fn storage_pool_get_info(
        &self,
        _: &mut Call,
        args: &remote::StoragePoolGetInfoArgs<'_>,
    ) -> Result<remote::StoragePoolGetInfoRet> {
        self.pool(&args.pool.name, |pool, _| {
            let state = if pool.active { VIR_STORAGE_POOL_RUNNING } else { VIR_STORAGE_POOL_INACTIVE };
            Ok(remote::StoragePoolGetInfoRet {
                state: u8::try_from(state).unwrap_or(u8::MAX),
                capacity: pool.definition.capacity.0,
                allocation: pool.definition.allocation.0,
                available: pool.definition.available.0,
            })
        })
    }

    fn storage_pool_get_xml_desc<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::StoragePoolGetXmlDescArgs<'_>,
    ) -> Result<remote::StoragePoolGetXmlDescRet<'c>> {
        check_flags("testStoragePoolGetXMLDesc", args.flags, 0)?;
        self.pool(&args.pool.name, |pool, _| {
            Ok(remote::StoragePoolGetXmlDescRet { xml: pool.definition.format().into() })
        })
    }

    fn storage_pool_get_autostart(
        &self,
        _: &mut Call,
        args: &remote::StoragePoolGetAutostartArgs<'_>,
    ) -> Result<remote::StoragePoolGetAutostartRet> {
        self.pool(&args.pool.name, |pool, _| {
            let autostart = pool.persistent && pool.autostart;
            Ok(remote::StoragePoolGetAutostartRet { autostart: autostart.into() })
        })
    }

    fn storage_pool_set_autostart(&self, _: &mut Call, args: &remote::StoragePoolSetAutostartArgs<'_>) -> Result<()> {
        self.pool(&args.pool.name, |pool, _| {
            if !pool.persistent {
                return Err(errors::invalid_argument(FROM, message!("pool has no config file")));
            }
            pool.autostart = args.autostart != 0;
            Ok(())
        })
    }

    fn storage_pool_is_active(
        &self,
        _: &mut Call,
        args: &remote::StoragePoolIsActiveArgs<'_>,
    ) -> Result<remote::StoragePoolIsActiveRet> {
        let active = self.pool_by_uuid(&args.pool.uuid, |pool, _| Ok(pool.active))?;
        Ok(remote::StoragePoolIsActiveRet { active: active.into() })
    }

    fn storage_pool_is_persistent(
        &self,
        _: &mut Call,
        args: &remote::StoragePoolIsPersistentArgs<'_>,
    ) -> Result<remote::StoragePoolIsPersistentRet> {
        let persistent = self.pool_by_uuid(&args.pool.uuid, |pool, _| Ok(pool.persistent))?;
        Ok(remote::StoragePoolIsPersistentRet { persistent: persistent.into() })
    }
}
