"""The RPC frame as this suite sees it: header fields, descriptors, and the text form of a capture.

A capture is made of blocks. The first line holds the facts, the following lines (two spaces, 32 bytes each) the payload
without length word and header:

    conn=1 > remote 1 CONNECT_OPEN call serial=2 status=ok version=1 fds=0 len=32
      00000001...

`>` is client to daemon. Payloads of streams are kept like all others.
"""

import os
import re
import struct

HEADER = struct.Struct(">IIIiIi")  # program, version, procedure, type, serial, status
LENGTH = struct.Struct(">I")
MAX_FRAME = 33554432 + 4

PROGRAMS = {0x20008086: "remote", 0x20008087: "qemu", 0x00068000: "lxc", 0x06900690: "admin", 0x6B656570: "keepalive"}
TYPES = ("call", "reply", "message", "stream", "call-fds", "reply-fds", "hole")
STATUSES = ("ok", "error", "continue")

_LINE = re.compile(r"conn=(\d+) ([<>]) (\S+) (\d+) (\S+) (\S+) serial=(\d+) status=(\S+) version=(\d+) fds=(\d+) len=(\d+)$")

_PROCEDURE = re.compile(r"\b([A-Z]+?)_PROC_(\w+)\s*\([^()]*\)\s*=\s*(\d+)")


class FrameError(ValueError):
    """Bytes that are not a frame, or a capture that is not in the format above."""


class Frame:
    """One frame and where it was seen."""

    __slots__ = ("conn", "direction", "program", "version", "procedure", "kind", "serial", "status", "fds", "payload")

    def __init__(self, conn, direction, program, version, procedure, kind, serial, status, fds, payload):
        self.conn = conn
        self.direction = direction
        self.program = program
        self.version = version
        self.procedure = procedure
        self.kind = kind
        self.serial = serial
        self.status = status
        self.fds = fds
        self.payload = payload

    def head(self, names):
        """Returns the line of facts."""
        name = names.get((self.program, self.procedure), "?")
        return (f"conn={self.conn} {self.direction} {self.program} {self.procedure} {name} {self.kind} "
                f"serial={self.serial} status={self.status} version={self.version} fds={self.fds} len={len(self.payload)}")

    def text(self, names):
        """Returns the whole block."""
        return "\n".join([self.head(names), *hex_lines(self.payload)]) + "\n"


def hex_lines(payload):
    """Payload as indented lines of 32 bytes."""
    digits = payload.hex()
    return ["  " + digits[at:at + 64] for at in range(0, len(digits), 64)]


def label(table, number):
    """Returns a table entry, or the number itself: a peer may send anything."""
    return table[number] if 0 <= number < len(table) else str(number)


class Splitter:
    """Cuts one direction of a byte stream into frames; descriptors follow their frame as one byte each."""

    def __init__(self, conn, direction):
        self.conn = conn
        self.direction = direction
        self.buffer = bytearray()
        self.skip = 0

    def feed(self, data):
        """Adds bytes and returns the frames they complete."""
        self.buffer += data
        frames = []
        while True:
            if self.skip:
                taken = min(self.skip, len(self.buffer))
                del self.buffer[:taken]
                self.skip -= taken
            if len(self.buffer) < LENGTH.size:
                return frames
            (length,) = LENGTH.unpack_from(self.buffer)
            if not LENGTH.size + HEADER.size <= length <= MAX_FRAME:
                raise FrameError(f"connection {self.conn} {self.direction}: frame length {length}")
            if len(self.buffer) < length:
                return frames
            frames.append(self.cut(bytes(self.buffer[LENGTH.size:length])))
            del self.buffer[:length]

    def cut(self, body):
        """One frame without its length word."""
        program, version, procedure, kind, serial, status = HEADER.unpack_from(body)
        payload = body[HEADER.size:]
        fds = 0
        if kind in (4, 5) and len(payload) >= 4:
            (fds,) = LENGTH.unpack_from(payload)
            self.skip = fds
        return Frame(self.conn, self.direction, PROGRAMS.get(program, hex(program)), version, procedure, label(TYPES, kind),
                     serial, label(STATUSES, status), fds, payload)


def read_capture(path):
    """Returns the frames of a capture file, in its order."""
    frames, digits = [], []

    def close():
        if frames:
            frames[-1].payload = bytes.fromhex("".join(digits))
            digits.clear()

    with open(path, encoding="ascii") as handle:
        for number, line in enumerate(handle, 1):
            line = line.rstrip("\n")
            if line.startswith("  "):
                digits.append(line.strip())
                continue
            if not line or line.startswith("#"):
                continue
            match = _LINE.match(line)
            if not match:
                raise FrameError(f"{path}:{number}: not a frame line: {line!r}")
            close()
            conn, direction, program, procedure, _, kind, serial, status, version, fds, _ = match.groups()
            frames.append(Frame(int(conn), direction, program, int(version), int(procedure), kind, int(serial), status,
                                int(fds), b""))
    close()
    return frames


def procedure_names():
    """Returns (program, number) -> name without prefix, from the IDL of this repository; names are decoration only."""
    names = {}
    top = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "crates", "protocol", "idl")
    for folder, _, files in os.walk(top):
        for file in files:
            with open(os.path.join(folder, file), encoding="utf-8") as handle:
                for prefix, name, number in _PROCEDURE.findall(handle.read()):
                    names[prefix.lower(), int(number)] = name
    return names
