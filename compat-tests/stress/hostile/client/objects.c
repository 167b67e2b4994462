/* Calls on networks, interfaces, storage, secrets, devices and filters. */
#include "client.h"

TEXT(net_xml, virNetworkGetXMLDesc(on.net, 0))
TEXT(bridge, virNetworkGetBridgeName(on.net))
TEXT(net_metadata, virNetworkGetMetadata(on.net, VIR_NETWORK_METADATA_TITLE, NULL, 0))
NUMBER(net_active, virNetworkIsActive(on.net))
NUMBER(net_persistent, virNetworkIsPersistent(on.net))

CALL(net_autostart)
{
    int flag = 0;
    number(o, virNetworkGetAutostart(on.net, &flag));
}

static void lease(struct outcome *o, virNetworkDHCPLeasePtr one)
{
    lent(o, one->iface);
    lent(o, one->ipaddr);
    if (one->hostname)
        lent(o, one->hostname);
}

RECORDS(leases, virNetworkDHCPLeasePtr, virNetworkGetDHCPLeases(on.net, NULL, &list, 0), lease, virNetworkDHCPLeaseFree)
NUMBER(leases_count, virNetworkGetDHCPLeases(on.net, NULL, NULL, 0))

static const char *port_id(virNetworkPortPtr port)
{
    static char buffer[VIR_UUID_STRING_BUFLEN];
    return virNetworkPortGetUUIDString(port, buffer) < 0 ? NULL : buffer;
}

LIST(ports, virNetworkPortPtr, virNetworkListAllPorts(on.net, &list, 0), port_id, virNetworkPortFree)
OBJECT(port_by_uuid, virNetworkPortPtr, virNetworkPortLookupByUUIDString(on.net, "10111213-1415-1617-1819-1a1b1c1d1e1f"), port_id, virNetworkPortFree)
OBJECT(port_create, virNetworkPortPtr, virNetworkPortCreateXML(on.net, "<networkport/>", 0), port_id, virNetworkPortFree)
TEXT(port_xml, virNetworkPortGetXMLDesc(on.port, 0))
OWNED_PARAMS(port_params, virNetworkPortGetParameters(on.port, &list, &nparams, 0))

TEXT(iface_xml, virInterfaceGetXMLDesc(on.iface, 0))
NUMBER(iface_active, virInterfaceIsActive(on.iface))

TEXT(pool_xml, virStoragePoolGetXMLDesc(on.pool, 0))
NUMBER(pool_active, virStoragePoolIsActive(on.pool))
NUMBER(pool_persistent, virStoragePoolIsPersistent(on.pool))
NUMBER(num_volumes, virStoragePoolNumOfVolumes(on.pool))
NAMES(volumes, virStoragePoolListVolumes(on.pool, list, max))
LIST(all_volumes, virStorageVolPtr, virStoragePoolListAllVolumes(on.pool, &list, 0), virStorageVolGetKey, virStorageVolFree)

CALL(pool_autostart)
{
    int flag = 0;
    number(o, virStoragePoolGetAutostart(on.pool, &flag));
}

CALL(pool_info)
{
    virStoragePoolInfoPtr info = room(sizeof(*info));
    number(o, virStoragePoolGetInfo(on.pool, info));
    fence(o, info, sizeof(*info));
}

OBJECT(vol_by_name, virStorageVolPtr, virStorageVolLookupByName(on.pool, "name0"), virStorageVolGetKey, virStorageVolFree)
OBJECT(vol_create, virStorageVolPtr, virStorageVolCreateXML(on.pool, "<volume/>", 0), virStorageVolGetName, virStorageVolFree)
OBJECT(vol_clone, virStorageVolPtr, virStorageVolCreateXMLFrom(on.pool, "<volume/>", on.vol, 0), virStorageVolGetName, virStorageVolFree)
OBJECT(pool_by_volume, virStoragePoolPtr, virStoragePoolLookupByVolume(on.vol), virStoragePoolGetName, virStoragePoolFree)
TEXT(vol_xml, virStorageVolGetXMLDesc(on.vol, 0))
TEXT(vol_path, virStorageVolGetPath(on.vol))

CALL(vol_info)
{
    virStorageVolInfoPtr info = room(sizeof(*info));
    number(o, virStorageVolGetInfo(on.vol, info));
    fence(o, info, sizeof(*info));
}

CALL(vol_info_flags)
{
    virStorageVolInfoPtr info = room(sizeof(*info));
    number(o, virStorageVolGetInfoFlags(on.vol, info, 1));
    fence(o, info, sizeof(*info));
}

TEXT(secret_xml, virSecretGetXMLDesc(on.secret, 0))

CALL(secret_value)
{
    size_t size = 0;
    unsigned char *value = virSecretGetValue(on.secret, &size, 0);
    o->failed = !value;
    o->count = (long long)size;
    if (value) {
        o->list = true;
        block(o, value, size);
    }
    free(value);
}

TEXT(dev_xml, virNodeDeviceGetXMLDesc(on.nodedev, 0))
NUMBER(num_caps, virNodeDeviceNumOfCaps(on.nodedev))
NAMES(caps, virNodeDeviceListCaps(on.nodedev, list, max))
NUMBER(dev_active, virNodeDeviceIsActive(on.nodedev))
NUMBER(dev_persistent, virNodeDeviceIsPersistent(on.nodedev))

/* No parent is an answer, too. */
CALL(parent)
{
    const char *s = virNodeDeviceGetParent(on.nodedev);
    o->failed = !s && virGetLastError();
    if (s)
        lent(o, s);
}

CALL(dev_autostart)
{
    int flag = 0;
    number(o, virNodeDeviceGetAutostart(on.nodedev, &flag));
}

TEXT(filter_xml, virNWFilterGetXMLDesc(on.filter, 0))
TEXT(binding_xml, virNWFilterBindingGetXMLDesc(on.binding, 0))

#define C(id, needs) { #id, needs, id }
const struct call object_calls[] = {
    C(net_xml, NEEDS_NET), C(bridge, NEEDS_NET), C(net_metadata, NEEDS_NET), C(net_active, NEEDS_NET),
    C(net_persistent, NEEDS_NET), C(net_autostart, NEEDS_NET), C(leases, NEEDS_NET), C(leases_count, NEEDS_NET),
    C(ports, NEEDS_NET), C(port_by_uuid, NEEDS_NET), C(port_create, NEEDS_NET), C(port_xml, NEEDS_PORT),
    C(port_params, NEEDS_PORT), C(iface_xml, NEEDS_IFACE), C(iface_active, NEEDS_IFACE), C(pool_xml, NEEDS_POOL),
    C(pool_active, NEEDS_POOL), C(pool_persistent, NEEDS_POOL), C(num_volumes, NEEDS_POOL), C(volumes, NEEDS_POOL),
    C(all_volumes, NEEDS_POOL), C(pool_autostart, NEEDS_POOL), C(pool_info, NEEDS_POOL), C(vol_by_name, NEEDS_POOL),
    C(vol_create, NEEDS_POOL), C(vol_clone, NEEDS_VOL), C(pool_by_volume, NEEDS_VOL), C(vol_xml, NEEDS_VOL),
    C(vol_path, NEEDS_VOL), C(vol_info, NEEDS_VOL), C(vol_info_flags, NEEDS_VOL), C(secret_xml, NEEDS_SECRET),
    C(secret_value, NEEDS_SECRET), C(dev_xml, NEEDS_NODEDEV), C(num_caps, NEEDS_NODEDEV), C(caps, NEEDS_NODEDEV),
    C(dev_active, NEEDS_NODEDEV), C(dev_persistent, NEEDS_NODEDEV), C(parent, NEEDS_NODEDEV),
    C(dev_autostart, NEEDS_NODEDEV), C(filter_xml, NEEDS_FILTER), C(binding_xml, NEEDS_BINDING), END,
};
