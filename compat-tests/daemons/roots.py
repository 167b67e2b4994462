#!/usr/bin/env python3
"""Stock daemons of several versions, each in its root (build.py) or, as "host", on this machine's own system.

    root = Root("trixie")                    # or Root("host"), Root("sid"), Root("bullseye")
    why = root.unfit()                       # why there is no such daemon here, or None; builds the root
    with root.start(conf={...}) as daemon:   # the daemon's configuration, on top of the private one
        daemon.socket, daemon.tcp_port, …

The daemon sees a writable layer over the root, which vanishes with its namespaces, and so do its mounts, processes and
network. Any number may run at a time, also of one root. `roots.py run NAME -- COMMAND` is the same for a shell. See README.md.
"""

import argparse
import json
import os
import pathlib
import select
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "daemon"))

import build  # noqa: E402  (the path above must be set first)
import private_libvirtd  # noqa: E402
from private_libvirtd import DaemonError, PrivateLibvirtd, clean_up_on_sigterm  # noqa: E402

NAMES = ["bullseye", "host", "trixie", "sid"]
# Where a root's own process finds this daemon's private directory and the file that goes on there.
INNER = "/.private"
LIBRARIES = "usr/lib/x86_64-linux-gnu"
# The version this library is.
TARGET = "12.8.0"
ASK = "import ctypes; n = ctypes.c_ulong(); ctypes.CDLL('libvirt.so.0').virGetVersion(ctypes.byref(n), None, None); print(n.value)"
PORTS_DEADLINE = 30.0


def _numbers(version):
    return [int(part) for part in version.split(".")]


class Root:
    """One version of the stock daemon and of its library."""

    def __init__(self, name):
        if name not in NAMES:
            raise build.RootError(f"no root is called {name!r}; there are {', '.join(NAMES)}")
        self.name = name
        self.path = pathlib.Path("/") if name == "host" else build.ROOTS / name

    def unfit(self):
        """Builds the root unless it is there. Returns why there is no such daemon on this machine, or None."""
        why = build.unfit()
        if why is None and self.name != "host":
            try:
                build.build(self.name)
            except build.RootError as error:
                why = str(error)
        if why is None and not (self.path / "usr/sbin/libvirtd").exists():
            why = f"{self.path} has no libvirtd"
        return why

    def version(self):
        """The daemon's version, like "7.0.0"."""
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
        if _numbers(wanted) > _numbers(TARGET):
            return None, f"{self.name} has libvirt {wanted} by now, and this library is {TARGET}"
        before = self.on_library()
        said = int(subprocess.run([*before, "/usr/bin/python3", "-c", ASK], stdout=subprocess.PIPE, check=True).stdout)
        if [said // 1000000, said // 1000 % 1000, said % 1000] != _numbers(wanted):
            raise DaemonError(f"the library of {self.name} should be {wanted}, but {said} was loaded")
        print(f"the stock client is {wanted}", flush=True)
        return before, None

    def start(self, **options):
        """A daemon (see RootDaemon) to use as a context manager."""
        return RootDaemon(self, **options)

    def on_library(self, *command):
        """The command that runs one of this machine's programs on the root's libraries, its libvirt.so.0 among them.

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


class RootDaemon(PrivateLibvirtd):
    """A running daemon. What PrivateLibvirtd has (socket, socket_ro, admin_socket, scratch, visible(), stop()), and more.

    `conf`: lines of libvirtd.conf, by key; text, a number or a list of texts. `qemu_conf`: the same for qemu.conf.
    `files`: content by absolute path, put into the daemon's file system before anything starts there: certificates, a
    password file … A pair (content, mode) sets the mode, 0o644 otherwise. `before`: commands run there before the
    daemon, such as the start of a bus; each must succeed. `listen`: "tcp", "tls" or both: the daemon listens on 127.0.0.1
    on ports the kernel gives, `tcp_port` and `tls_port`. `network`: "own", or "host" where another daemon or a program
    outside must reach the ports.
    """

    def __init__(self, root, conf=None, qemu_conf=None, files=None, before=(), listen=(), network="own", **more):
        super().__init__(mode="system", **more)
        self.root = root
        self.conf = {**(listening(listen) if listen else {}), **(conf or {})}
        self.qemu_conf = qemu_conf or {}
        self.files = files or {}
        self.before = list(before)
        self.listen = listen
        self.network = network
        self.tcp_port = self.tls_port = None

    def start(self):
        """Starts the daemon and returns once its sockets and ports accept connections."""
        super().start()
        expected = [kind for kind in ("tcp", "tls") if kind in self.listen]
        ports = dict(zip(expected, self.wait_for_ports(len(expected))))
        self.tcp_port, self.tls_port = ports.get("tcp"), ports.get("tls")

    def start_system(self):
        """Namespaces first, then this file again as the first process in them."""
        override(self.place("etc", "libvirtd.conf"), self.conf)
        override(self.place("etc", "qemu.conf"), self.qemu_conf)
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
        self.spawn([*build.NAMESPACES, *net, sys.executable, os.path.abspath(__file__), "inside", json.dumps(plan)],
                   os.environ)

    @property
    def init(self):
        """Process number, on this machine, of the first process of the daemon's namespaces."""
        return children(self.process.pid)[0]

    def run(self, *command, **more):
        """Runs a program of the root in the daemon's file system, network and process numbers; subprocess.run's result."""
        enter = ["nsenter", f"--target={self.init}", "--mount", "--pid", "--net"]
        return subprocess.run([*enter, *(str(word) for word in command)], check=False, **more)

    def beside(self, *command):
        """The command that runs one of this machine's programs, with its own files, in the daemon's network and process
        numbers: there 127.0.0.1 is the daemon's, and the daemon can name the caller when it asks who it is."""
        return ["nsenter", f"--target={self.init}", "--pid", "--net", "--", *(str(word) for word in command)]

    def wait_for_ports(self, count):
        """Ports the daemon listens on, in the order it opened them: TCP, then TLS. Waits until there are `count`."""
        limit = time.monotonic() + PORTS_DEADLINE
        init = os.pidfd_open(self.init)
        try:
            while True:
                daemons = [pid for pid in children(self.init) if command_name(pid) == "libvirtd"]
                ports = listening_ports(daemons[0]) if daemons else []
                if len(ports) >= count:
                    return ports
                # Waiting on the process itself: its death ends the wait at once.
                if time.monotonic() > limit or select.select([init], [], [], 0.02)[0]:
                    raise DaemonError(f"libvirtd listens on {len(ports)} ports, not {count}; see {self.place('output')}")
        finally:
            os.close(init)


def listening(kinds):
    """Configuration of the ports: the kernel chooses them."""
    return {"listen_tcp": int("tcp" in kinds), "listen_tls": int("tls" in kinds), "listen_addr": "127.0.0.1",
            "tcp_port": "0", "tls_port": "0", "auth_tcp": "none", "auth_tls": "none"}


def setting(key, value):
    """A line of the daemon's configuration."""
    if isinstance(value, (list, tuple)):
        return f"{key} = [ {', '.join(json.dumps(item) for item in value)} ]\n"
    return f"{key} = {value if isinstance(value, int) else json.dumps(value)}\n"


def override(path, settings):
    """Puts settings into a configuration file; the first line of a key counts there, so earlier ones go."""
    path = pathlib.Path(path)
    kept = [line for line in path.read_text(encoding="utf-8").splitlines(True) if line.split(" ")[0] not in settings]
    path.write_text("".join(kept + [setting(*item) for item in settings.items()]), encoding="utf-8")


def children(pid):
    """Process numbers of its children, in the order they were started."""
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as listing:
        return [int(word) for word in listing.read().split()]


def command_name(pid):
    """The name the kernel knows it by, or None once it is gone."""
    try:
        return pathlib.Path(f"/proc/{pid}/comm").read_text(encoding="ascii").strip()
    except OSError:
        return None


def listening_ports(pid):
    """Ports of the TCP sockets the process listens on, in the order it opened them."""
    found = {}
    for table in ("tcp", "tcp6"):
        for line in pathlib.Path(f"/proc/{pid}/net/{table}").read_text(encoding="ascii").splitlines()[1:]:
            words = line.split()
            if words[3] == "0A":
                found[f"socket:[{words[9]}]"] = int(words[1].rsplit(":", 1)[1], 16)
    opened = []
    for descriptor in sorted(os.listdir(f"/proc/{pid}/fd"), key=int):
        try:
            target = os.readlink(f"/proc/{pid}/fd/{descriptor}")
        except FileNotFoundError:
            continue
        if target in found:
            opened.append(found[target])
    return opened


def inside(plan):
    """First process of the namespaces: the root with a layer over it becomes the file system, then the daemon starts."""
    def run(*command):
        subprocess.run([str(word) for word in command], check=True)

    run("mount", "--make-rprivate", "/")
    layer = pathlib.Path(plan["directory"]) / "layer"
    run("mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", layer)
    upper, work, merged = (layer / name for name in ("upper", "work", "merged"))
    for folder in (upper, work, merged):
        folder.mkdir(mode=0o755)
    run("mount", "-t", "overlay", "-o", f"lowerdir={plan['root']},upperdir={upper},workdir={work}", "overlay", merged)
    for path, (name, mode) in plan["files"].items():
        target = merged / path.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((pathlib.Path(plan["directory"]) / name).read_bytes())
        target.chmod(mode)
    private, old = merged / INNER.lstrip("/"), merged / ".old"
    private.mkdir()
    old.mkdir()
    run("mount", "--bind", plan["directory"], private)
    for name in ("cache", "shared"):
        if plan[name]:
            (merged / f".{name}").mkdir()
            run("mount", "--bind", plan[name], merged / f".{name}")
            plan[name] = f"/.{name}"
    run("mount", "-t", "proc", "proc", merged / "proc")
    run("mount", "--rbind", "/sys", merged / "sys")
    build.populate_dev(merged / "dev")
    (merged / "run").mkdir(exist_ok=True)
    run("mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", merged / "run")
    run("pivot_root", merged, old)
    os.chdir("/")
    run("umount", "--lazy", "/.old")
    for command in plan["before"]:
        run(*command)
    return private_libvirtd.inside({**plan, "directory": INNER})


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
        build.build_all()
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
        facts = {**daemon.describe(), "tcp_port": daemon.tcp_port, "tls_port": daemon.tls_port}
        environment = {**os.environ, **{f"LIBVIRTD_{key.upper()}": str(value or "") for key, value in facts.items()}}
        argv = options.argv[1:] if options.argv[:1] == ["--"] else options.argv
        return subprocess.run(argv, env=environment, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main())
    except DaemonError as error:
        sys.exit(f"roots: {error}")
