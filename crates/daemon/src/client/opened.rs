//! What a client opened, and which of its sessions works on which objects.
use super::incoming::Incoming;
use crate::group::Group;
use crate::link::Link;
use crate::lock::Lock;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// The session that a client opened, and those that came with it.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) link: Arc<Link>,
    /// The URI as the client wrote it, or as the daemon chose it.
    pub(super) uri: Vec<u8>,
    /// Other daemons for kinds of objects, since they were first needed.
    groups: Lock<BTreeMap<Group, Place>>,
}

/// Where a kind of objects is worked on.
#[derive(Debug)]
enum Place {
    /// By this session; `None`: by the one that the client opened.
    Known(Option<Arc<Link>>),
    /// A worker finds out, and these calls wait for that.
    Connecting(VecDeque<Incoming>),
}

/// Where a call goes.
#[derive(Debug)]
pub(super) enum Routed {
    /// To the session that it has now, or to none if nothing is open.
    Ready(Incoming),
    /// To a daemon that is to be connected first, which may wait: [`super::Client::connect`].
    Connect(Arc<Opened>, Group, Incoming),
    /// It waits for a daemon that is being connected.
    Kept,
}

/// What comes next when a daemon was connected.
#[derive(Debug)]
pub(super) enum Next {
    /// This call waited for it.
    Call(Incoming),
    /// None waits any more: calls find the session.
    Known,
    /// The connection was closed meanwhile.
    Closed,
}

impl Opened {
    pub(super) fn new(link: Arc<Link>, uri: Vec<u8>) -> Arc<Self> {
        Arc::new(Self { link, uri, groups: Lock::new(BTreeMap::new()) })
    }

    /// Returns all sessions.
    pub(super) fn links(&self) -> Vec<Arc<Link>> {
        let groups = self.groups.lock();
        let others = groups.values().filter_map(|place| match place {
            Place::Known(link) => link.as_ref(),
            Place::Connecting(_) => None,
        });
        others.chain([&self.link]).map(Arc::clone).collect()
    }

    /// Finds the session for a call about a kind of objects.
    pub(super) fn route(self: &Arc<Self>, group: Group, mut call: Incoming) -> Routed {
        match self.groups.lock().entry(group) {
            Entry::Vacant(place) => {
                place.insert(Place::Connecting(VecDeque::new()));
                Routed::Connect(Arc::clone(self), group, call)
            }
            Entry::Occupied(mut place) => match place.get_mut() {
                Place::Known(link) => {
                    call.link = Some(Arc::clone(link.as_ref().unwrap_or(&self.link)));
                    Routed::Ready(call)
                }
                Place::Connecting(waiting) => {
                    waiting.push_back(call);
                    Routed::Kept
                }
            },
        }
    }

    /// Follows the connecting to a daemon, and each call that waited for it: they go before all that come later.
    pub(super) fn next_waiting(&self, group: Group, link: Option<&Arc<Link>>) -> Next {
        let mut groups = self.groups.lock();
        let Some(place) = groups.get_mut(&group) else { return Next::Closed };
        if let Place::Connecting(waiting) = place
            && let Some(call) = waiting.pop_front()
        {
            return Next::Call(call);
        }
        *place = Place::Known(link.map(Arc::clone));
        Next::Known
    }

    /// Notes that a daemon could not be connected; the next call tries again. Returns the calls that waited for it.
    pub(super) fn give_up(&self, group: Group) -> VecDeque<Incoming> {
        match self.groups.lock().remove(&group) {
            Some(Place::Connecting(waiting)) => waiting,
            Some(Place::Known(_)) | None => VecDeque::new(),
        }
    }

    /// Takes all sessions, and the calls that waited for others.
    pub(super) fn take(&self) -> (Vec<Arc<Link>>, Vec<Incoming>) {
        let (mut links, mut calls) = (Vec::new(), Vec::new());
        for place in std::mem::take(&mut *self.groups.lock()).into_values() {
            match place {
                Place::Known(link) => links.extend(link),
                Place::Connecting(waiting) => calls.extend(waiting),
            }
        }
        links.push(Arc::clone(&self.link));
        (links, calls)
    }
}
