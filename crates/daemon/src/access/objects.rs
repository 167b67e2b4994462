//! What rules are told about objects: what the driver says of them, whatever the client says.
use super::{Details, PolkitAccess};
use oxivirt_model::constants::{
    VIR_SECRET_USAGE_TYPE_CEPH, VIR_SECRET_USAGE_TYPE_ISCSI, VIR_SECRET_USAGE_TYPE_TLS, VIR_SECRET_USAGE_TYPE_VOLUME,
    VIR_SECRET_USAGE_TYPE_VTPM,
};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid};
use oxivirt_protocol::remote::{
    self, NonnullDomain, NonnullInterface, NonnullNetwork, NonnullNetworkPort, NonnullNodeDevice, NonnullNwfilter,
    NonnullNwfilterBinding, NonnullSecret, NonnullStoragePool, NonnullStorageVol,
};
use oxivirt_protocol::{Call, Object, ObjectRef};
use oxivirt_xdr::{Decode, Reader, Str};
use oxivirt_xml::tree::Document;

/// Returns the kind of an object as rules have it.
pub(super) fn kind(object: &ObjectRef<'_, '_>) -> Object {
    match object {
        ObjectRef::Connection => Object::Connect,
        ObjectRef::Domain(_) | ObjectRef::DomainSnapshot(_) | ObjectRef::DomainCheckpoint(_) => Object::Domain,
        ObjectRef::Network(_) => Object::Network,
        ObjectRef::NetworkPort(_) => Object::NetworkPort,
        ObjectRef::Interface(_) => Object::Interface,
        ObjectRef::StoragePool(_) => Object::StoragePool,
        ObjectRef::StorageVol(_) => Object::StorageVol,
        ObjectRef::NodeDevice(_) => Object::NodeDevice,
        ObjectRef::Secret(_) => Object::Secret,
        ObjectRef::Nwfilter(_) => Object::Nwfilter,
        ObjectRef::NwfilterBinding(_) => Object::NwfilterBinding,
    }
}

fn shown(text: &Str<'_>) -> String {
    String::from_utf8_lossy(text.as_bytes()).into_owned()
}

fn pair(name: &'static str, uuid_name: &'static str, object: (&Str<'_>, &Uuid)) -> Details {
    vec![(name, shown(object.0)), (uuid_name, object.1.to_string())]
}

/// An object at the beginning of a result.
pub(super) enum Found<'a> {
    Domain(NonnullDomain<'a>),
    Network(NonnullNetwork<'a>),
    NetworkPort(NonnullNetworkPort<'a>),
    Interface(NonnullInterface<'a>),
    StoragePool(NonnullStoragePool<'a>),
    StorageVol(NonnullStorageVol<'a>),
    NodeDevice(NonnullNodeDevice<'a>),
    Secret(NonnullSecret<'a>),
    Nwfilter(NonnullNwfilter<'a>),
    NwfilterBinding(NonnullNwfilterBinding<'a>),
}

impl Found<'_> {
    pub(super) fn with<T>(&self, then: impl FnOnce(&ObjectRef<'_, '_>) -> T) -> T {
        then(&match self {
            Self::Domain(object) => ObjectRef::Domain(object),
            Self::Network(object) => ObjectRef::Network(object),
            Self::NetworkPort(object) => ObjectRef::NetworkPort(object),
            Self::Interface(object) => ObjectRef::Interface(object),
            Self::StoragePool(object) => ObjectRef::StoragePool(object),
            Self::StorageVol(object) => ObjectRef::StorageVol(object),
            Self::NodeDevice(object) => ObjectRef::NodeDevice(object),
            Self::Secret(object) => ObjectRef::Secret(object),
            Self::Nwfilter(object) => ObjectRef::Nwfilter(object),
            Self::NwfilterBinding(object) => ObjectRef::NwfilterBinding(object),
        })
    }
}

/// Returns the object that a result begins with; `None` for what is none.
pub(super) fn found(object: Object, body: &[u8]) -> Option<Found<'_>> {
    fn read<'a, T: Decode<'a>>(body: &'a [u8]) -> Option<T> {
        T::decode(&mut Reader::new(body)).ok()
    }
    Some(match object {
        Object::Connect => return None,
        Object::Domain => Found::Domain(read(body)?),
        Object::Network => Found::Network(read(body)?),
        Object::NetworkPort => Found::NetworkPort(read(body)?),
        Object::Interface => Found::Interface(read(body)?),
        Object::StoragePool => Found::StoragePool(read(body)?),
        Object::StorageVol => Found::StorageVol(read(body)?),
        Object::NodeDevice => Found::NodeDevice(read(body)?),
        Object::Secret => Found::Secret(read(body)?),
        Object::Nwfilter => Found::Nwfilter(read(body)?),
        Object::NwfilterBinding => Found::NwfilterBinding(read(body)?),
    })
}

/// Returns the details of an object that a document, the first argument, defines: its name and UUID.
///
/// # Errors
/// The document is none, or has several names or UUIDs: which one counts is the driver's matter.
pub(super) fn defined(object: Object, payload: &[u8]) -> Result<Details> {
    // A text, as all of these arguments begin with one.
    let Ok(document) =
        remote::DomainLookupByNameArgs::decode(&mut Reader::cutting_strings(payload)).map(|args| args.name)
    else {
        return Ok(Vec::new());
    };
    if document.as_bytes().trim_ascii_start().first() != Some(&b'<') {
        return Ok(Vec::new());
    }
    let (name, uuid) = match object {
        Object::Domain => ("domain_name", "domain_uuid"),
        Object::Network => ("network_name", "network_uuid"),
        Object::StoragePool => ("pool_name", "pool_uuid"),
        Object::Nwfilter => ("nwfilter_name", "nwfilter_uuid"),
        Object::Secret => ("", "secret_uuid"),
        Object::Interface => ("interface_name", ""),
        Object::NodeDevice => ("node_device_name", ""),
        Object::Connect | Object::NetworkPort | Object::NwfilterBinding | Object::StorageVol => return Ok(Vec::new()),
    };
    let parsed = Document::parse(document.as_bytes(), ErrorDomain::NONE)?;
    let root = parsed.root()?;
    let mut details = Details::new();
    for (key, element) in [(name, "name"), (uuid, "uuid")] {
        let mut all = root.elements(element);
        let (first, second) = (all.next(), all.next());
        let text = match (first, second) {
            (_, Some(_)) => {
                let text = format!("several elements '{element}'");
                return Err(Error::new(ErrorDomain::ACCESS, ErrorCode::XML_ERROR, text));
            }
            // An attribute names an interface, and nwfilters.
            (None, None) => root.attr(element).map(str::to_owned),
            (Some(one), None) => Some(one.text().into_owned()),
        };
        if let (Some(text), false) = (text, key.is_empty()) {
            let uuid = text.trim().parse::<Uuid>().ok().filter(|_| element == "uuid");
            details.push((key, uuid.map_or(text, |uuid| uuid.to_string())));
        }
    }
    Ok(details)
}

impl PolkitAccess<'_> {
    /// Returns the details of an object that the client named: the driver is asked what it knows by that UUID, or name.
    ///
    /// # Errors
    /// There is no such object.
    pub(super) fn claimed(&self, object: &ObjectRef<'_, '_>) -> Result<Details> {
        let (session, mut call) = (self.session, Call::new());
        match object {
            ObjectRef::Domain(domain) => self.domain(&domain.uuid),
            ObjectRef::DomainSnapshot(snapshot) => self.domain(&snapshot.dom.uuid),
            ObjectRef::DomainCheckpoint(checkpoint) => self.domain(&checkpoint.dom.uuid),
            ObjectRef::Network(network) => {
                let args = remote::NetworkLookupByUuidArgs { uuid: network.uuid };
                self.named(&ObjectRef::Network(&session.network_lookup_by_uuid(&mut call, &args)?.net))
            }
            ObjectRef::NetworkPort(port) => {
                let args = remote::NetworkPortLookupByUuidArgs { network: port.net.clone(), uuid: port.uuid };
                self.named(&ObjectRef::NetworkPort(&session.network_port_lookup_by_uuid(&mut call, &args)?.port))
            }
            ObjectRef::Interface(interface) => {
                let args = remote::InterfaceLookupByNameArgs { name: interface.name.clone() };
                self.named(&ObjectRef::Interface(&session.interface_lookup_by_name(&mut call, &args)?.iface))
            }
            ObjectRef::StoragePool(pool) => {
                let args = remote::StoragePoolLookupByUuidArgs { uuid: pool.uuid };
                self.named(&ObjectRef::StoragePool(&session.storage_pool_lookup_by_uuid(&mut call, &args)?.pool))
            }
            ObjectRef::StorageVol(volume) => {
                let args = remote::StoragePoolLookupByNameArgs { name: volume.pool.clone() };
                let mut other = Call::new();
                let pool = session.storage_pool_lookup_by_name(&mut other, &args)?.pool;
                let args = remote::StorageVolLookupByNameArgs { pool, name: volume.name.clone() };
                self.named(&ObjectRef::StorageVol(&session.storage_vol_lookup_by_name(&mut call, &args)?.vol))
            }
            ObjectRef::Secret(secret) => {
                let args = remote::SecretLookupByUuidArgs { uuid: secret.uuid };
                self.named(&ObjectRef::Secret(&session.secret_lookup_by_uuid(&mut call, &args)?.secret))
            }
            ObjectRef::Nwfilter(filter) => {
                let args = remote::NwfilterLookupByUuidArgs { uuid: filter.uuid };
                self.named(&ObjectRef::Nwfilter(&session.nwfilter_lookup_by_uuid(&mut call, &args)?.nwfilter))
            }
            ObjectRef::NwfilterBinding(binding) => {
                let args = remote::NwfilterBindingLookupByPortDevArgs { name: binding.portdev.clone() };
                let found = session.nwfilter_binding_lookup_by_port_dev(&mut call, &args)?;
                self.named(&ObjectRef::NwfilterBinding(&found.nwfilter))
            }
            // Its name is all there is to it.
            ObjectRef::NodeDevice(_) | ObjectRef::Connection => self.named(object),
        }
    }

    fn domain(&self, uuid: &Uuid) -> Result<Details> {
        let mut call = Call::new();
        let args = remote::DomainLookupByUuidArgs { uuid: *uuid };
        let found = self.session.domain_lookup_by_uuid(&mut call, &args)?;
        Ok(pair("domain_name", "domain_uuid", (&found.dom.name, &found.dom.uuid)))
    }

    /// Returns the details of an object that the driver named.
    ///
    /// # Errors
    /// The pool of a volume is gone.
    pub(super) fn named(&self, object: &ObjectRef<'_, '_>) -> Result<Details> {
        Ok(match object {
            ObjectRef::Connection => Vec::new(),
            ObjectRef::Domain(domain) => pair("domain_name", "domain_uuid", (&domain.name, &domain.uuid)),
            ObjectRef::DomainSnapshot(snapshot) => self.domain(&snapshot.dom.uuid)?,
            ObjectRef::DomainCheckpoint(checkpoint) => self.domain(&checkpoint.dom.uuid)?,
            ObjectRef::Network(network) => pair("network_name", "network_uuid", (&network.name, &network.uuid)),
            ObjectRef::NetworkPort(port) => {
                let mut details = pair("network_name", "network_uuid", (&port.net.name, &port.net.uuid));
                details.push(("port_uuid", port.uuid.to_string()));
                details
            }
            ObjectRef::Interface(interface) => {
                vec![("interface_name", shown(&interface.name)), ("interface_macaddr", shown(&interface.mac))]
            }
            ObjectRef::StoragePool(pool) => pair("pool_name", "pool_uuid", (&pool.name, &pool.uuid)),
            ObjectRef::StorageVol(volume) => {
                let mut call = Call::new();
                let args = remote::StoragePoolLookupByNameArgs { name: volume.pool.clone() };
                let pool = self.session.storage_pool_lookup_by_name(&mut call, &args)?.pool;
                let mut details = pair("pool_name", "pool_uuid", (&pool.name, &pool.uuid));
                details.extend([("vol_name", shown(&volume.name)), ("vol_key", shown(&volume.key))]);
                details
            }
            ObjectRef::NodeDevice(device) => vec![("node_device_name", shown(&device.name))],
            ObjectRef::Secret(secret) => {
                let mut details = vec![("secret_uuid", secret.uuid.to_string())];
                let usage = match secret.usage_type.cast_unsigned() {
                    VIR_SECRET_USAGE_TYPE_VOLUME => Some("secret_usage_volume"),
                    VIR_SECRET_USAGE_TYPE_CEPH => Some("secret_usage_ceph"),
                    VIR_SECRET_USAGE_TYPE_ISCSI => Some("secret_usage_target"),
                    VIR_SECRET_USAGE_TYPE_TLS | VIR_SECRET_USAGE_TYPE_VTPM => Some("secret_usage_name"),
                    _ => None,
                };
                details.extend(usage.map(|usage| (usage, shown(&secret.usage_id))));
                details
            }
            ObjectRef::Nwfilter(filter) => pair("nwfilter_name", "nwfilter_uuid", (&filter.name, &filter.uuid)),
            ObjectRef::NwfilterBinding(binding) => vec![
                ("nwfilter_binding_portdev", shown(&binding.portdev)),
                ("nwfilter_binding_filter", shown(&binding.filtername)),
            ],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxivirt_xdr::{Encode, Writer};

    fn document(text: &str) -> Vec<u8> {
        let mut payload = Vec::new();
        remote::DomainLookupByNameArgs { name: text.as_bytes().into() }
            .encode(&mut Writer::new(&mut payload, 1 << 20))
            .unwrap();
        payload
    }

    #[test]
    fn names_in_documents() {
        let uuid = "0c7ad1b5-0e56-4b8f-9c68-5a4f7f0f6a01";
        let text = format!(" <domain><!--<name>x</name>--><name>a</name><uuid>{}</uuid></domain>", uuid.to_uppercase());
        let details = defined(Object::Domain, &document(&text)).unwrap();
        assert_eq!(details, [("domain_name", "a".to_owned()), ("domain_uuid", uuid.to_owned())]);
        let interface = defined(Object::Interface, &document("<interface name='eth0'/>")).unwrap();
        assert_eq!(interface, [("interface_name", "eth0".to_owned())]);
        assert_eq!(defined(Object::Domain, &document("/a/file")).unwrap(), []);
        // Which of them would the driver take?
        assert!(defined(Object::Domain, &document("<domain><name>a</name><name>b</name></domain>")).is_err());
        assert!(defined(Object::Domain, &document("<domain><name>")).is_err());
    }
}
