"""Snapshots: trees, the current one, lists with all flags, redefinition, reverting in every state with its events, removal."""

import itertools
import os
import re
import sys

import libvirt

from compare.testdriver.say import Events, domain, said

FOLDER = sys.argv[1]
UUID = "11111111-2222-3333-4444-555555555555"
DISKS = ("<disk type='file'><source file='/nonexistent/a.img'/><target dev='vda' bus='virtio'/></disk>"
         "<disk type='file' snapshot='no'><source file='/nonexistent/b.img'/><target dev='vdb' bus='virtio'/></disk>"
         "<disk type='file' device='cdrom'><target dev='hda' bus='ide'/><readonly/></disk>")
STATES = ["nostate", "running", "blocked", "paused", "shutdown", "shutoff", "crashed", "pmsuspended", "disk-snapshot", "nonsense", ""]
TREE = [("a", ""), ("b", "a"), ("c", "a"), ("d", "b"), ("e", "b"), ("f", ""), ("g", "f")]


def xml(name="", inside=""):
    """A definition of a new snapshot."""
    return f"<domainsnapshot>{f'<name>{name}</name>' if name else ''}{inside}</domainsnapshot>"


def redefined(name, parent="", state="running", inside="", time="5", uuid=UUID, whole=True):
    """A definition of a snapshot that exists."""
    parent = f"<parent><name>{parent}</name></parent>" if parent else ""
    guest = domain("guest", uuid=uuid, devices=DISKS) if whole else ""
    return xml(name, f"{parent}<creationTime>{time}</creationTime><state>{state}</state>{inside}{guest}")


def shown(answer):
    """A definition without what is different each time."""
    return re.sub(r"<creationTime>\d{9,}</creationTime>", "<creationTime>NOW</creationTime>", answer)


def tell(what, dom):
    """What is to be seen of a domain and its snapshots. Not the number in the handle, which stock forgets when it reverts."""
    dom = libvirt.open("test:///default").lookupByName(dom.name())
    for name in ("state", "isActive", "isPersistent", "ID", "snapshotNum", "hasCurrentSnapshot"):
        said(f"{what} {name}", getattr(dom, name))
    said(f"{what} current", lambda: dom.snapshotCurrent().getName())
    for snapshot in sorted(dom.listAllSnapshots(), key=lambda one: one.getName()):
        said(f"{what} snapshot", lambda: (snapshot.getName(), snapshot.isCurrent(), snapshot.hasMetadata(), snapshot.numChildren()))
        said(f"{what} parent", lambda: snapshot.getParent().getName())


def fresh(conn, state="shutoff"):
    """A domain in a state, without snapshots."""
    for end in ("destroy", lambda dom: dom.undefineFlags(2)):
        try:
            dom = conn.lookupByName("guest")
            getattr(dom, end)() if isinstance(end, str) else end(dom)
        except libvirt.libvirtError:
            pass
    definition = domain("guest", uuid=UUID, devices=DISKS)
    if state.startswith("transient"):
        dom = conn.createXML(definition)
    else:
        dom = conn.defineXML(definition)
        if state != "shutoff":
            dom.create()
    if state.endswith("paused"):
        dom.suspend()
    return dom


def lists(conn):
    """Every flag of every list. Only lists of all without an order have none."""
    dom = fresh(conn, "running")
    for name, parent in TREE:
        state = {"c": "shutoff", "e": "disk-snapshot", "d": "paused"}.get(name, "running")
        inside = "<disks><disk name='vda' snapshot='external'><source file='/x'/></disk></disks>" if name in "eg" else ""
        said(f"redefine {name}", lambda: dom.snapshotCreateXML(redefined(name, parent, state, inside), 1).getName())
    tell("tree", dom)
    flags = [0] + [1 << bit for bit in range(32)] + [one | other for one, other in itertools.combinations([1 << bit for bit in range(11)], 2)]
    flags += [0x300, 0x70, 0x3FF, 0x7FF, 0x21, 0x431, 0x71]
    for flag in flags:
        order = list if flag & 1025 in (1, 1024, 1025) else sorted
        said(f"num {flag:#x}", dom.snapshotNum, flag)
        said(f"names {flag:#x}", lambda: order(dom.snapshotListNames(flag)))
        said(f"all {flag:#x}", lambda: order(one.getName() for one in dom.listAllSnapshots(flag)))
        for name in "adfg":
            snapshot = dom.snapshotLookupByName(name)
            said(f"num {name} {flag:#x}", snapshot.numChildren, flag)
            said(f"names {name} {flag:#x}", snapshot.listChildrenNames, flag)
            said(f"all {name} {flag:#x}", lambda: [one.getName() for one in snapshot.listAllChildren(flag)])
    for flag in (1, 2, 4):
        said(f"lookup {flag}", dom.snapshotLookupByName, "a", flag)
        said(f"current {flag}", dom.snapshotCurrent, flag)
        said(f"has {flag}", dom.hasCurrentSnapshot, flag)
        snapshot = dom.snapshotLookupByName("a")
        said(f"parent {flag}", snapshot.getParent, flag)
        said(f"is {flag}", snapshot.isCurrent, flag)
        said(f"metadata {flag}", snapshot.hasMetadata, flag)
        said(f"xml {flag}", snapshot.getXMLDesc, flag)
    said("lookup", dom.snapshotLookupByName, "x")
    said("lookup", dom.snapshotLookupByName, "")
    for flags in range(1, 1 << 18, 1 << 12):
        said(f"domains {flags}", lambda: sorted(one.name() for one in conn.listAllDomains(flags & (3 << 16 | 3 << 10))))
    for flag in (1 << 10, 1 << 11, 3 << 10):
        said(f"domains {flag:#x}", lambda: sorted(one.name() for one in conn.listAllDomains(flag)))


def creation(conn):
    """Creation with all flags and kinds of disks."""
    for state in ("shutoff", "running", "paused", "transient running"):
        for flags in [1 << bit for bit in range(12)] + [0, 0x180, 8 | 0x80, 1 | 2, 2, 1 | 4, 1 | 8]:
            dom = fresh(conn, state)
            snapshot = said(f"create {state} {flags:#x}", lambda: dom.snapshotCreateXML(xml("new"), flags))
            said("number", dom.ID)
            tell("created", dom)
            if snapshot:
                said("xml", lambda: shown(snapshot.getXMLDesc()))
                said("again", dom.snapshotCreateXML, xml("new"), flags)
                said("without a name", lambda: dom.snapshotCreateXML(xml(), flags).getName().isdigit())
    for memory in ("<memory snapshot='no'/>", "<memory snapshot='internal'/>", "<memory snapshot='external' file='/m'/>",
                   "<memory file='/m'/>", "<memory file='m'/>", "<memory snapshot='external'/>", "<memory snapshot='manual'/>",
                   "<memory snapshot='x'/>", "<memory snapshot='no' file='/m'/>"):
        for disks in ("", "<disk name='vda'/>", "<disk name='vda' snapshot='external'><source file='/x.qcow2'/></disk>",
                      "<disk name='vda' snapshot='external'/>", "<disk name='vda' snapshot='manual'/>", "<disk name='vdx'/>",
                      "<disk name='vda'/><disk name='vda'/>", "<disk name='vda'/><disk name='/nonexistent/a.img'/>",
                      "<disk name='vdb' snapshot='no'/>", "<disk name='vdb' snapshot='internal'/>", "<disk name='hda' snapshot='no'/>",
                      "<disk/>", "<disk name='vda' snapshot='external' type='block'><source dev='/dev/x'/></disk>",
                      "<disk name='vda' snapshot='external' type='network'><source protocol='nbd'><host name='h'/></source></disk>",
                      "<disk name='vda'/>" * 4, "<disk name='vda' snapshot='external' type='volume'/>",
                      "<disk name='vda'><driver type='qcow2'/></disk>", "<disk name='vda'><driver type='x'/></disk>",
                      "<disk name='vda'><source file='x'/></disk>"):
            for state in ("shutoff", "running"):
                dom = fresh(conn, state)
                snapshot = said(f"create {memory} {disks} {state}", dom.snapshotCreateXML,
                                xml("new", f"{memory}<description>&lt;d&gt;</description><disks>{disks}</disks>"))
                if snapshot:
                    said("xml", lambda: shown(snapshot.getXMLDesc()))
    for text in ("", "<x/>", "<domainsnapshot>", "<domainsnapshot/>", xml("a/b"), xml("é"), xml(" ")):
        said(f"create {text!r}", lambda: fresh(conn).snapshotCreateXML(text).getName().isdigit())


def redefinition(conn):
    """What may be redefined, and what it does."""
    dom = fresh(conn, "running")
    said("first", dom.snapshotCreateXML, xml("real"))
    for state in STATES:
        said(f"state {state}", dom.snapshotCreateXML, redefined(f"s-{state}", "real", state), 1)
        said("xml", lambda: shown(dom.snapshotLookupByName(f"s-{state}").getXMLDesc()))
    tell("states", dom)
    for state in STATES:
        for old in ("real", "s-shutoff", "s-disk-snapshot", "s-crashed"):
            said(f"{old} to {state}", dom.snapshotCreateXML, redefined(old, "", state), 1)
    for what, text in {
            "no name": redefined(""), "no time": xml("n", "<state>running</state>"), "bad time": redefined("n", time="x"),
            "no state": xml("n", "<creationTime>5</creationTime>"), "another uuid": redefined("n", uuid=UUID.replace("1", "2")),
            "own parent": redefined("n", "n"), "no parent": redefined("n", "none"), "no domain": redefined("n", whole=False),
            "no domain, known": redefined("real", whole=False), "memory": redefined("n", inside="<memory snapshot='no'/>"),
            "memory of a file": redefined("n", inside="<memory file='/m'/>"),
            "memory, off": redefined("n", state="shutoff", inside="<memory snapshot='internal'/>"),
            "inactive domain": redefined("i", inside=domain("guest", uuid=UUID).replace("domain", "inactiveDomain")),
            "revert disks": redefined("r", inside="<revertDisks><disk name='vda' snapshot='external'><source file='/r'/></disk></revertDisks>"),
            "deleting": redefined("d", inside="<disks><disk name='vda'><snapshotDeleteInProgress/></disk></disks>"),
            "old time": redefined("t", time="-1"), "bitmap": redefined("b", inside="<description/>")}.items():
        said(f"redefine {what}", dom.snapshotCreateXML, text, 1)
        said("xml", lambda: shown(dom.snapshotLookupByName(re.search(r"<name>(.*?)</name>", text).group(1)).getXMLDesc()))
    tell("redefined", dom)
    dom = fresh(conn, "running")
    for name, parent in TREE:
        dom.snapshotCreateXML(redefined(name, parent), 1)
    for name, parent in [("a", "d"), ("a", "e"), ("a", "f"), ("f", "d"), ("b", "f"), ("b", ""), ("d", "c")]:
        said(f"move {name} {parent}", dom.snapshotCreateXML, redefined(name, parent), 1)
        said("order", lambda: [one.getName() for one in dom.listAllSnapshots(1024 + 1)])
        tell("moved", dom)
    said("current", dom.snapshotCreateXML, redefined("d", "c"), 3)
    tell("current", dom)


def reverting(conn, events):
    """From every state to every state, with every flag."""
    for before in ("shutoff", "running", "paused", "transient running", "transient paused"):
        for state in STATES[:-2]:
            for flags in range(16):
                dom = fresh(conn, before)
                events.tell()
                snapshot = said("redefine", dom.snapshotCreateXML, redefined("s", "", state), 1)
                if snapshot is None:
                    continue
                said(f"revert {before} {state} {flags}", dom.revertToSnapshot, snapshot, flags)
                tell("reverted", dom)
                said("xml", dom.XMLDesc)
                events.tell()
    dom = fresh(conn, "running")
    said("take", dom.snapshotCreateXML, xml("one"))
    dom.setMemory(512)
    said("take", dom.snapshotCreateXML, xml("two"))
    for name in ("one", "two", "one"):
        said(f"revert {name}", dom.revertToSnapshot, dom.snapshotLookupByName(name))
        tell(name, dom)
        said("take", dom.snapshotCreateXML, xml(f"after {name} {dom.snapshotNum()}"))
    tell("after", dom)
    said("halt", dom.snapshotCreateXML, xml("halted"), libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_HALT)
    tell("halted", dom)
    events.tell()
    said("undefine", dom.undefine)
    said("undefine", dom.undefineFlags, libvirt.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA)
    snapshot = fresh(conn).snapshotCreateXML(xml("lost"))
    dom = fresh(conn)
    for call in ("getParent", "isCurrent", "hasMetadata", "getXMLDesc", "numChildren", "listChildrenNames", "listAllChildren", "delete"):
        said(f"lost {call}", getattr(snapshot, call))
    said("lost revert", dom.revertToSnapshot, snapshot)


def removal(conn):
    """Removal of each, with every flag."""
    for flags in range(16):
        for name, _ in TREE:
            for current in ("a", "d", "g"):
                dom = fresh(conn, "running")
                for one, parent in TREE:
                    dom.snapshotCreateXML(redefined(one, parent), 3 if one == current else 1)
                snapshot = dom.snapshotLookupByName(name)
                said(f"delete {name} {flags} current {current}", snapshot.delete, flags)
                said("left", lambda: [one.getName() for one in dom.listAllSnapshots(1024)])
                tell("left", dom)
                said("again", snapshot.isCurrent)


def node_files():
    """Snapshots in a node file. One that names another file ends the stock library."""
    space = "xmlns:test='http://libvirt.org/schemas/domain/test/1.0'"
    one = redefined("one").replace("domainsnapshot>", "test:domainsnapshot>", 1).replace("</domainsnapshot>", "<active>{}</active></test:domainsnapshot>")
    two = one.replace("<name>one", "<parent><name>one</name></parent><name>two")
    three = one.replace("<name>one", "<parent><name>two</name></parent><name>one")
    for what, inside in {"one": one.format(0), "current": one.format(1), "two": one.format(1) + two.format(0), "both": one.format(1) + two.format(1),
                         "second first": two.format(1) + one.format(0), "no parent": two.format(1), "cycle": two.format(1) + three.format(0),
                         "same": one.format(0) + one.format(0), "not active": one.replace("<active>{}</active>", ""),
                         "bad active": one.format("x"), "no name": one.replace("<name>one</name>", "", 1).format(0),
                         "other": one.format(1).replace("test:domainsnapshot", "domainsnapshot")}.items():
        for more in ("", "<test:runstate>5</test:runstate>"):
            path = os.path.join(FOLDER, "node.xml")
            with open(path, "w", encoding="utf-8") as out:
                guest = domain("guest", f"{more}{inside}", DISKS, attributes=f" {space}", uuid=UUID)
                out.write(f"<node>{guest}</node>")
            conn = said(f"node {what} {more}", libvirt.open, f"test://{path}")
            if conn:
                dom = conn.lookupByName("guest")
                said("names", lambda: (sorted(dom.snapshotListNames()), dom.hasCurrentSnapshot()))
                said("current", lambda: dom.snapshotCurrent().getName())
                said("parent", lambda: dom.snapshotLookupByName("two").getParent().getName())
                said("xml", lambda: dom.snapshotLookupByName("one").getXMLDesc())


def main():
    """Everything."""
    node_files()
    events = Events()
    conn = libvirt.open("test:///default")
    events.lifecycle(conn, "all")
    lists(conn)
    creation(conn)
    redefinition(conn)
    reverting(conn, events)
    removal(conn)
    look = libvirt.openReadOnly("test:///default")
    dom = look.lookupByName("guest")
    said("read-only", dom.snapshotCreateXML, xml("x"))
    said("read-only", dom.snapshotLookupByName("a").getXMLDesc, 1)


main()
