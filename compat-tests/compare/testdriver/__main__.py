"""Runs each of programs/ on the stock library 12.8.0 and on ours (OXIVIRT_LIBDIR), in process on the test driver: same output.

    OXIVIRT_LIBDIR=dir compat-tests/run compare.testdriver [NAME...]

Without OXIVIRT_LIBDIR the stock library is compared with itself, which finds what a program prints that is different each time.
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from lib import different, library
from lib.counting import Counts

HERE = pathlib.Path(__file__).resolve().parent
DEADLINE = 600
# What is made up anew in each run.
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
KNOWN = re.compile(r"(\d)\1{7}-|6695eb01-|dd8fe884-|dfe224cb-")
POINTER = re.compile(r"\b0x[0-9a-f]{8,}\b")
MAC = re.compile(r"52:54:00(:[0-9a-f]{2}){3}")


def masked(text, folder):
    """Returns the output without what is different each time."""
    text = text.replace(folder, "FOLDER")
    text = UUID.sub(lambda found: found.group(0) if KNOWN.match(found.group(0)) else "UUID", text)
    return MAC.sub("MAC", POINTER.sub("POINTER", text))


def once(name, libdir):
    """Returns the lines a program prints, and its exit status."""
    with tempfile.TemporaryDirectory(prefix="testdriver-") as folder:
        command = library.program(libdir, f"compare.testdriver.programs.{name}", folder)
        environment = library.environment(libdir, PYTHONHASHSEED="0", LIBVIRT_DEBUG="4")
        try:
            run = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT, text=True, errors="replace", timeout=DEADLINE, check=False)
        except subprocess.TimeoutExpired as why:
            return [*(why.stdout or b"").decode(errors="replace").splitlines(), f"no end within {DEADLINE} s"], 1
        return masked(run.stdout, folder).splitlines(), run.returncode


def compare(name, libdir, counts):
    """Runs one program on both and counts the lines that are equal and those that are not."""
    stock, status = once(name, None)
    ours, ours_status = once(name, libdir)
    patterns = different.patterns(HERE / "programs" / f"{name}.different") if libdir else []
    equal = different.equal(patterns, stock, ours)
    for pattern in patterns:
        counts.expect(pattern not in equal, f"{name}.different: {pattern.pattern} does not differ")
    stock, ours = different.without(patterns, stock), different.without(patterns, ours)
    changed = [line for line in difflib.unified_diff(stock, ours, "stock", "ours", lineterm="", n=0)][2:]
    wrong = max(sum(line.startswith(sign) for line in changed) for sign in "+-")
    print("\n".join(changed[:200]))
    if status:
        print("\n".join(stock[-20:]))
    failed = wrong + (status != 0) + (ours_status != status)
    counts.add(passed=max(len(stock) - wrong, 0), failed=failed)
    print(f"  {name}: {len(stock)} lines, {failed} failed", flush=True)


def main():
    """All programs, or those that are named."""
    os.environ.setdefault("OXIVIRT_STOCK", "sid")
    library.stock()
    libdir = library.ours()
    counts = Counts("testdriver")
    names = sys.argv[1:] or sorted(path.stem for path in (HERE / "programs").glob("*.py") if path.stem != "__init__")
    for name in names:
        compare(name, libdir, counts)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
