//! Entry points: storage, pool.
use crate::abi::ctypes::{
    virConnectStoragePoolEventGenericCallback, virFreeCallback, virStoragePoolInfo,
};
use crate::abi::{Array, In, InStr, Lent, LentStr, Out, OutList, Owned, OwnedStr, Status};
use crate::objects::{Connection, StoragePool, StorageVol};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::STORAGE;

#[entry(stub = "pending")]
fn virConnectFindStoragePoolSources(
    conn: In<'_, Connection>,
    r#type: InStr<'_>,
    src_spec: InStr<'_>,
    flags: c_uint,
) -> OwnedStr {
}

#[entry(stub = "pending")]
fn virConnectGetStoragePoolCapabilities(conn: In<'_, Connection>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virConnectListAllStoragePools(
    conn: In<'_, Connection>,
    pools: OutList<'_, StoragePool>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectListDefinedStoragePools(
    conn: In<'_, Connection>,
    names: Array<'_, *mut c_char>,
    maxnames: c_int,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectListStoragePools(
    conn: In<'_, Connection>,
    names: Array<'_, *mut c_char>,
    maxnames: c_int,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectNumOfDefinedStoragePools(conn: In<'_, Connection>) -> Status {}

#[entry(stub = "pending")]
fn virConnectNumOfStoragePools(conn: In<'_, Connection>) -> Status {}

#[entry(stub = "pending")]
fn virConnectStoragePoolEventDeregisterAny(conn: In<'_, Connection>, callbackid: c_int) -> Status {}

#[entry(stub = "pending")]
fn virConnectStoragePoolEventRegisterAny(
    conn: In<'_, Connection>,
    pool: In<'_, StoragePool>,
    eventid: c_int,
    cb: virConnectStoragePoolEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Status {
}

#[entry(stub = "pending")]
fn virStoragePoolBuild(pool: In<'_, StoragePool>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virStoragePoolCreate(pool: In<'_, StoragePool>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virStoragePoolCreateXML(
    conn: In<'_, Connection>,
    xml_desc: InStr<'_>,
    flags: c_uint,
) -> Owned<StoragePool> {
}

#[entry(stub = "pending")]
fn virStoragePoolDefineXML(
    conn: In<'_, Connection>,
    xml: InStr<'_>,
    flags: c_uint,
) -> Owned<StoragePool> {
}

#[entry(stub = "pending")]
fn virStoragePoolDelete(pool: In<'_, StoragePool>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virStoragePoolDestroy(pool: In<'_, StoragePool>) -> Status {}

#[entry(stub = "pending")]
fn virStoragePoolFree(pool: In<'_, StoragePool>) -> Status {}

#[entry(stub = "pending")]
fn virStoragePoolGetAutostart(pool: In<'_, StoragePool>, autostart: Out<'_, c_int>) -> Status {}

#[entry(stub = "pending")]
fn virStoragePoolGetConnect(pool: In<'_, StoragePool>) -> Lent<Connection> {}

#[entry(stub = "pending")]
fn virStoragePoolGetInfo(pool: In<'_, StoragePool>, info: Out<'_, virStoragePoolInfo>) -> Status {}

#[entry(stub = "pending")]
fn virStoragePoolGetName(pool: In<'_, StoragePool>) -> LentStr {}

#[entry(stub = "pending")]
fn virStoragePoolGetUUID(pool: In<'_, StoragePool>, uuid: Array<'_, u8>) -> Status {}

#[entry(stub = "pending")]
fn virStoragePoolGetUUIDString(pool: In<'_, StoragePool>, buf: Array<'_, c_char>) -> Status {}

#[entry(stub = "pending")]
fn virStoragePoolGetXMLDesc(pool: In<'_, StoragePool>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virStoragePoolIsActive(pool: In<'_, StoragePool>) -> Status {}

#[entry(stub = "pending")]
fn virStoragePoolIsPersistent(pool: In<'_, StoragePool>) -> Status {}

#[entry(stub = "pending")]
fn virStoragePoolListAllVolumes(
    pool: In<'_, StoragePool>,
    vols: OutList<'_, StorageVol>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virStoragePoolListVolumes(
    pool: In<'_, StoragePool>,
    names: Array<'_, *mut c_char>,
    maxnames: c_int,
) -> Status {
}

#[entry(stub = "pending")]
fn virStoragePoolLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<StoragePool> {}

#[entry(stub = "pending")]
fn virStoragePoolLookupByTargetPath(
    conn: In<'_, Connection>,
    path: InStr<'_>,
) -> Owned<StoragePool> {
}

#[entry(stub = "pending")]
fn virStoragePoolLookupByUUID(conn: In<'_, Connection>, uuid: Array<'_, u8>) -> Owned<StoragePool> {
}

#[entry(stub = "pending")]
fn virStoragePoolLookupByUUIDString(
    conn: In<'_, Connection>,
    uuidstr: InStr<'_>,
) -> Owned<StoragePool> {
}

#[entry(stub = "pending")]
fn virStoragePoolLookupByVolume(vol: In<'_, StorageVol>) -> Owned<StoragePool> {}

#[entry(stub = "pending")]
fn virStoragePoolNumOfVolumes(pool: In<'_, StoragePool>) -> Status {}

#[entry(stub = "pending")]
fn virStoragePoolRef(pool: In<'_, StoragePool>) -> Status {}

#[entry(stub = "pending")]
fn virStoragePoolRefresh(pool: In<'_, StoragePool>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virStoragePoolSetAutostart(pool: In<'_, StoragePool>, autostart: c_int) -> Status {}

#[entry(stub = "pending")]
fn virStoragePoolUndefine(pool: In<'_, StoragePool>) -> Status {}
