/* The system calls of the library, with one fault. The program's own functions stand before those of the C library, so the
 * library under test calls them; the program's other threads and processes are left alone.
 *
 * Offsets count the bytes of the one connection (the socket that was connected to `faults_path`, or any TCP stream). */
#ifndef OXIVIRT_OFFSETS_FAULTS_H
#define OXIVIRT_OFFSETS_FAULTS_H

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum fault {
    NO_FAULT,
    CUT_IN,    /* what comes in ends at an offset; the rest comes later */
    DRIP_IN,   /* one byte each time */
    CUT_OUT,   /* the peer takes bytes up to an offset; the rest later */
    DRIP_OUT,  /* one byte each time, and nothing every second time */
    END_IN,    /* nothing comes in after an offset; what goes out is lost */
    END_BOTH,  /* and what goes out is an error */
    FAILS,     /* the call with a number fails once */
};

static struct {
    enum fault kind;
    long at;
    int error;       /* of FAILS */
    bool armed;      /* the library is at work */
    bool reached;    /* the fault came about */
    bool paused;     /* nothing came or went at the offset already */
    int fd;          /* the connection */
    long in, out, calls;
} fault = {.fd = -1};
static __thread bool faults_here;
static const char *faults_path;

static void fault_plan(enum fault kind, long at, int error)
{
    fault = (typeof(fault)){.kind = kind, .at = at, .error = error, .armed = true, .fd = -1};
    faults_here = true;
}

static void fault_over(void)
{
    fault.armed = faults_here = false;
}

/* Counts a call of the library; whether it shall fail. A file is never not ready. */
static bool fails(int fd)
{
    struct stat what;
    if (!faults_here || !fault.armed || (fault.error == EAGAIN && fstat(fd, &what) == 0 && S_ISREG(what.st_mode)))
        return false;
    long number = fault.calls++;
    if (fault.kind != FAILS || number != fault.at)
        return false;
    fault.reached = true;
    errno = fault.error;
    return true;
}

static bool connection(int fd)
{
    return faults_here && fault.armed && fd >= 0 && fd == fault.fd;
}

static bool dead(void)
{
    return (fault.kind == END_IN || fault.kind == END_BOTH) && fault.in >= fault.at;
}

/* How much may come in: SIZE_MAX is all, else at most so much; errno is set for a failure, which is -1. */
static ssize_t room_in(size_t wanted)
{
    if (dead()) {
        fault.reached = true;
        return 0;
    }
    if (fault.kind == DRIP_IN)
        return 1;
    if (fault.kind != CUT_IN && fault.kind != END_IN && fault.kind != END_BOTH)
        return (ssize_t)wanted;
    if (fault.in < fault.at)
        return (long)wanted < fault.at - fault.in ? (ssize_t)wanted : fault.at - fault.in;
    if (fault.in == fault.at && !fault.paused) {
        fault.paused = fault.reached = true;
        errno = EAGAIN;
        return -1;
    }
    return (ssize_t)wanted;
}

static ssize_t room_out(size_t wanted)
{
    if (dead()) {
        if (fault.kind == END_IN)
            return 0;
        fault.reached = true;
        errno = EPIPE;
        return -1;
    }
    if (fault.kind == DRIP_OUT) {
        fault.paused = !fault.paused;
        if (fault.paused) {
            errno = EAGAIN;
            return -1;
        }
        return 1;
    }
    if (fault.kind != CUT_OUT)
        return (ssize_t)wanted;
    if (fault.out < fault.at)
        return (long)wanted < fault.at - fault.out ? (ssize_t)wanted : fault.at - fault.out;
    if (fault.out == fault.at && !fault.paused) {
        fault.paused = fault.reached = true;
        errno = EAGAIN;
        return -1;
    }
    return (ssize_t)wanted;
}

static ssize_t came(int fd, ssize_t got)
{
    if (connection(fd) && got > 0)
        fault.in += got;
    return got;
}

static ssize_t went(int fd, ssize_t sent)
{
    if (connection(fd) && sent > 0)
        fault.out += sent;
    return sent;
}

int connect(int fd, const struct sockaddr *address, socklen_t length)
{
    int type = 0;
    socklen_t size = sizeof(type);
    if (fault.error == EINTR && address->sa_family == AF_UNIX && fails(fd))
        return -1;
    int status = (int)syscall(SYS_connect, fd, address, length);
    if (!faults_here || !fault.armed || getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) < 0 || type != SOCK_STREAM)
        return status;
    bool ours = address->sa_family != AF_UNIX
                || strcmp(((const struct sockaddr_un *)(const void *)address)->sun_path, faults_path) == 0;
    if (ours && (status == 0 || errno == EINPROGRESS))
        fault.fd = fd;
    return status;
}

int close(int fd)
{
    if (connection(fd))
        fault.fd = -1;
    return (int)syscall(SYS_close, fd);
}

static ssize_t sending(int fd, const void *data, size_t size, int flags)
{
    if (fails(fd))
        return -1;
    ssize_t room = connection(fd) ? room_out(size) : (ssize_t)size;
    if (room < 0)
        return -1;
    if (room == 0 && size > 0)
        return (ssize_t)size;
    return went(fd, syscall(SYS_sendto, fd, data, (size_t)room, flags, NULL, 0));
}

ssize_t send(int fd, const void *data, size_t size, int flags)
{
    return sending(fd, data, size, flags);
}

ssize_t recv(int fd, void *data, size_t size, int flags)
{
    if (fails(fd))
        return -1;
    ssize_t room = connection(fd) ? room_in(size) : (ssize_t)size;
    if (room <= 0)
        return room;
    return came(fd, syscall(SYS_recvfrom, fd, data, (size_t)room, flags, NULL, NULL));
}

ssize_t write(int fd, const void *data, size_t size)
{
    if (connection(fd))
        return sending(fd, data, size, MSG_NOSIGNAL);
    return fails(fd) ? -1 : syscall(SYS_write, fd, data, size);
}

ssize_t read(int fd, void *data, size_t size)
{
    if (fails(fd))
        return -1;
    ssize_t room = connection(fd) ? room_in(size) : (ssize_t)size;
    if (room <= 0)
        return room;
    return came(fd, syscall(SYS_read, fd, data, (size_t)room));
}

ssize_t sendmsg(int fd, const struct msghdr *message, int flags)
{
    if (fails(fd))
        return -1;
    ssize_t room = connection(fd) ? room_out(message->msg_iov[0].iov_len) : 1;
    if (room < 0)
        return -1;
    if (room == 0)
        return (ssize_t)message->msg_iov[0].iov_len;
    return went(fd, syscall(SYS_sendmsg, fd, message, flags));
}

ssize_t recvmsg(int fd, struct msghdr *message, int flags)
{
    if (fails(fd))
        return -1;
    if (!connection(fd))
        return syscall(SYS_recvmsg, fd, message, flags);
    struct iovec one = message->msg_iov[0];
    ssize_t room = room_in(one.iov_len);
    if (room == 0)
        message->msg_controllen = 0;
    if (room <= 0)
        return room;
    one.iov_len = (size_t)room;
    struct msghdr shorter = *message;
    shorter.msg_iov = &one;
    ssize_t got = came(fd, syscall(SYS_recvmsg, fd, &shorter, flags));
    message->msg_controllen = shorter.msg_controllen;
    message->msg_flags = shorter.msg_flags;
    return got;
}

/* A connection that came to its end is readable. */
static int waiting(struct pollfd *set, nfds_t count, const struct timespec *timeout)
{
    static const struct timespec at_once;
    int ready = 0, ended = 0;
    if (fails(-1))
        return -1;
    for (nfds_t i = 0; i < count; i++)
        if (connection(set[i].fd) && dead())
            ended = 1;
    struct timespec left = ended ? at_once : timeout ? *timeout : at_once;
    ready = (int)syscall(SYS_ppoll, set, count, ended || timeout ? &left : NULL, NULL, 8);
    for (nfds_t i = 0; ended && ready >= 0 && i < count; i++)
        if (connection(set[i].fd)) {
            ready += !set[i].revents;
            set[i].revents |= (short)(POLLHUP | (set[i].events & (POLLIN | POLLOUT)));
        }
    return ready;
}

int ppoll(struct pollfd *set, nfds_t count, const struct timespec *timeout, const sigset_t *mask)
{
    (void)mask;
    return waiting(set, count, timeout);
}

int poll(struct pollfd *set, nfds_t count, int timeout)
{
    struct timespec left = {timeout / 1000, timeout % 1000 * 1000000L};
    return waiting(set, count, timeout < 0 ? NULL : &left);
}

#endif
