//! Where lines come from. Filters written for the stock library match these names, so they follow its categories.
use crate::Level;
use std::sync::atomic::{AtomicU8, Ordering};

/// Not decided yet: smaller than every level, so that the first line asks.
const UNKNOWN: u8 = 0;
/// Nobody wants lines of this source.
pub(crate) const OFF: u8 = 5;

/// A category of lines and the lowest level that is wanted of it.
#[derive(Debug)]
pub struct Source {
    name: &'static str,
    lowest: AtomicU8,
}

impl Source {
    /// A source named like the stock library's category.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name, lowest: AtomicU8::new(UNKNOWN) }
    }

    /// The name that filters match.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Whether a line of this level is wanted.
    #[inline]
    #[must_use]
    pub fn wants(&self, level: Level) -> bool {
        self.lowest.load(Ordering::Relaxed) <= level as u8 && self.decide(level)
    }

    #[cold]
    fn decide(&self, level: Level) -> bool {
        let lowest = crate::state().config.lowest(self.name);
        self.lowest.store(lowest, Ordering::Relaxed);
        lowest <= level as u8
    }
}

/// Opening and closing connections, the library itself.
pub static LIBVIRT: Source = Source::new("libvirt");
/// Functions of domains.
pub static DOMAIN: Source = Source::new("libvirt.domain");
/// Functions of domain snapshots.
pub static SNAPSHOT: Source = Source::new("libvirt.domain-snapshot");
/// Functions of domain checkpoints.
pub static CHECKPOINT: Source = Source::new("libvirt.domain-checkpoint");
/// Functions of hosts.
pub static HOST: Source = Source::new("libvirt.host");
/// Functions of host interfaces.
pub static INTERFACE: Source = Source::new("libvirt.interface");
/// Functions of networks.
pub static NETWORK: Source = Source::new("libvirt.network");
/// Functions of host devices.
pub static NODEDEV: Source = Source::new("libvirt.nodedev");
/// Functions of network filters.
pub static NWFILTER: Source = Source::new("libvirt.nwfilter");
/// Functions of secrets.
pub static SECRET: Source = Source::new("libvirt.secret");
/// Functions of storage pools and volumes.
pub static STORAGE: Source = Source::new("libvirt.storage");
/// Functions of streams.
pub static STREAM: Source = Source::new("libvirt.stream");
/// libvirt-qemu.so.
pub static QEMU: Source = Source::new("libvirt-qemu");
/// libvirt-lxc.so.
pub static LXC: Source = Source::new("libvirt-lxc");
/// libvirt-admin.so.
pub static ADMIN: Source = Source::new("libvirt-admin");
/// The event loop's functions.
pub static EVENT: Source = Source::new("util.event");
/// Errors.
pub static ERROR: Source = Source::new("util.error");
/// Typed parameters.
pub static TYPED_PARAM: Source = Source::new("util.typedparam");
/// Configuration files.
pub static CONF: Source = Source::new("util.conf");
/// URIs and aliases.
pub static URI: Source = Source::new("util.uri");
/// Credentials.
pub static AUTH: Source = Source::new("util.auth");
/// The remote driver: which daemon, authentication, features.
pub static REMOTE: Source = Source::new("remote.remote_driver");
/// Events from a daemon.
pub static REMOTE_EVENT: Source = Source::new("remote.remote_event");
/// Which socket is meant.
pub static REMOTE_SOCKETS: Source = Source::new("remote.remote_sockets");
/// The connection: its beginning and its end.
pub static RPC_CLIENT: Source = Source::new("rpc.netclient");
/// Calls and replies.
pub static RPC_PROGRAM: Source = Source::new("rpc.netclientprogram");
/// Streams on the wire.
pub static RPC_STREAM: Source = Source::new("rpc.netclientstream");
/// Sockets and the processes behind them.
pub static RPC_SOCKET: Source = Source::new("rpc.netsocket");
/// TLS.
pub static RPC_TLS: Source = Source::new("rpc.nettlscontext");
/// Single certificates.
pub static RPC_TLS_CERTIFICATE: Source = Source::new("rpc.nettlscert");
/// SASL.
pub static RPC_SASL: Source = Source::new("rpc.netsaslcontext");
/// Pings.
pub static RPC_KEEPALIVE: Source = Source::new("rpc.keepalive");
/// A daemon: its start, its end, its drivers.
pub static DAEMON: Source = Source::new("daemon.remote_daemon");
/// A daemon's clients.
pub static RPC_SERVER: Source = Source::new("rpc.netserver");
/// Single clients of a daemon.
pub static RPC_SERVER_CLIENT: Source = Source::new("rpc.netserverclient");
/// The logger's own first lines.
pub static LOG: Source = Source::new("util.log");

/// All of them.
static ALL: &[&Source] = &[
    &LIBVIRT,
    &DOMAIN,
    &SNAPSHOT,
    &CHECKPOINT,
    &HOST,
    &INTERFACE,
    &NETWORK,
    &NODEDEV,
    &NWFILTER,
    &SECRET,
    &STORAGE,
    &STREAM,
    &QEMU,
    &LXC,
    &ADMIN,
    &EVENT,
    &ERROR,
    &TYPED_PARAM,
    &CONF,
    &URI,
    &AUTH,
    &REMOTE,
    &REMOTE_EVENT,
    &REMOTE_SOCKETS,
    &RPC_CLIENT,
    &RPC_PROGRAM,
    &RPC_STREAM,
    &RPC_SOCKET,
    &RPC_TLS,
    &RPC_TLS_CERTIFICATE,
    &RPC_SASL,
    &RPC_KEEPALIVE,
    &DAEMON,
    &RPC_SERVER,
    &RPC_SERVER_CLIENT,
    &LOG,
];

/// Forgets what was decided about all sources, because the settings changed.
pub(crate) fn forget_decisions() {
    for source in ALL {
        source.lowest.store(UNKNOWN, Ordering::Relaxed);
    }
}
