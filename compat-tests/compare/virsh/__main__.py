"""The same command lines on the stock virsh and virt-admin of 12.8.0 and on ours: output, error output and exit status must be equal.

    cargo build -p oxivirt-virsh && compat-tests/run compare.virsh [--programs target/debug] [--uncovered] [--only PART] [FILE...]

Each file of `cases` holds command lines, one a line, that run against one stock daemon of the root `sid`. Both programs open the
daemon's test driver, whose state begins anew when its last connection ends: so every line finds the same state. A line that needs
more than one step is one command with `;`. See README.md for what a line may hold. Last line: `virsh: N passed, N failed, N skipped`.
"""

import argparse
import concurrent.futures
import contextlib
import os
import pathlib
import queue
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

from compare.virsh import container, coverage, guest, json_output, terminal, transfers
from lib.counting import Counts
from lib.roots import LIBRARIES, Root

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parents[2]
DEADLINE = 300
# Beside the lines.
PARTS = {"terminal": terminal.check, "json": json_output.check, "transfers": transfers.check, "container": container.check}
# What differs from one run to the next.
MASKS = [
    (re.compile(rb"(CPU time: +)[0-9.]+s"), rb"\1TIMEs"),
    (re.compile(rb"\(Time: [0-9.]+ ms\)"), b"(Time: N ms)"),
    (re.compile(rb"(cpu\.time|\.time)=[0-9]+"), rb"\1=N"),
    (re.compile(rb"\[[0-9.]+ [0-9:]+ virsh [0-9]+\]"), b"[TIME virsh PID]"),
    (re.compile(rb"(cpu_time|vcpu_time|user_time|system_time)( +)[0-9]+\.[0-9]+ seconds"), rb"\1 N seconds"),
    (re.compile(rb"(checkpoint |snapshot |creationTime>)[0-9]{10}"), rb"\1MOMENT"),
    # The test driver makes them of the time.
    (re.compile(rb"((?:[rw][rdxt]*_?(?:req|bytes|packets|drop)|errs|[rt]x_\w+) |(?:number of \w+ \w+|error count): +)[0-9]+"), rb"\1N"),
    # A worker that has answered still works for a moment, and who asks meanwhile gets another one.
    (re.compile(rb"(\b(?:nWorkers|freeWorkers) +: )[0-9]+"), rb"\1N"),
    # How often a job is asked before it has ended.
    (re.compile(rb"(?:\r?Block \w+: \[ *[0-9.]+ %\]\n?)+(?=\r?Block \w+: \[)"), b""),
    (re.compile(rb"virsh[A-Za-z0-9]{6}\.xml"), b"virshRANDOM.xml"),
    (re.compile(rb"20[0-9-]+ [0-9:]+(\.[0-9]+\+| \+)0000"), b"MOMENT"),
]

# The status of a program that did not end.
NO_END = "no end"
# Commands whose call a stock virsh makes in a thread. That thread ends the loop in which the other one waits: if the call is over before the
# loop has begun, which it often is on a busy machine, virsh never ends, and the line is run again. Seconds for each run but the last.
IN_A_THREAD = re.compile(r"\b(dump|managedsave|migrate|save)\b")
RETRY_DEADLINES = (15, 15, 15, 30, 30, 60, 60)


class Case:
    """One line: its words, what it reads, and the variables it runs with."""

    def __init__(self, where, line):
        self.where = where
        self.line = line
        self.raw = line.startswith("!")
        self.admin = line.lstrip("!").startswith("@")
        self.guest = line.startswith("%")
        line, _, self.stdin = line.lstrip("!@%").partition(" <<< ")
        self.stdin = self.stdin.encode().decode("unicode_escape").encode("latin-1") if self.stdin else b""
        words = shlex.split(line)
        self.environment = {}
        while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
            name, _, value = words.pop(0).partition("=")
            self.environment[name] = value
        self.words = words


def cases_of(files):
    """Yields the cases of these files."""
    for file in files:
        for number, line in enumerate(file.read_text().splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                yield Case(f"{file.stem}:{number}", line)


class Runner:
    """Runs lines on both programs, each in a folder of its own with the files of `files`."""

    def __init__(self, daemon, programs, folder):
        root = Root("sid").path
        library = root / LIBRARIES
        loader = [str(library / "ld-linux-x86-64.so.2"), "--library-path", str(library), "--argv0"]
        self.daemon = daemon
        self.admin_uri = f"libvirtd:///system?socket={daemon.admin_socket}"
        self.qemu_uri = f"qemu+unix:///system?socket={daemon.socket}"
        self.definition = None
        self.folder = folder
        self.commands = {
            "stock": lambda name: [*loader, name, str(root / "usr/bin" / name)],
            "ours": lambda name: [str(programs / name)],
        }

    def renew_guest(self):
        """Starts the guest anew, under the stock program."""
        self.definition = self.definition or guest.prepare(self.daemon)
        stock = self.commands["stock"]("virsh")
        subprocess.run([*stock, "-q", "-c", self.qemu_uri, "destroy", guest.NAME], capture_output=True, check=False)
        subprocess.run([*stock, "-q", "-c", self.qemu_uri, "create", self.definition], capture_output=True, check=True)

    def is_stock(self, side):
        """Returns true if the program of a side is the stock one."""
        return side == "stock"

    def run(self, side, case):
        """Returns output, error output and exit status."""
        deadlines = RETRY_DEADLINES if self.is_stock(side) and IN_A_THREAD.search(case.line) else ()
        for deadline in (*deadlines, DEADLINE):
            found = self.attempt(side, case, deadline)
            if found[2] != NO_END:
                break
        return found

    def attempt(self, side, case, deadline):
        """Runs it once; `deadline` in seconds."""
        # Both sides see the same paths, so they run one after the other in the same place.
        place = self.folder / f"{os.getpid()}-{case.where.replace(':', '-')}"
        shutil.copytree(HERE / "files", place)
        name = "virt-admin" if case.admin else "virsh"
        uri = self.admin_uri if case.admin else self.qemu_uri if case.guest else self.daemon.test_uri
        if case.guest:
            self.renew_guest()
        words = case.words if case.raw else ["-c", uri, *case.words]
        words = [word.replace("$URI", uri) for word in words]
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(self.folder.parent), "TMPDIR": str(place),
                       "LIBVIRT_AUTOSTART": "0", **{key: value.replace("$URI", uri) for key, value in case.environment.items()}}
        try:
            done = subprocess.run([*self.commands[side](name), *words], input=case.stdin, capture_output=True, cwd=place,
                                  env=environment, timeout=deadline, check=False)
            status, out, err = done.returncode, done.stdout, done.stderr
        except subprocess.TimeoutExpired as late:
            status, out, err = NO_END, late.stdout or b"", late.stderr or b""
        # An editor that was left behind may still make and remove files of its own until it ends.
        while place.exists():
            shutil.rmtree(place, ignore_errors=True)
        return [masked(out), masked(err), status]

    def compare(self, case):
        """Returns what differs, or None."""
        stock, ours = (self.run(side, case) for side in ("stock", "ours"))
        if stock == ours:
            return None
        names = ("output", "error output", "status")
        parts = [f"{name}: stock {one!r}\n{' ' * len(name)}  ours  {two!r}" for name, one, two in zip(names, stock, ours)
                 if one != two]
        return "\n".join(parts)


def masked(text):
    """Returns output without what no two runs have in common."""
    for pattern, shown in MASKS + guest.MASKS:
        text = pattern.sub(shown, text)
    return text


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, default=TOP / "target/debug")
    parser.add_argument("--uncovered", action="store_true", help="list commands and options that no line has")
    parser.add_argument("--only", choices=PARTS, action="append", help="a part beside the lines, without them")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    files = options.files or sorted((HERE / "cases").glob("*.txt"))
    counts = Counts("virsh")
    why = Root("sid").unfit()
    programs = options.programs.resolve()
    if not why and not (programs / "virsh").exists():
        why = f"{programs} has no virsh"
    if why:
        counts.skip("all lines", why)
        return counts.finish()
    all_cases = [] if options.only else list(cases_of(files))
    runners = queue.SimpleQueue()
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        # One file is both programs.
        links = folder / "bin"
        links.mkdir()
        for name in ("virsh", "virt-admin"):
            (links / name).symlink_to(programs / "virsh")
        # The test driver's state is one of all connections of a daemon, so each worker has a daemon of its own.
        for number in range(os.cpu_count()):
            runners.put(Runner(stack.enter_context(Root("sid").start(before=guest.BEFORE)), links, folder / str(number)))

        def compare(case):
            runner = runners.get()
            try:
                return runner.compare(case)
            finally:
                runners.put(runner)

        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for case, problem in zip(all_cases, pool.map(compare, all_cases)):
                counts.check(f"{case.where}: {case.line}", problem)
        runner = runners.get()
        for part in options.only or ([] if options.files else PARTS):
            PARTS[part](counts, runner)
        missing = coverage.uncovered(runner, all_cases)
    if not options.files and not options.only:
        counts.check("every command and option has a line", ", ".join(missing) or None)
    if options.uncovered:
        for command, names in missing.items():
            print(f"  {command} {' '.join(names)}")
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
