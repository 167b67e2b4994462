//! libvirt-secret.h: secrets and their values.
use crate::abi::ctypes::{virConnectSecretEventGenericCallback, virFreeCallback};
use crate::abi::{
    Array, BytesPointer, Count, Fault, Function, Handle, In, InStr, Lent, LentStr, LentText, Names,
    Number, Out, OutList, Owned, OwnedStr, Ref, Result, Status, UserData, not_negative, number,
    within_limit,
};
use crate::objects::{Class, Connection, OnConnection, Secret, Subscription, uuid_key};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, Uuid};
use oxivirt_protocol::remote;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::SECRET;

/// The secret of a function that a read-only connection may not call.
fn privileged(secret: In<'_, Secret>) -> Result<&Handle<Secret>> {
    let secret = secret.get()?;
    secret.writable()?;
    Ok(secret)
}

#[entry]
fn virConnectListAllSecrets(
    conn: In<'_, Connection>,
    secrets: OutList<'_, Secret>,
    flags: c_uint,
) -> Count {
    let need_results = secrets.prepare();
    let conn = conn.get()?;
    let args = remote::ConnectListAllSecretsArgs {
        need_results,
        flags,
    };
    let mut call = conn.call();
    let ret = conn.driver().connect_list_all_secrets(&mut call, &args)?;
    secrets.reply(need_results != 0, ret.ret, &ret.secrets, |s| {
        Secret::from_wire(conn, s)
    })
}

#[entry]
fn virConnectListSecrets(
    conn: In<'_, Connection>,
    uuids: Array<'_, *mut c_char>,
    maxuuids: c_int,
) -> Count {
    let conn = conn.get()?;
    let function = "virConnectListSecrets";
    let uuids = Names::new(
        function,
        uuids,
        ("maxuuids", maxuuids),
        remote::SECRET_LIST_MAX,
    )?;
    let args = remote::ConnectListSecretsArgs { maxuuids };
    let mut call = conn.call();
    uuids.fill(&conn.driver().connect_list_secrets(&mut call, &args)?.uuids)
}

#[entry]
fn virConnectNumOfSecrets(conn: In<'_, Connection>) -> Count {
    let conn = conn.get()?;
    number(conn.driver().connect_num_of_secrets(&mut conn.call())?.num)
}

#[entry]
fn virConnectSecretEventDeregisterAny(conn: In<'_, Connection>, callbackid: c_int) -> Status {
    let conn = conn.get()?;
    not_negative(callbackid, "callbackID")?;
    conn.unsubscribe(callbackid, |_, callback_id| {
        let args = remote::ConnectSecretEventDeregisterAnyArgs { callback_id };
        Ok(conn
            .driver()
            .connect_secret_event_deregister_any(&mut conn.call(), &args)?)
    })
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
    /// `VIR_SECRET_EVENT_ID_LAST`.
    const LAST: c_int = 2;
    let conn = conn.get()?;
    let secret = (!secret.is_null()).then(|| secret.get()).transpose()?;
    if let Some(secret) = secret.filter(|o| !o.is_on(conn)) {
        let name = secret.uuid;
        let text =
            format!("secret '{name}' in virConnectSecretEventRegisterAny must match connection");
        return Err(Fault::Invalid("secret", text));
    }
    let function = Function::new(cb, "cb")?;
    not_negative(eventid, "eventID")?;
    if eventid >= LAST {
        let text = format!("eventID in virConnectSecretEventRegisterAny must be less than {LAST}");
        return Err(Fault::Invalid("eventID", text));
    }
    let what = Subscription {
        class: Class::Secret,
        event: eventid,
        key: secret.map(|o| uuid_key(&o.uuid)),
        function,
        data: UserData::new(opaque, freecb),
    };
    conn.subscribe(what, || {
        let args = remote::ConnectSecretEventRegisterAnyArgs {
            event_id: eventid,
            secret: secret.map(|o| o.wire()),
        };
        let ret = conn
            .driver()
            .connect_secret_event_register_any(&mut conn.call(), &args)?;
        Ok(Some(ret.callback_id))
    })
}

#[entry]
fn virSecretDefineXML(conn: In<'_, Connection>, xml: InStr<'_>, flags: c_uint) -> Owned<Secret> {
    let conn = conn.get()?;
    conn.writable()?;
    let args = remote::SecretDefineXmlArgs {
        xml: xml.get("xml")?.into(),
        flags,
    };
    let mut call = conn.call();
    let ret = conn.driver().secret_define_xml(&mut call, &args)?;
    Secret::from_wire(conn, &ret.secret)
}

#[entry]
fn virSecretFree(secret: In<'_, Secret>) -> Status {
    drop(secret.release()?);
    Ok(())
}

#[entry]
fn virSecretGetConnect(secret: In<'_, Secret>) -> Lent<Connection> {
    Ok(secret.get()?.conn.pointer())
}

#[entry]
fn virSecretGetUUID(secret: In<'_, Secret>, uuid: Array<'_, u8>) -> Status {
    uuid.write_uuid("uuid", &secret.get()?.uuid)
}

#[entry]
fn virSecretGetUUIDString(secret: In<'_, Secret>, buf: Array<'_, c_char>) -> Status {
    buf.write_uuid_text("buf", &secret.get()?.uuid)
}

#[entry]
fn virSecretGetUsageID(secret: In<'_, Secret>) -> LentStr {
    Ok(LentText::of(&secret.get()?.usage_id))
}

#[entry]
fn virSecretGetUsageType(secret: In<'_, Secret>) -> Number {
    Ok(secret.get()?.usage_type)
}

#[entry]
fn virSecretGetValue(
    secret: In<'_, Secret>,
    value_size: Out<'_, usize>,
    flags: c_uint,
) -> BytesPointer {
    let secret = privileged(secret)?;
    let value_size = value_size.get("value_size")?;
    let args = remote::SecretGetValueArgs {
        secret: secret.wire(),
        flags,
    };
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
    let args = remote::SecretGetXmlDescArgs {
        secret: secret.wire(),
        flags,
    };
    let mut call = secret.call();
    let ret = secret.driver().secret_get_xml_desc(&mut call, &args)?;
    Ok(ret.xml.as_bytes().to_vec())
}

#[entry]
fn virSecretLookupByUUID(conn: In<'_, Connection>, uuid: Array<'_, u8>) -> Owned<Secret> {
    let conn = conn.get()?;
    by_uuid(conn, uuid.uuid("uuid")?)
}

#[entry]
fn virSecretLookupByUUIDString(conn: In<'_, Connection>, uuidstr: InStr<'_>) -> Owned<Secret> {
    let conn = conn.get()?;
    by_uuid(
        conn,
        uuidstr.uuid("uuidstr", "virSecretLookupByUUIDString")?,
    )
}

fn by_uuid(conn: &Handle<Connection>, uuid: Uuid) -> Result<Ref<Secret>> {
    let args = remote::SecretLookupByUuidArgs { uuid };
    let mut call = conn.call();
    let ret = conn.driver().secret_lookup_by_uuid(&mut call, &args)?;
    Secret::from_wire(conn, &ret.secret)
}

#[entry]
fn virSecretLookupByUsage(
    conn: In<'_, Connection>,
    usage_type: c_int,
    usageid: InStr<'_>,
) -> Owned<Secret> {
    let conn = conn.get()?;
    let usage_id = usageid.get("usageID")?.into();
    let args = remote::SecretLookupByUsageArgs {
        usage_type,
        usage_id,
    };
    let mut call = conn.call();
    let ret = conn.driver().secret_lookup_by_usage(&mut call, &args)?;
    Secret::from_wire(conn, &ret.secret)
}

#[entry]
fn virSecretRef(secret: In<'_, Secret>) -> Status {
    secret.reference()
}

#[entry]
fn virSecretSetValue(
    secret: In<'_, Secret>,
    value: Array<'_, u8>,
    value_size: usize,
    flags: c_uint,
) -> Status {
    let secret = privileged(secret)?;
    value.present("value")?;
    let limit = remote::SECRET_VALUE_MAX;
    within_limit(value_size.try_into().unwrap_or(u32::MAX), limit, || {
        format!("value length greater than maximum: {value_size} > {limit}")
    })?;
    let value = value.read("value", value_size)?.into();
    let args = remote::SecretSetValueArgs {
        secret: secret.wire(),
        value,
        flags,
    };
    Ok(secret
        .driver()
        .secret_set_value(&mut secret.call(), &args)?)
}

#[entry]
fn virSecretUndefine(secret: In<'_, Secret>) -> Status {
    let secret = privileged(secret)?;
    let args = remote::SecretUndefineArgs {
        secret: secret.wire(),
    };
    Ok(secret.driver().secret_undefine(&mut secret.call(), &args)?)
}
