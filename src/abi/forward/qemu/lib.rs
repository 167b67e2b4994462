//! `libvirt-qemu.so.0`: every symbol jumps to its twin in libvirt.so.0, which holds the handles and the driver.
#![expect(unsafe_code, reason = "C symbols that call C symbols")]

use std::arch::global_asm;
use std::ffi::{c_int, c_uint, c_void};

unsafe extern "C-unwind" {
    fn oxivirt_virConnectDomainQemuMonitorEventDeregister(conn: *mut c_void, callbackid: c_int) -> c_int;
    fn oxivirt_virConnectDomainQemuMonitorEventRegister(
        conn: *mut c_void,
        dom: *mut c_void,
        event: *mut c_void,
        cb: *mut c_void,
        opaque: *mut c_void,
        freecb: *mut c_void,
        flags: c_uint,
    ) -> c_int;
    fn oxivirt_virDomainQemuAgentCommand(
        domain: *mut c_void,
        cmd: *mut c_void,
        timeout: c_int,
        flags: c_uint,
    ) -> *mut c_void;
    fn oxivirt_virDomainQemuAttach(conn: *mut c_void, pid_value: c_uint, flags: c_uint) -> *mut c_void;
    fn oxivirt_virDomainQemuMonitorCommand(
        domain: *mut c_void,
        cmd: *mut c_void,
        result: *mut c_void,
        flags: c_uint,
    ) -> c_int;
    fn oxivirt_virDomainQemuMonitorCommandWithFiles(
        domain: *mut c_void,
        cmd: *mut c_void,
        ninfiles: c_uint,
        infiles: *mut c_void,
        noutfiles: *mut c_void,
        outfiles: *mut c_void,
        result: *mut c_void,
        flags: c_uint,
    ) -> c_int;
}

global_asm!(
    ".symver virConnectDomainQemuMonitorEventDeregister, virConnectDomainQemuMonitorEventDeregister@@@LIBVIRT_QEMU_1.2.3"
);
#[unsafe(no_mangle)]
extern "C-unwind" fn virConnectDomainQemuMonitorEventDeregister(conn: *mut c_void, callbackid: c_int) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virConnectDomainQemuMonitorEventDeregister(conn, callbackid) }
}

global_asm!(
    ".symver virConnectDomainQemuMonitorEventRegister, virConnectDomainQemuMonitorEventRegister@@@LIBVIRT_QEMU_1.2.3"
);
#[unsafe(no_mangle)]
extern "C-unwind" fn virConnectDomainQemuMonitorEventRegister(
    conn: *mut c_void,
    dom: *mut c_void,
    event: *mut c_void,
    cb: *mut c_void,
    opaque: *mut c_void,
    freecb: *mut c_void,
    flags: c_uint,
) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virConnectDomainQemuMonitorEventRegister(conn, dom, event, cb, opaque, freecb, flags) }
}

global_asm!(".symver virDomainQemuAgentCommand, virDomainQemuAgentCommand@@@LIBVIRT_QEMU_0.10.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virDomainQemuAgentCommand(
    domain: *mut c_void,
    cmd: *mut c_void,
    timeout: c_int,
    flags: c_uint,
) -> *mut c_void {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virDomainQemuAgentCommand(domain, cmd, timeout, flags) }
}

global_asm!(".symver virDomainQemuAttach, virDomainQemuAttach@@@LIBVIRT_QEMU_0.9.4");
#[unsafe(no_mangle)]
extern "C-unwind" fn virDomainQemuAttach(conn: *mut c_void, pid_value: c_uint, flags: c_uint) -> *mut c_void {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virDomainQemuAttach(conn, pid_value, flags) }
}

global_asm!(".symver virDomainQemuMonitorCommand, virDomainQemuMonitorCommand@@@LIBVIRT_QEMU_0.8.3");
#[unsafe(no_mangle)]
extern "C-unwind" fn virDomainQemuMonitorCommand(
    domain: *mut c_void,
    cmd: *mut c_void,
    result: *mut c_void,
    flags: c_uint,
) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virDomainQemuMonitorCommand(domain, cmd, result, flags) }
}

global_asm!(".symver virDomainQemuMonitorCommandWithFiles, virDomainQemuMonitorCommandWithFiles@@@LIBVIRT_QEMU_8.2.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virDomainQemuMonitorCommandWithFiles(
    domain: *mut c_void,
    cmd: *mut c_void,
    ninfiles: c_uint,
    infiles: *mut c_void,
    noutfiles: *mut c_void,
    outfiles: *mut c_void,
    result: *mut c_void,
    flags: c_uint,
) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe {
        oxivirt_virDomainQemuMonitorCommandWithFiles(domain, cmd, ninfiles, infiles, noutfiles, outfiles, result, flags)
    }
}
