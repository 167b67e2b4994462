/*
 * libvirt-stream.h: streams carry the bytes of consoles, volumes, screenshots and migrations over a
 * connection. A function such as virStorageVolUpload() attaches a fresh stream to its source or
 * target; bytes then flow in one or both directions until one side finishes or aborts.
 */

#ifndef LIBVIRT_STREAM_H
#define LIBVIRT_STREAM_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
#error "include <libvirt/libvirt.h> instead of this file"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/**
 * virStreamFlags:
 *
 * Flags of virStreamNew().
 *
 * Since: 0.7.2
 */
typedef enum {
    VIR_STREAM_NONBLOCK = (1 << 0),
        /**< sending and receiving answer -2 where they would wait (Since: 0.7.2) */
} virStreamFlags;

/**
 * virStreamRecvFlagsValues:
 *
 * Flags of virStreamRecvFlags().
 *
 * Since: 3.4.0
 */
typedef enum {
    VIR_STREAM_RECV_STOP_AT_HOLE = (1 << 0),
        /**< answer -3 at a hole in place of zeros (Since: 3.4.0) */
} virStreamRecvFlagsValues;

/**
 * virStreamEventType:
 *
 * Conditions of a stream, combined by OR.
 *
 * Since: 0.7.2
 */
typedef enum {
    VIR_STREAM_EVENT_READABLE = 1,
        /**< receiving will not wait: data, a hole or the end has come (Since: 0.7.2) */
    VIR_STREAM_EVENT_WRITABLE = 2, /**< sending will not wait (Since: 0.7.2) */
    VIR_STREAM_EVENT_ERROR = 4, /**< the stream failed or was aborted (Since: 0.7.2) */
    VIR_STREAM_EVENT_HANGUP = 8, /**< the other end is gone (Since: 0.7.2) */
} virStreamEventType;

/**
 * virStreamNew:
 * @conn: connection
 * @flags: OR of virStreamFlags
 *
 * Makes a stream that is not attached to anything yet.
 *
 * Returns the stream, to be released with virStreamFree(), or NULL on error.
 *
 * Since: 0.7.2
 */
virStreamPtr virStreamNew(virConnectPtr conn, unsigned int flags);

/**
 * virStreamRef:
 * @stream: stream
 *
 * Takes another reference, for another owner. Each one needs its own virStreamFree().
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.7.2
 */
int virStreamRef(virStreamPtr stream);

/**
 * virStreamFree:
 * @stream: stream
 *
 * Gives a reference back. A transfer in progress must be finished or aborted before the last one
 * goes.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.7.2
 */
int virStreamFree(virStreamPtr stream);

/*
 * Transfer in pieces
 */

/**
 * virStreamSend:
 * @stream: attached stream
 * @data: bytes
 * @nbytes: number of bytes
 *
 * Sends bytes. They are on their way when the call returns, not yet stored: only virStreamFinish()
 * proves that.
 *
 * Fewer bytes than asked for may be taken: send the rest again. After an error abort and free the
 * stream.
 *
 * Returns number of bytes taken, -1 on error, -2 when a stream with VIR_STREAM_NONBLOCK would wait.
 *
 * Since: 0.7.2
 */
int virStreamSend(virStreamPtr stream, const char *data, size_t nbytes);

/**
 * virStreamRecv:
 * @stream: attached stream
 * @data: buffer
 * @nbytes: bytes of room
 *
 * Receives bytes; holes arrive as zeros.
 *
 * Fewer bytes than there is room for are no sign of the end.
 *
 * Returns number of bytes stored, 0 at the end of the stream (call virStreamFinish()), -1 on error,
 * -2 when a stream with VIR_STREAM_NONBLOCK would wait.
 *
 * Since: 0.7.2
 */
int virStreamRecv(virStreamPtr stream, char *data, size_t nbytes);

/**
 * virStreamRecvFlags:
 * @stream: attached stream
 * @data: buffer
 * @nbytes: bytes of room
 * @flags: OR of virStreamRecvFlagsValues
 *
 * Receives bytes, with a choice of how holes arrive.
 *
 * Returns as virStreamRecv(), and -3 at a hole under VIR_STREAM_RECV_STOP_AT_HOLE: take its length
 * with virStreamRecvHole().
 *
 * Since: 3.4.0
 */
int virStreamRecvFlags(virStreamPtr stream, char *data, size_t nbytes, unsigned int flags);

/**
 * virStreamSendHole:
 * @stream: attached stream
 * @length: bytes to skip
 * @flags: no flag is defined: 0
 *
 * Sends a hole: the receiver skips that many bytes, which read as zeros. Only on streams that were
 * opened as sparse, such as uploads with VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 3.4.0
 */
int virStreamSendHole(virStreamPtr stream, long long length, unsigned int flags);

/**
 * virStreamRecvHole:
 * @stream: attached stream
 * @length: receives the length in bytes; 0 when the stream is not at a hole
 * @flags: no flag is defined: 0
 *
 * Takes the length of the hole the stream is at; to be called once after virStreamRecvFlags()
 * answered -3.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 3.4.0
 */
int virStreamRecvHole(virStreamPtr stream, long long *length, unsigned int flags);

/**
 * virStreamFinish:
 * @stream: attached stream
 *
 * Ends a transfer in good order: waits until the other side has taken everything. The stream cannot
 * be used any more; free it.
 *
 * Returns 0, or -1 when the other side reported a failure at any time since the last call: the
 * transfer must then be taken as failed.
 *
 * Since: 0.7.2
 */
int virStreamFinish(virStreamPtr stream);

/**
 * virStreamAbort:
 * @stream: attached stream
 *
 * Ends a transfer at once, wherever it stands. Data already sent may be stored or not. The stream
 * cannot be used any more; free it.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.7.2
 */
int virStreamAbort(virStreamPtr stream);

/*
 * Whole transfers, for streams that block. A handler that fails should set errno: it becomes part
 * of the error. A transfer that fails is aborted; one that succeeds still needs virStreamFinish().
 */

/**
 * virStreamSourceFunc:
 * @st: the stream
 * @data: buffer to fill
 * @nbytes: bytes of room
 * @opaque: pointer given with the handler
 *
 * Supplies the bytes of virStreamSendAll(); called on its thread.
 *
 * Returns number of bytes stored, 0 at the end of the source, -1 on error.
 *
 * Since: 0.7.2
 */
typedef int (*virStreamSourceFunc)(virStreamPtr st, char *data, size_t nbytes, void *opaque);

/**
 * virStreamSourceHoleFunc:
 * @st: the stream
 * @inData: to be set to 1 inside data, 0 inside a hole
 * @length: to be set to the bytes left of this data or hole; 0 in a hole at the end of the source
 * @opaque: pointer given with the handler
 *
 * Tells where the source of virStreamSparseSendAll() stands; called on its thread before each
 * piece.
 *
 * It must not move the position in the source.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 3.4.0
 */
typedef int (*virStreamSourceHoleFunc)(virStreamPtr st, int *inData, long long *length,
                                       void *opaque);

/**
 * virStreamSourceSkipFunc:
 * @st: the stream
 * @length: bytes to skip
 * @opaque: pointer given with the handler
 *
 * Moves the position in the source of virStreamSparseSendAll() past a hole; called on its thread.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 3.4.0
 */
typedef int (*virStreamSourceSkipFunc)(virStreamPtr st, long long length, void *opaque);

/**
 * virStreamSinkFunc:
 * @st: the stream
 * @data: bytes received; valid during the call only
 * @nbytes: number of bytes
 * @opaque: pointer given with the handler
 *
 * Takes the bytes of virStreamRecvAll(); called on its thread.
 *
 * Returns number of bytes taken (the rest is offered again), or -1 on error.
 *
 * Since: 0.7.2
 */
typedef int (*virStreamSinkFunc)(virStreamPtr st, const char *data, size_t nbytes, void *opaque);

/**
 * virStreamSinkHoleFunc:
 * @st: the stream
 * @length: bytes of the hole
 * @opaque: pointer given with the handler
 *
 * Takes a hole of virStreamSparseRecvAll(), usually by moving the position in a file and, at the
 * end, truncating to it; called on its thread.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 3.4.0
 */
typedef int (*virStreamSinkHoleFunc)(virStreamPtr st, long long length, void *opaque);

/**
 * virStreamSendAll:
 * @stream: attached stream that blocks
 * @handler: supplies the bytes
 * @opaque: passed to @handler
 *
 * Sends all a source has.
 *
 * Returns 0, or -1 on error (VIR_ERR_OPERATION_INVALID for a stream with VIR_STREAM_NONBLOCK).
 *
 * Since: 0.7.2
 */
int virStreamSendAll(virStreamPtr stream, virStreamSourceFunc handler, void *opaque);

/**
 * virStreamSparseSendAll:
 * @stream: attached sparse stream that blocks
 * @handler: supplies the bytes
 * @holeHandler: tells data from holes
 * @skipHandler: skips a hole in the source
 * @opaque: passed to the handlers
 *
 * Sends all a source has, holes as holes.
 *
 * Returns 0, or -1 on error (VIR_ERR_OPERATION_INVALID for a stream with VIR_STREAM_NONBLOCK).
 *
 * Since: 3.4.0
 */
int virStreamSparseSendAll(virStreamPtr stream, virStreamSourceFunc handler,
                           virStreamSourceHoleFunc holeHandler, virStreamSourceSkipFunc skipHandler,
                           void *opaque);

/**
 * virStreamRecvAll:
 * @stream: attached stream that blocks
 * @handler: takes the bytes
 * @opaque: passed to @handler
 *
 * Receives everything up to the end of the stream.
 *
 * Returns 0, or -1 on error (VIR_ERR_OPERATION_INVALID for a stream with VIR_STREAM_NONBLOCK).
 *
 * Since: 0.7.2
 */
int virStreamRecvAll(virStreamPtr stream, virStreamSinkFunc handler, void *opaque);

/**
 * virStreamSparseRecvAll:
 * @stream: attached sparse stream that blocks
 * @handler: takes the bytes
 * @holeHandler: takes the holes
 * @opaque: passed to the handlers
 *
 * Receives everything up to the end of the stream, holes as holes.
 *
 * Returns 0, or -1 on error (VIR_ERR_OPERATION_INVALID for a stream with VIR_STREAM_NONBLOCK).
 *
 * Since: 3.4.0
 */
int virStreamSparseRecvAll(virStreamPtr stream, virStreamSinkFunc handler,
                           virStreamSinkHoleFunc holeHandler, void *opaque);

/*
 * Readiness, in the registered event loop
 */

/**
 * virStreamEventCallback:
 * @stream: the stream
 * @events: conditions found: OR of virStreamEventType
 * @opaque: pointer given with the callback
 *
 * Called on the thread of the event loop when a stream is ready. It may use, finish, abort and free
 * the stream.
 *
 * Since: 0.7.2
 */
typedef void (*virStreamEventCallback)(virStreamPtr stream, int events, void *opaque);

/**
 * virStreamEventAddCallback:
 * @stream: attached stream
 * @events: OR of virStreamEventType
 * @cb: called when ready
 * @opaque: passed to @cb and @ff
 * @ff: releases @opaque once the callback is removed; may be NULL
 *
 * Watches a stream in the event loop; for streams with VIR_STREAM_NONBLOCK. A stream has one
 * callback at most.
 *
 * Returns 0, or -1 on error; then @ff is not called.
 *
 * Since: 0.7.2
 */
int virStreamEventAddCallback(virStreamPtr stream, int events, virStreamEventCallback cb,
                              void *opaque, virFreeCallback ff);

/**
 * virStreamEventUpdateCallback:
 * @stream: attached stream
 * @events: OR of virStreamEventType
 *
 * Changes what a stream is watched for. A program that has nothing to send drops WRITABLE, or it is
 * called without end.
 *
 * Returns 0, or -1 on error, such as no callback.
 *
 * Since: 0.7.2
 */
int virStreamEventUpdateCallback(virStreamPtr stream, int events);

/**
 * virStreamEventRemoveCallback:
 * @stream: attached stream
 *
 * Ends the watch of a stream.
 *
 * Returns 0, or -1 on error, such as no callback.
 *
 * Since: 0.7.2
 */
int virStreamEventRemoveCallback(virStreamPtr stream);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_STREAM_H */
