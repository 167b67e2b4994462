/* Callbacks of every kind. Each reads all it is given, then makes the calls that the case wants made inside it. */
#include "client.h"

enum class { DOMAIN, NETWORK, POOL, NODEDEV, SECRET, MONITOR, CLOSE };

/* A callback: which, where, and how often its data was freed. */
static struct registration {
    enum class class;
    int event, id, frees;
    bool here;
} all[64];
static int amount, called;
static struct outcome *outcome;
static void (*inside)(struct registration *mine);

static void string(const char *s)
{
    if (s)
        touch(s, strlen(s));
}

static void reached(struct registration *mine)
{
    called++;
    if (inside)
        inside(mine);
}

#define EVENT(name, ...) static void name(virConnectPtr conn, virDomainPtr dom, ##__VA_ARGS__, void *opaque)
#define BEGIN (void)conn, string(virDomainGetName(dom))
#define END_EVENT reached(opaque)

EVENT(plain) { BEGIN; END_EVENT; }
EVENT(number_event, int n) { BEGIN; (void)n; END_EVENT; }
EVENT(numbers, int a, int b) { BEGIN; (void)a, (void)b; END_EVENT; }
EVENT(long_event, long long n) { BEGIN; (void)n; END_EVENT; }
EVENT(failure, int a, int b, unsigned c) { BEGIN; (void)a, (void)b, (void)c; END_EVENT; }
EVENT(io_error, const char *path, const char *device, int n) { BEGIN; string(path), string(device), (void)n; END_EVENT; }
EVENT(io_reason, const char *path, const char *device, int n, const char *why) { BEGIN; string(path), string(device), string(why), (void)n; END_EVENT; }
EVENT(job, const char *disk, int a, int b) { BEGIN; string(disk), (void)a, (void)b; END_EVENT; }
EVENT(disk, const char *from, const char *to, const char *device, int n) { BEGIN; string(from), string(to), string(device), (void)n; END_EVENT; }
EVENT(tray, const char *device, int n) { BEGIN; string(device), (void)n; END_EVENT; }
EVENT(device, const char *name) { BEGIN; string(name); END_EVENT; }
EVENT(typed, virTypedParameterPtr list, int n)
{
    BEGIN;
    /* Lent: read, not cleared. */
    for (int i = 0; i < n; i++) {
        if (!memchr(list[i].field, 0, sizeof(list[i].field)))
            bad(outcome, "a name without end");
        if (list[i].type == VIR_TYPED_PARAM_STRING)
            string(list[i].value.s);
    }
    END_EVENT;
}
EVENT(metadata, int type, const char *uri_of_it) { BEGIN; (void)type, string(uri_of_it); END_EVENT; }
EVENT(threshold, const char *dev, const char *path, unsigned long long a, unsigned long long b) { BEGIN; string(dev), string(path), (void)a, (void)b; END_EVENT; }
EVENT(size_change, const char *name, unsigned long long size) { BEGIN; string(name), (void)size; END_EVENT; }
EVENT(mac_change, const char *name, const char *from, const char *to) { BEGIN; string(name), string(from), string(to); END_EVENT; }
EVENT(graphics, int phase, const virDomainEventGraphicsAddress *local, const virDomainEventGraphicsAddress *remote, const char *scheme,
      const virDomainEventGraphicsSubject *subject)
{
    BEGIN;
    (void)phase, string(scheme), string(local->node), string(local->service), string(remote->node), string(remote->service);
    for (int i = 0; i < subject->nidentity; i++)
        string(subject->identities[i].type), string(subject->identities[i].name);
    END_EVENT;
}

static int lifecycle(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    BEGIN;
    (void)event, (void)detail;
    END_EVENT;
    return 0;
}

static int another(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    return lifecycle(conn, dom, event, detail, opaque);
}

static void monitor(virConnectPtr conn, virDomainPtr dom, const char *name, long long seconds, unsigned micros, const char *details,
                    void *opaque)
{
    BEGIN;
    (void)seconds, (void)micros, string(name), string(details);
    END_EVENT;
}

/* The object of all others gives its name the same way. */
#define OTHER(id, type, name_of, ...) \
    static void id(virConnectPtr conn, type object, ##__VA_ARGS__, void *opaque) \
    { \
        (void)conn; \
        string(name_of(object)); \
        reached(opaque); \
    }
OTHER(net_life, virNetworkPtr, virNetworkGetName, int event __attribute__((unused)), int detail __attribute__((unused)))
OTHER(net_metadata, virNetworkPtr, virNetworkGetName, int type __attribute__((unused)), const char *uri_of_it __attribute__((unused)))
OTHER(pool_life, virStoragePoolPtr, virStoragePoolGetName, int event __attribute__((unused)), int detail __attribute__((unused)))
OTHER(pool_refresh, virStoragePoolPtr, virStoragePoolGetName)
OTHER(dev_life, virNodeDevicePtr, virNodeDeviceGetName, int event __attribute__((unused)), int detail __attribute__((unused)))
OTHER(dev_update, virNodeDevicePtr, virNodeDeviceGetName)
OTHER(secret_life, virSecretPtr, virSecretGetUsageID, int event __attribute__((unused)), int detail __attribute__((unused)))
OTHER(secret_value_set, virSecretPtr, virSecretGetUsageID)

static void closed(virConnectPtr conn, int reason, void *opaque)
{
    (void)conn, (void)reason;
    reached(opaque);
}

typedef void (*any)(void);
#define ANY(f) ((any)(f))
static any domain_callback(int event)
{
    static const any table[] = {
        ANY(lifecycle), ANY(plain), ANY(long_event), ANY(number_event), ANY(io_error), ANY(graphics), ANY(io_reason), ANY(plain),
        ANY(job), ANY(disk), ANY(tray), ANY(number_event), ANY(number_event), ANY(long_event), ANY(number_event), ANY(device),
        ANY(job), ANY(typed), ANY(numbers), ANY(device), ANY(number_event), ANY(typed), ANY(device), ANY(metadata), ANY(threshold),
        ANY(failure), ANY(size_change), ANY(mac_change), ANY(number_event), ANY(job),
    };
    return event < LENGTH(table) ? table[event] : ANY(another);
}

static void freed(void *opaque)
{
    struct registration *mine = opaque;
    unsigned long version = 0;
    mine->frees++;
    if (inside && on.conn && virConnectGetLibVersion(on.conn, &version) < 0)
        bad(outcome, "a call of a free function: %s", virGetLastErrorMessage());
}

static void add(enum class class, int event)
{
    struct registration *new = &all[amount];
    *new = (struct registration){.class = class, .event = event, .id = -1};
    /* Beyond the last event: another function for the first. */
    int number = event < VIR_DOMAIN_EVENT_ID_LAST ? event : VIR_DOMAIN_EVENT_ID_LIFECYCLE;
    virConnectPtr c = on.conn;
    switch (class) {
    case DOMAIN:
        new->id = virConnectDomainEventRegisterAny(c, NULL, number, (virConnectDomainEventGenericCallback)domain_callback(event), new, freed);
        break;
    case NETWORK:
        new->id = virConnectNetworkEventRegisterAny(c, NULL, event, (virConnectNetworkEventGenericCallback)(event ? ANY(net_metadata) : ANY(net_life)), new, freed);
        break;
    case POOL:
        new->id = virConnectStoragePoolEventRegisterAny(c, NULL, event, (virConnectStoragePoolEventGenericCallback)(event ? ANY(pool_refresh) : ANY(pool_life)), new, freed);
        break;
    case NODEDEV:
        new->id = virConnectNodeDeviceEventRegisterAny(c, NULL, event, (virConnectNodeDeviceEventGenericCallback)(event ? ANY(dev_update) : ANY(dev_life)), new, freed);
        break;
    case SECRET:
        new->id = virConnectSecretEventRegisterAny(c, NULL, event, (virConnectSecretEventGenericCallback)(event ? ANY(secret_value_set) : ANY(secret_life)), new, freed);
        break;
    case MONITOR:
        new->id = virConnectDomainQemuMonitorEventRegister(c, NULL, NULL, monitor, new, freed, 0);
        break;
    case CLOSE:
        new->id = virConnectRegisterCloseCallback(c, closed, new, freed);
        break;
    }
    new->here = new->id >= 0;
    amount += new->here;
}

static int removed(struct registration *old)
{
    old->here = false;
    switch (old->class) {
    case DOMAIN: return virConnectDomainEventDeregisterAny(on.conn, old->id);
    case NETWORK: return virConnectNetworkEventDeregisterAny(on.conn, old->id);
    case POOL: return virConnectStoragePoolEventDeregisterAny(on.conn, old->id);
    case NODEDEV: return virConnectNodeDeviceEventDeregisterAny(on.conn, old->id);
    case SECRET: return virConnectSecretEventDeregisterAny(on.conn, old->id);
    case MONITOR: return virConnectDomainQemuMonitorEventDeregister(on.conn, old->id);
    default: return virConnectUnregisterCloseCallback(on.conn, closed);
    }
}

bool register_events(void)
{
    static const int most[] = {VIR_DOMAIN_EVENT_ID_LAST, 2, 2, 2, 2, 1, 1};
    if (amount > 0)
        return true;
    for (int class = DOMAIN; class <= CLOSE; class++)
        for (int event = 0; event < most[class]; event++) {
            add((enum class)class, event);
            if (virGetLastError())
                return false;
        }
    return true;
}

static void gone(void *opaque)
{
    *(bool *)opaque = true;
}

static void never(int timer, void *opaque)
{
    (void)timer, (void)opaque;
}

/* Until the loop has nothing more to do. */
void settle(void)
{
    bool idle = false;
    virEventRemoveTimeout(virEventAddTimeout(-1, never, &idle, gone));
    while (!idle && virEventRunDefaultImpl() == 0)
        ;
}

/* The end of the callbacks of a connection: each one's data is freed once. */
void unregister_events(struct outcome *o)
{
    inside = NULL;
    for (int i = 0; i < amount; i++)
        if (all[i].here && on.conn)
            removed(&all[i]);
    settle();
    for (int i = 0; i < amount; i++)
        if (all[i].frees != 1)
            bad(o, "callback %d of class %d: freed %d times", all[i].event, (int)all[i].class, all[i].frees);
    amount = 0;
    virResetLastError();
}

/* An event comes with the answer to a call; counts how often callbacks ran. */
static void deliver(struct outcome *o, void (*what)(struct registration *))
{
    unsigned long version = 0;
    called = 0;
    inside = what;
    outcome = o;
    int rc = virConnectGetLibVersion(on.conn, &version);
    if (number(o, rc))
        settle();
    o->count = called;
    inside = NULL;
}

CALL(events) { deliver(o, NULL); }

/* What callbacks do. */

static void calls(struct registration *mine)
{
    unsigned long version = 0;
    (void)mine;
    if (virConnectGetLibVersion(on.conn, &version) < 0)
        bad(outcome, "a call inside: %s", virGetLastErrorMessage());
}

static void removes_itself(struct registration *mine)
{
    if (mine->here && removed(mine) < 0)
        bad(outcome, "removing itself: %s", virGetLastErrorMessage());
    if (mine->frees)
        bad(outcome, "freed while it runs");
}

static void removes_others(struct registration *mine)
{
    for (int i = 0; i < amount; i++)
        if (&all[i] != mine && all[i].here && removed(&all[i]) < 0)
            bad(outcome, "removing another: %s", virGetLastErrorMessage());
}

static void adds(struct registration *mine)
{
    (void)mine;
    int before = amount;
    add(DOMAIN, VIR_DOMAIN_EVENT_ID_LAST);
    if (amount == before)
        bad(outcome, "adding another: %s", virGetLastErrorMessage());
}

/* The program's last reference; the callbacks have theirs. */
static void closes(struct registration *mine)
{
    (void)mine;
    virConnectRef(on.conn);
    if (virConnectClose(on.conn) < 0 || virConnectClose(on.conn) < 0)
        bad(outcome, "closing: %s", virGetLastErrorMessage());
    on.conn = NULL;
}

static void removes_all_and_closes(struct registration *mine)
{
    removes_others(mine);
    removes_itself(mine);
    closes(mine);
}

static void turns(struct registration *mine)
{
    (void)mine;
    settle();
}

CALL(events_call) { deliver(o, calls); }
CALL(events_itself) { deliver(o, removes_itself); }
CALL(events_others) { deliver(o, removes_others); }
CALL(events_add) { deliver(o, adds); }
CALL(events_last) { deliver(o, removes_all_and_closes); }
CALL(events_turn) { deliver(o, turns); }

#define C(id) { #id, NEEDS_EVENTS, id }
const struct call event_calls[] = {
    C(events), C(events_call), C(events_itself), C(events_others), C(events_add), C(events_last), C(events_turn), END,
};
