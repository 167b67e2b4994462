//! `virNodeDevicePtr`, `virSecretPtr`.
use super::{Connection, OnConnection, c_text, object_on_connection, text};
use crate::abi::{Handle, Object, Ref, Result};
use oxivirt_model::{ErrorCode, ErrorDomain, Uuid};
use oxivirt_protocol::remote;
use oxivirt_sys::OnceBox;
use std::ffi::CString;

/// A device of the host.
#[derive(Debug)]
pub(crate) struct NodeDevice {
    pub(crate) conn: Ref<Connection>,
    pub(crate) name: CString,
    /// The parent's name once the daemon was asked for it: virNodeDeviceGetParent() lends it out.
    pub(crate) parent: OnceBox<CString>,
}
object_on_connection!(NodeDevice, 0x6f78_000c, Some(ErrorDomain::NODEDEV), ErrorCode::INVALID_NODE_DEVICE, |d| text(
    &d.name
));
impl NodeDevice {
    pub(crate) fn from_wire(conn: &Handle<Connection>, wire: &remote::NonnullNodeDevice<'_>) -> Result<Ref<Self>> {
        Ref::new(Self { conn: conn.counted(), name: c_text(&wire.name), parent: OnceBox::new() })
    }
}

/// A secret: a passphrase or key the daemon keeps.
#[derive(Debug)]
pub(crate) struct Secret {
    pub(crate) conn: Ref<Connection>,
    pub(crate) uuid: Uuid,
    pub(crate) usage_type: i32,
    pub(crate) usage_id: CString,
}
object_on_connection!(Secret, 0x6f78_000d, Some(ErrorDomain::SECRET), ErrorCode::INVALID_SECRET, |s| s
    .uuid
    .to_string());
impl Secret {
    pub(crate) fn from_wire(conn: &Handle<Connection>, wire: &remote::NonnullSecret<'_>) -> Result<Ref<Self>> {
        Ref::new(Self {
            conn: conn.counted(),
            uuid: wire.uuid,
            usage_type: wire.usage_type,
            usage_id: c_text(&wire.usage_id),
        })
    }
    pub(crate) fn wire(&self) -> remote::NonnullSecret<'_> {
        remote::NonnullSecret {
            uuid: self.uuid,
            usage_type: self.usage_type,
            usage_id: self.usage_id.as_c_str().into(),
        }
    }
}
