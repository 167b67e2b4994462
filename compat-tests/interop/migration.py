#!/usr/bin/env python3
"""Migration on the stock library and on ours (OXIVIRT_LIBDIR): the same requests, results and states of both ends.

    migration.py [scripted] [guests]     both by default

scripted: the calls of migration_cases.py against two scripted daemons; every request of both is compared.
guests: migration_guests.py moves real guests between two private daemons.

Without OXIVIRT_LIBDIR the stock library is compared with itself, which proves that the cases are deterministic. Last line:
`migration: N passed, N failed, N skipped`.
"""

import difflib
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "daemon"), os.path.join(HERE, "..", "wire")]
sys.path.append(os.path.join(HERE, "..", "daemons"))

import disks  # noqa: E402  (the path above must be set first)
import migration_scripted  # noqa: E402
from private_libvirtd import PrivateLibvirtd, clean_up_on_sigterm, namespaces_work  # noqa: E402

DEADLINE = 600
TARGET_UUID = "0c7ad1b5-0e56-4b8f-9c68-5a4f7f0f6a02"
SHOWN = 20


def move_guests(root, libdir):
    """The program's lines, with two fresh daemons below `root`, which is masked."""
    places = {name: os.path.join(root, name) for name in ("source", "target", "shared", "cache")}
    for path in places.values():
        os.makedirs(path)
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent",
                   "LIBVIRT_AUTOSTART": "0", "CASE": os.environ.get("CASE", "")}
    if libdir:
        environment["LD_LIBRARY_PATH"] = libdir
    cache = places["cache"]
    with PrivateLibvirtd(places["source"], shared=places["shared"], cache=cache) as source, \
            PrivateLibvirtd(places["target"], host_uuid=TARGET_UUID, shared=places["shared"], cache=cache) as target:
        disks.populate(source.scratch)
        command = ["/usr/bin/python3", "-B", os.path.join(HERE, "migration_guests.py"), source.socket, target.socket,
                   source.visible("").rstrip("/")]
        try:
            result = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                    stderr=subprocess.STDOUT, text=True, timeout=DEADLINE, check=False)
        except subprocess.TimeoutExpired as why:
            return (why.stdout or b"").decode().splitlines() + [f"WRONG: no end within {DEADLINE} s"]
        end = [] if result.returncode == 0 else [f"WRONG: status {result.returncode}"]
        return result.stdout.replace(root, "ROOT").splitlines() + end


def compare_guests(root, libdir):
    """(passed, failed, texts of failures): a line must hold by itself and be equal in both runs, which go on at once."""
    with ThreadPoolExecutor() as pool:
        runs = [pool.submit(move_guests, os.path.join(root, name), which) for name, which in (("stock", None), ("here", libdir))]
        stock, ours = (run.result() for run in runs)
    texts = [f"guests: {line}" for line in difflib.unified_diff(stock, ours, "stock", "here", lineterm="", n=0)]
    texts += [f"guests: {line}" for line in ours if "WRONG" in line]
    equal = sum(1 for line in ours if line in stock and "WRONG" not in line)
    return equal, max(len(stock), len(ours)) - equal, texts


def main():
    """Both parts; one summary line; exit status 1 when anything failed."""
    clean_up_on_sigterm()
    wanted = sys.argv[1:] or ["scripted", "guests"]
    libdir = os.environ.get("OXIVIRT_LIBDIR")
    libdir = os.path.abspath(libdir) if libdir else None
    passed = failed = skipped = 0
    texts = []
    with tempfile.TemporaryDirectory(prefix="migration-") as root:
        os.chmod(root, 0o755)
        for part in wanted:
            if part == "guests" and not namespaces_work():
                print("guests: skipped: two system daemons need root and leave to create namespaces")
                skipped += 1
                continue
            compare = {"scripted": migration_scripted.compare, "guests": compare_guests}[part]
            good, bad, said = compare(root, libdir)
            print(f"{part}: {good} equal, {bad} differ or wrong")
            passed, failed, texts = passed + good, failed + bad, texts + said
    print("\n".join(texts[:SHOWN]))
    print(f"migration: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
