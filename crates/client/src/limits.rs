//! Limits of the wire that the codec does not check, because they bound a number in the request instead of the length of an array:
//! how many elements a caller has room for. They are refused before the daemon is asked, and a reply with more elements than
//! were asked for is refused too; the texts are those of the stock client.
//!
//! Arrays that are too long are refused by the codec; for typed parameters with the stock client's text.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use oxivirt_protocol::remote::{self, Procedure as P};
use oxivirt_protocol::{Program, encode_error};
use oxivirt_xdr::{Decode, Problem, Reader};

/// How many elements a reply may begin with, and who says so.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    asked: i32,
    limit: u32,
    what: What,
}

/// What the elements are, which decides the text.
#[derive(Debug, Clone, Copy)]
enum What {
    /// Names for a parameter of a public function.
    Strings(&'static str, &'static str),
    /// Numbers of domains.
    Domains,
}

fn rpc(domain: ErrorDomain, text: String) -> Error {
    Error::new(domain, ErrorCode::RPC, text)
}

impl Room {
    fn error(self, got: impl std::fmt::Display, room: impl std::fmt::Display) -> Error {
        let text = match self.what {
            What::Strings(parameter, function) => {
                format!("too many remote strings: {got} > {room},in parameter '{parameter}' for '{function}'")
            }
            What::Domains => format!("Too many domains '{got}' for limit '{room}'"),
        };
        rpc(ErrorDomain::REMOTE, text)
    }

    /// Refuses a reply with more elements than there is room for. It begins with their array.
    pub(crate) fn check_reply(self, payload: &[u8]) -> Result<()> {
        let room = u32::try_from(self.asked).unwrap_or(0);
        match u32::decode(&mut Reader::new(payload)) {
            Ok(got) if got > room && got <= self.limit => Err(self.error(got, room)),
            // What is above the limit, or no array at all, the codec says.
            _ => Ok(()),
        }
    }
}

/// Returns what the request asks for, of one of the procedures in the table; refuses what is above the limit.
macro_rules! rooms {
    ($($procedure:ident: $args:ident.$field:ident, at most $limit:ident, $what:expr;)*) => {
        fn asked(procedure: P, args: &[u8]) -> Option<Room> {
            let reader = &mut Reader::new(args);
            match procedure {
                $(P::$procedure => {
                    let asked = remote::$args::decode(reader).ok()?.$field;
                    Some(Room { asked, limit: remote::$limit, what: $what })
                })*
                _ => None,
            }
        }
    };
}

rooms! {
    CONNECT_LIST_DOMAINS: ConnectListDomainsArgs.maxids, at most DOMAIN_LIST_MAX, What::Domains;
    CONNECT_LIST_DEFINED_DOMAINS: ConnectListDefinedDomainsArgs.maxnames, at most DOMAIN_LIST_MAX,
        What::Strings("names", "virConnectListDefinedDomains");
    CONNECT_LIST_NETWORKS: ConnectListNetworksArgs.maxnames, at most NETWORK_LIST_MAX,
        What::Strings("names", "virConnectListNetworks");
    CONNECT_LIST_DEFINED_NETWORKS: ConnectListDefinedNetworksArgs.maxnames, at most NETWORK_LIST_MAX,
        What::Strings("names", "virConnectListDefinedNetworks");
    CONNECT_LIST_INTERFACES: ConnectListInterfacesArgs.maxnames, at most INTERFACE_LIST_MAX,
        What::Strings("names", "virConnectListInterfaces");
    CONNECT_LIST_DEFINED_INTERFACES: ConnectListDefinedInterfacesArgs.maxnames, at most INTERFACE_LIST_MAX,
        What::Strings("names", "virConnectListDefinedInterfaces");
    CONNECT_LIST_STORAGE_POOLS: ConnectListStoragePoolsArgs.maxnames, at most STORAGE_POOL_LIST_MAX,
        What::Strings("names", "virConnectListStoragePools");
    CONNECT_LIST_DEFINED_STORAGE_POOLS: ConnectListDefinedStoragePoolsArgs.maxnames, at most STORAGE_POOL_LIST_MAX,
        What::Strings("names", "virConnectListDefinedStoragePools");
    STORAGE_POOL_LIST_VOLUMES: StoragePoolListVolumesArgs.maxnames, at most STORAGE_VOL_LIST_MAX,
        What::Strings("names", "virStoragePoolListVolumes");
    NODE_LIST_DEVICES: NodeListDevicesArgs.maxnames, at most NODE_DEVICE_LIST_MAX,
        What::Strings("names", "virNodeListDevices");
    NODE_DEVICE_LIST_CAPS: NodeDeviceListCapsArgs.maxnames, at most NODE_DEVICE_CAPS_LIST_MAX,
        What::Strings("names", "virNodeDeviceListCaps");
    CONNECT_LIST_SECRETS: ConnectListSecretsArgs.maxuuids, at most SECRET_LIST_MAX,
        What::Strings("uuids", "virConnectListSecrets");
    CONNECT_LIST_NWFILTERS: ConnectListNwfiltersArgs.maxnames, at most NWFILTER_LIST_MAX,
        What::Strings("names", "virConnectListNWFilters");
    DOMAIN_SNAPSHOT_LIST_NAMES: DomainSnapshotListNamesArgs.maxnames, at most DOMAIN_SNAPSHOT_LIST_MAX,
        What::Strings("names", "virDomainSnapshotListNames");
    DOMAIN_SNAPSHOT_LIST_CHILDREN_NAMES: DomainSnapshotListChildrenNamesArgs.maxnames, at most DOMAIN_SNAPSHOT_LIST_MAX,
        What::Strings("names", "virDomainSnapshotListChildrenNames");
}

/// Returns how many elements the reply may have, if the request says so. `args` is the encoded request.
///
/// # Errors
/// The request asks for more than the wire carries.
pub(crate) fn check_request(program: Program, procedure: u32, args: &[u8]) -> Result<Option<Room>> {
    if program != Program::REMOTE {
        return Ok(None);
    }
    let Some(room) = asked(P(procedure), args) else { return Ok(None) };
    if u32::try_from(room.asked).unwrap_or(0) > room.limit {
        return Err(room.error(room.asked, room.limit));
    }
    Ok(Some(room))
}

/// Returns the error of arguments that cannot be encoded; `args` is their IDL type.
#[cold]
pub(crate) fn not_encoded(problem: oxivirt_xdr::Error, args: &'static str) -> Error {
    match problem.problem() {
        Problem::TooLong { len, max } if problem.field().ends_with(".params") => {
            rpc(ErrorDomain::NONE, format!("too many parameters '{len}' for limit '{max}'"))
        }
        _ => encode_error(problem, args),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxivirt_xdr::{Encode, Writer};

    fn encoded(body: &dyn Encode) -> Vec<u8> {
        let mut bytes = Vec::new();
        body.encode(&mut Writer::new(&mut bytes, 1 << 20)).unwrap();
        bytes
    }

    fn request(maxnames: i32) -> Result<Option<Room>> {
        let args = encoded(&remote::ConnectListDefinedDomainsArgs { maxnames });
        check_request(Program::REMOTE, P::CONNECT_LIST_DEFINED_DOMAINS.0, &args)
    }

    #[test]
    fn requests_above_the_limit_are_refused() {
        let limit = i32::try_from(remote::DOMAIN_LIST_MAX).unwrap();
        assert!(matches!(request(limit), Ok(Some(_))));
        // A negative number is not this room's to judge.
        assert!(matches!(request(-1), Ok(Some(_))));
        let error = request(limit.saturating_add(1)).unwrap_err();
        assert_eq!(
            error.text(),
            "too many remote strings: 16385 > 16384,in parameter 'names' for 'virConnectListDefinedDomains'"
        );
        let args = encoded(&remote::ConnectListDomainsArgs { maxids: 16385 });
        let error = check_request(Program::REMOTE, P::CONNECT_LIST_DOMAINS.0, &args).unwrap_err();
        assert_eq!((error.domain, error.code), (ErrorDomain::REMOTE, ErrorCode::RPC));
        assert_eq!(error.text(), "Too many domains '16385' for limit '16384'");
        assert!(check_request(Program::QEMU, P::CONNECT_LIST_DOMAINS.0, &args).unwrap().is_none());
        assert!(check_request(Program::REMOTE, P::CONNECT_OPEN.0, &args).unwrap().is_none());
    }

    #[test]
    fn replies_with_more_than_was_asked_for_are_refused() {
        let room = request(2).unwrap().unwrap();
        let reply = |count: u32| room.check_reply(&encoded(&count));
        assert!(reply(0).is_ok() && reply(2).is_ok());
        let error = reply(3).unwrap_err();
        assert!(error.text().starts_with("too many remote strings: 3 > 2,"), "{error}");
        // Left to the codec.
        assert!(reply(u32::MAX).is_ok() && room.check_reply(&[]).is_ok());
    }

    #[test]
    fn too_many_parameters_have_the_stock_text() {
        let value = remote::TypedParamValue::Int(1);
        let params = vec![remote::TypedParam { field: "x".into(), value }; 17];
        let args = remote::DomainAnnounceInterfaceArgs { params, ..Default::default() };
        let problem = args.encode(&mut Writer::new(&mut Vec::new(), 1 << 20)).unwrap_err();
        let error = not_encoded(problem, "x");
        assert_eq!((error.domain, error.code), (ErrorDomain::NONE, ErrorCode::RPC));
        assert_eq!(error.text(), "too many parameters '17' for limit '16'");
    }
}
