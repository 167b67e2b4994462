"""Single cases against daemons of their own: frames in all pieces, all numbers, descriptors, read-only clients beside the stock daemon,
no descriptors left, an end with a call that never returns. TABLE has them all; each is a function that returns what is wrong."""

import array
import os
import socket
import struct
import subprocess
import tempfile
import time

from lib import library
from lib.daemon import LIBVIRTD, StockDaemon
from lib.front_daemon import OwnDaemon
from lib.idl import Idl
from lib.message import CALL, CALL_FDS, ERROR, MESSAGE, OK, REMOTE, REPLY, STREAM, HOLE, optional, string
from lib.processes import ordinary_user
from stress.callers.peer import AUTH_LIST, CLOSE, OPEN, Peer, call, open_test, opening

FORBIDDEN = struct.pack(">i", 29)
LOOK_UP, DEFINE, GET_TYPE = 23, 11, 3
# The last procedure of 9.0.0, with which read-only clients are compared; and what it refuses before it looks at the client (no descriptor
# came with the call), or refused until 9.1 only.
KNOWN = 443
ANOTHER_REFUSAL = {("remote", 249), ("remote", 443), ("remote", 433)}
# AUTH_POLKIT, which no client is forbidden. On a socket without polkit it fails in stock without an error: what is told then is what the
# worker that got the call told last, a refusal perhaps.
LAST_OF_A_WORKER = ("remote", 70)
# Frames of the largest size, and beyond.
MOST = 33554436
END_SECONDS = 60.0


def good(path):
    """Returns what is wrong with an ordinary client's call."""
    with open_test(path) as peer:
        header, _ = peer.ask(LOOK_UP, string("test"))
        return "" if header[5] == OK else f"status {header[5]}"


def every_split(daemon):
    """The call that opens, and two behind it, each sent in two pieces, split at every place."""
    first, data = opening(serial=1), call(LOOK_UP, string("test"), serial=2) + call(GET_TYPE, serial=3)
    for at in range(1, len(data)):
        with Peer(daemon.socket) as peer:
            place = min(at, len(first) - 1)
            peer.send(first[:place])
            peer.send(first[place:])
            answers = [peer.read()[0][4:6]]
            peer.send(data[:at])
            peer.send(data[at:])
            answers += sorted(peer.read()[0][4:6] for _ in range(2))
            if answers != [(1, OK), (2, OK), (3, OK)]:
                return f"split at {at}: {answers}"
    return ""


def end_at_every_place(daemon):
    """The same, ended at every place, in one direction and then in both."""
    data = opening(serial=1) + call(LOOK_UP, string("test"), serial=2)
    for at in range(len(data) + 1):
        with Peer(daemon.socket) as peer:
            peer.send(data[:at])
            peer.socket.shutdown(socket.SHUT_WR)
            while peer.read():
                pass
        with Peer(daemon.socket) as peer:
            peer.send(data[:at])
    return good(daemon.socket)


def every_procedure(daemon):
    """All procedures from 0 to 65535, called without arguments on a connection that is not open; each has one answer."""
    numbers = [number for number in range(65536) if number != CLOSE]
    for at in range(0, len(numbers), 32):
        batch = numbers[at:at + 32]
        with Peer(daemon.socket) as peer:
            peer.send(b"".join(call(number, serial=number) for number in batch))
            answered = sorted(peer.read()[0][4] for _ in batch)
            if answered != batch:
                return f"{batch[0]} to {batch[-1]}: answers to {answered}"
    return ""


def every_kind_and_status(daemon):
    """All kinds and states of frames, each followed by a good call: on the same connection, or on another if it was ended."""
    words = (*range(10), 99, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
    for kind in words:
        for status in words:
            if kind in (CALL_FDS, 5):
                continue
            with open_test(daemon.socket) as peer:
                peer.send(call(GET_TYPE, kind=kind, status=status, serial=5))
                header, _ = peer.ask(AUTH_LIST, serial=6)
                if header[5] != OK:
                    return f"kind {kind} status {status}: the next call is answered with status {header[5]}"
    return ""


def changed_headers(daemon):
    """Each field of a header changed, then a good call on the same connection."""
    for field, values in {"program": (0, REMOTE + 1, 0xFFFFFFFF, 0x6B656570), "version": (0, 2, 0xFFFFFFFF), "procedure": (0, 0xFFFFFFFF, 107, 318)}.items():
        for value in values:
            with open_test(daemon.socket) as peer:
                peer.send(call(**{"procedure": GET_TYPE, "serial": 5, field: value}))
                header, _ = peer.read()
                if header[3] != REPLY or header[5] != ERROR or header[4] != 5:
                    return f"{field} {value:#x}: {header}"
                if peer.ask(GET_TYPE)[0][5] != OK:
                    return f"{field} {value:#x}: the next call fails"
    return ""


def frame_lengths(daemon):
    """Lengths that end the connection, and the longest that does not."""
    for length in (0, 3, 4, 27, MOST + 1, 0x80000000, 0xFFFFFFFF):
        with Peer(daemon.socket) as peer:
            peer.send(call(AUTH_LIST, length=length))
            if peer.read() is not None:
                return f"length {length}: an answer"
    with open_test(daemon.socket) as peer:
        # The arguments are short; the rest is for nobody.
        peer.send(call(LOOK_UP, string("test") + bytes(MOST - 28 - len(string("test")))))
        header, _ = peer.read()
        return "" if header[5] == OK else f"length {MOST}: status {header[5]}"


def descriptors(daemon):
    """Descriptors that are announced and not sent, sent and not announced, too many, and with the bytes around them in pieces."""
    def fds(peer, data, count):
        null = [os.open("/dev/null", os.O_RDONLY) for _ in range(count)]
        peer.socket.sendmsg([data], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", null))])
        for fd in null:
            os.close(fd)

    before = len(os.listdir(f"/proc/{daemon.process.pid}/fd"))
    for count in (0, 1, 32):
        with open_test(daemon.socket) as peer:
            peer.send(call(GET_TYPE, struct.pack(">I", count), kind=CALL_FDS, serial=5))
            for _ in range(count):
                fds(peer, b"\0", 1)
            if peer.read()[0][4:6] != (5, OK):
                return f"{count} descriptors are announced and sent, and not answered well"
    for announced in (33, 0x80000000, 0xFFFFFFFF):
        with open_test(daemon.socket) as peer:
            peer.send(call(GET_TYPE, struct.pack(">I", announced), kind=CALL_FDS))
            if peer.read() is not None:
                return f"{announced} descriptors are announced, and answered"
    with open_test(daemon.socket) as peer:
        # Announced and not sent: what follows is taken for it.
        peer.send(call(GET_TYPE, struct.pack(">I", 1), kind=CALL_FDS) + call(AUTH_LIST))
        if peer.read() is not None:
            return "one is announced and not sent, and answered"
    with open_test(daemon.socket) as peer:
        # Sent and not announced.
        fds(peer, call(GET_TYPE, serial=7), 20)
        peer.read()
    if good(daemon.socket):
        return "nobody is served any more"
    limit = time.monotonic() + END_SECONDS
    while len(os.listdir(f"/proc/{daemon.process.pid}/fd")) > before:
        if time.monotonic() > limit:
            return "descriptors of clients are left"
    return ""


def sasl_data(daemon):
    """SASL data of no and of 65536 bytes, without a NUL, on a socket without SASL."""
    for nil in (0, 1):
        for length in (0, 1, 65536, 65537):
            with Peer(daemon.socket) as peer:
                data = struct.pack(">I", length) + b"x" * length + bytes(-length % 4)
                header, _ = peer.ask(69, string("PLAIN") + struct.pack(">i", nil) + data)
                if header[5] != ERROR or peer.ask(AUTH_LIST)[0][5] != OK:
                    return f"{length} bytes, nil {nil}: status {header[5]}"
    return ""


def streams_of_nobody(daemon):
    """Packets and holes of streams that do not exist, and streams of serials that live calls have."""
    with open_test(daemon.socket) as peer:
        for kind in (STREAM, HOLE):
            for status in (0, 1, 2, 3):
                for body in (b"", b"x" * 12, struct.pack(">qI", -1, 0)):
                    peer.send(call(209, body, kind=kind, status=status, serial=77))
        return "" if peer.ask(AUTH_LIST)[0][5] == OK else "the next call fails"


def odd_holes(daemon):
    """Holes of no, of negative and of the greatest length, several in a row, and data between them, in an upload with holes and in one
    without: the stream ends, with success or an error, and the connection stays."""
    look_up, create, upload = 84, 93, 208
    lengths = (0, 1, 4096, -1, -(1 << 63), (1 << 63) - 1, 1 << 62)
    with open_test(daemon.socket) as peer:
        pool = peer.ask(look_up, string("default-pool"))[1]
        xml = string("<volume><name>holes</name><capacity>1048576</capacity></volume>")
        header, volume = peer.ask(create, pool + xml + bytes(4))
        if header[5] != OK:
            return "no volume"
        for flags in (1, 0):
            for serial, plan in enumerate(((one,) * 3 for one in lengths), 100):
                body = volume + struct.pack(">QQI", 0, 0, flags)
                peer.send(call(upload, body, serial=serial))
                for length in plan:
                    peer.send(call(upload, struct.pack(">qI", length, 0), kind=HOLE, status=2, serial=serial))
                    peer.send(call(upload, b"data", kind=STREAM, status=2, serial=serial))
                peer.send(call(upload, kind=STREAM, serial=serial))
                while (got := peer.read()) is not None and (got[0][3], got[0][4]) != (STREAM, serial):
                    pass
                if got is None:
                    return f"the connection ends after holes of {plan}"
                # Nothing of the stream is left: its serial is free.
                if peer.ask(AUTH_LIST)[0][5] != OK:
                    return f"no call is answered after holes of {plan}"
    return ""


def no_descriptors(daemon):
    """When the daemon has no descriptors left, clients wait; as soon as others go, they are served."""
    peers = [Peer(daemon.socket) for _ in range(60)]
    try:
        for peer in peers[:5]:
            if peer.ask(AUTH_LIST)[0][5] != OK:
                return "a client that was accepted is not served"
        for peer in peers[:40]:
            peer.close()
        for peer in peers[40:45]:
            if peer.ask(AUTH_LIST)[0][5] != OK:
                return "a client that waited is not served"
    finally:
        for peer in peers:
            peer.close()
    return good(daemon.socket)


def expensive_xml(daemon):
    """A definition of many megabytes from a client that may only read is refused before anybody looks at it."""
    xml = b"<domain>" + b"<x>" * 4_000_000
    with Peer(daemon.socket) as peer:
        peer.ask(OPEN, optional("test:///default") + struct.pack(">I", 1))
        for procedure, tail in ((DEFINE, b""), (350, bytes(4)), (10, bytes(4))):
            # Beyond the limit of strings it cannot be decoded at all.
            _, answer = peer.ask(procedure, string(xml[:4_000_000]) + tail)
            if answer[:4] != FORBIDDEN:
                return f"procedure {procedure}: {answer[:120]}"
    return ""


def counter(daemon):
    """The administrator's counter of clients is at nobody when all are gone."""
    peers = [Peer(daemon.socket) for _ in range(300)]
    for peer in peers:
        peer.close()
    limit = time.monotonic() + END_SECONDS
    while True:
        said = subprocess.run(["virt-admin", "-c", f"libvirtd:///session?socket={daemon.admin_socket}", "server-clients-info", "libvirtd"],
                              env=library.environment(None), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              check=False, **ordinary_user()).stdout
        numbers = {words[0]: words[-1] for words in (line.split() for line in said.splitlines()) if words}
        if numbers.get("nclients") == "0" and numbers.get("nclients_unauth") == "0":
            return ""
        if time.monotonic() > limit:
            return said


def refusals(path):
    """Returns, by procedure, whether a read-only client is refused."""
    idl = Idl()
    found = {}
    for program in ("remote", "qemu", "lxc"):
        for key in sorted(key for key in idl.procedures if key[0] == program and key not in idl.events):
            if key in (("remote", CLOSE), ("remote", OPEN)):
                continue
            _, argument, _ = idl.procedures[key]
            body = b"" if argument == "void" else idl.sample(argument)
            with Peer(path) as peer:
                peer.ask(OPEN, optional("test:///default") + struct.pack(">I", 1))
                peer.send(call(key[1], body, program=idl.programs[program][0], serial=5))
                while True:
                    got = peer.read()
                    if got is None or got[0][4] == 5:
                        break
            found[key] = got is not None and got[0][5] == ERROR and got[1][:4] == FORBIDDEN
    return found


def read_only(daemon):
    """Every procedure from a client that may only read: refused where the stock daemon refuses it."""
    ours = refusals(daemon.socket)
    with StockDaemon(os.path.join(daemon.directory, "stock"), "session") as stock:
        theirs = {**refusals(stock.socket), LAST_OF_A_WORKER: False}
    wrong = [f"{key} {'refused' if refused else 'not refused'}" for key, refused in ours.items()
             if refused != theirs[key] and key not in ANOTHER_REFUSAL and key[1] <= KNOWN]
    return "\n    ".join(wrong[:20])


TABLE = [every_split, end_at_every_place, every_procedure, every_kind_and_status, changed_headers, frame_lengths, descriptors, sasl_data,
         streams_of_nobody, odd_holes, expensive_xml, counter, read_only]


def blocked_end(folder):
    """A daemon whose call never returns ends in time after SIGTERM: clients at once, the daemon after its grace."""
    behind = os.path.join(folder, "silent")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(behind)
        os.chmod(behind, 0o777)
        listener.listen(5)
        own = OwnDaemon("virtproxyd", os.path.join(folder, "proxy"), links={"virtqemud-sock": behind})
        with own as daemon, Peer(daemon.socket) as peer:
            peer.ask(AUTH_LIST)
            peer.send(opening("qemu:///session"))
            # The call has reached the daemon behind, which never answers.
            connection, _ = listener.accept()
            connection.recv(1)
            daemon.process.terminate()
            if peer.read() is not None:
                return "an answer"
            status = daemon.process.wait(END_SECONDS)
            connection.close()
            return "" if status == 1 else f"exit status {status}"


def run(counts):
    """Runs all; each must leave a daemon that serves."""
    with tempfile.TemporaryDirectory(prefix="oxivirt-bounds-") as folder:
        os.chmod(folder, 0o755)
        conf = {"max_client_requests": 64, "max_clients": 2000, "max_anonymous_clients": 2000, "log_filters": "4:*"}
        place = os.path.join(folder, "ours")
        os.makedirs(place)
        with OwnDaemon("libvirtd", place, conf=conf) as daemon:
            for case in TABLE:
                name = case.__name__.replace("_", " ")
                if case is read_only and not os.access(LIBVIRTD, os.X_OK):
                    counts.skip(name, "there is no stock daemon")
                    continue
                try:
                    problem = case(daemon) or ("" if daemon.alive() else "the daemon is gone")
                except (OSError, TypeError, struct.error) as why:
                    problem = f"{type(why).__name__}: {why}"
                counts.check(name, problem)
        os.makedirs(os.path.join(folder, "few"))
        with OwnDaemon("libvirtd", os.path.join(folder, "few"), conf=conf, descriptors=30) as daemon:
            counts.check("no descriptors", no_descriptors(daemon))
        os.makedirs(os.path.join(folder, "proxy"))
        counts.check("end with a blocked call", blocked_end(folder))
