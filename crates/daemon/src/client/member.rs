//! The client as its server and administrators see it.
use super::Client;
use crate::mailbox::Task;
use crate::peer::{Peer, Transport};
use crate::server::Member;
use oxivirt_protocol::Identity;
use oxivirt_rpc::Cause;

impl Member for Client {
    fn id(&self) -> u64 {
        self.id
    }

    fn since(&self) -> i64 {
        self.since
    }

    fn transport(&self) -> Transport {
        self.transport
    }

    fn peer(&self) -> &Peer {
        &self.peer
    }

    fn is_authenticated(&self) -> bool {
        Self::is_authenticated(self)
    }

    fn is_read_only(&self) -> bool {
        Self::is_read_only(self)
    }

    fn known_identity(&self) -> Option<Identity> {
        self.found.get().map(|found| self.with_proofs(found))
    }

    fn disconnect(&self) {
        let mut conn = self.conn.lock();
        conn.engine.close(Cause::Local);
        self.daemon.mailbox.post(Task::Look(self.token));
    }
}
