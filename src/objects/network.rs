//! `virNetworkPtr`, `virNetworkPortPtr`, `virInterfacePtr`, `virNWFilterPtr`, `virNWFilterBindingPtr`.
use super::{Connection, OnConnection, c_text, object_on_connection, text};
use crate::abi::{Handle, Object, Ref, Result};
use oxivirt_model::{ErrorCode, ErrorDomain, Uuid};
use oxivirt_protocol::remote;
use std::ffi::CString;

/// A virtual network.
#[derive(Debug)]
pub(crate) struct Network {
    pub(crate) conn: Ref<Connection>,
    pub(crate) name: CString,
    pub(crate) uuid: Uuid,
}
object_on_connection!(Network, 0x6f78_0005, Some(ErrorDomain::NETWORK), ErrorCode::INVALID_NETWORK, |n| text(&n.name));

impl Network {
    pub(crate) fn from_wire(conn: &Handle<Connection>, wire: &remote::NonnullNetwork<'_>) -> Result<Ref<Self>> {
        Ref::new(Self { conn: conn.counted(), name: c_text(&wire.name), uuid: wire.uuid })
    }
    pub(crate) fn wire(&self) -> remote::NonnullNetwork<'_> {
        remote::NonnullNetwork { name: self.name.as_c_str().into(), uuid: self.uuid }
    }
}

/// A port of a network: one guest interface plugged into it.
#[derive(Debug)]
pub(crate) struct NetworkPort {
    pub(crate) network: Ref<Network>,
    pub(crate) uuid: Uuid,
}
impl Object for NetworkPort {
    const MAGIC: u32 = 0x6f78_0006;
    const INVALID: (Option<ErrorDomain>, ErrorCode) = (Some(ErrorDomain::NETWORK), ErrorCode::INVALID_NETWORK_PORT);
    fn connection(this: &Handle<Self>) -> Option<&Handle<Connection>> {
        Some(this.conn())
    }
    const KIND: &'static str = "NetworkPort";
    fn title(&self) -> String {
        self.uuid.to_string()
    }
}
impl OnConnection for NetworkPort {
    fn conn(&self) -> &Ref<Connection> {
        &self.network.conn
    }
}
impl NetworkPort {
    pub(crate) fn from_wire(network: &Handle<Network>, wire: &remote::NonnullNetworkPort<'_>) -> Result<Ref<Self>> {
        Ref::new(Self { network: network.counted(), uuid: wire.uuid })
    }
    pub(crate) fn wire(&self) -> remote::NonnullNetworkPort<'_> {
        remote::NonnullNetworkPort { net: self.network.wire(), uuid: self.uuid }
    }
}

/// A physical interface of the host.
#[derive(Debug)]
pub(crate) struct Interface {
    pub(crate) conn: Ref<Connection>,
    pub(crate) name: CString,
    pub(crate) mac: CString,
}
object_on_connection!(Interface, 0x6f78_0007, Some(ErrorDomain::INTERFACE), ErrorCode::INVALID_INTERFACE, |i| text(
    &i.name
));
impl Interface {
    pub(crate) fn from_wire(conn: &Handle<Connection>, wire: &remote::NonnullInterface<'_>) -> Result<Ref<Self>> {
        Ref::new(Self { conn: conn.counted(), name: c_text(&wire.name), mac: c_text(&wire.mac) })
    }
    pub(crate) fn wire(&self) -> remote::NonnullInterface<'_> {
        remote::NonnullInterface { name: self.name.as_c_str().into(), mac: self.mac.as_c_str().into() }
    }
}

/// A network filter.
#[derive(Debug)]
pub(crate) struct NwFilter {
    pub(crate) conn: Ref<Connection>,
    pub(crate) name: CString,
    pub(crate) uuid: Uuid,
}
object_on_connection!(NwFilter, 0x6f78_0008, Some(ErrorDomain::NWFILTER), ErrorCode::INVALID_NWFILTER, |f| text(
    &f.name
));
impl NwFilter {
    pub(crate) fn from_wire(conn: &Handle<Connection>, wire: &remote::NonnullNwfilter<'_>) -> Result<Ref<Self>> {
        Ref::new(Self { conn: conn.counted(), name: c_text(&wire.name), uuid: wire.uuid })
    }
    pub(crate) fn wire(&self) -> remote::NonnullNwfilter<'_> {
        remote::NonnullNwfilter { name: self.name.as_c_str().into(), uuid: self.uuid }
    }
}

/// A filter bound to a guest's network device.
#[derive(Debug)]
pub(crate) struct NwFilterBinding {
    pub(crate) conn: Ref<Connection>,
    pub(crate) portdev: CString,
    pub(crate) filtername: CString,
}
object_on_connection!(
    NwFilterBinding,
    0x6f78_0009,
    Some(ErrorDomain::NWFILTER),
    ErrorCode::INVALID_NWFILTER_BINDING,
    |b| text(&b.portdev)
);
impl NwFilterBinding {
    pub(crate) fn from_wire(conn: &Handle<Connection>, wire: &remote::NonnullNwfilterBinding<'_>) -> Result<Ref<Self>> {
        Ref::new(Self { conn: conn.counted(), portdev: c_text(&wire.portdev), filtername: c_text(&wire.filtername) })
    }
    pub(crate) fn wire(&self) -> remote::NonnullNwfilterBinding<'_> {
        remote::NonnullNwfilterBinding {
            portdev: self.portdev.as_c_str().into(),
            filtername: self.filtername.as_c_str().into(),
        }
    }
}
