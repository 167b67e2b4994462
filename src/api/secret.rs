//! libvirt-secret.h: secrets and their values.
use crate::abi::ctypes::{virConnectSecretEventGenericCallback, virFreeCallback};
use crate::abi::{
    Array, BytesPointer, Count, Fault, Handle, In, InStr, Lent, LentStr, LentText, Number, Out, OutList, Owned,
    OwnedStr, Ref, Result, Status,
};
use crate::objects::{Connection, EventClass, EventSource, FromWire, HasDriver, Secret, subscribe, unsubscribe};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, Uuid};
use oxivirt_protocol::remote;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::SECRET;

#[entry]
fn virConnectListAllSecrets(conn: In<'_, Connection>, secrets: OutList<'_, Secret>, flags: c_uint) -> Count {
    secrets.list(conn, |conn, call, need_results| {
        let args = remote::ConnectListAllSecretsArgs { need_results, flags };
        let ret = conn.driver().connect_list_all_secrets(call, &args)?;
        Ok((ret.ret, ret.secrets))
    })
}

#[entry]
fn virConnectListSecrets(conn: In<'_, Connection>, uuids: Array<'_, *mut c_char>, maxuuids: c_int) -> Count {
    let conn = conn.get()?;
    uuids.list(("maxuuids", maxuuids), |call| {
        let args = remote::ConnectListSecretsArgs { maxuuids };
        Ok(conn.driver().connect_list_secrets(call, &args)?.uuids)
    })
}

#[entry]
fn virConnectNumOfSecrets(conn: In<'_, Connection>) -> Count {
    let conn = conn.get()?;
    conn.ask_number(|driver, call| Ok(driver.connect_num_of_secrets(call)?.num))
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
    let args = remote::SecretDefineXmlArgs { xml: xml.get("xml")?.into(), flags };
    Secret::asked(conn, |driver, call| Ok(driver.secret_define_xml(call, &args)?.secret))
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
    let args = remote::SecretGetValueArgs { secret: secret.wire(), flags };
    let mut call = secret.call();
    let value = secret.driver().secret_get_value(&mut call, &args)?.value;
    value_size.write(value.as_bytes().len());
    // Programs know an empty value as this failure.
    if value.as_bytes().is_empty() {
        return Err(Fault::unexplained());
    }
    Ok(value.as_bytes().to_vec())
}

#[entry]
fn virSecretGetXMLDesc(secret: In<'_, Secret>, flags: c_uint) -> OwnedStr {
    let secret = secret.get()?;
    let args = remote::SecretGetXmlDescArgs { secret: secret.wire(), flags };
    secret.ask_text(|driver, call| Ok(driver.secret_get_xml_desc(call, &args)?.xml))
}

#[entry]
fn virSecretLookupByUUID(conn: In<'_, Connection>, uuid: Array<'_, u8>) -> Owned<Secret> {
    let conn = conn.get()?;
    by_uuid(conn, uuid.uuid("uuid")?)
}

#[entry]
fn virSecretLookupByUUIDString(conn: In<'_, Connection>, uuidstr: InStr<'_>) -> Owned<Secret> {
    let conn = conn.get()?;
    by_uuid(conn, uuidstr.uuid("uuidstr", SITE.function)?)
}

fn by_uuid(conn: &Handle<Connection>, uuid: Uuid) -> Result<Ref<Secret>> {
    let args = remote::SecretLookupByUuidArgs { uuid };
    Secret::asked(conn, |driver, call| Ok(driver.secret_lookup_by_uuid(call, &args)?.secret))
}

#[entry]
fn virSecretLookupByUsage(conn: In<'_, Connection>, usage_type: c_int, usageid: InStr<'_>) -> Owned<Secret> {
    let conn = conn.get()?;
    let usage_id = usageid.get("usageID")?.into();
    let args = remote::SecretLookupByUsageArgs { usage_type, usage_id };
    Secret::asked(conn, |driver, call| Ok(driver.secret_lookup_by_usage(call, &args)?.secret))
}

#[entry]
fn virSecretRef(secret: In<'_, Secret>) -> Status {
    secret.reference()
}

#[entry]
fn virSecretSetValue(secret: In<'_, Secret>, value: Array<'_, u8>, value_size: usize, flags: c_uint) -> Status {
    let secret = secret.for_write()?;
    value.present("value")?;
    let value = value.read("value", value_size)?.into();
    let args = remote::SecretSetValueArgs { secret: secret.wire(), value, flags };
    secret.ask(|driver, call| driver.secret_set_value(call, &args))
}

#[entry]
fn virSecretUndefine(secret: In<'_, Secret>) -> Status {
    let secret = secret.for_write()?;
    let args = remote::SecretUndefineArgs { secret: secret.wire() };
    secret.ask(|driver, call| driver.secret_undefine(call, &args))
}
