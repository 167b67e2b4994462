"""Compares two recordings of one section: the client's bytes and the transcript must be equal.

Requests are compared in order, per connection: program, version, procedure, type, serial, status, number of descriptors,
payload. Replies and events are the daemon's and are not compared; what the library made of them is in the transcript.
Tolerated differences are listed in TOLERATED below, each with its reason, and nowhere else.
"""

import argparse
import difflib
import sys

from lib.counting import Counts
from lib.frames import procedure_names, read_capture

# (program, procedure) -> (bytes of the payload that may differ, or None for all of it; the section, or None; the reason).
# The frame must still be there, at its place, with an equal header and of equal length unless all of it may differ.
COOKIE = "the client hands on the daemon's migration cookie, which holds times and statistics"
UNSET = "the stock client sends whatever its stack held as nparams: it never sets the field"
TIMESTAMP = "the client hands on when the daemon accepted that client"
TOLERATED = {
    ("remote", 216): (None, "migration", COOKIE),
    ("remote", 217): (None, "migration", COOKIE),
    ("remote", 218): (None, "migration", COOKIE),
    ("remote", 305): (None, "migration", COOKIE),
    ("remote", 306): (None, "migration", COOKIE),
    ("remote", 307): (None, "migration", COOKIE),
    ("remote", 395): (slice(0, 4), None, UNSET),
    ("remote", 407): (slice(44, 48), "objects_qemu", UNSET),
    ("admin", 10): (slice(20, 28), "admin", TIMESTAMP),
    ("admin", 11): (slice(20, 28), "admin", TIMESTAMP),
}


def requests(path):
    """Connection number -> frames the client sent."""
    result = {}
    for frame in read_capture(path):
        if frame.direction == ">":
            result.setdefault(frame.conn, []).append(frame)
    return result


def comparable(section, frame):
    """Everything but the serial, with the tolerated bytes blanked."""
    where, only, _ = TOLERATED.get((frame.program, frame.procedure), (slice(0, 0), None, None))
    payload = bytearray(frame.payload)
    if only in (None, section):
        if where is None:
            payload = bytearray()
        else:
            payload[where] = bytes(len(payload[where]))
    return (frame.program, frame.version, frame.procedure, frame.kind, frame.status, frame.fds, bytes(payload))


def pairs(left, right):
    """Aligns two lists of comparable frames, so that one missing request is one difference and not a landslide."""
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        for at in range(max(i_end - i, j_end - j)):
            yield tag == "equal", i + at if i + at < i_end else None, j + at if j + at < j_end else None


def compare_captures(section, expected, actual, names, counts):
    """Every request of two capture files."""
    left, right = requests(expected), requests(actual)
    for conn in sorted(left.keys() | right.keys()):
        theirs, ours = left.get(conn, []), right.get(conn, [])
        shift = 0  # how many calls more the stock client has made so far: what serials may differ by after a difference
        for equal, i, j in pairs([comparable(section, f) for f in theirs], [comparable(section, f) for f in ours]):
            want = theirs[i] if i is not None else None
            got = ours[j] if j is not None else None
            shift += is_call(want) - is_call(got)
            good = equal and want.serial - got.serial == shift
            counts.expect(good, lambda want=want, got=got, i=i, conn=conn: f"{section}: connection {conn}, request {i}\n"
                          f"    stock: {show(want, got, names)}\n    here:  {show(got, want, names)}")


def is_call(frame):
    """Returns 1 if the frame used up a serial number, else 0."""
    return int(frame is not None and frame.kind.startswith("call"))


def show(frame, other, names):
    """Returns a frame for a failure: its facts, and the payload from the first byte that differs."""
    if frame is None:
        return "nothing"
    text = frame.head(names)
    if other is not None and other.payload != frame.payload:
        at = next((i for i, (a, b) in enumerate(zip(frame.payload, other.payload)) if a != b),
                  min(len(frame.payload), len(other.payload)))
        text += f" payload[{at}..]={frame.payload[at:at + 32].hex()}"
    return text


def compare_transcripts(section, expected, actual, counts):
    """Every line of two transcripts, aligned like the requests."""
    with open(expected, encoding="utf-8") as left, open(actual, encoding="utf-8") as right:
        # Error templates number their argument since 9.1; the stock library here may be older (docs/DIFFERENCES.md).
        wanted, found = (file.read().replace("%1$s", "%s").splitlines() for file in (left, right))
    for equal, i, j in pairs(wanted, found):
        want = wanted[i] if i is not None else "(nothing)"
        got = found[j] if j is not None else "(nothing)"
        counts.expect(equal, lambda want=want, got=got:
                      f"{section}: transcript\n    stock: {want[:600]}\n    here:  {got[:600]}")


def main():
    """Command line: EXPECTED ACTUAL, two captures by hand."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("expected")
    parser.add_argument("actual")
    parser.add_argument("--show", type=int, default=10, help="differences shown")
    options = parser.parse_args()
    counts = Counts("requests", options.show)
    compare_captures("capture", options.expected, options.actual, procedure_names(), counts)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
