"""Requests that no library makes: what a stock daemon answers them, ours answers as well, byte for byte but for what is named here.

A case is a list of steps on a connection of its own. A step ends with a call whose answer ends the wait, or, where it is bytes only,
with the end of the connection: nothing is timed. Ours stands before a stock daemon (lib/front_daemon.py); with OXIVIRT_PROXY_DECODE=1 it decodes what it passes on.
"""

import socket
import struct
import sys

from lib import message
from lib.counting import Counts
from lib.daemon import StockDaemon
from lib.front_daemon import FrontedDaemon
from lib.idl import Idl
from lib.message import CALL, CALL_FDS, HEADER, HOLE, KEEPALIVE, MESSAGE, OK, REMOTE, REPLY, STREAM
from lib.processes import clean_up_on_sigterm

QEMU, LXC, ADMIN = 0x20008087, 0x00068000, 0x06900690
OPEN, CLOSE, GET_TYPE, GET_VERSION, GET_MAX_VCPUS, GET_HOSTNAME = 1, 2, 3, 4, 5, 59
AUTH_LIST, SUPPORTS_FEATURE, GET_URI = 66, 60, 110
# Procedures that answer the number of a registration.
NUMBERED = (313, 316, 368, 374, 380)
# The serial of the call that ends a step.
LAST = 0x7A7A7A7A
DEADLINE = 60.0


def frame(procedure, body=b"", *, program=REMOTE, version=1, kind=CALL, serial=1, status=OK, length=None):
    """Returns a frame."""
    total = 4 + HEADER.size + len(body)
    words = [word & 0xFFFFFFFF for word in (total if length is None else length, program, version, procedure, kind, serial, status)]
    return struct.pack(">7I", *words) + body


def opening(uri="test:///default", flags=0, serial=1):
    """Returns the call that opens a connection."""
    return frame(OPEN, message.optional(uri) + struct.pack(">I", flags), serial=serial)


END = frame(AUTH_LIST, serial=LAST)


class Peer:
    """A connection that collects what the daemon sends."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.settimeout(DEADLINE)
        self.socket.connect(path)

    def exactly(self, count):
        """Returns so many bytes, or None at the end."""
        got = b""
        while len(got) < count:
            try:
                more = self.socket.recv(count - len(got))
            except ConnectionResetError:
                return None
            if not more:
                return None
            got += more
        return got

    def read(self):
        """Returns the next frame as header words and body, or None at the end."""
        length = self.exactly(4)
        if length is None:
            return None
        rest = self.exactly(struct.unpack(">I", length)[0] - 4)
        return None if rest is None else (HEADER.unpack(rest[:HEADER.size]), rest[HEADER.size:])

    def last(self, data):
        """Sends what the daemon ends the connection for, and reads up to that."""
        try:
            self.socket.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            pass
        return [*(shown(*one) for one in iter(self.read, None)), "end"]

    def step(self, data, replies=0):
        """Sends, reads so many frames, then makes the call that ends the step and reads up to its answer, or to the end of the
        connection."""
        frames = []
        try:
            self.socket.sendall(data)
            while len(frames) < replies:
                one = self.read()
                if one is None:
                    return [*sorted(frames), "end"]
                frames.append(shown(*one))
            self.socket.sendall(END)
        except (BrokenPipeError, ConnectionResetError):
            # What was answered before the end is still there.
            pass
        while True:
            one = self.read()
            if one is None:
                return [*sorted(frames), "end"]
            if one[0][4] == LAST:
                return sorted(frames)
            frames.append(shown(*one))


def error(body):
    """Returns an error as text, without the number that templates have since 9.1."""
    place = 0

    def number():
        nonlocal place
        place += 4
        return struct.unpack_from(">i", body, place - 4)[0]

    def text():
        nonlocal place
        if not number():
            return None
        length = number()
        place += length + -length % 4
        return body[place - length - -length % 4:place - -length % 4].replace(b"%1$", b"%").decode(errors="replace")

    code, domain, told, level, dom = number(), number(), text(), number(), number()
    if dom:
        return f"code {code} domain {domain} {told!r} of an object"
    return f"code {code} domain {domain} {told!r} level {level} {[text(), text(), text()]} {number()} {number()}"


def shown(header, body):
    """Returns a frame as text."""
    program, version, procedure, kind, serial, status = header
    what = error(body) if status == 1 and kind == REPLY else body[:400].hex()
    if procedure in NUMBERED and kind == REPLY and not status:
        # Connections that end at the same time count, too.
        what = "a number"
    return f"{program:x}.{version} {procedure} kind {kind} serial {serial} status {status}: {what}"


def ended(*data, replies=None):
    """Returns a step of frames and how many answers they have, by default one each."""
    return b"".join(data), len(data) if replies is None else replies


def cases(node=None):
    """Returns the cases: name and steps. `node`: the file of a node, for the case whose answers tell what other clients of the same node did."""
    yield "before open", [ended(frame(number)) for number in (GET_TYPE, GET_VERSION, 157, GET_HOSTNAME, GET_URI, 7, 6, 105, 360)]
    yield "before open, other objects", [ended(frame(number, bytes(24))) for number in (46, 71, 92, 138, 199, 175, 162)]
    for feature in (2, 8, 9, 14, 15, 99):
        yield f"feature {feature} before open", [ended(frame(SUPPORTS_FEATURE, struct.pack(">i", feature)))]
    yield "open and the calls that all make", [ended(opening()), *(ended(frame(n)) for n in (GET_TYPE, GET_VERSION, GET_URI, 7))]
    yield "features", [ended(opening()), *(ended(frame(SUPPORTS_FEATURE, struct.pack(">i", n))) for n in (*range(0, 41), -1, 100, 2**31 - 1))]
    for uri in ("bogus:///x", "test", "%%%", "test:///nonexist"):
        yield f"open {uri}", [ended(opening(uri)), ended(opening()), ended(frame(GET_TYPE))]
    yield "open twice", [ended(opening()), ended(opening(serial=2)), ended(frame(GET_TYPE))]
    yield "open with odd flags", [ended(opening(flags=0xFFFFFFFE)), ended(frame(GET_TYPE))]
    yield "open nothing", [ended(opening(None))]
    for number in (0, 99999, -1, 318, 460, 1000):
        yield f"procedure {number}", [ended(opening()), ended(frame(number))]
    yield "wrong version", [ended(frame(GET_TYPE, version=2)), ended(frame(GET_TYPE, version=0))]
    yield "wrong program", [ended(frame(1, program=n)) for n in (0, 4660, ADMIN, 0xFFFFFFFF)]
    yield "kinds nobody sends", [ended(frame(GET_TYPE, kind=n), replies=0) for n in (REPLY, MESSAGE, STREAM, 5, HOLE, 7, 99, 0xFFFFFFFF)]
    yield "kinds nobody sends, wrong program", [ended(frame(GET_TYPE, kind=n, program=77), replies=0) for n in (REPLY, MESSAGE, STREAM, 7)]
    yield "states of calls", [ended(frame(GET_TYPE, status=n)) for n in (1, 2, 3, 99, 0xFFFFFFFF)]
    yield "serials", [ended(opening()), *(ended(frame(GET_TYPE, serial=n)) for n in (0, 0xFFFFFFFF, 7, 7))]
    yield "descriptors announced: none", [ended(opening()), ended(frame(GET_TYPE, struct.pack(">I", 0), kind=CALL_FDS))]
    yield "descriptors announced: no count", [frame(GET_TYPE, kind=CALL_FDS)]
    yield "descriptors announced: 33", [frame(GET_TYPE, struct.pack(">I", 33), kind=CALL_FDS)]
    yield "descriptors announced and not sent", [frame(GET_TYPE, struct.pack(">I", 1), kind=CALL_FDS) + END]
    look_up = message.string("test")
    yield "arguments", [ended(opening()), ended(frame(23, look_up)), ended(frame(23, look_up + bytes(4))), ended(frame(23, look_up + bytes(1000)))]
    yield "arguments cut", [ended(opening()), *(ended(frame(23, look_up[:n])) for n in range(len(look_up)))]
    yield "arguments beyond limits", [ended(opening()), ended(frame(23, struct.pack(">I", 0xFFFFFFFF))), ended(frame(23, struct.pack(">I", 4194305) + bytes(8)))]
    yield "padding and NUL", [ended(opening()), ended(frame(23, struct.pack(">I", 5) + b"test\0xxx")), ended(frame(23, message.string(b"\xff\xfe")))]
    yield "domain that is not there", [ended(opening()), ended(frame(23, message.string("none")))]
    for length in (0, 3, 4, 27, 33554437, 0x80000000, 0xFFFFFFFF):
        yield f"length {length}", [frame(GET_TYPE, length=length)]
    yield "all zero", [ended(struct.pack(">7I", 28, 0, 0, 0, 0, 0, 0))]
    yield "not this protocol", [b"GET / HTTP/1.0\r\n\r\n"]
    yield "byte by byte", [ended(opening()), "drip"]
    yield "forty at once", [ended(opening()), ended(*(frame(GET_TYPE, serial=n) for n in range(100, 140)))]
    yield "close", [frame(CLOSE)]
    yield "close after open", [ended(opening()), frame(CLOSE, bytes(8))]
    yield "half close", [ended(opening()), "half"]
    ping = {"program": KEEPALIVE, "kind": MESSAGE}
    yield "pings", [ended(frame(1, **ping)), ended(frame(1, b"abcd", serial=9, status=1, **ping)),
                    *(ended(frame(number, **ping), replies=0) for number in (2, 3)), ended(frame(1, version=2, **ping), replies=0)]
    yield "a ping as a call", [ended(frame(1, program=KEEPALIVE))]
    yield "events", [ended(opening()), ended(frame(105)), ended(frame(105, serial=2)), ended(frame(106)), ended(frame(106)),
                     ended(frame(316, struct.pack(">iI", 0, 0))), ended(frame(316, struct.pack(">iI", 1, 0))),
                     ended(frame(316, struct.pack(">iI", 50, 0))), ended(frame(316, struct.pack(">iI", -1, 0))),
                     ended(frame(317, struct.pack(">i", 99))),
                     ended(frame(168, struct.pack(">i", 3)))]
    if node:
        yield "events, by number", [ended(opening(f"test://{node}")), ended(frame(105)), ended(frame(316, struct.pack(">iI", 1, 0))),
                                    *(ended(frame(317, struct.pack(">i", n))) for n in (0, 0, 1, 1))]
    yield "events of other objects", [ended(opening()), *(ended(frame(n, struct.pack(">iI", event, 0))) for n in (313, 368, 374, 380) for event in (0, 77))]
    yield from too_much()
    yield "close callbacks", [ended(opening()), ended(frame(360)), ended(frame(361)), ended(frame(361))]
    yield "read-only by flag", [ended(opening(flags=1)), ended(frame(23, look_up)), ended(frame(10, message.string("<domain/>") + bytes(4)))]
    yield "authentication that nobody asked for", [ended(frame(67)), ended(frame(66, serial=5))]
    yield "libraries' programs", [ended(opening()), ended(frame(1, program=QEMU)), ended(frame(1, program=LXC)), ended(frame(99, program=QEMU))]
    yield "identity", [ended(opening()), ended(frame(419, bytes(8))), ended(frame(419, struct.pack(">I", 1) + message.string("foo") + struct.pack(">iiI", 1, 1, 0))),
                       ended(frame(419, struct.pack(">I", 21) + bytes(4)))]


# Numbers of results that a call may ask for, by field; and procedures whose test driver in stock answers before it looks at them.
ASKED = ("maxids", "maxnames", "maxuuids", "maxcells", "maxStats", "maxerrors", "maxinfo", "maplen", "ncpumaps", "ncpus", "cellCount", "nparams", "size")
NO_LIMIT = ("DOMAIN_BLOCK_RESIZE", "NODE_GET_SEV_INFO", "NODE_ALLOC_PAGES", "NETWORK_PORT_GET_PARAMETERS")


def too_much():
    """Yields, for every procedure that is told how much to answer, a call that asks for more than an answer holds."""
    idl = Idl()
    for (program, number), (name, argument, _) in sorted(idl.procedures.items()):
        if program != "remote" or argument == "void" or (program, number) in idl.events or name in NO_LIMIT:
            continue
        body = idl.sample(argument)
        for mark in idl.read(argument, body)[1]:
            if mark.kind == "scalar" and mark.name in ASKED:
                changed = body[:mark.at] + (0x7FFFFFFF).to_bytes(mark.size, "big") + body[mark.at + mark.size:]
                yield f"too much of {name}: {mark.name}", [ended(opening()), ended(frame(number, changed))]


# Refused before the driver is asked, which makes up to 2 GiB in stock.
BEFORE_THE_DRIVER = {"too much of DOMAIN_GET_EMULATOR_PIN_INFO: maplen": "an answer that could not be sent is not made"}
# Where ours does another thing on purpose, or what is behind it does: docs/DIFFERENCES.md, "Daemons".
DIFFERENT = {
    "open bogus:///x": "the proxy looks for the socket of virtbogusd",
    "open nothing": "the proxy looks for a hypervisor's daemon",
    **BEFORE_THE_DRIVER,
}


# The same for our libvirtd, whose test driver is that of 12.8.0.
DIFFERENT_ALONE = {
    "open and the calls that all make": "capabilities of 12.8.0",
    "features": "domains migrate between connections of our test driver",
    "open test:///nonexist": "the error of 12.8.0",
    **BEFORE_THE_DRIVER,
}


def run(path, steps):
    """Returns what a daemon answers a case."""
    peer = Peer(path)
    lines = []
    for step in steps:
        if step == "drip":
            for byte in frame(GET_TYPE):
                peer.socket.sendall(bytes([byte]))
            lines += peer.step(b"", 1)
        elif step == "half":
            peer.socket.sendall(frame(GET_TYPE))
            peer.socket.shutdown(socket.SHUT_WR)
            # Whether the answer was faster is a race.
            while peer.read():
                pass
            lines.append("end")
        elif isinstance(step, bytes):
            lines += peer.last(step)
        else:
            lines += peer.step(*step)
        lines.append("--")
    peer.socket.close()
    return lines


def compare(counts, paths, different=None, node=None):
    """Compares the answers of two daemons at the paths of their sockets. `different` has the cases that may not be the same. `node`: see cases();
    the proxy gives each client numbers of its own."""
    different = DIFFERENT if different is None else different
    stock, ours = paths
    for name, steps in cases(node):
        try:
            wanted, got = run(stock, steps), run(ours, steps)
        except TimeoutError:
            counts.report("failed", name, f"no answer within {DEADLINE} s")
            continue
        if name in different:
            counts.check(name, "" if wanted != got else "the same as stock", different[name])
            continue
        changed = [f"\n    stock {a}\n    ours  {b}" for a, b in zip(wanted, got) if a != b]
        changed += [f"\n    stock {len(wanted)} lines, ours {len(got)}: {got[-3:]}"] if len(wanted) != len(got) else []
        counts.check(name, "".join(changed[:6]))


def main():
    """Compares a stock daemon with itself behind ours."""
    clean_up_on_sigterm()
    counts = Counts("daemon-raw")
    with FrontedDaemon(mode="session") as daemon:
        compare(counts, (daemon.stock.socket, daemon.socket))
        counts.check("both live", "" if daemon.alive() else daemon.last_words())
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
