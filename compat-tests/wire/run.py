#!/usr/bin/env python3
"""Records every section with the stock library and with ours, and compares: the same bytes, the same results.

Ours is the directory OXIVIRT_LIBDIR with libvirt.so.0 and its three companions; without it the stock library is compared
with itself, which proves that the suite is deterministic. A section named in pending.txt may differ, and must: one that
no longer does is a failure, so that the list stays true. --self-test proves that a changed capture is noticed.

--client sid takes the stock client of another version, from the systems that compat-tests/daemons builds.
"""

import argparse
import os
import pathlib
import shutil
import sys
import tempfile

# Behind this folder, which has a session.py, too.
sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "daemons"))

import compare  # noqa: E402  (the path above must be set first)
import session  # noqa: E402
from compare import Outcome, compare_captures, compare_transcripts  # noqa: E402
from drive import SECTIONS  # noqa: E402
from frames import procedure_names  # noqa: E402
from roots import NAMES, Root  # noqa: E402

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


def run_section(section, root, libdir, mode, names, client=()):
    """Two recordings and their comparison."""
    work = os.path.join(root, "work")
    stock = session.record(section, os.path.join(root, "stock"), work, None, mode, client)
    other = session.record(section, os.path.join(root, "other"), work, libdir, mode, client)
    outcome = Outcome()
    for which, recording in (("stock", stock), ("compared", other)):
        outcome.check(recording.status == 0, lambda which=which, recording=recording:
                      f"{section}: {which} run ended with {recording.status}: {tail(recording.stderr)}")
    for channel, path in stock.captures.items():
        if os.path.exists(path):
            compare_captures(section, path, other.captures[channel], names, outcome)
    compare_transcripts(section, stock.transcript, other.transcript, outcome)
    return outcome


def tail(path):
    """The last words of a run."""
    with open(path, encoding="utf-8", errors="replace") as handle:
        return " | ".join(handle.read().splitlines()[-3:])


def self_test(root, mode, names):
    """A request with one changed byte, one missing and one renumbered must each be noticed."""
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
        outcome = Outcome()
        compare_captures("self-test", capture, path, names, outcome)
        if (outcome.failed > 0) != (what != "same"):
            failures += 1
            print(f"self-test: change '{what}' gave {outcome.failed} differences")
    print(f"wire self-test: {len(changes) + 1 - failures} passed, {failures} failed")
    return failures


def main():
    """One summary line; exit status 1 when anything failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sections", nargs="*", default=SECTIONS, help="default: all")
    parser.add_argument("--mode", choices=("system", "session"), help="of the daemon; default: what works")
    parser.add_argument("--show", type=int, default=10, help="differences shown of each section")
    parser.add_argument("--keep", action="store_true", help="keep captures and transcripts, and say where")
    parser.add_argument("--client", choices=NAMES, default="host", help="whose stock library to compare with; default: this machine's")
    parser.add_argument("--self-test", action="store_true", help="only prove that a changed capture is noticed")
    options = parser.parse_args()
    libdir = os.environ.get("OXIVIRT_LIBDIR")
    missing = [name for name in LIBRARIES if libdir and not os.path.exists(os.path.join(libdir, name))]
    if missing:
        print(f"run.py: OXIVIRT_LIBDIR={libdir} lacks {', '.join(missing)}", file=sys.stderr)
        return 2
    names = procedure_names()
    compare.SHOWN = options.show
    root = tempfile.mkdtemp(prefix="wire-")
    os.chmod(root, 0o755)
    try:
        if options.self_test:
            return 1 if self_test(root, options.mode, names) else 0
        return compare_all(options, root, os.path.abspath(libdir) if libdir else None, names)
    finally:
        if options.keep:
            print(f"kept: {root}")
        else:
            shutil.rmtree(root, ignore_errors=True)


def compare_all(options, root, libdir, names):
    """Every section, then the summary."""
    client, why = Root(options.client).client()
    if why:
        print(f"skipped: the stock client of {options.client}: {why}\nwire: 0 passed, 0 failed, 1 skipped")
        return 0
    waiting = pending() if libdir else {}
    passed = failed = skipped = 0
    for section in options.sections:
        outcome = run_section(section, root, libdir, options.mode, names, client)
        if section in waiting and outcome.failed:
            print(f"{section}: pending ({waiting[section]}): {outcome.passed} equal, {outcome.failed} differ")
            skipped += outcome.failed
            passed += outcome.passed
            continue
        if section in waiting:
            outcome.check(False, lambda section=section: f"{section}: no difference left: remove it from pending.txt")
        print(f"{section}: {outcome.passed} passed, {outcome.failed} failed")
        print("".join(f"  {text}\n" for text in outcome.texts), end="", flush=True)
        passed += outcome.passed
        failed += outcome.failed
    print(f"wire: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
