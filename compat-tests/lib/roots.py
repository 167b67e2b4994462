"""Stock daemons of several versions, each in its root (root_build.py) or, as "host", on this machine's own system.

    root = Root("trixie")                    # or Root("host"), Root("sid"), Root("bullseye")
    why = root.unfit()                       # why there is no such daemon here, or None; builds the root
    with root.start(conf={...}) as daemon:   # the daemon's configuration, on top of the private one
        daemon.socket, daemon.tcp_port, …

The daemon sees a writable layer over the root, which vanishes with its namespaces, and so do its mounts, processes and
network. Any number may run at a time, also of one root. `compat-tests/run lib.roots run NAME -- COMMAND` is the same for a
shell. See ROOTS.md.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys

import lib.daemon
from lib import root_build
from lib.daemon import StockDaemon, run_beside
from lib.processes import ProcessError, clean_up_on_sigterm

NAMES = ["bullseye", "host", "trixie", "sid"]
# Where the root's own processes find the daemon's private directory.
INNER = "/.private"
LIBRARIES = "usr/lib/x86_64-linux-gnu"
# The version this library is.
TARGET = "12.8.0"
ASK = "import ctypes; n = ctypes.c_ulong(); ctypes.CDLL('libvirt.so.0').virGetVersion(ctypes.byref(n), None, None); print(n.value)"


def numbers(version):
    """Returns the parts of a version like "7.0.0"."""
    return [int(part) for part in version.split(".")]


class Root:
    """One version of the stock daemon and of its library."""

    def __init__(self, name):
        if name not in NAMES:
            raise root_build.RootError(f"no root is called {name!r}; there are {', '.join(NAMES)}")
        self.name = name
        self.path = pathlib.Path("/") if name == "host" else root_build.ROOTS / name

    def unfit(self):
        """Builds the root unless it is there. Returns why there is no such daemon on this machine, or None."""
        why = root_build.unfit()
        if why is None and self.name != "host":
            try:
                root_build.build(self.name)
            except root_build.RootError as error:
                why = str(error)
        if why is None and not (self.path / "usr/sbin/libvirtd").exists():
            why = f"{self.path} has no libvirtd"
        return why

    def version(self):
        """Returns the daemon's version, like "7.0.0"."""
        command = ["/usr/sbin/libvirtd", "--version"]
        if self.name != "host":
            command = ["chroot", str(self.path), *command]
        said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
        return said.split()[-1]

    def client(self):
        """To compare programs on the root's stock library with ours: the words to put before their commands, and None; or
        None, and why that library cannot be compared with."""
        if self.name == "host":
            return [], None
        why = self.unfit()
        if why:
            return None, why
        wanted = self.version()
        if numbers(wanted) > numbers(TARGET):
            return None, f"{self.name} has libvirt {wanted} by now, and this library is {TARGET}"
        before = self.on_library()
        said = int(subprocess.run([*before, "/usr/bin/python3", "-c", ASK], stdout=subprocess.PIPE, check=True).stdout)
        if [said // 1000000, said // 1000 % 1000, said % 1000] != numbers(wanted):
            raise ProcessError(f"the library of {self.name} should be {wanted}, but {said} was loaded")
        print(f"the stock client is {wanted}", flush=True)
        return before, None

    def start(self, **options):
        """Returns a daemon (see RootDaemon) to use as a context manager."""
        return RootDaemon(self, **options)

    def on_library(self, *command):
        """Returns the command that runs one of this machine's programs on the root's libraries, its libvirt.so.0 among them.

        The root's own loader and C library are used, so its C library must not be older than this machine's.
        """
        if self.name == "host":
            return [str(word) for word in command]
        loader = self.path / LIBRARIES / "ld-linux-x86-64.so.2"
        if not loader.exists():
            loader = self.path / "lib64/ld-linux-x86-64.so.2"
        # Plug-ins of this machine's SASL do not fit the root's.
        return ["env", f"SASL_PATH={self.path / LIBRARIES / 'sasl2'}", str(loader), "--library-path", str(self.path / LIBRARIES),
                *(str(word) for word in command)]


class RootDaemon(StockDaemon):
    """A running daemon of a root. It has what StockDaemon has, and more.

    `files`: content by absolute path, put into the daemon's file system before anything starts there: certificates, a
    password file … A pair (content, mode) sets the mode, 0o644 otherwise. `before`: commands run there before the
    daemon, such as the start of a bus; each must succeed. `network`: "own", or "host" where another daemon or a program
    outside must reach the ports that `listen` asks for.
    """

    def __init__(self, root, *, files=None, before=(), network="own", **more):
        super().__init__(mode="system", **more)
        self.root = root
        self.files = files or {}
        self.before = list(before)
        self.network = network

    def start_system(self):
        """Makes the namespaces first; then this module goes on as the first process in them."""
        files = {path: item if isinstance(item, tuple) else (item, 0o644) for path, item in self.files.items()}
        for number, (path, (content, mode)) in enumerate(files.items()):
            source = self.place(f"file{number}")
            with open(source, "wb") as target:
                target.write(content if isinstance(content, bytes) else content.encode())
            files[path] = (f"file{number}", mode)
        os.makedirs(self.place("layer"), exist_ok=True)
        plan = {"directory": self.directory, "root": str(self.root.path), "files": files, "before": self.before,
                "cache": self.cache, "shared": self.shared, "libvirtd": "/usr/sbin/libvirtd",
                "network": self.network == "own", "arguments": ["--listen"] if self.listen else []}
        net = ["--net"] if self.network == "own" else []
        self.spawn([*root_build.NAMESPACES, *net, sys.executable, "-m", "lib.roots", "inside", json.dumps(plan)], os.environ)

    def run(self, *command, **more):
        """Runs a program of the root in the daemon's file system, network and process numbers; subprocess.run's result."""
        enter = ["nsenter", f"--target={self.init}", "--mount", "--pid", "--net"]
        return subprocess.run([*enter, *(str(word) for word in command)], check=False, **more)

    def beside(self, *command):
        """Returns the command that runs one of this machine's programs, with its own files, in the daemon's network and process
        numbers: there 127.0.0.1 is the daemon's, and the daemon can name the caller when it asks who it is."""
        return ["nsenter", f"--target={self.init}", "--pid", "--net", "--", *(str(word) for word in command)]


def run(*command):
    """Runs a command that must succeed."""
    subprocess.run([str(word) for word in command], check=True)


def layered(root, directory):
    """In a fresh mount namespace: puts a writable layer over the root. Returns where that is; enter() makes it the file system."""
    run("mount", "--make-rprivate", "/")
    layer = pathlib.Path(directory) / "layer"
    layer.mkdir(exist_ok=True)
    run("mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", layer)
    upper, work, merged = (layer / name for name in ("upper", "work", "merged"))
    for folder in (upper, work, merged):
        folder.mkdir(mode=0o755)
    run("mount", "-t", "overlay", "-o", f"lowerdir={root},upperdir={upper},workdir={work}", "overlay", merged)
    return merged


def enter(merged):
    """Makes the layered root this process's file system, with /proc, /sys, /dev and /run of its own."""
    old = merged / ".old"
    old.mkdir()
    run("mount", "-t", "proc", "proc", merged / "proc")
    run("mount", "--rbind", "/sys", merged / "sys")
    root_build.populate_dev(merged / "dev")
    (merged / "run").mkdir(exist_ok=True)
    run("mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", merged / "run")
    run("pivot_root", merged, old)
    os.chdir("/")
    run("umount", "--lazy", "/.old")


def inside(plan):
    """First process of the namespaces: the root with a layer over it becomes the file system, then the daemon starts."""
    merged = layered(plan["root"], plan["directory"])
    for path, (name, mode) in plan["files"].items():
        target = merged / path.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((pathlib.Path(plan["directory"]) / name).read_bytes())
        target.chmod(mode)
    private = merged / INNER.lstrip("/")
    private.mkdir()
    run("mount", "--bind", plan["directory"], private)
    for name in ("cache", "shared"):
        if plan[name]:
            (merged / f".{name}").mkdir()
            run("mount", "--bind", plan[name], merged / f".{name}")
            plan[name] = f"/.{name}"
    enter(merged)
    for command in plan["before"]:
        run(*command)
    return lib.daemon.inside({**plan, "directory": INNER})


def main():
    """Command line: run NAME -- COMMAND (with the daemon's facts in the environment), versions."""
    if len(sys.argv) == 3 and sys.argv[1] == "inside":
        return inside(json.loads(sys.argv[2]))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("versions")
    runner = commands.add_parser("run")
    runner.add_argument("--listen", action="append", default=[], choices=("tcp", "tls"))
    runner.add_argument("name", choices=NAMES)
    runner.add_argument("argv", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if options.command == "versions":
        root_build.build_all()
        for name in NAMES:
            root = Root(name)
            why = root.unfit()
            print(f"{name}: {why or root.version()}")
        return 0
    root = Root(options.name)
    why = root.unfit()
    if why:
        sys.exit(f"roots: {why}")
    clean_up_on_sigterm()
    with root.start(listen=options.listen, network="host" if options.listen else "own") as daemon:
        return run_beside(daemon, options.argv)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ProcessError as error:
        sys.exit(f"roots: {error}")
