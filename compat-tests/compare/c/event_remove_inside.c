/* Changes from inside callbacks and frees, iterations inside callbacks, changes from another thread. */
#include "events.h"
#include <pthread.h>

static int first, second, third, handle, pipe_ends[2];
static int nested;

static void on_remove_all(int timer, void *opaque)
{
    printf("  %s timer=%d\n", (const char *)opaque, timer);
    printf("  removed %d", virEventRemoveTimeout(timer));
    printf(" %d", virEventRemoveTimeout(timer));
    printf(" %d", virEventRemoveTimeout(second));
    printf(" %d\n", virEventRemoveHandle(handle));
}

static void on_add(int timer, void *opaque)
{
    printf("  %s timer=%d\n", (const char *)opaque, timer);
    virEventRemoveTimeout(timer);
    third = virEventAddTimeout(0, on_timeout, "added inside", on_free);
    printf("  added %d\n", third);
}

static void on_nest(int timer, void *opaque)
{
    printf("  enter %s timer=%d\n", (const char *)opaque, timer);
    if (nested++ < 2) {
        int ret = virEventRunDefaultImpl();
        printf("  inner iteration returned %d\n", ret);
    }
    printf("  leave %s\n", (const char *)opaque);
}

static void on_handle_rearm(int watch, int fd, int events, void *opaque)
{
    printf("  handle %s watch=%d events=%d\n", (const char *)opaque, watch, events);
    drain(fd);
    virEventUpdateHandle(watch, 0);
    virEventUpdateHandle(watch, VIR_EVENT_HANDLE_READABLE);
}

static void on_handle_remove(int watch, int fd, int events, void *opaque)
{
    (void)fd;
    printf("  handle %s watch=%d events=%d removed %d", (const char *)opaque, watch, events, virEventRemoveHandle(watch));
    printf(" %d\n", virEventRemoveHandle(watch));
}

static void on_free_adds(void *opaque)
{
    printf("  free %s adds %d\n", (const char *)opaque, virEventAddTimeout(0, on_remove_all, "added in free", on_free));
}

static void on_free_removes(void *opaque)
{
    printf("  free %s removes %d\n", (const char *)opaque, virEventRemoveHandle(handle));
}

static void *add_from_thread(void *opaque)
{
    virEventAddTimeout(0, on_add, opaque, on_free);
    return NULL;
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    result("register", virEventRegisterDefaultImpl());
    make_pipe(pipe_ends);
    fill(pipe_ends[1]);

    printf("one callback removes all\n");
    first = virEventAddTimeout(0, on_remove_all, "first", on_free);
    second = virEventAddTimeout(0, on_timeout, "second", on_free);
    handle = virEventAddHandle(pipe_ends[0], VIR_EVENT_HANDLE_READABLE, on_handle, "handle", on_free);
    printf("ids %d %d %d\n", first, second, handle);
    step(3);

    printf("a handle removes itself\n");
    handle = virEventAddHandle(pipe_ends[0], VIR_EVENT_HANDLE_READABLE, on_handle_remove, "self", on_free);
    step(2);

    printf("a handle arms itself anew\n");
    handle = virEventAddHandle(pipe_ends[0], VIR_EVENT_HANDLE_READABLE, on_handle_rearm, "rearm", on_free);
    step(2);
    virEventRemoveHandle(handle);
    step(1);

    printf("an addition inside\n");
    virEventAddTimeout(0, on_add, "adds", on_free);
    step(2);
    virEventRemoveTimeout(third);
    step(1);

    printf("a free adds, a free removes\n");
    handle = virEventAddHandle(pipe_ends[0], 0, on_handle, "h1", on_free_adds);
    int other = virEventAddHandle(pipe_ends[0], 0, on_handle, "h2", on_free_removes);
    virEventRemoveHandle(other);
    step(2);
    second = handle = -1;
    step(2);

    printf("iterations inside a callback\n");
    fill(pipe_ends[1]);
    int nest = virEventAddTimeout(0, on_nest, "outer", on_free);
    second = virEventAddTimeout(0, on_timeout, "between", on_free);
    int deep = virEventAddTimeout(0, on_nest, "deep", on_free);
    handle = virEventAddHandle(pipe_ends[0], VIR_EVENT_HANDLE_READABLE, on_handle, "h", on_free);
    step(2);
    virEventRemoveTimeout(nest);
    virEventRemoveTimeout(second);
    virEventRemoveTimeout(deep);
    virEventRemoveHandle(handle);
    step(2);

    printf("another thread\n");
    pthread_t thread;
    third = 0;
    if (pthread_create(&thread, NULL, add_from_thread, "from a thread") != 0)
        return 77;
    while (!third)
        virEventRunDefaultImpl();
    pthread_join(thread, NULL);
    virEventRemoveTimeout(third);
    step(1);
    return 0;
}
