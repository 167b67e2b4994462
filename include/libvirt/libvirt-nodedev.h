#ifndef LIBVIRT_NODEDEV_H
#define LIBVIRT_NODEDEV_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
#error "include <libvirt/libvirt.h> instead of this file"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** virNodeDevice: a device of the host, known by its name; opaque, counted references */
typedef struct _virNodeDevice virNodeDevice;

/** virNodeDevicePtr: pointer to a virNodeDevice */
typedef virNodeDevice *virNodeDevicePtr;

/**
 * virConnectListAllNodeDeviceFlags: filters of virConnectListAllNodeDevices(): capabilities as
 * one group, then two pairs; a group of which all or no bits are set selects everything
 */
__extension__ typedef enum {
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM = (1 << 0), /**< the host itself (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV = (1 << 1), /**< PCI function (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV = (1 << 2), /**< USB device (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE = (1 << 3),
    /**< interface of a USB device (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET = (1 << 4), /**< network device (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST = (1 << 5),
    /**< SCSI host adapter (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET = (1 << 6), /**< SCSI target (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI = (1 << 7), /**< SCSI logical unit (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE = (1 << 8), /**< block device (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST = (1 << 9),
    /**< Fibre Channel adapter (Since: 1.0.4) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS = (1 << 10),
    /**< adapter which can hold NPIV virtual ports (Since: 1.0.4) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC = (1 << 11),
    /**< SCSI generic (sg) node (Since: 1.1.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM = (1 << 12),
    /**< DRM node of a graphics card (Since: 3.1.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES = (1 << 13),
    /**< parent which offers types of mediated devices (Since: 3.4.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV = (1 << 14), /**< mediated device (Since: 3.4.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV = (1 << 15),
    /**< s390 channel device (Since: 3.4.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV = (1 << 16), /**< s390 subchannel (Since: 6.8.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA = (1 << 17), /**< vDPA device (Since: 6.9.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD = (1 << 18), /**< s390 crypto card (Since: 7.0.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE = (1 << 19),
    /**< queue of an s390 crypto card (Since: 7.0.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX = (1 << 20),
    /**< s390 crypto matrix device (Since: 7.0.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD = (1 << 21),
    /**< PCI function with vital product data (Since: 7.9.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV = (1 << 22),
    /**< s390 group of channel devices (Since: 11.1.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER = (1 << 23),
    /**< channel device in a group (Since: 11.1.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT = (1 << 28),
    /**< with a stored configuration (Since: 10.1.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT = (1 << 29), /**< without one (Since: 10.1.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE = (1 << 30), /**< defined, not present (Since: 7.3.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE = (1U << 31), /**< present (Since: 7.3.0) */
} virConnectListAllNodeDeviceFlags;

/** virNodeDeviceCreateXMLFlags: options of virNodeDeviceCreateXML() */
typedef enum {
    VIR_NODE_DEVICE_CREATE_XML_VALIDATE = (1 << 0),
    /**< check the XML against the schema first (Since: 8.10.0) */
} virNodeDeviceCreateXMLFlags;

/** virNodeDeviceDefineXMLFlags: options of virNodeDeviceDefineXML() */
typedef enum {
    VIR_NODE_DEVICE_DEFINE_XML_VALIDATE = (1 << 0),
    /**< check the XML against the schema first (Since: 8.10.0) */
} virNodeDeviceDefineXMLFlags;

/**
 * virNodeDeviceEventLifecycleType: what happened to a device
 * (virConnectNodeDeviceEventLifecycleCallback())
 */
typedef enum {
    VIR_NODE_DEVICE_EVENT_CREATED = 0, /**< appeared or started (Since: 2.2.0) */
    VIR_NODE_DEVICE_EVENT_DELETED = 1, /**< vanished or stopped (Since: 2.2.0) */
    VIR_NODE_DEVICE_EVENT_DEFINED = 2, /**< configuration stored (Since: 7.3.0) */
    VIR_NODE_DEVICE_EVENT_UNDEFINED = 3, /**< stored configuration removed (Since: 7.3.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_NODE_DEVICE_EVENT_LAST = 4, /**< number of constants, grows with releases (Since: 2.2.0) */
#endif
} virNodeDeviceEventLifecycleType;

/**
 * virNodeDeviceEventID: kinds of events of virConnectNodeDeviceEventRegisterAny(); each tells the
 * type its callback must have
 */
typedef enum {
    VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE = 0,
    /**< virConnectNodeDeviceEventLifecycleCallback() (Since: 2.2.0) */
    VIR_NODE_DEVICE_EVENT_ID_UPDATE = 1,
    /**< virConnectNodeDeviceEventGenericCallback() (Since: 2.2.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_NODE_DEVICE_EVENT_ID_LAST = 2,
    /**< number of constants, grows with releases (Since: 2.2.0) */
#endif
} virNodeDeviceEventID;

/**
 * virNodeDeviceUpdateFlags: which of a device's two configurations virNodeDeviceUpdate() changes
 */
typedef enum {
    VIR_NODE_DEVICE_UPDATE_AFFECT_CURRENT = 0,
    /**< the running one when active, else the stored one (Since: 10.1.0) */
    VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE = (1 << 0), /**< the running one (Since: 10.1.0) */
    VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG = (1 << 1), /**< the stored one (Since: 10.1.0) */
} virNodeDeviceUpdateFlags;

/** virNodeDeviceXMLFlags: options of virNodeDeviceGetXMLDesc() */
typedef enum {
    VIR_NODE_DEVICE_XML_INACTIVE = (1 << 0),
    /**< the stored configuration of an active device too (Since: 10.1.0) */
} virNodeDeviceXMLFlags;

/*
 * Event callbacks
 *
 * Called on the thread that runs the event loop, one event at a time. Every pointer but opaque is
 * valid during the call only: keep a device with virNodeDeviceRef() and copy strings. The
 * callback may call any function of this library.
 */

/**
 * virConnectNodeDeviceEventGenericCallback:
 * @conn: connection the callback was registered on
 * @dev: device the event is about, lent for the call
 * @opaque: the caller's pointer from the registration
 *
 * Any callback, cast with VIR_NODE_DEVICE_EVENT_CALLBACK(); its own type for
 * VIR_NODE_DEVICE_EVENT_ID_UPDATE (the description changed). Called on the thread of the event
 * loop.
 *
 * Since: 2.2.0
 */
typedef void (*virConnectNodeDeviceEventGenericCallback)(virConnectPtr conn,
                                                         virNodeDevicePtr dev,
                                                         void *opaque);

/**
 * virConnectNodeDeviceEventLifecycleCallback:
 * @conn: connection the callback was registered on
 * @dev: device the event is about, lent for the call
 * @event: a virNodeDeviceEventLifecycleType
 * @detail: the cause; none defined, 0
 * @opaque: the caller's pointer from the registration
 *
 * A device came, went, was defined or undefined; for VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE. Called
 * on the thread of the event loop.
 *
 * Since: 2.2.0
 */
typedef void (*virConnectNodeDeviceEventLifecycleCallback)(virConnectPtr conn,
                                                           virNodeDevicePtr dev,
                                                           int event,
                                                           int detail,
                                                           void *opaque);

/**
 * VIR_NODE_DEVICE_EVENT_CALLBACK:
 * @cb: a callback of any type named by virNodeDeviceEventID
 *
 * Casts it to what virConnectNodeDeviceEventRegisterAny() takes.
 */
#define VIR_NODE_DEVICE_EVENT_CALLBACK(cb) \
    ((virConnectNodeDeviceEventGenericCallback)(cb))

/*
 * Functions
 *
 * Every function resets the calling thread's error first and leaves a virError behind when it
 * fails (virGetLastError()). A NULL or foreign handle fails with VIR_ERR_INVALID_CONN,
 * VIR_ERR_INVALID_NODE_DEVICE, a NULL where none is allowed, a number out of range or an unknown
 * bit in flags with VIR_ERR_INVALID_ARG, a procedure the driver or the daemon lacks with
 * VIR_ERR_NO_SUPPORT, a refused permission with VIR_ERR_ACCESS_DENIED, an object which is gone
 * with VIR_ERR_NO_NODE_DEVICE; these are not repeated below. What a function returns through a
 * pointer is undefined after an error unless it says otherwise.
 */

/**
 * virConnectListAllNodeDevices:
 * @conn: a connection
 * @devices: place for the array; NULL to count only
 * @flags: filters, of virConnectListAllNodeDeviceFlags; 0 for all
 *
 * Lists the host's devices as one consistent answer; a device with several capabilities passes if
 * one of them is asked for. The caller frees every element with virNodeDeviceFree() and the
 * array, which ends in a NULL element, with free(). After an error the place holds NULL.
 *
 * Returns the number of devices, or -1 on error.
 *
 * Since: 0.10.2
 */
int virConnectListAllNodeDevices(virConnectPtr conn,
                                 virNodeDevicePtr **devices,
                                 unsigned int flags);

/**
 * virConnectNodeDeviceEventDeregisterAny:
 * @conn: a connection
 * @callbackID: what virConnectNodeDeviceEventRegisterAny() returned, not negative
 *
 * Ends a registration; the release function given there runs once no call of the callback is
 * under way. VIR_ERR_INVALID_ARG if there is no such registration.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 2.2.0
 */
int virConnectNodeDeviceEventDeregisterAny(virConnectPtr conn, int callbackID);

/**
 * virConnectNodeDeviceEventRegisterAny:
 * @conn: a connection
 * @dev: only events of this device, which must belong to @conn; NULL for all devices
 * @eventID: a virNodeDeviceEventID
 * @cb: the callback, of the type @eventID names, cast with VIR_NODE_DEVICE_EVENT_CALLBACK(); not
 * NULL
 * @opaque: passed to @cb and @freecb, may be NULL
 * @freecb: called once with @opaque after the registration ended; may be NULL. Not called when
 * the registration fails
 *
 * Asks for events. They arrive while the program runs an event loop (virEventRunDefaultImpl() or
 * its own), which must be registered before the connection is opened. The registration holds a
 * reference to the connection, which stays open until it ends; @dev may be freed.
 * VIR_ERR_INVALID_ARG if @eventID is unknown or @dev is of another connection.
 *
 * Returns the id of the registration for virConnectNodeDeviceEventDeregisterAny(), or -1 on
 * error.
 *
 * Since: 2.2.0
 */
int virConnectNodeDeviceEventRegisterAny(virConnectPtr conn,
                                         virNodeDevicePtr dev,
                                         int eventID,
                                         virConnectNodeDeviceEventGenericCallback cb,
                                         void *opaque,
                                         virFreeCallback freecb);

/**
 * virNodeDeviceCreate:
 * @dev: a defined device which is not active
 * @flags: none defined, 0
 *
 * Makes a defined device present on the host, with a mediated device as the usual case.
 * VIR_ERR_OPERATION_INVALID if it is active already, VIR_ERR_CONFIG_UNSUPPORTED if its kind
 * cannot be made. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 7.3.0
 */
int virNodeDeviceCreate(virNodeDevicePtr dev, unsigned int flags);

/**
 * virNodeDeviceCreateXML:
 * @conn: a connection
 * @xmlDesc: device XML, not NULL
 * @flags: of virNodeDeviceCreateXMLFlags
 *
 * Makes a transient device: a mediated device, or a virtual port of a Fibre Channel adapter
 * (NPIV). VIR_ERR_XML_ERROR or VIR_ERR_XML_DETAIL for bad XML, VIR_ERR_XML_INVALID_SCHEMA if
 * asked to validate, VIR_ERR_CONFIG_UNSUPPORTED if the kind cannot be made. A read-only
 * connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the device, to be freed with virNodeDeviceFree(), or NULL on error.
 *
 * Since: 0.6.3
 */
virNodeDevicePtr virNodeDeviceCreateXML(virConnectPtr conn,
                                        const char *xmlDesc,
                                        unsigned int flags);

/**
 * virNodeDeviceDefineXML:
 * @conn: a connection
 * @xmlDesc: device XML, not NULL
 * @flags: of virNodeDeviceDefineXMLFlags
 *
 * Stores the configuration of a mediated device without making it present; what the XML leaves
 * out (UUID) is chosen by the host. VIR_ERR_XML_ERROR or VIR_ERR_XML_DETAIL for bad XML,
 * VIR_ERR_XML_INVALID_SCHEMA if asked to validate, VIR_ERR_CONFIG_UNSUPPORTED for other kinds. A
 * read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns the device, to be freed with virNodeDeviceFree(), or NULL on error.
 *
 * Since: 7.3.0
 */
virNodeDevicePtr virNodeDeviceDefineXML(virConnectPtr conn,
                                        const char *xmlDesc,
                                        unsigned int flags);

/**
 * virNodeDeviceDestroy:
 * @dev: an active mediated device or virtual port
 *
 * Removes the device from the host; a stored configuration and the handle remain.
 * VIR_ERR_OPERATION_INVALID if it is not active, VIR_ERR_INTERNAL_ERROR while a domain uses it,
 * VIR_ERR_CONFIG_UNSUPPORTED for other kinds. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.6.3
 */
int virNodeDeviceDestroy(virNodeDevicePtr dev);

/**
 * virNodeDeviceDetachFlags:
 * @dev: a PCI device
 * @driverName: driver to bind the device to instead; NULL for the hypervisor's usual one ("vfio"
 * with QEMU)
 * @flags: none defined, 0
 *
 * Takes the device from its host driver, so that a domain can have it. Not needed for devices a
 * domain manages itself. VIR_ERR_OPERATION_INVALID while a domain uses it, VIR_ERR_INVALID_ARG
 * for a driver the hypervisor cannot use. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 1.0.5
 */
int virNodeDeviceDetachFlags(virNodeDevicePtr dev, const char *driverName, unsigned int flags);

/**
 * virNodeDeviceDettach:
 * @dev: a PCI device
 *
 * virNodeDeviceDetachFlags() with the usual driver. The name is misspelled for good. A read-only
 * connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.6.1
 */
int virNodeDeviceDettach(virNodeDevicePtr dev);

/**
 * virNodeDeviceFree:
 * @dev: the handle to give up
 *
 * Drops one reference; the handle is not to be used afterwards. The device itself is not touched.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.5.0
 */
int virNodeDeviceFree(virNodeDevicePtr dev);

/**
 * virNodeDeviceGetAutostart:
 * @dev: a device
 * @autostart: set to 1 if the device is made present when the host or its parent starts, else to
 * 0; NULL to check only that the call works
 *
 * Tells whether a defined device starts by itself. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 7.8.0
 */
int virNodeDeviceGetAutostart(virNodeDevicePtr dev, int *autostart);

/**
 * virNodeDeviceGetName:
 * @dev: a device
 *
 * Tells the name, without asking the daemon.
 *
 * Returns the name, valid as long as the handle and not to be freed, or NULL on error.
 *
 * Since: 0.5.0
 */
const char *virNodeDeviceGetName(virNodeDevicePtr dev);

/**
 * virNodeDeviceGetParent:
 * @dev: a device
 *
 * Asks for the name of the device this one hangs on; a known answer is kept with the handle.
 *
 * Returns the name, valid as long as the handle and not to be freed; NULL on error, and also
 * without an error when there is no parent (virGetLastError() tells).
 *
 * Since: 0.5.0
 */
const char *virNodeDeviceGetParent(virNodeDevicePtr dev);

/**
 * virNodeDeviceGetXMLDesc:
 * @dev: a device
 * @flags: of virNodeDeviceXMLFlags
 *
 * Describes the device in XML, with all its capabilities.
 *
 * Returns a text the caller frees with free(), or NULL on error.
 *
 * Since: 0.5.0
 */
char *virNodeDeviceGetXMLDesc(virNodeDevicePtr dev, unsigned int flags);

/**
 * virNodeDeviceIsActive:
 * @dev: a device
 *
 * Tells whether the device is present on the host.
 *
 * Returns 1 if so, 0 if not, -1 on error.
 *
 * Since: 7.8.0
 */
int virNodeDeviceIsActive(virNodeDevicePtr dev);

/**
 * virNodeDeviceIsPersistent:
 * @dev: a device
 *
 * Tells whether the device has a stored configuration.
 *
 * Returns 1 if so, 0 if not, -1 on error.
 *
 * Since: 7.8.0
 */
int virNodeDeviceIsPersistent(virNodeDevicePtr dev);

/**
 * virNodeDeviceListCaps:
 * @dev: a device
 * @names: filled with the names; may be NULL if @maxnames is 0. The caller frees each name with
 * free()
 * @maxnames: room in @names, elements, not negative
 *
 * Lists the capabilities of a device, as the names XML uses ("pci", "net", ...). Names beyond the
 * room are left out.
 *
 * Returns the number of names written, or -1 on error.
 *
 * Since: 0.5.0
 */
int virNodeDeviceListCaps(virNodeDevicePtr dev, char **const names, int maxnames);

/**
 * virNodeDeviceLookupByName:
 * @conn: a connection
 * @name: name to look for ("pci_0000_00_1f_2"), not NULL
 *
 * Finds a device by name. VIR_ERR_NO_NODE_DEVICE if there is none.
 *
 * Returns the device, to be freed with virNodeDeviceFree(), or NULL on error.
 *
 * Since: 0.5.0
 */
virNodeDevicePtr virNodeDeviceLookupByName(virConnectPtr conn, const char *name);

/**
 * virNodeDeviceLookupSCSIHostByWWN:
 * @conn: a connection
 * @wwnn: world wide node name, 16 hexadecimal digits; not NULL
 * @wwpn: world wide port name, 16 hexadecimal digits; not NULL
 * @flags: none defined, 0
 *
 * Finds a Fibre Channel adapter by its names. VIR_ERR_NO_NODE_DEVICE if there is none.
 *
 * Returns the device, to be freed with virNodeDeviceFree(), or NULL on error.
 *
 * Since: 1.0.3
 */
virNodeDevicePtr virNodeDeviceLookupSCSIHostByWWN(virConnectPtr conn,
                                                  const char *wwnn,
                                                  const char *wwpn,
                                                  unsigned int flags);

/**
 * virNodeDeviceNumOfCaps:
 * @dev: a device
 *
 * Counts the capabilities of a device.
 *
 * Returns the number, or -1 on error.
 *
 * Since: 0.5.0
 */
int virNodeDeviceNumOfCaps(virNodeDevicePtr dev);

/**
 * virNodeDeviceReAttach:
 * @dev: a PCI device
 *
 * Gives a detached device back to its host driver. VIR_ERR_OPERATION_INVALID while a domain uses
 * it. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.6.1
 */
int virNodeDeviceReAttach(virNodeDevicePtr dev);

/**
 * virNodeDeviceRef:
 * @dev: a device
 *
 * Adds a reference, to be dropped with virNodeDeviceFree(): so a handle can be shared by threads
 * or outlive a callback.
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.6.0
 */
int virNodeDeviceRef(virNodeDevicePtr dev);

/**
 * virNodeDeviceReset:
 * @dev: a PCI device, detached
 *
 * Resets the device, before or after a domain had it. Fails if the reset would hit other devices
 * in use on the host or in a domain. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 0.6.1
 */
int virNodeDeviceReset(virNodeDevicePtr dev);

/**
 * virNodeDeviceSetAutostart:
 * @dev: a defined device
 * @autostart: 0 to leave the device alone, anything else to make it present when the host or its
 * parent starts
 *
 * Decides whether a defined device starts by itself. VIR_ERR_OPERATION_INVALID without a stored
 * configuration. A read-only connection is refused (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 7.8.0
 */
int virNodeDeviceSetAutostart(virNodeDevicePtr dev, int autostart);

/**
 * virNodeDeviceUndefine:
 * @dev: a defined device
 * @flags: none defined, 0
 *
 * Removes the stored configuration; an active device stays until virNodeDeviceDestroy().
 * VIR_ERR_OPERATION_INVALID without a stored configuration. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 7.3.0
 */
int virNodeDeviceUndefine(virNodeDevicePtr dev, unsigned int flags);

/**
 * virNodeDeviceUpdate:
 * @dev: a mediated device
 * @xmlDesc: device XML with the new configuration, not NULL; kind, UUID and parent may not change
 * @flags: of virNodeDeviceUpdateFlags
 *
 * Changes the configuration of a device in place. VIR_ERR_OPERATION_INVALID if the state does not
 * fit @flags, VIR_ERR_CONFIG_UNSUPPORTED for other kinds. A read-only connection is refused
 * (VIR_ERR_OPERATION_DENIED).
 *
 * Returns 0, or -1 on error.
 *
 * Since: 10.1.0
 */
int virNodeDeviceUpdate(virNodeDevicePtr dev, const char *xmlDesc, unsigned int flags);

/**
 * virNodeListDevices:
 * @conn: a connection
 * @cap: only devices with this capability ("pci", "net", ...); NULL for all
 * @names: filled with the names; may be NULL if @maxnames is 0. The caller frees each name with
 * free()
 * @maxnames: room in @names, elements, not negative
 * @flags: none defined, 0
 *
 * Lists the names of the host's devices. Names beyond the room are left out; prefer
 * virConnectListAllNodeDevices(), which needs no guess.
 *
 * Returns the number of names written, or -1 on error.
 *
 * Since: 0.5.0
 */
int virNodeListDevices(virConnectPtr conn,
                       const char *cap,
                       char **const names,
                       int maxnames,
                       unsigned int flags);

/**
 * virNodeNumOfDevices:
 * @conn: a connection
 * @cap: only devices with this capability ("pci", "net", ...); NULL for all
 * @flags: none defined, 0
 *
 * Counts the host's devices.
 *
 * Returns the number, or -1 on error.
 *
 * Since: 0.5.0
 */
int virNodeNumOfDevices(virConnectPtr conn, const char *cap, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
