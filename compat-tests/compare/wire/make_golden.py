"""Records every section, stock client with stock daemon, and writes golden/*.txt: what each procedure looks like.

Of each procedure and kind a few distinct payloads are kept: the shortest, the longest within BOUND, one between. The
file format is one line of facts and the payload as indented hex:

    remote 23 DOMAIN_LOOKUP_BY_NAME call
      0000...

Kinds: call, call-fds, reply, reply-fds, error (the payload of a reply with status error), message (an event), hole. The
payload of call-fds and reply-fds starts with the number of descriptors, as on the wire.
"""

import argparse
import os
import shutil
import sys
import tempfile

from compare.wire import session
from compare.wire.drive import SECTIONS
from lib.frames import hex_lines, procedure_names, read_capture
from lib.processes import clean_up_on_sigterm

HERE = os.path.dirname(os.path.abspath(__file__))
GOLDEN = os.path.join(HERE, "golden")
BOUND = 4096
LONGEST = 24576
ERRORS = 40
KINDS = ("call", "call-fds", "reply", "reply-fds", "error", "message", "hole")
PER_FILE = 60


def kind_of(frame):
    """Returns the kind as the corpus names it, or None for raw stream data, which has no structure."""
    if frame.kind in ("reply", "reply-fds", "stream") and frame.status == "error":
        return "error" if frame.payload else None
    return frame.kind if frame.kind in KINDS else None


def choose(payloads):
    """Shortest, middle, longest of the distinct payloads within the bound."""
    ordered = sorted(payloads, key=lambda p: (len(p), p))
    small = [p for p in ordered if len(p) <= BOUND] or [p for p in ordered[:1] if len(p) <= LONGEST]
    return [small[i] for i in sorted({0, len(small) // 2, len(small) - 1})] if small else []


def collect(root, mode):
    """Returns (program, procedure, kind) -> set of payloads, over all sections."""
    found = {}
    for section in SECTIONS:
        recording = session.record(section, os.path.join(root, "stock"), os.path.join(root, "work"), None, mode)
        if recording.status != 0:
            raise SystemExit(f"{section}: the script ended with {recording.status}")
        for path in recording.captures.values():
            for frame in read_capture(path) if os.path.exists(path) else []:
                kind = kind_of(frame)
                if kind:
                    found.setdefault((frame.program, frame.procedure, kind), set()).add(frame.payload)
    return found


def write(found, names):
    """One file per program and range of numbers."""
    shutil.rmtree(GOLDEN, ignore_errors=True)
    os.makedirs(GOLDEN)
    texts, errors = {}, 0
    for key in sorted(found, key=lambda k: (k[0], k[1], KINDS.index(k[2]))):
        program, procedure, kind = key
        if kind == "error":
            errors += 1
            if errors > ERRORS:
                continue
        first = procedure // PER_FILE * PER_FILE
        file = f"{program}-{first:03d}.txt"
        head = f"{program} {procedure} {names.get((program, procedure), '?')} {kind}"
        for payload in choose(found[key])[:1 if kind == "error" else None]:
            texts.setdefault(file, []).append("\n".join([head, *hex_lines(payload)]) + "\n")
    for file, blocks in texts.items():
        with open(os.path.join(GOLDEN, file), "w", encoding="ascii") as handle:
            handle.write("# Recorded from the stock 9.0.0 client and the stock 9.0.0 daemon by make_golden.py; not edited.\n")
            handle.writelines(blocks)


def summary(found):
    """Distinct procedures per program and kind."""
    for kind in KINDS:
        counts = {}
        for program, _, _ in [key for key in found if key[2] == kind]:
            counts[program] = counts.get(program, 0) + 1
        print(f"{kind}: {sum(counts.values())} procedures: " + ", ".join(f"{p} {n}" for p, n in sorted(counts.items())))


def main():
    """Command line: replaces the corpus."""
    clean_up_on_sigterm()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mode", choices=("system", "session"))
    options = parser.parse_args()
    root = tempfile.mkdtemp(prefix="golden-")
    os.chmod(root, 0o755)
    try:
        found = collect(root, options.mode)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    write(found, procedure_names())
    summary(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
