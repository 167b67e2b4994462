"""The scripted daemon, and the client program that is at its mercy. One thread: the daemon answers while it waits for the
client's word about the call. A call that does not end before the deadline is a hang; the client is killed."""

import fcntl
import os
import select
import socket
import struct
import subprocess
import termios
import time

from lib.message import CONTINUE, HEADER, STREAM, frame

DOWNLOADS = {("remote", 209)}
DATA = (b"a" * 300, b"b" * 20)


class Lost(Exception):
    """The client hung or died; the text says which."""


def download(header):
    """Returns all packets of a stream."""
    packets = [frame(header, data, kind=STREAM, status=CONTINUE) for data in DATA]
    return b"".join(packets) + frame(header, b"", kind=STREAM, status=CONTINUE)


class Server:
    """A listening socket, the client process, and what the next call is answered with."""

    def __init__(self, directory, idl, command, environment, deadline, log):
        self.idl, self.command, self.environment, self.deadline, self.log = idl, command, environment, deadline, log
        self.path = os.path.join(directory, "sock")
        self.listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.listener.bind(self.path)
        self.listener.listen(64)
        self.numbers = {number: name for name, (number, _) in idl.programs.items()}
        self.peers, self.process, self.said, self.victim = {}, None, b"", None
        self.wanted = {}
        self.disarm()

    # The client.

    def start(self):
        """A fresh client. Its own deadlines come first: a call that reaches one is a hang, too, but the client lives on."""
        late = f"socket={self.path}&call_timeout={self.deadline / 2}&connect_timeout={self.deadline / 2}"
        arguments = [*self.command, f"test+unix:///default?{late}", f"libvirtd+unix:///system?{late}"]
        self.process = subprocess.Popen(arguments, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=self.log)
        self.said = b""

    def stop(self):
        """Ends the client well; its exit status."""
        if self.process is None:
            return 0
        self.process.stdin.close()
        end = time.monotonic() + self.deadline
        while self.process.poll() is None:
            if time.monotonic() > end:
                self.kill()
                return -9
            self.serve(0.05, also_client=False)
        status = self.process.returncode
        self.process.stdout.close()
        self.process = None
        self.drop_all()
        return status

    def kill(self):
        """Ends the client anyhow."""
        if self.process and self.process.poll() is None:
            self.process.kill()
        if self.process:
            self.process.wait()
            self.process.stdout.close()
        self.process = None
        self.drop_all()

    def drop_all(self):
        """Forgets the client's connections."""
        for peer, _ in self.peers.values():
            peer.close()
        self.peers.clear()

    def ask(self, line):
        """Sends a command and serves until its answer is there: status, count, code, text."""
        if self.process is None:
            self.start()
        try:
            self.process.stdin.write(line.encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            raise Lost(self.death()) from None
        self.ends = time.monotonic() + self.deadline
        while b"\n" not in self.said:
            left = self.ends - time.monotonic()
            if left <= 0:
                self.kill()
                raise Lost(f"no end within {self.deadline} s")
            self.serve(left)
        answer, _, self.said = self.said.partition(b"\n")
        status, count, code, text = answer.decode(errors="replace").split(" ", 3)
        return status, int(count), int(code), text

    def death(self):
        """Returns why the client is gone."""
        status = self.process.wait()
        self.kill()
        return f"killed by signal {-status}" if status < 0 else f"ended with status {status}"

    # The daemon.

    def arm(self, plan, nth, wanted):
        """The `nth` call from now on is answered as planned; `wanted` shapes good answers (see Idl.sample)."""
        self.plan, self.nth, self.wanted, self.calls = plan, nth, wanted, []

    def disarm(self):
        """Good answers only."""
        self.plan, self.nth, self.calls = None, -1, []

    def serve(self, timeout, also_client=True):
        """Handles what is ready."""
        poll = select.poll()
        poll.register(self.listener, select.POLLIN)
        for number in self.peers:
            poll.register(number, select.POLLIN)
        if also_client:
            poll.register(self.process.stdout, select.POLLIN)
        for number, _ in poll.poll(timeout * 1000):
            if number == self.listener.fileno():
                peer, _ = self.listener.accept()
                peer.settimeout(self.deadline)
                self.peers[peer.fileno()] = (peer, bytearray())
            elif number in self.peers:
                self.receive(number)
            else:
                data = os.read(number, 65536)
                if not data:
                    raise Lost(self.death())
                self.said += data

    def receive(self, number):
        """Bytes of a connection."""
        peer, buffer = self.peers[number]
        try:
            data = peer.recv(1 << 20)
        except ConnectionError:
            data = b""
        if not data:
            self.drop(number)
            return
        buffer += data
        while len(buffer) >= 4 and number in self.peers:
            (length,) = struct.unpack_from(">I", buffer)
            if len(buffer) < length:
                return
            self.handle(number, bytes(buffer[4:length]))
            del buffer[:length]

    def drop(self, number):
        """Closes a connection."""
        peer, _ = self.peers.pop(number)
        peer.close()

    def handle(self, number, body):
        """One frame of the client."""
        header = HEADER.unpack_from(body)
        program = self.numbers.get(header[0], "?")
        if header[3] == STREAM and header[5] != CONTINUE:
            self.settle_stream(number, header)
        if header[3] not in (0, 4) or program in ("?", "keepalive"):
            return
        planned = self.plan is not None and len(self.calls) == self.nth
        self.calls.append((program, header[2]))
        if planned:
            self.follow(number, header)
        else:
            self.send(number, frame(header, self.good(program, header[2])))
        if (program, header[2]) in DOWNLOADS and number in self.peers:
            self.send(number, download(header))

    def settle_stream(self, number, header):
        """The client finishes or aborts a stream."""
        if self.plan is not None and self.plan.settles:
            self.send(number, b"".join(self.plan.settles(header)))
        if number in self.peers:
            self.send(number, frame(header, b"", kind=STREAM))

    def good(self, program, procedure):
        """Returns a good reply's payload."""
        answer = self.idl.answer(program, procedure)
        return self.idl.sample(answer, self.wanted.get(procedure, self.wanted.get("all"))) if answer else b""

    def follow(self, number, header):
        """The planned bytes."""
        self.victim = self.peers[number]
        for nth, chunk in enumerate(self.plan.chunks(header)):
            if nth:
                self.drain(number)
            if number not in self.peers or not self.send(number, chunk):
                return
        if self.plan.end and number in self.peers:
            self.peers[number][0].shutdown(socket.SHUT_RDWR)

    def hung_up(self):
        """Returns true if the client ended the connection of the last plan; it has the deadline's time for it."""
        end = time.monotonic() + self.deadline
        while self.victim in self.peers.values():
            left = end - time.monotonic()
            if left <= 0:
                return False
            self.serve(left)
        return True

    def send(self, number, data):
        """Returns true if the peer took it."""
        try:
            self.peers[number][0].sendall(data)
            return True
        except TimeoutError:
            self.kill()
            raise Lost(f"reads nothing for {self.deadline} s") from None
        except ConnectionError:
            self.drop(number)
            return False

    def drain(self, number):
        """Waits until the client has read what was sent, so that the next piece comes in a read of its own."""
        peer = self.peers[number][0]
        while time.monotonic() < self.ends and self.process.poll() is None:
            unread = struct.unpack("i", fcntl.ioctl(peer, termios.TIOCOUTQ, bytes(4)))[0]
            if unread == 0:
                return
            os.sched_yield()

    def close(self):
        """Ends everything."""
        self.kill()
        self.listener.close()
