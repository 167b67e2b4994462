//! What travels beside the arguments and the result of one call.

use std::os::fd::OwnedFd;
use std::time::Instant;

/// The serial number that names a stream on its connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StreamId(pub u32);

/// The stream a call shall open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opens {
    /// With holes.
    pub sparse: bool,
}

/// The context of one call, reusable for the next on the same thread.
#[derive(Debug, Default)]
pub struct Call {
    /// Payload of the reply; results borrow from it.
    pub reply: Vec<u8>,
    /// Descriptors that go with the arguments, from the caller to the driver.
    pub fds_in: Vec<OwnedFd>,
    /// Descriptors that come with the result, from the driver to the caller.
    pub fds_out: Vec<OwnedFd>,
    /// When to give up waiting; `None` waits as long as it takes.
    pub deadline: Option<Instant>,
    /// The caller wants the stream that the procedure opens.
    pub opens: Option<Opens>,
    /// The stream the call opened: set by whoever assigns the serial.
    pub stream: Option<StreamId>,
}

impl Call {
    /// An empty context.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
