/* What a connection answers after its peer is gone: its kind, keepalive, whether it lives. needs: daemon */
#include "common.h"
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>

/* The latest connection to the daemon: a UNIX socket whose peer has its name. An event loop may still hold earlier ones. */
static int daemon_socket(void)
{
    int found = -1;
    for (int fd = 3; fd < 100; fd++) {
        struct sockaddr_un peer;
        socklen_t length = sizeof(peer);
        if (getpeername(fd, (struct sockaddr *)&peer, &length) == 0 && peer.sun_family == AF_UNIX &&
            length > sizeof(peer.sun_family) && strstr(peer.sun_path, "libvirt-sock"))
            found = fd;
    }
    return found;
}

static virConnectPtr opened(const char *uri)
{
    virConnectPtr conn = virConnectOpen(uri);
    if (!conn)
        exit(1);
    return conn;
}

static void cut(void)
{
    if (shutdown(daemon_socket(), SHUT_RDWR) < 0)
        exit(2);
}

static void answers(virConnectPtr conn)
{
    result("alive", virConnectIsAlive(conn));
    result("keepalive 5 3", virConnectSetKeepAlive(conn, 5, 3));
    result("keepalive 5 3 again", virConnectSetKeepAlive(conn, 5, 3));
    result("keepalive 0 0", virConnectSetKeepAlive(conn, 0, 0));
    result("keepalive -1 1", virConnectSetKeepAlive(conn, -1, 1));
    result("keepalive too large", virConnectSetKeepAlive(conn, 2147484, 1));
    result_string("type", virConnectGetType(conn));
    result_string("type again", virConnectGetType(conn));
    result("alive", virConnectIsAlive(conn));
    /* Its error: see docs/DIFFERENCES.md. */
    printf("close: %d\n", virConnectClose(conn));
    virResetLastError();
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 77;
    virSetErrorFunc(NULL, quiet);
    signal(SIGPIPE, SIG_IGN);
    setvbuf(stdout, NULL, _IOLBF, 0);

    printf("-- cut before it is asked, no event loop\n");
    virConnectPtr conn = opened(argv[1]);
    cut();
    result_string("type", virConnectGetType(conn));
    answers(conn);

    printf("-- cut after it was asked\n");
    conn = opened(argv[1]);
    result_string("type", virConnectGetType(conn));
    cut();
    result_string("type", virConnectGetType(conn));
    unsigned long version;
    result("version", virConnectGetVersion(conn, &version));
    answers(conn);

    if (virEventRegisterDefaultImpl() < 0)
        return 3;
    printf("-- cut before it is asked, with an event loop\n");
    conn = opened(argv[1]);
    cut();
    result_string("type", virConnectGetType(conn));
    answers(conn);

    printf("-- the loop notices\n");
    conn = opened(argv[1]);
    cut();
    while (virConnectIsAlive(conn) > 0)
        if (virEventRunDefaultImpl() < 0)
            return 4;
    answers(conn);

    printf("-- pings are set once\n");
    conn = opened(argv[1]);
    result("keepalive too large", virConnectSetKeepAlive(conn, 2147484, 1));
    result("keepalive off", virConnectSetKeepAlive(conn, 0, 0));
    answers(conn);

    printf("-- pinged, then cut\n");
    conn = opened(argv[1]);
    result("keepalive 5 3", virConnectSetKeepAlive(conn, 5, 3));
    cut();
    while (virConnectIsAlive(conn) > 0)
        if (virEventRunDefaultImpl() < 0)
            return 5;
    answers(conn);
    return 0;
}
