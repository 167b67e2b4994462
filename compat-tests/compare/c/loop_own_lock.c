/*
 * An event loop of the program with a lock of its own, which it holds while it calls the library: none of its functions may be
 * called while the library holds a lock that what the loop calls needs. Each function waits, for a limited time, until another
 * thread has been through the library's timer. The stock library calls them with its locks held (docs/DIFFERENCES.md).
 * needs: daemon
 */
#include "events.h"
#include "odd_loop.h"
#include <errno.h>
#include <pthread.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int asked, done;
/* The function that waits next. */
static const char *armed = "";

/* The other thread calls all timers, with nothing of the loop's locked that this thread has. */
static void *dispatches(void *opaque)
{
    (void)opaque;
    for (;;) {
        pthread_mutex_lock(&lock);
        while (!asked)
            pthread_cond_wait(&changed, &lock);
        int ends = asked < 0;
        asked = 0;
        pthread_mutex_unlock(&lock);
        if (ends)
            return NULL;
        all_timers();
        pthread_mutex_lock(&lock);
        done = 1;
        pthread_cond_broadcast(&changed);
        pthread_mutex_unlock(&lock);
    }
}

static void through(const char *function)
{
    struct timespec end;
    if (strcmp(armed, function) != 0)
        return;
    armed = "";
    clock_gettime(CLOCK_REALTIME, &end);
    end.tv_sec += HANG_TIMEOUT / 4;
    pthread_mutex_lock(&lock);
    asked = 1;
    done = 0;
    pthread_cond_broadcast(&changed);
    int late = 0;
    while (!done && !late)
        late = pthread_cond_timedwait(&changed, &lock, &end) == ETIMEDOUT;
    pthread_mutex_unlock(&lock);
    printf("  %s: %s\n", function, late ? "the other thread waits for a lock of the library" : "free");
}

static int locked_add_timeout(int ms, virEventTimeoutCallback cb, void *opaque, virFreeCallback ff)
{
    int id = add_timeout(ms, cb, opaque, ff);
    through("add timeout");
    return id;
}

static void locked_update_timeout(int timer, int ms)
{
    update(timer, ms);
    through("update timeout");
}

static int locked_remove_timeout(int timer)
{
    through("remove timeout");
    return drop(timer);
}

static int events;

static int on_event(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)conn, (void)dom, (void)event, (void)detail, (void)opaque;
    events++;
    return 0;
}

int main(int argc, char **argv)
{
    (void)argc;
    pthread_t other;
    setvbuf(stdout, NULL, _IOLBF, 0);
    virEventRegisterImpl(add_handle, update, drop, locked_add_timeout, locked_update_timeout, locked_remove_timeout);
    virConnectPtr conn = opened(argv[1]);
    if (pthread_create(&other, NULL, dispatches, NULL))
        return 77;
    printf("subscribe\n");
    armed = "add timeout";
    int id = virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_event),
                                              NULL, NULL);
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    printf("an event comes\n");
    armed = "update timeout";
    virDomainSuspend(dom);
    alarm(HANG_TIMEOUT);
    while (!events) {
        read_once();
        all_timers();
    }
    alarm(0);
    virDomainResume(dom);
    virDomainFree(dom);
    printf("unsubscribe\n");
    armed = "remove timeout";
    virConnectDomainEventDeregisterAny(conn, id);
    printf("close: %d\n", virConnectClose(conn));
    pthread_mutex_lock(&lock);
    asked = -1;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    pthread_join(other, NULL);
    return 0;
}
