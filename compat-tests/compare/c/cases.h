/* What the programs that gen_null.py writes have in common: a table of cases, objects of the test driver, and how a case is told. */
#include "common.h"
#include <libvirt/libvirt-admin.h>
#include <libvirt/libvirt-lxc.h>
#include <libvirt/libvirt-qemu.h>
#pragma GCC diagnostic ignored "-Wnonnull"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#pragma GCC diagnostic ignored "-Wcast-function-type"
/* Not each of them needs all of this. */
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-variable"

static void *scratch[1024];
static char *strings_of[2];
#define strings ((void *)strings_of)
static long nothing(void) { return -1; }
static void free_leases(void)
{
    virNetworkDHCPLeasePtr *leases = scratch[0];
    for (; leases && *leases; leases++)
        virNetworkDHCPLeaseFree(*leases);
    free(scratch[0]);
}

#define RESULT_VOID printf("void")
#define RESULT_NUMBER(call) printf("%lld", (long long)(call))
#define RESULT_STRING(call) printf("[%s]", text(call))
#define RESULT_POINTER(call) printf("%s", (call) ? "non-NULL" : "NULL")
/* Strings and errors that the caller owns. */
#define RESULT_OWNED(call) \
    do { \
        char *owned = (call); \
        printf("[%s]", text(owned)); \
        free(owned); \
    } while (0)
#define RESULT_ERROR(call) \
    do { \
        virErrorPtr owned = (call); \
        printf("%s", owned ? "non-NULL" : "NULL"); \
        virFreeError(owned); \
    } while (0)

/* The objects that the test driver can give. */
static virConnectPtr conn;
static virDomainPtr dom;
static virNetworkPtr net;
static virStoragePoolPtr pool;
static virStorageVolPtr vol;
static virNodeDevicePtr dev;
static virInterfacePtr iface;
static virDomainSnapshotPtr snap;
static virStreamPtr stream;

/* All but the connection, the volume and the snapshot. */
static void look_up_lasting(void)
{
    dom = virDomainLookupByName(conn, "test");
    net = virNetworkLookupByName(conn, "default");
    pool = virStoragePoolLookupByName(conn, "default-pool");
    dev = virNodeDeviceLookupByName(conn, "computer");
    iface = virInterfaceLookupByName(conn, "eth1");
    stream = virStreamNew(conn, 0);
}

static void tell_objects(void)
{
    printf("objects: %d%d%d%d%d%d%d%d\n", !!dom, !!net, !!pool, !!vol, !!dev, !!iface, !!snap, !!stream);
}

/* Makes a connection and the objects; answers the exit status of a program that cannot go on, or 0. */
static int open_objects(const char *uri)
{
    if (!uri || !(conn = virConnectOpen(uri))) {
        printf("no connection\n");
        return 77;
    }
    look_up_lasting();
    vol = virStorageVolCreateXML(
        pool, "<volume><name>null</name><capacity>4096</capacity><allocation>0</allocation></volume>", 0);
    snap = virDomainSnapshotCreateXML(dom, "<domainsnapshot><name>null</name></domainsnapshot>", 0);
    tell_objects();
    return 0;
}

/* Looks up the objects that open_objects() made, over the connection that there is now. */
static void look_up_objects(void)
{
    look_up_lasting();
    vol = virStorageVolLookupByName(pool, "null");
    snap = virDomainSnapshotLookupByName(dom, "null", 0);
    tell_objects();
}

static void free_objects(void)
{
    if (stream)
        virStreamFree(stream);
    if (snap)
        virDomainSnapshotFree(snap);
    if (iface)
        virInterfaceFree(iface);
    if (dev)
        virNodeDeviceFree(dev);
    if (vol)
        virStorageVolFree(vol);
    if (pool)
        virStoragePoolFree(pool);
    if (net)
        virNetworkFree(net);
    if (dom)
        virDomainFree(dom);
}

/* Removes what open_objects() made. */
static void close_objects(void)
{
    virSetErrorFunc(NULL, quiet);
    if (snap)
        virDomainSnapshotDelete(snap, 0);
    if (vol)
        virStorageVolDelete(vol, 0);
    free_objects();
    printf("close: %d\n", virConnectClose(conn));
}

struct step {
    const char *name;
    void (*run)(void);
};

/* Runs a case and tells its result and all fields of the error; the name is on the error output too, for cases that end the program. */
static void tell(const struct step *step)
{
    printf("%s: ", step->name);
    fprintf(stderr, "# %s\n", step->name);
    step->run();
    printf(" ");
    print_error();
}

/* Answers the exit status of a program that has nothing to run, or -1: NULL_ONLY=count lists the cases. */
static int begin(const struct step *steps, unsigned int count)
{
    const char *only = getenv("NULL_ONLY");
    if (only && strcmp(only, "count") == 0) {
        for (unsigned int i = 0; i < count; i++)
            printf("%s\n", steps[i].name);
        return 0;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    /* Every error is printed with its fields; errors.c looks at what the default handler prints. */
    virSetErrorFunc(NULL, quiet);
    return virInitialize() < 0 ? 77 : -1;
}

/* Tells each case, or the one whose number NULL_ONLY has. */
static void run_steps(const struct step *steps, unsigned int count, void (*told)(const struct step *))
{
    const char *only = getenv("NULL_ONLY");
    for (unsigned int i = 0; i < count; i++) {
        if (only && strtoul(only, NULL, 10) != i)
            continue;
        memset(scratch, 0, sizeof(scratch));
        strings_of[0] = (char *)"x";
        strings_of[1] = NULL;
        virResetLastError();
        told(&steps[i]);
    }
}
