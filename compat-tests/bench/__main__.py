"""This library beside the stock one in one run, then our daemons beside stock's (daemons.py): every figure is a ratio ours / stock, the
median over paired runs.

usage: compat-tests/run bench [--rounds N] [--callgrind]
environment: OXIVIRT_LIBDIR, default target/dist/lib; OXIVIRT_DAEMONS, default target/release

The two libraries run in turn (A B A B …) against one private stock daemon, so that drift of the machine hits both. Nothing
here passes or fails: docs/PERFORMANCE.md records what was measured.
"""
import argparse
import os
import pathlib
import re
import resource
import socket
import statistics
import struct
import subprocess
import tempfile
import time

from bench import daemons
from bench.guests import node_file
from lib import library
from lib.daemon import StockDaemon
from lib.message import CALL, OK, REMOTE, frame, string
from lib.processes import clean_up_on_sigterm

DOMAINS = 10_000
IDLE = 1000
VOLUME_MIB = 512
FLOOD = 200_000
# Kind of bench.c: how it names the parameters.
PARAMETERS = {"params": "parameter.N", "params-disks": "block.N.rd.bytes", "params-stats": "statistics of 4 disks"}


class Bench:
    """Runs one program on both libraries in turn and prints rows of ratios."""

    def __init__(self, binary, ours, rounds):
        self.binary, self.ours, self.rounds = binary, ours, rounds

    def environment(self, ours):
        """Returns the environment of a run."""
        env = {k: v for k, v in os.environ.items() if not k.startswith(("LIBVIRT", "LD_"))}
        return dict(env, LD_LIBRARY_PATH=self.ours) if ours else env

    def once(self, ours, *arguments):
        """Returns the figures of one run: seconds, KiB and sleeps by name."""
        start = time.monotonic()
        done = subprocess.run([self.binary, *map(str, arguments)], env=self.environment(ours),
                              capture_output=True, text=True, check=True)
        process = time.monotonic() - start
        user, system, wall, memory, *sleeps = map(float, done.stdout.split())
        return {"cpu": user + system, "user": user, "wall": wall, "process": process, "memory": memory, "sleeps": sum(sleeps)}

    def pairs(self, *arguments):
        """Returns [(figures of ours, figures of stock) ...], one pair for each round, after a run of each that does not count."""
        for ours in (True, False):
            self.once(ours, *arguments)
        return [(self.once(True, *arguments), self.once(False, *arguments)) for _ in range(self.rounds)]

    def row(self, name, figures, pairs, unit=1.0, shown="µs"):
        """Prints one row for each figure: both medians, and the median of the ratios with its range."""
        for figure in figures:
            ratios = [a[figure] / b[figure] for a, b in pairs if b[figure]]
            scale = unit / 1e6 if figure == "sleeps" else unit
            mine = statistics.median(a[figure] for a, _ in pairs) * scale
            stock = statistics.median(b[figure] for _, b in pairs) * scale
            if not ratios:
                continue
            ratio = statistics.median(ratios)
            unit_name = {"memory": "KiB", "sleeps": ""}.get(figure, shown)
            print(f"| {name} | {figure} | {mine:.2f} {unit_name} | {stock:.2f} {unit_name} | **{ratio:.2f}** "
                  f"({min(ratios):.2f} – {max(ratios):.2f}) |", flush=True)

    def instructions(self, ours, *arguments):
        """Returns how many instructions a run executes, by callgrind."""
        with tempfile.TemporaryDirectory() as folder:
            out = f"{folder}/callgrind.out"
            subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", self.binary,
                            *map(str, arguments)], env=self.environment(ours), capture_output=True, check=True)
            return int(re.search(r"^(?:summary|totals): (\d+)", pathlib.Path(out).read_text(), re.M).group(1))


def received(daemon, volume, size):
    """Seconds the daemon needs to send a volume to a reader that throws the bytes away: the limit of any download."""
    opens, auth_list, look_up, download = 1, 66, 97, 209

    with socket.socket(socket.AF_UNIX) as link:
        link.connect(daemon.socket)

        def call(serial, procedure, arguments=b""):
            link.sendall(frame((REMOTE, 1, procedure, CALL, serial, OK), arguments, kind=CALL))
            length, = struct.unpack(">I", link.recv(4, socket.MSG_WAITALL))
            return link.recv(length - 4, socket.MSG_WAITALL)

        call(0, auth_list)
        call(1, opens, struct.pack(">I", 1) + string("storage:///system") + struct.pack(">I", 0))
        found = call(2, look_up, string(volume))
        if found[20:24] != bytes(4):
            raise SystemExit(f"bench: the daemon does not know {volume}")
        room = bytearray(1 << 20)
        start = time.monotonic()
        call(3, download, found[24:] + struct.pack(">QQI", 0, 0, 0))
        left = size
        while left > 0:
            count = link.recv_into(room)
            if not count:
                raise SystemExit("bench: the daemon ended the download")
            left -= count
        return time.monotonic() - start


def bare_row(name, runs, count):
    """What the system calls alone cost: see floor_many.c."""
    runs = [list(map(float, run.split())) for run in runs]
    cpu = [(run[0] + run[1]) * 1e6 / count for run in runs]
    wall = statistics.median(run[2] for run in runs) * 1e6 / count
    print(f"| bare system calls: {name} | cpu | {statistics.median(cpu):.2f} µs ({min(cpu):.2f} – {max(cpu):.2f}) | | "
          f"wall {wall:.2f} µs, {statistics.median(run[4] for run in runs) / count:.2f} sleeps |", flush=True)


def connections(bench, folder, rounds):
    """Threads, events, a download, idle connections."""
    bench.binary = f"{folder}/many"
    subprocess.run(["gcc", "-O2", "-o", bench.binary, str(library.TESTS / "bench" / "many.c"), "-lvirt", "-lpthread"],
                   check=True)
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    limits = {"max_clients": IDLE + 200, "max_anonymous_clients": IDLE + 200}
    with StockDaemon(conf=limits) as daemon:
        uri = daemon.test_uri
        pairs = bench.pairs("threads", 40_000, uri)
        bench.row("four threads on one connection, a call", ["cpu", "wall", "sleeps"], pairs, 1e6 / 40_000)
        bare = f"{folder}/floor_many"
        subprocess.run(["gcc", "-O2", "-o", bare, str(library.TESTS / "bench" / "floor_many.c"), "-lpthread"], check=True)
        floor = [subprocess.run([bare, "threads", "40000", daemon.socket], capture_output=True, text=True, check=True).stdout
                 for _ in range(rounds)]
        bare_row("four threads, a call", floor, 40_000)
        count, counter = 10_000, f"{folder}/counter"

        def caused(command, ours):
            pathlib.Path(counter).unlink(missing_ok=True)
            receiver = subprocess.Popen(command, env=bench.environment(ours), stdout=subprocess.PIPE, text=True)
            receiver.stdout.readline()
            subprocess.run([bench.binary, "cause", str(count), uri, counter], env=bench.environment(False), check=True,
                           stdout=subprocess.DEVNULL)
            return receiver.communicate()[0]

        def receive(ours):
            said = caused([bench.binary, "events", str(count), uri, counter], ours)
            user, system, wall, memory, sleeps = map(float, said.split())
            return {"cpu": user + system, "user": user, "wall": wall, "memory": memory, "sleeps": sleeps}

        pairs = [(receive(True), receive(False)) for _ in range(rounds)]
        bench.row("an event", ["cpu", "user", "sleeps"], pairs, 1e6 / count)
        floor = [caused([bare, "events", str(count), daemon.socket, counter], False) for _ in range(rounds)]
        bare_row("an event", floor, count)
        flood = f"{folder}/flood"
        subprocess.run(["gcc", "-O2", "-o", flood, str(library.TESTS / "stress" / "threads" / "flood.c"), "-lvirt"], check=True)

        def flooded(ours):
            with tempfile.TemporaryDirectory() as place:
                said = subprocess.run([flood, place, str(FLOOD), "measured"], env=bench.environment(ours), check=True,
                                      stdout=subprocess.PIPE, text=True).stdout
            user, system, wall, memory = map(float, said.split())
            return {"cpu": user + system, "user": user, "wall": wall, "memory": memory}

        pairs = [(flooded(True), flooded(False)) for _ in range(rounds)]
        bench.row(f"an event of {FLOOD} without a pause", ["cpu", "wall"], pairs, 1e6 / FLOOD)
        store = f"storage+unix:///system?socket={daemon.socket}"
        with open(os.path.join(daemon.scratch, "volume"), "wb") as volume:
            for _ in range(VOLUME_MIB):
                volume.write(os.urandom(1 << 20))
        subprocess.run(["virsh", "-q", "-c", store, "pool-create-as", "bench", "dir", "--target", daemon.visible_scratch],
                       check=True, stdout=subprocess.DEVNULL)
        path = daemon.visible("volume")
        bench.row(f"download of {VOLUME_MIB} MiB", ["wall", "cpu"], bench.pairs("download", VOLUME_MIB, store, path), 1e3, "ms")
        bare = [received(daemon, path, VOLUME_MIB << 20) * 1e3 for _ in range(rounds)]
        print(f"| download of {VOLUME_MIB} MiB: bytes thrown away | wall | {statistics.median(bare):.2f} ms "
              f"({min(bare):.2f} – {max(bare):.2f}) | | |", flush=True)
        pairs = bench.pairs("idle", IDLE, uri)
        bench.row(f"{IDLE} idle connections", ["memory"], pairs)
        bench.row(f"open, each of {IDLE}", ["cpu", "wall"], pairs, 1e6 / IDLE)


# Kind of local.c, how often, its name, the figures that count.
IN_PROCESS = [
    ("info", 100_000, "GetInfo", ["cpu"]),
    ("dump", 10_000, "dump", ["cpu"]),
    ("define", 2000, "define, dump and undefine", ["cpu"]),
    ("list", 500, "list 1,000 domains", ["cpu"]),
    ("statistics", 30, "all statistics of 1,000 domains", ["cpu"]),
    ("open", 500, "open and close, the state made each time", ["cpu"]),
    ("many", 5000, "define one of 5,000 domains", ["cpu", "memory"]),
    ("many", 10_000, "define one of 10,000 domains", ["cpu", "memory"]),
    ("many", 20_000, "define one of 20,000 domains", ["cpu", "memory"]),
]


def in_process(bench, folder):
    """The test driver in the process of the program."""
    bench.binary = f"{folder}/local"
    subprocess.run(["gcc", "-O2", "-o", bench.binary, str(library.TESTS / "bench" / "local.c"), "-lvirt"], check=True)
    for kind, count, name, figures in IN_PROCESS:
        pairs = bench.pairs(kind, count)
        for figure in figures:
            bench.row(f"test:///default: {name}", [figure], pairs, 1.0 if figure == "memory" else 1e6 / count)


HEAD = "| what | figure | ours | stock | ours / stock: median (range) |\n|---|---|---|---|---|"


def main():
    """Measures what the options say, one row for each figure."""
    clean_up_on_sigterm()
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=9)
    options.add_argument("--callgrind", action="store_true")
    options.add_argument("--only-calls", action="store_true", help="no threads, events, streams, idle connections, daemons")
    options.add_argument("--only-many", action="store_true", help="nothing else")
    options.add_argument("--only-in-process", action="store_true", help="the test driver in the process, nothing else")
    chosen = options.parse_args()
    libdir = library.ours() or str(library.TOP / "target" / "dist" / "lib")
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        binary = f"{folder}/bench"
        subprocess.run(["gcc", "-O2", "-o", binary, str(library.TESTS / "bench" / "bench.c"), "-lvirt"], check=True)
        bench = Bench(binary, libdir, chosen.rounds)
        print(HEAD)
        if chosen.only_many:
            return connections(bench, folder, chosen.rounds)
        if chosen.only_in_process:
            return in_process(bench, folder)
        with StockDaemon() as daemon:
            uri = daemon.test_uri
            node_file(daemon.scratch, DOMAINS)
            many = f"test+unix://{daemon.visible('node.xml')}?socket={daemon.socket}"
            for kind in ("libversion", "info", "hostname", "xml"):
                pairs = bench.pairs(kind, 20_000, uri)
                bench.row(f"call: {kind}", ["cpu", "user", "wall"], pairs, 1e6 / 20_000)
            bench.row("load, virGetVersion, exit", ["process"], bench.pairs("version", 1), 1e3, "ms")
            bench.row("load, virGetVersion, exit", ["memory"], bench.pairs("version", 1))
            for kind, names in PARAMETERS.items():
                bench.row(f"typed parameters: add 32, look up 32, {names}", ["cpu"], bench.pairs(kind, 50_000), 1e6 / 50_000)
            bench.row(f"list {DOMAINS} domains", ["cpu", "user", "wall"], bench.pairs("list", 20, many), 1e3 / 20, "ms")
            floor = f"{folder}/floor"
            subprocess.run(["gcc", "-O2", "-o", floor, str(library.TESTS / "bench" / "floor.c")], check=True)
            for way in ("poll", "block", "epoll", "uring"):
                runs = [list(map(float, subprocess.run([floor, daemon.socket, way, "20000"], capture_output=True,
                                                       text=True, check=True).stdout.split()))
                        for _ in range(chosen.rounds)]
                cpu = [user + system for user, system, _ in runs]
                print(f"| bare loop of system calls: {way} | cpu | {statistics.median(cpu):.2f} µs ({min(cpu):.2f} – {max(cpu):.2f}) "
                      f"| | {statistics.median(r[2] for r in runs):.0f} context switches |", flush=True)
            if chosen.callgrind:
                for kind, low, high, place in (("libversion", 100, 1100, uri), ("info", 100, 1100, uri), ("list", 1, 3, many)):
                    counts = [(bench.instructions(side, kind, high, place) - bench.instructions(side, kind, low, place))
                              / (high - low) for side in (True, False)]
                    print(f"| instructions: {kind} | user | {counts[0]:.0f} | {counts[1]:.0f} | **{counts[0] / counts[1]:.2f}** |")
                for kind, names in PARAMETERS.items():
                    counts = [bench.instructions(side, kind, 1100) - bench.instructions(side, kind, 100) for side in (True, False)]
                    print(f"| instructions: typed parameters, {names} | user | {counts[0] // 1000} | {counts[1] // 1000} | "
                          f"**{counts[0] / counts[1]:.2f}** |")
        if not chosen.only_calls:
            in_process(bench, folder)
            connections(bench, folder, chosen.rounds)
    size = os.path.getsize(f"{libdir}/libvirt.so.0")
    stock = os.path.realpath(subprocess.run("ldconfig -p | sed -n 's/.*libvirt.so.0 .*=> //p' | head -1", shell=True,
                                            capture_output=True, text=True, check=True).stdout.strip())
    print(f"| libvirt.so.0, stripped | file | {size / 1e6:.2f} MB | {os.path.getsize(stock) / 1e6:.2f} MB | "
          f"**{size / os.path.getsize(stock):.2f}** |")
    if not chosen.only_calls:
        print("\nOur daemons beside stock's:\n")
        daemons.measure(chosen.rounds)


if __name__ == "__main__":
    main()
