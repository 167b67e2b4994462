/*
 * Calls inside callbacks: object events, streams, timers, descriptors and error handlers each make the calls that are most
 * likely to upset the library under them. Each case runs in a process of its own, so that one that ends it hides no other.
 * needs: daemon
 */
#include "events.h"
#include "settle.h"
#include <signal.h>
#include <sys/wait.h>

static virConnectPtr conn;
static const char *uri;
static int called, id, other_id, frees;
static const char *doing;

/* How a case got its callback called, and what the callback is about. */
struct kind {
    const char *name;
    int (*add)(void *function, void *opaque);
    int (*remove)(int id);
    void (*happen)(void);
};
static const struct kind *kind;

static void turned(int timer, void *opaque)
{
    (void)timer;
    ++*(int *)opaque;
}

/* The loop's turns until `*count` is reached; the case's alarm ends what does not come. */
static void run_until(int *count, int wanted)
{
    while (*count < wanted && virEventRunDefaultImpl() == 0)
        ;
}

static void marked(virConnectPtr c, virDomainPtr dom, int type, const char *nsuri, void *opaque)
{
    (void)c, (void)dom, (void)type, (void)nsuri;
    *(int *)opaque = 1;
}

/* Lets the events that are on their way arrive: they keep their order, so another one is made and waited for. */
static void all_arrived(void)
{
    int done = 0;
    virConnectPtr own = virConnectOpen(uri);
    virDomainPtr dom = virDomainLookupByName(own, "test");
    int marker = virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_METADATA_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(marked), &done, NULL);
    virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_TITLE, "title", NULL, NULL, 0);
    while (!done && virEventRunDefaultImpl() == 0)
        ;
    virConnectDomainEventDeregisterAny(conn, marker);
    virDomainFree(dom);
    virConnectClose(own);
    settle();
}

static void counted_free(void *opaque)
{
    (void)opaque;
    frees++;
}

static void remote_call(const char *what, virConnectPtr c)
{
    unsigned long version = 0;
    result(what, virConnectGetLibVersion(c, &version));
}

static void second(void)
{
    called++;
    printf("  the other one\n");
}

/* What is done inside, by the case's name. */
static void act(void)
{
    if (strcmp(doing, "call") == 0) {
        remote_call("  call", conn);
    } else if (strcmp(doing, "itself") == 0) {
        result("  remove itself", kind->remove(id));
    } else if (strcmp(doing, "itself and again") == 0) {
        result("  remove itself", kind->remove(id));
        id = kind->add(NULL, NULL);
        result("  and again", id >= 0);
    } else if (strcmp(doing, "another") == 0 && other_id >= 0) {
        result("  remove another", kind->remove(other_id));
        other_id = -1;
    } else if (strcmp(doing, "add") == 0 && other_id < 0) {
        other_id = kind->add((void *)second, NULL);
        result("  add", other_id >= 0);
    } else if (strcmp(doing, "ref and close") == 0) {
        result("  ref", virConnectRef(conn));
        result("  close", virConnectClose(conn));
    } else if (strcmp(doing, "last") == 0) {
        result("  remove itself", kind->remove(id));
        result("  close", virConnectClose(conn) >= 0);
        conn = NULL;
    } else if (strcmp(doing, "open") == 0) {
        virConnectPtr own = virConnectOpen(uri);
        remote_call("  call", own);
        result("  close", virConnectClose(own));
    } else if (strcmp(doing, "trigger") == 0 && called == 1) {
        kind->happen();
    }
}

static void inside(void)
{
    if (called++ < 3) {
        printf("  %s\n", kind->name);
        act();
    }
}

/* The arguments behind the object differ; none is looked at here. */
static int on_domain(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)c, (void)dom, (void)event, (void)detail, (void)opaque;
    inside();
    return 0;
}

static int domain_second(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)c, (void)dom, (void)event, (void)detail, (void)opaque;
    second();
    return 0;
}

#define TWO(type, any, arguments) \
    static void on_##any arguments { (void)c, (void)o, (void)event, (void)detail, (void)opaque; inside(); } \
    static void any##_second arguments { (void)c, (void)o, (void)event, (void)detail, (void)opaque; second(); }
TWO(virNetworkPtr, network, (virConnectPtr c, virNetworkPtr o, int event, int detail, void *opaque))
TWO(virStoragePoolPtr, pool, (virConnectPtr c, virStoragePoolPtr o, int event, int detail, void *opaque))
TWO(virNodeDevicePtr, device, (virConnectPtr c, virNodeDevicePtr o, int event, int detail, void *opaque))

static int add_domain(void *f, void *opaque)
{
    return virConnectDomainEventRegisterAny(conn, NULL, 0, f ? VIR_DOMAIN_EVENT_CALLBACK(domain_second) : VIR_DOMAIN_EVENT_CALLBACK(on_domain),
                                            opaque, counted_free);
}
static int remove_domain(int which) { return virConnectDomainEventDeregisterAny(conn, which); }
static void happen_domain(void)
{
    virConnectPtr own = virConnectOpen(uri);
    virDomainPtr dom = virDomainLookupByName(own, "test");
    virDomainSuspend(dom);
    virDomainResume(dom);
    virDomainFree(dom);
    virConnectClose(own);
}

static int add_network(void *f, void *opaque)
{
    return virConnectNetworkEventRegisterAny(conn, NULL, 0, f ? VIR_NETWORK_EVENT_CALLBACK(network_second) : VIR_NETWORK_EVENT_CALLBACK(on_network),
                                             opaque, counted_free);
}
static int remove_network(int which) { return virConnectNetworkEventDeregisterAny(conn, which); }
static void happen_network(void)
{
    virConnectPtr own = virConnectOpen(uri);
    virNetworkPtr net = virNetworkLookupByName(own, "default");
    virNetworkDestroy(net);
    virNetworkCreate(net);
    virNetworkFree(net);
    virConnectClose(own);
}

static int add_pool(void *f, void *opaque)
{
    return virConnectStoragePoolEventRegisterAny(conn, NULL, 0, f ? VIR_STORAGE_POOL_EVENT_CALLBACK(pool_second) : VIR_STORAGE_POOL_EVENT_CALLBACK(on_pool),
                                                 opaque, counted_free);
}
static int remove_pool(int which) { return virConnectStoragePoolEventDeregisterAny(conn, which); }
static void happen_pool(void)
{
    virConnectPtr own = virConnectOpen(uri);
    virStoragePoolPtr pool = virStoragePoolLookupByName(own, "default-pool");
    virStoragePoolDestroy(pool);
    virStoragePoolCreate(pool, 0);
    virStoragePoolFree(pool);
    virConnectClose(own);
}

static int add_device(void *f, void *opaque)
{
    return virConnectNodeDeviceEventRegisterAny(conn, NULL, 0, f ? VIR_NODE_DEVICE_EVENT_CALLBACK(device_second) : VIR_NODE_DEVICE_EVENT_CALLBACK(on_device),
                                                opaque, counted_free);
}
static int remove_device(int which) { return virConnectNodeDeviceEventDeregisterAny(conn, which); }
/* A daemon of some versions makes no device: then no event comes. */
static int refused;

static void happen_device(void)
{
    static const char *xml =
        "<device><name>scsi_host78</name><parent>test-scsi-host-vport</parent><capability type='scsi_host'>"
        "<capability type='fc_host'><wwnn>2000000012341234</wwnn><wwpn>1000000012341234</wwpn></capability></capability></device>";
    virConnectPtr own = virConnectOpen(uri);
    virNodeDevicePtr dev = virNodeDeviceCreateXML(own, xml, 0);
    refused = !dev;
    if (dev) {
        virNodeDeviceDestroy(dev);
        virNodeDeviceFree(dev);
    }
    virConnectClose(own);
}

static const struct kind kinds[] = {
    {"domain", add_domain, remove_domain, happen_domain},
    {"network", add_network, remove_network, happen_network},
    {"pool", add_pool, remove_pool, happen_pool},
    {"device", add_device, remove_device, happen_device},
};

static void objects(void)
{
    other_id = -1;
    id = kind->add(NULL, NULL);
    result("register", id >= 0);
    if (strcmp(doing, "another") == 0)
        other_id = kind->add((void *)second, NULL);
    kind->happen();
    if (strcmp(doing, "last") != 0)
        all_arrived();
    else if (!refused)
        run_until(&called, 1);
    if (strcmp(doing, "trigger") == 0)
        all_arrived();
    printf("called %d\n", called);
    if (other_id >= 0)
        kind->remove(other_id);
    if (conn && strcmp(doing, "itself") != 0)
        result("remove", kind->remove(id));
    settle();
    printf("freed %d\n", frees);
}

/* The loop's own callbacks. */

static int timer, watch, ends[2];

static void loop_act(void)
{
    if (++called > 1)
        return;
    if (strcmp(doing, "call") == 0) {
        remote_call("  call", conn);
    } else if (strcmp(doing, "open") == 0) {
        virConnectPtr own = virConnectOpen(uri);
        remote_call("  call", own);
        result("  close", virConnectClose(own));
    } else if (strcmp(doing, "last") == 0) {
        result("  close", virConnectClose(conn));
        conn = NULL;
    } else if (strcmp(doing, "itself") == 0) {
        int first = timer > 0 ? virEventRemoveTimeout(timer) : virEventRemoveHandle(watch);
        int again = timer > 0 ? virEventRemoveTimeout(timer) : virEventRemoveHandle(watch);
        printf("  remove %d %d\n", first, again);
        timer = watch = -1;
    } else if (strcmp(doing, "update") == 0) {
        if (timer > 0)
            virEventUpdateTimeout(timer, -1);
        else
            virEventUpdateHandle(watch, 0);
    } else if (strcmp(doing, "turn") == 0) {
        int ticks = 0, inner = virEventAddTimeout(5, turned, &ticks, NULL);
        while (!ticks && virEventRunDefaultImpl() == 0)
            ;
        printf("  inner %d\n", ticks);
        virEventRemoveTimeout(inner);
    } else if (strcmp(doing, "add") == 0) {
        static int ticks;
        virEventAddTimeout(-1, turned, &ticks, counted_free);
        result("  events", remove_domain(add_domain(NULL, NULL)));
    }
}

static void on_tick(int which, void *opaque)
{
    (void)which, (void)opaque;
    if (called < 3)
        printf("  timer\n");
    loop_act();
}

static void on_input(int which, int fd, int events, void *opaque)
{
    (void)which, (void)events, (void)opaque;
    printf("  input\n");
    drain(fd);
    loop_act();
}

static void timers(void)
{
    timer = virEventAddTimeout(1, on_tick, NULL, counted_free);
    int off = strcmp(doing, "itself") == 0 || strcmp(doing, "update") == 0;
    run_until(&called, off ? 1 : 3);
    /* It does not come again. */
    if (off)
        settle();
    if (timer > 0)
        printf("remove %d\n", virEventRemoveTimeout(timer));
    settle();
    printf("freed %d\n", frees);
}

static void handles(void)
{
    make_pipe(ends);
    watch = virEventAddHandle(ends[0], VIR_EVENT_HANDLE_READABLE, on_input, NULL, counted_free);
    fill(ends[1]);
    settle();
    fill(ends[1]);
    settle();
    if (watch > 0)
        printf("remove %d\n", virEventRemoveHandle(watch));
    settle();
    printf("freed %d\n", frees);
}

/* Error handlers: the thread's, and the connection's. */

static void on_error(void *opaque, virErrorPtr error)
{
    virConnectPtr own;
    (void)opaque;
    printf("  handler code=%d\n", error->code);
    if (called++)
        return;
    if (strcmp(doing, "call") == 0) {
        remote_call("  call", conn);
    } else if (strcmp(doing, "open") == 0) {
        own = virConnectOpen(uri);
        result("  close", virConnectClose(own));
    } else if (strcmp(doing, "reset") == 0) {
        virResetLastError();
    } else if (strcmp(doing, "again") == 0) {
        result_pointer("  fails, too", virDomainLookupByName(conn, "neither"));
    } else if (strcmp(doing, "other handler") == 0) {
        virSetErrorFunc(NULL, quiet);
        virConnSetErrorFunc(conn, NULL, quiet);
    } else if (strcmp(doing, "ref and close") == 0) {
        result("  ref", virConnectRef(conn));
        result("  close", virConnectClose(conn));
    }
    printf("  still code=%d\n", error->code);
}

static void error_handler(int of_connection)
{
    if (of_connection)
        virConnSetErrorFunc(conn, NULL, on_error);
    else
        virSetErrorFunc(NULL, on_error);
    result_pointer("missing", virDomainLookupByName(conn, "missing"));
    result_pointer("missing", virDomainLookupByName(conn, "missing"));
    virConnSetErrorFunc(conn, NULL, NULL);
    virSetErrorFunc(NULL, quiet);
}

static void thread_errors(void) { error_handler(0); }
static void connection_errors(void) { error_handler(1); }

/* Stream callbacks, on a volume of the same daemon. */

static virStreamPtr st;
static virStorageVolPtr vol;
static virStoragePoolPtr pool;
static int ended;

static void on_stream(virStreamPtr s, int events, void *opaque)
{
    char bytes[1000];
    (void)opaque;
    if (called++ == 0) {
        printf("  stream %d\n", events & VIR_STREAM_EVENT_READABLE);
        if (strcmp(doing, "call") == 0) {
            remote_call("  call", conn);
        } else if (strcmp(doing, "abort") == 0) {
            result("  abort", virStreamAbort(s));
            ended = 1;
        } else if (strcmp(doing, "finish") == 0) {
            while (virStreamRecv(s, bytes, sizeof(bytes)) > 0)
                ;
            virResetLastError();
        } else if (strcmp(doing, "itself") == 0) {
            result("  remove itself", virStreamEventRemoveCallback(s));
            ended = 1;
        } else if (strcmp(doing, "update") == 0) {
            result("  update", virStreamEventUpdateCallback(s, 0));
            ended = 1;
        } else if (strcmp(doing, "free") == 0) {
            result("  abort", virStreamAbort(s));
            result("  remove itself", virStreamEventRemoveCallback(s));
            result("  free", virStreamFree(s));
            st = NULL;
            ended = 1;
        } else if (strcmp(doing, "another stream") == 0) {
            virStreamPtr own = virStreamNew(conn, 0);
            result("  download", virStorageVolDownload(vol, own, 0, 10, 0));
            result("  receive", virStreamRecv(own, bytes, sizeof(bytes)));
            result("  abort", virStreamAbort(own));
            result("  free", virStreamFree(own));
        }
        if (ended)
            return;
    }
    int got = virStreamRecv(s, bytes, sizeof(bytes));
    if (got == 0 || got == -1) {
        result("  last receive", got);
        result("  remove", virStreamEventRemoveCallback(s));
        result("  finish", got == 0 ? virStreamFinish(s) : virStreamAbort(s));
        ended = 1;
    }
}

static int storage(void)
{
    char xml[1024], place[600];
    const char *socket = strstr(uri, "socket=");
    const char *end = socket ? strstr(socket, "/run/libvirt/") : NULL;
    if (!end)
        return -1;
    snprintf(place, sizeof(place), "storage+unix:///session?%s", socket);
    snprintf(xml, sizeof(xml), "<pool type='dir'><name>ox-inside</name><target><path>%.*s/home/inside-pool</path></target></pool>",
             (int)(end - socket - 7), socket + 7);
    virConnectClose(conn);
    conn = virConnectOpen(place);
    pool = virStoragePoolLookupByName(conn, "ox-inside");
    if (!pool)
        pool = virStoragePoolCreateXML(conn, xml, VIR_STORAGE_POOL_CREATE_WITH_BUILD);
    vol = virStorageVolLookupByName(pool, "one");
    if (!vol)
        vol = virStorageVolCreateXML(pool, "<volume><name>one</name><capacity>20000</capacity><target><format type='raw'/></target></volume>", 0);
    virResetLastError();
    return vol ? 0 : -1;
}

static void streams(void)
{
    if (storage() < 0) {
        result("no volume", 0);
        return;
    }
    st = virStreamNew(conn, VIR_STREAM_NONBLOCK);
    result("download", virStorageVolDownload(vol, st, 0, 20000, 0));
    result("add", virStreamEventAddCallback(st, VIR_STREAM_EVENT_READABLE, on_stream, NULL, NULL));
    run_until(&ended, 1);
    printf("ended %d\n", ended);
    settle();
    if (st && (strcmp(doing, "itself") == 0 || strcmp(doing, "update") == 0))
        result("abort", virStreamAbort(st));
    if (st && strcmp(doing, "update") == 0)
        result("remove", virStreamEventRemoveCallback(st));
    settle();
    if (st)
        result("free", virStreamFree(st));
    virStorageVolFree(vol);
    virStoragePoolFree(pool);
}

/* Runs one case in a process of its own. */
static void try(const char *name, void (*run)(void), const char *what)
{
    int status;
    printf("%s: %s\n", name, what);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        alarm(HANG_TIMEOUT);
        doing = what;
        virSetErrorFunc(NULL, quiet);
        virEventRegisterDefaultImpl();
        conn = virConnectOpen(uri);
        if (conn)
            run();
        if (conn)
            printf("closed %d\n", virConnectClose(conn));
        fflush(stdout);
        _exit(conn || strcmp(what, "last") == 0 ? 0 : 1);
    }
    if (waitpid(child, &status, 0) != child)
        exit(1);
    /* A death that both libraries have in common is no result. */
    if (WIFSIGNALED(status))
        raise(WTERMSIG(status));
    printf("status %d\n", WEXITSTATUS(status));
}

int main(int argc, char **argv)
{
    static const char *const in_objects[] = {"call", "itself", "itself and again", "another", "add", "ref and close", "last", "open", "trigger"};
    static const char *const in_loop[] = {"call", "open", "last", "itself", "update", "turn", "add"};
    static const char *const in_errors[] = {"call", "open", "reset", "again", "other handler", "ref and close"};
    static const char *const in_streams[] = {"call", "abort", "finish", "itself", "update", "free", "another stream"};
    if (argc < 2)
        return 77;
    uri = argv[1];
    setvbuf(stdout, NULL, _IOLBF, 0);
    for (size_t k = 0; k < 4; k++)
        for (size_t i = 0; i < sizeof(in_objects) / sizeof(*in_objects); i++) {
            kind = &kinds[k];
            try(kind->name, objects, in_objects[i]);
        }
    for (size_t i = 0; i < sizeof(in_loop) / sizeof(*in_loop); i++) {
        try("timer", timers, in_loop[i]);
        try("descriptor", handles, in_loop[i]);
    }
    for (size_t i = 0; i < sizeof(in_errors) / sizeof(*in_errors); i++) {
        try("error", thread_errors, in_errors[i]);
        try("connection's error", connection_errors, in_errors[i]);
    }
    for (size_t i = 0; i < sizeof(in_streams) / sizeof(*in_streams); i++)
        try("stream", streams, in_streams[i]);
    return 0;
}
