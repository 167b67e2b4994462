"""Lists with all filters, lookup, definition, renaming, read-only connections."""

import libvirt

from compare.testdriver.say import Events, domain, said

UUID = "11111111-2222-3333-4444-{:012}"


def main():
    """Everything."""
    events = Events()
    conn = libvirt.open("test:///default")
    events.lifecycle(conn, "all")
    for number, name in enumerate(["a", "b", "c"]):
        said("define", conn.defineXML, domain(name, uuid=UUID.format(number)))
    said("create", conn.createXML, domain("t", uuid=UUID.format(9)), 0)
    said("create", conn.lookupByName("b").create)
    said("autostart", conn.lookupByName("c").setAutostart, 1)
    said("suspend", conn.lookupByName("t").suspend)
    for bit in range(32):
        said(f"flags {bit}", lambda: sorted(dom.name() for dom in conn.listAllDomains(1 << bit)))
    for flags in range(1, 256):
        said(f"flags {flags}", lambda: sorted(dom.name() for dom in conn.listAllDomains(flags)))
    said("numbers", lambda: (conn.numOfDomains(), conn.numOfDefinedDomains()))
    said("ids", lambda: sorted(conn.listDomainsID()))
    said("names", lambda: sorted(conn.listDefinedDomains()))
    for number in (-1, 0, 1, 2, 3, 4, 99):
        said(f"id {number}", conn.lookupByID, number)
    for name in ("a", "", "x", "test", "\u00e9"):
        said(f"name {name}", conn.lookupByName, name)
    for number in (0, 5, 9):
        said(f"uuid {number}", conn.lookupByUUIDString, UUID.format(number))
    events.tell()
    # The same name or UUID again.
    for name, number in [("a", 0), ("a", 1), ("z", 0), ("t", 9), ("t", 8), ("b", 1), ("y", 1)]:
        said(f"define {name} {number}", conn.defineXML, domain(name, uuid=UUID.format(number), memory=2048))
        said(f"create {name} {number}", conn.createXML, domain(name, uuid=UUID.format(number), memory=4096), 0)
        for flags in (0, libvirt.VIR_DOMAIN_XML_INACTIVE):
            said(f"xml {name} {flags}", lambda: conn.lookupByName(name).XMLDesc(flags))
        said("state", lambda: conn.lookupByName(name).state())
    events.tell()
    for name in ("a", "b", "t", "z", "y"):
        for end in ("destroy", "undefine"):
            said(f"{end} {name}", lambda: getattr(conn.lookupByName(name), end)())
            said(f"xml {name}", lambda: conn.lookupByName(name).XMLDesc())
    events.tell()
    dom = said("define", conn.defineXML, domain("old", uuid=UUID.format(3)))
    for name in ("old", "c", "with/slash", "new line\n", "new", "", "\u00e9", "new"):
        said(f"rename {name!r}", dom.rename, name)
        said("list", lambda: sorted(one.name() for one in conn.listAllDomains()))
    said("rename flags", dom.rename, "x", 1)
    said("start", dom.create)
    said("rename active", dom.rename, "x")
    said("rename transient", said("create", conn.createXML, domain("gone"), 0).rename, "x")
    events.tell()
    for flags in range(9):
        said(f"XMLDesc {flags}", dom.XMLDesc, flags)
    said("updated", dom.isUpdated)
    look = libvirt.openReadOnly("test:///default")
    for call in ("destroy", "suspend", "undefine", "shutdown", "info", "state"):
        answer = getattr(look.lookupByName("test"), call)
        said(f"read-only {call}", lambda: answer()[:3] if call == "info" else answer())
    said("read-only secure", look.lookupByName("test").XMLDesc, libvirt.VIR_DOMAIN_XML_SECURE)
    said("read-only define", look.defineXML, domain("x"))


main()
