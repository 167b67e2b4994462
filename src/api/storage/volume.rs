//! libvirt-storage.h: volumes.
use crate::abi::ctypes::{
    VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM, VIR_STORAGE_VOL_RESIZE_DELTA, VIR_STORAGE_VOL_RESIZE_SHRINK,
    VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM, virStorageVolInfo,
};
use crate::abi::{Fault, Handle, In, InStr, Lent, LentStr, LentText, Out, Owned, OwnedStr, Result, Status};
use crate::objects::{Connection, FromWire, HasDriver, StoragePool, StorageVol, Stream, StreamHandle};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, message};
use oxivirt_protocol::remote;
use std::ffi::{c_uint, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::STORAGE;

/// A volume whose content goes through a stream of the same connection.
fn with_stream<'a>(
    vol: In<'a, StorageVol>,
    stream: In<'a, Stream>,
    function: &str,
) -> Result<(&'a Handle<StorageVol>, &'a Handle<Stream>)> {
    vol.get()?;
    let stream = stream.get()?;
    // The connection that errors go to is the volume's.
    let vol = vol.for_write()?;
    stream.must_be_on(vol.conn(), "stream", || {
        message!("stream in %1$s must match connection of volume '%2$s'", function, vol.name().as_bytes())
    })?;
    Ok((vol, stream))
}

#[entry]
fn virStorageVolCreateXML(pool: In<'_, StoragePool>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<StorageVol> {
    let pool = pool.get()?;
    let xml = xml_desc.get("xmlDesc")?.into();
    pool.writable()?;
    let args = remote::StorageVolCreateXmlArgs { pool: pool.wire(), xml, flags };
    StorageVol::asked(pool.conn(), |driver, call| Ok(driver.storage_vol_create_xml(call, &args)?.vol))
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
    let xml = xml_desc.get("xmlDesc")?.into();
    pool.writable()?;
    clone.writable()?;
    let (pool_wire, clonevol) = (pool.wire(), clone.wire());
    let args = remote::StorageVolCreateXmlFromArgs { pool: pool_wire, xml, clonevol, flags };
    StorageVol::asked(pool.conn(), |driver, call| Ok(driver.storage_vol_create_xml_from(call, &args)?.vol))
}

#[entry]
fn virStorageVolDelete(vol: In<'_, StorageVol>, flags: c_uint) -> Status {
    let vol = vol.for_write()?;
    let args = remote::StorageVolDeleteArgs { vol: vol.wire(), flags };
    vol.ask(|driver, call| driver.storage_vol_delete(call, &args))
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
    let args = remote::StorageVolDownloadArgs { vol: vol.wire(), offset, length, flags };
    let sparse = flags & VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM != 0;
    stream.open_for(sparse, |call| vol.driver().storage_vol_download(call, &args))
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
    let info = info.get("info")?;
    let args = remote::StorageVolGetInfoArgs { vol: vol.wire() };
    let ret = vol.ask(|driver, call| driver.storage_vol_get_info(call, &args))?;
    info.write(virStorageVolInfo { type_: ret.r#type.into(), capacity: ret.capacity, allocation: ret.allocation });
    Ok(())
}

#[entry]
fn virStorageVolGetInfoFlags(vol: In<'_, StorageVol>, info: Out<'_, virStorageVolInfo>, flags: c_uint) -> Status {
    info.zero();
    let vol = vol.get()?;
    let info = info.get("info")?;
    let args = remote::StorageVolGetInfoFlagsArgs { vol: vol.wire(), flags };
    let ret = vol.ask(|driver, call| driver.storage_vol_get_info_flags(call, &args))?;
    info.write(virStorageVolInfo { type_: ret.r#type.into(), capacity: ret.capacity, allocation: ret.allocation });
    Ok(())
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
    let vol = vol.get()?;
    let args = remote::StorageVolGetPathArgs { vol: vol.wire() };
    vol.ask_text(|driver, call| Ok(driver.storage_vol_get_path(call, &args)?.name))
}

#[entry]
fn virStorageVolGetXMLDesc(vol: In<'_, StorageVol>, flags: c_uint) -> OwnedStr {
    let vol = vol.get()?;
    let args = remote::StorageVolGetXmlDescArgs { vol: vol.wire(), flags };
    vol.ask_text(|driver, call| Ok(driver.storage_vol_get_xml_desc(call, &args)?.xml))
}

#[entry]
fn virStorageVolLookupByKey(conn: In<'_, Connection>, key: InStr<'_>) -> Owned<StorageVol> {
    let conn = conn.get()?;
    let args = remote::StorageVolLookupByKeyArgs { key: key.get("key")?.into() };
    StorageVol::asked(conn, |driver, call| Ok(driver.storage_vol_lookup_by_key(call, &args)?.vol))
}

#[entry]
fn virStorageVolLookupByName(pool: In<'_, StoragePool>, name: InStr<'_>) -> Owned<StorageVol> {
    let pool = pool.get()?;
    let name = name.get("name")?.into();
    let args = remote::StorageVolLookupByNameArgs { pool: pool.wire(), name };
    StorageVol::asked(pool.conn(), |driver, call| Ok(driver.storage_vol_lookup_by_name(call, &args)?.vol))
}

#[entry]
fn virStorageVolLookupByPath(conn: In<'_, Connection>, path: InStr<'_>) -> Owned<StorageVol> {
    let conn = conn.get()?;
    let args = remote::StorageVolLookupByPathArgs { path: path.get("path")?.into() };
    StorageVol::asked(conn, |driver, call| Ok(driver.storage_vol_lookup_by_path(call, &args)?.vol))
}

#[entry]
fn virStorageVolRef(vol: In<'_, StorageVol>) -> Status {
    vol.reference()
}

#[entry]
fn virStorageVolResize(vol: In<'_, StorageVol>, capacity: c_ulonglong, flags: c_uint) -> Status {
    let vol = vol.for_write()?;
    if capacity == 0 && flags & (VIR_STORAGE_VOL_RESIZE_DELTA | VIR_STORAGE_VOL_RESIZE_SHRINK) == 0 {
        let function = "virStorageVolResize";
        let text = message!("capacity in %1$s cannot be zero without 'delta' or 'shrink' flags set", function);
        return Err(Fault::Invalid("capacity", text));
    }
    let args = remote::StorageVolResizeArgs { vol: vol.wire(), capacity, flags };
    vol.ask(|driver, call| driver.storage_vol_resize(call, &args))
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
    let args = remote::StorageVolUploadArgs { vol: vol.wire(), offset, length, flags };
    let sparse = flags & VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM != 0;
    stream.open_for(sparse, |call| vol.driver().storage_vol_upload(call, &args))
}

#[entry]
fn virStorageVolWipe(vol: In<'_, StorageVol>, flags: c_uint) -> Status {
    let vol = vol.for_write()?;
    let args = remote::StorageVolWipeArgs { vol: vol.wire(), flags };
    vol.ask(|driver, call| driver.storage_vol_wipe(call, &args))
}

#[entry]
fn virStorageVolWipePattern(vol: In<'_, StorageVol>, algorithm: c_uint, flags: c_uint) -> Status {
    let vol = vol.for_write()?;
    let args = remote::StorageVolWipePatternArgs { vol: vol.wire(), algorithm, flags };
    vol.ask(|driver, call| driver.storage_vol_wipe_pattern(call, &args))
}
