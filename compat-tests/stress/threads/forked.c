/* fork at any moment: forked DIRECTORY COUNT.
 *
 * All kinds of threads are in the middle of something when the process forks; the child, in which none of them is left, then
 * does each of these things, and finds what was there before. A child that hangs is ended by its alarm, the program by its own. */
#define _GNU_SOURCE
#include "daemon.h"
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sched.h>

#define WATCHDOG 120
#define CHILD 60

static char uri[256], path[108];
static virConnectPtr shared;
static virDomainPtr domain;
static atomic_bool stop;
static atomic_long rounds;
static atomic_int fired, steady, told, handled;
static int pipes[2];

static void fail(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, virGetLastErrorMessage());
    _exit(1);
}

static void need(int good, const char *what)
{
    if (!good)
        fail(what);
}

static void quiet(void *data, virErrorPtr error)
{
    (void)data, (void)error;
}

static void count(void *data, virErrorPtr error)
{
    (void)data, (void)error;
    told++;
}

static void on_steady(int timer, void *data)
{
    (void)timer, (void)data;
    steady++;
}

static void on_timer(int timer, void *data)
{
    (void)timer, (void)data;
    fired++;
}

static void on_handle(int watch, int fd, int events, void *data)
{
    (void)watch, (void)fd, (void)events, (void)data;
    handled++;
}

static void on_event(virConnectPtr conn, virDomainPtr dom, void *data)
{
    (void)conn, (void)dom, (void)data;
}

static void on_close(virConnectPtr conn, int reason, void *data)
{
    (void)conn, (void)reason, (void)data;
}

static void errors(void)
{
    virConnectClose(NULL);
    virConnectGetLibVersion(shared, NULL);
    virError copy;
    memset(&copy, 0, sizeof(copy));
    virConnCopyLastError(shared, &copy);
    virResetError(&copy);
    virConnResetLastError(shared);
}

static void handlers(void)
{
    virSetErrorFunc(NULL, quiet);
    virConnSetErrorFunc(shared, NULL, quiet);
    virConnSetErrorFunc(shared, NULL, NULL);
}

static void objects(void)
{
    virDomainPtr found = virDomainLookupByName(shared, "name");
    need(found && virDomainRef(found) == 0 && virDomainFree(found) == 0 && virDomainFree(found) == 0, "a domain");
    virStreamPtr stream = virStreamNew(shared, 0);
    need(stream && virStreamFree(stream) == 0, "a stream");
}

static void timers(void)
{
    int timer = virEventAddTimeout(-1, on_timer, NULL, NULL), watch = virEventAddHandle(pipes[0], 0, on_handle, NULL, NULL);
    need(timer > 0 && watch > 0, "a timer and a watch");
    virEventUpdateTimeout(timer, 100000);
    virEventUpdateHandle(watch, VIR_EVENT_HANDLE_ERROR);
    need(virEventRemoveTimeout(timer) == 0 && virEventRemoveHandle(watch) == 0, "removed");
}

static void events(void)
{
    int id = virConnectDomainEventRegisterAny(shared, NULL, VIR_DOMAIN_EVENT_ID_REBOOT, on_event, NULL, NULL);
    need(id >= 0 && virConnectDomainEventDeregisterAny(shared, id) == 0, "an event");
    need(virConnectRegisterCloseCallback(shared, on_close, NULL, NULL) == 0, "a close callback");
    need(virConnectUnregisterCloseCallback(shared, on_close) == 0, "a close callback's end");
}

static void connections(void)
{
    virConnectPtr conn = virConnectOpen(uri);
    unsigned long version;
    need(conn && virConnectGetLibVersion(conn, &version) == 0 && virConnectClose(conn) == 0, "a connection");
}

static void run_loop(void)
{
    need(virEventRunDefaultImpl() == 0, "the loop");
}

static void (*const WORK[])(void) = {errors, handlers, objects, timers, events, connections, run_loop};
#define WORKERS (sizeof(WORK) / sizeof(WORK[0]))

static void *work(void *number)
{
    while (!stop) {
        WORK[(size_t)number]();
        rounds++;
    }
    return NULL;
}

/* The loop of the child runs what it is given, and what was registered before the fork. */
static void loop_in_child(void)
{
    int before = steady;
    fired = handled = 0;
    need(write(pipes[1], "", 1) == 1, "pipe");
    int timer = virEventAddTimeout(0, on_timer, NULL, NULL);
    int watch = virEventAddHandle(pipes[0], VIR_EVENT_HANDLE_READABLE, on_handle, NULL, NULL);
    need(timer > 0 && watch > 0, "a timer and a watch in the child");
    while (!fired || !handled || steady == before)
        run_loop();
    need(virEventRemoveTimeout(timer) == 0 && virEventRemoveHandle(watch) == 0, "removed in the child");
}

static void child(int subscription)
{
    unsigned long version = 0;
    alarm(CHILD);
    /* The last error of this thread is the one from before the fork. */
    need(virGetLastErrorCode() == VIR_ERR_INVALID_CONN && strstr(virGetLastErrorMessage(), "virConnectClose"), "the kept error");
    virSetErrorFunc(NULL, count);
    told = 0;
    virConnectClose(NULL);
    need(told == 1, "the child's handler");
    virSetErrorFunc(NULL, quiet);
    need(virConnectGetLibVersion(shared, &version) < 0 && virGetLastError(), "a call on the old connection fails");
    need(virConnGetLastError(shared)->code != VIR_ERR_OK, "the old connection's error");
    need(strcmp(virDomainGetName(domain), "name") == 0, "a name");
    virConnSetErrorFunc(shared, NULL, quiet);
    errors();
    loop_in_child();
    timers();
    /* Refused or not, these return. */
    virStreamPtr stream = virStreamNew(shared, 0);
    need(!stream || virStreamFree(stream) == 0, "a stream in the child");
    virConnectDomainEventRegisterAny(shared, NULL, VIR_DOMAIN_EVENT_ID_REBOOT, on_event, NULL, NULL);
    virConnectDomainEventDeregisterAny(shared, subscription);
    virConnectRegisterCloseCallback(shared, on_close, NULL, NULL);
    virConnectUnregisterCloseCallback(shared, on_close);
    virConnectSetKeepAlive(shared, 5, 5);
    virConnectIsAlive(shared);
    free(virConnectGetURI(shared));
    virConnectGetType(shared);
    need(virDomainFree(domain) == 0, "freeing");
    need(virConnectClose(shared) >= 0, "closing");
    need((shared = virConnectOpen(uri)) != NULL, "a connection of its own");
    objects();
    events();
    errors();
    run_loop();
    connections();
    need(virConnectClose(shared) == 0, "the last reference");
    _exit(0);
}

static void wait_for(pid_t pid, const char *what, long number)
{
    int status = -1;
    if (waitpid(pid, &status, 0) != pid || status != 0) {
        fprintf(stderr, "%s %ld: status %#x%s\n", what, number, status,
                WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM ? ", it hung" : "");
        exit(1);
    }
}

static void *first_use(void *barrier)
{
    pthread_barrier_wait(barrier);
    virEventRegisterDefaultImpl();
    virConnectPtr conn = virConnectOpen(uri);
    if (conn)
        virConnectClose(conn);
    return NULL;
}

/* The very first calls of a process, while it forks; a process of its own each time. */
static void at_the_start(long count)
{
    for (long n = 0; n < count; n++) {
        alarm(WATCHDOG);
        pid_t pid = fork();
        if (pid == 0) {
            pthread_barrier_t barrier;
            pthread_t thread;
            alarm(CHILD);
            virSetErrorFunc(NULL, quiet);
            pthread_barrier_init(&barrier, NULL, 2);
            pthread_create(&thread, NULL, first_use, &barrier);
            pthread_barrier_wait(&barrier);
            for (long pause = n * 37 % 2000; pause > 0; pause--)
                __asm__ volatile("" ::: "memory");
            pid_t inner = fork();
            if (inner == 0) {
                alarm(CHILD);
                need(virInitialize() == 0 && virEventRegisterDefaultImpl() == 0, "the start");
                connections();
                need(virEventAddTimeout(0, on_timer, NULL, NULL) > 0, "a first timer");
                while (!fired)
                    run_loop();
                _exit(0);
            }
            wait_for(inner, "child of a start", n);
            pthread_join(thread, NULL);
            _exit(0);
        }
        wait_for(pid, "start", n);
    }
}

int main(int argc, char **argv)
{
    pthread_t threads[WORKERS];
    if (argc != 3)
        return 2;
    long count = strtol(argv[2], NULL, 10);
    snprintf(path, sizeof(path), "%s/forked", argv[1]);
    snprintf(uri, sizeof(uri), "test+unix:///default?socket=%s", path);
    pid_t server = start_daemon(path, STEADY, 1);
    at_the_start(count);
    alarm(WATCHDOG);
    virSetErrorFunc(NULL, quiet);
    need(pipe(pipes) == 0 && virEventRegisterDefaultImpl() == 0, "an event loop");
    need(virEventAddTimeout(1, on_steady, NULL, NULL) > 0, "a steady timer");
    need((shared = virConnectOpen(uri)) && (domain = virDomainLookupByName(shared, "name")), "open");
    int subscription = virConnectDomainEventRegisterAny(shared, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                                        VIR_DOMAIN_EVENT_CALLBACK(on_event), NULL, NULL);
    need(subscription >= 0, "subscribe");
    for (size_t i = 0; i < WORKERS; i++)
        need(pthread_create(&threads[i], NULL, work, (void *)i) == 0, "a thread");
    for (long n = 0; n < count; n++) {
        alarm(WATCHDOG);
        virConnectClose(NULL);
        pid_t pid = fork();
        if (pid == 0)
            child(subscription);
        wait_for(pid, "child", n);
    }
    stop = true;
    for (size_t i = 0; i < WORKERS; i++)
        pthread_join(threads[i], NULL);
    printf("forked: %ld children at the start, %ld later, %ld rounds of %zu threads meanwhile\n", count, count, (long)rounds,
           WORKERS);
    need(virConnectDomainEventDeregisterAny(shared, subscription) == 0 && virDomainFree(domain) == 0, "the parent's own");
    need(virConnectClose(shared) == 0, "the last reference");
    stop_daemon(server);
    return 0;
}
