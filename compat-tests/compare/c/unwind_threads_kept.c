/*
 * What is left after a thread has ended inside the library: the connection and the event loop go on with other threads. In the
 * stock library the connection waits for the ended thread, and so does the loop (docs/DIFFERENCES.md).
 * needs: daemon
 */
#include "unwind_threads.h"

static int subscribe(virFreeCallback ff, virConnectDomainEventCallback cb)
{
    return virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(cb), NULL, ff);
}

static void *unsubscribes(void *id)
{
    pthread_cleanup_push(cleanup, NULL);
    virConnectDomainEventDeregisterAny(conn, *(int *)id);
    pthread_cleanup_pop(0);
    return NULL;
}

static void cancelled(const char *what, void *(*body)(void *))
{
    called = 0;
    pthread_t thread = started(body, NULL);
    await(&called, 10);
    pthread_cancel(thread);
    joined(what, thread);
    usable(conn);
}

static void good_timer(int timer, void *opaque)
{
    (void)opaque;
    called++;
    virEventRemoveTimeout(timer);
}

static void loop_usable(void)
{
    called = 0;
    virEventAddTimeout(0, good_timer, NULL, NULL);
    alarm(HANG_TIMEOUT);
    while (!called)
        virEventRunDefaultImpl();
    alarm(0);
    printf("  the loop goes on\n");
}

int main(int argc, char **argv)
{
    (void)argc;
    setvbuf(stdout, NULL, _IOLBF, 0);
    virSetErrorFunc(NULL, quiet);
    virEventRegisterDefaultImpl();
    conn = virConnectOpen(argv[1]);
    if (!conn)
        return 77;

    joined("cancelled before it asks", started(cancels_itself, NULL));
    usable(conn);
    joined("cancelled before it opens", started(opens, argv[1]));
    virConnectPtr other = virConnectOpen(argv[1]);
    printf("opened: %d\n", other != NULL);
    printf("close: %d\n", virConnectClose(other));
    cancelled("cancelled while it asks", calls);

    /* With others that ask at the same time, it reads for them, or sleeps until they bring its reply. */
    pthread_t others[3];
    stop = 0;
    for (int i = 0; i < 3; i++)
        others[i] = started(calls_until_stopped, NULL);
    for (int i = 0; i < 5; i++)
        cancelled("cancelled among others", calls);
    stop = 1;
    for (int i = 0; i < 3; i++)
        joined("the others", others[i]);

    int timer = virEventAddTimeout(0, exiting_timer, NULL, NULL);
    joined("timer", started(runs, NULL));
    virEventRemoveTimeout(timer);
    loop_usable();
    called = 0;
    timer = virEventAddTimeout(0, counting_timer, NULL, NULL);
    pthread_t thread = started(runs, NULL);
    await(&called, 10);
    virEventRemoveTimeout(timer);
    pthread_cancel(thread);
    joined("cancelled in the loop", thread);
    loop_usable();

    int id = subscribe(exiting_free, nothing);
    joined("free of a subscriber", started(unsubscribes, &id));
    usable(conn);
    id = subscribe(NULL, exits);
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    virDomainSuspend(dom);
    joined("event", started(runs, NULL));
    loop_usable();
    printf("unsubscribe: %d\n", virConnectDomainEventDeregisterAny(conn, id));
    virDomainResume(dom);
    virDomainFree(dom);
    printf("close: %d\n", virConnectClose(conn));
    return 0;
}
