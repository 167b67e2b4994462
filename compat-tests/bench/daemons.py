"""Our libvirtd beside the stock one, both serving their test drivers: round trips, throughput, idle connections, start, long lists, streams,
and our virtproxyd beside the direct way. Prints rows of docs/PERFORMANCE.md; nothing here passes or fails.

usage: compat-tests/run bench.daemons [--rounds N]     (environment: OXIVIRT_DAEMONS, default target/release; OXIVIRT_LIBDIR)
"""

import argparse
import os
import pathlib
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time

from bench.guests import node_file
from lib import library
from lib.daemon import StockDaemon
from lib.front_daemon import OwnDaemon
from lib.message import CALL, OK, REMOTE, frame, optional
from lib.processes import clean_up_on_sigterm

TRIPS, FLOOD, CLIENTS, SCREENSHOTS = 20_000, 60_000, 64, 300
IDLE = 10_000
DOMAINS = 16_384
LISTS = 5
LIMITS = {"max_clients": 20_000, "max_anonymous_clients": 20_000, "log_filters": "4:*"}


def median(values):
    """Returns the median with the range, as text."""
    return f"{statistics.median(values):.2f} ({min(values):.2f} – {max(values):.2f})"


def row(name, ours, stock, unit, target):
    """Prints one row: medians, and the median of the ratios of pairs."""
    ratios = [a / b for a, b in zip(ours, stock)]
    print(f"| {name} | {statistics.median(ours):.2f} {unit} | {statistics.median(stock):.2f} {unit} | **{median(ratios)}** | {target} |", flush=True)


class Programs:
    """The compiled clients."""

    def __init__(self, folder):
        self.folder = folder
        for name, libraries in (("rpc", []), ("bench", ["-lvirt"])):
            subprocess.run(["gcc", "-O2", "-o", f"{folder}/{name}", str(library.TESTS / "bench" / f"{name}.c"), *libraries], check=True)

    def rpc(self, *arguments):
        """Returns wall seconds and bytes of one run."""
        said = subprocess.run([f"{self.folder}/rpc", *map(str, arguments)], stdout=subprocess.PIPE, text=True, check=True).stdout.split()
        return float(said[0]), int(said[1])

    def bench(self, libdir, *arguments):
        """Returns wall seconds of one run on a library: stock's for None."""
        env = {key: value for key, value in os.environ.items() if not key.startswith(("LIBVIRT", "LD_"))}
        env |= {"LD_LIBRARY_PATH": libdir} if libdir else {}
        done = subprocess.run([f"{self.folder}/bench", *map(str, arguments)], env=env, stdout=subprocess.PIPE, text=True, check=True)
        return float(done.stdout.split()[2])


def resident(pid):
    """Returns the resident memory of a process in KiB."""
    return next(int(line.split()[1]) for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS"))


def call(path, procedure=66, arguments=b""):
    """Returns a connection after one answered call, or None where nobody listens."""
    link = socket.socket(socket.AF_UNIX)
    try:
        link.connect(path)
    except OSError:
        link.close()
        return None
    link.sendall(frame((REMOTE, 1, procedure, CALL, 1, OK), arguments, kind=CALL))
    if not link.recv(1 << 16):
        raise SystemExit("bench: the daemon hung up")
    return link


def idle(daemon):
    """Returns KiB of the daemon for each of many connections that opened the test driver and are left alone."""
    before = resident(daemon.process.pid)
    links = [call(daemon.socket, 1, optional("test:///default") + bytes(4)) for _ in range(IDLE)]
    grown = resident(daemon.process.pid) - before
    for link in links:
        link.close()
    return grown / IDLE


def starts(command, environment, path, rounds, identity):
    """Returns milliseconds from the start of a daemon to the answer of its first call."""
    found = []
    for _ in range(rounds):
        pathlib.Path(path).unlink(missing_ok=True)
        begin = time.monotonic()
        with subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              **identity) as process:
            link = None
            while link is None:
                link = call(path)
            found.append((time.monotonic() - begin) * 1e3)
            link.close()
            process.terminate()
    return found


def uri(daemon, path="/default"):
    """Returns the URI of a daemon's test driver."""
    return f"test+unix://{path}?socket={daemon.socket}"


def streams(programs, rounds, ours, stock):
    """Prints the row of downloads. The stock test driver has no picture to send on hosts without its data files."""
    def rate(daemon):
        wall, count = programs.rpc("screenshots", SCREENSHOTS, daemon.socket)
        return count / wall / 1e6

    try:
        row("stream: screenshots", *zip(*((rate(ours), rate(stock)) for _ in range(rounds))), "MB/s", "1.5 or more")
    except subprocess.CalledProcessError:
        print(f"| stream: screenshots | {median([rate(ours) for _ in range(rounds)])} MB/s | none: the stock driver has no picture here | | 1.5 or more |",
              flush=True)


def compare(programs, folder, rounds):
    """Prints the rows of two daemons that run beside each other, measured in turn."""
    libdir = library.ours() or str(library.TOP / "target" / "dist" / "lib")
    with StockDaemon(f"{folder}/stock", "session", conf=LIMITS) as stock, OwnDaemon("libvirtd", f"{folder}/ours", conf=LIMITS) as ours:
        def pairs(measure):
            for daemon in (ours, stock):
                measure(daemon)
            return zip(*((measure(ours), measure(stock)) for _ in range(rounds)))

        scale = 1e6 / TRIPS
        bare = [programs.rpc("pingpong", TRIPS)[0] * scale for _ in range(rounds)]
        print(f"| bare ping-pong over a socket pair | {median(bare)} µs | | | |", flush=True)
        a, b = pairs(lambda daemon: programs.rpc("trip", TRIPS, daemon.socket)[0] * scale)
        row("round trip without a library (virDomainGetInfo)", a, b, "µs", f"2.5 of the bare ping-pong: {statistics.median(a) / statistics.median(bare):.2f}")
        a, b = pairs(lambda daemon: programs.bench(None, "info", TRIPS, uri(daemon)) * scale)
        row("round trip, stock client", a, b, "µs", "0.6")
        if os.path.exists(f"{libdir}/libvirt.so.0"):
            a = [programs.bench(libdir, "info", TRIPS, uri(ours)) * scale for _ in range(rounds)]
            row("round trip, our client with ours, stock's with stock", a, b, "µs", "0.35")
        a, b = pairs(lambda daemon: FLOOD / programs.rpc("flood", FLOOD, daemon.socket, CLIENTS)[0] / 1e3)
        row(f"throughput of {CLIENTS} clients", a, b, "thousand calls a second", "3 or more")
        streams(programs, rounds, ours, stock)
        node = node_file(folder, DOMAINS)
        a, b = pairs(lambda daemon: programs.bench(None, "list", LISTS, uri(daemon, node)) * 1e3 / LISTS)
        row(f"{DOMAINS} domains listed, stock client", a, b, "ms", "0.5")
        a, b = [idle(ours)], [idle(stock)]
        row(f"{IDLE} idle connections, each", a, b, "KiB", "8 KiB")


def compare_starts(folder, rounds):
    """Prints the row of how long daemons need to answer."""
    with StockDaemon(f"{folder}/start", "session", conf=LIMITS) as stock, OwnDaemon("libvirtd", f"{folder}/start2", conf=LIMITS) as ours:
        found = []
        for daemon in (ours, stock):
            command = pathlib.Path(f"/proc/{daemon.process.pid}/cmdline").read_bytes().split(b"\0")[:-1]
            pairs = [item.partition(b"=")[::2] for item in pathlib.Path(f"/proc/{daemon.process.pid}/environ").read_bytes().split(b"\0") if item]
            owner = os.stat(f"/proc/{daemon.process.pid}").st_uid, os.stat(f"/proc/{daemon.process.pid}").st_gid
            found.append((command, dict(pairs), daemon.socket, {"user": owner[0], "group": owner[1], "extra_groups": []}))
    ours, stock = ([*one] for one in found)
    measured = [starts(command, environment, path, rounds, identity) for command, environment, path, identity in (ours, stock)]
    row("start to the first answer", *measured, "ms", "0.1")


def compare_proxy(programs, folder, rounds):
    """Prints the row of our virtproxyd before our libvirtd, beside the direct way."""
    with OwnDaemon("libvirtd", f"{folder}/behind", conf=LIMITS) as behind:
        with OwnDaemon("virtproxyd", f"{folder}/proxy", conf=LIMITS, links={"virttestd-sock": behind.socket}) as proxy:
            measured = [(programs.rpc("trip", TRIPS, proxy.socket)[0] * 1e6 / TRIPS, programs.rpc("trip", TRIPS, behind.socket)[0] * 1e6 / TRIPS)
                        for _ in range(rounds)]
            through, direct = zip(*measured)
            ratios = [a / b for a, b in measured]
            print(f"| round trip through virtproxyd, and without it | {statistics.median(through):.2f} µs | {statistics.median(direct):.2f} µs "
                  f"| **{median(ratios)}** | 1.6 |", flush=True)
            print(f"| virtproxyd, resident memory | {resident(proxy.process.pid) / 1024:.1f} MiB | | | 4 MiB |", flush=True)


def main():
    """Prints all rows."""
    clean_up_on_sigterm()
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=7)
    rounds = options.parse_args().rounds
    os.environ.setdefault("OXIVIRT_DAEMONS", str(library.TOP / "target" / "release"))
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    with tempfile.TemporaryDirectory(prefix="oxivirt-bench-") as folder:
        os.chmod(folder, 0o755)
        for name in ("ours", "start2", "behind", "proxy"):
            os.makedirs(f"{folder}/{name}")
        programs = Programs(folder)
        print("| what | ours | stock | ours / stock: median (range) | asked for |\n|---|---|---|---|---|")
        compare(programs, folder, rounds)
        compare_starts(folder, rounds)
        compare_proxy(programs, folder, rounds)


if __name__ == "__main__":
    sys.exit(main())
