/*
 * Threads that end inside the library: pthread_exit() in functions that it calls, and cancellation. The threads end with
 * their own result, and their cleanup handlers run once. What is left afterwards is in unwind_threads_kept.c.
 * needs: daemon; leaves handles: 1
 */
#include "unwind_threads.h"

int main(int argc, char **argv)
{
    (void)argc;
    setvbuf(stdout, NULL, _IOLBF, 0);
    virSetErrorFunc(NULL, quiet);
    virEventRegisterDefaultImpl();
    conn = virConnectOpen(argv[1]);
    if (!conn)
        return 77;

    virSetErrorFunc(NULL, exiting_handler);
    joined("error handler", started(fails, NULL));
    virSetErrorFunc(NULL, quiet);
    usable(conn);
    joined("cancelled while it may not be", started(cancels_itself, argv));
    usable(conn);

    /* Nothing is asked of what an ended thread used. */
    joined("cancelled before it asks", started(cancels_itself, NULL));
    return 0;
}
