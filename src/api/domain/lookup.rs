//! libvirt-domain.h: finding and listing domains, and what a handle knows of its domain without asking.
use crate::abi::{
    Array, Count, Fault, In, InStr, Lent, LentStr, LentText, OutList, Owned, Status, Truth, UIntId, count,
};
use crate::objects::{Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, Uuid, message};
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virConnectListAllDomains(conn: In<'_, Connection>, domains: OutList<'_, Domain>, flags: c_uint) -> Count {
    domains.give(conn, |conn, wanted| conn.all_domains(wanted, flags))
}

#[entry]
fn virConnectListDefinedDomains(conn: In<'_, Connection>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let conn = conn.get()?;
    names.give(("maxnames", maxnames), |max| conn.list_defined_domains(max))
}

#[entry]
fn virConnectListDomains(conn: In<'_, Connection>, ids: Array<'_, c_int>, maxids: c_int) -> Count {
    let conn = conn.get()?;
    let room = ids.room("ids", maxids)?;
    let found = conn.list_domains(maxids)?;
    room.fill(&found)?;
    count(found.len())
}

#[entry]
fn virConnectNumOfDefinedDomains(conn: In<'_, Connection>) -> Count {
    Ok(conn.get()?.num_of_defined_domains()?)
}

#[entry]
fn virConnectNumOfDomains(conn: In<'_, Connection>) -> Count {
    Ok(conn.get()?.num_of_domains()?)
}

#[entry]
fn virDomainLookupByID(conn: In<'_, Connection>, id: c_int) -> Owned<Domain> {
    let conn = conn.get()?;
    conn.child(Domain::lookup_by_id(conn, id)?)
}

#[entry]
fn virDomainLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<Domain> {
    let conn = conn.get()?;
    conn.child(Domain::lookup_by_name(conn, name.get("name")?)?)
}

#[entry]
fn virDomainLookupByUUID(conn: In<'_, Connection>, uuid: Array<'_, u8>) -> Owned<Domain> {
    let conn = conn.get()?;
    conn.child(Domain::lookup_by_uuid(conn, uuid.uuid("uuid")?)?)
}

#[entry]
fn virDomainLookupByUUIDString(conn: In<'_, Connection>, uuidstr: InStr<'_>) -> Owned<Domain> {
    let conn = conn.get()?;
    let text = uuidstr.get("uuidstr")?.to_bytes();
    let uuid = Uuid::parse(text).map_err(|_| Fault::Invalid("uuidstr", message!("Invalid UUID")))?;
    conn.child(Domain::lookup_by_uuid(conn, uuid)?)
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
    uuid.write_uuid("uuid", dom.uuid())
}

#[entry]
fn virDomainGetUUIDString(domain: In<'_, Domain>, buf: Array<'_, c_char>) -> Status {
    let dom = domain.get()?;
    buf.write_uuid_text("buf", dom.uuid())
}

#[entry]
fn virDomainIsActive(dom: In<'_, Domain>) -> Truth {
    Ok(dom.get()?.is_active()?)
}

#[entry]
fn virDomainIsPersistent(dom: In<'_, Domain>) -> Truth {
    Ok(dom.get()?.is_persistent()?)
}

#[entry]
fn virDomainIsUpdated(dom: In<'_, Domain>) -> Truth {
    Ok(dom.get()?.is_updated()?)
}
