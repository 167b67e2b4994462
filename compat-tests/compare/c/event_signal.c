/* A signal ends an iteration that waits, so that the application can look at what its handler set. */
#include "events.h"
#include <signal.h>
#include <sys/time.h>

static volatile sig_atomic_t signals;

static void on_signal(int number)
{
    (void)number;
    signals++;
}

int main(void)
{
    int ends[2];
    struct sigaction action;
    /* Repeats, because the first one may come before the wait starts. */
    const struct itimerval often = {{0, 20000}, {0, 20000}}, never = {{0, 0}, {0, 0}};
    setvbuf(stdout, NULL, _IOLBF, 0);
    result("register", virEventRegisterDefaultImpl());
    make_pipe(ends);
    virEventAddHandle(ends[0], VIR_EVENT_HANDLE_READABLE, on_handle, "never", NULL);
    step(1);
    memset(&action, 0, sizeof(action));
    action.sa_handler = on_signal;
    for (int restart = 0; restart < 2; restart++) {
        action.sa_flags = restart ? SA_RESTART : 0;
        sigaction(SIGALRM, &action, NULL);
        signals = 0;
        setitimer(ITIMER_REAL, &often, NULL);
        int ret = 0;
        while (!signals && ret == 0)
            ret = virEventRunDefaultImpl();
        setitimer(ITIMER_REAL, &never, NULL);
        printf("restart %d: returned %d ", restart, ret);
        print_error();
    }
    return 0;
}
