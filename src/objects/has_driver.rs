//! HasDriver the daemon: what entry points do with a connection, or with an object that belongs to one.
use super::{AdmClient, AdmConnection, AdmServer, Belongs, Connection, Domain};
use crate::abi::{Handle, Object, Ref, Result, number};
use oxivirt_protocol::{Call, Session, admin, remote};
use std::ffi::c_int;

/// A fresh call record. Not inlined: filling it in takes more bytes than calling this.
#[inline(never)]
pub(crate) fn call_record() -> Call {
    Call::default()
}

/// What has a daemon to ask. A procedure is a method of the driver, called with a fresh call record.
///
/// Always inlined: a function of its own for each procedure would cost more bytes of the library than it saves.
pub(crate) trait HasDriver {
    /// The driver of the connection.
    fn session(&self) -> &dyn Session;

    /// What a procedure answers; it borrows nothing from the reply.
    #[inline(always)]
    fn ask<R>(&self, procedure: impl FnOnce(&dyn Session, &mut Call) -> oxivirt_model::Result<R>) -> Result<R> {
        Ok(procedure(self.session(), &mut call_record())?)
    }

    /// The number that is all a procedure answers; a negative one is refused.
    #[inline(always)]
    fn ask_number(
        &self,
        procedure: impl FnOnce(&dyn Session, &mut Call) -> oxivirt_model::Result<c_int>,
    ) -> Result<c_int> {
        number(self.ask(procedure)?)
    }
}

impl HasDriver for Handle<AdmConnection> {
    fn session(&self) -> &dyn Session {
        (**self).session()
    }
}
impl HasDriver for Handle<AdmServer> {
    fn session(&self) -> &dyn Session {
        self.connection().session()
    }
}
impl HasDriver for Handle<AdmClient> {
    fn session(&self) -> &dyn Session {
        self.server().connection().session()
    }
}
impl<T: Belongs> HasDriver for Handle<T> {
    fn session(&self) -> &dyn Session {
        self.driver()
    }
}

/// A kind of object that replies name.
pub(crate) trait FromWire: Object {
    /// What it is in a reply.
    type Wire<'w>;
    /// What it belongs to.
    type Parent: Object;

    /// A handle for one that a reply names.
    fn replied(parent: &Handle<Self::Parent>, wire: &Self::Wire<'_>) -> Result<Ref<Self>>;

    /// A handle for the one that a procedure answers.
    #[inline(always)]
    fn asked(
        parent: &Handle<Self::Parent>,
        procedure: impl for<'c> FnOnce(&dyn Session, &'c mut Call) -> oxivirt_model::Result<Self::Wire<'c>>,
    ) -> Result<Ref<Self>>
    where
        Handle<Self::Parent>: HasDriver,
    {
        let mut call = call_record();
        let wire = procedure(parent.session(), &mut call)?;
        Self::replied(parent, &wire)
    }
}

macro_rules! replied {
    ($($kind:ident of $parent:ident as $program:ident::$wire:ident;)*) => {$(
        impl FromWire for $kind {
            type Wire<'w> = $program::$wire<'w>;
            type Parent = $parent;
            fn replied(parent: &Handle<$parent>, wire: &$program::$wire<'_>) -> Result<Ref<Self>> {
                parent.child(Self::from_wire(parent, wire))
            }
        }
    )*};
}
replied! {
    Domain of Connection as remote::NonnullDomain;
    AdmServer of AdmConnection as admin::NonnullServer;
    AdmClient of AdmServer as admin::NonnullClient;
}
