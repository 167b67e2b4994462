/* An event loop of the application: which calls reach it, with which arguments. */
#include "events.h"

static int next_id = 40;

static int add_handle(int fd, int events, virEventHandleCallback cb, void *opaque, virFreeCallback ff)
{
    printf("  add handle fd=%d events=%d cb=%d opaque=%s ff=%d\n", fd, events, cb == on_handle, text(opaque),
           ff == on_free);
    return fd == -5 ? -1 : ++next_id;
}

static void update_handle(int watch, int events) { printf("  update handle %d %d\n", watch, events); }

static int remove_handle(int watch)
{
    printf("  remove handle %d\n", watch);
    return watch < 0 ? -1 : 3;
}

static int add_timeout(int timeout, virEventTimeoutCallback cb, void *opaque, virFreeCallback ff)
{
    printf("  add timeout %d cb=%d opaque=%s ff=%d\n", timeout, cb == on_timeout, text(opaque), ff == on_free);
    return timeout == -5 ? -1 : ++next_id;
}

static void update_timeout(int timer, int timeout) { printf("  update timeout %d %d\n", timer, timeout); }

static int remove_timeout(int timer)
{
    printf("  remove timeout %d\n", timer);
    return timer < 0 ? -1 : 4;
}

static int never_add(int fd, int events, virEventHandleCallback cb, void *opaque, virFreeCallback ff)
{
    (void)fd, (void)events, (void)cb, (void)opaque, (void)ff;
    printf("  the second implementation was called\n");
    return 99;
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    result("initialize", virInitialize());
    virEventRegisterImpl(NULL, NULL, NULL, NULL, NULL, NULL);
    result("nothing registered", virEventAddHandle(1, 1, on_handle, "x", on_free));
    virEventRegisterImpl(add_handle, update_handle, remove_handle, add_timeout, update_timeout, remove_timeout);
    virEventRegisterImpl(never_add, NULL, NULL, NULL, NULL, NULL);
    result("register default over it", virEventRegisterDefaultImpl());
    result("add handle", virEventAddHandle(3, VIR_EVENT_HANDLE_READABLE, on_handle, "x", on_free));
    result("add handle -1", virEventAddHandle(-1, -1, NULL, NULL, NULL));
    result("add handle refused", virEventAddHandle(-5, 0, on_handle, "x", NULL));
    virEventUpdateHandle(41, VIR_EVENT_HANDLE_WRITABLE);
    virEventUpdateHandle(-1, -1);
    result("remove handle", virEventRemoveHandle(41));
    result("remove handle -1", virEventRemoveHandle(-1));
    result("add timeout", virEventAddTimeout(100, on_timeout, "y", on_free));
    result("add timeout NULL", virEventAddTimeout(-1, NULL, NULL, NULL));
    result("add timeout refused", virEventAddTimeout(-5, on_timeout, "y", NULL));
    virEventUpdateTimeout(43, 0);
    result("remove timeout", virEventRemoveTimeout(43));
    result("remove timeout -1", virEventRemoveTimeout(-1));
    return 0;
}
