/* A program that closes every descriptor, as daemons do, opens files of its own, which get the same numbers, and uses the loop. */
#ifndef OXIVIRT_COMPAT_CLOSED_FDS_H
#define OXIVIRT_COMPAT_CLOSED_FDS_H

#include "common.h"
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST 48

static volatile int fired;
static int ends[2];

static void timer_fired(int timer, void *opaque)
{
    (void)opaque;
    fired++;
    virEventUpdateTimeout(timer, -1);
}

static void nothing(int watch, int fd, int events, void *opaque)
{
    (void)watch, (void)fd, (void)events, (void)opaque;
}

/* Adds timers while the loop waits: each has to wake it. */
static void *adds(void *opaque)
{
    (void)opaque;
    for (int i = 0; i < 20; i++) {
        int before = fired;
        virEventAddTimeout(0, timer_fired, NULL, NULL);
        while (fired == before)
            sched_yield();
    }
    return NULL;
}

/* Closes all but standard input and output, and puts files into the places. */
static void take_over(int *files, int count)
{
    char name[32];
    for (int fd = 3; fd < 128; fd++)
        close(fd);
    for (int i = 0; i < count; i++) {
        snprintf(name, sizeof(name), "file-%d", i);
        files[i] = open(name, O_RDWR | O_CREAT | O_TRUNC, 0600);
    }
}

static void used(const char *when, int count)
{
    int files[MOST], written = 0, open = 0;
    struct stat st;
    pthread_t thread;
    take_over(files, count);
    if (pipe(ends))
        exit(77);
    fired = 0;
    int watch = virEventAddHandle(ends[0], VIR_EVENT_HANDLE_READABLE, nothing, NULL, NULL);
    if (pthread_create(&thread, NULL, adds, NULL))
        exit(77);
    alarm(HANG_TIMEOUT);
    while (fired < 20)
        virEventRunDefaultImpl();
    alarm(0);
    pthread_join(thread, NULL);
    for (int i = 0; i < count; i++) {
        if (fstat(files[i], &st) == 0) {
            open++;
            written += st.st_size != 0;
        }
    }
    printf("%s: fired %d, files open %d, written to %d\n", when, fired, open, written);
    virEventRemoveHandle(watch);
    close(ends[0]);
    close(ends[1]);
    for (int i = 0; i < count; i++)
        close(files[i]);
}

#endif
