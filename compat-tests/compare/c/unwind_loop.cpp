/*
 * A registered event loop whose functions throw: while a connection is opened, while events are subscribed to, while it is
 * closed, and in what the loop calls of the library's own. The connection stays usable. In the stock library locks stay taken, and
 * it crashes (docs/DIFFERENCES.md).
 * needs: daemon
 */
#include "unwind.h"
extern "C" {
#include "odd_loop.h"
}

static const char *bad = "";

static void maybe(const char *function)
{
    if (strcmp(bad, function) == 0) {
        bad = "";
        throw thrown{function};
    }
}

static int throwing_add_handle(int fd, int events, virEventHandleCallback cb, void *opaque, virFreeCallback ff)
{
    maybe("add handle");
    return add_handle(fd, events, cb, opaque, ff);
}

static void throwing_update_handle(int watch, int events)
{
    maybe("update handle");
    update(watch, events);
}

static int throwing_remove_handle(int watch)
{
    maybe("remove handle");
    return drop(watch);
}

static int throwing_add_timeout(int ms, virEventTimeoutCallback cb, void *opaque, virFreeCallback ff)
{
    maybe("add timeout");
    return add_timeout(ms, cb, opaque, ff);
}

static void throwing_update_timeout(int timer, int ms)
{
    maybe("update timeout");
    update(timer, ms);
}

static int throwing_remove_timeout(int timer)
{
    maybe("remove timeout");
    return drop(timer);
}

static int events;

static int on_event(virConnectPtr, virDomainPtr, int, int, void *)
{
    events++;
    maybe("event");
    return 0;
}

int main(int, char **argv)
{
    setvbuf(stdout, nullptr, _IOLBF, 0);
    virSetErrorFunc(nullptr, quiet);
    virEventRegisterImpl(throwing_add_handle, throwing_update_handle, throwing_remove_handle, throwing_add_timeout,
                         throwing_update_timeout, throwing_remove_timeout);
    bad = "add handle";
    expect("open", [=] { virConnectOpen(argv[1]); });
    bad = "add timeout";
    expect("open", [=] { virConnectOpen(argv[1]); });
    virConnectPtr conn = opened(argv[1]);
    usable(conn);
    auto subscribe = [=] {
        return virConnectDomainEventRegisterAny(conn, nullptr, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                                VIR_DOMAIN_EVENT_CALLBACK(on_event), nullptr, nullptr);
    };
    bad = "add timeout";
    expect("subscribe", subscribe);
    usable(conn);
    int id = subscribe();
    printf("subscribed: %d\n", id >= 0);
    virDomainPtr dom = virDomainLookupByName(conn, "test");

    /* What the event needs to be delivered throws first, then the callback; it is delivered all the same. */
    virDomainSuspend(dom);
    bad = "update timeout";
    expect("timers", [] { while (!events) { all_handles(VIR_EVENT_HANDLE_READABLE); all_timers(); } });
    expect("timers", [] { while (!events) { all_handles(VIR_EVENT_HANDLE_READABLE); all_timers(); } });
    virDomainResume(dom);
    bad = "event";
    expect("timers", [] { while (events < 2) { all_handles(VIR_EVENT_HANDLE_READABLE); all_timers(); } });
    usable(conn);
    virDomainFree(dom);
    bad = "update timeout";
    expect("keepalive", [=] { virConnectSetKeepAlive(conn, 5, 3); });
    bad = "remove timeout";
    expect("unsubscribe", [=] { virConnectDomainEventDeregisterAny(conn, id); });
    usable(conn);
    bad = "remove handle";
    expect("close", [=] { virConnectClose(conn); });
    sweep();
    return 0;
}
