#ifndef LIBVIRT_SECRET_H
#define LIBVIRT_SECRET_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
#error "include <libvirt/libvirt.h> instead of this file"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** virSecret: a secret kept by the daemon (passphrase, key); opaque, counted references */
typedef struct _virSecret virSecret;

/** virSecretPtr: pointer to a virSecret */
typedef virSecret *virSecretPtr;

/**
 * virConnectListAllSecretsFlags: filters of virConnectListAllSecrets(), in pairs; a pair of which
 * both or neither bit is set selects everything
 */
typedef enum {
    VIR_CONNECT_LIST_SECRETS_EPHEMERAL = (1 << 0), /**< kept in memory only (Since: 0.10.2) */
    VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL = (1 << 1), /**< stored on disk (Since: 0.10.2) */
    VIR_CONNECT_LIST_SECRETS_PRIVATE = (1 << 2), /**< value never given out (Since: 0.10.2) */
    VIR_CONNECT_LIST_SECRETS_NO_PRIVATE = (1 << 3), /**< value readable (Since: 0.10.2) */
} virConnectListAllSecretsFlags;

/** virSecretDefineFlags: options of virSecretDefineXML() */
typedef enum {
    VIR_SECRET_DEFINE_VALIDATE = (1 << 0),
    /**< check the XML against the schema first (Since: 7.7.0) */
} virSecretDefineFlags;

/**
 * virSecretEventLifecycleType: what happened to a secret
 * (virConnectSecretEventLifecycleCallback())
 */
typedef enum {
    VIR_SECRET_EVENT_DEFINED = 0, /**< description stored or replaced (Since: 3.0.0) */
    VIR_SECRET_EVENT_UNDEFINED = 1, /**< removed with its value (Since: 3.0.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_SECRET_EVENT_LAST = 2, /**< number of constants, grows with releases (Since: 3.0.0) */
#endif
} virSecretEventLifecycleType;

/**
 * virSecretEventID: kinds of events of virConnectSecretEventRegisterAny(); each tells the type
 * its callback must have
 */
typedef enum {
    VIR_SECRET_EVENT_ID_LIFECYCLE = 0,
    /**< virConnectSecretEventLifecycleCallback() (Since: 3.0.0) */
    VIR_SECRET_EVENT_ID_VALUE_CHANGED = 1,
    /**< virConnectSecretEventGenericCallback() (Since: 3.0.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_SECRET_EVENT_ID_LAST = 2, /**< number of constants, grows with releases (Since: 3.0.0) */
#endif
} virSecretEventID;

/** virSecretUsageType: what a secret is for; tells what its usage id means */
typedef enum {
    VIR_SECRET_USAGE_TYPE_NONE = 0, /**< no purpose given; found by UUID only (Since: 0.7.1) */
    VIR_SECRET_USAGE_TYPE_VOLUME = 1,
    /**< encrypted storage; id: path of the volume (Since: 0.7.1) */
    VIR_SECRET_USAGE_TYPE_CEPH = 2, /**< Ceph (RBD); id: a name (Since: 0.9.7) */
    VIR_SECRET_USAGE_TYPE_ISCSI = 3, /**< iSCSI (CHAP); id: a name (Since: 1.0.4) */
    VIR_SECRET_USAGE_TYPE_TLS = 4, /**< TLS private key; id: a name (Since: 2.3.0) */
    VIR_SECRET_USAGE_TYPE_VTPM = 5, /**< state of an emulated TPM; id: a name (Since: 5.6.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_SECRET_USAGE_TYPE_LAST = 6, /**< number of constants, grows with releases (Since: 0.9.7) */
#endif
} virSecretUsageType;

/*
 * Event callbacks
 *
 * Called on the thread that runs the event loop, one event at a time. Every pointer but opaque is
 * valid during the call only: keep a secret with virSecretRef() and copy strings. The callback
 * may call any function of this library.
 */

/**
 * virConnectSecretEventGenericCallback:
 * @conn: connection the callback was registered on
 * @secret: secret the event is about, lent for the call
 * @opaque: the caller's pointer from the registration
 *
 * Any callback, cast with VIR_SECRET_EVENT_CALLBACK(); its own type for
 * VIR_SECRET_EVENT_ID_VALUE_CHANGED (a new value was set). Called on the thread of the event
 * loop.
 *
 * Since: 3.0.0
 */
typedef void (*virConnectSecretEventGenericCallback)(virConnectPtr conn,
                                                     virSecretPtr secret,
                                                     void *opaque);

/**
 * virConnectSecretEventLifecycleCallback:
 * @conn: connection the callback was registered on
 * @secret: secret the event is about, lent for the call
 * @event: a virSecretEventLifecycleType
 * @detail: the cause; none defined, 0
 * @opaque: the caller's pointer from the registration
 *
 * A secret was defined or undefined; for VIR_SECRET_EVENT_ID_LIFECYCLE. Called on the thread of
 * the event loop.
 *
 * Since: 3.0.0
 */
typedef void (*virConnectSecretEventLifecycleCallback)(virConnectPtr conn,
                                                       virSecretPtr secret,
                                                       int event,
                                                       int detail,
                                                       void *opaque);

/**
 * VIR_SECRET_EVENT_CALLBACK:
 * @cb: a callback of any type named by virSecretEventID
 *
 * Casts it to what virConnectSecretEventRegisterAny() takes.
 */
#define VIR_SECRET_EVENT_CALLBACK(cb) \
    ((virConnectSecretEventGenericCallback)(cb))

/*
 * Functions
 *
 * Every function resets the calling thread's error first and leaves a virError behind when it
 * fails (virGetLastError()). A NULL or foreign handle fails with VIR_ERR_INVALID_CONN,
 * VIR_ERR_INVALID_SECRET, a NULL where none is allowed, a number out of range or an unknown bit
 * in flags with VIR_ERR_INVALID_ARG, a procedure the driver or the daemon lacks with
 * VIR_ERR_NO_SUPPORT, a refused permission with VIR_ERR_ACCESS_DENIED, an object which is gone
 * with VIR_ERR_NO_SECRET; these are not repeated below. What a function returns through a pointer
 * is undefined after an error unless it says otherwise.
 */

/**
 * virConnectListAllSecrets:
 * @conn: a connection
 * @secrets: place for the array; NULL to count only
 * @flags: filters, of virConnectListAllSecretsFlags; 0 for all
 *
 * Lists secrets as one consistent answer. The caller frees every element with virSecretFree() and
 * the array, which ends in a NULL element, with free(). After an error the place holds NULL.
 *
 * Returns the number of secrets, or -1 on error.
 *
 * Since: 0.10.2
 */
int virConnectListAllSecrets(virConnectPtr conn, virSecretPtr **secrets, unsigned int flags);

/**
 * virConnectListSecrets:
 * @conn: a connection
 * @uuids: filled with UUIDs as text; may be NULL if @maxuuids is 0. The caller frees each text
 * with free()
 * @maxuuids: room in @uuids, elements, not negative
 *
 * Lists the UUIDs of secrets. UUIDs beyond the room are left out; prefer
 * virConnectListAllSecrets(), which needs no guess.
 *
 * Returns the number of UUIDs written, or -1 on error.
 *
 * Since: 0.7.1
 */
int virConnectListSecrets(virConnectPtr conn, char **uuids, int maxuuids);

/**
 * virConnectNumOfSecrets:
 * @conn: a connection
 *
 * Counts secrets.
 *
 * Returns the number, or -1 on error.
 *
 * Since: 0.7.1
 */
int virConnectNumOfSecrets(virConnectPtr conn);

/**
 * virConnectSecretEventDeregisterAny:
 * @conn: a connection
 * @callbackID: what virConnectSecretEventRegisterAny() returned, not negative
 *
 * Ends a registration; the release function given there runs once no call of the callback is
 * under way. VIR_ERR_INVALID_ARG if there is no such registration.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 3.0.0
 */
int virConnectSecretEventDeregisterAny(virConnectPtr conn, int callbackID);

/**
 * virConnectSecretEventRegisterAny:
 * @conn: a connection
 * @secret: only events of this secret, which must belong to @conn; NULL for all secrets
 * @eventID: a virSecretEventID
 * @cb: the callback, of the type @eventID names, cast with VIR_SECRET_EVENT_CALLBACK(); not NULL
 * @opaque: passed to @cb and @freecb, may be NULL
 * @freecb: called once with @opaque after the registration ended; may be NULL. Not called when
 * the registration fails
 *
 * Asks for events. They arrive while the program runs an event loop (virEventRunDefaultImpl() or
 * its own), which must be registered before the connection is opened. The registration holds a
 * reference to the connection, which stays open until it ends; @secret may be freed.
 * VIR_ERR_INVALID_ARG if @eventID is unknown or @secret is of another connection.
 *
 * Returns the id of the registration for virConnectSecretEventDeregisterAny(), or -1 on error.
 *
 * Since: 3.0.0
 */
int virConnectSecretEventRegisterAny(virConnectPtr conn,
                                     virSecretPtr secret,
                                     int eventID,
                                     virConnectSecretEventGenericCallback cb,
                                     void *opaque,
                                     virFreeCallback freecb);

/**
 * virSecretDefineXML:
 * @conn: a connection
 * @xml: secret XML, not NULL
 * @flags: of virSecretDefineFlags
 *
 * Stores the description of a secret, or replaces the one of the same UUID and keeps its value;
 * the value itself is set by virSecretSetValue(). XML without a UUID gets a new one.
 * VIR_ERR_XML_ERROR or VIR_ERR_XML_DETAIL for bad XML, VIR_ERR_XML_INVALID_SCHEMA if asked to
 * validate, VIR_ERR_INTERNAL_ERROR if another secret has the same usage or a private one would
 * become readable. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the secret, to be freed with virSecretFree(), or NULL on error.
 *
 * Since: 0.7.1
 */
virSecretPtr virSecretDefineXML(virConnectPtr conn, const char *xml, unsigned int flags);

/**
 * virSecretFree:
 * @secret: the handle to give up
 *
 * Drops one reference; the handle is not to be used afterwards. The secret itself is not touched.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.7.1
 */
int virSecretFree(virSecretPtr secret);

/**
 * virSecretGetConnect:
 * @secret: a secret
 *
 * Tells the connection a secret belongs to.
 *
 * Returns the connection, without a reference of its own: valid as long as @secret is; NULL on
 * error.
 *
 * Since: 0.7.1
 */
virConnectPtr virSecretGetConnect(virSecretPtr secret);

/**
 * virSecretGetUUID:
 * @secret: a secret
 * @uuid: room for 16 bytes (VIR_UUID_BUFLEN), not NULL
 *
 * Tells the UUID, without asking the daemon.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.7.1
 */
int virSecretGetUUID(virSecretPtr secret, unsigned char *uuid);

/**
 * virSecretGetUUIDString:
 * @secret: a secret
 * @buf: room for 37 bytes (VIR_UUID_STRING_BUFLEN), not NULL
 *
 * Tells the UUID as text with hyphens and a final NUL, without asking the daemon.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.7.1
 */
int virSecretGetUUIDString(virSecretPtr secret, char *buf);

/**
 * virSecretGetUsageID:
 * @secret: a secret
 *
 * Tells what the secret is used for, in the sense of its type; without asking the daemon.
 *
 * Returns the id, valid as long as the handle and not to be freed, empty for
 * VIR_SECRET_USAGE_TYPE_NONE; NULL on error.
 *
 * Since: 0.7.1
 */
const char *virSecretGetUsageID(virSecretPtr secret);

/**
 * virSecretGetUsageType:
 * @secret: a secret
 *
 * Tells the kind of use, without asking the daemon.
 *
 * Returns a virSecretUsageType, or -1 on error.
 *
 * Since: 0.7.1
 */
int virSecretGetUsageType(virSecretPtr secret);

/**
 * virSecretGetValue:
 * @secret: a secret
 * @value_size: set to the length of the value, bytes; not NULL
 * @flags: none defined, 0
 *
 * Reads the value. VIR_ERR_INVALID_SECRET if the secret is private, VIR_ERR_NO_SECRET if it has
 * no value yet. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the value, any bytes without a final NUL, which the caller frees with free() (best
 * after clearing it), or NULL on error.
 *
 * Since: 0.7.1
 */
unsigned char *virSecretGetValue(virSecretPtr secret, size_t *value_size, unsigned int flags);

/**
 * virSecretGetXMLDesc:
 * @secret: a secret
 * @flags: none defined, 0
 *
 * Describes the secret in XML; the value is never part of it.
 *
 * Returns a text the caller frees with free(), or NULL on error.
 *
 * Since: 0.7.1
 */
char *virSecretGetXMLDesc(virSecretPtr secret, unsigned int flags);

/**
 * virSecretLookupByUUID:
 * @conn: a connection
 * @uuid: 16 bytes (VIR_UUID_BUFLEN), not NULL
 *
 * Finds a secret by UUID. VIR_ERR_NO_SECRET if there is none.
 *
 * Returns the secret, to be freed with virSecretFree(), or NULL on error.
 *
 * Since: 0.7.1
 */
virSecretPtr virSecretLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * virSecretLookupByUUIDString:
 * @conn: a connection
 * @uuidstr: UUID as text, with or without hyphens; not NULL
 *
 * Finds a secret by UUID. VIR_ERR_NO_SECRET if there is none, VIR_ERR_INVALID_ARG if the text is
 * no UUID.
 *
 * Returns the secret, to be freed with virSecretFree(), or NULL on error.
 *
 * Since: 0.7.1
 */
virSecretPtr virSecretLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * virSecretLookupByUsage:
 * @conn: a connection
 * @usageType: a virSecretUsageType
 * @usageID: id in the sense of @usageType, not NULL
 *
 * Finds a secret by what it is for. VIR_ERR_NO_SECRET if there is none.
 *
 * Returns the secret, to be freed with virSecretFree(), or NULL on error.
 *
 * Since: 0.7.1
 */
virSecretPtr virSecretLookupByUsage(virConnectPtr conn, int usageType, const char *usageID);

/**
 * virSecretRef:
 * @secret: a secret
 *
 * Adds a reference, to be dropped with virSecretFree(): so a handle can be shared by threads or
 * outlive a callback.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.7.1
 */
int virSecretRef(virSecretPtr secret);

/**
 * virSecretSetValue:
 * @secret: a secret
 * @value: any bytes, not NULL; stays the caller's
 * @value_size: bytes of @value; at most 65536 with a remote daemon
 * @flags: none defined, 0
 *
 * Sets or replaces the value. VIR_ERR_RPC if it is too long. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.7.1
 */
int virSecretSetValue(virSecretPtr secret,
                      const unsigned char *value,
                      size_t value_size,
                      unsigned int flags);

/**
 * virSecretUndefine:
 * @secret: a secret
 *
 * Removes the secret and its value; the handle stays the caller's to free. A read-only connection
 * is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.7.1
 */
int virSecretUndefine(virSecretPtr secret);

#ifdef __cplusplus
}
#endif

#endif
