/*
 * Free functions that call the library: of an event's callback, also one that registers another, and of the close callback.
 * Each case runs in a process of its own with a time limit.
 * needs: daemon
 */
#include "events.h"
#include <signal.h>
#include <sys/wait.h>

static virConnectPtr conn;
static const char *uri;
static int frees, adds;

static int on_domain(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)c, (void)dom, (void)event, (void)detail, (void)opaque;
    return 0;
}

static int second(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    return on_domain(c, dom, event, detail, opaque);
}

static void on_close(virConnectPtr c, int reason, void *opaque)
{
    (void)c, (void)reason, (void)opaque;
}

static void calling_free(void *opaque)
{
    unsigned long version = 0;
    (void)opaque;
    frees++;
    result("  call", virConnectGetLibVersion(conn, &version));
    if (adds) {
        int id = virConnectDomainEventRegisterAny(conn, NULL, 0, VIR_DOMAIN_EVENT_CALLBACK(second), NULL, NULL);
        result("  register", id >= 0);
        result("  remove", virConnectDomainEventDeregisterAny(conn, id));
    }
}

static void event(void)
{
    int id = virConnectDomainEventRegisterAny(conn, NULL, 0, VIR_DOMAIN_EVENT_CALLBACK(on_domain), NULL, calling_free);
    result("register", id >= 0);
    result("remove", virConnectDomainEventDeregisterAny(conn, id));
}

static void adding(void)
{
    adds = 1;
    event();
}

static void close_callback(void)
{
    result("register", virConnectRegisterCloseCallback(conn, on_close, NULL, calling_free));
    result("unregister", virConnectUnregisterCloseCallback(conn, on_close));
}

static void timeout(void)
{
    virEventRemoveTimeout(virEventAddTimeout(-1, on_timeout, NULL, calling_free));
    while (!frees && virEventRunDefaultImpl() == 0)
        ;
}

static void handle(void)
{
    int ends[2];
    make_pipe(ends);
    virEventRemoveHandle(virEventAddHandle(ends[0], 1, on_handle, NULL, calling_free));
    while (!frees && virEventRunDefaultImpl() == 0)
        ;
}

static void try(const char *name, void (*run)(void))
{
    int status;
    printf("%s\n", name);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        alarm(HANG_TIMEOUT);
        virSetErrorFunc(NULL, quiet);
        virEventRegisterDefaultImpl();
        conn = virConnectOpen(uri);
        if (!conn)
            _exit(1);
        run();
        printf("freed %d\n", frees);
        printf("closed %d\n", virConnectClose(conn));
        fflush(stdout);
        _exit(0);
    }
    if (waitpid(child, &status, 0) != child)
        exit(1);
    /* A death that both libraries have in common is no result. */
    if (WIFSIGNALED(status))
        raise(WTERMSIG(status));
    printf("status %d\n", WEXITSTATUS(status));
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 77;
    uri = argv[1];
    setvbuf(stdout, NULL, _IOLBF, 0);
    try("timer", timeout);
    try("descriptor", handle);
    try("event", event);
    try("event, registers another", adding);
    try("close callback", close_callback);
    return 0;
}
