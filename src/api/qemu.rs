//! libvirt-qemu.h: what only the QEMU driver can do.
use crate::abi::ctypes::{virConnectDomainQemuMonitorEventCallback, virFreeCallback};
use crate::abi::{
    Array, Count, Fault, Function, In, InStr, Out, Owned, OwnedStr, Status, UserData, duplicates, not_negative,
};
use crate::objects::{Class, Connection, Domain, HasDriver, Subscribes, Subscription, uuid_key};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, message};
use oxivirt_protocol::qemu;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// The error domain of this section: it has a number of its own, which the stock library does not use here.
const FROM: ErrorDomain = ErrorDomain::NONE;

#[entry(private)]
fn virConnectDomainQemuMonitorEventDeregister(conn: In<'_, Connection>, callbackid: c_int) -> Status {
    let conn = conn.get()?;
    not_negative(callbackid, "callbackID")?;
    conn.writable()?;
    conn.unsubscribe_function(callbackid, |_, callback_id| {
        let args = qemu::ConnectDomainMonitorEventDeregisterArgs { callback_id };
        conn.ask(|driver, call| driver.qemu_connect_domain_monitor_event_deregister(call, &args))
    })
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
    let conn = conn.get()?;
    let dom = dom.opt()?;
    if let Some(dom) = dom.filter(|d| !d.is_on(conn)) {
        let function = "virConnectDomainQemuMonitorEventRegister";
        let text = message!("domain '%1$s' in %2$s must match connection", dom.name().to_bytes(), function);
        return Err(Fault::Invalid("dom", text));
    }
    let function = Function::new(cb, "cb")?;
    conn.writable()?;
    let what = Subscription {
        class: Class::QemuMonitor,
        event: 0,
        key: dom.map(|d| uuid_key(d.uuid())),
        function,
        data: UserData::new(opaque, freecb),
    };
    let name = event.opt();
    let ask = || {
        let args = qemu::ConnectDomainMonitorEventRegisterArgs {
            dom: dom.map(|d| d.wire()),
            event: name.map(Into::into),
            flags,
        };
        let ret = conn.ask(|driver, call| driver.qemu_connect_domain_monitor_event_register(call, &args))?;
        Ok(Some(ret.callback_id))
    };
    if name.is_some() { conn.subscribe_function_alone(what, ask) } else { conn.subscribe_function(what, ask) }
}

#[entry(private)]
fn virDomainQemuAgentCommand(domain: In<'_, Domain>, cmd: InStr<'_>, timeout: c_int, flags: c_uint) -> OwnedStr {
    let dom = domain.for_write()?;
    let answer = dom.qemu_agent_command(cmd.encoded()?, timeout, flags)?;
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
    result.write_string(dom.qemu_monitor_command(cmd.encoded()?, flags)?.as_bytes())
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
