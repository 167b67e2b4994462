"""A private stock libvirtd: started here and nowhere else, whatever the test wants of it, and removed with all it made.

As root the daemon runs in its own mount, network and pid namespace: the directories libvirtd insists on
(/etc/libvirt, /var/lib/libvirt, /run/libvirt, ...) are bind mounts of a fresh temporary directory, and the end of
the namespace's first process is the end of every guest. Without that privilege, and where a test asks for it, the daemon
runs in session mode with private XDG directories. roots.py starts other versions, sasl.py and tls.py daemons that want
passwords or certificates. See README.md. Nothing here knows about the library under test.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from lib.processes import (ProcessError, children, clean_up_on_sigterm, command_name, end_namespace, end_process,
                           give_to_ordinary_user, listening_ports, ordinary_user, wait_for_socket, wait_until, write)

LIBVIRTD = os.environ.get("LIBVIRTD", "/usr/sbin/libvirtd")
HOST_UUID = "0c7ad1b5-0e56-4b8f-9c68-5a4f7f0f6a01"
# For the second of two daemons that migrate to each other.
OTHER_HOST_UUID = "0c7ad1b5-0e56-4b8f-9c68-5a4f7f0f6a02"
STOP_DEADLINE = 15.0
# Where a daemon in system mode sees its scratch directory, and the one that it shares with another daemon.
SCRATCH = "/var/lib/libvirt/scratch"
SHARED = "/var/lib/libvirt/shared"

# Directory of the private tree -> place where libvirtd looks for it.
BINDS = {
    "etc": "/etc/libvirt",
    "lib": "/var/lib/libvirt",
    "run": "/run/libvirt",
    "cache": "/var/cache/libvirt",
    "log": "/var/log/libvirt",
}

CONF = {
    "auth_unix_ro": "none",
    "auth_unix_rw": "none",
    "unix_sock_ro_perms": "0777",
    "unix_sock_rw_perms": "0777",
    "unix_sock_admin_perms": "0777",
    "keepalive_interval": -1,
    "admin_keepalive_interval": -1,
    "log_filters": "4:*",
}
QEMU_CONF = {
    "security_driver": "none",
    "dynamic_ownership": 0,
    "remember_owner": 0,
    "namespaces": [],
    "cgroup_controllers": [],
    "stdio_handler": "file",
    "vnc_listen": "127.0.0.1",
}
QEMU_CONF_SYSTEM = {"user": "root", "group": "root"}


def namespaces_work():
    """Returns true if this process may create the namespaces of system mode."""
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        return False
    probe = ["unshare", "--mount", "--net", "--pid", "--fork", "--mount-proc", "true"]
    return subprocess.run(probe, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


def settings(values):
    """Returns the text of a configuration file: a number, a text or a list of texts by key."""
    def shown(value):
        if isinstance(value, (list, tuple)):
            return f"[ {', '.join(json.dumps(item) for item in value)} ]"
        return str(value) if isinstance(value, int) else json.dumps(value)

    return "".join(f"{key} = {shown(value)}\n" for key, value in values.items())


def listening(kinds):
    """Returns the settings of ports on 127.0.0.1 that the kernel chooses; `kinds` holds "tcp", "tls" or both."""
    if not kinds:
        return {}
    return {"listen_tcp": int("tcp" in kinds), "listen_tls": int("tls" in kinds), "listen_addr": "127.0.0.1",
            "tcp_port": "0", "tls_port": "0", "auth_tcp": "none", "auth_tls": "none"}


class StockDaemon:
    """One daemon. Use it as a context manager, or call start() and stop().

    `mode`: "system" or "session"; by default what works. `conf` and `qemu_conf`: settings of libvirtd.conf and qemu.conf by key,
    over the private ones: text, a number or a list of texts. `listen`: "tcp", "tls" or both, on ports of 127.0.0.1 that the kernel
    chooses. `sasl`: a Sasl (sasl.py), for a daemon in session mode. `cache`: a directory where what the daemon learns about
    QEMU is kept for the next one. `shared`: a directory that two daemons see at the same place.

    After start(): `socket`, `socket_ro` (None in session mode), `admin_socket`, `qemu_uri`, `tcp_port`, `tls_port`, `directory`,
    `scratch`, and `visible(name)` for the path of a scratch file as the daemon sees it.
    """

    def __init__(self, directory=None, mode=None, *, host_uuid=HOST_UUID, conf=None, qemu_conf=None, listen=(), sasl=None,
                 cache=None, shared=None):
        self.owns_directory = directory is None
        self.directory = os.path.abspath(directory) if directory else tempfile.mkdtemp(prefix="libvirtd-")
        self.mode = mode or ("system" if namespaces_work() else "session")
        self.host_uuid = host_uuid
        self.conf = {**listening(listen), **(conf or {})}
        self.qemu_conf = qemu_conf or {}
        self.listen = listen
        self.sasl = sasl
        self.cache = cache
        self.shared = shared
        self.process = None
        self.tcp_port = self.tls_port = None

    # -- places ---------------------------------------------------------------------------------------------------

    def place(self, *parts):
        """Returns a path inside the private directory, as this process sees it."""
        return os.path.join(self.directory, *parts)

    def visible(self, name):
        """Returns the path of scratch/<name> as the daemon sees it; fixed in system mode, so that requests do not vary."""
        if self.mode == "system":
            return os.path.join(SCRATCH, name)
        return self.place("lib", "scratch", name)

    @property
    def scratch(self):
        """The scratch directory as this process sees it."""
        return self.place("lib", "scratch")

    @property
    def visible_scratch(self):
        """The scratch directory as the daemon sees it."""
        return self.visible("").rstrip("/")

    @property
    def socket_dir(self):
        """Directory of the sockets as this process sees it."""
        return self.place("run") if self.mode == "system" else self.place("run", "libvirt")

    @property
    def socket(self):
        """The read-write socket."""
        return os.path.join(self.socket_dir, "libvirt-sock")

    @property
    def socket_ro(self):
        """The read-only socket; a session daemon has none."""
        return os.path.join(self.socket_dir, "libvirt-sock-ro") if self.mode == "system" else None

    @property
    def admin_socket(self):
        """The administration socket."""
        return os.path.join(self.socket_dir, "libvirt-admin-sock")

    @property
    def qemu_uri(self):
        """The qemu URI this daemon serves."""
        return "qemu:///system" if self.mode == "system" else "qemu:///session"

    @property
    def test_uri(self):
        """The URI of the test driver in this daemon, through its socket."""
        return f"test+unix:///default?socket={self.socket}"

    # -- life -----------------------------------------------------------------------------------------------------

    def __enter__(self):
        try:
            self.start()
        except BaseException as why:
            print(f"{why}: {self.last_words()}", file=sys.stderr)
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self):
        """Starts the daemon and returns once its sockets and ports accept connections."""
        for name in (*BINDS, os.path.join("lib", "scratch")):
            os.makedirs(self.place(name), exist_ok=True)
        log = BINDS["log"] if self.mode == "system" else self.place("log")
        own = {"host_uuid": self.host_uuid, "log_outputs": f"3:file:{log}/libvirtd.log"}
        write(self.place("etc", "libvirtd.conf"), settings({**CONF, **own, **self.conf}))
        system = QEMU_CONF_SYSTEM if self.mode == "system" else {}
        write(self.place("etc", "qemu.conf"), settings({**QEMU_CONF, **system, **self.qemu_conf}))
        if self.mode == "system":
            self.start_system()
        else:
            self.start_session()
        wait_for_socket(self.socket, self.process.pid)
        wait_for_socket(self.admin_socket, self.process.pid)
        expected = [kind for kind in ("tcp", "tls") if kind in self.listen]
        if expected:
            ports = wait_until(self.process.pid, f"libvirtd listens on {len(expected)} ports", lambda: self.ports(len(expected)))
            found = dict(zip(expected, ports))
            self.tcp_port, self.tls_port = found.get("tcp"), found.get("tls")
        write(self.place("daemon.json"), json.dumps(self.describe(), indent=1) + "\n")

    def start_system(self):
        """Makes the namespaces first; then this module goes on as the first process in them."""
        plan = {"directory": self.directory, "cache": self.cache, "shared": self.shared, "libvirtd": LIBVIRTD,
                "arguments": ["--listen"] if self.listen else []}
        command = ["unshare", "--mount", "--net", "--pid", "--fork", "--mount-proc", "--kill-child",
                   sys.executable, "-m", "lib.daemon", "inside", json.dumps(plan)]
        self.spawn(command, os.environ)

    def start_session(self):
        """Starts a session daemon whose XDG directories, and so everything it reads or writes, are private.

        As root it becomes an ordinary user: libvirtd decides by its user id, and would else be the system daemon whatever the
        environment says.
        """
        for name in ("config/libvirt", "run/libvirt", "home"):
            os.makedirs(self.place(name), exist_ok=True)
        os.chmod(self.directory, 0o755)
        os.chmod(self.place("run"), 0o700)
        for name in ("libvirtd.conf", "qemu.conf"):
            shutil.copy(self.place("etc", name), self.place("config", "libvirt", name))
        environment = dict(os.environ, HOME=self.place("home"), XDG_RUNTIME_DIR=self.place("run"),
                           XDG_CONFIG_HOME=self.place("config"), XDG_CACHE_HOME=self.place("cache"),
                           XDG_DATA_HOME=self.place("lib"))
        if self.sasl:
            environment |= self.sasl.prepare(self.place("sasl"))
        command = [LIBVIRTD, "--config", self.place("etc", "libvirtd.conf"), "--pid-file", self.place("run", "pid"),
                   *(["--listen"] if self.listen else [])]
        give_to_ordinary_user(self.directory)
        self.spawn(command, environment, **ordinary_user())

    def spawn(self, command, environment, **identity):
        """Starts a process whose output goes to a file: a pipe nobody reads would block it."""
        environment = {k: v for k, v in environment.items() if k not in ("LD_LIBRARY_PATH", "LD_PRELOAD")}
        environment["LC_ALL"] = "C"
        with open(self.place("output"), "ab") as output:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                            env=environment, start_new_session=True, **identity)

    @property
    def init(self):
        """Process number, on this machine, of the first process of the daemon's namespaces."""
        return children(self.process.pid)[0]

    def ports(self, count):
        """Returns the ports on which the daemon listens, in the order it opened them, or None while they are not `count`."""
        if self.mode == "session":
            pids = [self.process.pid]
        else:
            pids = [pid for init in children(self.process.pid) for pid in children(init) if command_name(pid) == "libvirtd"]
        ports = listening_ports(pids[0]) if pids else []
        return ports if len(ports) >= count else None

    def alive(self):
        """Returns true if the daemon still runs."""
        return self.process is not None and self.process.poll() is None

    def last_words(self):
        """Returns the end of what the daemon printed."""
        output = pathlib.Path(self.place("output"))
        return output.read_text(encoding="utf-8", errors="replace")[-500:].strip() if output.exists() else "nothing was started"

    def stop(self):
        """Ends the daemon and its guests by pid, then removes the directory if it was made here."""
        if self.process is not None:
            self.end(self.process.pid)
            self.process.wait()
            self.process = None
        if self.owns_directory:
            shutil.rmtree(self.directory, ignore_errors=True)

    def end(self, pid):
        """Ends the daemon whose process number is `pid`, and its guests."""
        if self.mode == "session":
            self.end_session_guests()
            end_process(pid, STOP_DEADLINE)
        else:
            end_namespace(pid, STOP_DEADLINE)

    def end_session_guests(self):
        """Ends the guests whose pid files lie in the private tree: those of a session daemon outlive it."""
        folder = self.place("run", "libvirt", "qemu", "run")
        for name in os.listdir(folder) if os.path.isdir(folder) else []:
            if name.endswith(".pid"):
                with open(os.path.join(folder, name), encoding="ascii") as handle:
                    end_process(int(handle.read().strip()), STOP_DEADLINE)

    def describe(self):
        """Returns what a caller of the command line needs to know."""
        return {"mode": self.mode, "pid": self.process.pid, "socket": self.socket, "socket_ro": self.socket_ro,
                "admin_socket": self.admin_socket, "qemu_uri": self.qemu_uri, "directory": self.directory,
                "scratch": self.scratch, "visible_scratch": self.visible_scratch, "tcp_port": self.tcp_port,
                "tls_port": self.tls_port}


def private_network():
    """Makes the devices of a network namespace of its own."""
    # It has its own /sys/class/net; the node device driver reads it there.
    subprocess.run(["mount", "-t", "sysfs", "sysfs", "/sys"], check=False, stderr=subprocess.DEVNULL)
    subprocess.run(["ip", "link", "set", "lo", "up"], check=False)
    subprocess.run(["ip", "link", "add", "oxi0", "address", "52:54:00:0f:00:01", "type", "veth", "peer", "name", "oxi1",
                    "address", "52:54:00:0f:00:02"], check=False, stderr=subprocess.DEVNULL)


def inside(plan):
    """Is the first process of the namespaces: mounts, starts the daemon, and reaps whatever it leaves behind."""
    def run(*command):
        subprocess.run(command, check=True)

    run("mount", "--make-rprivate", "/")
    for name, target in BINDS.items():
        source = plan["cache"] if name == "cache" and plan["cache"] else os.path.join(plan["directory"], name)
        os.makedirs(target, exist_ok=True)
        run("mount", "--bind", source, target)
    if plan["shared"]:
        os.makedirs(SHARED, exist_ok=True)
        run("mount", "--bind", plan["shared"], SHARED)
    if plan.get("network", True):
        private_network()
    daemon = subprocess.Popen([plan["libvirtd"], "--config", "/etc/libvirt/libvirtd.conf",
                               "--pid-file", "/run/libvirt/libvirtd.pid", *plan["arguments"]])
    # QEMU daemonises and so becomes our child: libvirtd waits for its pid to vanish, so zombies must be collected.
    while True:
        pid, status = os.wait()
        if pid == daemon.pid:
            return os.waitstatus_to_exitcode(status)


def run_beside(daemon, argv):
    """Runs a command with the facts of a running daemon in its environment, LIBVIRTD_SOCKET and so on; returns its status."""
    facts = {f"LIBVIRTD_{key.upper()}": str(value or "") for key, value in daemon.describe().items()}
    argv = argv[1:] if argv[:1] == ["--"] else argv
    return subprocess.run(argv, env={**os.environ, **facts}, check=False).returncode


def main():
    """Command line: start DIR, stop DIR, run -- COMMAND (with the daemon's facts in the environment)."""
    if len(sys.argv) == 3 and sys.argv[1] == "inside":
        return inside(json.loads(sys.argv[2]))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mode", choices=("system", "session"))
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("start", "stop"):
        commands.add_parser(name).add_argument("directory")
    commands.add_parser("run").add_argument("argv", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if options.command == "start":
        os.makedirs(options.directory, exist_ok=True)
        daemon = StockDaemon(options.directory, options.mode)
        try:
            daemon.start()
        except BaseException:
            daemon.stop()
            raise
        print(json.dumps(daemon.describe()))
        return 0
    if options.command == "stop":
        return stop_directory(options.directory)
    clean_up_on_sigterm()
    with StockDaemon(mode=options.mode) as daemon:
        return run_beside(daemon, options.argv)


def stop_directory(directory):
    """Ends the daemon that `start DIRECTORY` left running, and removes the directory."""
    with open(os.path.join(directory, "daemon.json"), encoding="utf-8") as handle:
        facts = json.load(handle)
    StockDaemon(directory, facts["mode"]).end(facts["pid"])
    shutil.rmtree(directory, ignore_errors=True)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ProcessError as error:
        sys.exit(f"daemon: {error}")
