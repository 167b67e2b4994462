#!/usr/bin/python3
"""Debian's own python3-libvirt manages a guest. Usage: guest.py URI NAME; prints what it saw."""
import sys

import libvirt

uri, name = sys.argv[1:3]
conn = libvirt.open(uri)
print("library", libvirt.getVersion(), "hypervisor", conn.getType(), conn.getVersion())
info = conn.getInfo()
print(f"host {conn.getHostname()}: {info[0]}, {info[2]} CPUs, {info[1]} MiB, libvirtd {conn.getLibVersion()}")

with_kvm = "<domain type='kvm'" in conn.getCapabilities()
XML = """
<domain type='{kind}'>
  <name>{name}</name>
  <memory unit='MiB'>64</memory>
  <vcpu>1</vcpu>
  <os><type arch='x86_64'>hvm</type></os>
  <devices>
    <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
    <memballoon model='virtio'/>
  </devices>
</domain>
"""


def start(kind):
    """Defines and starts the guest; the accelerator may be listed and still not work on this machine."""
    domain = conn.defineXML(XML.format(kind=kind, name=name))
    try:
        domain.create()
    except libvirt.libvirtError:
        domain.undefine()
        raise
    return domain


try:
    domain = start("kvm" if with_kvm else "qemu")
except libvirt.libvirtError as error:
    if not with_kvm:
        raise
    print("KVM does not start here, using emulation:", error)
    domain = start("qemu")

try:
    print("running", domain.name(), domain.UUIDString(), "id", domain.ID(), "state", domain.state())
    print("info", domain.info()[:4], "os", domain.OSType())
    stats = conn.getAllDomainStats(libvirt.VIR_DOMAIN_STATS_STATE | libvirt.VIR_DOMAIN_STATS_VCPU)
    mine = [record for dom, record in stats if dom.name() == name]
    print("statistics", sorted(mine[0].items())[:4])
    print("memory", sorted(domain.memoryStats()))
    try:
        print("guest", domain.guestInfo())
    except libvirt.libvirtError as error:
        # No agent runs in a guest without a disk: the daemon says so, and that answer is what is shown.
        print("guest information:", error.get_error_code(), error)
    domain.suspend()
    print("suspended", domain.state() == [libvirt.VIR_DOMAIN_PAUSED, libvirt.VIR_DOMAIN_PAUSED_USER])
    domain.resume()
    print("resumed", domain.isActive() == 1)
    assert [d.name() for d in conn.listAllDomains()].count(name) == 1
finally:
    domain.destroy()
    domain.undefine()
assert name not in [d.name() for d in conn.listAllDomains()]
print("gone; connection closed with", conn.close(), "references left")
