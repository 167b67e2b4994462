//! `virStoragePoolPtr`, `virStorageVolPtr`.
use super::{Connection, OnConnection, c_text, object_on_connection, text};
use crate::abi::{Handle, Object, Ref, Result};
use oxivirt_model::{ErrorCode, ErrorDomain, Uuid};
use oxivirt_protocol::remote;
use std::ffi::CString;

/// A storage pool.
#[derive(Debug)]
pub(crate) struct StoragePool {
    pub(crate) conn: Ref<Connection>,
    pub(crate) name: CString,
    pub(crate) uuid: Uuid,
}
object_on_connection!(StoragePool, 0x6f78_000a, Some(ErrorDomain::STORAGE), ErrorCode::INVALID_STORAGE_POOL, |p| text(
    &p.name
));
impl StoragePool {
    pub(crate) fn from_wire(conn: &Handle<Connection>, wire: &remote::NonnullStoragePool<'_>) -> Result<Ref<Self>> {
        Ref::new(Self { conn: conn.counted(), name: c_text(&wire.name), uuid: wire.uuid })
    }
    pub(crate) fn wire(&self) -> remote::NonnullStoragePool<'_> {
        remote::NonnullStoragePool { name: self.name.as_c_str().into(), uuid: self.uuid }
    }
}

/// A volume of a storage pool.
#[derive(Debug)]
pub(crate) struct StorageVol {
    pub(crate) conn: Ref<Connection>,
    pub(crate) pool: CString,
    pub(crate) name: CString,
    pub(crate) key: CString,
}
object_on_connection!(
    StorageVol,
    0x6f78_000b,
    Some(ErrorDomain::STORAGE),
    ErrorCode::INVALID_STORAGE_VOL,
    |v| format!("{}/{}", text(&v.pool), text(&v.name))
);
impl StorageVol {
    pub(crate) fn from_wire(conn: &Handle<Connection>, wire: &remote::NonnullStorageVol<'_>) -> Result<Ref<Self>> {
        Ref::new(Self {
            conn: conn.counted(),
            pool: c_text(&wire.pool),
            name: c_text(&wire.name),
            key: c_text(&wire.key),
        })
    }
    pub(crate) fn wire(&self) -> remote::NonnullStorageVol<'_> {
        remote::NonnullStorageVol {
            pool: self.pool.as_c_str().into(),
            name: self.name.as_c_str().into(),
            key: self.key.as_c_str().into(),
        }
    }
}
