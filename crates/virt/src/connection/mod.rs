//! `virConnect`: an open connection, and what it knows about itself.
mod cpu;
mod host;
mod node;
mod node_stats;
mod open;

pub use cpu::HypervisorCpu;
pub use node::{CpuMap, NodeInfo, SecurityModel};
pub use node_stats::NodeStat;

use crate::events::Events;
use crate::op::named;
use crate::{Error, ErrorCode, ErrorDomain, Function, OnConnection, Result, Session, Text};
use oxivirt_model::message;
use oxivirt_protocol::remote;
use oxivirt_sys::OnceBox;
use std::fmt;
use std::sync::{Arc, Weak};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

/// An open connection to a hypervisor. A clone is the same connection, which is closed when the last of its clones and objects
/// is gone, or by [`Connection::close`].
#[derive(Clone)]
pub struct Connection(Arc<Inner>);

struct Inner {
    session: Arc<dyn Session>,
    read_only: bool,
    kind: OnceBox<Text>,
    events: Arc<Events>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.events.leave();
        // The last reference is gone: nobody is left to hear that the goodbye failed.
        let _ = self.session.close();
    }
}

impl OnConnection for Connection {
    fn conn(&self) -> &Connection {
        self
    }
}

impl Connection {
    /// Returns a connection over any driver's session.
    #[must_use]
    pub fn from_session(session: Arc<dyn Session>) -> Self {
        let events = Events::new(ErrorDomain::REMOTE);
        let listener: Weak<Events> = Arc::downgrade(&events);
        session.listen(listener);
        let read_only = session.is_read_only();
        Self(Arc::new(Inner { session, read_only, kind: OnceBox::new(), events }))
    }

    /// Returns the driver's session: every procedure of the protocol, below the rules of this crate.
    #[must_use]
    pub fn session(&self) -> &dyn Session {
        &*self.0.session
    }

    /// Returns true if the driver works in this process: nothing goes over a socket.
    #[must_use]
    pub fn is_local(&self) -> bool {
        self.0.session.is_local()
    }

    /// Returns the driver's session for whoever serves it, such as an event loop.
    #[must_use]
    pub fn shared_session(&self) -> Arc<dyn Session> {
        Arc::clone(&self.0.session)
    }

    /// Returns who subscribed to events, and the close callback.
    #[must_use]
    pub fn events(&self) -> &Arc<Events> {
        &self.0.events
    }

    /// Returns true if both are clones of one connection.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Closes the connection at once; calls that other threads are waiting for end with an error. A second close does nothing.
    ///
    /// # Errors
    /// Saying goodbye failed; the connection is closed all the same.
    pub fn close(&self) -> Result<()> {
        self.0.session.close()
    }

    /// Returns true if the connection may change nothing.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.0.read_only
    }

    /// Returns the URI it was opened with, as the driver understood it.
    #[must_use]
    pub fn uri(&self) -> Text {
        Text::new(self.0.session.uri())
    }

    /// Returns the hypervisor's name (`QEMU`): `virConnectGetType`. Asked once.
    ///
    /// # Errors
    /// The driver could not be asked.
    pub fn kind(&self) -> Result<&Text> {
        if let Some(kind) = self.0.kind.get() {
            return Ok(kind);
        }
        let function = Function("virConnectGetType", FROM);
        let kind = Text::new(self.0.session.kind().map_err(|error| named(&function, error))?);
        Ok(self.0.kind.get_or_init(|| kind))
    }

    /// Returns true if the connection is open and its peer has not gone. Makes no call.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        self.0.session.is_alive()
    }

    /// Starts pings after `interval` seconds of silence (0 or less: stops them); the peer is given up after `count` unanswered
    /// ones. Returns false if the peer does not know keepalive.
    ///
    /// # Errors
    /// There is no event loop that could answer pings, the interval is too large, or the driver has no use for pings.
    pub fn set_keepalive(&self, interval: i32, count: u32) -> Result<bool> {
        let io = self.0.session.io().ok_or_else(|| Function("virConnectSetKeepAlive", FROM).unsupported())?;
        let known = io.set_keepalive(interval, count)?;
        self.0.events.serve();
        Ok(known)
    }

    /// Returns true if the driver has a `VIR_DRV_FEATURE_…`; asked each time.
    ///
    /// # Errors
    /// The driver could not be asked.
    pub fn supports_feature(&self, feature: i32) -> Result<bool> {
        let args = remote::ConnectSupportsFeatureArgs { feature };
        let op = self.op(&Function("virConnectSupportsFeature", FROM));
        op.call(|driver, call| Ok(driver.connect_supports_feature(call, &args)?.supported != 0))
    }

    /// Refuses a driver that descriptors cannot be passed to.
    #[doc(hidden)]
    pub fn takes_descriptors(&self) -> Result<()> {
        if self.supports_feature(remote::DriverFeature::FD_PASSING.0)? {
            return Ok(());
        }
        let text = message!("fd passing is not supported by this connection");
        Err(Error::new(ErrorDomain::DOMAIN, ErrorCode::ARGUMENT_UNSUPPORTED, text))
    }

    /// Returns true if the driver takes string parameters.
    #[doc(hidden)]
    pub fn takes_strings(&self) -> Result<bool> {
        self.op(&Function("virConnectSupportsFeature", FROM)).takes_strings()
    }

    /// Returns `flags` of a parameter getter, saying that strings are welcome where the driver can send them.
    #[doc(hidden)]
    pub fn with_strings(&self, flags: u32) -> Result<u32> {
        self.op(&Function("virConnectSupportsFeature", FROM)).with_strings(flags)
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Connection").field(&self.uri()).finish()
    }
}

#[cfg(test)]
mod tests;
