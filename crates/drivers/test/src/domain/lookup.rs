//! Finding and listing domains.
use super::{Domain, check_flags};
use crate::FROM;
use crate::driver::Driver;
use crate::session::TestSession;
use oxivirt_driver_common::{Object, filter};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, Result, Uuid};
use oxivirt_protocol::driver::DomainLookup;
use oxivirt_protocol::{Call, remote};
use std::sync::Arc;

/// Returns true if the domain is one of those that `flags`, virConnectListAllDomainsFlags, select.
pub(super) fn is_listed(domain: &Domain, flags: u32) -> bool {
    let (active, state) = (domain.is_active(), domain.state.0);
    let other = !matches!(state, VIR_DOMAIN_RUNNING | VIR_DOMAIN_PAUSED | VIR_DOMAIN_SHUTOFF);
    let (snapshots, checkpoints) = (!domain.snapshots.is_empty(), !domain.checkpoints.is_empty());
    let groups: [&[(u32, bool)]; 7] = [
        &[(VIR_CONNECT_LIST_DOMAINS_ACTIVE, active), (VIR_CONNECT_LIST_DOMAINS_INACTIVE, !active)],
        &[
            (VIR_CONNECT_LIST_DOMAINS_PERSISTENT, domain.persistent),
            (VIR_CONNECT_LIST_DOMAINS_TRANSIENT, !domain.persistent),
        ],
        &[
            (VIR_CONNECT_LIST_DOMAINS_RUNNING, state == VIR_DOMAIN_RUNNING),
            (VIR_CONNECT_LIST_DOMAINS_PAUSED, state == VIR_DOMAIN_PAUSED),
            (VIR_CONNECT_LIST_DOMAINS_SHUTOFF, state == VIR_DOMAIN_SHUTOFF),
            (VIR_CONNECT_LIST_DOMAINS_OTHER, other),
        ],
        &[
            (VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE, domain.managed_save),
            (VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE, !domain.managed_save),
        ],
        &[
            (VIR_CONNECT_LIST_DOMAINS_AUTOSTART, domain.autostart),
            (VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART, !domain.autostart),
        ],
        &[(VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT, snapshots), (VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT, !snapshots)],
        &[
            (VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT, checkpoints),
            (VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT, !checkpoints),
        ],
    ];
    groups.into_iter().all(|group| filter::selects(flags, group))
}

/// All flags of the groups above.
pub(super) const FILTERS: u32 = VIR_CONNECT_LIST_DOMAINS_ACTIVE
    | VIR_CONNECT_LIST_DOMAINS_INACTIVE
    | VIR_CONNECT_LIST_DOMAINS_PERSISTENT
    | VIR_CONNECT_LIST_DOMAINS_TRANSIENT
    | VIR_CONNECT_LIST_DOMAINS_RUNNING
    | VIR_CONNECT_LIST_DOMAINS_PAUSED
    | VIR_CONNECT_LIST_DOMAINS_SHUTOFF
    | VIR_CONNECT_LIST_DOMAINS_OTHER
    | VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE
    | VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE
    | VIR_CONNECT_LIST_DOMAINS_AUTOSTART
    | VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART
    | VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT
    | VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT
    | VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT
    | VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT;

impl Driver {
    /// Returns what `of` makes of each domain that `flags` select.
    pub(super) fn listed<R>(&self, flags: u32, mut of: impl FnMut(&Domain) -> R) -> Vec<R> {
        let mut found = Vec::new();
        self.domains.each(|domain| {
            if is_listed(domain, flags) {
                found.push(of(domain));
            }
        });
        found
    }
}

fn count(found: usize) -> i32 {
    i32::try_from(found).unwrap_or(i32::MAX)
}

fn at_most(max: i32) -> usize {
    usize::try_from(max).unwrap_or_default()
}

impl TestSession {
    fn found(
        &self,
        find: impl FnOnce(&Driver) -> Option<Arc<Object<Domain>>>,
    ) -> Result<remote::NonnullDomain<'static>> {
        let driver = self.driver()?;
        let found = find(driver).and_then(|object| driver.domains.with(&object, |domain| domain.wire()));
        found.ok_or_else(|| Error::bare(FROM, ErrorCode::NO_DOMAIN))
    }

    fn number_of(&self, flags: u32) -> Result<i32> {
        Ok(count(self.driver()?.listed(flags, |_| ()).len()))
    }
}

impl DomainLookup for TestSession {
    fn connect_num_of_domains(&self, _: &mut Call) -> Result<remote::ConnectNumOfDomainsRet> {
        Ok(remote::ConnectNumOfDomainsRet { num: self.number_of(VIR_CONNECT_LIST_DOMAINS_ACTIVE)? })
    }

    fn connect_num_of_defined_domains(&self, _: &mut Call) -> Result<remote::ConnectNumOfDefinedDomainsRet> {
        Ok(remote::ConnectNumOfDefinedDomainsRet { num: self.number_of(VIR_CONNECT_LIST_DOMAINS_INACTIVE)? })
    }

    fn connect_list_domains(
        &self,
        _: &mut Call,
        args: &remote::ConnectListDomainsArgs,
    ) -> Result<remote::ConnectListDomainsRet> {
        let ids = self.driver()?.listed(VIR_CONNECT_LIST_DOMAINS_ACTIVE, |domain| domain.definition.id);
        Ok(remote::ConnectListDomainsRet { ids: ids.into_iter().flatten().take(at_most(args.maxids)).collect() })
    }

    fn connect_list_defined_domains<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListDefinedDomainsArgs,
    ) -> Result<remote::ConnectListDefinedDomainsRet<'c>> {
        let names =
            self.driver()?.listed(VIR_CONNECT_LIST_DOMAINS_INACTIVE, |domain| domain.definition.name.clone().into());
        Ok(remote::ConnectListDefinedDomainsRet { names: names.into_iter().take(at_most(args.maxnames)).collect() })
    }

    fn connect_list_all_domains<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListAllDomainsArgs,
    ) -> Result<remote::ConnectListAllDomainsRet<'c>> {
        check_flags("testConnectListAllDomains", args.flags, FILTERS)?;
        let driver = self.driver()?;
        if args.need_results == 0 {
            let ret = driver.listed(args.flags, |_| ()).len();
            return Ok(remote::ConnectListAllDomainsRet { domains: Vec::new(), ret: count(ret).cast_unsigned() });
        }
        let domains = if args.flags & FILTERS == 0 {
            driver.domains.keys(|key, id| remote::NonnullDomain {
                name: key.name.to_vec().into(),
                uuid: key.uuid.unwrap_or(Uuid::NIL),
                id: id.unwrap_or(-1),
            })
        } else {
            driver.listed(args.flags, Domain::wire)
        };
        let ret = count(domains.len()).cast_unsigned();
        Ok(remote::ConnectListAllDomainsRet { domains, ret })
    }

    fn domain_lookup_by_id<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainLookupByIdArgs,
    ) -> Result<remote::DomainLookupByIdRet<'c>> {
        Ok(remote::DomainLookupByIdRet { dom: self.found(|driver| driver.domains.by_id(args.id))? })
    }

    fn domain_lookup_by_name<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainLookupByNameArgs<'_>,
    ) -> Result<remote::DomainLookupByNameRet<'c>> {
        Ok(remote::DomainLookupByNameRet { dom: self.found(|driver| driver.domains.by_name(&args.name))? })
    }

    fn domain_lookup_by_uuid<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainLookupByUuidArgs,
    ) -> Result<remote::DomainLookupByUuidRet<'c>> {
        Ok(remote::DomainLookupByUuidRet { dom: self.found(|driver| driver.domains.by_uuid(&args.uuid))? })
    }

    fn domain_is_active(
        &self,
        _: &mut Call,
        args: &remote::DomainIsActiveArgs<'_>,
    ) -> Result<remote::DomainIsActiveRet> {
        let active = self.domain(&args.dom, |domain, _| Ok(domain.is_active()))?;
        Ok(remote::DomainIsActiveRet { active: active.into() })
    }

    fn domain_is_persistent(
        &self,
        _: &mut Call,
        args: &remote::DomainIsPersistentArgs<'_>,
    ) -> Result<remote::DomainIsPersistentRet> {
        let persistent = self.domain(&args.dom, |domain, _| Ok(domain.persistent))?;
        Ok(remote::DomainIsPersistentRet { persistent: persistent.into() })
    }

    /// Nobody else could have changed it, so it is not even looked up.
    fn domain_is_updated(
        &self,
        _: &mut Call,
        _: &remote::DomainIsUpdatedArgs<'_>,
    ) -> Result<remote::DomainIsUpdatedRet> {
        Ok(remote::DomainIsUpdatedRet { updated: 0 })
    }
}
