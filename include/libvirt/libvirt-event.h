/*
 * libvirt-event.h: the event loop of the program. The library starts no threads: events, keepalive
 * and streams that do not block need somebody to run a loop. Either register the default loop and
 * run it, or register functions that join the library to a loop the program has already.
 */

#ifndef LIBVIRT_EVENT_H
#define LIBVIRT_EVENT_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
#error "include <libvirt/libvirt.h> instead of this file"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/**
 * virEventHandleType:
 *
 * Conditions of a watched descriptor, combined by OR. ERROR and HANGUP are reported even when not
 * asked for.
 *
 * Since: 0.5.0
 */
typedef enum {
    VIR_EVENT_HANDLE_READABLE = 1, /**< reading will not block (Since: 0.5.0) */
    VIR_EVENT_HANDLE_WRITABLE = 2, /**< writing will not block (Since: 0.5.0) */
    VIR_EVENT_HANDLE_ERROR = 4, /**< error on the descriptor (Since: 0.5.0) */
    VIR_EVENT_HANDLE_HANGUP = 8, /**< the other end is closed (Since: 0.5.0) */
} virEventHandleType;

/**
 * virEventHandleCallback:
 * @watch: the watch
 * @fd: the watched descriptor
 * @events: conditions found: OR of virEventHandleType
 * @opaque: pointer given with the callback
 *
 * Called on the thread that runs the loop when a watched descriptor is ready. It may add, update
 * and remove any watch or timer, its own included.
 *
 * Since: 0.5.0
 */
typedef void (*virEventHandleCallback)(int watch, int fd, int events, void *opaque);

/**
 * virEventTimeoutCallback:
 * @timer: the timer
 * @opaque: pointer given with the callback
 *
 * Called on the thread that runs the loop each time a timer expires. It may add, update and remove
 * any watch or timer, its own included.
 *
 * Since: 0.5.0
 */
typedef void (*virEventTimeoutCallback)(int timer, void *opaque);

/*
 * What a loop provides. The functions are called from any thread that uses the library.
 */

/**
 * virEventAddHandleFunc:
 * @fd: descriptor
 * @event: OR of virEventHandleType; 0 watches nothing until updated
 * @cb: called when ready
 * @opaque: passed to @cb and @ff
 * @ff: releases @opaque after removal, may be NULL; not to be called from inside
 *     virEventRemoveHandleFunc
 *
 * Starts to watch a descriptor. One descriptor may be watched several times.
 *
 * Returns a watch number not used by any other watch, or -1 on error; then @ff is not called.
 *
 * Since: 0.5.0
 */
typedef int (*virEventAddHandleFunc)(int fd, int event, virEventHandleCallback cb, void *opaque,
                                     virFreeCallback ff);

/**
 * virEventUpdateHandleFunc:
 * @watch: the watch
 * @event: OR of virEventHandleType; 0 pauses
 *
 * Changes the conditions of a watch.
 *
 * Since: 0.5.0
 */
typedef void (*virEventUpdateHandleFunc)(int watch, int event);

/**
 * virEventRemoveHandleFunc:
 * @watch: the watch
 *
 * Ends a watch. Its callback is not started any more; the data is released later, from the loop.
 *
 * Returns 0, or -1 when there is no such watch.
 *
 * Since: 0.5.0
 */
typedef int (*virEventRemoveHandleFunc)(int watch);

/**
 * virEventAddTimeoutFunc:
 * @timeout: period in milliseconds; 0 expires in every turn of the loop, -1 never
 * @cb: called on expiry
 * @opaque: passed to @cb and @ff
 * @ff: releases @opaque after removal, may be NULL; not to be called from inside
 *     virEventRemoveTimeoutFunc
 *
 * Starts a periodic timer.
 *
 * Returns a timer number not used by any other timer, or -1 on error; then @ff is not called.
 *
 * Since: 0.5.0
 */
typedef int (*virEventAddTimeoutFunc)(int timeout, virEventTimeoutCallback cb, void *opaque,
                                      virFreeCallback ff);

/**
 * virEventUpdateTimeoutFunc:
 * @timer: the timer
 * @timeout: milliseconds; 0 every turn, -1 never
 *
 * Changes the period of a timer, counted from now.
 *
 * Since: 0.5.0
 */
typedef void (*virEventUpdateTimeoutFunc)(int timer, int timeout);

/**
 * virEventRemoveTimeoutFunc:
 * @timer: the timer
 *
 * Ends a timer. Its callback is not started any more; the data is released later, from the loop.
 *
 * Returns 0, or -1 when there is no such timer.
 *
 * Since: 0.5.0
 */
typedef int (*virEventRemoveTimeoutFunc)(int timer);

/**
 * virEventRegisterImpl:
 * @addHandle: starts to watch a descriptor
 * @updateHandle: changes what is watched for
 * @removeHandle: ends a watch
 * @addTimeout: starts a timer
 * @updateTimeout: changes a period
 * @removeTimeout: ends a timer
 *
 * Joins the library to a loop of the program. To be called once, before the first connection is
 * opened; a second registration of any kind is ignored.
 *
 * Since: 0.5.0
 */
void virEventRegisterImpl(virEventAddHandleFunc addHandle, virEventUpdateHandleFunc updateHandle,
                          virEventRemoveHandleFunc removeHandle, virEventAddTimeoutFunc addTimeout,
                          virEventUpdateTimeoutFunc updateTimeout,
                          virEventRemoveTimeoutFunc removeTimeout);

/**
 * virEventRegisterDefaultImpl:
 *
 * Registers the loop of the library, to be run with virEventRunDefaultImpl(). To be called once,
 * before the first connection is opened.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.9.0
 */
int virEventRegisterDefaultImpl(void);

/**
 * virEventRunDefaultImpl:
 *
 * Runs one turn of the default loop: waits until a descriptor is ready or a timer expires, then
 * calls what is due. To be called again and again, by one thread at a time.
 *
 * Any other thread that adds, changes or removes a watch or timer wakes it.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.9.0
 */
int virEventRunDefaultImpl(void);

/*
 * The registered loop, for programs that want to use it too
 */

/**
 * virEventAddHandle:
 * @fd: descriptor; stays open until the watch is removed
 * @events: OR of virEventHandleType; 0 watches nothing until updated
 * @cb: called on the loop's thread when ready
 * @opaque: passed to @cb and @ff
 * @ff: releases @opaque after removal, from the loop; may be NULL
 *
 * Watches a descriptor in the registered loop.
 *
 * Returns the watch, or -1 on error or when no loop is registered; then @ff is not called.
 *
 * Since: 0.9.3
 */
int virEventAddHandle(int fd, int events, virEventHandleCallback cb, void *opaque,
                      virFreeCallback ff);

/**
 * virEventUpdateHandle:
 * @watch: the watch
 * @events: OR of virEventHandleType; 0 pauses
 *
 * Changes the conditions of a watch. Without effect when there is no such watch.
 *
 * Since: 0.9.3
 */
void virEventUpdateHandle(int watch, int events);

/**
 * virEventRemoveHandle:
 * @watch: the watch
 *
 * Ends a watch; allowed inside callbacks. A callback that is running on another thread may still
 * finish.
 *
 * Returns 0, or -1 when there is no such watch or no loop.
 *
 * Since: 0.9.3
 */
int virEventRemoveHandle(int watch);

/**
 * virEventAddTimeout:
 * @timeout: period in milliseconds; 0 expires in every turn of the loop, -1 never
 * @cb: called on the loop's thread on expiry
 * @opaque: passed to @cb and @ff
 * @ff: releases @opaque after removal, from the loop; may be NULL
 *
 * Starts a periodic timer in the registered loop.
 *
 * Returns the timer, or -1 on error or when no loop is registered; then @ff is not called.
 *
 * Since: 0.9.3
 */
int virEventAddTimeout(int timeout, virEventTimeoutCallback cb, void *opaque, virFreeCallback ff);

/**
 * virEventUpdateTimeout:
 * @timer: the timer
 * @timeout: milliseconds; 0 every turn, -1 never
 *
 * Changes the period of a timer, counted from now. Without effect when there is no such timer.
 *
 * Since: 0.9.3
 */
void virEventUpdateTimeout(int timer, int timeout);

/**
 * virEventRemoveTimeout:
 * @timer: the timer
 *
 * Ends a timer; allowed inside callbacks.
 *
 * Returns 0, or -1 when there is no such timer or no loop.
 *
 * Since: 0.9.3
 */
int virEventRemoveTimeout(int timer);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_EVENT_H */
