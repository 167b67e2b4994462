//! libvirt-domain-snapshot.h: saved states of a domain.
use crate::abi::ctypes::{
    VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT, VIR_DOMAIN_SNAPSHOT_CREATE_HALT, VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA,
    VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY,
    VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED, VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING, VIR_DOMAIN_SNAPSHOT_XML_SECURE,
};
use crate::abi::{
    Array, Count, In, InStr, Lent, LentStr, LentText, OutList, Owned, OwnedStr, Result, Status, answered, exclusive,
    requires,
};
use crate::objects::{Connection, Domain, FromWire, HasDriver, Snapshot};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN_SNAPSHOT;

#[entry]
fn virDomainHasCurrentSnapshot(domain: In<'_, Domain>, flags: c_uint) -> Count {
    let dom = domain.get()?;
    let args = remote::DomainHasCurrentSnapshotArgs { dom: dom.wire(), flags };
    answered(dom.ask(|driver, call| Ok(driver.domain_has_current_snapshot(call, &args)?.result))?, "result")
}

#[entry]
fn virDomainListAllSnapshots(domain: In<'_, Domain>, snaps: OutList<'_, Snapshot>, flags: c_uint) -> Count {
    snaps.list(domain, |dom, call, need_results| {
        let args = remote::DomainListAllSnapshotsArgs { dom: dom.wire(), need_results, flags };
        let ret = dom.driver().domain_list_all_snapshots(call, &args)?;
        Ok((ret.ret, ret.snapshots))
    })
}

#[entry]
fn virDomainRevertToSnapshot(snapshot: In<'_, Snapshot>, flags: c_uint) -> Status {
    let snap = snapshot.for_write()?;
    exclusive(
        flags,
        (VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING, "VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING"),
        (VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED, "VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED"),
    )?;
    let args = remote::DomainRevertToSnapshotArgs { snap: snap.wire(), flags };
    snap.ask(|driver, call| driver.domain_revert_to_snapshot(call, &args))
}

#[entry]
fn virDomainSnapshotCreateXML(domain: In<'_, Domain>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<Snapshot> {
    let dom = domain.get()?;
    let xml_desc = xml_desc.get("xmlDesc")?.into();
    dom.writable()?;
    create_flags(flags)?;
    let args = remote::DomainSnapshotCreateXmlArgs { dom: dom.wire(), xml_desc, flags };
    Snapshot::asked(dom, |driver, call| Ok(driver.domain_snapshot_create_xml(call, &args)?.snap))
}

/// Redefining only stores metadata, which may become the current snapshot's; nothing else goes with it.
fn create_flags(flags: c_uint) -> Result<()> {
    let redefine = (VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE, "VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE");
    let current = (VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT, "VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT");
    let no_metadata = (VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA, "VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA");
    let halt = (VIR_DOMAIN_SNAPSHOT_CREATE_HALT, "VIR_DOMAIN_SNAPSHOT_CREATE_HALT");
    requires(flags, current, redefine)?;
    exclusive(flags, redefine, no_metadata)?;
    exclusive(flags, redefine, halt)
}

#[entry]
fn virDomainSnapshotCurrent(domain: In<'_, Domain>, flags: c_uint) -> Owned<Snapshot> {
    let dom = domain.get()?;
    let args = remote::DomainSnapshotCurrentArgs { dom: dom.wire(), flags };
    Snapshot::asked(dom, |driver, call| Ok(driver.domain_snapshot_current(call, &args)?.snap))
}

#[entry]
fn virDomainSnapshotDelete(snapshot: In<'_, Snapshot>, flags: c_uint) -> Status {
    let snap = snapshot.for_write()?;
    exclusive(
        flags,
        (VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN, "VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN"),
        (VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY, "VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY"),
    )?;
    let args = remote::DomainSnapshotDeleteArgs { snap: snap.wire(), flags };
    snap.ask(|driver, call| driver.domain_snapshot_delete(call, &args))
}

#[entry]
fn virDomainSnapshotFree(snapshot: In<'_, Snapshot>) -> Status {
    drop(snapshot.release()?);
    Ok(())
}

#[entry]
fn virDomainSnapshotGetConnect(snapshot: In<'_, Snapshot>) -> Lent<Connection> {
    Ok(snapshot.get()?.conn().pointer())
}

#[entry]
fn virDomainSnapshotGetDomain(snapshot: In<'_, Snapshot>) -> Lent<Domain> {
    Ok(snapshot.get()?.local().pointer())
}

#[entry]
fn virDomainSnapshotGetName(snapshot: In<'_, Snapshot>) -> LentStr {
    Ok(LentText::of(snapshot.get()?.name()))
}

#[entry]
fn virDomainSnapshotGetParent(snapshot: In<'_, Snapshot>, flags: c_uint) -> Owned<Snapshot> {
    let snap = snapshot.get()?;
    let args = remote::DomainSnapshotGetParentArgs { snap: snap.wire(), flags };
    Snapshot::asked(snap.local(), |driver, call| Ok(driver.domain_snapshot_get_parent(call, &args)?.snap))
}

#[entry]
fn virDomainSnapshotGetXMLDesc(snapshot: In<'_, Snapshot>, flags: c_uint) -> OwnedStr {
    let snap = snapshot.get()?;
    if flags & VIR_DOMAIN_SNAPSHOT_XML_SECURE != 0 {
        snap.conn().allows_secrets(FROM, SITE.function)?;
    }
    let args = remote::DomainSnapshotGetXmlDescArgs { snap: snap.wire(), flags };
    snap.ask_text(|driver, call| Ok(driver.domain_snapshot_get_xml_desc(call, &args)?.xml))
}

#[entry]
fn virDomainSnapshotHasMetadata(snapshot: In<'_, Snapshot>, flags: c_uint) -> Count {
    let snap = snapshot.get()?;
    let args = remote::DomainSnapshotHasMetadataArgs { snap: snap.wire(), flags };
    answered(snap.ask(|driver, call| Ok(driver.domain_snapshot_has_metadata(call, &args)?.metadata))?, "metadata")
}

#[entry]
fn virDomainSnapshotIsCurrent(snapshot: In<'_, Snapshot>, flags: c_uint) -> Count {
    let snap = snapshot.get()?;
    let args = remote::DomainSnapshotIsCurrentArgs { snap: snap.wire(), flags };
    answered(snap.ask(|driver, call| Ok(driver.domain_snapshot_is_current(call, &args)?.current))?, "current")
}

#[entry]
fn virDomainSnapshotListAllChildren(snapshot: In<'_, Snapshot>, snaps: OutList<'_, Snapshot>, flags: c_uint) -> Count {
    let need_results = snaps.prepare();
    let snap = snapshot.get()?;
    let snapshot = snap.wire();
    let args = remote::DomainSnapshotListAllChildrenArgs { snapshot, need_results, flags };
    let mut call = snap.call();
    let ret = snap.driver().domain_snapshot_list_all_children(&mut call, &args)?;
    let make = |s: &_| Snapshot::replied(snap.local(), s);
    snaps.reply(need_results != 0, ret.ret, &ret.snapshots, make)
}

#[entry]
fn virDomainSnapshotListChildrenNames(
    snapshot: In<'_, Snapshot>,
    names: Array<'_, *mut c_char>,
    nameslen: c_int,
    flags: c_uint,
) -> Count {
    let snap = snapshot.get()?;
    names.list(("nameslen", nameslen), |call| {
        let args = remote::DomainSnapshotListChildrenNamesArgs { snap: snap.wire(), maxnames: nameslen, flags };
        Ok(snap.driver().domain_snapshot_list_children_names(call, &args)?.names)
    })
}

#[entry]
fn virDomainSnapshotListNames(
    domain: In<'_, Domain>,
    names: Array<'_, *mut c_char>,
    nameslen: c_int,
    flags: c_uint,
) -> Count {
    let dom = domain.get()?;
    names.list(("nameslen", nameslen), |call| {
        let args = remote::DomainSnapshotListNamesArgs { dom: dom.wire(), maxnames: nameslen, flags };
        Ok(dom.driver().domain_snapshot_list_names(call, &args)?.names)
    })
}

#[entry]
fn virDomainSnapshotLookupByName(domain: In<'_, Domain>, name: InStr<'_>, flags: c_uint) -> Owned<Snapshot> {
    let dom = domain.get()?;
    let name = name.get("name")?.into();
    let args = remote::DomainSnapshotLookupByNameArgs { dom: dom.wire(), name, flags };
    Snapshot::asked(dom, |driver, call| Ok(driver.domain_snapshot_lookup_by_name(call, &args)?.snap))
}

#[entry]
fn virDomainSnapshotNum(domain: In<'_, Domain>, flags: c_uint) -> Count {
    let dom = domain.get()?;
    let args = remote::DomainSnapshotNumArgs { dom: dom.wire(), flags };
    answered(dom.ask(|driver, call| Ok(driver.domain_snapshot_num(call, &args)?.num))?, "num")
}

#[entry]
fn virDomainSnapshotNumChildren(snapshot: In<'_, Snapshot>, flags: c_uint) -> Count {
    let snap = snapshot.get()?;
    let args = remote::DomainSnapshotNumChildrenArgs { snap: snap.wire(), flags };
    answered(snap.ask(|driver, call| Ok(driver.domain_snapshot_num_children(call, &args)?.num))?, "num")
}

#[entry]
fn virDomainSnapshotRef(snapshot: In<'_, Snapshot>) -> Status {
    snapshot.reference()
}
