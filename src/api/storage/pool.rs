//! libvirt-storage.h: storage pools.
use crate::abi::ctypes::{virConnectStoragePoolEventGenericCallback, virFreeCallback, virStoragePoolInfo};
use crate::abi::{Array, Count, In, InStr, Lent, LentStr, LentText, Out, OutList, Owned, OwnedStr, Status, Truth};
use crate::objects::{Connection, EventClass, EventSource, StoragePool, StorageVol, subscribe, unsubscribe};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
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
    Ok(conn.find_storage_pool_sources(r#type.get("type")?, src_spec.opt(), flags)?.into())
}

#[entry]
fn virConnectGetStoragePoolCapabilities(conn: In<'_, Connection>, flags: c_uint) -> OwnedStr {
    Ok(conn.get()?.storage_pool_capabilities(flags)?.into())
}

#[entry]
fn virConnectListAllStoragePools(conn: In<'_, Connection>, pools: OutList<'_, StoragePool>, flags: c_uint) -> Count {
    pools.give(conn, |conn, wanted| conn.all_storage_pools(wanted, flags))
}

#[entry]
fn virConnectListDefinedStoragePools(
    conn: In<'_, Connection>,
    names: Array<'_, *mut c_char>,
    maxnames: c_int,
) -> Count {
    let conn = conn.get()?;
    names.give(("maxnames", maxnames), |max| conn.list_defined_storage_pools(max))
}

#[entry]
fn virConnectListStoragePools(conn: In<'_, Connection>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let conn = conn.get()?;
    names.give(("maxnames", maxnames), |max| conn.list_storage_pools(max))
}

#[entry]
fn virConnectNumOfDefinedStoragePools(conn: In<'_, Connection>) -> Count {
    Ok(conn.get()?.num_of_defined_storage_pools()?)
}

#[entry]
fn virConnectNumOfStoragePools(conn: In<'_, Connection>) -> Count {
    Ok(conn.get()?.num_of_storage_pools()?)
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
    Ok(pool.get()?.build(flags)?)
}

#[entry]
fn virStoragePoolCreate(pool: In<'_, StoragePool>, flags: c_uint) -> Status {
    Ok(pool.get()?.create(flags)?)
}

#[entry]
fn virStoragePoolCreateXML(conn: In<'_, Connection>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<StoragePool> {
    let conn = conn.get()?;
    conn.child(StoragePool::create_xml(conn, xml_desc.get("xmlDesc")?, flags)?)
}

#[entry]
fn virStoragePoolDefineXML(conn: In<'_, Connection>, xml: InStr<'_>, flags: c_uint) -> Owned<StoragePool> {
    let conn = conn.for_write()?;
    conn.child(StoragePool::define_xml(conn, xml.get("xml")?, flags)?)
}

#[entry]
fn virStoragePoolDelete(pool: In<'_, StoragePool>, flags: c_uint) -> Status {
    Ok(pool.get()?.delete(flags)?)
}

#[entry]
fn virStoragePoolDestroy(pool: In<'_, StoragePool>) -> Status {
    Ok(pool.get()?.destroy()?)
}

#[entry]
fn virStoragePoolFree(pool: In<'_, StoragePool>) -> Status {
    drop(pool.release()?);
    Ok(())
}

#[entry]
fn virStoragePoolGetAutostart(pool: In<'_, StoragePool>, autostart: Out<'_, c_int>) -> Status {
    let pool = pool.get()?;
    autostart.get("autostart")?.put(pool.autostart())
}

#[entry]
fn virStoragePoolGetConnect(pool: In<'_, StoragePool>) -> Lent<Connection> {
    Ok(pool.get()?.conn().pointer())
}

#[entry]
fn virStoragePoolGetInfo(pool: In<'_, StoragePool>, info: Out<'_, virStoragePoolInfo>) -> Status {
    info.zero();
    let pool = pool.get()?;
    info.get("info")?.put(pool.info())
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
    Ok(pool.get()?.xml_desc(flags)?.into())
}

#[entry]
fn virStoragePoolIsActive(pool: In<'_, StoragePool>) -> Truth {
    Ok(pool.get()?.is_active()?)
}

#[entry]
fn virStoragePoolIsPersistent(pool: In<'_, StoragePool>) -> Truth {
    Ok(pool.get()?.is_persistent()?)
}

#[entry]
fn virStoragePoolListAllVolumes(pool: In<'_, StoragePool>, vols: OutList<'_, StorageVol>, flags: c_uint) -> Count {
    let pool = pool.get()?;
    // The place is written only on success, unlike those of the other lists.
    let answer = pool.all_volumes(vols.wanted(), flags)?;
    vols.children(pool.conn(), answer)
}

#[entry]
fn virStoragePoolListVolumes(pool: In<'_, StoragePool>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let pool = pool.get()?;
    names.give(("maxnames", maxnames), |max| pool.list_volumes(max))
}

#[entry]
fn virStoragePoolLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<StoragePool> {
    let conn = conn.get()?;
    conn.child(StoragePool::lookup_by_name(conn, name.get("name")?)?)
}

#[entry]
fn virStoragePoolLookupByTargetPath(conn: In<'_, Connection>, path: InStr<'_>) -> Owned<StoragePool> {
    let conn = conn.get()?;
    conn.child(StoragePool::lookup_by_target_path(conn, path.get("path")?)?)
}

#[entry]
fn virStoragePoolLookupByUUID(conn: In<'_, Connection>, uuid: Array<'_, u8>) -> Owned<StoragePool> {
    let conn = conn.get()?;
    conn.child(StoragePool::lookup_by_uuid(conn, uuid.uuid("uuid")?)?)
}

#[entry]
fn virStoragePoolLookupByUUIDString(conn: In<'_, Connection>, uuidstr: InStr<'_>) -> Owned<StoragePool> {
    let conn = conn.get()?;
    conn.child(StoragePool::lookup_by_uuid(conn, uuidstr.uuid("uuidstr", SITE.function)?)?)
}

#[entry]
fn virStoragePoolLookupByVolume(vol: In<'_, StorageVol>) -> Owned<StoragePool> {
    let vol = vol.get()?;
    vol.conn().child(StoragePool::lookup_by_volume(vol)?)
}

#[entry]
fn virStoragePoolNumOfVolumes(pool: In<'_, StoragePool>) -> Count {
    Ok(pool.get()?.num_of_volumes()?)
}

#[entry]
fn virStoragePoolRef(pool: In<'_, StoragePool>) -> Status {
    pool.reference()
}

#[entry]
fn virStoragePoolRefresh(pool: In<'_, StoragePool>, flags: c_uint) -> Status {
    Ok(pool.get()?.refresh(flags)?)
}

#[entry]
fn virStoragePoolSetAutostart(pool: In<'_, StoragePool>, autostart: c_int) -> Status {
    Ok(pool.get()?.set_autostart(autostart)?)
}

#[entry]
fn virStoragePoolUndefine(pool: In<'_, StoragePool>) -> Status {
    Ok(pool.get()?.undefine()?)
}
