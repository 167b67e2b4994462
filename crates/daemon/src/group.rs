//! Kinds of objects that a hypervisor's daemon leaves to others: each has a daemon of its own on a host that splits them.
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::ProcedureInfo;

/// A kind of object.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Group {
    /// Virtual networks and their ports.
    Network,
    /// Storage pools and volumes.
    Storage,
    /// Devices of the host.
    NodeDevice,
    /// Network interfaces of the host.
    Interface,
    /// Network filters and their bindings.
    Nwfilter,
    /// Secrets.
    Secret,
}

/// Public functions about node devices that hypervisors work on: only they know which guest has the device.
const OF_HYPERVISORS: &[&str] =
    &["virNodeDeviceDettach", "virNodeDeviceDetachFlags", "virNodeDeviceReAttach", "virNodeDeviceReset"];

impl Group {
    /// Returns the kind that a procedure is about, `None` for everything that the hypervisor's own daemon answers.
    pub(crate) fn of(info: ProcedureInfo) -> Option<Self> {
        Self::of_domain(info.function.1).filter(|_| !OF_HYPERVISORS.contains(&info.function.0))
    }

    /// Returns the kind whose public functions report errors of this domain.
    pub(crate) fn of_domain(domain: ErrorDomain) -> Option<Self> {
        Some(match domain {
            ErrorDomain::NETWORK => Self::Network,
            ErrorDomain::STORAGE => Self::Storage,
            ErrorDomain::NODEDEV => Self::NodeDevice,
            ErrorDomain::INTERFACE => Self::Interface,
            ErrorDomain::NWFILTER => Self::Nwfilter,
            ErrorDomain::SECRET => Self::Secret,
            _ => return None,
        })
    }

    /// Returns the scheme of the URI that opens its driver.
    pub(crate) fn scheme(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Storage => "storage",
            Self::NodeDevice => "nodedev",
            Self::Interface => "interface",
            Self::Nwfilter => "nwfilter",
            Self::Secret => "secret",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxivirt_protocol::remote::Procedure;

    #[test]
    fn procedures_and_their_daemons() {
        let of = |procedure: Procedure| Group::of(procedure.info().unwrap()).map(Group::scheme);
        let none = [
            Procedure::CONNECT_GET_HOSTNAME,
            Procedure::DOMAIN_CREATE,
            Procedure::NODE_GET_INFO,
            Procedure::CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY,
            Procedure::NODE_DEVICE_DETACH_FLAGS,
            Procedure::NODE_DEVICE_DETTACH,
            Procedure::NODE_DEVICE_RE_ATTACH,
            Procedure::NODE_DEVICE_RESET,
        ];
        none.into_iter().for_each(|procedure| assert_eq!(of(procedure), None, "{procedure:?}"));
        let some = [
            (Procedure::CONNECT_LIST_ALL_NETWORKS, "network"),
            (Procedure::CONNECT_NETWORK_EVENT_REGISTER_ANY, "network"),
            (Procedure::NETWORK_PORT_GET_XML_DESC, "network"),
            (Procedure::STORAGE_VOL_DOWNLOAD, "storage"),
            (Procedure::CONNECT_FIND_STORAGE_POOL_SOURCES, "storage"),
            (Procedure::CONNECT_STORAGE_POOL_EVENT_REGISTER_ANY, "storage"),
            (Procedure::NODE_LIST_DEVICES, "nodedev"),
            (Procedure::NODE_DEVICE_GET_XML_DESC, "nodedev"),
            (Procedure::INTERFACE_CHANGE_BEGIN, "interface"),
            (Procedure::NWFILTER_BINDING_DELETE, "nwfilter"),
            (Procedure::SECRET_GET_VALUE, "secret"),
        ];
        some.into_iter().for_each(|(procedure, scheme)| assert_eq!(of(procedure), Some(scheme), "{procedure:?}"));
    }
}
