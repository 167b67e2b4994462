#ifndef LIBVIRT_DOMAIN_SNAPSHOT_H
#define LIBVIRT_DOMAIN_SNAPSHOT_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
#error "include <libvirt/libvirt.h> instead of this file"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/**
 * virDomainSnapshot: a saved state of a domain (disks, memory or both); opaque, counted
 * references
 */
typedef struct _virDomainSnapshot virDomainSnapshot;

/** virDomainSnapshotPtr: pointer to a virDomainSnapshot */
typedef virDomainSnapshot *virDomainSnapshotPtr;

/** virDomainSnapshotCreateFlags: options of virDomainSnapshotCreateXML() */
typedef enum {
    VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE = (1 << 0),
    /**< record a snapshot which exists already, or change its metadata (Since: 0.9.5) */
    VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT = (1 << 1),
    /**< make the redefined snapshot the current one; needs REDEFINE (Since: 0.9.5) */
    VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA = (1 << 2),
    /**< leave no record with the daemon; excludes REDEFINE (Since: 0.9.5) */
    VIR_DOMAIN_SNAPSHOT_CREATE_HALT = (1 << 3),
    /**< stop the domain once taken; excludes REDEFINE (Since: 0.9.5) */
    VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY = (1 << 4), /**< disks without memory (Since: 0.9.5) */
    VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT = (1 << 5),
    /**< use the overlay files as they are, create none (Since: 0.9.10) */
    VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE = (1 << 6),
    /**< let the guest agent freeze file systems meanwhile; with DISK_ONLY (Since: 0.9.10) */
    VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC = (1 << 7), /**< all disks or none (Since: 0.9.11) */
    VIR_DOMAIN_SNAPSHOT_CREATE_LIVE = (1 << 8),
    /**< let the guest run while memory is saved (Since: 1.0.1) */
    VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE = (1 << 9),
    /**< check the XML against the schema first (Since: 5.6.0) */
} virDomainSnapshotCreateFlags;

/** virDomainSnapshotDeleteFlags: options of virDomainSnapshotDelete() */
typedef enum {
    VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN = (1 << 0), /**< all descendants too (Since: 0.8.0) */
    VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY = (1 << 1),
    /**< only the daemon's record; data stays (Since: 0.9.5) */
    VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY = (1 << 2),
    /**< all descendants, but not itself; excludes CHILDREN (Since: 0.9.5) */
} virDomainSnapshotDeleteFlags;

/**
 * virDomainSnapshotListFlags: scope, filters and order of the calls which list or count
 * snapshots; a group of filters (METADATA, LEAVES, state, place) of which all or no bits are set
 * selects everything
 */
typedef enum {
    VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS = (1 << 0),
    /**< of a snapshot: all below it, not only its children (Since: 0.9.7) */
    VIR_DOMAIN_SNAPSHOT_LIST_ROOTS = (1 << 0),
    /**< of a domain: only those without a parent (Since: 0.9.5) */
    VIR_DOMAIN_SNAPSHOT_LIST_METADATA = (1 << 1), /**< recorded by the daemon (Since: 0.9.5) */
    VIR_DOMAIN_SNAPSHOT_LIST_LEAVES = (1 << 2), /**< without children (Since: 0.9.7) */
    VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES = (1 << 3), /**< with children (Since: 0.9.13) */
    VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA = (1 << 4),
    /**< not recorded by the daemon (Since: 0.9.13) */
    VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE = (1 << 5),
    /**< state: taken of a stopped domain (Since: 1.0.1) */
    VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE = (1 << 6), /**< state: taken with memory (Since: 1.0.1) */
    VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY = (1 << 7),
    /**< state: taken of a running domain without memory (Since: 1.0.1) */
    VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL = (1 << 8),
    /**< place: inside the disk images (Since: 1.0.1) */
    VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL = (1 << 9),
    /**< place: in files of their own (Since: 1.0.1) */
    VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL = (1 << 10),
    /**< parents before their children (Since: 5.2.0) */
} virDomainSnapshotListFlags;

/** virDomainSnapshotRevertFlags: options of virDomainRevertToSnapshot() */
typedef enum {
    VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING = (1 << 0),
    /**< leave the domain running, whatever was saved (Since: 0.9.5) */
    VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED = (1 << 1),
    /**< leave the domain paused, whatever was saved; excludes RUNNING (Since: 0.9.5) */
    VIR_DOMAIN_SNAPSHOT_REVERT_FORCE = (1 << 2),
    /**< accept a revert which is refused as risky (Since: 0.9.7) */
    VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM = (1 << 3),
    /**< start with firmware variables from the template (Since: 8.1.0) */
} virDomainSnapshotRevertFlags;

/** virDomainSnapshotXMLFlags: options of virDomainSnapshotGetXMLDesc() */
typedef enum {
    VIR_DOMAIN_SNAPSHOT_XML_SECURE = VIR_DOMAIN_XML_SECURE,
    /**< with passwords; refused on a read-only connection (Since: 5.1.0) */
} virDomainSnapshotXMLFlags;

/*
 * Functions
 *
 * Every function resets the calling thread's error first and leaves a virError behind when it
 * fails (virGetLastError()). A NULL or foreign handle fails with VIR_ERR_INVALID_CONN,
 * VIR_ERR_INVALID_DOMAIN or VIR_ERR_INVALID_DOMAIN_SNAPSHOT, a NULL where none is allowed, a
 * number out of range or an unknown bit in flags with VIR_ERR_INVALID_ARG, a procedure the driver
 * or the daemon lacks with VIR_ERR_NO_SUPPORT, a refused permission with VIR_ERR_ACCESS_DENIED,
 * an object which is gone with VIR_ERR_NO_DOMAIN or VIR_ERR_NO_DOMAIN_SNAPSHOT; these are not
 * repeated below. What a function returns through a pointer is undefined after an error unless it
 * says otherwise.
 */

/**
 * virDomainHasCurrentSnapshot:
 * @domain: a domain
 * @flags: none defined, 0
 *
 * Tells whether the domain has a current snapshot.
 *
 * Returns 1 if so, 0 if not, -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainHasCurrentSnapshot(virDomainPtr domain, unsigned int flags);

/**
 * virDomainListAllSnapshots:
 * @domain: a domain
 * @snaps: place for the array; NULL to count only
 * @flags: of virDomainSnapshotListFlags, with ROOTS for bit 0
 *
 * Lists the snapshots of a domain as one consistent answer. The caller frees every element with
 * virDomainSnapshotFree() and the array, which ends in a NULL element, with free(). After an
 * error the place holds NULL.
 *
 * Returns the number of snapshots, or -1 on error.
 *
 * Since: 0.9.13
 */
int virDomainListAllSnapshots(virDomainPtr domain,
                              virDomainSnapshotPtr **snaps,
                              unsigned int flags);

/**
 * virDomainRevertToSnapshot:
 * @snapshot: a snapshot
 * @flags: of virDomainSnapshotRevertFlags; RUNNING and PAUSED exclude each other
 *
 * Brings the domain back to the saved state; what happened since is lost. Started, stopped or
 * paused as saved unless told otherwise. VIR_ERR_SNAPSHOT_REVERT_RISKY if the snapshot lacks the
 * domain's configuration, or if a managed save image would no longer fit and FORCE is not given.
 * A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainRevertToSnapshot(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * virDomainSnapshotCreateXML:
 * @domain: a domain
 * @xmlDesc: snapshot XML, not NULL; a name it lacks is chosen by the daemon
 * @flags: of virDomainSnapshotCreateFlags
 *
 * Takes a snapshot, which becomes the current one and a child of the one current before. The call
 * lasts until all is saved. VIR_ERR_INVALID_ARG for flags which exclude each other,
 * VIR_ERR_XML_ERROR or VIR_ERR_XML_DETAIL for bad XML, VIR_ERR_XML_INVALID_SCHEMA if asked to
 * validate, VIR_ERR_CONFIG_UNSUPPORTED or VIR_ERR_OPERATION_UNSUPPORTED if the disks or the
 * hypervisor cannot. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the snapshot, to be freed with virDomainSnapshotFree(), or NULL on error.
 *
 * Since: 0.8.0
 */
virDomainSnapshotPtr virDomainSnapshotCreateXML(virDomainPtr domain,
                                                const char *xmlDesc,
                                                unsigned int flags);

/**
 * virDomainSnapshotCurrent:
 * @domain: a domain
 * @flags: none defined, 0
 *
 * Finds the snapshot the domain was last at: taken or reverted to. VIR_ERR_NO_DOMAIN_SNAPSHOT if
 * there is none.
 *
 * Returns the snapshot, to be freed with virDomainSnapshotFree(), or NULL on error.
 *
 * Since: 0.8.0
 */
virDomainSnapshotPtr virDomainSnapshotCurrent(virDomainPtr domain, unsigned int flags);

/**
 * virDomainSnapshotDelete:
 * @snapshot: a snapshot
 * @flags: of virDomainSnapshotDeleteFlags; CHILDREN and CHILDREN_ONLY exclude each other
 *
 * Deletes a snapshot with its data; what the domain and later snapshots need of it is merged into
 * them, and its children are handed to its parent. VIR_ERR_OPERATION_UNSUPPORTED or
 * VIR_ERR_CONFIG_UNSUPPORTED if the hypervisor cannot delete this one. The handle stays the
 * caller's to free. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainSnapshotDelete(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * virDomainSnapshotFree:
 * @snapshot: the handle to give up
 *
 * Drops one reference; the handle is not to be used afterwards. The snapshot itself is not
 * touched.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainSnapshotFree(virDomainSnapshotPtr snapshot);

/**
 * virDomainSnapshotGetConnect:
 * @snapshot: a snapshot
 *
 * Tells the connection a snapshot belongs to.
 *
 * Returns the connection, without a reference of its own: valid as long as @snapshot is; NULL on
 * error.
 *
 * Since: 0.9.5
 */
virConnectPtr virDomainSnapshotGetConnect(virDomainSnapshotPtr snapshot);

/**
 * virDomainSnapshotGetDomain:
 * @snapshot: a snapshot
 *
 * Tells the domain a snapshot belongs to.
 *
 * Returns the domain, without a reference of its own: valid as long as @snapshot is; NULL on
 * error.
 *
 * Since: 0.9.5
 */
virDomainPtr virDomainSnapshotGetDomain(virDomainSnapshotPtr snapshot);

/**
 * virDomainSnapshotGetName:
 * @snapshot: a snapshot
 *
 * Tells the name, which is unique for the domain; without asking the daemon.
 *
 * Returns the name, valid as long as the handle and not to be freed, or NULL on error.
 *
 * Since: 0.9.5
 */
const char *virDomainSnapshotGetName(virDomainSnapshotPtr snapshot);

/**
 * virDomainSnapshotGetParent:
 * @snapshot: a snapshot
 * @flags: none defined, 0
 *
 * Finds the snapshot this one is based on. VIR_ERR_NO_DOMAIN_SNAPSHOT if it is a root.
 *
 * Returns the parent, to be freed with virDomainSnapshotFree(), or NULL on error.
 *
 * Since: 0.9.7
 */
virDomainSnapshotPtr virDomainSnapshotGetParent(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * virDomainSnapshotGetXMLDesc:
 * @snapshot: a snapshot
 * @flags: of virDomainSnapshotXMLFlags
 *
 * Describes the snapshot in XML, with the domain's configuration of that time.
 * VIR_ERR_OPERATION_DENIED for VIR_DOMAIN_SNAPSHOT_XML_SECURE on a read-only connection.
 *
 * Returns a text the caller frees with free(), or NULL on error.
 *
 * Since: 0.8.0
 */
char *virDomainSnapshotGetXMLDesc(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * virDomainSnapshotHasMetadata:
 * @snapshot: a snapshot
 * @flags: none defined, 0
 *
 * Tells whether the daemon keeps a record of the snapshot, which would be lost with the domain's
 * configuration.
 *
 * Returns 1 if so, 0 if not, -1 on error.
 *
 * Since: 0.9.13
 */
int virDomainSnapshotHasMetadata(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * virDomainSnapshotIsCurrent:
 * @snapshot: a snapshot
 * @flags: none defined, 0
 *
 * Tells whether the snapshot is the domain's current one.
 *
 * Returns 1 if so, 0 if not, -1 on error.
 *
 * Since: 0.9.13
 */
int virDomainSnapshotIsCurrent(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * virDomainSnapshotListAllChildren:
 * @snapshot: a snapshot
 * @snaps: place for the array; NULL to count only
 * @flags: of virDomainSnapshotListFlags, with DESCENDANTS for bit 0
 *
 * Lists the snapshots based on this one, as one consistent answer. The caller frees every element
 * with virDomainSnapshotFree() and the array, which ends in a NULL element, with free(). After an
 * error the place holds NULL.
 *
 * Returns the number of snapshots, or -1 on error.
 *
 * Since: 0.9.13
 */
int virDomainSnapshotListAllChildren(virDomainSnapshotPtr snapshot,
                                     virDomainSnapshotPtr **snaps,
                                     unsigned int flags);

/**
 * virDomainSnapshotListChildrenNames:
 * @snapshot: a snapshot
 * @names: filled with the names; may be NULL if @nameslen is 0. The caller frees each name with
 * free()
 * @nameslen: room in @names, elements, not negative
 * @flags: of virDomainSnapshotListFlags, with DESCENDANTS for bit 0
 *
 * Lists the names of snapshots based on this one. Names beyond the room are left out; prefer
 * virDomainSnapshotListAllChildren(), which needs no guess.
 *
 * Returns the number of names written, or -1 on error.
 *
 * Since: 0.9.7
 */
int virDomainSnapshotListChildrenNames(virDomainSnapshotPtr snapshot,
                                       char **names,
                                       int nameslen,
                                       unsigned int flags);

/**
 * virDomainSnapshotListNames:
 * @domain: a domain
 * @names: filled with the names; may be NULL if @nameslen is 0. The caller frees each name with
 * free()
 * @nameslen: room in @names, elements, not negative
 * @flags: of virDomainSnapshotListFlags, with ROOTS for bit 0
 *
 * Lists the names of a domain's snapshots. Names beyond the room are left out; prefer
 * virDomainListAllSnapshots(), which needs no guess.
 *
 * Returns the number of names written, or -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainSnapshotListNames(virDomainPtr domain, char **names, int nameslen, unsigned int flags);

/**
 * virDomainSnapshotLookupByName:
 * @domain: a domain
 * @name: name to look for, not NULL
 * @flags: none defined, 0
 *
 * Finds a snapshot of the domain. VIR_ERR_NO_DOMAIN_SNAPSHOT if there is none.
 *
 * Returns the snapshot, to be freed with virDomainSnapshotFree(), or NULL on error.
 *
 * Since: 0.8.0
 */
virDomainSnapshotPtr virDomainSnapshotLookupByName(virDomainPtr domain,
                                                   const char *name,
                                                   unsigned int flags);

/**
 * virDomainSnapshotNum:
 * @domain: a domain
 * @flags: of virDomainSnapshotListFlags, with ROOTS for bit 0
 *
 * Counts a domain's snapshots.
 *
 * Returns the number, or -1 on error.
 *
 * Since: 0.8.0
 */
int virDomainSnapshotNum(virDomainPtr domain, unsigned int flags);

/**
 * virDomainSnapshotNumChildren:
 * @snapshot: a snapshot
 * @flags: of virDomainSnapshotListFlags, with DESCENDANTS for bit 0
 *
 * Counts the snapshots based on this one.
 *
 * Returns the number, or -1 on error.
 *
 * Since: 0.9.7
 */
int virDomainSnapshotNumChildren(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * virDomainSnapshotRef:
 * @snapshot: a snapshot
 *
 * Adds a reference, to be dropped with virDomainSnapshotFree(): so a handle can be shared by
 * threads.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.9.13
 */
int virDomainSnapshotRef(virDomainSnapshotPtr snapshot);

#ifdef __cplusplus
}
#endif

#endif
