//! libvirt-storage.h: volumes.
use crate::abi::ctypes::virStorageVolInfo;
use crate::abi::{Handle, In, InStr, Lent, LentStr, LentText, Out, Owned, OwnedStr, Result, Status};
use crate::objects::{Connection, StoragePool, StorageVol, Stream};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, Function};
use std::ffi::{c_uint, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::STORAGE;

/// A volume whose content goes through a stream of the same connection.
fn with_stream<'a>(
    vol: In<'a, StorageVol>,
    stream: In<'a, Stream>,
    function: &'static str,
) -> Result<(&'a Handle<StorageVol>, &'a Handle<Stream>)> {
    vol.get()?;
    let stream = stream.get()?;
    // The connection that errors go to is the volume's.
    let vol = vol.for_write()?;
    vol.must_match(stream, &Function(function, FROM))?;
    Ok((vol, stream))
}

#[entry]
fn virStorageVolCreateXML(pool: In<'_, StoragePool>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<StorageVol> {
    let pool = pool.get()?;
    pool.conn().child(StorageVol::create_xml(pool, xml_desc.get("xmlDesc")?, flags)?)
}

#[entry]
fn virStorageVolCreateXMLFrom(
    pool: In<'_, StoragePool>,
    xml_desc: InStr<'_>,
    clonevol: In<'_, StorageVol>,
    flags: c_uint,
) -> Owned<StorageVol> {
    pool.get()?;
    let clone = clonevol.get()?;
    // The connection that errors go to is the pool's, also when the volume has another.
    let pool = pool.get()?;
    pool.conn().child(StorageVol::create_xml_from(pool, xml_desc.get("xmlDesc")?, clone, flags)?)
}

#[entry]
fn virStorageVolDelete(vol: In<'_, StorageVol>, flags: c_uint) -> Status {
    Ok(vol.get()?.delete(flags)?)
}

#[entry]
fn virStorageVolDownload(
    vol: In<'_, StorageVol>,
    stream: In<'_, Stream>,
    offset: c_ulonglong,
    length: c_ulonglong,
    flags: c_uint,
) -> Status {
    let (vol, stream) = with_stream(vol, stream, SITE.function)?;
    Ok(vol.download(stream, offset, length, flags)?)
}

#[entry]
fn virStorageVolFree(vol: In<'_, StorageVol>) -> Status {
    drop(vol.release()?);
    Ok(())
}

#[entry]
fn virStorageVolGetConnect(vol: In<'_, StorageVol>) -> Lent<Connection> {
    Ok(vol.get()?.conn().pointer())
}

#[entry]
fn virStorageVolGetInfo(vol: In<'_, StorageVol>, info: Out<'_, virStorageVolInfo>) -> Status {
    info.zero();
    let vol = vol.get()?;
    info.get("info")?.put(vol.info())
}

#[entry]
fn virStorageVolGetInfoFlags(vol: In<'_, StorageVol>, info: Out<'_, virStorageVolInfo>, flags: c_uint) -> Status {
    info.zero();
    let vol = vol.get()?;
    info.get("info")?.put(vol.info_flags(flags))
}

#[entry]
fn virStorageVolGetKey(vol: In<'_, StorageVol>) -> LentStr {
    Ok(LentText::of(vol.get()?.key()))
}

#[entry]
fn virStorageVolGetName(vol: In<'_, StorageVol>) -> LentStr {
    Ok(LentText::of(vol.get()?.name()))
}

#[entry]
fn virStorageVolGetPath(vol: In<'_, StorageVol>) -> OwnedStr {
    Ok(vol.get()?.path()?.into())
}

#[entry]
fn virStorageVolGetXMLDesc(vol: In<'_, StorageVol>, flags: c_uint) -> OwnedStr {
    Ok(vol.get()?.xml_desc(flags)?.into())
}

#[entry]
fn virStorageVolLookupByKey(conn: In<'_, Connection>, key: InStr<'_>) -> Owned<StorageVol> {
    let conn = conn.get()?;
    conn.child(StorageVol::lookup_by_key(conn, key.get("key")?)?)
}

#[entry]
fn virStorageVolLookupByName(pool: In<'_, StoragePool>, name: InStr<'_>) -> Owned<StorageVol> {
    let pool = pool.get()?;
    pool.conn().child(StorageVol::lookup_by_name(pool, name.get("name")?)?)
}

#[entry]
fn virStorageVolLookupByPath(conn: In<'_, Connection>, path: InStr<'_>) -> Owned<StorageVol> {
    let conn = conn.get()?;
    conn.child(StorageVol::lookup_by_path(conn, path.get("path")?)?)
}

#[entry]
fn virStorageVolRef(vol: In<'_, StorageVol>) -> Status {
    vol.reference()
}

#[entry]
fn virStorageVolResize(vol: In<'_, StorageVol>, capacity: c_ulonglong, flags: c_uint) -> Status {
    Ok(vol.get()?.resize(capacity, flags)?)
}

#[entry]
fn virStorageVolUpload(
    vol: In<'_, StorageVol>,
    stream: In<'_, Stream>,
    offset: c_ulonglong,
    length: c_ulonglong,
    flags: c_uint,
) -> Status {
    let (vol, stream) = with_stream(vol, stream, SITE.function)?;
    Ok(vol.upload(stream, offset, length, flags)?)
}

#[entry]
fn virStorageVolWipe(vol: In<'_, StorageVol>, flags: c_uint) -> Status {
    Ok(vol.get()?.wipe(flags)?)
}

#[entry]
fn virStorageVolWipePattern(vol: In<'_, StorageVol>, algorithm: c_uint, flags: c_uint) -> Status {
    Ok(vol.get()?.wipe_pattern(algorithm, flags)?)
}
