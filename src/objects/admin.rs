//! The handles of libvirt-admin: `virAdmConnectPtr`, `virAdmServerPtr`, `virAdmClientPtr`.
//!
//! An admin connection has no error record of its own: errors of its calls are only stored for the thread.
use super::{CloseCallback, Connection, c_text, text};
use crate::abi::{Handle, Object, Ref, Result, Watch, event_loop_registered};
use oxivirt_model::{ErrorCode, ErrorDomain};
use oxivirt_protocol::{Call, Session, admin};
use std::ffi::CString;
use std::sync::{Arc, Weak};

/// An open connection to a daemon's admin socket.
#[derive(Debug)]
pub(crate) struct AdmConnection {
    driver: Arc<dyn Session>,
    watch: Option<Watch>,
    pub(crate) close: Arc<CloseCallback<AdmConnection>>,
}

impl AdmConnection {
    pub(crate) fn new(driver: Arc<dyn Session>) -> Self {
        let close = Arc::new(CloseCallback::new(ErrorDomain::NONE));
        let listener: Weak<CloseCallback<Self>> = Arc::downgrade(&close);
        driver.listen(listener);
        let watch = event_loop_registered().then(|| Watch::start(Arc::clone(&driver))).flatten();
        Self { driver, watch, close }
    }

    pub(crate) fn driver(&self) -> &dyn Session {
        &*self.driver
    }

    /// A fresh call record for one procedure.
    pub(crate) fn call(&self) -> Call {
        Call::default()
    }
}

impl Drop for AdmConnection {
    fn drop(&mut self) {
        self.watch = None;
        // The last reference is gone: nobody is left to be told that the goodbye failed.
        let _ = self.driver.close();
    }
}

/// A server of a daemon: a group of sockets, clients and workers.
#[derive(Debug)]
pub(crate) struct AdmServer {
    pub(crate) conn: Ref<AdmConnection>,
    pub(crate) name: CString,
}

impl AdmServer {
    pub(crate) fn from_wire(conn: &Handle<AdmConnection>, wire: &admin::NonnullServer<'_>) -> Result<Ref<Self>> {
        Ref::new(Self { conn: conn.counted(), name: c_text(&wire.name) })
    }

    pub(crate) fn wire(&self) -> admin::NonnullServer<'_> {
        admin::NonnullServer { name: self.name.as_c_str().into() }
    }
}

/// A client connected to a server.
#[derive(Debug)]
pub(crate) struct AdmClient {
    pub(crate) server: Ref<AdmServer>,
    pub(crate) id: u64,
    /// Seconds since the epoch when it connected.
    pub(crate) timestamp: i64,
    /// A `virClientTransport`.
    pub(crate) transport: u32,
}

impl AdmClient {
    /// A client of `server`; the server that the reply names is not looked at.
    pub(crate) fn from_wire(server: &Handle<AdmServer>, wire: &admin::NonnullClient<'_>) -> Result<Ref<Self>> {
        Ref::new(Self { server: server.counted(), id: wire.id, timestamp: wire.timestamp, transport: wire.transport })
    }

    pub(crate) fn wire(&self) -> admin::NonnullClient<'_> {
        admin::NonnullClient {
            srv: self.server.wire(),
            id: self.id,
            timestamp: self.timestamp,
            transport: self.transport,
        }
    }
}

macro_rules! admin_object {
    ($kind:ident, $magic:literal, $title:expr) => {
        impl Object for $kind {
            const MAGIC: u32 = $magic;
            const INVALID: (Option<ErrorDomain>, ErrorCode) = (None, ErrorCode::INVALID_CONN);
            fn connection(_: &Handle<Self>) -> Option<&Handle<Connection>> {
                None
            }
            const KIND: &'static str = stringify!($kind);
            fn title(&self) -> String {
                let title: fn(&Self) -> String = $title;
                title(self)
            }
        }
    };
}
admin_object!(AdmConnection, 0x6f78_0010, |c| String::from_utf8_lossy(c.driver.uri()).into_owned());
admin_object!(AdmServer, 0x6f78_0011, |s| text(&s.name));
admin_object!(AdmClient, 0x6f78_0012, |c| c.id.to_string());
