//! Which of a client's sessions a call goes to. In front of a hypervisor's daemon there may be others for networks, storage and so on:
//! each is connected when the first call needs it, and kept until the client goes, also when it breaks.
use super::Client;
use super::listener::SessionListener;
use super::opened::Opened;
use crate::group::Group;
use crate::link::Link;
use crate::mailbox::Task;
use crate::opener::{self, Wanted};
use oxivirt_model::Result;
use oxivirt_protocol::{Identity, ProcedureInfo};
use std::sync::Arc;

impl Client {
    /// Returns the session that a procedure's calls go to. May connect to a daemon.
    ///
    /// # Errors
    /// Those of the daemon, or of connecting to it.
    pub(super) fn route(&self, opened: &Opened, info: ProcedureInfo) -> Result<Arc<Link>> {
        let Some(group) = Group::of(info).filter(|_| opened.link.is_remote()) else {
            return Ok(Arc::clone(&opened.link));
        };
        if let Some(known) = opened.groups.lock().get(&group) {
            return Ok(Arc::clone(known.as_ref().unwrap_or(&opened.link)));
        }
        // Without the lock: other calls go on while this one waits for a daemon.
        let identity = self.acts_for()?;
        let wanted = self.wanted(None, &identity);
        let link = self.daemon.opener.open_group(&opened.uri, group, &wanted)?.map(|other| self.link(other, false));
        let mut groups = opened.groups.lock();
        let ended = !self.opened().is_some_and(|now| Arc::ptr_eq(&now.groups, &opened.groups));
        if ended || groups.contains_key(&group) {
            // Another call was faster, or the client went.
            let known = groups.get(&group).cloned().flatten();
            drop(groups);
            if let Some(link) = link {
                self.close_link(&link);
            }
            return Ok(known.unwrap_or_else(|| Arc::clone(&opened.link)));
        }
        groups.insert(group, link.clone());
        drop(groups);
        if let Some(link) = &link {
            self.watch(link);
        }
        Ok(link.unwrap_or_else(|| Arc::clone(&opened.link)))
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
