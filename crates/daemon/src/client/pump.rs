//! A stream that data is moved through.
use crate::link::Link;
use oxivirt_protocol::StreamId;
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
    /// What the client sent and the session's stream had no room for.
    pub(super) pending: Vec<u8>,
    /// The end of the session's data was sent.
    pub(super) ended: bool,
    /// A job works on it.
    pub(super) running: bool,
    /// One of the ends has something since the job looked.
    pub(super) again: bool,
}

impl Pump {
    /// Notes that there may be something to do. Returns true if a job is to be started.
    pub(super) fn wake(&mut self) -> bool {
        self.again = true;
        !std::mem::replace(&mut self.running, true)
    }
}
