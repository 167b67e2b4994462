"""What our libvirtd does on top of the stock one about clients that have not proven who they are: they are given up after a while, at every
stage; one address does not fill all places; and root always gets in. Clients are sockets of this process."""

import contextlib
import itertools
import os
import socket
import struct
import subprocess
import sys
import tempfile

from compare.daemon.raw import AUTH_LIST, frame, opening
from lib import library, message, sasl, tls
from lib.counting import Counts
from lib.daemon import StockDaemon
from lib.front_daemon import OwnDaemon
from lib.message import CALL, HEADER
from lib.processes import clean_up_on_sigterm, ordinary_user, wait_until

DEADLINE = 60.0
SASL_INIT, SASL_START, SASL_STEP = 67, 68, 69
USERS = [("fred", "123456")]
# The beginning of a handshake: a record that is announced and does not come.
HELLO = b"\x16\x03\x01\x02\x00\x01\x00"


def connect(daemon, transport):
    """Returns a connection."""
    if transport == "unix":
        client = socket.socket(socket.AF_UNIX)
        where = daemon.socket
    else:
        client = socket.socket(socket.AF_INET)
        where = ("127.0.0.1", daemon.tcp_port if transport == "tcp" else daemon.tls_port)
    client.settimeout(DEADLINE)
    client.connect(where)
    return client


def ended(client):
    """Waits until the daemon ends the connection; returns true if it does."""
    try:
        while client.recv(4096):
            pass
        return True
    except ConnectionResetError:
        return True
    except TimeoutError:
        return False


def answered(client, procedure, body=b""):
    """Makes a call; returns its status, or None if the connection ended."""
    try:
        client.sendall(frame(procedure, body))
        head = b""
        while len(head) < 28:
            more = client.recv(28 - len(head))
            if not more:
                return None
            head += more
        length, status = struct.unpack(">I", head[:4])[0], HEADER.unpack(head[4:])[5]
        left = length - 28
        while left:
            left -= len(client.recv(left))
        return status
    except (ConnectionResetError, BrokenPipeError):
        return None


def silent(counts, folder, maker):
    """Clients that say nothing, or nothing more, are given up; those who have proven who they are, or need not, stay."""
    # Enough for a client's calls on a machine that is busy; the ends of all are waited for together.
    conf = {"auth_timeout": 10, "auth_unix_rw": "sasl", "auth_tcp": "none", "auth_tls": "none", "ca_file": maker.path("ca.pem"),
            "cert_file": maker.path("server-good.pem"), "key_file": maker.path("server-good-key.pem")}
    with OwnDaemon("libvirtd", os.path.join(folder, "silent"), listen=("tcp", "tls"), conf=conf, sasl=sasl.Sasl("scram-sha-256", USERS)) as daemon:
        stays = connect(daemon, "tcp")
        counts.check("silent: a client that need not prove anything", "" if answered(stays, AUTH_LIST) == 0 else "no answer")
        starting = message.string("SCRAM-SHA-256") + struct.pack(">iI", 1, 0)
        clients = []
        for name, transport, calls in (("accepted", "unix", []), ("who asked how", "unix", [(AUTH_LIST, b"")]),
                                       ("in the middle of SASL", "unix", [(SASL_INIT, b""), (SASL_START, starting)]),
                                       ("accepted, TLS", "tls", []), ("in the middle of a handshake", "tls", HELLO)):
            client = connect(daemon, transport)
            problem = ""
            if isinstance(calls, bytes):
                client.sendall(calls)
            else:
                problem = "".join(f"call {call[0]} is refused " for call in calls if answered(client, *call) != 0)
            clients.append((name, client, problem))
        for name, client, problem in clients:
            counts.check(f"silent: {name}", problem or ("" if ended(client) else "is not given up"))
        counts.check("silent: the others stay", "" if answered(stays, 1, opening()[28:]) == 0 else "is gone")


def storm(counts, folder):
    """Many connections that prove nothing and vanish: none of them is counted any more, and there is room for others."""
    with OwnDaemon("libvirtd", os.path.join(folder, "storm"), listen=("tcp",), conf={"auth_tcp": "sasl"}, sasl=sasl.Sasl("scram-sha-256", USERS)) as daemon:
        for _ in range(50):
            many = [connect(daemon, "tcp") for _ in range(20)]
            many[0].sendall(frame(AUTH_LIST)[:9])
            for client in many:
                client.close()
        environment = library.environment(None, XDG_RUNTIME_DIR=daemon.place("run"))

        def counted():
            done = subprocess.run(["virt-admin", "-c", "libvirtd:///session", "server-clients-info libvirtd"], env=environment, text=True,
                                  stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False, **ordinary_user())
            now = dict(line.split(":") for line in done.stdout.replace(" ", "").splitlines() if ":" in line)
            return (now["nclients"], now["nclients_unauth"]) == ("0", "0") or None

        wait_until(daemon.process.pid, "the counters return to zero", counted)
        counts.check("storm: the counters return to zero", "")
        counts.check("storm: others get in", "" if answered(connect(daemon, "tcp"), AUTH_LIST) == 0 else "no answer")


def quotas(counts, folder):
    """One address has so many connections, and so many without proof."""
    conf = {"auth_tcp": "sasl", "max_anonymous_clients_per_peer": 2}
    with OwnDaemon("libvirtd", os.path.join(folder, "anonymous"), listen=("tcp",), conf=conf, sasl=sasl.Sasl("scram-sha-256", USERS)) as daemon:
        first = [connect(daemon, "tcp") for _ in range(2)]
        problem = "" if all(answered(client, AUTH_LIST) == 0 for client in first) else "no answer"
        counts.check("quota: one more without proof", problem or ("" if ended(connect(daemon, "tcp")) else "is served"))
        counts.check("quota: others get in", "" if answered(connect(daemon, "unix"), AUTH_LIST) == 0 else "no answer")
        first.pop().close()
        wait_until(daemon.process.pid, "there is room again", lambda: answered(connect(daemon, "tcp"), AUTH_LIST) == 0 or None)
        counts.check("quota: there is room again", "")
    with OwnDaemon("libvirtd", os.path.join(folder, "address"), listen=("tcp",), conf={"max_clients_per_address": 2}) as daemon:
        first = [connect(daemon, "tcp") for _ in range(2)]
        problem = "" if all(answered(client, 1, opening()[28:]) == 0 for client in first) else "no answer"
        counts.check("quota: one more of an address", problem or ("" if ended(connect(daemon, "tcp")) else "is served"))


def reserved(counts, folder):
    """All places are taken: others wait, root does not."""
    if os.geteuid() != 0:
        counts.skip("reserved", "this process is not root's")
        return
    conf = {"max_clients": 2, "max_anonymous_clients": 0}
    with OwnDaemon("libvirtd", os.path.join(folder, "reserved"), listen=("tcp",), conf=conf) as daemon:
        first = [connect(daemon, "tcp") for _ in range(2)]
        problem = "" if all(answered(client, AUTH_LIST) == 0 for client in first) else "no answer"
        waits = connect(daemon, "tcp")
        waits.sendall(frame(AUTH_LIST))
        root = connect(daemon, "unix")
        counts.check("reserved: root gets in", problem or ("" if answered(root, AUTH_LIST) == 0 else "no answer"))
        waits.setblocking(False)
        try:
            counts.check("reserved: others wait", f"an answer: {waits.recv(1)!r}")
        except BlockingIOError:
            counts.check("reserved: others wait", "")
        waits.settimeout(DEADLINE)
        root.close()
        first.pop().close()
        counts.check("reserved: and are served when there is room", "" if len(waits.recv(28, socket.MSG_WAITALL)) == 28 else "no answer")


def unproven(counts, folder):
    """A client that has not proven who it is cannot have much kept for it."""
    with OwnDaemon("libvirtd", os.path.join(folder, "unproven"), conf={"auth_unix_rw": "sasl"}, sasl=sasl.Sasl("scram-sha-256", USERS)) as daemon:
        client = connect(daemon, "unix")
        words = (28 + (16 << 20), 0x20008086, 1, SASL_START, CALL, 1, 0)
        try:
            client.sendall(struct.pack(">7I", *words) + bytes(8 << 20))
            problem = "" if ended(client) else "is kept"
        except (BrokenPipeError, ConnectionResetError):
            problem = ""
        counts.check("unproven: a call of 16 MiB", problem)


def sasl_data(counts, folder):
    """Data of SASL that is empty, at its limit and beyond, without a NUL, or absent, on sockets that want SASL, of a stock daemon and of
    ours: both refuse it in the same way, and the next one may begin anew."""
    def told(daemon):
        found = []
        for length, nil, mechanism in itertools.product((0, 1, 65536, 65537), (0, 1), ("SCRAM-SHA-256", "", "NONE", "x" * 300)):
            with contextlib.closing(connect(daemon, "unix")) as client:
                data = struct.pack(">iI", nil, length) + b"x" * length + bytes(-length % 4)
                answers = [answered(client, SASL_INIT), answered(client, SASL_START, message.string(mechanism) + data),
                           answered(client, SASL_STEP, data), answered(client, AUTH_LIST)]
                found.append((length, nil, mechanism[:15], answers))
        return found

    users = sasl.Sasl("scram-sha-256", USERS)
    conf = {"auth_unix_rw": "sasl"}
    stock = StockDaemon(os.path.join(folder, "sasl-stock"), "session", conf=conf, sasl=users)
    with stock, OwnDaemon("libvirtd", os.path.join(folder, "sasl-ours"), conf=conf, sasl=users) as ours:
        wanted, got = told(stock), told(ours)
        wrong = [f"\n    stock {a}\n    ours  {b}" for a, b in zip(wanted, got) if a != b]
        counts.check("SASL data of odd lengths", "".join(wrong[:6]), f"{len(got)} conversations")
        counts.check("SASL data of odd lengths: both live", "" if stock.alive() and ours.alive() else "one is gone")


def compare(counts):
    """All of it."""
    with tempfile.TemporaryDirectory(prefix="oxivirt-limits-") as folder:
        os.chmod(folder, 0o755)
        os.makedirs(os.path.join(folder, "pki"))
        os.chmod(os.path.join(folder, "pki"), 0o755)
        maker = tls.Maker(os.path.join(folder, "pki"))
        maker.authority("ca")
        maker.leaf("server-good", "localhost", lines=(tls.LOCALHOST, tls.SERVER))
        for name in os.listdir(maker.directory):
            os.chmod(maker.path(name), 0o644)
        for name in ("silent", "storm", "anonymous", "address", "reserved", "unproven", "sasl-stock", "sasl-ours"):
            os.makedirs(os.path.join(folder, name))
        silent(counts, folder, maker)
        storm(counts, folder)
        quotas(counts, folder)
        reserved(counts, folder)
        unproven(counts, folder)
        sasl_data(counts, folder)


def main():
    """Tests our libvirtd."""
    clean_up_on_sigterm()
    counts = Counts("daemon-limits")
    compare(counts)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
