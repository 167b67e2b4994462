/* Calls of libvirt-admin. */
#include "client.h"

CALL(adm_version)
{
    unsigned long long version = 0;
    number(o, virAdmConnectGetLibVersion(on.admin, &version));
}

LIST(adm_servers, virAdmServerPtr, virAdmConnectListServers(on.admin, &list, 0), virAdmServerGetName, virAdmServerFree)
OBJECT(adm_server, virAdmServerPtr, virAdmConnectLookupServer(on.admin, "name0", 0), virAdmServerGetName, virAdmServerFree)

/* Any number is good where replies are changed. */
static const char *any_id(virAdmClientPtr client)
{
    virAdmClientGetID(client);
    return "any";
}

LIST(adm_clients, virAdmClientPtr, virAdmServerListClients(on.server, &list, 0), any_id, virAdmClientFree)
OBJECT(adm_client, virAdmClientPtr, virAdmServerLookupClient(on.server, 1, 0), any_id, virAdmClientFree)
OWNED_PARAMS(adm_threadpool, virAdmServerGetThreadPoolParameters(on.server, &list, &nparams, 0))
OWNED_PARAMS(adm_limits, virAdmServerGetClientLimits(on.server, &list, &nparams, 0))
OWNED_PARAMS(adm_client_info, virAdmClientGetInfo(on.client, &list, &nparams, 0))

CALL(adm_outputs)
{
    char *outputs = NULL;
    int n = virAdmConnectGetLoggingOutputs(on.admin, &outputs, 0);
    if (number(o, n))
        block(o, outputs, outputs ? strlen(outputs) + 1 : 1);
    free(outputs);
}

CALL(adm_filters)
{
    char *filters = NULL;
    int n = virAdmConnectGetLoggingFilters(on.admin, &filters, 0);
    if (number(o, n) && filters)
        block(o, filters, strlen(filters) + 1);
    free(filters);
}

#define C(id, needs) { #id, needs, id }
const struct call admin_calls[] = {
    C(adm_version, NEEDS_ADMIN), C(adm_servers, NEEDS_ADMIN), C(adm_server, NEEDS_ADMIN), C(adm_clients, NEEDS_SERVER),
    C(adm_client, NEEDS_SERVER), C(adm_threadpool, NEEDS_SERVER), C(adm_limits, NEEDS_SERVER),
    C(adm_client_info, NEEDS_CLIENT), C(adm_outputs, NEEDS_ADMIN), C(adm_filters, NEEDS_ADMIN), END,
};
