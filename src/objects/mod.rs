//! What handles stand for: the library-local state behind each `virXxxPtr`.
//!
//! An object keeps its connection alive by holding a reference to its handle, as in the stock library, where
//! virConnectClose() returns how many references are left.
mod admin;
mod connection;
mod domain;
mod events;
mod has_driver;
mod name;
mod network;
mod other;
mod storage;
mod stream;

pub(crate) use admin::*;
pub(crate) use connection::*;
pub(crate) use domain::*;
pub(crate) use events::{Class, CloseCallback, Events, Key, PendingEvent, Subscription, name_key, uuid_key};
pub(crate) use has_driver::{FromWire, HasDriver, call_record};
pub(crate) use network::*;
pub(crate) use other::*;
pub(crate) use storage::*;
pub(crate) use stream::*;

use crate::abi::{Handle, Object, Ref, Result};
use oxivirt_protocol::{Call, Session};
use oxivirt_xdr::Str;
use std::ffi::{CStr, CString};

/// A wire string as a C string: what follows a NUL byte is cut off, as any C reader would.
pub(crate) fn c_text(text: &Str<'_>) -> CString {
    c_bytes(text.as_bytes())
}

/// A name for people.
fn text(name: &CStr) -> String {
    name.to_string_lossy().into_owned()
}

fn c_bytes(bytes: &[u8]) -> CString {
    let bytes = bytes.split(|&b| b == 0).next().unwrap_or_default();
    CString::new(bytes).unwrap_or_default()
}

/// What every handle but the connection's own can do: reach its driver.
pub(crate) trait OnConnection: Object {
    fn conn(&self) -> &Ref<Connection>;

    /// The driver of the object's connection.
    fn driver(&self) -> &dyn Session {
        self.conn().driver()
    }

    /// Whether the object belongs to this very connection.
    fn is_on(&self, conn: &Handle<Connection>) -> bool {
        std::ptr::eq(self.conn().pointer(), conn.pointer())
    }

    /// A fresh call record for one procedure on this connection.
    fn call(&self) -> Call {
        self.conn().call()
    }

    /// The fault that a read-only connection is for a changing function.
    fn writable(&self) -> Result<()> {
        self.conn().writable()
    }
}

/// `Object` for a kind whose handle holds `conn: Ref<Connection>`.
macro_rules! object_on_connection {
    ($kind:ident, $magic:literal, $domain:expr, $code:expr, $title:expr) => {
        impl Object for $kind {
            const MAGIC: u32 = $magic;
            const INVALID: (Option<ErrorDomain>, ErrorCode) = ($domain, $code);
            fn connection(this: &Handle<Self>) -> Option<&Handle<Connection>> {
                Some(this.conn())
            }
            const KIND: &'static str = stringify!($kind);
            fn title(&self) -> String {
                let title: fn(&Self) -> String = $title;
                title(self)
            }
        }
        impl OnConnection for $kind {
            fn conn(&self) -> &Ref<Connection> {
                &self.conn
            }
        }
    };
}
use object_on_connection;
