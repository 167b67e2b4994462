"""A daemon that follows a script: it writes down what it is asked, answers what the IDL allows, and tells events of every kind.

For clients that no stock daemon here can be brought to serve so: old and new procedures, events that need broken hardware.
"""

import contextlib
import os
import random
import select
import socket
import struct
import threading

from lib.idl import PADDING, SCALARS, UUID, Idl
from lib.message import ERROR, HEADER, MESSAGE, NULL, REPLY, error_payload

FEATURE, EVENT_CALLBACKS = 60, 14
# The call behind which all events are told.
HOSTNAME = 59
LAST_DETAIL = 4711
BOOLEAN = 6
NUMBERS = [0, 1, 2, 7, -1, 255, 65536, 2147483647, -2147483648]
TEXTS = [b"name", b"", b"vda[1]", b"/a path/with \xc3\xbcmlaut", b"not utf-8: \xff", b"x" * 300]
# How often each event is told, with other contents each time.
TOLD = 6
CLASSES = {"DOMAIN": 0, "NETWORK": 1, "STORAGE_POOL": 2, "NODE_DEVICE": 3, "SECRET": 4}


class Script:
    """Contents of answers and events, the same in each run."""

    def __init__(self, idl):
        self.idl, self.random = idl, random.Random(1)

    def number(self, form):
        """Returns a scalar."""
        size = struct.calcsize(form)
        if form == ">d":
            return struct.pack(form, self.random.choice([0.0, -1.5, 1e300]))
        value = self.random.choice(NUMBERS + [1 << 62])
        return (value % (1 << 8 * size)).to_bytes(size, "big")

    def value(self, type_):
        """Returns an encoding of a type."""
        if type_ in SCALARS:
            return self.number(SCALARS[type_])
        kind, detail = self.idl.types[type_]
        if kind == "alias":
            return self.field(detail)
        if kind == "enum":
            return struct.pack(">i", self.random.choice(detail))
        if kind == "union":
            arm = self.random.choice(sorted(detail))
            if arm == BOOLEAN:
                return struct.pack(">ii", arm, self.random.choice([0, 1]))
            return struct.pack(">i", arm) + self.field(detail[arm])
        return b"".join(self.field(field) for field in detail)

    def field(self, field):
        """Returns an encoding of a declaration."""
        if field.shape == "one":
            return self.value(field.type)
        if field.shape == "optional":
            return struct.pack(">I", 1) + self.value(field.type) if self.random.random() < 0.7 else NULL
        if field.shape == "fixed":
            if field.type == "opaque":
                return (UUID * field.limit)[:field.limit] + bytes(-field.limit % PADDING)
            return b"".join(self.value(field.type) for _ in range(field.limit))
        if field.type in ("opaque", "string"):
            data = self.random.choice(TEXTS)[:field.limit]
            return struct.pack(">I", len(data)) + data + bytes(-len(data) % PADDING)
        count = min(self.random.choice([0, 1, 2, 5]), field.limit)
        return struct.pack(">I", count) + b"".join(self.value(field.type) for _ in range(count))


class Daemon:
    """Serves one client in a thread. `requests` holds its frames; `modern`: whether events carry the callback's number;
    `newest`: the last procedure it knows; `failing`: those that end in an error."""

    def __init__(self, path, modern=True, newest=1 << 16, failing=()):
        self.idl, self.modern, self.newest, self.failing = Idl(), modern, newest, set(failing)
        self.numbers = {number: name for name, (number, _) in self.idl.programs.items()}
        self.requests, self.registered, self.next = [], {}, 100
        self.listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.listener.bind(path)
        self.listener.listen(8)
        self.wake, self.told = os.pipe()
        self.thread = threading.Thread(target=self.serve)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        os.close(self.told)
        self.thread.join()
        self.listener.close()
        os.close(self.wake)

    def serve(self):
        """Until the end of the `with` block."""
        peers = {}
        while True:
            ready, _, _ = select.select([self.listener, self.wake, *peers], [], [])
            if self.wake in ready:
                break
            for one in ready:
                if one is self.listener:
                    peers[one.accept()[0]] = bytearray()
                    continue
                # A client that ends with something unread resets the connection.
                with contextlib.suppress(ConnectionError):
                    if data := one.recv(1 << 20):
                        peers[one] += data
                        self.frames(one, peers[one])
                        continue
                one.close()
                del peers[one]
        for one in peers:
            one.close()

    def frames(self, peer, buffer):
        """Takes whole frames."""
        while len(buffer) >= 4:
            (length,) = struct.unpack_from(">I", buffer)
            if len(buffer) < length:
                return
            body = bytes(buffer[4:length])
            del buffer[:length]
            self.answer(peer, HEADER.unpack_from(body), body)

    def send(self, peer, header, payload, kind=REPLY, status=0):
        """One frame."""
        body = HEADER.pack(*header[:3], kind, header[4], status) + payload
        peer.sendall(struct.pack(">I", len(body) + 4) + body)

    def answer(self, peer, header, body):
        """One request."""
        program, procedure = self.numbers.get(header[0], "?"), header[2]
        name, argument, answer = self.idl.procedures.get((program, procedure), ("?", "void", "void"))
        payload = body[HEADER.size:]
        self.requests.append(f"{program} {procedure} {name} type={header[3]} serial={header[4]}: {payload.hex()}")
        if program == "keepalive":
            return
        if procedure == HOSTNAME and program == "remote":
            self.tell_all(peer, header)
        if (program, procedure) in self.failing:
            self.send(peer, header, error_payload(code=38, domain=10, message=b"as the script wants it"), status=ERROR)
            return
        if program == "remote" and procedure == FEATURE:
            reply = struct.pack(">i", self.modern or payload != struct.pack(">i", EVENT_CALLBACKS))
        elif "EVENT" in name and "DEREGISTER" not in name and "REGISTER" in name:
            reply = self.register(name, argument, payload, answer)
        else:
            reply = self.idl.sample(answer) if answer != "void" else b""
        self.send(peer, header, reply)

    def register(self, name, argument, payload, answer):
        """Notes which events are wanted."""
        args = self.idl.read(argument, payload)[0] if argument != "void" else {}
        kind = "QEMU" if "MONITOR" in name else next(
            (label for label in CLASSES if f"CONNECT_{label}_EVENT" in name), "DOMAIN")
        number, self.next = self.next, self.next + 1
        self.registered.setdefault((kind, args.get("eventID", 0)), []).append(number)
        return struct.pack(">i", number) if answer != "void" else b""

    def tell_all(self, peer, header):
        """Every event of the IDL that somebody registered for, in the order of numbers; then one that ends it."""
        script = Script(self.idl)
        for program, procedure in sorted(self.idl.events):
            if program not in ("remote", "qemu") or procedure > self.newest:
                continue
            name, type_, _ = self.idl.procedures[program, procedure]
            wanted = self.listeners(program, name)
            if wanted is None:
                continue
            fields = self.idl.types[type_][1]
            numbered = fields and fields[0].name == "callbackID"
            for number in [*wanted, 99] if numbered else [None] if wanted else []:
                for _ in range(TOLD):
                    payload = script.value(type_)
                    if numbered:
                        payload = struct.pack(">i", number) + payload[4:]
                    self.tell(peer, header, program, procedure, payload)
        dom = struct.pack(">I", 4) + b"last" + UUID + struct.pack(">i", 1)
        last = dom + struct.pack(">ii", 0, LAST_DETAIL)
        for number in self.registered.get(("DOMAIN", 0), []):
            if self.modern:
                self.tell(peer, header, "remote", 318, struct.pack(">i", number) + last)
        if not self.modern:
            self.tell(peer, header, "remote", 107, last)

    def tell(self, peer, header, program, procedure, payload):
        """One event."""
        number, version = self.idl.programs[program]
        self.send(peer, (number, version, procedure, 0, 0), payload, MESSAGE)

    def listeners(self, program, name):
        """Numbers of the callbacks for an event; None where this daemon does not tell it."""
        if program == "qemu":
            return self.registered.get(("QEMU", 0), [])
        if name == "CONNECT_EVENT_CONNECTION_CLOSED":
            return None
        kind = next(label for label in CLASSES if name.startswith(label))
        called = name.replace("_EVENT_CALLBACK_", "_EVENT_").removeprefix(f"{kind}_EVENT_")
        ids = EVENTS[kind]
        if called not in ids:
            raise KeyError(f"{name}: no event is called {called}")
        return self.registered.get((kind, ids.index(called)), [])


EVENTS = {
    "DOMAIN": ["LIFECYCLE", "REBOOT", "RTC_CHANGE", "WATCHDOG", "IO_ERROR", "GRAPHICS", "IO_ERROR_REASON", "CONTROL_ERROR",
               "BLOCK_JOB", "DISK_CHANGE", "TRAY_CHANGE", "PMWAKEUP", "PMSUSPEND", "BALLOON_CHANGE", "PMSUSPEND_DISK",
               "DEVICE_REMOVED", "BLOCK_JOB_2", "TUNABLE", "AGENT_LIFECYCLE", "DEVICE_ADDED", "MIGRATION_ITERATION",
               "JOB_COMPLETED", "DEVICE_REMOVAL_FAILED", "METADATA_CHANGE", "BLOCK_THRESHOLD", "MEMORY_FAILURE",
               "MEMORY_DEVICE_SIZE_CHANGE", "NIC_MAC_CHANGE", "VCPU_REMOVED", "CHANNEL_LIFECYCLE"],
    "NETWORK": ["LIFECYCLE", "METADATA_CHANGE"],
    "STORAGE_POOL": ["LIFECYCLE", "REFRESH"],
    "NODE_DEVICE": ["LIFECYCLE", "UPDATE"],
    "SECRET": ["LIFECYCLE", "VALUE_CHANGED"],
}
