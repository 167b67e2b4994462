//! Entry points: storage, volume.
use crate::abi::ctypes::virStorageVolInfo;
use crate::abi::{In, InStr, Lent, LentStr, Out, Owned, OwnedStr, Status};
use crate::objects::{Connection, StoragePool, StorageVol, Stream};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_uint, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::STORAGE;

#[entry(stub = "pending")]
fn virStorageVolCreateXML(
    pool: In<'_, StoragePool>,
    xml_desc: InStr<'_>,
    flags: c_uint,
) -> Owned<StorageVol> {
}

#[entry(stub = "pending")]
fn virStorageVolCreateXMLFrom(
    pool: In<'_, StoragePool>,
    xml_desc: InStr<'_>,
    clonevol: In<'_, StorageVol>,
    flags: c_uint,
) -> Owned<StorageVol> {
}

#[entry(stub = "pending")]
fn virStorageVolDelete(vol: In<'_, StorageVol>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virStorageVolDownload(
    vol: In<'_, StorageVol>,
    stream: In<'_, Stream>,
    offset: c_ulonglong,
    length: c_ulonglong,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virStorageVolFree(vol: In<'_, StorageVol>) -> Status {}

#[entry(stub = "pending")]
fn virStorageVolGetConnect(vol: In<'_, StorageVol>) -> Lent<Connection> {}

#[entry(stub = "pending")]
fn virStorageVolGetInfo(vol: In<'_, StorageVol>, info: Out<'_, virStorageVolInfo>) -> Status {}

#[entry(stub = "pending")]
fn virStorageVolGetInfoFlags(
    vol: In<'_, StorageVol>,
    info: Out<'_, virStorageVolInfo>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virStorageVolGetKey(vol: In<'_, StorageVol>) -> LentStr {}

#[entry(stub = "pending")]
fn virStorageVolGetName(vol: In<'_, StorageVol>) -> LentStr {}

#[entry(stub = "pending")]
fn virStorageVolGetPath(vol: In<'_, StorageVol>) -> OwnedStr {}

#[entry(stub = "pending")]
fn virStorageVolGetXMLDesc(vol: In<'_, StorageVol>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virStorageVolLookupByKey(conn: In<'_, Connection>, key: InStr<'_>) -> Owned<StorageVol> {}

#[entry(stub = "pending")]
fn virStorageVolLookupByName(pool: In<'_, StoragePool>, name: InStr<'_>) -> Owned<StorageVol> {}

#[entry(stub = "pending")]
fn virStorageVolLookupByPath(conn: In<'_, Connection>, path: InStr<'_>) -> Owned<StorageVol> {}

#[entry(stub = "pending")]
fn virStorageVolRef(vol: In<'_, StorageVol>) -> Status {}

#[entry(stub = "pending")]
fn virStorageVolResize(vol: In<'_, StorageVol>, capacity: c_ulonglong, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virStorageVolUpload(
    vol: In<'_, StorageVol>,
    stream: In<'_, Stream>,
    offset: c_ulonglong,
    length: c_ulonglong,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virStorageVolWipe(vol: In<'_, StorageVol>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virStorageVolWipePattern(vol: In<'_, StorageVol>, algorithm: c_uint, flags: c_uint) -> Status {}
