#ifndef LIBVIRT_DOMAIN_CHECKPOINT_H
#define LIBVIRT_DOMAIN_CHECKPOINT_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
#error "include <libvirt/libvirt.h> instead of this file"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/**
 * virDomainCheckpoint: a point in time from which changes of a domain's disks are tracked, for
 * incremental backups; opaque, counted references
 */
typedef struct _virDomainCheckpoint virDomainCheckpoint;

/** virDomainCheckpointPtr: pointer to a virDomainCheckpoint */
typedef virDomainCheckpoint *virDomainCheckpointPtr;

/** virDomainCheckpointCreateFlags: options of virDomainCheckpointCreateXML() */
typedef enum {
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE = (1 << 0),
    /**< record a checkpoint whose bitmaps exist already (Since: 5.6.0) */
    VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE = (1 << 1),
    /**< let the guest agent freeze file systems meanwhile; excludes REDEFINE (Since: 5.6.0) */
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE = (1 << 2),
    /**< check that the bitmaps are there; needs REDEFINE (Since: 6.10.0) */
} virDomainCheckpointCreateFlags;

/** virDomainCheckpointDeleteFlags: options of virDomainCheckpointDelete() */
typedef enum {
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN = (1 << 0), /**< all descendants too (Since: 5.6.0) */
    VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY = (1 << 1),
    /**< only the daemon's record; bitmaps stay (Since: 5.6.0) */
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY = (1 << 2),
    /**< all descendants, but not itself; excludes CHILDREN (Since: 5.6.0) */
} virDomainCheckpointDeleteFlags;

/**
 * virDomainCheckpointListFlags: scope, filter and order of the calls which list checkpoints; both
 * or neither LEAVES bit selects everything
 */
typedef enum {
    VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS = (1 << 0),
    /**< of a checkpoint: all below it, not only its children (Since: 5.6.0) */
    VIR_DOMAIN_CHECKPOINT_LIST_ROOTS = (1 << 0),
    /**< of a domain: only those without a parent (Since: 5.6.0) */
    VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL = (1 << 1),
    /**< parents before their children (Since: 5.6.0) */
    VIR_DOMAIN_CHECKPOINT_LIST_LEAVES = (1 << 2), /**< without children (Since: 5.6.0) */
    VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES = (1 << 3), /**< with children (Since: 5.6.0) */
} virDomainCheckpointListFlags;

/** virDomainCheckpointXMLFlags: options of virDomainCheckpointGetXMLDesc() */
typedef enum {
    VIR_DOMAIN_CHECKPOINT_XML_SECURE = (1 << 0),
    /**< with passwords; refused on a read-only connection (Since: 5.6.0) */
    VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN = (1 << 1),
    /**< without the domain's configuration (Since: 5.6.0) */
    VIR_DOMAIN_CHECKPOINT_XML_SIZE = (1 << 2),
    /**< with an estimate of what changed since, bytes per disk (Since: 5.6.0) */
} virDomainCheckpointXMLFlags;

/*
 * Functions
 *
 * Every function resets the calling thread's error first and leaves a virError behind when it
 * fails (virGetLastError()). A NULL or foreign handle fails with VIR_ERR_INVALID_CONN,
 * VIR_ERR_INVALID_DOMAIN or VIR_ERR_INVALID_DOMAIN_CHECKPOINT, a NULL where none is allowed, a
 * number out of range or an unknown bit in flags with VIR_ERR_INVALID_ARG, a procedure the driver
 * or the daemon lacks with VIR_ERR_NO_SUPPORT, a refused permission with VIR_ERR_ACCESS_DENIED,
 * an object which is gone with VIR_ERR_NO_DOMAIN or VIR_ERR_NO_DOMAIN_CHECKPOINT; these are not
 * repeated below. What a function returns through a pointer is undefined after an error unless it
 * says otherwise.
 */

/**
 * virDomainCheckpointCreateXML:
 * @domain: a domain
 * @xmlDesc: checkpoint XML, not NULL; a name it lacks is chosen by the daemon
 * @flags: of virDomainCheckpointCreateFlags
 *
 * Starts tracking changes of disks from now on; the checkpoint becomes the current one and a
 * child of the one current before. VIR_ERR_INVALID_ARG for flags which exclude or lack each
 * other, VIR_ERR_XML_ERROR or VIR_ERR_XML_DETAIL for bad XML, VIR_ERR_CONFIG_UNSUPPORTED if a
 * disk's format has no bitmaps, VIR_ERR_OPERATION_UNSUPPORTED if the domain's state or snapshots
 * forbid it, VIR_ERR_CHECKPOINT_INCONSISTENT if bitmaps to redefine do not fit. A read-only
 * connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the checkpoint, to be freed with virDomainCheckpointFree(), or NULL on error.
 *
 * Since: 5.6.0
 */
virDomainCheckpointPtr virDomainCheckpointCreateXML(virDomainPtr domain,
                                                    const char *xmlDesc,
                                                    unsigned int flags);

/**
 * virDomainCheckpointDelete:
 * @checkpoint: a checkpoint
 * @flags: of virDomainCheckpointDeleteFlags; CHILDREN and CHILDREN_ONLY exclude each other
 *
 * Deletes a checkpoint; what it tracked is merged into its parent, so that older ones stay
 * complete. The handle stays the caller's to free. VIR_ERR_OPERATION_UNSUPPORTED if the domain's
 * state forbids it. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 5.6.0
 */
int virDomainCheckpointDelete(virDomainCheckpointPtr checkpoint, unsigned int flags);

/**
 * virDomainCheckpointFree:
 * @checkpoint: the handle to give up
 *
 * Drops one reference; the handle is not to be used afterwards. The checkpoint itself is not
 * touched.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 5.6.0
 */
int virDomainCheckpointFree(virDomainCheckpointPtr checkpoint);

/**
 * virDomainCheckpointGetConnect:
 * @checkpoint: a checkpoint
 *
 * Tells the connection a checkpoint belongs to.
 *
 * Returns the connection, without a reference of its own: valid as long as @checkpoint is; NULL
 * on error.
 *
 * Since: 5.6.0
 */
virConnectPtr virDomainCheckpointGetConnect(virDomainCheckpointPtr checkpoint);

/**
 * virDomainCheckpointGetDomain:
 * @checkpoint: a checkpoint
 *
 * Tells the domain a checkpoint belongs to.
 *
 * Returns the domain, without a reference of its own: valid as long as @checkpoint is; NULL on
 * error.
 *
 * Since: 5.6.0
 */
virDomainPtr virDomainCheckpointGetDomain(virDomainCheckpointPtr checkpoint);

/**
 * virDomainCheckpointGetName:
 * @checkpoint: a checkpoint
 *
 * Tells the name, which is unique for the domain; without asking the daemon.
 *
 * Returns the name, valid as long as the handle and not to be freed, or NULL on error.
 *
 * Since: 5.6.0
 */
const char *virDomainCheckpointGetName(virDomainCheckpointPtr checkpoint);

/**
 * virDomainCheckpointGetParent:
 * @checkpoint: a checkpoint
 * @flags: none defined, 0
 *
 * Finds the checkpoint before this one. VIR_ERR_NO_DOMAIN_CHECKPOINT if it is a root.
 *
 * Returns the parent, to be freed with virDomainCheckpointFree(), or NULL on error.
 *
 * Since: 5.6.0
 */
virDomainCheckpointPtr virDomainCheckpointGetParent(virDomainCheckpointPtr checkpoint,
                                                    unsigned int flags);

/**
 * virDomainCheckpointGetXMLDesc:
 * @checkpoint: a checkpoint
 * @flags: of virDomainCheckpointXMLFlags
 *
 * Describes the checkpoint in XML, with the domain's configuration of that time.
 * VIR_ERR_OPERATION_DENIED for VIR_DOMAIN_CHECKPOINT_XML_SECURE on a read-only connection,
 * VIR_ERR_OPERATION_INVALID for VIR_DOMAIN_CHECKPOINT_XML_SIZE while the domain does not run.
 *
 * Returns a text the caller frees with free(), or NULL on error.
 *
 * Since: 5.6.0
 */
char *virDomainCheckpointGetXMLDesc(virDomainCheckpointPtr checkpoint, unsigned int flags);

/**
 * virDomainCheckpointListAllChildren:
 * @checkpoint: a checkpoint
 * @children: place for the array; NULL to count only
 * @flags: of virDomainCheckpointListFlags, with DESCENDANTS for bit 0
 *
 * Lists the checkpoints after this one, as one consistent answer. The caller frees every element
 * with virDomainCheckpointFree() and the array, which ends in a NULL element, with free(). After
 * an error the place holds NULL.
 *
 * Returns the number of checkpoints, or -1 on error.
 *
 * Since: 5.6.0
 */
int virDomainCheckpointListAllChildren(virDomainCheckpointPtr checkpoint,
                                       virDomainCheckpointPtr **children,
                                       unsigned int flags);

/**
 * virDomainCheckpointLookupByName:
 * @domain: a domain
 * @name: name to look for, not NULL
 * @flags: none defined, 0
 *
 * Finds a checkpoint of the domain. VIR_ERR_NO_DOMAIN_CHECKPOINT if there is none.
 *
 * Returns the checkpoint, to be freed with virDomainCheckpointFree(), or NULL on error.
 *
 * Since: 5.6.0
 */
virDomainCheckpointPtr virDomainCheckpointLookupByName(virDomainPtr domain,
                                                       const char *name,
                                                       unsigned int flags);

/**
 * virDomainCheckpointRef:
 * @checkpoint: a checkpoint
 *
 * Adds a reference, to be dropped with virDomainCheckpointFree(): so a handle can be shared by
 * threads.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 5.6.0
 */
int virDomainCheckpointRef(virDomainCheckpointPtr checkpoint);

/**
 * virDomainListAllCheckpoints:
 * @domain: a domain
 * @checkpoints: place for the array; NULL to count only
 * @flags: of virDomainCheckpointListFlags, with ROOTS for bit 0
 *
 * Lists the checkpoints of a domain as one consistent answer. The caller frees every element with
 * virDomainCheckpointFree() and the array, which ends in a NULL element, with free(). After an
 * error the place holds NULL.
 *
 * Returns the number of checkpoints, or -1 on error.
 *
 * Since: 5.6.0
 */
int virDomainListAllCheckpoints(virDomainPtr domain,
                                virDomainCheckpointPtr **checkpoints,
                                unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
