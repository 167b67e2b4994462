//! One connection to a daemon that many threads share: the channel its bytes take, who reads and writes, streams, and what
//! the listener is told.
mod baton;
mod channel;
mod connection;
mod ended;
mod notification;
mod receive_buffer;
mod state;
mod streams;
mod transport_process;
mod unattended;

pub(crate) use channel::{Channel, Layer};
pub(crate) use connection::Link;
pub(crate) use ended::Ended;
pub(crate) use streams::StreamEnd;
pub(crate) use transport_process::{ExitError, TransportProcess};
