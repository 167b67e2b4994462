"""Interfaces of the host: lists, lookup, definition, lifecycle, transactions."""

import libvirt

from compare.testdriver.say import said

CALLS = ["create", "destroy", "undefine", "isActive", "XMLDesc"]
MAC = "52:00:00:00:00:{:02x}"
CARD = "<interface type='ethernet' name='{}'><start mode='onboot'/><mac address='{}'/></interface>"
OTHERS = {
    "bridge": "<interface type='bridge' name='br0'><start mode='none'/><bridge stp='off' delay='2'>"
              "<interface type='ethernet' name='eth7'><mac address='52:00:00:00:00:77'/></interface></bridge></interface>",
    "bond": "<interface type='bond' name='bond0'><bond mode='active-backup'><miimon freq='100' carrier='ioctl'/>"
            "<interface type='ethernet' name='eth8'/></bond></interface>",
    "vlan": "<interface type='vlan' name='eth9.5'><vlan tag='5'><interface name='eth9'/></vlan></interface>",
    "no name": "<interface type='ethernet'/>", "no type": "<interface name='x'/>", "wrong type": "<interface type='x' name='x'/>",
    "start": "<interface type='ethernet' name='x'><start mode='x'/></interface>", "other": "<x/>", "empty": "", "broken": "<interface",
    "addresses": "<interface type='ethernet' name='eth5'><protocol family='ipv4'><dhcp peerdns='no'/></protocol>"
                 "<protocol family='ipv6'><autoconf/><ip address='fe80::1' prefix='64'/></protocol></interface>",
}


def look(conn):
    """What is to be seen of all interfaces."""
    said("numbers", lambda: (conn.numOfInterfaces(), conn.numOfDefinedInterfaces()))
    said("names", lambda: (sorted(conn.listInterfaces()), sorted(conn.listDefinedInterfaces())))
    said("all", lambda: sorted((one.name(), one.MACString(), one.isActive()) for one in conn.listAllInterfaces()))


def states(conn, other):
    """Every call in every state, and with the interface gone."""
    for state in ("inactive", "active"):
        for call in CALLS:
            iface = conn.interfaceDefineXML(CARD.format("guest", MAC.format(1)))
            if state == "active":
                iface.create()
            seen = other.interfaceLookupByName("guest")
            said(f"{state} {call}", getattr(iface, call))
            said(f"{state} {call} again", getattr(seen, call))
            look(conn)
            said("redefine", conn.interfaceDefineXML, CARD.format("guest", MAC.format(2)))
            said("xml", seen.XMLDesc)
            look(conn)
            said("end", iface.undefine)
            for gone in CALLS:
                said(f"gone {gone}", getattr(iface, gone))


def transactions(conn, other):
    """Begin, commit and rollback, in every order, by two connections."""
    for flags in (1, 1 << 31):
        for call in ("changeBegin", "changeCommit", "changeRollback"):
            said(f"{call} {flags}", getattr(conn, call), flags)
    for first in ("changeBegin", "changeCommit", "changeRollback"):
        for second in ("changeBegin", "changeCommit", "changeRollback"):
            for end in ("changeCommit", "changeRollback"):
                said(first, getattr(conn, first), 0)
                said("define", conn.interfaceDefineXML, CARD.format("new", MAC.format(3)))
                said("start", lambda: conn.interfaceLookupByName("new").create())
                said("stop", lambda: conn.interfaceLookupByName("eth1").destroy())
                look(conn)
                said(second, getattr(other, second), 0)
                look(conn)
                said("undefine", lambda: conn.interfaceLookupByName("new").undefine())
                said("start", lambda: conn.interfaceLookupByName("eth1").create())
                said(end, getattr(conn, end), 0)
                look(other)
    kept = conn.interfaceLookupByName("eth1")
    said("begin", conn.changeBegin, 0)
    said("undefine", kept.undefine)
    said("xml", kept.XMLDesc)
    said("rollback", conn.changeRollback, 0)
    for call in CALLS:
        said(call, getattr(kept, call))


def main():
    """Everything."""
    conn, other = libvirt.open("test:///default"), libvirt.open("test:///default")
    look(conn)
    said("xml", conn.interfaceLookupByName("eth1").XMLDesc)
    for flags in (1, 2, 1 << 31):
        said(f"xml {flags}", conn.interfaceLookupByName("eth1").XMLDesc, flags)
        said(f"define {flags}", conn.interfaceDefineXML, CARD.format("flags", MAC.format(9)), flags)
        said(f"create {flags}", conn.interfaceLookupByName("eth1").create, flags)
        said(f"destroy {flags}", conn.interfaceLookupByName("eth1").destroy, flags)
    said("undefine", lambda: conn.interfaceLookupByName("flags").undefine())
    for name in ("a", "b", "c", "\u00e9"):
        said("define", conn.interfaceDefineXML, CARD.format(name, MAC.format(len(name) + ord(name) % 3)))
    said("start", conn.interfaceLookupByName("b").create)
    for flags in [*range(8), *(1 << bit for bit in range(3, 32))]:
        said(f"flags {flags}", lambda: sorted(one.name() for one in conn.listAllInterfaces(flags)))
    for mac in ("aa:bb:cc:dd:ee:ff", "AA:BB:CC:DD:EE:FF", "aabbccddeeff", "x", "", *(MAC.format(number) for number in range(5))):
        said(f"mac {mac}", conn.interfaceLookupByMACString, mac)
        said(f"mac {mac}", lambda: conn.interfaceLookupByMACString(mac).MACString())
    for name in ("eth1", "ETH1", "x", "", "\u00e9"):
        said(f"name {name}", conn.interfaceLookupByName, name)
    for name in ("a", "b", "c", "\u00e9"):
        said("undefine", lambda: conn.interfaceLookupByName(name).undefine())
    states(conn, other)
    transactions(conn, other)
    for what, xml in OTHERS.items():
        iface = said(f"define {what}", conn.interfaceDefineXML, xml)
        for call in ("MACString", "XMLDesc", "create", "isActive"):
            if iface:
                said(call, getattr(iface, call))
    look(conn)
    reader = libvirt.openReadOnly("test:///default")
    for call in CALLS:
        said(f"read-only {call}", getattr(reader.interfaceLookupByName("br0"), call))
    for call in ("changeBegin", "changeCommit", "changeRollback"):
        said(f"read-only {call}", getattr(reader, call), 0)
    said("read-only define", reader.interfaceDefineXML, OTHERS["bond"])


main()
