//! `virStorageVol`: volumes, which become disks of guests.
use super::{FROM, StoragePool};
use crate::{Connection, Function, OnConnection, Result, Str, Stream, Text};
use oxivirt_model::constants::{
    VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM, VIR_STORAGE_VOL_RESIZE_DELTA, VIR_STORAGE_VOL_RESIZE_SHRINK,
    VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM,
};
use oxivirt_model::message;
use oxivirt_protocol::remote;
use std::fmt;
use std::sync::Arc;

/// A volume of a storage pool. A clone is the same object.
#[derive(Debug, Clone)]
pub struct StorageVol(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    conn: Connection,
    pool_name: Text,
    name: Text,
    key: Text,
}

/// A `virStorageVolType`. Numbers of newer daemons survive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VolType(pub i32);

impl VolType {
    /// A file.
    pub const FILE: Self = Self(0);
    /// A block device.
    pub const BLOCK: Self = Self(1);
    /// A folder.
    pub const DIR: Self = Self(2);
    /// Reached over the network.
    pub const NETWORK: Self = Self(3);
    /// A folder reached over the network.
    pub const NETDIR: Self = Self(4);
    /// A folder with the images of a ploop device.
    pub const PLOOP: Self = Self(5);
}

/// What the command line of libvirt calls the type.
impl fmt::Display for VolType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match *self {
            Self::FILE => "file",
            Self::BLOCK => "block",
            Self::DIR => "dir",
            Self::NETWORK => "network",
            Self::NETDIR => "netdir",
            Self::PLOOP => "ploop",
            _ => "unknown",
        })
    }
}

/// What [`StorageVol::info`] tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VolInfo {
    /// What it is on the host.
    pub kind: VolType,
    /// How large it is for a guest, in bytes.
    pub capacity: u64,
    /// How much room it takes on the host, in bytes.
    pub allocation: u64,
}

impl OnConnection for StorageVol {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl StorageVol {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &Connection, wire: &remote::NonnullStorageVol<'_>) -> Self {
        Self(Arc::new(Inner {
            conn: conn.clone(),
            pool_name: Text::from(&wire.pool),
            name: Text::from(&wire.name),
            key: Text::from(&wire.key),
        }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullStorageVol<'_> {
        remote::NonnullStorageVol { pool: self.pool_name().into(), name: self.name().into(), key: self.key().into() }
    }

    /// Returns the connection it belongs to.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.0.conn
    }

    /// Returns the pool's name.
    #[must_use]
    pub fn pool_name(&self) -> &Text {
        &self.0.pool_name
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &Text {
        &self.0.name
    }

    /// Returns the key, which no other volume of the host has.
    #[must_use]
    pub fn key(&self) -> &Text {
        &self.0.key
    }

    /// Returns the volume of a pool with this name: `virStorageVolLookupByName`.
    ///
    /// # Errors
    /// There is no such volume.
    pub fn lookup_by_name<'a>(pool: &StoragePool, name: impl Into<Str<'a>>) -> Result<Self> {
        let op = pool.op(&Function("virStorageVolLookupByName", FROM));
        let args = remote::StorageVolLookupByNameArgs { pool: pool.wire(), name: name.into() };
        op.call(|driver, call| Ok(Self::from_wire(pool.conn(), &driver.storage_vol_lookup_by_name(call, &args)?.vol)))
    }

    /// Returns the volume with this key: `virStorageVolLookupByKey`.
    ///
    /// # Errors
    /// There is no such volume.
    pub fn lookup_by_key<'a>(conn: &Connection, key: impl Into<Str<'a>>) -> Result<Self> {
        let op = conn.op(&Function("virStorageVolLookupByKey", FROM));
        let args = remote::StorageVolLookupByKeyArgs { key: key.into() };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.storage_vol_lookup_by_key(call, &args)?.vol)))
    }

    /// Returns the volume that is this file of the host: `virStorageVolLookupByPath`.
    ///
    /// # Errors
    /// There is no such volume.
    pub fn lookup_by_path<'a>(conn: &Connection, path: impl Into<Str<'a>>) -> Result<Self> {
        let op = conn.op(&Function("virStorageVolLookupByPath", FROM));
        let args = remote::StorageVolLookupByPathArgs { path: path.into() };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.storage_vol_lookup_by_path(call, &args)?.vol)))
    }

    /// Makes a volume: `virStorageVolCreateXML`. `flags` are virStorageVolCreateFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn create_xml<'a>(pool: &StoragePool, xml: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let op = pool.op(&Function("virStorageVolCreateXML", FROM)).write()?;
        let args = remote::StorageVolCreateXmlArgs { pool: pool.wire(), xml: xml.into(), flags };
        op.call(|driver, call| Ok(Self::from_wire(pool.conn(), &driver.storage_vol_create_xml(call, &args)?.vol)))
    }

    /// Makes a volume with the content of another, which may be in another pool: `virStorageVolCreateXMLFrom`. `flags` are
    /// virStorageVolCreateFlags.
    ///
    /// # Errors
    /// A connection is read-only, or the driver refuses.
    pub fn create_xml_from<'a>(pool: &StoragePool, xml: impl Into<Str<'a>>, from: &Self, flags: u32) -> Result<Self> {
        let function = Function("virStorageVolCreateXMLFrom", FROM);
        let op = pool.op(&function).write()?;
        from.op(&function).write()?;
        let (xml, clonevol) = (xml.into(), from.wire());
        let args = remote::StorageVolCreateXmlFromArgs { pool: pool.wire(), xml, clonevol, flags };
        op.call(|driver, call| Ok(Self::from_wire(pool.conn(), &driver.storage_vol_create_xml_from(call, &args)?.vol)))
    }

    /// Deletes the volume: `virStorageVolDelete`. `flags` are virStorageVolDeleteFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn delete(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virStorageVolDelete", FROM)).write()?;
        let args = remote::StorageVolDeleteArgs { vol: self.wire(), flags };
        op.call(|driver, call| driver.storage_vol_delete(call, &args))
    }

    /// Overwrites the content with zeroes: `virStorageVolWipe`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn wipe(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virStorageVolWipe", FROM)).write()?;
        let args = remote::StorageVolWipeArgs { vol: self.wire(), flags };
        op.call(|driver, call| driver.storage_vol_wipe(call, &args))
    }

    /// Overwrites the content by a virStorageVolWipeAlgorithm: `virStorageVolWipePattern`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn wipe_pattern(&self, algorithm: u32, flags: u32) -> Result<()> {
        let op = self.op(&Function("virStorageVolWipePattern", FROM)).write()?;
        let args = remote::StorageVolWipePatternArgs { vol: self.wire(), algorithm, flags };
        op.call(|driver, call| driver.storage_vol_wipe_pattern(call, &args))
    }

    /// Changes the size to `capacity` bytes, or with VIR_STORAGE_VOL_RESIZE_DELTA by so many: `virStorageVolResize`. `flags` are
    /// virStorageVolResizeFlags.
    ///
    /// # Errors
    /// The connection is read-only, `capacity` is 0 without a flag that gives it a meaning, or the driver refuses.
    pub fn resize(&self, capacity: u64, flags: u32) -> Result<()> {
        let function = Function("virStorageVolResize", FROM);
        let op = self.op(&function).write()?;
        if capacity == 0 && flags & (VIR_STORAGE_VOL_RESIZE_DELTA | VIR_STORAGE_VOL_RESIZE_SHRINK) == 0 {
            let text = message!("capacity in %1$s cannot be zero without 'delta' or 'shrink' flags set", function.0);
            return Err(function.invalid("capacity", text));
        }
        let args = remote::StorageVolResizeArgs { vol: self.wire(), capacity, flags };
        op.call(|driver, call| driver.storage_vol_resize(call, &args))
    }

    /// Opens `stream` for reading the content: `virStorageVolDownload`. It begins at the byte `offset` and has at most `length`
    /// bytes; 0 is all that follow. `flags` are virStorageVolDownloadFlags.
    ///
    /// # Errors
    /// The connection is read-only, `stream` belongs to another one, or the driver refuses.
    pub fn download(&self, stream: &Stream, offset: u64, length: u64, flags: u32) -> Result<()> {
        let op = self.op(&Function("virStorageVolDownload", FROM)).write()?;
        self.must_match(stream, op.function())?;
        let args = remote::StorageVolDownloadArgs { vol: self.wire(), offset, length, flags };
        let sparse = flags & VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM != 0;
        op.open(stream, sparse, |driver, call| driver.storage_vol_download(call, &args))
    }

    /// Opens `stream` for writing the content: `virStorageVolUpload`. It begins at the byte `offset` and may have `length` bytes;
    /// 0 is no limit. `flags` are virStorageVolUploadFlags. Whether all went well is known when the stream is finished.
    ///
    /// # Errors
    /// The connection is read-only, `stream` belongs to another one, or the driver refuses.
    pub fn upload(&self, stream: &Stream, offset: u64, length: u64, flags: u32) -> Result<()> {
        let op = self.op(&Function("virStorageVolUpload", FROM)).write()?;
        self.must_match(stream, op.function())?;
        let args = remote::StorageVolUploadArgs { vol: self.wire(), offset, length, flags };
        let sparse = flags & VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM != 0;
        op.open(stream, sparse, |driver, call| driver.storage_vol_upload(call, &args))
    }

    /// Refuses a stream of another connection.
    #[doc(hidden)]
    pub fn must_match(&self, stream: &Stream, function: &Function) -> Result<()> {
        if stream.connection().is_same(self.conn()) {
            return Ok(());
        }
        let name = self.name().as_bytes();
        let text = message!("stream in %1$s must match connection of volume '%2$s'", function.0, name);
        Err(function.invalid("stream", text))
    }

    /// Returns the type and the size: `virStorageVolGetInfo`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn info(&self) -> Result<VolInfo> {
        let op = self.op(&Function("virStorageVolGetInfo", FROM));
        let args = remote::StorageVolGetInfoArgs { vol: self.wire() };
        let ret = op.call(|driver, call| driver.storage_vol_get_info(call, &args))?;
        Ok(VolInfo { kind: VolType(ret.r#type.into()), capacity: ret.capacity, allocation: ret.allocation })
    }

    /// Returns the type and the size: `virStorageVolGetInfoFlags`. `flags` are virStorageVolInfoFlags: with
    /// VIR_STORAGE_VOL_GET_PHYSICAL the allocation is the size of the file.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn info_flags(&self, flags: u32) -> Result<VolInfo> {
        let op = self.op(&Function("virStorageVolGetInfoFlags", FROM));
        let args = remote::StorageVolGetInfoFlagsArgs { vol: self.wire(), flags };
        let ret = op.call(|driver, call| driver.storage_vol_get_info_flags(call, &args))?;
        Ok(VolInfo { kind: VolType(ret.r#type.into()), capacity: ret.capacity, allocation: ret.allocation })
    }

    /// Returns the host's name of the file or device, which becomes a disk of a guest: `virStorageVolGetPath`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn path(&self) -> Result<Text> {
        let op = self.op(&Function("virStorageVolGetPath", FROM));
        let args = remote::StorageVolGetPathArgs { vol: self.wire() };
        op.text(|driver, call| Ok(driver.storage_vol_get_path(call, &args)?.name))
    }

    /// Returns the definition: `virStorageVolGetXMLDesc`. `flags` are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn xml_desc(&self, flags: u32) -> Result<Text> {
        let op = self.op(&Function("virStorageVolGetXMLDesc", FROM));
        let args = remote::StorageVolGetXmlDescArgs { vol: self.wire(), flags };
        op.text(|driver, call| Ok(driver.storage_vol_get_xml_desc(call, &args)?.xml))
    }
}
