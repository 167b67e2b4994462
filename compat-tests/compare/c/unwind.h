/* For programs whose functions do not return to the library: what is thrown, caught and called afterwards. */
#ifndef OXIVIRT_COMPAT_UNWIND_H
#define OXIVIRT_COMPAT_UNWIND_H

#include "common.h"
#include <unistd.h>

#ifdef __cplusplus
#include <exception>

struct thrown {
    const char *what;
};

/* Runs something that is expected to throw; the object on the way is destroyed once. */
template <typename F> static void expect(const char *what, F f)
{
    struct guard {
        int *count;
        ~guard() { ++*count; }
    };
    int destroyed = 0;
    fflush(stdout);
    alarm(HANG_TIMEOUT);
    try {
        guard g{&destroyed};
        f();
        printf("%s: returned\n", what);
    } catch (const thrown &t) {
        printf("%s: caught [%s], destroyed %d, %d on the way\n", what, t.what, destroyed, std::uncaught_exceptions());
    }
    alarm(0);
}
#endif

/* Whether calls still get their answers. */
static void __attribute__((unused)) usable(virConnectPtr conn)
{
    unsigned long version = 0;
    alarm(HANG_TIMEOUT);
    printf("  usable: %d\n", virConnectGetLibVersion(conn, &version) == 0 && version > 0);
    alarm(0);
    virResetLastError();
}

#endif
