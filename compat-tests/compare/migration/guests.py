"""Moves guests between two real daemons in every way there is, and in ways that must fail; prints what came of it.

    guests.py SOURCE-SOCKET TARGET-SOCKET SCRATCH

Each line: the case, whether that is what must happen, the call's result, then the guests of source and target. The daemons
have separate networks: the hypervisor's data goes through sockets in a directory that both see.
"""

import os
import re
import sys
import threading

import libvirt as v

from lib.definitions import guest, raw_disk

SHARED = "/var/lib/libvirt/shared"
DATA = f"unix://{SHARED}/data"
VOLATILE = [(re.compile(r"\d{4}-\d\d-\d\dT[0-9:.]+Z"), "TIME"), (re.compile(r"fd:?\s*\d+"), "fd #")]


class Ends:
    """Source and target, and the guest of one case."""

    def __init__(self, source, target, scratch, seen=None, machine=None):
        """Two sockets; a folder. `seen`: the target's socket as the source's daemon sees it; `machine`: the guests' type."""
        self.target_uri = f"qemu+unix:///system?socket={seen or target}"
        self.source = v.open(f"qemu+unix:///system?socket={source}")
        self.target = v.open(f"qemu+unix:///system?socket={target}")
        self.scratch = scratch
        self.machine = machine
        self.dom = None
        self.reusable = False
        self.acted = None

    def prepare(self, make):
        """The guest of the next case: the last one again where it is a plain one that survived."""
        if make == self.guest and self.reusable:
            return
        self.clear()
        make()

    def guest(self, persistent=False, running=True, paused=False, **more):
        """Makes a fresh guest on the source."""
        flags = v.VIR_DOMAIN_START_PAUSED if paused else 0
        xml = guest(devices=more.pop("devices", "<memballoon model='none'/>"), **more)
        if self.machine:
            xml = re.sub("machine='[^']*'", f"machine='{self.machine}'", xml)
        self.dom = self.source.defineXML(xml) if persistent else self.source.createXML(xml, flags)
        if persistent and running:
            self.dom.createWithFlags(flags)
        return self.dom

    def clear(self):
        """No guests anywhere."""
        self.dom = None
        for conn in (self.source, self.target):
            for dom in conn.listAllDomains():
                if dom.isActive():
                    dom.destroy()
            for dom in conn.listAllDomains():
                dom.undefine()

    def states(self):
        """Returns all guests of both ends: name, state, persistent or not; and whether the source's can be changed."""
        found = []
        for side, conn in (("source", self.source), ("target", self.target)):
            for dom in sorted(conn.listAllDomains(), key=lambda d: d.name()):
                state, reason = dom.state()
                kind = "persistent" if dom.isPersistent() else "transient"
                found.append(f"{side} {dom.name()} state {state}/{reason} {kind}{changeable(dom)}")
        return "; ".join(found)


def changeable(dom):
    """Begin locks a guest; after the migration nothing may be locked."""
    try:
        dom.setMetadata(v.VIR_DOMAIN_METADATA_TITLE, "changed", None, None, 0)
        return ""
    except v.libvirtError as error:
        return f" locked ({error})"


def flavours(e):
    """Yields (name, must succeed, make the guest, move it)."""
    live = v.VIR_MIGRATE_LIVE
    peer = v.VIR_MIGRATE_PEER2PEER | live
    data = {"migrate_uri": DATA}
    uri = e.target_uri
    simple = e.guest

    def kept():
        return e.guest(persistent=True)

    yield "migrate", True, simple, lambda d: d.migrate(e.target, live, None, DATA, 0)
    yield "migrate, renamed", True, simple, lambda d: d.migrate(e.target, live, "renamed", DATA, 50)
    yield "migrate2 with XML", True, simple, lambda d: d.migrate2(e.target, d.XMLDesc(v.VIR_DOMAIN_XML_MIGRATABLE), live,
                                                                  None, DATA, 0)
    yield "migrate3", True, simple, lambda d: d.migrate3(e.target, data, live)
    yield "migrate3, all parameters", True, simple, lambda d: d.migrate3(e.target, {
        **data, "bandwidth": 100, "destination_name": "renamed", "destination_xml": d.XMLDesc(v.VIR_DOMAIN_XML_MIGRATABLE),
        "auto_converge.initial": 20}, live | v.VIR_MIGRATE_AUTO_CONVERGE)
    yield "migrate3, not live", True, simple, lambda d: d.migrate3(e.target, data, 0)
    yield "migrate3, paused guest", True, lambda: e.guest(paused=True), lambda d: d.migrate3(e.target, data, live)
    yield "migrate3, to be paused", True, simple, lambda d: d.migrate3(e.target, data, live | v.VIR_MIGRATE_PAUSED)
    yield "migrate3, protected", True, simple, lambda d: d.migrate3(e.target, data, live | v.VIR_MIGRATE_CHANGE_PROTECTION)
    yield "migrate3, abort on error", True, simple, lambda d: d.migrate3(e.target, data, live | v.VIR_MIGRATE_ABORT_ON_ERROR)
    yield "migrate3, persistent", True, kept, lambda d: d.migrate3(e.target, data, live | v.VIR_MIGRATE_PERSIST_DEST)
    yield "migrate3, undefine source", True, kept, lambda d: d.migrate3(
        e.target, data, live | v.VIR_MIGRATE_PERSIST_DEST | v.VIR_MIGRATE_UNDEFINE_SOURCE)
    yield "migrate3, compressed", True, simple, lambda d: d.migrate3(
        e.target, {**data, "compression": "xbzrle", "compression.xbzrle.cache": 1 << 24}, live | v.VIR_MIGRATE_COMPRESSED)
    yield "migrate3, post-copy", True, lambda: e.guest(memory=1048576), lambda d: watched(e, d, lambda d: d.migrate3(
        e.target, data, live | v.VIR_MIGRATE_POSTCOPY), v.virDomain.migrateStartPostCopy)
    yield "migrate3, parallel", True, simple, lambda d: d.migrate3(
        e.target, {**data, "parallel.connections": 2}, live | v.VIR_MIGRATE_PARALLEL)
    for name, move in (("migrate", lambda d, f: d.migrate(e.target, f, None, None, 0)),
                       ("migrate2", lambda d, f: d.migrate2(e.target, None, f, None, None, 0)),
                       ("migrate3", lambda d, f: d.migrate3(e.target, {}, f))):
        yield f"{name}, offline", True, lambda: e.guest(persistent=True, running=False), lambda d, move=move: move(
            d, v.VIR_MIGRATE_OFFLINE | v.VIR_MIGRATE_PERSIST_DEST)
    yield "migrate2, peer to peer", True, simple, lambda d: d.migrate2(e.target, None, peer, None, DATA, 0)
    yield "migrate2, tunnelled", True, simple, lambda d: d.migrate2(e.target, None, peer | v.VIR_MIGRATE_TUNNELLED, "renamed",
                                                                   None, 0)
    yield "migrate, tunnelled", True, simple, lambda d: d.migrate(e.target, peer | v.VIR_MIGRATE_TUNNELLED, None, None, 0)
    yield "migrateToURI, tunnelled", True, simple, lambda d: d.migrateToURI(uri, peer | v.VIR_MIGRATE_TUNNELLED, None, 0)
    yield "migrateToURI2", True, simple, lambda d: d.migrateToURI2(uri, DATA, None, peer, "renamed", 0)
    yield "migrateToURI3", True, simple, lambda d: d.migrateToURI3(uri, data, peer)
    yield "migrateToURI3, persistent", True, kept, lambda d: d.migrateToURI3(
        uri, data, peer | v.VIR_MIGRATE_PERSIST_DEST | v.VIR_MIGRATE_UNDEFINE_SOURCE)
    yield "migrateToURI3, offline", True, lambda: e.guest(persistent=True, running=False), lambda d: d.migrateToURI3(
        uri, {}, v.VIR_MIGRATE_PEER2PEER | v.VIR_MIGRATE_OFFLINE | v.VIR_MIGRATE_PERSIST_DEST)


def refusals(e):
    """Migrations that fail, each in another phase, and leave a running guest on the source."""
    live = v.VIR_MIGRATE_LIVE
    peer = v.VIR_MIGRATE_PEER2PEER | live
    data = {"migrate_uri": DATA}
    nowhere = "qemu+unix:///system?socket=/nonexistent"
    simple = e.guest

    def other(**more):
        """Makes a guest on the target that is in the way."""
        def make():
            e.target.createXML(guest(devices="<memballoon model='none'/>", **more), 0)
            return e.guest()
        return make

    def with_disk(folder):
        return lambda: e.guest(devices=raw_disk(f"{folder}/raw.img") + "<memballoon model='none'/>")

    def abi(dom):
        return dom.XMLDesc(v.VIR_DOMAIN_XML_MIGRATABLE).replace("</devices>", "<serial type='null'/></devices>")

    for name, move in (
            ("migrate", lambda d, f: d.migrate(e.target, f, None, DATA, 0)),
            ("migrate2", lambda d, f: d.migrate2(e.target, None, f, None, DATA, 0)),
            ("migrate3", lambda d, f: d.migrate3(e.target, data, f)),
            ("migrateToURI3", lambda d, f: d.migrateToURI3(e.target_uri, data, f | peer))):
        def moved(flags=live, move=move):
            return lambda d: move(d, flags)
        yield f"{name}: name in use", False, other(uuid="second"), moved()
        yield f"{name}: UUID in use", False, other(name="other"), moved()
        yield f"{name}: no disk on the target", False, with_disk(e.scratch), moved(live | v.VIR_MIGRATE_UNSAFE)
        yield f"{name}: unsafe", False, with_disk(e.scratch), moved()
        # Much memory, all zeros: at the slowest speed it takes seconds to tell so, whatever else the machine does.
        yield f"{name}: aborted", False, lambda: e.guest(memory=2097152), lambda d, moved=moved: watched(
            e, d, moved(), v.virDomain.abortJob)
    yield "migrate2: other ABI", False, simple, lambda d: d.migrate2(e.target, abi(d), live, None, DATA, 0)
    yield "migrate3: other ABI", False, simple, lambda d: d.migrate3(e.target, {**data, "destination_xml": abi(d)}, live)
    yield "migrate3: no XML", False, simple, lambda d: d.migrate3(e.target, {**data, "destination_xml": "<"}, live)
    yield "migrate: bad name", False, simple, lambda d: d.migrate(e.target, live, "a/b", DATA, 0)
    yield "migrate3: bad name", False, simple, lambda d: d.migrate3(e.target, {**data, "destination_name": "a/b"}, live)
    for uri in ("unix:///dev/null/socket", "tcp:nosuch.invalid:1", "nonsense", "rdma://nosuch.invalid"):
        yield f"migrate: data to {uri}", False, simple, lambda d, uri=uri: d.migrate(e.target, live, None, uri, 0)
        yield f"migrate3: data to {uri}", False, simple, lambda d, uri=uri: d.migrate3(e.target, {"migrate_uri": uri}, live)
        yield f"migrateToURI3: data to {uri}", False, simple, lambda d, uri=uri: d.migrateToURI3(
            e.target_uri, {"migrate_uri": uri}, peer)
    yield "migrateToURI: nobody there", False, simple, lambda d: d.migrateToURI(nowhere, peer, None, 0)
    yield "migrateToURI2: nobody there", False, simple, lambda d: d.migrateToURI2(nowhere, None, None, peer, None, 0)
    yield "migrateToURI3: nobody there", False, simple, lambda d: d.migrateToURI3(nowhere, {}, peer)
    yield "migrateToURI3: same host", False, simple, lambda d: d.migrateToURI3("qemu:///system", {}, peer)
    yield "migrateToURI3: direct", False, simple, lambda d: d.migrateToURI3(None, data, live)
    yield "migrateToURI3: unknown parameter", False, simple, lambda d: d.migrateToURI3(e.target_uri, {**data, "nosuch": 1}, peer)
    yield "migrate3: to itself", False, simple, lambda d: d.migrate3(e.source, data, live)
    yield "migrate3: peer", False, simple, lambda d: d.migrate3(e.target, data, peer)
    yield "migrate: tunnelled without peer", False, simple, lambda d: d.migrate(e.target, v.VIR_MIGRATE_TUNNELLED, None, DATA, 0)
    yield "migrate3: not running", False, lambda: e.guest(persistent=True, running=False), lambda d: d.migrate3(
        e.target, data, live)
    yield "migrate3: running, offline", False, simple, lambda d: d.migrate3(e.target, data, v.VIR_MIGRATE_OFFLINE)
    yield "migrate3: nothing to resume", False, simple, lambda d: d.migrate3(
        e.target, data, live | v.VIR_MIGRATE_POSTCOPY | v.VIR_MIGRATE_POSTCOPY_RESUME)


def watched(e, dom, move, action):
    """Moves the guest slowly, and does something to the job as soon as it is seen to send."""
    dom.migrateSetMaxSpeed(1, 0)
    watcher = v.open(e.source.getURI())
    done = threading.Event()
    e.acted = "no"

    def watch():
        same = watcher.lookupByName(dom.name())
        # The hypervisor of the target starts first, however long that takes; the migration ends in any case.
        while not done.is_set():
            try:
                if same.jobStats().get("memory_processed", 0) > 0:
                    action(same)
                    e.acted = "yes"
                    return
            except v.libvirtError:
                continue

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        return move(dom)
    finally:
        done.set()
        thread.join()
        watcher.close()


def once(e, name, must_succeed, make, move):
    """One case, one line."""
    e.prepare(make)
    e.reusable = False
    try:
        result = move(e.dom)
        good = must_succeed
        said = f"domain {result.name()}" if isinstance(result, v.virDomain) else str(result)
    except v.libvirtError as error:
        good = not must_succeed
        e.reusable = make == e.guest
        code, domain, message, level, *strings = error.err
        said = f"error {code}/{domain}/{level} {message!r} {strings}"
    if e.acted:
        said += f" (acted on the job: {e.acted})"
        good, e.acted = good and e.acted == "yes", None
    line = f"{name}: {'ok' if good else 'WRONG'}: {said} | {e.states()}"
    for pattern, replacement in VOLATILE:
        line = pattern.sub(replacement, line)
    print(line.replace("%1$s", "%s"), flush=True)


def main():
    """All of them."""
    v.registerErrorHandler(lambda *_: None, None)
    ends = Ends(*sys.argv[1:])
    only = os.environ.get("CASE", "")
    for cases in (flavours, refusals):
        for name, *case in cases(ends):
            if only in name:
                once(ends, name, *case)
    ends.clear()
    print(f"closed {ends.source.close()} {ends.target.close()}")


if __name__ == "__main__":
    main()
