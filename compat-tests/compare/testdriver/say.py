"""What the programs have in common: telling what a call answers, and definitions."""

import libvirt

libvirt.registerErrorHandler(lambda *_: None, None)


def shown(value):
    """Returns a result as it is printed: objects by name."""
    if isinstance(value, (list, tuple)):
        return [shown(one) for one in value]
    if isinstance(value, (libvirt.virDomain, libvirt.virNetwork, libvirt.virStoragePool, libvirt.virInterface,
                          libvirt.virNodeDevice, libvirt.virStorageVol)):
        return value.name()
    if isinstance(value, (libvirt.virDomainSnapshot, libvirt.virDomainCheckpoint)):
        return value.getName()
    if isinstance(value, libvirt.virConnect):
        return value.getURI()
    return value


def said(what, call, *args, **more):
    """Prints what a call answers, or all fields of its error. Returns the answer."""
    try:
        answer = call(*args, **more)
    except libvirt.libvirtError as why:
        print(what, "ERROR", why.err, flush=True)
        return None
    except (LookupError, OverflowError, TypeError, ValueError) as why:
        # The binding refuses it by what the library told it, or by itself.
        print(what, type(why).__name__, why, flush=True)
        return None
    print(what, repr(shown(answer)) if not isinstance(answer, str) or "\n" not in answer else "\n" + answer, flush=True)
    return answer


def domain(name, inside="", devices="", memory=1024, attributes="", uuid=""):
    """Returns a domain's definition."""
    uuid = f"<uuid>{uuid}</uuid>" if uuid else ""
    return (f"<domain type='test'{attributes}><name>{name}</name>{uuid}<memory>{memory}</memory>{inside}"
            f"<os><type>hvm</type></os><devices>{devices}</devices></domain>")


class Events:
    """Notes the events of connections until they are told."""

    def __init__(self):
        libvirt.virEventRegisterDefaultImpl()
        self.noted = []

    def lifecycle(self, conn, whose, dom=None):
        """Notes the lifecycle of domains, or of one."""
        def note(_, one, event, detail, __):
            self.noted.append((whose, one.name(), one.ID(), event, detail))
        return conn.domainEventRegisterAny(dom, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, note, None)

    def metadata(self, conn, whose):
        """Notes changes of metadata."""
        def note(_, one, kind, uri, __):
            self.noted.append((whose, one.name(), "metadata", kind, uri))
        return conn.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_METADATA_CHANGE, note, None)

    def devices(self, conn, whose):
        """Notes devices that come and go."""
        for event in (libvirt.VIR_DOMAIN_EVENT_ID_DEVICE_ADDED, libvirt.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED):
            def note(_, one, alias, number):
                self.noted.append((whose, one.name(), number, alias))
            conn.domainEventRegisterAny(None, event, note, event)

    def tell(self):
        """Prints what came since the last time: two rounds of the loop deliver all that was queued before."""
        for _ in range(3):
            timer = libvirt.virEventAddTimeout(0, lambda *_: None, None)
            libvirt.virEventRunDefaultImpl()
            libvirt.virEventRemoveTimeout(timer)
        # The order among connections is left open.
        for whose in sorted({note[0] for note in self.noted}):
            print("events", [note for note in self.noted if note[0] == whose], flush=True)
        self.noted.clear()
