//! The wire protocol, which is also the driver interface.
//!
//! From `idl/*.x` the generator makes for each program a module of types with their codec and tables
//! of procedures, and across programs the driver traits, the remote client and the server's dispatch.
//! Written by hand: what a [`Call`] carries, how bodies travel ([`Transact`]), and the error record. Frames are
//! `oxivirt_rpc`'s. No I/O.

mod access;
mod call;
mod client;
pub mod driver;
mod error;
mod event;
mod facts;
mod r#gen;
mod guard;
mod identity;
mod message;
mod object;
mod procedure;
mod program;
mod recode;
mod server;
mod session;
mod streams;
mod topic;

pub use access::{Access, AccessRule, Object, Permission, Request, When};
pub use call::{Call, Opens, StreamId};
pub use client::Transact;
pub use driver::Driver;
pub use error::{decode_error, encode_error, error_from_wire, error_to_wire};
pub use event::{EventClass, EventId};
pub use r#gen::{Event, admin, keepalive, lxc, net, qemu, remote};
pub use guard::{Flag, Guarded, Rule};
pub use identity::Identity;
pub use message::{Message, Report};
pub use object::ObjectRef;
pub use procedure::{Priority, ProcedureInfo, ProcedureRules, Stream};
pub use program::Program;
pub use recode::Part;
pub use session::{Backlog, CloseReason, Counted, Listener, Session, SessionIo};
pub use streams::{Observer, Receive, Received, Streams};
