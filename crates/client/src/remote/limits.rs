//! Limits of the wire, and the texts of the stock client about them. No other driver is bound by these.
//!
//! Some bound a number in the request, which the codec takes for a number like any other: how many elements a caller has room for.
//! They are refused before the daemon is asked, and where the reply begins with those elements it may not have more.
//! Arrays that are too long are refused by the codec; here is what that is called.
use oxivirt_model::message::{Argument, compose};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
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
    /// Others, of which only replies are judged, with this text.
    Other(&'static str),
}

fn rpc(domain: ErrorDomain, text: Vec<u8>) -> Error {
    Error::new(domain, ErrorCode::RPC, text)
}

impl Room {
    fn error(self, got: &dyn Argument, room: u32) -> Error {
        let text = match self.what {
            What::Strings(parameter, function) => {
                // The catalogues have a text for each function.
                let format =
                    format!("too many remote strings: %1$d > %2$d,in parameter '{parameter}' for '{function}'");
                compose(&format, &[got, &room])
            }
            What::Domains => message!("Too many domains '%1$d' for limit '%2$d'", got, room),
            What::Other(text) => compose(text, &[]),
        };
        rpc(ErrorDomain::REMOTE, text)
    }

    /// Refuses a reply with more elements than there is room for. It begins with their array.
    pub(crate) fn check_reply(self, payload: &[u8]) -> Result<()> {
        let room = u32::try_from(self.asked).unwrap_or(0);
        match u32::decode(&mut Reader::new(payload)) {
            Ok(got) if got > room && got <= self.limit => Err(self.error(&got, room)),
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
                    // More than an int holds is above every limit.
                    let asked = remote::$args::decode(reader).ok()?.$field.try_into().unwrap_or(i32::MAX);
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
    DOMAIN_BLOCK_STATS_FLAGS: DomainBlockStatsFlagsArgs.nparams, at most DOMAIN_BLOCK_STATS_PARAMETERS_MAX,
        What::Other("remoteDomainBlockStatsFlags: returned number of stats exceeds limit");
    DOMAIN_GET_DISK_ERRORS: DomainGetDiskErrorsArgs.maxerrors, at most DOMAIN_DISK_ERRORS_MAX,
        What::Other("returned number of disk errors exceeds limit");
}

/// Refuses `asked` above `limit`, with the text that `called` makes of both.
fn at_most(asked: impl Into<i64>, limit: u32, called: impl FnOnce(i64, u32) -> Vec<u8>) -> Result<()> {
    let asked = asked.into();
    if asked > limit.into() { Err(rpc(ErrorDomain::REMOTE, called(asked, limit))) } else { Ok(()) }
}

/// So many maps of so many bytes. What does not fit has been refused before: it has no meaning to any driver.
fn maps(rows: i32, bytes: i32) -> Result<()> {
    at_most(rows, remote::VCPUINFO_MAX, |asked, most| {
        message!("vCPU count exceeds maximum: %1$d > %2$d", asked, most)
    })?;
    map_bytes(i64::from(rows).saturating_mul(bytes.into()))
}

fn map_bytes(bytes: i64) -> Result<()> {
    let called = |asked, most| message!("vCPU map buffer length exceeds maximum: %1$d > %2$d", asked, most);
    at_most(bytes, remote::CPUMAPS_MAX, called)
}

fn cells(asked: i64) -> Result<()> {
    at_most(asked, remote::NODE_MAX_CELLS, |asked, most| message!("too many NUMA cells: %1$d > %2$d", asked, most))
}

fn peek(what: &str, size: u32, limit: u32) -> Result<()> {
    // The text shows the largest sizes as negative.
    let shown = size.cast_signed();
    let format = format!("{what} peek request too large for remote protocol, %1$zi > %2$d");
    at_most(size, limit, |_, limit| compose(&format, &[&shown, &limit]))
}

fn decoded<'a, T: Decode<'a>>(args: &'a [u8]) -> Option<T> {
    T::decode(&mut Reader::new(args)).ok()
}

/// Refuses numbers above a limit in the arguments of one of these procedures.
fn check_numbers(procedure: P, args: &[u8]) -> Result<()> {
    match procedure {
        P::NODE_GET_CELLS_FREE_MEMORY => {
            decoded(args).map_or(Ok(()), |args: remote::NodeGetCellsFreeMemoryArgs| cells(args.maxcells.into()))
        }
        P::NODE_GET_FREE_PAGES => decoded(args).map_or(Ok(()), |args: remote::NodeGetFreePagesArgs| {
            let sizes = i64::try_from(args.pages.len()).unwrap_or(i64::MAX);
            cells(sizes.saturating_mul(args.cell_count.into()))
        }),
        P::DOMAIN_GET_CPU_STATS => decoded(args).map_or(Ok(()), |args: remote::DomainGetCpuStatsArgs<'_>| {
            let called = |asked, most| message!("nparams count exceeds maximum: %1$u > %2$u", asked, most);
            at_most(args.nparams, remote::NODE_CPU_STATS_MAX, called)?;
            let called = |asked, most| message!("ncpus count exceeds maximum: %1$u > %2$u", asked, most);
            at_most(args.ncpus, remote::DOMAIN_GET_CPU_STATS_NCPUS_MAX, called)
        }),
        P::DOMAIN_GET_VCPUS => {
            decoded(args).map_or(Ok(()), |args: remote::DomainGetVcpusArgs<'_>| maps(args.maxinfo, args.maplen))
        }
        P::DOMAIN_GET_VCPU_PIN_INFO => {
            decoded(args).map_or(Ok(()), |args: remote::DomainGetVcpuPinInfoArgs<'_>| maps(args.ncpumaps, args.maplen))
        }
        P::DOMAIN_GET_EMULATOR_PIN_INFO => {
            decoded(args).map_or(Ok(()), |args: remote::DomainGetEmulatorPinInfoArgs<'_>| map_bytes(args.maplen.into()))
        }
        P::DOMAIN_BLOCK_PEEK => decoded(args).map_or(Ok(()), |args: remote::DomainBlockPeekArgs<'_>| {
            peek("block", args.size, remote::DOMAIN_BLOCK_PEEK_BUFFER_MAX)
        }),
        P::DOMAIN_MEMORY_PEEK => decoded(args).map_or(Ok(()), |args: remote::DomainMemoryPeekArgs<'_>| {
            peek("memory", args.size, remote::DOMAIN_MEMORY_PEEK_BUFFER_MAX)
        }),
        _ => Ok(()),
    }
}

/// Returns how many elements the reply may have, if the request says so. `args` is the encoded request.
///
/// # Errors
/// The request asks for more than the wire carries.
pub(crate) fn check_request(program: Program, procedure: u32, args: &[u8]) -> Result<Option<Room>> {
    if program != Program::REMOTE {
        return Ok(None);
    }
    let Some(room) = asked(P(procedure), args) else {
        return check_numbers(P(procedure), args).map(|()| None);
    };
    if !matches!(room.what, What::Other(_)) && u32::try_from(room.asked).unwrap_or(0) > room.limit {
        return Err(room.error(&room.asked, room.limit));
    }
    Ok(Some(room))
}

/// Refuses an array that would be too long for the arguments of a procedure, with the texts of [`not_encoded`].
pub(crate) fn check_elements(procedure: P, elements: usize) -> Result<()> {
    let above = |limit: u32| u32::try_from(elements).map_or(true, |elements| elements > limit);
    match procedure {
        P::NODE_ALLOC_PAGES | P::NODE_GET_FREE_PAGES => cells(i64::try_from(elements).unwrap_or(i64::MAX)),
        P::DOMAIN_FSFREEZE | P::DOMAIN_FSTHAW if above(remote::DOMAIN_FSFREEZE_MOUNTPOINTS_MAX) => {
            // The text shows the largest numbers as negative.
            let shown = u32::try_from(elements).unwrap_or(u32::MAX).cast_signed();
            Err(rpc(
                ErrorDomain::REMOTE,
                too_long("mountpoints", &shown, remote::DOMAIN_FSFREEZE_MOUNTPOINTS_MAX as usize),
            ))
        }
        P::DOMAIN_AUTHORIZED_SSH_KEYS_SET if above(remote::DOMAIN_AUTHORIZED_SSH_KEYS_MAX) => Err(too_many_keys()),
        _ => Ok(()),
    }
}

fn too_long(what: &str, length: &dyn Argument, limit: usize) -> Vec<u8> {
    message!("%1$s length greater than maximum: %2$d > %3$d", what, length, limit)
}

fn too_many_keys() -> Error {
    rpc(ErrorDomain::REMOTE, message!("remoteDomainAuthorizedSSHKeysSet: returned number of keys exceeds limit"))
}

/// Returns the error of arguments that cannot be encoded; `args` is their IDL type.
#[cold]
pub(crate) fn not_encoded(problem: oxivirt_xdr::Error, args: &'static str) -> Error {
    let Problem::TooLong { len, max } = problem.problem() else { return encode_error(problem, args) };
    let (of, field) = problem.field().split_once('.').unwrap_or_default();
    match field {
        "params" => {
            return rpc(ErrorDomain::NONE, message!("too many parameters '%1$u' for limit '%2$d'", len, max));
        }
        "keys" if of == "remote_domain_authorized_ssh_keys_set_args" => return too_many_keys(),
        "cpumap" | "mountpoints" => {}
        "value" if of == "remote_secret_set_value_args" => {}
        _ => return encode_error(problem, args),
    }
    rpc(ErrorDomain::REMOTE, too_long(field, &len, max))
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

    fn refused(procedure: P, args: &dyn Encode) -> Option<String> {
        let error = check_request(Program::REMOTE, procedure.0, &encoded(args)).err()?;
        assert_eq!((error.domain, error.code), (ErrorDomain::REMOTE, ErrorCode::RPC));
        Some(error.text().into_owned())
    }

    #[test]
    fn numbers_above_their_limit_are_refused() {
        let vcpus = |maxinfo, maplen| {
            let args = remote::DomainGetVcpusArgs { maxinfo, maplen, ..Default::default() };
            refused(P::DOMAIN_GET_VCPUS, &args)
        };
        assert_eq!(vcpus(16384, 1), None);
        assert_eq!(vcpus(16385, 0).unwrap(), "vCPU count exceeds maximum: 16385 > 16384");
        assert_eq!(vcpus(16384, 512), None);
        let text = vcpus(16384, 513).unwrap();
        assert_eq!(text, "vCPU map buffer length exceeds maximum: 8404992 > 8388608");
        let args = remote::NodeGetCellsFreeMemoryArgs { start_cell: 0, maxcells: 1025 };
        assert_eq!(refused(P::NODE_GET_CELLS_FREE_MEMORY, &args).unwrap(), "too many NUMA cells: 1025 > 1024");
        let pages = |cell_count| {
            let args = remote::NodeGetFreePagesArgs { pages: vec![4; 2], cell_count, ..Default::default() };
            refused(P::NODE_GET_FREE_PAGES, &args)
        };
        assert!(check_elements(P::NODE_GET_FREE_PAGES, 1024).is_ok());
        assert!(check_elements(P::DOMAIN_FSFREEZE, 256).is_ok());
        let error = check_elements(P::DOMAIN_FSTHAW, u32::MAX as usize).unwrap_err();
        assert_eq!(error.text(), "mountpoints length greater than maximum: -1 > 256");
        assert!(check_elements(P::DOMAIN_AUTHORIZED_SSH_KEYS_SET, 2048).is_ok());
        assert!(check_elements(P::DOMAIN_AUTHORIZED_SSH_KEYS_SET, 2049).is_err());
        let error = check_elements(P::NODE_ALLOC_PAGES, 1025).unwrap_err();
        assert_eq!(error.text(), "too many NUMA cells: 1025 > 1024");
        assert_eq!(pages(512), None);
        assert_eq!(pages(513).unwrap(), "too many NUMA cells: 1026 > 1024");
        assert_eq!(pages(u32::MAX).unwrap(), "too many NUMA cells: 8589934590 > 1024");
        let stats = |nparams, ncpus| {
            let args = remote::DomainGetCpuStatsArgs { nparams, ncpus, ..Default::default() };
            refused(P::DOMAIN_GET_CPU_STATS, &args)
        };
        assert_eq!(stats(16, 128), None);
        assert_eq!(stats(17, 128).unwrap(), "nparams count exceeds maximum: 17 > 16");
        assert_eq!(stats(16, 129).unwrap(), "ncpus count exceeds maximum: 129 > 128");
        let args = remote::DomainBlockPeekArgs { size: 1 << 23, ..Default::default() };
        let text = refused(P::DOMAIN_BLOCK_PEEK, &args).unwrap();
        assert_eq!(text, "block peek request too large for remote protocol, 8388608 > 4194304");
        let args = remote::DomainMemoryPeekArgs { size: u32::MAX, ..Default::default() };
        let text = refused(P::DOMAIN_MEMORY_PEEK, &args).unwrap();
        assert_eq!(text, "memory peek request too large for remote protocol, -1 > 4194304");
    }

    #[test]
    fn room_without_a_limit_of_its_own_bounds_the_reply() {
        let args = remote::DomainGetDiskErrorsArgs { maxerrors: u32::MAX, ..Default::default() };
        let room = check_request(Program::REMOTE, P::DOMAIN_GET_DISK_ERRORS.0, &encoded(&args));
        assert!(room.unwrap().unwrap().check_reply(&encoded(&256_u32)).is_ok());
        let args = remote::DomainGetDiskErrorsArgs { maxerrors: 1, ..Default::default() };
        let room = check_request(Program::REMOTE, P::DOMAIN_GET_DISK_ERRORS.0, &encoded(&args)).unwrap().unwrap();
        assert!(room.check_reply(&encoded(&1_u32)).is_ok());
        let error = room.check_reply(&encoded(&2_u32)).unwrap_err();
        assert_eq!(error.text(), "returned number of disk errors exceeds limit");
    }

    #[test]
    fn arrays_above_their_limit_have_the_stock_text() {
        let text = |args: &dyn Encode| {
            let problem = args.encode(&mut Writer::new(&mut Vec::new(), 1 << 20)).unwrap_err();
            not_encoded(problem, "x").text().into_owned()
        };
        let args = remote::DomainPinVcpuArgs { cpumap: vec![1; 2049].into(), ..Default::default() };
        assert_eq!(text(&args), "cpumap length greater than maximum: 2049 > 2048");
        let args = remote::DomainFsfreezeArgs { mountpoints: vec!["/".into(); 257], ..Default::default() };
        assert_eq!(text(&args), "mountpoints length greater than maximum: 257 > 256");
        let args = remote::SecretSetValueArgs { value: vec![1; 65537].into(), ..Default::default() };
        assert_eq!(text(&args), "value length greater than maximum: 65537 > 65536");
        let args = remote::DomainAuthorizedSshKeysSetArgs { keys: vec!["k".into(); 2049], ..Default::default() };
        assert_eq!(text(&args), "remoteDomainAuthorizedSSHKeysSet: returned number of keys exceeds limit");
        let args = remote::DomainLookupByNameArgs { name: vec![b'x'; 5 << 20].into() };
        assert!(text(&args).starts_with("Unable to encode message payload: "), "{}", text(&args));
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
