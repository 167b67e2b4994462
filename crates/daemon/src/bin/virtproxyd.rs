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
            // The stock daemon's errors name sockets by this path; every system with /run has the link.
            let folder = if paths.privileged { "/var/run/libvirt".into() } else { paths.run.clone() };
            let direct = Direct::new(folder, paths.privileged);
            Ok(Box::new(direct.decoding(oxivirt_daemon::decodes())))
        },
    })
}
