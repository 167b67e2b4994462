/* A million events and a program that is slower than they come: each is delivered once, in order, and what waits stays in the
 * socket instead of this process.    flood DIRECTORY COUNT [measured: a program that is not slow, without
 * a limit for memory; prints what it used, as compat-tests/bench/many.c does] */
#include <arpa/inet.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>
#include "../../bench/used.h"

/* The macro for callbacks casts function types. */
#pragma GCC diagnostic ignored "-Wcast-function-type"

enum { AUTH_LIST = 66, FEATURE = 60, REGISTER = 316, LIFECYCLE = 318, CALLBACK = 7, HEAD = 28, EVENT = 68, BATCH = 900 };
enum { PROGRAM = 0x20008086, GROWTH_KIB = 4096, WATCHDOG = 120 };

static long wanted, seen;
static volatile unsigned work;
static int measured;

static void fail(const char *what)
{
    printf("flood: %s: %s (after %ld events)\n", what, virGetLastErrorMessage(), seen);
    exit(1);
}

static void put(uint32_t *out, const uint32_t *in, size_t count)
{
    for (size_t i = 0; i < count; i++)
        out[i] = htonl(in[i]);
}

static int all(int fd, const void *data, size_t size)
{
    for (const char *at = data; size > 0;) {
        ssize_t sent = send(fd, at, size, MSG_NOSIGNAL);
        if (sent < 0)
            return 0;
        at += sent;
        size -= (size_t)sent;
    }
    return 1;
}

/* The domain's id is the event's number. */
static void flood(int fd)
{
    static uint32_t batch[BATCH * EVENT / 4];
    long number = 0;
    while (number < wanted) {
        size_t count = 0;
        for (; count < BATCH && number < wanted; count++, number++) {
            uint32_t *event = batch + count * EVENT / 4;
            put(event, (uint32_t[]){EVENT, PROGRAM, 1, LIFECYCLE, 2, 0, 0, CALLBACK, 4}, 9);
            memcpy(event + 9, "name", 4);
            memset(event + 10, 7, 16);
            put(event + 14, (uint32_t[]){(uint32_t)number, 3, 0}, 3);
        }
        if (!all(fd, batch, count * EVENT))
            _exit(0);
    }
}

static void serve(int fd)
{
    uint32_t call[16384], reply[16];
    while (recv(fd, call, 4, MSG_WAITALL) == 4) {
        size_t left = ntohl(call[0]) - 4;
        if (left > sizeof(call) - 4 || recv(fd, call + 1, left, MSG_WAITALL) != (ssize_t)left)
            _exit(0);
        uint32_t procedure = ntohl(call[3]), size = HEAD;
        if (procedure == AUTH_LIST)
            put(reply + 7, (uint32_t[]){1, 0}, 2), size += 8;
        else if (procedure == FEATURE || procedure == REGISTER)
            put(reply + 7, (uint32_t[]){procedure == FEATURE ? 1 : CALLBACK}, 1), size += 4;
        put(reply, (uint32_t[]){size, PROGRAM, 1, procedure, 1, ntohl(call[5]), 0}, 7);
        if (!all(fd, reply, size))
            _exit(0);
        if (procedure == REGISTER)
            flood(fd);
    }
    _exit(0);
}

/* Slower than the daemon, which copies bytes that are ready. */
static int on_event(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)conn, (void)detail, (void)opaque;
    if (event != 3 || virDomainGetID(dom) != (unsigned)seen)
        fail("another event than the next");
    for (unsigned n = 0; n < 500 && !measured; n++)
        work += n;
    seen++;
    return 0;
}

int main(int argc, char **argv)
{
    struct sockaddr_un here = {.sun_family = AF_UNIX};
    char uri[256];
    if (argc < 3)
        return 2;
    wanted = strtol(argv[2], NULL, 10);
    measured = argc > 3;
    snprintf(here.sun_path, sizeof(here.sun_path), "%s/flood", argv[1]);
    snprintf(uri, sizeof(uri), "test+unix:///default?socket=%s", here.sun_path);
    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bind(listener, (struct sockaddr *)&here, sizeof(here)) < 0 || listen(listener, 1) < 0) {
        perror(here.sun_path);
        return 2;
    }
    pid_t parent = getpid(), daemon = fork();
    if (daemon == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(0);
        serve(accept(listener, NULL, NULL));
    }
    close(listener);
    alarm(WATCHDOG);
    virConnectPtr conn;
    if (virEventRegisterDefaultImpl() < 0 || !(conn = virConnectOpen(uri)))
        fail("open");
    if (virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_event), NULL, NULL) < 0)
        fail("register");
    struct rusage before, after;
    struct timespec from, to;
    getrusage(RUSAGE_SELF, &before);
    clock_gettime(CLOCK_MONOTONIC, &from);
    long start = 0, most = 0, watched = 0;
    for (long turn = 0; seen < wanted; turn++) {
        if (virEventRunDefaultImpl() < 0)
            fail("event loop");
        /* That events go on coming is watched; how many come in a time is the machine's. */
        if (seen > watched) {
            watched = seen + 1000;
            alarm(WATCHDOG);
        }
        if (turn % 64 == 0 && !measured) {
            long kib = resident_kib();
            if (!start && seen > 10000)
                start = kib;
            most = kib > most ? kib : most;
        }
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    getrusage(RUSAGE_SELF, &after);
    if (virConnectClose(conn) < 0)
        fail("close");
    kill(daemon, SIGKILL);
    waitpid(daemon, NULL, 0);
    if (measured) {
        printf("%.6f %.6f %.6f %ld\n", seconds(after.ru_utime) - seconds(before.ru_utime),
               seconds(after.ru_stime) - seconds(before.ru_stime),
               (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9, resident_kib());
        return 0;
    }
    if (most - start > GROWTH_KIB) {
        printf("flood: memory grew from %ld to %ld KiB\n", start, most);
        return 1;
    }
    printf("flood: %ld events in order; %ld KiB at first, at most %ld KiB\n", seen, start, most);
    return 0;
}
