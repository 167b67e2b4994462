/* Calls on the connection: the host, lists of everything, lookups. */
#include "client.h"

#define UUID "10111213-1415-1617-1819-1a1b1c1d1e1f"
static const unsigned char uuid[VIR_UUID_BUFLEN] = { 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31 };
static const char *cpus[] = { "<cpu/>", "<cpu/>" };

CALL(open_another)
{
    virConnectPtr conn = virConnectOpen(uri);
    o->failed = !conn;
    if (conn)
        virConnectClose(conn);
}

CALL(open_default)
{
    setenv("LIBVIRT_DEFAULT_URI", uri, 1);
    virConnectPtr conn = virConnectOpenAuth(NULL, virConnectAuthPtrDefault, VIR_CONNECT_RO);
    unsetenv("LIBVIRT_DEFAULT_URI");
    o->failed = !conn;
    if (conn) {
        free(virConnectGetURI(conn));
        virConnectClose(conn);
    }
}

CALL(get_type)
{
    const char *s = virConnectGetType(on.conn);
    /* When the daemon cannot be asked it is the driver's name, and the error stays. */
    o->failed = !s || virGetLastError();
    if (s)
        lent(o, s);
}

CALL(get_version)
{
    unsigned long version = 0;
    number(o, virConnectGetVersion(on.conn, &version));
}

CALL(get_lib_version)
{
    unsigned long version = 0;
    number(o, virConnectGetLibVersion(on.conn, &version));
}

TEXT(hostname, virConnectGetHostname(on.conn))
TEXT(sysinfo, virConnectGetSysinfo(on.conn, 0))
TEXT(capabilities, virConnectGetCapabilities(on.conn))
TEXT(domain_capabilities, virConnectGetDomainCapabilities(on.conn, NULL, NULL, NULL, NULL, 0))
TEXT(pool_capabilities, virConnectGetStoragePoolCapabilities(on.conn, 0))
TEXT(pool_sources, virConnectFindStoragePoolSources(on.conn, "logical", NULL, 0))
TEXT(baseline, virConnectBaselineCPU(on.conn, cpus, 2, 0))
TEXT(baseline_hypervisor, virConnectBaselineHypervisorCPU(on.conn, NULL, NULL, NULL, NULL, cpus, 2, 0))
TEXT(from_native, virConnectDomainXMLFromNative(on.conn, "qemu-argv", "qemu", 0))
TEXT(to_native, virConnectDomainXMLToNative(on.conn, "qemu-argv", "<domain/>", 0))
TEXT(save_image_xml, virDomainSaveImageGetXMLDesc(on.conn, "/nowhere", 0))
NUMBER(max_vcpus, virConnectGetMaxVcpus(on.conn, NULL))
NUMBER(compare, virConnectCompareCPU(on.conn, "<cpu/>", 0))
NUMBER(compare_hypervisor, virConnectCompareHypervisorCPU(on.conn, NULL, NULL, NULL, NULL, "<cpu/>", 0))
NUMBER(is_secure, virConnectIsSecure(on.conn))

CALL(cpu_models)
{
    char **models = NULL;
    int n = virConnectGetCPUModelNames(on.conn, "x86_64", &models, 0);
    owned_names(o, models, n);
}

NUMBER(cpu_models_count, virConnectGetCPUModelNames(on.conn, "x86_64", NULL, 0))

CALL(node_info)
{
    virNodeInfoPtr info = room(sizeof(*info));
    if (number(o, virNodeGetInfo(on.conn, info)) && !memchr(info->model, 0, sizeof(info->model)))
        bad(o, "a model without end");
    fence(o, info, sizeof(*info));
}

CALL(free_memory)
{
    o->failed = virNodeGetFreeMemory(on.conn) == 0;
    /* 0 is also an answer. */
    if (o->failed && !virGetLastError())
        o->failed = false;
}

CALL(cells)
{
    unsigned long long *cells = room(sizeof(*cells) * 4);
    int n = virNodeGetCellsFreeMemory(on.conn, cells, 0, 4);
    if (number(o, n) && n > 4)
        bad(o, "%d cells in room for 4", n);
    o->list = true;
    fence(o, cells, sizeof(*cells) * 4);
}

CALL(free_pages)
{
    unsigned int sizes[] = { 4, 2048 };
    unsigned long long *counts = room(sizeof(*counts) * 4);
    int n = virNodeGetFreePages(on.conn, 2, sizes, 0, 2, counts, 0);
    if (number(o, n) && n > 4)
        bad(o, "%d counts in room for 4", n);
    o->list = true;
    fence(o, counts, sizeof(*counts) * 4);
}

CALL(alloc_pages)
{
    unsigned int sizes[] = { 4 };
    unsigned long long counts[] = { 1 };
    number(o, virNodeAllocPages(on.conn, 1, sizes, counts, 0, 1, 0));
}

CALL(security_model)
{
    virSecurityModelPtr model = room(sizeof(*model));
    if (number(o, virNodeGetSecurityModel(on.conn, model)) &&
        !(memchr(model->model, 0, sizeof(model->model)) && memchr(model->doi, 0, sizeof(model->doi))))
        bad(o, "a text without end");
    fence(o, model, sizeof(*model));
}

CALL(cpu_map)
{
    unsigned char *map = NULL;
    unsigned int online = 0;
    int n = virNodeGetCPUMap(on.conn, &map, &online, 0);
    if (number(o, n))
        block(o, map, ((size_t)n + 7) / 8);
    else if (map)
        bad(o, "a map after a failure");
    if (!o->bad[0])
        free(map);
}

NUMBER(cpu_map_count, virNodeGetCPUMap(on.conn, NULL, NULL, 0))

/* A second pair of macros would serve two calls only. */
#define STATS(id, type, call) \
    CALL(id) \
    { \
        type *stats = room(sizeof(*stats) * 4); \
        int n = 4; \
        if (number(o, call(on.conn, -1, stats, &n, 0))) { \
            o->list = true; \
            o->count = n; \
            for (int i = 0; i < n && i < 4; i++) \
                if (!memchr(stats[i].field, 0, sizeof(stats[i].field))) \
                    bad(o, "a name without end"); \
            if (n < 0 || n > 4) \
                bad(o, "%d values in room for 4", n); \
        } \
        fence(o, stats, sizeof(*stats) * 4); \
    } \
    CALL(id##_probe) \
    { \
        int n = 0; \
        if (number(o, call(on.conn, -1, NULL, &n, 0)) && n < 0) \
            bad(o, "%d values", n); \
    }

STATS(node_cpu_stats, virNodeCPUStats, virNodeGetCPUStats)
STATS(node_memory_stats, virNodeMemoryStats, virNodeGetMemoryStats)
PARAMS(node_memory, virNodeGetMemoryParameters(on.conn, list, &nparams, 0))
OWNED_PARAMS(sev_info, virNodeGetSEVInfo(on.conn, &list, &nparams, 0))

LIST(all_domains, virDomainPtr, virConnectListAllDomains(on.conn, &list, 0), virDomainGetName, virDomainFree)
LIST(all_networks, virNetworkPtr, virConnectListAllNetworks(on.conn, &list, 0), virNetworkGetName, virNetworkFree)
LIST(all_interfaces, virInterfacePtr, virConnectListAllInterfaces(on.conn, &list, 0), virInterfaceGetMACString, virInterfaceFree)
LIST(all_pools, virStoragePoolPtr, virConnectListAllStoragePools(on.conn, &list, 0), virStoragePoolGetName, virStoragePoolFree)
LIST(all_devices, virNodeDevicePtr, virConnectListAllNodeDevices(on.conn, &list, 0), virNodeDeviceGetName, virNodeDeviceFree)
LIST(all_filters, virNWFilterPtr, virConnectListAllNWFilters(on.conn, &list, 0), virNWFilterGetName, virNWFilterFree)
LIST(all_bindings, virNWFilterBindingPtr, virConnectListAllNWFilterBindings(on.conn, &list, 0), virNWFilterBindingGetPortDev, virNWFilterBindingFree)
LIST(all_secrets, virSecretPtr, virConnectListAllSecrets(on.conn, &list, 0), virSecretGetUsageID, virSecretFree)
NUMBER(all_domains_count, virConnectListAllDomains(on.conn, NULL, 0))
NUMBER(all_devices_count, virConnectListAllNodeDevices(on.conn, NULL, 0))

CALL(ids)
{
    int *list = room(sizeof(*list) * 4);
    int n = virConnectListDomains(on.conn, list, 4);
    if (number(o, n) && n > 4)
        bad(o, "%d ids in room for 4", n);
    o->list = true;
    fence(o, list, sizeof(*list) * 4);
}

NAMES(defined_domains, virConnectListDefinedDomains(on.conn, list, max))
NAMES(networks, virConnectListNetworks(on.conn, list, max))
NAMES(defined_networks, virConnectListDefinedNetworks(on.conn, list, max))
NAMES(interfaces, virConnectListInterfaces(on.conn, list, max))
NAMES(defined_interfaces, virConnectListDefinedInterfaces(on.conn, list, max))
NAMES(pools, virConnectListStoragePools(on.conn, list, max))
NAMES(defined_pools, virConnectListDefinedStoragePools(on.conn, list, max))
NAMES(filters, virConnectListNWFilters(on.conn, list, max))
NAMES(secrets, virConnectListSecrets(on.conn, list, max))
NAMES(devices, virNodeListDevices(on.conn, NULL, list, max, 0))
NUMBER(num_domains, virConnectNumOfDomains(on.conn))
NUMBER(num_defined_domains, virConnectNumOfDefinedDomains(on.conn))
NUMBER(num_networks, virConnectNumOfNetworks(on.conn))
NUMBER(num_defined_networks, virConnectNumOfDefinedNetworks(on.conn))
NUMBER(num_interfaces, virConnectNumOfInterfaces(on.conn))
NUMBER(num_defined_interfaces, virConnectNumOfDefinedInterfaces(on.conn))
NUMBER(num_pools, virConnectNumOfStoragePools(on.conn))
NUMBER(num_defined_pools, virConnectNumOfDefinedStoragePools(on.conn))
NUMBER(num_filters, virConnectNumOfNWFilters(on.conn))
NUMBER(num_secrets, virConnectNumOfSecrets(on.conn))
NUMBER(num_devices, virNodeNumOfDevices(on.conn, NULL, 0))

OBJECT(dom_by_id, virDomainPtr, virDomainLookupByID(on.conn, 1), virDomainGetName, virDomainFree)
OBJECT(dom_by_name, virDomainPtr, virDomainLookupByName(on.conn, "name0"), virDomainGetName, virDomainFree)
OBJECT(dom_by_uuid, virDomainPtr, virDomainLookupByUUID(on.conn, uuid), virDomainGetName, virDomainFree)
OBJECT(dom_create, virDomainPtr, virDomainCreateXML(on.conn, "<domain/>", 0), virDomainGetName, virDomainFree)
OBJECT(dom_define, virDomainPtr, virDomainDefineXML(on.conn, "<domain/>"), virDomainGetName, virDomainFree)
OBJECT(dom_define_flags, virDomainPtr, virDomainDefineXMLFlags(on.conn, "<domain/>", 1), virDomainGetName, virDomainFree)
OBJECT(dom_attach, virDomainPtr, virDomainQemuAttach(on.conn, 123, 0), virDomainGetName, virDomainFree)
OBJECT(net_by_name, virNetworkPtr, virNetworkLookupByName(on.conn, "name0"), virNetworkGetName, virNetworkFree)
OBJECT(net_by_uuid, virNetworkPtr, virNetworkLookupByUUIDString(on.conn, UUID), virNetworkGetName, virNetworkFree)
OBJECT(net_create, virNetworkPtr, virNetworkCreateXML(on.conn, "<network/>"), virNetworkGetName, virNetworkFree)
OBJECT(net_create_flags, virNetworkPtr, virNetworkCreateXMLFlags(on.conn, "<network/>", 1), virNetworkGetName, virNetworkFree)
OBJECT(net_define, virNetworkPtr, virNetworkDefineXML(on.conn, "<network/>"), virNetworkGetName, virNetworkFree)
OBJECT(net_define_flags, virNetworkPtr, virNetworkDefineXMLFlags(on.conn, "<network/>", 1), virNetworkGetName, virNetworkFree)
OBJECT(iface_by_name, virInterfacePtr, virInterfaceLookupByName(on.conn, "name0"), virInterfaceGetName, virInterfaceFree)
OBJECT(iface_by_mac, virInterfacePtr, virInterfaceLookupByMACString(on.conn, "aa:bb"), virInterfaceGetMACString, virInterfaceFree)
OBJECT(iface_define, virInterfacePtr, virInterfaceDefineXML(on.conn, "<interface/>", 0), virInterfaceGetName, virInterfaceFree)
OBJECT(pool_by_name, virStoragePoolPtr, virStoragePoolLookupByName(on.conn, "name0"), virStoragePoolGetName, virStoragePoolFree)
OBJECT(pool_by_uuid, virStoragePoolPtr, virStoragePoolLookupByUUID(on.conn, uuid), virStoragePoolGetName, virStoragePoolFree)
OBJECT(pool_by_path, virStoragePoolPtr, virStoragePoolLookupByTargetPath(on.conn, "/p"), virStoragePoolGetName, virStoragePoolFree)
OBJECT(pool_create, virStoragePoolPtr, virStoragePoolCreateXML(on.conn, "<pool/>", 0), virStoragePoolGetName, virStoragePoolFree)
OBJECT(pool_define, virStoragePoolPtr, virStoragePoolDefineXML(on.conn, "<pool/>", 0), virStoragePoolGetName, virStoragePoolFree)
OBJECT(vol_by_key, virStorageVolPtr, virStorageVolLookupByKey(on.conn, "key"), virStorageVolGetKey, virStorageVolFree)
OBJECT(vol_by_path, virStorageVolPtr, virStorageVolLookupByPath(on.conn, "/p"), virStorageVolGetName, virStorageVolFree)
OBJECT(secret_by_uuid, virSecretPtr, virSecretLookupByUUID(on.conn, uuid), virSecretGetUsageID, virSecretFree)
OBJECT(secret_by_usage, virSecretPtr, virSecretLookupByUsage(on.conn, 1, "u"), virSecretGetUsageID, virSecretFree)
OBJECT(secret_define, virSecretPtr, virSecretDefineXML(on.conn, "<secret/>", 0), virSecretGetUsageID, virSecretFree)
OBJECT(filter_by_name, virNWFilterPtr, virNWFilterLookupByName(on.conn, "name0"), virNWFilterGetName, virNWFilterFree)
OBJECT(filter_by_uuid, virNWFilterPtr, virNWFilterLookupByUUID(on.conn, uuid), virNWFilterGetName, virNWFilterFree)
OBJECT(filter_define, virNWFilterPtr, virNWFilterDefineXML(on.conn, "<filter/>"), virNWFilterGetName, virNWFilterFree)
OBJECT(binding_by_port, virNWFilterBindingPtr, virNWFilterBindingLookupByPortDev(on.conn, "name0"), virNWFilterBindingGetFilterName, virNWFilterBindingFree)
OBJECT(binding_create, virNWFilterBindingPtr, virNWFilterBindingCreateXML(on.conn, "<b/>", 0), virNWFilterBindingGetPortDev, virNWFilterBindingFree)
OBJECT(dev_by_name, virNodeDevicePtr, virNodeDeviceLookupByName(on.conn, "name0"), virNodeDeviceGetName, virNodeDeviceFree)
OBJECT(dev_by_wwn, virNodeDevicePtr, virNodeDeviceLookupSCSIHostByWWN(on.conn, "a", "b", 0), virNodeDeviceGetName, virNodeDeviceFree)
OBJECT(dev_create, virNodeDevicePtr, virNodeDeviceCreateXML(on.conn, "<device/>", 0), virNodeDeviceGetName, virNodeDeviceFree)
OBJECT(dev_define, virNodeDevicePtr, virNodeDeviceDefineXML(on.conn, "<device/>", 0), virNodeDeviceGetName, virNodeDeviceFree)

#define C(id) { #id, NEEDS_CONN, id }
const struct call host_calls[] = {
    C(open_another), C(open_default), C(get_type), C(get_version), C(get_lib_version), C(hostname),
    C(sysinfo), C(capabilities), C(domain_capabilities), C(pool_capabilities), C(pool_sources), C(baseline),
    C(baseline_hypervisor), C(from_native), C(to_native), C(save_image_xml), C(max_vcpus), C(compare),
    C(compare_hypervisor), C(is_secure), C(cpu_models), C(cpu_models_count), C(node_info), C(free_memory), C(cells),
    C(free_pages), C(alloc_pages), C(security_model), C(cpu_map), C(cpu_map_count), C(node_cpu_stats),
    C(node_cpu_stats_probe), C(node_memory_stats), C(node_memory_stats_probe), C(node_memory), C(node_memory_probe),
    C(sev_info), C(all_domains), C(all_networks), C(all_interfaces), C(all_pools), C(all_devices), C(all_filters),
    C(all_bindings), C(all_secrets), C(all_domains_count), C(all_devices_count), C(ids), C(defined_domains),
    C(networks), C(defined_networks), C(interfaces), C(defined_interfaces), C(pools), C(defined_pools), C(filters),
    C(secrets), C(devices), C(num_domains), C(num_defined_domains), C(num_networks), C(num_defined_networks),
    C(num_interfaces), C(num_defined_interfaces), C(num_pools), C(num_defined_pools), C(num_filters), C(num_secrets),
    C(num_devices), C(dom_by_id), C(dom_by_name), C(dom_by_uuid), C(dom_create), C(dom_define), C(dom_define_flags),
    C(dom_attach), C(net_by_name), C(net_by_uuid), C(net_create), C(net_create_flags), C(net_define),
    C(net_define_flags), C(iface_by_name), C(iface_by_mac), C(iface_define), C(pool_by_name), C(pool_by_uuid),
    C(pool_by_path), C(pool_create), C(pool_define), C(vol_by_key), C(vol_by_path), C(secret_by_uuid),
    C(secret_by_usage), C(secret_define), C(filter_by_name), C(filter_by_uuid), C(filter_define), C(binding_by_port),
    C(binding_create), C(dev_by_name), C(dev_by_wwn), C(dev_create), C(dev_define), END,
};
