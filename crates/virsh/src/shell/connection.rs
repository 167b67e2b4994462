//! virsh's connection: opened when the first command needs it, opened again when it was lost.
use super::link::Link;
use super::output::Level;
use super::polkit_agent;
use super::state::Shell;
use crate::bytes::{Shown, bytes};
use crate::fail::{Done, Failure, OrSay};
use oxivirt::{CloseReason, Connection, Credential, Credentials, ErrorCode, ErrorDomain, OpenRequest, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Seconds between pings, and how many may stay unanswered, unless the user says so.
const KEEPALIVE: (i32, u32) = (5, 6);

/// How often a user may fail to authenticate.
const ATTEMPTS: u32 = 5;

impl Shell {
    /// Returns the connection.
    ///
    /// # Errors
    /// There is none: the command is one of those that need none.
    pub(crate) fn conn(&self) -> Done<Connection> {
        let link = self.link.as_ref().ok_or_else(|| Failure::say("no valid connection"))?;
        Ok(link.conn.clone())
    }

    /// Closes the connection, if there is one.
    pub(crate) fn disconnect(&mut self) {
        if let Some(link) = self.link.take() {
            self.close(link);
        }
        self.admin = None;
    }

    fn close(&self, link: Link) {
        if link.close().is_err() {
            self.error("Failed to disconnect from the hypervisor");
        }
    }

    /// Makes sure that there is a connection.
    pub(super) fn connection_for_command(&mut self) -> Done {
        let usable = self.link.as_ref().is_some_and(|link| !link.lost.load(Ordering::Acquire));
        if !usable {
            self.reconnect(None, false, false)?;
        }
        if self.link.as_ref().is_some_and(|link| link.conn.is_alive()) {
            return Ok(());
        }
        Err(Failure::say("no valid connection"))
    }

    /// Connects for completion, which must neither ask nor say anything.
    pub(crate) fn connect_quietly(&mut self) -> Done {
        self.connection_for_command().map_err(|_| Failure::quiet())
    }

    /// Connects to `uri`, or again to what the connection was to. `silent` says nothing if there was a connection before.
    pub(crate) fn reconnect(&mut self, uri: Option<&str>, read_only: bool, silent: bool) -> Done {
        let read_only = read_only || (uri.is_none() && self.read_only);
        let before = self.link.take();
        let connected = before.is_some();
        let lost = before.as_ref().is_some_and(|link| link.lost.load(Ordering::Acquire));
        if let Some(link) = before {
            self.close(link);
        }
        let wanted = uri.map(str::to_owned).or_else(|| self.uri.clone());
        let conn = self.open(wanted.as_deref(), read_only).or_say(|| {
            if lost { "Failed to reconnect to the hypervisor" } else { "failed to connect to the hypervisor" }
        })?;
        let uri = wanted.unwrap_or_else(|| conn.uri().shown());
        self.link = Some(Link { lost: watch_end(&conn, &uri), conn });
        self.uri = Some(uri);
        self.read_only = read_only;
        if connected && !silent {
            self.error("Reconnected to the hypervisor");
        }
        Ok(())
    }

    pub(crate) fn open(&self, uri: Option<&str>, read_only: bool) -> Done<Connection> {
        let uri = uri.map(bytes);
        // It ends when the connection is open, or is not.
        let _agent = if self.polkit_agent { polkit_agent::start() } else { None };
        let mut failures: u32 = 0;
        let conn = loop {
            let error = match open_once(uri.as_deref(), read_only) {
                Ok(conn) => break conn,
                Err(error) => error,
            };
            failures = failures.saturating_add(1);
            let refused = error.domain == ErrorDomain::POLKIT && error.code == ErrorCode::AUTH_FAILED;
            if read_only || !refused || failures >= ATTEMPTS {
                return Err(error.into());
            }
        };
        let watched = conn.clone();
        // Without the thread nobody hears of a lost connection before the next command.
        let _ = oxivirt_sys::spawn_thread(
            "events",
            move || {
                while watched.wait_for_events(Duration::from_hours(1)).is_ok() {}
            },
        );
        self.set_keepalive(&conn)?;
        Ok(conn)
    }

    fn set_keepalive(&self, conn: &Connection) -> Done {
        let (interval, count) = (self.keepalive_interval, self.keepalive_count);
        let wanted = interval.unwrap_or(KEEPALIVE.0);
        let unanswered = count.and_then(|count| u32::try_from(count).ok()).unwrap_or(KEEPALIVE.1);
        if wanted <= 0 || conn.set_keepalive(wanted, unanswered).is_ok_and(|known| known) {
            return Ok(());
        }
        if interval.is_some() || count.is_some() {
            return Err(Failure::say("Cannot setup keepalive on connection as requested, disconnecting"));
        }
        self.debug(Level::Info, "Failed to setup keepalive on connection");
        Ok(())
    }
}

fn open_once(uri: Option<&[u8]>, read_only: bool) -> Result<Connection> {
    let mut credentials = Terminal;
    Connection::open_with(OpenRequest {
        name: uri,
        read_only,
        event_loop: true,
        credentials: Some(&mut credentials),
        ..OpenRequest::default()
    })
}

/// Tells the user when the connection is lost. Returns whether it was.
fn watch_end(conn: &Connection, uri: &str) -> Arc<AtomicBool> {
    let lost = Arc::new(AtomicBool::new(false));
    let uri = uri.to_owned();
    let told = Arc::clone(&lost);
    let tell = move |reason: CloseReason| {
        let why = match reason {
            CloseReason::EOF => "end of file",
            CloseReason::KEEPALIVE => "keepalive timeout",
            _ => "I/O error",
        };
        oxivirt_sys::write_to_stderr(&bytes(&format!("error: Disconnected from {uri} due to {why}\n")));
        told.store(true, Ordering::Release);
    };
    // There is no other on a fresh connection.
    let _ = conn.events().close().set(0, || Box::new(tell));
    lost
}

/// Asks the user on the terminal.
#[derive(Debug)]
struct Terminal;

/// User name, realm and texts that may be seen; then the password and others that may not; then polkit's own agent.
const SEEN: [i32; 4] = [1, 2, 6, 8];
const UNSEEN: [i32; 2] = [5, 7];
const EXTERNAL: i32 = 9;

impl Credentials for Terminal {
    fn kinds(&self) -> &[i32] {
        &[2, 5, 6, 7, 8, EXTERNAL]
    }

    fn answer(&mut self, credentials: &mut [Credential]) -> bool {
        credentials.iter_mut().all(|credential| ask(credential).is_some())
    }
}

/// Returns `None` if the user gave up.
fn ask(credential: &mut Credential) -> Option<()> {
    if credential.kind == EXTERNAL {
        return (credential.challenge.as_deref() == Some(b"PolicyKit")).then_some(());
    }
    let seen = SEEN.contains(&credential.kind);
    if !seen && !UNSEEN.contains(&credential.kind) {
        return None;
    }
    let answer = oxivirt_sys::terminal::ask(&credential.prompt, seen)?;
    let answer = if answer.is_empty() { credential.default.clone().unwrap_or_default() } else { answer };
    credential.answer = Some(answer);
    Some(())
}
