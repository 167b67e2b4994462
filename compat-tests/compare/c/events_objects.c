/* Events of networks, storage pools, node devices and secrets, and their bad input. needs: daemon */
#include "events.h"

static virConnectPtr conn;
static int called;

static void too_late(int timer, void *opaque)
{
    (void)timer;
    *(int *)opaque = 1;
}

static void run_until(int count)
{
    int expired = 0, timer = virEventAddTimeout(HANG_TIMEOUT * 1000, too_late, &expired, NULL);
    while (called < count && !expired)
        if (virEventRunDefaultImpl() < 0)
            break;
    virEventRemoveTimeout(timer);
    if (expired)
        printf("  timed out with %d of %d\n", called, count);
    called = 0;
}

static void net_life(virConnectPtr c, virNetworkPtr net, int event, int detail, void *opaque)
{
    called++;
    printf("  network %s: %s event=%d detail=%d same=%d\n", (const char *)opaque, virNetworkGetName(net), event, detail,
           c == conn && virNetworkGetConnect(net) == conn);
}

static void pool_life(virConnectPtr c, virStoragePoolPtr pool, int event, int detail, void *opaque)
{
    called++;
    printf("  pool %s: %s event=%d detail=%d same=%d\n", (const char *)opaque, virStoragePoolGetName(pool), event, detail,
           c == conn && virStoragePoolGetConnect(pool) == conn);
}

static void pool_refresh(virConnectPtr c, virStoragePoolPtr pool, void *opaque)
{
    (void)c;
    called++;
    printf("  pool refresh %s: %s\n", (const char *)opaque, virStoragePoolGetName(pool));
}

static void dev_life(virConnectPtr c, virNodeDevicePtr dev, int event, int detail, void *opaque)
{
    (void)c;
    called++;
    printf("  device %s: %s event=%d detail=%d\n", (const char *)opaque, virNodeDeviceGetName(dev), event, detail);
}

static int on_lifecycle(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)c, (void)dom, (void)event, (void)detail, (void)opaque;
    return 0;
}

static const char *net_xml = "<network><name>meadow</name><uuid>11111111-2222-4333-8444-555555555555</uuid>"
                             "<bridge name='virbr77'/><ip address='192.0.2.1' netmask='255.255.255.0'/></network>";
static const char *pool_xml = "<pool type='dir'><name>pond</name><uuid>21111111-2222-4333-8444-555555555555</uuid>"
                              "<target><path>/nowhere/pond</path></target></pool>";
static const char *dev_xml =
    "<device><name>scsi_host77</name><parent>test-scsi-host-vport</parent><capability type='scsi_host'>"
    "<capability type='fc_host'><wwnn>2000000012341234</wwnn><wwpn>1000000012341234</wwpn></capability></capability></device>";

static void networks(virConnectPtr other)
{
    virNetworkPtr def = virNetworkLookupByName(conn, "default");
    virConnectNetworkEventGenericCallback cb = VIR_NETWORK_EVENT_CALLBACK(net_life);
    result("net NULL", virConnectNetworkEventRegisterAny(conn, NULL, 0, NULL, "x", on_free));
    result("net -1", virConnectNetworkEventRegisterAny(conn, NULL, -1, cb, "x", on_free));
    result("net other", virConnectNetworkEventRegisterAny(other, def, 0, cb, "x", on_free));
    result("net off 9", virConnectNetworkEventDeregisterAny(conn, 9));
    result("net off -1", virConnectNetworkEventDeregisterAny(conn, -1));
    int all = virConnectNetworkEventRegisterAny(conn, NULL, 0, cb, "all", on_free);
    result("net all", all);
    result("net all again", virConnectNetworkEventRegisterAny(conn, NULL, 0, cb, "all", on_free));
    int one = virConnectNetworkEventRegisterAny(conn, def, 0, cb, "default", on_free);
    result("net one", one);
    virNetworkPtr net = virNetworkDefineXML(conn, net_xml);
    run_until(1);
    result("net create", virNetworkCreate(net));
    run_until(1);
    result("net destroy", virNetworkDestroy(net));
    run_until(1);
    result("net undefine", virNetworkUndefine(net));
    run_until(1);
    result("default destroy", virNetworkDestroy(def));
    run_until(2);
    result("net one off", virConnectNetworkEventDeregisterAny(conn, one));
    result("net all off", virConnectNetworkEventDeregisterAny(conn, all));
    result("net all off again", virConnectNetworkEventDeregisterAny(conn, all));
    virNetworkFree(net);
    virNetworkFree(def);
}

static void pools(virConnectPtr other)
{
    virStoragePoolPtr def = virStoragePoolLookupByName(conn, "default-pool");
    virConnectStoragePoolEventGenericCallback cb = VIR_STORAGE_POOL_EVENT_CALLBACK(pool_life);
    result("pool NULL", virConnectStoragePoolEventRegisterAny(conn, NULL, 0, NULL, "x", on_free));
    result("pool -1", virConnectStoragePoolEventRegisterAny(conn, NULL, -1, cb, "x", on_free));
    result("pool 2", virConnectStoragePoolEventRegisterAny(conn, NULL, 2, cb, "x", on_free));
    result("pool other", virConnectStoragePoolEventRegisterAny(other, def, 0, cb, "x", on_free));
    int all = virConnectStoragePoolEventRegisterAny(conn, NULL, 0, cb, "all", on_free);
    int refresh = virConnectStoragePoolEventRegisterAny(conn, def, 1, pool_refresh, "refresh", on_free);
    result("pool all", all);
    result("pool refresh", refresh);
    virStoragePoolPtr pool = virStoragePoolDefineXML(conn, pool_xml, 0);
    run_until(1);
    result("pool undefine", virStoragePoolUndefine(pool));
    run_until(1);
    result("refresh", virStoragePoolRefresh(def, 0));
    run_until(1);
    result("pool refresh off", virConnectStoragePoolEventDeregisterAny(conn, refresh));
    result("pool all off", virConnectStoragePoolEventDeregisterAny(conn, all));
    result("pool off 77", virConnectStoragePoolEventDeregisterAny(conn, 77));
    virStoragePoolFree(pool);
    virStoragePoolFree(def);
}

static void devices(virConnectPtr other)
{
    virNodeDevicePtr computer = virNodeDeviceLookupByName(conn, "computer");
    virConnectNodeDeviceEventGenericCallback cb = VIR_NODE_DEVICE_EVENT_CALLBACK(dev_life);
    result("device NULL", virConnectNodeDeviceEventRegisterAny(conn, NULL, 0, NULL, "x", on_free));
    result("device 2", virConnectNodeDeviceEventRegisterAny(conn, NULL, 2, cb, "x", on_free));
    if (computer)
        result("device other", virConnectNodeDeviceEventRegisterAny(other, computer, 0, cb, "x", on_free));
    int all = virConnectNodeDeviceEventRegisterAny(conn, NULL, 0, cb, "all", on_free);
    int update = virConnectNodeDeviceEventRegisterAny(conn, NULL, 1, cb, "update", on_free);
    int one = computer ? virConnectNodeDeviceEventRegisterAny(conn, computer, 0, cb, "computer", on_free) : -1;
    printf("device ids %d %d %d\n", all, update, one);
    virNodeDevicePtr dev = virNodeDeviceCreateXML(conn, dev_xml, 0);
    result_pointer("device create", dev);
    if (dev) {
        run_until(1);
        result("device destroy", virNodeDeviceDestroy(dev));
        run_until(1);
        virNodeDeviceFree(dev);
    }
    result("device all off", virConnectNodeDeviceEventDeregisterAny(conn, all));
    result("device update off", virConnectNodeDeviceEventDeregisterAny(conn, update));
    result("device one off", virConnectNodeDeviceEventDeregisterAny(conn, one));
    if (computer)
        virNodeDeviceFree(computer);
}

static void secrets(void)
{
    virConnectSecretEventGenericCallback cb = VIR_SECRET_EVENT_CALLBACK(net_life);
    result("secret NULL", virConnectSecretEventRegisterAny(conn, NULL, 0, NULL, "x", on_free));
    result("secret 2", virConnectSecretEventRegisterAny(conn, NULL, 2, cb, "x", on_free));
    /* The test driver has no secrets: the registration fails and frees nothing. */
    result("secret", virConnectSecretEventRegisterAny(conn, NULL, 0, cb, "x", on_free));
    result("secret off", virConnectSecretEventDeregisterAny(conn, 3));
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 77;
    setvbuf(stdout, NULL, _IOLBF, 0);
    virSetErrorFunc(NULL, quiet);
    virEventRegisterDefaultImpl();
    conn = virConnectOpen(argv[1]);
    virConnectPtr other = virConnectOpen(argv[1]);
    if (!conn || !other)
        return 77;
    networks(other);
    pools(other);
    devices(other);
    secrets();

    /* All kinds count in one row, and one kind's function takes another kind's id. */
    int net = virConnectNetworkEventRegisterAny(conn, NULL, 0, VIR_NETWORK_EVENT_CALLBACK(net_life), "row", on_free);
    int dom = virConnectDomainEventRegisterAny(conn, NULL, 0, VIR_DOMAIN_EVENT_CALLBACK(on_lifecycle), "row", on_free);
    printf("row %d %d\n", net, dom);
    result("wrong kind", virConnectDomainEventDeregisterAny(conn, net));
    result("right kind", virConnectDomainEventDeregisterAny(conn, dom));
    result("close", virConnectClose(conn));
    result("close", virConnectClose(other));
    return 0;
}
