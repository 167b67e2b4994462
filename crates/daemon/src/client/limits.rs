//! How much a call may ask for: a client that asks for more than an answer can hold is refused before a driver makes it. Drivers have no
//! such limits of their own.
use super::incoming::{Incoming, arguments};
use crate::errors;
use oxivirt_model::{Error, Result};
use oxivirt_protocol::Program;
use oxivirt_protocol::remote::{self, Procedure as P};
use oxivirt_xdr::{Decode, Reader};

/// Why a number is too large, which decides the error.
#[derive(Clone, Copy)]
enum What {
    /// A list of objects: the error names the limit of the protocol.
    List(&'static str),
    /// Something else, with the text of the stock daemon.
    Other(&'static str),
}

impl What {
    fn error(self) -> Error {
        match self {
            Self::List(text) => errors::rpc(text.as_bytes()),
            Self::Other(text) => errors::internal(text),
        }
    }
}

/// Refuses a number beyond the limit. Numbers below zero are the driver's to refuse.
fn at_most(asked: impl Into<i64>, limit: u32, what: What) -> Result<()> {
    if asked.into() > i64::from(limit) { Err(what.error()) } else { Ok(()) }
}

/// Makes the check of all procedures with one number that the arguments have in a field.
macro_rules! numbers {
    ($($procedure:ident: $args:ident.$field:ident, at most $limit:ident, $what:ident($text:literal);)*) => {
        fn number(call: &Incoming) -> Result<()> {
            let reader = &mut Reader::cutting_strings(&call.payload);
            match P(call.header.procedure) {
                $(P::$procedure => {
                    let args = remote::$args::decode(reader).map_err(|_| errors::undecodable())?;
                    at_most(args.$field, remote::$limit, What::$what($text))
                })*
                _ => Ok(()),
            }
        }
    };
}

numbers! {
    CONNECT_LIST_DOMAINS: ConnectListDomainsArgs.maxids, at most DOMAIN_LIST_MAX, List("maxids > REMOTE_DOMAIN_LIST_MAX");
    CONNECT_LIST_DEFINED_DOMAINS: ConnectListDefinedDomainsArgs.maxnames, at most DOMAIN_LIST_MAX,
        List("maxnames > REMOTE_DOMAIN_LIST_MAX");
    CONNECT_LIST_NETWORKS: ConnectListNetworksArgs.maxnames, at most NETWORK_LIST_MAX,
        List("maxnames > REMOTE_NETWORK_LIST_MAX");
    CONNECT_LIST_DEFINED_NETWORKS: ConnectListDefinedNetworksArgs.maxnames, at most NETWORK_LIST_MAX,
        List("maxnames > REMOTE_NETWORK_LIST_MAX");
    CONNECT_LIST_INTERFACES: ConnectListInterfacesArgs.maxnames, at most INTERFACE_LIST_MAX,
        List("maxnames > REMOTE_INTERFACE_LIST_MAX");
    CONNECT_LIST_DEFINED_INTERFACES: ConnectListDefinedInterfacesArgs.maxnames, at most INTERFACE_LIST_MAX,
        List("maxnames > REMOTE_INTERFACE_LIST_MAX");
    CONNECT_LIST_STORAGE_POOLS: ConnectListStoragePoolsArgs.maxnames, at most STORAGE_POOL_LIST_MAX,
        List("maxnames > REMOTE_STORAGE_POOL_LIST_MAX");
    CONNECT_LIST_DEFINED_STORAGE_POOLS: ConnectListDefinedStoragePoolsArgs.maxnames, at most STORAGE_POOL_LIST_MAX,
        List("maxnames > REMOTE_STORAGE_POOL_LIST_MAX");
    STORAGE_POOL_LIST_VOLUMES: StoragePoolListVolumesArgs.maxnames, at most STORAGE_VOL_LIST_MAX,
        List("maxnames > REMOTE_STORAGE_VOL_LIST_MAX");
    NODE_LIST_DEVICES: NodeListDevicesArgs.maxnames, at most NODE_DEVICE_LIST_MAX,
        List("maxnames > REMOTE_NODE_DEVICE_LIST_MAX");
    NODE_DEVICE_LIST_CAPS: NodeDeviceListCapsArgs.maxnames, at most NODE_DEVICE_CAPS_LIST_MAX,
        List("maxnames > REMOTE_NODE_DEVICE_CAPS_LIST_MAX");
    CONNECT_LIST_SECRETS: ConnectListSecretsArgs.maxuuids, at most SECRET_LIST_MAX,
        List("maxuuids > REMOTE_SECRET_LIST_MAX");
    CONNECT_LIST_NWFILTERS: ConnectListNwfiltersArgs.maxnames, at most NWFILTER_LIST_MAX,
        List("maxnames > REMOTE_NWFILTER_LIST_MAX");
    DOMAIN_SNAPSHOT_LIST_NAMES: DomainSnapshotListNamesArgs.maxnames, at most DOMAIN_SNAPSHOT_LIST_MAX,
        List("maxnames > REMOTE_DOMAIN_SNAPSHOT_LIST_MAX");
    DOMAIN_SNAPSHOT_LIST_CHILDREN_NAMES: DomainSnapshotListChildrenNamesArgs.maxnames, at most DOMAIN_SNAPSHOT_LIST_MAX,
        List("maxnames > REMOTE_DOMAIN_SNAPSHOT_LIST_MAX");
    NODE_GET_CELLS_FREE_MEMORY: NodeGetCellsFreeMemoryArgs.maxcells, at most NODE_MAX_CELLS,
        List("maxcells > REMOTE_NODE_MAX_CELLS");
    DOMAIN_GET_EMULATOR_PIN_INFO: DomainGetEmulatorPinInfoArgs.maplen, at most CPUMAPS_MAX,
        List("Unable to encode message payload");
    DOMAIN_BLOCK_PEEK: DomainBlockPeekArgs.size, at most DOMAIN_BLOCK_PEEK_BUFFER_MAX,
        Other("size > maximum buffer size");
    DOMAIN_MEMORY_PEEK: DomainMemoryPeekArgs.size, at most DOMAIN_MEMORY_PEEK_BUFFER_MAX,
        Other("size > maximum buffer size");
    DOMAIN_MEMORY_STATS: DomainMemoryStatsArgs.max_stats, at most DOMAIN_MEMORY_STATS_MAX,
        Other("maxStats > REMOTE_DOMAIN_MEMORY_STATS_MAX");
    DOMAIN_GET_DISK_ERRORS: DomainGetDiskErrorsArgs.maxerrors, at most DOMAIN_DISK_ERRORS_MAX,
        Other("maxerrors too large");
    DOMAIN_GET_SCHEDULER_PARAMETERS: DomainGetSchedulerParametersArgs.nparams, at most DOMAIN_SCHEDULER_PARAMETERS_MAX,
        Other("nparams too large");
    DOMAIN_GET_SCHEDULER_PARAMETERS_FLAGS: DomainGetSchedulerParametersFlagsArgs.nparams,
        at most DOMAIN_SCHEDULER_PARAMETERS_MAX, Other("nparams too large");
    DOMAIN_GET_MEMORY_PARAMETERS: DomainGetMemoryParametersArgs.nparams, at most DOMAIN_MEMORY_PARAMETERS_MAX,
        Other("nparams too large");
    DOMAIN_GET_BLKIO_PARAMETERS: DomainGetBlkioParametersArgs.nparams, at most DOMAIN_BLKIO_PARAMETERS_MAX,
        Other("nparams too large");
    DOMAIN_BLOCK_STATS_FLAGS: DomainBlockStatsFlagsArgs.nparams, at most DOMAIN_BLOCK_STATS_PARAMETERS_MAX,
        Other("nparams too large");
    DOMAIN_GET_BLOCK_IO_TUNE: DomainGetBlockIoTuneArgs.nparams, at most DOMAIN_BLOCK_IO_TUNE_PARAMETERS_MAX,
        Other("nparams too large");
    DOMAIN_GET_NUMA_PARAMETERS: DomainGetNumaParametersArgs.nparams, at most DOMAIN_NUMA_PARAMETERS_MAX,
        Other("nparams too large");
    DOMAIN_GET_INTERFACE_PARAMETERS: DomainGetInterfaceParametersArgs.nparams, at most DOMAIN_INTERFACE_PARAMETERS_MAX,
        Other("nparams too large");
    NODE_GET_CPU_STATS: NodeGetCpuStatsArgs.nparams, at most NODE_CPU_STATS_MAX, Other("nparams too large");
    NODE_GET_MEMORY_STATS: NodeGetMemoryStatsArgs.nparams, at most NODE_MEMORY_STATS_MAX, Other("nparams too large");
    NODE_GET_MEMORY_PARAMETERS: NodeGetMemoryParametersArgs.nparams, at most NODE_MEMORY_PARAMETERS_MAX,
        Other("nparams too large");
}

/// So many maps of so many bytes.
fn maps(rows: i32, bytes: i32, too_many: &'static str) -> Result<()> {
    at_most(rows, remote::VCPUINFO_MAX, What::Other(too_many))?;
    let product = i64::from(rows).saturating_mul(bytes.into());
    at_most(product, remote::CPUMAPS_MAX, What::Other("maxinfo * maplen > REMOTE_CPUMAPS_MAX"))
}

/// Refuses a call that asks for more than its answer may hold.
///
/// # Errors
/// Those of the stock daemon.
pub(super) fn check(call: &Incoming) -> Result<()> {
    if call.program != Program::REMOTE {
        return Ok(());
    }
    match P(call.header.procedure) {
        P::DOMAIN_GET_VCPUS => {
            let args: remote::DomainGetVcpusArgs<'_> = arguments(call)?;
            maps(args.maxinfo, args.maplen, "maxinfo > REMOTE_VCPUINFO_MAX")
        }
        P::DOMAIN_GET_VCPU_PIN_INFO => {
            let args: remote::DomainGetVcpuPinInfoArgs<'_> = arguments(call)?;
            maps(args.ncpumaps, args.maplen, "ncpumaps > REMOTE_VCPUINFO_MAX")
        }
        P::DOMAIN_GET_CPU_STATS => {
            let args: remote::DomainGetCpuStatsArgs<'_> = arguments(call)?;
            at_most(args.nparams, remote::NODE_CPU_STATS_MAX, What::Other("nparams too large"))?;
            at_most(args.ncpus, remote::DOMAIN_GET_CPU_STATS_NCPUS_MAX, What::Other("ncpus too large"))
        }
        P::NODE_GET_FREE_PAGES => {
            let args: remote::NodeGetFreePagesArgs = arguments(call)?;
            let pages = i64::try_from(args.pages.len()).unwrap_or(i64::MAX);
            let what = "the result won't fit into REMOTE_NODE_MAX_CELLS";
            at_most(pages.saturating_mul(args.cell_count.into()), remote::NODE_MAX_CELLS, What::Other(what))
        }
        _ => number(call),
    }
}
