//! The protocol engine without I/O: frames, serials, replies, messages, streams, keepalive.
//!
//! One [`Engine`] serves both ends. `handle_*` feeds bytes, descriptors, time and failures in; `poll_*` takes bytes,
//! completions, events and the next deadline out. It never reads a clock, never blocks and never allocates for bytes
//! that did not arrive. The owner moves the bytes: `crates/client` with blocking system calls, a test with a loop.

mod assemble;
mod backpressure;
mod calls;
mod cause;
mod engine;
mod header;
mod keepalive;
mod output;
mod stream;

pub use backpressure::QueueLimits;
pub use calls::{Completion, Outcome};
pub use cause::Cause;
pub use engine::{Engine, Event, Limits, Notice, Program, Role};
pub use header::{
    FrameError, HEADER_LEN, Header, Kind, LENGTH_LEN, MAX_FDS, MAX_FRAME, MIN_FRAME, Status, finish_frame, start_frame,
};
pub use keepalive::KEEPALIVE_PROGRAM;
pub use output::Transmit;
pub use stream::{Stream, StreamError, Taken};

#[cfg(test)]
mod tests;
