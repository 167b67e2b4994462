#!/usr/bin/env python3
"""Migration between daemons of different versions: migration_between.py on the stock library and on ours (OXIVIRT_LIBDIR).

Results, errors and the guest's definitions on both ends must be equal, line by line, and hold by themselves. Both libraries
run at once, each with daemons of its own. `migration_versions.py [SOURCE-TARGET...]` takes these pairs only; the names are
those of ../daemons. A root that is not to be had is skipped with the reason. Without OXIVIRT_LIBDIR the stock library is
compared with itself. Last line: `migration-versions: N passed, N failed, N skipped`.
"""

import difflib
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "..", name) for name in ("daemon", "daemons")]

import build  # noqa: E402  (the path above must be set first)
from private_libvirtd import clean_up_on_sigterm  # noqa: E402
from roots import Root  # noqa: E402

DEADLINE = 240
SHOWN = 30
# From, to, and a machine type that both hypervisors have.
PAIRS = [("bullseye", "host", "pc-i440fx-5.2"), ("host", "trixie", "pc-i440fx-7.2"), ("host", "sid", "pc-i440fx-7.2")]
UUIDS = ("0c7ad1b5-0e56-4b8f-9c68-5a4f7f0f6a01", "0c7ad1b5-0e56-4b8f-9c68-5a4f7f0f6a02")
# Where the daemons see the folder they share.
SHARED = "/var/lib/libvirt/shared"


def move(folder, pair, machine, libdir, caches):
    """The program's lines, with two fresh daemons in `folder`, which is the one they share and is masked."""
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent",
                   "LIBVIRT_AUTOSTART": "0"}
    if libdir:
        environment["LD_LIBRARY_PATH"] = libdir
    ends = []
    for side, root, uuid in zip(("source", "target"), pair, UUIDS):
        place = os.path.join(folder, side)
        os.makedirs(place)
        ends.append(root.start(directory=place, host_uuid=uuid, shared=folder, cache=os.path.join(caches, root.name)))
    with ends[0] as source, ends[1] as target:
        seen = os.path.join(SHARED, os.path.relpath(target.socket, folder))
        command = ["/usr/bin/python3", "-B", os.path.join(HERE, "migration_between.py"), source.socket, target.socket, seen, machine]
        try:
            done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, text=True, timeout=DEADLINE, check=False)
        except subprocess.TimeoutExpired as why:
            return (why.stdout or b"").decode().splitlines() + [f"WRONG: no end within {DEADLINE} s"]
        end = [] if done.returncode == 0 else [f"WRONG: status {done.returncode}"]
        return done.stdout.replace(folder, "FOLDER").splitlines() + end


def compare(scratch, pair, machine, libdir):
    """(passed, failed, texts of failures): lines that are equal and right."""
    label = "-".join(root.name for root in pair)
    caches = os.path.join(scratch, "caches")
    for root in pair:
        os.makedirs(os.path.join(caches, root.name), exist_ok=True)
    places = [os.path.join(scratch, f"{label}-{name}") for name in ("stock", "here")]
    with ThreadPoolExecutor() as pool:
        runs = [pool.submit(move, place, pair, machine, which, caches) for place, which in zip(places, (None, libdir))]
        stock, ours = (run.result() for run in runs)
    texts = [f"{label}: {line}" for line in difflib.unified_diff(stock, ours, "stock", "here", lineterm="", n=0)]
    texts += [f"{label}: {line}" for line in ours if "WRONG" in line]
    equal = sum(1 for line, other in zip(stock, ours) if line == other and "WRONG" not in line)
    print(f"{label}: {pair[0].version()} to {pair[1].version()}, {len(stock)} lines", flush=True)
    return equal, max(len(stock), len(ours)) - equal, texts


def main():
    """All pairs, one after the other; exit status 1 when anything failed."""
    clean_up_on_sigterm()
    libdir = os.environ.get("OXIVIRT_LIBDIR")
    libdir = os.path.abspath(libdir) if libdir else None
    passed = failed = skipped = 0
    texts = []
    why = build.unfit()
    if why:
        print(f"skipped: {why}\nmigration-versions: 0 passed, 0 failed, {len(PAIRS)} skipped")
        return 0
    with tempfile.TemporaryDirectory(prefix="between-") as scratch:
        os.chmod(scratch, 0o755)
        for *names, machine in PAIRS:
            if sys.argv[1:] and "-".join(names) not in sys.argv[1:]:
                continue
            pair = [Root(name) for name in names]
            gone = next((why for why in (root.unfit() for root in pair) if why), None)
            if gone:
                print(f"skipped: {'-'.join(names)}: {gone}")
                skipped += 1
                continue
            good, bad, said = compare(scratch, pair, machine, libdir)
            passed, failed, texts = passed + good, failed + bad, texts + said
    print("\n".join(texts[:SHOWN]))
    print(f"migration-versions: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed + skipped else 0


if __name__ == "__main__":
    sys.exit(main())
