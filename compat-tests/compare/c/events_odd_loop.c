/* An event loop that never runs, calls for no reason and in the wrong order. needs: daemon */
#include "odd_loop.h"
#include <limits.h>

static int called;

static int lifecycle(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)conn, (void)detail;
    called++;
    printf("  lifecycle %s: %s event=%d\n", (const char *)opaque, virDomainGetName(dom), event);
    return 0;
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

    result("alive", virConnectIsAlive(conn));
    result("version", virConnectGetLibVersion(conn, &version));
    result("deregister", virConnectDomainEventDeregisterAny(conn, id));
    all_timers();
    result("domain", virDomainFree(dom));
    result("close", virConnectClose(conn));
    sweep();
    all_timers();
    left_over();
    return 0;
}
