//! One of the small libraries (libvirt-qemu.so.0, libvirt-lxc.so.0, libvirt-admin.so.0): every symbol jumps to its twin in
//! libvirt.so.0, which holds the handles and the driver. The build script makes the jumps from the version script.
//!
//! As they are installed they hold nothing else: the profile `small` aborts where code panics, so that std can be left out.
#![cfg_attr(panic = "abort", no_std)]
#![expect(unsafe_code, reason = "C symbols in assembly")]

#[cfg(target_arch = "x86")]
core::arch::global_asm!(include_str!(concat!(env!("OUT_DIR"), "/jumps.s")), options(att_syntax));
#[cfg(not(target_arch = "x86"))]
core::arch::global_asm!(include_str!(concat!(env!("OUT_DIR"), "/jumps.s")));

/// Never called: there is no code that could panic.
#[cfg(panic = "abort")]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}
