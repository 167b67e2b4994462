"""Runs program.py on the stock library and on ours (OXIVIRT_LIBDIR), each with a fresh private daemon: same output, no failure.

Without OXIVIRT_LIBDIR only the stock library runs, which proves the script. Last line: `interop: N passed, N failed, N skipped`.
"""

import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile

from lib import disks, library
from lib.counting import Counts
from lib.daemon import StockDaemon
from lib.processes import clean_up_on_sigterm

DEADLINE = 600


def once(directory, libdir):
    """Returns the script's output, against a daemon in `directory`: the same path in both runs, as it shows in messages."""
    shutil.rmtree(directory, ignore_errors=True)
    os.makedirs(directory)
    os.chmod(directory, 0o755)
    environment = library.environment(libdir, PYTHONHASHSEED="0")
    with StockDaemon(directory) as daemon:
        disks.populate(daemon.scratch)
        command = library.program(libdir, "compare.interop.program", daemon.socket, daemon.visible_scratch, daemon.qemu_uri)
        try:
            result = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                    stderr=subprocess.STDOUT, text=True, timeout=DEADLINE, check=False)
        except subprocess.TimeoutExpired as why:
            return (why.stdout or b"").decode() + f"no end within {DEADLINE} s\n", 1
        return result.stdout, result.returncode


def main():
    """Both runs and what differs."""
    clean_up_on_sigterm()
    libdir = library.ours()
    with tempfile.TemporaryDirectory(prefix="interop-") as root:
        os.chmod(root, 0o755)
        stock, status = once(os.path.join(root, "daemon"), None)
        ours, ours_status = once(os.path.join(root, "daemon"), libdir) if libdir else (stock, status)
    differences = [line for line in difflib.unified_diff(stock.splitlines(), ours.splitlines(), "stock", "here", lineterm="",
                                                         n=0)]
    print("\n".join(differences[:60]))
    if status:
        print(stock)
    for line in ours.splitlines() if ours_status else []:
        if not re.match(r"\d+ ok ", line):
            print(line)
    changed = sum(1 for line in differences[2:] if line.startswith("+"))
    counts = Counts("interop")
    counts.add(passed=max(sum(1 for line in ours.splitlines() if re.match(r"\d+ ok ", line)) - changed, 0),
               failed=max(changed + (status != 0) + (ours_status != 0 and ours is not stock), bool(differences)))
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
