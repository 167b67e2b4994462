//! What ties connections and streams to the process's event loop: the default one, or the program's own.
mod implementation;
mod stream;
mod thread;
mod timer;
mod watch;

pub(crate) use implementation::*;
pub(crate) use stream::{StreamEvents, StreamObject};
pub(crate) use thread::run_event_loop;
pub(crate) use timer::ConnectionLoop;
pub(crate) use watch::Watch;
