//! One connection of a client. The thread that waits for sockets reads from it; whoever has something for it writes.
//!
//! - `conn`: the engine and the socket; `serve`: moving bytes between them; `wrap`: what the bytes travel in
//! - `auth`: how the client proves who it is; `access`: what it may do
//! - `pace`: whether its next call is likely to follow soon
//! - `member`: the client as its server sees it
//! - `calls`: from a call to its answer: what is refused, which thread works on it
//! - `route`: which of its sessions a call goes to, of what it `opened`; `forward`: calls that are passed on as they are
//! - `limits`: how much a call may ask for
//! - `own`: procedures that the daemon answers itself; `registrations` those about events
//! - `events`: what a session reports
//! - `streams`: data between a session's streams and the client's
//! - `identity`: for whom the client acts
//! - `end`: what is left to do when it is gone
//! - `fake`, `simulation`: operations on clients of a driver made for tests, chosen by an input
//!
//! Locks: `conn` is never held while a session is called, and `events` may be taken inside of it, never the other way round. All
//! others are held for a moment only, with no other lock inside.
mod access;
mod auth;
mod calls;
mod conn;
mod end;
mod events;
mod forward;
mod identity;
mod incoming;
mod limits;
mod listener;
mod member;
mod opened;
mod own;
mod pace;
mod pump;
mod registrations;
mod route;
mod serve;
mod session;
mod streams;
mod wrap;

#[cfg(any(test, feature = "fuzzing"))]
mod fake;
#[cfg(any(test, feature = "fuzzing"))]
mod simulation;
#[cfg(test)]
mod tests;

#[cfg(feature = "fuzzing")]
pub(crate) use simulation::run as simulate;

pub(crate) use conn::{Input, Progress};

use crate::daemon::Daemon;
use crate::lock::Lock;
use crate::peer::{Peer, Transport};
use crate::server::{Auth, Server, Service};
use conn::Conn;
use events::Events;
use opened::Opened;
use oxivirt_protocol::Identity;
use oxivirt_sys::OnceBox;
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use std::time::{Instant, SystemTime, UNIX_EPOCH};
use wrap::{Sasl, Tls};

/// A client. Its jobs, its session's listener and the lists it is in hold references.
#[derive(Debug)]
pub(crate) struct Client {
    /// Itself, for jobs.
    me: Weak<Client>,
    pub(crate) daemon: Arc<Daemon>,
    pub(crate) server: Arc<Server>,
    /// Its number in its server.
    pub(crate) id: u64,
    /// Its number in the thread that waits for sockets.
    pub(crate) token: usize,
    /// When it came, in seconds since 1970.
    pub(crate) since: i64,
    pub(crate) transport: Transport,
    pub(crate) peer: Peer,
    auth: Auth,
    authenticated: AtomicBool,
    /// When the connection ends unless the client has proven who it is.
    deadline: Option<Instant>,
    sasl: Lock<Sasl>,
    /// Whom SASL found the client to be.
    sasl_user: OnceBox<Vec<u8>>,
    /// Whom the client's certificate is for.
    certified: OnceBox<Option<String>>,
    read_only: AtomicBool,
    conn: Lock<Conn>,
    /// What the peer is found to be, at its first call.
    found: OnceBox<Identity>,
    /// What the client said whom it acts for instead.
    claimed: Lock<Option<Identity>>,
    session: Lock<Option<Arc<Opened>>>,
    events: Lock<Events>,
}

impl Client {
    /// Makes the client of a connection that `service` accepted.
    ///
    /// # Errors
    /// A TLS session cannot be started, for this reason.
    pub(crate) fn new(
        daemon: &Arc<Daemon>,
        service: &Service,
        socket: OwnedFd,
        peer: Peer,
        token: usize,
    ) -> std::result::Result<Arc<Self>, String> {
        let server = Arc::clone(&service.server);
        let tls = service.tls.as_ref().map(Tls::new).transpose()?;
        let proves_nothing = service.auth == Auth::None && tls.is_none();
        let now = Instant::now();
        let conn = Conn::new(socket, tls, &server.config, now);
        let deadline = daemon.policy.auth_timeout.and_then(|timeout| now.checked_add(timeout));
        let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        Ok(Arc::new_cyclic(|me| Self {
            me: Weak::clone(me),
            daemon: Arc::clone(daemon),
            id: server.next_id(),
            server,
            token,
            since: i64::try_from(since).unwrap_or(i64::MAX),
            transport: service.transport,
            peer,
            auth: service.auth,
            authenticated: AtomicBool::new(proves_nothing),
            deadline,
            sasl: Lock::new(Sasl::Nothing),
            sasl_user: OnceBox::new(),
            certified: OnceBox::new(),
            read_only: AtomicBool::new(service.read_only),
            conn: Lock::new(conn),
            found: OnceBox::new(),
            claimed: Lock::new(None),
            session: Lock::new(None),
            events: Lock::new(Events::default()),
        }))
    }

    fn is_authenticated(&self) -> bool {
        self.authenticated.load(Ordering::Acquire)
    }

    fn is_read_only(&self) -> bool {
        self.read_only.load(Ordering::Relaxed)
    }

    fn opened(&self) -> Option<Arc<Opened>> {
        self.session.lock().clone()
    }
}
