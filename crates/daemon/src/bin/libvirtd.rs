//! libvirtd: the daemon with all drivers.
use oxivirt_daemon::{Kind, Network, drivers};
use std::process::ExitCode;

fn main() -> ExitCode {
    oxivirt_daemon::main(&Kind {
        name: "libvirtd",
        prefix: "libvirt",
        network: Network::WithOption,
        listens_tls: true,
        drivers: |_| Ok(Box::new(drivers::all())),
    })
}
