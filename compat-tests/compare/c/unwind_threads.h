/* Threads that end inside the library, for two programs: one that the stock library survives, one that it does not. */
#ifndef OXIVIRT_COMPAT_UNWIND_THREADS_H
#define OXIVIRT_COMPAT_UNWIND_THREADS_H

#include "unwind.h"
#include <pthread.h>
#include <sched.h>

static virConnectPtr conn;
static int cleaned;
static volatile int called, stop;

/* Waits until a thread has done something so often; the thread that waits gives way. */
static void __attribute__((unused)) await(volatile int *count, int wanted)
{
    alarm(HANG_TIMEOUT);
    while (*count < wanted)
        sched_yield();
    alarm(0);
}


static void __attribute__((unused)) cleanup(void *what)
{
    (void)what;
    cleaned++;
}

static void __attribute__((unused)) leave(void)
{
    pthread_exit((void *)7);
}

static void __attribute__((unused)) exiting_handler(void *opaque, virErrorPtr error)
{
    (void)opaque, (void)error;
    leave();
}

static void __attribute__((unused)) *fails(void *arg)
{
    (void)arg;
    pthread_cleanup_push(cleanup, NULL);
    virDomainLookupByName(conn, "none");
    pthread_cleanup_pop(0);
    return NULL;
}

static void __attribute__((unused)) exiting_timer(int timer, void *opaque)
{
    (void)timer, (void)opaque;
    leave();
}

static void __attribute__((unused)) *runs(void *arg)
{
    (void)arg;
    pthread_cleanup_push(cleanup, NULL);
    for (;;)
        virEventRunDefaultImpl();
    pthread_cleanup_pop(0);
    return NULL;
}

static void __attribute__((unused)) *calls(void *arg)
{
    (void)arg;
    pthread_cleanup_push(cleanup, NULL);
    for (;;) {
        unsigned long version;
        virConnectGetLibVersion(conn, &version);
        called++;
    }
    pthread_cleanup_pop(0);
    return NULL;
}

/* The thread's result: its own, or 1 for a cancelled one. */
static void __attribute__((unused)) joined(const char *what, pthread_t thread)
{
    void *value = NULL;
    alarm(HANG_TIMEOUT);
    int failed = pthread_join(thread, &value);
    alarm(0);
    printf("%s: %d, %s, cleaned up %d\n", what, failed, value == PTHREAD_CANCELED ? "cancelled" : value == (void *)7 ? "exited" : "other",
           cleaned);
    cleaned = 0;
}

static pthread_t __attribute__((unused)) started(void *(*body)(void *), void *arg)
{
    pthread_t thread;
    if (pthread_create(&thread, NULL, body, arg))
        exit(77);
    return thread;
}

static void __attribute__((unused)) *cancels_itself(void *arg)
{
    unsigned long version;
    int old;
    pthread_cleanup_push(cleanup, NULL);
    if (arg)
        pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old);
    pthread_cancel(pthread_self());
    int got = virConnectGetLibVersion(conn, &version);
    if (arg)
        printf("  disabled: %d\n", got);
    pthread_cleanup_pop(0);
    return (void *)7;
}

static void __attribute__((unused)) *opens(void *uri)
{
    pthread_cleanup_push(cleanup, NULL);
    pthread_cancel(pthread_self());
    virConnectOpen(uri);
    pthread_cleanup_pop(0);
    return NULL;
}

static void __attribute__((unused)) *calls_until_stopped(void *arg)
{
    (void)arg;
    unsigned long version;
    while (!stop)
        if (virConnectGetLibVersion(conn, &version) < 0)
            return NULL;
    return (void *)7;
}

static void __attribute__((unused)) counting_timer(int timer, void *opaque)
{
    (void)timer, (void)opaque;
    called++;
}

static void __attribute__((unused)) exiting_free(void *opaque)
{
    (void)opaque;
    leave();
}

static int __attribute__((unused)) nothing(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)c, (void)dom, (void)event, (void)detail, (void)opaque;
    return 0;
}

static int __attribute__((unused)) exits(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)c, (void)dom, (void)event, (void)detail, (void)opaque;
    leave();
    return 0;
}

#endif
