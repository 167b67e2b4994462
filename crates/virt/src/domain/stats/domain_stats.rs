//! Statistics of many domains in one call. What there is to know grows with every release, hence typed parameters.
use super::super::{Domain, FROM};
use crate::params::ReplyParams;
use crate::{Connection, Error, ErrorCode, Function, OnConnection, Result, TypedParam, TypedParams};
use oxivirt_model::message;
use oxivirt_protocol::remote;

/// What [`Connection::all_domain_stats`] tells about one domain.
#[derive(Debug, Clone)]
pub struct DomainStats {
    /// The domain.
    pub domain: Domain,
    /// Its numbers, by names such as `cpu.time` or `net.0.rx.bytes`.
    pub params: TypedParams,
}

impl Connection {
    /// Returns statistics of all domains: `virConnectGetAllDomainStats`. `stats` are virDomainStatsTypes, 0 is all that the
    /// driver knows; `flags` are virConnectGetAllDomainStatsFlags, which select domains.
    ///
    /// ```
    /// # let daemon = oxivirt_scripted::Daemon::start()?;
    /// # let conn = oxivirt::Connection::open(&daemon.uri())?;
    /// for stats in conn.all_domain_stats(0, 0)? {
    ///     println!("{}: {} parameters", stats.domain.name(), stats.params.len());
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn all_domain_stats(&self, stats: u32, flags: u32) -> Result<Vec<DomainStats>> {
        self.collect_domain_stats(&[], stats, flags)
    }

    fn collect_domain_stats(&self, domains: &[&Domain], stats: u32, flags: u32) -> Result<Vec<DomainStats>> {
        let mut list = Vec::new();
        self.each_domain_stats(domains, stats, flags, |domain, params| {
            list.push(DomainStats { domain, params: params.map(TypedParam::into_owned).collect() });
            Ok::<_, Error>(())
        })?;
        Ok(list)
    }

    /// Passes the statistics of all domains, or of `domains`, to `each`, one after the other and borrowed from the reply, which
    /// may be long: nobody needs to have it all twice.
    ///
    /// # Errors
    /// The driver could not tell, or `each` failed.
    #[doc(hidden)]
    pub fn each_domain_stats<E: From<Error>>(
        &self,
        domains: &[&Domain],
        stats: u32,
        flags: u32,
        mut each: impl FnMut(Domain, ReplyParams<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let name = if domains.is_empty() { "virConnectGetAllDomainStats" } else { "virDomainListGetStats" };
        let function = Function(name, FROM);
        let op = self.op(&function);
        let doms = domains.iter().map(|domain| domain.wire()).collect();
        let args = remote::ConnectGetAllDomainStatsArgs { doms, stats, flags };
        op.call(|driver, call| {
            let ret = driver.connect_get_all_domain_stats(call, &args)?;
            Ok(ret
                .ret_stats
                .into_iter()
                .try_for_each(|record| each(Domain::from_wire(self, &record.dom), ReplyParams::new(&record.params))))
        })?
    }
}

impl Domain {
    /// Returns statistics of some domains: `virDomainListGetStats`. `stats` are virDomainStatsTypes, 0 is all that the driver
    /// knows; `flags` are virConnectGetAllDomainStatsFlags.
    ///
    /// # Errors
    /// `domains` is empty, they are of different connections, or the driver could not tell.
    pub fn list_stats(domains: &[&Self], stats: u32, flags: u32) -> Result<Vec<DomainStats>> {
        let conn = Self::first_of_one_connection(domains, |domain| domain)?.connection();
        conn.collect_domain_stats(domains, stats, flags)
    }

    /// Returns the first of `list`, whose domains must all belong to its connection.
    #[doc(hidden)]
    pub fn first_of_one_connection<T>(list: &[T], domain: impl Fn(&T) -> &Self) -> Result<&T> {
        let invalid = |text: Vec<u8>| Error::new(FROM, ErrorCode::INVALID_ARG, text);
        let Some(first) = list.first() else {
            let function = "virDomainListGetStats";
            return Err(invalid(message!("doms array in %1$s must contain at least one domain", function)));
        };
        let conn = domain(first).connection();
        if list.iter().any(|one| !domain(one).connection().is_same(conn)) {
            return Err(invalid(message!("domains in 'doms' array must belong to a single connection")));
        }
        Ok(first)
    }
}
