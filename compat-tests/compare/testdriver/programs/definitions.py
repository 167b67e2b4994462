"""What a domain is, and what it will be: the live definition and the one of the next start, in every order of defining, starting,
changing, stopping and undefining."""

import itertools

import libvirt

from compare.testdriver.say import Events, domain, said

UUID = "11111111-1111-1111-1111-111111111111"
LIVE, CONFIG, BOTH = libvirt.VIR_DOMAIN_AFFECT_LIVE, libvirt.VIR_DOMAIN_AFFECT_CONFIG, 3
DISK = "<disk type='file' device='disk'><source file='/{0}'/><target dev='{0}'/></disk>"
VERSIONS = [domain("one", f"<title>{number}</title><vcpu>{number}</vcpu>", DISK.format(f"vd{name}"), 1024 * number, uuid=UUID)
            for number, name in ((1, "a"), (2, "b"), (3, "c"))]


class Place:
    """A connection with a domain that goes through steps."""

    def __init__(self):
        self.conn = libvirt.open("test:///default")
        self.events = Events()
        self.events.lifecycle(self.conn, "here")
        self.next = 0

    def version(self):
        """Returns the next definition: each is another one."""
        self.next += 1
        return VERSIONS[self.next % len(VERSIONS)]

    def step(self, name):
        """Does one step."""
        try:
            dom = self.conn.lookupByUUIDString(UUID)
        except libvirt.libvirtError:
            dom = None
        steps = {"define": lambda: self.conn.defineXML(self.version()),
                 "create": lambda: self.conn.createXML(self.version(), 0),
                 "start": lambda: dom.create(), "destroy": lambda: dom.destroy(), "undefine": lambda: dom.undefine(),
                 "shutdown": lambda: dom.shutdown(), "reboot": lambda: dom.reboot(), "suspend": lambda: dom.suspend(),
                 "title live": lambda: dom.setMetadata(libvirt.VIR_DOMAIN_METADATA_TITLE, f"live {self.next}", None, None, LIVE),
                 "title config": lambda: dom.setMetadata(1, f"config {self.next}", None, None, CONFIG),
                 "title both": lambda: dom.setMetadata(1, f"both {self.next}", None, None, BOTH),
                 "attach live": lambda: dom.attachDeviceFlags(DISK.format(f"sd{'abcdef'[self.next % 6]}"), LIVE),
                 "attach config": lambda: dom.attachDeviceFlags(DISK.format(f"sd{'abcdef'[self.next % 6]}"), CONFIG),
                 "memory live": lambda: dom.setMemoryFlags(512, LIVE), "memory config": lambda: dom.setMemoryFlags(700, CONFIG),
                 "vcpus config": lambda: dom.setVcpusFlags(1, CONFIG),
                 "save": lambda: dom.managedSave(0), "snapshot": lambda: dom.snapshotCreateXML("<domainsnapshot><name>s</name>"
                                                                                              "</domainsnapshot>", 0),
                 "revert": lambda: dom.revertToSnapshot(dom.snapshotLookupByName("s", 0), 0)}
        if dom is None and name not in ("define", "create"):
            return False
        said(name, steps[name])
        self.events.tell()
        return True

    def tell(self):
        """Prints both definitions."""
        try:
            dom = self.conn.lookupByUUIDString(UUID)
        except libvirt.libvirtError as why:
            print("gone", why.err, flush=True)
            return
        print(dom.state(), dom.isPersistent(), dom.isUpdated(), dom.ID() >= 0, dom.hasManagedSaveImage(), flush=True)
        for flags in (0, libvirt.VIR_DOMAIN_XML_INACTIVE):
            document = dom.XMLDesc(flags)
            print(flags, [line.strip() for line in document.splitlines()
                          if any(word in line for word in ("<title", "<vcpu", "emory", "<target", "<alias", "<domain ", "<source"))],
                  flush=True)

    def end(self):
        """Removes the domain."""
        try:
            dom = self.conn.lookupByUUIDString(UUID)
            if dom.isActive():
                dom.destroy()
            if dom.isPersistent():
                dom.undefineFlags(libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE | libvirt.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA)
        except libvirt.libvirtError:
            pass
        self.events.tell()


def orders():
    """Every order of four steps after the first."""
    place = Place()
    for first in ("define", "create"):
        for steps in itertools.product(("define", "create", "start", "destroy", "undefine"), repeat=4):
            print("ORDER", first, *steps, flush=True)
            for name in (first, *steps):
                if not place.step(name):
                    break
                place.tell()
            place.end()


def changes():
    """Changes of one of the definitions, then what becomes of them."""
    for change in ("title live", "title config", "title both", "attach live", "attach config", "memory live", "memory config",
                   "vcpus config", "save", "suspend"):
        for steps in (("define", "start", change, "destroy", "start"), ("define", "start", "define", change, "destroy", "start"),
                      ("define", "start", change, "define", "destroy"), ("create", change, "define", "destroy", "start"),
                      ("define", change, "start", "destroy"), ("define", "start", change, "shutdown", "start"),
                      ("define", "start", change, "reboot"), ("define", "start", change, "undefine", "destroy"),
                      ("define", "start", "snapshot", change, "revert", "destroy"),
                      ("define", "snapshot", "start", change, "revert", "start")):
            place = Place()
            print("CHANGE", *steps, flush=True)
            for name in steps:
                if not place.step(name):
                    break
                place.tell()
            place.end()


def conflicts():
    """Names and UUIDs that another domain has."""
    conn = libvirt.open("test:///default")
    said("first", conn.defineXML, domain("first", uuid=UUID))
    said("name", conn.defineXML, domain("first"))
    said("uuid", conn.defineXML, domain("second", uuid=UUID))
    said("create name", conn.createXML, domain("first"), 0)
    said("create uuid", conn.createXML, domain("second", uuid=UUID), 0)
    first = conn.lookupByName("first")
    said("start", first.create)
    said("create what runs", conn.createXML, domain("first", uuid=UUID), 0)
    said("another type", conn.defineXML, domain("first", uuid=UUID).replace("type='test'", "type='kvm'"))
    said("inactive", lambda: first.XMLDesc(libvirt.VIR_DOMAIN_XML_INACTIVE).splitlines()[0])
    said("live", lambda: first.XMLDesc().splitlines()[0].split(" id=")[0])
    said("undefine", first.undefine)
    said("another name", conn.defineXML, domain("other", uuid=UUID))
    said("name", conn.defineXML, domain("first"))
    said("destroy", first.destroy)
    said("after", first.isActive)


def main():
    """Says what there is after each step."""
    orders()
    changes()
    conflicts()


main()
