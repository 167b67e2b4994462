/* An event loop that never runs, calls for no reason, in the wrong order, and reports ends that are none. needs: daemon */
#include "events.h"
#include <limits.h>
#include <poll.h>

#define ROOM 64

struct source {
    int used, fd, state;
    virEventHandleCallback handle;
    virEventTimeoutCallback timeout;
    void *opaque;
    virFreeCallback free;
};

static struct source sources[ROOM];

static int place(struct source source)
{
    for (int i = 0; i < ROOM; i++)
        if (!sources[i].used) {
            sources[i] = source;
            return i;
        }
    exit(77);
}

static int drop(int id)
{
    if (id < 0 || id >= ROOM || !sources[id].used)
        return -1;
    sources[id].used = 2; /* freed by the next turn */
    return 0;
}

static int add_handle(int fd, int events, virEventHandleCallback cb, void *opaque, virFreeCallback ff)
{
    return place((struct source){1, fd, events, cb, NULL, opaque, ff});
}

static int add_timeout(int ms, virEventTimeoutCallback cb, void *opaque, virFreeCallback ff)
{
    return place((struct source){1, -1, ms, NULL, cb, opaque, ff});
}

static void update(int id, int state)
{
    if (id >= 0 && id < ROOM && sources[id].used)
        sources[id].state = state;
}

static int live(const struct source *source) { return source->used == 1; }

static void sweep(void)
{
    for (int i = 0; i < ROOM; i++)
        if (sources[i].used == 2) {
            struct source gone = sources[i];
            sources[i].used = 0;
            if (gone.free)
                gone.free(gone.opaque);
        }
}

/* Calls every timer, wanted or not, the newest first. */
static void all_timers(void)
{
    for (int i = ROOM - 1; i >= 0; i--)
        if (live(&sources[i]) && sources[i].timeout)
            sources[i].timeout(i, sources[i].opaque);
    sweep();
}

/* Tells every handle of `events` that did not happen. */
static void all_handles(int events)
{
    for (int i = ROOM - 1; i >= 0; i--)
        if (live(&sources[i]) && sources[i].handle)
            sources[i].handle(i, sources[i].fd, events, sources[i].opaque);
    sweep();
}

/* Waits until there is something to read, and tells of it. */
static void read_once(void)
{
    struct pollfd set[ROOM];
    int id[ROOM], count = 0;
    for (int i = 0; i < ROOM; i++)
        if (live(&sources[i]) && sources[i].handle && sources[i].state) {
            set[count] = (struct pollfd){sources[i].fd, POLLIN, 0};
            id[count++] = i;
        }
    if (poll(set, (nfds_t)count, 10000) <= 0)
        exit(1);
    for (int i = 0; i < count; i++)
        if (set[i].revents)
            sources[id[i]].handle(id[i], set[i].fd, VIR_EVENT_HANDLE_READABLE, sources[id[i]].opaque);
}

static int called;

static int lifecycle(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)conn, (void)detail;
    called++;
    printf("  lifecycle %s: %s event=%d\n", (const char *)opaque, virDomainGetName(dom), event);
    return 0;
}

static void left_over(void)
{
    int handles = 0, timers = 0;
    for (int i = 0; i < ROOM; i++)
        if (live(&sources[i]))
            sources[i].handle ? handles++ : timers++;
    printf("left over: %d handles, %d timers\n", handles, timers);
}

static virConnectPtr opened(const char *uri)
{
    virConnectPtr conn = virConnectOpen(uri);
    if (!conn)
        exit(77);
    return conn;
}

int main(int argc, char **argv)
{
    unsigned long version;
    if (argc < 2)
        return 77;
    setvbuf(stdout, NULL, _IOLBF, 0);
    virSetErrorFunc(NULL, quiet);
    virEventRegisterImpl(add_handle, update, drop, add_timeout, update, drop);

    printf("a loop that never runs\n");
    virConnectPtr conn = opened(argv[1]);
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    int id = virConnectDomainEventRegisterAny(conn, NULL, 0, VIR_DOMAIN_EVENT_CALLBACK(lifecycle), "never", on_free);
    result("register", id);
    for (int n = 0; n < 20; n++)
        if (virDomainSuspend(dom) < 0 || virDomainResume(dom) < 0)
            result("suspend and resume", -1);
    result("deregister", virConnectDomainEventDeregisterAny(conn, id));
    result("domain", virDomainFree(dom));
    result("close", virConnectClose(conn));
    printf("called %d times\n", called);
    sweep();
    all_timers();
    left_over();

    printf("calls for no reason\n");
    conn = opened(argv[1]);
    dom = virDomainLookupByName(conn, "test");
    id = virConnectDomainEventRegisterAny(conn, NULL, 0, VIR_DOMAIN_EVENT_CALLBACK(lifecycle), "spurious", on_free);
    result("register", id);
    for (int n = 0; n < 50; n++) {
        all_timers();
        all_handles(VIR_EVENT_HANDLE_READABLE);
        all_handles(VIR_EVENT_HANDLE_WRITABLE);
        all_handles(VIR_EVENT_HANDLE_READABLE | VIR_EVENT_HANDLE_WRITABLE);
        all_handles(0);
        all_handles(1 << 20);
    }
    result("alive", virConnectIsAlive(conn));
    result("version", virConnectGetLibVersion(conn, &version));

    printf("keepalive at its edges\n");
    static const struct { int interval; unsigned count; } edges[] = {
        {-1, 5}, {INT_MIN, 1}, {0, 0}, {INT_MAX, UINT_MAX}, {INT_MAX, 0}, {1000, UINT_MAX}, {0, UINT_MAX}};
    for (size_t n = 0; n < sizeof(edges) / sizeof(*edges); n++) {
        virConnectPtr other = opened(argv[1]);
        result("keepalive", virConnectSetKeepAlive(other, edges[n].interval, edges[n].count));
        result("keepalive again", virConnectSetKeepAlive(other, edges[n].interval, edges[n].count));
        result("keepalive off", virConnectSetKeepAlive(other, 0, 0));
        result("alive", virConnectIsAlive(other));
        result("version", virConnectGetLibVersion(other, &version));
        result("close", virConnectClose(other));
        all_timers();
    }

    printf("timers before what they are for, and after\n");
    called = 0;
    result("suspend", virDomainSuspend(dom));
    all_timers();
    while (called < 1) {
        all_timers();
        if (called < 1)
            read_once();
        all_timers();
    }
    for (int n = 0; n < 10; n++)
        all_timers();
    result("resume", virDomainResume(dom));
    while (called < 2) {
        all_timers();
        if (called < 2)
            read_once();
        all_handles(VIR_EVENT_HANDLE_READABLE);
        all_timers();
    }
    printf("called %d times\n", called);

    static const int ends[] = {VIR_EVENT_HANDLE_ERROR, VIR_EVENT_HANDLE_HANGUP,
                               VIR_EVENT_HANDLE_ERROR | VIR_EVENT_HANDLE_HANGUP,
                               VIR_EVENT_HANDLE_READABLE | VIR_EVENT_HANDLE_HANGUP};
    for (size_t n = 0; n < sizeof(ends) / sizeof(*ends); n++) {
        printf("an end that is none (%d)\n", ends[n]);
        virConnectPtr other = opened(argv[1]);
        all_handles(ends[n]);
        result("alive", virConnectIsAlive(other));
        result("version", virConnectGetLibVersion(other, &version));
        all_timers();
        result("close", virConnectClose(other));
        all_timers();
    }
    result("first: alive", virConnectIsAlive(conn));
    result("first: version", virConnectGetLibVersion(conn, &version));
    result("first: deregister", virConnectDomainEventDeregisterAny(conn, id));
    all_timers();
    result("first: domain", virDomainFree(dom));
    result("first: close", virConnectClose(conn));
    sweep();
    all_timers();
    left_over();
    return 0;
}
