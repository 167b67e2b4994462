"""The stock virt-admin against our libvirtd and against the stock one: the same commands, the same words. Numbers of versions, times and
processes are left out."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

from compare.c import programs
from lib import library
from lib.counting import Counts
from lib.daemon import StockDaemon
from lib.front_daemon import OwnDaemon
from lib.processes import clean_up_on_sigterm, ordinary_user, wait_until

COMMANDS = [
    "uri", "version", "server-list", "server-threadpool-info libvirtd", "server-threadpool-info admin", "server-threadpool-info nobody",
    "server-threadpool-set libvirtd --min-workers 7", "server-threadpool-set libvirtd --max-workers 30 --priority-workers 6",
    "server-threadpool-set libvirtd --min-workers 40", "server-threadpool-set libvirtd --max-workers 0",
    "server-clients-info libvirtd", "server-clients-info admin", "server-clients-set libvirtd --max-clients 100 --max-unauth-clients 10",
    "server-clients-set libvirtd --max-clients 5", "server-clients-info libvirtd", "client-list libvirtd", "client-list admin",
    "client-info libvirtd 77", "client-disconnect libvirtd 77", "daemon-log-filters", "daemon-log-filters 1:qemu",
    "daemon-log-filters", "daemon-log-filters 9:x", "daemon-log-filters ''", "daemon-log-filters", "daemon-log-outputs 3:stderr",
    "daemon-log-outputs", "daemon-log-outputs 3:foo", "daemon-log-outputs 9:stderr", "server-update-tls libvirtd",
    "server-update-tls nobody", "daemon-timeout --timeout 1000", "daemon-timeout --timeout 0",
]
# Times, and numbers of clients that a daemon was looked at with before. Workers of stock come and go with the calls they answer.
VARIES = [
    (re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+0000"), "TIME"),
    (re.compile(r"^ \d+ +unix", re.M), " ID unix"),
    (re.compile(r"(Running against daemon: ).*"), r"\1VERSION"),
    (re.compile(r"^((?:freeWorkers|nWorkers) +: )\d+", re.M), r"\1N"),
    # The text of 9.0.0, which newer versions have put right.
    (re.compile(r"The overall maximum number of clients waiting for authentication must not be less than the overall maximum number of clients"),
     "The overall maximum number of clients must not be less than the number of clients waiting for authentication"),
]


def unconnected(path):
    """Returns true if a daemon listens at a UNIX socket and has no connection there. The kernel names its end of each connection like the
    socket, from connect(2) until the daemon has closed it."""
    named = [line for line in pathlib.Path("/proc/net/unix").read_text(errors="replace").splitlines() if line.endswith(f" {path}")]
    return len(named) == 1


def transcript(daemon):
    """Returns what virt-admin says to a daemon in session mode."""
    environment = library.environment(None, XDG_RUNTIME_DIR=daemon.place("run"))
    said = []
    for command in COMMANDS:
        # Whoever asked before is counted until the daemon has noted its end.
        wait_until(daemon.process.pid, "nobody is connected", lambda: unconnected(daemon.socket) and unconnected(daemon.admin_socket))
        done = subprocess.run(["virt-admin", "-c", "libvirtd:///session", command], env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60, check=False, **ordinary_user())
        text = done.stdout
        for pattern, instead in VARIES:
            text = pattern.sub(instead, text)
        if command == "server-list":
            # Stock has no order, and numbers them as they come.
            text = sorted(re.sub(r"^ \d+", "", text, flags=re.M).splitlines())
        said.append((command, done.returncode, text))
    return said


class Libvirtd:
    """Our libvirtd where programs.run() wants a stock one."""

    def __init__(self, directory, _mode):
        conf = {"log_outputs": f"3:file:{directory}/log/libvirtd.log"}
        os.makedirs(f"{directory}/log", exist_ok=True)
        self.own = OwnDaemon("libvirtd", directory, conf=conf)
        # What programs.run() puts into the place of the socket that it told.
        self.stock = self

    def __getattr__(self, name):
        return getattr(self.own, name)

    @property
    def test_uri(self):
        """As of a stock daemon in session mode."""
        return f"test+unix:///default?socket={self.own.socket}"


def compare(counts):
    """Commands of virt-admin, then the C program for the administration library."""
    with tempfile.TemporaryDirectory(prefix="oxivirt-admin-") as folder:
        os.chmod(folder, 0o755)
        with StockDaemon(os.path.join(folder, "stock"), "session") as daemon:
            wanted = transcript(daemon)
        os.makedirs(os.path.join(folder, "ours"))
        with OwnDaemon("libvirtd", os.path.join(folder, "ours"), conf={"log_filters": "4:*"}) as daemon:
            got = transcript(daemon)
        for (command, *stock), (_, *ours) in zip(wanted, got):
            counts.check(command, "" if stock == ours else f"\n    stock {stock}\n    ours  {ours}")
        source = programs.HERE / "admin.c"
        program, complaint = programs.build(source, folder)
        if program is None:
            counts.report("failed", "admin.c", complaint)
            return
        stock, _, note = programs.run(program, None, True, [], 60)
        ours, _, other = programs.run(program, None, True, [], 60, daemon_class=Libvirtd)
        differs = "" if stock == ours else "differs\n" + programs.difference(stock, ours, 40)
        counts.check("admin.c", note or other or differs)


def main():
    """Compares our libvirtd with the stock one."""
    clean_up_on_sigterm()
    counts = Counts("daemon-admin")
    compare(counts)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
