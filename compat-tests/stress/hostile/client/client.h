/* A call that a test makes: how it reports, what it may use, and checks of what the library handed out. */
#ifndef OXIVIRT_HOSTILE_CLIENT_H
#define OXIVIRT_HOSTILE_CLIENT_H

#define VIR_ENUM_SENTINELS
#include <libvirt/libvirt-admin.h>
#include <libvirt/libvirt-lxc.h>
#include <libvirt/libvirt-qemu.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <malloc.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Objects of the current connection; only those a call asked for are there. */
enum {
    NEEDS_CONN = 0,
    NEEDS_DOM = 1,
    NEEDS_NET = 2,
    NEEDS_POOL = 4,
    NEEDS_VOL = 8,
    NEEDS_SECRET = 16,
    NEEDS_NODEDEV = 32,
    NEEDS_FILTER = 64,
    NEEDS_BINDING = 128,
    NEEDS_IFACE = 256,
    NEEDS_SNAP = 512,
    NEEDS_CHECK = 1024,
    NEEDS_PORT = 2048,
    NEEDS_ADMIN = 4096,
    NEEDS_SERVER = 8192,
    NEEDS_CLIENT = 16384,
    NEEDS_EVENTS = 32768,
};

struct objects {
    virConnectPtr conn;
    virDomainPtr dom;
    virNetworkPtr net;
    virStoragePoolPtr pool;
    virStorageVolPtr vol;
    virSecretPtr secret;
    virNodeDevicePtr nodedev;
    virNWFilterPtr filter;
    virNWFilterBindingPtr binding;
    virInterfacePtr iface;
    virDomainSnapshotPtr snap;
    virDomainCheckpointPtr check;
    virNetworkPortPtr port;
    virAdmConnectPtr admin;
    virAdmServerPtr server;
    virAdmClientPtr client;
};
extern struct objects on;
extern const char *uri;

/* What a call came to. */
struct outcome {
    bool failed;      /* it said so */
    bool list;        /* `count` is the length of the reply's array */
    long long count;
    virErrorPtr why;  /* the error, when calls followed it; freed with the answer */
    char bad[256];    /* what was wrong with the result, if anything */
};

struct call {
    const char *name;
    unsigned needs;
    void (*run)(struct outcome *);
};
extern const struct call domain_calls[], stats_calls[], host_calls[], object_calls[], admin_calls[], event_calls[], stream_calls[];

void bad(struct outcome *o, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Reads every byte, so that a checker sees an access outside. */
void touch(const void *data, size_t size);
/* `data` is a heap block of at least `size` bytes. */
void block(struct outcome *o, const void *data, size_t size);
/* A heap string; frees it. NULL is the call's failure. */
void text(struct outcome *o, char *s);
void lent(struct outcome *o, const char *s);
/* An int result: negative is the failure. */
bool number(struct outcome *o, long long n);
void names(struct outcome *o, char **list, int n, int room);
void owned_names(struct outcome *o, char **list, int n);
void params(struct outcome *o, virTypedParameterPtr list, int n);
void owned_params(struct outcome *o, int rc, virTypedParameterPtr list, int n);

/* Callbacks for every event, on the connection in use. */
bool register_events(void);
void unregister_events(struct outcome *o);
/* Runs the event loop until it has nothing to do. */
void settle(void);

/* Room for `n` elements with a fence behind them. */
void *room(size_t size);
void fence(struct outcome *o, void *data, size_t size);

#define LENGTH(a) ((int)(sizeof(a) / sizeof((a)[0])))

#define CALL(id) static void id(struct outcome *o)

/* A call that answers a heap string, one that answers a number. */
#define TEXT(id, expression) CALL(id) { text(o, expression); }
#define NUMBER(id, expression) CALL(id) { number(o, expression); }

/* A call that answers an object. */
#define OBJECT(id, type, expression, name, release) \
    CALL(id) \
    { \
        type object = expression; \
        o->failed = !object; \
        if (object) { \
            lent(o, name(object)); \
            release(object); \
        } \
    }

/* virXListAllY: an array of objects with a NULL behind the last, and the counting form without array. */
#define LIST(id, type, expression, name, release) \
    CALL(id) \
    { \
        type *list = (type *)&on; \
        int n = expression; \
        if (!number(o, n)) { \
            if (list && (void *)list != (void *)&on) \
                bad(o, "a list after a failure"); \
            return; \
        } \
        o->list = true; \
        block(o, list, sizeof(*list) * ((size_t)n + 1)); \
        if (o->bad[0]) \
            return; \
        for (int i = 0; i < n; i++) { \
            lent(o, name(list[i])); \
            release(list[i]); \
        } \
        if (list[n]) \
            bad(o, "no NULL behind the list"); \
        free(list); \
    }

/* An array of pointers to structs, each looked at by `look(o, item)`. */
#define RECORDS(id, type, expression, look, release) \
    CALL(id) \
    { \
        type *list = NULL; \
        int n = expression; \
        if (!number(o, n)) { \
            if (list) \
                bad(o, "a list after a failure"); \
            return; \
        } \
        o->list = true; \
        if (n > 0) \
            block(o, list, sizeof(*list) * (size_t)n); \
        for (int i = 0; i < n && !o->bad[0]; i++) { \
            look(o, list[i]); \
            release(list[i]); \
        } \
        if (!o->bad[0]) \
            free(list); \
    }

/* virXListYs: names into the caller's array. */
#define NAMES(id, expression) \
    CALL(id) \
    { \
        const int max = 4; \
        char **list = room(sizeof(*list) * max); \
        int n = expression; \
        if (number(o, n)) \
            names(o, list, n, max); \
        fence(o, list, sizeof(*list) * max); \
    }

/* The old convention of typed parameters: room by the caller. With a `nparams` of 0: how many there are. */
#define PARAMS(id, expression) \
    CALL(id) \
    { \
        int nparams = 8; \
        virTypedParameterPtr list = room(sizeof(*list) * 8); \
        int rc = expression; \
        if (number(o, rc)) { \
            o->list = true; \
            o->count = nparams; \
            if (nparams < 0 || nparams > 8) \
                bad(o, "%d parameters in room for 8", nparams); \
            else \
                params(o, list, nparams); \
        } \
        fence(o, list, sizeof(*list) * 8); \
    } \
    CALL(id##_probe) \
    { \
        int nparams = 0; \
        virTypedParameterPtr list = NULL; \
        int rc = expression; \
        if (number(o, rc)) { \
            o->count = nparams; \
            if (nparams < 0) \
                bad(o, "%d parameters", nparams); \
        } \
    }

/* The new convention: an array made by the library. */
#define OWNED_PARAMS(id, expression) \
    CALL(id) \
    { \
        virTypedParameterPtr list = NULL; \
        int nparams = 0; \
        int rc = expression; \
        owned_params(o, rc, list, nparams); \
    }

#define END { NULL, 0, NULL }

#endif
