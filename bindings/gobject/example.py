#!/usr/bin/python3
"""libvirt-glib, as GNOME programs use it, through GObject introspection: lists what a connection has, and leads a guest from its
definition to its end. Argument: a URI, `test:///default` without one."""
import sys

import gi

gi.require_version("LibvirtGConfig", "1.0")
gi.require_version("LibvirtGObject", "1.0")
from gi.repository import GLib, LibvirtGConfig, LibvirtGObject  # noqa: E402

GUEST = """<domain type='test'>
  <name>example</name>
  <uuid>6c7c4e0a-0f7b-4d5b-9a3c-1d6a3f0c9b11</uuid>
  <memory unit='MiB'>64</memory>
  <os><type>hvm</type></os>
</domain>"""


def state(domain):
    return domain.get_info().state.value_nick


def main(uri):
    LibvirtGObject.init_object(None)
    conn = LibvirtGObject.Connection.new(uri)
    conn.open(None)
    print(f"{conn.get_hypervisor_name()} at {conn.get_uri()}")
    conn.fetch_domains(None)
    for domain in conn.get_domains():
        info = domain.get_info()
        print(f"domain {domain.get_name()}: {state(domain)}, {info.maxMem} KiB, {info.nrVirtCpu} CPUs")
    conn.fetch_networks(None)
    for network in conn.get_networks():
        print(f"network {network.get_name()}")
    conn.fetch_storage_pools(None)
    for pool in conn.get_storage_pools():
        print(f"pool {pool.get_name()}")

    guest = conn.create_domain(LibvirtGConfig.Domain.new_from_xml(GUEST))
    print(f"{guest.get_name()} defined: {state(guest)}")
    steps = {"start": lambda: guest.start(0), "suspend": guest.suspend, "resume": guest.resume, "stop": lambda: guest.stop(0)}
    for name, step in steps.items():
        step()
        print(f"{guest.get_name()} {name}: {state(guest)}")
    guest.delete(0)
    try:
        guest.start(0)
    except GLib.Error as error:
        print(f"error: {error.message}")
    conn.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "test:///default")
