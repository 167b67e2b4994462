//! A stream that data is moved through.
use crate::link::Link;
use oxivirt_protocol::StreamId;
use oxivirt_rpc::PeerClose;
use std::sync::Arc;

/// What belongs to a stream of the client's.
#[derive(Debug)]
pub(super) struct Pump {
    /// The session's stream.
    pub(super) stream: StreamId,
    pub(super) link: Arc<Link>,
    /// The client may read it.
    pub(super) reads: bool,
    pub(super) sparse: bool,
    /// What is the next to be passed on of what the client did.
    pub(super) pending: Pending,
    /// The end of the session's data was sent.
    pub(super) ended: bool,
    /// It is worked on.
    pub(super) running: bool,
    /// One of the ends has something since it was looked at.
    pub(super) again: bool,
}

/// What the client did and the session's stream has not done yet.
#[derive(Debug, Default)]
pub(super) enum Pending {
    #[default]
    Nothing,
    /// There was no room for this.
    Data(Vec<u8>),
    Hole(i64),
    /// The session was told, and has not answered.
    Closed(PeerClose),
}

impl Pump {
    /// Notes that there may be something to do. If somebody is to begin with it, returns whether the other end is another daemon's.
    pub(super) fn wake(&mut self) -> Option<bool> {
        self.again = true;
        let running = std::mem::replace(&mut self.running, true);
        (!running).then(|| self.link.is_remote())
    }
}
