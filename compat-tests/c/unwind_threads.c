/*
 * Threads that end inside the library: pthread_exit() in functions that it calls, and cancellation. The threads end with
 * their own result, their cleanup handlers run once, and others go on with the connection.
 * needs: daemon
 */
#include "relay.h"
#include "unwind.h"
#include <pthread.h>

static virConnectPtr conn;
static int cleaned;

static void cleanup(void *what)
{
    (void)what;
    cleaned++;
}

static void leave(void)
{
    pthread_exit((void *)7);
}

static void exiting_handler(void *opaque, virErrorPtr error)
{
    (void)opaque, (void)error;
    leave();
}

static void *fails(void *arg)
{
    (void)arg;
    pthread_cleanup_push(cleanup, NULL);
    virDomainLookupByName(conn, "none");
    pthread_cleanup_pop(0);
    return NULL;
}

static void exiting_timer(int timer, void *opaque)
{
    (void)timer, (void)opaque;
    leave();
}

static void *runs(void *arg)
{
    (void)arg;
    pthread_cleanup_push(cleanup, NULL);
    for (;;)
        virEventRunDefaultImpl();
    pthread_cleanup_pop(0);
    return NULL;
}

static void exiting_free(void *opaque)
{
    (void)opaque;
    leave();
}

static int nothing(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)c, (void)dom, (void)event, (void)detail, (void)opaque;
    return 0;
}

static int exits(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)c, (void)dom, (void)event, (void)detail, (void)opaque;
    leave();
    return 0;
}

static void *calls(void *arg)
{
    (void)arg;
    pthread_cleanup_push(cleanup, NULL);
    for (;;) {
        unsigned long version;
        virConnectGetLibVersion(conn, &version);
    }
    pthread_cleanup_pop(0);
    return NULL;
}

/* The thread's result: its own, or 1 for a cancelled one. */
static void joined(const char *what, pthread_t thread)
{
    void *value = NULL;
    alarm(20);
    int failed = pthread_join(thread, &value);
    alarm(0);
    printf("%s: %d, %s, cleaned up %d\n", what, failed, value == PTHREAD_CANCELED ? "cancelled" : value == (void *)7 ? "exited" : "other",
           cleaned);
    cleaned = 0;
}

static pthread_t started(void *(*body)(void *), void *arg)
{
    pthread_t thread;
    if (pthread_create(&thread, NULL, body, arg))
        exit(77);
    return thread;
}

static void *cancels_itself(void *arg)
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

static void *opens(void *uri)
{
    pthread_cleanup_push(cleanup, NULL);
    pthread_cancel(pthread_self());
    virConnectOpen(uri);
    pthread_cleanup_pop(0);
    return NULL;
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

    virSetErrorFunc(NULL, exiting_handler);
    joined("error handler", started(fails, NULL));
    virSetErrorFunc(NULL, quiet);
    usable(conn);

    int timer = virEventAddTimeout(0, exiting_timer, NULL, NULL);
    joined("timer", started(runs, NULL));
    virEventRemoveTimeout(timer);
    usable(conn);
    return 0;
}
