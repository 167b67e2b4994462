"""Networks, interfaces, pools, volumes and node devices of the test driver."""

import libvirt

from lib.definitions import UUIDS, network, pool, volume

IFACE = ("<interface type='ethernet' name='golden0'><start mode='none'/><mac address='52:54:00:0f:03:01'/><mtu size='1492'/>"
         "</interface>")


def run(s):
    """One object kind after the other."""
    conn = s.open("test:///default")
    networks(s, conn)
    interfaces(s, conn)
    pools(s, conn)
    devices(s, conn)
    s.close(conn)


def networks(s, conn):
    """Networks."""
    net = s(conn, "networkDefineXML", network())
    s(conn, "networkDefineXMLFlags", network("goldnet2", "network2", "goldbr1"), 0)
    s(conn, "networkDefineXML", "<network/>")
    s.each(net, ["name", "UUIDString", "isActive", "isPersistent", "create", "isActive", "bridgeName", ("XMLDesc", 0),
                 "autostart", ("setAutostart", 1), "autostart", ("DHCPLeases", None, 0),
                 ("DHCPLeases", "52:54:00:00:00:01", 0), ("listAllPorts", 0), ("portLookupByUUIDString", UUIDS["port"]),
                 ("portCreateXML", "<networkport/>", 0), ("update", 3, 4, -1, "<host ip='192.0.2.9'/>", 0)])
    s(conn, "networkLookupByName", "goldnet")
    s(conn, "networkLookupByUUIDString", UUIDS["network"])
    s(conn, "networkLookupByName", "none")
    s(conn, "networkLookupByUUID", bytes(range(16)))
    s(conn, "listAllNetworks", 0, mask="sorted")
    s(conn, "listNetworks", mask="sorted")
    s(conn, "listDefinedNetworks", mask="sorted")
    s.each(net, ["destroy", "undefine", "undefine"])
    made = s(conn, "networkCreateXML", network("goldnet3", "second", "goldbr2"))
    s(conn, "networkCreateXMLFlags", network("goldnet4", "transient", "goldbr3"), 0)
    s(made, "destroy")


def interfaces(s, conn):
    """Host interfaces, with a transaction."""
    s(conn, "changeBegin", 0)
    iface = s(conn, "interfaceDefineXML", IFACE, 0)
    s(conn, "changeRollback", 0)
    s(conn, "changeBegin", 0)
    iface = s(conn, "interfaceDefineXML", IFACE, 0)
    s(conn, "changeCommit", 0)
    s(conn, "changeCommit", 0)
    s.each(iface, ["name", "MACString", "isActive", ("create", 0), "isActive", ("XMLDesc", 0), ("destroy", 0)])
    s(conn, "interfaceLookupByName", "golden0")
    s(conn, "interfaceLookupByName", "none")
    s(conn, "interfaceLookupByMACString", "52:54:00:0f:03:01")
    s(conn, "interfaceLookupByMACString", "00:00:00:00:00:99")
    s(conn, "listAllInterfaces", 0, mask="sorted")
    s(conn, "listDefinedInterfaces", mask="sorted")
    s(iface, "undefine")


def pools(s, conn):
    """Pools and volumes: the test driver keeps them in memory."""
    one = s(conn, "storagePoolDefineXML", pool("/golden/pool"), 0)
    s(conn, "storagePoolDefineXML", "<pool/>", 0)
    s.each(conn, ["numOfDefinedStoragePools", "listDefinedStoragePools"])
    s.each(one, ["name", "UUIDString", "isActive", "isPersistent", ("build", 0), ("create", 0), "isActive", "info",
                 ("XMLDesc", 0), "autostart", ("setAutostart", 1), ("refresh", 0), "numOfVolumes", "listVolumes"])
    s(conn, "storagePoolLookupByName", "goldpool")
    s(conn, "storagePoolLookupByName", "none")
    s(conn, "storagePoolLookupByUUIDString", UUIDS["pool"])
    s(conn, "storagePoolLookupByUUID", bytes(16))
    s(conn, "storagePoolLookupByTargetPath", "/golden/pool")
    s(conn, "listAllStoragePools", 0, mask="sorted")
    vol = s(one, "createXML", volume(), 0)
    s(one, "createXML", "<volume/>", 0)
    copy = s(one, "createXMLFrom", volume("copy.img"), vol, 0)
    s.each(vol, ["name", "key", "path", "info", ("infoFlags", 0), ("infoFlags", libvirt.VIR_STORAGE_VOL_GET_PHYSICAL),
                 ("XMLDesc", 0), "storagePoolLookupByVolume", ("wipe", 0), ("wipePattern", 0, 0), ("resize", 131072, 0)])
    s(one, "storageVolLookupByName", "gold.img")
    s(one, "storageVolLookupByName", "none")
    s(one, "listAllVolumes", 0, mask="sorted")
    s(one, "listVolumes", mask="sorted")
    if vol is not None:
        s(conn, "storageVolLookupByKey", vol.key())
        s(conn, "storageVolLookupByPath", vol.key())
    s(conn, "storageVolLookupByKey", "none")
    s(conn, "storageVolLookupByPath", "/none")
    s(copy, "delete", 0)
    s(vol, "delete", 0)
    s.each(one, ["destroy", ("delete", 0), "undefine"])
    two = s(conn, "storagePoolCreateXML", pool("/golden/pool2", "goldpool2", "pool2"), 0)
    s(two, "destroy")


def devices(s, conn):
    """Node devices: one virtual adapter is made from XML."""
    dev = s(conn, "nodeDeviceLookupByName", "computer")
    s.each(dev, ["name", ("XMLDesc", 0), "parent", "numOfCaps", "listCaps", "isActive", "isPersistent", "autostart",
                 ("setAutostart", 1), ("create", 0), ("undefine", 0), "dettach", ("detachFlags", "vfio", 0), "reAttach",
                 "reset"])
    s(conn, "nodeDeviceLookupByName", "none")
    s(conn, "nodeDeviceLookupSCSIHostByWWN", "2000000012341234", "1000000012341234", 0)
    hba = ("<device><parent>test-scsi-host-vport</parent><capability type='scsi_host'><capability type='fc_host'>"
           "<wwnn>2000000012341235</wwnn><wwpn>1000000012341235</wwpn></capability></capability></device>")
    made = s(conn, "nodeDeviceCreateXML", hba, 0, mask="all")
    s(conn, "nodeDeviceLookupSCSIHostByWWN", "2000000012341235", "1000000012341235", 0)
    s(conn, "nodeDeviceDefineXML", hba, 0)
    s(made, "destroy")
    s(conn, "listAllDevices", 0, mask="sorted")
