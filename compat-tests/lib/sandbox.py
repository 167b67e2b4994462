"""A system to change: a root (root_build.py) with a writable layer, in namespaces of its own, in which commands are run.

    with Sandbox("clients-trixie", folders={"/packages": path}) as system:
        done = system.run("apt-get", "install", "-y", "/packages/x.deb")

It has no network, and everything in it vanishes with it.
"""
import json
import os
import signal
import subprocess
import sys
import tempfile

from lib import root_build
from lib.processes import DEADLINE, children, end_namespace
from lib.roots import enter, layered, run

ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/root", "DEBIAN_FRONTEND": "noninteractive",
               "DPKG_FORCE": "unsafe-io"}


class Sandbox:
    """The system; `folders` are those of this machine that are seen in it, by their path there."""

    def __init__(self, name, folders=None):
        self.root = root_build.ROOTS / name
        self.folders = folders or {}

    def __enter__(self):
        # What runs inside is found by its own path there, so the folder is removed when the namespaces are gone.
        self.folder = tempfile.TemporaryDirectory(prefix="sandbox-")
        plan = {"root": str(self.root), "directory": self.folder.name, "folders": {key: str(value) for key, value in self.folders.items()}}
        command = [*root_build.NAMESPACES, "--net", sys.executable, "-m", "lib.sandbox", json.dumps(plan)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        if self.process.stdout.readline() != b"ready\n":
            self.end()
            raise root_build.RootError(f"{self.root} cannot be entered")
        self.init = children(self.process.pid)[0]
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        """Ends everything in it."""
        end_namespace(self.process.pid, DEADLINE)
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()
        self.folder.cleanup()

    def run(self, *command, **environment):
        """Runs a command; returns its exit status, and what it said on both outputs."""
        enter_it = ["nsenter", f"--target={self.init}", "--mount", "--pid", "--net", "--"]
        done = subprocess.run([*enter_it, *(str(word) for word in command)], env={**ENVIRONMENT, **environment}, check=False,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return done.returncode, done.stdout.decode(errors="replace")


def inside(plan):
    """First process of the namespaces: stays until the pipe from the test is closed."""
    merged = layered(plan["root"], plan["directory"])
    for path, source in plan["folders"].items():
        target = merged / path.lstrip("/")
        target.mkdir(parents=True, exist_ok=True)
        run("mount", "--bind", "-o", "ro", source, target)
    (merged / "tmp").mkdir(exist_ok=True)
    enter(merged)
    # Daemons that ended must not stay behind: nobody else waits for them here.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    os.write(1, b"ready\n")
    os.read(0, 1)


if __name__ == "__main__":
    inside(json.loads(sys.argv[1]))
