//! Which of a client's sessions a call goes to. In front of a hypervisor's daemon there may be others for networks, storage and so on:
//! each is connected when the first call needs it, and kept until the client goes, also when it breaks. Calls that come meanwhile wait
//! for it, in their order.
use super::Client;
use super::incoming::Incoming;
use super::limits;
use super::listener::SessionListener;
use super::opened::{Next, Opened, Routed};
use crate::errors;
use crate::group::Group;
use crate::link::Link;
use crate::mailbox::Task;
use crate::opener::{self, Wanted};
use oxivirt_model::Result;
use oxivirt_protocol::Identity;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

impl Client {
    /// Finds the session that a call goes to. Never waits.
    pub(super) fn route(&self, mut call: Incoming) -> Routed {
        if call.link.is_none()
            && let Some(opened) = self.opened()
        {
            match Group::of(call.info).filter(|_| opened.link.is_remote()) {
                Some(group) => return opened.route(group, call),
                None => call.link = Some(Arc::clone(&opened.link)),
            }
        }
        Routed::Ready(call)
    }

    /// Connects to the daemon for a kind of objects, and has the call worked on that needed it first and those that came meanwhile.
    /// May wait.
    pub(super) fn connect(&self, opened: &Opened, group: Group, mut call: Incoming) {
        let connected = catch_unwind(AssertUnwindSafe(|| self.open_group(opened, group, &call)));
        let link = match connected.unwrap_or_else(|_| Err(errors::panicked())) {
            Ok(link) => link,
            Err(error) => {
                let waiting = opened.give_up(group);
                self.refuse(&call, error);
                waiting.into_iter().for_each(|call| self.begin(call, false));
                return;
            }
        };
        let to = link.as_ref().unwrap_or(&opened.link);
        loop {
            call.link = Some(Arc::clone(to));
            self.begin(call, false);
            match opened.next_waiting(group, link.as_ref()) {
                Next::Call(next) => call = next,
                Next::Known => break link.iter().for_each(|link| self.watch(link)),
                Next::Closed => break link.iter().for_each(|link| self.close_link(link)),
            }
        }
    }

    /// Connects to the daemon for a kind of objects; `None` if the session that the client opened works on them.
    fn open_group(&self, opened: &Opened, group: Group, call: &Incoming) -> Result<Option<Arc<Link>>> {
        if call.is_undecodable() {
            return Err(errors::undecodable());
        }
        limits::check(call)?;
        let identity = self.acts_for()?;
        let wanted = self.wanted(None, &identity);
        let other = self.daemon.opener.open_group(&opened.uri, group, &wanted)?;
        Ok(other.map(|other| self.link(other, false)))
    }

    /// Returns what an opener is told.
    pub(super) fn wanted<'w>(&self, uri: Option<&'w [u8]>, identity: &'w Identity) -> Wanted<'w> {
        Wanted { uri, read_only: self.is_read_only(), identity }
    }

    /// Makes what was opened a session of this client's; `first`: its end is the end of the connection.
    pub(super) fn link(&self, opened: opener::Opened, first: bool) -> Arc<Link> {
        Link::new(opened, Arc::new(SessionListener::new(self, first)))
    }

    /// Has the session's descriptor watched, if it has one.
    pub(super) fn watch(&self, link: &Arc<Link>) {
        if link.is_remote() {
            self.daemon.mailbox.post(Task::Watch(self.token, Arc::clone(link)));
        }
    }

    /// Returns true if the session is open and this client's.
    pub(crate) fn has(&self, link: &Arc<Link>) -> bool {
        self.opened().is_some_and(|opened| opened.links().iter().any(|one| Arc::ptr_eq(one, link)))
    }
}
