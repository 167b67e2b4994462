//! The handles of libvirt-admin: `virAdmConnectPtr`, `virAdmServerPtr`, `virAdmClientPtr`.
//!
//! An admin connection has no error record of its own: errors of its calls are only stored for the thread.
use super::Connection;
use crate::abi::{Handle, Object, Ref};
use oxivirt_model::{ErrorCode, ErrorDomain};
use oxivirt_protocol::{Call, Session};
use std::ffi::CString;
use std::sync::Arc;

/// An open connection to a daemon's admin socket.
#[derive(Debug)]
pub(crate) struct AdmConnection {
    pub(crate) driver: Arc<dyn Session>,
}

impl AdmConnection {
    /// A fresh call record for one procedure.
    pub(crate) fn call(&self) -> Call {
        Call::default()
    }
}

impl Drop for AdmConnection {
    fn drop(&mut self) {
        // The last reference is gone: nobody is left to hear that the goodbye failed.
        let _ = self.driver.close();
    }
}

/// A server of a daemon: a group of sockets, clients and workers.
#[derive(Debug)]
pub(crate) struct AdmServer {
    pub(crate) conn: Ref<AdmConnection>,
    pub(crate) name: CString,
}

/// A client connected to a server.
#[derive(Debug)]
pub(crate) struct AdmClient {
    pub(crate) server: Ref<AdmServer>,
    pub(crate) id: u64,
    /// Seconds since the epoch when it connected.
    pub(crate) timestamp: i64,
    /// A `virClientTransport`.
    pub(crate) transport: i32,
}

macro_rules! admin_object {
    ($kind:ty, $magic:literal) => {
        impl Object for $kind {
            const MAGIC: u32 = $magic;
            const INVALID: (Option<ErrorDomain>, ErrorCode) = (None, ErrorCode::INVALID_CONN);
            fn connection(_: &Handle<Self>) -> Option<&Handle<Connection>> {
                None
            }
        }
    };
}
admin_object!(AdmConnection, 0x6f78_0010);
admin_object!(AdmServer, 0x6f78_0011);
admin_object!(AdmClient, 0x6f78_0012);
