"""Checkpoints: trees, lists with all flags, redefinition, XML, removal, and that there are no snapshots beside them."""

import re

import libvirt

from compare.testdriver.say import domain, said

UUID = "11111111-2222-3333-4444-555555555555"
DISKS = ("<disk type='file'><source file='/nonexistent/a.img'/><target dev='vda' bus='virtio'/></disk>"
         "<disk type='file' device='cdrom'><target dev='hda' bus='ide'/><readonly/></disk>"
         "<disk type='file'><source file='/nonexistent/b.img'/><target dev='vdb' bus='virtio'/></disk>")
TREE = [("a", ""), ("b", "a"), ("c", "a"), ("d", "b"), ("e", "b"), ("f", ""), ("g", "f")]
REDEFINE = libvirt.VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE


def xml(name="", inside=""):
    """A definition of a new checkpoint."""
    return f"<domaincheckpoint>{f'<name>{name}</name>' if name else ''}{inside}</domaincheckpoint>"


def redefined(name, parent="", inside="", time="5", uuid=UUID, whole=True):
    """A definition of a checkpoint that exists."""
    parent = f"<parent><name>{parent}</name></parent>" if parent else ""
    time = f"<creationTime>{time}</creationTime>" if time else ""
    guest = domain("guest", uuid=uuid, devices=DISKS) if whole else ""
    return xml(name, f"{parent}{time}{inside}{guest}")


def shown(answer):
    """A definition without what is different each time."""
    return re.sub(r"<creationTime>\d{9,}</creationTime>", "<creationTime>NOW</creationTime>", answer)


def tell(what, dom):
    """What is to be seen of the checkpoints of a domain."""
    for checkpoint in sorted(dom.listAllCheckpoints(), key=lambda one: one.getName()):
        said(f"{what} checkpoint", lambda: (checkpoint.getName(), sorted(one.getName() for one in checkpoint.listAllChildren())))
        said(f"{what} parent", lambda: checkpoint.getParent().getName())


def fresh(conn, devices=DISKS, active=True):
    """A domain without checkpoints."""
    try:
        conn.lookupByName("guest").destroy()
    except libvirt.libvirtError:
        pass
    definition = domain("guest", uuid=UUID, devices=devices)
    try:
        conn.lookupByName("guest").undefine()
    except libvirt.libvirtError:
        pass
    return conn.createXML(definition) if active else conn.defineXML(definition)


def grown(conn):
    """A domain with the tree."""
    dom = fresh(conn)
    for name, parent in TREE:
        dom.checkpointCreateXML(redefined(name, parent), REDEFINE)
    return dom


def lists(conn):
    """Every flag of every list."""
    dom = grown(conn)
    tell("tree", dom)
    for flag in [*range(32), *(1 << bit for bit in range(5, 32))]:
        order = list if flag & 3 in (1, 2, 3) else sorted
        said(f"all {flag:#x}", lambda: order(one.getName() for one in dom.listAllCheckpoints(flag)))
        for name in "adfg":
            checkpoint = dom.checkpointLookupByName(name)
            said(f"all {name} {flag:#x}", lambda: [one.getName() for one in checkpoint.listAllChildren(flag)])
            if flag > 1:
                said(f"parent {flag}", checkpoint.getParent, flag)
                said(f"lookup {flag}", dom.checkpointLookupByName, name, flag)
    said("lookup", dom.checkpointLookupByName, "x")
    for flag in (1 << 18, 1 << 19, 3 << 18, 1 << 16, 1 << 17):
        said(f"domains {flag:#x}", lambda: sorted(one.name() for one in conn.listAllDomains(flag)))


def creation(conn):
    """New checkpoints: disks, flags, states."""
    for flags in [0, 1, 2, 3, 4, 5, 8, 16]:
        dom = fresh(conn)
        said(f"create {flags}", dom.checkpointCreateXML, xml("new"), flags)
        tell("created", dom)
    said("inactive", fresh(conn, active=False).checkpointCreateXML, xml("new"))
    said("inactive", fresh(conn, active=False).checkpointCreateXML, redefined("new"), REDEFINE)
    said("without disks", fresh(conn, "").checkpointCreateXML, xml("new"))
    for disks in ("<disk name='vda'/>", "<disk name='vda' checkpoint='no'/>", "<disk name='vdb' checkpoint='bitmap' bitmap='b'/>",
                  "<disk name='hda'/>", "<disk name='hda' checkpoint='no'/>", "<disk name='vdx'/>", "<disk name='vda'/><disk name='vda'/>",
                  "<disk name='vda'/><disk name='/nonexistent/a.img'/>", "<disk name='vda'/>" * 4, "<disk name='/nonexistent/b.img'/>",
                  "<disk name='vda' size='5'/>"):
        dom = fresh(conn)
        checkpoint = said(f"create {disks}", dom.checkpointCreateXML, xml("new", f"<description>&lt;d&gt;</description><disks>{disks}</disks>"))
        if checkpoint:
            for flags in range(9):
                said(f"xml {flags}", lambda: shown(checkpoint.getXMLDesc(flags)))
    dom = fresh(conn)
    for name in ("one", "two", "one", "three"):
        said(f"create {name}", dom.checkpointCreateXML, xml(name))
        tell("chain", dom)
    said("without a name", lambda: dom.checkpointCreateXML(xml()).getName().isdigit())
    said("snapshot", dom.snapshotCreateXML, "<domainsnapshot/>")
    dom.destroy()
    dom = fresh(conn)
    said("snapshot", dom.snapshotCreateXML, "<domainsnapshot><name>s</name></domainsnapshot>")
    said("checkpoint", dom.checkpointCreateXML, xml("c"))
    said("checkpoint", dom.checkpointCreateXML, redefined("c"), REDEFINE)
    for text in ("", "<x/>", "<domaincheckpoint>"):
        said(f"create {text!r}", lambda: fresh(conn).checkpointCreateXML(text).getName())


def redefinition(conn):
    """What may be redefined, which becomes the parent of the next."""
    dom = fresh(conn)
    for what, text in {
            "no time": redefined("n", time=""), "another uuid": redefined("n", uuid=UUID.replace("1", "2")),
            "own parent": redefined("n", "n"), "no parent": redefined("n", "none"), "no domain": redefined("n", whole=False),
            "disk": redefined("m", inside="<disks><disk name='vda' checkpoint='bitmap' bitmap='b'/></disks>"),
            "disk, no domain": redefined("o", inside="<disks><disk name='vda'/><disk name='vdx'/></disks>", whole=False),
            "no disk": redefined("p", inside="<disks><disk name='vdx'/></disks>"), "known": redefined("n", "m"),
            "below": redefined("q", "n"), "cycle": redefined("n", "q")}.items():
        said(f"redefine {what}", dom.checkpointCreateXML, text, REDEFINE)
        said("xml", lambda: dom.checkpointLookupByName(re.search(r"<name>(.*?)</name>", text).group(1)).getXMLDesc())
        said("validate", dom.checkpointCreateXML, text, REDEFINE | 4)
    tell("redefined", dom)
    said("next", dom.checkpointCreateXML, xml("next"))
    tell("next", dom)
    for name, parent in [("a", "d"), ("a", "e"), ("a", "f"), ("f", "d"), ("b", "f"), ("b", ""), ("d", "c")]:
        dom = grown(conn)
        said(f"move {name} {parent}", dom.checkpointCreateXML, redefined(name, parent), REDEFINE)
        said("order", lambda: [one.getName() for one in dom.listAllCheckpoints(3)])
        said("next", dom.checkpointCreateXML, xml("next"))
        tell("moved", dom)


def removal(conn):
    """Removal of each, with every flag; what the current one is shows in the parent of the next."""
    for flags in range(17):
        for name, _ in TREE:
            dom = grown(conn)
            checkpoint = dom.checkpointLookupByName(name)
            said(f"delete {name} {flags}", checkpoint.delete, flags)
            said("left", lambda: [one.getName() for one in dom.listAllCheckpoints(2)])
            said("again", checkpoint.getParent)
            said("next", dom.checkpointCreateXML, xml("next"))
            tell("left", dom)
    for call in ("getParent", "getXMLDesc", "listAllChildren", "delete"):
        said(f"lost {call}", getattr(checkpoint, call))
    dom = grown(conn)
    dom.destroy()
    for call in ("getParent", "getXMLDesc", "listAllChildren", "delete"):
        said(f"lost {call}", getattr(checkpoint, call))


def main():
    """Everything."""
    conn = libvirt.open("test:///default")
    lists(conn)
    creation(conn)
    redefinition(conn)
    removal(conn)
    dom = grown(conn)
    look = libvirt.openReadOnly("test:///default").lookupByName("guest")
    said("read-only", look.checkpointCreateXML, xml("x"))
    said("read-only", look.checkpointLookupByName("a").getXMLDesc, 1)
    conn.defineXML(domain("guest", uuid=UUID, devices=DISKS))
    dom.destroy()
    said("off", dom.checkpointLookupByName("a").getXMLDesc, libvirt.VIR_DOMAIN_CHECKPOINT_XML_SIZE)
    said("off", dom.checkpointLookupByName("a").getXMLDesc)


main()
