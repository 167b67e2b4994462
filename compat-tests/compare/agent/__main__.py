"""Guest information from a real agent: agent.py on the stock library and on ours (OXIVIRT_LIBDIR), same output.

Each run has a fresh private daemon and boots the guest of lib/guest.py. Without OXIVIRT_LIBDIR only the stock library runs,
which proves the script. Last line: `agent: N passed, N failed, N skipped`.
"""

import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from lib import guest, library
from lib.counting import Counts
from lib.daemon import StockDaemon
from lib.processes import clean_up_on_sigterm

DEADLINE = 1800
# Lines that must not be errors: else two libraries could agree about an agent that never answered.
MUST_WORK = ["all", "USERS", "OS", "TIMEZONE", "HOSTNAME", "FILESYSTEM", "INTERFACES", "host name", "addresses", "file systems",
             "freeze", "thaw", "set time", "password", "shadow", "keys now", "ping", "shut down"]


def once(directory, libdir):
    """Returns the program's output and exit status, against a daemon in `directory`: the same path in both runs."""
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(mode=0o755)
    daemon = StockDaemon(str(directory))
    os.makedirs(daemon.scratch)
    guest.copy(daemon.scratch)
    description = pathlib.Path(daemon.scratch) / "guest.xml"
    description.write_text(guest.xml("tiny", daemon.visible_scratch), encoding="utf-8")
    with daemon:
        command = library.program(libdir, "compare.agent.agent", daemon.socket, daemon.qemu_uri, description)
        try:
            result = subprocess.run(command, env=library.environment(libdir), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                    stderr=subprocess.STDOUT, text=True, timeout=DEADLINE, check=False)
        except subprocess.TimeoutExpired as why:
            return (why.stdout or b"").decode() + f"no end within {DEADLINE} s\n", 1
        return result.stdout, result.returncode


def not_answered(output):
    """Returns names of MUST_WORK without an answer."""
    answered = {line.split(":")[0] for line in output.splitlines() if not re.match(r"[^:]*: error ", line)}
    return [name for name in MUST_WORK if name not in answered]


def main():
    """Both runs and what differs."""
    clean_up_on_sigterm()
    libdir = library.ours()
    counts = Counts("agent")
    why = guest.unfit()
    if why:
        counts.skip("the guest", why)
        return counts.finish()
    guest.build()
    with tempfile.TemporaryDirectory(prefix="agent-") as root:
        os.chmod(root, 0o755)
        directory = pathlib.Path(root) / "daemon"
        stock, stock_status = once(directory, None)
        ours, status = once(directory, libdir) if libdir else (stock, stock_status)
    differences = list(difflib.unified_diff(stock.splitlines(), ours.splitlines(), "stock", "here", lineterm="", n=0))
    missing = not_answered(ours)
    print("\n".join(differences[:60]))
    for name in missing:
        print(f"failed: no answer of the agent to: {name}")
    if stock_status or missing or not libdir:
        print(stock)
    if status and ours is not stock:
        print(ours)
    changed = max(sum(1 for line in differences[2:] if line.startswith(sign)) for sign in "+-")
    failed = changed + len(missing) + bool(stock_status) + bool(status and ours is not stock)
    counts.add(passed=max(len(ours.splitlines()) - failed, 0), failed=failed)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
