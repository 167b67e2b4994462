#!/usr/bin/env python3
"""Compares two recordings of one section: the client's bytes and the transcript must be equal.

Requests are compared in order, per connection: program, version, procedure, type, serial, status, number of descriptors,
payload. Replies and events are the daemon's and are not compared; what the library made of them is in the transcript.
Tolerated differences are listed in TOLERATED below, each with its reason, and nowhere else.
"""

import argparse
import sys

from frames import procedure_names, read_capture

# (program, procedure) -> (bytes of the payload that may differ, or None for all of it; the section, or None; the reason).
# The frame must still be there, at its place, with an equal header and of equal length unless all of it may differ.
COOKIE = "the client hands on the daemon's migration cookie, which holds times and statistics"
UNSET = "the stock client sends whatever its stack held as nparams: it never sets the field"
TIMESTAMP = "the client hands on when the daemon accepted that client"
TOLERATED = {
    ("remote", 305): (None, "migration", COOKIE),
    ("remote", 306): (None, "migration", COOKIE),
    ("remote", 307): (None, "migration", COOKIE),
    ("remote", 395): (slice(0, 4), None, UNSET),
    ("remote", 407): (slice(44, 48), "objects_qemu", UNSET),
    ("admin", 10): (slice(20, 28), "admin", TIMESTAMP),
    ("admin", 11): (slice(20, 28), "admin", TIMESTAMP),
}
SHOWN = 10


class Outcome:
    """Counts of checks, and the text of the first failures."""

    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.texts = []

    def check(self, good, text):
        """One check; `text` is called only for a failure."""
        if good:
            self.passed += 1
        else:
            self.failed += 1
            if len(self.texts) < SHOWN:
                self.texts.append(text())


def requests(path):
    """Connection number -> frames the client sent."""
    result = {}
    for frame in read_capture(path):
        if frame.direction == ">":
            result.setdefault(frame.conn, []).append(frame)
    return result


def facts(frame):
    """The header as one comparable value."""
    return (frame.program, frame.version, frame.procedure, frame.kind, frame.serial, frame.status, frame.fds)


def same_payload(section, want, got):
    """Equal, but for what is tolerated."""
    where, only, _ = TOLERATED.get((want.program, want.procedure), (slice(0, 0), None, None))
    if only is not None and only != section:
        return want.payload == got.payload
    if where is None:
        return True
    left, right = bytearray(want.payload), bytearray(got.payload)
    for payload in (left, right):
        payload[where] = bytes(len(payload[where]))
    return left == right


def compare_captures(section, expected, actual, names, outcome):
    """Every request of two capture files."""
    left, right = requests(expected), requests(actual)
    for conn in sorted(left.keys() | right.keys()):
        ours, theirs = right.get(conn, []), left.get(conn, [])
        for at in range(max(len(ours), len(theirs))):
            want = theirs[at] if at < len(theirs) else None
            got = ours[at] if at < len(ours) else None
            good = (want is not None and got is not None and facts(want) == facts(got)
                    and same_payload(section, want, got))
            outcome.check(good, lambda want=want, got=got: f"{section}: request {at + 1} of connection {conn}\n"
                          f"    stock: {show(want, got, names)}\n    here:  {show(got, want, names)}")


def show(frame, other, names):
    """A frame for a failure: its facts, and the payload from the first byte that differs."""
    if frame is None:
        return "nothing"
    text = frame.head(names)
    if other is not None and other.payload != frame.payload:
        at = next((i for i, (a, b) in enumerate(zip(frame.payload, other.payload)) if a != b),
                  min(len(frame.payload), len(other.payload)))
        text += f" payload[{at}..]={frame.payload[at:at + 32].hex()}"
    return text


def compare_transcripts(section, expected, actual, outcome):
    """Every line of two transcripts."""
    with open(expected, encoding="utf-8") as left, open(actual, encoding="utf-8") as right:
        wanted, found = left.read().splitlines(), right.read().splitlines()
    for at in range(max(len(wanted), len(found))):
        want = wanted[at] if at < len(wanted) else "(end of transcript)"
        got = found[at] if at < len(found) else "(end of transcript)"
        outcome.check(want == got, lambda want=want, got=got:
                      f"{section}: transcript line {at + 1}\n    stock: {want[:600]}\n    here:  {got[:600]}")


def main():
    """compare.py EXPECTED ACTUAL: two captures by hand."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("expected")
    parser.add_argument("actual")
    options = parser.parse_args()
    outcome = Outcome()
    compare_captures("capture", options.expected, options.actual, procedure_names(), outcome)
    print("\n".join(outcome.texts))
    print(f"{outcome.passed} requests equal, {outcome.failed} differ")
    return 1 if outcome.failed else 0


if __name__ == "__main__":
    sys.exit(main())
