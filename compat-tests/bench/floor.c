/* What the kernel alone costs: the three system calls of one request and its reply, with the request prepared and nothing decoded.
 * floor SOCKET poll|block|epoll COUNT: CPU microseconds a call (user and system) and voluntary context switches in all. */
#include <arpa/inet.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>

enum { PROGRAM = 0x20008086, OPEN = 1, AUTH_LIST = 66, GET_LIB_VERSION = 157 };

static int fd, loop;
static const char *mode;
static unsigned char reply[65536];

/* One call: frame length, program, version, procedure, type, serial, status, then the arguments. */
static void call(uint32_t serial, uint32_t procedure, const void *arguments, uint32_t length)
{
    uint32_t words[7] = {htonl(28 + length), htonl(PROGRAM), htonl(1), htonl(procedure), 0, htonl(serial), 0};
    unsigned char frame[256];
    memcpy(frame, words, 28);
    memcpy(frame + 28, arguments, length);
    if (send(fd, frame, 28 + length, MSG_NOSIGNAL) != (ssize_t) (28 + length))
        exit(1);
    if (!strcmp(mode, "poll")) {
        struct pollfd wait = {fd, POLLIN, 0};
        poll(&wait, 1, -1);
    } else if (!strcmp(mode, "epoll")) {
        struct epoll_event seen;
        epoll_wait(loop, &seen, 1, -1);
    }
    if (recv(fd, reply, sizeof(reply), 0) < 28 || reply[27] != 0) {
        fprintf(stderr, "floor: procedure %u was refused\n", procedure);
        exit(1);
    }
}

static double microseconds(struct timeval t)
{
    return (double) t.tv_sec * 1e6 + (double) t.tv_usec;
}

int main(int argc, char **argv)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    struct epoll_event want = {.events = EPOLLIN};
    struct rusage from, to;
    uint32_t serial = 0;
    unsigned char open[28] = {0, 0, 0, 1, 0, 0, 0, 15};

    if (argc != 4 || strlen(argv[1]) >= sizeof(at.sun_path))
        return 2;
    mode = argv[2];
    long count = strtol(argv[3], NULL, 10);
    strcpy(at.sun_path, argv[1]);
    fd = socket(AF_UNIX, SOCK_STREAM, 0);
    loop = epoll_create1(0);
    if (connect(fd, (struct sockaddr *) &at, sizeof(at)) < 0 || epoll_ctl(loop, EPOLL_CTL_ADD, fd, &want) < 0)
        return 1;
    memcpy(open + 8, "test:///default", 15);
    call(serial++, AUTH_LIST, "", 0);
    call(serial++, OPEN, open, 28);
    getrusage(RUSAGE_SELF, &from);
    for (long n = 0; n < count; n++)
        call(serial++, GET_LIB_VERSION, "", 0);
    getrusage(RUSAGE_SELF, &to);
    printf("%.2f %.2f %ld\n", (microseconds(to.ru_utime) - microseconds(from.ru_utime)) / (double) count,
           (microseconds(to.ru_stime) - microseconds(from.ru_stime)) / (double) count, to.ru_nvcsw - from.ru_nvcsw);
    return 0;
}
