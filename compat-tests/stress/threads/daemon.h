/* A scripted daemon: a process of its own that forks for each connection, answers a few procedures, and can be told to kill
 * itself at a random point of a reply, or to say nothing. */
#ifndef OXIVIRT_THREADS_DAEMON_H
#define OXIVIRT_THREADS_DAEMON_H

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum temper {
    STEADY, /* answers everything */
    DOOMED, /* kills itself after a few calls, before, within or behind a reply */
    SILENT, /* answers what an open needs, then only what is asked a second time */
    CHATTY, /* says before each host name that the connection behind it was lost */
};

enum { FEATURE = 60, AUTH_LIST = 66, LIB_VERSION = 157, HOSTNAME = 59, LOOKUP = 23, GRAPHICS_FD = 343, LOST = 362, SUBSCRIBE = 316 };
#define PROGRAM 0x20008086u
#define HEAD 28

static void all(int fd, const void *data, size_t size)
{
    const char *at = data;
    while (size > 0) {
        ssize_t sent = send(fd, at, size, MSG_NOSIGNAL);
        if (sent < 0)
            _exit(0);
        at += sent;
        size -= (size_t)sent;
    }
}

static bool read_all(int fd, void *data, size_t size)
{
    char *at = data;
    while (size > 0) {
        ssize_t got = read(fd, at, size);
        if (got <= 0)
            return false;
        at += got;
        size -= (size_t)got;
    }
    return true;
}

static void pass_null(int fd)
{
    int null = open("/dev/null", O_RDONLY);
    char zero = 0, control[CMSG_SPACE(sizeof(int))] = {0};
    struct iovec one = {&zero, 1};
    struct msghdr message = {.msg_iov = &one, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof(control)};
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(head), &null, sizeof(int));
    if (sendmsg(fd, &message, MSG_NOSIGNAL) < 0)
        _exit(0);
    close(null);
}

static size_t words(uint32_t *out, const uint32_t *in, size_t count)
{
    for (size_t i = 0; i < count; i++)
        out[i] = htonl(in[i]);
    return count * 4;
}

/* The payload of a good reply. */
static size_t payload(uint32_t procedure, uint32_t *out)
{
    if (procedure == AUTH_LIST)
        return words(out, (uint32_t[]){1, 0}, 2);
    if (procedure == FEATURE)
        return words(out, (uint32_t[]){1}, 1);
    if (procedure == LIB_VERSION)
        return words(out, (uint32_t[]){0, 12008000}, 2);
    if (procedure == HOSTNAME) {
        out[0] = htonl(64);
        memset(out + 1, 'h', 64);
        return 68;
    }
    if (procedure == LOOKUP) {
        out[0] = htonl(4);
        memcpy(out + 1, "name", 4);
        memset(out + 2, 7, 16);
        out[6] = htonl(1);
        return 28;
    }
    if (procedure == GRAPHICS_FD || procedure == SUBSCRIBE)
        return words(out, (uint32_t[]){1}, 1);
    return 0;
}

static size_t frame(uint32_t *out, const uint32_t *call, uint32_t procedure, uint32_t kind)
{
    size_t size = HEAD + payload(procedure, out + 7);
    words(out, (uint32_t[]){(uint32_t)size, PROGRAM, 1, procedure, kind, kind == 2 ? 0 : ntohl(call[5]), 0}, 7);
    return size;
}

static void serve(int fd, enum temper temper, unsigned seed)
{
    uint32_t call[65536 / 4], reply[64];
    srandom(seed);
    long left = temper == DOOMED ? random() % 40 : -1;
    bool opened = false, skip = false;
    for (;;) {
        if (!read_all(fd, call, 4) || ntohl(call[0]) > sizeof(call) || !read_all(fd, call + 1, ntohl(call[0]) - 4))
            _exit(0);
        uint32_t procedure = ntohl(call[3]), kind = ntohl(call[4]);
        if (ntohl(call[1]) != PROGRAM || (kind != 0 && kind != 4))
            continue;
        bool used = procedure == LIB_VERSION || procedure == HOSTNAME || procedure == GRAPHICS_FD;
        opened = opened || used;
        size_t size = frame(reply, call, procedure, procedure == GRAPHICS_FD ? 5 : 1);
        if (temper == SILENT && opened) {
            skip = !skip;
            if (skip)
                continue;
        }
        if (temper == CHATTY && procedure == HOSTNAME) {
            uint32_t lost[8] = {0};
            frame(lost, call, LOST, 2);
            lost[0] = htonl(32);
            lost[7] = htonl(1);
            all(fd, lost, 32);
        }
        if (used && left-- == 0) {
            long point = random() % 5;
            size_t cut = point == 0 ? 0 : point == 1 ? 1 + (size_t)random() % (HEAD - 1) : point == 2 ? HEAD : size;
            if (point == 2 && size > HEAD)
                cut += (size_t)random() % (size - HEAD);
            all(fd, reply, cut);
            if (point == 4 && procedure == GRAPHICS_FD)
                pass_null(fd);
            kill(getpid(), SIGKILL);
        }
        all(fd, reply, size);
        if (procedure == GRAPHICS_FD)
            pass_null(fd);
    }
}

/* Starts a daemon of which each connection is served by `serves`; its process id. It ends with the caller. */
static pid_t start_serving(const char *path, void (*serves)(int, enum temper, unsigned), enum temper temper, unsigned seed)
{
    struct sockaddr_un here = {.sun_family = AF_UNIX};
    snprintf(here.sun_path, sizeof(here.sun_path), "%s", path);
    unlink(path);
    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bind(listener, (struct sockaddr *)&here, sizeof(here)) < 0 || listen(listener, 128) < 0) {
        perror(path);
        exit(2);
    }
    fflush(stdout);
    pid_t parent = getpid(), pid = fork();
    if (pid != 0) {
        close(listener);
        return pid;
    }
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(0);
    signal(SIGCHLD, SIG_IGN);
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            _exit(1);
        pid_t master = getpid();
        if (fork() == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            if (getppid() != master)
                _exit(0);
            close(listener);
            serves(fd, temper, seed);
            _exit(0);
        }
        close(fd);
        seed++;
    }
}

/* The daemon above. */
static pid_t __attribute__((unused)) start_daemon(const char *path, enum temper temper, unsigned seed)
{
    return start_serving(path, serve, temper, seed);
}

static void stop_daemon(pid_t pid)
{
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}

#endif
