"""States, reasons and events of domains, by every call in every state; the number in the handle."""

import libvirt

from compare.testdriver.say import Events, domain, said

CALLS = ["create", "suspend", "resume", "shutdown", "reboot", "reset", "destroy", "undefine", "hasManagedSaveImage"]


def tell(name, dom):
    """What is to be seen of a domain."""
    said(f"{name} state", dom.state)
    said(f"{name} active", dom.isActive)
    said(f"{name} persistent", dom.isPersistent)


def reach(conn, state, xml):
    """Makes a domain that is in a state."""
    if state == "shutoff":
        return conn.defineXML(xml)
    dom = conn.createXML(xml)
    if state.startswith("persistent"):
        conn.defineXML(xml)
    if state.endswith("paused"):
        dom.suspend()
    return dom


def main():
    """Everything."""
    events = Events()
    conn, other = libvirt.open("test:///default"), libvirt.open("test:///default")
    events.lifecycle(conn, "one")
    events.lifecycle(other, "two")
    for state in ["shutoff", "running", "paused", "persistent running", "persistent paused"]:
        for on_end in ["", "<on_poweroff>restart</on_poweroff><on_reboot>destroy</on_reboot>",
                       "<on_poweroff>preserve</on_poweroff><on_reboot>rename-restart</on_reboot>"]:
            for call in CALLS:
                name = f"{state} {call} {on_end}"
                dom = reach(conn, state, domain("guest", on_end, uuid="11111111-2222-3333-4444-555555555555"))
                seen = other.lookupByName("guest")
                said(name, getattr(dom, call))
                tell(name, dom)
                said(f"{name} again", getattr(dom, call))
                tell(name, seen)
                said("list", lambda: sorted(one.name() for one in conn.listAllDomains()))
                for end in ("destroy", "undefine"):
                    try:
                        getattr(dom, end)()
                    except libvirt.libvirtError:
                        pass
                dom = conn.lookupByName("test")
    events.lifecycle(conn, "only test", dom)
    for flags in range(1, 64):
        said(f"reboot {flags}", dom.reboot, flags)
        said(f"destroyFlags {flags}", dom.destroyFlags, flags)
        said(f"createWithFlags {flags}", dom.createWithFlags, flags)
        said(f"shutdownFlags {flags}", dom.shutdownFlags, flags)
        said(f"createXML {flags}", conn.createXML, domain("x"), flags & ~8)
        said(f"createXML {flags}", lambda: conn.lookupByName("x").destroy())
        said(f"undefineFlags {flags}", dom.undefineFlags, flags & ~6 | 8)
    events.tell()
    # The number in the object follows what ends the domain.
    for call, *args in (["shutdown"], ["destroyFlags", 0], ["destroy"], ["shutdownFlags", 0], ["reboot", 0], ["managedSave", 0],
                        ["coreDump", "/dev/null", libvirt.VIR_DUMP_CRASH]):
        said(f"create before {call}", dom.create)
        said(call, getattr(dom, call), *args)
        said("number", dom.ID)
    said("autostart", dom.autostart)
    for value in (1, 5, -1, 0):
        said(f"setAutostart {value}", dom.setAutostart, value)
        said("autostart", dom.autostart)


main()
