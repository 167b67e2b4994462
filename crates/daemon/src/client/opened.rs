//! What a client opened.
use crate::group::Group;
use crate::link::Link;
use crate::lock::Lock;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The session that a client opened, and those that came with it.
#[derive(Clone, Debug)]
pub(super) struct Opened {
    pub(super) link: Arc<Link>,
    /// The URI as the client wrote it, or as the daemon chose it.
    pub(super) uri: Arc<[u8]>,
    /// Sessions of daemons for other kinds of objects, since they were first needed; `None` where `link` works on them.
    pub(super) groups: Arc<Lock<BTreeMap<Group, Option<Arc<Link>>>>>,
}

impl Opened {
    pub(super) fn new(link: Arc<Link>, uri: Vec<u8>) -> Self {
        Self { link, uri: uri.into(), groups: Arc::new(Lock::new(BTreeMap::new())) }
    }

    /// Returns all sessions.
    pub(super) fn links(&self) -> Vec<Arc<Link>> {
        let groups = self.groups.lock();
        groups.values().flatten().chain([&self.link]).map(Arc::clone).collect()
    }
}
