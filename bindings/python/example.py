#!/usr/bin/python3
"""Lists what a connection has, and leads a guest from its definition to its end. Argument: a URI, `test:///default` without one."""
import sys

import libvirt

GUEST = """<domain type='test'>
  <name>example</name>
  <memory unit='MiB'>64</memory>
  <os><type>hvm</type></os>
</domain>"""

STATES = {libvirt.VIR_DOMAIN_RUNNING: "running", libvirt.VIR_DOMAIN_PAUSED: "paused", libvirt.VIR_DOMAIN_SHUTOFF: "shut off"}


def state(domain):
    return STATES[domain.state()[0]]


def main(uri):
    # Without this the library prints every error before the exception is seen.
    libvirt.registerErrorHandler(lambda _context, _error: None, None)
    with libvirt.open(uri) as conn:
        print(f"{conn.getType()} at {conn.getURI()}")
        for domain in conn.listAllDomains():
            _, memory, _, cpus, _ = domain.info()
            print(f"domain {domain.name()}: {state(domain)}, {memory} KiB, {cpus} CPUs")
        for network in conn.listAllNetworks():
            print(f"network {network.name()}: {'active' if network.isActive() else 'inactive'}")
        for pool in conn.listAllStoragePools():
            print(f"pool {pool.name()}: {'active' if pool.isActive() else 'inactive'}")

        guest = conn.defineXML(GUEST)
        print(f"{guest.name()} defined: {state(guest)}")
        for step in (guest.create, guest.suspend, guest.resume, guest.destroy):
            step()
            print(f"{guest.name()} {step.__name__}: {state(guest)}")
        guest.undefine()
        try:
            conn.lookupByName("example")
        except libvirt.libvirtError as error:
            print(f"error {error.get_error_code()}: {error}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "test:///default")
