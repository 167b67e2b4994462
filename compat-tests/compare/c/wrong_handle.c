/* Objects given where another kind belongs, through the whole set of kinds the test driver has. needs: daemon */
#include "common.h"

struct object {
    const char *kind;
    void *pointer;
};

static struct object objects[9];
static int count;
/* No object at all, but readable, as freed memory can be. Other bytes than zeros kill the stock library. */
static unsigned long long zeros[64];

static void add(const char *kind, void *pointer)
{
    if (!pointer)
        exit(77);
    objects[count].kind = kind;
    objects[count++].pointer = pointer;
}

#define NUMBER(call)                                                                                                   \
    do {                                                                                                               \
        printf("  ");                                                                                                  \
        result(#call, (long long)(call));                                                                              \
    } while (0)
#define POINTER(call)                                                                                                  \
    do {                                                                                                               \
        printf("  ");                                                                                                  \
        result_pointer(#call, (call));                                                                                 \
    } while (0)

static void as_connection(void *p)
{
    unsigned long version;
    NUMBER(virConnectRef(p));
    NUMBER(virConnectClose(p));
    POINTER(virConnectGetType(p));
    NUMBER(virConnectGetVersion(p, &version));
    POINTER(virConnectGetURI(p));
    NUMBER(virConnectNumOfDomains(p));
    NUMBER(virConnectIsAlive(p));
    NUMBER(virConnectSetKeepAlive(p, 1, 1));
    POINTER(virDomainLookupByName(p, "test"));
    POINTER(virDomainLookupByID(p, 1));
    POINTER(virDomainDefineXML(p, "<domain/>"));
    POINTER(virNetworkLookupByName(p, "default"));
    POINTER(virStoragePoolLookupByName(p, "default-pool"));
    POINTER(virStorageVolLookupByPath(p, "/x"));
    POINTER(virNodeDeviceLookupByName(p, "computer"));
    POINTER(virInterfaceLookupByName(p, "eth1"));
    POINTER(virSecretLookupByUUIDString(p, "00000000-0000-0000-0000-000000000000"));
    POINTER(virNWFilterLookupByName(p, "x"));
    POINTER(virStreamNew(p, 0));
    NUMBER(virConnectDomainEventDeregisterAny(p, 0));
}

static void as_domain(void *p)
{
    virDomainInfo info;
    unsigned char uuid[VIR_UUID_BUFLEN];
    char string[VIR_UUID_STRING_BUFLEN];
    int state;
    NUMBER(virDomainRef(p));
    NUMBER(virDomainFree(p));
    POINTER(virDomainGetName(p));
    POINTER(virDomainGetConnect(p));
    NUMBER(virDomainGetUUID(p, uuid));
    NUMBER(virDomainGetUUIDString(p, string));
    NUMBER((int)virDomainGetID(p));
    NUMBER(virDomainGetInfo(p, &info));
    NUMBER(virDomainGetState(p, &state, NULL, 0));
    POINTER(virDomainGetXMLDesc(p, 0));
    NUMBER(virDomainCreate(p));
    NUMBER(virDomainDestroy(p));
    NUMBER(virDomainSuspend(p));
    NUMBER(virDomainUndefine(p));
    POINTER(virDomainGetOSType(p));
    NUMBER((long long)virDomainGetMaxMemory(p));
    NUMBER(virDomainSnapshotNum(p, 0));
    POINTER(virDomainSnapshotLookupByName(p, "x", 0));
    POINTER(virDomainCheckpointLookupByName(p, "x", 0));
    POINTER(virDomainSnapshotCreateXML(p, "<domainsnapshot/>", 0));
}

static void as_network(void *p)
{
    char string[VIR_UUID_STRING_BUFLEN];
    int on;
    NUMBER(virNetworkRef(p));
    NUMBER(virNetworkFree(p));
    POINTER(virNetworkGetName(p));
    POINTER(virNetworkGetConnect(p));
    NUMBER(virNetworkGetUUIDString(p, string));
    NUMBER(virNetworkCreate(p));
    NUMBER(virNetworkDestroy(p));
    NUMBER(virNetworkIsActive(p));
    NUMBER(virNetworkGetAutostart(p, &on));
    POINTER(virNetworkGetXMLDesc(p, 0));
    POINTER(virNetworkPortCreateXML(p, "<networkport/>", 0));
}

static void as_pool(void *p)
{
    virStoragePoolInfo info;
    NUMBER(virStoragePoolRef(p));
    NUMBER(virStoragePoolFree(p));
    POINTER(virStoragePoolGetName(p));
    POINTER(virStoragePoolGetConnect(p));
    NUMBER(virStoragePoolGetInfo(p, &info));
    NUMBER(virStoragePoolNumOfVolumes(p));
    NUMBER(virStoragePoolRefresh(p, 0));
    POINTER(virStorageVolLookupByName(p, "x"));
    POINTER(virStorageVolCreateXML(p, "<volume/>", 0));
}

static void as_volume(void *p)
{
    virStorageVolInfo info;
    NUMBER(virStorageVolRef(p));
    NUMBER(virStorageVolFree(p));
    POINTER(virStorageVolGetName(p));
    POINTER(virStorageVolGetKey(p));
    POINTER(virStorageVolGetConnect(p));
    NUMBER(virStorageVolGetInfo(p, &info));
    POINTER(virStorageVolGetPath(p));
    NUMBER(virStorageVolDelete(p, 0));
    NUMBER(virStorageVolWipe(p, 0));
    POINTER(virStoragePoolLookupByVolume(p));
}

static void as_device(void *p)
{
    NUMBER(virNodeDeviceRef(p));
    NUMBER(virNodeDeviceFree(p));
    POINTER(virNodeDeviceGetName(p));
    POINTER(virNodeDeviceGetParent(p));
    NUMBER(virNodeDeviceNumOfCaps(p));
    POINTER(virNodeDeviceGetXMLDesc(p, 0));
    NUMBER(virNodeDeviceReset(p));
}

static void as_interface(void *p)
{
    NUMBER(virInterfaceRef(p));
    NUMBER(virInterfaceFree(p));
    POINTER(virInterfaceGetName(p));
    POINTER(virInterfaceGetMACString(p));
    POINTER(virInterfaceGetConnect(p));
    POINTER(virInterfaceGetXMLDesc(p, 0));
    NUMBER(virInterfaceIsActive(p));
}

static void as_snapshot(void *p)
{
    NUMBER(virDomainSnapshotRef(p));
    NUMBER(virDomainSnapshotFree(p));
    POINTER(virDomainSnapshotGetName(p));
    POINTER(virDomainSnapshotGetDomain(p));
    POINTER(virDomainSnapshotGetConnect(p));
    POINTER(virDomainSnapshotGetXMLDesc(p, 0));
    NUMBER(virDomainSnapshotDelete(p, 0));
    NUMBER(virDomainRevertToSnapshot(p, 0));
}

static void as_stream(void *p)
{
    char buffer[4];
    NUMBER(virStreamRef(p));
    NUMBER(virStreamFree(p));
    NUMBER(virStreamSend(p, "x", 1));
    NUMBER(virStreamRecv(p, buffer, sizeof(buffer)));
    NUMBER(virStreamFinish(p));
    NUMBER(virStreamAbort(p));
    NUMBER(virStreamEventRemoveCallback(p));
}

static void as_others(void *p)
{
    NUMBER(virSecretRef(p));
    NUMBER(virSecretFree(p));
    NUMBER(virSecretGetUsageType(p));
    POINTER(virSecretGetUsageID(p));
    NUMBER(virNWFilterRef(p));
    NUMBER(virNWFilterFree(p));
    POINTER(virNWFilterGetName(p));
    NUMBER(virNWFilterBindingRef(p));
    POINTER(virNWFilterBindingGetPortDev(p));
    NUMBER(virNetworkPortRef(p));
    POINTER(virNetworkPortGetNetwork(p));
    NUMBER(virDomainCheckpointRef(p));
    POINTER(virDomainCheckpointGetName(p));
}

static void (*const uses[])(void *) = {as_connection, as_domain,   as_network,  as_pool,   as_volume,
                                       as_device,     as_interface, as_snapshot, as_stream, as_others};

int main(int argc, char **argv)
{
    virConnectPtr conn;
    setvbuf(stdout, NULL, _IOLBF, 0);
    if (argc < 2 || !(conn = virConnectOpen(argv[1])))
        return 77;
    virSetErrorFunc(NULL, quiet);
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    virStoragePoolPtr pool = virStoragePoolLookupByName(conn, "default-pool");
    add("connection", conn);
    add("domain", dom);
    add("network", virNetworkLookupByName(conn, "default"));
    add("pool", pool);
    add("volume", virStorageVolCreateXML(pool, "<volume><name>v</name><capacity>1</capacity></volume>", 0));
    add("device", virNodeDeviceLookupByName(conn, "computer"));
    add("interface", virInterfaceLookupByName(conn, "eth1"));
    add("snapshot", virDomainSnapshotCreateXML(dom, "<domainsnapshot><name>s</name></domainsnapshot>", 0));
    add("stream", virStreamNew(conn, 0));
    const int kinds = sizeof(uses) / sizeof(uses[0]);
    for (int i = 0; i < count; i++)
        for (int use = 0; use < kinds; use++)
            if (use != i) {
                printf("%s used as kind %d\n", objects[i].kind, use);
                uses[use](objects[i].pointer);
            }
    for (int use = 0; use < kinds; use++) {
        printf("zeros used as kind %d\n", use);
        uses[use](zeros);
    }
    printf("all still usable: %d %d\n", virConnectNumOfDomains(conn), !!virDomainGetName(dom));
    virStreamFree(objects[8].pointer);
    virDomainSnapshotFree(objects[7].pointer);
    virInterfaceFree(objects[6].pointer);
    virNodeDeviceFree(objects[5].pointer);
    virStorageVolFree(objects[4].pointer);
    virStoragePoolFree(pool);
    virNetworkFree(objects[2].pointer);
    virDomainFree(dom);
    printf("close %d\n", virConnectClose(conn));
    return 0;
}
