//! What drivers that work in this process share.
//!
//! [`ObjectList`] holds the objects of one kind, each behind a lock of its own; [`EventHub`] passes what happens to them to the
//! sessions that asked; [`Moments`] is the tree of a domain's snapshots or checkpoints; [`errors`] makes the errors that every driver
//! has. How a driver is built from them: crates/drivers/README.md.
//!
//! Order of locks: an object's, then a list's or the hub's. None of the last two is held while anything else is taken.
pub mod answer;
pub mod cpu_map;
pub mod errors;
mod events;
pub mod filter;
mod list;
mod loopback;
mod moments;
pub mod params;
pub mod schema;
mod streams;

pub use events::{EventHub, Membership};
pub use list::{Conflict, Key, Locked, Object, ObjectList};
pub use loopback::{FarEnd, Loopback};
pub use moments::{Moment, Moments, Selection};
pub use streams::{Bytes, Endpoint, MemoryStreams, Wake};
