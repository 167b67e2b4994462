"""Relays between a client and a daemon: one that records, one that ends TLS, one that makes a UNIX socket reachable over TCP.

The recording one listens on a UNIX socket, forwards to a daemon's socket both ways, and writes what passed.

Descriptors (SCM_RIGHTS) pass through. A frame is written to the capture before its last byte is forwarded, so a call
always stands before its reply. Connections are numbered in the order of accept(). Frame format: frames.py.
"""

import argparse
import array
import os
import select
import signal
import socket
import ssl
import sys
import threading

from lib.frames import FrameError, Splitter, procedure_names

CHUNK = 65536
MAX_FDS = 32
# How long nothing may pass in a relay of TLS, and how long the other waits for the daemon to close what a client has left.
DEADLINE = 60


class Capture:
    """The capture file; one lock keeps blocks whole and in order."""

    def __init__(self, path):
        self.names = procedure_names()
        self.lock = threading.Lock()
        self.handle = open(path, "w", encoding="ascii")

    def add(self, frames):
        """Appends frames."""
        with self.lock:
            if not self.handle.closed:
                self.handle.write("".join(frame.text(self.names) for frame in frames))

    def close(self):
        """Flushes; frames seen later are dropped."""
        with self.lock:
            self.handle.close()


def receive(source):
    """Returns bytes and descriptors of one recvmsg(); close-on-exec by Python's default is kept for the copies."""
    data, ancillary, _, _ = source.recvmsg(CHUNK, socket.CMSG_SPACE(MAX_FDS * 4), socket.MSG_CMSG_CLOEXEC)
    fds = array.array("i")
    for level, kind, body in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            fds.frombytes(body[:len(body) - len(body) % fds.itemsize])
    return data, fds


def forward(target, data, fds):
    """Sends everything; descriptors travel with the last byte.

    The kernel ends a read after the message that carried descriptors, and the peers send them with one byte of their own,
    so what came before in the same read belongs to earlier messages.
    """
    if not fds:
        target.sendall(data)
        return
    try:
        target.sendall(data[:-1])
        target.sendmsg([data[-1:]], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, fds)])
    finally:
        for fd in fds:
            os.close(fd)


def pump(source, target, splitter, capture):
    """One direction until end of file."""
    try:
        while True:
            data, fds = receive(source)
            if not data:
                break
            try:
                capture.add(splitter.feed(data))
            except FrameError as why:
                print(f"relay: {why}", file=sys.stderr)
                splitter.buffer.clear()
            forward(target, data, fds)
    except OSError:
        pass
    try:
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


class Relay:
    """Listens in a thread; stop() ends it and closes the capture."""

    def __init__(self, listen, daemon, capture):
        self.daemon = daemon
        self.capture = Capture(capture)
        self.listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.listener.bind(listen)
        os.chmod(listen, 0o777)
        self.listener.listen(64)
        self.threads = []
        self.sockets = []
        self.acceptor = threading.Thread(target=self.accept, daemon=True)
        self.acceptor.start()

    def accept(self):
        """Every connection gets its own two threads."""
        conn = 0
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            conn += 1
            server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                server.connect(self.daemon)
            except OSError as why:
                print(f"relay: connection {conn}: {self.daemon}: {why}", file=sys.stderr)
                client.close()
                server.close()
                continue
            self.sockets += [client, server]
            for source, target, arrow in ((client, server, ">"), (server, client, "<")):
                work = (source, target, Splitter(conn, arrow), self.capture)
                thread = threading.Thread(target=pump, args=work, daemon=True)
                self.threads.append(thread)
                thread.start()

    def stop(self):
        """The clients are gone by now, so the daemon closes, too: then the capture is complete. What is still open after a while is cut."""
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.acceptor.join()
        for thread in self.threads:
            thread.join(DEADLINE)
        for one in self.sockets:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        for thread in self.threads:
            thread.join()
        for one in self.sockets:
            one.close()
        self.capture.close()


class TlsRelay:
    """Ends TLS with the server's certificate and passes what was inside to a port or socket of a daemon's, both ways.

    `sent`: what clients sent, connection by connection.
    """

    def __init__(self, certificate, key, where):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        # The stock client takes tickets before that byte for a broken connection.
        self.context.num_tickets = 0
        self.context.load_cert_chain(certificate, key)
        self.where = where
        self.sent = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.thread = threading.Thread(target=self.accept, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join()

    def accept(self):
        """One connection after the other, until the port is closed."""
        while True:
            try:
                peer, _ = self.listener.accept()
            except OSError:
                return
            record = bytearray()
            try:
                with self.context.wrap_socket(peer, server_side=True) as inside:
                    self.serve(inside, record)
            except OSError as why:
                record += f" relay: {why}".encode()
            self.sent.append(bytes(record))

    def serve(self, inside, record):
        """One connection until either side ends it."""
        family = socket.AF_UNIX if isinstance(self.where, str) else socket.AF_INET
        with socket.socket(family) as daemon:
            daemon.settimeout(DEADLINE)
            daemon.connect(self.where)
            # A libvirt server says yes to the client's certificate with one byte.
            inside.sendall(b"\1")
            while True:
                ready = [inside] if inside.pending() else select.select([inside, daemon], [], [], DEADLINE)[0]
                if not ready:
                    raise OSError("nothing passed for a while")
                if inside in ready:
                    data = inside.recv(65536)
                    if not data:
                        return
                    record += data
                    daemon.sendall(data)
                if daemon in ready:
                    data = daemon.recv(65536)
                    if not data:
                        return
                    inside.sendall(data)


class Listener:
    """A TCP port of the kernel's choice; each connection goes to `serve` in a thread of its own."""

    def __init__(self, serve, host="127.0.0.1"):
        self.socket = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
        self.socket.bind((host, 0))
        self.socket.listen()
        self.port = self.socket.getsockname()[1]
        self.serve = serve
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        """Until the port is closed."""
        while True:
            try:
                peer, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(peer,), daemon=True).start()

    def close(self):
        """Wakes the accepting thread and frees the port."""
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()


def relay_to(path):
    """Serves a connection by passing its bytes to the socket at `path` and back."""
    def serve(peer):
        with peer, socket.socket(socket.AF_UNIX) as daemon:
            daemon.connect(path)
            ends = {peer: daemon, daemon: peer}
            while True:
                for end in select.select(list(ends), [], [])[0]:
                    try:
                        data = end.recv(65536)
                        ends[end].sendall(data)
                    except OSError:
                        return
                    if not data:
                        return
    return serve


def main():
    """Command line: LISTEN DAEMON CAPTURE, until SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("listen", help="socket to make")
    parser.add_argument("daemon", help="socket to forward to")
    parser.add_argument("capture", help="file to write")
    options = parser.parse_args()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    relay = Relay(options.listen, options.daemon, options.capture)
    print("ready", flush=True)
    signal.sigwait({signal.SIGTERM, signal.SIGINT})
    relay.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
