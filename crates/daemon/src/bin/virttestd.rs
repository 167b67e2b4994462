//! virttestd: the daemon of the test driver.
use oxivirt_daemon::{Kind, Network, drivers};
use std::process::ExitCode;

fn main() -> ExitCode {
    oxivirt_daemon::main(&Kind {
        name: "virttestd",
        prefix: "virttestd",
        network: Network::Never,
        listens_tls: false,
        drivers: |_| Ok(Box::new(drivers::test())),
    })
}
