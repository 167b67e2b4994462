//! virtproxyd: the daemon without drivers, which stands before those that have them.
use oxivirt_daemon::{Direct, Kind, Network};
use std::process::ExitCode;

fn main() -> ExitCode {
    oxivirt_daemon::main(&Kind {
        name: "virtproxyd",
        prefix: "libvirt",
        network: Network::Configured,
        listens_tls: false,
        drivers: |paths| {
            let direct = Direct::new(paths.run.clone(), paths.privileged);
            Ok(Box::new(direct.decoding(oxivirt_daemon::decodes())))
        },
    })
}
