/* What one call after the other does not show. One measurement a run, printed as bench.c does: CPU seconds (user, system) of this
 * process, wall seconds, resident memory in KiB (at the end, not the peak); and how often it slept and was woken.
 *   many threads COUNT URI      four threads share one connection and the calls
 *   many events COUNT URI FILE  prints "ready", then receives so many events that somebody else causes
 *   many cause COUNT URI FILE   causes so many events, each when the one before was received: FILE counts them, so that every
 *                               event costs its receiver one wake-up, however busy the machine is
 *   many download MIB URI PATH  a volume is read through a stream and thrown away
 *   many idle COUNT URI         so many connections, opened and left alone; CPU and time are those of the opening
 */
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <pthread.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include "used.h"

enum { THREADS = 4, PIECE = 262120 };

static virConnectPtr conn;
static long each, wanted;
static atomic_long *seen;

static void fail(const char *what)
{
    fprintf(stderr, "many: %s: %s\n", what, virGetLastErrorMessage());
    exit(1);
}

static void *caller(void *unused)
{
    unsigned long version;
    for (long n = 0; n < each; n++)
        if (virConnectGetLibVersion(conn, &version) < 0)
            fail("call");
    return unused;
}

static void threads(long count)
{
    pthread_t all[THREADS];
    each = count / THREADS;
    for (int n = 0; n < THREADS; n++)
        if (pthread_create(&all[n], NULL, caller, NULL) != 0)
            fail("thread");
    for (int n = 0; n < THREADS; n++)
        pthread_join(all[n], NULL);
}

static int on_event(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void) c, (void) dom, (void) event, (void) detail, (void) opaque;
    atomic_fetch_add(seen, 1);
    return 0;
}

static void share(const char *path)
{
    int fd = open(path, O_RDWR | O_CREAT, 0600);
    if (fd < 0 || ftruncate(fd, sizeof(*seen)) < 0)
        fail(path);
    seen = mmap(NULL, sizeof(*seen), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (seen == MAP_FAILED)
        fail(path);
    close(fd);
}

static void events(void)
{
    while (atomic_load(seen) < wanted)
        if (virEventRunDefaultImpl() < 0)
            fail("event loop");
}

static void cause(long count)
{
    virDomainPtr *domains = NULL;
    if (virConnectListAllDomains(conn, &domains, VIR_CONNECT_LIST_DOMAINS_ACTIVE) < 1)
        fail("list");
    for (long n = 0; n < count; n++) {
        if ((n % 2 == 0 ? virDomainSuspend(domains[0]) : virDomainResume(domains[0])) < 0)
            fail("suspend and resume");
        while (atomic_load(seen) <= n)
            nanosleep(&(struct timespec) {.tv_nsec = 20000}, NULL);
    }
}

static void download(const char *path, long mib)
{
    static char piece[PIECE];
    unsigned long long got = 0;
    int count;
    virStorageVolPtr volume = virStorageVolLookupByPath(conn, path);
    virStreamPtr stream = virStreamNew(conn, 0);
    if (!volume || !stream || virStorageVolDownload(volume, stream, 0, 0, 0) < 0)
        fail("download");
    while ((count = virStreamRecv(stream, piece, sizeof(piece))) > 0)
        got += (unsigned long long) count;
    if (count < 0 || virStreamFinish(stream) < 0)
        fail("receive");
    if (got != (unsigned long long) mib << 20) {
        fprintf(stderr, "many: %llu bytes came\n", got);
        exit(1);
    }
    virStreamFree(stream);
    virStorageVolFree(volume);
}

int main(int argc, char **argv)
{
    struct rusage before, after;
    struct timespec from, to;
    if (argc < 4 || virInitialize() < 0)
        return 2;
    const char *kind = argv[1];
    wanted = strtol(argv[2], NULL, 10);
    if (!strcmp(kind, "events") && virEventRegisterDefaultImpl() < 0)
        fail("event loop");
    if (!(conn = virConnectOpen(argv[3])))
        fail("open");
    if (!strcmp(kind, "events") || !strcmp(kind, "cause")) {
        if (argc < 5)
            return 2;
        share(argv[4]);
    }
    if (!strcmp(kind, "events")) {
        if (virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_event),
                                             NULL, NULL) < 0)
            fail("register");
        puts("ready");
        fflush(stdout);
    }
    getrusage(RUSAGE_SELF, &before);
    clock_gettime(CLOCK_MONOTONIC, &from);
    if (!strcmp(kind, "threads"))
        threads(wanted);
    else if (!strcmp(kind, "events"))
        events();
    else if (!strcmp(kind, "cause"))
        cause(wanted);
    else if (!strcmp(kind, "download") && argc > 4)
        download(argv[4], wanted);
    else if (!strcmp(kind, "idle"))
        for (long n = 0; n < wanted; n++)
            if (!virConnectOpen(argv[3]))
                fail("open");
    clock_gettime(CLOCK_MONOTONIC, &to);
    getrusage(RUSAGE_SELF, &after);
    printf("%.6f %.6f %.6f %ld %ld\n", seconds(after.ru_utime) - seconds(before.ru_utime),
           seconds(after.ru_stime) - seconds(before.ru_stime),
           (double) (to.tv_sec - from.tv_sec) + (double) (to.tv_nsec - from.tv_nsec) / 1e9, resident_kib(),
           after.ru_nvcsw - before.ru_nvcsw);
    return 0;
}
