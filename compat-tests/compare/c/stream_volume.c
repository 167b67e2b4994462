/*
 * Streams: a volume written and read again in every way there is (by hand, by the helpers, sparse, nonblocking, driven by
 * the event loop), ended in every way, and every misuse that does not depend on timing. Errors go to standard error as
 * well, so the number of reports is compared too.
 * needs: daemon
 */
#include "common.h"
#include "settle.h"
#include <errno.h>
#include <sys/stat.h>

#define SIZE (3 * 1024 * 1024 + 17)
#define HOLE (1024 * 1024)

static char data[SIZE];
static char back[SIZE + 4096];
static char storage[512];
static virConnectPtr conn;
static virStoragePoolPtr pool;
static virStorageVolPtr vol;

static void fill(void)
{
    unsigned int x = 1;
    for (size_t i = 0; i < SIZE; i++) {
        x = x * 1103515245 + 12345;
        data[i] = x >> 16;
    }
}

static unsigned int sum(const char *bytes, size_t n)
{
    unsigned int s = 1;
    for (size_t i = 0; i < n; i++)
        s = s * 31 + (unsigned char)bytes[i];
    return s;
}

/* test+unix:///default?socket=DIR/run/libvirt/libvirt-sock becomes the storage driver of the same daemon. */
static int set_up(const char *uri)
{
    char xml[1024], dir[256];
    const char *socket = strstr(uri, "socket=");
    const char *end = socket ? strstr(socket, "/run/libvirt/") : NULL;
    if (!end)
        return -1;
    snprintf(storage, sizeof(storage), "storage+unix:///session?%s", socket);
    socket += strlen("socket=");
    snprintf(dir, sizeof(dir), "%.*s/home/stream-pool", (int)(end - socket), socket);
    snprintf(xml, sizeof(xml),
             "<pool type='dir'><name>ox-streams</name><target><path>%s</path></target></pool>", dir);
    conn = virConnectOpen(storage);
    result_pointer("open", conn);
    if (!conn)
        return -1;
    pool = virStoragePoolCreateXML(conn, xml, VIR_STORAGE_POOL_CREATE_WITH_BUILD);
    result_pointer("pool", pool);
    vol = virStorageVolCreateXML(pool,
                                 "<volume><name>ox-stream</name><capacity>4194304</capacity>"
                                 "<target><format type='raw'/></target></volume>", 0);
    result_pointer("volume", vol);
    return vol ? 0 : -1;
}

static virStreamPtr stream(unsigned int flags)
{
    virStreamPtr st = virStreamNew(conn, flags);
    if (!st)
        result_pointer("stream", st);
    return st;
}

static virStreamPtr uploading(unsigned long long offset, unsigned long long length, unsigned int flags)
{
    virStreamPtr st = stream(0);
    result("upload", virStorageVolUpload(vol, st, offset, length, flags));
    return st;
}

static virStreamPtr downloading(unsigned int how, unsigned long long length, unsigned int flags)
{
    virStreamPtr st = stream(how);
    result("download", virStorageVolDownload(vol, st, 0, length, flags));
    return st;
}

static void by_hand(void)
{
    size_t done = 0, step = 1;
    virStreamPtr st = uploading(0, SIZE, 0);
    while (done < SIZE) {
        size_t n = step < SIZE - done ? step : SIZE - done;
        int sent = virStreamSend(st, data + done, n);
        if (sent != (int)n) {
            result("send", sent);
            break;
        }
        done += sent;
        step = step * 3 + 1;
    }
    printf("sent %zu\n", done);
    result("finish", virStreamFinish(st));
    result("finish again", virStreamFinish(st));
    result("abort after finish", virStreamAbort(st));
    result("send after finish", virStreamSend(st, data, 1));
    result("recv after finish", virStreamRecv(st, back, 1));
    result("free", virStreamFree(st));

    st = downloading(0, SIZE, 0);
    done = 0;
    for (;;) {
        int got = virStreamRecv(st, back + done, 100001);
        if (got <= 0) {
            result("recv ends", got);
            break;
        }
        done += got;
    }
    printf("received %zu, equal %d\n", done, done == SIZE && !memcmp(data, back, SIZE));
    result("recv at the end", virStreamRecv(st, back, 10));
    result("finish", virStreamFinish(st));
    result("free", virStreamFree(st));
}

struct position {
    size_t at, limit;
    int fail;
    int holes;
};

static int source(virStreamPtr st, char *bytes, size_t n, void *opaque)
{
    struct position *p = opaque;
    (void)st;
    if (p->fail && p->at >= (size_t)p->fail) {
        errno = ENOTDIR;
        return -1;
    }
    if (n > p->limit - p->at)
        n = p->limit - p->at;
    memcpy(bytes, data + p->at, n);
    p->at += n;
    return n;
}

static int sink(virStreamPtr st, const char *bytes, size_t n, void *opaque)
{
    struct position *p = opaque;
    (void)st;
    if (p->fail && p->at >= (size_t)p->fail) {
        errno = EROFS;
        return -1;
    }
    /* Takes a part, as a pipe would. */
    if (n > 70000)
        n = 70000;
    memcpy(back + p->at, bytes, n);
    p->at += n;
    return n;
}

/* Data, a hole, data. */
static int source_hole(virStreamPtr st, int *in_data, long long *length, void *opaque)
{
    struct position *p = opaque;
    (void)st;
    if (p->holes < 0)
        return -1;
    *in_data = p->at < HOLE || p->at >= 2 * HOLE;
    *length = p->at < HOLE ? HOLE - p->at : p->at < 2 * HOLE ? 2 * HOLE - p->at : p->limit - p->at;
    return 0;
}

static int skip(virStreamPtr st, long long length, void *opaque)
{
    struct position *p = opaque;
    (void)st;
    p->at += length;
    p->holes++;
    return 0;
}

static int sink_hole(virStreamPtr st, long long length, void *opaque)
{
    struct position *p = opaque;
    (void)st;
    if (p->holes < 0) {
        errno = EFBIG;
        return -1;
    }
    memset(back + p->at, 0, length);
    p->at += length;
    p->holes++;
    return 0;
}

static void helpers(void)
{
    struct position p = {0, SIZE, 0, 0};
    virStreamPtr st = uploading(0, 0, 0);
    result("send all", virStreamSendAll(st, source, &p));
    result("finish", virStreamFinish(st));
    virStreamFree(st);
    p = (struct position){0, SIZE, 0, 0};
    memset(back, 1, sizeof(back));
    st = downloading(0, SIZE, 0);
    result("recv all", virStreamRecvAll(st, sink, &p));
    printf("received %zu, equal %d\n", p.at, !memcmp(data, back, SIZE));
    result("finish", virStreamFinish(st));
    virStreamFree(st);

    p = (struct position){0, SIZE, 500000, 0};
    st = uploading(0, 0, 0);
    result("send all, source fails", virStreamSendAll(st, source, &p));
    result("finish", virStreamFinish(st));
    virStreamFree(st);
    p = (struct position){0, SIZE, 500000, 0};
    st = downloading(0, SIZE, 0);
    result("recv all, sink fails", virStreamRecvAll(st, sink, &p));
    result("finish", virStreamFinish(st));
    virStreamFree(st);

    st = uploading(0, 0, 0);
    result("send all, no source", virStreamSendAll(st, NULL, NULL));
    result("send after it", virStreamSend(st, data, 1));
    virStreamFree(st);
    st = downloading(0, SIZE, 0);
    result("recv all, no sink", virStreamRecvAll(st, NULL, NULL));
    virStreamFree(st);
}

static void sparse(void)
{
    struct position p = {0, SIZE, 0, 0};
    long long length = -5;
    virStreamPtr st = uploading(0, 0, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM);
    result("sparse send all", virStreamSparseSendAll(st, source, source_hole, skip, &p));
    printf("at %zu, holes %d\n", p.at, p.holes);
    result("finish", virStreamFinish(st));
    virStreamFree(st);
    memset(data + HOLE, 0, HOLE);

    p = (struct position){0, SIZE, 0, 0};
    st = downloading(0, SIZE, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM);
    result("sparse recv all", virStreamSparseRecvAll(st, sink, sink_hole, &p));
    printf("at %zu, holes %d, equal %d\n", p.at, p.holes, !memcmp(data, back, SIZE));
    result("finish", virStreamFinish(st));
    virStreamFree(st);

    /* Holes read as zeros. */
    p = (struct position){0, SIZE, 0, 0};
    st = downloading(0, SIZE, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM);
    result("recv all of a sparse stream", virStreamRecvAll(st, sink, &p));
    printf("at %zu, equal %d\n", p.at, !memcmp(data, back, SIZE));
    result("hole at the end", virStreamRecvHole(st, &length, 0));
    printf("length %lld\n", length);
    result("finish", virStreamFinish(st));
    virStreamFree(st);

    p = (struct position){0, SIZE, 0, -1};
    st = downloading(0, SIZE, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM);
    result("sparse recv all, hole fails", virStreamSparseRecvAll(st, sink, sink_hole, &p));
    virStreamFree(st);
    st = uploading(0, 0, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM);
    errno = 0;
    result("sparse send all, hole fails", virStreamSparseSendAll(st, source, source_hole, skip, &p));
    virStreamFree(st);
    st = uploading(0, 0, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM);
    result("sparse send all, no skip", virStreamSparseSendAll(st, source, source_hole, NULL, &p));
    virStreamFree(st);
    st = downloading(0, SIZE, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM);
    result("sparse recv all, no hole", virStreamSparseRecvAll(st, sink, NULL, &p));
    virStreamFree(st);

    /* Stops at the hole as often as asked, then continues behind it. */
    st = downloading(0, SIZE, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM);
    size_t done = 0;
    int got;
    while ((got = virStreamRecvFlags(st, back, sizeof(back), VIR_STREAM_RECV_STOP_AT_HOLE)) > 0)
        done += got;
    printf("before the hole %zu\n", done);
    result("at the hole", got);
    result("at the hole", virStreamRecvFlags(st, back, sizeof(back), VIR_STREAM_RECV_STOP_AT_HOLE));
    result("hole", virStreamRecvHole(st, &length, 0));
    printf("length %lld\n", length);
    result("hole again", virStreamRecvHole(st, &length, 0));
    printf("length %lld\n", length);
    result("hole with flags", virStreamRecvHole(st, &length, 8));
    result("recv with flags", virStreamRecvFlags(st, back, 1, 6));
    result("abort", virStreamAbort(st));
    result("hole after abort", virStreamRecvHole(st, &length, 0));
    virStreamFree(st);

    st = uploading(0, 0, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM);
    result("holes in a row", virStreamSendHole(st, 10, 0) + virStreamSendHole(st, 20, 0) + virStreamSendHole(st, 30, 0));
    result("finish", virStreamFinish(st));
    virStreamFree(st);
    st = uploading(0, 0, 0);
    result("hole, not sparse", virStreamSendHole(st, 10, 0));
    result("abort", virStreamAbort(st));
    virStreamFree(st);
    st = downloading(0, 100, 0);
    result("recv hole, not sparse", virStreamRecvHole(st, &length, 0));
    result("abort", virStreamAbort(st));
    virStreamFree(st);
}

static void endings(void)
{
    virStreamPtr st = uploading(0, 0, 0);
    result("send", virStreamSend(st, data, 100000));
    result("abort in the middle", virStreamAbort(st));
    result("abort again", virStreamAbort(st));
    result("finish after abort", virStreamFinish(st));
    result("send after abort", virStreamSend(st, data, 1));
    virStreamFree(st);

    st = downloading(0, SIZE, 0);
    result("recv", virStreamRecv(st, back, 1000));
    result("abort in the middle", virStreamAbort(st));
    result("recv after abort", virStreamRecv(st, back, 1000));
    virStreamFree(st);

    /* Let go without an end: the connection lives on. */
    st = downloading(0, SIZE, 0);
    result("recv", virStreamRecv(st, back, 1000));
    result("free", virStreamFree(st));
    result("alive", virConnectIsAlive(conn));

    /* Used twice, one after the other. */
    st = downloading(0, 1000, 0);
    while (virStreamRecv(st, back, sizeof(back)) > 0)
        ;
    result("finish", virStreamFinish(st));
    result("download again", virStorageVolDownload(vol, st, 0, 77, 0));
    result("recv", virStreamRecv(st, back, sizeof(back)));
    result("finish", virStreamFinish(st));
    virStreamFree(st);

    /* More than was announced: the daemon fails the stream. */
    st = uploading(0, 100, 0);
    result("send", virStreamSend(st, data, 1000));
    result("finish", virStreamFinish(st));
    result("finish again", virStreamFinish(st));
    result("send", virStreamSend(st, data, 1));
    result("recv", virStreamRecv(st, back, 1));
    result("abort", virStreamAbort(st));
    virStreamFree(st);

    /* Refused at once: the stream is as new. */
    st = uploading(1ULL << 40, 100, 0);
    result("send", virStreamSend(st, data, 1));
    result("finish", virStreamFinish(st));
    result("abort", virStreamAbort(st));
    result("upload, bad flags", virStorageVolUpload(vol, st, 0, 0, 1 << 9));
    result("upload", virStorageVolUpload(vol, st, 0, 0, 0));
    result("abort", virStreamAbort(st));
    virStreamFree(st);
}

static void nonblocking(void)
{
    struct position p = {0, SIZE, 0, 0};
    size_t done = 0;
    int got;
    virStreamPtr st = downloading(VIR_STREAM_NONBLOCK, SIZE, 0);
    result("recv all", virStreamRecvAll(st, sink, &p));
    virStreamFree(st);
    st = stream(VIR_STREAM_NONBLOCK);
    result("upload", virStorageVolUpload(vol, st, 0, 0, 0));
    result("send all", virStreamSendAll(st, source, &p));
    virStreamFree(st);

    /* Other calls bring the data along; without an event loop nothing else does. */
    st = downloading(VIR_STREAM_NONBLOCK, 200000, 0);
    while ((got = virStreamRecv(st, back + done, sizeof(back) - done)) != 0) {
        if (got == -2) {
            virConnectGetLibVersion(conn, &(unsigned long){0});
        } else if (got < 0) {
            result("recv", got);
            break;
        } else {
            done += got;
        }
    }
    /* Whether it ever had to wait is a matter of who is faster. */
    printf("received %zu, equal %d\n", done, !memcmp(back, data, done));
    result("finish", virStreamFinish(st));
    virStreamFree(st);
}

static void misuse(void)
{
    long long length;
    virConnectPtr other = virConnectOpen(storage);
    virStreamPtr st = stream(0), foreign = virStreamNew(other, 0);
    result("upload, foreign stream", virStorageVolUpload(vol, foreign, 0, 0, 0));
    result("download, foreign stream", virStorageVolDownload(vol, foreign, 0, 0, 0));
    result("free", virStreamFree(foreign));
    result("close", virConnectClose(other));
    result("ref", virStreamRef(st));
    result("free", virStreamFree(st));
    result("send, unused", virStreamSend(st, data, 1));
    result("recv, unused", virStreamRecv(st, back, 1));
    result("recv flags, unused", virStreamRecvFlags(st, back, 1, 0));
    result("send hole, unused", virStreamSendHole(st, 1, 0));
    result("recv hole, unused", virStreamRecvHole(st, &length, 0));
    result("finish, unused", virStreamFinish(st));
    result("abort, unused", virStreamAbort(st));
    result("add callback, unused", virStreamEventAddCallback(st, 1, NULL, NULL, NULL));
    result("update callback, unused", virStreamEventUpdateCallback(st, 1));
    result("remove callback, unused", virStreamEventRemoveCallback(st));
    result("send, no data", virStreamSend(st, NULL, 1));
    result("recv, no data", virStreamRecv(st, NULL, 1));
    result("recv flags, no data", virStreamRecvFlags(st, NULL, 1, 0));
    result("send all, unused", virStreamSendAll(st, source, &(struct position){0, 10, 0, 0}));
    result("recv all, unused", virStreamRecvAll(st, sink, &(struct position){0, 10, 0, 0}));
    result("send all, NULL", virStreamSendAll(NULL, source, NULL));
    result("abort, NULL", virStreamAbort(NULL));
    result("upload, no stream", virStorageVolUpload(vol, NULL, 0, 0, 0));
    result("download, no volume", virStorageVolDownload(NULL, st, 0, 0, 0));
    result_pointer("new, no connection", virStreamNew(NULL, 0));
    result("free", virStreamFree(st));

    st = uploading(0, 0, 0);
    char *much = malloc(40 << 20);
    memset(much, 0, 40 << 20);
    result("send, too much", virStreamSend(st, much, 40 << 20));
    free(much);
    result("send nothing", virStreamSend(st, data, 0));
    result("abort", virStreamAbort(st));
    virStreamFree(st);
    st = downloading(0, 100, 0);
    result("recv nothing", virStreamRecv(st, back, 0));
    result("abort", virStreamAbort(st));
    virStreamFree(st);
}

static struct {
    size_t got;
    int calls, ended, other;
} seen;

static void ready(virStreamPtr st, int events, void *opaque)
{
    int got;
    (void)opaque;
    seen.calls++;
    if (events & ~VIR_STREAM_EVENT_READABLE)
        seen.other++;
    got = virStreamRecv(st, back + seen.got, 10000);
    if (got > 0)
        seen.got += got;
    else if (got != -2) {
        seen.ended = 1;
        result("recv in the callback", got);
        result("add in the callback", virStreamEventAddCallback(st, 1, ready, NULL, NULL));
        result("remove in the callback", virStreamEventRemoveCallback(st));
        result("remove again", virStreamEventRemoveCallback(st));
        result("finish in the callback", virStreamFinish(st));
    }
}

static void writable(virStreamPtr st, int events, void *opaque)
{
    int *left = opaque;
    printf("events %d\n", events);
    result("send in the callback", virStreamSend(st, data, 1000));
    if (--*left == 1)
        result("update to nothing and back", virStreamEventUpdateCallback(st, 0) + virStreamEventUpdateCallback(st, 2));
    if (*left == 0) {
        result("abort in the callback", virStreamAbort(st));
        result("remove in the callback", virStreamEventRemoveCallback(st));
    }
}

static void events(void)
{
    int left = 3;
    virStreamPtr st = downloading(VIR_STREAM_NONBLOCK, SIZE, 0);
    result("add", virStreamEventAddCallback(st, VIR_STREAM_EVENT_READABLE, ready, NULL, NULL));
    result("add again", virStreamEventAddCallback(st, VIR_STREAM_EVENT_READABLE, ready, NULL, NULL));
    while (!seen.ended && virEventRunDefaultImpl() == 0)
        ;
    printf("received %zu, equal %d, many calls %d, others %d\n", seen.got, !memcmp(back, data, SIZE), seen.calls > 10,
           seen.other);
    result("free", virStreamFree(st));

    st = stream(VIR_STREAM_NONBLOCK);
    result("upload", virStorageVolUpload(vol, st, 0, 0, 0));
    result("update without callback", virStreamEventUpdateCallback(st, 1));
    result("add", virStreamEventAddCallback(st, VIR_STREAM_EVENT_WRITABLE, writable, &left, NULL));
    while (left > 0 && virEventRunDefaultImpl() == 0)
        ;
    result("free", virStreamFree(st));
    settle();
}

static void tear_down(void)
{
    result("delete", virStorageVolDelete(vol, 0));
    virStorageVolFree(vol);
    result("destroy", virStoragePoolDestroy(pool));
    virStoragePoolFree(pool);
    /* A refused callback keeps its stream, and so the connection, in the stock library. */
    result("close", virConnectClose(conn) >= 0);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 77;
    fill();
    printf("data %08x\n", sum(data, SIZE));
    if (set_up(argv[1]) < 0)
        return 1;
    by_hand();
    helpers();
    endings();
    nonblocking();
    misuse();
    /* The callbacks need an event loop; a connection only uses one that was there when it opened. */
    virStreamPtr st = downloading(0, 10, 0);
    result("add without an event loop", virStreamEventAddCallback(st, 1, ready, NULL, NULL));
    result("abort", virStreamAbort(st));
    virStreamFree(st);
    sparse();
    tear_down();
    result("event loop", virEventRegisterDefaultImpl());
    if (set_up(argv[1]) < 0)
        return 1;
    st = uploading(0, SIZE, 0);
    struct position p = {0, SIZE, 0, 0};
    result("send all", virStreamSendAll(st, source, &p));
    result("finish", virStreamFinish(st));
    virStreamFree(st);
    events();
    tear_down();
    return 0;
}
