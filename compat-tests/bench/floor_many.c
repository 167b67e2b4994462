/* What the kernel alone costs with four threads on one connection, and for events: prepared requests, nothing decoded.
 *   floor_many threads COUNT SOCKET         one thread reads for all; each of the others sleeps on a futex of its own until it is
 *                                           answered or shall read; the one that waits longest reads next
 *   floor_many events COUNT SOCKET FILE     poll and receive, for events that `many cause` causes
 * Prints what many.c prints: CPU seconds (user, system), wall seconds, 0, voluntary context switches. */
#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum { PROGRAM = 0x20008086, OPEN = 1, AUTH_LIST = 66, GET_LIB_VERSION = 157, REGISTER = 316, LIFECYCLE = 318, THREADS = 4 };
enum { ANSWERED, WAITS, READS };

static int fd, reading;
static long each;
static uint32_t serials;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct { _Atomic int state; uint32_t serial; } seats[THREADS];
static unsigned char input[65536];

static void ask(uint32_t serial, uint32_t procedure, const void *arguments, uint32_t length)
{
    uint32_t frame[64] = {htonl(28 + length), htonl(PROGRAM), htonl(1), htonl(procedure), 0, htonl(serial), 0};
    memcpy(frame + 7, arguments, length);
    if (send(fd, frame, 28 + length, MSG_NOSIGNAL) != (ssize_t) (28 + length))
        exit(1);
}

/* The frames of one receive, all of them whole. */
static ssize_t receive(void)
{
    struct pollfd wait = {fd, POLLIN, 0};
    poll(&wait, 1, -1);
    ssize_t count = recv(fd, input, sizeof(input), 0);
    if (count < 28)
        exit(1);
    return count;
}

static uint32_t word(ssize_t at)
{
    uint32_t raw;
    memcpy(&raw, input + at, sizeof(raw));
    return ntohl(raw);
}

static void tell(int n, int state)
{
    seats[n].state = state;
    syscall(SYS_futex, &seats[n].state, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

static void lead(int me)
{
    while (seats[me].state != ANSWERED) {
        ssize_t count = receive();
        for (ssize_t at = 0; at < count; at += word(at))
            for (int n = 0; n < THREADS; n++)
                if (seats[n].state != ANSWERED && seats[n].serial == word(at + 20)) {
                    if (n == me)
                        seats[n].state = ANSWERED;
                    else
                        tell(n, ANSWERED);
                    break;
                }
    }
    int next = -1;
    pthread_mutex_lock(&lock);
    for (int n = 0; n < THREADS; n++)
        if (seats[n].state == WAITS && (next < 0 || seats[n].serial < seats[next].serial))
            next = n;
    reading = next >= 0;
    pthread_mutex_unlock(&lock);
    if (next >= 0)
        tell(next, READS);
}

static void *caller(void *number)
{
    int me = (int) (intptr_t) number;
    for (long n = 0; n < each; n++) {
        pthread_mutex_lock(&lock);
        uint32_t serial = seats[me].serial = serials++;
        seats[me].state = reading ? WAITS : READS;
        reading = 1;
        pthread_mutex_unlock(&lock);
        ask(serial, GET_LIB_VERSION, "", 0);
        while (seats[me].state == WAITS)
            syscall(SYS_futex, &seats[me].state, FUTEX_WAIT_PRIVATE, WAITS, NULL, NULL, 0);
        if (seats[me].state == READS)
            lead(me);
    }
    return NULL;
}

static void events(long wanted, const char *path)
{
    int file = open(path, O_RDWR | O_CREAT, 0600);
    if (file < 0 || ftruncate(file, sizeof(atomic_long)) < 0)
        exit(1);
    atomic_long *seen = mmap(NULL, sizeof(*seen), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    while (*seen < wanted) {
        ssize_t count = receive();
        for (ssize_t at = 0; at < count; at += word(at))
            *seen += word(at + 12) == LIFECYCLE;
    }
}

int main(int argc, char **argv)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    static const unsigned char open_test[28] = "\0\0\0\1\0\0\0\17test:///default";
    struct rusage from, to;
    struct timespec start, end;
    if (argc < 4 || strlen(argv[3]) >= sizeof(at.sun_path))
        return 2;
    strcpy(at.sun_path, argv[3]);
    fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (connect(fd, (struct sockaddr *) &at, sizeof(at)) < 0)
        return 1;
    ask(serials++, AUTH_LIST, "", 0), receive();
    ask(serials++, OPEN, open_test, 28), receive();
    if (word(24) != 0)
        return 1;
    if (argc > 4) {
        ask(serials++, REGISTER, "\0\0\0\0\0\0\0", 8), receive();
        if (word(24) != 0)
            return 1;
        puts("ready");
        fflush(stdout);
    }
    each = strtol(argv[2], NULL, 10) / THREADS;
    getrusage(RUSAGE_SELF, &from);
    clock_gettime(CLOCK_MONOTONIC, &start);
    if (argc > 4) {
        events(each * THREADS, argv[4]);
    } else {
        pthread_t all[THREADS];
        for (intptr_t n = 0; n < THREADS; n++)
            pthread_create(&all[n], NULL, caller, (void *) n);
        for (int n = 0; n < THREADS; n++)
            pthread_join(all[n], NULL);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    getrusage(RUSAGE_SELF, &to);
    printf("%.6f %.6f %.6f 0 %ld\n",
           (double) (to.ru_utime.tv_sec - from.ru_utime.tv_sec) + (double) (to.ru_utime.tv_usec - from.ru_utime.tv_usec) / 1e6,
           (double) (to.ru_stime.tv_sec - from.ru_stime.tv_sec) + (double) (to.ru_stime.tv_usec - from.ru_stime.tv_usec) / 1e6,
           (double) (end.tv_sec - start.tv_sec) + (double) (end.tv_nsec - start.tv_nsec) / 1e9, to.ru_nvcsw - from.ru_nvcsw);
    return 0;
}
