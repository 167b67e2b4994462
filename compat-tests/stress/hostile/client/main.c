/* Makes the calls it is told on standard input, and answers one line for each: status, count, error code, complaint.
 *
 *     open            a new connection
 *     objects NAME    the objects that a call needs
 *     call NAME       the call; NAME_probe is the form that asks for a number only
 *     alive           a call that works on every connection
 *     close           the objects and the connection
 *     names           all calls
 *
 * Status: ok, list (the count is the length of an array), error, bad. */
#include "client.h"

#include <stdarg.h>

struct objects on;
const char *uri;
static const char *admin_socket;
static const struct call *const tables[] = { domain_calls, stats_calls, host_calls, object_calls, admin_calls, event_calls,
                                             stream_calls };
#define FENCE 64
#define PATTERN 0xA5

void bad(struct outcome *o, const char *format, ...)
{
    va_list arguments;
    if (o->bad[0])
        return;
    va_start(arguments, format);
    vsnprintf(o->bad, sizeof(o->bad), format, arguments);
    va_end(arguments);
}

void touch(const void *data, size_t size)
{
    volatile unsigned sum = 0;
    for (size_t i = 0; i < size; i++)
        sum += ((const unsigned char *)data)[i];
}

void block(struct outcome *o, const void *data, size_t size)
{
    if (!data)
        bad(o, "NULL for %zu bytes", size);
    else if (malloc_usable_size((void *)data) < size)
        bad(o, "%zu bytes for %zu", malloc_usable_size((void *)data), size);
    else
        touch(data, size);
}

void lent(struct outcome *o, const char *s)
{
    if (!s)
        bad(o, "a NULL string");
    else
        touch(s, strlen(s));
}

void text(struct outcome *o, char *s)
{
    o->failed = !s;
    if (s) {
        o->count = (long long)strlen(s);
        block(o, s, strlen(s) + 1);
    }
    free(s);
}

bool number(struct outcome *o, long long n)
{
    o->failed = n < 0;
    o->count = n;
    return n >= 0;
}

void names(struct outcome *o, char **list, int n, int max)
{
    o->list = true;
    if (n > max)
        bad(o, "%d names in room for %d", n, max);
    for (int i = 0; i < n && i < max; i++) {
        lent(o, list[i]);
        free(list[i]);
    }
}

void owned_names(struct outcome *o, char **list, int n)
{
    if (!number(o, n)) {
        if (list)
            bad(o, "a list after a failure");
        return;
    }
    o->list = true;
    if (n > 0 || list)
        block(o, list, sizeof(*list) * (size_t)n);
    for (int i = 0; i < n && !o->bad[0]; i++) {
        lent(o, list[i]);
        free(list[i]);
    }
    free(list);
}

void params(struct outcome *o, virTypedParameterPtr list, int n)
{
    for (int i = 0; i < n; i++) {
        if (!memchr(list[i].field, 0, sizeof(list[i].field)))
            bad(o, "a name without end");
        if (list[i].type < VIR_TYPED_PARAM_INT || list[i].type > VIR_TYPED_PARAM_STRING)
            bad(o, "type %d", list[i].type);
        else if (list[i].type == VIR_TYPED_PARAM_STRING)
            lent(o, list[i].value.s);
    }
    if (!o->bad[0])
        virTypedParamsClear(list, n);
}

void owned_params(struct outcome *o, int rc, virTypedParameterPtr list, int n)
{
    if (!number(o, rc)) {
        if (list || n)
            bad(o, "parameters after a failure");
        return;
    }
    o->list = true;
    o->count = n;
    if (n < 0)
        bad(o, "%d parameters", n);
    else if (n > 0)
        block(o, list, sizeof(*list) * (size_t)n);
    if (!o->bad[0])
        params(o, list, n);
    free(list);
}

void *room(size_t size)
{
    unsigned char *data = malloc(size + FENCE);
    if (!data)
        abort();
    memset(data, 0, size);
    memset(data + size, PATTERN, FENCE);
    return data;
}

void fence(struct outcome *o, void *data, size_t size)
{
    const unsigned char *behind = (unsigned char *)data + size;
    for (int i = 0; i < FENCE; i++)
        if (behind[i] != PATTERN)
            bad(o, "written %d bytes behind the caller's array", i);
    free(data);
}

static void quiet(void *opaque, virErrorPtr error)
{
    (void)opaque;
    (void)error;
}

static const struct call *find(const char *name)
{
    for (int t = 0; t < LENGTH(tables); t++)
        for (const struct call *c = tables[t]; c->name; c++)
            if (strcmp(c->name, name) == 0)
                return c;
    return NULL;
}

/* One answer. A failure must leave an error behind whose text can be read. */
static void answer(struct outcome *o)
{
    const virError *e = o->why ? o->why : virGetLastError();
    int code = e ? e->code : 0;
    if (o->failed && code == 0)
        bad(o, "failed without an error");
    if (e) {
        const char *const texts[] = { e->message, e->str1, e->str2, e->str3 };
        for (int i = 0; i < LENGTH(texts); i++)
            if (texts[i])
                touch(texts[i], strlen(texts[i]));
        if (o->failed && !e->message)
            bad(o, "an error without a message");
    }
    const char *status = o->bad[0] ? "bad" : o->failed ? "error" : o->list ? "list" : "ok";
    const char *said = o->bad[0] ? o->bad : o->failed && e && e->message ? e->message : "";
    printf("%s %lld %d ", status, o->count, code);
    for (; *said; said++)
        putchar(*said == '\n' ? ' ' : *said);
    putchar('\n');
    fflush(stdout);
    virFreeError(o->why);
    virResetLastError();
}

static void open_connection(struct outcome *o)
{
    on.conn = virConnectOpen(uri);
    o->failed = !on.conn;
}

#define NEED(flag, member, expression) \
    if ((needs & (flag)) && !on.member && !(on.member = expression)) \
        o->failed = true

static void objects(struct outcome *o, unsigned needs)
{
    if (needs & (NEEDS_SNAP | NEEDS_CHECK))
        needs |= NEEDS_DOM;
    if (needs & NEEDS_VOL)
        needs |= NEEDS_POOL;
    if (needs & NEEDS_PORT)
        needs |= NEEDS_NET;
    if (needs & NEEDS_CLIENT)
        needs |= NEEDS_SERVER;
    if (needs & NEEDS_SERVER)
        needs |= NEEDS_ADMIN;
    if (needs & NEEDS_ADMIN)
        setenv("LIBVIRT_ADMIN_DEFAULT_URI", admin_socket, 1);
    static const char *const id = "10111213-1415-1617-1819-1a1b1c1d1e1f";
    NEED(NEEDS_DOM, dom, virDomainLookupByUUIDString(on.conn, id));
    NEED(NEEDS_NET, net, virNetworkLookupByName(on.conn, "name0"));
    NEED(NEEDS_POOL, pool, virStoragePoolLookupByName(on.conn, "name0"));
    NEED(NEEDS_VOL, vol, virStorageVolLookupByName(on.pool, "name0"));
    NEED(NEEDS_SECRET, secret, virSecretLookupByUUIDString(on.conn, id));
    NEED(NEEDS_NODEDEV, nodedev, virNodeDeviceLookupByName(on.conn, "name0"));
    NEED(NEEDS_FILTER, filter, virNWFilterLookupByName(on.conn, "name0"));
    NEED(NEEDS_BINDING, binding, virNWFilterBindingLookupByPortDev(on.conn, "name0"));
    NEED(NEEDS_IFACE, iface, virInterfaceLookupByName(on.conn, "name0"));
    NEED(NEEDS_SNAP, snap, virDomainSnapshotLookupByName(on.dom, "name0", 0));
    NEED(NEEDS_CHECK, check, virDomainCheckpointLookupByName(on.dom, "name0", 0));
    NEED(NEEDS_PORT, port, virNetworkPortLookupByUUIDString(on.net, id));
    NEED(NEEDS_ADMIN, admin, virAdmConnectOpen(NULL, 0));
    NEED(NEEDS_SERVER, server, virAdmConnectLookupServer(on.admin, "name0", 0));
    NEED(NEEDS_CLIENT, client, virAdmServerLookupClient(on.server, 1, 0));
    if ((needs & NEEDS_EVENTS) && !register_events())
        o->failed = true;
}

#define RELEASE(member, release) \
    if (on.member) \
        release(on.member)

static void close_all(struct outcome *o)
{
    unregister_events(o);
    RELEASE(client, virAdmClientFree);
    RELEASE(server, virAdmServerFree);
    RELEASE(admin, virAdmConnectClose);
    RELEASE(port, virNetworkPortFree);
    RELEASE(check, virDomainCheckpointFree);
    RELEASE(snap, virDomainSnapshotFree);
    RELEASE(iface, virInterfaceFree);
    RELEASE(binding, virNWFilterBindingFree);
    RELEASE(filter, virNWFilterFree);
    RELEASE(nodedev, virNodeDeviceFree);
    RELEASE(secret, virSecretFree);
    RELEASE(vol, virStorageVolFree);
    RELEASE(pool, virStoragePoolFree);
    RELEASE(net, virNetworkFree);
    RELEASE(dom, virDomainFree);
    RELEASE(conn, virConnectClose);
    memset(&on, 0, sizeof(on));
    settle();
    virResetLastError();
}

static void command(const char *line)
{
    struct outcome o = { 0 };
    const char *name = strchr(line, ' ');
    const struct call *c = name ? find(name + 1) : NULL;
    if (strcmp(line, "open") == 0) {
        open_connection(&o);
    } else if (strcmp(line, "close") == 0) {
        close_all(&o);
    } else if (strcmp(line, "alive") == 0) {
        unsigned long version;
        number(&o, virConnectGetLibVersion(on.conn, &version));
    } else if (c && strncmp(line, "objects ", 8) == 0) {
        objects(&o, c->needs);
    } else if (c && strncmp(line, "call ", 5) == 0) {
        c->run(&o);
    } else {
        bad(&o, "no such command: %s", line);
    }
    answer(&o);
}

int main(int argc, char **argv)
{
    char line[256];
    if (argc != 3) {
        fprintf(stderr, "usage: client URI ADMIN-URI\n");
        return 2;
    }
    uri = argv[1];
    admin_socket = argv[2];
    virSetErrorFunc(NULL, quiet);
    if (virInitialize() < 0 || virEventRegisterDefaultImpl() < 0)
        return 1;
    while (fgets(line, sizeof(line), stdin)) {
        line[strcspn(line, "\n")] = 0;
        if (strcmp(line, "names") == 0) {
            for (int t = 0; t < LENGTH(tables); t++)
                for (const struct call *c = tables[t]; c->name; c++)
                    printf("%s ", c->name);
            printf("\n");
            fflush(stdout);
        } else {
            command(line);
        }
    }
    close_all(&(struct outcome){ 0 });
    return 0;
}
