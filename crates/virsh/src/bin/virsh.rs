//! One file for the programs of a client host: virsh, and under their names virt-admin and oxivirt-doctor. Each would link the same
//! drivers once more.
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let called = std::env::args_os().next().unwrap_or_default();
    match Path::new(&called).file_name().and_then(|name| name.to_str()) {
        Some("virt-admin") => oxivirt_virsh::virt_admin(),
        Some("oxivirt-doctor") => oxivirt_doctor::run(),
        _ => oxivirt_virsh::virsh(),
    }
}
