/* An event loop that reports errors and ends which did not happen. needs: daemon */
#include "odd_loop.h"

int main(int argc, char **argv)
{
    unsigned long version;
    if (argc < 2)
        return 77;
    setvbuf(stdout, NULL, _IOLBF, 0);
    virSetErrorFunc(NULL, quiet);
    virEventRegisterImpl(add_handle, update, drop, add_timeout, update, drop);
    virConnectPtr conn = opened(argv[1]);
    static const int ends[] = {VIR_EVENT_HANDLE_ERROR, VIR_EVENT_HANDLE_HANGUP,
                               VIR_EVENT_HANDLE_ERROR | VIR_EVENT_HANDLE_HANGUP,
                               VIR_EVENT_HANDLE_READABLE | VIR_EVENT_HANDLE_HANGUP};
    for (size_t n = 0; n < sizeof(ends) / sizeof(*ends); n++) {
        printf("an end that is none (%d)\n", ends[n]);
        virConnectPtr other = opened(argv[1]);
        all_handles(ends[n]);
        result("alive", virConnectIsAlive(other));
        result("version", virConnectGetLibVersion(other, &version));
        all_timers();
        result("close", virConnectClose(other));
        all_timers();
    }
    result("first: alive", virConnectIsAlive(conn));
    result("first: version", virConnectGetLibVersion(conn, &version));
    result("first: close", virConnectClose(conn));
    sweep();
    all_timers();
    left_over();
    return 0;
}
