//! libvirt-qemu.h: what only the QEMU driver can do.
use crate::abi::ctypes::{virConnectDomainQemuMonitorEventCallback, virFreeCallback};
use crate::abi::{Array, Count, Fault, In, InStr, Out, Owned, OwnedStr, Result, Rule, Status, duplicates};
use crate::objects::{Connection, Domain, EventClass, EventSource, FromWire, subscribe, unsubscribe};
use oxivirt_entry_macro::entry;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::qemu;
use oxivirt_xdr::Str;
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
    let cmd = command(cmd)?;
    let args = qemu::DomainAgentCommandArgs { dom: dom.wire(), cmd, timeout, flags };
    let mut call = dom.call();
    let ret = dom.driver().qemu_domain_agent_command(&mut call, &args)?;
    // NULL means failure to the caller, so a reply without a text is one.
    let result = ret.result.ok_or_else(Fault::unexplained)?;
    Ok(result.as_bytes().to_vec())
}

#[entry(private)]
fn virDomainQemuAttach(conn: In<'_, Connection>, pid_value: c_uint, flags: c_uint) -> Owned<Domain> {
    let conn = conn.get()?;
    if pid_value == 0 {
        return Err(Fault::Argument("pid_value", Rule::NotZero));
    }
    conn.writable()?;
    let args = qemu::DomainAttachArgs { pid_value, flags };
    Domain::asked(conn, |driver, call| Ok(driver.qemu_domain_attach(call, &args)?.dom))
}

#[entry(private)]
fn virDomainQemuMonitorCommand(
    domain: In<'_, Domain>,
    cmd: InStr<'_>,
    result: Out<'_, *mut c_char>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let result = result.get("result")?;
    dom.writable()?;
    let args = qemu::DomainMonitorCommandArgs { dom: dom.wire(), cmd: command(cmd)?, flags };
    let mut call = dom.call();
    let ret = dom.driver().qemu_domain_monitor_command(&mut call, &args)?;
    result.write_string(ret.result.as_bytes())?;
    Ok(())
}

/// A command that the entry point does not check: NULL only fails when the call is encoded.
fn command(cmd: InStr<'_>) -> Result<Str<'_>> {
    let fault = || Error::new(ErrorDomain::RPC, ErrorCode::RPC, message!("Unable to encode message payload"));
    Ok(cmd.opt().map(Str::from).ok_or_else(fault)?)
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
    let cmd = cmd.get("cmd")?.into();
    if ninfiles > 0 || !outfiles.is_null() {
        dom.conn().takes_descriptors()?;
    }
    let result = result.get("result")?;
    dom.writable()?;
    let mut call = dom.call();
    call.fds_in = duplicates(infiles.read("infiles", ninfiles)?)?;
    let args = qemu::DomainMonitorCommandWithFilesArgs { dom: dom.wire(), cmd, flags };
    let reply = dom.driver().qemu_domain_monitor_command_with_files(&mut call, &args)?;
    let text = reply.result.as_bytes().to_vec();
    let received = std::mem::take(&mut call.fds_out);
    // Descriptors nobody asked for are closed, and still counted.
    let number = outfiles.give(received)?;
    noutfiles.write(number.cast_unsigned());
    result.write_string(&text)?;
    Ok(())
}
