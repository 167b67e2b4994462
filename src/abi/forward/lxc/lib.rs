//! `libvirt-lxc.so.0`: every symbol jumps to its twin in libvirt.so.0, which holds the handles and the driver.
#![expect(unsafe_code, reason = "C symbols that call C symbols")]

use std::arch::global_asm;
use std::ffi::{c_int, c_uint, c_void};

unsafe extern "C-unwind" {
    fn oxivirt_virDomainLxcEnterCGroup(domain: *mut c_void, flags: c_uint) -> c_int;
    fn oxivirt_virDomainLxcEnterNamespace(
        domain: *mut c_void,
        nfdlist: c_uint,
        fdlist: *mut c_void,
        noldfdlist: *mut c_void,
        oldfdlist: *mut c_void,
        flags: c_uint,
    ) -> c_int;
    fn oxivirt_virDomainLxcEnterSecurityLabel(
        model: *mut c_void,
        label: *mut c_void,
        oldlabel: *mut c_void,
        flags: c_uint,
    ) -> c_int;
    fn oxivirt_virDomainLxcOpenNamespace(domain: *mut c_void, fdlist: *mut c_void, flags: c_uint) -> c_int;
}

global_asm!(".symver virDomainLxcEnterCGroup, virDomainLxcEnterCGroup@@@LIBVIRT_LXC_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virDomainLxcEnterCGroup(domain: *mut c_void, flags: c_uint) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virDomainLxcEnterCGroup(domain, flags) }
}

global_asm!(".symver virDomainLxcEnterNamespace, virDomainLxcEnterNamespace@@@LIBVIRT_LXC_1.0.2");
#[unsafe(no_mangle)]
extern "C-unwind" fn virDomainLxcEnterNamespace(
    domain: *mut c_void,
    nfdlist: c_uint,
    fdlist: *mut c_void,
    noldfdlist: *mut c_void,
    oldfdlist: *mut c_void,
    flags: c_uint,
) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virDomainLxcEnterNamespace(domain, nfdlist, fdlist, noldfdlist, oldfdlist, flags) }
}

global_asm!(".symver virDomainLxcEnterSecurityLabel, virDomainLxcEnterSecurityLabel@@@LIBVIRT_LXC_1.0.4");
#[unsafe(no_mangle)]
extern "C-unwind" fn virDomainLxcEnterSecurityLabel(
    model: *mut c_void,
    label: *mut c_void,
    oldlabel: *mut c_void,
    flags: c_uint,
) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virDomainLxcEnterSecurityLabel(model, label, oldlabel, flags) }
}

global_asm!(".symver virDomainLxcOpenNamespace, virDomainLxcOpenNamespace@@@LIBVIRT_LXC_1.0.2");
#[unsafe(no_mangle)]
extern "C-unwind" fn virDomainLxcOpenNamespace(domain: *mut c_void, fdlist: *mut c_void, flags: c_uint) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virDomainLxcOpenNamespace(domain, fdlist, flags) }
}
