"""A client of a few lines: frames as they are, over a unix socket."""

import socket
import struct

from lib.message import CALL, HEADER, OK, REMOTE, optional

OPEN, CLOSE, AUTH_LIST = 1, 2, 66
DEADLINE = 60.0


def call(procedure, body=b"", *, program=REMOTE, version=1, kind=CALL, serial=1, status=OK, length=None):
    """Returns a frame."""
    total = 4 + HEADER.size + len(body) if length is None else length
    words = [word & 0xFFFFFFFF for word in (total, program, version, procedure, kind, serial, status)]
    return struct.pack(">7I", *words) + body


def opening(uri="test:///default", flags=0, serial=2):
    """Returns the call that opens a connection."""
    return call(OPEN, optional(uri) + struct.pack(">I", flags), serial=serial)


class Peer:
    """A connection. A daemon that does not answer within the deadline is a failure: TimeoutError."""

    def __init__(self, path, deadline=DEADLINE):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.settimeout(deadline)
        self.socket.connect(path)
        self.buffer = bytearray()

    def send(self, data):
        """Sends all of it."""
        self.socket.sendall(data)

    def exactly(self, count):
        """Returns so many bytes, or None at the end."""
        while len(self.buffer) < count:
            try:
                more = self.socket.recv(1 << 16)
            except ConnectionResetError:
                return None
            if not more:
                return None
            self.buffer += more
        got = bytes(self.buffer[:count])
        del self.buffer[:count]
        return got

    def read(self):
        """Returns the next frame as header words and body, or None at the end."""
        length = self.exactly(4)
        rest = length and self.exactly(struct.unpack(">I", length)[0] - 4)
        return (HEADER.unpack(rest[:HEADER.size]), rest[HEADER.size:]) if rest else None

    def ask(self, procedure, body=b"", serial=0x7A7A7A7A):
        """Makes a call; returns its answer, passing over what else arrives."""
        self.send(call(procedure, body, serial=serial))
        while True:
            got = self.read()
            if got is None:
                raise ConnectionError(f"the end instead of an answer to {procedure}")
            if got[0][4] == serial:
                return got

    def close(self):
        """Vanishes."""
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def open_test(path):
    """Returns a connection to the test driver."""
    peer = Peer(path)
    header, body = peer.ask(OPEN, optional("test:///default") + bytes(4))
    if header[5] != OK:
        raise ConnectionError(f"test:///default is not opened: {body[:200]}")
    return peer
