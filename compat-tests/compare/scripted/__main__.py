"""Programs on the stock library and on ours (OXIVIRT_LIBDIR) against a scripted daemon: the same requests byte for byte, the
same lines.

`events`: every event of every kind, told by a daemon that numbers callbacks and by one that does not. `calls`: the functions
that are newer than this machine's stock library, which needs stock 12.8.0 (lib/ROOTS.md).
Last line: `scripted: N passed, N failed, N skipped`.
"""

import os
import subprocess
import sys
import tempfile

from compare.scripted.daemon import Daemon
from lib import library
from lib.counting import Counts
from lib.roots import Root

DEADLINE = 120
# Domain events the library of each version knows, and its last procedure.
KNOWN = {"host": (27, 443), "sid": (30, 456)}
NEWER = [*(("remote", number) for number in (444, 445, 447, 448, 449, 450, 451, 452, 456)), ("admin", 20)]


def once(before, libdir, arguments, **options):
    """Returns (requests, lines) of one run."""
    # A path of the same length in each run: it is in requests.
    with tempfile.TemporaryDirectory(prefix="scripted-") as directory:
        path = os.path.join(directory, "sock")
        with Daemon(path, **options) as daemon:
            driver = "libvirtd+unix:///system" if arguments[0] == "admin" else "test+unix:///default"
            uri = f"{driver}?socket={path}"
            command = [*before, library.PYTHON, "-B", "-m", "compare.scripted.client", arguments[0], uri, *arguments[1:]]
            done = subprocess.run(command, env=library.environment(libdir), capture_output=True, text=True, timeout=DEADLINE, check=False,
                                  errors="backslashreplace")
        lines = [*done.stdout.splitlines(), f"status {done.returncode}", *done.stderr.splitlines()[-5:]]
        requests = [line.replace(path.encode().hex(), "SOCKET") for line in daemon.requests]
    return requests, [line.replace("%1$s", "%s").replace("%1$d", "%d") for line in lines]


def differing(label, stock, ours):
    """Returns (equal, texts of differences) of two lists."""
    length = max(len(stock), len(ours))
    rows = list(zip(stock + ["(nothing)"] * (length - len(stock)), ours + ["(nothing)"] * (length - len(ours))))
    found = [f"{label} {n}:\n  stock: {one}\n  here:  {other}" for n, (one, other) in enumerate(rows) if one != other]
    return length - len(found), found


def compare(name, before, libdir, arguments, least, **options):
    """One program on both libraries; `least`: how many lines it has to print, or nothing was compared."""
    label = f"{name} {' '.join(arguments)} {'refused' if options.get('failing') else '' if 'failing' in options else options}"
    stock = once(before, None, arguments, **options)
    ours = once([], libdir, arguments, **options) if libdir else once(before, None, arguments, **options)
    passed, problems = 0, []
    for what, one, other in zip(("request", "line"), stock, ours):
        equal, found = differing(f"{label}: {what}", one, other)
        passed += equal
        problems += found
    if len(stock[1]) < least or "status 0" not in stock[1]:
        problems.append(f"{label}: stock printed {len(stock[1])} lines, the last: {stock[1][-3:]}")
    print(f"{label}: {len(stock[0])} requests, {len(stock[1])} lines, {len(problems)} differences")
    print("\n".join(problems[:12]), end="\n" if problems else "", flush=True)
    return passed, len(problems)


def main():
    """Everything."""
    counts = Counts("scripted")
    for name, (known, newest) in KNOWN.items():
        before, why = Root(name).client()
        if why:
            counts.skip(f"the stock library of {name}", why)
            continue
        runs = [(["events", str(known)], 270, {"modern": modern, "newest": newest}) for modern in (True, False)]
        if name == "sid":
            runs += [([what], least, {"failing": failing}) for what, least in (("calls", 2300), ("admin", 12))
                     for failing in ([], NEWER)]
        for arguments, least, options in runs:
            counts.add(*compare(name, before, library.ours(), arguments, least, **options))
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
