"""Networks and ports, pools and volumes, filters and bindings, secrets, node devices, interfaces of the real drivers."""

import libvirt

from lib.definitions import UUIDS, network, nwfilter, pool, secret, volume

PORT = (f"<networkport><uuid>{UUIDS['port']}</uuid><owner><name>golden</name><uuid>{UUIDS['guest']}</uuid></owner>"
        "<mac address='52:54:00:0f:04:01'/><bandwidth><inbound average='1000'/></bandwidth></networkport>")


def run(s):
    """One object kind after the other."""
    conn = s.open(s.qemu_uri)
    networks(s, conn)
    pools(s, conn)
    filters(s, conn)
    secrets(s, conn)
    devices(s, conn)
    interfaces(s, conn)
    s.close(conn)


def networks(s, conn):
    """A bridge without addresses, and a port that no guest uses."""
    net = s(conn, "networkDefineXML", network())
    s(conn, "networkDefineXMLFlags", network(), libvirt.VIR_NETWORK_DEFINE_VALIDATE)
    s(conn, "networkDefineXML", "<network><name>a/b</name></network>")
    s.each(net, ["isActive", "isPersistent", "create", "isActive", "bridgeName", ("XMLDesc", 0), ("XMLDesc", 1),
                 "autostart", ("setAutostart", 1), "autostart", ("setAutostart", 0), ("DHCPLeases", None, 0),
                 ("DHCPLeases", "52:54:00:00:00:01", 0), ("update", 4, 9, -1, "<portgroup name='pg'/>", 0),
                 ("update", 3, 9, -1, "<portgroup name='pg'/>", 2), ("update", 1, 10, 0, "<x/>", 1)])
    port = s(net, "portCreateXML", PORT, 0)
    s(net, "portLookupByUUIDString", UUIDS["port"])
    s(net, "portLookupByUUID", bytes(16))
    s(net, "listAllPorts", 0)
    s.each(port, ["UUIDString", ("XMLDesc", 0), ("parameters", 0), ("setParameters", {"inbound.average": 2000,
                  "inbound.burst": 9}, 0), ("parameters", 0), ("delete", 0), ("delete", 0)])
    s(conn, "networkLookupByName", "goldnet")
    s(conn, "networkLookupByUUIDString", UUIDS["network"])
    s(conn, "networkLookupByName", "none")
    s(conn, "listAllNetworks", 0)
    s(conn, "listAllNetworks", libvirt.VIR_CONNECT_LIST_NETWORKS_PERSISTENT)
    s.each(net, ["destroy", "destroy", "undefine"])
    made = s(conn, "networkCreateXML", network("goldnet2", "network2", "goldbr1"))
    s(made, "destroy")
    made = s(conn, "networkCreateXMLFlags", network("goldnet2", "network2", "goldbr1"), 1)
    s(made, "destroy")
    s(conn, "networkCreateXML", "<network/>")


def pools(s, conn):
    """A directory pool in the scratch directory."""
    path = f"{s.scratch}/pool"
    one = s(conn, "storagePoolDefineXML", pool(path), 0)
    s(conn, "storagePoolDefineXML", "<pool type='nosuch'/>", 0)
    s.each(one, ["isActive", "isPersistent", ("build", 0), ("create", 0), "autostart", ("setAutostart", 1),
                 ("setAutostart", 0), ("refresh", 0), "numOfVolumes", "listVolumes"])
    s(one, "info", mask="shape")
    s(one, "XMLDesc", 0, mask="all")
    s.each(conn, [("storagePoolLookupByName", "goldpool"), ("storagePoolLookupByName", "none"),
                  ("storagePoolLookupByUUIDString", UUIDS["pool"]), ("storagePoolLookupByTargetPath", path),
                  ("storagePoolLookupByTargetPath", "/none"), ("listAllStoragePools", 0)])
    vol = s(one, "createXML", volume(), 0)
    s(one, "createXML", volume(), 0)
    copy = s(one, "createXMLFrom", volume("copy.img"), vol, 0)
    s(one, "createXMLFrom", volume("copy2.img"), vol, 1 << 9)
    s.each(vol, ["info", ("infoFlags", 0), ("infoFlags", libvirt.VIR_STORAGE_VOL_GET_PHYSICAL), "path",
                 "storagePoolLookupByVolume", ("resize", 131072, 0), ("resize", 1, 0), ("wipe", 0),
                 ("wipePattern", libvirt.VIR_STORAGE_VOL_WIPE_ALG_ZERO, 0), ("wipePattern", 99, 0), "info"])
    s(vol, "XMLDesc", 0)
    s.each(one, ["numOfVolumes", ("storageVolLookupByName", "gold.img"), ("storageVolLookupByName", "none")])
    s(one, "listVolumes", mask="sorted")
    s(one, "listAllVolumes", 0, mask="sorted")
    s.each(conn, [("storageVolLookupByKey", f"{path}/gold.img"), ("storageVolLookupByPath", f"{path}/gold.img"),
                  ("storageVolLookupByKey", "none"), ("storageVolLookupByPath", "none")])
    s.each(copy, [("delete", 1 << 5), ("delete", 0)])
    s.each(vol, [("delete", 0), ("delete", 0), "info"])
    s.each(one, ["destroy", ("delete", 0), "undefine", "undefine"])
    two = s(conn, "storagePoolCreateXML", pool(f"{s.scratch}/pool2", "goldpool2", "pool2"), 0)
    s(two, "destroy")
    s(conn, "storagePoolCreateXML", "<pool/>", 0)


def filters(s, conn):
    """A filter, and a binding of it to a device that is not there."""
    one = s(conn, "nwfilterDefineXML", nwfilter())
    s(conn, "nwfilterDefineXMLFlags", nwfilter(), 1)
    s(conn, "nwfilterDefineXML", "<filter/>")
    s.each(one, ["name", "UUIDString", ("XMLDesc", 0)])
    s.each(conn, ["numOfNWFilters", "listNWFilters", ("listAllNWFilters", 0), ("nwfilterLookupByName", "goldfilter"),
                  ("nwfilterLookupByName", "none"), ("nwfilterLookupByUUIDString", UUIDS["filter"]),
                  ("nwfilterLookupByUUID", bytes(16))])
    binding = ("<filterbinding><owner><name>golden</name><uuid>" + UUIDS["guest"] + "</uuid></owner>"
               "<portdev name='oxi0'/><mac address='52:54:00:0f:00:01'/><filterref filter='goldfilter'/></filterbinding>")
    bound = s(conn, "nwfilterBindingCreateXML", binding, 0)
    s(conn, "nwfilterBindingCreateXML", binding, 0)
    s.each(bound, ["portDev", "filterName", ("XMLDesc", 0)])
    s.each(conn, [("listAllNWFilterBindings", 0), ("nwfilterBindingLookupByPortDev", "oxi0"),
                  ("nwfilterBindingLookupByPortDev", "none")])
    s(one, "undefine")
    s(bound, "delete")
    s(one, "undefine")


def secrets(s, conn):
    """A volume secret and a ceph one."""
    one = s(conn, "secretDefineXML", secret(), 0)
    s(conn, "secretDefineXML", "<secrets/>", 0)
    s.each(one, ["UUIDString", "usageType", "usageID", ("XMLDesc", 0), ("value", 0), ("setValue", b"gold\x00\xffen", 0),
                 ("value", 0), ("value", 1), ("setValue", b"", 0)])
    s.each(conn, ["numOfSecrets", "listSecrets", ("listAllSecrets", 0), ("secretLookupByUUIDString", UUIDS["secret"]),
                  ("secretLookupByUUID", bytes(16)), ("secretLookupByUsage", 1, "/golden/volume"),
                  ("secretLookupByUsage", 2, "none")])
    s.each(one, ["undefine", "undefine"])


def devices(s, conn):
    """The host's devices by name; nothing is detached for real."""
    s.each(conn, [("nodeDeviceLookupByName", "none"), ("nodeDeviceLookupSCSIHostByWWN", "2000000012341234",
                   "1000000012341234", 0), ("nodeDeviceCreateXML", "<device/>", 0), ("nodeDeviceDefineXML", "<device/>", 0)])
    computer = s(conn, "nodeDeviceLookupByName", "computer")
    s.each(computer, ["parent", "numOfCaps", "listCaps", "autostart", ("setAutostart", 1), ("create", 0),
                      ("undefine", 0), "destroy"])
    s(computer, "XMLDesc", 0, mask="all")
    net = s(conn, "nodeDeviceLookupByName", "net_oxi0_52_54_00_0f_00_01")
    s.each(net, ["name", "parent", "numOfCaps", "listCaps", "isActive", "isPersistent", "autostart", ("setAutostart", 0),
                 "dettach", ("detachFlags", "vfio", 0), "reAttach", "reset", ("XMLDesc", 0)])


def interfaces(s, conn):
    """The udev backend only reads: what changes is refused."""
    iface = s(conn, "interfaceLookupByName", "oxi0")
    s.each(iface, ["name", "MACString", "isActive", ("XMLDesc", 0), ("create", 0), ("destroy", 0), "undefine"])
    s.each(conn, [("interfaceLookupByMACString", "52:54:00:0f:00:01"), ("interfaceLookupByMACString", "00:00:00:00:00:99"),
                  ("interfaceLookupByName", "none"), ("interfaceDefineXML", "<interface/>", 0), ("changeBegin", 0),
                  ("changeCommit", 0), ("changeRollback", 0)])
    s(conn, "listInterfaces", mask="sorted")
    s(conn, "listDefinedInterfaces", mask="sorted")
