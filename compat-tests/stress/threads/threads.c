/* Many threads on one connection, and what can happen to them: threads CASE DIRECTORY SECONDS|COUNT.
 *
 * Each case prints its measurements and ends with status 0, or says what was wrong and ends with 1. A case that hangs is
 * ended by the watchdog with status 3. */
#define _GNU_SOURCE
#include "daemon.h"
#include <dirent.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <malloc.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <sys/resource.h>
#include <time.h>

#define WATCHDOG 60
#define MOST 64

static char uri[256], path[128];
static atomic_long replies, failures, late;
static atomic_bool stop;
static bool scripted = true;
static long per_thread[MOST];
static virConnectPtr shared;
static virDomainPtr domain;

static void quiet(void *data, virErrorPtr error)
{
    (void)data, (void)error;
}

static void hung(int signal)
{
    static const char text[] = "a call did not end\n";
    (void)signal;
    if (write(2, text, sizeof(text) - 1) < 0)
        _exit(4);
    _exit(3);
}

__attribute__((format(printf, 1, 2))) static void wrong(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(1);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int descriptors(void)
{
    int count = 0;
    DIR *dir = opendir("/proc/self/fd");
    while (dir && readdir(dir))
        count++;
    closedir(dir);
    return count;
}

static virConnectPtr connect_to(const char *parameters)
{
    snprintf(uri, sizeof(uri), "test+unix:///default?socket=%s%s", path, parameters);
    return virConnectOpen(uri);
}

/* Every failure says why. */
static void check_error(void)
{
    virErrorPtr error = virGetLastError();
    if (!error || error->code == VIR_ERR_OK || !error->message || !error->message[0])
        wrong("a call failed without an error");
    if (error->code == VIR_ERR_OPERATION_TIMEOUT)
        late++;
}

/* One of three calls; whether it was answered, rightly. */
static bool one_call(virConnectPtr conn, unsigned n)
{
    bool good;
    if (n % 3 == 0) {
        unsigned long version = 0;
        good = virConnectGetLibVersion(conn, &version) == 0;
        if (good && scripted && version != 12008000)
            wrong("version %lu", version);
    } else if (n % 3 == 1) {
        char *name = virConnectGetHostname(conn);
        good = name != NULL;
        if (good && scripted && (strlen(name) != 64 || strspn(name, "h") != 64))
            wrong("host name '%s'", name);
        free(name);
    } else {
        int fd = domain ? virDomainOpenGraphicsFD(domain, 0, 0) : -2;
        good = fd >= 0;
        if (fd == -2)
            return one_call(conn, n + 1);
        if (good && (fcntl(fd, F_GETFD) & FD_CLOEXEC) == 0)
            wrong("descriptor %d", fd);
        if (good)
            close(fd);
    }
    if (good)
        replies++;
    else
        check_error();
    virResetLastError();
    return good;
}

/* Calls until told to stop. */
static void *work(void *number)
{
    long own = (long)number;
    for (unsigned n = (unsigned)own; !stop; n++) {
        if (one_call(shared, n))
            per_thread[own]++;
        else
            failures++;
    }
    return NULL;
}

/* Calls until one fails. */
static void *work_until_failure(void *number)
{
    unsigned n = (unsigned)(long)number;
    while (one_call(shared, n))
        n++;
    failures++;
    return NULL;
}

/* With a reference of its own, as a thread must have that calls while another closes. */
static void *work_and_close(void *number)
{
    virConnectPtr own = shared;
    work_until_failure(number);
    if (virConnectClose(own) < 0)
        wrong("a reference is gone");
    return NULL;
}

static void crowd(pthread_t *threads, int count, void *(*what)(void *))
{
    for (long i = 0; i < count; i++)
        if (pthread_create(&threads[i], NULL, what, (void *)i) != 0)
            wrong("no thread");
}

static void join(pthread_t *threads, int count)
{
    for (int i = 0; i < count; i++)
        pthread_join(threads[i], NULL);
}

static void need(bool good, const char *what)
{
    if (!good)
        wrong("%s: %s", what, virGetLastErrorMessage());
}

/* 64 threads, one connection: throughput and fairness. */
static void calls(double seconds)
{
    pthread_t threads[MOST];
    pid_t server = start_daemon(path, STEADY, 1);
    need((shared = connect_to("")) && (domain = virDomainLookupByName(shared, "name")), "open");
    double start = now();
    crowd(threads, MOST, work);
    while (now() - start < seconds)
        usleep(10000);
    stop = true;
    join(threads, MOST);
    double took = now() - start;
    long least = per_thread[0], most = per_thread[0];
    for (int i = 0; i < MOST; i++) {
        least = per_thread[i] < least ? per_thread[i] : least;
        most = per_thread[i] > most ? per_thread[i] : most;
    }
    printf("calls: %ld in %.1f s, per thread %ld to %ld\n", replies, took, least, most);
    need(failures == 0, "a call on a good connection failed");
    if (least == 0 || most > 3 * least)
        wrong("unfair: %ld to %ld calls per thread", least, most);
    virDomainFree(domain);
    domain = NULL;
    need(virConnectClose(shared) == 0, "the last reference");
    stop_daemon(server);
}

/* The daemon dies `count` times while three threads call. */
static void kills(long count)
{
    pthread_t threads[3];
    pid_t server = start_daemon(path, DOOMED, 1);
    int before = 0;
    size_t memory = 0;
    double start = now(), longest = 0;
    for (long n = 0; n < count; n++) {
        alarm(WATCHDOG);
        double began = now();
        need((shared = connect_to("")) != NULL, "open");
        domain = n % 2 ? virDomainLookupByName(shared, "name") : NULL;
        crowd(threads, 3, work_until_failure);
        join(threads, 3);
        if (virConnectIsAlive(shared) != 0)
            wrong("the dead connection is alive");
        if (domain)
            virDomainFree(domain);
        domain = NULL;
        if (virConnectClose(shared) != 0)
            wrong("round %ld: references are left", n);
        longest = now() - began > longest ? now() - began : longest;
        if (n == count / 4) {
            before = descriptors();
            memory = mallinfo2().uordblks;
        }
    }
    size_t after = mallinfo2().uordblks;
    printf("kills: %ld in %.1f s, %ld replies, %ld failed calls, longest round %.2f s, memory %zu to %zu, descriptors %d to %d\n",
           count, now() - start, replies, failures, longest, memory, after, before, descriptors());
    if (failures != 3 * count)
        wrong("%ld failures in %ld rounds of 3 threads", failures, count);
    if (count >= 100 && (descriptors() != before || after > memory + 65536))
        wrong("something leaks");
    stop_daemon(server);
}

/* Callers with a deadline, and a daemon that leaves every other call unanswered. */
static void deadlines(double seconds)
{
    pthread_t threads[16];
    pid_t server = start_daemon(path, SILENT, 1);
    /* Each call of an open has the deadline, too, and on a busy machine even a steady daemon may miss it. */
    for (long tries = 1; (shared = connect_to("&call_timeout=0.02")) == NULL; tries++) {
        check_error();
        if (late != tries)
            wrong("open: %s", virGetLastErrorMessage());
    }
    late = 0;
    crowd(threads, 16, work);
    double start = now();
    /* Until there was some of both, which the watchdog ends. */
    while (now() - start < seconds || late == 0 || replies == 0)
        usleep(10000);
    stop = true;
    join(threads, 16);
    printf("deadlines: %ld replies, %ld failed calls, %ld of them late\n", replies, failures, late);
    if (late == 0 || replies == 0 || late != failures)
        wrong("neither late nor answered");
    need(virConnectIsAlive(shared) == 1, "the connection lives on");
    need(virConnectClose(shared) == 0, "the last reference");
    stop_daemon(server);
}

/* The peer is there and says nothing, from the first byte on. */
static void silence(double seconds)
{
    (void)seconds;
    pid_t server = start_daemon(path, STEADY, 1);
    kill(server, SIGSTOP);
    double start = now();
    if (connect_to("&connect_timeout=0.2") != NULL)
        wrong("a silent daemon was opened");
    check_error();
    if (late != 1 || now() - start > 10)
        wrong("no timeout after %.1f s: %s", now() - start, virGetLastErrorMessage());
    printf("silence: %s\n", virGetLastErrorMessage());
    kill(server, SIGCONT);
    stop_daemon(server);
}

static void *loop(void *unused)
{
    (void)unused;
    while (!stop)
        if (virEventRunDefaultImpl() < 0)
            wrong("the event loop failed");
    return NULL;
}

static void tick(int timer, void *unused)
{
    (void)timer, (void)unused;
}

static atomic_int ends;

static void on_close(virConnectPtr conn, int reason, void *opaque)
{
    unsigned long version = 0;
    (void)reason, (void)opaque;
    ends++;
    /* The connection is over: every function says so, and none waits. */
    free(virConnectGetHostname(conn));
    virConnectGetLibVersion(conn, &version);
    virConnectIsAlive(conn);
}

/* An event loop reads beside callers until the peer dies; this side closes before or while calls are under way. */
static void ends_of_all_kinds(long count)
{
    pthread_t threads[4], events;
    pid_t server = start_daemon(path, DOOMED, 7);
    if (virEventRegisterDefaultImpl() < 0 || virEventAddTimeout(10, tick, NULL, NULL) < 0)
        wrong("no event loop");
    pthread_create(&events, NULL, loop, NULL);
    for (long n = 0; n < count; n++) {
        alarm(WATCHDOG);
        need((shared = connect_to("")) != NULL, "open");
        need(virConnectRegisterCloseCallback(shared, on_close, NULL, NULL) == 0, "close callback");
        for (int i = 0; i < 4; i++)
            virConnectRef(shared);
        crowd(threads, 4, work_and_close);
        if (n % 2) {
            usleep((unsigned)(n % 10) * 20);
            virConnectUnregisterCloseCallback(shared, on_close);
            virConnectClose(shared);
        }
        join(threads, 4);
        if (n % 2 == 0)
            virConnectClose(shared);
    }
    alarm(WATCHDOG);
    stop = true;
    pthread_join(events, NULL);
    printf("ends: %ld rounds, %ld replies, %ld failed calls, %d close callbacks\n", count, replies, failures, ends);
    if (failures != 4 * count || ends == 0 || ends > count)
        wrong("calls or callbacks are missing");
    stop_daemon(server);
}

/* The last reference goes while other threads are in calls, which hold none. */
static atomic_int served;

static void *work_unreferenced(void *unused)
{
    unsigned long version = 0;
    while (virConnectGetLibVersion(shared, &version) == 0)
        served++;
    const virError *error = virGetLastError();
    if (!error || (error->code != VIR_ERR_INVALID_CONN && error->code != VIR_ERR_INTERNAL_ERROR && error->code != VIR_ERR_RPC
                   && error->code != VIR_ERR_SYSTEM_ERROR))
        wrong("an unreferenced call failed otherwise: %s", virGetLastErrorMessage());
    return unused;
}

static void snatched(long count)
{
    pthread_t threads[4];
    pid_t server = start_daemon(path, STEADY, 1);
    for (long n = 0; n < count; n++) {
        alarm(WATCHDOG);
        need((shared = connect_to("")) != NULL, "open");
        served = 0;
        crowd(threads, 4, work_unreferenced);
        while (served <= n % 16)
            sched_yield();
        need(virConnectClose(shared) == 0, "last close");
        join(threads, 4);
    }
    printf("snatched: %ld connections closed under their callers\n", count);
    stop_daemon(server);
}

/* A callback that calls, run by the very thread that reads for everybody. */
static atomic_int inside;

static void on_lost(virConnectPtr conn, int reason, void *opaque)
{
    unsigned long version = 0;
    (void)reason, (void)opaque;
    if (virConnectGetLibVersion(conn, &version) == 0)
        inside++;
}

static void callbacks(long count)
{
    pid_t server = start_daemon(path, CHATTY, 7);
    if (virEventRegisterDefaultImpl() < 0)
        wrong("no event loop");
    for (long n = 0; n < count; n++) {
        alarm(WATCHDOG);
        need((shared = connect_to("")) != NULL, "open");
        need(virConnectRegisterCloseCallback(shared, on_lost, NULL, NULL) == 0, "close callback");
        need(one_call(shared, 1), "a call");
        need(one_call(shared, 1), "another call");
        virConnectUnregisterCloseCallback(shared, on_lost);
        virConnectClose(shared);
    }
    printf("callbacks: %d calls inside of %ld callbacks\n", inside, count);
    if (inside != count)
        wrong("calls inside callbacks failed");
    stop_daemon(server);
}

static void child_of_fork(void)
{
    unsigned long version = 0;
    alarm(20);
    if (virConnectGetLibVersion(shared, &version) == 0 || virConnectIsAlive(shared) == 1)
        _exit(11);
    if (!virGetLastError() && virConnectGetLibVersion(shared, &version) == 0)
        _exit(12);
    virConnectPtr own = connect_to("");
    if (!own || virConnectGetLibVersion(own, &version) < 0 || virConnectClose(own) != 0)
        _exit(13);
    virConnectClose(shared);
    _exit(0);
}

/* fork in the middle of calls: in the child the old connection is an error, a new one works. */
static void forks(long count)
{
    pthread_t threads[8];
    pid_t server = start_daemon(path, STEADY, 1);
    need((shared = connect_to("")) != NULL, "open");
    crowd(threads, 8, work);
    for (long n = 0; n < count; n++) {
        alarm(WATCHDOG);
        int status = -1;
        pid_t child = fork();
        if (child == 0)
            child_of_fork();
        if (waitpid(child, &status, 0) != child || status != 0)
            wrong("child %ld: status %#x", n, status);
    }
    stop = true;
    join(threads, 8);
    printf("forks: %ld, %ld replies meanwhile\n", count, replies);
    need(failures == 0 && replies > 0, "the parent's calls");
    need(virConnectClose(shared) == 0, "the last reference");
    stop_daemon(server);
}

/* No descriptor is left: at every step of an open, and for one that a reply brings. */
static void exhaustion(long count)
{
    (void)count;
    struct rlimit old, tight;
    int opened = 0, refused = 0, used = 0;
    pid_t server = start_daemon(path, STEADY, 1);
    need((shared = connect_to("")) && (domain = virDomainLookupByName(shared, "name")), "open");
    int next = dup(0);
    close(next);
    getrlimit(RLIMIT_NOFILE, &old);
    for (int room = 0; room < 8; room++) {
        alarm(WATCHDOG);
        tight = old;
        tight.rlim_cur = (rlim_t)(next + room);
        setrlimit(RLIMIT_NOFILE, &tight);
        virConnectPtr other = connect_to("");
        if (other) {
            opened++;
            need(one_call(other, 0), "a call at the limit");
            need(virConnectClose(other) == 0, "close");
        } else {
            refused++;
            check_error();
        }
        setrlimit(RLIMIT_NOFILE, &old);
        int lowest = dup(0);
        need(lowest == next, "a descriptor leaks");
        close(lowest);
    }
    tight.rlim_cur = (rlim_t)next;
    setrlimit(RLIMIT_NOFILE, &tight);
    used = virDomainOpenGraphicsFD(domain, 0, 0);
    if (used >= 0)
        wrong("a descriptor where there was no room: %d", used);
    check_error();
    printf("exhaustion: %d opened, %d refused; a descriptor without room: %s\n", opened, refused, virGetLastErrorMessage());
    setrlimit(RLIMIT_NOFILE, &old);
    if (!opened || !refused)
        wrong("the limit had no effect");
    virDomainFree(domain);
    domain = NULL;
    virConnectClose(shared);
    need((shared = connect_to("")) && one_call(shared, 0), "afterwards");
    virConnectClose(shared);
    stop_daemon(server);
}

/* A stock daemon at `socket`, which somebody kills. */
static void victim(const char *socket)
{
    pthread_t threads[4];
    scripted = false;
    snprintf(path, sizeof(path), "%s", socket);
    need((shared = connect_to("")) != NULL, "open");
    crowd(threads, 4, work_until_failure);
    while (replies < 50)
        usleep(100);
    puts("calling");
    fflush(stdout);
    join(threads, 4);
    if (virConnectIsAlive(shared) != 0 || virConnectClose(shared) != 0)
        wrong("the dead connection");
    printf("%ld replies, %ld failed calls\n", replies, failures);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: threads CASE DIRECTORY SECONDS|COUNT\n");
        return 2;
    }
    const char *name = argv[1];
    snprintf(path, sizeof(path), "%s/%s", argv[2], name);
    double most = strtod(argv[3], NULL);
    signal(SIGALRM, hung);
    alarm((unsigned)most + WATCHDOG);
    virSetErrorFunc(NULL, quiet);
    if (virInitialize() < 0)
        return 1;
    if (strcmp(name, "victim") == 0)
        victim(argv[2]);
    else if (strcmp(name, "calls") == 0)
        calls(most);
    else if (strcmp(name, "kills") == 0)
        kills((long)most);
    else if (strcmp(name, "deadlines") == 0)
        deadlines(most);
    else if (strcmp(name, "silence") == 0)
        silence(most);
    else if (strcmp(name, "ends") == 0)
        ends_of_all_kinds((long)most);
    else if (strcmp(name, "snatched") == 0)
        snatched((long)most);
    else if (strcmp(name, "callbacks") == 0)
        callbacks((long)most);
    else if (strcmp(name, "forks") == 0)
        forks((long)most);
    else if (strcmp(name, "exhaustion") == 0)
        exhaustion((long)most);
    else
        return 2;
    return 0;
}
