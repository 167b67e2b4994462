/* A scripted daemon that can do everything a frame exists for: small, large and error replies, descriptors both ways, events
 * before and behind a reply, streams both ways. */
#ifndef OXIVIRT_OFFSETS_PEER_H
#define OXIVIRT_OFFSETS_PEER_H

#include "../threads/daemon.h"

enum {
    CAPABILITIES = 7, CREATE_WITH_FILES = 309, POOL_LOOKUP = 84, VOL_LOOKUP = 95, UPLOAD = 208, DOWNLOAD = 209, OPEN = 1,
    CLOSE = 2, REGISTER = 316, DEREGISTER = 317, LIFECYCLE = 318,
};
enum { CALL = 0, REPLY = 1, MESSAGE = 2, STREAM = 3, CALL_FDS = 4, REPLY_FDS = 5 };
enum { DONE = 0, FAILED = 1, MORE = 2 };
#define STREAM_BYTES 300
static uint32_t large_reply = 3000;

/* Appends words, and strings with their length and padding. */
static uint32_t *put(uint32_t *at, uint32_t word)
{
    *at = htonl(word);
    return at + 1;
}

static uint32_t *put_text(uint32_t *at, const char *text)
{
    size_t length = strlen(text), places = (length + 3) / 4;
    at = put(at, (uint32_t)length);
    memset(at, 0, places * 4);
    memcpy(at, text, length);
    return at + places;
}

static uint32_t *put_domain(uint32_t *at)
{
    at = put_text(at, "name");
    memset(at, 7, 16);
    return put(at + 4, 1);
}

static void say(int fd, const uint32_t *call, uint32_t procedure, uint32_t kind, uint32_t status, uint32_t *frame, uint32_t *end)
{
    uint32_t size = (uint32_t)((end - frame) * 4);
    words(frame, (uint32_t[]){size, PROGRAM, 1, procedure, kind, kind == MESSAGE ? 0 : ntohl(call[5]), status}, 7);
    all(fd, frame, size);
}

static void say_error(int fd, const uint32_t *call, uint32_t *frame)
{
    uint32_t *at = put(put(frame + 7, 42), 10);
    at = put_text(put(at, 1), "Domain not found");
    at = put(put(at, 2), 0);
    at = put(put_text(put(at, 1), "Domain not found: %s"), 0);
    at = put(put(put(put(at, 0), -1U), -1U), 0);
    say(fd, call, ntohl(call[3]), REPLY, FAILED, frame, at);
}

static void say_event(int fd, const uint32_t *call, uint32_t *frame, uint32_t detail)
{
    say(fd, call, LIFECYCLE, MESSAGE, DONE, frame, put(put(put_domain(put(frame + 7, 7)), 2), detail));
}

/* Two packets and the end. */
static void say_stream(int fd, const uint32_t *call, uint32_t *frame)
{
    for (int packet = 0; packet < 2; packet++) {
        memset(frame + 7, 'a' + packet, STREAM_BYTES);
        say(fd, call, DOWNLOAD, STREAM, MORE, frame, frame + 7 + STREAM_BYTES / 4);
    }
    say(fd, call, DOWNLOAD, STREAM, MORE, frame, frame + 7);
}

/* The payload of a good reply; NULL for an error. */
static uint32_t *answer(const uint32_t *call, uint32_t *at)
{
    switch (ntohl(call[3])) {
    case OPEN: case CLOSE: case DOWNLOAD: case UPLOAD: case DEREGISTER: return at;
    case AUTH_LIST: return put(put(at, 1), 0);
    case FEATURE: case REGISTER: return put(at, ntohl(call[3]) == REGISTER ? 7 : 1);
    case LIB_VERSION: return put(put(at, 0), 12008000);
    case HOSTNAME: return put_text(at, "host");
    case LOOKUP: return memcmp(call + 8, "name", 4) == 0 ? put_domain(at) : NULL;
    case CREATE_WITH_FILES: return put_domain(at);
    case POOL_LOOKUP: return put_text(at, "pool") + 4;
    case VOL_LOOKUP: return put_text(put_text(put_text(at, "pool"), "vol"), "key");
    case GRAPHICS_FD: return put(at, 1);
    case CAPABILITIES:
        at = put(at, large_reply);
        memset(at, 'c', large_reply);
        return at + large_reply / 4;
    default: return NULL;
    }
}

static void take_descriptors(int fd, uint32_t count)
{
    char byte, control[CMSG_SPACE(sizeof(int) * 4)];
    while (count-- > 0) {
        struct iovec one = {&byte, 1};
        struct msghdr message = {.msg_iov = &one, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof(control)};
        if (recvmsg(fd, &message, 0) != 1 || message.msg_controllen < CMSG_LEN(sizeof(int)))
            _exit(0);
        int got;
        memcpy(&got, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof(got));
        close(got);
    }
}

static void serve_all_kinds(int fd, enum temper temper, unsigned seed)
{
    static uint32_t call[65536 / 4], frame[1 << 18];
    (void)temper, (void)seed;
    while (read_all(fd, call, 4) && ntohl(call[0]) <= sizeof(call) && read_all(fd, call + 1, ntohl(call[0]) - 4)) {
        uint32_t procedure = ntohl(call[3]), kind = ntohl(call[4]);
        if (ntohl(call[1]) != PROGRAM)
            continue;
        if (kind == CALL_FDS)
            take_descriptors(fd, ntohl(call[7]));
        if (kind == STREAM && ntohl(call[6]) == DONE)
            say(fd, call, procedure, STREAM, DONE, frame, frame + 7);
        if (kind == STREAM)
            continue;
        if (procedure == HOSTNAME)
            say_event(fd, call, frame, 1);
        uint32_t *end = answer(call, frame + 7);
        if (end)
            say(fd, call, procedure, procedure == GRAPHICS_FD ? REPLY_FDS : REPLY, DONE, frame, end);
        else
            say_error(fd, call, frame);
        if (procedure == GRAPHICS_FD)
            pass_null(fd);
        if (procedure == HOSTNAME)
            say_event(fd, call, frame, 2);
        if (procedure == DOWNLOAD)
            say_stream(fd, call, frame);
    }
    _exit(0);
}

#endif
