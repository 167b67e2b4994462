//! The handles of libvirt-admin: `virAdmConnectPtr`, `virAdmServerPtr`, `virAdmClientPtr`.
//!
//! An admin connection has no error record of its own: errors of its calls are only stored for the thread.
use super::{AdmClient, AdmConnection, AdmServer};
use crate::abi::{ErrorOwner, Handle, Object, Ref, Result, Watch, event_loop_registered};
use oxivirt_model::{ErrorCode, ErrorDomain};
use std::ffi::CStr;

/// Opens the named daemon's admin socket; `flags` are virConnectFlags.
pub(crate) fn open_admin(name: Option<&CStr>, flags: u32) -> Result<Ref<AdmConnection>> {
    let conn = AdmConnection::open_named(name.map(CStr::to_bytes), flags)?;
    let watch = event_loop_registered().then(|| Watch::start(conn.shared_session())).flatten();
    Ref::new(conn, Box::new(watch))
}

macro_rules! admin_object {
    ($kind:ident, $local:ty, $magic:literal, $title:expr) => {
        impl Object for $kind {
            type Local = $local;
            const MAGIC: u32 = $magic;
            const INVALID: (Option<ErrorDomain>, ErrorCode) = (None, ErrorCode::INVALID_CONN);
            fn connection(_: &Handle<Self>) -> Option<&dyn ErrorOwner> {
                None
            }
            const KIND: &'static str = stringify!($kind);
            fn title(&self) -> String {
                let title: fn(&Self) -> String = $title;
                title(self)
            }
        }
    };
}
admin_object!(AdmConnection, Box<Option<Watch>>, 0x6f78_0010, |c| c.uri().to_string());
admin_object!(AdmServer, Ref<AdmConnection>, 0x6f78_0011, |s| s.name().to_string());
admin_object!(AdmClient, Ref<AdmServer>, 0x6f78_0012, |c| c.id().to_string());
