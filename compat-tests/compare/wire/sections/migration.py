"""Migration between two private daemons, orchestrated by the client: the phases as they are on the wire."""

import libvirt

from lib.definitions import guest


def run(s):
    """Offline, live over a unix socket, tunnelled, refused; the guest has no disk."""
    source = s.open(s.qemu_uri)
    target = s.record("open target", lambda: libvirt.open(
        s.qemu_uri.replace("://", "+unix://") + "?socket=" + s.sockets["second"]))
    dom = s(source, "defineXML", guest())
    s(dom, "migrate3", target, {}, libvirt.VIR_MIGRATE_OFFLINE | libvirt.VIR_MIGRATE_PERSIST_DEST)
    undefine(s, target)
    s(dom, "createWithFlags", libvirt.VIR_DOMAIN_START_PAUSED)
    live = libvirt.VIR_MIGRATE_LIVE | libvirt.VIR_MIGRATE_PAUSED
    socket = "unix:///var/lib/libvirt/shared/migration"
    moved = s(dom, "migrate3", target, {"migrate_uri": socket, "bandwidth": 100}, live)
    s(moved, "destroy")
    moved = None
    for method, *arguments in (("migrate", live | libvirt.VIR_MIGRATE_ABORT_ON_ERROR, "newname", socket, 10),
                               ("migrate2", guest(), live | libvirt.VIR_MIGRATE_CHANGE_PROTECTION, None, socket, 0)):
        s(dom, "createWithFlags", libvirt.VIR_DOMAIN_START_PAUSED)
        moved = s(dom, method, target, *arguments)
        s(moved, "destroy")
    s(dom, "create")
    clash(s, dom, target, live, socket)
    s(dom, "migrate", target, live, "newname", "tcp:nosuch.invalid:1", 10)
    s(dom, "migrate2", target, guest(), live, None, "tcp:nosuch.invalid:1", 10)
    s(dom, "migrate3", target, {"migrate_uri": "tcp:nosuch.invalid:1"}, live)
    s(dom, "migrate3", target, {"nosuch": 1}, live)
    s(dom, "migrateToURI", "qemu+unix:///system?socket=/nonexistent", libvirt.VIR_MIGRATE_PEER2PEER, None, 0)
    s(dom, "migrateToURI2", "qemu+unix:///system?socket=/nonexistent", None, None, libvirt.VIR_MIGRATE_PEER2PEER, None, 0)
    s(dom, "migrateToURI3", "qemu+unix:///system?socket=/nonexistent", {"bandwidth": 1}, libvirt.VIR_MIGRATE_PEER2PEER)
    s(dom, "destroy")
    s(dom, "undefine")
    del dom, moved
    s.close(source)
    s.close(target)


def clash(s, dom, target, flags, socket):
    """A guest on the target has the name: Prepare fails, and Confirm frees the source."""
    other = s(target, "createXML", guest(uuid="second"))
    s(dom, "migrate", target, flags, None, socket, 0)
    s(dom, "migrate2", target, None, flags, None, socket, 0)
    s(dom, "migrate3", target, {"migrate_uri": socket, "bandwidth": 1}, flags)
    s(dom, "migrate3", target, {"migrate_uri": socket, "destination_name": "free"}, flags | libvirt.VIR_MIGRATE_UNSAFE)
    s(other, "destroy")


def undefine(s, conn):
    """What the offline migration left on the target."""
    dom = s(conn, "lookupByName", "golden")
    s(dom, "undefine")
