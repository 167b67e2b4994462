//! Which daemon this is: what its programs differ in.
use crate::opener::Opener;
use crate::paths::Paths;

/// When a daemon listens to the network.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Network {
    /// If it is told to by `--listen` and by its configuration.
    WithOption,
    /// If its configuration says so.
    Configured,
    /// Never.
    Never,
}

/// A daemon's program.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Its name, which its server, its files and its units have too.
    pub name: &'static str,
    /// What the names of its sockets begin with.
    pub prefix: &'static str,
    /// When it listens to the network.
    pub network: Network,
    /// Whether it listens to TLS unless its configuration says otherwise.
    pub listens_tls: bool,
    /// Makes its drivers; what goes wrong ends the daemon.
    pub drivers: fn(&Paths) -> Result<Box<dyn Opener>, String>,
}
