"""Volumes: creation, copies, lookup, lists, sizes, XML, removal, in pools of every type and state. What only ours has is not called."""

import libvirt

from compare.testdriver.say import said

UUID = "11111111-2222-3333-4444-{:012}"
SOURCES = {
    "dir": "", "fs": "<source><device path='/dev/a'/></source>",
    "netfs": "<source><host name='h'/><dir path='/d'/></source>", "logical": "<source><device path='/dev/b'/></source>",
    "disk": "<source><device path='/dev/c'/></source>", "iscsi": "<source><host name='h'/><device path='iqn.a'/></source>",
    "iscsi-direct": "<source><host name='h'/><device path='iqn.a'/><initiator><iqn name='i.a'/></initiator></source>",
    "scsi": "<source><adapter name='host1'/></source>", "mpath": "", "rbd": "<source><host name='h'/><name>n</name></source>",
    "sheepdog": "<source><host name='h'/><name>n</name></source>",
    "gluster": "<source><host name='h'/><name>n</name><dir path='/'/></source>", "zfs": "<source><name>n</name></source>",
    "vstorage": "<source><name>n</name></source>"}
CALLS = ["info", "XMLDesc", "path", "delete", "name", "key"]


def volume(name, inside="", capacity="<capacity>1000</capacity>", attributes=""):
    """A definition."""
    return f"<volume{attributes}><name>{name}</name>{capacity}{inside}</volume>"


def pool(kind, name, number):
    """A definition of a pool."""
    return (f"<pool type='{kind}'><name>{name}</name><uuid>{UUID.format(number)}</uuid>{SOURCES[kind]}"
            f"<target><path>/{name}/</path></target></pool>")


def tell(what, one):
    """What is in a pool."""
    said(f"{what} pool", one.info)
    said(f"{what} number", one.numOfVolumes)
    said(f"{what} names", lambda: sorted(one.listVolumes()))
    vols = said(f"{what} all", lambda: sorted(one.listAllVolumes(), key=lambda vol: vol.name())) or []
    for vol in vols:
        said("volume", lambda: (vol.name(), vol.key(), vol.path(), vol.info(), vol.storagePoolLookupByVolume().name()))
        said("xml", vol.XMLDesc)


def documents(one):
    """What documents say."""
    for number, (what, text) in enumerate({
            "plain": volume("{0}"), "allocation": volume("{0}", "<allocation>10</allocation>"),
            "units": volume("{0}", "<allocation unit='K'>10</allocation>", "<capacity unit='MiB'>1</capacity>"),
            "more than capacity": volume("{0}", "<allocation>5000</allocation>"), "no allocation": volume("{0}", "<allocation>0</allocation>"),
            "the whole pool": volume("{0}", "", "<capacity unit='G'>100</capacity>"),
            "thin": volume("{0}", "<allocation>0</allocation>", "<capacity unit='T'>500</capacity>"),
            "largest": volume("{0}", "", "<capacity>9223372036854775807</capacity>"),
            "too large": volume("{0}", "", "<capacity>9223372036854775808</capacity>"), "negative": volume("{0}", "", "<capacity>-1</capacity>"),
            "no capacity": volume("{0}", "", ""), "backing": volume("{0}", "<backingStore><path>/b</path><format type='raw'/></backingStore>"),
            "format": volume("{0}", "<target><format type='qcow2'/><compat>1.1</compat></target>"), "type": volume("{0}", attributes=" type='block'"),
            "bad type": volume("{0}", attributes=" type='x'"), "bad format": volume("{0}", "<target><format type='x'/></target>"),
            "key": volume("{0}", "<key>k</key><target><path>/p</path></target>"), "slash": volume("a/b"), "letters": volume("&lt;é'"),
            "permissions": volume("{0}", "<target><permissions><mode>0640</mode><owner>1</owner><group>2</group><label>l</label></permissions></target>"),
            "no name": "<volume><capacity>1</capacity></volume>", "empty": "", "other": "<x/>", "broken": "<volume>"}.items()):
        said(f"create {what}", one.createXML, text.format(f"v{number}"))
    tell("documents", one)
    for flags in [1 << bit for bit in range(32) if bit != 2]:
        said(f"create {flags:#x}", one.createXML, volume(f"f{flags}"), flags)
        said(f"from {flags:#x}", one.createXMLFrom, volume(f"g{flags}"), one.storageVolLookupByName("v0"), flags)


def lookups(conn, one):
    """By name, key and path, in pools that run and that do not."""
    other = conn.storagePoolDefineXML(pool("netfs", "other", 50))
    for _ in range(2):
        for name in ("v0", "v15", "a/b", "x", ""):
            for find in (one.storageVolLookupByName, other.storageVolLookupByName, conn.storageVolLookupByKey, conn.storageVolLookupByPath):
                for text in (name, f"/dir/{name}", f"{name}/"):
                    said(f"{find.__name__} {text!r}", lambda: find(text).name())
        said("stop", one.destroy)
        said("create", one.createXML, volume("x"))
    one.create()
    other.create()
    vol = one.storageVolLookupByName("v0")
    said("copy", one.createXMLFrom, volume("copy"), vol)
    said("copy again", one.createXMLFrom, volume("copy"), vol)
    said("copy into another", other.createXMLFrom, volume("copy"), vol)
    said("same", other.createXML, volume("v0"))
    said("copy of the same name", other.createXMLFrom, volume("copy"), vol)
    said("copy without a name", one.createXMLFrom, "<volume/>", vol)
    said("copy that is too large", one.createXMLFrom, volume("large", "", "<capacity unit='T'>1</capacity>"), vol)
    tell("copies", one)
    tell("other", other)
    return other


def removal(one, other):
    """Removed volumes, pools that stopped."""
    vol = one.storageVolLookupByName("v1")
    for flags in (1, 2, 4):
        said(f"delete {flags}", vol.delete, flags)
        said(f"xml {flags}", vol.XMLDesc, flags)
    said("delete", vol.delete)
    for call in CALLS:
        said(f"deleted {call}", getattr(vol, call))
    tell("deleted", one)
    vol = other.storageVolLookupByName("v0")
    other.destroy()
    for call in CALLS:
        said(f"stopped {call}", getattr(vol, call))
    said("pool", lambda: vol.storagePoolLookupByVolume().name())
    other.create()
    said("again", vol.info)
    said("defined again", lambda: other.connect().storagePoolDefineXML(pool("netfs", "other", 50)).info())
    said("delete", vol.delete)
    said("info", other.info)
    other.destroy()
    other.undefine()
    for call in CALLS:
        said(f"gone {call}", getattr(vol, call))
    said("pool", vol.storagePoolLookupByVolume)
    for call in ("numOfVolumes", "listVolumes", "listAllVolumes"):
        said(f"gone {call}", getattr(other, call))
    said("create", other.createXML, volume("x"))


def main():
    """Everything."""
    conn = libvirt.open("test:///default")
    for number, kind in enumerate(SOURCES):
        one = conn.storagePoolDefineXML(pool(kind, kind, number))
        said("not running", one.createXML, volume("a"))
        one.create()
        for what in ("raw", "qcow2", "linux", "none", ""):
            said(f"{kind} {what}", one.createXML, volume(f"a{what}", f"<target><format type='{what}'/></target>" if what else ""))
        tell(kind, one)
        one.destroy()
        one.undefine()
    one = conn.storagePoolDefineXML(pool("dir", "dir", 0))
    one.create()
    documents(one)
    other = lookups(conn, one)
    removal(one, other)
    for call in ("createXML", "createXMLFrom"):
        look = libvirt.openReadOnly("test:///default").storagePoolLookupByName("dir")
        more = [look.storageVolLookupByName("v0")] if call == "createXMLFrom" else []
        said("read-only", getattr(look, call), volume("x"), *more)
    said("read-only", look.storageVolLookupByName("v0").delete)
    said("read-only", look.storageVolLookupByName("v0").XMLDesc)


main()
