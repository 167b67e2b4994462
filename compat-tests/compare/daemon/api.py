"""The public API, by libraries of four versions over all transports: what compare/versions/session.py prints about the test driver of our
libvirtd is what it prints about the stock one. Part of `walk`. The library of 7.0.0 is older than this machine's Python.

As a program: the URI whose calls are printed."""

import os
import subprocess
import sys

import libvirt

from compare.daemon.ends import CLIENTS, TRANSPORTS
from compare.versions import session
from lib import library
from lib.roots import Root

DEADLINE = 240
TOO_OLD = ("7.0.0",)
# Two failures are the same, too.
MUST = ["getType: 'TEST'", "create: 0", "snapshot: 's'", "closed True"]
# Where our test driver has what the stock one has not, or does not do as it does: docs/DIFFERENCES.md, docs/TEST-DRIVER.md.
DIFFERENT = ("identity: ", "block job: ", "job: ", "device autostart: ")


def command(name):
    """Returns the words before a program and its environment on a client's library, and None; or None, None, and why it is not there."""
    if CLIENTS[name] is None:
        libdir = library.ours()
        if not libdir or not os.path.exists(os.path.join(libdir, "libvirt.so.0")):
            return None, None, f"OXIVIRT_LIBDIR={libdir} has no library"
        return [], library.environment(libdir), None
    root = Root(CLIENTS[name])
    why = root.unfit() or (f"the root {root.name} has libvirt {root.version()} by now" if root.version() != name else None)
    return (None, None, why) if why else (root.on_library(), library.environment(None), None)


def printed(words, environment, uri):
    """Returns the lines that the program prints about a daemon."""
    program = [*words, library.PYTHON, "-B", "-m", "compare.daemon.api", uri]
    try:
        done = subprocess.run(program, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              timeout=DEADLINE, check=False)
    except subprocess.TimeoutExpired:
        return [f"no end within {DEADLINE} s"]
    return done.stdout.replace(uri.split("?")[0], "URI").splitlines() + ([f"exit status {done.returncode}"] if done.returncode else [])


def compare(counts, ends):
    """Compares what all clients print over all transports."""
    for name in (one for one in CLIENTS if one not in TOO_OLD):
        words, environment, why = command(name)
        for transport in TRANSPORTS:
            missing = why or ("there is no sshd" if transport == "ssh" and not ends.hosts else None)
            if missing:
                counts.skip(f"API {name} over {transport}", missing)
                continue
            stock, ours = (printed(words, environment, ends.uri(transport, side)) for side in ("stock", "ours"))
            wrong = [f"\n    stock {a}\n    ours  {b}" for a, b in zip(stock, ours) if a != b and not a.startswith(DIFFERENT)]
            wrong += [f"\n    {len(stock)} lines and {len(ours)}: {ours[-2:]}"] if len(stock) != len(ours) else []
            wrong += [f"\n    {line} is not there" for line in MUST if line not in ours]
            counts.check(f"API {name} over {transport}", "".join(wrong[:6]), f"{len(ours)} lines")


def main():
    """Prints what a connection, its domains and other objects answer."""
    libvirt.virEventRegisterDefaultImpl()
    libvirt.registerErrorHandler(lambda *_: None, None)
    conn = libvirt.open(sys.argv[1])
    session.connection(conn)
    session.errors(conn)
    events = session.Events(conn)
    session.lifecycle(conn, events, session.TEST_XML.format(session.UUID.format(1)), "test")
    session.test_objects(conn)
    session.small_objects(conn, events)
    events.stop()
    del events
    print("closed", conn.close() >= 0)


if __name__ == "__main__":
    main()
