#ifndef LIBVIRT_NWFILTER_H
#define LIBVIRT_NWFILTER_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
#error "include <libvirt/libvirt.h> instead of this file"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** virNWFilter: a packet filter of a connection, stored under a name; opaque, counted references */
typedef struct _virNWFilter virNWFilter;

/** virNWFilterPtr: pointer to a virNWFilter */
typedef virNWFilter *virNWFilterPtr;

/** virNWFilterBinding: a filter applied to one host network device; opaque, counted references */
typedef struct _virNWFilterBinding virNWFilterBinding;

/** virNWFilterBindingPtr: pointer to a virNWFilterBinding */
typedef virNWFilterBinding *virNWFilterBindingPtr;

/** virNWFilterBindingCreateFlags: options of virNWFilterBindingCreateXML() */
typedef enum {
    VIR_NWFILTER_BINDING_CREATE_VALIDATE = (1 << 0),
    /**< check the XML against the schema first (Since: 7.8.0) */
} virNWFilterBindingCreateFlags;

/** virNWFilterDefineFlags: options of virNWFilterDefineXMLFlags() */
typedef enum {
    VIR_NWFILTER_DEFINE_VALIDATE = (1 << 0),
    /**< check the XML against the schema first (Since: 7.7.0) */
} virNWFilterDefineFlags;

/*
 * Functions
 *
 * Every function resets the calling thread's error first and leaves a virError behind when it
 * fails (virGetLastError()). A NULL or foreign handle fails with VIR_ERR_INVALID_CONN,
 * VIR_ERR_INVALID_NWFILTER or VIR_ERR_INVALID_NWFILTER_BINDING, a NULL where none is allowed, a
 * number out of range or an unknown bit in flags with VIR_ERR_INVALID_ARG, a procedure the driver
 * or the daemon lacks with VIR_ERR_NO_SUPPORT, a refused permission with VIR_ERR_ACCESS_DENIED,
 * an object which is gone with VIR_ERR_NO_NWFILTER or VIR_ERR_NO_NWFILTER_BINDING; these are not
 * repeated below. What a function returns through a pointer is undefined after an error unless it
 * says otherwise.
 */

/**
 * virConnectListAllNWFilterBindings:
 * @conn: a connection
 * @bindings: place for the array; NULL to count only
 * @flags: none defined, 0
 *
 * Lists all bindings of filters to host devices. The caller frees every element with
 * virNWFilterBindingFree() and the array, which ends in a NULL element, with free(). After an
 * error the place holds NULL.
 *
 * Returns the number of bindings, or -1 on error.
 *
 * Since: 4.5.0
 */
int virConnectListAllNWFilterBindings(virConnectPtr conn,
                                      virNWFilterBindingPtr **bindings,
                                      unsigned int flags);

/**
 * virConnectListAllNWFilters:
 * @conn: a connection
 * @filters: place for the array; NULL to count only
 * @flags: none defined, 0
 *
 * Lists all filters as one consistent answer. The caller frees every element with
 * virNWFilterFree() and the array, which ends in a NULL element, with free(). After an error the
 * place holds NULL.
 *
 * Returns the number of filters, or -1 on error.
 *
 * Since: 0.10.2
 */
int virConnectListAllNWFilters(virConnectPtr conn, virNWFilterPtr **filters, unsigned int flags);

/**
 * virConnectListNWFilters:
 * @conn: a connection
 * @names: filled with the names; may be NULL if @maxnames is 0. The caller frees each name with
 * free()
 * @maxnames: room in @names, elements, not negative
 *
 * Lists the names of filters. Names beyond the room are left out; prefer
 * virConnectListAllNWFilters(), which needs no guess.
 *
 * Returns the number of names written, or -1 on error.
 *
 * Since: 0.8.0
 */
int virConnectListNWFilters(virConnectPtr conn, char **const names, int maxnames);

/**
 * virConnectNumOfNWFilters:
 * @conn: a connection
 *
 * Counts filters.
 *
 * Returns the number, or -1 on error.
 *
 * Since: 0.8.0
 */
int virConnectNumOfNWFilters(virConnectPtr conn);

/**
 * virNWFilterBindingCreateXML:
 * @conn: a connection
 * @xml: binding XML, not NULL
 * @flags: of virNWFilterBindingCreateFlags
 *
 * Applies a filter to a host network device at once. Domains get their bindings by themselves;
 * this is for devices made by others. VIR_ERR_XML_ERROR or VIR_ERR_XML_DETAIL for bad XML,
 * VIR_ERR_XML_INVALID_SCHEMA if asked to validate, VIR_ERR_OPERATION_FAILED if the device has a
 * binding already. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the binding, to be freed with virNWFilterBindingFree(), or NULL on error.
 *
 * Since: 4.5.0
 */
virNWFilterBindingPtr virNWFilterBindingCreateXML(virConnectPtr conn,
                                                  const char *xml,
                                                  unsigned int flags);

/**
 * virNWFilterBindingDelete:
 * @binding: a binding
 *
 * Removes the filter's rules from the device; the device goes on unfiltered. The handle stays the
 * caller's to free. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 4.5.0
 */
int virNWFilterBindingDelete(virNWFilterBindingPtr binding);

/**
 * virNWFilterBindingFree:
 * @binding: the handle to give up
 *
 * Drops one reference; the handle is not to be used afterwards. The rules stay in force.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 4.5.0
 */
int virNWFilterBindingFree(virNWFilterBindingPtr binding);

/**
 * virNWFilterBindingGetFilterName:
 * @binding: a binding
 *
 * Tells the name of the applied filter, without asking the daemon.
 *
 * Returns the name, valid as long as the handle and not to be freed, or NULL on error.
 *
 * Since: 4.5.0
 */
const char *virNWFilterBindingGetFilterName(virNWFilterBindingPtr binding);

/**
 * virNWFilterBindingGetPortDev:
 * @binding: a binding
 *
 * Tells the name of the host network device, without asking the daemon.
 *
 * Returns the name, valid as long as the handle and not to be freed, or NULL on error.
 *
 * Since: 4.5.0
 */
const char *virNWFilterBindingGetPortDev(virNWFilterBindingPtr binding);

/**
 * virNWFilterBindingGetXMLDesc:
 * @binding: a binding
 * @flags: none defined, 0
 *
 * Describes the binding in XML.
 *
 * Returns a text the caller frees with free(), or NULL on error.
 *
 * Since: 4.5.0
 */
char *virNWFilterBindingGetXMLDesc(virNWFilterBindingPtr binding, unsigned int flags);

/**
 * virNWFilterBindingLookupByPortDev:
 * @conn: a connection
 * @portdev: name of a host network device, not NULL
 *
 * Finds the binding of a device. VIR_ERR_NO_NWFILTER_BINDING if there is none.
 *
 * Returns the binding, to be freed with virNWFilterBindingFree(), or NULL on error.
 *
 * Since: 4.5.0
 */
virNWFilterBindingPtr virNWFilterBindingLookupByPortDev(virConnectPtr conn, const char *portdev);

/**
 * virNWFilterBindingRef:
 * @binding: a binding
 *
 * Adds a reference, to be dropped with virNWFilterBindingFree(): so a handle can be shared by
 * threads.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 4.5.0
 */
int virNWFilterBindingRef(virNWFilterBindingPtr binding);

/**
 * virNWFilterDefineXML:
 * @conn: a connection
 * @xmlDesc: filter XML, not NULL
 *
 * Stores a filter, or replaces the one of the same name and UUID; devices which use it get the
 * new rules at once. VIR_ERR_XML_ERROR or VIR_ERR_XML_DETAIL for bad XML,
 * VIR_ERR_OPERATION_FAILED if name or UUID clash or filters would include each other in a circle.
 * A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the filter, to be freed with virNWFilterFree(), or NULL on error.
 *
 * Since: 0.8.0
 */
virNWFilterPtr virNWFilterDefineXML(virConnectPtr conn, const char *xmlDesc);

/**
 * virNWFilterDefineXMLFlags:
 * @conn: a connection
 * @xmlDesc: filter XML, not NULL
 * @flags: of virNWFilterDefineFlags
 *
 * virNWFilterDefineXML() with options. XML which fails VIR_NWFILTER_DEFINE_VALIDATE is refused
 * with VIR_ERR_XML_INVALID_SCHEMA. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the filter, to be freed with virNWFilterFree(), or NULL on error.
 *
 * Since: 7.7.0
 */
virNWFilterPtr virNWFilterDefineXMLFlags(virConnectPtr conn,
                                         const char *xmlDesc,
                                         unsigned int flags);

/**
 * virNWFilterFree:
 * @nwfilter: the handle to give up
 *
 * Drops one reference; the handle is not to be used afterwards. The filter itself is not touched.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virNWFilterFree(virNWFilterPtr nwfilter);

/**
 * virNWFilterGetName:
 * @nwfilter: a filter
 *
 * Tells the name, without asking the daemon.
 *
 * Returns the name, valid as long as the handle and not to be freed, or NULL on error.
 *
 * Since: 0.8.0
 */
const char *virNWFilterGetName(virNWFilterPtr nwfilter);

/**
 * virNWFilterGetUUID:
 * @nwfilter: a filter
 * @uuid: room for 16 bytes (VIR_UUID_BUFLEN), not NULL
 *
 * Tells the UUID, without asking the daemon.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virNWFilterGetUUID(virNWFilterPtr nwfilter, unsigned char *uuid);

/**
 * virNWFilterGetUUIDString:
 * @nwfilter: a filter
 * @buf: room for 37 bytes (VIR_UUID_STRING_BUFLEN), not NULL
 *
 * Tells the UUID as text with hyphens and a final NUL, without asking the daemon.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virNWFilterGetUUIDString(virNWFilterPtr nwfilter, char *buf);

/**
 * virNWFilterGetXMLDesc:
 * @nwfilter: a filter
 * @flags: none defined, 0
 *
 * Describes the filter in XML.
 *
 * Returns a text the caller frees with free(), or NULL on error.
 *
 * Since: 0.8.0
 */
char *virNWFilterGetXMLDesc(virNWFilterPtr nwfilter, unsigned int flags);

/**
 * virNWFilterLookupByName:
 * @conn: a connection
 * @name: name to look for, not NULL
 *
 * Finds a filter by name. VIR_ERR_NO_NWFILTER if there is none.
 *
 * Returns the filter, to be freed with virNWFilterFree(), or NULL on error.
 *
 * Since: 0.8.0
 */
virNWFilterPtr virNWFilterLookupByName(virConnectPtr conn, const char *name);

/**
 * virNWFilterLookupByUUID:
 * @conn: a connection
 * @uuid: 16 bytes (VIR_UUID_BUFLEN), not NULL
 *
 * Finds a filter by UUID. VIR_ERR_NO_NWFILTER if there is none.
 *
 * Returns the filter, to be freed with virNWFilterFree(), or NULL on error.
 *
 * Since: 0.8.0
 */
virNWFilterPtr virNWFilterLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * virNWFilterLookupByUUIDString:
 * @conn: a connection
 * @uuidstr: UUID as text, with or without hyphens; not NULL
 *
 * Finds a filter by UUID. VIR_ERR_NO_NWFILTER if there is none, VIR_ERR_INVALID_ARG if the text
 * is no UUID.
 *
 * Returns the filter, to be freed with virNWFilterFree(), or NULL on error.
 *
 * Since: 0.8.0
 */
virNWFilterPtr virNWFilterLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * virNWFilterRef:
 * @nwfilter: a filter
 *
 * Adds a reference, to be dropped with virNWFilterFree(): so a handle can be shared by threads.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virNWFilterRef(virNWFilterPtr nwfilter);

/**
 * virNWFilterUndefine:
 * @nwfilter: a filter
 *
 * Removes the stored filter; the handle stays the caller's to free. VIR_ERR_OPERATION_INVALID if
 * a device uses it. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.8.0
 */
int virNWFilterUndefine(virNWFilterPtr nwfilter);

#ifdef __cplusplus
}
#endif

#endif
