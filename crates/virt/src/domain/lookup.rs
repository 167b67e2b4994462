//! Finding and listing domains.
use super::{Domain, FROM};
use crate::{Connection, Function, OnConnection, Result, Str, Text, Uuid};
use oxivirt_protocol::remote;

impl Connection {
    /// Returns the domains: `virConnectListAllDomains`. `flags` are virConnectListAllDomainsFlags, which select some of them; 0
    /// is all.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn list_all_domains(&self, flags: u32) -> Result<Vec<Domain>> {
        Ok(self.all_domains(true, flags)?.1)
    }

    /// Returns how many domains [`Connection::list_all_domains`] finds, and the domains if they are wanted.
    #[doc(hidden)]
    pub fn all_domains(&self, wanted: bool, flags: u32) -> Result<(i32, Vec<Domain>)> {
        let op = self.op(&Function("virConnectListAllDomains", FROM));
        op.list(wanted, |driver, call, need_results, listed| {
            let args = remote::ConnectListAllDomainsArgs { need_results, flags };
            let ret = driver.connect_list_all_domains(call, &args)?;
            listed.take(ret.ret, &ret.domains, |one| Domain::from_wire(self, one))
        })
    }

    /// Returns the names of at most `max` domains that do not run: `virConnectListDefinedDomains`. Better is
    /// [`Connection::list_all_domains`].
    ///
    /// # Errors
    /// `max` is negative, or the driver could not tell.
    pub fn list_defined_domains(&self, max: i32) -> Result<Vec<Text>> {
        let op = self.op(&Function("virConnectListDefinedDomains", FROM)).not_negative("maxnames", max)?;
        let args = remote::ConnectListDefinedDomainsArgs { maxnames: max };
        op.texts(|driver, call| Ok(driver.connect_list_defined_domains(call, &args)?.names))
    }

    /// Returns the numbers of at most `max` domains that run: `virConnectListDomains`. Better is
    /// [`Connection::list_all_domains`].
    ///
    /// # Errors
    /// `max` is negative, or the driver could not tell.
    pub fn list_domains(&self, max: i32) -> Result<Vec<i32>> {
        let op = self.op(&Function("virConnectListDomains", FROM)).not_negative("maxids", max)?;
        let args = remote::ConnectListDomainsArgs { maxids: max };
        op.call(|driver, call| Ok(driver.connect_list_domains(call, &args)?.ids))
    }

    /// Returns how many domains do not run: `virConnectNumOfDefinedDomains`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn num_of_defined_domains(&self) -> Result<i32> {
        let op = self.op(&Function("virConnectNumOfDefinedDomains", FROM));
        op.number(|driver, call| Ok(driver.connect_num_of_defined_domains(call)?.num))
    }

    /// Returns how many domains run: `virConnectNumOfDomains`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn num_of_domains(&self) -> Result<i32> {
        let op = self.op(&Function("virConnectNumOfDomains", FROM));
        op.number(|driver, call| Ok(driver.connect_num_of_domains(call)?.num))
    }
}

impl Domain {
    /// Returns the running domain with this number: `virDomainLookupByID`.
    ///
    /// # Errors
    /// `id` is negative, or there is no such domain.
    pub fn lookup_by_id(conn: &Connection, id: i32) -> Result<Self> {
        let op = conn.op(&Function("virDomainLookupByID", FROM)).not_negative("id", id)?;
        let args = remote::DomainLookupByIdArgs { id };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.domain_lookup_by_id(call, &args)?.dom)))
    }

    /// Returns the domain with this name: `virDomainLookupByName`.
    ///
    /// # Errors
    /// There is no such domain.
    pub fn lookup_by_name<'a>(conn: &Connection, name: impl Into<Str<'a>>) -> Result<Self> {
        let op = conn.op(&Function("virDomainLookupByName", FROM));
        let args = remote::DomainLookupByNameArgs { name: name.into() };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.domain_lookup_by_name(call, &args)?.dom)))
    }

    /// Returns the domain with this UUID: `virDomainLookupByUUID`.
    ///
    /// # Errors
    /// There is no such domain.
    pub fn lookup_by_uuid(conn: &Connection, uuid: Uuid) -> Result<Self> {
        let op = conn.op(&Function("virDomainLookupByUUID", FROM));
        let args = remote::DomainLookupByUuidArgs { uuid };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.domain_lookup_by_uuid(call, &args)?.dom)))
    }

    /// Returns true if the domain runs: `virDomainIsActive`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn is_active(&self) -> Result<bool> {
        let op = self.op(&Function("virDomainIsActive", FROM));
        let args = remote::DomainIsActiveArgs { dom: self.wire() };
        op.truth(|driver, call| Ok(driver.domain_is_active(call, &args)?.active))
    }

    /// Returns true if the domain is still there when it stops: `virDomainIsPersistent`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn is_persistent(&self) -> Result<bool> {
        let op = self.op(&Function("virDomainIsPersistent", FROM));
        let args = remote::DomainIsPersistentArgs { dom: self.wire() };
        op.truth(|driver, call| Ok(driver.domain_is_persistent(call, &args)?.persistent))
    }

    /// Returns true if the definition was changed since the domain was started: `virDomainIsUpdated`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn is_updated(&self) -> Result<bool> {
        let op = self.op(&Function("virDomainIsUpdated", FROM));
        let args = remote::DomainIsUpdatedArgs { dom: self.wire() };
        op.truth(|driver, call| Ok(driver.domain_is_updated(call, &args)?.updated))
    }
}
