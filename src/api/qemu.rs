//! libvirt-qemu.h: what only the QEMU driver can do.
use crate::abi::ctypes::{virConnectDomainQemuMonitorEventCallback, virFreeCallback};
use crate::abi::{Array, Count, Fault, In, InStr, Out, Owned, OwnedStr, Status, duplicates};
use crate::objects::{Connection, Domain, EventClass, EventSource, subscribe, unsubscribe};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// The error domain of this section: it has a number of its own, which the stock library does not use here.
const FROM: ErrorDomain = ErrorDomain::NONE;

#[entry(private)]
fn virConnectDomainQemuMonitorEventDeregister(conn: In<'_, Connection>, callbackid: c_int) -> Status {
    unsubscribe(conn, EventClass::QemuMonitor, callbackid)
}

#[entry(private)]
fn virConnectDomainQemuMonitorEventRegister(
    conn: In<'_, Connection>,
    dom: In<'_, Domain>,
    event: InStr<'_>,
    cb: virConnectDomainQemuMonitorEventCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
    flags: c_uint,
) -> Count {
    let event = event.opt().map(Into::into);
    let source = |domain| EventSource::QemuMonitor { domain, event, flags };
    subscribe((conn, dom), source, 0, cb, (opaque, freecb))
}

#[entry(private)]
fn virDomainQemuAgentCommand(domain: In<'_, Domain>, cmd: InStr<'_>, timeout: c_int, flags: c_uint) -> OwnedStr {
    let dom = domain.for_write()?;
    let answer = dom.qemu_agent_command(cmd.encoded(dom.connection().is_local())?, timeout, flags)?;
    // NULL means failure to the caller, so a reply without a text is one.
    answer.map(Into::into).ok_or_else(Fault::unexplained)
}

#[entry(private)]
fn virDomainQemuAttach(conn: In<'_, Connection>, pid_value: c_uint, flags: c_uint) -> Owned<Domain> {
    let conn = conn.get()?;
    conn.child(Domain::qemu_attach(conn, pid_value, flags)?)
}

#[entry(private)]
fn virDomainQemuMonitorCommand(
    domain: In<'_, Domain>,
    cmd: InStr<'_>,
    result: Out<'_, *mut c_char>,
    flags: c_uint,
) -> Status {
    domain.get()?;
    let result = result.get("result")?;
    let dom = domain.for_write()?;
    let cmd = cmd.encoded(dom.connection().is_local())?;
    result.write_string(dom.qemu_monitor_command(cmd, flags)?.as_bytes())
}

#[entry(private)]
fn virDomainQemuMonitorCommandWithFiles(
    domain: In<'_, Domain>,
    cmd: InStr<'_>,
    ninfiles: c_uint,
    infiles: Array<'_, c_int>,
    noutfiles: Out<'_, c_uint>,
    outfiles: Out<'_, *mut c_int>,
    result: Out<'_, *mut c_char>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let cmd = cmd.get("cmd")?;
    if ninfiles > 0 || !outfiles.is_null() {
        dom.conn().takes_descriptors()?;
    }
    let result = result.get("result")?;
    let dom = domain.for_write()?;
    let files = duplicates(infiles.read("infiles", ninfiles)?)?;
    let (answer, received) = dom.qemu_monitor_command_passing(cmd, files, flags)?;
    // Descriptors nobody asked for are closed, and still counted.
    noutfiles.write(outfiles.give(received)?.cast_unsigned());
    result.write_string(answer.as_bytes())
}
