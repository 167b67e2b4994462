//! libvirt-secret.h: secrets and their values.
use crate::abi::ctypes::{virConnectSecretEventGenericCallback, virFreeCallback};
use crate::abi::{
    Array, BytesPointer, Count, Fault, In, InStr, Lent, LentStr, LentText, Number, Out, OutList, Owned, OwnedStr,
    Status,
};
use crate::objects::{Connection, EventClass, EventSource, Secret, subscribe, unsubscribe};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::SECRET;

#[entry]
fn virConnectListAllSecrets(conn: In<'_, Connection>, secrets: OutList<'_, Secret>, flags: c_uint) -> Count {
    secrets.give(conn, |conn, wanted| conn.all_secrets(wanted, flags))
}

#[entry]
fn virConnectListSecrets(conn: In<'_, Connection>, uuids: Array<'_, *mut c_char>, maxuuids: c_int) -> Count {
    let conn = conn.get()?;
    uuids.give(("maxuuids", maxuuids), |max| conn.list_secrets(max))
}

#[entry]
fn virConnectNumOfSecrets(conn: In<'_, Connection>) -> Count {
    Ok(conn.get()?.num_of_secrets()?)
}

#[entry]
fn virConnectSecretEventDeregisterAny(conn: In<'_, Connection>, callbackid: c_int) -> Status {
    unsubscribe(conn, EventClass::Secret, callbackid)
}

#[entry]
fn virConnectSecretEventRegisterAny(
    conn: In<'_, Connection>,
    secret: In<'_, Secret>,
    eventid: c_int,
    cb: virConnectSecretEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Count {
    subscribe((conn, secret), EventSource::Secret, eventid, cb, (opaque, freecb))
}

#[entry]
fn virSecretDefineXML(conn: In<'_, Connection>, xml: InStr<'_>, flags: c_uint) -> Owned<Secret> {
    let conn = conn.for_write()?;
    conn.child(Secret::define_xml(conn, xml.get("xml")?, flags)?)
}

#[entry]
fn virSecretFree(secret: In<'_, Secret>) -> Status {
    drop(secret.release()?);
    Ok(())
}

#[entry]
fn virSecretGetConnect(secret: In<'_, Secret>) -> Lent<Connection> {
    Ok(secret.get()?.conn().pointer())
}

#[entry]
fn virSecretGetUUID(secret: In<'_, Secret>, uuid: Array<'_, u8>) -> Status {
    uuid.write_uuid("uuid", secret.get()?.uuid())
}

#[entry]
fn virSecretGetUUIDString(secret: In<'_, Secret>, buf: Array<'_, c_char>) -> Status {
    buf.write_uuid_text("buf", secret.get()?.uuid())
}

#[entry]
fn virSecretGetUsageID(secret: In<'_, Secret>) -> LentStr {
    Ok(LentText::of(secret.get()?.usage_id()))
}

#[entry]
fn virSecretGetUsageType(secret: In<'_, Secret>) -> Number {
    Ok(secret.get()?.usage_type())
}

#[entry]
fn virSecretGetValue(secret: In<'_, Secret>, value_size: Out<'_, usize>, flags: c_uint) -> BytesPointer {
    let secret = secret.for_write()?;
    let value_size = value_size.get("value_size")?;
    let value = secret.value(flags)?;
    value_size.write(value.len());
    // Programs know an empty value as this failure.
    if value.is_empty() { Err(Fault::unexplained()) } else { Ok(value) }
}

#[entry]
fn virSecretGetXMLDesc(secret: In<'_, Secret>, flags: c_uint) -> OwnedStr {
    Ok(secret.get()?.xml_desc(flags)?.into())
}

#[entry]
fn virSecretLookupByUUID(conn: In<'_, Connection>, uuid: Array<'_, u8>) -> Owned<Secret> {
    let conn = conn.get()?;
    conn.child(Secret::lookup_by_uuid(conn, uuid.uuid("uuid")?)?)
}

#[entry]
fn virSecretLookupByUUIDString(conn: In<'_, Connection>, uuidstr: InStr<'_>) -> Owned<Secret> {
    let conn = conn.get()?;
    conn.child(Secret::lookup_by_uuid(conn, uuidstr.uuid("uuidstr", SITE.function)?)?)
}

#[entry]
fn virSecretLookupByUsage(conn: In<'_, Connection>, usage_type: c_int, usageid: InStr<'_>) -> Owned<Secret> {
    let conn = conn.get()?;
    conn.child(Secret::lookup_by_usage(conn, usage_type, usageid.get("usageID")?)?)
}

#[entry]
fn virSecretRef(secret: In<'_, Secret>) -> Status {
    secret.reference()
}

#[entry]
fn virSecretSetValue(secret: In<'_, Secret>, value: Array<'_, u8>, value_size: usize, flags: c_uint) -> Status {
    let secret = secret.for_write()?;
    value.present("value")?;
    Ok(secret.set_value(value.read("value", value_size)?, flags)?)
}

#[entry]
fn virSecretUndefine(secret: In<'_, Secret>) -> Status {
    Ok(secret.get()?.undefine()?)
}
