/* An event loop of the program that calls what it likes when it likes. */
#ifndef OXIVIRT_COMPAT_ODD_LOOP_H
#define OXIVIRT_COMPAT_ODD_LOOP_H

#include "events.h"
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
static void __attribute__((unused)) all_timers(void)
{
    for (int i = ROOM - 1; i >= 0; i--)
        if (live(&sources[i]) && sources[i].timeout)
            sources[i].timeout(i, sources[i].opaque);
    sweep();
}

/* Tells every handle of `events` that did not happen. */
static void __attribute__((unused)) all_handles(int events)
{
    for (int i = ROOM - 1; i >= 0; i--)
        if (live(&sources[i]) && sources[i].handle)
            sources[i].handle(i, sources[i].fd, events, sources[i].opaque);
    sweep();
}

/* Waits until there is something to read, and tells of it. */
static void __attribute__((unused)) read_once(void)
{
    struct pollfd set[ROOM];
    int id[ROOM], count = 0;
    for (int i = 0; i < ROOM; i++)
        if (live(&sources[i]) && sources[i].handle && sources[i].state) {
            set[count] = (struct pollfd){sources[i].fd, POLLIN, 0};
            id[count++] = i;
        }
    if (poll(set, (nfds_t)count, HANG_TIMEOUT * 1000) <= 0)
        exit(1);
    for (int i = 0; i < count; i++)
        if (set[i].revents)
            sources[id[i]].handle(id[i], set[i].fd, VIR_EVENT_HANDLE_READABLE, sources[id[i]].opaque);
}

static void __attribute__((unused)) left_over(void)
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

#endif
