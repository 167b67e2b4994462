#ifndef LIBVIRT_STORAGE_H
#define LIBVIRT_STORAGE_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
#error "include <libvirt/libvirt.h> instead of this file"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/**
 * virStoragePool: a store of volumes (directory, volume group, target, ...) of a connection;
 * opaque, counted references
 */
typedef struct _virStoragePool virStoragePool;

/** virStoragePoolPtr: pointer to a virStoragePool */
typedef virStoragePool *virStoragePoolPtr;

/** virStorageVol: a volume of a pool; opaque, counted references */
typedef struct _virStorageVol virStorageVol;

/** virStorageVolPtr: pointer to a virStorageVol */
typedef virStorageVol *virStorageVolPtr;

/**
 * virConnectListAllStoragePoolsFlags: filters of virConnectListAllStoragePools(); the first six
 * form pairs, the others one group; a group of which all or no bits are set selects everything
 */
typedef enum {
    VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE = (1 << 0), /**< not started (Since: 0.10.2) */
    VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE = (1 << 1), /**< started (Since: 0.10.2) */
    VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT = (1 << 2),
    /**< with a stored configuration (Since: 0.10.2) */
    VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT = (1 << 3), /**< gone once stopped (Since: 0.10.2) */
    VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART = (1 << 4),
    /**< started with the daemon (Since: 0.10.2) */
    VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART = (1 << 5),
    /**< not started with the daemon (Since: 0.10.2) */
    VIR_CONNECT_LIST_STORAGE_POOLS_DIR = (1 << 6), /**< directory (Since: 0.10.2) */
    VIR_CONNECT_LIST_STORAGE_POOLS_FS = (1 << 7),
    /**< local file system on a device (Since: 0.10.2) */
    VIR_CONNECT_LIST_STORAGE_POOLS_NETFS = (1 << 8),
    /**< network file system (NFS, CIFS) (Since: 0.10.2) */
    VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL = (1 << 9), /**< LVM volume group (Since: 0.10.2) */
    VIR_CONNECT_LIST_STORAGE_POOLS_DISK = (1 << 10), /**< partitions of a disk (Since: 0.10.2) */
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI = (1 << 11),
    /**< iSCSI target, through the host's initiator (Since: 0.10.2) */
    VIR_CONNECT_LIST_STORAGE_POOLS_SCSI = (1 << 12),
    /**< LUNs of a SCSI or Fibre Channel adapter (Since: 0.10.2) */
    VIR_CONNECT_LIST_STORAGE_POOLS_MPATH = (1 << 13),
    /**< multipath devices of the host (Since: 0.10.2) */
    VIR_CONNECT_LIST_STORAGE_POOLS_RBD = (1 << 14), /**< Ceph RBD (Since: 0.10.2) */
    VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG = (1 << 15), /**< Sheepdog (Since: 0.10.2) */
    VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER = (1 << 16),
    /**< Gluster, by its library (Since: 1.2.1) */
    VIR_CONNECT_LIST_STORAGE_POOLS_ZFS = (1 << 17), /**< ZFS pool (Since: 1.2.8) */
    VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE = (1 << 18), /**< Virtuozzo Storage (Since: 3.1.0) */
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT = (1 << 19),
    /**< iSCSI target, by its library (Since: 5.6.0) */
} virConnectListAllStoragePoolsFlags;

/** virStoragePoolState: state of a pool (virStoragePoolInfo) */
typedef enum {
    VIR_STORAGE_POOL_INACTIVE = 0, /**< not started (Since: 0.4.1) */
    VIR_STORAGE_POOL_BUILDING = 1, /**< being prepared (Since: 0.4.1) */
    VIR_STORAGE_POOL_RUNNING = 2, /**< started (Since: 0.4.1) */
    VIR_STORAGE_POOL_DEGRADED = 3, /**< started, part of it has failed (Since: 0.4.1) */
    VIR_STORAGE_POOL_INACCESSIBLE = 4, /**< started, but out of reach (Since: 0.8.2) */
#ifdef VIR_ENUM_SENTINELS
    VIR_STORAGE_POOL_STATE_LAST = 5,
    /**< number of constants, grows with releases (Since: 0.9.10) */
#endif
} virStoragePoolState;

/** virStoragePoolBuildFlags: options of virStoragePoolBuild() */
typedef enum {
    VIR_STORAGE_POOL_BUILD_NEW = 0, /**< prepare an empty store (Since: 0.4.1) */
    VIR_STORAGE_POOL_BUILD_REPAIR = (1 << 0), /**< repair; no driver does (Since: 0.4.1) */
    VIR_STORAGE_POOL_BUILD_RESIZE = (1 << 1), /**< grow; no driver does (Since: 0.4.1) */
    VIR_STORAGE_POOL_BUILD_NO_OVERWRITE = (1 << 2),
    /**< fail if the source holds data; excludes OVERWRITE (Since: 0.9.5) */
    VIR_STORAGE_POOL_BUILD_OVERWRITE = (1 << 3),
    /**< format even if the source holds data (Since: 0.9.5) */
} virStoragePoolBuildFlags;

/** virStoragePoolCreateFlags: options of virStoragePoolCreate() and virStoragePoolCreateXML() */
typedef enum {
    VIR_STORAGE_POOL_CREATE_NORMAL = 0, /**< start only (Since: 1.3.1) */
    VIR_STORAGE_POOL_CREATE_WITH_BUILD = (1 << 0),
    /**< build first, with the driver's defaults (Since: 1.3.1) */
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE = (1 << 1),
    /**< build first, over existing data (Since: 1.3.1) */
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE = (1 << 2),
    /**< build first, fail if there is data (Since: 1.3.1) */
} virStoragePoolCreateFlags;

/** virStoragePoolDefineFlags: options of virStoragePoolDefineXML() */
typedef enum {
    VIR_STORAGE_POOL_DEFINE_VALIDATE = (1 << 0),
    /**< check the XML against the schema first (Since: 7.7.0) */
} virStoragePoolDefineFlags;

/** virStoragePoolDeleteFlags: options of virStoragePoolDelete() */
typedef enum {
    VIR_STORAGE_POOL_DELETE_NORMAL = 0,
    /**< remove the store, data may stay readable (Since: 0.4.1) */
    VIR_STORAGE_POOL_DELETE_ZEROED = (1 << 0),
    /**< overwrite the data with zeros (slow) (Since: 0.4.1) */
} virStoragePoolDeleteFlags;

/**
 * virStoragePoolEventLifecycleType: what happened to a pool
 * (virConnectStoragePoolEventLifecycleCallback())
 */
typedef enum {
    VIR_STORAGE_POOL_EVENT_DEFINED = 0, /**< configuration stored or replaced (Since: 2.0.0) */
    VIR_STORAGE_POOL_EVENT_UNDEFINED = 1, /**< stored configuration removed (Since: 2.0.0) */
    VIR_STORAGE_POOL_EVENT_STARTED = 2, /**< started (Since: 2.0.0) */
    VIR_STORAGE_POOL_EVENT_STOPPED = 3, /**< stopped (Since: 2.0.0) */
    VIR_STORAGE_POOL_EVENT_CREATED = 4, /**< store built (Since: 3.8.0) */
    VIR_STORAGE_POOL_EVENT_DELETED = 5, /**< store deleted (Since: 3.8.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_STORAGE_POOL_EVENT_LAST = 6, /**< number of constants, grows with releases (Since: 2.0.0) */
#endif
} virStoragePoolEventLifecycleType;

/**
 * virStoragePoolEventID: kinds of events of virConnectStoragePoolEventRegisterAny(); each tells
 * the type its callback must have
 */
typedef enum {
    VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE = 0,
    /**< virConnectStoragePoolEventLifecycleCallback() (Since: 2.0.0) */
    VIR_STORAGE_POOL_EVENT_ID_REFRESH = 1,
    /**< virConnectStoragePoolEventGenericCallback() (Since: 2.0.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_STORAGE_POOL_EVENT_ID_LAST = 2,
    /**< number of constants, grows with releases (Since: 2.0.0) */
#endif
} virStoragePoolEventID;

/** virStorageVolType: what a volume is (virStorageVolInfo) */
typedef enum {
    VIR_STORAGE_VOL_FILE = 0, /**< file (Since: 0.4.1) */
    VIR_STORAGE_VOL_BLOCK = 1, /**< block device (Since: 0.4.1) */
    VIR_STORAGE_VOL_DIR = 2, /**< directory (Since: 0.9.5) */
    VIR_STORAGE_VOL_NETWORK = 3, /**< image on a network, without a host path (Since: 0.9.13) */
    VIR_STORAGE_VOL_NETDIR = 4, /**< directory on a network (Since: 1.2.0) */
    VIR_STORAGE_VOL_PLOOP = 5, /**< ploop image, a directory (Since: 1.3.4) */
#ifdef VIR_ENUM_SENTINELS
    VIR_STORAGE_VOL_LAST = 6, /**< number of constants, grows with releases (Since: 0.9.10) */
#endif
} virStorageVolType;

/**
 * virStorageVolCreateFlags: options of virStorageVolCreateXML() and virStorageVolCreateXMLFrom()
 */
typedef enum {
    VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA = (1 << 0),
    /**< allocate the image format's metadata, not the data (Since: 1.0.1) */
    VIR_STORAGE_VOL_CREATE_REFLINK = (1 << 1),
    /**< share the blocks of the original (copy on write); clones only (Since: 1.2.13) */
    VIR_STORAGE_VOL_CREATE_VALIDATE = (1 << 2),
    /**< check the XML against the schema first (Since: 8.10.0) */
} virStorageVolCreateFlags;

/** virStorageVolDeleteFlags: options of virStorageVolDelete() */
typedef enum {
    VIR_STORAGE_VOL_DELETE_NORMAL = 0,
    /**< remove the volume, data may stay readable (Since: 0.4.1) */
    VIR_STORAGE_VOL_DELETE_ZEROED = (1 << 0),
    /**< overwrite the data with zeros first (slow) (Since: 0.4.1) */
    VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS = (1 << 1),
    /**< remove the volume's own snapshots too (Since: 1.2.21) */
} virStorageVolDeleteFlags;

/** virStorageVolDownloadFlags: options of virStorageVolDownload() */
typedef enum {
    VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM = (1 << 0), /**< send holes as holes (Since: 3.4.0) */
} virStorageVolDownloadFlags;

/** virStorageVolInfoFlags: what virStorageVolGetInfoFlags() reports as allocation */
typedef enum {
    VIR_STORAGE_VOL_USE_ALLOCATION = 0, /**< space taken by data (Since: 3.0.0) */
    VIR_STORAGE_VOL_GET_PHYSICAL = (1 << 0),
    /**< size of the file or device on the host (Since: 3.0.0) */
} virStorageVolInfoFlags;

/** virStorageVolResizeFlags: options of virStorageVolResize() */
typedef enum {
    VIR_STORAGE_VOL_RESIZE_ALLOCATE = (1 << 0), /**< allocate the space gained (Since: 0.9.10) */
    VIR_STORAGE_VOL_RESIZE_DELTA = (1 << 1),
    /**< the size is a difference to the current one (Since: 0.9.10) */
    VIR_STORAGE_VOL_RESIZE_SHRINK = (1 << 2),
    /**< permit a smaller size; a delta is subtracted (Since: 0.9.10) */
} virStorageVolResizeFlags;

/** virStorageVolUploadFlags: options of virStorageVolUpload() */
typedef enum {
    VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM = (1 << 0), /**< take holes as holes (Since: 3.4.0) */
} virStorageVolUploadFlags;

/**
 * virStorageVolWipeAlgorithm: how virStorageVolWipePattern() overwrites; which of them the host
 * knows depends on its tools
 */
typedef enum {
    VIR_STORAGE_VOL_WIPE_ALG_ZERO = 0, /**< 1 pass, zeros (Since: 0.9.10) */
    VIR_STORAGE_VOL_WIPE_ALG_NNSA = 1, /**< 4 passes, NNSA policy (Since: 0.9.10) */
    VIR_STORAGE_VOL_WIPE_ALG_DOD = 2, /**< 4 passes, DoD 5220.22-M (Since: 0.9.10) */
    VIR_STORAGE_VOL_WIPE_ALG_BSI = 3, /**< 9 passes, German BSI (Since: 0.9.10) */
    VIR_STORAGE_VOL_WIPE_ALG_GUTMANN = 4, /**< 35 passes, Gutmann (Since: 0.9.10) */
    VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER = 5, /**< 7 passes, Schneier (Since: 0.9.10) */
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7 = 6, /**< 7 random passes, Pfitzner (Since: 0.9.10) */
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33 = 7, /**< 33 random passes, Pfitzner (Since: 0.9.10) */
    VIR_STORAGE_VOL_WIPE_ALG_RANDOM = 8, /**< 1 random pass (Since: 0.9.10) */
    VIR_STORAGE_VOL_WIPE_ALG_TRIM = 9, /**< discard the blocks (TRIM) (Since: 1.3.2) */
#ifdef VIR_ENUM_SENTINELS
    VIR_STORAGE_VOL_WIPE_ALG_LAST = 10,
    /**< number of constants, grows with releases (Since: 0.9.10) */
#endif
} virStorageVolWipeAlgorithm;

/** virStorageXMLFlags: options of virStoragePoolGetXMLDesc() */
typedef enum {
    VIR_STORAGE_XML_INACTIVE = (1 << 0),
    /**< the stored configuration of a started pool too (Since: 0.9.13) */
} virStorageXMLFlags;

/** virStoragePoolInfo: state and sizes of a pool (virStoragePoolGetInfo()) */
typedef struct _virStoragePoolInfo virStoragePoolInfo;
struct _virStoragePoolInfo {
    int state; /**< a virStoragePoolState */
    unsigned long long capacity; /**< total size, bytes */
    unsigned long long allocation; /**< in use, bytes */
    unsigned long long available; /**< free, bytes */
};

/** virStoragePoolInfoPtr: pointer to a virStoragePoolInfo */
typedef virStoragePoolInfo *virStoragePoolInfoPtr;

/** virStorageVolInfo: kind and sizes of a volume (virStorageVolGetInfo()) */
typedef struct _virStorageVolInfo virStorageVolInfo;
struct _virStorageVolInfo {
    int type; /**< a virStorageVolType */
    unsigned long long capacity; /**< size the guest sees, bytes */
    unsigned long long allocation; /**< space taken in the pool, bytes */
};

/** virStorageVolInfoPtr: pointer to a virStorageVolInfo */
typedef virStorageVolInfo *virStorageVolInfoPtr;

/*
 * Event callbacks
 *
 * Called on the thread that runs the event loop, one event at a time. Every pointer but opaque is
 * valid during the call only: keep a pool with virStoragePoolRef() and copy strings. The callback
 * may call any function of this library.
 */

/**
 * virConnectStoragePoolEventGenericCallback:
 * @conn: connection the callback was registered on
 * @pool: pool the event is about, lent for the call
 * @opaque: the caller's pointer from the registration
 *
 * Any callback, cast with VIR_STORAGE_POOL_EVENT_CALLBACK(); its own type for
 * VIR_STORAGE_POOL_EVENT_ID_REFRESH (the list of volumes was read anew). Called on the thread of
 * the event loop.
 *
 * Since: 2.0.0
 */
typedef void (*virConnectStoragePoolEventGenericCallback)(virConnectPtr conn,
                                                          virStoragePoolPtr pool,
                                                          void *opaque);

/**
 * virConnectStoragePoolEventLifecycleCallback:
 * @conn: connection the callback was registered on
 * @pool: pool the event is about, lent for the call
 * @event: a virStoragePoolEventLifecycleType
 * @detail: the cause; none defined, 0
 * @opaque: the caller's pointer from the registration
 *
 * A pool was defined, undefined, started, stopped, built or deleted; for
 * VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE. Called on the thread of the event loop.
 *
 * Since: 2.0.0
 */
typedef void (*virConnectStoragePoolEventLifecycleCallback)(virConnectPtr conn,
                                                            virStoragePoolPtr pool,
                                                            int event,
                                                            int detail,
                                                            void *opaque);

/**
 * VIR_STORAGE_POOL_EVENT_CALLBACK:
 * @cb: a callback of any type named by virStoragePoolEventID
 *
 * Casts it to what virConnectStoragePoolEventRegisterAny() takes.
 */
#define VIR_STORAGE_POOL_EVENT_CALLBACK(cb) \
    ((virConnectStoragePoolEventGenericCallback)(cb))

/*
 * Functions
 *
 * Every function resets the calling thread's error first and leaves a virError behind when it
 * fails (virGetLastError()). A NULL or foreign handle fails with VIR_ERR_INVALID_CONN,
 * VIR_ERR_INVALID_STORAGE_POOL or VIR_ERR_INVALID_STORAGE_VOL, a NULL where none is allowed, a
 * number out of range or an unknown bit in flags with VIR_ERR_INVALID_ARG, a procedure the driver
 * or the daemon lacks with VIR_ERR_NO_SUPPORT, a refused permission with VIR_ERR_ACCESS_DENIED,
 * an object which is gone with VIR_ERR_NO_STORAGE_POOL or VIR_ERR_NO_STORAGE_VOL; these are not
 * repeated below. What a function returns through a pointer is undefined after an error unless it
 * says otherwise.
 */

/**
 * virConnectFindStoragePoolSources:
 * @conn: a connection
 * @type: type of pool ("netfs", "logical", "iscsi", ...), not NULL
 * @srcSpec: XML <source> which narrows the search (a host for network types), or NULL where the
 * type needs none
 * @flags: none defined, 0
 *
 * Searches for stores of which pools could be made. VIR_ERR_NO_SUPPORT if the type cannot be
 * searched. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns XML <sources> with an element per find, which the caller frees with free(), or NULL on
 * error.
 *
 * Since: 0.4.5
 */
char *virConnectFindStoragePoolSources(virConnectPtr conn,
                                       const char *type,
                                       const char *srcSpec,
                                       unsigned int flags);

/**
 * virConnectGetStoragePoolCapabilities:
 * @conn: a connection
 * @flags: none defined, 0
 *
 * Describes in XML which types of pool the daemon has, and which formats they take.
 *
 * Returns a text the caller frees with free(), or NULL on error.
 *
 * Since: 5.2.0
 */
char *virConnectGetStoragePoolCapabilities(virConnectPtr conn, unsigned int flags);

/**
 * virConnectListAllStoragePools:
 * @conn: a connection
 * @pools: place for the array; NULL to count only
 * @flags: filters, of virConnectListAllStoragePoolsFlags; 0 for all
 *
 * Lists pools, started or not, as one consistent answer. The caller frees every element with
 * virStoragePoolFree() and the array, which ends in a NULL element, with free(). After an error
 * the place holds NULL.
 *
 * Returns the number of pools, or -1 on error.
 *
 * Since: 0.10.2
 */
int virConnectListAllStoragePools(virConnectPtr conn,
                                  virStoragePoolPtr **pools,
                                  unsigned int flags);

/**
 * virConnectListDefinedStoragePools:
 * @conn: a connection
 * @names: filled with the names; may be NULL if @maxnames is 0. The caller frees each name with
 * free()
 * @maxnames: room in @names, elements, not negative
 *
 * Lists the names of pools which are not started. Names beyond the room are left out; prefer
 * virConnectListAllStoragePools(), which needs no guess.
 *
 * Returns the number of names written, or -1 on error.
 *
 * Since: 0.4.1
 */
int virConnectListDefinedStoragePools(virConnectPtr conn, char **const names, int maxnames);

/**
 * virConnectListStoragePools:
 * @conn: a connection
 * @names: filled with the names; may be NULL if @maxnames is 0. The caller frees each name with
 * free()
 * @maxnames: room in @names, elements, not negative
 *
 * Lists the names of started pools. Names beyond the room are left out; prefer
 * virConnectListAllStoragePools(), which needs no guess.
 *
 * Returns the number of names written, or -1 on error.
 *
 * Since: 0.4.1
 */
int virConnectListStoragePools(virConnectPtr conn, char **const names, int maxnames);

/**
 * virConnectNumOfDefinedStoragePools:
 * @conn: a connection
 *
 * Counts pools which are not started.
 *
 * Returns the number, or -1 on error.
 *
 * Since: 0.4.1
 */
int virConnectNumOfDefinedStoragePools(virConnectPtr conn);

/**
 * virConnectNumOfStoragePools:
 * @conn: a connection
 *
 * Counts started pools.
 *
 * Returns the number, or -1 on error.
 *
 * Since: 0.4.1
 */
int virConnectNumOfStoragePools(virConnectPtr conn);

/**
 * virConnectStoragePoolEventDeregisterAny:
 * @conn: a connection
 * @callbackID: what virConnectStoragePoolEventRegisterAny() returned, not negative
 *
 * Ends a registration; the release function given there runs once no call of the callback is
 * under way. VIR_ERR_INVALID_ARG if there is no such registration.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 2.0.0
 */
int virConnectStoragePoolEventDeregisterAny(virConnectPtr conn, int callbackID);

/**
 * virConnectStoragePoolEventRegisterAny:
 * @conn: a connection
 * @pool: only events of this pool, which must belong to @conn; NULL for all pools
 * @eventID: a virStoragePoolEventID
 * @cb: the callback, of the type @eventID names, cast with VIR_STORAGE_POOL_EVENT_CALLBACK(); not
 * NULL
 * @opaque: passed to @cb and @freecb, may be NULL
 * @freecb: called once with @opaque after the registration ended; may be NULL. Not called when
 * the registration fails
 *
 * Asks for events. They arrive while the program runs an event loop (virEventRunDefaultImpl() or
 * its own), which must be registered before the connection is opened. The registration holds a
 * reference to the connection, which stays open until it ends; @pool may be freed.
 * VIR_ERR_INVALID_ARG if @eventID is unknown or @pool is of another connection.
 *
 * Returns the id of the registration for virConnectStoragePoolEventDeregisterAny(), or -1 on
 * error.
 *
 * Since: 2.0.0
 */
int virConnectStoragePoolEventRegisterAny(virConnectPtr conn,
                                          virStoragePoolPtr pool,
                                          int eventID,
                                          virConnectStoragePoolEventGenericCallback cb,
                                          void *opaque,
                                          virFreeCallback freecb);

/**
 * virStoragePoolBuild:
 * @pool: a pool
 * @flags: of virStoragePoolBuildFlags
 *
 * Prepares the store: makes the directory, formats the device, creates the volume group.
 * VIR_ERR_OPERATION_INVALID if the pool is started, VIR_ERR_STORAGE_POOL_BUILT if data is in the
 * way, VIR_ERR_NO_SUPPORT if its type has nothing to build. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolBuild(virStoragePoolPtr pool, unsigned int flags);

/**
 * virStoragePoolCreate:
 * @pool: a defined pool
 * @flags: of virStoragePoolCreateFlags; the two BUILD_*OVERWRITE exclude each other
 *
 * Starts the pool: mounts or logs in, then reads the volumes. VIR_ERR_OPERATION_INVALID if it is
 * started already. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolCreate(virStoragePoolPtr pool, unsigned int flags);

/**
 * virStoragePoolCreateXML:
 * @conn: a connection
 * @xmlDesc: pool XML, not NULL
 * @flags: of virStoragePoolCreateFlags; the two BUILD_*OVERWRITE exclude each other
 *
 * Starts a transient pool. VIR_ERR_XML_ERROR or VIR_ERR_XML_DETAIL for bad XML,
 * VIR_ERR_OPERATION_FAILED if name, UUID or source clash with another pool. A read-only
 * connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the pool, to be freed with virStoragePoolFree(), or NULL on error.
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolCreateXML(virConnectPtr conn,
                                          const char *xmlDesc,
                                          unsigned int flags);

/**
 * virStoragePoolDefineXML:
 * @conn: a connection
 * @xml: pool XML, not NULL
 * @flags: of virStoragePoolDefineFlags
 *
 * Stores a configuration without starting it, or replaces the one of the same UUID and name.
 * VIR_ERR_XML_ERROR or VIR_ERR_XML_DETAIL for bad XML, VIR_ERR_XML_INVALID_SCHEMA if asked to
 * validate, VIR_ERR_OPERATION_FAILED if name, UUID or source clash with another pool. A read-only
 * connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the pool, to be freed with virStoragePoolFree(), or NULL on error.
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolDefineXML(virConnectPtr conn, const char *xml, unsigned int flags);

/**
 * virStoragePoolDelete:
 * @pool: a pool
 * @flags: of virStoragePoolDeleteFlags
 *
 * Destroys the store with all data; the configuration and the handle remain.
 * VIR_ERR_OPERATION_INVALID if the pool is started, VIR_ERR_NO_SUPPORT if its type cannot do
 * this. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolDelete(virStoragePoolPtr pool, unsigned int flags);

/**
 * virStoragePoolDestroy:
 * @pool: a pool
 *
 * Stops the pool; data stays. A transient pool is gone afterwards. The handle stays the caller's
 * to free. VIR_ERR_OPERATION_INVALID if it is not started. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolDestroy(virStoragePoolPtr pool);

/**
 * virStoragePoolFree:
 * @pool: the handle to give up
 *
 * Drops one reference; the handle is not to be used afterwards. The pool itself is not touched.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolFree(virStoragePoolPtr pool);

/**
 * virStoragePoolGetAutostart:
 * @pool: a pool
 * @autostart: set to 1 if the daemon starts the pool when it starts, else to 0; not NULL
 *
 * Tells whether the pool starts by itself.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolGetAutostart(virStoragePoolPtr pool, int *autostart);

/**
 * virStoragePoolGetConnect:
 * @pool: a pool
 *
 * Tells the connection a pool belongs to.
 *
 * Returns the connection, without a reference of its own: valid as long as @pool is; NULL on
 * error.
 *
 * Since: 0.4.1
 */
virConnectPtr virStoragePoolGetConnect(virStoragePoolPtr pool);

/**
 * virStoragePoolGetInfo:
 * @pool: a pool
 * @info: filled in; not NULL
 *
 * Reads state and sizes of a pool, as of its last refresh.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolGetInfo(virStoragePoolPtr pool, virStoragePoolInfoPtr info);

/**
 * virStoragePoolGetName:
 * @pool: a pool
 *
 * Tells the name, without asking the daemon.
 *
 * Returns the name, valid as long as the handle and not to be freed, or NULL on error.
 *
 * Since: 0.4.1
 */
const char *virStoragePoolGetName(virStoragePoolPtr pool);

/**
 * virStoragePoolGetUUID:
 * @pool: a pool
 * @uuid: room for 16 bytes (VIR_UUID_BUFLEN), not NULL
 *
 * Tells the UUID, without asking the daemon.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolGetUUID(virStoragePoolPtr pool, unsigned char *uuid);

/**
 * virStoragePoolGetUUIDString:
 * @pool: a pool
 * @buf: room for 37 bytes (VIR_UUID_STRING_BUFLEN), not NULL
 *
 * Tells the UUID as text with hyphens and a final NUL, without asking the daemon.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolGetUUIDString(virStoragePoolPtr pool, char *buf);

/**
 * virStoragePoolGetXMLDesc:
 * @pool: a pool
 * @flags: of virStorageXMLFlags
 *
 * Describes the pool in XML; a started pool shows its running configuration unless told
 * otherwise.
 *
 * Returns a text the caller frees with free(), or NULL on error.
 *
 * Since: 0.4.1
 */
char *virStoragePoolGetXMLDesc(virStoragePoolPtr pool, unsigned int flags);

/**
 * virStoragePoolIsActive:
 * @pool: a pool
 *
 * Tells whether the pool is started.
 *
 * Returns 1 if so, 0 if not, -1 on error.
 *
 * Since: 0.7.3
 */
int virStoragePoolIsActive(virStoragePoolPtr pool);

/**
 * virStoragePoolIsPersistent:
 * @pool: a pool
 *
 * Tells whether the pool has a stored configuration.
 *
 * Returns 1 if so, 0 if not, -1 on error.
 *
 * Since: 0.7.3
 */
int virStoragePoolIsPersistent(virStoragePoolPtr pool);

/**
 * virStoragePoolListAllVolumes:
 * @pool: a started pool
 * @vols: place for the array; NULL to count only
 * @flags: none defined, 0
 *
 * Lists the volumes of a pool as one consistent answer. The caller frees every element with
 * virStorageVolFree() and the array, which ends in a NULL element, with free().
 * VIR_ERR_OPERATION_INVALID if the pool is not started.
 *
 * Returns the number of volumes, or -1 on error.
 *
 * Since: 0.10.2
 */
int virStoragePoolListAllVolumes(virStoragePoolPtr pool,
                                 virStorageVolPtr **vols,
                                 unsigned int flags);

/**
 * virStoragePoolListVolumes:
 * @pool: a started pool
 * @names: filled with the names; may be NULL if @maxnames is 0. The caller frees each name with
 * free()
 * @maxnames: room in @names, elements, not negative
 *
 * Lists the names of volumes. Names beyond the room are left out; prefer
 * virStoragePoolListAllVolumes(), which needs no guess. VIR_ERR_OPERATION_INVALID if the pool is
 * not started.
 *
 * Returns the number of names written, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolListVolumes(virStoragePoolPtr pool, char **const names, int maxnames);

/**
 * virStoragePoolLookupByName:
 * @conn: a connection
 * @name: name to look for, not NULL
 *
 * Finds a pool by name. VIR_ERR_NO_STORAGE_POOL if there is none.
 *
 * Returns the pool, to be freed with virStoragePoolFree(), or NULL on error.
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolLookupByName(virConnectPtr conn, const char *name);

/**
 * virStoragePoolLookupByTargetPath:
 * @conn: a connection
 * @path: path on the host, not NULL
 *
 * Finds the started pool which shows its volumes under a path. VIR_ERR_NO_STORAGE_POOL if there
 * is none.
 *
 * Returns the pool, to be freed with virStoragePoolFree(), or NULL on error.
 *
 * Since: 4.1.0
 */
virStoragePoolPtr virStoragePoolLookupByTargetPath(virConnectPtr conn, const char *path);

/**
 * virStoragePoolLookupByUUID:
 * @conn: a connection
 * @uuid: 16 bytes (VIR_UUID_BUFLEN), not NULL
 *
 * Finds a pool by UUID. VIR_ERR_NO_STORAGE_POOL if there is none.
 *
 * Returns the pool, to be freed with virStoragePoolFree(), or NULL on error.
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * virStoragePoolLookupByUUIDString:
 * @conn: a connection
 * @uuidstr: UUID as text, with or without hyphens; not NULL
 *
 * Finds a pool by UUID. VIR_ERR_NO_STORAGE_POOL if there is none, VIR_ERR_INVALID_ARG if the text
 * is no UUID.
 *
 * Returns the pool, to be freed with virStoragePoolFree(), or NULL on error.
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * virStoragePoolLookupByVolume:
 * @vol: a volume
 *
 * Finds the pool of a volume. VIR_ERR_NO_STORAGE_POOL if it is gone.
 *
 * Returns the pool, to be freed with virStoragePoolFree(), or NULL on error.
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolLookupByVolume(virStorageVolPtr vol);

/**
 * virStoragePoolNumOfVolumes:
 * @pool: a started pool
 *
 * Counts volumes. VIR_ERR_OPERATION_INVALID if the pool is not started.
 *
 * Returns the number, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolNumOfVolumes(virStoragePoolPtr pool);

/**
 * virStoragePoolRef:
 * @pool: a pool
 *
 * Adds a reference, to be dropped with virStoragePoolFree(): so a handle can be shared by threads
 * or outlive a callback.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.6.0
 */
int virStoragePoolRef(virStoragePoolPtr pool);

/**
 * virStoragePoolRefresh:
 * @pool: a started pool
 * @flags: none defined, 0
 *
 * Reads the list and the sizes of volumes anew, to learn of changes made by others.
 * VIR_ERR_OPERATION_INVALID if the pool is not started, VIR_ERR_INTERNAL_ERROR while a volume is
 * being created, filled or emptied. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolRefresh(virStoragePoolPtr pool, unsigned int flags);

/**
 * virStoragePoolSetAutostart:
 * @pool: a pool
 * @autostart: 0 to leave the pool alone, anything else to start it with the daemon
 *
 * Decides whether the pool starts by itself. Fails with VIR_ERR_INTERNAL_ERROR if it is
 * transient. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolSetAutostart(virStoragePoolPtr pool, int autostart);

/**
 * virStoragePoolUndefine:
 * @pool: a pool
 *
 * Removes the stored configuration; data stays, and so does the handle for the caller to free.
 * VIR_ERR_OPERATION_INVALID if the pool is started. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStoragePoolUndefine(virStoragePoolPtr pool);

/**
 * virStorageVolCreateXML:
 * @pool: a started pool
 * @xmlDesc: volume XML, not NULL
 * @flags: of virStorageVolCreateFlags, but not REFLINK
 *
 * Creates a volume; returns once it is allocated, which may take long. VIR_ERR_STORAGE_VOL_EXIST
 * if the name is taken, VIR_ERR_OPERATION_INVALID if the pool is not started, VIR_ERR_NO_SUPPORT
 * if its type creates none, VIR_ERR_XML_INVALID_SCHEMA if asked to validate. A read-only
 * connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the volume, to be freed with virStorageVolFree(), or NULL on error.
 *
 * Since: 0.4.1
 */
virStorageVolPtr virStorageVolCreateXML(virStoragePoolPtr pool,
                                        const char *xmlDesc,
                                        unsigned int flags);

/**
 * virStorageVolCreateXMLFrom:
 * @pool: a started pool, where the copy goes
 * @xmlDesc: volume XML of the copy, not NULL; capacity below that of the original is raised to it
 * @clonevol: the original, of this pool or another of the same daemon; not NULL
 * @flags: of virStorageVolCreateFlags
 *
 * Creates a volume with the data of another. VIR_ERR_INTERNAL_ERROR if the name is taken,
 * VIR_ERR_OPERATION_INVALID if a pool is not started or the original is being allocated,
 * VIR_ERR_NO_SUPPORT if the type of pool cannot copy. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the volume, to be freed with virStorageVolFree(), or NULL on error.
 *
 * Since: 0.6.4
 */
virStorageVolPtr virStorageVolCreateXMLFrom(virStoragePoolPtr pool,
                                            const char *xmlDesc,
                                            virStorageVolPtr clonevol,
                                            unsigned int flags);

/**
 * virStorageVolDelete:
 * @vol: a volume
 * @flags: of virStorageVolDeleteFlags
 *
 * Removes a volume and its data; the handle stays the caller's to free. VIR_ERR_OPERATION_INVALID
 * if it is in use or being allocated, VIR_ERR_NO_SUPPORT if the type of pool deletes none. A
 * read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStorageVolDelete(virStorageVolPtr vol, unsigned int flags);

/**
 * virStorageVolDownload:
 * @vol: a volume
 * @stream: an unused stream of the same connection, not NULL
 * @offset: first byte to read
 * @length: bytes to read; 0 for all up to the end
 * @flags: of virStorageVolDownloadFlags
 *
 * Opens a volume for reading: returns at once, and the caller takes the data from @stream, which
 * it finishes or aborts. VIR_ERR_INVALID_ARG if @stream is of another connection,
 * VIR_ERR_OPERATION_INVALID while the volume is being allocated, VIR_ERR_NO_SUPPORT if the type
 * of pool cannot. Errors of reading show on the stream. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.9.0
 */
int virStorageVolDownload(virStorageVolPtr vol,
                          virStreamPtr stream,
                          unsigned long long offset,
                          unsigned long long length,
                          unsigned int flags);

/**
 * virStorageVolFree:
 * @vol: the handle to give up
 *
 * Drops one reference; the handle is not to be used afterwards. The volume itself is not touched.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStorageVolFree(virStorageVolPtr vol);

/**
 * virStorageVolGetConnect:
 * @vol: a volume
 *
 * Tells the connection a volume belongs to.
 *
 * Returns the connection, without a reference of its own: valid as long as @vol is; NULL on
 * error.
 *
 * Since: 0.4.1
 */
virConnectPtr virStorageVolGetConnect(virStorageVolPtr vol);

/**
 * virStorageVolGetInfo:
 * @vol: a volume
 * @info: filled in; not NULL
 *
 * Reads kind and sizes of a volume, as they are now.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.4.1
 */
int virStorageVolGetInfo(virStorageVolPtr vol, virStorageVolInfoPtr info);

/**
 * virStorageVolGetInfoFlags:
 * @vol: a volume
 * @info: filled in; not NULL
 * @flags: of virStorageVolInfoFlags
 *
 * virStorageVolGetInfo() with a choice of what allocation means.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 3.0.0
 */
int virStorageVolGetInfoFlags(virStorageVolPtr vol, virStorageVolInfoPtr info, unsigned int flags);

/**
 * virStorageVolGetKey:
 * @vol: a volume
 *
 * Tells the key, which is unique among all volumes of the host; without asking the daemon.
 *
 * Returns the key, valid as long as the handle and not to be freed, or NULL on error.
 *
 * Since: 0.4.1
 */
const char *virStorageVolGetKey(virStorageVolPtr vol);

/**
 * virStorageVolGetName:
 * @vol: a volume
 *
 * Tells the name, which is unique in the pool; without asking the daemon.
 *
 * Returns the name, valid as long as the handle and not to be freed, or NULL on error.
 *
 * Since: 0.4.1
 */
const char *virStorageVolGetName(virStorageVolPtr vol);

/**
 * virStorageVolGetPath:
 * @vol: a volume
 *
 * Asks where the host finds the volume; the path may change when the pool is started again.
 *
 * Returns a text the caller frees with free(), or NULL on error.
 *
 * Since: 0.4.1
 */
char *virStorageVolGetPath(virStorageVolPtr vol);

/**
 * virStorageVolGetXMLDesc:
 * @vol: a volume
 * @flags: none defined, 0
 *
 * Describes the volume in XML.
 *
 * Returns a text the caller frees with free(), or NULL on error.
 *
 * Since: 0.4.1
 */
char *virStorageVolGetXMLDesc(virStorageVolPtr vol, unsigned int flags);

/**
 * virStorageVolLookupByKey:
 * @conn: a connection
 * @key: key to look for, not NULL
 *
 * Finds a volume among all started pools. VIR_ERR_NO_STORAGE_VOL if there is none.
 *
 * Returns the volume, to be freed with virStorageVolFree(), or NULL on error.
 *
 * Since: 0.4.1
 */
virStorageVolPtr virStorageVolLookupByKey(virConnectPtr conn, const char *key);

/**
 * virStorageVolLookupByName:
 * @pool: a started pool
 * @name: name to look for, not NULL
 *
 * Finds a volume of a pool. VIR_ERR_NO_STORAGE_VOL if there is none, VIR_ERR_OPERATION_INVALID if
 * the pool is not started.
 *
 * Returns the volume, to be freed with virStorageVolFree(), or NULL on error.
 *
 * Since: 0.4.1
 */
virStorageVolPtr virStorageVolLookupByName(virStoragePoolPtr pool, const char *name);

/**
 * virStorageVolLookupByPath:
 * @conn: a connection
 * @path: path on the host, not NULL
 *
 * Finds a volume among all started pools. VIR_ERR_NO_STORAGE_VOL if there is none.
 *
 * Returns the volume, to be freed with virStorageVolFree(), or NULL on error.
 *
 * Since: 0.4.1
 */
virStorageVolPtr virStorageVolLookupByPath(virConnectPtr conn, const char *path);

/**
 * virStorageVolRef:
 * @vol: a volume
 *
 * Adds a reference, to be dropped with virStorageVolFree(): so a handle can be shared by threads.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.6.0
 */
int virStorageVolRef(virStorageVolPtr vol);

/**
 * virStorageVolResize:
 * @vol: a volume
 * @capacity: new size in bytes, or the difference with VIR_STORAGE_VOL_RESIZE_DELTA; 0 only with
 * DELTA or SHRINK
 * @flags: of virStorageVolResizeFlags
 *
 * Changes the size of a volume no domain uses; a domain's disk is resized with
 * virDomainBlockResize(). VIR_ERR_INVALID_ARG for a size below what is allocated, or a smaller
 * one without SHRINK; VIR_ERR_OPERATION_INVALID if the volume is in use, VIR_ERR_OPERATION_FAILED
 * if the pool is full, VIR_ERR_NO_SUPPORT if its type cannot. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.9.10
 */
int virStorageVolResize(virStorageVolPtr vol, unsigned long long capacity, unsigned int flags);

/**
 * virStorageVolUpload:
 * @vol: a volume
 * @stream: an unused stream of the same connection, not NULL
 * @offset: first byte to write
 * @length: most bytes to write; 0 for all up to the end of the volume
 * @flags: of virStorageVolUploadFlags
 *
 * Opens a volume for writing: returns at once, and the caller puts the data into @stream, which
 * it finishes or aborts. The volume does not grow. VIR_ERR_INVALID_ARG if @stream is of another
 * connection, VIR_ERR_OPERATION_INVALID if the volume is in use or being allocated,
 * VIR_ERR_NO_SUPPORT if the type of pool cannot. Errors of writing show on the stream. A
 * read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.9.0
 */
int virStorageVolUpload(virStorageVolPtr vol,
                        virStreamPtr stream,
                        unsigned long long offset,
                        unsigned long long length,
                        unsigned int flags);

/**
 * virStorageVolWipe:
 * @vol: a volume
 * @flags: none defined, 0
 *
 * Overwrites the data once with zeros, virStorageVolWipePattern() with
 * VIR_STORAGE_VOL_WIPE_ALG_ZERO; may take long. VIR_ERR_OPERATION_INVALID if the volume is in
 * use. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virStorageVolWipe(virStorageVolPtr vol, unsigned int flags);

/**
 * virStorageVolWipePattern:
 * @vol: a volume
 * @algorithm: a virStorageVolWipeAlgorithm
 * @flags: none defined, 0
 *
 * Overwrites the data so that later owners of the blocks cannot read it; may take long. Copies a
 * device or file system made elsewhere are not reached. VIR_ERR_INVALID_ARG for an unknown
 * algorithm, VIR_ERR_OPERATION_INVALID if the volume is in use, VIR_ERR_NO_SUPPORT if the type of
 * pool cannot. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.9.10
 */
int virStorageVolWipePattern(virStorageVolPtr vol, unsigned int algorithm, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
