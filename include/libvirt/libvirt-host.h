/*
 * libvirt-host.h: connections to a daemon, and the host it runs on: processors, memory, pages,
 * security model, power.
 */

#ifndef LIBVIRT_HOST_H
#define LIBVIRT_HOST_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
#error "include <libvirt/libvirt.h> instead of this file"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/**
 * virConnect:
 *
 * A connection to a hypervisor, mostly by way of its daemon. May be used by several threads at
 * once.
 *
 * Since: 0.0.1
 */
typedef struct _virConnect virConnect;

/**
 * virConnectPtr:
 *
 * A handle: pointer to a virConnect.
 *
 * Since: 0.0.1
 */
typedef virConnect *virConnectPtr;

/**
 * virStream:
 *
 * A channel for bytes beside the calls of a connection; see libvirt-stream.h.
 *
 * Since: 0.7.2
 */
typedef struct _virStream virStream;

/**
 * virStreamPtr:
 *
 * A handle: pointer to a virStream.
 *
 * Since: 0.7.2
 */
typedef virStream *virStreamPtr;

/*
 * Sizes of UUIDs
 */

/**
 * VIR_UUID_BUFLEN:
 *
 * Bytes of a raw UUID.
 *
 * Since: 0.2.0
 */
#define VIR_UUID_BUFLEN (16)

/**
 * VIR_UUID_STRING_BUFLEN:
 *
 * Bytes of a UUID as text: 36 characters and the terminating NUL.
 *
 * Since: 0.2.0
 */
#define VIR_UUID_STRING_BUFLEN (36 + 1)

/*
 * Library
 */

/**
 * virInitialize:
 *
 * Prepares the library. Every function that needs it does so too; calling it twice does no harm.
 *
 * Returns 0, or -1 on error, such as in a set-user-id process.
 *
 * Since: 0.1.0
 */
int virInitialize(void);

/**
 * virGetVersion:
 * @libVer: receives major * 1,000,000 + minor * 1,000 + micro
 * @type: ignored; may be NULL
 * @typeVer: receives the same number; may be NULL
 *
 * Version of the library in use.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.0.3
 */
int virGetVersion(unsigned long *libVer, const char *type, unsigned long *typeVer);

/*
 * Opening
 */

/**
 * virConnectFlags:
 *
 * Flags of virConnectOpenAuth().
 *
 * Since: 0.4.1
 */
typedef enum {
    VIR_CONNECT_RO = (1 << 0),
        /**< read-only: what changes or reveals too much answers VIR_ERR_OPERATION_DENIED (Since:
         *   0.4.1) */
    VIR_CONNECT_NO_ALIASES = (1 << 1),
        /**< take the URI as it is, not as an alias from libvirt.conf (Since: 0.9.7) */
} virConnectFlags;

/**
 * virConnectCredentialType:
 *
 * What a credentials callback is asked for.
 *
 * Since: 0.4.1
 */
typedef enum {
    VIR_CRED_USERNAME = 1, /**< name of the user to act as (Since: 0.4.1) */
    VIR_CRED_AUTHNAME = 2, /**< name of the user to authenticate as (Since: 0.4.1) */
    VIR_CRED_LANGUAGE = 3, /**< languages the user reads, comma-separated tags (Since: 0.4.1) */
    VIR_CRED_CNONCE = 4, /**< nonce of the client (Since: 0.4.1) */
    VIR_CRED_PASSPHRASE = 5, /**< secret; not to be shown while typed (Since: 0.4.1) */
    VIR_CRED_ECHOPROMPT = 6, /**< answer to a challenge; may be shown (Since: 0.4.1) */
    VIR_CRED_NOECHOPROMPT = 7, /**< answer to a challenge; not to be shown (Since: 0.4.1) */
    VIR_CRED_REALM = 8, /**< realm of the authentication (Since: 0.4.1) */
    VIR_CRED_EXTERNAL = 9,
        /**< proof by other means, such as an agent named by the challenge (Since: 0.4.1) */
#ifdef VIR_ENUM_SENTINELS
    VIR_CRED_LAST = 10, /**< one more than the highest type; more may come (Since: 0.9.10) */
#endif
} virConnectCredentialType;

/**
 * virConnectCredential:
 *
 * One question to the user, and its answer.
 *
 * Since: 0.4.1
 */
typedef struct _virConnectCredential virConnectCredential;
struct _virConnectCredential {
    int type; /**< a virConnectCredentialType */
    const char *prompt; /**< text to show */
    const char *challenge; /**< more text to show, or NULL */
    const char *defresult; /**< answer to assume when the user gives none, or NULL */
    char *result; /**< to be set to the answer in malloc()ed memory; the library frees it */
    unsigned int resultlen; /**< to be set to the bytes of the answer, without a terminating NUL */
};

/**
 * virConnectCredentialPtr:
 *
 * Pointer to a virConnectCredential.
 *
 * Since: 0.4.1
 */
typedef virConnectCredential *virConnectCredentialPtr;

/**
 * virConnectAuthCallbackPtr:
 * @cred: the questions
 * @ncred: entries of @cred
 * @cbdata: member cbdata of the virConnectAuth
 *
 * Called on the opening thread, once or more, when the daemon wants credentials. Answers go into
 * result and resultlen of each entry; NULL and 0 where there is none.
 *
 * Returns 0 when all are answered, -1 to give up.
 *
 * Since: 0.4.1
 */
typedef int (*virConnectAuthCallbackPtr)(virConnectCredentialPtr cred, unsigned int ncred,
                                         void *cbdata);

/**
 * virConnectAuth:
 *
 * How a program asks its user for credentials.
 *
 * Since: 0.4.1
 */
typedef struct _virConnectAuth virConnectAuth;
struct _virConnectAuth {
    int *credtype;
        /**< array of the virConnectCredentialType values the callback can answer; may be NULL
         *   when there is none */
    unsigned int ncredtype; /**< entries of credtype */
    virConnectAuthCallbackPtr cb; /**< asks the user; may be NULL */
    void *cbdata; /**< passed to cb */
};

/**
 * virConnectAuthPtr:
 *
 * Pointer to a virConnectAuth.
 *
 * Since: 0.4.1
 */
typedef virConnectAuth *virConnectAuthPtr;

/**
 * virConnectAuthPtrDefault:
 *
 * Credentials for command line programs: prompts on stdout and reads the answers from stdin,
 * secrets without echo. Asks for everything but a user name to act as, language and nonce.
 *
 * Since: 0.4.1
 */
VIR_EXPORT_VAR virConnectAuthPtr virConnectAuthPtrDefault;

/**
 * virConnectOpen:
 * @name: URI, alias or NULL
 *
 * Opens a connection that may change things. As virConnectOpenAuth() without credentials and flags.
 *
 * Returns the connection, to be released with virConnectClose(), or NULL on error.
 *
 * Since: 0.0.3
 */
virConnectPtr virConnectOpen(const char *name);

/**
 * virConnectOpenReadOnly:
 * @name: URI, alias or NULL
 *
 * Opens a connection that can only look. As virConnectOpenAuth() without credentials and with
 * VIR_CONNECT_RO.
 *
 * Returns the connection, to be released with virConnectClose(), or NULL on error.
 *
 * Since: 0.0.3
 */
virConnectPtr virConnectOpenReadOnly(const char *name);

/**
 * virConnectOpenAuth:
 * @name: URI driver[+transport]://[user@][host][:port]/[path][?parameters], an alias from
 *     libvirt.conf, or NULL
 * @auth: how to ask the user for credentials, or NULL when nobody can be asked
 * @flags: OR of virConnectFlags
 *
 * Opens a connection.
 *
 * NULL and "" take the environment variable LIBVIRT_DEFAULT_URI, then uri_default of libvirt.conf,
 * then a driver found by probing.
 *
 * A URI without a host means the daemon on this host, reached over its UNIX socket. Credentials may
 * also come from a file: LIBVIRT_AUTH_FILE, the parameter authfile, or auth.conf.
 *
 * Returns the connection, to be released with virConnectClose(), or NULL on error:
 * VIR_ERR_NO_CONNECT when no driver takes the URI, VIR_ERR_SYSTEM_ERROR when the daemon cannot be
 * reached, VIR_ERR_AUTH_FAILED, VIR_ERR_AUTH_CANCELLED or VIR_ERR_AUTH_UNAVAILABLE when it does not
 * let the user in.
 *
 * Since: 0.4.0
 */
virConnectPtr virConnectOpenAuth(const char *name, virConnectAuthPtr auth, unsigned int flags);

/**
 * virConnectRef:
 * @conn: connection
 *
 * Takes another reference, for another owner such as a thread. Each one needs its own
 * virConnectClose().
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.6.0
 */
int virConnectRef(virConnectPtr conn);

/**
 * virConnectClose:
 * @conn: connection
 *
 * Gives a reference back; the last one closes the connection. Objects such as domains hold
 * references of their own.
 *
 * Returns 0 when the connection is closed, 1 when references remain, -1 on error.
 *
 * Since: 0.0.3
 */
int virConnectClose(virConnectPtr conn);

/*
 * State of a connection
 */

/**
 * virConnectGetType:
 * @conn: connection
 *
 * Name of the hypervisor driver behind the connection, such as "QEMU".
 *
 * Returns the name, owned by the connection, or NULL on error.
 *
 * Since: 0.0.3
 */
const char *virConnectGetType(virConnectPtr conn);

/**
 * virConnectGetVersion:
 * @conn: connection
 * @hvVer: receives major * 1,000,000 + minor * 1,000 + release; 0 when it cannot be told
 *
 * Version of the hypervisor.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.0.3
 */
int virConnectGetVersion(virConnectPtr conn, unsigned long *hvVer);

/**
 * virConnectGetLibVersion:
 * @conn: connection
 * @libVer: receives major * 1,000,000 + minor * 1,000 + micro
 *
 * Version of the daemon's library.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.7.3
 */
int virConnectGetLibVersion(virConnectPtr conn, unsigned long *libVer);

/**
 * virConnectGetHostname:
 * @conn: connection
 *
 * Host name of the machine the hypervisor runs on, as it knows itself.
 *
 * Returns the name, to be freed with free(), or NULL on error.
 *
 * Since: 0.3.0
 */
char *virConnectGetHostname(virConnectPtr conn);

/**
 * virConnectGetURI:
 * @conn: connection
 *
 * URI of the connection, aliases and defaults resolved; good for opening another one.
 *
 * Returns the URI, to be freed with free(), or NULL on error.
 *
 * Since: 0.3.0
 */
char *virConnectGetURI(virConnectPtr conn);

/**
 * virConnectIsAlive:
 * @conn: connection
 *
 * Tells whether the connection is still up, by what is known on this side: keepalive finds dead
 * peers.
 *
 * Returns 1 when up, 0 when lost, -1 on error.
 *
 * Since: 0.9.8
 */
int virConnectIsAlive(virConnectPtr conn);

/**
 * virConnectIsSecure:
 * @conn: connection
 *
 * Tells whether others can listen to the connection: UNIX sockets, TLS and SSH are secure. Both
 * legs count where a daemon connects further.
 *
 * Returns 1 when secure, 0 when not, -1 on error.
 *
 * Since: 0.7.3
 */
int virConnectIsSecure(virConnectPtr conn);

/**
 * virConnectIsEncrypted:
 * @conn: connection
 *
 * Tells whether the transport encrypts. A UNIX socket does not, and is secure all the same.
 *
 * Returns 1 when encrypted, 0 when not, -1 on error.
 *
 * Since: 0.7.3
 */
int virConnectIsEncrypted(virConnectPtr conn);

/**
 * virConnectSetKeepAlive:
 * @conn: connection
 * @interval: seconds without traffic before a probe; 0 or less stops
 * @count: probes without answer after which the connection is closed; 0 closes at the first
 *     interval without traffic
 *
 * Starts probing the peer, so that its death is noticed. Needs a running event loop.
 *
 * Returns 0 when set, 1 when the daemon does not know keepalive, -1 on error.
 *
 * Since: 0.9.8
 */
int virConnectSetKeepAlive(virConnectPtr conn, int interval, unsigned int count);

/**
 * virConnectCloseFunc:
 * @conn: connection
 * @reason: a virConnectCloseReason
 * @opaque: pointer given with the callback
 *
 * Called on the thread of the event loop when the connection is lost or closed.
 *
 * It must not call back into the lost connection, except to give up references.
 *
 * Since: 0.10.0
 */
typedef void (*virConnectCloseFunc)(virConnectPtr conn, int reason, void *opaque);

/**
 * virConnectRegisterCloseCallback:
 * @conn: connection
 * @cb: called when the connection ends
 * @opaque: passed to @cb and @freecb
 * @freecb: releases @opaque after deregistration or after @cb; may be NULL
 *
 * Asks to be told when the connection ends. A connection has one such callback at most; needs a
 * registered event loop.
 *
 * The registration holds a reference to the connection: deregister before the last
 * virConnectClose().
 *
 * Returns 0, or -1 on error; then @freecb is not called.
 *
 * Since: 0.10.0
 */
int virConnectRegisterCloseCallback(virConnectPtr conn, virConnectCloseFunc cb, void *opaque,
                                    virFreeCallback freecb);

/**
 * virConnectUnregisterCloseCallback:
 * @conn: connection
 * @cb: the registered callback
 *
 * Takes the close callback back; its data is released.
 *
 * Returns 0, or -1 on error, such as another callback.
 *
 * Since: 0.10.0
 */
int virConnectUnregisterCloseCallback(virConnectPtr conn, virConnectCloseFunc cb);

/*
 * Identity: on whose behalf a trusted program calls
 */

/**
 * VIR_CONNECT_IDENTITY_USER_NAME:
 *
 * Name of the user, as VIR_TYPED_PARAM_STRING.
 *
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_USER_NAME "user-name"

/**
 * VIR_CONNECT_IDENTITY_UNIX_USER_ID:
 *
 * User id, as VIR_TYPED_PARAM_ULLONG.
 *
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_UNIX_USER_ID "unix-user-id"

/**
 * VIR_CONNECT_IDENTITY_GROUP_NAME:
 *
 * Name of the group, as VIR_TYPED_PARAM_STRING.
 *
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_GROUP_NAME "group-name"

/**
 * VIR_CONNECT_IDENTITY_UNIX_GROUP_ID:
 *
 * Group id, as VIR_TYPED_PARAM_ULLONG.
 *
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_UNIX_GROUP_ID "unix-group-id"

/**
 * VIR_CONNECT_IDENTITY_PROCESS_ID:
 *
 * Process id, as VIR_TYPED_PARAM_LLONG.
 *
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_PROCESS_ID "process-id"

/**
 * VIR_CONNECT_IDENTITY_PROCESS_TIME:
 *
 * Start time of the process in the kernel's units, which tells processes with the same id apart, as
 * VIR_TYPED_PARAM_ULLONG.
 *
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_PROCESS_TIME "process-time"

/**
 * VIR_CONNECT_IDENTITY_SASL_USER_NAME:
 *
 * User name SASL established, as VIR_TYPED_PARAM_STRING.
 *
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_SASL_USER_NAME "sasl-user-name"

/**
 * VIR_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME:
 *
 * Distinguished name in the certificate, as VIR_TYPED_PARAM_STRING.
 *
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME "x509-distinguished-name"

/**
 * VIR_CONNECT_IDENTITY_SELINUX_CONTEXT:
 *
 * SELinux context, as VIR_TYPED_PARAM_STRING.
 *
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_SELINUX_CONTEXT "selinux-context"

/**
 * virConnectSetIdentity:
 * @conn: connection that is not read-only
 * @params: VIR_CONNECT_IDENTITY_* parameters; the whole identity, not changes to it
 * @nparams: entries of @params
 * @flags: no flag is defined: 0
 *
 * Makes the daemon apply its access rules to somebody else than the process at the other end of the
 * socket. Only for programs the daemon trusts, mostly other daemons.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 5.8.0
 */
int virConnectSetIdentity(virConnectPtr conn, virTypedParameterPtr params, int nparams,
                          unsigned int flags);

/*
 * What the hypervisor can do
 */

/**
 * virConnectGetMaxVcpus:
 * @conn: connection
 * @type: type of virtualisation such as "kvm", or NULL for the driver's usual one
 *
 * Most virtual CPUs a guest may have.
 *
 * Returns the number, or -1 on error.
 *
 * Since: 0.2.1
 */
int virConnectGetMaxVcpus(virConnectPtr conn, const char *type);

/**
 * virConnectGetCapabilities:
 * @conn: connection
 *
 * Capabilities of host and hypervisor.
 *
 * Returns capabilities XML, to be freed with free(), or NULL on error.
 *
 * Since: 0.2.1
 */
char *virConnectGetCapabilities(virConnectPtr conn);

/**
 * virConnectGetSysinfo:
 * @conn: connection
 * @flags: no flag is defined: 0
 *
 * Firmware tables of the host, as SMBIOS has them.
 *
 * Returns sysinfo XML, to be freed with free(), or NULL on error.
 *
 * Since: 0.8.8
 */
char *virConnectGetSysinfo(virConnectPtr conn, unsigned int flags);

/*
 * CPU definitions
 */

/**
 * virCPUCompareResult:
 *
 * How a CPU relates to the host's.
 *
 * Since: 0.7.5
 */
typedef enum {
    VIR_CPU_COMPARE_ERROR = -1, /**< the comparison failed (Since: 0.7.5) */
    VIR_CPU_COMPARE_INCOMPATIBLE = 0, /**< the host lacks something (Since: 0.7.5) */
    VIR_CPU_COMPARE_IDENTICAL = 1, /**< same CPU (Since: 0.7.5) */
    VIR_CPU_COMPARE_SUPERSET = 2, /**< the host has everything, and more (Since: 0.7.5) */
#ifdef VIR_ENUM_SENTINELS
    VIR_CPU_COMPARE_LAST = 3, /**< number of results, errors apart (Since: 0.9.10) */
#endif
} virCPUCompareResult;

/**
 * virConnectCompareCPUFlags:
 *
 * Flags of virConnectCompareCPU() and virConnectCompareHypervisorCPU().
 *
 * Since: 1.2.6
 */
typedef enum {
    VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE = (1 << 0),
        /**< answer an error, VIR_ERR_CPU_INCOMPATIBLE, that says what is missing (Since: 1.2.6) */
    VIR_CONNECT_COMPARE_CPU_VALIDATE_XML = (1 << 1),
        /**< check the document against its schema (Since: 6.9.0) */
} virConnectCompareCPUFlags;

/**
 * virConnectCompareCPU:
 * @conn: connection
 * @xmlDesc: <cpu> XML, or capabilities XML that holds one
 * @flags: OR of virConnectCompareCPUFlags
 *
 * Compares a CPU with the CPU of the host.
 *
 * Returns a virCPUCompareResult; VIR_CPU_COMPARE_ERROR with an error set.
 *
 * Since: 0.7.5
 */
int virConnectCompareCPU(virConnectPtr conn, const char *xmlDesc, unsigned int flags);

/**
 * virConnectCompareHypervisorCPU:
 * @conn: connection
 * @emulator: path of the emulator, or NULL
 * @arch: architecture, or NULL for the host's
 * @machine: machine type, or NULL
 * @virttype: type of virtualisation, or NULL
 * @xmlCPU: <cpu> XML, as virConnectCompareCPU() takes it
 * @flags: OR of virConnectCompareCPUFlags
 *
 * Compares a CPU with the one a hypervisor can provide on the host. Not allowed on a read-only
 * connection.
 *
 * Returns a virCPUCompareResult; VIR_CPU_COMPARE_ERROR with an error set.
 *
 * Since: 4.4.0
 */
int virConnectCompareHypervisorCPU(virConnectPtr conn, const char *emulator, const char *arch,
                                   const char *machine, const char *virttype, const char *xmlCPU,
                                   unsigned int flags);

/**
 * virConnectBaselineCPUFlags:
 *
 * Flags of virConnectBaselineCPU() and virConnectBaselineHypervisorCPU().
 *
 * Since: 1.1.2
 */
typedef enum {
    VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES = (1 << 0),
        /**< list every feature of the result, those of its model included (Since: 1.1.2) */
    VIR_CONNECT_BASELINE_CPU_MIGRATABLE = (1 << 1),
        /**< leave out features that prevent migration (Since: 1.2.14) */
    VIR_CONNECT_BASELINE_CPU_IGNORE_HOST = (1 << 2),
        /**< result need not run on the host that computes it (Since: 11.6.0) */
} virConnectBaselineCPUFlags;

/**
 * virConnectBaselineCPU:
 * @conn: connection
 * @xmlCPUs: array of <cpu> XML, or of capabilities XML
 * @ncpus: entries of @xmlCPUs, at least 1
 * @flags: OR of virConnectBaselineCPUFlags
 *
 * Finds the richest CPU that all given hosts can provide, so that guests can migrate between them.
 *
 * Returns <cpu> XML, to be freed with free(), or NULL on error.
 *
 * Since: 0.7.7
 */
char *virConnectBaselineCPU(virConnectPtr conn, const char **xmlCPUs, unsigned int ncpus,
                            unsigned int flags);

/**
 * virConnectBaselineHypervisorCPU:
 * @conn: connection
 * @emulator: path of the emulator, or NULL
 * @arch: architecture, or NULL for the host's
 * @machine: machine type, or NULL
 * @virttype: type of virtualisation, or NULL
 * @xmlCPUs: array of <cpu> XML, or of domain capabilities XML
 * @ncpus: entries of @xmlCPUs, at least 1
 * @flags: OR of virConnectBaselineCPUFlags
 *
 * Finds the richest CPU that a hypervisor can provide on all given hosts. Not allowed on a
 * read-only connection.
 *
 * Returns <cpu> XML, to be freed with free(), or NULL on error.
 *
 * Since: 4.4.0
 */
char *virConnectBaselineHypervisorCPU(virConnectPtr conn, const char *emulator, const char *arch,
                                      const char *machine, const char *virttype,
                                      const char **xmlCPUs, unsigned int ncpus, unsigned int flags);

/**
 * virConnectGetCPUModelNames:
 * @conn: connection
 * @arch: architecture
 * @models: receives a NULL-terminated array: free() each, then the array; NULL to count only
 * @flags: no flag is defined: 0
 *
 * Names of the CPU models known for an architecture.
 *
 * Returns number of models, 0 when any name is taken, -1 on error.
 *
 * Since: 1.1.3
 */
int virConnectGetCPUModelNames(virConnectPtr conn, const char *arch, char ***models,
                               unsigned int flags);

/*
 * Processors and memory of the host
 */

/**
 * virNodeInfo:
 *
 * Size of the host in numbers. Where the topology is irregular, capabilities XML tells the truth
 * and this is an approximation with the right total.
 *
 * Since: 0.1.0
 */
typedef struct _virNodeInfo virNodeInfo;
struct _virNodeInfo {
    char model[32]; /**< CPU architecture, NUL-terminated */
    unsigned long memory; /**< KiB */
    unsigned int cpus; /**< CPUs online */
    unsigned int mhz; /**< MHz; 0 when not known */
    unsigned int nodes; /**< NUMA cells; 1 when irregular */
    unsigned int sockets; /**< sockets per cell; 1 when irregular */
    unsigned int cores; /**< cores per socket; all CPUs when irregular */
    unsigned int threads; /**< threads per core; 1 when irregular */
};

/**
 * virNodeInfoPtr:
 *
 * Pointer to a virNodeInfo.
 *
 * Since: 0.1.0
 */
typedef virNodeInfo *virNodeInfoPtr;

/**
 * VIR_NODEINFO_MAXCPUS:
 * @nodeinfo: a virNodeInfo, not a pointer
 *
 * CPUs of a host, those that are offline included: the length of CPU maps.
 *
 * Returns the number.
 *
 * Since: 0.1.4
 */
#define VIR_NODEINFO_MAXCPUS(nodeinfo) \
    ((nodeinfo).nodes * (nodeinfo).sockets * (nodeinfo).cores * (nodeinfo).threads)

/**
 * virNodeGetInfo:
 * @conn: connection
 * @info: receives the numbers
 *
 * Size of the host.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.1.0
 */
int virNodeGetInfo(virConnectPtr conn, virNodeInfoPtr info);

/**
 * virNodeGetCPUMap:
 * @conn: connection
 * @cpumap: receives a map with one bit per CPU, lowest first, to be freed with free(); may be NULL
 * @online: receives the number of CPUs online; may be NULL
 * @flags: no flag is defined: 0
 *
 * Which CPUs of the host are online.
 *
 * Returns number of CPUs present, -1 on error.
 *
 * Since: 1.0.0
 */
int virNodeGetCPUMap(virConnectPtr conn, unsigned char **cpumap, unsigned int *online,
                     unsigned int flags);

/**
 * virNodeGetFreeMemory:
 * @conn: connection
 *
 * Free memory of the host.
 *
 * Returns bytes, or 0 on error.
 *
 * Since: 0.3.3
 */
unsigned long long virNodeGetFreeMemory(virConnectPtr conn);

/**
 * virNodeGetCellsFreeMemory:
 * @conn: connection
 * @freeMems: receives the bytes free, cell by cell
 * @startCell: first cell, from 0
 * @maxCells: entries of @freeMems, at least 1
 *
 * Free memory of NUMA cells.
 *
 * Returns number of entries filled, or -1 on error.
 *
 * Since: 0.3.3
 */
int virNodeGetCellsFreeMemory(virConnectPtr conn, unsigned long long *freeMems, int startCell,
                              int maxCells);

/*
 * Processor statistics
 */

/**
 * VIR_NODE_CPU_STATS_FIELD_LENGTH:
 *
 * Bytes of a name in virNodeCPUStats, terminating NUL included.
 *
 * Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_FIELD_LENGTH 80

/**
 * virNodeGetCPUStatsAllCPUs:
 *
 * Special CPU number of virNodeGetCPUStats().
 *
 * Since: 0.9.8
 */
typedef enum {
    VIR_NODE_CPU_STATS_ALL_CPUS = -1, /**< sum over all CPUs (Since: 0.9.3) */
} virNodeGetCPUStatsAllCPUs;

/**
 * VIR_NODE_CPU_STATS_KERNEL:
 *
 * Nanoseconds in the kernel since the host started.
 *
 * Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_KERNEL "kernel"

/**
 * VIR_NODE_CPU_STATS_USER:
 *
 * Nanoseconds in user processes since the host started.
 *
 * Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_USER "user"

/**
 * VIR_NODE_CPU_STATS_IDLE:
 *
 * Nanoseconds idle since the host started.
 *
 * Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_IDLE "idle"

/**
 * VIR_NODE_CPU_STATS_IOWAIT:
 *
 * Nanoseconds idle with input or output pending since the host started.
 *
 * Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_IOWAIT "iowait"

/**
 * VIR_NODE_CPU_STATS_INTR:
 *
 * Nanoseconds in interrupts since the host started.
 *
 * Since: 1.2.2
 */
#define VIR_NODE_CPU_STATS_INTR "intr"

/**
 * VIR_NODE_CPU_STATS_GUEST:
 *
 * Nanoseconds in virtual CPUs of guests since the host started.
 */
#define VIR_NODE_CPU_STATS_GUEST "guest"

/**
 * VIR_NODE_CPU_STATS_UTILIZATION:
 *
 * Load in percent, 100 meaning all CPUs; from hosts that keep no times.
 *
 * Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_UTILIZATION "utilization"

/**
 * virNodeCPUStats:
 *
 * One number about processors.
 *
 * Since: 0.9.3
 */
typedef struct _virNodeCPUStats virNodeCPUStats;
struct _virNodeCPUStats {
    char field[VIR_NODE_CPU_STATS_FIELD_LENGTH]; /**< a VIR_NODE_CPU_STATS_* name, NUL-terminated */
    unsigned long long value; /**< nanoseconds, or percent for VIR_NODE_CPU_STATS_UTILIZATION */
};

/**
 * virNodeCPUStatsPtr:
 *
 * Pointer to a virNodeCPUStats.
 *
 * Since: 0.9.3
 */
typedef virNodeCPUStats *virNodeCPUStatsPtr;

/**
 * virNodeGetCPUStats:
 * @conn: connection
 * @cpuNum: CPU from 0, or VIR_NODE_CPU_STATS_ALL_CPUS
 * @params: receives the numbers; may be NULL when *@nparams is 0
 * @nparams: entries of @params; receives the number of entries filled. 0 asks how many there are
 * @flags: no flag is defined: 0
 *
 * Times of one or all CPUs of the host.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.9.3
 */
int virNodeGetCPUStats(virConnectPtr conn, int cpuNum, virNodeCPUStatsPtr params, int *nparams,
                       unsigned int flags);

/*
 * Memory statistics
 */

/**
 * VIR_NODE_MEMORY_STATS_FIELD_LENGTH:
 *
 * Bytes of a name in virNodeMemoryStats, terminating NUL included.
 *
 * Since: 0.9.3
 */
#define VIR_NODE_MEMORY_STATS_FIELD_LENGTH 80

/**
 * virNodeGetMemoryStatsAllCells:
 *
 * Special cell number of virNodeGetMemoryStats().
 *
 * Since: 0.9.8
 */
typedef enum {
    VIR_NODE_MEMORY_STATS_ALL_CELLS = -1, /**< whole host (Since: 0.9.3) */
} virNodeGetMemoryStatsAllCells;

/**
 * VIR_NODE_MEMORY_STATS_TOTAL:
 *
 * KiB usable by the kernel.
 *
 * Since: 0.9.3
 */
#define VIR_NODE_MEMORY_STATS_TOTAL "total"

/**
 * VIR_NODE_MEMORY_STATS_FREE:
 *
 * KiB not used for anything.
 *
 * Since: 0.9.3
 */
#define VIR_NODE_MEMORY_STATS_FREE "free"

/**
 * VIR_NODE_MEMORY_STATS_AVAILABLE:
 *
 * KiB that new programs can have without swapping: what is free and what can be reclaimed.
 */
#define VIR_NODE_MEMORY_STATS_AVAILABLE "available"

/**
 * VIR_NODE_MEMORY_STATS_BUFFERS:
 *
 * KiB of block device buffers; on Linux for the whole host only.
 *
 * Since: 0.9.3
 */
#define VIR_NODE_MEMORY_STATS_BUFFERS "buffers"

/**
 * VIR_NODE_MEMORY_STATS_CACHED:
 *
 * KiB of page cache; on Linux for the whole host only.
 *
 * Since: 0.9.3
 */
#define VIR_NODE_MEMORY_STATS_CACHED "cached"

/**
 * virNodeMemoryStats:
 *
 * One number about memory.
 *
 * Since: 0.9.3
 */
typedef struct _virNodeMemoryStats virNodeMemoryStats;
struct _virNodeMemoryStats {
    char field[VIR_NODE_MEMORY_STATS_FIELD_LENGTH];
        /**< a VIR_NODE_MEMORY_STATS_* name, NUL-terminated */
    unsigned long long value; /**< KiB */
};

/**
 * virNodeMemoryStatsPtr:
 *
 * Pointer to a virNodeMemoryStats.
 *
 * Since: 0.9.3
 */
typedef virNodeMemoryStats *virNodeMemoryStatsPtr;

/**
 * virNodeGetMemoryStats:
 * @conn: connection
 * @cellNum: cell from 0, or VIR_NODE_MEMORY_STATS_ALL_CELLS
 * @params: receives the numbers; may be NULL when *@nparams is 0
 * @nparams: entries of @params; receives the number of entries filled. 0 asks how many there are
 * @flags: no flag is defined: 0
 *
 * Use of the memory of a NUMA cell or of the host.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.9.3
 */
int virNodeGetMemoryStats(virConnectPtr conn, int cellNum, virNodeMemoryStatsPtr params,
                          int *nparams, unsigned int flags);

/*
 * Merging of equal pages by the kernel (KSM)
 */

/**
 * VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN:
 *
 * Pages to scan before pausing, as VIR_TYPED_PARAM_UINT.
 *
 * Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN "shm_pages_to_scan"

/**
 * VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS:
 *
 * Milliseconds of a pause, as VIR_TYPED_PARAM_UINT.
 *
 * Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS "shm_sleep_millisecs"

/**
 * VIR_NODE_MEMORY_SHARED_PAGES_SHARED:
 *
 * Merged pages in use, as VIR_TYPED_PARAM_ULLONG; cannot be set.
 *
 * Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_PAGES_SHARED "shm_pages_shared"

/**
 * VIR_NODE_MEMORY_SHARED_PAGES_SHARING:
 *
 * Places that use merged pages, that is pages saved, as VIR_TYPED_PARAM_ULLONG; cannot be set.
 *
 * Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_PAGES_SHARING "shm_pages_sharing"

/**
 * VIR_NODE_MEMORY_SHARED_PAGES_UNSHARED:
 *
 * Pages scanned again and again without finding an equal, as VIR_TYPED_PARAM_ULLONG; cannot be set.
 *
 * Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_PAGES_UNSHARED "shm_pages_unshared"

/**
 * VIR_NODE_MEMORY_SHARED_PAGES_VOLATILE:
 *
 * Pages that change too fast to be merged, as VIR_TYPED_PARAM_ULLONG; cannot be set.
 *
 * Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_PAGES_VOLATILE "shm_pages_volatile"

/**
 * VIR_NODE_MEMORY_SHARED_FULL_SCANS:
 *
 * Scans of all mergeable memory done so far, as VIR_TYPED_PARAM_ULLONG; cannot be set.
 *
 * Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_FULL_SCANS "shm_full_scans"

/**
 * VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES:
 *
 * 1 to merge pages of different NUMA cells, 0 to merge within a cell only, as VIR_TYPED_PARAM_UINT.
 *
 * Since: 1.0.0
 */
#define VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES "shm_merge_across_nodes"

/**
 * virNodeGetMemoryParameters:
 * @conn: connection
 * @params: receives VIR_NODE_MEMORY_SHARED_* parameters; may be NULL when *@nparams is 0
 * @nparams: entries of @params; receives the number of entries filled. 0 asks how many there are
 * @flags: OR of virTypedParameterFlags
 *
 * Settings and counters of page merging.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.10.2
 */
int virNodeGetMemoryParameters(virConnectPtr conn, virTypedParameterPtr params, int *nparams,
                               unsigned int flags);

/**
 * virNodeSetMemoryParameters:
 * @conn: connection
 * @params: VIR_NODE_MEMORY_SHARED_* parameters that can be set
 * @nparams: entries of @params, at least 1
 * @flags: OR of virTypedParameterFlags
 *
 * Changes settings of page merging. Not allowed on a read-only connection.
 *
 * Returns 0, or -1 on error; some may have been set then.
 *
 * Since: 0.10.2
 */
int virNodeSetMemoryParameters(virConnectPtr conn, virTypedParameterPtr params, int nparams,
                               unsigned int flags);

/*
 * Pages of all sizes
 */

/**
 * virNodeGetFreePages:
 * @conn: connection
 * @npages: entries of @pages, at least 1
 * @pages: sizes in KiB
 * @startCell: first cell, from 0, or -1 for the host as a whole
 * @cellCount: number of cells, at least 1
 * @counts: receives the numbers: @npages per cell, cell by cell; room for @npages * @cellCount
 * @flags: no flag is defined: 0
 *
 * Free pages of given sizes, in NUMA cells.
 *
 * Returns number of entries filled, or -1 on error.
 *
 * Since: 1.2.6
 */
int virNodeGetFreePages(virConnectPtr conn, unsigned int npages, unsigned int *pages, int startCell,
                        unsigned int cellCount, unsigned long long *counts, unsigned int flags);

/**
 * virNodeAllocPagesFlags:
 *
 * What the numbers given to virNodeAllocPages() mean.
 *
 * Since: 1.2.9
 */
typedef enum {
    VIR_NODE_ALLOC_PAGES_ADD = 0, /**< pages to add to the pool (Since: 1.2.9) */
    VIR_NODE_ALLOC_PAGES_SET = (1 << 0), /**< size the pool shall have (Since: 1.2.9) */
} virNodeAllocPagesFlags;

/**
 * virNodeAllocPages:
 * @conn: connection
 * @npages: entries of @pageSizes and of @pageCounts, at least 1
 * @pageSizes: sizes in KiB
 * @pageCounts: numbers of pages, size by size
 * @startCell: first cell, from 0, or -1 for the host as a whole
 * @cellCount: number of cells, at least 1
 * @flags: one of virNodeAllocPagesFlags
 *
 * Reserves huge pages in NUMA cells. Not allowed on a read-only connection.
 *
 * Returns number of pools changed, or -1 on error (VIR_ERR_OPERATION_FAILED when the kernel finds
 * fewer pages).
 *
 * Since: 1.2.9
 */
int virNodeAllocPages(virConnectPtr conn, unsigned int npages, unsigned int *pageSizes,
                      unsigned long long *pageCounts, int startCell, unsigned int cellCount,
                      unsigned int flags);

/*
 * Security
 */

/**
 * VIR_SECURITY_LABEL_BUFLEN:
 *
 * Bytes of a security label, terminating NUL included.
 *
 * Since: 0.6.1
 */
#define VIR_SECURITY_LABEL_BUFLEN (4096 + 1)

/**
 * virSecurityLabel:
 *
 * Security label of a domain.
 *
 * Since: 0.6.1
 */
typedef struct _virSecurityLabel virSecurityLabel;
struct _virSecurityLabel {
    char label[VIR_SECURITY_LABEL_BUFLEN]; /**< label, NUL-terminated */
    int enforcing; /**< 1 when violations are prevented, 0 when they are only recorded */
};

/**
 * virSecurityLabelPtr:
 *
 * Pointer to a virSecurityLabel.
 *
 * Since: 0.6.1
 */
typedef virSecurityLabel *virSecurityLabelPtr;

/**
 * VIR_SECURITY_MODEL_BUFLEN:
 *
 * Bytes of the name of a security model, terminating NUL included.
 *
 * Since: 0.6.1
 */
#define VIR_SECURITY_MODEL_BUFLEN (256 + 1)

/**
 * VIR_SECURITY_DOI_BUFLEN:
 *
 * Bytes of a domain of interpretation, terminating NUL included.
 *
 * Since: 0.6.1
 */
#define VIR_SECURITY_DOI_BUFLEN (256 + 1)

/**
 * virSecurityModel:
 *
 * Security model of the host.
 *
 * Since: 0.6.1
 */
typedef struct _virSecurityModel virSecurityModel;
struct _virSecurityModel {
    char model[VIR_SECURITY_MODEL_BUFLEN];
        /**< name such as "selinux" or "apparmor", NUL-terminated; empty when there is none */
    char doi[VIR_SECURITY_DOI_BUFLEN]; /**< domain of interpretation, NUL-terminated */
};

/**
 * virSecurityModelPtr:
 *
 * Pointer to a virSecurityModel.
 *
 * Since: 0.6.1
 */
typedef virSecurityModel *virSecurityModelPtr;

/**
 * virNodeGetSecurityModel:
 * @conn: connection
 * @secmodel: receives the first model of the host
 *
 * Security model that keeps the guests of the host apart.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.6.1
 */
int virNodeGetSecurityModel(virConnectPtr conn, virSecurityModelPtr secmodel);

/**
 * VIR_NODE_SEV_PDH:
 *
 * Diffie-Hellman key of the platform in base64, as VIR_TYPED_PARAM_STRING.
 *
 * Since: 4.5.0
 */
#define VIR_NODE_SEV_PDH "pdh"

/**
 * VIR_NODE_SEV_CERT_CHAIN:
 *
 * Certificates of the platform up to its owner and its chip in base64, as VIR_TYPED_PARAM_STRING.
 *
 * Since: 4.5.0
 */
#define VIR_NODE_SEV_CERT_CHAIN "cert-chain"

/**
 * VIR_NODE_SEV_CPU0_ID:
 *
 * Id of the processor in socket 0, by which AMD hands out its certificate, in base64, as
 * VIR_TYPED_PARAM_STRING.
 *
 * Since: 8.4.0
 */
#define VIR_NODE_SEV_CPU0_ID "cpu0-id"

/**
 * VIR_NODE_SEV_CBITPOS:
 *
 * Bit of a page table entry that marks encrypted memory, as VIR_TYPED_PARAM_UINT.
 *
 * Since: 4.5.0
 */
#define VIR_NODE_SEV_CBITPOS "cbitpos"

/**
 * VIR_NODE_SEV_REDUCED_PHYS_BITS:
 *
 * Bits of physical address space an encrypted guest loses, as VIR_TYPED_PARAM_UINT.
 *
 * Since: 4.5.0
 */
#define VIR_NODE_SEV_REDUCED_PHYS_BITS "reduced-phys-bits"

/**
 * VIR_NODE_SEV_MAX_GUESTS:
 *
 * Guests with SEV the host can run, as VIR_TYPED_PARAM_UINT.
 *
 * Since: 8.0.0
 */
#define VIR_NODE_SEV_MAX_GUESTS "max-guests"

/**
 * VIR_NODE_SEV_MAX_ES_GUESTS:
 *
 * Guests with SEV-ES the host can run, as VIR_TYPED_PARAM_UINT.
 *
 * Since: 8.0.0
 */
#define VIR_NODE_SEV_MAX_ES_GUESTS "max-es-guests"

/**
 * virNodeGetSEVInfo:
 * @conn: connection
 * @params: receives the VIR_NODE_SEV_* parameters; to be freed with virTypedParamsFree()
 * @nparams: receives their number
 * @flags: OR of virTypedParameterFlags
 *
 * What the host tells about AMD's memory encryption. Not allowed on a read-only connection.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 4.5.0
 */
int virNodeGetSEVInfo(virConnectPtr conn, virTypedParameterPtr *params, int *nparams,
                      unsigned int flags);

/*
 * Power
 */

/**
 * virNodeSuspendTarget:
 *
 * How deep a host or guest sleeps.
 *
 * Since: 0.9.8
 */
typedef enum {
    VIR_NODE_SUSPEND_TARGET_MEM = 0, /**< memory stays powered (S3) (Since: 0.9.8) */
    VIR_NODE_SUSPEND_TARGET_DISK = 1, /**< memory is saved to disk, power off (S4) (Since: 0.9.8) */
    VIR_NODE_SUSPEND_TARGET_HYBRID = 2,
        /**< saved to disk, memory stays powered as long as it can (Since: 0.9.8) */
#ifdef VIR_ENUM_SENTINELS
    VIR_NODE_SUSPEND_TARGET_LAST = 3, /**< number of targets (Since: 0.9.8) */
#endif
} virNodeSuspendTarget;

/**
 * virNodeSuspendForDuration:
 * @conn: connection
 * @target: a virNodeSuspendTarget
 * @duration: seconds, at least 60
 * @flags: no flag is defined: 0
 *
 * Sends the host to sleep and wakes it after a time. The answer comes before it sleeps. Not allowed
 * on a read-only connection.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.9.8
 */
int virNodeSuspendForDuration(virConnectPtr conn, unsigned int target, unsigned long long duration,
                              unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_HOST_H */
