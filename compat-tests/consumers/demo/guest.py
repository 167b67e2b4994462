"""Debian's own python3-libvirt manages a guest and talks to the agent in it. Usage: guest.py URI NAME XML_FILE."""
import sys

import libvirt

BOOT_SECONDS = 300

uri, name, xml_file = sys.argv[1:4]
libvirt.virEventRegisterDefaultImpl()
conn = libvirt.open(uri)
print("library", libvirt.getVersion(), "hypervisor", conn.getType(), conn.getVersion())
info = conn.getInfo()
print(f"host {conn.getHostname()}: {info[0]}, {info[2]} CPUs, {info[1]} MiB, libvirtd {conn.getLibVersion()}")


class Agent:
    """Whether the guest's agent has connected, by the daemon's event."""

    def __init__(self):
        self.connected = self.late = False
        conn.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE, self.changed, None)

    def changed(self, _conn, domain, state, _reason, _opaque):
        """Is told of the agent's state."""
        if domain.name() == name:
            self.connected = state == libvirt.VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED

    def expire(self, *_):
        """Ends a wait that took too long."""
        self.late = True

    def wait(self):
        """Runs the event loop until the guest has booted."""
        timer = libvirt.virEventAddTimeout(BOOT_SECONDS * 1000, self.expire, None)
        while not self.connected:
            if self.late:
                sys.exit(f"the agent did not connect within {BOOT_SECONDS} s")
            libvirt.virEventRunDefaultImpl()
        libvirt.virEventRemoveTimeout(timer)


def guest_information(domain):
    """What the agent inside the guest tells, and what it is told to do."""
    for kind in ("OS", "HOSTNAME", "TIMEZONE", "USERS", "FILESYSTEM", "INTERFACES"):
        found = domain.guestInfo(getattr(libvirt, f"VIR_DOMAIN_GUEST_INFO_{kind}"))
        assert found, kind
        print(f"guest {kind.lower()}:", " ".join(f"{key}={value}" for key, value in sorted(found.items())))
    addresses = domain.interfaceAddresses(libvirt.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT)
    print("guest addresses:", {nic: [f"{a['addr']}/{a['prefix']}" for a in found["addrs"]] for nic, found in addresses.items()})
    print("guest file systems:", domain.fsInfo())
    print("guest time set:", domain.setTime({"seconds": 2000000000, "nseconds": 0}) == 0,
          "and read:", domain.getTime()["seconds"])
    print("frozen:", domain.fsFreeze(), "thawed:", domain.fsThaw())
    print("password set:", domain.setUserPassword("fred", "correct horse") == 0)


agent = Agent()
with open(xml_file, encoding="utf-8") as source:
    domain = conn.defineXML(source.read())
try:
    domain.create()
    print("running", domain.name(), domain.UUIDString(), "id", domain.ID(), "state", domain.state())
    print("info", domain.info()[:4], "os", domain.OSType())
    stats = conn.getAllDomainStats(libvirt.VIR_DOMAIN_STATS_STATE | libvirt.VIR_DOMAIN_STATS_VCPU)
    mine = [record for dom, record in stats if dom.name() == name]
    print("statistics", sorted(mine[0].items())[:4])
    print("memory", sorted(domain.memoryStats()))
    agent.wait()
    guest_information(domain)
    domain.suspend()
    print("suspended", domain.state() == [libvirt.VIR_DOMAIN_PAUSED, libvirt.VIR_DOMAIN_PAUSED_USER])
    domain.resume()
    print("resumed", domain.isActive() == 1)
    assert [d.name() for d in conn.listAllDomains()].count(name) == 1
finally:
    if domain.isActive():
        domain.destroy()
    domain.undefine()
assert name not in [d.name() for d in conn.listAllDomains()]
print("gone; connection closed with", conn.close(), "references left")
