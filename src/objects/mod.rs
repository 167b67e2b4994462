//! What handles stand for: which object of `oxivirt` is behind each `virXxxPtr`, and what the C side keeps with it.
//!
//! An object keeps its connection alive by holding a reference to its handle, as in the stock library, where
//! virConnectClose() returns how many references are left.
mod admin;
#[path = "gen/boundary.rs"]
mod boundary;
mod connection;
mod events;
mod migrate;
mod stream;

pub(crate) use admin::open_admin;
pub(crate) use connection::open;
pub(crate) use events::{
    clear_close_callback, set_close_callback, subscribe, subscribe_legacy, unsubscribe, unsubscribe_legacy,
};
pub(crate) use migrate::migrate;
pub(crate) use oxivirt::admin::{AdminConnection as AdmConnection, Server as AdmServer, ServerClient as AdmClient};
pub(crate) use oxivirt::{
    Checkpoint, Connection, Domain, Interface, Network, NetworkPort, NodeDevice, NwFilter, NwFilterBinding, Secret,
    Snapshot, StoragePool, StorageVol, Stream,
};
pub(crate) use oxivirt::{EventClass, EventSource};
pub(crate) use stream::{add_stream_events, create_stream, no_stream_events};

use crate::abi::{ErrorOwner, Handle, Object, Ref};
use oxivirt_model::{ErrorCode, ErrorDomain};
use oxivirt_protocol::Session;

/// A kind of object that belongs to a connection.
pub(crate) trait Belongs: Object {
    /// The connection's handle.
    fn owner(this: &Handle<Self>) -> &Handle<Connection>;
}

/// What every handle of a connection can do: reach the connection.
impl<T: Belongs> Handle<T> {
    /// The connection's handle.
    pub(crate) fn conn(&self) -> &Handle<Connection> {
        T::owner(self)
    }

    /// The driver of the connection.
    pub(crate) fn driver(&self) -> &dyn Session {
        (**self.conn()).session()
    }
}

/// `Object` for kinds whose handles hold a reference to the handle they belong to.
macro_rules! objects {
    ($($kind:ident of $parent:ident, $magic:literal, $domain:ident, $code:ident, $title:expr;)*) => {$(
        impl Object for $kind {
            type Local = Ref<$parent>;
            const MAGIC: u32 = $magic;
            const INVALID: (Option<ErrorDomain>, ErrorCode) = (Some(ErrorDomain::$domain), ErrorCode::$code);
            fn connection(this: &Handle<Self>) -> Option<&dyn ErrorOwner> {
                Some(this.conn())
            }
            const KIND: &'static str = stringify!($kind);
            fn title(&self) -> String {
                let title: fn(&Self) -> String = $title;
                title(self)
            }
        }
        impl Belongs for $kind {
            fn owner(this: &Handle<Self>) -> &Handle<Connection> {
                owner(this.local())
            }
        }
    )*};
}

/// The connection of what an object belongs to: itself, or that object's.
trait Owner {
    fn connection(&self) -> &Handle<Connection>;
}
impl Owner for Ref<Connection> {
    fn connection(&self) -> &Handle<Connection> {
        self
    }
}
impl Owner for Ref<Domain> {
    fn connection(&self) -> &Handle<Connection> {
        self.local()
    }
}
impl Owner for Ref<Network> {
    fn connection(&self) -> &Handle<Connection> {
        self.local()
    }
}

fn owner(parent: &impl Owner) -> &Handle<Connection> {
    parent.connection()
}

objects! {
    Domain of Connection, 0x6f78_0002, DOM, INVALID_DOMAIN, |d| d.name().to_string();
    Snapshot of Domain, 0x6f78_0003, DOMAIN_SNAPSHOT, INVALID_DOMAIN_SNAPSHOT,
        |s| format!("{}/{}", s.domain().name(), s.name());
    Checkpoint of Domain, 0x6f78_0004, DOMAIN_CHECKPOINT, INVALID_DOMAIN_CHECKPOINT,
        |c| format!("{}/{}", c.domain().name(), c.name());
    Network of Connection, 0x6f78_0005, NETWORK, INVALID_NETWORK, |n| n.name().to_string();
    NetworkPort of Network, 0x6f78_0006, NETWORK, INVALID_NETWORK_PORT, |p| p.uuid().to_string();
    Interface of Connection, 0x6f78_0007, INTERFACE, INVALID_INTERFACE, |i| i.name().to_string();
    NwFilter of Connection, 0x6f78_0008, NWFILTER, INVALID_NWFILTER, |f| f.name().to_string();
    NwFilterBinding of Connection, 0x6f78_0009, NWFILTER, INVALID_NWFILTER_BINDING, |b| b.portdev().to_string();
    StoragePool of Connection, 0x6f78_000a, STORAGE, INVALID_STORAGE_POOL, |p| p.name().to_string();
    StorageVol of Connection, 0x6f78_000b, STORAGE, INVALID_STORAGE_VOL, |v| format!("{}/{}", v.pool_name(), v.name());
    NodeDevice of Connection, 0x6f78_000c, NODEDEV, INVALID_NODE_DEVICE, |d| d.name().to_string();
    Secret of Connection, 0x6f78_000d, SECRET, INVALID_SECRET, |s| s.uuid().to_string();
}
