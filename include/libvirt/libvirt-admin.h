/*
 * libvirt-admin.h: administration of a running daemon: its servers, their worker threads and
 * clients, its log. Functions here live in libvirt-admin.so.0. They follow the conventions told at
 * the top of libvirt.h; errors are read with the functions of virterror.h. A daemon lets its own
 * user in only, over a UNIX socket on the same host.
 */

#ifndef LIBVIRT_ADMIN_H
#define LIBVIRT_ADMIN_H

#define __VIR_ADMIN_H_INCLUDES__
#include <libvirt/libvirt-common.h>
#undef __VIR_ADMIN_H_INCLUDES__

#ifdef __cplusplus
extern "C" {
#endif

/**
 * virAdmConnect:
 *
 * A connection to the administration socket of a daemon.
 *
 * Since: 2.0.0
 */
typedef struct _virAdmConnect virAdmConnect;

/**
 * virAdmConnectPtr:
 *
 * A handle: pointer to a virAdmConnect.
 *
 * Since: 2.0.0
 */
typedef virAdmConnect *virAdmConnectPtr;

/**
 * virAdmServer:
 *
 * A server: a set of sockets, workers and clients inside a daemon, such as "libvirtd" or "admin".
 *
 * Since: 2.0.0
 */
typedef struct _virAdmServer virAdmServer;

/**
 * virAdmServerPtr:
 *
 * A handle: pointer to a virAdmServer.
 *
 * Since: 2.0.0
 */
typedef virAdmServer *virAdmServerPtr;

/**
 * virAdmClient:
 *
 * A client connected to a server of the daemon.
 *
 * Since: 2.0.0
 */
typedef struct _virAdmClient virAdmClient;

/**
 * virAdmClientPtr:
 *
 * A handle: pointer to a virAdmClient.
 *
 * Since: 2.0.0
 */
typedef virAdmClient *virAdmClientPtr;

/*
 * Daemon
 */

/**
 * virAdmConnectDaemonShutdownFlags:
 *
 * Flags of virAdmConnectDaemonShutdown().
 *
 * Since: 11.2.0
 */
typedef enum {
    VIR_DAEMON_SHUTDOWN_PRESERVE = (1 << 0),
        /**< save the state of running guests first, as on shutdown of the host (Since: 11.2.0) */
} virAdmConnectDaemonShutdownFlags;

/**
 * virAdmInitialize:
 *
 * Prepares the library. Opening a connection does so too; calling it twice does no harm.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmInitialize(void);

/**
 * virAdmGetVersion:
 * @libVer: receives major * 1,000,000 + minor * 1,000 + micro
 *
 * Version of the library in use.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmGetVersion(unsigned long long *libVer);

/**
 * virAdmConnectOpen:
 * @name: URI such as "libvirtd:///system" or "virtqemud:///session", an alias from
 *     libvirt-admin.conf, or NULL
 * @flags: VIR_CONNECT_NO_ALIASES of virConnectFlags, or 0
 *
 * Connects to a daemon.
 *
 * NULL takes the environment variable LIBVIRT_ADMIN_DEFAULT_URI, then uri_default of
 * libvirt-admin.conf, then libvirtd of the system for root and of the session for others.
 *
 * Returns the connection, to be released with virAdmConnectClose(), or NULL on error.
 *
 * Since: 2.0.0
 */
virAdmConnectPtr virAdmConnectOpen(const char *name, unsigned int flags);

/**
 * virAdmConnectRef:
 * @conn: connection
 *
 * Takes another reference, for another owner. Each one needs its own virAdmConnectClose().
 *
 * Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmConnectRef(virAdmConnectPtr conn);

/**
 * virAdmConnectClose:
 * @conn: connection; NULL does nothing
 *
 * Gives a reference back; the last one closes the connection.
 *
 * Returns 0 when the connection is closed, 1 when references remain, -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmConnectClose(virAdmConnectPtr conn);

/**
 * virAdmConnectGetURI:
 * @conn: connection
 *
 * URI of the connection, aliases resolved.
 *
 * Returns the URI, to be freed with free(), or NULL on error.
 *
 * Since: 2.0.0
 */
char *virAdmConnectGetURI(virAdmConnectPtr conn);

/**
 * virAdmConnectIsAlive:
 * @conn: connection
 *
 * Tells whether the connection is still up, without asking the daemon.
 *
 * Returns 1 when up, 0 when lost, -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmConnectIsAlive(virAdmConnectPtr conn);

/**
 * virAdmConnectGetLibVersion:
 * @conn: connection
 * @libVer: receives major * 1,000,000 + minor * 1,000 + micro
 *
 * Version of the daemon's library.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmConnectGetLibVersion(virAdmConnectPtr conn, unsigned long long *libVer);

/**
 * virAdmConnectCloseFunc:
 * @conn: connection
 * @reason: a virConnectCloseReason
 * @opaque: pointer given with the callback
 *
 * Called on the thread of the event loop when the connection is lost.
 *
 * Since: 2.0.0
 */
typedef void (*virAdmConnectCloseFunc)(virAdmConnectPtr conn, int reason, void *opaque);

/**
 * virAdmConnectRegisterCloseCallback:
 * @conn: connection
 * @cb: called on loss
 * @opaque: passed to @cb and @freecb
 * @freecb: releases @opaque when the callback is done with; may be NULL
 *
 * Asks to be told when the connection is lost. A connection has one such callback at most; needs a
 * registered event loop.
 *
 * Returns 0, or -1 on error; then @freecb is not called.
 *
 * Since: 2.0.0
 */
int virAdmConnectRegisterCloseCallback(virAdmConnectPtr conn, virAdmConnectCloseFunc cb,
                                       void *opaque, virFreeCallback freecb);

/**
 * virAdmConnectUnregisterCloseCallback:
 * @conn: connection
 * @cb: the registered callback
 *
 * Takes the close callback back.
 *
 * Returns 0, or -1 on error, such as another callback.
 *
 * Since: 2.0.0
 */
int virAdmConnectUnregisterCloseCallback(virAdmConnectPtr conn, virAdmConnectCloseFunc cb);

/**
 * virAdmConnectSetDaemonTimeout:
 * @conn: connection
 * @timeout: seconds; 0 for never
 * @flags: no flag is defined: 0
 *
 * Sets after how long without clients and without work the daemon ends by itself.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 8.6.0
 */
int virAdmConnectSetDaemonTimeout(virAdmConnectPtr conn, unsigned int timeout, unsigned int flags);

/**
 * virAdmConnectDaemonShutdown:
 * @conn: connection
 * @flags: OR of virAdmConnectDaemonShutdownFlags
 *
 * Asks the daemon to end. The answer comes before it does.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 11.2.0
 */
int virAdmConnectDaemonShutdown(virAdmConnectPtr conn, unsigned int flags);

/*
 * Log of the daemon
 */

/**
 * virAdmConnectGetLoggingOutputs:
 * @conn: connection
 * @outputs: receives the outputs as "level:kind[:argument]", separated by spaces; to be freed with
 *     free()
 * @flags: no flag is defined: 0
 *
 * Where the log goes.
 *
 * Returns number of outputs, or -1 on error.
 *
 * Since: 3.0.0
 */
int virAdmConnectGetLoggingOutputs(virAdmConnectPtr conn, char **outputs, unsigned int flags);

/**
 * virAdmConnectSetLoggingOutputs:
 * @conn: connection
 * @outputs: outputs as "level:kind[:argument]", separated by spaces, with level from 1 (debug) to 4
 *     (error) and kind one of stderr, file, syslog, journald; NULL or "" for the default
 * @flags: no flag is defined: 0
 *
 * Replaces the outputs of the log, all of them or none.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 3.0.0
 */
int virAdmConnectSetLoggingOutputs(virAdmConnectPtr conn, const char *outputs, unsigned int flags);

/**
 * virAdmConnectGetLoggingFilters:
 * @conn: connection
 * @filters: receives the filters as "level:match", separated by spaces, to be freed with free();
 *     NULL when there is none
 * @flags: no flag is defined: 0
 *
 * What the log keeps of which module.
 *
 * Returns number of filters, or -1 on error.
 *
 * Since: 3.0.0
 */
int virAdmConnectGetLoggingFilters(virAdmConnectPtr conn, char **filters, unsigned int flags);

/**
 * virAdmConnectSetLoggingFilters:
 * @conn: connection
 * @filters: filters as "level:match", separated by spaces; NULL or "" for none
 * @flags: no flag is defined: 0
 *
 * Replaces the filters of the log, all of them or none.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 3.0.0
 */
int virAdmConnectSetLoggingFilters(virAdmConnectPtr conn, const char *filters, unsigned int flags);

/*
 * Servers
 */

/**
 * virAdmConnectListServers:
 * @conn: connection
 * @servers: receives a NULL-terminated array: virAdmServerFree() each, free() the array; NULL to
 *     count only
 * @flags: no flag is defined: 0
 *
 * Lists the servers of the daemon.
 *
 * Returns number of servers, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmConnectListServers(virAdmConnectPtr conn, virAdmServerPtr **servers, unsigned int flags);

/**
 * virAdmConnectLookupServer:
 * @conn: connection
 * @name: name
 * @flags: no flag is defined: 0
 *
 * Finds a server by name.
 *
 * Returns the server, to be released with virAdmServerFree(), or NULL on error (VIR_ERR_NO_SERVER).
 *
 * Since: 2.0.0
 */
virAdmServerPtr virAdmConnectLookupServer(virAdmConnectPtr conn, const char *name,
                                          unsigned int flags);

/**
 * virAdmServerGetName:
 * @srv: server
 *
 * Name of a server.
 *
 * Returns the name, owned by @srv, or NULL on error.
 *
 * Since: 2.0.0
 */
const char *virAdmServerGetName(virAdmServerPtr srv);

/**
 * virAdmServerFree:
 * @srv: server
 *
 * Gives a reference to a server back.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmServerFree(virAdmServerPtr srv);

/**
 * virAdmServerUpdateTlsFiles:
 * @srv: server
 * @flags: no flag is defined: 0
 *
 * Makes a server read its TLS certificates, key and revocation list again, for new connections.
 *
 * Returns 0, or -1 on error; the files in use then stay.
 *
 * Since: 2.0.0
 */
int virAdmServerUpdateTlsFiles(virAdmServerPtr srv, unsigned int flags);

/*
 * Worker threads of a server
 */

/**
 * VIR_THREADPOOL_WORKERS_MIN:
 *
 * Workers that are always there, as VIR_TYPED_PARAM_UINT.
 *
 * Since: 2.0.0
 */
#define VIR_THREADPOOL_WORKERS_MIN "minWorkers"

/**
 * VIR_THREADPOOL_WORKERS_MAX:
 *
 * Workers there may be at most, as VIR_TYPED_PARAM_UINT; not below the minimum.
 *
 * Since: 2.0.0
 */
#define VIR_THREADPOOL_WORKERS_MAX "maxWorkers"

/**
 * VIR_THREADPOOL_WORKERS_PRIORITY:
 *
 * Workers reserved for calls that cannot block, as VIR_TYPED_PARAM_UINT; on top of the others.
 *
 * Since: 2.0.0
 */
#define VIR_THREADPOOL_WORKERS_PRIORITY "prioWorkers"

/**
 * VIR_THREADPOOL_WORKERS_FREE:
 *
 * Workers without work, as VIR_TYPED_PARAM_UINT; cannot be set.
 *
 * Since: 2.0.0
 */
#define VIR_THREADPOOL_WORKERS_FREE "freeWorkers"

/**
 * VIR_THREADPOOL_WORKERS_CURRENT:
 *
 * Workers there are, without the reserved ones, as VIR_TYPED_PARAM_UINT; cannot be set.
 *
 * Since: 2.0.0
 */
#define VIR_THREADPOOL_WORKERS_CURRENT "nWorkers"

/**
 * VIR_THREADPOOL_JOB_QUEUE_DEPTH:
 *
 * Calls that wait for a worker, as VIR_TYPED_PARAM_UINT; cannot be set.
 *
 * Since: 2.0.0
 */
#define VIR_THREADPOOL_JOB_QUEUE_DEPTH "jobQueueDepth"

/**
 * virAdmServerGetThreadPoolParameters:
 * @srv: server
 * @params: receives the VIR_THREADPOOL_* parameters; to be freed with virTypedParamsFree()
 * @nparams: receives their number
 * @flags: no flag is defined: 0
 *
 * Limits and state of a server's workers.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmServerGetThreadPoolParameters(virAdmServerPtr srv, virTypedParameterPtr *params,
                                        int *nparams, unsigned int flags);

/**
 * virAdmServerSetThreadPoolParameters:
 * @srv: server
 * @params: VIR_THREADPOOL_WORKERS_MIN, MAX or PRIORITY
 * @nparams: entries of @params
 * @flags: no flag is defined: 0
 *
 * Sets limits of a server's workers. Workers above a new maximum end when their call is done.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmServerSetThreadPoolParameters(virAdmServerPtr srv, virTypedParameterPtr params,
                                        int nparams, unsigned int flags);

/*
 * Clients of a server
 */

/**
 * VIR_SERVER_CLIENTS_MAX:
 *
 * Clients that may be connected, as VIR_TYPED_PARAM_UINT.
 *
 * Since: 2.0.0
 */
#define VIR_SERVER_CLIENTS_MAX "nclients_max"

/**
 * VIR_SERVER_CLIENTS_CURRENT:
 *
 * Clients that are connected, as VIR_TYPED_PARAM_UINT; cannot be set.
 *
 * Since: 2.0.0
 */
#define VIR_SERVER_CLIENTS_CURRENT "nclients"

/**
 * VIR_SERVER_CLIENTS_UNAUTH_MAX:
 *
 * Clients that may be connected and not yet authenticated, as VIR_TYPED_PARAM_UINT; not above
 * VIR_SERVER_CLIENTS_MAX.
 *
 * Since: 2.0.0
 */
#define VIR_SERVER_CLIENTS_UNAUTH_MAX "nclients_unauth_max"

/**
 * VIR_SERVER_CLIENTS_UNAUTH_CURRENT:
 *
 * Clients that are connected and not yet authenticated, as VIR_TYPED_PARAM_UINT; cannot be set.
 *
 * Since: 2.0.0
 */
#define VIR_SERVER_CLIENTS_UNAUTH_CURRENT "nclients_unauth"

/**
 * virAdmServerGetClientLimits:
 * @srv: server
 * @params: receives the VIR_SERVER_CLIENTS_* parameters; to be freed with virTypedParamsFree()
 * @nparams: receives their number
 * @flags: no flag is defined: 0
 *
 * Limits and numbers of a server's clients.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmServerGetClientLimits(virAdmServerPtr srv, virTypedParameterPtr *params, int *nparams,
                                unsigned int flags);

/**
 * virAdmServerSetClientLimits:
 * @srv: server
 * @params: VIR_SERVER_CLIENTS_MAX or UNAUTH_MAX
 * @nparams: entries of @params
 * @flags: no flag is defined: 0
 *
 * Sets limits of a server's clients. Clients above a new limit stay; new ones have to wait.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmServerSetClientLimits(virAdmServerPtr srv, virTypedParameterPtr params, int nparams,
                                unsigned int flags);

/**
 * virAdmServerListClients:
 * @srv: server
 * @clients: receives a NULL-terminated array: virAdmClientFree() each, free() the array; NULL to
 *     count only
 * @flags: no flag is defined: 0
 *
 * Lists the clients of a server.
 *
 * Returns number of clients, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmServerListClients(virAdmServerPtr srv, virAdmClientPtr **clients, unsigned int flags);

/**
 * virAdmServerLookupClient:
 * @srv: server
 * @id: id, unique in the server since its start
 * @flags: no flag is defined: 0
 *
 * Finds a client by id.
 *
 * Returns the client, to be released with virAdmClientFree(), or NULL on error (VIR_ERR_NO_CLIENT).
 *
 * Since: 2.0.0
 */
virAdmClientPtr virAdmServerLookupClient(virAdmServerPtr srv, unsigned long long id,
                                         unsigned int flags);

/**
 * virClientTransport:
 *
 * How a client is connected.
 *
 * Since: 2.0.0
 */
typedef enum {
    VIR_CLIENT_TRANS_UNIX = 0, /**< UNIX socket (Since: 2.0.0) */
    VIR_CLIENT_TRANS_TCP = 1, /**< plain TCP (Since: 2.0.0) */
    VIR_CLIENT_TRANS_TLS = 2, /**< TLS over TCP (Since: 2.0.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_CLIENT_TRANS_LAST = 3, /**< number of transports (Since: 2.0.0) */
#endif
} virClientTransport;

/**
 * virAdmClientGetID:
 * @client: client
 *
 * Id of a client.
 *
 * Returns the id, unique in its server; -1 (as unsigned) on error.
 *
 * Since: 2.0.0
 */
unsigned long long virAdmClientGetID(virAdmClientPtr client);

/**
 * virAdmClientGetTimestamp:
 * @client: client
 *
 * When a client connected.
 *
 * Returns seconds since 1970, or -1 on error.
 *
 * Since: 2.0.0
 */
long long virAdmClientGetTimestamp(virAdmClientPtr client);

/**
 * virAdmClientGetTransport:
 * @client: client
 *
 * How a client is connected.
 *
 * Returns a virClientTransport, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmClientGetTransport(virAdmClientPtr client);

/**
 * virAdmClientFree:
 * @client: client
 *
 * Gives a reference to a client back; the client itself stays connected.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmClientFree(virAdmClientPtr client);

/**
 * VIR_CLIENT_INFO_READONLY:
 *
 * Whether the client is connected read-only, as VIR_TYPED_PARAM_BOOLEAN.
 *
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_READONLY "readonly"

/**
 * VIR_CLIENT_INFO_SOCKET_ADDR:
 *
 * Address and port of a remote client, as VIR_TYPED_PARAM_STRING.
 *
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_SOCKET_ADDR "sock_addr"

/**
 * VIR_CLIENT_INFO_SASL_USER_NAME:
 *
 * User name SASL established, as VIR_TYPED_PARAM_STRING.
 *
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_SASL_USER_NAME "sasl_user_name"

/**
 * VIR_CLIENT_INFO_X509_DISTINGUISHED_NAME:
 *
 * Distinguished name in the client's certificate, as VIR_TYPED_PARAM_STRING.
 *
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_X509_DISTINGUISHED_NAME "tls_x509_dname"

/**
 * VIR_CLIENT_INFO_UNIX_USER_ID:
 *
 * User id of the process at the other end of a UNIX socket, as VIR_TYPED_PARAM_INT.
 *
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_UNIX_USER_ID "unix_user_id"

/**
 * VIR_CLIENT_INFO_UNIX_USER_NAME:
 *
 * Name of that user, as VIR_TYPED_PARAM_STRING.
 *
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_UNIX_USER_NAME "unix_user_name"

/**
 * VIR_CLIENT_INFO_UNIX_GROUP_ID:
 *
 * Group id of the process at the other end of a UNIX socket, as VIR_TYPED_PARAM_INT.
 *
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_UNIX_GROUP_ID "unix_group_id"

/**
 * VIR_CLIENT_INFO_UNIX_GROUP_NAME:
 *
 * Name of that group, as VIR_TYPED_PARAM_STRING.
 *
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_UNIX_GROUP_NAME "unix_group_name"

/**
 * VIR_CLIENT_INFO_UNIX_PROCESS_ID:
 *
 * Id of the process at the other end of a UNIX socket, as VIR_TYPED_PARAM_INT.
 *
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_UNIX_PROCESS_ID "unix_process_id"

/**
 * VIR_CLIENT_INFO_SELINUX_CONTEXT:
 *
 * SELinux context of the client, as VIR_TYPED_PARAM_STRING.
 *
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_SELINUX_CONTEXT "selinux_context"

/**
 * virAdmClientGetInfo:
 * @client: client
 * @params: receives the VIR_CLIENT_INFO_* parameters that apply; to be freed with
 *     virTypedParamsFree()
 * @nparams: receives their number
 * @flags: no flag is defined: 0
 *
 * Who a client is.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmClientGetInfo(virAdmClientPtr client, virTypedParameterPtr *params, int *nparams,
                        unsigned int flags);

/**
 * virAdmClientClose:
 * @client: client
 * @flags: no flag is defined: 0
 *
 * Disconnects a client. Its calls in progress are given up.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virAdmClientClose(virAdmClientPtr client, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_ADMIN_H */
