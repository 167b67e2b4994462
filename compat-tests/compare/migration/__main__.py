"""Migration on the stock library and on ours (OXIVIRT_LIBDIR): the same requests, results and states of both ends.

    compat-tests/run compare.migration [scripted] [guests]     both by default

scripted: the calls of cases.py against two scripted daemons; every request of both is compared.
guests: guests.py moves real guests between two private daemons.

Without OXIVIRT_LIBDIR the stock library is compared with itself, which proves that the cases are deterministic. Last line:
`migration: N passed, N failed, N skipped`.
"""

import difflib
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from compare.migration import scripted
from lib import disks, library
from lib.counting import Counts
from lib.daemon import OTHER_HOST_UUID, StockDaemon, namespaces_work
from lib.processes import clean_up_on_sigterm

# Seconds: many times what it takes, for machines that do much else.
DEADLINE = 1800
SHOWN = 20


def move_guests(root, libdir):
    """Returns the program's lines, with two fresh daemons below `root`, which is masked."""
    places = {name: os.path.join(root, name) for name in ("source", "target", "shared", "cache")}
    for path in places.values():
        os.makedirs(path)
    environment = library.environment(libdir, CASE=os.environ.get("CASE", ""))
    cache = places["cache"]
    with StockDaemon(places["source"], shared=places["shared"], cache=cache) as source, \
            StockDaemon(places["target"], host_uuid=OTHER_HOST_UUID, shared=places["shared"], cache=cache) as target:
        disks.populate(source.scratch)
        command = library.program(libdir, "compare.migration.guests", source.socket, target.socket, source.visible_scratch)
        try:
            result = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                    stderr=subprocess.STDOUT, text=True, timeout=DEADLINE, check=False)
        except subprocess.TimeoutExpired as why:
            return (why.stdout or b"").decode().splitlines() + [f"WRONG: no end within {DEADLINE} s"]
        end = [] if result.returncode == 0 else [f"WRONG: status {result.returncode}"]
        return result.stdout.replace(root, "ROOT").splitlines() + end


def compare_guests(root, libdir):
    """Returns (passed, failed, texts of failures): a line must hold by itself and be equal in both runs, which go on at once."""
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
    counts, texts = Counts("migration"), []
    with tempfile.TemporaryDirectory(prefix="migration-") as root:
        os.chmod(root, 0o755)
        for part in wanted:
            if part == "guests" and not namespaces_work():
                counts.skip("guests", "two system daemons need root and leave to create namespaces")
                continue
            compare = {"scripted": scripted.compare, "guests": compare_guests}[part]
            good, bad, said = compare(root, library.ours())
            print(f"{part}: {good} equal, {bad} differ or wrong")
            counts.add(good, bad)
            texts += said
    print("\n".join(texts[:SHOWN]))
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
