"""Our libvirtd beside the stock one, both serving their test drivers: round trips, throughput, idle connections, start, long lists, and
streams, for which stock serves a volume of a folder; our client with our daemon; our virtproxyd beside the direct way. Prints the table of
docs/PERFORMANCE.md, "The daemons", with the load it was measured under; nothing here passes or fails.

usage: compat-tests/run bench.daemons [--rounds N] [--realtime]     (part of `compat-tests/run bench`)
environment: OXIVIRT_DAEMONS, default target/release; OXIVIRT_LIBDIR, default target/dist/lib
"""

import argparse
import contextlib
import os
import pathlib
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile

from bench.guests import node_file
from lib import library
from lib.daemon import StockDaemon
from lib.front_daemon import OwnDaemon
from lib.message import CALL, OK, REMOTE, frame, optional
from lib.processes import clean_up_on_sigterm

TRIPS, FLOOD, CLIENTS = 20_000, 60_000, 64
IDLE = 10_000
DOMAINS = 16_384
LISTS = 5
VOLUME_MIB = 256
LIMITS = {"max_clients": 20_000, "max_anonymous_clients": 20_000, "log_filters": "4:*"}
HEAD = "| what | ours | stock | ours / stock: median (range) | asked for |\n|---|---|---|---|---|"


def median(values):
    """Returns the median with the range, as text."""
    return f"**{statistics.median(values):.2f}** ({min(values):.2f} – {max(values):.2f})"


def asked(value, at_most=None, at_least=None, unit=""):
    """Returns what was asked for, and whether it was reached."""
    met = value <= at_most if at_least is None else value >= at_least
    words = f"at most {at_most}{unit}" if at_least is None else f"{at_least} or more"
    return words if met else f"{words}: **not met**"


def row(name, ours, stock, unit, note="", **limit):
    """Prints one row: medians, and the median of the ratios of pairs. `limit`: see asked()."""
    ratios = [a / b for a, b in zip(ours, stock)]
    wanted = asked(round(statistics.median(ratios), 2), **limit) if limit else ""
    print(f"| {name} | {statistics.median(ours):.2f} {unit} | {statistics.median(stock):.2f} {unit} | {median(ratios)} | {wanted}{note} |", flush=True)


class Programs:
    """The compiled clients."""

    def __init__(self, folder):
        self.folder = folder
        for name, libraries in (("rpc", []), ("bench", ["-lvirt"]), ("many", ["-lvirt", "-lpthread"])):
            subprocess.run(["gcc", "-O2", "-o", f"{folder}/{name}", str(library.TESTS / "bench" / f"{name}.c"), *libraries], check=True)

    def rpc(self, *arguments, **how):
        """Returns wall seconds of one run without a library."""
        done = subprocess.run([f"{self.folder}/rpc", *map(str, arguments)], stdout=subprocess.PIPE, text=True, check=True, **how)
        return float(done.stdout.split()[0])

    def run(self, libdir, program, *arguments):
        """Returns seconds of one run on a library, stock's for None: wall, and the processor's."""
        env = {key: value for key, value in os.environ.items() if not key.startswith(("LIBVIRT", "LD_"))}
        env |= {"LD_LIBRARY_PATH": libdir} if libdir else {}
        done = subprocess.run([f"{self.folder}/{program}", *map(str, arguments)], env=env, stdout=subprocess.PIPE, text=True, check=True)
        user, system, wall = map(float, done.stdout.split()[:3])
        return wall, user + system

    def wall(self, libdir, program, *arguments):
        """Returns wall seconds of one run on a library."""
        return self.run(libdir, program, *arguments)[0]


def processor(pid):
    """Returns the seconds that all threads of a process have run."""
    return sum(int(path.read_text().split()[0]) for path in pathlib.Path(f"/proc/{pid}/task").glob("*/schedstat")) / 1e9


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


def uri(daemon, path="/default"):
    """Returns the URI of a daemon's test driver."""
    return f"test+unix://{path}?socket={daemon.socket}"


def in_turn(rounds, ours, stock, measure):
    """Returns what `measure` says of ours and of stock in turn, one pair for each round, after a run of each that does not count."""
    for one in (ours, stock):
        measure(one)
    return zip(*((measure(ours), measure(stock)) for _ in range(rounds)))


def trips(programs, rounds, ours, stock):
    """Prints the rows of round trips, beside what the kernel alone needs."""
    scale = 1e6 / TRIPS
    bare = [programs.rpc("pingpong", TRIPS) * scale for _ in range(rounds)]
    kernel = statistics.median(bare)
    print(f"| bare ping-pong over a socket pair | {kernel:.2f} µs ({min(bare):.2f} – {max(bare):.2f}) | | | |", flush=True)
    a, b = in_turn(rounds, ours, stock, lambda daemon: programs.rpc("trip", TRIPS, daemon.socket) * scale)
    times = round(statistics.median(a) / kernel, 2)
    row("round trip without a library (`virDomainGetInfo`)", a, b, "µs", f"{times} of the bare ping-pong; {asked(times, 2.5)}")
    a, b = in_turn(rounds, ours, stock, lambda daemon: programs.wall(None, "bench", "info", TRIPS, uri(daemon)) * scale)
    row("round trip, stock client", a, b, "µs", at_most=0.6)
    libdir = library.ours() or str(library.TOP / "target" / "dist" / "lib")
    if not os.path.exists(f"{libdir}/libvirt.so.0"):
        return

    def both(daemon):
        before = processor(daemon.process.pid)
        wall, cpu = programs.run(libdir if daemon is ours else None, "bench", "info", TRIPS, uri(daemon))
        return wall * scale, (cpu + processor(daemon.process.pid) - before) * scale

    a, b = in_turn(rounds, ours, stock, both)
    floor = kernel / statistics.median(wall for wall, _ in b)
    row("round trip, our client with our libvirtd beside stock with stock", [wall for wall, _ in a], [wall for wall, _ in b], "µs",
        f"; the bare ping-pong is {floor:.2f}", at_most=0.35)
    row("the same, processor time of client and daemon together", [cpu for _, cpu in a], [cpu for _, cpu in b], "µs")


def downloads(programs, folder, rounds, ours, stock):
    """Prints the rows of downloads: stock serves a file of a storage pool, because its test driver has no data of volumes; ours a volume
    of its test driver with the same bytes, in memory."""
    path = f"{folder}/volume"
    with open(path, "wb") as volume:
        for _ in range(VOLUME_MIB):
            volume.write(os.urandom(1 << 20))
    os.makedirs(stock.place("pool"))
    os.chmod(stock.place("pool"), 0o755)
    os.rename(path, stock.place("pool", "volume"))
    os.chmod(stock.place("pool", "volume"), 0o644)

    def virsh(daemon, driver, *command):
        subprocess.run(["virsh", "-q", "-c", f"{driver}?socket={daemon.socket}", *command], check=True, stdout=subprocess.DEVNULL)

    virsh(stock, "storage+unix:///session", "pool-create-as", "bench", "dir", "--target", stock.place("pool"))
    # The test driver's state is there while somebody has it open.
    link = call(ours.socket, 1, optional("test:///default") + bytes(4))
    virsh(ours, "test+unix:///default", "vol-create-as", "default-pool", "volume", f"{VOLUME_MIB}M")
    virsh(ours, "test+unix:///default", "vol-upload", "volume", stock.place("pool", "volume"), "--pool", "default-pool")
    places = {ours: ("test", "/default", "/default-pool/volume"), stock: ("storage", "/session", stock.place("pool", "volume"))}

    def thrown_away(daemon):
        driver, name, volume = places[daemon]
        return (VOLUME_MIB << 20) / programs.rpc("download", f"{driver}://{name}", daemon.socket, volume) / 1e6

    def by_library(daemon):
        driver, name, volume = places[daemon]
        return (VOLUME_MIB << 20) / programs.wall(None, "many", "download", VOLUME_MIB, f"{driver}+unix://{name}?socket={daemon.socket}", volume) / 1e6

    what = f"stream of {VOLUME_MIB} MiB: a volume of our test driver, in memory, beside a file of stock's storage pool, in the kernel's cache"
    row(f"{what}; bytes thrown away", *in_turn(rounds, ours, stock, thrown_away), "MB/s", at_least=1.5)
    row("the same, stock client", *in_turn(rounds, ours, stock, by_library), "MB/s", at_least=1.5)
    link.close()
    os.unlink(stock.place("pool", "volume"))


def compare_memory(folder):
    """Prints the rows of the memory of two daemons that did nothing yet."""
    with StockDaemon(f"{folder}/stock", "session", conf=LIMITS) as stock, OwnDaemon("libvirtd", f"{folder}/ours", conf=LIMITS) as ours:
        row("resident memory after the start", [resident(ours.process.pid) / 1024], [resident(stock.process.pid) / 1024], "MiB")
        ours_idle, stock_idle = idle(ours), idle(stock)
        print(f"| {IDLE:,} idle connections, each | {ours_idle:.2f} KiB | {stock_idle:.2f} KiB | **{ours_idle / stock_idle:.2f}** "
              f"| {asked(ours_idle, 8, unit=' KiB')} |", flush=True)


def compare(programs, folder, rounds):
    """Prints the rows of two daemons that run beside each other, measured in turn."""
    with StockDaemon(f"{folder}/stock", "session", conf=LIMITS) as stock, OwnDaemon("libvirtd", f"{folder}/ours", conf=LIMITS) as ours:
        trips(programs, rounds, ours, stock)
        a, b = in_turn(rounds, ours, stock, lambda daemon: FLOOD / programs.rpc("flood", FLOOD, daemon.socket, CLIENTS) / 1e3)
        row(f"throughput of {CLIENTS} clients", a, b, "thousand calls a second", at_least=3)
        node = node_file(folder, DOMAINS)
        a, b = in_turn(rounds, ours, stock, lambda daemon: programs.wall(None, "bench", "list", LISTS, uri(daemon, node)) * 1e3 / LISTS)
        row(f"{DOMAINS:,} domains listed, stock client", a, b, "ms", at_most=0.5)
        downloads(programs, folder, rounds, ours, stock)


@contextlib.contextmanager
def runtime_folder():
    """Makes a folder for sockets in memory, as /run is: on a disk the search for a free inode takes longer than our daemon does."""
    with tempfile.TemporaryDirectory(prefix="oxivirt-bench-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
        os.chmod(folder, 0o755)
        yield folder


def compare_starts(programs, folder, runtime, rounds):
    """Prints the row of how long daemons need to answer."""
    found = []
    with StockDaemon(f"{folder}/start", "session", conf=LIMITS) as stock, OwnDaemon("libvirtd", f"{folder}/start2", conf=LIMITS) as ours:
        for daemon in (ours, stock):
            process = f"/proc/{daemon.process.pid}"
            owner = os.stat(process)
            place = f"{runtime}/{len(found)}"
            os.mkdir(place, 0o700)
            os.chown(place, owner.st_uid, owner.st_gid)
            command = pathlib.Path(f"{process}/cmdline").read_text(encoding="utf-8").split("\0")[:-1]
            command[command.index("--pid-file") + 1] = f"{place}/pid"
            pairs = [item.partition("=")[::2] for item in pathlib.Path(f"{process}/environ").read_text(encoding="utf-8").split("\0") if item]
            how = {"env": {**dict(pairs), "XDG_RUNTIME_DIR": place}, "user": owner.st_uid, "group": owner.st_gid, "extra_groups": []}
            found.append((f"{place}/libvirt/libvirt-sock", command, {"stderr": subprocess.DEVNULL, **how}))

    def start(of):
        path, command, how = of
        return programs.rpc("start", path, *command, **how) * 1e3

    row("start to the first answer", *in_turn(rounds, *found, start), "ms", at_most=0.1)


def compare_proxy(programs, folder, rounds):
    """Prints the rows of our virtproxyd before stock's libvirtd and before ours, beside the direct way to each, and of a process that does
    nothing but pass on."""
    scale = 1e6 / TRIPS
    relay, bare = in_turn(rounds, "relay", "pingpong", lambda kind: programs.rpc(kind, TRIPS) * scale)
    row("bare ping-pong through a third process, beside the one without", relay, bare, "µs")

    def raw(daemon):
        return programs.rpc("trip", TRIPS, daemon.socket) * scale

    def stock_client(daemon):
        return programs.wall(None, "bench", "info", TRIPS, uri(daemon)) * scale

    with StockDaemon(f"{folder}/stock-behind", "session", conf=LIMITS) as stock, OwnDaemon("libvirtd", f"{folder}/behind", conf=LIMITS) as ours:
        for owner, behind, measured in (("stock", stock, raw), ("stock", stock, stock_client), ("our", ours, raw)):
            with OwnDaemon("virtproxyd", f"{folder}/proxy", conf=LIMITS, links={"virttestd-sock": behind.socket}) as proxy:
                idle_memory = resident(proxy.process.pid) / 1024
                through, direct = in_turn(rounds, proxy, behind, measured)
                who = "stock client" if measured is stock_client else "without a library"
                row(f"round trip through virtproxyd to {owner} libvirtd, beside the direct one, {who}", through, direct, "µs", at_most=1.6)
                memory = resident(proxy.process.pid) / 1024
            shutil.rmtree(f"{folder}/proxy/run")
        print(f"| virtproxyd, resident memory before its first client | {idle_memory:.1f} MiB | | | {asked(idle_memory, 4, unit=' MiB')} |\n"
              f"| the same after {TRIPS * (rounds + 1):,} calls | {memory:.1f} MiB | | | |", flush=True)


def load():
    """Returns the load of the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def measure(rounds, realtime=False):
    """Prints all rows. `realtime`: all that is measured runs before whatever else the machine does."""
    if realtime:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(10))
    os.environ.setdefault("OXIVIRT_DAEMONS", str(library.TOP / "target" / "release"))
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    with tempfile.TemporaryDirectory(prefix="oxivirt-bench-") as folder:
        os.chmod(folder, 0o755)
        for name in ("ours", "start2", "behind", "proxy"):
            os.makedirs(f"{folder}/{name}")
        programs = Programs(folder)
        before = load()
        print(HEAD)
        compare_memory(folder)
        compare(programs, folder, rounds)
        with runtime_folder() as runtime:
            compare_starts(programs, folder, runtime, rounds)
        compare_proxy(programs, folder, rounds)
        how = ", with real-time priority" if realtime else ""
        print(f"\n{rounds} paired rounds on {os.cpu_count()} processors{how}, load {before} before and {load()} after.")


def main():
    """Measures the daemons alone."""
    clean_up_on_sigterm()
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--realtime", action="store_true", help="before all other work of the machine, where that cannot be stopped; for root")
    chosen = options.parse_args()
    measure(chosen.rounds, chosen.realtime)


if __name__ == "__main__":
    sys.exit(main())
