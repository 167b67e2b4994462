#!/usr/bin/env python3
"""Starts a private stock libvirtd for tests, and removes everything it made.

As root the daemon runs in its own mount, network and pid namespace: the directories libvirtd insists on
(/etc/libvirt, /var/lib/libvirt, /run/libvirt, ...) are bind mounts of a fresh temporary directory, and the end of
the namespace's first process is the end of every guest. Without that privilege the daemon runs in session mode
with private XDG directories. See README.md. Nothing here knows about the library under test.
"""

import argparse
import json
import os
import pwd
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

LIBVIRTD = os.environ.get("LIBVIRTD", "/usr/sbin/libvirtd")
SESSION_USER = "nobody"
HOST_UUID = "0c7ad1b5-0e56-4b8f-9c68-5a4f7f0f6a01"
START_DEADLINE = 30.0
STOP_DEADLINE = 15.0

# Directory of the private tree -> place where libvirtd looks for it.
BINDS = {
    "etc": "/etc/libvirt",
    "lib": "/var/lib/libvirt",
    "run": "/run/libvirt",
    "cache": "/var/cache/libvirt",
    "log": "/var/log/libvirt",
}

LIBVIRTD_CONF = """\
auth_unix_ro = "none"
auth_unix_rw = "none"
unix_sock_ro_perms = "0777"
unix_sock_rw_perms = "0777"
unix_sock_admin_perms = "0777"
keepalive_interval = -1
admin_keepalive_interval = -1
host_uuid = "{host_uuid}"
log_filters = "4:*"
log_outputs = "3:file:{log}/libvirtd.log"
{extra}
"""

QEMU_CONF = """\
security_driver = "none"
dynamic_ownership = 0
remember_owner = 0
namespaces = [ ]
cgroup_controllers = [ ]
stdio_handler = "file"
vnc_listen = "127.0.0.1"
"""
QEMU_CONF_SYSTEM = 'user = "root"\ngroup = "root"\n'


class DaemonError(RuntimeError):
    """The daemon could not be started or stopped; the message says what and where."""


def namespaces_work():
    """Whether this process may create the namespaces of the privileged mode."""
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        return False
    probe = ["unshare", "--mount", "--net", "--pid", "--fork", "--mount-proc", "true"]
    return subprocess.run(probe, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


def wait_for_socket(path, pid, deadline):
    """Connects to a unix socket until it accepts; a dead process or the deadline is an error."""
    limit = time.monotonic() + deadline
    pidfd = os.pidfd_open(pid)
    try:
        while True:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
                try:
                    probe.connect(path)
                    return
                except OSError as why:
                    last = why
            # Waiting on the process itself: its death ends the wait at once.
            if select.select([pidfd], [], [], 0.02)[0]:
                raise DaemonError(f"process {pid} ended before {path} accepted a connection")
            if time.monotonic() > limit:
                raise DaemonError(f"{path} did not accept a connection within {deadline} s: {last}")
    finally:
        os.close(pidfd)


def end_process(pid, deadline):
    """SIGTERM, then SIGKILL after the deadline; returns once the process is gone. Not a child: pidfd tells."""
    try:
        pidfd = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        signal.pidfd_send_signal(pidfd, signal.SIGTERM)
        if not select.select([pidfd], [], [], deadline)[0]:
            signal.pidfd_send_signal(pidfd, signal.SIGKILL)
            select.select([pidfd], [], [], deadline)
    except ProcessLookupError:
        pass
    finally:
        os.close(pidfd)


def end_namespace(pid):
    """Ends unshare(1) and with it (--kill-child) the namespace's init, which takes every guest along.

    Tests keep nothing in the daemon, so no orderly end is needed. Returns when the last process is gone.
    """
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as handle:
            inits = [os.pidfd_open(int(word)) for word in handle.read().split()]
    except (FileNotFoundError, ProcessLookupError):
        inits = []
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    for init in inits:
        select.select([init], [], [], STOP_DEADLINE)
        os.close(init)


class PrivateLibvirtd:
    """One daemon. Use as a context manager, or start() and stop().

    Attributes after start(): `mode` ("system" or "session"), `socket`, `socket_ro` (None in session mode),
    `admin_socket`, `qemu_uri`, `directory`, and `visible(name)` for the path of a scratch file as the daemon sees it.
    """

    def __init__(self, directory=None, mode=None, host_uuid=HOST_UUID, cache=None, extra_conf="", shared=None):
        self.owns_directory = directory is None
        self.directory = os.path.abspath(directory) if directory else tempfile.mkdtemp(prefix="libvirtd-")
        self.mode = mode or ("system" if namespaces_work() else "session")
        self.host_uuid = host_uuid
        self.cache = cache
        self.extra_conf = extra_conf
        self.shared = shared
        self.process = None
        self.keeper = None

    # -- places ---------------------------------------------------------------------------------------------------

    def place(self, *parts):
        """A path inside the private directory, as this process sees it."""
        return os.path.join(self.directory, *parts)

    def visible(self, name):
        """The path of scratch/<name> as the daemon sees it; fixed in system mode, so that requests do not vary."""
        if self.mode == "system":
            return os.path.join("/var/lib/libvirt/scratch", name)
        return self.place("lib", "scratch", name)

    @property
    def scratch(self):
        """The scratch directory as this process sees it."""
        return self.place("lib", "scratch")

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

    # -- life -----------------------------------------------------------------------------------------------------

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self):
        """Starts the daemon and returns once its sockets accept connections."""
        for name in (*BINDS, os.path.join("lib", "scratch")):
            os.makedirs(self.place(name), exist_ok=True)
        log = BINDS["log"] if self.mode == "system" else self.place("log")
        config = LIBVIRTD_CONF.format(host_uuid=self.host_uuid, log=log, extra=self.extra_conf)
        write(self.place("etc", "libvirtd.conf"), config)
        write(self.place("etc", "qemu.conf"), QEMU_CONF + (QEMU_CONF_SYSTEM if self.mode == "system" else ""))
        if self.mode == "system":
            self.start_system()
        else:
            self.start_session()
        wait_for_socket(self.socket, self.process.pid, START_DEADLINE)
        wait_for_socket(self.admin_socket, self.process.pid, START_DEADLINE)
        write(self.place("daemon.json"), json.dumps(self.describe(), indent=1) + "\n")

    def start_system(self):
        """Namespaces first, then this file again as the first process in them."""
        plan = {"directory": self.directory, "cache": self.cache, "shared": self.shared, "libvirtd": LIBVIRTD}
        command = ["unshare", "--mount", "--net", "--pid", "--fork", "--mount-proc", "--kill-child",
                   sys.executable, os.path.abspath(__file__), "inside", json.dumps(plan)]
        self.spawn(command, os.environ)

    def start_session(self):
        """A session daemon whose XDG directories, and so everything it reads or writes, are private."""
        for name in ("config/libvirt", "run/libvirt", "home"):
            os.makedirs(self.place(name), exist_ok=True)
        os.chmod(self.place("run"), 0o700)
        for name in ("libvirtd.conf", "qemu.conf"):
            shutil.copy(self.place("etc", name), self.place("config", "libvirt", name))
        environment = dict(os.environ, HOME=self.place("home"), XDG_RUNTIME_DIR=self.place("run"),
                           XDG_CONFIG_HOME=self.place("config"), XDG_CACHE_HOME=self.place("cache"),
                           XDG_DATA_HOME=self.place("lib"))
        command = [LIBVIRTD, "--config", self.place("etc", "libvirtd.conf"), "--pid-file", self.place("run", "pid")]
        if os.geteuid() == 0:
            # libvirtd decides by its user id: as root it would be the system daemon whatever the environment says.
            user = pwd.getpwnam(SESSION_USER)
            for folder, _, names in os.walk(self.directory):
                for path in (folder, *(os.path.join(folder, name) for name in names)):
                    os.chown(path, user.pw_uid, user.pw_gid)
            self.spawn(command, environment, user=user.pw_uid, group=user.pw_gid, extra_groups=[])
        else:
            self.spawn(command, environment)

    def spawn(self, command, environment, **identity):
        """The daemon's output goes to a file: a pipe nobody reads would block it."""
        environment = {k: v for k, v in environment.items() if k not in ("LD_LIBRARY_PATH", "LD_PRELOAD")}
        environment["LC_ALL"] = "C"
        with open(self.place("output"), "ab") as output:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                            env=environment, start_new_session=True, **identity)

    def stop(self):
        """Ends the daemon and its guests by pid, then removes the directory if it was made here."""
        if self.process is not None:
            if self.mode == "session":
                self.end_session_guests()
                end_process(self.process.pid, STOP_DEADLINE)
            else:
                end_namespace(self.process.pid)
            self.process.wait()
            self.process = None
        if self.owns_directory:
            shutil.rmtree(self.directory, ignore_errors=True)

    def end_session_guests(self):
        """A session daemon's guests outlive it: end those whose pid files lie in the private tree."""
        folder = self.place("run", "libvirt", "qemu", "run")
        for name in os.listdir(folder) if os.path.isdir(folder) else []:
            if name.endswith(".pid"):
                with open(os.path.join(folder, name), encoding="ascii") as handle:
                    end_process(int(handle.read().strip()), STOP_DEADLINE)

    def describe(self):
        """What a caller of the command line needs to know."""
        return {"mode": self.mode, "pid": self.process.pid, "socket": self.socket, "socket_ro": self.socket_ro,
                "admin_socket": self.admin_socket, "qemu_uri": self.qemu_uri, "directory": self.directory,
                "scratch": self.scratch, "visible_scratch": self.visible("").rstrip("/")}


def clean_up_on_sigterm():
    """For programs that hold a daemon: SIGTERM unwinds like an exception, so that `with` and `finally` run."""
    def leave(*_):
        raise SystemExit(128 + signal.SIGTERM)

    signal.signal(signal.SIGTERM, leave)


def write(path, text):
    """One small file."""
    with open(path, "w", encoding="utf-8") as handle:
        handle.write(text)


def private_network():
    """Devices of a network namespace of its own."""
    # It has its own /sys/class/net; the node device driver reads it there.
    subprocess.run(["mount", "-t", "sysfs", "sysfs", "/sys"], check=False, stderr=subprocess.DEVNULL)
    subprocess.run(["ip", "link", "set", "lo", "up"], check=False)
    subprocess.run(["ip", "link", "add", "oxi0", "address", "52:54:00:0f:00:01", "type", "veth", "peer", "name", "oxi1",
                    "address", "52:54:00:0f:00:02"], check=False, stderr=subprocess.DEVNULL)


def inside(plan):
    """First process of the namespaces: mounts, the daemon, and reaping of whatever it leaves behind."""
    def run(*command):
        subprocess.run(command, check=True)

    run("mount", "--make-rprivate", "/")
    for name, target in BINDS.items():
        source = plan["cache"] if name == "cache" and plan["cache"] else os.path.join(plan["directory"], name)
        os.makedirs(target, exist_ok=True)
        run("mount", "--bind", source, target)
    if plan["shared"]:
        os.makedirs("/var/lib/libvirt/shared", exist_ok=True)
        run("mount", "--bind", plan["shared"], "/var/lib/libvirt/shared")
    if plan.get("network", True):
        private_network()
    daemon = subprocess.Popen([plan["libvirtd"], "--config", "/etc/libvirt/libvirtd.conf",
                               "--pid-file", "/run/libvirt/libvirtd.pid", *plan.get("arguments", [])])
    # QEMU daemonises and so becomes our child: libvirtd waits for its pid to vanish, so zombies must be collected.
    while True:
        pid, status = os.wait()
        if pid == daemon.pid:
            return os.waitstatus_to_exitcode(status)


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
        daemon = PrivateLibvirtd(options.directory, options.mode)
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
    with PrivateLibvirtd(mode=options.mode) as daemon:
        environment = dict(os.environ)
        environment.update({f"LIBVIRTD_{k.upper()}": str(v or "") for k, v in daemon.describe().items()})
        argv = options.argv[1:] if options.argv[:1] == ["--"] else options.argv
        return subprocess.run(argv, env=environment, check=False).returncode


def stop_directory(directory):
    """Ends the daemon that `start DIRECTORY` left running, and removes the directory."""
    path = os.path.join(directory, "daemon.json")
    with open(path, encoding="utf-8") as handle:
        facts = json.load(handle)
    daemon = PrivateLibvirtd(directory, facts["mode"])
    if facts["mode"] == "session":
        daemon.end_session_guests()
        end_process(facts["pid"], STOP_DEADLINE)
    else:
        end_namespace(facts["pid"])
    shutil.rmtree(directory, ignore_errors=True)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except DaemonError as why:
        print(f"private_libvirtd: {why}", file=sys.stderr)
        sys.exit(1)
