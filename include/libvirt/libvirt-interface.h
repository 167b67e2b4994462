#ifndef LIBVIRT_INTERFACE_H
#define LIBVIRT_INTERFACE_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
#error "include <libvirt/libvirt.h> instead of this file"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/**
 * virInterface: a network interface of the host (Ethernet, bridge, bond, VLAN); opaque, counted
 * references
 */
typedef struct _virInterface virInterface;

/** virInterfacePtr: pointer to a virInterface */
typedef virInterface *virInterfacePtr;

/**
 * virConnectListAllInterfacesFlags: filter of virConnectListAllInterfaces(); both or neither bit
 * selects everything
 */
typedef enum {
    VIR_CONNECT_LIST_INTERFACES_INACTIVE = (1 << 0), /**< configured but down (Since: 0.10.2) */
    VIR_CONNECT_LIST_INTERFACES_ACTIVE = (1 << 1), /**< up (Since: 0.10.2) */
} virConnectListAllInterfacesFlags;

/** virInterfaceDefineFlags: options of virInterfaceDefineXML() */
typedef enum {
    VIR_INTERFACE_DEFINE_VALIDATE = (1 << 0),
    /**< check the XML against the schema first (Since: 7.7.0) */
} virInterfaceDefineFlags;

/** virInterfaceXMLFlags: options of virInterfaceGetXMLDesc() */
typedef enum {
    VIR_INTERFACE_XML_INACTIVE = (1 << 0),
    /**< the stored configuration, not the state (Since: 0.7.3) */
} virInterfaceXMLFlags;

/*
 * Functions
 *
 * Every function resets the calling thread's error first and leaves a virError behind when it
 * fails (virGetLastError()). A NULL or foreign handle fails with VIR_ERR_INVALID_CONN,
 * VIR_ERR_INVALID_INTERFACE, a NULL where none is allowed, a number out of range or an unknown
 * bit in flags with VIR_ERR_INVALID_ARG, a procedure the driver or the daemon lacks with
 * VIR_ERR_NO_SUPPORT, a refused permission with VIR_ERR_ACCESS_DENIED, an object which is gone
 * with VIR_ERR_NO_INTERFACE; these are not repeated below. What a function returns through a
 * pointer is undefined after an error unless it says otherwise.
 */

/**
 * virConnectListAllInterfaces:
 * @conn: a connection
 * @ifaces: place for the array; NULL to count only
 * @flags: filters, of virConnectListAllInterfacesFlags; 0 for all
 *
 * Lists the host's interfaces as one consistent answer. The caller frees every element with
 * virInterfaceFree() and the array, which ends in a NULL element, with free(). After an error the
 * place holds NULL.
 *
 * Returns the number of interfaces, or -1 on error.
 *
 * Since: 0.10.2
 */
int virConnectListAllInterfaces(virConnectPtr conn, virInterfacePtr **ifaces, unsigned int flags);

/**
 * virConnectListDefinedInterfaces:
 * @conn: a connection
 * @names: filled with the names; may be NULL if @maxnames is 0. The caller frees each name with
 * free()
 * @maxnames: room in @names, elements, not negative
 *
 * Lists the names of interfaces which are down. Names beyond the room are left out; prefer
 * virConnectListAllInterfaces(), which needs no guess.
 *
 * Returns the number of names written, or -1 on error.
 *
 * Since: 0.7.0
 */
int virConnectListDefinedInterfaces(virConnectPtr conn, char **const names, int maxnames);

/**
 * virConnectListInterfaces:
 * @conn: a connection
 * @names: filled with the names; may be NULL if @maxnames is 0. The caller frees each name with
 * free()
 * @maxnames: room in @names, elements, not negative
 *
 * Lists the names of interfaces which are up. Names beyond the room are left out; prefer
 * virConnectListAllInterfaces(), which needs no guess.
 *
 * Returns the number of names written, or -1 on error.
 *
 * Since: 0.6.4
 */
int virConnectListInterfaces(virConnectPtr conn, char **const names, int maxnames);

/**
 * virConnectNumOfDefinedInterfaces:
 * @conn: a connection
 *
 * Counts interfaces which are down.
 *
 * Returns the number, or -1 on error.
 *
 * Since: 0.7.0
 */
int virConnectNumOfDefinedInterfaces(virConnectPtr conn);

/**
 * virConnectNumOfInterfaces:
 * @conn: a connection
 *
 * Counts interfaces which are up.
 *
 * Returns the number, or -1 on error.
 *
 * Since: 0.6.4
 */
int virConnectNumOfInterfaces(virConnectPtr conn);

/**
 * virInterfaceChangeBegin:
 * @conn: a connection
 * @flags: none defined, 0
 *
 * Saves the host's interface configuration, so that later changes can be taken back with
 * virInterfaceChangeRollback(); unless committed they are also taken back when the host restarts.
 * VIR_ERR_OPERATION_INVALID if a change is under way. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.9.2
 */
int virInterfaceChangeBegin(virConnectPtr conn, unsigned int flags);

/**
 * virInterfaceChangeCommit:
 * @conn: a connection
 * @flags: none defined, 0
 *
 * Keeps the changes made since virInterfaceChangeBegin() and drops the saved configuration.
 * VIR_ERR_OPERATION_INVALID if no change is under way. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.9.2
 */
int virInterfaceChangeCommit(virConnectPtr conn, unsigned int flags);

/**
 * virInterfaceChangeRollback:
 * @conn: a connection
 * @flags: none defined, 0
 *
 * Restores the configuration saved by virInterfaceChangeBegin(). VIR_ERR_OPERATION_INVALID if no
 * change is under way. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.9.2
 */
int virInterfaceChangeRollback(virConnectPtr conn, unsigned int flags);

/**
 * virInterfaceCreate:
 * @iface: an interface
 * @flags: none defined, 0
 *
 * Brings the interface up with its stored configuration. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.6.4
 */
int virInterfaceCreate(virInterfacePtr iface, unsigned int flags);

/**
 * virInterfaceDefineXML:
 * @conn: a connection
 * @xml: interface XML, not NULL
 * @flags: of virInterfaceDefineFlags
 *
 * Stores the configuration of a host interface, or replaces it, without bringing the interface
 * up. VIR_ERR_XML_ERROR or VIR_ERR_XML_DETAIL for bad XML, VIR_ERR_XML_INVALID_SCHEMA if asked to
 * validate. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the interface, to be freed with virInterfaceFree(), or NULL on error.
 *
 * Since: 0.6.4
 */
virInterfacePtr virInterfaceDefineXML(virConnectPtr conn, const char *xml, unsigned int flags);

/**
 * virInterfaceDestroy:
 * @iface: an interface
 * @flags: none defined, 0
 *
 * Takes the interface down; the configuration and the handle remain. Nothing guards against
 * taking down the link the connection itself uses. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.6.4
 */
int virInterfaceDestroy(virInterfacePtr iface, unsigned int flags);

/**
 * virInterfaceFree:
 * @iface: the handle to give up
 *
 * Drops one reference; the handle is not to be used afterwards. The interface itself is not
 * touched.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.6.4
 */
int virInterfaceFree(virInterfacePtr iface);

/**
 * virInterfaceGetConnect:
 * @iface: an interface
 *
 * Tells the connection an interface belongs to.
 *
 * Returns the connection, without a reference of its own: valid as long as @iface is; NULL on
 * error.
 *
 * Since: 0.6.4
 */
virConnectPtr virInterfaceGetConnect(virInterfacePtr iface);

/**
 * virInterfaceGetMACString:
 * @iface: an interface
 *
 * Tells the MAC address known when the handle was made, as hexadecimal bytes with colons, without
 * asking the daemon.
 *
 * Returns the address, valid as long as the handle and not to be freed, empty if the interface
 * has none; NULL on error.
 *
 * Since: 0.6.4
 */
const char *virInterfaceGetMACString(virInterfacePtr iface);

/**
 * virInterfaceGetName:
 * @iface: an interface
 *
 * Tells the name, without asking the daemon.
 *
 * Returns the name, valid as long as the handle and not to be freed, or NULL on error.
 *
 * Since: 0.6.4
 */
const char *virInterfaceGetName(virInterfacePtr iface);

/**
 * virInterfaceGetXMLDesc:
 * @iface: an interface
 * @flags: of virInterfaceXMLFlags
 *
 * Describes the interface in XML: as it is now, or as it is stored.
 *
 * Returns a text the caller frees with free(), or NULL on error.
 *
 * Since: 0.6.4
 */
char *virInterfaceGetXMLDesc(virInterfacePtr iface, unsigned int flags);

/**
 * virInterfaceIsActive:
 * @iface: an interface
 *
 * Tells whether the interface is up.
 *
 * Returns 1 if so, 0 if not, -1 on error.
 *
 * Since: 0.7.3
 */
int virInterfaceIsActive(virInterfacePtr iface);

/**
 * virInterfaceLookupByMACString:
 * @conn: a connection
 * @macstr: MAC address as hexadecimal bytes with colons, not NULL
 *
 * Finds an interface by address. VIR_ERR_NO_INTERFACE if there is none,
 * VIR_ERR_MULTIPLE_INTERFACES if several share it.
 *
 * Returns the interface, to be freed with virInterfaceFree(), or NULL on error.
 *
 * Since: 0.6.4
 */
virInterfacePtr virInterfaceLookupByMACString(virConnectPtr conn, const char *macstr);

/**
 * virInterfaceLookupByName:
 * @conn: a connection
 * @name: name to look for, not NULL
 *
 * Finds an interface by name. VIR_ERR_NO_INTERFACE if there is none.
 *
 * Returns the interface, to be freed with virInterfaceFree(), or NULL on error.
 *
 * Since: 0.6.4
 */
virInterfacePtr virInterfaceLookupByName(virConnectPtr conn, const char *name);

/**
 * virInterfaceRef:
 * @iface: an interface
 *
 * Adds a reference, to be dropped with virInterfaceFree(): so a handle can be shared by threads.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.6.4
 */
int virInterfaceRef(virInterfacePtr iface);

/**
 * virInterfaceUndefine:
 * @iface: an interface
 *
 * Removes the stored configuration without taking the interface down; the handle stays the
 * caller's to free. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.6.4
 */
int virInterfaceUndefine(virInterfacePtr iface);

#ifdef __cplusplus
}
#endif

#endif
