"""Messages of the RPC protocol as a scripted daemon writes them: header, texts, errors. No real daemon is behind it."""

import struct

HEADER = struct.Struct(">IIIiIi")  # program, version, procedure, type, serial, status
REMOTE, KEEPALIVE = 0x20008086, 0x6B656570
CALL, REPLY, MESSAGE, STREAM, CALL_FDS, REPLY_FDS, HOLE = range(7)
OK, ERROR, CONTINUE = range(3)
MAX_FRAME = 33554432 + 4
# An optional part that is absent.
NULL = struct.pack(">I", 0)


def string(value):
    """Returns the encoding of a string or of opaque bytes."""
    raw = value.encode() if isinstance(value, str) else value
    return struct.pack(">I", len(raw)) + raw + bytes(-len(raw) % 4)


def optional(value):
    """Returns the encoding of a string that may be absent (None)."""
    return NULL if value is None else struct.pack(">I", 1) + string(value)


def error_payload(code=1, domain=7, message=b"no", level=2, dom=NULL, texts=(None, None, None), ints=(0, 0), net=NULL):
    """Returns the payload of a reply with status error."""
    return (struct.pack(">ii", code, domain) + optional(message) + struct.pack(">i", level) + dom + b"".join(map(optional, texts))
            + struct.pack(">ii", *ints) + net)


def frame(header, payload, **changes):
    """Returns a whole reply to the call with that header; `changes` replaces header fields, `length` the length word."""
    fields = {"program": header[0], "version": header[1], "procedure": header[2], "kind": REPLY, "serial": header[4],
              "status": OK}
    length = changes.pop("length", 4 + HEADER.size + len(payload))
    fields.update(changes)
    words = [fields[name] & 0xFFFFFFFF for name in ("program", "version", "procedure", "kind", "serial", "status")]
    return struct.pack(">I6I", length & 0xFFFFFFFF, *words) + payload
