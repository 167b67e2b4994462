"""session.py against daemons of several versions: on this machine's stock library, on ours (OXIVIRT_LIBDIR), and on the stock
library of the version ours is. Each run has a daemon of its own, at the same place.

Ours must print what stock prints, line by line. DIFFERENCES lists what may differ, and why. A root that is not to be had is
skipped with the reason. Without OXIVIRT_LIBDIR only the stock libraries run. Arguments: the names of the only daemons to run.
Last line: `versions: N passed, N failed, N skipped`.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from lib import library, root_build
from lib.counting import Counts
from lib.processes import clean_up_on_sigterm
from lib.roots import NAMES, TARGET, Root

# Seconds: many times what it takes, for machines that do much else.
DEADLINE = 1200
# The root whose library is of the version ours is.
NEWEST = "sid"
# What every library must get from every daemon: else two could agree about a failure.
MUST = ["getType: 'TEST'", "getType: 'QEMU'", "create: 0", "upload: 0", "download: (0, True)", "not waiting: (0, True)",
        "abort: (10, 0)", "update add: 0", "hosts: ['one']", r"value: b'\x00\x01abc\xff'", "devices: True", "closed True",
        "done"]
# (daemon's name, library's version, a pattern in our line, what stock has in its place, why), each a regular expression.
DIFFERENCES = [
    (".*", "9.0.0", r"%1\$s", "%s", "since 9.3 the parameters in messages are numbered"),
]


def once(root, folder, command, environment):
    """Returns the program's output against a fresh daemon of the root."""
    directory = folder / "daemon"
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(mode=0o755)
    with root.start(directory=str(directory), cache=str(folder / "cache")) as daemon:
        with open(os.path.join(daemon.scratch, "disk"), "wb") as disk:
            disk.truncate(1 << 20)
        command = [*command, library.PYTHON, "-B", "-m", "compare.versions.session", daemon.socket, daemon.visible_scratch]
        try:
            done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, text=True, timeout=DEADLINE, check=False)
        except subprocess.TimeoutExpired as why:
            return (why.stdout or b"").decode().splitlines() + [f"no end within {DEADLINE} s"]
        return done.stdout.splitlines() + ([f"exit status {done.returncode}"] if done.returncode else [])


def libraries(libdir, newest):
    """Returns, by name, the words before a command and the environment of the libraries to run; `newest` are the words for stock
    TARGET, if it can be run at all."""
    found = {Root("host").version(): ([], library.environment(None))}
    if newest:
        found[TARGET] = (newest, library.environment(None))
    if libdir:
        found["ours"] = ([], library.environment(libdir))
    return found


def as_stock(line, root, version):
    """Our line with what may differ put as this stock library has it."""
    for name, against, ours, stock, _ in DIFFERENCES:
        if re.fullmatch(name, root) and against == version:
            line = re.sub(ours, stock, line)
    return line


def compare(root, version, stock, ours):
    """Problems: lines that differ from this stock library's."""
    problems = []
    for number in range(max(len(stock), len(ours))):
        theirs = stock[number] if number < len(stock) else "(no line)"
        here = ours[number] if number < len(ours) else "(no line)"
        if theirs not in (here, as_stock(here, root, version)):
            problems.append(f"{root}, against {version}:\n  stock: {theirs}\n  here:  {here}")
    return problems


def check(name, programs, folder):
    """Runs all libraries against one daemon. Returns (lines compared, problems, reason for skipping or None)."""
    root = Root(name)
    why = root.unfit()
    if why:
        return 0, [], f"{name}: {why}"
    (folder / "cache").mkdir(parents=True)
    folder.chmod(0o755)
    outputs = {name_of: once(root, folder, *program) for name_of, program in programs.items()}
    problems = [f"{name}, {name_of}: no line {line!r}; the end is {output[-3:]}"
                for name_of, output in outputs.items() for line in MUST if line not in output]
    count = len(MUST) * len(outputs)
    for version, stock in outputs.items():
        if "ours" in outputs and version != "ours":
            problems += compare(name, version, stock, outputs["ours"])
            count += len(stock)
    lines = len(next(iter(outputs.values())))
    print(f"{name}: libvirt {root.version()}, {len(outputs)} libraries, {lines} lines each", flush=True)
    return count, problems, None


def main():
    """All daemons, one after the other."""
    clean_up_on_sigterm()
    names = sys.argv[1:] or NAMES
    counts = Counts("versions")
    why = root_build.unfit()
    if why:
        counts.skip("all", why, len(names))
        return counts.finish()
    root_build.build_all()
    newest, gone = Root(NEWEST).client()
    if gone:
        counts.skip(f"the stock library of {TARGET}", gone)
    programs = libraries(library.ours(), newest)
    with tempfile.TemporaryDirectory(prefix="versions-") as scratch:
        os.chmod(scratch, 0o755)
        for name in names:
            count, problems, reason = check(name, programs, pathlib.Path(scratch) / name)
            if reason:
                counts.skip(name, reason)
            else:
                print("\n".join(problems[:30]) or "as expected", flush=True)
            counts.add(passed=max(count - len(problems), 0), failed=len(problems))
    for name, version, ours, stock, reason in DIFFERENCES:
        print(f"allowed: daemon {name}, library {version}: {ours} here, {stock} there: {reason}")
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
