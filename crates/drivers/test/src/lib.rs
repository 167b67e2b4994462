//! The test driver: domains, networks, storage and devices that exist in this process only, for testing programs that use libvirt.
//!
//! `test:///default` begins with the objects of `default.xml`, which all its connections in a process share until the last is closed.
//! `test:///FILE` begins with those of a node file, for each connection anew. What the driver does is what the stock library's test
//! driver does; see crates/drivers/README.md for how it is built.
//!
//! | module | what |
//! |---|---|
//! | `session` | a connection: opening, authentication, closing |
//! | `driver` | the state behind it: the host, the lists of objects, the events |
//! | `node_file` | from a node file to a state |
//! | `connect`, `node`, `events`, `domain`, `network`, `interface`, `node_device`, `storage` | the topics of the driver interface |
mod authenticate;
mod capabilities;
mod connect;
mod cpumap;
mod domain;
mod driver;
mod events;
mod interface;
mod network;
mod node;
mod node_device;
mod node_file;
mod session;
mod storage;
mod streams;
mod unwritten;

pub use session::{OpenLocal, open};

use oxivirt_model::ErrorDomain;

/// The error domain of the driver.
const FROM: ErrorDomain = ErrorDomain::TEST;

#[cfg(test)]
mod additions_tests;
#[cfg(test)]
mod stand_in_tests;
#[cfg(test)]
mod tests;
