/* A client without a library: prepared frames and a socket, so that what a daemon needs is seen. Prints wall seconds.
 *   rpc pingpong COUNT              two processes that answer each other over a socket pair: what the kernel alone needs
 *   rpc relay COUNT                 the same with a third process between them, which passes on what comes from either side
 *   rpc trip COUNT SOCKET           one client, one call at a time
 *   rpc flood COUNT SOCKET CLIENTS  so many clients, each with a call under way all the time
 *   rpc download URI SOCKET PATH    a volume's stream, read to its end and thrown away; prints the bytes, too
 *   rpc start SOCKET COMMAND...     from the start of a daemon to the answer of its first call
 */
#include <arpa/inet.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PROGRAM = 0x20008086, OPEN = 1, INFO = 16, LOOK_UP = 23, AUTH_LIST = 66, VOLUME_BY_PATH = 97, DOWNLOAD = 209 };
enum { HEADER = 28, CALL = 0, STREAM = 3 };

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

/* Reads one frame into `reply`, usually at once; returns the length of its body. Nothing is behind it: this is for answers. */
static size_t answer(int fd)
{
    uint32_t length;
    ssize_t got = recv(fd, reply, sizeof(reply), 0);
    if (got < HEADER)
        fail("receive");
    memcpy(&length, reply, 4);
    length = ntohl(length);
    if (length < (size_t) got || length > sizeof(reply))
        fail("length");
    if (length > (size_t) got)
        exactly(fd, reply + got, length - (size_t) got);
    return length - HEADER;
}

/* The same where more may be behind it. */
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

/* Makes a call and returns the length of the answer's body, which is in `reply`. */
static size_t call(int fd, uint32_t procedure, uint32_t serial, const void *body, size_t length)
{
    unsigned char out[512];
    if (length > sizeof(out) - HEADER)
        fail("arguments");
    put(fd, out, frame(out, procedure, CALL, serial, 0, body, length));
    length = answer(fd);
    if (word(6) != 0)
        fail("call");
    return length;
}

/* Encodes a text; returns the length. */
static size_t text(unsigned char *to, const char *value)
{
    size_t length = strlen(value);
    uint32_t count = htonl((uint32_t) length);
    memcpy(to, &count, 4);
    memset(to + 4 + length, 0, 4);
    memcpy(to + 4, value, length);
    return 4 + (length + 3) / 4 * 4;
}

static int linked(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    snprintf(address.sun_path, sizeof(address.sun_path), "%s", path);
    if (fd < 0)
        fail("socket");
    if (connect(fd, (struct sockaddr *) &address, sizeof(address)) == 0)
        return fd;
    close(fd);
    return -1;
}

/* Connects and opens a URI. */
static int opened(const char *path, const char *uri)
{
    unsigned char arguments[256] = {0, 0, 0, 1};
    int fd = linked(path);
    if (fd < 0 || strlen(uri) > 200)
        fail(path);
    call(fd, AUTH_LIST, 0, NULL, 0);
    size_t length = 4 + text(arguments + 4, uri);
    memset(arguments + length, 0, 4);
    call(fd, OPEN, 1, arguments, length + 4);
    return fd;
}

/* Connects and opens test:///default; `guest` gets the encoded domain "test", whose length is returned. */
static int opened_guest(const char *path, unsigned char *guest, size_t *length)
{
    int fd = opened(path, "test:///default");
    *length = call(fd, LOOK_UP, 2, "\0\0\0\4test", 8);
    if (*length > 128)
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

/* Passes on what comes from either side, until one of them ends. */
static void pass_on(int one, int other)
{
    unsigned char data[HEADER + 40];
    struct pollfd both[2] = {{.fd = one, .events = POLLIN}, {.fd = other, .events = POLLIN}};
    for (;;) {
        if (poll(both, 2, -1) < 0)
            fail("poll");
        for (int i = 0; i < 2; i++) {
            ssize_t length = both[i].revents ? recv(both[i].fd, data, sizeof(data), 0) : -1;
            if (!length)
                _exit(0);
            if (length > 0)
                put(both[!i].fd, data, (size_t) length);
        }
    }
}

static double relay(long count)
{
    int near[2], far[2];
    unsigned char data[HEADER + 40] = {0};
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, near) < 0 || socketpair(AF_UNIX, SOCK_STREAM, 0, far) < 0)
        fail("socketpair");
    pid_t other = fork();
    if (!other) {
        close(near[0]);
        close(far[1]);
        pass_on(near[1], far[0]);
    }
    close(near[1]);
    close(far[0]);
    pid_t last = fork();
    struct pollfd one = {.fd = last ? near[0] : far[1], .events = POLLIN};
    close(last ? far[1] : near[0]);
    double from = now();
    for (long n = 0; n < count; n++) {
        if (last)
            put(one.fd, data, sizeof(data));
        if (poll(&one, 1, -1) < 0)
            fail("poll");
        exactly(one.fd, data, sizeof(data));
        if (!last)
            put(one.fd, data, sizeof(data));
    }
    if (!last)
        _exit(0);
    return now() - from;
}

static double trip(long count, const char *path)
{
    unsigned char guest[128], out[256];
    size_t length;
    int fd = opened_guest(path, guest, &length);
    struct pollfd one = {.fd = fd, .events = POLLIN};
    double from = now();
    for (long n = 0; n < count; n++) {
        put(fd, out, frame(out, INFO, CALL, (uint32_t) n, 0, guest, length));
        if (poll(&one, 1, -1) < 0)
            fail("poll");
        answer(fd);
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
        fds[n] = opened_guest(path, guest, &length);
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
            answer(ready[n].data.fd);
            put(ready[n].data.fd, out, frame(out, INFO, CALL, 7, 0, guest, length));
        }
    }
    return now() - from;
}

static double download(const char *uri, const char *path, const char *volume, long *bytes)
{
    unsigned char arguments[512], out[64];
    int fd = opened(path, uri);
    if (strlen(volume) > 200)
        fail(volume);
    size_t length = call(fd, VOLUME_BY_PATH, 2, arguments, text(arguments, volume)), got;
    if (length > sizeof(arguments) - 20 - HEADER)
        fail("look up");
    memcpy(arguments, reply + HEADER, length);
    memset(arguments + length, 0, 20);
    double from = now();
    put(fd, reply, frame(reply, DOWNLOAD, CALL, 3, 0, arguments, length + 20));
    take(fd);
    if (word(6) != 0)
        fail("download");
    while ((got = take(fd)) > 0)
        *bytes += (long) got;
    put(fd, out, frame(out, DOWNLOAD, STREAM, 3, 0, NULL, 0));
    take(fd);
    return now() - from;
}

static double start(const char *path, char **command)
{
    extern char **environ;
    pid_t daemon;
    int fd;
    unlink(path);
    double from = now();
    if (posix_spawn(&daemon, command[0], NULL, NULL, command, environ) != 0)
        fail(command[0]);
    while ((fd = linked(path)) < 0)
        if (waitpid(daemon, NULL, WNOHANG) != 0)
            fail("the daemon ended");
    call(fd, AUTH_LIST, 0, NULL, 0);
    double wall = now() - from;
    close(fd);
    kill(daemon, SIGTERM);
    waitpid(daemon, NULL, 0);
    return wall;
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    long count = strtol(argv[2], NULL, 10), bytes = 0;
    double wall = 0;
    if (!strcmp(argv[1], "pingpong"))
        wall = pingpong(count);
    else if (!strcmp(argv[1], "relay"))
        wall = relay(count);
    else if (!strcmp(argv[1], "trip") && argc > 3)
        wall = trip(count, argv[3]);
    else if (!strcmp(argv[1], "flood") && argc > 4)
        wall = flood(count, argv[3], atoi(argv[4]));
    else if (!strcmp(argv[1], "download") && argc > 4)
        wall = download(argv[2], argv[3], argv[4], &bytes);
    else if (!strcmp(argv[1], "start") && argc > 3)
        wall = start(argv[2], argv + 3);
    else
        return 2;
    printf("%.9f %ld\n", wall, bytes);
    return 0;
}
