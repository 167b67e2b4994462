"""Migration between daemons of different versions: between.py on the stock library and on ours (OXIVIRT_LIBDIR).

Results, errors and the guest's definitions on both ends must be equal, line by line, and hold by themselves. Both libraries
run at once, each with daemons of its own. Arguments: the only pairs to run, as SOURCE-TARGET; the names are those of
lib/ROOTS.md. A root that is not to be had is skipped with the reason. Without OXIVIRT_LIBDIR the stock library is compared
with itself. Last line: `migration-versions: N passed, N failed, N skipped`.
"""

import difflib
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from lib import library, root_build
from lib.counting import Counts
from lib.daemon import HOST_UUID, OTHER_HOST_UUID, SHARED
from lib.processes import clean_up_on_sigterm
from lib.roots import Root

# Seconds: many times what it takes, for machines that do much else.
DEADLINE = 1200
SHOWN = 30
# From, to, and a machine type that both hypervisors have.
PAIRS = [("bullseye", "host", "pc-i440fx-5.2"), ("host", "trixie", "pc-i440fx-7.2"), ("host", "sid", "pc-i440fx-7.2")]


def move(folder, pair, machine, libdir, caches):
    """Returns the program's lines, with two fresh daemons in `folder`, which is the one they share and is masked."""
    ends = []
    for side, root, uuid in zip(("source", "target"), pair, (HOST_UUID, OTHER_HOST_UUID)):
        place = os.path.join(folder, side)
        os.makedirs(place)
        ends.append(root.start(directory=place, host_uuid=uuid, shared=folder, cache=os.path.join(caches, root.name)))
    with ends[0] as source, ends[1] as target:
        seen = os.path.join(SHARED, os.path.relpath(target.socket, folder))
        command = library.program(libdir, "compare.migration.between", source.socket, target.socket, seen, machine)
        try:
            done = subprocess.run(command, env=library.environment(libdir), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, text=True, timeout=DEADLINE, check=False)
        except subprocess.TimeoutExpired as why:
            return (why.stdout or b"").decode().splitlines() + [f"WRONG: no end within {DEADLINE} s"]
        end = [] if done.returncode == 0 else [f"WRONG: status {done.returncode}"]
        return done.stdout.replace(folder, "FOLDER").splitlines() + end


def compare(scratch, pair, machine, libdir):
    """Returns (passed, failed, texts of failures): lines that are equal and right."""
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
    counts, texts = Counts("migration-versions"), []
    why = root_build.unfit()
    if why:
        counts.skip("all", why, len(PAIRS))
        return counts.finish()
    with tempfile.TemporaryDirectory(prefix="between-") as scratch:
        os.chmod(scratch, 0o755)
        for *names, machine in PAIRS:
            if sys.argv[1:] and "-".join(names) not in sys.argv[1:]:
                continue
            pair = [Root(name) for name in names]
            gone = next((why for why in (root.unfit() for root in pair) if why), None)
            if gone:
                counts.skip("-".join(names), gone)
                continue
            good, bad, said = compare(scratch, pair, machine, library.ours())
            counts.add(good, bad)
            texts += said
    print("\n".join(texts[:SHOWN]))
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
