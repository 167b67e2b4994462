/* Domain events: delivery, ids, filters, callbacks that change the registrations. needs: daemon */
#include "events.h"

static virConnectPtr conn;
static int quiet_lifecycle;

/* Runs the loop until `count` callbacks were called, or the loop found nothing more to wait for. */
static int called;

static void on_alarm_timer(int timer, void *opaque)
{
    (void)timer;
    *(int *)opaque = 1;
}

static void run_until(int count)
{
    int expired = 0, timer = virEventAddTimeout(HANG_TIMEOUT * 1000, on_alarm_timer, &expired, NULL);
    while (called < count && !expired)
        if (virEventRunDefaultImpl() < 0)
            break;
    virEventRemoveTimeout(timer);
    if (expired)
        printf("  timed out with %d of %d\n", called, count);
    called = 0;
}

static void marked(virConnectPtr c, virDomainPtr dom, int type, const char *uri, void *opaque)
{
    (void)c, (void)dom, (void)type, (void)uri;
    *(int *)opaque = 1;
}

/* Lets everything that is on its way arrive: events keep their order, so another one is made and waited for. */
static void settle(virDomainPtr dom)
{
    static int number;
    char title[16];
    int done = 0;
    int id = virConnectDomainEventRegisterAny(conn, dom, VIR_DOMAIN_EVENT_ID_METADATA_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(marked),
                                              &done, NULL);
    snprintf(title, sizeof(title), "title %d", number++);
    result("marker", virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_TITLE, title, NULL, NULL, 0));
    while (!done)
        if (virEventRunDefaultImpl() < 0)
            break;
    result("marker off", virConnectDomainEventDeregisterAny(conn, id));
    called = 0;
}

static int lifecycle(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    called++;
    if (!quiet_lifecycle)
        printf("  lifecycle %s: %s id=%d event=%d detail=%d same=%d ref=%d\n", (const char *)opaque, virDomainGetName(dom),
               (int)virDomainGetID(dom), event, detail, c == conn, virDomainGetConnect(dom) == conn);
    return 0;
}

static int lifecycle2(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)c;
    called++;
    printf("  second %s: %s event=%d detail=%d\n", (const char *)opaque, virDomainGetName(dom), event, detail);
    return 0;
}

static int self_id, other_id;

static int removes_itself(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)dom, (void)detail;
    called++;
    printf("  removes itself %s: event=%d\n", (const char *)opaque, event);
    result("  inside", virConnectDomainEventDeregisterAny(c, self_id));
    result("  again", virConnectDomainEventDeregisterAny(c, self_id));
    return 0;
}

static int removes_other(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)dom, (void)detail;
    called++;
    printf("  removes other %s: event=%d\n", (const char *)opaque, event);
    if (other_id >= 0)
        result("  other", virConnectDomainEventDeregisterAny(c, other_id));
    other_id = -1;
    return 0;
}

static int adds_another(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)dom, (void)detail;
    static int added;
    called++;
    printf("  adds another %s: event=%d\n", (const char *)opaque, event);
    if (!added) {
        added = 1;
        other_id = virConnectDomainEventRegisterAny(c, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                                    VIR_DOMAIN_EVENT_CALLBACK(lifecycle2), "added", on_free);
        result("  added", other_id);
    }
    return 0;
}

static int calls_back(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)detail;
    called++;
    int state = -1;
    printf("  calls back %s: event=%d\n", (const char *)opaque, event);
    char *host = virConnectGetHostname(c);
    printf("  host %s\n", host ? "known" : "unknown");
    free(host);
    if (virDomainGetState(dom, &state, NULL, 0) == 0)
        printf("  state %d\n", state);
    else
        virResetLastError();
    return 0;
}

static void generic(virConnectPtr c, virDomainPtr dom, void *opaque)
{
    (void)c;
    called++;
    printf("  generic %s: %s\n", (const char *)opaque, virDomainGetName(dom));
}

static void metadata(virConnectPtr c, virDomainPtr dom, int type, const char *uri, void *opaque)
{
    (void)c;
    called++;
    printf("  metadata %s: %s type=%d uri=%s\n", (const char *)opaque, virDomainGetName(dom), type, text(uri));
}

static int any(virDomainPtr dom, int event, void *function, char *name)
{
    return virConnectDomainEventRegisterAny(conn, dom, event, (virConnectDomainEventGenericCallback)function, name, on_free);
}

static const char *xml = "<domain type='test'><name>seldom</name><uuid>d8cf52ae-8e2c-4f3c-8a9b-2f1a0b6f7c11</uuid>"
                         "<memory>8192</memory><vcpu>1</vcpu><os><type>hvm</type></os></domain>";

static void life(virDomainPtr dom)
{
    result("suspend", virDomainSuspend(dom));
    result("resume", virDomainResume(dom));
}

static void bad_input(virDomainPtr dom, virConnectPtr other)
{
    result("no callback", any(NULL, 0, NULL, "bad"));
    result("negative id", any(NULL, -1, lifecycle, "bad"));
    result("other connection", virConnectDomainEventRegisterAny(other, dom, 0, VIR_DOMAIN_EVENT_CALLBACK(lifecycle), "bad",
                                                                on_free));
    result("no connection", virConnectDomainEventRegisterAny(NULL, NULL, 0, VIR_DOMAIN_EVENT_CALLBACK(lifecycle), "bad",
                                                             on_free));
    result("deregister unknown", virConnectDomainEventDeregisterAny(conn, 99));
    result("deregister negative", virConnectDomainEventDeregisterAny(conn, -1));
    result("old register NULL", virConnectDomainEventRegister(conn, NULL, "bad", on_free));
    result("old deregister NULL", virConnectDomainEventDeregister(conn, NULL));
}

static void all_ids(void)
{
    int ids[27];
    for (int i = 0; i < 27; i++)
        ids[i] = any(NULL, i, generic, "all");
    for (int i = 0; i < 27; i++)
        printf("id of event %d: %d\n", i, ids[i]);
    for (int i = 0; i < 27; i++)
        result("off", virConnectDomainEventDeregisterAny(conn, ids[i]));
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 77;
    setvbuf(stdout, NULL, _IOLBF, 0);
    virSetErrorFunc(NULL, quiet);
    virEventRegisterDefaultImpl();
    conn = virConnectOpen(argv[1]);
    virConnectPtr other = virConnectOpen(argv[1]);
    if (!conn || !other)
        return 77;
    virDomainPtr dom = virDomainLookupByName(conn, "test");

    bad_input(dom, other);
    all_ids();

    printf("shared\n");
    int one = any(NULL, 0, lifecycle, "one");
    result("one", one);
    result("twice", any(NULL, 0, lifecycle, "twice"));
    int two = any(NULL, 0, lifecycle2, "two");
    result("two", two);
    int own = any(dom, 0, lifecycle, "own");
    result("own", own);
    result("old style", virConnectDomainEventRegister(conn, lifecycle, "old", on_free));
    result("old style twice", virConnectDomainEventRegister(conn, lifecycle, "old", on_free));
    life(dom);
    run_until(8);
    virDomainPtr defined = virDomainDefineXML(conn, xml);
    result_pointer("define", defined);
    run_until(3);
    result("create", virDomainCreate(defined));
    run_until(3);
    int filtered = any(defined, 0, lifecycle2, "filtered");
    result("filtered", filtered);
    life(defined);
    run_until(8);
    life(dom);
    run_until(8);
    result("filtered off", virConnectDomainEventDeregisterAny(conn, filtered));
    result("destroy", virDomainDestroy(defined));
    result("undefine", virDomainUndefine(defined));
    run_until(6);

    printf("removal\n");
    result("old off", virConnectDomainEventDeregister(conn, lifecycle));
    result("one off", virConnectDomainEventDeregisterAny(conn, one));
    result("own off", virConnectDomainEventDeregisterAny(conn, own));
    life(dom);
    run_until(2);
    life(dom);
    result("two off with events waiting", virConnectDomainEventDeregisterAny(conn, two));
    settle(dom);

    printf("removing inside\n");
    self_id = any(NULL, 0, removes_itself, "self");
    int keep = any(NULL, 0, lifecycle2, "stays");
    result("suspend", virDomainSuspend(dom));
    run_until(2);
    settle(dom);
    result("resume", virDomainResume(dom));
    run_until(1);
    other_id = any(NULL, 0, lifecycle, "victim");
    int remover = any(NULL, 0, removes_other, "remover");
    result("remover", remover);
    result("suspend", virDomainSuspend(dom));
    run_until(3);
    settle(dom);
    result("resume", virDomainResume(dom));
    run_until(2);
    settle(dom);
    result("stays off", virConnectDomainEventDeregisterAny(conn, keep));
    result("remover off", virConnectDomainEventDeregisterAny(conn, remover));
    other_id = any(NULL, 0, lifecycle2, "later victim");
    remover = any(dom, 0, removes_other, "other key");
    result("suspend", virDomainSuspend(dom));
    settle(dom);
    result("resume", virDomainResume(dom));
    settle(dom);
    result("remover off", virConnectDomainEventDeregisterAny(conn, remover));

    printf("adding inside\n");
    int adder = any(NULL, 0, adds_another, "adder");
    result("suspend", virDomainSuspend(dom));
    settle(dom);
    life(dom);
    settle(dom);
    result("adder off", virConnectDomainEventDeregisterAny(conn, adder));
    result("added off", virConnectDomainEventDeregisterAny(conn, other_id));

    printf("calling inside\n");
    int caller = any(NULL, 0, calls_back, "caller");
    life(dom);
    run_until(2);
    result("caller off", virConnectDomainEventDeregisterAny(conn, caller));

    printf("other events\n");
    int meta = any(NULL, VIR_DOMAIN_EVENT_ID_METADATA_CHANGE, metadata, "meta");
    result("metadata", virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_TITLE, "title", NULL, NULL, 0));
    result("metadata", virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_ELEMENT, "<a/>", "a", "urn:a", 0));
    run_until(2);
    result("reboot", virDomainReboot(dom, 0));
    settle(dom);
    result("meta off", virConnectDomainEventDeregisterAny(conn, meta));

    printf("closing\n");
    int last = any(NULL, 0, lifecycle, "last");
    if (defined)
        virDomainFree(defined);
    result("close with a callback", virConnectRef(conn));
    result("close", virConnectClose(conn));
    settle(dom);
    virDomainFree(dom);
    result("last off", virConnectDomainEventDeregisterAny(conn, last));
    result("last close", virConnectClose(conn));
    result("other close", virConnectClose(other));
    return 0;
}
