//! libvirt-admin: looking into a running daemon: its servers, workers and clients.
mod client;
mod connect;
mod logging;
mod server;

use crate::events::CloseCallback;
use crate::op::Op;
use crate::{ErrorDomain, Function, Result, Session, Text};
use oxivirt_protocol::admin;
use std::fmt;
use std::sync::{Arc, Weak};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::ADMIN;

/// An open connection to a daemon's admin socket. A clone is the same connection.
#[derive(Clone)]
pub struct AdminConnection(Arc<Inner>);

struct Inner {
    session: Arc<dyn Session>,
    close: Arc<CloseCallback>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        // The last reference is gone: nobody is left to be told that the goodbye failed.
        let _ = self.session.close();
    }
}

impl AdminConnection {
    /// Returns a connection over a session of the admin program.
    #[must_use]
    pub fn from_session(session: Arc<dyn Session>) -> Self {
        let close = Arc::new(CloseCallback::new([ErrorDomain::ADMIN, ErrorDomain::NONE], false));
        let listener: Weak<CloseCallback> = Arc::downgrade(&close);
        session.listen(listener);
        Self(Arc::new(Inner { session, close }))
    }

    /// Starts an operation; errors name `function`.
    fn op<'a>(&'a self, function: &'a Function) -> Op<'a> {
        // Never read-only.
        Op::new(self.session(), false, function)
    }

    /// Returns the driver's session: every procedure of the admin protocol.
    #[must_use]
    pub fn session(&self) -> &dyn Session {
        &*self.0.session
    }

    /// Returns the driver's session for whoever serves it, such as an event loop.
    #[must_use]
    pub fn shared_session(&self) -> Arc<dyn Session> {
        Arc::clone(&self.0.session)
    }

    /// Returns the URI it was opened with.
    #[must_use]
    pub fn uri(&self) -> Text {
        Text::new(self.0.session.uri())
    }

    /// Returns true if the connection is open and the daemon has not gone. Makes no call.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        self.0.session.is_alive()
    }

    /// Closes the connection at once; a second close does nothing.
    ///
    /// # Errors
    /// Saying goodbye failed; the connection is closed all the same.
    pub fn close(&self) -> Result<()> {
        self.0.session.close()
    }
}

impl fmt::Debug for AdminConnection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AdminConnection").field(&self.uri()).finish()
    }
}

/// A server of a daemon: a group of sockets, clients and workers. A clone is the same object.
#[derive(Debug, Clone)]
pub struct Server(Arc<ServerInner>);

#[derive(Debug)]
struct ServerInner {
    conn: AdminConnection,
    name: Text,
}

impl Server {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &AdminConnection, wire: &admin::NonnullServer<'_>) -> Self {
        Self(Arc::new(ServerInner { conn: conn.clone(), name: Text::from(&wire.name) }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> admin::NonnullServer<'_> {
        admin::NonnullServer { name: self.name().into() }
    }

    fn op<'a>(&'a self, function: &'a Function) -> Op<'a> {
        self.0.conn.op(function)
    }

    /// Returns the connection it belongs to.
    #[must_use]
    pub fn connection(&self) -> &AdminConnection {
        &self.0.conn
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &Text {
        &self.0.name
    }
}

/// A client connected to a server. A clone is the same object.
#[derive(Debug, Clone)]
pub struct ServerClient(Arc<ClientInner>);

#[derive(Debug)]
struct ClientInner {
    server: Server,
    id: u64,
    timestamp: i64,
    transport: u32,
}

impl ServerClient {
    /// A client of `server`; the server that the reply names is not looked at.
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(server: &Server, wire: &admin::NonnullClient<'_>) -> Self {
        let (id, timestamp, transport) = (wire.id, wire.timestamp, wire.transport);
        Self(Arc::new(ClientInner { server: server.clone(), id, timestamp, transport }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> admin::NonnullClient<'_> {
        admin::NonnullClient {
            srv: self.0.server.wire(),
            id: self.0.id,
            timestamp: self.0.timestamp,
            transport: self.0.transport,
        }
    }

    fn op<'a>(&'a self, function: &'a Function) -> Op<'a> {
        self.0.server.op(function)
    }

    /// Returns the server it is connected to.
    #[must_use]
    pub fn server(&self) -> &Server {
        &self.0.server
    }

    /// Returns the number that the server gave it.
    #[must_use]
    pub fn id(&self) -> u64 {
        self.0.id
    }

    /// Returns when it connected, in seconds since the epoch.
    #[must_use]
    pub fn timestamp(&self) -> i64 {
        self.0.timestamp
    }

    /// Returns how it is connected, a `virClientTransport`.
    #[must_use]
    pub fn transport(&self) -> u32 {
        self.0.transport
    }
}

#[cfg(test)]
mod tests;
