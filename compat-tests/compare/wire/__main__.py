"""Records every section with the stock library and with ours, and compares: the same bytes, the same results.

Ours is the directory OXIVIRT_LIBDIR with libvirt.so.0 and its three companions; without it the stock library is compared
with itself, which proves that the suite is deterministic. A section named in pending.txt may differ, and must: one that
no longer does is a failure, so that the list stays true. --self-test proves that a changed capture is noticed.

--client sid takes the stock client of another version (see lib/ROOTS.md).
"""

import argparse
import os
import shutil
import sys
import tempfile

from compare.wire import session
from compare.wire.compare import compare_captures, compare_transcripts
from compare.wire.drive import SECTIONS
from lib import library
from lib.counting import Counts
from lib.frames import procedure_names
from lib.processes import clean_up_on_sigterm

HERE = os.path.dirname(os.path.abspath(__file__))
LIBRARIES = ("libvirt.so.0", "libvirt-qemu.so.0", "libvirt-lxc.so.0", "libvirt-admin.so.0")


def pending():
    """Section -> reason."""
    result = {}
    with open(os.path.join(HERE, "pending.txt"), encoding="utf-8") as handle:
        for line in handle:
            if line.strip() and not line.startswith("#"):
                name, reason = line.split(None, 1)
                result[name] = reason.strip()
    return result


def run_section(section, root, libdir, options, names):
    """Two recordings and their comparison."""
    work = os.path.join(root, "work")
    stock = session.record(section, os.path.join(root, "stock"), work, None, options.mode)
    other = session.record(section, os.path.join(root, "other"), work, libdir, options.mode)
    counts = Counts(section, options.show)
    for which, recording in (("stock", stock), ("compared", other)):
        counts.expect(recording.status == 0, lambda which=which, recording=recording:
                      f"{section}: {which} run ended with {recording.status}: {tail(recording.stderr)}")
    for channel, path in stock.captures.items():
        if os.path.exists(path):
            compare_captures(section, path, other.captures[channel], names, counts)
    compare_transcripts(section, stock.transcript, other.transcript, counts)
    return counts


def tail(path):
    """Returns the last words of a run."""
    with open(path, encoding="utf-8", errors="replace") as handle:
        return " | ".join(handle.read().splitlines()[-3:])


def self_test(root, mode, names):
    """Proves that a request with one changed byte, a missing and a renumbered one are each noticed; returns how many were not."""
    recording = session.record("objects_test", os.path.join(root, "self"), os.path.join(root, "work"), None, mode)
    capture = recording.captures["main"]
    with open(capture, encoding="ascii") as handle:
        lines = handle.read().splitlines()
    # A call with a payload, in the middle of the file.
    at = next(i for i, line in enumerate(lines) if i > len(lines) // 2 and " > " in line and lines[i + 1].startswith("  "))
    end = next(i for i in range(at + 1, len(lines)) if not lines[i].startswith("  "))
    byte = lines[at + 1][:-1] + ("0" if lines[at + 1][-1] != "0" else "1")
    changes = {
        "byte": lines[:at + 1] + [byte] + lines[at + 2:],
        "missing": lines[:at] + lines[end:],
        "serial": lines[:at] + [lines[at].replace("serial=", "serial=9")] + lines[at + 1:],
    }
    failures = 0
    for what, changed in {"same": lines, **changes}.items():
        path = os.path.join(root, "mutated")
        with open(path, "w", encoding="ascii") as handle:
            handle.write("\n".join(changed) + "\n")
        counts = Counts(what, 0)
        compare_captures("self-test", capture, path, names, counts)
        if (counts.failed > 0) != (what != "same"):
            failures += 1
            print(f"self-test: change '{what}' gave {counts.failed} differences")
    print(f"wire self-test: {len(changes) + 1 - failures} passed, {failures} failed")
    return failures


def main():
    """One summary line; exit status 1 when anything failed."""
    clean_up_on_sigterm()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sections", nargs="*", default=SECTIONS, help="default: all")
    parser.add_argument("--mode", choices=("system", "session"), help="of the daemon; default: what works")
    parser.add_argument("--show", type=int, default=10, help="differences shown of each section")
    parser.add_argument("--keep", action="store_true", help="keep captures and transcripts, and say where")
    library.add_client_option(parser)
    parser.add_argument("--self-test", action="store_true", help="only prove that a changed capture is noticed")
    options = parser.parse_args()
    library.choose_client(options)
    libdir = library.ours()
    missing = [name for name in LIBRARIES if libdir and not os.path.exists(os.path.join(libdir, name))]
    if missing:
        print(f"wire: OXIVIRT_LIBDIR={libdir} lacks {', '.join(missing)}", file=sys.stderr)
        return 2
    names = procedure_names()
    root = tempfile.mkdtemp(prefix="wire-")
    os.chmod(root, 0o755)
    try:
        if options.self_test:
            return 1 if self_test(root, options.mode, names) else 0
        return compare_all(options, root, libdir, names)
    finally:
        if options.keep:
            print(f"kept: {root}")
        else:
            shutil.rmtree(root, ignore_errors=True)


def compare_all(options, root, libdir, names):
    """Compares every section; returns the exit status."""
    waiting = pending() if libdir else {}
    total = Counts("wire")
    for section in options.sections:
        counts = run_section(section, root, libdir, options, names)
        if section in waiting and counts.failed:
            print(f"{section}: pending ({waiting[section]}): {counts.passed} equal, {counts.failed} differ")
            total.add(passed=counts.passed, skipped=counts.failed)
            continue
        if section in waiting:
            counts.expect(False, f"{section}: no difference left: remove it from pending.txt")
        print(f"{section}: {counts.passed} passed, {counts.failed} failed", flush=True)
        total.add(counts.passed, counts.failed)
    return total.finish()


if __name__ == "__main__":
    sys.exit(main())
