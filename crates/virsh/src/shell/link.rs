//! Open connections.
use oxivirt::admin::AdminConnection;
use oxivirt::{Connection, Result};
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
    /// Closes the connection.
    pub(super) fn close(self) -> Result<()> {
        self.conn.events().close().clear();
        self.conn.close().map(drop)
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
