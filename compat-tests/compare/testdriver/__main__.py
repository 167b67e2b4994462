"""Runs each of programs/ on the stock library 12.8.0 and on ours (OXIVIRT_LIBDIR), in process on the test driver: same output.

    OXIVIRT_LIBDIR=dir compat-tests/run compare.testdriver [--write] [NAME...]

Without OXIVIRT_LIBDIR the stock library is compared with itself, which finds what a program prints that is different each time.

Those of additions/ are about what the stock library has not: they run on ours alone, and print what NAME.expected holds. `--write` writes
these files anew, to be read.
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
from lib.front_daemon import program

HERE = pathlib.Path(__file__).resolve().parent
DEADLINE = 600
# What is made up anew in each run.
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
KNOWN = re.compile(r"(\d)\1{7}-|6695eb01-|dd8fe884-|dfe224cb-")
POINTER = re.compile(r"\b0x[0-9a-f]{8,}\b")
MAC = re.compile(r"52:54:00(:[0-9a-f]{2}){3}")


def masked(text, folder):
    """Returns the output without what is different each time."""
    text = text.replace(folder, "FOLDER").replace(str(library.TOP), "TOP")
    text = UUID.sub(lambda found: found.group(0) if KNOWN.match(found.group(0)) else "UUID", text)
    return MAC.sub("MAC", POINTER.sub("POINTER", text))


def once(libdir, module, *arguments):
    """Returns the lines a program prints, and its exit status."""
    with tempfile.TemporaryDirectory(prefix="testdriver-") as folder:
        command = library.program(libdir, module, *arguments, folder)
        daemons = {name: os.environ[name] for name in ("OXIVIRT_DAEMONS",) if name in os.environ}
        environment = library.environment(libdir, PYTHONHASHSEED="0", LIBVIRT_DEBUG="4", **daemons)
        try:
            run = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT, text=True, errors="replace", timeout=DEADLINE, check=False)
        except subprocess.TimeoutExpired as why:
            return [*(why.stdout or b"").decode(errors="replace").splitlines(), f"no end within {DEADLINE} s"], 1
        return masked(run.stdout, folder).splitlines(), run.returncode


def compare(name, libdir, counts):
    """Runs one program on both and counts the lines that are equal and those that are not."""
    stock, status = once(None, f"compare.testdriver.programs.{name}")
    ours, ours_status = once(libdir, f"compare.testdriver.programs.{name}")
    patterns = different.patterns(HERE / "programs" / f"{name}.different") if libdir else []
    equal = different.equal(patterns, stock, ours)
    for pattern in patterns:
        counts.expect(pattern not in equal, f"{name}.different: {pattern.pattern} does not differ")
    if status:
        print("\n".join(stock[-20:]))
    count(name, different.without(patterns, stock), different.without(patterns, ours), (status != 0) + (ours_status != status), counts)


def count(name, wanted, ours, failed, counts):
    """Counts the lines that are equal and those that are not; `failed` is what failed beside them."""
    changed = [line for line in difflib.unified_diff(wanted, ours, "wanted", "ours", lineterm="", n=0)][2:]
    wrong = max(sum(line.startswith(sign) for line in changed) for sign in "+-")
    print("\n".join(changed[:200]))
    counts.add(passed=max(len(wanted) - wrong, 0), failed=failed + wrong)
    print(f"  {name}: {len(wanted)} lines, {failed + wrong} failed", flush=True)


def addition(name, libdir, write, counts):
    """Runs one program of additions/ on ours."""
    if name == "through_daemon" and not os.access(program("libvirtd"), os.X_OK):
        return counts.skip(name, f"{program('libvirtd')} is not there")
    expected = HERE / "additions" / f"{name}.expected"
    ours, status = once(libdir, "compare.testdriver.additions", name)
    if write:
        expected.write_text("".join(f"{line}\n" for line in ours))
    wanted = expected.read_text().splitlines() if expected.exists() else []
    if status:
        print("\n".join(ours[-20:]))
    return count(f"additions/{name}", wanted, ours, int(status != 0), counts)


def programs(folder):
    """Returns the names of a folder's programs."""
    return sorted(path.stem for path in (HERE / folder).glob("*.py") if not path.stem.startswith("__"))


def main():
    """All programs, or those that are named."""
    os.environ.setdefault("OXIVIRT_STOCK", "sid")
    library.stock()
    libdir = library.ours()
    counts = Counts("testdriver")
    write = "--write" in sys.argv[1:]
    names = [name for name in sys.argv[1:] if name != "--write"]
    for name in programs("programs"):
        if not names or name in names:
            compare(name, libdir, counts)
    for name in programs("additions"):
        if libdir and (not names or name in names):
            addition(name, libdir, write, counts)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
