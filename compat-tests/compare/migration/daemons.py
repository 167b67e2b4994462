"""Two scripted daemons, a migration's source and target: what they can do and which request fails is told by the case.

A client opens `test:///caseN` on each; N selects the case. Requests of both are kept in one list, in the order of arrival.
"""

import os
import selectors
import socket
import struct
import threading

from lib.frames import procedure_names
from lib.message import ERROR, HEADER, OK, error_payload, frame, optional, string

GUEST_UUID = bytes.fromhex("7e57ab1e000040008000000000000001")
NAMES = {number: name for (program, number), name in procedure_names().items() if program == "remote"}


def guest(name="guest", number=7):
    """Returns a remote_nonnull_domain."""
    return string(name) + GUEST_UUID + struct.pack(">i", number)


def failure(domain, code, message):
    """Returns the payload of an error."""
    return error_payload(code, domain, message, texts=("%s", message, None), ints=(-1, -1))


class Daemons:
    """Both daemons in one thread of their own. Use as a context manager."""

    def __init__(self, directory, cases):
        self.cases = cases
        self.requests = {}
        self.selector = selectors.DefaultSelector()
        self.sockets = {}
        for side in ("source", "target"):
            self.sockets[side] = os.path.join(directory, side)
            listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            listener.bind(self.sockets[side])
            listener.listen(16)
            self.selector.register(listener, selectors.EVENT_READ, (self.accept, side))
        self.leave, self.asked_to_leave = socket.socketpair()
        self.selector.register(self.asked_to_leave, selectors.EVENT_READ, (None, None))
        self.thread = threading.Thread(target=self.serve)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.leave.send(b"x")
        self.thread.join()
        for key in list(self.selector.get_map().values()):
            key.fileobj.close()
        self.leave.close()
        self.selector.close()

    def serve(self):
        """Until somebody asks to leave."""
        while True:
            for key, _ in self.selector.select():
                action, what = key.data
                if action is None:
                    return
                action(key.fileobj, what)

    def accept(self, listener, side):
        """A new connection."""
        peer, _ = listener.accept()
        self.selector.register(peer, selectors.EVENT_READ, (self.read, Connection(side)))

    def read(self, peer, connection):
        """What came in; whole frames are answered."""
        data = peer.recv(1 << 16)
        connection.pending += data
        alive = bool(data)
        while alive and len(connection.pending) >= 4:
            length = struct.unpack(">I", connection.pending[:4])[0]
            if len(connection.pending) < length:
                break
            call, connection.pending = connection.pending[4:length], connection.pending[length:]
            alive = self.answer(peer, connection, call)
        if not alive:
            self.selector.unregister(peer)
            peer.close()

    def answer(self, peer, connection, call):
        """Answers one call; returns false when the connection is to be dropped instead."""
        header, payload = HEADER.unpack(call[:HEADER.size]), call[HEADER.size:]
        name = NAMES.get(header[2], str(header[2])).lower()
        if name == "connect_open":
            connection.case = int(payload[4:].split(b"case")[1].split(b"\0")[0])
        known = connection.case is not None
        case = self.cases[connection.case] if known else {}
        if known:
            self.requests.setdefault(connection.case, []).append(f"{connection.side} {name} {payload.hex()}")
        fault = fault_of(case, connection.side, name, payload)
        if fault == ["drop"]:
            return False
        status, body = (ERROR, failure(*fault)) if fault else (OK, reply(case, connection.side, name, payload))
        peer.sendall(frame(header, body, status=status))
        return True


class Connection:
    """One client's connection to one side."""

    def __init__(self, side):
        self.side, self.case, self.pending = side, None, b""


def fault_of(case, side, name, payload):
    """Returns the case's failure of this request, or None."""
    if name == "connect_supports_feature":
        name = f"feature {struct.unpack('>i', payload)[0]}"
    return case.get("faults", {}).get(f"{side} {name}")


def reply(case, side, name, payload):
    """Returns a good reply's payload. Every cookie is another text, so that mixing them up shows."""
    if name == "auth_list":
        return struct.pack(">Ii", 1, 0)
    if name == "connect_supports_feature":
        return struct.pack(">i", struct.unpack(">i", payload)[0] in case.get(side, ()))
    if name == "domain_lookup_by_name":
        length = struct.unpack(">I", payload[:4])[0]
        return guest(payload[4:4 + length], 3 if side == "source" else 9)
    if name == "domain_get_info":
        return struct.pack(">IQQIQ", case.get("state", 1), 1024, 1024, 1, 5)
    if name == "domain_get_state":
        return struct.pack(">ii", case.get("state", 1), 0)
    if name == "domain_get_xml_desc":
        return string("<domain>by get_xml_desc</domain>")
    cookie = string(f"cookie of {name}")
    if "_begin3" in name:
        return cookie + string("<domain>by begin</domain>")
    if "_prepare" in name:
        return cookie + optional(case.get("uri_out", "tcp:target:49152"))
    if "_perform3" in name:
        return cookie if case.get("perform_cookie", True) else string(b"")
    if "_finish3" in name:
        return guest("moved") + cookie
    if "_finish" in name:
        return guest("moved")
    return b""
