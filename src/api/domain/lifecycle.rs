//! libvirt-domain.h: defining, starting, stopping and removing domains, and what state they are in.
use crate::abi::ctypes::{virDomainControlInfo, virDomainInfo};
use crate::abi::{Count, In, InStr, Out, Owned, Ref, Result, Status, domain_info};
use crate::objects::{Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainCreate(domain: In<'_, Domain>) -> Status {
    Ok(domain.get()?.create()?)
}

#[entry]
fn virDomainCreateWithFlags(domain: In<'_, Domain>, flags: c_uint) -> Status {
    Ok(domain.get()?.create_with_flags(flags)?)
}

#[entry]
fn virDomainCreateLinux(conn: In<'_, Connection>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<Domain> {
    create_xml(conn, xml_desc, flags).map_err(|f| f.reported_by("virDomainCreateXML", FROM))
}

#[entry]
fn virDomainCreateXML(conn: In<'_, Connection>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<Domain> {
    create_xml(conn, xml_desc, flags)
}

fn create_xml(conn: In<'_, Connection>, xml_desc: InStr<'_>, flags: c_uint) -> Result<Ref<Domain>> {
    let conn = conn.get()?;
    conn.child(Domain::create_xml(conn, xml_desc.get("xmlDesc")?, flags)?)
}

#[entry]
fn virDomainDefineXML(conn: In<'_, Connection>, xml: InStr<'_>) -> Owned<Domain> {
    let conn = conn.for_write()?;
    conn.child(Domain::define_xml(conn, xml.get("xml")?)?)
}

#[entry]
fn virDomainDefineXMLFlags(conn: In<'_, Connection>, xml: InStr<'_>, flags: c_uint) -> Owned<Domain> {
    let conn = conn.for_write()?;
    conn.child(Domain::define_xml_flags(conn, xml.get("xml")?, flags)?)
}

#[entry]
fn virDomainDestroy(domain: In<'_, Domain>) -> Status {
    Ok(domain.get()?.destroy()?)
}

#[entry]
fn virDomainDestroyFlags(domain: In<'_, Domain>, flags: c_uint) -> Status {
    Ok(domain.get()?.destroy_flags(flags)?)
}

#[entry]
fn virDomainReboot(domain: In<'_, Domain>, flags: c_uint) -> Status {
    Ok(domain.get()?.reboot(flags)?)
}

#[entry]
fn virDomainReset(domain: In<'_, Domain>, flags: c_uint) -> Status {
    Ok(domain.get()?.reset(flags)?)
}

#[entry]
fn virDomainResume(domain: In<'_, Domain>) -> Status {
    Ok(domain.get()?.resume()?)
}

#[entry]
fn virDomainShutdown(domain: In<'_, Domain>) -> Status {
    Ok(domain.get()?.shutdown()?)
}

#[entry]
fn virDomainShutdownFlags(domain: In<'_, Domain>, flags: c_uint) -> Status {
    Ok(domain.get()?.shutdown_flags(flags)?)
}

#[entry]
fn virDomainSuspend(domain: In<'_, Domain>) -> Status {
    Ok(domain.get()?.suspend()?)
}

#[entry]
fn virDomainUndefine(domain: In<'_, Domain>) -> Status {
    Ok(domain.get()?.undefine()?)
}

#[entry]
fn virDomainUndefineFlags(domain: In<'_, Domain>, flags: c_uint) -> Status {
    Ok(domain.get()?.undefine_flags(flags)?)
}

#[entry]
fn virDomainRename(dom: In<'_, Domain>, new_name: InStr<'_>, flags: c_uint) -> Count {
    Ok(dom.get()?.rename(new_name.get("new_name")?, flags)?)
}

#[entry]
fn virDomainGetAutostart(domain: In<'_, Domain>, autostart: Out<'_, c_int>) -> Status {
    let dom = domain.get()?;
    autostart.get("autostart")?.put(dom.autostart())
}

#[entry]
fn virDomainSetAutostart(domain: In<'_, Domain>, autostart: c_int) -> Status {
    Ok(domain.get()?.set_autostart(autostart)?)
}

#[entry]
fn virDomainGetAutostartOnce(domain: In<'_, Domain>, autostart: Out<'_, c_int>) -> Status {
    let dom = domain.get()?;
    autostart.get("autostart")?.put(dom.autostart_once())
}

#[entry]
fn virDomainSetAutostartOnce(domain: In<'_, Domain>, autostart: c_int) -> Status {
    Ok(domain.get()?.set_autostart_once(autostart)?)
}

#[entry]
fn virDomainGetInfo(domain: In<'_, Domain>, info: Out<'_, virDomainInfo>) -> Status {
    info.zero();
    let dom = domain.get()?;
    info.get("info")?.write(domain_info(dom.info()?)?);
    Ok(())
}

#[entry]
fn virDomainGetState(domain: In<'_, Domain>, state: Out<'_, c_int>, reason: Out<'_, c_int>, flags: c_uint) -> Status {
    let dom = domain.get()?;
    let state = state.get("state")?;
    let (value, why) = dom.state(flags)?;
    state.write(value.0);
    reason.write(why);
    Ok(())
}

#[entry]
fn virDomainGetControlInfo(domain: In<'_, Domain>, info: Out<'_, virDomainControlInfo>, flags: c_uint) -> Status {
    let dom = domain.get()?;
    info.get("info")?.put(dom.control_info(flags))
}
