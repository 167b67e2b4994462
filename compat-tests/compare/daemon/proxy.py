"""Our virtproxyd before stock daemons of several versions: what a stock client does through it (compare/versions/session.py: a guest, its
console, volumes up and down, events, secrets) prints what it prints without it; so does live migration between two of them. What volumes hold
afterwards is looked at in their files (`volumes`). Arguments: the only roots to use (lib/ROOTS.md)."""

import difflib
import os
import pathlib
import subprocess
import sys
import tempfile

from compare.daemon import volumes as data
from lib import library, root_build
from lib.counting import Counts
from lib.daemon import HOST_UUID, OTHER_HOST_UUID, SHARED
from lib.front_daemon import FrontedDaemon
from lib.processes import clean_up_on_sigterm
from lib.roots import Root

DEADLINE = 240
# What the program for volumes prints.
MOVED = ["plain up: 0", "plain down: True", "sparse up: 0", "sparse down: True", "up and down: [('down', True), ('up', 0)]", "closed True"]
SHOWN = 30
ROOTS = ("host", "trixie", "sid")
# A machine type that the hypervisors of all versions have.
MACHINE = "pc-i440fx-7.2"
# What must be in the output: two failures are the same, too.
# Where ours does what the stock virtproxyd does, whose daemon behind is missing.
NO_DAEMON = "no driver: error 38 domain 7 level 2: Failed to connect socket to '/var/run/libvirt/virtnosuchd-sock'"
MUST = ["getType: 'TEST'", "getType: 'QEMU'", "create: 0", "upload: 0", "download: (0, True)", "done"]


def run(arguments, libdir=None):
    """Returns the lines of a program of the stock library, or of the one in a folder."""
    command = [library.PYTHON, "-B", "-m", *arguments]
    try:
        done = subprocess.run(command, env=library.environment(libdir), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=DEADLINE, check=False)
    except subprocess.TimeoutExpired as why:
        return (why.stdout or b"").decode().splitlines() + [f"no end within {DEADLINE} s"]
    return done.stdout.splitlines() + ([f"exit status {done.returncode}"] if done.returncode else [])


def daemon(stock, fronted):
    """Returns the stock daemon, with ours before it if wanted."""
    return FrontedDaemon(stock=stock) if fronted else stock


def session(root, folder, fronted):
    """Returns what the program for the whole API prints."""
    place = os.path.join(folder, "daemon")
    os.makedirs(place, mode=0o755)
    try:
        with daemon(root.start(directory=place, cache=os.path.join(folder, "cache")), fronted) as end:
            with open(os.path.join(end.scratch, "disk"), "wb") as disk:
                disk.truncate(1 << 20)
            return run(["compare.versions.session", end.socket, end.visible_scratch])
    finally:
        subprocess.run(["rm", "-rf", place], check=False)


def migration(root, folder, fronted):
    """Returns what the program for migrations prints; both daemons are behind ours, which the source's daemon reaches its target past."""
    shared = os.path.join(folder, "shared")
    ends = []
    for side, uuid in (("source", HOST_UUID), ("target", OTHER_HOST_UUID)):
        place = os.path.join(shared, side)
        os.makedirs(place, mode=0o755)
        stock = root.start(directory=place, host_uuid=uuid, shared=shared, cache=os.path.join(folder, "cache"))
        ends.append(daemon(stock, fronted))
    try:
        with ends[0] as source, ends[1] as target:
            behind = target.stock if fronted else target
            seen = os.path.join(SHARED, os.path.relpath(behind.socket, shared))
            lines = run(["compare.migration.between", source.socket, target.socket, seen, MACHINE])
            return [line.replace(shared, "FOLDER") for line in lines]
    finally:
        subprocess.run(["rm", "-rf", shared], check=False)


def volumes(root, folder, libdir):
    """Returns what is wrong with data that a library sends and fetches through ours, or nothing; the files are looked at, too."""
    place = os.path.join(folder, "volumes")
    os.makedirs(place, mode=0o755)
    try:
        with FrontedDaemon(stock=root.start(directory=place, cache=os.path.join(folder, "cache"))) as end:
            lines = run(["compare.daemon.volumes", end.socket, end.visible_scratch], libdir)
            wrong = [f"{line}: missing" for line in MOVED if line not in lines]
            for name, wanted in (("plain", data.data(1)), ("sparse", data.with_hole(2)), ("meanwhile", data.data(3))):
                path = pathlib.Path(end.scratch, "volumes", name)
                found = path.read_bytes() if path.exists() else b""
                wrong += [] if found == wanted else [f"{name} holds {data.digest(found)} and not {data.digest(wanted)}"]
            return f"{wrong}, the end is {lines[-3:]}" if wrong else ""
    finally:
        subprocess.run(["rm", "-rf", place], check=False)


def difference(stock, ours):
    """Returns what differs, or nothing."""
    return "\n    ".join(["", *list(difflib.unified_diff(stock, ours, "alone", "behind ours", lineterm="", n=0))[:SHOWN]]) if stock != ours else ""


def compare_root(counts, root, folder):
    """Compares with and without our daemon in front of one version's."""
    version = root.version()
    alone, behind = (session(root, folder, fronted) for fronted in (False, True))
    missing = [line for line in MUST if line not in behind]
    missing += [] if any(line.startswith(NO_DAEMON) for line in behind) else [NO_DAEMON]
    alone, behind = ([line for line in lines if not line.startswith("no driver: ")] for lines in (alone, behind))
    counts.check(f"session before {version}", f"missing {missing}, the end is {behind[-3:]}" if missing else difference(alone, behind),
                 f"{len(behind)} lines")
    alone, behind = (migration(root, folder, fronted) for fronted in (False, True))
    wrong = [line for line in behind if "WRONG" in line] or ([] if len(behind) > 10 else behind)
    counts.check(f"migration before {version}", f"{wrong[:5]}" if wrong else difference(alone, behind), f"{len(behind)} lines")
    counts.check(f"volumes of {version}, stock client", volumes(root, folder, None))
    libdir = library.ours()
    if libdir:
        counts.check(f"volumes of {version}, our client", volumes(root, folder, libdir))
    else:
        counts.skip(f"volumes of {version}, our client", "OXIVIRT_LIBDIR is not set")


def compare(counts, names=ROOTS):
    """Compares before the daemons of these roots."""
    why = root_build.unfit()
    if why:
        counts.skip("virtproxyd before other versions", why)
        return
    for name in names:
        root = Root(name)
        why = root.unfit()
        if why:
            counts.skip(f"virtproxyd before {name}", why)
            continue
        with tempfile.TemporaryDirectory(prefix="oxivirt-proxy-") as folder:
            os.chmod(folder, 0o755)
            os.makedirs(os.path.join(folder, "cache"))
            compare_root(counts, root, folder)


def main():
    """Compares what the arguments name, or all."""
    clean_up_on_sigterm()
    counts = Counts("daemon-proxy")
    compare(counts, sys.argv[1:] or ROOTS)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
