//! A server of a daemon: its listeners share limits, workers and a list of clients. Every daemon has two, the one that is named after
//! it and `admin`.
use crate::lock::Lock;
use crate::peer::{Owner, Peer, Transport};
use crate::pool::{Pool, PoolLimits};
use crate::tls::TlsService;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::Identity;
use std::collections::BTreeMap;
use std::fmt::Debug;
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
pub(crate) enum Auth {
    /// Not at all.
    None,
    /// With a name and a password, a ticket, or what else the SASL library knows.
    Sasl,
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

impl ClientLimits {
    /// Refuses limits that contradict each other.
    ///
    /// # Errors
    /// More clients may wait for authentication than there may be.
    pub(crate) fn check(self) -> Result<()> {
        if self.max >= self.max_anonymous {
            return Ok(());
        }
        let text = message!(
            "The overall maximum number of clients must not be less than the number of clients waiting for authentication"
        );
        Err(Error::new(ErrorDomain::RPC, ErrorCode::INVALID_ARG, text))
    }
}

/// How many of the clients may be one user's or come from one address; 0 for any number. Root's are not counted.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Quotas {
    pub(crate) per_user: u32,
    pub(crate) per_address: u32,
    /// Of those that have not proven who they are.
    pub(crate) anonymous: u32,
}

impl Quotas {
    fn of(self, owner: Owner) -> u32 {
        match owner {
            Owner::User(_) => self.per_user,
            Owner::Address(_) => self.per_address,
        }
    }
}

/// A client as its server and administrators see it.
pub(crate) trait Member: Send + Sync + Debug {
    /// Its number in its server.
    fn id(&self) -> u64;
    /// When it came, in seconds since 1970.
    fn since(&self) -> i64;
    fn transport(&self) -> Transport;
    fn peer(&self) -> &Peer;
    fn is_authenticated(&self) -> bool;
    fn is_read_only(&self) -> bool;
    /// Returns what the peer was found to be, `None` before its first call.
    fn known_identity(&self) -> Option<Identity>;
    /// Ends the connection as if the peer had.
    fn disconnect(&self);
}

/// What becomes of a connection that was accepted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Admission {
    /// It is served.
    Now,
    /// It waits until there is room.
    Later,
    /// It is closed, for this reason.
    Never(String),
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
    pub(crate) quotas: Quotas,
    /// Bytes of calls and answers that are kept for one client before nothing more is read from it.
    pub(crate) memory: usize,
}

/// Connections of one user or address.
#[derive(Clone, Copy, Default, Debug)]
struct Count {
    all: u32,
    anonymous: u32,
}

#[derive(Debug)]
struct Clients {
    limits: ClientLimits,
    by_id: BTreeMap<u64, Arc<dyn Member>>,
    /// Of these, the ones that have not proven who they are.
    anonymous: u32,
    by_owner: BTreeMap<Owner, Count>,
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
    /// What its connections are encrypted with.
    pub(crate) tls: Option<Arc<TlsService>>,
}

impl Clients {
    fn count(&self) -> u32 {
        u32::try_from(self.by_id.len()).unwrap_or(u32::MAX)
    }

    fn is_full(&self) -> bool {
        let ClientLimits { max, max_anonymous } = self.limits;
        self.count() >= max || (max_anonymous > 0 && self.anonymous >= max_anonymous)
    }
}

impl Server {
    pub(crate) fn new(config: ServerConfig) -> Arc<Self> {
        let pool = Pool::new(&config.name, config.pool);
        let clients = Clients {
            limits: config.clients,
            by_id: BTreeMap::new(),
            anonymous: 0,
            by_owner: BTreeMap::new(),
            next: 1,
        };
        Arc::new(Self { pool, clients: Lock::new(clients), config })
    }

    /// Returns the number for the next client.
    pub(crate) fn next_id(&self) -> u64 {
        let mut clients = self.clients.lock();
        let id = clients.next;
        clients.next = id.wrapping_add(1);
        id
    }

    /// Returns true if no connection of anybody but root shall be served now.
    pub(crate) fn is_full(&self) -> bool {
        self.clients.lock().is_full()
    }

    /// Returns true if not even root can be let in: there is one place more than the limit says, which only root gets.
    pub(crate) fn is_full_for_root(&self) -> bool {
        let clients = self.clients.lock();
        clients.count() > clients.limits.max
    }

    /// Decides about a connection that was accepted. `waits`: the client has to prove who it is.
    pub(crate) fn admission(&self, peer: &Peer, waits: bool) -> Admission {
        let clients = self.clients.lock();
        if peer.is_root() {
            return if clients.count() > clients.limits.max { Admission::Later } else { Admission::Now };
        }
        let owner = peer.owner();
        let count = clients.by_owner.get(&owner).copied().unwrap_or_default();
        let quotas = self.config.quotas;
        let over = |limit: u32, count: u32| limit > 0 && count >= limit;
        if over(quotas.of(owner), count.all) {
            return Admission::Never(format!("{owner:?} has {} connections already", count.all));
        }
        if waits && over(quotas.anonymous, count.anonymous) {
            let count = count.anonymous;
            return Admission::Never(format!("{owner:?} has {count} connections that did not authenticate"));
        }
        if clients.is_full() { Admission::Later } else { Admission::Now }
    }

    pub(crate) fn add(&self, client: Arc<dyn Member>) {
        let mut clients = self.clients.lock();
        let anonymous = u32::from(!client.is_authenticated());
        clients.anonymous = clients.anonymous.saturating_add(anonymous);
        let count = clients.by_owner.entry(client.peer().owner()).or_default();
        count.all = count.all.saturating_add(1);
        count.anonymous = count.anonymous.saturating_add(anonymous);
        clients.by_id.insert(client.id(), client);
    }

    /// Notes that a client has proven who it is: `prove` says so of it, and whether it had not before.
    pub(crate) fn authenticated(&self, client: &dyn Member, prove: impl FnOnce() -> bool) {
        // Under the lock: a client that leaves meanwhile is counted once.
        let mut clients = self.clients.lock();
        if !prove() || !clients.by_id.contains_key(&client.id()) {
            return;
        }
        clients.anonymous = clients.anonymous.saturating_sub(1);
        if let Some(count) = clients.by_owner.get_mut(&client.peer().owner()) {
            count.anonymous = count.anonymous.saturating_sub(1);
        }
    }

    /// Forgets a client that ended. Returns true if it was there.
    pub(crate) fn remove(&self, client: &dyn Member) -> bool {
        let mut clients = self.clients.lock();
        if clients.by_id.remove(&client.id()).is_none() {
            return false;
        }
        let anonymous = u32::from(!client.is_authenticated());
        clients.anonymous = clients.anonymous.saturating_sub(anonymous);
        let owner = client.peer().owner();
        if let Some(count) = clients.by_owner.get_mut(&owner) {
            count.all = count.all.saturating_sub(1);
            count.anonymous = count.anonymous.saturating_sub(anonymous);
            if count.all == 0 {
                clients.by_owner.remove(&owner);
            }
        }
        true
    }

    /// Returns all clients, in the order in which they came.
    pub(crate) fn clients(&self) -> Vec<Arc<dyn Member>> {
        self.clients.lock().by_id.values().cloned().collect()
    }

    pub(crate) fn client(&self, id: u64) -> Option<Arc<dyn Member>> {
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

#[cfg(test)]
#[path = "server_tests.rs"]
mod tests;
