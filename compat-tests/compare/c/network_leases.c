/* DHCP leases with every field there and missing: the file that the daemon's network driver reads is written here, into
   the runtime directory of the runner's own daemon. needs: daemon */
#include "common.h"
#include <errno.h>
#include <sys/stat.h>

static const char entries[] =
    "[{\"ip-address\": \"10.78.0.20\", \"mac-address\": \"52:54:00:78:00:01\", \"hostname\": \"one\","
    "  \"client-id\": \"01:52:54:00:78:00:01\", \"expiry-time\": 32503680000},"
    " {\"ip-address\": \"fd78::20\", \"mac-address\": \"52:54:00:78:00:02\", \"iaid\": \"7864322\","
    "  \"expiry-time\": 32503680001},"
    " {\"ip-address\": \"10.78.0.21\", \"mac-address\": \"52:54:00:78:00:03\", \"expiry-time\": 0},"
    " {\"ip-address\": \"10.78.0.22\", \"mac-address\": \"52:54:00:78:00:04\", \"expiry-time\": 1}]";

/* Puts `entries` where the daemon behind `socket` looks for the leases of the bridge; 0 when that works. */
static int write_entries(const char *socket)
{
    static const char *const below[] = { "/run", "/libvirt", "/dnsmasq", "/lib" };
    char path[4096];
    size_t used = (size_t)snprintf(path, sizeof(path), "%s", socket);
    for (int up = 0; up < 2; up++) {
        char *slash = strrchr(path, '/');
        if (!slash || used >= sizeof(path))
            return -1;
        *slash = 0;
    }
    used = strlen(path);
    for (size_t i = 0; i < sizeof(below) / sizeof(*below); i++) {
        used += (size_t)snprintf(path + used, sizeof(path) - used, "%s", below[i]);
        if (used >= sizeof(path) || (mkdir(path, 0755) != 0 && errno != EEXIST))
            return -1;
    }
    snprintf(path + used, sizeof(path) - used, "/voxi78.status");
    FILE *file = fopen(path, "w");
    if (!file)
        return -1;
    int failed = fputs(entries, file) < 0;
    return fclose(file) != 0 || failed ? -1 : 0;
}

static void show(const char *what, virNetworkPtr net, const char *mac)
{
    virNetworkDHCPLeasePtr *leases = NULL;
    int n = virNetworkGetDHCPLeases(net, mac, &leases, 0);
    result(what, n);
    for (int i = 0; i < n; i++) {
        const virNetworkDHCPLease *l = leases[i];
        printf("  %s %lld type %d mac %s iaid %s %s/%u host %s client %s\n", text(l->iface), l->expirytime, l->type,
               text(l->mac), text(l->iaid), text(l->ipaddr), l->prefix, text(l->hostname), text(l->clientid));
        virNetworkDHCPLeaseFree(leases[i]);
    }
    printf("  array %d, terminated %d\n", leases != NULL, leases && n >= 0 && !leases[n]);
    free(leases);
    result("  counted", virNetworkGetDHCPLeases(net, mac, NULL, 0));
}

int main(int argc, char **argv)
{
    char uri[4096];
    const char *query = argc > 1 ? strstr(argv[1], "?socket=") : NULL;
    if (!query || write_entries(query + strlen("?socket=")) < 0)
        return 77;
    virSetErrorFunc(NULL, quiet);
    snprintf(uri, sizeof(uri), "network+unix:///session%s", query);
    virConnectPtr c = virConnectOpen(uri);
    result_pointer("open", c);
    if (!c)
        return 1;
    virNetworkPtr net = virNetworkDefineXML(
        c, "<network><name>leased</name><uuid>7e518c90-2d3f-4084-9159-dac2f36e4a23</uuid><bridge name='voxi78'/>"
           "<ip address='10.78.0.1' prefix='24'/><ip family='ipv6' address='fd78::1' prefix='64'/></network>");
    result_pointer("define", net);
    if (!net)
        return 1;
    show("all", net, NULL);
    show("one", net, "52:54:00:78:00:02");
    show("expired", net, "52:54:00:78:00:04");
    show("unknown", net, "52:54:00:78:00:99");
    show("not a mac", net, "nonsense");
    virNetworkDHCPLeasePtr *leases = NULL;
    result("bad flags", virNetworkGetDHCPLeases(net, NULL, &leases, 1));
    result("undefine", virNetworkUndefine(net));
    show("gone", net, NULL);
    virNetworkFree(net);
    result("close", virConnectClose(c));
    return 0;
}
