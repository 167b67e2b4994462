//! libvirt-storage.h: storage pools.
use crate::abi::ctypes::{virConnectStoragePoolEventGenericCallback, virFreeCallback, virStoragePoolInfo};
use crate::abi::{
    Array, Count, Handle, In, InStr, Lent, LentStr, LentText, Out, OutList, Owned, OwnedStr, Ref, Result, Status,
    answered,
};
use crate::objects::{
    Connection, EventClass, EventSource, FromWire, HasDriver, StoragePool, StorageVol, subscribe, unsubscribe,
};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, Uuid};
use oxivirt_protocol::remote;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::STORAGE;

#[entry]
fn virConnectFindStoragePoolSources(
    conn: In<'_, Connection>,
    r#type: InStr<'_>,
    src_spec: InStr<'_>,
    flags: c_uint,
) -> OwnedStr {
    let conn = conn.get()?;
    let r#type = r#type.get("type")?.into();
    conn.writable()?;
    let src_spec = src_spec.opt().map(Into::into);
    let args = remote::ConnectFindStoragePoolSourcesArgs { r#type, src_spec, flags };
    conn.ask_text(|driver, call| Ok(driver.connect_find_storage_pool_sources(call, &args)?.xml))
}

#[entry]
fn virConnectGetStoragePoolCapabilities(conn: In<'_, Connection>, flags: c_uint) -> OwnedStr {
    let conn = conn.get()?;
    let args = remote::ConnectGetStoragePoolCapabilitiesArgs { flags };
    conn.ask_text(|driver, call| Ok(driver.connect_get_storage_pool_capabilities(call, &args)?.capabilities))
}

#[entry]
fn virConnectListAllStoragePools(conn: In<'_, Connection>, pools: OutList<'_, StoragePool>, flags: c_uint) -> Count {
    pools.list(conn, |conn, call, need_results| {
        let args = remote::ConnectListAllStoragePoolsArgs { need_results, flags };
        let ret = conn.driver().connect_list_all_storage_pools(call, &args)?;
        Ok((ret.ret, ret.pools))
    })
}

#[entry]
fn virConnectListDefinedStoragePools(
    conn: In<'_, Connection>,
    names: Array<'_, *mut c_char>,
    maxnames: c_int,
) -> Count {
    let conn = conn.get()?;
    names.list(("maxnames", maxnames), |call| {
        let args = remote::ConnectListDefinedStoragePoolsArgs { maxnames };
        Ok(conn.driver().connect_list_defined_storage_pools(call, &args)?.names)
    })
}

#[entry]
fn virConnectListStoragePools(conn: In<'_, Connection>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let conn = conn.get()?;
    names.list(("maxnames", maxnames), |call| {
        let args = remote::ConnectListStoragePoolsArgs { maxnames };
        Ok(conn.driver().connect_list_storage_pools(call, &args)?.names)
    })
}

#[entry]
fn virConnectNumOfDefinedStoragePools(conn: In<'_, Connection>) -> Count {
    let conn = conn.get()?;
    answered(conn.ask(|driver, call| Ok(driver.connect_num_of_defined_storage_pools(call)?.num))?, "num")
}

#[entry]
fn virConnectNumOfStoragePools(conn: In<'_, Connection>) -> Count {
    let conn = conn.get()?;
    answered(conn.ask(|driver, call| Ok(driver.connect_num_of_storage_pools(call)?.num))?, "num")
}

#[entry]
fn virConnectStoragePoolEventDeregisterAny(conn: In<'_, Connection>, callbackid: c_int) -> Status {
    unsubscribe(conn, EventClass::StoragePool, callbackid)
}

#[entry]
fn virConnectStoragePoolEventRegisterAny(
    conn: In<'_, Connection>,
    pool: In<'_, StoragePool>,
    eventid: c_int,
    cb: virConnectStoragePoolEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Count {
    subscribe((conn, pool), EventSource::StoragePool, eventid, cb, (opaque, freecb))
}

#[entry]
fn virStoragePoolBuild(pool: In<'_, StoragePool>, flags: c_uint) -> Status {
    let pool = pool.for_write()?;
    let args = remote::StoragePoolBuildArgs { pool: pool.wire(), flags };
    pool.ask(|driver, call| driver.storage_pool_build(call, &args))
}

#[entry]
fn virStoragePoolCreate(pool: In<'_, StoragePool>, flags: c_uint) -> Status {
    let pool = pool.for_write()?;
    let args = remote::StoragePoolCreateArgs { pool: pool.wire(), flags };
    pool.ask(|driver, call| driver.storage_pool_create(call, &args))
}

#[entry]
fn virStoragePoolCreateXML(conn: In<'_, Connection>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<StoragePool> {
    let conn = conn.get()?;
    let xml = xml_desc.get("xmlDesc")?.into();
    conn.writable()?;
    let args = remote::StoragePoolCreateXmlArgs { xml, flags };
    StoragePool::asked(conn, |driver, call| Ok(driver.storage_pool_create_xml(call, &args)?.pool))
}

#[entry]
fn virStoragePoolDefineXML(conn: In<'_, Connection>, xml: InStr<'_>, flags: c_uint) -> Owned<StoragePool> {
    let conn = conn.for_write()?;
    let xml = xml.get("xml")?.into();
    let args = remote::StoragePoolDefineXmlArgs { xml, flags };
    StoragePool::asked(conn, |driver, call| Ok(driver.storage_pool_define_xml(call, &args)?.pool))
}

#[entry]
fn virStoragePoolDelete(pool: In<'_, StoragePool>, flags: c_uint) -> Status {
    let pool = pool.for_write()?;
    let args = remote::StoragePoolDeleteArgs { pool: pool.wire(), flags };
    pool.ask(|driver, call| driver.storage_pool_delete(call, &args))
}

#[entry]
fn virStoragePoolDestroy(pool: In<'_, StoragePool>) -> Status {
    let pool = pool.for_write()?;
    let args = remote::StoragePoolDestroyArgs { pool: pool.wire() };
    pool.ask(|driver, call| driver.storage_pool_destroy(call, &args))
}

#[entry]
fn virStoragePoolFree(pool: In<'_, StoragePool>) -> Status {
    drop(pool.release()?);
    Ok(())
}

#[entry]
fn virStoragePoolGetAutostart(pool: In<'_, StoragePool>, autostart: Out<'_, c_int>) -> Status {
    let pool = pool.get()?;
    let autostart = autostart.get("autostart")?;
    let args = remote::StoragePoolGetAutostartArgs { pool: pool.wire() };
    let ret = pool.ask(|driver, call| driver.storage_pool_get_autostart(call, &args))?;
    autostart.write(ret.autostart);
    Ok(())
}

#[entry]
fn virStoragePoolGetConnect(pool: In<'_, StoragePool>) -> Lent<Connection> {
    Ok(pool.get()?.conn().pointer())
}

#[entry]
fn virStoragePoolGetInfo(pool: In<'_, StoragePool>, info: Out<'_, virStoragePoolInfo>) -> Status {
    info.zero();
    let pool = pool.get()?;
    let info = info.get("info")?;
    let args = remote::StoragePoolGetInfoArgs { pool: pool.wire() };
    let ret = pool.ask(|driver, call| driver.storage_pool_get_info(call, &args))?;
    info.write(virStoragePoolInfo {
        state: ret.state.into(),
        capacity: ret.capacity,
        allocation: ret.allocation,
        available: ret.available,
    });
    Ok(())
}

#[entry]
fn virStoragePoolGetName(pool: In<'_, StoragePool>) -> LentStr {
    Ok(LentText::of(pool.get()?.name()))
}

#[entry]
fn virStoragePoolGetUUID(pool: In<'_, StoragePool>, uuid: Array<'_, u8>) -> Status {
    uuid.write_uuid("uuid", pool.get()?.uuid())
}

#[entry]
fn virStoragePoolGetUUIDString(pool: In<'_, StoragePool>, buf: Array<'_, c_char>) -> Status {
    buf.write_uuid_text("buf", pool.get()?.uuid())
}

#[entry]
fn virStoragePoolGetXMLDesc(pool: In<'_, StoragePool>, flags: c_uint) -> OwnedStr {
    let pool = pool.get()?;
    let args = remote::StoragePoolGetXmlDescArgs { pool: pool.wire(), flags };
    pool.ask_text(|driver, call| Ok(driver.storage_pool_get_xml_desc(call, &args)?.xml))
}

#[entry]
fn virStoragePoolIsActive(pool: In<'_, StoragePool>) -> Count {
    let pool = pool.get()?;
    let args = remote::StoragePoolIsActiveArgs { pool: pool.wire() };
    answered(pool.ask(|driver, call| Ok(driver.storage_pool_is_active(call, &args)?.active))?, "active")
}

#[entry]
fn virStoragePoolIsPersistent(pool: In<'_, StoragePool>) -> Count {
    let pool = pool.get()?;
    let args = remote::StoragePoolIsPersistentArgs { pool: pool.wire() };
    answered(pool.ask(|driver, call| Ok(driver.storage_pool_is_persistent(call, &args)?.persistent))?, "persistent")
}

#[entry]
fn virStoragePoolListAllVolumes(pool: In<'_, StoragePool>, vols: OutList<'_, StorageVol>, flags: c_uint) -> Count {
    let pool = pool.get()?;
    let wanted = vols.wanted();
    let args = remote::StoragePoolListAllVolumesArgs { pool: pool.wire(), need_results: wanted.into(), flags };
    let mut call = pool.call();
    let ret = pool.driver().storage_pool_list_all_volumes(&mut call, &args)?;
    vols.reply(wanted, ret.ret, &ret.vols, |v| StorageVol::replied(pool.conn(), v))
}

#[entry]
fn virStoragePoolListVolumes(pool: In<'_, StoragePool>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let pool = pool.get()?;
    names.list(("maxnames", maxnames), |call| {
        let args = remote::StoragePoolListVolumesArgs { pool: pool.wire(), maxnames };
        Ok(pool.driver().storage_pool_list_volumes(call, &args)?.names)
    })
}

#[entry]
fn virStoragePoolLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<StoragePool> {
    let conn = conn.get()?;
    let args = remote::StoragePoolLookupByNameArgs { name: name.get("name")?.into() };
    StoragePool::asked(conn, |driver, call| Ok(driver.storage_pool_lookup_by_name(call, &args)?.pool))
}

#[entry]
fn virStoragePoolLookupByTargetPath(conn: In<'_, Connection>, path: InStr<'_>) -> Owned<StoragePool> {
    let conn = conn.get()?;
    let args = remote::StoragePoolLookupByTargetPathArgs { path: path.get("path")?.into() };
    StoragePool::asked(conn, |driver, call| Ok(driver.storage_pool_lookup_by_target_path(call, &args)?.pool))
}

#[entry]
fn virStoragePoolLookupByUUID(conn: In<'_, Connection>, uuid: Array<'_, u8>) -> Owned<StoragePool> {
    let conn = conn.get()?;
    by_uuid(conn, uuid.uuid("uuid")?)
}

#[entry]
fn virStoragePoolLookupByUUIDString(conn: In<'_, Connection>, uuidstr: InStr<'_>) -> Owned<StoragePool> {
    let conn = conn.get()?;
    by_uuid(conn, uuidstr.uuid("uuidstr", SITE.function)?)
}

fn by_uuid(conn: &Handle<Connection>, uuid: Uuid) -> Result<Ref<StoragePool>> {
    let args = remote::StoragePoolLookupByUuidArgs { uuid };
    StoragePool::asked(conn, |driver, call| Ok(driver.storage_pool_lookup_by_uuid(call, &args)?.pool))
}

#[entry]
fn virStoragePoolLookupByVolume(vol: In<'_, StorageVol>) -> Owned<StoragePool> {
    let vol = vol.get()?;
    let args = remote::StoragePoolLookupByVolumeArgs { vol: vol.wire() };
    StoragePool::asked(vol.conn(), |driver, call| Ok(driver.storage_pool_lookup_by_volume(call, &args)?.pool))
}

#[entry]
fn virStoragePoolNumOfVolumes(pool: In<'_, StoragePool>) -> Count {
    let pool = pool.get()?;
    let args = remote::StoragePoolNumOfVolumesArgs { pool: pool.wire() };
    answered(pool.ask(|driver, call| Ok(driver.storage_pool_num_of_volumes(call, &args)?.num))?, "num")
}

#[entry]
fn virStoragePoolRef(pool: In<'_, StoragePool>) -> Status {
    pool.reference()
}

#[entry]
fn virStoragePoolRefresh(pool: In<'_, StoragePool>, flags: c_uint) -> Status {
    let pool = pool.for_write()?;
    let args = remote::StoragePoolRefreshArgs { pool: pool.wire(), flags };
    pool.ask(|driver, call| driver.storage_pool_refresh(call, &args))
}

#[entry]
fn virStoragePoolSetAutostart(pool: In<'_, StoragePool>, autostart: c_int) -> Status {
    let pool = pool.for_write()?;
    let args = remote::StoragePoolSetAutostartArgs { pool: pool.wire(), autostart };
    pool.ask(|driver, call| driver.storage_pool_set_autostart(call, &args))
}

#[entry]
fn virStoragePoolUndefine(pool: In<'_, StoragePool>) -> Status {
    let pool = pool.for_write()?;
    let args = remote::StoragePoolUndefineArgs { pool: pool.wire() };
    pool.ask(|driver, call| driver.storage_pool_undefine(call, &args))
}
