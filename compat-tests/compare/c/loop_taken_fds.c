/*
 * As loop_closed_fds.c, but the loop has run before, so that a file gets the number of the loop's own descriptor. The stock
 * library writes its wake-ups into that file (docs/DIFFERENCES.md).
 */
#include "closed_fds.h"

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    virEventRegisterDefaultImpl();
    used("before the first run", 4);
    used("after it", 32);
    used("again", 48);
    return 0;
}
