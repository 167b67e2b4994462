//! `libvirt.so.0`: the C boundary of Oxivirt.
//!
//! `abi` says what a C argument and result may be; `objects` what a handle stands for; `api` holds one short function per
//! exported symbol. Nothing here has a Rust API: the interface is libvirt_sym.version and include/libvirt.
include!(concat!(env!("OUT_DIR"), "/version_of.rs"));

mod abi;
mod api;
mod objects;
