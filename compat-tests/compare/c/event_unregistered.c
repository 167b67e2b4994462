/* The event functions before an implementation is registered. needs: daemon */
#include "events.h"

static int lifecycle(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)conn, (void)dom, (void)event, (void)detail, (void)opaque;
    return 0;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 77;
    setvbuf(stdout, NULL, _IOLBF, 0);
    result("initialize", virInitialize());
    result("add handle", virEventAddHandle(0, 1, on_handle, "x", on_free));
    virEventUpdateHandle(1, 1);
    result("update handle", 0);
    result("remove handle", virEventRemoveHandle(1));
    result("add timeout", virEventAddTimeout(0, on_timeout, "x", on_free));
    virEventUpdateTimeout(1, 1);
    result("update timeout", 0);
    result("remove timeout", virEventRemoveTimeout(1));
    virConnectPtr conn = virConnectOpen(argv[1]);
    if (!conn)
        return 77;
    result("keepalive", virConnectSetKeepAlive(conn, 5, 5));
    result("keepalive off", virConnectSetKeepAlive(conn, 0, 0));
    result("event", virConnectDomainEventRegister(conn, lifecycle, "x", on_free));
    result("event any",
           virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                            VIR_DOMAIN_EVENT_CALLBACK(lifecycle), "x", on_free));
    virStreamPtr stream = virStreamNew(conn, VIR_STREAM_NONBLOCK);
    result_pointer("non-blocking stream", stream);
    if (stream)
        result("stream free", virStreamFree(stream));
    result("close", virConnectClose(conn));
    return 0;
}
