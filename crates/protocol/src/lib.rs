//! The wire protocol, which is also the driver interface.
//!
//! From `idl/*.x` the generator makes for each program a module of types with their codec and tables
//! of procedures, and across programs the driver traits, the remote client and the server's dispatch.
//! Written by hand: what a [`Call`] carries, how bodies travel ([`Transact`]), the frame header, and the
//! error record. No I/O.

mod call;
mod client;
pub mod driver;
mod error;
mod frame;
mod r#gen;
mod identity;
mod procedure;
mod program;
mod recode;
mod server;
mod session;
mod streams;

pub use call::{Call, Opens, StreamId};
pub use client::Transact;
pub use driver::Driver;
pub use error::{decode_error, encode_error, error_from_wire, error_to_wire};
pub use frame::{FRAME_HEADER_LEN, FRAME_MAX, Header};
pub use r#gen::{admin, keepalive, lxc, net, qemu, remote};
pub use identity::Identity;
pub use procedure::{Priority, ProcedureInfo, Stream};
pub use program::Program;
pub use recode::Part;
pub use session::{CloseReason, Listener, Message, Session, SessionIo};
pub use streams::{Observer, Receive, Received, Streams};
