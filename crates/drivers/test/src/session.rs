//! A connection of the test driver.
use crate::driver::{Driver, leave_default, share_default};
use crate::{FROM, authenticate, node_file};
use oxivirt_conf::{Credentials, Uri};
use oxivirt_driver_common::{Locked, Membership, MemoryStreams, errors};
use oxivirt_model::{Error, ErrorCode, Result, Uuid, message};
use oxivirt_protocol::{EventClass, Listener, Session, remote};
use oxivirt_sys::ForkLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Weak};

use crate::domain::Domain;

/// What an in-process driver is opened with.
#[derive(Debug)]
pub struct OpenLocal<'a> {
    /// The URI, aliases replaced.
    pub uri: Uri,
    /// The connection may change nothing.
    pub read_only: bool,
    /// Answers authentication.
    pub credentials: Option<&'a mut dyn Credentials>,
}

/// An open connection.
#[derive(Debug)]
pub(crate) struct TestSession {
    driver: Arc<Driver>,
    /// Its place among those who hear of events.
    pub(crate) events: Membership,
    /// What procedures opened.
    pub(crate) streams: MemoryStreams,
    /// What tells it from all others.
    id: u64,
    /// Domains whose migrations end with it unless it leads them to their end.
    migrating: ForkLock<Vec<Uuid>>,
    uri: Vec<u8>,
    read_only: bool,
    closed: AtomicBool,
}

/// How many sessions there were.
static SESSIONS: AtomicU64 = AtomicU64::new(0);

/// Opens `test:///default` or `test:///FILE`.
///
/// # Errors
/// The URI names neither, the file cannot be read or is wrong, or authentication fails.
pub fn open(request: OpenLocal<'_>) -> Result<Arc<dyn Session>> {
    let path = request.uri.path.as_slice();
    let driver = match path {
        b"" | b"/" => {
            let text = message!("testOpen: supply a path or use test:///default");
            return Err(Error::new(FROM, ErrorCode::INVALID_ARG, text));
        }
        b"/default" => share_default(node_file::default_state)?,
        _ => Arc::new(node_file::load(path)?),
    };
    let session = TestSession {
        events: driver.events.join(),
        driver,
        streams: MemoryStreams::new(),
        id: SESSIONS.fetch_add(1, Ordering::Relaxed),
        migrating: ForkLock::new(Vec::new(), Vec::new),
        uri: request.uri.format(),
        read_only: request.read_only,
        closed: AtomicBool::new(false),
    };
    // On failure the session ends as one that was open.
    authenticate::authenticate(&session.driver.users, &request.uri, request.credentials)?;
    Ok(Arc::new(session))
}

impl TestSession {
    /// Returns the state.
    ///
    /// # Errors
    /// The connection was closed.
    pub(crate) fn driver(&self) -> Result<&Driver> {
        if self.closed.load(Ordering::Relaxed) {
            return Err(errors::internal(FROM, "the connection is closed"));
        }
        Ok(&self.driver)
    }

    /// Returns the state, of a session that is being closed too.
    pub(crate) fn state(&self) -> &Driver {
        &self.driver
    }

    /// Returns what tells this session from all others.
    pub(crate) fn id(&self) -> u64 {
        self.id
    }

    /// Notes that a domain's migration ends with this session.
    pub(crate) fn remember(&self, domain: Uuid) {
        self.migrating.lock().push(domain);
    }

    /// Notes that it has ended.
    pub(crate) fn forget(&self, domain: Uuid) {
        self.migrating.lock().retain(|one| *one != domain);
    }

    /// Makes a change, then lets who hears of events do something about those that it caused.
    pub(crate) fn change<R>(&self, change: impl FnOnce(&Driver) -> Result<R>) -> Result<R> {
        let driver = self.driver()?;
        let result = change(driver);
        driver.settle();
        result
    }

    /// Calls `then` with the domain, locked, and the state.
    ///
    /// # Errors
    /// There is no such domain; what `then` returns.
    pub(crate) fn domain<R>(
        &self,
        dom: &remote::NonnullDomain<'_>,
        then: impl FnOnce(&mut Locked<'_, Domain>, &Driver) -> Result<R>,
    ) -> Result<R> {
        self.change(|driver| {
            let object = driver.domains.by_uuid(&dom.uuid);
            let result = object.and_then(|object| driver.domains.with(&object, |domain| then(domain, driver)));
            result.unwrap_or_else(|| Err(errors::no_domain(FROM, dom)))
        })
    }

    fn leave(&self) {
        if !self.closed.swap(true, Ordering::AcqRel) {
            self.streams.close_all();
            let migrating = std::mem::take(&mut *self.migrating.lock());
            if !migrating.is_empty() {
                self.abandon_migrations(migrating);
            }
            leave_default(&self.driver);
        }
    }
}

impl Drop for TestSession {
    fn drop(&mut self) {
        self.leave();
    }
}

impl Session for TestSession {
    fn uri(&self) -> &[u8] {
        &self.uri
    }

    fn kind(&self) -> Result<&[u8]> {
        Ok(b"TEST")
    }

    fn is_alive(&self) -> bool {
        !self.closed.load(Ordering::Relaxed)
    }

    fn is_read_only(&self) -> bool {
        self.read_only
    }

    fn listen(&self, listener: Weak<dyn Listener>) {
        self.events.listen(listener);
    }

    fn filters_events(&self) -> bool {
        true
    }

    fn has_events(&self, class: EventClass) -> bool {
        matches!(class, EventClass::Domain | EventClass::Network | EventClass::StoragePool | EventClass::NodeDevice)
    }

    fn has_close_callback(&self) -> bool {
        false
    }

    fn close(&self) -> Result<()> {
        self.leave();
        Ok(())
    }
}
