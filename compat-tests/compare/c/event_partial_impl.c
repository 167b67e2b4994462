/* An application's event loop with some functions missing. */
#include "events.h"

static int add_timeout(int timeout, virEventTimeoutCallback cb, void *opaque, virFreeCallback ff)
{
    (void)cb, (void)opaque, (void)ff;
    printf("  add timeout %d\n", timeout);
    return 7;
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    result("initialize", virInitialize());
    virEventRegisterImpl(NULL, NULL, NULL, add_timeout, NULL, NULL);
    result("add handle", virEventAddHandle(3, 1, on_handle, "x", on_free));
    virEventUpdateHandle(1, 1);
    result("remove handle", virEventRemoveHandle(1));
    result("add timeout", virEventAddTimeout(5, on_timeout, "x", on_free));
    virEventUpdateTimeout(7, 1);
    result("remove timeout", virEventRemoveTimeout(7));
    result("register default over it", virEventRegisterDefaultImpl());
    result("remove timeout", virEventRemoveTimeout(7));
    return 0;
}
