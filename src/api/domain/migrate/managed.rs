//! The two ends of a migration that the client leads, and the choice of the protocol between them.
use super::features::{Feature, unsupported_argument};
use super::parameters::{Asked, MigrateParams};
use super::phases::Fixed;
use super::{FROM, low, unmanaged, version1, version2, version3};
use crate::abi::ctypes::{
    VIR_DOMAIN_PAUSED, VIR_MIGRATE_ABORT_ON_ERROR, VIR_MIGRATE_AUTO_CONVERGE, VIR_MIGRATE_CHANGE_PROTECTION,
};
use crate::abi::{Fault, Handle, In, Ref, Result, Site, nested};
use crate::objects::{Connection, Domain, FromWire, HasDriver};
use oxivirt_model::{Error, ErrorCode, message};
use oxivirt_protocol::remote;
use std::ffi::{CStr, CString};

/// The domain on its source, and the connection to its target.
pub(super) struct Pair<'a> {
    pub(super) source: &'a Handle<Domain>,
    pub(super) target: &'a Handle<Connection>,
    /// The arguments again, for public functions that are called as if by the program.
    domain: In<'a, Domain>,
    dconn: In<'a, Connection>,
}

/// Where an error of a public function on the way is reported.
fn site(function: &'static str) -> Site {
    Site { function, from: FROM }
}

/// Only daemons among themselves have tunnels.
pub(super) fn tunnel_without_peer() -> Fault {
    let text = message!("cannot perform tunnelled migration without using peer2peer flag");
    Error::new(FROM, ErrorCode::OPERATION_INVALID, text).into()
}

/// The flags without those that concern the source alone.
pub(super) fn target_flags(flags: u64) -> u64 {
    flags & !u64::from(VIR_MIGRATE_ABORT_ON_ERROR | VIR_MIGRATE_AUTO_CONVERGE)
}

impl<'a> Pair<'a> {
    /// Checks both arguments. All errors of the migration are also stored on the source's connection.
    pub(super) fn new(domain: In<'a, Domain>, dconn: In<'a, Connection>) -> Result<Self> {
        let source = domain.for_write()?;
        // Not get(): that would make the target's connection the one errors are stored on.
        let target = dconn.find().ok_or(Fault::Handle(None, ErrorCode::INVALID_CONN))?;
        target.writable()?;
        Ok(Self { source, target, domain, dconn })
    }

    /// Whether both daemons have it; both are asked in any case.
    pub(super) fn both(&self, feature: Feature) -> Result<bool> {
        let source = feature.of(self.source.conn())?;
        let target = feature.of(self.target)?;
        Ok(source && target)
    }

    /// The fault of either daemon not moving definitions alone.
    pub(super) fn both_migrate_offline(&self) -> Result<()> {
        let text = "offline migration is not supported by the source host";
        Feature::OFFLINE.needed(self.source.conn(), text)?;
        let text = "offline migration is not supported by the destination host";
        Feature::OFFLINE.needed(self.target, text)
    }

    /// The flags without the params for protection against changes, which is refused where the source cannot keep it.
    /// Version 3 adds it again for the source; an older target would not know it.
    pub(super) fn without_protection(&self, flags: u64) -> Result<u64> {
        if low(flags) & VIR_MIGRATE_CHANGE_PROTECTION != 0 {
            let text = "cannot enforce change protection";
            Feature::CHANGE_PROTECTION.needed(self.source.conn(), text)?;
        }
        Ok(flags & !u64::from(VIR_MIGRATE_CHANGE_PROTECTION))
    }

    /// The source's daemon moves the domain; `daemon` is where it reaches the target's.
    pub(super) fn peer_to_peer(
        &self,
        daemon: Option<&CStr>,
        params: MigrateParams<'_>,
        flags: u32,
    ) -> Result<Ref<Domain>> {
        if !Feature::PEER_TO_PEER.of(self.source.conn())? {
            return Err(Fault::Unsupported);
        }
        let own;
        let daemon = match daemon {
            Some(daemon) => daemon,
            None => {
                own = CString::new(self.target.driver().uri().to_vec()).unwrap_or_default();
                &own
            }
        };
        unmanaged::migrate(self.source, Some(daemon), &Asked::MigrateParams(params), flags)?;
        let name = params.name.unwrap_or(self.source.name());
        nested(&site("virDomainLookupByName"), || {
            let target = self.dconn.get()?;
            let args = remote::DomainLookupByNameArgs { name: name.into() };
            let mut call = target.call();
            let ret = target.driver().domain_lookup_by_name(&mut call, &args)?;
            Domain::replied(target, &ret.dom)
        })
    }

    /// Moves the domain with the newest protocol that both daemons speak.
    pub(super) fn by_params(&self, params: MigrateParams<'_>, flags: u64) -> Result<Ref<Domain>> {
        if self.both(Feature::VERSION_3)? {
            return version3::migrate(self, &mut Fixed::new(self, params), low(flags));
        }
        let protocol = if self.both(Feature::VERSION_2)? {
            version2::migrate
        } else if self.both(Feature::VERSION_1)? {
            version1::migrate
        } else {
            return Err(Fault::Unsupported);
        };
        if params.xml.is_some() {
            let text = "Unable to change target guest XML during migration";
            return Err(unsupported_argument(text));
        }
        protocol(self, params, flags)
    }

    /// Whether the domain is paused, as virDomainGetInfo tells. A failure counts as no, though it is reported.
    pub(super) fn paused_by_info(&self) -> bool {
        let state = nested(&site("virDomainGetInfo"), || {
            let dom = self.domain.get()?;
            let args = remote::DomainGetInfoArgs { dom: dom.wire() };
            dom.ask(|driver, call| Ok(driver.domain_get_info(call, &args)?.state))
        });
        state.is_ok_and(|state| u32::from(state) == VIR_DOMAIN_PAUSED)
    }

    /// The same as virDomainGetState tells.
    pub(super) fn paused_by_state(&self) -> bool {
        let state = nested(&site("virDomainGetState"), || {
            let dom = self.domain.get()?;
            let args = remote::DomainGetStateArgs { dom: dom.wire(), flags: 0 };
            dom.ask(|driver, call| Ok(driver.domain_get_state(call, &args)?.state))
        });
        state.is_ok_and(|state| i64::from(state) == i64::from(VIR_DOMAIN_PAUSED))
    }
}
