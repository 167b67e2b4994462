"""Clients that lie, vanish and are silent, against our libvirtd. Last line: `callers: N passed, N failed, N skipped`.

    compat-tests/run stress.callers [mutations] [storms] [silent] [bounds] [--every N]
"""

import argparse
import os
import sys
import tempfile

from lib.counting import Counts
from lib.front_daemon import OwnDaemon, program
from lib.processes import clean_up_on_sigterm
from stress.callers import bounds, mutations, storms

PARTS = ("mutations", "storms", "silent", "bounds")
# Nothing is refused for being too much of it, but where that is what a part is about.
CONF = {"max_clients": 20_000, "max_anonymous_clients": 20_000, "max_queued_clients": 4096, "max_client_requests": 64, "log_filters": "4:*"}
# What a second round of everything may leave behind in addition to the first, which fills the allocator's pools.
MORE_KIB = 1 << 10
# What the daemon may have then: what large messages took is given back.
HELD_KIB = 10 << 10
# Without the caches that the allocator has for each thread: which worker gets a call, and so which cache is filled, is chance.
ALLOCATOR = {"GLIBC_TUNABLES": "glibc.malloc.tcache_count=0:glibc.malloc.mxfast=0"}


def memory(pid):
    """Returns the resident memory of a process in KiB, without the pages of its files."""
    # Counted by a walk through its pages: what status says is a sum of counters of all processors, which may be some pages behind.
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as pages:
        return next(int(line.split()[1]) for line in pages if line.startswith("Anonymous:"))


def settled(counts, name, daemon, before):
    """The daemon lives, has no client any more, and no more descriptors than before."""
    pid = daemon.process.pid
    counts.check(f"{name}: the daemon lives", "" if daemon.alive() else f"{daemon.process.poll()} {daemon.last_words()}")
    if not daemon.alive():
        return
    left = storms.descriptors_until(pid, before)
    counts.check(f"{name}: descriptors", "" if left <= before else f"{left}, before {before}")


def abuse(counts, daemon, descriptors, parts, every):
    """Does once to the daemon what the parts name."""
    if "mutations" in parts:
        distinct = mutations.run(counts, daemon.socket, every)
        print(f"{distinct} different calls", flush=True)
        enough = every > 1 or distinct >= mutations.DISTINCT
        counts.check("enough different calls", "" if enough else f"{distinct}, below {mutations.DISTINCT}")
        settled(counts, "mutations", daemon, descriptors)
    if "storms" in parts:
        storms.vanishing(counts, daemon.socket)
        settled(counts, "storms", daemon, descriptors)
    if "silent" in parts:
        storms.silent(counts, daemon.socket)
        settled(counts, "silent", daemon, descriptors)


def main():
    """Runs the parts that the arguments name."""
    clean_up_on_sigterm()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []])
    parser.add_argument("--every", type=int, default=1, help="only every Nth changed call")
    options = parser.parse_args()
    counts = Counts("callers")
    if not os.access(program("libvirtd"), os.X_OK):
        counts.skip("all", f"{program('libvirtd')} is not there")
        return counts.finish()
    parts = options.parts or PARTS
    with tempfile.TemporaryDirectory(prefix="oxivirt-callers-") as folder:
        os.chmod(folder, 0o755)
        inherited = {key: value for key, value in os.environ.items() if key.startswith("ASAN_")}
        with OwnDaemon("libvirtd", folder, conf=CONF, environment={**ALLOCATOR, **inherited}) as daemon:
            pid = daemon.process.pid
            # Workers and caches are made by the first call.
            with mutations.open_test(daemon.socket) as peer:
                peer.ask(mutations.AUTH_LIST)
            descriptors = storms.descriptors_until(pid, 0, wait=False)
            rounds = []
            # An instrumented build keeps what was freed: one round is enough for it.
            instrumented = "ASAN_OPTIONS" in os.environ
            for _ in range(1 if instrumented else 2):
                abuse(counts, daemon, descriptors, parts, options.every)
                rounds.append(memory(pid) if daemon.alive() else 0)
            grown = rounds[-1] - rounds[0] > MORE_KIB or (not instrumented and max(rounds) > HELD_KIB)
            counts.check("memory", f"{rounds} KiB" if grown else "", f"{rounds} KiB")
        if "bounds" in parts:
            bounds.run(counts)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
