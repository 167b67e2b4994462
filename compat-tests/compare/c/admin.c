/*
 * The admin socket: connections, servers, clients, limits, logging, and what bad arguments give.
 * needs: daemon
 */
#include "common.h"

#include <libvirt/libvirt-admin.h>
#include <sys/stat.h>
#include <unistd.h>

/* The daemon only talks to its own user, who the runner may have made somebody else. */
static int become_owner(const char *path)
{
    struct stat status;

    if (stat(path, &status) < 0)
        return -1;
    return status.st_uid == geteuid() ? 0 : seteuid(status.st_uid);
}

static void parameters(const char *what, int status, virTypedParameterPtr params, int n)
{
    result(what, status);
    if (status < 0)
        return;
    for (int i = 0; i < n; i++) {
        printf("- %s type=%d", params[i].field, params[i].type);
        /* How many workers wait is a matter of the moment. */
        if (params[i].type == VIR_TYPED_PARAM_UINT && !strstr(params[i].field, "Workers"))
            printf(" %u", params[i].value.ui);
        else if (params[i].type == VIR_TYPED_PARAM_BOOLEAN)
            printf(" %d", params[i].value.b);
        else if (params[i].type == VIR_TYPED_PARAM_STRING)
            printf(" [%s]", params[i].value.s);
        printf("\n");
    }
    virTypedParamsFree(params, n);
}

static void text_result(const char *what, int status, char *value)
{
    printf("%s [%s]\n", what, text(value));
    result(what, status);
    free(value);
}

static void logging(virAdmConnectPtr conn)
{
    char *value = NULL;
    int n;

    n = virAdmConnectGetLoggingOutputs(conn, &value, 0);
    text_result("outputs", n, value);
    result("outputs nowhere", virAdmConnectGetLoggingOutputs(conn, NULL, 0));
    result("set filters", virAdmConnectSetLoggingFilters(conn, "3:rpc 4:util", 0));
    value = NULL;
    n = virAdmConnectGetLoggingFilters(conn, &value, 0);
    text_result("filters", n, value);
    result("set filters, bad", virAdmConnectSetLoggingFilters(conn, "nonsense", 0));
    result("set no filters", virAdmConnectSetLoggingFilters(conn, NULL, 0));
    value = (void *)0x1;
    n = virAdmConnectGetLoggingFilters(conn, &value, 0);
    text_result("no filters", n, value);
    result("filters, bad flags", virAdmConnectGetLoggingFilters(conn, NULL, 1));
    result("set outputs, bad", virAdmConnectSetLoggingOutputs(conn, "nonsense", 0));
}

static void clients(virAdmServerPtr srv)
{
    virAdmClientPtr *list = NULL;
    virAdmClientPtr client;
    virTypedParameterPtr params = NULL;
    unsigned long long id = 0;
    int n, nparams = 0;

    result("clients, number only", virAdmServerListClients(srv, NULL, 0));
    n = virAdmServerListClients(srv, &list, 0);
    result("clients", n);
    if (n > 0) {
        id = virAdmClientGetID(list[0]);
        printf("terminated: %d, timestamp: %d, transport: %d\n", list[n] == NULL,
               virAdmClientGetTimestamp(list[0]) > 1600000000, virAdmClientGetTransport(list[0]));
    }
    for (int i = 0; i < n; i++)
        result("free", virAdmClientFree(list[i]));
    if (n >= 0)
        free(list);
    result("clients, bad flags", virAdmServerListClients(srv, &list, 1));
    result_pointer("unknown client", virAdmServerLookupClient(srv, 99999, 0));
    client = virAdmServerLookupClient(srv, id, 0);
    result_pointer("client", client);
    if (!client)
        return;
    printf("same id: %d\n", virAdmClientGetID(client) == id);
    n = virAdmClientGetInfo(client, &params, &nparams, 0);
    for (int i = 0; n == 0 && i < nparams; i++)
        if (!strcmp(params[i].field, "unix_process_id"))
            params[i].type = 0;
    parameters("info", n, params, nparams);
    result("info nowhere", virAdmClientGetInfo(client, NULL, &nparams, 0));
    params = NULL;
    result("info, bad flags", virAdmClientGetInfo(client, &params, &nparams, 1));
    result("close, bad flags", virAdmClientClose(client, 1));
    result("free", virAdmClientFree(client));
}

static int by_name(const void *a, const void *b)
{
    return strcmp(virAdmServerGetName(*(virAdmServerPtr *)a), virAdmServerGetName(*(virAdmServerPtr *)b));
}

static void servers(virAdmConnectPtr conn)
{
    virAdmServerPtr *list = NULL;
    virAdmServerPtr srv;
    virTypedParameterPtr params = NULL;
    int n, nparams = 0, room = 0;

    result("servers, number only", virAdmConnectListServers(conn, NULL, 0));
    n = virAdmConnectListServers(conn, &list, 0);
    result("servers", n);
    if (n > 1)
        qsort(list, n, sizeof(*list), by_name);
    for (int i = 0; i < n; i++) {
        printf("- %s\n", virAdmServerGetName(list[i]));
        virAdmServerFree(list[i]);
    }
    if (n >= 0)
        free(list);
    list = (void *)0x1;
    result("servers, bad flags", virAdmConnectListServers(conn, &list, 1));
    printf("array left: %d\n", list == NULL);
    result_pointer("server of no name", virAdmConnectLookupServer(conn, NULL, 0));
    result_pointer("unknown server", virAdmConnectLookupServer(conn, "none", 0));
    srv = virAdmConnectLookupServer(conn, "admin", 0);
    result_pointer("server", srv);
    if (!srv)
        return;
    n = virAdmServerGetThreadPoolParameters(srv, &params, &nparams, 0);
    parameters("thread pool", n, params, nparams);
    result("thread pool nowhere", virAdmServerGetThreadPoolParameters(srv, NULL, &nparams, 0));
    params = NULL;
    n = virAdmServerGetClientLimits(srv, &params, &nparams, 0);
    parameters("limits", n, params, nparams);
    params = NULL;
    nparams = 0;
    result("set nothing", virAdmServerSetClientLimits(srv, NULL, 0, 0));
    virTypedParamsAddUInt(&params, &nparams, &room, VIR_SERVER_CLIENTS_MAX, 17);
    virTypedParamsAddString(&params, &nparams, &room, "dropped", "never seen");
    result("set limits", virAdmServerSetClientLimits(srv, params, nparams, 0));
    result("set limits, negative", virAdmServerSetClientLimits(srv, params, -1, 0));
    result("set thread pool", virAdmServerSetThreadPoolParameters(srv, params, nparams, 0));
    result("set thread pool, none", virAdmServerSetThreadPoolParameters(srv, NULL, 1, 0));
    result("set thread pool, negative", virAdmServerSetThreadPoolParameters(srv, params, -1, 0));
    virTypedParamsFree(params, nparams);
    params = NULL;
    n = virAdmServerGetClientLimits(srv, &params, &nparams, 0);
    parameters("limits", n, params, nparams);
    result("update tls", virAdmServerUpdateTlsFiles(srv, 0));
    result("update tls, bad flags", virAdmServerUpdateTlsFiles(srv, 1));
    clients(srv);
    result("free", virAdmServerFree(srv));
}

static void nothing(void)
{
    unsigned long long version = 0;

    result("initialize", virAdmInitialize());
    result("version", virAdmGetVersion(&version));
    printf("version known: %d\n", version >= 9000000);
    result("version nowhere", virAdmGetVersion(NULL));
    result("close nothing", virAdmConnectClose(NULL));
    result("nothing is alive", virAdmConnectIsAlive(NULL));
    result("free no server", virAdmServerFree(NULL));
    result("free no client", virAdmClientFree(NULL));
    result("reference to nothing", virAdmConnectRef(NULL));
    result_string("uri of nothing", virAdmConnectGetURI(NULL));
    result_string("name of nothing", virAdmServerGetName(NULL));
    result("id of nothing", (long long)virAdmClientGetID(NULL));
    result("timestamp of nothing", virAdmClientGetTimestamp(NULL));
    result("transport of nothing", virAdmClientGetTransport(NULL));
    result("servers of nothing", virAdmConnectListServers(NULL, NULL, 0));
    result("library version of nothing", virAdmConnectGetLibVersion(NULL, &version));
    result("close no client", virAdmClientClose(NULL, 0));
    result("limits of nothing", virAdmServerGetClientLimits(NULL, NULL, NULL, 0));
    result("outputs of nothing", virAdmConnectGetLoggingOutputs(NULL, NULL, 0));
    result("timeout of nothing", virAdmConnectSetDaemonTimeout(NULL, 0, 0));
    result_pointer("client of nothing", virAdmServerLookupClient(NULL, 0, 0));
}

static void bad_uris(void)
{
    static const char *const uris[] = {"libvirtd:///nowhere", "other:///system", "libvirtd", "libvirtd:///system?x=y",
                                       "libvirtd:///session?socket=/nonexistent/socket", "", "::"};

    for (size_t i = 0; i < sizeof(uris) / sizeof(uris[0]); i++)
        result_pointer(uris[i], virAdmConnectOpen(uris[i], 0));
}

static void closed(virAdmConnectPtr conn, int reason, void *opaque)
{
    (void)conn;
    (void)opaque;
    printf("closed: %d\n", reason);
}

static void freed(void *opaque)
{
    printf("freed %s\n", (const char *)opaque);
}

static void close_callbacks(virAdmConnectPtr conn)
{
    result("unregister none", virAdmConnectUnregisterCloseCallback(conn, closed));
    result("register", virAdmConnectRegisterCloseCallback(conn, closed, (void *)"one", freed));
    result("register again", virAdmConnectRegisterCloseCallback(conn, closed, (void *)"two", freed));
    result("register nothing", virAdmConnectRegisterCloseCallback(conn, NULL, NULL, NULL));
    result("unregister", virAdmConnectUnregisterCloseCallback(conn, closed));
    result("unregister again", virAdmConnectUnregisterCloseCallback(conn, closed));
}

int main(int argc, char **argv)
{
    char path[512], uri[600], *again;
    unsigned long long version = 0;
    virAdmConnectPtr conn;
    virAdmServerPtr srv;
    const char *socket = argc < 2 ? NULL : strstr(argv[1], "socket=");

    if (!socket || strlen(socket) > sizeof(path))
        return 77;
    snprintf(path, sizeof(path), "%s", socket + strlen("socket="));
    *strrchr(path, '/') = 0;
    strcat(path, "/libvirt-admin-sock");
    snprintf(uri, sizeof(uri), "libvirtd:///session?socket=%s", path);
    if (virInitialize() < 0 || become_owner(path) < 0)
        return 77;
    virSetErrorFunc(NULL, quiet);
    nothing();
    bad_uris();
    conn = virAdmConnectOpen(uri, 0);
    result_pointer("open", conn);
    if (!conn)
        return 1;
    again = virAdmConnectGetURI(conn);
    printf("same uri: %d\n", again && !strcmp(uri, again));
    free(again);
    result("library version", virAdmConnectGetLibVersion(conn, &version));
    printf("version known: %d\n", version >= 9000000);
    result("library version nowhere", virAdmConnectGetLibVersion(conn, NULL));
    result("alive", virAdmConnectIsAlive(conn));
    servers(conn);
    logging(conn);
    close_callbacks(conn);
    result("timeout, bad flags", virAdmConnectSetDaemonTimeout(conn, 30, 1));
    result("reference", virAdmConnectRef(conn));
    result("close", virAdmConnectClose(conn));
    srv = virAdmConnectLookupServer(conn, "libvirtd", 0);
    result_pointer("server", srv);
    result("close with a server", virAdmConnectClose(conn));
    if (srv) {
        result("clients", virAdmServerListClients(srv, NULL, 0) >= 0);
        result("free", virAdmServerFree(srv));
    }
    conn = virAdmConnectOpen(uri, 2);
    result_pointer("open without aliases", conn);
    result("close the last", virAdmConnectClose(conn));
    return 0;
}
