//! The constants of `virErrorNumber`, `virErrorDomain` and `virErrorLevel`, with the fixed texts that belong to them.
//!
//! Data only. Numbers and texts are interface: programs match on them, so a released line never changes.

use crate::constants::*;
use crate::error::{ErrorCode, ErrorDomain, ErrorLevel};

impl ErrorCode {
    /// `VIR_ERR_OK`, since 0.1.0.
    pub const OK: Self = Self(VIR_ERR_OK.cast_signed());
    /// `VIR_ERR_INTERNAL_ERROR`, since 0.1.0.
    pub const INTERNAL_ERROR: Self = Self(VIR_ERR_INTERNAL_ERROR.cast_signed());
    /// `VIR_ERR_NO_MEMORY`, since 0.1.0.
    pub const NO_MEMORY: Self = Self(VIR_ERR_NO_MEMORY.cast_signed());
    /// `VIR_ERR_NO_SUPPORT`, since 0.1.0.
    pub const NO_SUPPORT: Self = Self(VIR_ERR_NO_SUPPORT.cast_signed());
    /// `VIR_ERR_UNKNOWN_HOST`, since 0.1.0.
    pub const UNKNOWN_HOST: Self = Self(VIR_ERR_UNKNOWN_HOST.cast_signed());
    /// `VIR_ERR_NO_CONNECT`, since 0.1.0.
    pub const NO_CONNECT: Self = Self(VIR_ERR_NO_CONNECT.cast_signed());
    /// `VIR_ERR_INVALID_CONN`, since 0.1.0.
    pub const INVALID_CONN: Self = Self(VIR_ERR_INVALID_CONN.cast_signed());
    /// `VIR_ERR_INVALID_DOMAIN`, since 0.1.0.
    pub const INVALID_DOMAIN: Self = Self(VIR_ERR_INVALID_DOMAIN.cast_signed());
    /// `VIR_ERR_INVALID_ARG`, since 0.1.0.
    pub const INVALID_ARG: Self = Self(VIR_ERR_INVALID_ARG.cast_signed());
    /// `VIR_ERR_OPERATION_FAILED`, since 0.1.0.
    pub const OPERATION_FAILED: Self = Self(VIR_ERR_OPERATION_FAILED.cast_signed());
    /// `VIR_ERR_GET_FAILED`, since 0.1.0.
    pub const GET_FAILED: Self = Self(VIR_ERR_GET_FAILED.cast_signed());
    /// `VIR_ERR_POST_FAILED`, since 0.1.0.
    pub const POST_FAILED: Self = Self(VIR_ERR_POST_FAILED.cast_signed());
    /// `VIR_ERR_HTTP_ERROR`, since 0.1.0.
    pub const HTTP_ERROR: Self = Self(VIR_ERR_HTTP_ERROR.cast_signed());
    /// `VIR_ERR_SEXPR_SERIAL`, since 0.1.0.
    pub const SEXPR_SERIAL: Self = Self(VIR_ERR_SEXPR_SERIAL.cast_signed());
    /// `VIR_ERR_NO_XEN`, since 0.1.0.
    pub const NO_XEN: Self = Self(VIR_ERR_NO_XEN.cast_signed());
    /// `VIR_ERR_XEN_CALL`, since 0.1.0.
    pub const XEN_CALL: Self = Self(VIR_ERR_XEN_CALL.cast_signed());
    /// `VIR_ERR_OS_TYPE`, since 0.1.0.
    pub const OS_TYPE: Self = Self(VIR_ERR_OS_TYPE.cast_signed());
    /// `VIR_ERR_NO_KERNEL`, since 0.1.0.
    pub const NO_KERNEL: Self = Self(VIR_ERR_NO_KERNEL.cast_signed());
    /// `VIR_ERR_NO_ROOT`, since 0.1.0.
    pub const NO_ROOT: Self = Self(VIR_ERR_NO_ROOT.cast_signed());
    /// `VIR_ERR_NO_SOURCE`, since 0.1.0.
    pub const NO_SOURCE: Self = Self(VIR_ERR_NO_SOURCE.cast_signed());
    /// `VIR_ERR_NO_TARGET`, since 0.1.0.
    pub const NO_TARGET: Self = Self(VIR_ERR_NO_TARGET.cast_signed());
    /// `VIR_ERR_NO_NAME`, since 0.1.0.
    pub const NO_NAME: Self = Self(VIR_ERR_NO_NAME.cast_signed());
    /// `VIR_ERR_NO_OS`, since 0.1.0.
    pub const NO_OS: Self = Self(VIR_ERR_NO_OS.cast_signed());
    /// `VIR_ERR_NO_DEVICE`, since 0.1.0.
    pub const NO_DEVICE: Self = Self(VIR_ERR_NO_DEVICE.cast_signed());
    /// `VIR_ERR_NO_XENSTORE`, since 0.1.0.
    pub const NO_XENSTORE: Self = Self(VIR_ERR_NO_XENSTORE.cast_signed());
    /// `VIR_ERR_DRIVER_FULL`, since 0.1.0.
    pub const DRIVER_FULL: Self = Self(VIR_ERR_DRIVER_FULL.cast_signed());
    /// `VIR_ERR_CALL_FAILED`, since 0.1.0.
    pub const CALL_FAILED: Self = Self(VIR_ERR_CALL_FAILED.cast_signed());
    /// `VIR_ERR_XML_ERROR`, since 0.1.1.
    pub const XML_ERROR: Self = Self(VIR_ERR_XML_ERROR.cast_signed());
    /// `VIR_ERR_DOM_EXIST`, since 0.1.1.
    pub const DOM_EXIST: Self = Self(VIR_ERR_DOM_EXIST.cast_signed());
    /// `VIR_ERR_OPERATION_DENIED`, since 0.1.4.
    pub const OPERATION_DENIED: Self = Self(VIR_ERR_OPERATION_DENIED.cast_signed());
    /// `VIR_ERR_OPEN_FAILED`, since 0.1.6.
    pub const OPEN_FAILED: Self = Self(VIR_ERR_OPEN_FAILED.cast_signed());
    /// `VIR_ERR_READ_FAILED`, since 0.1.6.
    pub const READ_FAILED: Self = Self(VIR_ERR_READ_FAILED.cast_signed());
    /// `VIR_ERR_PARSE_FAILED`, since 0.1.6.
    pub const PARSE_FAILED: Self = Self(VIR_ERR_PARSE_FAILED.cast_signed());
    /// `VIR_ERR_CONF_SYNTAX`, since 0.1.6.
    pub const CONF_SYNTAX: Self = Self(VIR_ERR_CONF_SYNTAX.cast_signed());
    /// `VIR_ERR_WRITE_FAILED`, since 0.1.6.
    pub const WRITE_FAILED: Self = Self(VIR_ERR_WRITE_FAILED.cast_signed());
    /// `VIR_ERR_XML_DETAIL`, since 0.1.9.
    pub const XML_DETAIL: Self = Self(VIR_ERR_XML_DETAIL.cast_signed());
    /// `VIR_ERR_INVALID_NETWORK`, since 0.2.0.
    pub const INVALID_NETWORK: Self = Self(VIR_ERR_INVALID_NETWORK.cast_signed());
    /// `VIR_ERR_NETWORK_EXIST`, since 0.2.0.
    pub const NETWORK_EXIST: Self = Self(VIR_ERR_NETWORK_EXIST.cast_signed());
    /// `VIR_ERR_SYSTEM_ERROR`, since 0.2.1.
    pub const SYSTEM_ERROR: Self = Self(VIR_ERR_SYSTEM_ERROR.cast_signed());
    /// `VIR_ERR_RPC`, since 0.2.3.
    pub const RPC: Self = Self(VIR_ERR_RPC.cast_signed());
    /// `VIR_ERR_GNUTLS_ERROR`, since 0.2.3.
    pub const GNUTLS_ERROR: Self = Self(VIR_ERR_GNUTLS_ERROR.cast_signed());
    /// `VIR_WAR_NO_NETWORK`, since 0.2.3.
    pub const WAR_NO_NETWORK: Self = Self(VIR_WAR_NO_NETWORK.cast_signed());
    /// `VIR_ERR_NO_DOMAIN`, since 0.3.0.
    pub const NO_DOMAIN: Self = Self(VIR_ERR_NO_DOMAIN.cast_signed());
    /// `VIR_ERR_NO_NETWORK`, since 0.3.0.
    pub const NO_NETWORK: Self = Self(VIR_ERR_NO_NETWORK.cast_signed());
    /// `VIR_ERR_INVALID_MAC`, since 0.3.1.
    pub const INVALID_MAC: Self = Self(VIR_ERR_INVALID_MAC.cast_signed());
    /// `VIR_ERR_AUTH_FAILED`, since 0.4.1.
    pub const AUTH_FAILED: Self = Self(VIR_ERR_AUTH_FAILED.cast_signed());
    /// `VIR_ERR_INVALID_STORAGE_POOL`, since 0.4.1.
    pub const INVALID_STORAGE_POOL: Self = Self(VIR_ERR_INVALID_STORAGE_POOL.cast_signed());
    /// `VIR_ERR_INVALID_STORAGE_VOL`, since 0.4.1.
    pub const INVALID_STORAGE_VOL: Self = Self(VIR_ERR_INVALID_STORAGE_VOL.cast_signed());
    /// `VIR_WAR_NO_STORAGE`, since 0.4.1.
    pub const WAR_NO_STORAGE: Self = Self(VIR_WAR_NO_STORAGE.cast_signed());
    /// `VIR_ERR_NO_STORAGE_POOL`, since 0.4.1.
    pub const NO_STORAGE_POOL: Self = Self(VIR_ERR_NO_STORAGE_POOL.cast_signed());
    /// `VIR_ERR_NO_STORAGE_VOL`, since 0.4.1.
    pub const NO_STORAGE_VOL: Self = Self(VIR_ERR_NO_STORAGE_VOL.cast_signed());
    /// `VIR_WAR_NO_NODE`, since 0.5.0.
    pub const WAR_NO_NODE: Self = Self(VIR_WAR_NO_NODE.cast_signed());
    /// `VIR_ERR_INVALID_NODE_DEVICE`, since 0.5.0.
    pub const INVALID_NODE_DEVICE: Self = Self(VIR_ERR_INVALID_NODE_DEVICE.cast_signed());
    /// `VIR_ERR_NO_NODE_DEVICE`, since 0.5.0.
    pub const NO_NODE_DEVICE: Self = Self(VIR_ERR_NO_NODE_DEVICE.cast_signed());
    /// `VIR_ERR_NO_SECURITY_MODEL`, since 0.6.1.
    pub const NO_SECURITY_MODEL: Self = Self(VIR_ERR_NO_SECURITY_MODEL.cast_signed());
    /// `VIR_ERR_OPERATION_INVALID`, since 0.6.4.
    pub const OPERATION_INVALID: Self = Self(VIR_ERR_OPERATION_INVALID.cast_signed());
    /// `VIR_WAR_NO_INTERFACE`, since 0.6.4.
    pub const WAR_NO_INTERFACE: Self = Self(VIR_WAR_NO_INTERFACE.cast_signed());
    /// `VIR_ERR_NO_INTERFACE`, since 0.6.4.
    pub const NO_INTERFACE: Self = Self(VIR_ERR_NO_INTERFACE.cast_signed());
    /// `VIR_ERR_INVALID_INTERFACE`, since 0.6.4.
    pub const INVALID_INTERFACE: Self = Self(VIR_ERR_INVALID_INTERFACE.cast_signed());
    /// `VIR_ERR_MULTIPLE_INTERFACES`, since 0.7.0.
    pub const MULTIPLE_INTERFACES: Self = Self(VIR_ERR_MULTIPLE_INTERFACES.cast_signed());
    /// `VIR_WAR_NO_NWFILTER`, since 0.8.0.
    pub const WAR_NO_NWFILTER: Self = Self(VIR_WAR_NO_NWFILTER.cast_signed());
    /// `VIR_ERR_INVALID_NWFILTER`, since 0.8.0.
    pub const INVALID_NWFILTER: Self = Self(VIR_ERR_INVALID_NWFILTER.cast_signed());
    /// `VIR_ERR_NO_NWFILTER`, since 0.8.0.
    pub const NO_NWFILTER: Self = Self(VIR_ERR_NO_NWFILTER.cast_signed());
    /// `VIR_ERR_BUILD_FIREWALL`, since 0.8.0.
    pub const BUILD_FIREWALL: Self = Self(VIR_ERR_BUILD_FIREWALL.cast_signed());
    /// `VIR_WAR_NO_SECRET`, since 0.7.1.
    pub const WAR_NO_SECRET: Self = Self(VIR_WAR_NO_SECRET.cast_signed());
    /// `VIR_ERR_INVALID_SECRET`, since 0.7.1.
    pub const INVALID_SECRET: Self = Self(VIR_ERR_INVALID_SECRET.cast_signed());
    /// `VIR_ERR_NO_SECRET`, since 0.7.1.
    pub const NO_SECRET: Self = Self(VIR_ERR_NO_SECRET.cast_signed());
    /// `VIR_ERR_CONFIG_UNSUPPORTED`, since 0.7.3.
    pub const CONFIG_UNSUPPORTED: Self = Self(VIR_ERR_CONFIG_UNSUPPORTED.cast_signed());
    /// `VIR_ERR_OPERATION_TIMEOUT`, since 0.7.3.
    pub const OPERATION_TIMEOUT: Self = Self(VIR_ERR_OPERATION_TIMEOUT.cast_signed());
    /// `VIR_ERR_MIGRATE_PERSIST_FAILED`, since 0.7.3.
    pub const MIGRATE_PERSIST_FAILED: Self = Self(VIR_ERR_MIGRATE_PERSIST_FAILED.cast_signed());
    /// `VIR_ERR_HOOK_SCRIPT_FAILED`, since 0.8.0.
    pub const HOOK_SCRIPT_FAILED: Self = Self(VIR_ERR_HOOK_SCRIPT_FAILED.cast_signed());
    /// `VIR_ERR_INVALID_DOMAIN_SNAPSHOT`, since 0.8.0.
    pub const INVALID_DOMAIN_SNAPSHOT: Self = Self(VIR_ERR_INVALID_DOMAIN_SNAPSHOT.cast_signed());
    /// `VIR_ERR_NO_DOMAIN_SNAPSHOT`, since 0.8.0.
    pub const NO_DOMAIN_SNAPSHOT: Self = Self(VIR_ERR_NO_DOMAIN_SNAPSHOT.cast_signed());
    /// `VIR_ERR_INVALID_STREAM`, since 0.9.0.
    pub const INVALID_STREAM: Self = Self(VIR_ERR_INVALID_STREAM.cast_signed());
    /// `VIR_ERR_ARGUMENT_UNSUPPORTED`, since 0.9.4.
    pub const ARGUMENT_UNSUPPORTED: Self = Self(VIR_ERR_ARGUMENT_UNSUPPORTED.cast_signed());
    /// `VIR_ERR_STORAGE_PROBE_FAILED`, since 0.9.5.
    pub const STORAGE_PROBE_FAILED: Self = Self(VIR_ERR_STORAGE_PROBE_FAILED.cast_signed());
    /// `VIR_ERR_STORAGE_POOL_BUILT`, since 0.9.5.
    pub const STORAGE_POOL_BUILT: Self = Self(VIR_ERR_STORAGE_POOL_BUILT.cast_signed());
    /// `VIR_ERR_SNAPSHOT_REVERT_RISKY`, since 0.9.7.
    pub const SNAPSHOT_REVERT_RISKY: Self = Self(VIR_ERR_SNAPSHOT_REVERT_RISKY.cast_signed());
    /// `VIR_ERR_OPERATION_ABORTED`, since 0.9.9.
    pub const OPERATION_ABORTED: Self = Self(VIR_ERR_OPERATION_ABORTED.cast_signed());
    /// `VIR_ERR_AUTH_CANCELLED`, since 0.9.10.
    pub const AUTH_CANCELLED: Self = Self(VIR_ERR_AUTH_CANCELLED.cast_signed());
    /// `VIR_ERR_NO_DOMAIN_METADATA`, since 0.9.10.
    pub const NO_DOMAIN_METADATA: Self = Self(VIR_ERR_NO_DOMAIN_METADATA.cast_signed());
    /// `VIR_ERR_MIGRATE_UNSAFE`, since 0.9.11.
    pub const MIGRATE_UNSAFE: Self = Self(VIR_ERR_MIGRATE_UNSAFE.cast_signed());
    /// `VIR_ERR_OVERFLOW`, since 0.9.11.
    pub const OVERFLOW: Self = Self(VIR_ERR_OVERFLOW.cast_signed());
    /// `VIR_ERR_BLOCK_COPY_ACTIVE`, since 0.9.12.
    pub const BLOCK_COPY_ACTIVE: Self = Self(VIR_ERR_BLOCK_COPY_ACTIVE.cast_signed());
    /// `VIR_ERR_OPERATION_UNSUPPORTED`, since 0.10.0.
    pub const OPERATION_UNSUPPORTED: Self = Self(VIR_ERR_OPERATION_UNSUPPORTED.cast_signed());
    /// `VIR_ERR_SSH`, since 0.10.0.
    pub const SSH: Self = Self(VIR_ERR_SSH.cast_signed());
    /// `VIR_ERR_AGENT_UNRESPONSIVE`, since 0.10.0.
    pub const AGENT_UNRESPONSIVE: Self = Self(VIR_ERR_AGENT_UNRESPONSIVE.cast_signed());
    /// `VIR_ERR_RESOURCE_BUSY`, since 1.0.0.
    pub const RESOURCE_BUSY: Self = Self(VIR_ERR_RESOURCE_BUSY.cast_signed());
    /// `VIR_ERR_ACCESS_DENIED`, since 1.1.0.
    pub const ACCESS_DENIED: Self = Self(VIR_ERR_ACCESS_DENIED.cast_signed());
    /// `VIR_ERR_DBUS_SERVICE`, since 1.1.1.
    pub const DBUS_SERVICE: Self = Self(VIR_ERR_DBUS_SERVICE.cast_signed());
    /// `VIR_ERR_STORAGE_VOL_EXIST`, since 1.1.4.
    pub const STORAGE_VOL_EXIST: Self = Self(VIR_ERR_STORAGE_VOL_EXIST.cast_signed());
    /// `VIR_ERR_CPU_INCOMPATIBLE`, since 1.2.6.
    pub const CPU_INCOMPATIBLE: Self = Self(VIR_ERR_CPU_INCOMPATIBLE.cast_signed());
    /// `VIR_ERR_XML_INVALID_SCHEMA`, since 1.2.12.
    pub const XML_INVALID_SCHEMA: Self = Self(VIR_ERR_XML_INVALID_SCHEMA.cast_signed());
    /// `VIR_ERR_MIGRATE_FINISH_OK`, since 1.2.18.
    pub const MIGRATE_FINISH_OK: Self = Self(VIR_ERR_MIGRATE_FINISH_OK.cast_signed());
    /// `VIR_ERR_AUTH_UNAVAILABLE`, since 1.3.3.
    pub const AUTH_UNAVAILABLE: Self = Self(VIR_ERR_AUTH_UNAVAILABLE.cast_signed());
    /// `VIR_ERR_NO_SERVER`, since 1.3.3.
    pub const NO_SERVER: Self = Self(VIR_ERR_NO_SERVER.cast_signed());
    /// `VIR_ERR_NO_CLIENT`, since 1.3.5.
    pub const NO_CLIENT: Self = Self(VIR_ERR_NO_CLIENT.cast_signed());
    /// `VIR_ERR_AGENT_UNSYNCED`, since 2.3.0.
    pub const AGENT_UNSYNCED: Self = Self(VIR_ERR_AGENT_UNSYNCED.cast_signed());
    /// `VIR_ERR_LIBSSH`, since 2.5.0.
    pub const LIBSSH: Self = Self(VIR_ERR_LIBSSH.cast_signed());
    /// `VIR_ERR_DEVICE_MISSING`, since 4.1.0.
    pub const DEVICE_MISSING: Self = Self(VIR_ERR_DEVICE_MISSING.cast_signed());
    /// `VIR_ERR_INVALID_NWFILTER_BINDING`, since 4.5.0.
    pub const INVALID_NWFILTER_BINDING: Self = Self(VIR_ERR_INVALID_NWFILTER_BINDING.cast_signed());
    /// `VIR_ERR_NO_NWFILTER_BINDING`, since 4.5.0.
    pub const NO_NWFILTER_BINDING: Self = Self(VIR_ERR_NO_NWFILTER_BINDING.cast_signed());
    /// `VIR_ERR_INVALID_DOMAIN_CHECKPOINT`, since 5.2.0.
    pub const INVALID_DOMAIN_CHECKPOINT: Self = Self(VIR_ERR_INVALID_DOMAIN_CHECKPOINT.cast_signed());
    /// `VIR_ERR_NO_DOMAIN_CHECKPOINT`, since 5.2.0.
    pub const NO_DOMAIN_CHECKPOINT: Self = Self(VIR_ERR_NO_DOMAIN_CHECKPOINT.cast_signed());
    /// `VIR_ERR_NO_DOMAIN_BACKUP`, since 5.2.0.
    pub const NO_DOMAIN_BACKUP: Self = Self(VIR_ERR_NO_DOMAIN_BACKUP.cast_signed());
    /// `VIR_ERR_INVALID_NETWORK_PORT`, since 5.5.0.
    pub const INVALID_NETWORK_PORT: Self = Self(VIR_ERR_INVALID_NETWORK_PORT.cast_signed());
    /// `VIR_ERR_NETWORK_PORT_EXIST`, since 5.5.0.
    pub const NETWORK_PORT_EXIST: Self = Self(VIR_ERR_NETWORK_PORT_EXIST.cast_signed());
    /// `VIR_ERR_NO_NETWORK_PORT`, since 5.5.0.
    pub const NO_NETWORK_PORT: Self = Self(VIR_ERR_NO_NETWORK_PORT.cast_signed());
    /// `VIR_ERR_NO_HOSTNAME`, since 6.1.0.
    pub const NO_HOSTNAME: Self = Self(VIR_ERR_NO_HOSTNAME.cast_signed());
    /// `VIR_ERR_CHECKPOINT_INCONSISTENT`, since 6.10.0.
    pub const CHECKPOINT_INCONSISTENT: Self = Self(VIR_ERR_CHECKPOINT_INCONSISTENT.cast_signed());
    /// `VIR_ERR_MULTIPLE_DOMAINS`, since 7.1.0.
    pub const MULTIPLE_DOMAINS: Self = Self(VIR_ERR_MULTIPLE_DOMAINS.cast_signed());
    /// `VIR_ERR_NO_NETWORK_METADATA`, since 9.7.0.
    pub const NO_NETWORK_METADATA: Self = Self(VIR_ERR_NO_NETWORK_METADATA.cast_signed());
    /// `VIR_ERR_AGENT_COMMAND_TIMEOUT`, since 11.2.0.
    pub const AGENT_COMMAND_TIMEOUT: Self = Self(VIR_ERR_AGENT_COMMAND_TIMEOUT.cast_signed());
    /// `VIR_ERR_AGENT_COMMAND_FAILED`, since 11.2.0.
    pub const AGENT_COMMAND_FAILED: Self = Self(VIR_ERR_AGENT_COMMAND_FAILED.cast_signed());
    /// `VIR_ERR_INVALID_ENCR_KEY_SECRET`, since 12.1.0.
    pub const INVALID_ENCR_KEY_SECRET: Self = Self(VIR_ERR_INVALID_ENCR_KEY_SECRET.cast_signed());
}

impl ErrorDomain {
    /// `VIR_FROM_NONE`, since 0.1.0.
    pub const NONE: Self = Self(VIR_FROM_NONE.cast_signed());
    /// `VIR_FROM_XEN`, since 0.1.0.
    pub const XEN: Self = Self(VIR_FROM_XEN.cast_signed());
    /// `VIR_FROM_XEND`, since 0.1.0.
    pub const XEND: Self = Self(VIR_FROM_XEND.cast_signed());
    /// `VIR_FROM_XENSTORE`, since 0.1.0.
    pub const XENSTORE: Self = Self(VIR_FROM_XENSTORE.cast_signed());
    /// `VIR_FROM_SEXPR`, since 0.1.0.
    pub const SEXPR: Self = Self(VIR_FROM_SEXPR.cast_signed());
    /// `VIR_FROM_XML`, since 0.1.0.
    pub const XML: Self = Self(VIR_FROM_XML.cast_signed());
    /// `VIR_FROM_DOM`, since 0.1.0.
    pub const DOM: Self = Self(VIR_FROM_DOM.cast_signed());
    /// `VIR_FROM_RPC`, since 0.1.1.
    pub const RPC: Self = Self(VIR_FROM_RPC.cast_signed());
    /// `VIR_FROM_PROXY`, since 0.1.3.
    pub const PROXY: Self = Self(VIR_FROM_PROXY.cast_signed());
    /// `VIR_FROM_CONF`, since 0.1.6.
    pub const CONF: Self = Self(VIR_FROM_CONF.cast_signed());
    /// `VIR_FROM_QEMU`, since 0.2.0.
    pub const QEMU: Self = Self(VIR_FROM_QEMU.cast_signed());
    /// `VIR_FROM_NET`, since 0.2.0.
    pub const NET: Self = Self(VIR_FROM_NET.cast_signed());
    /// `VIR_FROM_TEST`, since 0.2.3.
    pub const TEST: Self = Self(VIR_FROM_TEST.cast_signed());
    /// `VIR_FROM_REMOTE`, since 0.2.3.
    pub const REMOTE: Self = Self(VIR_FROM_REMOTE.cast_signed());
    /// `VIR_FROM_OPENVZ`, since 0.3.1.
    pub const OPENVZ: Self = Self(VIR_FROM_OPENVZ.cast_signed());
    /// `VIR_FROM_XENXM`, since 0.4.1.
    pub const XENXM: Self = Self(VIR_FROM_XENXM.cast_signed());
    /// `VIR_FROM_STATS_LINUX`, since 0.4.1.
    pub const STATS_LINUX: Self = Self(VIR_FROM_STATS_LINUX.cast_signed());
    /// `VIR_FROM_LXC`, since 0.4.2.
    pub const LXC: Self = Self(VIR_FROM_LXC.cast_signed());
    /// `VIR_FROM_STORAGE`, since 0.4.1.
    pub const STORAGE: Self = Self(VIR_FROM_STORAGE.cast_signed());
    /// `VIR_FROM_NETWORK`, since 0.4.6.
    pub const NETWORK: Self = Self(VIR_FROM_NETWORK.cast_signed());
    /// `VIR_FROM_DOMAIN`, since 0.4.6.
    pub const DOMAIN: Self = Self(VIR_FROM_DOMAIN.cast_signed());
    /// `VIR_FROM_UML`, since 0.5.0.
    pub const UML: Self = Self(VIR_FROM_UML.cast_signed());
    /// `VIR_FROM_NODEDEV`, since 0.5.0.
    pub const NODEDEV: Self = Self(VIR_FROM_NODEDEV.cast_signed());
    /// `VIR_FROM_XEN_INOTIFY`, since 0.5.0.
    pub const XEN_INOTIFY: Self = Self(VIR_FROM_XEN_INOTIFY.cast_signed());
    /// `VIR_FROM_SECURITY`, since 0.6.1.
    pub const SECURITY: Self = Self(VIR_FROM_SECURITY.cast_signed());
    /// `VIR_FROM_VBOX`, since 0.6.3.
    pub const VBOX: Self = Self(VIR_FROM_VBOX.cast_signed());
    /// `VIR_FROM_INTERFACE`, since 0.6.4.
    pub const INTERFACE: Self = Self(VIR_FROM_INTERFACE.cast_signed());
    /// `VIR_FROM_ONE`, since 0.6.4.
    pub const ONE: Self = Self(VIR_FROM_ONE.cast_signed());
    /// `VIR_FROM_ESX`, since 0.7.0.
    pub const ESX: Self = Self(VIR_FROM_ESX.cast_signed());
    /// `VIR_FROM_PHYP`, since 0.7.0.
    pub const PHYP: Self = Self(VIR_FROM_PHYP.cast_signed());
    /// `VIR_FROM_SECRET`, since 0.7.1.
    pub const SECRET: Self = Self(VIR_FROM_SECRET.cast_signed());
    /// `VIR_FROM_CPU`, since 0.7.5.
    pub const CPU: Self = Self(VIR_FROM_CPU.cast_signed());
    /// `VIR_FROM_XENAPI`, since 0.8.0.
    pub const XENAPI: Self = Self(VIR_FROM_XENAPI.cast_signed());
    /// `VIR_FROM_NWFILTER`, since 0.8.0.
    pub const NWFILTER: Self = Self(VIR_FROM_NWFILTER.cast_signed());
    /// `VIR_FROM_HOOK`, since 0.8.0.
    pub const HOOK: Self = Self(VIR_FROM_HOOK.cast_signed());
    /// `VIR_FROM_DOMAIN_SNAPSHOT`, since 0.8.0.
    pub const DOMAIN_SNAPSHOT: Self = Self(VIR_FROM_DOMAIN_SNAPSHOT.cast_signed());
    /// `VIR_FROM_AUDIT`, since 0.8.5.
    pub const AUDIT: Self = Self(VIR_FROM_AUDIT.cast_signed());
    /// `VIR_FROM_SYSINFO`, since 0.8.6.
    pub const SYSINFO: Self = Self(VIR_FROM_SYSINFO.cast_signed());
    /// `VIR_FROM_STREAMS`, since 0.8.6.
    pub const STREAMS: Self = Self(VIR_FROM_STREAMS.cast_signed());
    /// `VIR_FROM_VMWARE`, since 0.8.7.
    pub const VMWARE: Self = Self(VIR_FROM_VMWARE.cast_signed());
    /// `VIR_FROM_EVENT`, since 0.9.0.
    pub const EVENT: Self = Self(VIR_FROM_EVENT.cast_signed());
    /// `VIR_FROM_LIBXL`, since 0.9.0.
    pub const LIBXL: Self = Self(VIR_FROM_LIBXL.cast_signed());
    /// `VIR_FROM_LOCKING`, since 0.9.2.
    pub const LOCKING: Self = Self(VIR_FROM_LOCKING.cast_signed());
    /// `VIR_FROM_HYPERV`, since 0.9.5.
    pub const HYPERV: Self = Self(VIR_FROM_HYPERV.cast_signed());
    /// `VIR_FROM_CAPABILITIES`, since 0.9.8.
    pub const CAPABILITIES: Self = Self(VIR_FROM_CAPABILITIES.cast_signed());
    /// `VIR_FROM_URI`, since 0.9.11.
    pub const URI: Self = Self(VIR_FROM_URI.cast_signed());
    /// `VIR_FROM_AUTH`, since 0.9.11.
    pub const AUTH: Self = Self(VIR_FROM_AUTH.cast_signed());
    /// `VIR_FROM_DBUS`, since 0.9.12.
    pub const DBUS: Self = Self(VIR_FROM_DBUS.cast_signed());
    /// `VIR_FROM_PARALLELS`, since 0.10.0.
    pub const PARALLELS: Self = Self(VIR_FROM_PARALLELS.cast_signed());
    /// `VIR_FROM_DEVICE`, since 0.10.0.
    pub const DEVICE: Self = Self(VIR_FROM_DEVICE.cast_signed());
    /// `VIR_FROM_SSH`, since 0.10.0.
    pub const SSH: Self = Self(VIR_FROM_SSH.cast_signed());
    /// `VIR_FROM_LOCKSPACE`, since 1.0.0.
    pub const LOCKSPACE: Self = Self(VIR_FROM_LOCKSPACE.cast_signed());
    /// `VIR_FROM_INITCTL`, since 1.0.1.
    pub const INITCTL: Self = Self(VIR_FROM_INITCTL.cast_signed());
    /// `VIR_FROM_IDENTITY`, since 1.0.4.
    pub const IDENTITY: Self = Self(VIR_FROM_IDENTITY.cast_signed());
    /// `VIR_FROM_CGROUP`, since 1.0.5.
    pub const CGROUP: Self = Self(VIR_FROM_CGROUP.cast_signed());
    /// `VIR_FROM_ACCESS`, since 1.1.0.
    pub const ACCESS: Self = Self(VIR_FROM_ACCESS.cast_signed());
    /// `VIR_FROM_SYSTEMD`, since 1.1.1.
    pub const SYSTEMD: Self = Self(VIR_FROM_SYSTEMD.cast_signed());
    /// `VIR_FROM_BHYVE`, since 1.2.2.
    pub const BHYVE: Self = Self(VIR_FROM_BHYVE.cast_signed());
    /// `VIR_FROM_CRYPTO`, since 1.2.3.
    pub const CRYPTO: Self = Self(VIR_FROM_CRYPTO.cast_signed());
    /// `VIR_FROM_FIREWALL`, since 1.2.4.
    pub const FIREWALL: Self = Self(VIR_FROM_FIREWALL.cast_signed());
    /// `VIR_FROM_POLKIT`, since 1.2.9.
    pub const POLKIT: Self = Self(VIR_FROM_POLKIT.cast_signed());
    /// `VIR_FROM_THREAD`, since 1.2.14.
    pub const THREAD: Self = Self(VIR_FROM_THREAD.cast_signed());
    /// `VIR_FROM_ADMIN`, since 1.2.17.
    pub const ADMIN: Self = Self(VIR_FROM_ADMIN.cast_signed());
    /// `VIR_FROM_LOGGING`, since 1.3.0.
    pub const LOGGING: Self = Self(VIR_FROM_LOGGING.cast_signed());
    /// `VIR_FROM_XENXL`, since 1.3.2.
    pub const XENXL: Self = Self(VIR_FROM_XENXL.cast_signed());
    /// `VIR_FROM_PERF`, since 1.3.3.
    pub const PERF: Self = Self(VIR_FROM_PERF.cast_signed());
    /// `VIR_FROM_LIBSSH`, since 2.5.0.
    pub const LIBSSH: Self = Self(VIR_FROM_LIBSSH.cast_signed());
    /// `VIR_FROM_RESCTRL`, since 3.7.0.
    pub const RESCTRL: Self = Self(VIR_FROM_RESCTRL.cast_signed());
    /// `VIR_FROM_FIREWALLD`, since 5.1.0.
    pub const FIREWALLD: Self = Self(VIR_FROM_FIREWALLD.cast_signed());
    /// `VIR_FROM_DOMAIN_CHECKPOINT`, since 5.2.0.
    pub const DOMAIN_CHECKPOINT: Self = Self(VIR_FROM_DOMAIN_CHECKPOINT.cast_signed());
    /// `VIR_FROM_TPM`, since 5.6.0.
    pub const TPM: Self = Self(VIR_FROM_TPM.cast_signed());
    /// `VIR_FROM_BPF`, since 5.10.0.
    pub const BPF: Self = Self(VIR_FROM_BPF.cast_signed());
    /// `VIR_FROM_CH`, since 7.5.0.
    pub const CH: Self = Self(VIR_FROM_CH.cast_signed());
}

impl ErrorLevel {
    /// `VIR_ERR_NONE`, since 0.1.0.
    pub const NONE: Self = Self(VIR_ERR_NONE.cast_signed());
    /// `VIR_ERR_WARNING`, since 0.1.0.
    pub const WARNING: Self = Self(VIR_ERR_WARNING.cast_signed());
    /// `VIR_ERR_ERROR`, since 0.1.0.
    pub const ERROR: Self = Self(VIR_ERR_ERROR.cast_signed());
}

/// Message of each error code: alone, and the template that takes a detail.
pub(crate) static MESSAGES: &[(&str, &str)] = &[
    ("", ""),
    ("internal error", "internal error: %1$s"),
    ("out of memory", "out of memory: %1$s"),
    (
        "this function is not supported by the connection driver",
        "this function is not supported by the connection driver: %1$s",
    ),
    ("unknown host", "unknown host %1$s"),
    ("no connection driver available", "no connection driver available for %1$s"),
    ("invalid connection pointer in", "invalid connection pointer in %1$s"),
    ("invalid domain pointer in", "invalid domain pointer in %1$s"),
    ("invalid argument", "invalid argument: %1$s"),
    ("operation failed", "operation failed: %1$s"),
    ("GET operation failed", "GET operation failed: %1$s"),
    ("POST operation failed", "POST operation failed: %1$s"),
    ("got unknown HTTP error code", "got unknown HTTP error code %1$s"),
    ("failed to serialize S-Expr", "failed to serialize S-Expr: %1$s"),
    ("could not use Xen hypervisor entry", "could not use Xen hypervisor entry %1$s"),
    ("failed Xen syscall", "failed Xen syscall %1$s"),
    ("unknown OS type", "unknown OS type %1$s"),
    ("missing kernel information", "missing kernel information: %1$s"),
    ("missing root device information", "missing root device information in %1$s"),
    ("missing source information for device", "missing source information for device %1$s"),
    ("missing target information for device", "missing target information for device %1$s"),
    ("missing name information", "missing name information in %1$s"),
    ("missing operating system information", "missing operating system information for %1$s"),
    ("missing devices information", "missing devices information for %1$s"),
    ("could not connect to Xen Store", "could not connect to Xen Store %1$s"),
    ("too many drivers registered", "too many drivers registered in %1$s"),
    ("library call failed", "library call failed: %1$s"),
    ("XML description is invalid or not well formed", "XML error: %1$s"),
    ("this domain exists already", "domain %1$s exists already"),
    ("operation forbidden for read only access", "operation forbidden: %1$s"),
    ("failed to open configuration file", "failed to open configuration file %1$s"),
    ("failed to read configuration file", "failed to read configuration file %1$s"),
    ("failed to parse configuration file", "failed to parse configuration file %1$s"),
    ("configuration file syntax error", "configuration file syntax error: %1$s"),
    ("failed to write configuration file", "failed to write configuration file: %1$s"),
    ("parser error", "%s"),
    ("invalid network pointer in", "invalid network pointer in %1$s"),
    ("this network exists already", "network %1$s exists already"),
    ("system call error", "%s"),
    ("RPC error", "%s"),
    ("GNUTLS call error", "%s"),
    ("Failed to find the network", "Failed to find the network: %1$s"),
    ("Domain not found", "Domain not found: %1$s"),
    ("Network not found", "Network not found: %1$s"),
    ("invalid MAC address", "invalid MAC address: %1$s"),
    ("authentication failed", "authentication failed: %1$s"),
    ("invalid storage pool pointer in", "invalid storage pool pointer in %1$s"),
    ("invalid storage volume pointer in", "invalid storage volume pointer in %1$s"),
    ("Failed to find a storage driver", "Failed to find a storage driver: %1$s"),
    ("Storage pool not found", "Storage pool not found: %1$s"),
    ("Storage volume not found", "Storage volume not found: %1$s"),
    ("Failed to find a node driver", "Failed to find a node driver: %1$s"),
    ("invalid node device pointer", "invalid node device pointer in %1$s"),
    ("Node device not found", "Node device not found: %1$s"),
    ("Security model not found", "Security model not found: %1$s"),
    ("Requested operation is not valid", "Requested operation is not valid: %1$s"),
    ("Failed to find the interface", "Failed to find the interface: %1$s"),
    ("Interface not found", "Interface not found: %1$s"),
    ("invalid interface pointer in", "invalid interface pointer in %1$s"),
    ("multiple matching interfaces found", "multiple matching interfaces found: %1$s"),
    ("Failed to start the nwfilter driver", "Failed to start the nwfilter driver: %1$s"),
    ("Invalid network filter", "Invalid network filter: %1$s"),
    ("Network filter not found", "Network filter not found: %1$s"),
    ("Error while building firewall", "Error while building firewall: %1$s"),
    ("Failed to find a secret storage driver", "Failed to find a secret storage driver: %1$s"),
    ("Invalid secret", "Invalid secret: %1$s"),
    ("Secret not found", "Secret not found: %1$s"),
    ("unsupported configuration", "unsupported configuration: %1$s"),
    ("Timed out during operation", "Timed out during operation: %1$s"),
    ("Failed to make domain persistent after migration", "Failed to make domain persistent after migration: %1$s"),
    ("Hook script execution failed", "Hook script execution failed: %1$s"),
    ("Invalid domain snapshot", "Invalid domain snapshot: %1$s"),
    ("Domain snapshot not found", "Domain snapshot not found: %1$s"),
    ("invalid stream pointer", "invalid stream pointer in %1$s"),
    ("argument unsupported", "argument unsupported: %1$s"),
    ("Storage pool probe failed", "Storage pool probe failed: %1$s"),
    ("Storage pool already built", "Storage pool already built: %1$s"),
    ("revert requires force", "revert requires force: %1$s"),
    ("operation aborted", "operation aborted: %1$s"),
    ("authentication cancelled", "authentication cancelled: %1$s"),
    ("metadata not found", "metadata not found: %1$s"),
    ("Unsafe migration", "Unsafe migration: %1$s"),
    ("numerical overflow", "numerical overflow: %1$s"),
    ("block copy still active", "block copy still active: %1$s"),
    ("Operation not supported", "Operation not supported: %1$s"),
    ("SSH transport error", "SSH transport error: %1$s"),
    ("Guest agent is not responding", "Guest agent is not responding: %1$s"),
    ("resource busy", "resource busy: %1$s"),
    ("access denied", "access denied: %1$s"),
    ("error from service", "error from service: %1$s"),
    ("this storage volume exists already", "storage volume %1$s exists already"),
    ("the CPU is incompatible with host CPU", "the CPU is incompatible with host CPU: %1$s"),
    ("XML document failed to validate against schema", "XML document failed to validate against schema: %1$s"),
    ("migration successfully aborted", "migration successfully aborted: %1$s"),
    ("authentication unavailable", "authentication unavailable: %1$s"),
    ("Server not found", "Server not found: %1$s"),
    ("Client not found", "Client not found: %1$s"),
    (
        "guest agent replied with wrong id to guest-sync command",
        "guest agent replied with wrong id to guest-sync command: %1$s",
    ),
    ("libssh transport error", "libssh transport error: %1$s"),
    ("device not found", "device not found: %1$s"),
    ("Invalid network filter binding", "Invalid network filter binding: %1$s"),
    ("Network filter binding not found", "Network filter binding not found: %1$s"),
    ("Invalid domain checkpoint", "Invalid domain checkpoint: %1$s"),
    ("Domain checkpoint not found", "Domain checkpoint not found: %1$s"),
    ("Domain backup job id not found", "Domain backup job id not found: %1$s"),
    ("Invalid network port pointer", "Invalid network port pointer: %1$s"),
    ("this network port exists already", "network port %1$s exists already"),
    ("network port not found", "network port not found: %1$s"),
    ("no hostname found", "no hostname found: %1$s"),
    ("checkpoint inconsistent", "checkpoint inconsistent: %1$s"),
    ("multiple matching domains found", "multiple matching domains found: %1$s"),
    ("metadata not found", "metadata not found: %1$s"),
    ("guest agent command timed out", "guest agent command timed out: %1$s"),
    ("guest agent command failed", "guest agent command failed: %1$s"),
    ("Invalid encryption key for the secret", "Invalid encryption key for the secret: %1$s"),
];

/// Name of each error domain as the default error handler prints it.
pub(crate) static DOMAIN_NAMES: &[&str] = &[
    "",
    "Xen Driver",
    "Xen Daemon",
    "Xen Store",
    "S-Expression",
    "XML Util",
    "Domain",
    "XML-RPC",
    "Proxy Daemon",
    "Config File",
    "QEMU Driver",
    "Network",
    "Test Driver",
    "Remote Driver",
    "OpenVZ Driver",
    "Xen XM Driver",
    "Linux Statistics",
    "LXC Driver",
    "Storage Driver",
    "Network Driver",
    "Domain Config",
    "User Mode Linux Driver",
    "Node Device Driver",
    "Xen Inotify Driver",
    "Security Driver",
    "VirtualBox Driver",
    "Network Interface Driver",
    "Open Nebula Driver",
    "ESX Driver",
    "Power Hypervisor Driver",
    "Secrets Driver",
    "CPU Driver",
    "XenAPI Driver",
    "Network Filter Driver",
    "Lifecycle Hook",
    "Domain Snapshot",
    "Audit Utils",
    "Sysinfo Utils",
    "I/O Stream Utils",
    "VMware Driver",
    "Event Loop",
    "Xen Light Driver",
    "Lock Driver",
    "Hyper-V Driver",
    "Capabilities Utils",
    "URI Utils",
    "Authentication Utils",
    "DBus Utils",
    "Parallels Cloud Server",
    "Device Config",
    "SSH transport layer",
    "Lock Space",
    "Init control",
    "Identity",
    "Cgroup",
    "Access Manager",
    "Systemd",
    "Bhyve",
    "Crypto",
    "Firewall",
    "Polkit",
    "Thread jobs",
    "Admin Interface",
    "Log Manager",
    "Xen XL Config",
    "Perf",
    "Libssh transport layer",
    "Resource control",
    "FirewallD",
    "Domain Checkpoint",
    "TPM",
    "BPF",
    "Cloud-Hypervisor Driver",
];
