//! The server: libvirtd, virtproxyd and the daemons of single drivers.
//!
//! One thread waits for sockets (`reactor`); it reads, and answers what cannot make it wait. All else is worked on by the pool of the
//! server that the client belongs to (`pool`). A client (`client`) has an engine of `crates/rpc` and, once it opened one, a session of a
//! driver (`opener`). `run` starts and ends a daemon from its command line (`cli`), configuration (`config`) and sockets (`listen`).
mod access;
mod activation;
mod admin;
mod cli;
mod client;
mod config;
mod daemon;
mod direct;
pub mod drivers;
mod errors;
mod glob;
mod group;
mod identity;
mod kind;
mod link;
mod listen;
mod local;
mod mailbox;
mod notify;
mod opener;
mod paths;
mod peer;
mod pid_file;
mod policy;
mod polkit;
mod pool;
mod reactor;
mod run;
mod server;
mod string_params;
mod tls;

pub use direct::{Direct, decodes};
pub use group::Group;
pub use kind::{Kind, Network};
pub use local::{Local, Row};
pub use opener::{Done, Forward, Opened, Opener, Wanted};
pub use oxivirt_client::{EncodedCall, Reply};
use oxivirt_sys::mutex as lock;
pub use paths::Paths;
pub use run::main;

/// Does to a daemon in memory what an input says, and checks what must hold whatever clients do: the fuzz target `server`.
#[cfg(feature = "fuzzing")]
pub fn simulate(operations: &[u8]) {
    client::simulate(operations);
}

/// The version of the library that daemons tell: 12.8.0.
pub(crate) const LIBRARY_VERSION: u64 = 12_008_000;

#[cfg(test)]
mod proxy_tests;

#[cfg(test)]
mod tests {
    #[test]
    fn the_version_is_the_packages() {
        let numbers: Vec<u64> = env!("CARGO_PKG_VERSION").split('.').map(|part| part.parse().unwrap()).collect();
        assert_eq!(super::LIBRARY_VERSION, numbers[0] * 1_000_000 + numbers[1] * 1000 + numbers[2]);
    }
}
