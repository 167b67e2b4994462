"""Events under the library's loop, a program's own and GLib's: the same lines with the stock library and with this one.

Last line: "loops: N passed, N failed, N skipped".
"""

import shutil
import subprocess
import sys

from lib import library
from lib.counting import Counts
from lib.daemon import StockDaemon
from lib.processes import clean_up_on_sigterm

LIMIT = 600


def lines(program, arguments, libdir):
    """Returns what a program of this folder prints, and how it ends."""
    done = subprocess.run(library.program(libdir, f"compare.loops.{program}", *arguments), env=library.environment(libdir), text=True,
                          timeout=LIMIT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return [*done.stdout.splitlines(), f"exit status {done.returncode}"]


def compare(counts, name, program, arguments=(), uri=None):
    """Runs a program on both; a daemon each, for a driver's state lives in its daemon."""
    found = []
    for libdir in (None, library.ours()):
        with StockDaemon() as daemon:
            place = uri or daemon.qemu_uri.replace("qemu:", "qemu+unix:")
            found.append(lines(program, [*arguments, f"{place}?socket={daemon.socket}"], libdir))
    stock, ours = found
    if stock == ours and stock[-1] == "exit status 0":
        counts.report("passed", name, f"{len(stock)} lines")
    else:
        counts.report("failed", name, "\n  ".join(["", "stock:", *stock, "ours:", *ours]))


def main():
    """All loops, then the events of a guest."""
    clean_up_on_sigterm()
    counts = Counts("loops")
    glib = subprocess.run([library.PYTHON, "-c", "import gi; gi.require_version('LibvirtGLib', '1.0')"], check=False, capture_output=True)
    for kind in ("default", "own", "glib"):
        if kind == "glib" and glib.returncode:
            counts.skip(kind, "gir1.2-libvirt-glib-1.0 is not installed")
        else:
            compare(counts, kind, "loops", [kind], "test+unix:///default")
    if shutil.which("qemu-system-x86_64"):
        compare(counts, "a guest's events", "guest_events")
    else:
        counts.skip("a guest's events", "qemu-system-x86_64 is not installed")
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
