//! The structs and callbacks of include/libvirt as Rust sees them, generated from the headers, and the headers' constants.
#[expect(
    non_camel_case_types,
    non_snake_case,
    dead_code,
    unreachable_pub,
    reason = "generated, with the C names verbatim"
)]
#[path = "gen/headers.rs"]
mod headers;
pub(crate) use headers::*;
pub(crate) use oxivirt_model::constants::*;

use super::args::plain;
plain!(
    virTypedParameter,
    virError,
    virDomainInfo,
    virDomainControlInfo,
    virDomainBlockStatsStruct,
    virDomainInterfaceStatsStruct,
    virDomainMemoryStatStruct,
    virDomainBlockInfo,
    virDomainBlockJobInfo,
    virDomainJobInfo,
    virDomainDiskError,
    virDomainIPAddress,
    virNetworkDHCPLease,
    virVcpuInfo,
    virNodeInfo,
    virNodeCPUStats,
    virNodeMemoryStats,
    virSecurityLabel,
    virSecurityModel,
    virStoragePoolInfo,
    virStorageVolInfo
);
