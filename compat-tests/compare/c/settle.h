/* Runs the default event loop until everything that is due has happened, whatever time that takes. */
#ifndef OXIVIRT_COMPAT_SETTLE_H
#define OXIVIRT_COMPAT_SETTLE_H

#include "common.h"

static void settle_tick(int timer, void *opaque)
{
    (void)timer;
    ++*(int *)opaque;
}

static int settle_frees;

static void settle_freed(void *opaque)
{
    (void)opaque;
    settle_frees++;
}

/* Timers of one millisecond have fired, and what was removed is freed. The loop frees when it has nothing else to do, in the order of
   the removals: once it has freed what is removed here, it has freed the rest. Three times, because a free function may remove more.
   The stock library's loop never frees after some misuse of a stream: a timer of that stays due. Half a second is enough there. */
static void settle(void)
{
    int ticks = 0, timer = virEventAddTimeout(2, settle_tick, &ticks, NULL);
    while (ticks < 3 && virEventRunDefaultImpl() == 0)
        ;
    virEventUpdateTimeout(timer, 10);
    for (int round = 0; round < 3; round++) {
        int before = settle_frees;
        virEventRemoveTimeout(virEventAddTimeout(-1, settle_tick, NULL, settle_freed));
        while (settle_frees == before && ticks < 50 && virEventRunDefaultImpl() == 0)
            ;
    }
    virEventRemoveTimeout(timer);
}

#endif
