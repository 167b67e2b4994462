/* Handles of the default event loop: ids, events, updates, hang-up, order of callbacks and frees. */
#include "events.h"
#include <sys/socket.h>

int main(void)
{
    int a[2], b[2], s[2];
    setvbuf(stdout, NULL, _IOLBF, 0);
    result("register", virEventRegisterDefaultImpl());
    result("register again", virEventRegisterDefaultImpl());
    make_pipe(a);
    make_pipe(b);
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, s) < 0)
        return 77;
    result("unknown remove", virEventRemoveHandle(1));
    result("unknown remove 0", virEventRemoveHandle(0));
    result("unknown remove -1", virEventRemoveHandle(-1));
    virEventUpdateHandle(7, 1);
    result("unknown update", 0);
    int ha = virEventAddHandle(a[0], VIR_EVENT_HANDLE_READABLE, on_handle, "a", on_free);
    int hb = virEventAddHandle(b[0], VIR_EVENT_HANDLE_READABLE, on_handle, "b", on_free);
    int hs = virEventAddHandle(s[0], VIR_EVENT_HANDLE_READABLE | VIR_EVENT_HANDLE_WRITABLE, on_handle, "s", NULL);
    int off = virEventAddHandle(a[0], 0, on_handle, "off", on_free);
    printf("ids %d %d %d %d\n", ha, hb, hs, off);

    printf("socket writable\n");
    step(2);
    virEventUpdateHandle(hs, VIR_EVENT_HANDLE_READABLE);
    printf("pipes readable\n");
    fill(b[1]);
    fill(a[1]);
    step(2);
    printf("a again, armed later\n");
    virEventUpdateHandle(ha, VIR_EVENT_HANDLE_READABLE);
    step(1);
    virEventUpdateHandle(ha, VIR_EVENT_HANDLE_READABLE | VIR_EVENT_HANDLE_HANGUP);
    step(1);
    printf("a off\n");
    virEventUpdateHandle(ha, 0);
    step(1);
    virEventUpdateHandle(off, VIR_EVENT_HANDLE_READABLE);
    step(1);
    printf("drained\n");
    drain(a[0]);
    drain(b[0]);
    virEventUpdateHandle(ha, VIR_EVENT_HANDLE_READABLE);
    step(1);
    printf("hang-up\n");
    close(a[1]);
    close(s[1]);
    step(2);
    virEventUpdateHandle(off, VIR_EVENT_HANDLE_WRITABLE);
    virEventUpdateHandle(hs, 16);
    step(1);
    printf("error on the writing end\n");
    close(b[0]);
    int hw = virEventAddHandle(b[1], VIR_EVENT_HANDLE_WRITABLE, on_handle, "w", on_free);
    printf("id %d\n", hw);
    result("remove b", virEventRemoveHandle(hb));
    step(2);
    result("remove a", virEventRemoveHandle(ha));
    result("remove a again", virEventRemoveHandle(ha));
    virEventUpdateHandle(ha, VIR_EVENT_HANDLE_READABLE);
    result("remove off", virEventRemoveHandle(off));
    result("remove s", virEventRemoveHandle(hs));
    step(2);
    result("remove w", virEventRemoveHandle(hw));
    step(1);
    printf("ids go on: %d\n", virEventAddHandle(0, 0, on_handle, "last", on_free));
    return 0;
}
