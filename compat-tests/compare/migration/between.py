"""Moves guests between daemons of two versions; prints what came of it and what both daemons say of the guest then.

    between.py SOURCE-SOCKET TARGET-SOCKET TARGET-SOCKET-AS-SEEN-BY-SOURCE MACHINE

Each case is a line of guests.py, which does the work, and the definitions of the guest on both ends.
"""

import sys

import libvirt as v
from compare.migration.guests import DATA, Ends, once


def cases(e):
    """Yields (name, must succeed, make the guest, move it): both dialects of version 3, peer to peer, and failures of each."""
    live = v.VIR_MIGRATE_LIVE
    peer = v.VIR_MIGRATE_PEER2PEER | live
    kept = v.VIR_MIGRATE_PERSIST_DEST | v.VIR_MIGRATE_UNDEFINE_SOURCE
    data = {"migrate_uri": DATA}
    nowhere = "unix:///dev/null/socket"

    def persistent():
        return e.guest(persistent=True)


    def in_the_way():
        """Another guest of that name runs on the target."""
        e.guest(uuid="second", paused=True).migrate3(e.target, data, 0)
        return e.guest()

    # Arguments of fixed places.
    yield "migrate", True, e.guest, lambda d: d.migrate(e.target, live, None, DATA, 0)
    yield "migrate2, renamed, with XML", True, e.guest, lambda d: d.migrate2(
        e.target, d.XMLDesc(v.VIR_DOMAIN_XML_MIGRATABLE), live, "renamed", DATA, 0)
    yield "migrate, no way for the data", False, e.guest, lambda d: d.migrate(e.target, live, None, nowhere, 0)
    # Typed parameters.
    yield "migrate3", True, e.guest, lambda d: d.migrate3(e.target, data, live)
    yield "migrate3, kept, all parameters", True, persistent, lambda d: d.migrate3(
        e.target, {**data, "bandwidth": 100, "destination_name": "renamed", "auto_converge.initial": 20},
        live | kept | v.VIR_MIGRATE_AUTO_CONVERGE)
    yield "migrate3, offline", True, lambda: e.guest(persistent=True, running=False), lambda d: d.migrate3(
        e.target, {}, v.VIR_MIGRATE_OFFLINE | v.VIR_MIGRATE_PERSIST_DEST)
    yield "migrate3, no way for the data", False, e.guest, lambda d: d.migrate3(e.target, {"migrate_uri": nowhere}, live)
    yield "migrate3, name in use", False, in_the_way, lambda d: d.migrate3(e.target, data, live)
    # The daemons by themselves.
    yield "migrateToURI3, kept", True, persistent, lambda d: d.migrateToURI3(e.target_uri, data, peer | kept)
    yield "migrateToURI2, renamed", True, e.guest, lambda d: d.migrateToURI2(e.target_uri, DATA, None, peer, "renamed", 0)
    yield "migrateToURI, tunnelled", True, e.guest, lambda d: d.migrateToURI(
        e.target_uri, peer | v.VIR_MIGRATE_TUNNELLED, None, 0)
    yield "migrateToURI3, nobody there", False, e.guest, lambda d: d.migrateToURI3(
        "qemu+unix:///system?socket=/nonexistent", data, peer)


def show(e):
    """The guest as both daemons define it."""
    for side, conn in (("source", e.source), ("target", e.target)):
        for dom in sorted(conn.listAllDomains(), key=lambda d: d.name()):
            for what, flags in (("now", 0), ("next time", v.VIR_DOMAIN_XML_INACTIVE)):
                if flags == 0 or dom.isPersistent():
                    print(f"  {side} {dom.name()} {what}: " + " ".join(dom.XMLDesc(flags).split()), flush=True)


def main():
    """All of them."""
    v.registerErrorHandler(lambda *_: None, None)
    source, target, seen, machine = sys.argv[1:]
    ends = Ends(source, target, None, seen, machine)
    print(f"from {ends.source.getLibVersion()} to {ends.target.getLibVersion()}")
    for name, *case in cases(ends):
        once(ends, name, *case)
        show(ends)
        ends.reusable = False
    ends.clear()
    print(f"closed {ends.source.close()} {ends.target.close()}")


if __name__ == "__main__":
    main()
