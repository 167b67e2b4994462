/* Traces for the event loop programs: who was called, in which iteration. */
#ifndef OXIVIRT_COMPAT_EVENTS_H
#define OXIVIRT_COMPAT_EVENTS_H

#include "common.h"
#include <fcntl.h>
#include <unistd.h>

static int iteration;

static void __attribute__((unused)) on_handle(int watch, int fd, int events, void *opaque)
{
    (void)fd;
    printf("  handle %s watch=%d events=%d\n", (const char *)opaque, watch, events);
}

static void __attribute__((unused)) on_timeout(int timer, void *opaque)
{
    printf("  timeout %s timer=%d\n", (const char *)opaque, timer);
}

static void __attribute__((unused)) on_free(void *opaque) { printf("  free %s\n", (const char *)opaque); }

/* One iteration, and what it calls. A loop that would wait for ever is ended by the alarm. */
static void __attribute__((unused)) step(int count)
{
    while (count-- > 0) {
        printf("iteration %d\n", ++iteration);
        fflush(stdout);
        alarm(HANG_TIMEOUT);
        int ret = virEventRunDefaultImpl();
        alarm(0);
        if (ret != 0) {
            printf("  returned %d ", ret);
            print_error();
        }
    }
}

static void __attribute__((unused)) drain(int fd)
{
    char buffer[64];
    while (read(fd, buffer, sizeof(buffer)) > 0)
        ;
}

static void __attribute__((unused)) make_pipe(int ends[2])
{
    if (pipe(ends) < 0 || fcntl(ends[0], F_SETFL, O_NONBLOCK) < 0)
        exit(77);
}

static void __attribute__((unused)) fill(int fd)
{
    if (write(fd, "x", 1) != 1)
        exit(77);
}

#endif
