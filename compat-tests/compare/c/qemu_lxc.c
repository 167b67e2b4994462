/*
 * The QEMU and LXC libraries against a driver that is neither: arguments, and what the driver refuses.
 * needs: daemon
 */
#include "common.h"

#include <fcntl.h>
#include <libvirt/libvirt-lxc.h>
#include <libvirt/libvirt-qemu.h>
#include <unistd.h>

static void qemu(virConnectPtr conn, virDomainPtr dom)
{
    char *reply = NULL;

    result("monitor", virDomainQemuMonitorCommand(dom, "info status", &reply, 1));
    result("monitor nowhere", virDomainQemuMonitorCommand(dom, "info status", NULL, 1));
    result("monitor, no command", virDomainQemuMonitorCommand(dom, NULL, &reply, 0));
    result("monitor of nothing", virDomainQemuMonitorCommand(NULL, "info status", &reply, 0));
    result_string("agent", virDomainQemuAgentCommand(dom, "{}", 1, 0));
    result_string("agent, no command", virDomainQemuAgentCommand(dom, NULL, 1, 0));
    result_string("agent of nothing", virDomainQemuAgentCommand(NULL, "{}", 1, 0));
    result_pointer("attach", virDomainQemuAttach(conn, 1, 0));
    result_pointer("attach to 0", virDomainQemuAttach(conn, 0, 0));
    result_pointer("attach to nothing", virDomainQemuAttach(NULL, 1, 0));
}

static void labels(void)
{
    virSecurityModel model = {"none", "0"};
    virSecurityLabel label = {"l", 0};
    virSecurityLabel old;

    result("none", virDomainLxcEnterSecurityLabel(&model, &label, NULL, 0));
    memset(&old, 0xff, sizeof(old));
    result("none, old", virDomainLxcEnterSecurityLabel(&model, &label, &old, 0));
    printf("zeroed: %d %d\n", old.label[0], old.enforcing);
    result("no model", virDomainLxcEnterSecurityLabel(NULL, &label, NULL, 0));
    result("no label", virDomainLxcEnterSecurityLabel(&model, NULL, NULL, 0));
    result("flags", virDomainLxcEnterSecurityLabel(&model, &label, NULL, 6));
    strcpy(model.model, "unheard of");
    result("unknown", virDomainLxcEnterSecurityLabel(&model, &label, &old, 0));
}

static void namespaces(virDomainPtr dom)
{
    unsigned int n = 77;
    int *old = (void *)0x1;
    int fds[3] = {-1, -1, -1};

    result("no namespaces", virDomainLxcEnterNamespace(dom, 0, NULL, NULL, NULL, 0));
    result("no namespaces, old", virDomainLxcEnterNamespace(dom, 0, fds, &n, &old, 0));
    printf("nothing left: %u %d\n", n, old == NULL);
    result("flags", virDomainLxcEnterNamespace(dom, 3, fds, &n, &old, 1));
    result("skipped", virDomainLxcEnterNamespace(dom, 3, fds, &n, &old, 0));
    printf("old: %u\n", n);
    for (unsigned int i = 0; i < n; i++)
        result("close", close(old[i]));
    free(old);
    fds[1] = 1000;
    n = 77;
    result("bad descriptor", virDomainLxcEnterNamespace(dom, 3, fds, &n, &old, 0));
    printf("nothing left: %u %d\n", n, old == NULL);
    fds[1] = open("/dev/null", O_RDONLY);
    result("no namespace", virDomainLxcEnterNamespace(dom, 3, fds, NULL, NULL, 0));
    close(fds[1]);
}

/* Only what is refused: anything else would move this process. */
static void groups(virDomainPtr dom)
{
    result("groups, flags", virDomainLxcEnterCGroup(dom, 1));
    result("groups of nothing", virDomainLxcEnterCGroup(NULL, 0));
}

int main(int argc, char **argv)
{
    virConnectPtr conn, locked;
    virDomainPtr dom;
    char *reply = NULL;

    if (argc < 2)
        return 77;
    virInitialize();
    virSetErrorFunc(NULL, quiet);
    conn = virConnectOpen(argv[1]);
    locked = virConnectOpenReadOnly(argv[1]);
    dom = conn ? virDomainLookupByName(conn, "test") : NULL;
    result_pointer("domain", dom);
    if (!dom || !locked)
        return 1;
    qemu(conn, dom);
    labels();
    namespaces(dom);
    groups(dom);
    virDomainFree(dom);
    dom = virDomainLookupByName(locked, "test");
    result_pointer("read-only domain", dom);
    if (dom) {
        result("monitor", virDomainQemuMonitorCommand(dom, "info status", &reply, 0));
        result("monitor nowhere", virDomainQemuMonitorCommand(dom, "info status", NULL, 0));
        result_string("agent", virDomainQemuAgentCommand(dom, NULL, 1, 0));
        result("groups", virDomainLxcEnterCGroup(dom, 1));
        virDomainFree(dom);
    }
    result_pointer("attach", virDomainQemuAttach(locked, 7, 0));
    result_pointer("attach to 0", virDomainQemuAttach(locked, 0, 0));
    virConnectClose(locked);
    result("close", virConnectClose(conn));
    return 0;
}
