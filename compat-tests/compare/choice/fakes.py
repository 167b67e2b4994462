"""Scripted daemons: sockets that answer the opening sequence and remember what they were asked."""

import os
import socket
import struct
import threading

REMOTE = 0x20008086
ADMIN = 0x06900690
AUTH_LIST, SUPPORTS_FEATURE, GET_URI = 66, 60, 110


def string(value):
    """Returns an XDR string."""
    data = value.encode()
    return struct.pack(">I", len(data)) + data + b"\0" * (-len(data) % 4)


def reply(program, procedure):
    """Returns the payload of a reply."""
    if program == REMOTE and procedure == AUTH_LIST:
        return struct.pack(">II", 1, 0)
    if program == REMOTE and procedure == SUPPORTS_FEATURE:
        return struct.pack(">I", 0)
    if program == REMOTE and procedure == GET_URI:
        return string("probed:///by-daemon")
    return b""


def exactly(peer, count):
    """So many bytes, or none at the end."""
    data = b""
    while len(data) < count:
        more = peer.recv(count - len(data))
        if not more:
            return b""
        data += more
    return data


def serve(peer, name, remember):
    """Answers one client until it leaves."""
    with peer:
        while True:
            head = exactly(peer, 28)
            if not head:
                return
            length, program, version, procedure, _kind, serial, _status = struct.unpack(">IIIIIiI", head)
            payload = exactly(peer, length - 28) if length > 28 else b""
            remember([name, hex(program), procedure, serial, payload.hex()])
            body = reply(program, procedure)
            answer = struct.pack(">IIIIIiI", 28 + len(body), program, version, procedure, 1, serial, 0) + body
            try:
                peer.sendall(answer)
            except OSError:
                return


class Sockets:
    """Listeners with these names in a directory; `seen` is what they were asked."""

    def __init__(self, directory, names, silent=()):
        self.seen = []
        self.listeners = []
        for name in names:
            listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            path = os.path.join(directory, name)
            listener.bind(path)
            os.chmod(path, 0o777)
            listener.listen(64)
            self.listeners.append((listener, path))
            if name not in silent:
                threading.Thread(target=self.accept, args=(listener, name), daemon=True).start()

    def accept(self, listener, name):
        """Clients one after the other, so that what is seen has an order."""
        while True:
            try:
                peer, _ = listener.accept()
            except OSError:
                return
            serve(peer, name, self.seen.append)

    def close(self):
        """No socket stays."""
        for listener, path in self.listeners:
            # Wakes the thread that accepts.
            listener.shutdown(socket.SHUT_RDWR)
            listener.close()
            os.unlink(path)
