"""Pools on virtual ports: the port comes with a pool that is created, and goes with any pool on one that is destroyed."""

import re

import libvirt

from compare.testdriver.say import Events, said

UUID = "11111111-1111-1111-1111-111111111111"
NAMES = "wwnn='20000000c9831b4b' wwpn='10000000c9831b4b'"
OTHERS = "wwnn='20000000c9831b4c' wwpn='10000000c9831b4c'"


def pool(name, adapter, uuid=""):
    """Returns the definition of a pool on a virtual port."""
    uuid = f"<uuid>{uuid}</uuid>" if uuid else ""
    return (f"<pool type='scsi'><name>{name}</name>{uuid}<source><adapter type='fc_host' {adapter}/></source>"
            f"<target><path>/{name}</path></target></pool>")


def port(parent, names=""):
    """Returns the definition of a virtual port."""
    return (f"<device><parent>{parent}</parent><capability type='scsi_host'><capability type='fc_host'>{names}</capability>"
            "</capability></device>")


class Watch(Events):
    """Notes what becomes of devices and pools, and tells it with all devices."""

    def __init__(self, conn):
        super().__init__()
        self.conn = conn
        for register in (conn.nodeDeviceEventRegisterAny, conn.storagePoolEventRegisterAny):
            register(None, 0, lambda _, one, *more: self.noted.append(("here", one.name(), *more[:-1])), None)

    def after(self, what, call, *args):
        """Calls, and prints what came of it."""
        answer = said(what, call, *args)
        self.tell()
        print("devices", sorted(device.name() for device in self.conn.listAllDevices()), flush=True)
        return answer

    def port(self):
        """Prints the port, whose names may be made up."""
        try:
            document = self.conn.nodeDeviceLookupByName("scsi_host12").XMLDesc()
        except libvirt.libvirtError as why:
            print("no port", why.err, flush=True)
        else:
            print(re.sub(r">5100000\w+<", ">MADE UP<", document), flush=True)


def created(conn, watch):
    """Pools that are gone when they are stopped: there is one port at a time, whatever the pool."""
    for parent in ("", "parent='scsi_host1'", "parent='none'", "parent_wwnn='2000000012341234' parent_wwpn='1000000012341234'",
                   "parent_fabric_wwn='2000000043214321'", "managed='yes'"):
        one = watch.after(f"create {parent}", conn.storagePoolCreateXML, pool("one", f"{NAMES} {parent}"), 0)
        watch.port()
        if one:
            watch.after("create it again", conn.storagePoolCreateXML, pool("one", NAMES), 0)
            watch.after("create another of those names", conn.storagePoolCreateXML, pool("two", NAMES), 0)
            watch.after("destroy", one.destroy)
            watch.after("destroy again", one.destroy)
    one = watch.after("create", conn.storagePoolCreateXML, pool("one", NAMES), 0)
    two = watch.after("create another", conn.storagePoolCreateXML, pool("two", OTHERS), 0)
    watch.port()
    watch.after("destroy the first", one.destroy)
    watch.after("destroy the second", two.destroy)
    watch.after("is it active", two.isActive)
    watch.after("destroy the second again", two.destroy)
    watch.after("start what is left", two.create)
    watch.after("make a port", conn.nodeDeviceCreateXML, port("scsi_host1"), 0)
    watch.port()
    watch.after("destroy what is left", two.destroy)
    watch.after("look for it", conn.storagePoolLookupByName, "two")
    for adapter in ("", "wwnn='20000000c9831b4b'", "wwnn='none' wwpn='10000000c9831b4b'", f"{NAMES} parent_wwnn='1'",
                    f"{NAMES} parent_wwnn='2000000012341234'", f"{NAMES} managed='none'"):
        watch.after(f"create {adapter}", conn.storagePoolCreateXML, pool("bad", adapter), 0)


def defined(conn, watch):
    """Pools that are defined: starting them makes no port."""
    one = watch.after("define", conn.storagePoolDefineXML, pool("kept", NAMES, UUID), 0)
    watch.after("start", one.create)
    watch.after("destroy without a port", one.destroy)
    watch.after("state", one.isActive)
    watch.after("start", one.create)
    made = watch.after("make a port", conn.nodeDeviceCreateXML, port("scsi_host1"), 0)
    watch.after("destroy with a port", one.destroy)
    watch.after("destroy the port", made.XMLDesc)
    watch.after("create what is defined", conn.storagePoolCreateXML, pool("kept", NAMES, UUID), 0)
    watch.after("is it kept", one.isPersistent)
    made = conn.nodeDeviceLookupByName("scsi_host12")
    watch.after("destroy its port", made.destroy)
    watch.after("refresh", one.refresh)
    watch.after("destroy", one.destroy)
    watch.after("undefine", one.undefine)


def ports(conn, watch):
    """Ports by themselves."""
    names = "<wwnn>20000000c9831b4b</wwnn><wwpn>10000000c9831b4b</wwpn>"
    for parent in ("scsi_host1", "scsi_host2", "scsi_host11", "computer", "none"):
        watch.after(f"port of {parent}", conn.nodeDeviceCreateXML, port(parent, names), 0)
        watch.port()
    watch.after("again", conn.nodeDeviceCreateXML, port("scsi_host1"), 0)
    watch.port()
    watch.after("pool", conn.storagePoolCreateXML, pool("one", NAMES), 0)
    watch.port()
    watch.after("destroy the pool", conn.storagePoolLookupByName("one").destroy)


def main():
    """Says what comes and goes."""
    conn = libvirt.open("test:///default")
    watch = Watch(conn)
    created(conn, watch)
    defined(conn, watch)
    ports(conn, watch)


main()
