"""Listening sockets that are no daemon, or a bad one, for oxivirt-doctor."""
import os
import socket
import struct
import threading

REMOTE, AUTH_LIST, OPEN = 0x20008086, 66, 1


def word(text):
    return struct.pack(">II", 1, len(text)) + text + bytes(-len(text) % 4)


def error(code, domain, message):
    """The body of an error reply."""
    return struct.pack(">ii", code, domain) + word(message) + struct.pack(">i", 2) + bytes(16) + bytes(8) + bytes(4)


def silent(link):
    """Reads and says nothing."""
    while link.recv(4096):
        pass


def stranger(link):
    """Another protocol altogether."""
    link.recv(4096)
    link.sendall(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")


def busy(link):
    """Hangs up as soon as it was called."""
    del link


def refusing(link):
    """Wants no authentication and opens nothing."""
    while True:
        head = link.recv(28, socket.MSG_WAITALL)
        if len(head) < 28:
            return
        length, program, version, procedure, _, serial, _ = struct.unpack(">7I", head)
        link.recv(length - 28, socket.MSG_WAITALL)
        status, body = 0, struct.pack(">II", 1, 0)
        if procedure == OPEN:
            status, body = 1, error(5, 0, b"no connection driver available for nonsense:///system")
        link.sendall(struct.pack(">7I", 28 + len(body), program, version, procedure, 1, serial, status) + body)


class Peer:
    """One behaviour at one socket, for any number of clients."""

    def __init__(self, folder, behaviour):
        self.path = os.path.join(folder, behaviour.__name__)
        self.behaviour = behaviour
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(self.path)
        os.chmod(self.path, 0o777)
        self.listener.listen(8)
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            link, _ = self.listener.accept()
            with link:
                try:
                    self.behaviour(link)
                except ConnectionError:
                    pass
