"""The C programs of compare/c that need a daemon, on the stock library: what they print through our daemon is what they print
through the stock daemon alone."""

import argparse
import sys
import tempfile

from compare.c import programs
from lib.counting import Counts
from lib.front_daemon import FrontedDaemon
from lib.processes import clean_up_on_sigterm


def wanted():
    """Returns the sources of programs that need a daemon."""
    sources = sorted(path for path in programs.HERE.iterdir() if path.suffix in programs.COMPILERS)
    return [path for path in sources if programs.NEEDS_DAEMON.search(path.read_text().split("#include", 1)[0])]


def compare(counts, names=(), lines=40, timeout=120.0):
    """Runs the programs with these names, or all, and counts the results."""
    with tempfile.TemporaryDirectory(prefix="oxivirt-daemon-build-") as folder:
        for source in wanted():
            # Where stock is wrong the library is what is tested. The administration's program is run against our libvirtd (admin.py).
            if (names and source.stem not in names) or programs.expected(source) or source.stem == "admin":
                continue
            program, complaint = programs.build(source, folder)
            if program is None:
                counts.report("failed", source.stem, complaint)
                continue
            stock, code, note = programs.run(program, None, True, [], timeout)
            if note or code == programs.SKIPPED:
                counts.report("skipped", source.stem, note or "the program skipped itself")
                continue
            ours, _, note = programs.run(program, None, True, [], timeout, daemon_class=FrontedDaemon)
            differs = "" if stock == ours else "differs\n" + programs.difference(stock, ours, lines)
            counts.check(source.stem, note or differs)


def main():
    """Command line: names of programs."""
    clean_up_on_sigterm()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--lines", type=int, default=40)
    options = parser.parse_args()
    counts = Counts("daemon")
    compare(counts, options.names, options.lines)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
