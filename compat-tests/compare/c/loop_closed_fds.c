/*
 * A program that registers the default event loop, closes every descriptor and opens its own, before it runs the loop for the
 * first time: nothing is written into its files, and changes by another thread wake the loop.
 */
#include "closed_fds.h"

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    virEventRegisterDefaultImpl();
    used("before the first run", 16);
    return 0;
}
