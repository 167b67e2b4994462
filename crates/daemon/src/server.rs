//! A server of a daemon: its listeners share limits, workers and a list of clients. Every daemon has two, the one that is named after
//! it and `admin`.
use crate::client::Client;
use crate::lock::Lock;
use crate::peer::Transport;
use crate::pool::{Pool, PoolLimits};
use std::collections::BTreeMap;
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::sync::Arc;

/// What a server's clients speak.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Serves {
    /// The remote, qemu and lxc programs.
    Drivers,
    /// The admin program.
    Admin,
}

/// How a client proves who it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(dead_code, reason = "polkit")]
pub(crate) enum Auth {
    /// Not at all.
    None,
    /// polkit decides about the process.
    Polkit,
}

/// How many clients there may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct ClientLimits {
    pub(crate) max: u32,
    /// Of those that have not proven who they are; 0 for any number.
    pub(crate) max_anonymous: u32,
}

/// Settings of a server that do not change.
#[derive(Clone, Debug)]
pub(crate) struct ServerConfig {
    pub(crate) name: String,
    pub(crate) serves: Serves,
    pub(crate) pool: PoolLimits,
    pub(crate) clients: ClientLimits,
    /// Calls of one client that are worked on or wait at a time.
    pub(crate) requests: u32,
    /// Seconds of silence before a ping; no pings unless it is positive.
    pub(crate) keepalive_interval: i32,
    /// Pings without an answer before a client is given up.
    pub(crate) keepalive_count: u32,
}

#[derive(Debug)]
struct Clients {
    limits: ClientLimits,
    by_id: BTreeMap<u64, Arc<Client>>,
    /// Of these, the ones that have not proven who they are.
    anonymous: u32,
    next: u64,
}

/// A server.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) config: ServerConfig,
    pub(crate) pool: Pool,
    clients: Lock<Clients>,
}

/// A listening socket of a server.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) fd: OwnedFd,
    /// To be removed at the end: where it was made by this process.
    pub(crate) path: Option<PathBuf>,
    pub(crate) server: Arc<Server>,
    pub(crate) transport: Transport,
    pub(crate) auth: Auth,
    pub(crate) read_only: bool,
}

impl Server {
    pub(crate) fn new(config: ServerConfig) -> Arc<Self> {
        let pool = Pool::new(&config.name, config.pool);
        let clients = Clients { limits: config.clients, by_id: BTreeMap::new(), anonymous: 0, next: 1 };
        Arc::new(Self { pool, clients: Lock::new(clients), config })
    }

    /// Returns the number for the next client.
    pub(crate) fn next_id(&self) -> u64 {
        let mut clients = self.clients.lock();
        let id = clients.next;
        clients.next = id.wrapping_add(1);
        id
    }

    /// Returns true if no connection shall be accepted now.
    pub(crate) fn is_full(&self) -> bool {
        let clients = self.clients.lock();
        let count = u32::try_from(clients.by_id.len()).unwrap_or(u32::MAX);
        let ClientLimits { max, max_anonymous } = clients.limits;
        count >= max || (max_anonymous > 0 && clients.anonymous >= max_anonymous)
    }

    pub(crate) fn add(&self, client: &Arc<Client>) {
        let mut clients = self.clients.lock();
        if !client.is_authenticated() {
            clients.anonymous = clients.anonymous.saturating_add(1);
        }
        clients.by_id.insert(client.id, Arc::clone(client));
    }

    /// A client proved who it is.
    pub(crate) fn authenticated(&self) {
        let mut clients = self.clients.lock();
        clients.anonymous = clients.anonymous.saturating_sub(1);
    }

    /// Forgets a client that ended. Returns true if it was there.
    pub(crate) fn remove(&self, client: &Client) -> bool {
        let mut clients = self.clients.lock();
        let known = clients.by_id.remove(&client.id).is_some();
        if known && !client.is_authenticated() {
            clients.anonymous = clients.anonymous.saturating_sub(1);
        }
        known
    }

    /// Returns all clients, in the order in which they came.
    pub(crate) fn clients(&self) -> Vec<Arc<Client>> {
        self.clients.lock().by_id.values().cloned().collect()
    }

    pub(crate) fn client(&self, id: u64) -> Option<Arc<Client>> {
        self.clients.lock().by_id.get(&id).cloned()
    }

    pub(crate) fn has_clients(&self) -> bool {
        !self.clients.lock().by_id.is_empty()
    }

    /// Returns the limits, how many clients there are, and how many of them have not proven who they are.
    pub(crate) fn client_counts(&self) -> (ClientLimits, u32, u32) {
        let clients = self.clients.lock();
        (clients.limits, u32::try_from(clients.by_id.len()).unwrap_or(u32::MAX), clients.anonymous)
    }

    pub(crate) fn set_client_limits(&self, limits: ClientLimits) {
        self.clients.lock().limits = limits;
    }
}
