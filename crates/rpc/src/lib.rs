//! The protocol engine without I/O: frames, calls, replies, events, streams and keepalive, as one state machine for both ends.
//!
//! An [`Engine`] is one connection. It never reads a clock, never blocks, and its memory follows the bytes that arrive and its
//! [`Limits`]. Its owner moves the bytes: `crates/client` with blocking system calls, a daemon with readiness, a test with a
//! loop.
//!
//! # Which method when
//!
//! Three families:
//! - `handle_*` feed in what happened: [`Engine::handle_input`], [`Engine::handle_eof`], [`Engine::handle_sent`],
//!   [`Engine::handle_timeout`].
//! - Commands say what the owner wants: calls ([`Engine::start_call`], [`Engine::abandon_call`],
//!   [`Engine::start_last_call`]), answers and events ([`Engine::send_reply`], [`Engine::send_error`],
//!   [`Engine::send_message`]), streams ([`Engine::open_stream`], [`Engine::send_packet`], [`Engine::send_filled`],
//!   [`Engine::close_stream`], [`Engine::confirm_close`], [`Engine::fail_stream`], [`Engine::forget_stream`]), keepalive
//!   ([`Engine::start_keepalive`]), the end ([`Engine::close`], [`Engine::close_when_sent`]).
//! - `poll_*` take out what follows. They have no effect besides removing what they return, so the order among them is the
//!   owner's choice; each is called until it returns `None`.
//!
//! After any `handle_*` and any command, poll in this order:
//! 1. [`Engine::poll_transmit`], and [`Engine::handle_sent`] for what the transport took, until nothing is left or the
//!    transport takes no more. Then wait for room besides input.
//! 2. [`Engine::poll_completion`] (client): calls that ended.
//! 3. [`Engine::poll_event`]: events (client), calls (server).
//! 4. [`Engine::poll_stream`]: streams to look at again with [`Engine::stream_mut`].
//! 5. [`Engine::poll_notice`]: for the log.
//! 6. [`Engine::closed`]: once it says why the connection ended nothing will come any more, but what was polled before and
//!    the bytes in streams stay valid.
//!
//! Before waiting for the transport, ask [`Engine::hold`] and, as a server, [`Engine::blocked`]: while either says so, do not
//! read, and come back at the time it names or after the next answer. Wait no longer than until [`Engine::poll_deadline`],
//! then call [`Engine::handle_timeout`].
//!
//! Bytes are read in pieces of any size. Descriptors are handed to [`Engine::handle_input`] together with the bytes they came
//! with, at their end.
//!
//! # Example
//!
//! ```
//! use oxivirt_rpc::{Engine, Event, Header, Kind, Limits, Outcome, Role, Status, Transmit, start_frame};
//! use std::time::Instant;
//!
//! /// Moves everything that one end has to say to the other.
//! fn deliver(from: &mut Engine, to: &mut Engine) {
//!     while let Some(Transmit::Bytes(bytes)) = from.poll_transmit() {
//!         let count = bytes.len();
//!         to.handle_input(Instant::now(), bytes, Vec::new());
//!         from.handle_sent(count);
//!     }
//! }
//!
//! let mut client = Engine::new(Role::Client, &[], Limits::DEFAULT, Instant::now());
//! let mut server = Engine::new(Role::Server, &[], Limits::DEFAULT, Instant::now());
//!
//! let header = Header { program: 1, version: 1, procedure: 7, kind: Kind::CALL, serial: 0, status: Status::OK };
//! let mut frame = Vec::new();
//! start_frame(&mut frame, &header);
//! frame.extend_from_slice(b"question");
//! let serial = client.start_call(&header, frame, Vec::new()).unwrap();
//!
//! deliver(&mut client, &mut server);
//! let Some(Event::Call { header, payload, .. }) = server.poll_event() else { panic!("no call") };
//! assert_eq!(payload, b"question");
//! server.send_reply(&header, b"answer", Vec::new()).unwrap();
//!
//! deliver(&mut server, &mut client);
//! let done = client.poll_completion().unwrap();
//! assert_eq!(done.serial, serial);
//! assert!(matches!(done.outcome, Outcome::Reply { payload, .. } if payload == b"answer"));
//! ```

mod assemble;
mod backpressure;
mod calls;
mod cause;
mod engine;
mod header;
mod keepalive;
mod limits;
mod output;
mod packet;
mod requests;
mod stream;
mod streams;

pub use calls::{Completion, Outcome};
pub use cause::Cause;
pub use engine::{Engine, Event, Notice, OpensStream, Program, Role};
pub use header::{
    FrameError, HEADER_LEN, Header, Kind, LENGTH_LEN, MAX_FDS, MAX_FRAME, MIN_FRAME, Status, finish_frame, start_frame,
};
pub use keepalive::KEEPALIVE_PROGRAM;
pub use limits::{Limits, QueueLimits};
pub use output::Transmit;
pub use packet::Packet;
pub use stream::{PeerClose, Stream, StreamError, Taken};

#[cfg(test)]
mod tests;
