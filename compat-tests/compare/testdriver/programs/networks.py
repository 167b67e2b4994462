"""Networks: lists, lookup, definition, lifecycle, metadata, events."""

import libvirt

from compare.testdriver import raw
from compare.testdriver.say import Events, said

UUID = "11111111-2222-3333-4444-{:012}"
CALLS = ["create", "destroy", "undefine", "isActive", "isPersistent", "autostart", "bridgeName", "XMLDesc"]
TYPES = {"description": 0, "title": 1, "element": 2}
KEPT = []


def network(name, inside="<bridge name='virbr9'/>", number=None):
    """Returns a network's definition."""
    uuid = "" if number is None else f"<uuid>{UUID.format(number)}</uuid>"
    return f"<network><name>{name}</name>{uuid}{inside}</network>"


def listen(events, conn, whose, net=None):
    """Notes what happens to networks, or to one."""
    def lifecycle(_, one, event, detail, __):
        events.noted.append((whose, one.name(), event, detail))

    # The stock library counts the registrations of all connections.
    KEPT.append(raw.on_metadata(conn, net, lambda *what: events.noted.append((whose, "metadata", *what))))
    return conn.networkEventRegisterAny(net, libvirt.VIR_NETWORK_EVENT_ID_LIFECYCLE, lifecycle, None)


def lists(conn):
    """Lists with all filters, lookup."""
    for number, name in enumerate(["a", "b", "c"]):
        said("define", conn.networkDefineXML, network(name, number=number))
    said("create", conn.networkCreateXML, network("t", number=9))
    said("start", conn.networkLookupByName("b").create)
    said("autostart", conn.networkLookupByName("c").setAutostart, 1)
    for flags in [*range(64), *(1 << bit for bit in range(6, 32))]:
        said(f"flags {flags}", lambda: sorted(net.name() for net in conn.listAllNetworks(flags)))
    said("numbers", lambda: (conn.numOfNetworks(), conn.numOfDefinedNetworks()))
    said("names", lambda: (sorted(conn.listNetworks()), sorted(conn.listDefinedNetworks())))
    for name in ("default", "a", "t", "x", "", "\u00e9", "A"):
        said(f"name {name}", conn.networkLookupByName, name)
    for number in (0, 9, 77):
        said(f"uuid {number}", conn.networkLookupByUUIDString, UUID.format(number))
        said(f"uuid {number}", conn.networkLookupByUUID, bytes.fromhex(UUID.format(number).replace("-", "")))
    for value in (1, 5, -1, 0):
        said(f"setAutostart {value}", conn.networkLookupByName("a").setAutostart, value)
        said("autostart", conn.networkLookupByName("a").autostart)
    said("autostart transient", conn.networkLookupByName("t").setAutostart, 1)
    said("autostart transient", conn.networkLookupByName("t").autostart)


def definition(conn, events):
    """The same name or UUID again, in all states; flags; what is no network."""
    for name, number in [("a", 0), ("a", 1), ("z", 0), ("t", 9), ("t", 8), ("b", 1), ("y", 1)]:
        for what, call in [("define", conn.networkDefineXMLFlags), ("create", conn.networkCreateXMLFlags)]:
            said(f"{what} {name} {number}", call, network(name, f"<bridge name='{what}'/>", number), 0)
            said(f"xml {name}", lambda: conn.networkLookupByName(name).XMLDesc())
            said("state", lambda: (conn.networkLookupByName(name).isActive(), conn.networkLookupByName(name).isPersistent()))
            events.tell()
    for name in ("a", "b", "t"):
        for call in ("destroy", "XMLDesc", "create", "XMLDesc", "destroy"):
            said(f"{call} {name}", lambda: getattr(conn.networkLookupByName(name), call)())
    events.tell()
    for flags in (1, 2, 3, 4, 1 << 31):
        said(f"define flags {flags}", conn.networkDefineXMLFlags, network("f", number=20), flags)
        said(f"create flags {flags}", conn.networkCreateXMLFlags, network("g", number=21), flags)
        said(f"xml flags {flags}", conn.networkLookupByName("default").XMLDesc, flags)
        for name in ("f", "g"):
            for end in ("destroy", "undefine"):
                said(f"{end} {name}", lambda: getattr(conn.networkLookupByName(name), end)())
    events.tell()
    for xml in ["", "x", "<network/>", "<network><name/></network>", "<network><name>a/b</name></network>", "<net/>",
                network("n", "<forward mode='nat'/>"), network("n", "<uuid>x</uuid>"), network("n", "<forward mode='x'/>"),
                network("n", "<ip address='x'/>"), network("n", "<title>a\nb</title>"), network("n", "<mac address='x'/>"),
                network("\u00e9", "<bridge/>"), network("n", "<forward mode='bridge'/>"),
                network("n", "<bridge stp='off' delay='3'/><mac address='52:54:00:aa:bb:cc'/><domain name='d'/>"),
                network("n", "<forward mode='nat'/><ip address='10.0.0.1' prefix='24'/>")]:
        for what, call in [("define", conn.networkDefineXML), ("create", conn.networkCreateXML)]:
            net = said(f"{what} {xml!r}", call, xml)
            if net:
                for one in ("XMLDesc", "bridgeName", "isPersistent", "destroy", "undefine"):
                    said(one, getattr(net, one))
    events.tell()


def states(conn, other, events):
    """Every call in every state, and with the network gone."""
    for state in ("inactive", "transient", "persistent"):
        for call in CALLS:
            xml = network("guest", number=30)
            net = conn.networkCreateXML(xml) if state == "transient" else conn.networkDefineXML(xml)
            if state == "persistent":
                net.create()
            seen = other.networkLookupByName("guest")
            said(f"{state} {call}", getattr(net, call))
            said(f"{state} {call} again", getattr(seen, call))
            said("active", seen.isActive)
            said("persistent", seen.isPersistent)
            said("list", lambda: sorted(one.name() for one in conn.listAllNetworks()))
            for end in ("destroy", "undefine"):
                said(end, getattr(net, end))
            for gone in CALLS:
                said(f"gone {gone}", getattr(net, gone))
            said("gone autostart", net.setAutostart, 1)
            said("gone update", net.update, 1, 4, -1, "<host/>", 0)
            said("gone metadata", raw.set_metadata, net, 0, "x", None, None, 0)
            said("gone metadata", raw.get_metadata, net, 0, None, 0)
            events.tell()


def metadata(conn, events):
    """Title, description and elements, live and not."""
    net = conn.networkDefineXML(network("meta", number=40))
    for state in ("inactive", "active"):
        for flags in (0, 1, 2, 3, 4):
            if state == "active" and flags == 2:
                continue  # The stock library has no answer to metadata() then.
            for what, kind in [*TYPES.items(), ("unknown", 3), ("negative", -1)]:
                for text in ("<x a='1'><y>t</y>\n<z/></x>", "new\nline", "", None, "<a><b xmlns='other'/><!-- c --></a>", "plain"):
                    for key, uri in (("k", "urn:one"), (None, None), ("bad key", "urn:two"), ("", "urn:three")):
                        if kind != 2 and uri != "urn:one" and uri:
                            continue
                        name = f"{state} {flags} {what} {text!r} {key!r} {uri!r}"
                        said(f"set {name}", raw.set_metadata, net, kind, text, key, uri, flags)
                        said(f"get {name}", raw.get_metadata, net, kind, uri, flags)
                        events.tell()
            said(f"xml {state} {flags}", net.XMLDesc)
            said("second", raw.set_metadata, net, 2, "<second/>", "s", "urn:second", 0)
            said("xml", net.XMLDesc)
            said("second", raw.get_metadata, net, 2, "urn:second", 0)
            said("second", raw.set_metadata, net, 2, None, "s", "urn:second", 0)
            said("xml", net.XMLDesc)
        said("start", net.create)
    events.tell()
    transient = conn.networkCreateXML(network("transient", number=41))
    for flags in (0, 1, 2, 3):
        said(f"transient {flags}", raw.set_metadata, transient, 0, "x", None, None, flags)
        said(f"transient {flags}", raw.get_metadata, transient, 0, None, flags)
    for xml in ("<x", "<a:b xmlns:a='urn:own'/>", "<a:b/>", "<!-- c --><x/>", "<x xmlns:k='urn:taken'/>", "<x xmlns='urn:default'><y/></x>"):
        said(f"set {xml}", raw.set_metadata, transient, 2, xml, "k", "urn:k", 0)
        said(f"get {xml}", raw.get_metadata, transient, 2, "urn:k", 0)
        said("xml", transient.XMLDesc)
    events.tell()


def main():
    """Everything."""
    events = Events()
    conn, other = libvirt.open("test:///default"), libvirt.open("test:///default")
    number = listen(events, conn, "one")
    listen(events, other, "two")
    said("xml", conn.networkLookupByName("default").XMLDesc)
    said("bridge", conn.networkLookupByName("default").bridgeName)
    listen(events, conn, "only default", conn.networkLookupByName("default"))
    lists(conn)
    events.tell()
    definition(conn, events)
    states(conn, other, events)
    metadata(conn, events)
    default = conn.networkLookupByName("default")
    for call in ("destroy", "create", "create", "destroy", "undefine"):
        said(f"default {call}", getattr(default, call))
    events.tell()
    said("deregister", conn.networkEventDeregisterAny, number)
    look = libvirt.openReadOnly("test:///default")
    net = look.networkLookupByName("meta")
    for call in CALLS:
        said(f"read-only {call}", getattr(net, call))
    said("read-only define", look.networkDefineXML, network("x"))
    said("read-only create", look.networkCreateXML, network("x"))
    said("read-only autostart", net.setAutostart, 1)
    said("read-only update", net.update, 1, 4, -1, "<host/>", 0)
    said("read-only metadata", raw.set_metadata, net, 0, "x", None, None, 0)
    said("closed", conn.close)
    said("closed", other.close)


main()
