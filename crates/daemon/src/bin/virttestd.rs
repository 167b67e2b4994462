//! virttestd: the daemon of the test driver.
use oxivirt_daemon::{Kind, Network};
use std::process::ExitCode;

fn main() -> ExitCode {
    oxivirt_daemon::main(&Kind {
        name: "virttestd",
        prefix: "virttestd",
        network: Network::Never,
        listens_tls: false,
        drivers: |_| Err("the test driver is not part of this build".to_owned()),
    })
}
