/* Lists what a connection has, and leads a guest from its definition to its end. Argument: a URI, test:///default without one.
 *
 *     cc example.c $(pkg-config --cflags --libs libvirt)
 */
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const guest_xml =
    "<domain type='test'>\n"
    "  <name>example</name>\n"
    "  <memory unit='MiB'>64</memory>\n"
    "  <os><type>hvm</type></os>\n"
    "</domain>\n";

static void fail(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, virGetLastErrorMessage());
    exit(EXIT_FAILURE);
}

/* Errors are told by fail() and by main(), not by the library. */
static void ignore(void *data, virErrorPtr error)
{
    (void) data;
    (void) error;
}

static const char *state(virDomainPtr domain)
{
    int state;

    if (virDomainGetState(domain, &state, NULL, 0) < 0)
        fail("state");
    switch (state) {
    case VIR_DOMAIN_RUNNING:
        return "running";
    case VIR_DOMAIN_PAUSED:
        return "paused";
    case VIR_DOMAIN_SHUTOFF:
        return "shut off";
    default:
        return "in another state";
    }
}

static void list_domains(virConnectPtr conn)
{
    virDomainPtr *domains;
    int count = virConnectListAllDomains(conn, &domains, 0);

    if (count < 0)
        fail("domains");
    for (int i = 0; i < count; i++) {
        virDomainInfo info;

        if (virDomainGetInfo(domains[i], &info) < 0)
            fail("info");
        printf("domain %s: %s, %lu KiB, %hu CPUs\n", virDomainGetName(domains[i]), state(domains[i]), info.maxMem,
               info.nrVirtCpu);
        virDomainFree(domains[i]);
    }
    free(domains);
}

static void list_networks(virConnectPtr conn)
{
    virNetworkPtr *networks;
    int count = virConnectListAllNetworks(conn, &networks, 0);

    if (count < 0)
        fail("networks");
    for (int i = 0; i < count; i++) {
        printf("network %s: %s\n", virNetworkGetName(networks[i]), virNetworkIsActive(networks[i]) ? "active" : "inactive");
        virNetworkFree(networks[i]);
    }
    free(networks);
}

static void list_pools(virConnectPtr conn)
{
    virStoragePoolPtr *pools;
    int count = virConnectListAllStoragePools(conn, &pools, 0);

    if (count < 0)
        fail("pools");
    for (int i = 0; i < count; i++) {
        printf("pool %s: %s\n", virStoragePoolGetName(pools[i]), virStoragePoolIsActive(pools[i]) ? "active" : "inactive");
        virStoragePoolFree(pools[i]);
    }
    free(pools);
}

static void lead_a_guest(virConnectPtr conn)
{
    static const struct {
        const char *name;
        int (*function)(virDomainPtr);
    } steps[] = {
        {"create", virDomainCreate},
        {"suspend", virDomainSuspend},
        {"resume", virDomainResume},
        {"destroy", virDomainDestroy},
    };
    virDomainPtr guest = virDomainDefineXML(conn, guest_xml);

    if (!guest)
        fail("define");
    printf("%s defined: %s\n", virDomainGetName(guest), state(guest));
    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
        if (steps[i].function(guest) < 0)
            fail(steps[i].name);
        printf("%s %s: %s\n", virDomainGetName(guest), steps[i].name, state(guest));
    }
    if (virDomainUndefine(guest) < 0)
        fail("undefine");
    virDomainFree(guest);
}

int main(int argc, char **argv)
{
    virConnectPtr conn = virConnectOpen(argc > 1 ? argv[1] : "test:///default");
    char *uri;

    if (!conn)
        fail("open");
    virSetErrorFunc(NULL, ignore);
    if (!(uri = virConnectGetURI(conn)))
        fail("URI");
    printf("%s at %s\n", virConnectGetType(conn), uri);
    free(uri);
    list_domains(conn);
    list_networks(conn);
    list_pools(conn);
    lead_a_guest(conn);
    if (!virDomainLookupByName(conn, "example"))
        printf("error %d: %s\n", virGetLastErrorCode(), virGetLastErrorMessage());
    virConnectClose(conn);
    return EXIT_SUCCESS;
}
