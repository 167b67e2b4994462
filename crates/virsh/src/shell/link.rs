//! Open connections.
use oxivirt::Connection;
use oxivirt::admin::AdminConnection;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// An open connection of virsh.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) conn: Connection,
    /// It was lost.
    pub(super) lost: Arc<AtomicBool>,
}

impl Link {
    /// Closes the connection. A daemon that does not say goodbye, because it is gone or still sends what nobody wants any more, is
    /// nothing to tell the user.
    pub(super) fn close(self) {
        self.conn.events().close().clear();
        let _ = self.conn.close();
    }
}

/// An open connection of virt-admin.
#[derive(Debug)]
pub(super) struct AdminLink(pub(super) AdminConnection);

impl Drop for AdminLink {
    fn drop(&mut self) {
        // It may have been called.
        let _ = self.0.forget_on_close();
    }
}
