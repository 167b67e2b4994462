/*
 * What is left after an exception of C++ has passed the library: no lock is held, no reference is lost, every free function
 * ran. The stock library keeps locks and references (docs/DIFFERENCES.md).
 * needs: daemon
 */
#include "relay.h"
#include "unwind.h"

static void throwing_free(void *opaque) { throw thrown{static_cast<const char *>(opaque)}; }

static int freed;

static void counting_free(void *) { freed++; }

static int events;

static int on_event(virConnectPtr, virDomainPtr, int event, int, void *opaque)
{
    events++;
    printf("  event %d\n", event);
    if (opaque)
        throw thrown{"event"};
    return 0;
}

static int subscribe(virConnectPtr conn, void *opaque, virFreeCallback free)
{
    return virConnectDomainEventRegisterAny(conn, nullptr, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                            VIR_DOMAIN_EVENT_CALLBACK(on_event), opaque, free);
}

static void run_until(int count)
{
    while (events < count)
        virEventRunDefaultImpl();
}

/* Two events wait for delivery when the first one's callback throws. */
static void several(virConnectPtr conn)
{
    int opaque = 0;
    static char what[] = "free of a subscriber";
    int id = subscribe(conn, what, throwing_free);
    expect("unsubscribe", [=] { virConnectDomainEventDeregisterAny(conn, id); });
    int next = subscribe(conn, &opaque, counting_free);
    printf("subscribed again: %d\n", next >= 0);
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    virDomainSuspend(dom);
    virDomainResume(dom);
    expect("first event", [] { run_until(1); });
    expect("second event", [] { run_until(2); });
    printf("unsubscribe: %d\n", virConnectDomainEventDeregisterAny(conn, next));
    printf("freed: %d\n", freed);
    virDomainFree(dom);
}

static int closed;

static void on_close(virConnectPtr, int, void *)
{
    closed++;
    throw thrown{"close"};
}

static void closing(const char *uri)
{
    char path[300], through[400], here[200];
    if (!getcwd(here, sizeof(here)))
        exit(77);
    snprintf(path, sizeof(path), "%s/r", here);
    pid_t pid = relay(strstr(uri, "socket=") + strlen("socket="), path);
    snprintf(through, sizeof(through), "test+unix:///default?socket=%s", path);
    virConnectPtr conn = virConnectOpen(through);
    if (!conn)
        exit(77);
    freed = 0;
    virConnectRegisterCloseCallback(conn, on_close, nullptr, counting_free);
    end(pid);
    expect("close callback", [] { while (!closed) virEventRunDefaultImpl(); });
    printf("freed: %d\n", freed);
    printf("close: %d\n", virConnectClose(conn));
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
    several(conn);
    closing(argv[1]);
    usable(conn);
    printf("close: %d\n", virConnectClose(conn));
    return 0;
}
