/* Close callbacks: registered, refused, called when the peer goes away inside and outside of calls. needs: daemon */
#include "events.h"
#include "relay.h"

static int closed;

static void on_close(virConnectPtr conn, int reason, void *opaque)
{
    (void)conn;
    closed++;
    printf("  closed %s: reason=%d\n", (const char *)opaque, reason);
}

static void on_close2(virConnectPtr conn, int reason, void *opaque) { on_close(conn, reason, opaque); }

static void closes(virConnectPtr conn, int reason, void *opaque)
{
    closed++;
    printf("  closes %s: reason=%d\n", (const char *)opaque, reason);
    printf("  close inside: %d\n", virConnectClose(conn));
}

static int lifecycle(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)conn, (void)dom, (void)event, (void)detail, (void)opaque;
    return 0;
}

static void run_until_closed(void)
{
    while (!closed)
        if (virEventRunDefaultImpl() < 0)
            break;
    closed = 0;
}

int main(int argc, char **argv)
{
    char path[100], uri[200], *socket = argc < 2 ? NULL : strstr(argv[1], "socket=");
    if (!socket)
        return 77;
    socket += strlen("socket=");
    setvbuf(stdout, NULL, _IOLBF, 0);
    virSetErrorFunc(NULL, quiet);
    virEventRegisterDefaultImpl();
    snprintf(path, sizeof(path), "%s.relay", socket);
    snprintf(uri, sizeof(uri), "test+unix:///default?socket=%s", path);

    virConnectPtr conn = virConnectOpen(argv[1]);
    if (!conn)
        return 77;
    result("NULL", virConnectRegisterCloseCallback(conn, NULL, "x", on_free));
    result("no connection", virConnectRegisterCloseCallback(NULL, on_close, "x", on_free));
    result("unregister nothing", virConnectUnregisterCloseCallback(conn, on_close));
    result("unregister NULL", virConnectUnregisterCloseCallback(conn, NULL));
    result("register", virConnectRegisterCloseCallback(conn, on_close, "one", on_free));
    result("register second", virConnectRegisterCloseCallback(conn, on_close2, "two", on_free));
    result("unregister other", virConnectUnregisterCloseCallback(conn, on_close2));
    result("unregister", virConnectUnregisterCloseCallback(conn, on_close));
    result("register again", virConnectRegisterCloseCallback(conn, on_close2, "again", on_free));
    result("reference", virConnectRef(conn));
    result("close", virConnectClose(conn));
    result("unregister", virConnectUnregisterCloseCallback(conn, on_close2));
    result("close", virConnectClose(conn));

    printf("in the loop\n");
    pid_t pid = relay(socket, path);
    if (!(conn = virConnectOpen(uri)))
        return 77;
    result("register", virConnectRegisterCloseCallback(conn, on_close, "loop", on_free));
    result("event", virConnectDomainEventRegisterAny(conn, NULL, 0, VIR_DOMAIN_EVENT_CALLBACK(lifecycle), "event", on_free));
    end(pid);
    run_until_closed();
    result("alive", virConnectIsAlive(conn));
    result("register after", virConnectRegisterCloseCallback(conn, on_close2, "after", on_free));
    result_string("call after", virConnectGetHostname(conn));
    result("event off", virConnectDomainEventDeregisterAny(conn, 0));
    result("event after", virConnectDomainEventRegisterAny(conn, NULL, 0, VIR_DOMAIN_EVENT_CALLBACK(lifecycle), "bad", on_free));
    printf("close: %d\n", virConnectClose(conn));

    printf("in a call\n");
    setenv("BREAK", "1", 1);
    pid = relay(socket, path);
    if (!(conn = virConnectOpen(uri)))
        return 77;
    result("register", virConnectRegisterCloseCallback(conn, on_close, "call", on_free));
    result_string("broken call", virConnectGetHostname(conn));
    printf("called %d\n", closed);
    closed = 0;
    printf("close: %d\n", virConnectClose(conn));
    end(pid);
    unsetenv("BREAK");

    printf("closing inside\n");
    pid = relay(socket, path);
    if (!(conn = virConnectOpen(uri)))
        return 77;
    result("register", virConnectRegisterCloseCallback(conn, closes, "inside", on_free));
    end(pid);
    run_until_closed();
    unlink(path);
    return 0;
}
