//! A migration that the client leads: what is refused before it begins, and the choice of the protocol between the daemons.
use super::ends::Migration;
use super::features::{
    Feature, copies_storage_one_way, tunnels_one_stream, unsupported_argument, writes_what_it_copies,
};
use super::parameters::{Asked, BANDWIDTH, MigrateParams, NAME, URI, XML, lent};
use super::phases::{Extensible, Fixed};
use super::{Domain, FROM, low, unmanaged, version1, version2, version3};
use crate::nested::{On, nested};
use crate::{Error, ErrorCode, Result, Str, TypedParam};
use oxivirt_model::constants::{
    VIR_MIGRATE_CHANGE_PROTECTION, VIR_MIGRATE_OFFLINE, VIR_MIGRATE_PEER2PEER, VIR_MIGRATE_TUNNELLED,
};
use oxivirt_model::message;

/// Only daemons among themselves have tunnels.
fn tunnel_without_peer() -> Error {
    let text = message!("cannot perform tunnelled migration without using peer2peer flag");
    Error::new(FROM, ErrorCode::OPERATION_INVALID, text)
}

impl Migration<'_> {
    /// See [`Domain::migrate`].
    pub fn migrate(mut self, params: &MigrateParams<'_>, flags: u64) -> Result<Domain> {
        self.begin("virDomainMigrate")?;
        // The one URI that this function takes is the daemon's when daemons talk to each other.
        let peer = MigrateParams { uri: None, ..params.clone() };
        self.by_arguments(params, (params.uri.as_ref(), &peer), flags)
    }

    /// See [`Domain::migrate2`].
    pub fn migrate2(mut self, params: &MigrateParams<'_>, flags: u64) -> Result<Domain> {
        self.begin("virDomainMigrate2")?;
        self.by_arguments(params, (None, params), flags)
    }

    /// See [`Domain::migrate3`]. Parameters that could not be read are an error when they are looked at.
    pub fn migrate3(mut self, params: Result<&[TypedParam<'_>]>, flags: u32) -> Result<Domain> {
        self.check_flags3(flags)?;
        let asked = Asked::List(params, self.heard);
        let arguments = asked.params()?;
        if flags & VIR_MIGRATE_OFFLINE != 0 {
            self.both_migrate_offline()?;
        }
        let flags = low(self.without_protection(flags.into())?);
        if self.both(Feature::PARAMETERS)? {
            return version3::migrate(&self, &mut Extensible::new(&self, &asked), flags);
        }
        if !asked.only(&[URI, NAME, XML, BANDWIDTH]) {
            let text =
                "Migration APIs with extensible parameters are not supported but extended parameters were passed";
            return Err(unsupported_argument(text));
        }
        self.by_params(&arguments, flags.into())
    }

    /// Refuses flags of virDomainMigrate3, before its parameters are looked at.
    pub fn check_flags3(&mut self, flags: u32) -> Result<()> {
        self.begin("virDomainMigrate3")?;
        copies_storage_one_way(self.op(), flags)?;
        writes_what_it_copies(self.op(), flags)?;
        let refused = |text: Vec<u8>| Err(self.function.invalid("flags", text));
        if flags & VIR_MIGRATE_PEER2PEER != 0 {
            return refused(message!("use virDomainMigrateToURI3 for peer-to-peer migration"));
        }
        if flags & VIR_MIGRATE_TUNNELLED != 0 {
            return refused(message!("cannot perform tunnelled migration without using peer2peer flag"));
        }
        Ok(())
    }

    /// virDomainMigrate and virDomainMigrate2, which differ in what the URI means between daemons: `peer` has the URI of the target's
    /// daemon (when it is not its connection's own), and what is asked of it.
    fn by_arguments(
        &self,
        params: &MigrateParams<'_>,
        (daemon, peer): (Option<&Str<'_>>, &MigrateParams<'_>),
        flags: u64,
    ) -> Result<Domain> {
        copies_storage_one_way(self.op(), low(flags))?;
        tunnels_one_stream(self.op(), low(flags))?;
        writes_what_it_copies(self.op(), low(flags))?;
        if low(flags) & VIR_MIGRATE_OFFLINE != 0 {
            self.both_migrate_offline()?;
        }
        if low(flags) & VIR_MIGRATE_PEER2PEER != 0 {
            return self.peer_to_peer(daemon, peer, low(flags));
        }
        let flags = self.without_protection(flags)?;
        if low(flags) & VIR_MIGRATE_TUNNELLED != 0 {
            return Err(tunnel_without_peer());
        }
        self.by_params(params, flags)
    }

    /// Whether both daemons have it; both are asked in any case.
    fn both(&self, feature: Feature) -> Result<bool> {
        let source = feature.of(self.source.connection())?;
        let target = feature.of(self.target)?;
        Ok(source && target)
    }

    /// Refuses either daemon not moving definitions alone.
    fn both_migrate_offline(&self) -> Result<()> {
        let text = "offline migration is not supported by the source host";
        Feature::OFFLINE.needed(self.source.connection(), text)?;
        let text = "offline migration is not supported by the destination host";
        Feature::OFFLINE.needed(self.target, text)
    }

    /// The flags without the wish for protection against changes, which is refused where the source cannot keep it.
    /// Version 3 adds it again for the source; an older target would not know it.
    fn without_protection(&self, flags: u64) -> Result<u64> {
        if low(flags) & VIR_MIGRATE_CHANGE_PROTECTION != 0 {
            let text = "cannot enforce change protection";
            Feature::CHANGE_PROTECTION.needed(self.source.connection(), text)?;
        }
        Ok(flags & !u64::from(VIR_MIGRATE_CHANGE_PROTECTION))
    }

    /// The source's daemon moves the domain; `daemon` is where it reaches the target's.
    fn peer_to_peer(&self, daemon: Option<&Str<'_>>, params: &MigrateParams<'_>, flags: u32) -> Result<Domain> {
        if !Feature::PEER_TO_PEER.of(self.source.connection())? {
            return Err(self.function.unsupported());
        }
        let own = self.target.uri();
        let daemon = lent(daemon).unwrap_or_else(|| (&own).into());
        let asked = Asked::Arguments(params.clone());
        unmanaged::migrate(self.source, &self.function, Some(&daemon), &asked, flags)?;
        nested(self.heard, "virDomainLookupByName", FROM, On::Target, || {
            Domain::lookup_by_name(self.target, self.name(params))
        })
    }

    /// Moves the domain with the newest protocol that both daemons speak.
    fn by_params(&self, params: &MigrateParams<'_>, flags: u64) -> Result<Domain> {
        if self.both(Feature::VERSION_3)? {
            return version3::migrate(self, &mut Fixed::new(self, params), low(flags));
        }
        let protocol = if self.both(Feature::VERSION_2)? {
            version2::migrate
        } else if self.both(Feature::VERSION_1)? {
            version1::migrate
        } else {
            return Err(self.function.unsupported());
        };
        if params.xml.is_some() {
            let text = "Unable to change target guest XML during migration";
            return Err(unsupported_argument(text));
        }
        protocol(self, params, flags)
    }
}
