/* A client without a library: prepared frames and a socket, so that what a daemon needs is seen. Prints wall seconds.
 *   rpc pingpong COUNT              two processes that answer each other over a socket pair: what the kernel alone needs
 *   rpc trip COUNT SOCKET           one client, one call at a time
 *   rpc flood COUNT SOCKET CLIENTS  so many clients, each with a call under way all the time
 *   rpc screenshots COUNT SOCKET    streams of the test driver's screenshots, read to their ends; prints the bytes, too
 */
#include <arpa/inet.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum { PROGRAM = 0x20008086, OPEN = 1, INFO = 16, LOOK_UP = 23, AUTH_LIST = 66, SCREENSHOT = 211, HEADER = 28, CALL = 0, STREAM = 3 };

static unsigned char reply[1 << 20];

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double) t.tv_sec + (double) t.tv_nsec / 1e9;
}

static size_t frame(unsigned char *to, uint32_t procedure, uint32_t type, uint32_t serial, uint32_t status, const void *body, size_t length)
{
    uint32_t words[7] = {htonl((uint32_t) (HEADER + length)), htonl(PROGRAM), htonl(1), htonl(procedure), htonl(type), htonl(serial), htonl(status)};
    memcpy(to, words, sizeof(words));
    if (length > 0)
        memcpy(to + sizeof(words), body, length);
    return sizeof(words) + length;
}

static void put(int fd, const unsigned char *data, size_t length)
{
    if (send(fd, data, length, MSG_NOSIGNAL) != (ssize_t) length)
        fail("send");
}

static void exactly(int fd, unsigned char *to, size_t length)
{
    if (recv(fd, to, length, MSG_WAITALL) != (ssize_t) length)
        fail("receive");
}

/* Reads one frame into `reply`; returns the length of its body. */
static size_t take(int fd)
{
    uint32_t length;
    exactly(fd, reply, 4);
    memcpy(&length, reply, 4);
    length = ntohl(length);
    if (length < HEADER || length > sizeof(reply))
        fail("length");
    exactly(fd, reply + 4, length - 4);
    return length - HEADER;
}

static uint32_t word(int at)
{
    uint32_t value;
    memcpy(&value, reply + at * 4, 4);
    return ntohl(value);
}

/* Connects and opens test:///default; `guest` gets the encoded domain "test", whose length is returned. */
static int opened(const char *path, unsigned char *guest, size_t *length)
{
    static const unsigned char uri[] = "\0\0\0\1\0\0\0\x0ftest:///default\0\0\0\0\0";
    unsigned char out[256];
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    snprintf(address.sun_path, sizeof(address.sun_path), "%s", path);
    if (fd < 0 || connect(fd, (struct sockaddr *) &address, sizeof(address)) < 0)
        fail(path);
    put(fd, out, frame(out, AUTH_LIST, CALL, 0, 0, NULL, 0));
    take(fd);
    put(fd, out, frame(out, OPEN, CALL, 1, 0, uri, 28));
    take(fd);
    if (word(6) != 0)
        fail("open");
    put(fd, out, frame(out, LOOK_UP, CALL, 2, 0, "\0\0\0\4test", 8));
    *length = take(fd);
    if (word(6) != 0 || *length > 128)
        fail("look up");
    memcpy(guest, reply + HEADER, *length);
    return fd;
}

static double pingpong(long count)
{
    int ends[2];
    unsigned char data[HEADER + 40] = {0};
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        fail("socketpair");
    pid_t other = fork();
    for (;;) {
        struct pollfd one = {.fd = ends[other == 0], .events = POLLIN};
        double from = now();
        for (long n = 0; n < count; n++) {
            if (other)
                put(one.fd, data, sizeof(data));
            if (poll(&one, 1, -1) < 0)
                fail("poll");
            exactly(one.fd, data, sizeof(data));
            if (!other)
                put(one.fd, data, sizeof(data));
        }
        if (!other)
            _exit(0);
        return now() - from;
    }
}

static double trip(long count, const char *path)
{
    unsigned char guest[128], out[256];
    size_t length;
    int fd = opened(path, guest, &length);
    struct pollfd one = {.fd = fd, .events = POLLIN};
    double from = now();
    for (long n = 0; n < count; n++) {
        put(fd, out, frame(out, INFO, CALL, (uint32_t) n, 0, guest, length));
        if (poll(&one, 1, -1) < 0)
            fail("poll");
        take(fd);
    }
    return now() - from;
}

static double flood(long count, const char *path, int clients)
{
    unsigned char guest[128], out[256];
    size_t length = 0;
    int loop = epoll_create1(0), *fds = calloc((size_t) clients, sizeof(int));
    if (loop < 0 || !fds)
        fail("flood");
    for (int n = 0; n < clients; n++) {
        fds[n] = opened(path, guest, &length);
        struct epoll_event event = {.events = EPOLLIN, .data.fd = fds[n]};
        if (epoll_ctl(loop, EPOLL_CTL_ADD, fds[n], &event) < 0)
            fail("epoll");
    }
    double from = now();
    for (int n = 0; n < clients; n++)
        put(fds[n], out, frame(out, INFO, CALL, 7, 0, guest, length));
    for (long done = 0; done < count;) {
        struct epoll_event ready[64];
        int got = epoll_wait(loop, ready, 64, -1);
        for (int n = 0; n < got; n++, done++) {
            take(ready[n].data.fd);
            put(ready[n].data.fd, out, frame(out, INFO, CALL, 7, 0, guest, length));
        }
    }
    return now() - from;
}

static double screenshots(long count, const char *path, long *bytes)
{
    unsigned char guest[128], arguments[160], out[256];
    size_t length;
    int fd = opened(path, guest, &length);
    memcpy(arguments, guest, length);
    memset(arguments + length, 0, 8);
    double from = now();
    for (uint32_t n = 100; n < 100 + (uint32_t) count; n++) {
        put(fd, out, frame(out, SCREENSHOT, CALL, n, 0, arguments, length + 8));
        take(fd);
        if (word(6) != 0)
            fail("screenshot");
        size_t got;
        while ((got = take(fd)) > 0)
            *bytes += (long) got;
        put(fd, out, frame(out, SCREENSHOT, STREAM, n, 0, NULL, 0));
        take(fd);
    }
    return now() - from;
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    long count = strtol(argv[2], NULL, 10), bytes = 0;
    double wall = 0;
    if (!strcmp(argv[1], "pingpong"))
        wall = pingpong(count);
    else if (!strcmp(argv[1], "trip") && argc > 3)
        wall = trip(count, argv[3]);
    else if (!strcmp(argv[1], "flood") && argc > 4)
        wall = flood(count, argv[3], atoi(argv[4]));
    else if (!strcmp(argv[1], "screenshots") && argc > 3)
        wall = screenshots(count, argv[3], &bytes);
    else
        return 2;
    printf("%.9f %ld\n", wall, bytes);
    return 0;
}
