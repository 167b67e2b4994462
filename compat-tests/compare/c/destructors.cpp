/*
 * Calls from destructors: of thread-specific data, of thread_local and static objects, and from atexit(). Everything works
 * there as anywhere: connections open and close, errors are kept, descriptors are given back.
 * needs: daemon
 */
#include "common.h"
#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

static const char *uri;

static int descriptors()
{
    int open = 0;
    for (int fd = 0; fd < 256; fd++)
        open += fcntl(fd, F_GETFD) >= 0;
    return open;
}

/* Everything a thread does with a connection, and whether its descriptors are given back. */
static void use(const char *where)
{
    int before = descriptors();
    printf("%s\n", where);
    virResetLastError();
    virConnectPtr conn = virConnectOpen(uri);
    result_pointer("  open", conn);
    if (!conn)
        return;
    unsigned long version = 0;
    printf("  asked: %d\n", virConnectGetLibVersion(conn, &version) == 0 && version > 0);
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    printf("  domain: %s\n", dom ? virDomainGetName(dom) : "none");
    printf("  none: %d\n", virDomainLookupByName(conn, "none") != nullptr);
    printf("  ");
    print_error();
    virErrorPtr saved = virSaveLastError();
    printf("  saved: %s\n", saved ? text(saved->message) : "nothing");
    virFreeError(saved);
    printf("  free: %d\n", virDomainFree(dom));
    printf("  close: %d\n", virConnectClose(conn));
    printf("  left open: %d\n", descriptors() - before);
}

/* A connection that is closed by a destructor. */
static void finish(const char *where, virConnectPtr conn)
{
    use(where);
    int before = descriptors();
    printf("  close from before: %d\n", virConnectClose(conn));
    printf("  descriptors given back: %d\n", descriptors() < before);
}

static pthread_key_t early, late;

static void key_destructor(void *conn) { finish("key", static_cast<virConnectPtr>(conn)); }

/* Sets its data again and again, as often as the C library looks. */
static int again = 3;

static void insistent_destructor(void *data)
{
    virDomainPtr dom;
    virConnectPtr conn = virConnectOpen(uri);
    dom = virDomainLookupByName(conn, "none");
    printf("insistent %d: %s, %s\n", again, dom ? "found" : "none", virGetLastErrorMessage());
    virConnectClose(conn);
    if (--again > 0)
        pthread_setspecific(late, data);
}

struct local {
    virConnectPtr conn = nullptr;
    ~local() { finish("thread_local", conn); }
};

static thread_local local mine;

static void *thread(void *)
{
    mine.conn = virConnectOpen(uri);
    pthread_setspecific(early, virConnectOpen(uri));
    pthread_setspecific(late, const_cast<char *>(uri));
    use("thread");
    return nullptr;
}

struct object {
    virConnectPtr conn = nullptr;
    ~object() { finish("static", conn); }
};

static object last;

static void at_exit() { use("atexit"); }

int main(int, char **argv)
{
    setvbuf(stdout, nullptr, _IOLBF, 0);
    uri = argv[1];
    virSetErrorFunc(nullptr, quiet);
    if (pthread_key_create(&early, key_destructor))
        return 77;
    last.conn = virConnectOpen(uri);
    if (!last.conn || pthread_key_create(&late, insistent_destructor) || atexit(at_exit))
        return 77;
    pthread_t other;
    int before = descriptors();
    if (pthread_create(&other, nullptr, thread, nullptr))
        return 77;
    pthread_join(other, nullptr);
    printf("left open by the thread: %d\n", descriptors() - before);
    use("main");
    return 0;
}
