/*
 * Exceptions of C++ thrown in every function that the library calls: each reaches the caller, and the connection stays
 * usable. The functions of a registered event loop are in unwind_loop.cpp, what the stock library does not survive is in
 * unwind_kept.cpp.
 * needs: daemon
 */
#include "relay.h"
#include "unwind.h"
#include <initializer_list>

static void throwing_handler(void *opaque, virErrorPtr error)
{
    printf("  handler: %d\n", error->code);
    throw thrown{static_cast<const char *>(opaque)};
}

static void error_handlers(virConnectPtr conn)
{
    static char global[] = "error", own[] = "connection's error";
    virSetErrorFunc(global, throwing_handler);
    expect("open", [] { virConnectOpen("nonsense:///x"); });
    printf("  ");
    print_error();
    expect("lookup", [=] { virDomainLookupByName(conn, "none"); });
    printf("  ");
    print_error();
    virTypedParameterPtr params = nullptr;
    int count = 0, room = 0;
    expect("typed parameter", [&] {
        char name[200];
        memset(name, 'a', sizeof(name) - 1);
        name[sizeof(name) - 1] = 0;
        virTypedParamsAddInt(&params, &count, &room, name, 1);
    });
    virTypedParamsFree(params, count);
    virConnSetErrorFunc(conn, own, throwing_handler);
    expect("lookup", [=] { virDomainLookupByName(conn, "none"); });
    virSetErrorFunc(nullptr, quiet);
    virConnSetErrorFunc(conn, nullptr, nullptr);
    usable(conn);
}

/* Streams ---------------------------------------------------------------------------------------------------------------- */

static virConnectPtr storage;
static virStorageVolPtr vol, empty;

static virStorageVolPtr volume(virStoragePoolPtr pool, const char *name)
{
    char xml[256];
    snprintf(xml, sizeof(xml), "<volume><name>%s</name><capacity>4194304</capacity><allocation>0</allocation>"
                               "<target><format type='raw'/></target></volume>", name);
    return virStorageVolCreateXML(pool, xml, 0);
}

static int set_up_storage(const char *uri)
{
    char where[512], xml[1024], dir[256];
    const char *socket = strstr(uri, "socket=");
    const char *end = socket ? strstr(socket, "/run/libvirt/") : nullptr;
    if (!end)
        return -1;
    snprintf(where, sizeof(where), "storage+unix:///session?%s", socket);
    socket += strlen("socket=");
    snprintf(dir, sizeof(dir), "%.*s/home/unwind-pool", static_cast<int>(end - socket), socket);
    snprintf(xml, sizeof(xml), "<pool type='dir'><name>ox-unwind</name><target><path>%s</path></target></pool>", dir);
    storage = virConnectOpen(where);
    virStoragePoolPtr pool = storage ? virStoragePoolCreateXML(storage, xml, VIR_STORAGE_POOL_CREATE_WITH_BUILD) : nullptr;
    if (!pool)
        return -1;
    vol = volume(pool, "written");
    empty = volume(pool, "empty");
    virStoragePoolFree(pool);
    return vol && empty ? 0 : -1;
}

static int rounds;

static int source(virStreamPtr, char *data, size_t nbytes, void *opaque)
{
    if (rounds++ > 0 || opaque)
        throw thrown{"source"};
    memset(data, 'x', nbytes);
    return static_cast<int>(nbytes);
}

static int sink(virStreamPtr, const char *, size_t nbytes, void *opaque)
{
    if (!opaque)
        throw thrown{"sink"};
    return static_cast<int>(nbytes);
}
static int hole(virStreamPtr, int *in_data, long long *length, void *opaque)
{
    if (opaque)
        throw thrown{"source hole"};
    *in_data = 0;
    *length = 4096;
    return 0;
}
static int skip(virStreamPtr, long long, void *) { throw thrown{"skip"}; }
static int sink_hole(virStreamPtr, long long, void *) { throw thrown{"sink hole"}; }

template <typename F> static void with_stream(bool up, unsigned int flags, F f)
{
    virStreamPtr st = virStreamNew(storage, 0);
    if (up ? virStorageVolUpload(vol, st, 0, 0, flags) : virStorageVolDownload(flags ? empty : vol, st, 0, 0, flags))
        result("no stream", -1);
    f(st);
    printf("  abort: %d\n", virStreamAbort(st));
    printf("  free: %d\n", virStreamFree(st));
    virResetLastError();
    usable(storage);
}

static void streams(const char *uri)
{
    if (set_up_storage(uri) < 0) {
        print_error();
        exit(77);
    }
    int data = 0;
    with_stream(true, 0, [](virStreamPtr st) { expect("send", [=] { virStreamSendAll(st, source, nullptr); }); });
    with_stream(true, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM, [&](virStreamPtr st) {
        expect("sparse send", [&] { virStreamSparseSendAll(st, source, hole, skip, &data); });
    });
    with_stream(true, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM, [](virStreamPtr st) {
        expect("sparse send", [=] { virStreamSparseSendAll(st, source, hole, skip, nullptr); });
    });
    with_stream(false, 0, [](virStreamPtr st) { expect("receive", [=] { virStreamRecvAll(st, sink, nullptr); }); });
    with_stream(false, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM, [&](virStreamPtr st) {
        expect("sparse receive", [&] { virStreamSparseRecvAll(st, sink, sink_hole, &data); });
    });
    for (virStorageVolPtr one : {vol, empty}) {
        virStorageVolDelete(one, 0);
        virStorageVolFree(one);
    }
    virConnectClose(storage);
}

/* The default loop ------------------------------------------------------------------------------------------------------- */

static int fired;

static void throwing_timer(int, void *) { throw thrown{"timer"}; }
static void throwing_handle(int, int, int, void *) { throw thrown{"handle"}; }
static void throwing_free(void *opaque) { throw thrown{static_cast<const char *>(opaque)}; }
static void good_timer(int, void *) { fired++; }

static void run() { virEventRunDefaultImpl(); }

static void loop()
{
    int ends[2];
    static char freed[] = "free";
    if (pipe(ends) < 0 || write(ends[1], "x", 1) != 1)
        exit(77);
    int timer = virEventAddTimeout(0, throwing_timer, nullptr, nullptr);
    expect("timer", [] { for (int i = 0; i < 5; i++) run(); });
    virEventRemoveTimeout(timer);
    int watch = virEventAddHandle(ends[0], VIR_EVENT_HANDLE_READABLE, throwing_handle, nullptr, nullptr);
    expect("handle", [] { for (int i = 0; i < 5; i++) run(); });
    virEventRemoveHandle(watch);
    watch = virEventAddHandle(ends[0], 0, throwing_handle, freed, throwing_free);
    virEventRemoveHandle(watch);
    expect("free of a handle", [] { for (int i = 0; i < 5; i++) { virEventAddTimeout(0, good_timer, nullptr, nullptr); run(); } });
    close(ends[0]);
    close(ends[1]);
    fired = 0;
    timer = virEventAddTimeout(0, good_timer, nullptr, nullptr);
    for (int i = 0; i < 5; i++)
        run();
    printf("the loop goes on: %d\n", fired > 0);
    virEventRemoveTimeout(timer);
}

/* Events ----------------------------------------------------------------------------------------------------------------- */

static int events;

static int on_event(virConnectPtr, virDomainPtr, int event, int, void *opaque)
{
    events++;
    if (opaque)
        throw thrown{"event"};
    printf("  event %d\n", event);
    return 0;
}

static void events_of(virConnectPtr conn)
{
    int opaque = 0;
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    int id = virConnectDomainEventRegisterAny(conn, nullptr, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                              VIR_DOMAIN_EVENT_CALLBACK(on_event), &opaque, nullptr);
    virDomainSuspend(dom);
    expect("event", [] { while (!events) run(); });
    usable(conn);
    virConnectDomainEventDeregisterAny(conn, id);
    virDomainResume(dom);
    virDomainFree(dom);
}

/* The end of a connection ------------------------------------------------------------------------------------------------ */

static int closed;

static void on_close(virConnectPtr, int reason, void *)
{
    closed++;
    printf("  closed: %d\n", reason);
    throw thrown{"close"};
}

static void closing(const char *uri)
{
    char path[300];
    const char *socket = strstr(uri, "socket=") + strlen("socket=");
    char here[200];
    if (!getcwd(here, sizeof(here)))
        exit(77);
    snprintf(path, sizeof(path), "%s/r", here);
    pid_t pid = relay(socket, path);
    char through[400];
    snprintf(through, sizeof(through), "test+unix:///default?socket=%s", path);
    virConnectPtr conn = virConnectOpen(through);
    if (!conn) {
        print_error();
        exit(77);
    }
    virConnectRegisterCloseCallback(conn, on_close, nullptr, nullptr);
    usable(conn);
    end(pid);
    expect("close callback", [] { while (!closed) run(); });
    unsigned long version;
    result("afterwards", virConnectGetLibVersion(conn, &version));
    virConnectClose(conn);
    unlink(path);
}

int main(int, char **argv)
{
    setvbuf(stdout, nullptr, _IOLBF, 0);
    virSetErrorFunc(nullptr, quiet);
    virEventRegisterDefaultImpl();
    virConnectPtr conn = virConnectOpen(argv[1]);
    if (!conn)
        return 77;
    error_handlers(conn);
    streams(argv[1]);
    loop();
    events_of(conn);
    closing(argv[1]);
    virConnectClose(conn);
    return 0;
}
