"""Storage pools: lookup, lists with all filters, every call in every state, definitions that conflict, sources, events, node files."""

import os
import sys

import libvirt

from compare.testdriver.say import Events, said

FOLDER = sys.argv[1]
UUID = "11111111-2222-3333-4444-{:012}"
CALLS = ["create", "build", "destroy", "delete", "undefine", "refresh", "info", "isActive", "isPersistent", "autostart",
         "XMLDesc", "numOfVolumes", "listVolumes", "listAllVolumes", "name", "UUIDString"]
FLAGGED = ["create", "build", "delete", "refresh", "XMLDesc", "listAllVolumes"]
SOURCES = {
    "dir": "", "fs": "<source><device path='/dev/{0}'/></source>",
    "netfs": "<source><host name='{0}'/><dir path='/d'/></source>", "logical": "<source><device path='/dev/{0}'/></source>",
    "disk": "<source><device path='/dev/{0}'/></source>", "iscsi": "<source><host name='h'/><device path='iqn.{0}'/></source>",
    "iscsi-direct": "<source><host name='h'/><device path='iqn.{0}'/><initiator><iqn name='i.{0}'/></initiator></source>",
    "scsi": "<source><adapter name='host{0}'/></source>", "mpath": "", "rbd": "<source><host name='h'/><name>{0}</name></source>",
    "sheepdog": "<source><host name='{0}'/><name>n</name></source>",
    "gluster": "<source><host name='{0}'/><name>n</name><dir path='/'/></source>", "zfs": "<source><name>{0}</name></source>",
    "vstorage": "<source><name>{0}</name></source>"}


def pool(name, number=None, kind="dir", source=None, path=None):
    """A definition."""
    uuid = f"<uuid>{UUID.format(number)}</uuid>" if number is not None else ""
    source = SOURCES[kind].format(name) if source is None else source
    return f"<pool type='{kind}'><name>{name}</name>{uuid}{source}<target><path>{path or '/' + name}</path></target></pool>"


def note(events, conn, whose, one=None):
    """Notes lifecycle and refresh events."""
    kinds = (libvirt.VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE, libvirt.VIR_STORAGE_POOL_EVENT_ID_REFRESH)
    return [conn.storagePoolEventRegisterAny(one, kind, lambda _, obj, *more: events.noted.append(
        (whose, obj.name(), obj.UUIDString(), *more[:-1])), None) for kind in kinds]


def tell(conn):
    """What pools there are."""
    said("numbers", lambda: (conn.numOfStoragePools(), conn.numOfDefinedStoragePools()))
    said("names", lambda: (sorted(conn.listStoragePools()), sorted(conn.listDefinedStoragePools())))
    for one in sorted(conn.listAllStoragePools(), key=lambda one: one.name()):
        said("pool", lambda: (one.name(), one.UUIDString(), one.info(), one.isActive(), one.isPersistent(), one.autostart()))
        said("xml", one.XMLDesc)


def lists(conn):
    """Every type, every filter."""
    tell(conn)
    for number, kind in enumerate(SOURCES):
        said(f"define {kind}", conn.storagePoolDefineXML, pool(f"p{number}", number, kind))
        said("xml", lambda: conn.storagePoolLookupByName(f"p{number}").XMLDesc())
    for number in (1, 3, 5, 7):
        said("start", conn.storagePoolLookupByName(f"p{number}").create)
    said("transient", conn.storagePoolCreateXML, pool("t", 99))
    for number in (1, 2):
        said("autostart", conn.storagePoolLookupByName(f"p{number}").setAutostart, 1)
    for flags in [*range(64), *(1 << bit for bit in range(6, 32)), 0x3C0, 0x41, 0xFFFFF]:
        said(f"flags {flags:#x}", lambda: sorted(one.name() for one in conn.listAllStoragePools(flags)))
    for name in ("p1", "", "x", "é"):
        said(f"name {name}", conn.storagePoolLookupByName, name)
    for number in (1, 55, 99):
        said(f"uuid {number}", conn.storagePoolLookupByUUIDString, UUID.format(number))
    tell(conn)


def reach(conn, state):
    """A pool in a state, alone."""
    for end in ("destroy", "undefine"):
        try:
            getattr(conn.storagePoolLookupByName("one"), end)()
        except libvirt.libvirtError:
            pass
    if state == "gone":
        one = conn.storagePoolDefineXML(pool("one", 77))
        one.undefine()
        return one
    if state == "transient":
        return conn.storagePoolCreateXML(pool("one", 77))
    one = conn.storagePoolDefineXML(pool("one", 77))
    if state == "running":
        one.create()
        one.createXML("<volume><name>v</name><capacity>5</capacity></volume>")
    return one


def states(conn, events):
    """Every call in every state."""
    for state in ("inactive", "running", "transient", "gone"):
        for call in CALLS:
            one = reach(conn, state)
            events.tell()
            said(f"{state} {call}", getattr(one, call))
            said(f"{state} again", getattr(one, call))
            said("state", one.isActive)
            events.tell()
        for value in (0, 1, -5):
            one = reach(conn, state)
            said(f"{state} autostart {value}", one.setAutostart, value)
            said("autostart", one.autostart)
        for call in FLAGGED:
            for flags in (1, 2, 4, 8, 1 << 31):
                said(f"{state} {call} {flags}", getattr(reach(conn, state), call), flags)
        for number in (77, 78):
            for make in ("storagePoolDefineXML", "storagePoolCreateXML"):
                reach(conn, state)
                events.tell()
                said(f"{state} {make} {number}", getattr(conn, make), pool("one", number, path="/other"))
                said(f"{state} {make} {number} name", getattr(conn, make), pool("two", number, path="/two"))
                tell(conn)
                for end in ("destroy", "undefine"):
                    said(end, lambda: getattr(conn.storagePoolLookupByName("two"), end)())
                events.tell()
    reach(conn, "gone")


def conflicts(conn):
    """The same source twice, in every pair of types."""
    for kind in SOURCES:
        said(f"define {kind}", conn.storagePoolDefineXML, pool("x", 100, kind))
        for other in SOURCES:
            made = said(f"{kind} and {other}", conn.storagePoolDefineXML, pool("y", 101, other, SOURCES[other].format("x"), "/x"))
            if made:
                made.undefine()
        conn.storagePoolLookupByName("x").undefine()
    for first, second in [("<adapter name='host5'/>", "<adapter name='scsi_host5'/>"), ("<adapter name='host5'/>", "<adapter name='host6'/>"),
                          ("<adapter type='scsi_host'><parentaddr unique_id='1'><address domain='0' bus='1' slot='2' function='0'/></parentaddr></adapter>",) * 2]:
        said("adapter", conn.storagePoolDefineXML, pool("x", 100, "scsi", f"<source>{first}</source>"))
        said("adapter", conn.storagePoolDefineXML, pool("y", 101, "scsi", f"<source>{second}</source>"))
        for name in "xy":
            said("undefine", lambda: conn.storagePoolLookupByName(name).undefine())
    for hosts in ("<host name='a'/>", "<host name='a' port='5'/>", "<host name='b'/>", "<host name='a'/><host name='b'/>"):
        said("hosts", conn.storagePoolDefineXML, pool("x", 100, "sheepdog", f"<source>{hosts}<name>n</name></source>"))
        for more in ("<host name='a'/>", "<host name='a' port='5'/>", "<host name='b'/>"):
            made = said(f"hosts {hosts} {more}", conn.storagePoolDefineXML, pool("y", 101, "sheepdog", f"<source>{more}<name>n</name></source>"))
            if made:
                made.undefine()
    for text in ("", "<x/>", "<pool>", "<pool/>", "<pool type='x'/>", "<pool type='dir'/>", pool("a/b"), "<pool type='dir'><name>n</name></pool>"):
        said(f"define {text}", conn.storagePoolDefineXML, text)
        said(f"create {text}", conn.storagePoolCreateXML, text)
    for flags in (1, 2, 4):
        said(f"define flags {flags}", conn.storagePoolDefineXML, pool("f", 5, path="/f"), flags)
        said(f"create flags {flags}", conn.storagePoolCreateXML, pool("g", 6, path="/g"), flags)


def sources(conn):
    """What is found."""
    for kind in SOURCES:
        said(f"find {kind}", conn.findStoragePoolSources, kind, None, 0)
        if kind != "netfs":
            said(f"find {kind}", conn.findStoragePoolSources, kind, "<source><host name='h'/></source>", 0)
    for spec in ("<source><host name='h'/></source>", "<source><host name='h' port='5'/><host name='i'/></source>", "<x/>", ""):
        said(f"find {spec}", conn.findStoragePoolSources, "netfs", spec, 0)
        said(f"find {spec}", conn.findStoragePoolSources, "logical", spec, 0)
    said("find flags", conn.findStoragePoolSources, "logical", None, 1)


def node(what, inside, more=None):
    """Opens a node file and tells what pools are on it."""
    path = os.path.join(FOLDER, "node.xml")
    for name, text in {path: f"<node>{inside}</node>", **{os.path.join(FOLDER, name): text for name, text in (more or {}).items()}}.items():
        with open(name, "w", encoding="utf-8") as out:
            out.write(text)
    conn = said(what, libvirt.open, f"test://{path}")
    if conn:
        tell(conn)
        for one in sorted(conn.listAllStoragePools(), key=lambda one: one.name()):
            for vol in sorted(one.listAllVolumes(), key=lambda vol: vol.name()):
                said("volume", lambda: (vol.name(), vol.key(), vol.path(), vol.info()))
                said("xml", vol.XMLDesc)


def node_files():
    """Pools and volumes, in the file and in others."""
    volume = "<volume><name>{0}</name>{1}<capacity>{2}</capacity>{3}</volume>"
    inside = (volume.format("a", "", 100, "") + volume.format("b", "<key>k</key>", 200, "<allocation>50</allocation>")
              + volume.format("c", "", 5, "<target><path>/elsewhere</path></target>") + "<volume file='vol.xml'/>")
    whole = pool("one", 1).replace("</pool>", inside + "</pool>")
    more = {"vol.xml": volume.format("d", "", 7, ""), "pool.xml": whole.replace("one", "two").replace("000001", "000002")}
    node("pools", whole + "<pool file='pool.xml'/>", more)
    node("no file", "<pool file='none.xml'/>")
    node("wrong file", "<pool file='vol.xml'/>")
    node("no name", "<pool type='dir'/>")
    node("no volume's name", pool("one").replace("</pool>", "<volume/></pool>"))
    node("no capacity", pool("one").replace("</pool>", "<volume><name>v</name></volume></pool>"))
    node("conflict", pool("one", 1, path="/x") + pool("two", 2, path="/x"))
    node("name", pool("one", 1) + pool("one", 2))
    node("uuid", pool("one", 1) + pool("two", 1))
    node("network", pool("one", 1, "rbd").replace("</pool>", volume.format("a", "", 1, "") + "</pool>"))


def main():
    """Everything."""
    events = Events()
    conn, other = libvirt.open("test:///default"), libvirt.open("test:///default")
    note(events, conn, "one")
    numbers = note(events, other, "two", other.storagePoolLookupByName("default-pool"))
    said("refresh", conn.storagePoolLookupByName("default-pool").refresh)
    lists(conn)
    events.tell()
    for one in sorted(conn.listAllStoragePools(), key=lambda one: one.name()):
        for end in ("destroy", "undefine"):
            try:
                getattr(one, end)()
            except libvirt.libvirtError:
                pass
    events.tell()
    states(conn, events)
    conflicts(conn)
    sources(conn)
    said("deregister", other.storagePoolEventDeregisterAny, numbers[0])
    said("capabilities", conn.getStoragePoolCapabilities)
    node_files()
    look = libvirt.openReadOnly("test:///default")
    for call in ("create", "destroy", "undefine", "build", "delete", "refresh", "XMLDesc"):
        said(f"read-only {call}", getattr(look.storagePoolLookupByName("f"), call))
    said("read-only", look.storagePoolDefineXML, pool("x"))
    said("read-only", look.findStoragePoolSources, "logical", None, 0)


main()
