/*
 * virterror.h: what went wrong. Every thread keeps the error of its last failed call; each call of
 * the interface clears it first. Programs match on code and domain: the message is for people.
 */

#ifndef LIBVIRT_VIRTERROR_H
#define LIBVIRT_VIRTERROR_H

#include <libvirt/libvirt.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * virErrorLevel:
 *
 * How bad a report is.
 *
 * Since: 0.1.0
 */
typedef enum {
    VIR_ERR_NONE = 0, /**< no report (Since: 0.1.0) */
    VIR_ERR_WARNING = 1, /**< the call went on (Since: 0.1.0) */
    VIR_ERR_ERROR = 2, /**< the call failed (Since: 0.1.0) */
} virErrorLevel;

/**
 * virErrorDomain:
 *
 * The part of the stack an error comes from: a driver, a kind of object, or something below them.
 *
 * Since: 0.1.0
 */
typedef enum {
    VIR_FROM_NONE = 0, /**< not known, or the interface itself (Since: 0.1.0) */
    VIR_FROM_XEN = 1, /**< Xen, common parts (Since: 0.1.0) */
    VIR_FROM_XEND = 2, /**< Xen through xend (historical) (Since: 0.1.0) */
    VIR_FROM_XENSTORE = 3, /**< xenstore (historical) (Since: 0.1.0) */
    VIR_FROM_SEXPR = 4, /**< S-expressions of xend (historical) (Since: 0.1.0) */
    VIR_FROM_XML = 5, /**< XML reader (Since: 0.1.0) */
    VIR_FROM_DOM = 6, /**< domains, common parts (Since: 0.1.0) */
    VIR_FROM_RPC = 7, /**< wire protocol and its transports (Since: 0.1.1) */
    VIR_FROM_PROXY = 8, /**< the Xen proxy (historical) (Since: 0.1.3) */
    VIR_FROM_CONF = 9, /**< configuration files (Since: 0.1.6) */
    VIR_FROM_QEMU = 10, /**< QEMU and KVM driver (Since: 0.2.0) */
    VIR_FROM_NET = 11, /**< networks, common parts (Since: 0.2.0) */
    VIR_FROM_TEST = 12, /**< test driver (Since: 0.2.3) */
    VIR_FROM_REMOTE = 13, /**< remote driver: the connection to a daemon (Since: 0.2.3) */
    VIR_FROM_OPENVZ = 14, /**< OpenVZ driver (Since: 0.3.1) */
    VIR_FROM_XENXM = 15, /**< xm configuration files (historical) (Since: 0.4.1) */
    VIR_FROM_STATS_LINUX = 16, /**< statistics of Linux (Since: 0.4.1) */
    VIR_FROM_LXC = 17, /**< LXC driver (Since: 0.4.2) */
    VIR_FROM_STORAGE = 18, /**< storage pools and volumes (Since: 0.4.1) */
    VIR_FROM_NETWORK = 19, /**< network driver (Since: 0.4.6) */
    VIR_FROM_DOMAIN = 20, /**< domain configuration (Since: 0.4.6) */
    VIR_FROM_UML = 21, /**< User Mode Linux (historical) (Since: 0.5.0) */
    VIR_FROM_NODEDEV = 22, /**< host devices (Since: 0.5.0) */
    VIR_FROM_XEN_INOTIFY = 23,
        /**< watching Xen's configuration directory (historical) (Since: 0.5.0) */
    VIR_FROM_SECURITY = 24, /**< security labels: SELinux, AppArmor, DAC (Since: 0.6.1) */
    VIR_FROM_VBOX = 25, /**< VirtualBox driver (Since: 0.6.3) */
    VIR_FROM_INTERFACE = 26, /**< interfaces of the host (Since: 0.6.4) */
    VIR_FROM_ONE = 27, /**< OpenNebula (historical) (Since: 0.6.4) */
    VIR_FROM_ESX = 28, /**< VMware ESX driver (Since: 0.7.0) */
    VIR_FROM_PHYP = 29, /**< IBM Power Hypervisor (historical) (Since: 0.7.0) */
    VIR_FROM_SECRET = 30, /**< secrets (Since: 0.7.1) */
    VIR_FROM_CPU = 31, /**< CPU models (Since: 0.7.5) */
    VIR_FROM_XENAPI = 32, /**< XenAPI (historical) (Since: 0.8.0) */
    VIR_FROM_NWFILTER = 33, /**< network filters and their bindings (Since: 0.8.0) */
    VIR_FROM_HOOK = 34, /**< hook scripts of the daemons (Since: 0.8.0) */
    VIR_FROM_DOMAIN_SNAPSHOT = 35, /**< domain snapshots (Since: 0.8.0) */
    VIR_FROM_AUDIT = 36, /**< audit trail (Since: 0.8.5) */
    VIR_FROM_SYSINFO = 37, /**< firmware tables: SMBIOS and its kin (Since: 0.8.6) */
    VIR_FROM_STREAMS = 38, /**< streams (Since: 0.8.6) */
    VIR_FROM_VMWARE = 39, /**< VMware Workstation and Player driver (Since: 0.8.7) */
    VIR_FROM_EVENT = 40, /**< event loop (Since: 0.9.0) */
    VIR_FROM_LIBXL = 41, /**< Xen driver on libxl (Since: 0.9.0) */
    VIR_FROM_LOCKING = 42, /**< lock managers (Since: 0.9.2) */
    VIR_FROM_HYPERV = 43, /**< Hyper-V driver (Since: 0.9.5) */
    VIR_FROM_CAPABILITIES = 44, /**< capabilities (Since: 0.9.8) */
    VIR_FROM_URI = 45, /**< URIs (Since: 0.9.11) */
    VIR_FROM_AUTH = 46, /**< authentication (Since: 0.9.11) */
    VIR_FROM_DBUS = 47, /**< D-Bus (Since: 0.9.12) */
    VIR_FROM_PARALLELS = 48, /**< Parallels, later Virtuozzo (Since: 0.10.0) */
    VIR_FROM_DEVICE = 49, /**< host devices assigned to guests (Since: 0.10.0) */
    VIR_FROM_SSH = 50, /**< SSH transport by libssh2 (Since: 0.10.0) */
    VIR_FROM_LOCKSPACE = 51, /**< lock space of virtlockd (Since: 1.0.0) */
    VIR_FROM_INITCTL = 52, /**< talking to a container's init (Since: 1.0.1) */
    VIR_FROM_IDENTITY = 53, /**< identities of callers (Since: 1.0.4) */
    VIR_FROM_CGROUP = 54, /**< control groups (Since: 1.0.5) */
    VIR_FROM_ACCESS = 55, /**< access control (Since: 1.1.0) */
    VIR_FROM_SYSTEMD = 56, /**< systemd (Since: 1.1.1) */
    VIR_FROM_BHYVE = 57, /**< bhyve driver (Since: 1.2.2) */
    VIR_FROM_CRYPTO = 58, /**< cryptography (Since: 1.2.3) */
    VIR_FROM_FIREWALL = 59, /**< firewall rules (Since: 1.2.4) */
    VIR_FROM_POLKIT = 60, /**< polkit (Since: 1.2.9) */
    VIR_FROM_THREAD = 61, /**< threads (Since: 1.2.14) */
    VIR_FROM_ADMIN = 62, /**< administration interface (Since: 1.2.17) */
    VIR_FROM_LOGGING = 63, /**< logging, virtlogd (Since: 1.3.0) */
    VIR_FROM_XENXL = 64, /**< xl configuration files (Since: 1.3.2) */
    VIR_FROM_PERF = 65, /**< performance counters (Since: 1.3.3) */
    VIR_FROM_LIBSSH = 66, /**< SSH transport by libssh (Since: 2.5.0) */
    VIR_FROM_RESCTRL = 67, /**< cache and memory bandwidth allocation (Since: 3.7.0) */
    VIR_FROM_FIREWALLD = 68, /**< firewalld (Since: 5.1.0) */
    VIR_FROM_DOMAIN_CHECKPOINT = 69, /**< domain checkpoints (Since: 5.2.0) */
    VIR_FROM_TPM = 70, /**< trusted platform modules (Since: 5.6.0) */
    VIR_FROM_BPF = 71, /**< BPF programs (Since: 5.10.0) */
    VIR_FROM_CH = 72, /**< Cloud Hypervisor driver (Since: 7.5.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_ERR_DOMAIN_LAST = 73, /**< number of domains (Since: 0.9.13) */
#endif
} virErrorDomain;

/**
 * virErrorNumber:
 *
 * Codes. VIR_ERR_* are errors, VIR_WAR_* name a missing driver. Gaps in use are historical: old
 * codes are never reused.
 *
 * Since: 0.1.0
 */
typedef enum {
    VIR_ERR_OK = 0, /**< no error (Since: 0.1.0) */
    VIR_ERR_INTERNAL_ERROR = 1,
        /**< something that should not happen; the message says what (Since: 0.1.0) */
    VIR_ERR_NO_MEMORY = 2, /**< allocation failed (Since: 0.1.0) */
    VIR_ERR_NO_SUPPORT = 3, /**< no driver of the connection knows this function (Since: 0.1.0) */
    VIR_ERR_UNKNOWN_HOST = 4, /**< host name does not resolve (Since: 0.1.0) */
    VIR_ERR_NO_CONNECT = 5, /**< no driver takes the URI, or no hypervisor answers (Since: 0.1.0) */
    VIR_ERR_INVALID_CONN = 6, /**< not a connection handle (Since: 0.1.0) */
    VIR_ERR_INVALID_DOMAIN = 7, /**< not a domain handle (Since: 0.1.0) */
    VIR_ERR_INVALID_ARG = 8,
        /**< an argument is missing, out of range, or contradicts another (Since: 0.1.0) */
    VIR_ERR_OPERATION_FAILED = 9, /**< the hypervisor tried and failed (Since: 0.1.0) */
    VIR_ERR_GET_FAILED = 10, /**< HTTP GET failed (Since: 0.1.0) */
    VIR_ERR_POST_FAILED = 11, /**< HTTP POST failed (Since: 0.1.0) */
    VIR_ERR_HTTP_ERROR = 12, /**< unexpected HTTP status (Since: 0.1.0) */
    VIR_ERR_SEXPR_SERIAL = 13, /**< S-expression cannot be written (historical) (Since: 0.1.0) */
    VIR_ERR_NO_XEN = 14, /**< /proc/xen is missing (historical) (Since: 0.1.0) */
    VIR_ERR_XEN_CALL = 15, /**< Xen hypercall failed (Since: 0.1.0) */
    VIR_ERR_OS_TYPE = 16, /**< OS type not known (Since: 0.1.0) */
    VIR_ERR_NO_KERNEL = 17, /**< kernel missing in the configuration (Since: 0.1.0) */
    VIR_ERR_NO_ROOT = 18, /**< root device missing in the configuration (Since: 0.1.0) */
    VIR_ERR_NO_SOURCE = 19, /**< source of a device missing (Since: 0.1.0) */
    VIR_ERR_NO_TARGET = 20, /**< target of a device missing (Since: 0.1.0) */
    VIR_ERR_NO_NAME = 21, /**< name missing in the configuration (Since: 0.1.0) */
    VIR_ERR_NO_OS = 22, /**< OS missing in the configuration (Since: 0.1.0) */
    VIR_ERR_NO_DEVICE = 23, /**< device missing in the configuration (Since: 0.1.0) */
    VIR_ERR_NO_XENSTORE = 24, /**< xenstore does not answer (historical) (Since: 0.1.0) */
    VIR_ERR_DRIVER_FULL = 25, /**< too many drivers (Since: 0.1.0) */
    VIR_ERR_CALL_FAILED = 26, /**< call not known to the hypervisor (historical) (Since: 0.1.0) */
    VIR_ERR_XML_ERROR = 27, /**< document does not describe what it should (Since: 0.1.1) */
    VIR_ERR_DOM_EXIST = 28, /**< domain of that name or UUID exists already (Since: 0.1.1) */
    VIR_ERR_OPERATION_DENIED = 29, /**< not allowed on a read-only connection (Since: 0.1.4) */
    VIR_ERR_OPEN_FAILED = 30, /**< configuration file cannot be opened (Since: 0.1.6) */
    VIR_ERR_READ_FAILED = 31, /**< configuration file cannot be read (Since: 0.1.6) */
    VIR_ERR_PARSE_FAILED = 32, /**< configuration file cannot be parsed (Since: 0.1.6) */
    VIR_ERR_CONF_SYNTAX = 33, /**< syntax error in a configuration file (Since: 0.1.6) */
    VIR_ERR_WRITE_FAILED = 34, /**< configuration file cannot be written (Since: 0.1.6) */
    VIR_ERR_XML_DETAIL = 35, /**< not well-formed XML; int1 is the line (Since: 0.1.9) */
    VIR_ERR_INVALID_NETWORK = 36, /**< not a network handle (Since: 0.2.0) */
    VIR_ERR_NETWORK_EXIST = 37, /**< network of that name or UUID exists already (Since: 0.2.0) */
    VIR_ERR_SYSTEM_ERROR = 38, /**< system call failed; int1 is errno (Since: 0.2.1) */
    VIR_ERR_RPC = 39,
        /**< message that breaks the wire protocol, or lost connection (Since: 0.2.3) */
    VIR_ERR_GNUTLS_ERROR = 40, /**< TLS failed (Since: 0.2.3) */
    VIR_WAR_NO_NETWORK = 41, /**< no network driver (Since: 0.2.3) */
    VIR_ERR_NO_DOMAIN = 42, /**< domain not found, or gone (Since: 0.3.0) */
    VIR_ERR_NO_NETWORK = 43, /**< network not found, or gone (Since: 0.3.0) */
    VIR_ERR_INVALID_MAC = 44, /**< not a MAC address (Since: 0.3.1) */
    VIR_ERR_AUTH_FAILED = 45, /**< authentication failed (Since: 0.4.1) */
    VIR_ERR_INVALID_STORAGE_POOL = 46, /**< not a storage pool handle (Since: 0.4.1) */
    VIR_ERR_INVALID_STORAGE_VOL = 47, /**< not a storage volume handle (Since: 0.4.1) */
    VIR_WAR_NO_STORAGE = 48, /**< no storage driver (Since: 0.4.1) */
    VIR_ERR_NO_STORAGE_POOL = 49, /**< storage pool not found, or gone (Since: 0.4.1) */
    VIR_ERR_NO_STORAGE_VOL = 50, /**< storage volume not found, or gone (Since: 0.4.1) */
    VIR_WAR_NO_NODE = 51, /**< no node device driver (Since: 0.5.0) */
    VIR_ERR_INVALID_NODE_DEVICE = 52, /**< not a node device handle (Since: 0.5.0) */
    VIR_ERR_NO_NODE_DEVICE = 53, /**< node device not found, or gone (Since: 0.5.0) */
    VIR_ERR_NO_SECURITY_MODEL = 54, /**< no such security model on the host (Since: 0.6.1) */
    VIR_ERR_OPERATION_INVALID = 55,
        /**< not possible in the present state, as in suspending a stopped domain (Since: 0.6.4) */
    VIR_WAR_NO_INTERFACE = 56, /**< no interface driver (Since: 0.6.4) */
    VIR_ERR_NO_INTERFACE = 57, /**< interface not found, or gone (Since: 0.6.4) */
    VIR_ERR_INVALID_INTERFACE = 58, /**< not an interface handle (Since: 0.6.4) */
    VIR_ERR_MULTIPLE_INTERFACES = 59, /**< several interfaces match (Since: 0.7.0) */
    VIR_WAR_NO_NWFILTER = 60, /**< no network filter driver (Since: 0.8.0) */
    VIR_ERR_INVALID_NWFILTER = 61, /**< not a network filter handle (Since: 0.8.0) */
    VIR_ERR_NO_NWFILTER = 62, /**< network filter not found, or gone (Since: 0.8.0) */
    VIR_ERR_BUILD_FIREWALL = 63, /**< firewall rules cannot be applied (Since: 0.8.0) */
    VIR_WAR_NO_SECRET = 64, /**< no secret driver (Since: 0.7.1) */
    VIR_ERR_INVALID_SECRET = 65, /**< not a secret handle (Since: 0.7.1) */
    VIR_ERR_NO_SECRET = 66, /**< secret not found, or gone (Since: 0.7.1) */
    VIR_ERR_CONFIG_UNSUPPORTED = 67,
        /**< valid configuration that this hypervisor or host cannot provide (Since: 0.7.3) */
    VIR_ERR_OPERATION_TIMEOUT = 68, /**< gave up waiting (Since: 0.7.3) */
    VIR_ERR_MIGRATE_PERSIST_FAILED = 69,
        /**< migrated, but not made persistent at the destination (Since: 0.7.3) */
    VIR_ERR_HOOK_SCRIPT_FAILED = 70, /**< hook script refused or failed (Since: 0.8.0) */
    VIR_ERR_INVALID_DOMAIN_SNAPSHOT = 71, /**< not a snapshot handle (Since: 0.8.0) */
    VIR_ERR_NO_DOMAIN_SNAPSHOT = 72, /**< snapshot not found, or gone (Since: 0.8.0) */
    VIR_ERR_INVALID_STREAM = 73, /**< not a stream handle (Since: 0.9.0) */
    VIR_ERR_ARGUMENT_UNSUPPORTED = 74,
        /**< valid argument, beyond this driver or host (Since: 0.9.4) */
    VIR_ERR_STORAGE_PROBE_FAILED = 75, /**< format of a volume not recognised (Since: 0.9.5) */
    VIR_ERR_STORAGE_POOL_BUILT = 76, /**< pool has been built already (Since: 0.9.5) */
    VIR_ERR_SNAPSHOT_REVERT_RISKY = 77,
        /**< reverting could lose data and was not forced (Since: 0.9.7) */
    VIR_ERR_OPERATION_ABORTED = 78, /**< cancelled on request (Since: 0.9.9) */
    VIR_ERR_AUTH_CANCELLED = 79, /**< the user declined to authenticate (Since: 0.9.10) */
    VIR_ERR_NO_DOMAIN_METADATA = 80, /**< domain has no such metadata (Since: 0.9.10) */
    VIR_ERR_MIGRATE_UNSAFE = 81,
        /**< migration could corrupt data and was not forced (Since: 0.9.11) */
    VIR_ERR_OVERFLOW = 82, /**< number too large for the type (Since: 0.9.11) */
    VIR_ERR_BLOCK_COPY_ACTIVE = 83, /**< not possible while a block copy runs (Since: 0.9.12) */
    VIR_ERR_OPERATION_UNSUPPORTED = 84,
        /**< the driver knows the function, but not for this object or host (Since: 0.10.0) */
    VIR_ERR_SSH = 85, /**< SSH by libssh2 failed (Since: 0.10.0) */
    VIR_ERR_AGENT_UNRESPONSIVE = 86, /**< guest agent missing or silent (Since: 0.10.0) */
    VIR_ERR_RESOURCE_BUSY = 87, /**< in use by somebody else (Since: 1.0.0) */
    VIR_ERR_ACCESS_DENIED = 88, /**< access rules forbid it (Since: 1.1.0) */
    VIR_ERR_DBUS_SERVICE = 89, /**< D-Bus service returned an error (Since: 1.1.1) */
    VIR_ERR_STORAGE_VOL_EXIST = 90, /**< volume of that name exists already (Since: 1.1.4) */
    VIR_ERR_CPU_INCOMPATIBLE = 91, /**< host CPU cannot provide the requested CPU (Since: 1.2.6) */
    VIR_ERR_XML_INVALID_SCHEMA = 92, /**< document does not match its schema (Since: 1.2.12) */
    VIR_ERR_MIGRATE_FINISH_OK = 93,
        /**< migration failed after the destination had been told of success (Since: 1.2.18) */
    VIR_ERR_AUTH_UNAVAILABLE = 94,
        /**< no authentication mechanism or agent can be used (Since: 1.3.3) */
    VIR_ERR_NO_SERVER = 95, /**< no server of that name in the daemon (Since: 1.3.3) */
    VIR_ERR_NO_CLIENT = 96, /**< no client of that id at the server (Since: 1.3.5) */
    VIR_ERR_AGENT_UNSYNCED = 97,
        /**< guest agent answers, but not to the present question (Since: 2.3.0) */
    VIR_ERR_LIBSSH = 98, /**< SSH by libssh failed (Since: 2.5.0) */
    VIR_ERR_DEVICE_MISSING = 99, /**< domain has no such device (Since: 4.1.0) */
    VIR_ERR_INVALID_NWFILTER_BINDING = 100,
        /**< not a network filter binding handle (Since: 4.5.0) */
    VIR_ERR_NO_NWFILTER_BINDING = 101,
        /**< network filter binding not found, or gone (Since: 4.5.0) */
    VIR_ERR_INVALID_DOMAIN_CHECKPOINT = 102, /**< not a checkpoint handle (Since: 5.2.0) */
    VIR_ERR_NO_DOMAIN_CHECKPOINT = 103, /**< checkpoint not found, or gone (Since: 5.2.0) */
    VIR_ERR_NO_DOMAIN_BACKUP = 104, /**< no backup job for this domain (Since: 5.2.0) */
    VIR_ERR_INVALID_NETWORK_PORT = 105, /**< not a network port handle (Since: 5.5.0) */
    VIR_ERR_NETWORK_PORT_EXIST = 106, /**< port of that UUID exists already (Since: 5.5.0) */
    VIR_ERR_NO_NETWORK_PORT = 107, /**< network port not found, or gone (Since: 5.5.0) */
    VIR_ERR_NO_HOSTNAME = 108, /**< guest's host name not known (Since: 6.1.0) */
    VIR_ERR_CHECKPOINT_INCONSISTENT = 109, /**< checkpoint's bitmaps are damaged (Since: 6.10.0) */
    VIR_ERR_MULTIPLE_DOMAINS = 110, /**< several domains match (Since: 7.1.0) */
    VIR_ERR_NO_NETWORK_METADATA = 111, /**< network has no such metadata (Since: 9.7.0) */
    VIR_ERR_AGENT_COMMAND_TIMEOUT = 112,
        /**< guest agent took the command and did not answer in time (Since: 11.2.0) */
    VIR_ERR_AGENT_COMMAND_FAILED = 113, /**< guest agent answered with an error (Since: 11.2.0) */
    VIR_ERR_INVALID_ENCR_KEY_SECRET = 114,
        /**< the key that encrypts secrets is missing or wrong (Since: 12.1.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_ERR_NUMBER_LAST = 115, /**< number of codes (Since: 5.0.0) */
#endif
} virErrorNumber;

/**
 * virError:
 *
 * One error. Strings may be NULL. What virGetLastError() returns belongs to the library and lives
 * until the thread's next call; copies are released with virResetError() or virFreeError().
 *
 * Since: 0.1.0
 */
typedef struct _virError virError;
struct _virError {
    int code; /**< a virErrorNumber */
    int domain; /**< a virErrorDomain */
    char *message; /**< text for people, in full */
    virErrorLevel level; /**< severity */
    virConnectPtr conn VIR_DEPRECATED; /**< do not use: mostly NULL, holds no reference */
    virDomainPtr dom VIR_DEPRECATED;
        /**< do not use: names the domain where the reporter knew it, holds no reference */
    char *str1; /**< extra text; usually the template of the message */
    char *str2; /**< extra text; usually what was filled into the template */
    char *str3; /**< extra text */
    int int1;
        /**< extra number; errno of VIR_ERR_SYSTEM_ERROR, line of XML errors; otherwise -1 or 0 */
    int int2; /**< extra number */
    virNetworkPtr net VIR_DEPRECATED;
        /**< do not use: names the network where the reporter knew it, holds no reference */
};

/**
 * virErrorPtr:
 *
 * Pointer to a virError.
 *
 * Since: 0.1.0
 */
typedef virError *virErrorPtr;

/**
 * virErrorFunc:
 * @userData: pointer given with the handler
 * @error: the error; valid during the call only
 *
 * Error handler: called on the thread whose call failed, before that call returns.
 *
 * It must not start calls on the same connection that could fail in turn.
 *
 * Since: 0.1.0
 */
typedef void (*virErrorFunc)(void *userData, virErrorPtr error);

/*
 * The calling thread's last error
 */

/**
 * virGetLastError:
 *
 * The error of the thread's last call.
 *
 * A caller that wants to keep it over further calls uses virSaveLastError() or virCopyLastError().
 * A NULL or -1 with no error stored means that the library gave no reason.
 *
 * Returns the error, owned by the library, or NULL when the last call succeeded.
 *
 * Since: 0.1.0
 */
virErrorPtr virGetLastError(void);

/**
 * virGetLastErrorCode:
 *
 * Code of the thread's last error.
 *
 * Returns a virErrorNumber; VIR_ERR_OK when there is none.
 *
 * Since: 4.5.0
 */
int virGetLastErrorCode(void);

/**
 * virGetLastErrorDomain:
 *
 * Domain of the thread's last error.
 *
 * Returns a virErrorDomain; VIR_FROM_NONE when there is none.
 *
 * Since: 4.5.0
 */
int virGetLastErrorDomain(void);

/**
 * virGetLastErrorMessage:
 *
 * Text of the thread's last error.
 *
 * Returns text to show, never NULL; "no error" when there is none. Owned by the library, valid
 * until the thread's next call.
 *
 * Since: 1.0.6
 */
const char *virGetLastErrorMessage(void);

/**
 * virSaveLastError:
 *
 * Takes a copy of the thread's last error, to be restored or shown after cleaning up.
 *
 * Returns a copy to release with virFreeError(), with code VIR_ERR_OK when there is no error; NULL
 * when out of memory.
 *
 * Since: 0.6.1
 */
virErrorPtr virSaveLastError(void);

/**
 * virCopyLastError:
 * @to: receives the copy; release its strings with virResetError()
 *
 * Copies the thread's last error into memory of the caller. What @to held before is overwritten,
 * not freed.
 *
 * Returns the copied code, 0 when there is no error, -1 when @to is NULL.
 *
 * Since: 0.1.0
 */
int virCopyLastError(virErrorPtr to);

/**
 * virResetLastError:
 *
 * Forgets the thread's last error.
 *
 * Since: 0.1.0
 */
void virResetLastError(void);

/**
 * virResetError:
 * @err: error filled by virCopyLastError() or virConnCopyLastError(); NULL does nothing
 *
 * Frees the strings of an error and sets all of it to zero; the structure itself stays.
 *
 * Since: 0.1.0
 */
void virResetError(virErrorPtr err);

/**
 * virFreeError:
 * @err: error from virSaveLastError(); NULL does nothing. Never the pointer of virGetLastError()
 *
 * Frees a copy with all it holds.
 *
 * Since: 0.6.1
 */
void virFreeError(virErrorPtr err);

/*
 * Errors by connection. The last error of a connection is shared by all threads that use it: prefer
 * the thread's.
 */

/**
 * virConnGetLastError:
 * @conn: connection
 *
 * The last error stored in a connection. Another thread may replace it at any time: only for
 * programs with one thread.
 *
 * Returns the error, owned by the connection (with code VIR_ERR_OK when there is none), or NULL
 * when @conn is NULL.
 *
 * Since: 0.1.0
 */
virErrorPtr virConnGetLastError(virConnectPtr conn);

/**
 * virConnCopyLastError:
 * @conn: connection
 * @to: receives the copy; release its strings with virResetError()
 *
 * Copies the last error of a connection into memory of the caller.
 *
 * Returns the copied code, 0 when there is no error, -1 when @conn is NULL.
 *
 * Since: 0.1.0
 */
int virConnCopyLastError(virConnectPtr conn, virErrorPtr to);

/**
 * virConnResetLastError:
 * @conn: connection; NULL does nothing
 *
 * Forgets the last error of a connection.
 *
 * Since: 0.1.0
 */
void virConnResetLastError(virConnectPtr conn);

/*
 * Handlers
 */

/**
 * virSetErrorFunc:
 * @userData: passed to @handler
 * @handler: handler, or NULL for the default, virDefaultErrorFunc()
 *
 * Sets the handler of the process, for errors of every thread and of connections without a handler
 * of their own.
 *
 * Set it before starting threads: the setting is not synchronised with calls in progress.
 *
 * Since: 0.1.0
 */
void virSetErrorFunc(void *userData, virErrorFunc handler);

/**
 * virConnSetErrorFunc:
 * @conn: connection; NULL does nothing
 * @userData: passed to @handler
 * @handler: handler, or NULL to return to the handler of the process
 *
 * Sets the handler of a connection, in place of the handler of the process.
 *
 * Since: 0.1.0
 */
void virConnSetErrorFunc(virConnectPtr conn, void *userData, virErrorFunc handler);

/**
 * virDefaultErrorFunc:
 * @err: error; NULL or one without a code writes nothing
 *
 * Writes an error to stderr in one line: "libvirt:", the domain, the level, the object when known,
 * the message.
 *
 * Since: 0.1.0
 */
void virDefaultErrorFunc(virErrorPtr err);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_VIRTERROR_H */
