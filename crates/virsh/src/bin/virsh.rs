//! virsh: see the library.
use std::process::ExitCode;

fn main() -> ExitCode {
    oxivirt_virsh::by_name()
}
