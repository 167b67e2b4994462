/* What the kernel alone costs: the three system calls of one request and its reply, with the request prepared and nothing decoded.
 * floor SOCKET poll|block|epoll|uring COUNT: CPU microseconds a call (user and system) and voluntary context switches in all. */
#include <arpa/inet.h>
#include <linux/io_uring.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

enum { PROGRAM = 0x20008086, OPEN = 1, AUTH_LIST = 66, GET_LIB_VERSION = 157 };

static int fd, loop;
static const char *mode;
static unsigned char reply[65536];

/* A ring of this thread alone, whose work is done when it waits: the cheapest kind there is. */
static struct {
    int fd;
    unsigned *tail, *mask, *index, *done_head, *done_tail, *done_mask;
    struct io_uring_sqe *entries;
    struct io_uring_cqe *done;
} ring;

static void make_ring(void)
{
    struct io_uring_params made = {.flags = IORING_SETUP_SINGLE_ISSUER | IORING_SETUP_DEFER_TASKRUN};
    ring.fd = (int) syscall(SYS_io_uring_setup, 4, &made);
    if (ring.fd < 0) {
        perror("floor: io_uring");
        exit(1);
    }
    size_t asked = made.sq_off.array + made.sq_entries * sizeof(unsigned);
    size_t done = made.cq_off.cqes + made.cq_entries * sizeof(struct io_uring_cqe);
    char *both = mmap(NULL, asked > done ? asked : done, PROT_READ | PROT_WRITE, MAP_SHARED, ring.fd, IORING_OFF_SQ_RING);
    ring.entries = mmap(NULL, made.sq_entries * sizeof(struct io_uring_sqe), PROT_READ | PROT_WRITE, MAP_SHARED, ring.fd,
                        IORING_OFF_SQES);
    if (both == MAP_FAILED || ring.entries == MAP_FAILED)
        exit(1);
    ring.tail = (unsigned *) (both + made.sq_off.tail);
    ring.mask = (unsigned *) (both + made.sq_off.ring_mask);
    ring.index = (unsigned *) (both + made.sq_off.array);
    ring.done_head = (unsigned *) (both + made.cq_off.head);
    ring.done_tail = (unsigned *) (both + made.cq_off.tail);
    ring.done_mask = (unsigned *) (both + made.cq_off.ring_mask);
    ring.done = (struct io_uring_cqe *) (both + made.cq_off.cqes);
}

static struct io_uring_sqe *ask(unsigned char operation, void *bytes, unsigned length)
{
    unsigned tail = *ring.tail, place = tail & *ring.mask;
    struct io_uring_sqe *entry = &ring.entries[place];
    memset(entry, 0, sizeof(*entry));
    entry->opcode = operation;
    entry->fd = fd;
    entry->addr = (uintptr_t) bytes;
    entry->len = length;
    ring.index[place] = place;
    __atomic_store_n(ring.tail, tail + 1, __ATOMIC_RELEASE);
    return entry;
}

/* Sends and receives with one system call, which sleeps once. */
static int send_and_receive(void *frame, unsigned length)
{
    struct io_uring_sqe *sent = ask(IORING_OP_SEND, frame, length);
    sent->flags = IOSQE_CQE_SKIP_SUCCESS;
    sent->msg_flags = MSG_NOSIGNAL;
    ask(IORING_OP_RECV, reply, sizeof(reply))->ioprio = IORING_RECVSEND_POLL_FIRST;
    if (syscall(SYS_io_uring_enter, ring.fd, 2, 1, IORING_ENTER_GETEVENTS, NULL, 0) < 0)
        exit(1);
    unsigned head = *ring.done_head;
    if (head == __atomic_load_n(ring.done_tail, __ATOMIC_ACQUIRE))
        exit(1);
    int result = ring.done[head & *ring.done_mask].res;
    __atomic_store_n(ring.done_head, head + 1, __ATOMIC_RELEASE);
    return result;
}

/* One call: frame length, program, version, procedure, type, serial, status, then the arguments. */
static void call(uint32_t serial, uint32_t procedure, const void *arguments, uint32_t length)
{
    uint32_t words[7] = {htonl(28 + length), htonl(PROGRAM), htonl(1), htonl(procedure), 0, htonl(serial), 0};
    unsigned char frame[256];
    memcpy(frame, words, 28);
    memcpy(frame + 28, arguments, length);
    if (!strcmp(mode, "uring")) {
        if (send_and_receive(frame, 28 + length) < 28 || reply[27] != 0)
            exit(1);
        return;
    }
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
    if (!strcmp(mode, "uring"))
        make_ring();
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
