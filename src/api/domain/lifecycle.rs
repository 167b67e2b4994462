//! libvirt-domain.h: defining, starting, stopping and removing domains, and what state they are in.
use crate::abi::ctypes::{virDomainControlInfo, virDomainInfo};
use crate::abi::{Count, In, InStr, Out, Owned, Ref, Result, Status, ULong, answered};
use crate::objects::{Connection, Domain, FromWire, HasDriver, OnConnection};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use std::ffi::{c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

/// What a domain's id becomes when it is shut off.
pub(in crate::api::domain) const SHUT_OFF: i32 = -1;

#[entry]
fn virDomainCreate(domain: In<'_, Domain>) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainCreateArgs { dom: dom.wire() };
    dom.ask(|driver, call| driver.domain_create(call, &args))?;
    // This procedure does not answer the new id.
    let args = remote::DomainLookupByUuidArgs { uuid: dom.uuid };
    let mut call = dom.call();
    let ret = dom.driver().domain_lookup_by_uuid(&mut call, &args)?;
    dom.set_id(ret.dom.id);
    Ok(())
}

#[entry]
fn virDomainCreateWithFlags(domain: In<'_, Domain>, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainCreateWithFlagsArgs { dom: dom.wire(), flags };
    let mut call = dom.call();
    let ret = dom.driver().domain_create_with_flags(&mut call, &args)?;
    dom.set_id(ret.dom.id);
    Ok(())
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
    let xml_desc = xml_desc.get("xmlDesc")?.into();
    conn.writable()?;
    let args = remote::DomainCreateXmlArgs { xml_desc, flags };
    Domain::asked(conn, |driver, call| Ok(driver.domain_create_xml(call, &args)?.dom))
}

#[entry]
fn virDomainDefineXML(conn: In<'_, Connection>, xml: InStr<'_>) -> Owned<Domain> {
    let conn = conn.for_write()?;
    let args = remote::DomainDefineXmlArgs { xml: xml.get("xml")?.into() };
    Domain::asked(conn, |driver, call| Ok(driver.domain_define_xml(call, &args)?.dom))
}

#[entry]
fn virDomainDefineXMLFlags(conn: In<'_, Connection>, xml: InStr<'_>, flags: c_uint) -> Owned<Domain> {
    let conn = conn.for_write()?;
    let args = remote::DomainDefineXmlFlagsArgs { xml: xml.get("xml")?.into(), flags };
    Domain::asked(conn, |driver, call| Ok(driver.domain_define_xml_flags(call, &args)?.dom))
}

#[entry]
fn virDomainDestroy(domain: In<'_, Domain>) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainDestroyArgs { dom: dom.wire() };
    dom.ask(|driver, call| driver.domain_destroy(call, &args))?;
    // Only this way of stopping a domain is known to be over when the call returns.
    dom.set_id(SHUT_OFF);
    Ok(())
}

#[entry]
fn virDomainDestroyFlags(domain: In<'_, Domain>, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainDestroyFlagsArgs { dom: dom.wire(), flags };
    dom.ask(|driver, call| driver.domain_destroy_flags(call, &args))
}

#[entry]
fn virDomainReboot(domain: In<'_, Domain>, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainRebootArgs { dom: dom.wire(), flags };
    dom.ask(|driver, call| driver.domain_reboot(call, &args))
}

#[entry]
fn virDomainReset(domain: In<'_, Domain>, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainResetArgs { dom: dom.wire(), flags };
    dom.ask(|driver, call| driver.domain_reset(call, &args))
}

#[entry]
fn virDomainResume(domain: In<'_, Domain>) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainResumeArgs { dom: dom.wire() };
    dom.ask(|driver, call| driver.domain_resume(call, &args))
}

#[entry]
fn virDomainShutdown(domain: In<'_, Domain>) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainShutdownArgs { dom: dom.wire() };
    dom.ask(|driver, call| driver.domain_shutdown(call, &args))
}

#[entry]
fn virDomainShutdownFlags(domain: In<'_, Domain>, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainShutdownFlagsArgs { dom: dom.wire(), flags };
    dom.ask(|driver, call| driver.domain_shutdown_flags(call, &args))
}

#[entry]
fn virDomainSuspend(domain: In<'_, Domain>) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainSuspendArgs { dom: dom.wire() };
    dom.ask(|driver, call| driver.domain_suspend(call, &args))
}

#[entry]
fn virDomainUndefine(domain: In<'_, Domain>) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainUndefineArgs { dom: dom.wire() };
    dom.ask(|driver, call| driver.domain_undefine(call, &args))
}

#[entry]
fn virDomainUndefineFlags(domain: In<'_, Domain>, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainUndefineFlagsArgs { dom: dom.wire(), flags };
    dom.ask(|driver, call| driver.domain_undefine_flags(call, &args))
}

#[entry]
fn virDomainRename(dom: In<'_, Domain>, new_name: InStr<'_>, flags: c_uint) -> Count {
    let dom = dom.get()?;
    let new_name = new_name.get_filled("new_name")?;
    dom.writable()?;
    let args = remote::DomainRenameArgs { dom: dom.wire(), new_name: Some(new_name.into()), flags };
    let ret = dom.ask(|driver, call| driver.domain_rename(call, &args))?;
    let code = answered(ret.retcode, "retcode")?;
    if code == 0 {
        dom.set_name(new_name);
    }
    Ok(code)
}

#[entry]
fn virDomainGetAutostart(domain: In<'_, Domain>, autostart: Out<'_, c_int>) -> Status {
    let dom = domain.get()?;
    let autostart = autostart.get("autostart")?;
    let args = remote::DomainGetAutostartArgs { dom: dom.wire() };
    let ret = dom.ask(|driver, call| driver.domain_get_autostart(call, &args))?;
    autostart.write(ret.autostart);
    Ok(())
}

#[entry]
fn virDomainSetAutostart(domain: In<'_, Domain>, autostart: c_int) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainSetAutostartArgs { dom: dom.wire(), autostart };
    dom.ask(|driver, call| driver.domain_set_autostart(call, &args))
}

#[entry]
fn virDomainGetAutostartOnce(domain: In<'_, Domain>, autostart: Out<'_, c_int>) -> Status {
    let dom = domain.get()?;
    let autostart = autostart.get("autostart")?;
    let args = remote::DomainGetAutostartOnceArgs { dom: dom.wire() };
    let ret = dom.ask(|driver, call| driver.domain_get_autostart_once(call, &args))?;
    autostart.write(ret.autostart);
    Ok(())
}

#[entry]
fn virDomainSetAutostartOnce(domain: In<'_, Domain>, autostart: c_int) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainSetAutostartOnceArgs { dom: dom.wire(), autostart };
    dom.ask(|driver, call| driver.domain_set_autostart_once(call, &args))
}

#[entry]
fn virDomainGetInfo(domain: In<'_, Domain>, info: Out<'_, virDomainInfo>) -> Status {
    info.zero();
    let dom = domain.get()?;
    let info = info.get("info")?;
    let args = remote::DomainGetInfoArgs { dom: dom.wire() };
    let ret = dom.ask(|driver, call| driver.domain_get_info(call, &args))?;
    info.write(virDomainInfo {
        state: ret.state,
        maxMem: ULong::from_wire(ret.max_mem)?.into_c(),
        memory: ULong::from_wire(ret.memory)?.into_c(),
        nrVirtCpu: ret.nr_virt_cpu,
        cpuTime: ret.cpu_time,
    });
    Ok(())
}

#[entry]
fn virDomainGetState(domain: In<'_, Domain>, state: Out<'_, c_int>, reason: Out<'_, c_int>, flags: c_uint) -> Status {
    let dom = domain.get()?;
    let state = state.get("state")?;
    let args = remote::DomainGetStateArgs { dom: dom.wire(), flags };
    let ret = dom.ask(|driver, call| driver.domain_get_state(call, &args))?;
    state.write(ret.state);
    reason.write(ret.reason);
    Ok(())
}

#[entry]
fn virDomainGetControlInfo(domain: In<'_, Domain>, info: Out<'_, virDomainControlInfo>, flags: c_uint) -> Status {
    let dom = domain.get()?;
    let info = info.get("info")?;
    let args = remote::DomainGetControlInfoArgs { dom: dom.wire(), flags };
    let ret = dom.ask(|driver, call| driver.domain_get_control_info(call, &args))?;
    info.write(virDomainControlInfo { state: ret.state, details: ret.details, stateTime: ret.state_time });
    Ok(())
}
