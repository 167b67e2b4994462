//! libvirt-domain.h: finding and listing domains, and what a handle knows of its domain without has_driver.
use crate::abi::{
    Array, Count, Fault, Handle, In, InStr, Lent, LentStr, LentText, OutList, Owned, Ref, Result, Status, UIntId,
    bad_reply, count, not_negative,
};
use crate::objects::{Connection, Domain, FromWire, HasDriver, OnConnection};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, Uuid, message};
use oxivirt_protocol::remote;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virConnectListAllDomains(conn: In<'_, Connection>, domains: OutList<'_, Domain>, flags: c_uint) -> Count {
    domains.list(conn, |conn, call, need_results| {
        let args = remote::ConnectListAllDomainsArgs { need_results, flags };
        let ret = conn.driver().connect_list_all_domains(call, &args)?;
        Ok((ret.ret, ret.domains))
    })
}

#[entry]
fn virConnectListDefinedDomains(conn: In<'_, Connection>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let conn = conn.get()?;
    names.list(&SITE, ("maxnames", maxnames), remote::DOMAIN_LIST_MAX, |call| {
        let args = remote::ConnectListDefinedDomainsArgs { maxnames };
        Ok(conn.driver().connect_list_defined_domains(call, &args)?.names)
    })
}

#[entry]
fn virConnectListDomains(conn: In<'_, Connection>, ids: Array<'_, c_int>, maxids: c_int) -> Count {
    let conn = conn.get()?;
    let room = ids.room("ids", maxids)?;
    not_negative(maxids, "maxids")?;
    let limit = remote::DOMAIN_LIST_MAX;
    if room.len() > limit as usize {
        return Err(bad_reply(message!("Too many domains '%1$d' for limit '%2$d'", maxids, limit)));
    }
    let args = remote::ConnectListDomainsArgs { maxids };
    let found = conn.ask(|driver, call| Ok(driver.connect_list_domains(call, &args)?.ids))?;
    if found.len() > room.len() {
        let (got, room) = (found.len(), room.len());
        return Err(bad_reply(message!("Too many domains '%1$d' for limit '%2$d'", got, room)));
    }
    room.fill(&found)?;
    count(found.len())
}

#[entry]
fn virConnectNumOfDefinedDomains(conn: In<'_, Connection>) -> Count {
    let conn = conn.get()?;
    conn.ask_number(|driver, call| Ok(driver.connect_num_of_defined_domains(call)?.num))
}

#[entry]
fn virConnectNumOfDomains(conn: In<'_, Connection>) -> Count {
    let conn = conn.get()?;
    conn.ask_number(|driver, call| Ok(driver.connect_num_of_domains(call)?.num))
}

#[entry]
fn virDomainLookupByID(conn: In<'_, Connection>, id: c_int) -> Owned<Domain> {
    let conn = conn.get()?;
    not_negative(id, "id")?;
    let args = remote::DomainLookupByIdArgs { id };
    Domain::asked(conn, |driver, call| Ok(driver.domain_lookup_by_id(call, &args)?.dom))
}

#[entry]
fn virDomainLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<Domain> {
    let conn = conn.get()?;
    let args = remote::DomainLookupByNameArgs { name: name.get("name")?.into() };
    Domain::asked(conn, |driver, call| Ok(driver.domain_lookup_by_name(call, &args)?.dom))
}

#[entry]
fn virDomainLookupByUUID(conn: In<'_, Connection>, uuid: Array<'_, u8>) -> Owned<Domain> {
    let conn = conn.get()?;
    by_uuid(conn, uuid.uuid("uuid")?)
}

#[entry]
fn virDomainLookupByUUIDString(conn: In<'_, Connection>, uuidstr: InStr<'_>) -> Owned<Domain> {
    let conn = conn.get()?;
    let text = uuidstr.get("uuidstr")?.to_bytes();
    let invalid = |_| Fault::Invalid("uuidstr", message!("Invalid UUID"));
    by_uuid(conn, Uuid::parse(text).map_err(invalid)?)
}

fn by_uuid(conn: &Handle<Connection>, uuid: Uuid) -> Result<Ref<Domain>> {
    let args = remote::DomainLookupByUuidArgs { uuid };
    Domain::asked(conn, |driver, call| Ok(driver.domain_lookup_by_uuid(call, &args)?.dom))
}

#[entry]
fn virDomainRef(domain: In<'_, Domain>) -> Status {
    domain.reference()
}

#[entry]
fn virDomainFree(domain: In<'_, Domain>) -> Status {
    drop(domain.release()?);
    Ok(())
}

#[entry]
fn virDomainGetConnect(dom: In<'_, Domain>) -> Lent<Connection> {
    Ok(dom.get()?.conn().pointer())
}

#[entry]
fn virDomainGetID(domain: In<'_, Domain>) -> UIntId {
    Ok(domain.get()?.id().cast_unsigned())
}

#[entry]
fn virDomainGetName(domain: In<'_, Domain>) -> LentStr {
    Ok(LentText::of(domain.get()?.name()))
}

#[entry]
fn virDomainGetUUID(domain: In<'_, Domain>, uuid: Array<'_, u8>) -> Status {
    let dom = domain.get()?;
    uuid.write_uuid("uuid", &dom.uuid)
}

#[entry]
fn virDomainGetUUIDString(domain: In<'_, Domain>, buf: Array<'_, c_char>) -> Status {
    let dom = domain.get()?;
    buf.write_uuid_text("buf", &dom.uuid)
}

#[entry]
fn virDomainIsActive(dom: In<'_, Domain>) -> Count {
    let dom = dom.get()?;
    let args = remote::DomainIsActiveArgs { dom: dom.wire() };
    dom.ask_number(|driver, call| Ok(driver.domain_is_active(call, &args)?.active))
}

#[entry]
fn virDomainIsPersistent(dom: In<'_, Domain>) -> Count {
    let dom = dom.get()?;
    let args = remote::DomainIsPersistentArgs { dom: dom.wire() };
    dom.ask_number(|driver, call| Ok(driver.domain_is_persistent(call, &args)?.persistent))
}

#[entry]
fn virDomainIsUpdated(dom: In<'_, Domain>) -> Count {
    let dom = dom.get()?;
    let args = remote::DomainIsUpdatedArgs { dom: dom.wire() };
    dom.ask_number(|driver, call| Ok(driver.domain_is_updated(call, &args)?.updated))
}
