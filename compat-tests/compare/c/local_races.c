/* Threads that remove the same object of the test driver in the process, while another looks at it: one of them succeeds, and the
   others are told that it is gone. needs: the local driver */
#include "common.h"
#include <pthread.h>

enum { ROUNDS = 100, REMOVERS = 4 };

struct kind {
    const char *name;
    void *(*make)(void);
    void *(*find)(void);
    int (*remove)(void *);
    void (*look)(void *);
    int (*free)(void *);
    /* What the late ones are told. */
    int gone;
    int idle;
};

static virConnectPtr conn;
static virDomainPtr whole;
static virStoragePoolPtr pool;
static const struct kind *kind;
static pthread_barrier_t barrier;

static void *make_transient(void)
{
    return virDomainCreateXML(conn, "<domain type='test'><name>r</name><memory>1024</memory><os><type>hvm</type></os></domain>", 0);
}
static void *make_domain(void)
{
    return virDomainDefineXML(conn, "<domain type='test'><name>r</name><memory>1024</memory><os><type>hvm</type></os></domain>");
}
static void *find_domain(void) { return virDomainLookupByName(conn, "r"); }
static int destroy_domain(void *one) { return virDomainDestroy(one); }
static int undefine_domain(void *one) { return virDomainUndefine(one); }
static void look_at_domain(void *one)
{
    virDomainInfo info;
    (void)virDomainGetInfo(one, &info);
    free(virDomainGetXMLDesc(one, 0));
}
static int free_domain(void *one) { return virDomainFree(one); }

static void *make_network(void) { return virNetworkDefineXML(conn, "<network><name>r</name></network>"); }
static void *find_network(void) { return virNetworkLookupByName(conn, "r"); }
static int undefine_network(void *one) { return virNetworkUndefine(one); }
static void look_at_network(void *one) { free(virNetworkGetXMLDesc(one, 0)); }
static int free_network(void *one) { return virNetworkFree(one); }

static void *make_pool(void)
{
    return virStoragePoolDefineXML(conn, "<pool type='dir'><name>r</name><target><path>/r</path></target></pool>", 0);
}
static void *find_pool(void) { return virStoragePoolLookupByName(conn, "r"); }
static int undefine_pool(void *one) { return virStoragePoolUndefine(one); }
static void look_at_pool(void *one) { free(virStoragePoolGetXMLDesc(one, 0)); }
static int free_pool(void *one) { return virStoragePoolFree(one); }

static void *make_volume(void)
{
    return virStorageVolCreateXML(pool, "<volume><name>r</name><capacity>1</capacity></volume>", 0);
}
static void *find_volume(void) { return virStorageVolLookupByName(pool, "r"); }
static int delete_volume(void *one) { return virStorageVolDelete(one, 0); }
static void look_at_volume(void *one) { free(virStorageVolGetXMLDesc(one, 0)); }
static int free_volume(void *one) { return virStorageVolFree(one); }

static void *make_interface(void) { return virInterfaceDefineXML(conn, "<interface type='ethernet' name='r'/>", 0); }
static void *find_interface(void) { return virInterfaceLookupByName(conn, "r"); }
static int undefine_interface(void *one) { return virInterfaceUndefine(one); }
static void look_at_interface(void *one) { free(virInterfaceGetXMLDesc(one, 0)); }
static int free_interface(void *one) { return virInterfaceFree(one); }

static void *make_snapshot(void)
{
    return virDomainSnapshotCreateXML(whole, "<domainsnapshot><name>r</name></domainsnapshot>", 0);
}
static void *find_snapshot(void) { return virDomainSnapshotLookupByName(whole, "r", 0); }
static int delete_snapshot(void *one) { return virDomainSnapshotDelete(one, 0); }
static void look_at_snapshot(void *one) { free(virDomainSnapshotGetXMLDesc(one, 0)); }
static int free_snapshot(void *one) { return virDomainSnapshotFree(one); }

static const struct kind kinds[] = {
    {"transient domain", make_transient, find_domain, destroy_domain, look_at_domain, free_domain, VIR_ERR_NO_DOMAIN,
     VIR_ERR_OPERATION_INVALID},
    {"domain", make_domain, find_domain, undefine_domain, look_at_domain, free_domain, VIR_ERR_NO_DOMAIN, VIR_ERR_NO_DOMAIN},
    {"network", make_network, find_network, undefine_network, look_at_network, free_network, VIR_ERR_NO_NETWORK, VIR_ERR_NO_NETWORK},
    {"pool", make_pool, find_pool, undefine_pool, look_at_pool, free_pool, VIR_ERR_NO_STORAGE_POOL, VIR_ERR_NO_STORAGE_POOL},
    {"volume", make_volume, find_volume, delete_volume, look_at_volume, free_volume, VIR_ERR_NO_STORAGE_VOL, VIR_ERR_NO_STORAGE_VOL},
    {"interface", make_interface, find_interface, undefine_interface, look_at_interface, free_interface, VIR_ERR_NO_INTERFACE,
     VIR_ERR_NO_INTERFACE},
    {"snapshot", make_snapshot, find_snapshot, delete_snapshot, look_at_snapshot, free_snapshot, VIR_ERR_NO_DOMAIN_SNAPSHOT,
     VIR_ERR_NO_DOMAIN_SNAPSHOT},
};

static void *remover(void *one)
{
    long code = 0;
    pthread_barrier_wait(&barrier);
    if (kind->remove(one) < 0)
        code = virGetLastErrorCode();
    return (void *)code;
}

static void *looker(void *one)
{
    pthread_barrier_wait(&barrier);
    for (int i = 0; i < 3; i++)
        kind->look(one);
    return NULL;
}

static void race(int *removed, int *strange)
{
    pthread_t threads[REMOVERS + 1];
    void *handles[REMOVERS + 1];
    void *made = kind->make();
    if (!made) {
        printf("%s is not made: ", kind->name);
        print_error();
        exit(1);
    }
    for (int i = 0; i <= REMOVERS; i++) {
        handles[i] = kind->find();
        pthread_create(&threads[i], NULL, i < REMOVERS ? remover : looker, handles[i]);
    }
    for (int i = 0; i <= REMOVERS; i++) {
        void *code = NULL;
        pthread_join(threads[i], &code);
        if (i == REMOVERS)
            break;
        if (!code)
            ++*removed;
        else if ((long)code != kind->gone && (long)code != kind->idle)
            ++*strange;
    }
    for (int i = 0; i <= REMOVERS; i++)
        kind->free(handles[i]);
    kind->free(made);
}

int main(int argc, char **argv)
{
    virSetErrorFunc(NULL, quiet);
    conn = virConnectOpen(argc > 1 ? argv[1] : "");
    if (!conn)
        return 77;
    whole = virDomainLookupByName(conn, "test");
    pool = virStoragePoolLookupByName(conn, "default-pool");
    pthread_barrier_init(&barrier, NULL, REMOVERS + 1);
    for (unsigned int i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        int removed = 0, strange = 0;
        kind = &kinds[i];
        for (int round = 0; round < ROUNDS; round++)
            race(&removed, &strange);
        printf("%s: removed %d times of %d, other errors %d\n", kind->name, removed, ROUNDS, strange);
    }
    virStoragePoolFree(pool);
    virDomainFree(whole);
    result("close", virConnectClose(conn));
    return 0;
}
