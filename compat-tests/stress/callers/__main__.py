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
# What the daemon may have in addition, after everything that was done to it.
MORE_KIB = 24 << 10


def memory(pid):
    """Returns the resident memory of a process in KiB."""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))


def settled(counts, name, daemon, before):
    """The daemon lives, has no client any more, and no more descriptors than before; memory is told."""
    pid = daemon.process.pid
    counts.check(f"{name}: the daemon lives", "" if daemon.alive() else f"{daemon.process.poll()} {daemon.last_words()}")
    if not daemon.alive():
        return
    left = storms.descriptors_until(pid, before["descriptors"])
    counts.check(f"{name}: descriptors", "" if left <= before["descriptors"] else f"{left}, before {before['descriptors']}")
    now = memory(pid)
    # An instrumented build keeps what was freed.
    allowed = before["memory"] + MORE_KIB
    too_much = now > allowed and not os.environ.get("ASAN_OPTIONS")
    counts.check(f"{name}: memory", f"{now} KiB, before {before['memory']}" if too_much else "", f"{before['memory']} to {now} KiB")


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
        with OwnDaemon("libvirtd", folder, conf=CONF, environment=inherited) as daemon:
            pid = daemon.process.pid
            # Workers and caches are made by the first call.
            with mutations.open_test(daemon.socket) as peer:
                peer.ask(mutations.AUTH_LIST)
            before = {"descriptors": storms.descriptors_until(pid, 0, wait=False), "memory": memory(pid)}
            if "mutations" in parts:
                distinct = mutations.run(counts, daemon.socket, options.every)
                print(f"{distinct} different calls", flush=True)
                enough = options.every > 1 or distinct >= mutations.DISTINCT
                counts.check("enough different calls", "" if enough else f"{distinct}, below {mutations.DISTINCT}")
                settled(counts, "mutations", daemon, before)
            if "storms" in parts:
                storms.vanishing(counts, daemon.socket)
                settled(counts, "storms", daemon, before)
            if "silent" in parts:
                storms.silent(counts, daemon.socket)
                settled(counts, "silent", daemon, before)
        if "bounds" in parts:
            bounds.run(counts)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
