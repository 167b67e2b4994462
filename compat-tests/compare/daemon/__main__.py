"""Our daemons beside the stock ones, with stock clients: requests that no library makes, starts and ends, virt-admin, and the C programs
of compare/c through our daemon. Last line: `daemon: N passed, N failed, N skipped`."""

import os
import sys
import tempfile

from compare.daemon import admin, golden, helper, life, limits, permitted, programs, proxy, raw, security
from lib.counting import Counts
from lib.daemon import LIBVIRTD, StockDaemon
from lib.front_daemon import FrontedDaemon, OwnDaemon, program
from lib.processes import clean_up_on_sigterm, write


def main():
    """Runs all parts."""
    clean_up_on_sigterm()
    counts = Counts("daemon")
    for needed in (LIBVIRTD, program("virtproxyd"), program("libvirtd")):
        if not os.access(needed, os.X_OK):
            counts.skip("all", f"{needed} is not there")
            return counts.finish()
    for decodes in ("0", "1"):
        os.environ["OXIVIRT_PROXY_DECODE"] = decodes
        print(f"requests, {'decoded' if decodes == '1' else 'passed on'}", flush=True)
        with FrontedDaemon(mode="session") as daemon:
            raw.compare(counts, (daemon.stock.socket, daemon.socket))
            counts.check("both live", "" if daemon.alive() else daemon.last_words())
    print("requests to our libvirtd", flush=True)
    with tempfile.TemporaryDirectory(prefix="oxivirt-daemon-") as folder:
        os.chmod(folder, 0o755)
        os.makedirs(os.path.join(folder, "ours"))
        with StockDaemon(os.path.join(folder, "stock"), "session") as stock, OwnDaemon("libvirtd", os.path.join(folder, "ours")) as ours:
            # Registrations for events are numbered by node, whoever made them: that of all other cases may have clients that are on their way out.
            node = os.path.join(folder, "node.xml")
            write(node, "<node/>")
            raw.compare(counts, (stock.socket, ours.socket), raw.DIFFERENT_ALONE, node)
            counts.check("our libvirtd lives", "" if ours.alive() else ours.last_words())
    print("calls of the stock client", flush=True)
    golden.compare(counts)
    print("starts and ends", flush=True)
    life.compare(counts)
    print("virt-admin", flush=True)
    admin.compare(counts)
    print("who is let in", flush=True)
    security.compare(counts)
    permitted.compare(counts)
    limits.compare(counts)
    print("programs", flush=True)
    programs.compare(counts)
    print("virt-ssh-helper", flush=True)
    helper.compare(counts)
    print("virtproxyd before other versions", flush=True)
    proxy.compare(counts)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
