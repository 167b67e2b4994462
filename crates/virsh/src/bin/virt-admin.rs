//! virt-admin: see the library.
use std::process::ExitCode;

fn main() -> ExitCode {
    oxivirt_virsh::virt_admin()
}
