/* Timeouts of the default event loop: ids, off, zero, intervals, updates, order, frees when there is nothing else to do. */
#include "events.h"
#include <time.h>

static long long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

static int fired;

static void on_count(int timer, void *opaque)
{
    (void)timer;
    (void)opaque;
    fired++;
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    result("register", virEventRegisterDefaultImpl());
    result("unknown remove", virEventRemoveTimeout(1));
    result("unknown remove 0", virEventRemoveTimeout(0));
    result("unknown remove -1", virEventRemoveTimeout(-1));
    virEventUpdateTimeout(5, 0);
    result("unknown update", 0);
    int a = virEventAddTimeout(-1, on_timeout, "a", on_free);
    int b = virEventAddTimeout(0, on_timeout, "b", on_free);
    int c = virEventAddTimeout(0, on_timeout, "c", NULL);
    int d = virEventAddTimeout(1000000, on_timeout, "d", on_free);
    int e = virEventAddTimeout(-100, on_timeout, "e", on_free);
    printf("ids %d %d %d %d %d\n", a, b, c, d, e);
    step(3);
    printf("b armed anew\n");
    virEventUpdateTimeout(b, 0);
    step(2);
    virEventUpdateTimeout(a, 0);
    virEventUpdateTimeout(b, -1);
    step(2);
    printf("removed while others run each time\n");
    result("remove d", virEventRemoveTimeout(d));
    result("remove d again", virEventRemoveTimeout(d));
    virEventUpdateTimeout(d, 0);
    step(3);
    virEventUpdateTimeout(a, -1);
    virEventUpdateTimeout(c, -7);
    printf("nothing else to do\n");
    step(1);
    result("remove a", virEventRemoveTimeout(a));
    result("remove b", virEventRemoveTimeout(b));
    result("remove c", virEventRemoveTimeout(c));
    result("remove e", virEventRemoveTimeout(e));
    step(1);

    int t = virEventAddTimeout(30, on_count, NULL, NULL);
    printf("id %d\n", t);
    long long start = now();
    while (fired < 3)
        if (virEventRunDefaultImpl() < 0)
            break;
    long long took = now() - start;
    printf("three intervals of 30 ms: %s\n", took < 89 ? "early" : took > 60000 ? "late" : "in time");
    virEventUpdateTimeout(t, 2147483647);
    fired = 0;
    int stop = virEventAddTimeout(0, on_timeout, "stop", NULL);
    step(2);
    printf("far timeout fired %d times\n", fired);
    virEventRemoveTimeout(stop);
    virEventRemoveTimeout(t);
    return 0;
}
