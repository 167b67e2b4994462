#ifndef LIBVIRT_NODEDEV_H
#define LIBVIRT_NODEDEV_H

#ifndef __VIR_LIBVIRT_H_INCLUDES__
#error "include <libvirt/libvirt.h> instead of this file"
#endif

#ifdef __cplusplus
extern "C" {
#endif


typedef struct _virNodeDevice virNodeDevice;
typedef virNodeDevice *virNodeDevicePtr;

__extension__ typedef enum {
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM = (1 << 0), /**< (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV = (1 << 1), /**< (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV = (1 << 2), /**< (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE = (1 << 3), /**< (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET = (1 << 4), /**< (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST = (1 << 5), /**< (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET = (1 << 6), /**< (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI = (1 << 7), /**< (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE = (1 << 8), /**< (Since: 0.10.2) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST = (1 << 9), /**< (Since: 1.0.4) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS = (1 << 10), /**< (Since: 1.0.4) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC = (1 << 11), /**< (Since: 1.1.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM = (1 << 12), /**< (Since: 3.1.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES = (1 << 13), /**< (Since: 3.4.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV = (1 << 14), /**< (Since: 3.4.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV = (1 << 15), /**< (Since: 3.4.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV = (1 << 16), /**< (Since: 6.8.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA = (1 << 17), /**< (Since: 6.9.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD = (1 << 18), /**< (Since: 7.0.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE = (1 << 19), /**< (Since: 7.0.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX = (1 << 20), /**< (Since: 7.0.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD = (1 << 21), /**< (Since: 7.9.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV = (1 << 22), /**< (Since: 11.1.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER = (1 << 23), /**< (Since: 11.1.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT = (1 << 28), /**< (Since: 10.1.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT = (1 << 29), /**< (Since: 10.1.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE = (1 << 30), /**< (Since: 7.3.0) */
    VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE = (1U << 31), /**< (Since: 7.3.0) */
} virConnectListAllNodeDeviceFlags;

typedef enum {
    VIR_NODE_DEVICE_CREATE_XML_VALIDATE = (1 << 0), /**< (Since: 8.10.0) */
} virNodeDeviceCreateXMLFlags;

typedef enum {
    VIR_NODE_DEVICE_DEFINE_XML_VALIDATE = (1 << 0), /**< (Since: 8.10.0) */
} virNodeDeviceDefineXMLFlags;

typedef enum {
    VIR_NODE_DEVICE_EVENT_CREATED = 0, /**< (Since: 2.2.0) */
    VIR_NODE_DEVICE_EVENT_DELETED = 1, /**< (Since: 2.2.0) */
    VIR_NODE_DEVICE_EVENT_DEFINED = 2, /**< (Since: 7.3.0) */
    VIR_NODE_DEVICE_EVENT_UNDEFINED = 3, /**< (Since: 7.3.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_NODE_DEVICE_EVENT_LAST = 4, /**< (Since: 2.2.0) */
#endif
} virNodeDeviceEventLifecycleType;

typedef enum {
    VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE = 0, /**< (Since: 2.2.0) */
    VIR_NODE_DEVICE_EVENT_ID_UPDATE = 1, /**< (Since: 2.2.0) */
#ifdef VIR_ENUM_SENTINELS
    VIR_NODE_DEVICE_EVENT_ID_LAST = 2, /**< (Since: 2.2.0) */
#endif
} virNodeDeviceEventID;

typedef enum {
    VIR_NODE_DEVICE_UPDATE_AFFECT_CURRENT = 0, /**< (Since: 10.1.0) */
    VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE = (1 << 0), /**< (Since: 10.1.0) */
    VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG = (1 << 1), /**< (Since: 10.1.0) */
} virNodeDeviceUpdateFlags;

typedef enum {
    VIR_NODE_DEVICE_XML_INACTIVE = (1 << 0), /**< (Since: 10.1.0) */
} virNodeDeviceXMLFlags;

typedef void (*virConnectNodeDeviceEventGenericCallback)(virConnectPtr conn, virNodeDevicePtr dev, void *opaque);

typedef void (*virConnectNodeDeviceEventLifecycleCallback)(virConnectPtr conn, virNodeDevicePtr dev, int event, int detail, void *opaque);

#define VIR_NODE_DEVICE_EVENT_CALLBACK(cb) \
    ((virConnectNodeDeviceEventGenericCallback)(cb))

int virConnectListAllNodeDevices(virConnectPtr conn, virNodeDevicePtr **devices, unsigned int flags);

int virConnectNodeDeviceEventDeregisterAny(virConnectPtr conn, int callbackID);

int virConnectNodeDeviceEventRegisterAny(virConnectPtr conn, virNodeDevicePtr dev, int eventID, virConnectNodeDeviceEventGenericCallback cb, void *opaque, virFreeCallback freecb);

int virNodeDeviceCreate(virNodeDevicePtr dev, unsigned int flags);

virNodeDevicePtr virNodeDeviceCreateXML(virConnectPtr conn, const char *xmlDesc, unsigned int flags);

virNodeDevicePtr virNodeDeviceDefineXML(virConnectPtr conn, const char *xmlDesc, unsigned int flags);

int virNodeDeviceDestroy(virNodeDevicePtr dev);

int virNodeDeviceDetachFlags(virNodeDevicePtr dev, const char *driverName, unsigned int flags);

int virNodeDeviceDettach(virNodeDevicePtr dev);

int virNodeDeviceFree(virNodeDevicePtr dev);

int virNodeDeviceGetAutostart(virNodeDevicePtr dev, int *autostart);

const char *virNodeDeviceGetName(virNodeDevicePtr dev);

const char *virNodeDeviceGetParent(virNodeDevicePtr dev);

char *virNodeDeviceGetXMLDesc(virNodeDevicePtr dev, unsigned int flags);

int virNodeDeviceIsActive(virNodeDevicePtr dev);

int virNodeDeviceIsPersistent(virNodeDevicePtr dev);

int virNodeDeviceListCaps(virNodeDevicePtr dev, char **const names, int maxnames);

virNodeDevicePtr virNodeDeviceLookupByName(virConnectPtr conn, const char *name);

virNodeDevicePtr virNodeDeviceLookupSCSIHostByWWN(virConnectPtr conn, const char *wwnn, const char *wwpn, unsigned int flags);

int virNodeDeviceNumOfCaps(virNodeDevicePtr dev);

int virNodeDeviceReAttach(virNodeDevicePtr dev);

int virNodeDeviceRef(virNodeDevicePtr dev);

int virNodeDeviceReset(virNodeDevicePtr dev);

int virNodeDeviceSetAutostart(virNodeDevicePtr dev, int autostart);

int virNodeDeviceUndefine(virNodeDevicePtr dev, unsigned int flags);

int virNodeDeviceUpdate(virNodeDevicePtr dev, const char *xmlDesc, unsigned int flags);

int virNodeListDevices(virConnectPtr conn, const char *cap, char **const names, int maxnames, unsigned int flags);

int virNodeNumOfDevices(virConnectPtr conn, const char *cap, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
