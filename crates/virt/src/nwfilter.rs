//! `virNWFilter`: network filters.
mod binding;

pub use binding::NwFilterBinding;

use crate::{Connection, ErrorDomain, Function, OnConnection, Result, Str, Text, Uuid};
use oxivirt_protocol::remote;
use std::sync::Arc;

/// The error domain of this section.
pub(super) const FROM: ErrorDomain = ErrorDomain::NWFILTER;

/// A network filter. A clone is the same object.
#[derive(Debug, Clone)]
pub struct NwFilter(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    conn: Connection,
    name: Text,
    uuid: Uuid,
}

impl OnConnection for NwFilter {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl NwFilter {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &Connection, wire: &remote::NonnullNwfilter<'_>) -> Self {
        Self(Arc::new(Inner { conn: conn.clone(), name: Text::from(&wire.name), uuid: wire.uuid }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullNwfilter<'_> {
        remote::NonnullNwfilter { name: self.name().into(), uuid: self.0.uuid }
    }

    /// Returns the connection it belongs to.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.0.conn
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &Text {
        &self.0.name
    }

    /// Returns the identifier that survives restarts.
    #[must_use]
    pub fn uuid(&self) -> &Uuid {
        &self.0.uuid
    }

    /// Returns the filter with this name: `virNWFilterLookupByName`.
    ///
    /// # Errors
    /// There is no such filter.
    pub fn lookup_by_name<'a>(conn: &Connection, name: impl Into<Str<'a>>) -> Result<Self> {
        let op = conn.op(&Function("virNWFilterLookupByName", FROM));
        let args = remote::NwfilterLookupByNameArgs { name: name.into() };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.nwfilter_lookup_by_name(call, &args)?.nwfilter)))
    }

    /// Returns the filter with this UUID: `virNWFilterLookupByUUID`.
    ///
    /// # Errors
    /// There is no such filter.
    pub fn lookup_by_uuid(conn: &Connection, uuid: Uuid) -> Result<Self> {
        let op = conn.op(&Function("virNWFilterLookupByUUID", FROM));
        let args = remote::NwfilterLookupByUuidArgs { uuid };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.nwfilter_lookup_by_uuid(call, &args)?.nwfilter)))
    }

    /// Defines a filter, or changes its definition, for guests that run too: `virNWFilterDefineXML`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn define_xml<'a>(conn: &Connection, xml: impl Into<Str<'a>>) -> Result<Self> {
        let op = conn.op(&Function("virNWFilterDefineXML", FROM)).write()?;
        let args = remote::NwfilterDefineXmlArgs { xml: xml.into() };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.nwfilter_define_xml(call, &args)?.nwfilter)))
    }

    /// Defines a filter, or changes its definition: `virNWFilterDefineXMLFlags`. `flags` are virNWFilterDefineFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn define_xml_flags<'a>(conn: &Connection, xml: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let op = conn.op(&Function("virNWFilterDefineXMLFlags", FROM)).write()?;
        let args = remote::NwfilterDefineXmlFlagsArgs { xml: xml.into(), flags };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.nwfilter_define_xml_flags(call, &args)?.nwfilter)))
    }

    /// Removes the definition of a filter that nothing uses: `virNWFilterUndefine`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn undefine(&self) -> Result<()> {
        let op = self.op(&Function("virNWFilterUndefine", FROM)).write()?;
        let args = remote::NwfilterUndefineArgs { nwfilter: self.wire() };
        op.call(|driver, call| driver.nwfilter_undefine(call, &args))
    }

    /// Returns the definition: `virNWFilterGetXMLDesc`. `flags` are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn xml_desc(&self, flags: u32) -> Result<Text> {
        let op = self.op(&Function("virNWFilterGetXMLDesc", FROM));
        let args = remote::NwfilterGetXmlDescArgs { nwfilter: self.wire(), flags };
        op.text(|driver, call| Ok(driver.nwfilter_get_xml_desc(call, &args)?.xml))
    }
}

impl Connection {
    /// Returns the network filters: `virConnectListAllNWFilters`. `flags` are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn list_all_nwfilters(&self, flags: u32) -> Result<Vec<NwFilter>> {
        Ok(self.all_nwfilters(true, flags)?.1)
    }

    /// Returns how many objects [`Connection::list_all_nwfilters`] finds, and the objects if they are wanted.
    #[doc(hidden)]
    pub fn all_nwfilters(&self, wanted: bool, flags: u32) -> Result<(i32, Vec<NwFilter>)> {
        let op = self.op(&Function("virConnectListAllNWFilters", FROM));
        op.list(wanted, |driver, call, need_results, listed| {
            let args = remote::ConnectListAllNwfiltersArgs { need_results, flags };
            let ret = driver.connect_list_all_nwfilters(call, &args)?;
            listed.take(ret.ret, &ret.filters, |one| NwFilter::from_wire(self, one))
        })
    }

    /// Returns the names of at most `max` network filters: `virConnectListNWFilters`. Better is
    /// [`Connection::list_all_nwfilters`].
    ///
    /// # Errors
    /// `max` is negative, or the driver could not tell.
    pub fn list_nwfilters(&self, max: i32) -> Result<Vec<Text>> {
        let op = self.op(&Function("virConnectListNWFilters", FROM)).not_negative("maxnames", max)?;
        let args = remote::ConnectListNwfiltersArgs { maxnames: max };
        op.texts(|driver, call| Ok(driver.connect_list_nwfilters(call, &args)?.names))
    }

    /// Returns how many network filters there are: `virConnectNumOfNWFilters`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn num_of_nwfilters(&self) -> Result<i32> {
        let op = self.op(&Function("virConnectNumOfNWFilters", FROM));
        op.number(|driver, call| Ok(driver.connect_num_of_nwfilters(call)?.num))
    }
}
