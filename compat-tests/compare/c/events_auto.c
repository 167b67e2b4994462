/*
 * A program without an event loop that asks the library to run one: event_loop=auto. Events come on the library's thread, in a
 * forked child too. needs: daemon
 */
#include "common.h"
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t told = PTHREAD_COND_INITIALIZER;
static int count, freed, here;
static char names[8][64];
static pthread_t caller;

static int on_event(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)conn, (void)opaque;
    pthread_mutex_lock(&lock);
    here += pthread_equal(pthread_self(), caller) != 0;
    count++;
    if (count <= 8)
        snprintf(names[count - 1], sizeof(names[0]), "%s %d %d", virDomainGetName(dom), event, detail);
    pthread_cond_signal(&told);
    pthread_mutex_unlock(&lock);
    return 0;
}

static void on_free(void *opaque)
{
    (void)opaque;
    pthread_mutex_lock(&lock);
    freed++;
    pthread_cond_signal(&told);
    pthread_mutex_unlock(&lock);
}

static void wait_for(const char *what, int *number, int wanted)
{
    struct timespec limit;
    int late = 0;
    clock_gettime(CLOCK_REALTIME, &limit);
    limit.tv_sec += HANG_TIMEOUT;
    pthread_mutex_lock(&lock);
    while (*number < wanted && !late)
        late = pthread_cond_timedwait(&told, &lock, &limit);
    printf("%s: %d%s\n", what, *number, late ? " (late)" : "");
    pthread_mutex_unlock(&lock);
}

static void events(const char *uri)
{
    virConnectPtr conn = virConnectOpen(uri);
    virDomainPtr dom = conn ? virDomainLookupByName(conn, "test") : NULL;
    result_pointer("open and look up", dom);
    if (!dom)
        return;
    count = freed = here = 0;
    caller = pthread_self();
    int id = virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_event),
                                              NULL, on_free);
    result("register", id);
    if (id >= 0) {
        result("keepalive", virConnectSetKeepAlive(conn, 5, 3));
        result("suspend", virDomainSuspend(dom));
        result("resume", virDomainResume(dom));
        wait_for("events", &count, 2);
        for (int n = 0; n < count && n < 8; n++)
            printf("event %s\n", names[n]);
        printf("on the calling thread: %d\n", here);
        result("deregister", virConnectDomainEventDeregisterAny(conn, id));
        wait_for("freed", &freed, 1);
    }
    virDomainFree(dom);
    /* The loop's thread may still be on its way out of the free callback, with a reference. */
    result("close", virConnectClose(conn) >= 0);
}

int main(int argc, char **argv)
{
    char uri[512];
    int status = -1;
    setvbuf(stdout, NULL, _IONBF, 0);
    if (argc < 2 || strlen(argv[1]) > 400)
        return 77;
    events(argv[1]);
    snprintf(uri, sizeof(uri), "%s&event_loop=auto", argv[1]);
    events(uri);
    pid_t child = fork();
    if (child == 0) {
        puts("in a child");
        events(uri);
        /* No exit: valgrind would find what only the parent's thread knows of. */
        raise(SIGKILL);
    }
    waitpid(child, &status, 0);
    printf("child ended %d\n", status);
    snprintf(uri, sizeof(uri), "%s&event_loop=yes", argv[1]);
    events(uri);
    return 0;
}
