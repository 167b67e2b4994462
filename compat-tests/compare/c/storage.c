/*
 * Storage pools and volumes over the wire: lists of names and objects, look-ups, life cycle, bad arguments,
 * a read-only connection.
 * needs: daemon
 */
#include "common.h"

static const char *POOL = "<pool type='dir'><name>ox-pool</name><uuid>3d5c77d2-9f04-4f7a-8d2b-6f1f0c2a7e11</uuid>"
                          "<target><path>/ox-pool</path></target></pool>";
static const char *VOLUME = "<volume><name>ox-vol</name><capacity>4096</capacity><allocation>1024</allocation>"
                            "<target><format type='raw'/></target></volume>";
static const char *CLONE = "<volume><name>ox-clone</name><capacity>4096</capacity>"
                           "<target><format type='raw'/></target></volume>";

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static int by_pool_name(const void *a, const void *b)
{
    return strcmp(virStoragePoolGetName(*(virStoragePoolPtr *)a), virStoragePoolGetName(*(virStoragePoolPtr *)b));
}

/* The daemon keeps its objects in no particular order. */
static void names(const char *what, int n, char **list)
{
    if (n > 1)
        qsort(list, n, sizeof(*list), by_text);
    printf("%s: %d", what, n);
    for (int i = 0; i < n; i++) {
        printf(" [%s]", list[i]);
        free(list[i]);
    }
    printf(" ");
    print_error();
    virResetLastError();
}

static void show_pool(const char *what, virStoragePoolPtr pool)
{
    char uuid[VIR_UUID_STRING_BUFLEN] = "";
    unsigned char raw[VIR_UUID_BUFLEN] = {0};
    virStoragePoolInfo info;

    result_pointer(what, pool);
    if (!pool)
        return;
    result("uuid string", virStoragePoolGetUUIDString(pool, uuid));
    result("uuid", virStoragePoolGetUUID(pool, raw));
    printf("pool %s %s %02x..%02x active=%d persistent=%d\n", virStoragePoolGetName(pool), uuid, raw[0], raw[15],
           virStoragePoolIsActive(pool), virStoragePoolIsPersistent(pool));
    memset(&info, 0xff, sizeof(info));
    result("info", virStoragePoolGetInfo(pool, &info));
    printf("state=%d capacity=%llu allocation=%llu available=%llu\n", info.state, info.capacity, info.allocation,
           info.available);
}

static void show_vol(const char *what, virStorageVolPtr vol)
{
    virStorageVolInfo info;
    char *path;

    result_pointer(what, vol);
    if (!vol)
        return;
    path = virStorageVolGetPath(vol);
    printf("volume %s key=%s path=%s\n", virStorageVolGetName(vol), virStorageVolGetKey(vol), text(path));
    free(path);
    memset(&info, 0xff, sizeof(info));
    result("vol info", virStorageVolGetInfo(vol, &info));
    printf("type=%d capacity=%llu allocation=%llu\n", info.type, info.capacity, info.allocation);
    memset(&info, 0xff, sizeof(info));
    result("vol info flags", virStorageVolGetInfoFlags(vol, &info, VIR_STORAGE_VOL_GET_PHYSICAL));
    printf("type=%d capacity=%llu allocation=%llu\n", info.type, info.capacity, info.allocation);
}

static void xml(const char *what, char *value)
{
    result_string(what, value);
    free(value);
}

static void pools(virConnectPtr conn, virStoragePoolPtr pool)
{
    char *list[8] = {0};
    int autostart = 7;
    virStoragePoolPtr *all = (void *)0x1;
    virStoragePoolPtr other;
    int n;

    result("number of pools", virConnectNumOfStoragePools(conn));
    result("number of defined pools", virConnectNumOfDefinedStoragePools(conn));
    names("pools", virConnectListStoragePools(conn, list, 8), list);
    names("no room", virConnectListStoragePools(conn, list, 0), list);
    names("no array", virConnectListStoragePools(conn, NULL, 0), list);
    names("no array, room", virConnectListStoragePools(conn, NULL, 3), list);
    names("negative room", virConnectListStoragePools(conn, list, -1), list);
    names("no array, negative room", virConnectListStoragePools(conn, NULL, -1), list);
    names("far too much room", virConnectListStoragePools(conn, (char **)list, 16385), list);
    names("defined pools", virConnectListDefinedStoragePools(conn, list, 8), list);
    names("defined, too much room", virConnectListDefinedStoragePools(conn, list, 16385), list);
    result("all, number only", virConnectListAllStoragePools(conn, NULL, 0));
    n = virConnectListAllStoragePools(conn, &all, 0);
    result("all", n);
    if (n > 1)
        qsort(all, n, sizeof(*all), by_pool_name);
    for (int i = 0; i < n; i++) {
        printf("- %s\n", virStoragePoolGetName(all[i]));
        result("free", virStoragePoolFree(all[i]));
    }
    if (n >= 0) {
        printf("terminated: %d\n", all[n] == NULL);
        free(all);
    }
    all = (void *)0x1;
    result("all of a NULL connection", virConnectListAllStoragePools(NULL, &all, 0));
    printf("array left: %d\n", all == NULL);
    result("all, bad flags", virConnectListAllStoragePools(conn, &all, 0x80000000));

    xml("pool xml", virStoragePoolGetXMLDesc(pool, 0));
    xml("pool xml, bad flags", virStoragePoolGetXMLDesc(pool, 0x40));
    result("autostart", virStoragePoolGetAutostart(pool, &autostart));
    printf("autostart is %d\n", autostart);
    result("autostart, nowhere", virStoragePoolGetAutostart(pool, NULL));
    result("set autostart", virStoragePoolSetAutostart(pool, 1));
    result("autostart", virStoragePoolGetAutostart(pool, &autostart));
    printf("autostart is %d\n", autostart);
    result("info nowhere", virStoragePoolGetInfo(pool, NULL));
    result("uuid nowhere", virStoragePoolGetUUID(pool, NULL));
    result("uuid string nowhere", virStoragePoolGetUUIDString(pool, NULL));
    result("reference", virStoragePoolRef(pool));
    result("free", virStoragePoolFree(pool));
    printf("same connection: %d\n", virStoragePoolGetConnect(pool) == conn);

    other = virStoragePoolLookupByName(conn, "ox-pool");
    show_pool("by name", other);
    if (other)
        virStoragePoolFree(other);
    other = virStoragePoolLookupByUUIDString(conn, "3d5c77d2-9f04-4f7a-8d2b-6f1f0c2a7e11");
    show_pool("by uuid string", other);
    if (other)
        virStoragePoolFree(other);
    other = virStoragePoolLookupByTargetPath(conn, "/ox-pool");
    show_pool("by path", other);
    if (other)
        virStoragePoolFree(other);
    result_pointer("by no name", virStoragePoolLookupByName(conn, NULL));
    result_pointer("by unknown name", virStoragePoolLookupByName(conn, "no such pool"));
    result_pointer("by bad uuid", virStoragePoolLookupByUUIDString(conn, "3d5c77d2"));
    result_pointer("by no uuid string", virStoragePoolLookupByUUIDString(conn, NULL));
    result_pointer("by no uuid", virStoragePoolLookupByUUID(conn, NULL));
    result_pointer("by unknown uuid", virStoragePoolLookupByUUID(conn, (const unsigned char *)"0123456789abcdef"));
    result_pointer("by no path", virStoragePoolLookupByTargetPath(conn, NULL));
    result_pointer("by unknown path", virStoragePoolLookupByTargetPath(conn, "/nowhere"));
}

static void lifecycle(virConnectPtr conn, virStoragePoolPtr pool)
{
    virStoragePoolPtr transient;

    result("create active", virStoragePoolCreate(pool, 0));
    result("destroy", virStoragePoolDestroy(pool));
    result("destroy again", virStoragePoolDestroy(pool));
    result("create, exclusive flags",
           virStoragePoolCreate(pool, VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE |
                                          VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE));
    result("build", virStoragePoolBuild(pool, 0));
    result("create", virStoragePoolCreate(pool, 0));
    result("refresh", virStoragePoolRefresh(pool, 0));
    result("refresh, bad flags", virStoragePoolRefresh(pool, 1));
    result("undefine active", virStoragePoolUndefine(pool));
    result_pointer("create no xml", virStoragePoolCreateXML(conn, NULL, 0));
    result_pointer("create bad xml", virStoragePoolCreateXML(conn, "<pool", 0));
    result_pointer("define no xml", virStoragePoolDefineXML(conn, NULL, 0));
    result_pointer("define bad xml", virStoragePoolDefineXML(conn, "<pool type='none'/>", 0));
    transient = virStoragePoolCreateXML(
        conn, "<pool type='dir'><name>ox-temp</name><target><path>/ox-temp</path></target></pool>", 0);
    result_pointer("transient", transient);
    if (transient) {
        result("delete active", virStoragePoolDelete(transient, 0));
        result("destroy transient", virStoragePoolDestroy(transient));
        virStoragePoolFree(transient);
    }
    xml("find sources of no type", virConnectFindStoragePoolSources(conn, NULL, NULL, 0));
    xml("find sources", virConnectFindStoragePoolSources(conn, "logical", NULL, 0));
    xml("find unknown sources", virConnectFindStoragePoolSources(conn, "unknown", "<source/>", 0));
    xml("capabilities, bad flags", virConnectGetStoragePoolCapabilities(conn, 1));
}

static void volumes(virConnectPtr conn, virStoragePoolPtr pool)
{
    char *list[8] = {0};
    virStorageVolPtr *all = NULL;
    virStorageVolPtr vol, other;
    virStoragePoolPtr parent;
    int n;

    result_pointer("volume of no xml", virStorageVolCreateXML(pool, NULL, 0));
    result_pointer("volume of bad xml", virStorageVolCreateXML(pool, "<volume/>", 0));
    vol = virStorageVolCreateXML(pool, VOLUME, 0);
    show_vol("create volume", vol);
    if (!vol)
        return;
    result_pointer("create volume again", virStorageVolCreateXML(pool, VOLUME, 0));
    other = virStorageVolCreateXMLFrom(pool, CLONE, vol, 0);
    show_vol("clone", other);
    result_pointer("clone of nothing", virStorageVolCreateXMLFrom(pool, CLONE, NULL, 0));
    result_pointer("clone of a pool", virStorageVolCreateXMLFrom(pool, CLONE, (virStorageVolPtr)pool, 0));
    result_pointer("clone without xml", virStorageVolCreateXMLFrom(pool, NULL, vol, 0));
    result("number of volumes", virStoragePoolNumOfVolumes(pool));
    names("two volumes", virStoragePoolListVolumes(pool, list, 8), list);
    names("volumes nowhere", virStoragePoolListVolumes(pool, NULL, 2), list);
    names("volumes, negative", virStoragePoolListVolumes(pool, list, -2), list);
    names("volumes, too many", virStoragePoolListVolumes(pool, list, 16385), list);
    result("all volumes, number only", virStoragePoolListAllVolumes(pool, NULL, 0));
    n = virStoragePoolListAllVolumes(pool, &all, 0);
    result("all volumes", n);
    for (int i = 0; i < n; i++)
        virStorageVolFree(all[i]);
    if (n >= 0)
        free(all);
    all = (void *)0x1;
    result("all volumes, bad flags", virStoragePoolListAllVolumes(pool, &all, 4));
    printf("array untouched: %d\n", all == (void *)0x1);
    result("all volumes of nothing", virStoragePoolListAllVolumes(NULL, &all, 0));
    printf("array untouched: %d\n", all == (void *)0x1);
    if (other) {
        result("delete clone", virStorageVolDelete(other, 0));
        result("delete clone again", virStorageVolDelete(other, 0));
        virStorageVolFree(other);
    }
    xml("volume xml", virStorageVolGetXMLDesc(vol, 0));
    xml("volume xml, bad flags", virStorageVolGetXMLDesc(vol, 8));
    result("info nowhere", virStorageVolGetInfo(vol, NULL));
    result("info flags nowhere", virStorageVolGetInfoFlags(vol, NULL, 0));
    result("resize", virStorageVolResize(vol, 8192, 0));
    result("resize to nothing", virStorageVolResize(vol, 0, VIR_STORAGE_VOL_RESIZE_ALLOCATE));
    result("resize by nothing", virStorageVolResize(vol, 0, VIR_STORAGE_VOL_RESIZE_DELTA));
    result("wipe", virStorageVolWipe(vol, 0));
    result("wipe pattern", virStorageVolWipePattern(vol, VIR_STORAGE_VOL_WIPE_ALG_NNSA, 0));
    result("wipe pattern, unknown", virStorageVolWipePattern(vol, 1000, 0));
    parent = virStoragePoolLookupByVolume(vol);
    result_string("pool of the volume", parent ? virStoragePoolGetName(parent) : NULL);
    if (parent)
        virStoragePoolFree(parent);
    other = virStorageVolLookupByName(pool, "ox-vol");
    show_vol("by name", other);
    if (other)
        virStorageVolFree(other);
    other = virStorageVolLookupByKey(conn, virStorageVolGetKey(vol));
    show_vol("by key", other);
    if (other)
        virStorageVolFree(other);
    other = virStorageVolLookupByPath(conn, "/ox-pool/ox-vol");
    show_vol("by path", other);
    if (other)
        virStorageVolFree(other);
    result_pointer("by no name", virStorageVolLookupByName(pool, NULL));
    result_pointer("by unknown name", virStorageVolLookupByName(pool, "none"));
    result_pointer("by no key", virStorageVolLookupByKey(conn, NULL));
    result_pointer("by unknown key", virStorageVolLookupByKey(conn, "none"));
    result_pointer("by no path", virStorageVolLookupByPath(conn, NULL));
    result_pointer("by unknown path", virStorageVolLookupByPath(conn, "none"));
    printf("same connection: %d\n", virStorageVolGetConnect(vol) == conn);
    result("reference", virStorageVolRef(vol));
    result("free", virStorageVolFree(vol));
    result("delete", virStorageVolDelete(vol, 0));
    result("info of the deleted", virStorageVolGetInfo(vol, &(virStorageVolInfo){0}));
    result("free", virStorageVolFree(vol));
}

static void read_only(const char *uri)
{
    virConnectPtr conn = virConnectOpenReadOnly(uri);
    virStoragePoolPtr pool;

    result_pointer("read-only", conn);
    if (!conn)
        return;
    pool = virStoragePoolLookupByName(conn, "ox-pool");
    result_pointer("pool", pool);
    result_pointer("create xml", virStoragePoolCreateXML(conn, POOL, 0));
    result_pointer("create no xml", virStoragePoolCreateXML(conn, NULL, 0));
    result_pointer("define xml", virStoragePoolDefineXML(conn, POOL, 0));
    result_pointer("define no xml", virStoragePoolDefineXML(conn, NULL, 0));
    xml("find sources", virConnectFindStoragePoolSources(conn, "logical", NULL, 0));
    if (pool) {
        result("build", virStoragePoolBuild(pool, 0));
        result("create", virStoragePoolCreate(pool, 0));
        result("destroy", virStoragePoolDestroy(pool));
        result("delete", virStoragePoolDelete(pool, 0));
        result("undefine", virStoragePoolUndefine(pool));
        result("refresh", virStoragePoolRefresh(pool, 0));
        result("autostart", virStoragePoolSetAutostart(pool, 1));
        result_pointer("create volume", virStorageVolCreateXML(pool, VOLUME, 0));
        virStoragePoolFree(pool);
    }
    result("close", virConnectClose(conn));
}

static void nothing(void)
{
    virStoragePoolInfo info;
    virStorageVolInfo vol_info;

    memset(&info, 0xff, sizeof(info));
    result("info", virStoragePoolGetInfo(NULL, &info));
    printf("zeroed: %d %llu\n", info.state, info.available);
    memset(&vol_info, 0xff, sizeof(vol_info));
    result("vol info", virStorageVolGetInfo(NULL, &vol_info));
    printf("zeroed: %d %llu\n", vol_info.type, vol_info.allocation);
    memset(&vol_info, 0xff, sizeof(vol_info));
    result("vol info flags", virStorageVolGetInfoFlags(NULL, &vol_info, 0));
    printf("zeroed: %d %llu\n", vol_info.type, vol_info.allocation);
    result_string("name", virStoragePoolGetName(NULL));
    result_string("vol name", virStorageVolGetName(NULL));
    result_string("vol key", virStorageVolGetKey(NULL));
    result("free pool", virStoragePoolFree(NULL));
    result("free vol", virStorageVolFree(NULL));
    result("ref pool", virStoragePoolRef(NULL));
    result_pointer("connect of no pool", virStoragePoolGetConnect(NULL));
    result_pointer("connect of no volume", virStorageVolGetConnect(NULL));
}

int main(int argc, char **argv)
{
    virConnectPtr conn;
    virStoragePoolPtr pool;

    if (argc < 2)
        return 77;
    virInitialize();
    virSetErrorFunc(NULL, quiet);
    nothing();
    conn = virConnectOpen(argv[1]);
    result_pointer("open", conn);
    if (!conn)
        return 1;
    pool = virStoragePoolDefineXML(conn, POOL, 0);
    show_pool("define", pool);
    if (pool) {
        result("build", virStoragePoolBuild(pool, 0));
        result("create", virStoragePoolCreate(pool, 0));
        show_pool("running", pool);
        pools(conn, pool);
        volumes(conn, pool);
        lifecycle(conn, pool);
        read_only(argv[1]);
        result("destroy", virStoragePoolDestroy(pool));
        result("undefine", virStoragePoolUndefine(pool));
        result("free", virStoragePoolFree(pool));
    }
    result("close", virConnectClose(conn));
    return 0;
}
