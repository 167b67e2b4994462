"""A stock daemon with our virtproxyd before it: whoever connects to its sockets speaks to ours, which speaks to the stock one.

`FrontedDaemon` has what StockDaemon has; `socket`, `socket_ro`, `admin_socket` and `test_uri` are those of ours, `stock` is the daemon
behind. OXIVIRT_DAEMONS names the folder of our daemons; without it they are those of a debug build, and OXIVIRT_FRONT=none leaves them
out, which compares stock with itself. With OXIVIRT_PROXY_DECODE=1 ours decodes and encodes again all that passes.
"""

import os
import pathlib
import shutil
import subprocess

from lib.daemon import StockDaemon, listening, settings
from lib.processes import (end_process, give_to_ordinary_user, listening_ports, ordinary_user, wait_for_socket, wait_until, write)

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
# Schemes that stock serves from one daemon.
SCHEMES = ("test", "qemu", "network", "storage", "secret", "nodedev", "interface", "nwfilter")
CONF = {"auth_unix_rw": "none", "auth_unix_ro": "none", "unix_sock_rw_perms": "0777", "unix_sock_ro_perms": "0777", "unix_sock_admin_perms": "0777", "keepalive_interval": -1,
        "admin_keepalive_interval": -1}


def program(name):
    """Returns the path of one of our daemons."""
    return pathlib.Path(os.environ.get("OXIVIRT_DAEMONS") or TOP / "target" / "debug") / name


class OwnDaemon:
    """One of our daemons on its own, as an ordinary user in private folders below `directory`, or as root where /run/libvirt is one.

    `links` are files of its runtime folder by name: the sockets of other daemons. `descriptors`: how many files it may have open. `listen`
    and `sasl` are as of StockDaemon, and so are `tcp_port` and `tls_port`.
    """

    def __init__(self, name, directory, *, system=False, conf=None, arguments=(), links=None, environment=None, descriptors=None,
                 listen=(), sasl=None):
        self.name, self.directory, self.system = name, os.path.abspath(directory), system
        self.conf = {**CONF, **listening(listen), **(conf or {})}
        self.listen, self.sasl = listen, sasl
        self.tcp_port = self.tls_port = None
        self.arguments = [*arguments, *(["--listen"] if listen else [])]
        self.links = links or {}
        self.environment = environment or {}
        self.limits = ["prlimit", f"--nofile={descriptors}"] if descriptors else []
        self.process = None
        self.prefix = "libvirt" if name in ("libvirtd", "virtproxyd") else name

    def place(self, *parts):
        """Returns a path inside the private folder."""
        return os.path.join(self.directory, *parts)

    @property
    def socket(self):
        """The read-write socket."""
        return self.place("run", "libvirt", f"{self.prefix}-sock")

    @property
    def socket_ro(self):
        """The read-only socket, which a user's daemon has not."""
        return self.place("run", "libvirt", f"{self.prefix}-sock-ro") if self.system else None

    @property
    def admin_socket(self):
        """The administration socket."""
        return self.place("run", "libvirt", f"{self.prefix}-admin-sock")

    def start(self):
        """Starts the daemon and returns once its sockets accept connections."""
        for name in ("run/libvirt", "home", "config", "cache"):
            os.makedirs(self.place(name), exist_ok=True)
        # An ordinary user may not look into the folder of the build.
        executable = self.place(self.name)
        shutil.copy(program(self.name), executable)
        write(self.place("daemon.conf"), settings(self.conf))
        for name, target in self.links.items():
            os.symlink(target, self.place("run", "libvirt", name))
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": self.place("home"), **self.environment}
        if self.sasl:
            environment |= self.sasl.prepare(self.place("sasl"))
        command = [*self.limits, executable, "--config", self.place("daemon.conf"), "--pid-file", self.place("run", "pid"), *self.arguments]
        identity = {}
        if self.system:
            script = 'mount --bind "$1" /run/libvirt && shift && exec "$@"'
            command = ["unshare", "--mount", "sh", "-c", script, "sh", self.place("run", "libvirt"), *command]
        else:
            environment |= {"XDG_RUNTIME_DIR": self.place("run"), "XDG_CONFIG_HOME": self.place("config"),
                            "XDG_CACHE_HOME": self.place("cache")}
            os.chmod(self.directory, 0o755)
            give_to_ordinary_user(self.directory)
            identity = ordinary_user()
        with open(self.place("output"), "ab") as output:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=environment,
                                            start_new_session=True, **identity)
        wait_for_socket(self.socket, self.process.pid)
        wait_for_socket(self.admin_socket, self.process.pid)
        expected = [kind for kind in ("tcp", "tls") if kind in self.listen]
        if expected:
            ports = wait_until(self.process.pid, f"{self.name} listens on {len(expected)} ports", lambda: self.ports(len(expected)))
            found = dict(zip(expected, ports))
            self.tcp_port, self.tls_port = found.get("tcp"), found.get("tls")
        return self

    def ports(self, count):
        """Returns the ports on which the daemon listens, in the order it opened them, or None while they are not `count`."""
        ports = listening_ports(self.process.pid)
        return ports if len(ports) >= count else None

    @property
    def test_uri(self):
        """The URI of the test driver in this daemon, through its socket."""
        return f"test+unix:///default?socket={self.socket}"

    def alive(self):
        """Returns true if the daemon still runs."""
        return self.process is not None and self.process.poll() is None

    def stop(self):
        """Ends the daemon."""
        if self.process is not None:
            end_process(self.process.pid, 15.0)
            self.process.wait()

    def last_words(self):
        """Returns the end of what the daemon printed."""
        output = pathlib.Path(self.place("output"))
        return output.read_text(encoding="utf-8", errors="replace")[-500:].strip() if output.exists() else ""

    def __enter__(self):
        try:
            return self.start()
        except BaseException:
            print(self.last_words())
            self.stop()
            raise

    def __exit__(self, *_):
        self.stop()


class FrontedDaemon:
    """See above. Takes what StockDaemon takes, or one that is made but not started: `stock`."""

    def __init__(self, directory=None, mode=None, *, stock=None, **options):
        self.stock = stock or StockDaemon(directory, mode, **options)
        self.front = None

    def __getattr__(self, name):
        return getattr(self.stock, name)

    def start(self):
        """Starts both."""
        self.stock.start()
        if os.environ.get("OXIVIRT_FRONT") == "none":
            return
        links = {f"virt{scheme}d-sock": self.stock.socket for scheme in SCHEMES}
        system = self.stock.mode == "system"
        if system:
            links |= {f"virt{scheme}d-sock-ro": self.stock.socket_ro for scheme in SCHEMES}
            os.chmod(self.stock.directory, 0o755)
        folder = self.stock.place("front")
        os.makedirs(folder, exist_ok=True)
        environment = {"OXIVIRT_PROXY_DECODE": os.environ.get("OXIVIRT_PROXY_DECODE", "0")}
        self.front = OwnDaemon("virtproxyd", folder, system=system, links=links, environment=environment)
        self.front.start()

    def stop(self):
        """Ends both."""
        if self.front:
            self.front.stop()
        self.stock.stop()

    @property
    def nearest(self):
        """The daemon that clients connect to."""
        return self.front or self.stock

    @property
    def socket(self):
        """The read-write socket."""
        return self.nearest.socket

    @property
    def socket_ro(self):
        """The read-only socket."""
        return self.nearest.socket_ro

    @property
    def admin_socket(self):
        """The administration socket."""
        return self.nearest.admin_socket

    @property
    def test_uri(self):
        """The URI of the test driver behind both."""
        return f"test+unix:///default?socket={self.socket}"

    def alive(self):
        """Returns true if both run."""
        return self.stock.alive() and (self.front is None or self.front.alive())

    def last_words(self):
        """Returns the end of what they printed."""
        return f"{self.stock.last_words()} {self.front.last_words() if self.front else ''}".strip()

    def __enter__(self):
        try:
            self.start()
        except BaseException as why:
            print(f"{why}: {self.last_words()}")
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()
