"""lxc-enter-namespace where it works: a process in namespaces of its own stands for a container, and a daemon that follows a script for libvirtd.

No root has the driver of containers; what the command does on this side is the same: it gets the namespaces' descriptors from the daemon.
"""

import array
import os
import pathlib
import re
import shutil
import socket
import struct
import subprocess
import tempfile

from compare.scripted.daemon import Daemon
from lib.idl import UUID
from lib.message import HEADER, REPLY_FDS, string

NAMESPACES = ["ipc", "uts", "net", "mnt"]
SHOWN = "readlink " + " ".join(f"/proc/self/ns/{name}" for name in NAMESPACES)
# Words of the command, behind the domain.
LINES = [["/bin/sh", "-c", SHOWN], ["/bin/sh", "-c", "exit 3"], ["/bin/sh", "-c", "kill $$"], ["/nosuch/program"], ["/bin/cat"],
         ["/bin/echo", "two words", "--", "-x"]]


class Container(Daemon):
    """Has a domain, which is the process `pid`."""

    def __init__(self, path, pid):
        super().__init__(path)
        self.pid = pid

    def answer(self, peer, header, body):
        """One request."""
        program, procedure = self.numbers.get(header[0], "?"), header[2]
        name = self.idl.procedures.get((program, procedure), ("?",))[0]
        if program == "lxc" and name.endswith("DOMAIN_OPEN_NAMESPACE"):
            self.send_namespaces(peer, header)
        elif name.endswith("DOMAIN_LOOKUP_BY_NAME"):
            self.send(peer, header, string("container") + UUID + struct.pack(">i", self.pid))
        else:
            super().answer(peer, header, body)

    def send_namespaces(self, peer, header):
        """A reply without a result, and the descriptors, each with a byte."""
        body = HEADER.pack(*header[:3], REPLY_FDS, header[4], 0) + struct.pack(">I", len(NAMESPACES))
        peer.sendall(struct.pack(">I", len(body) + 4) + body)
        for name in NAMESPACES:
            fd = os.open(f"/proc/{self.pid}/ns/{name}", os.O_RDONLY)
            peer.sendmsg([b"\0"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [fd]))])
            os.close(fd)


def run(runner, side, uri, words):
    """Returns status, output and error output."""
    command = [*runner.commands[side]("virsh"), "-k", "0", "-c", uri, "lxc-enter-namespace", "container", "--noseclabel", "--", *words]
    done = subprocess.run(command, input=b"typed\n", capture_output=True, timeout=300, check=False,
                          env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": "/"})
    return done.returncode, done.stdout, re.sub(rb"process \([0-9]+\)", b"process (PID)", done.stderr)


def check(counts, runner):
    """Counts each line."""
    if os.geteuid() != 0 or not shutil.which("unshare"):
        counts.skip("lxc-enter-namespace", "only the superuser enters namespaces")
        return
    program = ["unshare", *(f"--{name}" for name in ("ipc", "uts", "net", "mount")), "sh", "-c", "echo ready; exec sleep 100000"]
    with tempfile.TemporaryDirectory() as folder, subprocess.Popen(program, stdout=subprocess.PIPE) as process:
        try:
            process.stdout.readline()
            path = pathlib.Path(folder) / "socket"
            with Container(str(path), process.pid):
                uri = f"lxc+unix:///system?socket={path}"
                for words in LINES:
                    stock, ours = (run(runner, side, uri, words) for side in ("stock", "ours"))
                    counts.check(f"container: {' '.join(words)}", None if stock == ours else f"stock {stock}\nours  {ours}")
                said = run(runner, "ours", uri, LINES[0])[1].decode().split()
                there = [os.readlink(f"/proc/{process.pid}/ns/{name}") for name in NAMESPACES]
                counts.check("container: the program is in the namespaces", None if said == there else f"{said}, not {there}")
        finally:
            process.kill()
