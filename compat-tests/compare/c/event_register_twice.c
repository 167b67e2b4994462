/* A second event loop is ignored, and warned of. shows warnings */
#include "common.h"
#include <unistd.h>

static int timers, handles;

static int add_handle(int fd, int events, virEventHandleCallback cb, void *opaque, virFreeCallback ff)
{
    (void)fd, (void)events, (void)cb, (void)opaque, (void)ff;
    return ++handles;
}

static void update_handle(int watch, int events) { (void)watch, (void)events; }
static int remove_handle(int watch) { return watch > 0 ? 0 : -1; }

static int add_timeout(int timeout, virEventTimeoutCallback cb, void *opaque, virFreeCallback ff)
{
    (void)timeout, (void)cb, (void)opaque, (void)ff;
    return ++timers;
}

static void update_timeout(int timer, int timeout) { (void)timer, (void)timeout; }
static int remove_timeout(int timer) { return timer > 0 ? 0 : -1; }
static void never(int timer, void *opaque) { (void)timer, (void)opaque; }

int main(void)
{
    /* Nothing at all is no loop. */
    virEventRegisterImpl(NULL, NULL, NULL, NULL, NULL, NULL);
    virEventRegisterImpl(add_handle, update_handle, remove_handle, add_timeout, update_timeout, remove_timeout);
    result("default", virEventRegisterDefaultImpl());
    virEventRegisterImpl(NULL, NULL, NULL, NULL, NULL, NULL);
    virEventRegisterImpl(NULL, NULL, NULL, NULL, NULL, remove_timeout);
    result("default again", virEventRegisterDefaultImpl());
    result("timer of the first", virEventAddTimeout(1, never, NULL, NULL));
    printf("timers %d\n", timers);
    return 0;
}
