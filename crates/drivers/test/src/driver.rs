//! The state of the test driver: a host, the objects on it, and who hears of their changes.
use crate::domain::{Domain, Lines};
use crate::interface::Interfaces;
use crate::network::Network;
use crate::node_device::NodeDevice;
use crate::storage::Pool;
use oxivirt_driver_common::{EventHub, ObjectList};
use oxivirt_sys::ForkLock;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};

/// The host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Host {
    /// Model of the processors, at most [`Host::MAX_MODEL`] bytes.
    pub(crate) model: String,
    /// KiB.
    pub(crate) memory: u64,
    /// Active processors.
    pub(crate) cpus: u32,
    pub(crate) mhz: u32,
    /// NUMA nodes, sockets in each, cores in each, threads in each.
    pub(crate) nodes: u32,
    pub(crate) sockets: u32,
    pub(crate) cores: u32,
    pub(crate) threads: u32,
    /// Memory and processors by NUMA node; none for hosts of node files.
    pub(crate) cells: Vec<Cell>,
}

/// A NUMA node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    /// KiB.
    pub(crate) memory: u64,
    /// KiB.
    pub(crate) free: u64,
    /// How many processors it has.
    pub(crate) cpus: u32,
}

impl Default for Host {
    fn default() -> Self {
        Self {
            model: "i686".to_owned(),
            memory: 3 << 20,
            cpus: 16,
            mhz: 1400,
            nodes: 2,
            sockets: 2,
            cores: 2,
            threads: 2,
            cells: Vec::new(),
        }
    }
}

impl Host {
    /// The longest name of a model that C's struct has room for.
    pub(crate) const MAX_MODEL: usize = 31;

    /// How many processors the driver can tell apart, active or not: `VIR_NODEINFO_MAXCPUS`.
    pub(crate) fn max_cpus(&self) -> u32 {
        [self.sockets, self.cores, self.threads].into_iter().fold(self.nodes, u32::saturating_mul)
    }
}

/// Somebody who may open the connection.
#[derive(Debug)]
pub(crate) struct User {
    pub(crate) name: String,
    /// `None`: no password is asked for.
    pub(crate) password: Option<String>,
}

/// Everything behind one connection, or behind all to `test:///default`.
#[derive(Debug)]
pub(crate) struct Driver {
    pub(crate) host: Host,
    /// Who may open the connection; anybody if there are none.
    pub(crate) users: Vec<User>,
    pub(crate) domains: ObjectList<Domain>,
    pub(crate) networks: ObjectList<Network>,
    pub(crate) interfaces: Interfaces,
    pub(crate) devices: ObjectList<NodeDevice>,
    pub(crate) pools: ObjectList<Pool>,
    pub(crate) events: Arc<EventHub>,
    /// Open consoles and channels.
    pub(crate) lines: Lines,
    next_domain: AtomicI32,
}

impl Driver {
    /// Returns a host without any object.
    pub(crate) fn new() -> Self {
        Self {
            host: Host::default(),
            users: Vec::new(),
            domains: ObjectList::new(),
            networks: ObjectList::new(),
            interfaces: Interfaces::new(),
            devices: ObjectList::new(),
            pools: ObjectList::new(),
            events: Arc::new(EventHub::new()),
            lines: Lines::new(),
            next_domain: AtomicI32::new(1),
        }
    }

    /// Does what is to be done after changes, with no lock held: wakes who got events, and hangs up the lines of domains that ended.
    pub(crate) fn settle(&self) {
        self.events.wake();
        self.lines.hang_up();
    }

    /// Returns the number for a domain that is started.
    pub(crate) fn next_domain(&self) -> i32 {
        self.next_domain.fetch_add(1, Ordering::Relaxed) & i32::MAX
    }
}

/// The state of `test:///default`, and how many connections share it.
static DEFAULT: ForkLock<Option<(Arc<Driver>, usize)>> = ForkLock::new(None, || None);

/// Returns the state that all connections to `test:///default` share. Each ends with [`leave_default`].
///
/// # Errors
/// `make` fails, which makes the first one.
pub(crate) fn share_default(
    make: impl FnOnce() -> oxivirt_model::Result<Driver>,
) -> oxivirt_model::Result<Arc<Driver>> {
    let mut default = DEFAULT.lock();
    if let Some((driver, users)) = default.as_mut() {
        *users = users.saturating_add(1);
        return Ok(Arc::clone(driver));
    }
    let driver = Arc::new(make()?);
    *default = Some((Arc::clone(&driver), 1));
    Ok(driver)
}

/// Returns the state that all connections to `test:///default` share, if there are any.
pub(crate) fn default_driver() -> Option<Arc<Driver>> {
    DEFAULT.lock().as_ref().map(|(driver, _)| Arc::clone(driver))
}

/// Ends the use of the shared state, which is forgotten with the last. `driver` is what the connection used; any other is left alone.
pub(crate) fn leave_default(driver: &Arc<Driver>) {
    let mut default = DEFAULT.lock();
    let Some((shared, users)) = default.as_mut().filter(|(shared, _)| Arc::ptr_eq(shared, driver)) else { return };
    debug_assert!(Arc::ptr_eq(shared, driver), "checked");
    *users = users.saturating_sub(1);
    let last = if *users == 0 { default.take() } else { None };
    drop(default);
    drop(last);
}
