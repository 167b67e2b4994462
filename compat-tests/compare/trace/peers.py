"""Listening sockets that are no daemon, or a bad one, for oxivirt-doctor."""
import os
import socket
import struct
import threading

from lib.message import ERROR, HEADER, OK, error_payload, frame

OPEN = 1


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
        (length,), header = struct.unpack_from(">I", head), HEADER.unpack_from(head, 4)
        link.recv(length - 28, socket.MSG_WAITALL)
        if header[2] == OPEN:
            missing = b"no connection driver available for nonsense:///system"
            link.sendall(frame(header, error_payload(5, 0, missing), status=ERROR))
        else:
            link.sendall(frame(header, struct.pack(">II", 1, 0), status=OK))


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
        """Serves one client after the other."""
        while True:
            link, _ = self.listener.accept()
            with link:
                try:
                    self.behaviour(link)
                except ConnectionError:
                    pass
