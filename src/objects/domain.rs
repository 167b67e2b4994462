//! `virDomainPtr`, `virDomainSnapshotPtr`, `virDomainCheckpointPtr`.
use super::name::Name;
use super::{Connection, OnConnection, c_text, object_on_connection, text};
use crate::abi::{Handle, Object, Ref, Result};
use oxivirt_model::{ErrorCode, ErrorDomain, Uuid};
use oxivirt_protocol::remote;
use std::ffi::{CStr, CString};
use std::sync::atomic::{AtomicI32, Ordering};

/// A virtual machine known to the daemon.
#[derive(Debug)]
pub(crate) struct Domain {
    pub(crate) conn: Ref<Connection>,
    name: Name,
    pub(crate) uuid: Uuid,
    /// -1 while shut off; starting the domain through this handle updates it.
    id: AtomicI32,
}

object_on_connection!(Domain, 0x6f78_0002, Some(ErrorDomain::DOM), ErrorCode::INVALID_DOMAIN, |d| text(d.name()));

impl Domain {
    pub(crate) fn from_wire(conn: &Handle<Connection>, wire: &remote::NonnullDomain<'_>) -> Result<Ref<Self>> {
        Ref::new(Self {
            conn: conn.counted(),
            name: Name::new(c_text(&wire.name)),
            uuid: wire.uuid,
            id: AtomicI32::new(wire.id),
        })
    }

    pub(crate) fn wire(&self) -> remote::NonnullDomain<'_> {
        remote::NonnullDomain { name: self.name().into(), uuid: self.uuid, id: self.id() }
    }

    /// The name, which renaming the domain through this handle changes.
    pub(crate) fn name(&self) -> &CStr {
        self.name.get()
    }

    /// The domain was renamed. Names lent before stay valid as long as the handle.
    pub(crate) fn set_name(&self, name: &CStr) {
        self.name.change(name.to_owned());
    }

    pub(crate) fn id(&self) -> i32 {
        self.id.load(Ordering::Relaxed)
    }

    pub(crate) fn set_id(&self, id: i32) {
        self.id.store(id, Ordering::Relaxed);
    }
}

/// A snapshot of a domain.
#[derive(Debug)]
pub(crate) struct Snapshot {
    pub(crate) domain: Ref<Domain>,
    pub(crate) name: CString,
}

/// A checkpoint of a domain.
#[derive(Debug)]
pub(crate) struct Checkpoint {
    pub(crate) domain: Ref<Domain>,
    pub(crate) name: CString,
}

macro_rules! on_domain {
    ($kind:ident, $wire:ident, $magic:literal, $domain:ident, $code:ident) => {
        impl Object for $kind {
            const MAGIC: u32 = $magic;
            const INVALID: (Option<ErrorDomain>, ErrorCode) = (Some(ErrorDomain::$domain), ErrorCode::$code);
            fn connection(this: &Handle<Self>) -> Option<&Handle<Connection>> {
                Some(this.conn())
            }
            const KIND: &'static str = stringify!($kind);
            fn title(&self) -> String {
                format!("{}/{}", text(self.domain.name()), text(&self.name))
            }
        }
        impl OnConnection for $kind {
            fn conn(&self) -> &Ref<Connection> {
                &self.domain.conn
            }
        }
        impl $kind {
            pub(crate) fn from_wire(domain: &Handle<Domain>, wire: &remote::$wire<'_>) -> Result<Ref<Self>> {
                Ref::new(Self { domain: domain.counted(), name: c_text(&wire.name) })
            }

            pub(crate) fn wire(&self) -> remote::$wire<'_> {
                remote::$wire { name: self.name.as_c_str().into(), dom: self.domain.wire() }
            }
        }
    };
}

on_domain!(Snapshot, NonnullDomainSnapshot, 0x6f78_0003, DOMAIN_SNAPSHOT, INVALID_DOMAIN_SNAPSHOT);
on_domain!(Checkpoint, NonnullDomainCheckpoint, 0x6f78_0004, DOMAIN_CHECKPOINT, INVALID_DOMAIN_CHECKPOINT);
