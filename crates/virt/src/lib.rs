//! The libvirt API in Rust: what the C functions of libvirt offer, without C.
//!
//! A [`Connection`] is opened by its URI; [`Domain`], [`Network`], [`StoragePool`] and the other objects are found through it.
//! An object is a cheap handle: a clone is the same object, and all may be used from any thread. Methods wait for the answer;
//! [`timeout`] limits how long. Errors are [`Error`], with codes, error domains and texts of the C library.
//!
//! Names follow C: `virDomainSetMemoryFlags(dom, …)` is [`Domain::set_memory_flags`], `virDomainLookupByName(conn, …)` is
//! [`Domain::lookup_by_name`], and a `Get` is left out: `virDomainGetInfo` is [`Domain::info`]. Flags are the numbers of the C
//! headers. Texts are taken as anything that becomes a [`Str`] (`&str`, `String`, `&CStr`, bytes) and given as [`Text`].
//!
//! ```
//! # let daemon = oxivirt_scripted::Daemon::start()?;
//! # let uri = daemon.uri();
//! use oxivirt::{Connection, Domain, TypedParam};
//!
//! let conn = Connection::open(&uri)?;
//! let domain = Domain::lookup_by_name(&conn, "db")?;
//! assert!(!domain.is_active()?);
//! domain.create_with_flags(0)?;
//! domain.set_memory(512 * 1024)?;
//! assert_eq!(domain.memory_parameters(0)?.get("hard_limit"), Some(&(512 * 1024_u64).into()));
//! domain.destroy()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What is in here is neither C nor wire: the objects' state, the rules that hold for every driver, events, streams. The
//! remote driver, which speaks with a daemon, is one of those that stand behind [`Session`].

mod connection;
mod deadline;
pub mod domain;
pub mod events;
mod flags;
mod metadata;
mod name;
#[doc(hidden)]
pub mod nested;
pub mod network;
mod node_device;
mod nwfilter;
mod op;
mod params;
mod reply;
mod secret;
pub mod storage;
pub mod stream;
#[cfg(test)]
mod testing;
mod text;

pub mod admin;
mod interface;

pub use connection::{Connection, CpuMap, HypervisorCpu, NodeInfo, NodeStat, SecurityModel};
pub use deadline::{deadline, timeout};
pub use domain::{Checkpoint, Domain, Snapshot};
pub use events::{EventChannel, EventSource, EventSubscription};
pub use interface::Interface;
pub use network::{Network, NetworkPort};
pub use node_device::NodeDevice;
pub use nwfilter::{NwFilter, NwFilterBinding};
pub use oxivirt_model::{Error, ErrorCode, ErrorDomain, ErrorLevel, Function, Result, Uuid};
pub use oxivirt_open::{Credential, Credentials, OpenRequest};
pub use oxivirt_protocol::{CloseReason, Event, EventClass, EventId, Identity, ObjectRef, Session, SessionIo};
pub use oxivirt_xdr::Str;
#[doc(hidden)]
pub use params::ReplyParams;
pub use params::{TypedParam, TypedParams, Value};
pub use secret::{Secret, SecretValue};
pub use storage::{StoragePool, StorageVol};
pub use stream::Stream;
pub use text::Text;

use op::Op;

/// What every object can do: start an operation on its connection.
trait OnConnection {
    /// The connection the object belongs to.
    fn conn(&self) -> &Connection;

    /// Starts an operation; errors name `function`.
    fn op<'a>(&'a self, function: &'a Function) -> Op<'a> {
        let conn = self.conn();
        Op::new(conn.session(), conn.is_read_only(), function)
    }
}
