/* Streams: a volume read in both ways, written, and given up. The count is what came or went. */
#include "client.h"

#define MOST (1 << 20)

/* Ends a stream whose last call answered `last`, and frees it. */
static void end(struct outcome *o, virStreamPtr st, int last)
{
    o->failed = last < 0;
    if (last < 0) {
        o->why = virSaveLastError();
        virStreamAbort(st);
    } else if (virStreamFinish(st) < 0) {
        o->failed = true;
        o->why = virSaveLastError();
    }
    virStreamFree(st);
}

static void receive(struct outcome *o, unsigned flags, unsigned how)
{
    char *data = room(1000);
    virStreamPtr st = virStreamNew(on.conn, 0);
    int got = virStorageVolDownload(on.vol, st, 0, 0, flags);
    bool opened = number(o, got);
    while (opened && o->count < MOST) {
        got = how ? virStreamRecvFlags(st, data, 1000, how) : virStreamRecv(st, data, 1000);
        if (got == -3) {
            long long hole = 0;
            got = virStreamRecvHole(st, &hole, 0) < 0 ? -1 : 1;
            if (got > 0 && hole < 0)
                bad(o, "a hole of %lld bytes", hole);
            continue;
        }
        if (got > 1000)
            bad(o, "%d bytes in room for 1000", got);
        if (got <= 0)
            break;
        o->count += got;
    }
    end(o, st, got);
    fence(o, data, 1000);
}

CALL(stream_download) { receive(o, 0, 0); }
CALL(stream_sparse) { receive(o, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM, VIR_STREAM_RECV_STOP_AT_HOLE); }

CALL(stream_upload)
{
    char data[300] = "data";
    virStreamPtr st = virStreamNew(on.conn, 0);
    int sent = virStorageVolUpload(on.vol, st, 0, 0, 0);
    if (number(o, sent)) {
        for (int i = 0; i < 3 && sent >= 0; i++) {
            sent = virStreamSend(st, data, sizeof(data));
            o->count += sent > 0 ? sent : 0;
        }
    }
    end(o, st, sent);
}

CALL(stream_abort)
{
    char data[100];
    virStreamPtr st = virStreamNew(on.conn, 0);
    if (number(o, virStorageVolDownload(on.vol, st, 0, 0, 0)))
        o->failed = virStreamRecv(st, data, sizeof(data)) < 0 || virStreamAbort(st) < 0;
    if (o->failed)
        o->why = virSaveLastError();
    virStreamFree(st);
}

#define C(id) { #id, NEEDS_VOL, id }
const struct call stream_calls[] = { C(stream_download), C(stream_sparse), C(stream_upload), C(stream_abort), END };
