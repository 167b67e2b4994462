/* Events through an event loop of the program: the timers the library asks for, and who is freed when. needs: daemon */
#include "events.h"
#include <poll.h>

#define ROOM 32

struct source {
    int used, fd, state, traced;
    virEventHandleCallback handle;
    virEventTimeoutCallback timeout;
    void *opaque;
    virFreeCallback free;
};

static struct source sources[ROOM], removed[ROOM];
static int removals;
static int traced;

static int place(void)
{
    for (int i = 0; i < ROOM; i++)
        if (!sources[i].used)
            return i;
    exit(77);
}

static int drop(int id)
{
    if (!sources[id].used)
        return -1;
    removed[removals++] = sources[id];
    memset(&sources[id], 0, sizeof(sources[id]));
    return 0;
}

static int add_handle(int fd, int events, virEventHandleCallback cb, void *opaque, virFreeCallback ff)
{
    int i = place();
    sources[i] = (struct source){1, fd, events, 0, cb, NULL, opaque, ff};
    return i;
}

static void update_handle(int id, int events) { sources[id].state = events; }

static int remove_handle(int id) { return drop(id); }

static int add_timeout(int ms, virEventTimeoutCallback cb, void *opaque, virFreeCallback ff)
{
    int i = place();
    if (traced)
        printf("    add timeout %d\n", ms);
    sources[i] = (struct source){1, -1, ms, traced, NULL, cb, opaque, ff};
    return i;
}

static void update_timeout(int id, int ms)
{
    /* Whether an event comes before or after the reply of the call that made it is the daemon's timing. */
    if (sources[id].traced && ms < 0)
        printf("    update timeout %d\n", ms);
    if (id >= 0 && id < ROOM && sources[id].used)
        sources[id].state = ms;
}

static int remove_timeout(int id)
{
    if (sources[id].traced)
        printf("    remove timeout\n");
    return drop(id);
}

static void free_removed(void)
{
    while (removals > 0) {
        struct source gone = removed[--removals];
        if (gone.free)
            gone.free(gone.opaque);
    }
}

/* One turn: what was removed is freed, then the first timer that is due at once runs, or else the handles. */
static void turn(void)
{
    free_removed();
    for (int i = 0; i < ROOM; i++)
        if (sources[i].used && sources[i].timeout && sources[i].state == 0) {
            sources[i].timeout(i, sources[i].opaque);
            return;
        }
    struct pollfd set[ROOM];
    int id[ROOM], count = 0;
    for (int i = 0; i < ROOM; i++)
        if (sources[i].used && sources[i].handle && sources[i].state) {
            set[count] = (struct pollfd){sources[i].fd, POLLIN, 0};
            id[count++] = i;
        }
    if (poll(set, (nfds_t)count, HANG_TIMEOUT * 1000) <= 0)
        exit(1);
    for (int i = 0; i < count; i++)
        if (set[i].revents && sources[id[i]].handle)
            sources[id[i]].handle(id[i], set[i].fd, VIR_EVENT_HANDLE_READABLE, sources[id[i]].opaque);
}

static int called, own;

static int lifecycle(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)conn, (void)detail;
    called++;
    printf("  lifecycle %s: %s event=%d\n", (const char *)opaque, virDomainGetName(dom), event);
    return 0;
}

/* Takes itself out and gives up the program's reference to the connection. */
static int leaves(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    lifecycle(conn, dom, event, detail, opaque);
    result("  off", virConnectDomainEventDeregisterAny(conn, own));
    result("  close", virConnectClose(conn));
    return 0;
}

static void run(int count)
{
    while (called < count)
        turn();
    called = 0;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 77;
    setvbuf(stdout, NULL, _IOLBF, 0);
    virSetErrorFunc(NULL, quiet);
    virEventRegisterImpl(add_handle, update_handle, remove_handle, add_timeout, update_timeout, remove_timeout);
    virConnectPtr conn = virConnectOpen(argv[1]);
    if (!conn)
        return 77;
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    traced = 1;
    int one = virConnectDomainEventRegisterAny(conn, NULL, 0, VIR_DOMAIN_EVENT_CALLBACK(lifecycle), "one", on_free);
    result("one", one);
    result("one again", virConnectDomainEventRegisterAny(conn, NULL, 0, VIR_DOMAIN_EVENT_CALLBACK(lifecycle), "x", on_free));
    result("old", virConnectDomainEventRegister(conn, lifecycle, "old", on_free));
    result("suspend", virDomainSuspend(dom));
    run(2);
    result("one off", virConnectDomainEventDeregisterAny(conn, one));
    result("old off", virConnectDomainEventDeregister(conn, lifecycle));
    result("refused", virConnectSecretEventRegisterAny(conn, NULL, 0, VIR_SECRET_EVENT_CALLBACK(lifecycle), "x", on_free));
    own = virConnectDomainEventRegisterAny(conn, NULL, 0, VIR_DOMAIN_EVENT_CALLBACK(leaves), "leaves", on_free);
    result("leaves", own);
    result("resume", virDomainResume(dom));
    virDomainFree(dom);
    run(1);
    free_removed();
    for (int i = 0; i < ROOM; i++)
        if (sources[i].used)
            printf("left over: %s\n", sources[i].handle ? "handle" : "timer");
    return 0;
}
