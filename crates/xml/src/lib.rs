//! The XML definitions of libvirt: one struct per element is its parser and its formatter.
//!
//! A definition goes through four steps, each of its own: parsing (`Secret::parse`), completing (defaults, implicit devices,
//! addresses), validating, and formatting, which prints what the stock library prints. Each error has the code, domain and text of
//! the stock library's; a document that is not well-formed is refused with its line.
//!
//! How to add an element: see README.md beside Cargo.toml. No I/O, no drivers.
pub mod backup;
pub mod blank;
pub mod capabilities;
pub mod checkpoint;
pub mod cpu;
mod detail;
pub mod domain;
pub mod element;
pub mod host_cpu;
pub mod interface;
pub mod netparts;
pub mod network;
pub mod nodedev;
pub mod nwfilter;
pub mod reader;
pub mod route;
mod scan;
pub mod secret;
pub mod snapshot;
pub mod sort;
mod sparse;
pub mod storage;
pub mod tree;
pub mod value;
pub mod write;

pub use element::{Context, Element};
pub use sparse::{List, Shared, Sparse};
pub use write::FormatFlags;
