#ifndef LIBVIRT_NETWORK_H
#define LIBVIRT_NETWORK_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
#error "include <libvirt/libvirt.h> instead of this file"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Typed parameters of a network port (virNetworkPortSetParameters)
 *
 * All are uint. Inbound is towards the guest, outbound from it; an average of 0 lifts the limit of
 * its direction.
 */

/** VIR_NETWORK_PORT_BANDWIDTH_IN_AVERAGE: long-term inbound rate (KiB/s) */
#define VIR_NETWORK_PORT_BANDWIDTH_IN_AVERAGE "inbound.average"

/** VIR_NETWORK_PORT_BANDWIDTH_IN_BURST: inbound amount which may pass at peak rate (KiB) */
#define VIR_NETWORK_PORT_BANDWIDTH_IN_BURST "inbound.burst"

/**
 * VIR_NETWORK_PORT_BANDWIDTH_IN_FLOOR: inbound rate guaranteed under contention; the network
 * needs an inbound limit of its own (KiB/s)
 */
#define VIR_NETWORK_PORT_BANDWIDTH_IN_FLOOR "inbound.floor"

/** VIR_NETWORK_PORT_BANDWIDTH_IN_PEAK: highest inbound rate, in bursts (KiB/s) */
#define VIR_NETWORK_PORT_BANDWIDTH_IN_PEAK "inbound.peak"

/** VIR_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE: long-term outbound rate (KiB/s) */
#define VIR_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE "outbound.average"

/** VIR_NETWORK_PORT_BANDWIDTH_OUT_BURST: outbound amount which may pass at peak rate (KiB) */
#define VIR_NETWORK_PORT_BANDWIDTH_OUT_BURST "outbound.burst"

/** VIR_NETWORK_PORT_BANDWIDTH_OUT_PEAK: highest outbound rate, in bursts (KiB/s) */
#define VIR_NETWORK_PORT_BANDWIDTH_OUT_PEAK "outbound.peak"

/** virNetwork: a virtual network of a connection; opaque, counted references */
typedef struct _virNetwork virNetwork;

/** virNetworkPtr: pointer to a virNetwork */
typedef virNetwork *virNetworkPtr;

/** virNetworkPort: the attachment of one interface to a network; opaque, counted references */
typedef struct _virNetworkPort virNetworkPort;

/** virNetworkPortPtr: pointer to a virNetworkPort */
typedef virNetworkPort *virNetworkPortPtr;

/**
 * virConnectListAllNetworksFlags: filters of virConnectListAllNetworks(), in pairs; a pair of
 * which both or neither bit is set selects everything
 */
typedef enum {
    VIR_CONNECT_LIST_NETWORKS_INACTIVE = (1 << 0), /**< not running (Since: 0.10.2) */
    VIR_CONNECT_LIST_NETWORKS_ACTIVE = (1 << 1), /**< running (Since: 0.10.2) */
    VIR_CONNECT_LIST_NETWORKS_PERSISTENT = (1 << 2),
    /**< with a stored configuration (Since: 0.10.2) */
    VIR_CONNECT_LIST_NETWORKS_TRANSIENT = (1 << 3), /**< gone once stopped (Since: 0.10.2) */
    VIR_CONNECT_LIST_NETWORKS_AUTOSTART = (1 << 4), /**< started with the daemon (Since: 0.10.2) */
    VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART = (1 << 5),
    /**< not started with the daemon (Since: 0.10.2) */
} virConnectListAllNetworksFlags;

/** virIPAddrType: address family */
typedef enum {
    VIR_IP_ADDR_TYPE_IPV4 = 0, /**< IPv4 (Since: 1.2.6) */
    VIR_IP_ADDR_TYPE_IPV6 = 1, /**< IPv6 (Since: 1.2.6) */
#ifdef VIR_ENUM_SENTINELS
    VIR_IP_ADDR_TYPE_LAST = 2, /**< number of constants, grows with releases (Since: 1.2.6) */
#endif
} virIPAddrType;

/** virNetworkCreateFlags: options of virNetworkCreateXMLFlags() */
typedef enum {
    VIR_NETWORK_CREATE_VALIDATE = (1 << 0),
    /**< check the XML against the schema first (Since: 7.8.0) */
} virNetworkCreateFlags;

/** virNetworkDefineFlags: options of virNetworkDefineXMLFlags() */
typedef enum {
    VIR_NETWORK_DEFINE_VALIDATE = (1 << 0),
    /**< check the XML against the schema first (Since: 7.7.0) */
} virNetworkDefineFlags;

/**
 * virNetworkEventLifecycleType: what happened to a network
 * (virConnectNetworkEventLifecycleCallback())
 */
typedef enum {
    VIR_NETWORK_EVENT_DEFINED = 0, /**< configuration stored or replaced (Since: 1.2.1) */
    VIR_NETWORK_EVENT_UNDEFINED = 1, /**< stored configuration removed (Since: 1.2.1) */
    VIR_NETWORK_EVENT_STARTED = 2, /**< runs now (Since: 1.2.1) */
    VIR_NETWORK_EVENT_STOPPED = 3, /**< no longer runs (Since: 1.2.1) */
#ifdef VIR_ENUM_SENTINELS
    VIR_NETWORK_EVENT_LAST = 4, /**< number of constants, grows with releases (Since: 1.2.1) */
#endif
} virNetworkEventLifecycleType;

/**
 * virNetworkEventID: kinds of events of virConnectNetworkEventRegisterAny(); each tells the type
 * its callback must have
 */
typedef enum {
    VIR_NETWORK_EVENT_ID_LIFECYCLE = 0,
    /**< virConnectNetworkEventLifecycleCallback() (Since: 1.2.1) */
    VIR_NETWORK_EVENT_ID_METADATA_CHANGE = 1,
    /**< virConnectNetworkEventMetadataChangeCallback() (Since: 9.8.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_NETWORK_EVENT_ID_LAST = 2, /**< number of constants, grows with releases (Since: 1.2.1) */
#endif
} virNetworkEventID;

/**
 * virNetworkMetadataType: piece of metadata of virNetworkGetMetadata() and
 * virNetworkSetMetadata()
 */
typedef enum {
    VIR_NETWORK_METADATA_DESCRIPTION = 0, /**< free text (Since: 9.7.0) */
    VIR_NETWORK_METADATA_TITLE = 1, /**< one-line text (Since: 9.7.0) */
    VIR_NETWORK_METADATA_ELEMENT = 2, /**< XML of an application, by namespace (Since: 9.7.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_NETWORK_METADATA_LAST = 3, /**< number of constants, grows with releases (Since: 9.7.0) */
#endif
} virNetworkMetadataType;

/** virNetworkPortCreateFlags: options of virNetworkPortCreateXML() */
typedef enum {
    VIR_NETWORK_PORT_CREATE_RECLAIM = (1 << 0),
    /**< the port holds its resources already: only record them (Since: 5.5.0) */
    VIR_NETWORK_PORT_CREATE_VALIDATE = (1 << 1),
    /**< check the XML against the schema first (Since: 7.8.0) */
} virNetworkPortCreateFlags;

/** virNetworkUpdateSection: part of the network XML which virNetworkUpdate() changes */
typedef enum {
    VIR_NETWORK_SECTION_NONE = 0, /**< no section, always refused (Since: 0.10.2) */
    VIR_NETWORK_SECTION_BRIDGE = 1, /**< <bridge> (Since: 0.10.2) */
    VIR_NETWORK_SECTION_DOMAIN = 2, /**< <domain> (Since: 0.10.2) */
    VIR_NETWORK_SECTION_IP = 3, /**< <ip> (Since: 0.10.2) */
    VIR_NETWORK_SECTION_IP_DHCP_HOST = 4, /**< <host> in <ip><dhcp> (Since: 0.10.2) */
    VIR_NETWORK_SECTION_IP_DHCP_RANGE = 5, /**< <range> in <ip><dhcp> (Since: 0.10.2) */
    VIR_NETWORK_SECTION_FORWARD = 6, /**< <forward> (Since: 0.10.2) */
    VIR_NETWORK_SECTION_FORWARD_INTERFACE = 7, /**< <interface> in <forward> (Since: 0.10.2) */
    VIR_NETWORK_SECTION_FORWARD_PF = 8, /**< <pf> in <forward> (Since: 0.10.2) */
    VIR_NETWORK_SECTION_PORTGROUP = 9, /**< <portgroup> (Since: 0.10.2) */
    VIR_NETWORK_SECTION_DNS_HOST = 10, /**< <host> in <dns> (Since: 0.10.2) */
    VIR_NETWORK_SECTION_DNS_TXT = 11, /**< <txt> in <dns> (Since: 0.10.2) */
    VIR_NETWORK_SECTION_DNS_SRV = 12, /**< <srv> in <dns> (Since: 0.10.2) */
#ifdef VIR_ENUM_SENTINELS
    VIR_NETWORK_SECTION_LAST = 13, /**< number of constants, grows with releases (Since: 0.10.2) */
#endif
} virNetworkUpdateSection;

/** virNetworkUpdateFlags: which of a network's two configurations a change hits */
typedef enum {
    VIR_NETWORK_UPDATE_AFFECT_CURRENT = 0,
    /**< the running one when active, else the stored one (Since: 0.10.2) */
    VIR_NETWORK_UPDATE_AFFECT_LIVE = (1 << 0), /**< the running one (Since: 0.10.2) */
    VIR_NETWORK_UPDATE_AFFECT_CONFIG = (1 << 1), /**< the stored one (Since: 0.10.2) */
} virNetworkUpdateFlags;

/** virNetworkUpdateCommand: what virNetworkUpdate() does with the element */
typedef enum {
    VIR_NETWORK_UPDATE_COMMAND_NONE = 0, /**< no command, always refused (Since: 0.10.2) */
    VIR_NETWORK_UPDATE_COMMAND_MODIFY = 1, /**< replace the matching element (Since: 0.10.2) */
    VIR_NETWORK_UPDATE_COMMAND_DELETE = 2, /**< remove the matching element (Since: 0.10.2) */
    VIR_NETWORK_UPDATE_COMMAND_ADD_LAST = 3, /**< append (Since: 0.10.2) */
    VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST = 4, /**< prepend (Since: 0.10.2) */
#ifdef VIR_ENUM_SENTINELS
    VIR_NETWORK_UPDATE_COMMAND_LAST = 5,
    /**< number of constants, grows with releases (Since: 0.10.2) */
#endif
} virNetworkUpdateCommand;

/** virNetworkXMLFlags: options of virNetworkGetXMLDesc() */
typedef enum {
    VIR_NETWORK_XML_INACTIVE = (1 << 0),
    /**< the stored configuration of a running network too (Since: 0.9.10) */
} virNetworkXMLFlags;

/** virNetworkDHCPLease: one address lent by a network's DHCP server (virNetworkGetDHCPLeases()) */
typedef struct _virNetworkDHCPLease virNetworkDHCPLease;
struct _virNetworkDHCPLease {
    char *iface; /**< bridge the lease was given on */
    long long expirytime; /**< end, seconds since the epoch; 0: never */
    int type; /**< a virIPAddrType */
    char *mac; /**< MAC address of the client, or NULL */
    char *iaid; /**< IPv6 identity association of the client, or NULL */
    char *ipaddr; /**< the address lent, as text */
    unsigned int prefix; /**< network prefix, bits */
    char *hostname; /**< name the client gave, or NULL */
    char *clientid; /**< client id (IPv4) or DUID (IPv6), or NULL */
};

/** virNetworkDHCPLeasePtr: pointer to a virNetworkDHCPLease */
typedef virNetworkDHCPLease *virNetworkDHCPLeasePtr;

/*
 * Event callbacks
 *
 * Called on the thread that runs the event loop, one event at a time. Every pointer but opaque is
 * valid during the call only: keep a network with virNetworkRef() and copy strings. The callback
 * may call any function of this library.
 */

/**
 * virConnectNetworkEventGenericCallback:
 * @conn: connection the callback was registered on
 * @net: network the event is about, lent for the call
 * @opaque: the caller's pointer from the registration
 *
 * Any callback, cast with VIR_NETWORK_EVENT_CALLBACK(). Called on the thread of the event loop.
 *
 * Since: 1.2.1
 */
typedef void (*virConnectNetworkEventGenericCallback)(virConnectPtr conn,
                                                      virNetworkPtr net,
                                                      void *opaque);

/**
 * virConnectNetworkEventLifecycleCallback:
 * @conn: connection the callback was registered on
 * @net: network the event is about, lent for the call
 * @event: a virNetworkEventLifecycleType
 * @detail: the cause; none defined, 0
 * @opaque: the caller's pointer from the registration
 *
 * A network was defined, undefined, started or stopped; for VIR_NETWORK_EVENT_ID_LIFECYCLE.
 * Called on the thread of the event loop.
 *
 * Since: 1.2.1
 */
typedef void (*virConnectNetworkEventLifecycleCallback)(virConnectPtr conn,
                                                        virNetworkPtr net,
                                                        int event,
                                                        int detail,
                                                        void *opaque);

/**
 * virConnectNetworkEventMetadataChangeCallback:
 * @conn: connection the callback was registered on
 * @net: network the event is about, lent for the call
 * @type: a virNetworkMetadataType
 * @nsuri: namespace of the changed element, NULL for title and description; lent for the call
 * @opaque: the caller's pointer from the registration
 *
 * A piece of metadata was set or removed; for VIR_NETWORK_EVENT_ID_METADATA_CHANGE. Called on the
 * thread of the event loop.
 *
 * Since: 9.8.0
 */
typedef void (*virConnectNetworkEventMetadataChangeCallback)(virConnectPtr conn,
                                                             virNetworkPtr net,
                                                             int type,
                                                             const char *nsuri,
                                                             void *opaque);

/**
 * VIR_NETWORK_EVENT_CALLBACK:
 * @cb: a callback of any type named by virNetworkEventID
 *
 * Casts it to what virConnectNetworkEventRegisterAny() takes.
 */
#define VIR_NETWORK_EVENT_CALLBACK(cb) \
    ((virConnectNetworkEventGenericCallback)(cb))

/*
 * Functions
 *
 * Every function resets the calling thread's error first and leaves a virError behind when it
 * fails (virGetLastError()). A NULL or foreign handle fails with VIR_ERR_INVALID_CONN,
 * VIR_ERR_INVALID_NETWORK or VIR_ERR_INVALID_NETWORK_PORT, a NULL where none is allowed, a number
 * out of range or an unknown bit in flags with VIR_ERR_INVALID_ARG, a procedure the driver or the
 * daemon lacks with VIR_ERR_NO_SUPPORT, a refused permission with VIR_ERR_ACCESS_DENIED, an
 * object which is gone with VIR_ERR_NO_NETWORK or VIR_ERR_NO_NETWORK_PORT; these are not repeated
 * below. What a function returns through a pointer is undefined after an error unless it says
 * otherwise.
 */

/**
 * virConnectListAllNetworks:
 * @conn: a connection
 * @nets: place for the array; NULL to count only
 * @flags: filters, of virConnectListAllNetworksFlags; 0 for all
 *
 * Lists networks, running or not, as one consistent answer. The caller frees every element with
 * virNetworkFree() and the array, which ends in a NULL element, with free(). After an error the
 * place holds NULL.
 *
 * Returns the number of networks, or -1 on error.
 *
 * Since: 0.10.2
 */
int virConnectListAllNetworks(virConnectPtr conn, virNetworkPtr **nets, unsigned int flags);

/**
 * virConnectListDefinedNetworks:
 * @conn: a connection
 * @names: filled with the names; may be NULL if @maxnames is 0. The caller frees each name with
 * free()
 * @maxnames: room in @names, elements, not negative
 *
 * Lists the names of networks which do not run. Names beyond the room are left out; prefer
 * virConnectListAllNetworks(), which needs no guess.
 *
 * Returns the number of names written, or -1 on error.
 *
 * Since: 0.2.0
 */
int virConnectListDefinedNetworks(virConnectPtr conn, char **const names, int maxnames);

/**
 * virConnectListNetworks:
 * @conn: a connection
 * @names: filled with the names; may be NULL if @maxnames is 0. The caller frees each name with
 * free()
 * @maxnames: room in @names, elements, not negative
 *
 * Lists the names of running networks. Names beyond the room are left out; prefer
 * virConnectListAllNetworks(), which needs no guess.
 *
 * Returns the number of names written, or -1 on error.
 *
 * Since: 0.2.0
 */
int virConnectListNetworks(virConnectPtr conn, char **const names, int maxnames);

/**
 * virConnectNetworkEventDeregisterAny:
 * @conn: a connection
 * @callbackID: what virConnectNetworkEventRegisterAny() returned, not negative
 *
 * Ends a registration; the release function given there runs once no call of the callback is
 * under way. VIR_ERR_INVALID_ARG if there is no such registration.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 1.2.1
 */
int virConnectNetworkEventDeregisterAny(virConnectPtr conn, int callbackID);

/**
 * virConnectNetworkEventRegisterAny:
 * @conn: a connection
 * @net: only events of this network, which must belong to @conn; NULL for all networks
 * @eventID: a virNetworkEventID
 * @cb: the callback, of the type @eventID names, cast with VIR_NETWORK_EVENT_CALLBACK(); not NULL
 * @opaque: passed to @cb and @freecb, may be NULL
 * @freecb: called once with @opaque after the registration ended; may be NULL. Not called when
 * the registration fails
 *
 * Asks for events. They arrive while the program runs an event loop (virEventRunDefaultImpl() or
 * its own), which must be registered before the connection is opened. The registration holds a
 * reference to the connection, which stays open until it ends; @net may be freed.
 * VIR_ERR_INVALID_ARG if @eventID is unknown or @net is of another connection.
 *
 * Returns the id of the registration for virConnectNetworkEventDeregisterAny(), or -1 on error.
 *
 * Since: 1.2.1
 */
int virConnectNetworkEventRegisterAny(virConnectPtr conn,
                                      virNetworkPtr net,
                                      int eventID,
                                      virConnectNetworkEventGenericCallback cb,
                                      void *opaque,
                                      virFreeCallback freecb);

/**
 * virConnectNumOfDefinedNetworks:
 * @conn: a connection
 *
 * Counts networks which do not run.
 *
 * Returns the number, or -1 on error.
 *
 * Since: 0.2.0
 */
int virConnectNumOfDefinedNetworks(virConnectPtr conn);

/**
 * virConnectNumOfNetworks:
 * @conn: a connection
 *
 * Counts running networks.
 *
 * Returns the number, or -1 on error.
 *
 * Since: 0.2.0
 */
int virConnectNumOfNetworks(virConnectPtr conn);

/**
 * virNetworkCreate:
 * @network: a defined network
 *
 * Starts it. VIR_ERR_OPERATION_INVALID if it runs already. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.2.0
 */
int virNetworkCreate(virNetworkPtr network);

/**
 * virNetworkCreateXML:
 * @conn: a connection
 * @xmlDesc: network XML, not NULL
 *
 * Starts a transient network; a network already stored under the same UUID and name stays
 * persistent and runs with this configuration. VIR_ERR_XML_ERROR or VIR_ERR_XML_DETAIL for bad
 * XML, VIR_ERR_OPERATION_FAILED if name or UUID clash. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the network, to be freed with virNetworkFree(), or NULL on error.
 *
 * Since: 0.2.0
 */
virNetworkPtr virNetworkCreateXML(virConnectPtr conn, const char *xmlDesc);

/**
 * virNetworkCreateXMLFlags:
 * @conn: a connection
 * @xmlDesc: network XML, not NULL
 * @flags: of virNetworkCreateFlags
 *
 * virNetworkCreateXML() with options. XML which fails VIR_NETWORK_CREATE_VALIDATE is refused with
 * VIR_ERR_XML_INVALID_SCHEMA. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the network, to be freed with virNetworkFree(), or NULL on error.
 *
 * Since: 7.8.0
 */
virNetworkPtr virNetworkCreateXMLFlags(virConnectPtr conn, const char *xmlDesc, unsigned int flags);

/**
 * virNetworkDHCPLeaseFree:
 * @lease: a lease of virNetworkGetDHCPLeases(), or NULL
 *
 * Frees a lease with all its texts.
 *
 * Since: 1.2.6
 */
void virNetworkDHCPLeaseFree(virNetworkDHCPLeasePtr lease);

/**
 * virNetworkDefineXML:
 * @conn: a connection
 * @xml: network XML, not NULL
 *
 * Stores a configuration without starting it, or replaces the one of the same UUID and name; a
 * running network takes it up with its next start. VIR_ERR_XML_ERROR or VIR_ERR_XML_DETAIL for
 * bad XML, VIR_ERR_OPERATION_FAILED if name or UUID clash. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the network, to be freed with virNetworkFree(), or NULL on error.
 *
 * Since: 0.2.0
 */
virNetworkPtr virNetworkDefineXML(virConnectPtr conn, const char *xml);

/**
 * virNetworkDefineXMLFlags:
 * @conn: a connection
 * @xml: network XML, not NULL
 * @flags: of virNetworkDefineFlags
 *
 * virNetworkDefineXML() with options. XML which fails VIR_NETWORK_DEFINE_VALIDATE is refused with
 * VIR_ERR_XML_INVALID_SCHEMA. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the network, to be freed with virNetworkFree(), or NULL on error.
 *
 * Since: 7.7.0
 */
virNetworkPtr virNetworkDefineXMLFlags(virConnectPtr conn, const char *xml, unsigned int flags);

/**
 * virNetworkDestroy:
 * @network: a running network
 *
 * Stops it at once; interfaces attached to it lose their link. A transient network is gone
 * afterwards. The handle stays the caller's to free. VIR_ERR_OPERATION_INVALID if it does not
 * run. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.2.0
 */
int virNetworkDestroy(virNetworkPtr network);

/**
 * virNetworkFree:
 * @network: the handle to give up
 *
 * Drops one reference; the handle is not to be used afterwards. The network itself is not
 * touched.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.2.0
 */
int virNetworkFree(virNetworkPtr network);

/**
 * virNetworkGetAutostart:
 * @network: a network
 * @autostart: set to 1 if the daemon starts the network when it starts, else to 0; not NULL
 *
 * Tells whether the network starts by itself.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.2.1
 */
int virNetworkGetAutostart(virNetworkPtr network, int *autostart);

/**
 * virNetworkGetBridgeName:
 * @network: a network
 *
 * Asks for the host bridge the network uses. A network without one fails with
 * VIR_ERR_INTERNAL_ERROR.
 *
 * Returns a text the caller frees with free(), or NULL on error.
 *
 * Since: 0.2.0
 */
char *virNetworkGetBridgeName(virNetworkPtr network);

/**
 * virNetworkGetConnect:
 * @net: a network
 *
 * Tells the connection a network belongs to.
 *
 * Returns the connection, without a reference of its own: valid as long as @net is; NULL on
 * error.
 *
 * Since: 0.3.0
 */
virConnectPtr virNetworkGetConnect(virNetworkPtr net);

/**
 * virNetworkGetDHCPLeases:
 * @network: a network
 * @mac: only leases of this MAC address; NULL for all
 * @leases: place for the array; NULL to count only
 * @flags: none defined, 0
 *
 * Asks for the leases in force. The caller frees every element with virNetworkDHCPLeaseFree() and
 * the array, which ends in a NULL element, with free(). VIR_ERR_INVALID_MAC if @mac is no MAC
 * address. After an error the place holds NULL.
 *
 * Returns the number of leases, or -1 on error.
 *
 * Since: 1.2.6
 */
int virNetworkGetDHCPLeases(virNetworkPtr network,
                            const char *mac,
                            virNetworkDHCPLeasePtr **leases,
                            unsigned int flags);

/**
 * virNetworkGetMetadata:
 * @network: a network
 * @type: a virNetworkMetadataType
 * @uri: namespace of VIR_NETWORK_METADATA_ELEMENT; NULL for the other types
 * @flags: of virNetworkUpdateFlags; LIVE and CONFIG exclude each other
 *
 * Reads a piece of metadata. VIR_ERR_NO_NETWORK_METADATA if it is not set, VIR_ERR_INVALID_ARG if
 * @uri does not suit @type.
 *
 * Returns a text the caller frees with free(), or NULL on error.
 *
 * Since: 9.7.0
 */
char *virNetworkGetMetadata(virNetworkPtr network, int type, const char *uri, unsigned int flags);

/**
 * virNetworkGetName:
 * @network: a network
 *
 * Tells the name, without asking the daemon.
 *
 * Returns the name, valid as long as the handle and not to be freed, or NULL on error.
 *
 * Since: 0.2.0
 */
const char *virNetworkGetName(virNetworkPtr network);

/**
 * virNetworkGetUUID:
 * @network: a network
 * @uuid: room for 16 bytes (VIR_UUID_BUFLEN), not NULL
 *
 * Tells the UUID, without asking the daemon.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.2.0
 */
int virNetworkGetUUID(virNetworkPtr network, unsigned char *uuid);

/**
 * virNetworkGetUUIDString:
 * @network: a network
 * @buf: room for 37 bytes (VIR_UUID_STRING_BUFLEN), not NULL
 *
 * Tells the UUID as text with hyphens and a final NUL, without asking the daemon.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.2.0
 */
int virNetworkGetUUIDString(virNetworkPtr network, char *buf);

/**
 * virNetworkGetXMLDesc:
 * @network: a network
 * @flags: of virNetworkXMLFlags
 *
 * Describes the network in XML; a running network shows its running configuration unless told
 * otherwise.
 *
 * Returns a text the caller frees with free(), or NULL on error.
 *
 * Since: 0.2.0
 */
char *virNetworkGetXMLDesc(virNetworkPtr network, unsigned int flags);

/**
 * virNetworkIsActive:
 * @net: a network
 *
 * Tells whether the network runs.
 *
 * Returns 1 if so, 0 if not, -1 on error.
 *
 * Since: 0.7.3
 */
int virNetworkIsActive(virNetworkPtr net);

/**
 * virNetworkIsPersistent:
 * @net: a network
 *
 * Tells whether the network has a stored configuration.
 *
 * Returns 1 if so, 0 if not, -1 on error.
 *
 * Since: 0.7.3
 */
int virNetworkIsPersistent(virNetworkPtr net);

/**
 * virNetworkListAllPorts:
 * @network: a network
 * @ports: place for the array; NULL to count only
 * @flags: none defined, 0
 *
 * Lists the ports of a network. The caller frees every element with virNetworkPortFree() and the
 * array, which ends in a NULL element, with free().
 *
 * Returns the number of ports, or -1 on error.
 *
 * Since: 5.5.0
 */
int virNetworkListAllPorts(virNetworkPtr network, virNetworkPortPtr **ports, unsigned int flags);

/**
 * virNetworkLookupByName:
 * @conn: a connection
 * @name: name to look for, not NULL
 *
 * Finds a network by name. VIR_ERR_NO_NETWORK if there is none.
 *
 * Returns the network, to be freed with virNetworkFree(), or NULL on error.
 *
 * Since: 0.2.0
 */
virNetworkPtr virNetworkLookupByName(virConnectPtr conn, const char *name);

/**
 * virNetworkLookupByUUID:
 * @conn: a connection
 * @uuid: 16 bytes (VIR_UUID_BUFLEN), not NULL
 *
 * Finds a network by UUID. VIR_ERR_NO_NETWORK if there is none.
 *
 * Returns the network, to be freed with virNetworkFree(), or NULL on error.
 *
 * Since: 0.2.0
 */
virNetworkPtr virNetworkLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * virNetworkLookupByUUIDString:
 * @conn: a connection
 * @uuidstr: UUID as text, with or without hyphens; not NULL
 *
 * Finds a network by UUID. VIR_ERR_NO_NETWORK if there is none, VIR_ERR_INVALID_ARG if the text
 * is no UUID.
 *
 * Returns the network, to be freed with virNetworkFree(), or NULL on error.
 *
 * Since: 0.2.0
 */
virNetworkPtr virNetworkLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * virNetworkPortCreateXML:
 * @net: a running network
 * @xmldesc: port XML, not NULL
 * @flags: of virNetworkPortCreateFlags
 *
 * Attaches a port and allocates what it needs on the host. VIR_ERR_NETWORK_PORT_EXIST if the UUID
 * is taken, VIR_ERR_OPERATION_INVALID if the network does not run, VIR_ERR_XML_INVALID_SCHEMA if
 * asked to validate. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the port, to be freed with virNetworkPortFree(), or NULL on error.
 *
 * Since: 5.5.0
 */
virNetworkPortPtr virNetworkPortCreateXML(virNetworkPtr net,
                                          const char *xmldesc,
                                          unsigned int flags);

/**
 * virNetworkPortDelete:
 * @port: a port
 * @flags: none defined, 0
 *
 * Detaches the port and returns its resources; the handle stays the caller's to free. A read-only
 * connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 5.5.0
 */
int virNetworkPortDelete(virNetworkPortPtr port, unsigned int flags);

/**
 * virNetworkPortFree:
 * @port: the handle to give up
 *
 * Drops one reference; the handle is not to be used afterwards. The port itself is not touched.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 5.5.0
 */
int virNetworkPortFree(virNetworkPortPtr port);

/**
 * virNetworkPortGetNetwork:
 * @port: a port
 *
 * Tells the network a port belongs to.
 *
 * Returns the network, without a reference of its own: valid as long as @port is; NULL on error.
 *
 * Since: 5.5.0
 */
virNetworkPtr virNetworkPortGetNetwork(virNetworkPortPtr port);

/**
 * virNetworkPortGetParameters:
 * @port: a port
 * @params: set to an array of the VIR_NETWORK_PORT_BANDWIDTH_* values in force; not NULL
 * @nparams: set to the number of elements; not NULL
 * @flags: none defined, 0
 *
 * Reads the limits of a port. The caller frees the array with virTypedParamsFree().
 *
 * Returns 0, or -1 on error.
 *
 * Since: 5.5.0
 */
int virNetworkPortGetParameters(virNetworkPortPtr port,
                                virTypedParameterPtr *params,
                                int *nparams,
                                unsigned int flags);

/**
 * virNetworkPortGetUUID:
 * @port: a port
 * @uuid: room for 16 bytes (VIR_UUID_BUFLEN), not NULL
 *
 * Tells the UUID, without asking the daemon.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 5.5.0
 */
int virNetworkPortGetUUID(virNetworkPortPtr port, unsigned char *uuid);

/**
 * virNetworkPortGetUUIDString:
 * @port: a port
 * @buf: room for 37 bytes (VIR_UUID_STRING_BUFLEN), not NULL
 *
 * Tells the UUID as text with hyphens and a final NUL, without asking the daemon.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 5.5.0
 */
int virNetworkPortGetUUIDString(virNetworkPortPtr port, char *buf);

/**
 * virNetworkPortGetXMLDesc:
 * @port: a port
 * @flags: none defined, 0
 *
 * Describes the port in XML.
 *
 * Returns a text the caller frees with free(), or NULL on error.
 *
 * Since: 5.5.0
 */
char *virNetworkPortGetXMLDesc(virNetworkPortPtr port, unsigned int flags);

/**
 * virNetworkPortLookupByUUID:
 * @net: a network
 * @uuid: 16 bytes (VIR_UUID_BUFLEN), not NULL
 *
 * Finds a port of the network. VIR_ERR_NO_NETWORK_PORT if there is none.
 *
 * Returns the port, to be freed with virNetworkPortFree(), or NULL on error.
 *
 * Since: 5.5.0
 */
virNetworkPortPtr virNetworkPortLookupByUUID(virNetworkPtr net, const unsigned char *uuid);

/**
 * virNetworkPortLookupByUUIDString:
 * @net: a network
 * @uuidstr: UUID as text, with or without hyphens; not NULL
 *
 * Finds a port of the network. VIR_ERR_NO_NETWORK_PORT if there is none, VIR_ERR_INVALID_ARG if
 * the text is no UUID.
 *
 * Returns the port, to be freed with virNetworkPortFree(), or NULL on error.
 *
 * Since: 5.5.0
 */
virNetworkPortPtr virNetworkPortLookupByUUIDString(virNetworkPtr net, const char *uuidstr);

/**
 * virNetworkPortRef:
 * @port: a port
 *
 * Adds a reference, to be dropped with virNetworkPortFree(): so a handle can be shared by threads
 * or outlive a callback.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 5.5.0
 */
int virNetworkPortRef(virNetworkPortPtr port);

/**
 * virNetworkPortSetParameters:
 * @port: a port
 * @params: the VIR_NETWORK_PORT_BANDWIDTH_* values to change; stays the caller's
 * @nparams: elements of @params
 * @flags: none defined, 0
 *
 * Changes limits of a port. VIR_ERR_OPERATION_INVALID if the network does not run. A read-only
 * connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 5.5.0
 */
int virNetworkPortSetParameters(virNetworkPortPtr port,
                                virTypedParameterPtr params,
                                int nparams,
                                unsigned int flags);

/**
 * virNetworkRef:
 * @network: a network
 *
 * Adds a reference, to be dropped with virNetworkFree(): so a handle can be shared by threads or
 * outlive a callback.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.6.0
 */
int virNetworkRef(virNetworkPtr network);

/**
 * virNetworkSetAutostart:
 * @network: a network
 * @autostart: 0 to leave the network alone, anything else to start it with the daemon
 *
 * Decides whether the network starts by itself. VIR_ERR_OPERATION_INVALID if it is transient. A
 * read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.2.1
 */
int virNetworkSetAutostart(virNetworkPtr network, int autostart);

/**
 * virNetworkSetMetadata:
 * @network: a network
 * @type: a virNetworkMetadataType
 * @metadata: new text, or XML element for VIR_NETWORK_METADATA_ELEMENT; NULL removes it
 * @key: namespace prefix of an element to store; NULL otherwise
 * @uri: namespace of VIR_NETWORK_METADATA_ELEMENT; NULL for the other types
 * @flags: of virNetworkUpdateFlags
 *
 * Sets, replaces or removes a piece of metadata. VIR_ERR_INVALID_ARG if @key or @uri does not
 * suit @type or a title holds a line break. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 9.7.0
 */
int virNetworkSetMetadata(virNetworkPtr network,
                          int type,
                          const char *metadata,
                          const char *key,
                          const char *uri,
                          unsigned int flags);

/**
 * virNetworkUndefine:
 * @network: a persistent network
 *
 * Removes the stored configuration; a running network goes on as a transient one.
 * VIR_ERR_OPERATION_INVALID if it is transient already. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.2.0
 */
int virNetworkUndefine(virNetworkPtr network);

/**
 * virNetworkUpdate:
 * @network: a network
 * @command: a virNetworkUpdateCommand
 * @section: a virNetworkUpdateSection
 * @parentIndex: which parent element, from 0, when several may hold the section (<ip> for DHCP);
 * -1 leaves the choice to the daemon
 * @xml: the element to add, replace or find; not NULL
 * @flags: of virNetworkUpdateFlags
 *
 * Changes one element of a network without restarting it. Not every section takes every command:
 * VIR_ERR_OPERATION_UNSUPPORTED or VIR_ERR_NO_SUPPORT for those, VIR_ERR_OPERATION_INVALID if
 * nothing matches, an equal element exists already or the state does not fit @flags. A read-only
 * connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.10.2
 */
int virNetworkUpdate(virNetworkPtr network,
                     unsigned int command,
                     unsigned int section,
                     int parentIndex,
                     const char *xml,
                     unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
