"""Our virt-ssh-helper beside the stock one: what it refuses, and what it passes on to a daemon."""

import os
import shutil
import struct
import subprocess
import sys
import tempfile

from lib.counting import Counts
from lib.front_daemon import OwnDaemon, program
from lib.message import HEADER, OK
from lib.processes import clean_up_on_sigterm, ordinary_user
from stress.callers.peer import AUTH_LIST, CLOSE, call, opening

STOCK = "/usr/bin/virt-ssh-helper"
# Compared: what is printed, but for the name of the program, and the exit status.
REFUSED = [["-x"], ["xx%%"], ["qemu+ssh://h/system"], ["qemu"], [""], ["qemu+tcp://h/system"]]
# Compared: the exit status; ours has words of its own.
STATUSES = [[], ["--help"], ["qemu:///system", "more"]]


def refusal(executable, arguments):
    """Returns what it prints and its exit status."""
    done = subprocess.run([executable, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env={"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": "/nonexistent"}, timeout=60, check=False)
    # Stock names itself as it was called.
    return done.stdout.strip().replace(f"{executable}: ", "virt-ssh-helper: "), done.returncode


def passed_on(executable, run_folder, calls):
    """Returns the answers' procedures and states that come through it. Its input ends when all have come: then it stops, as stock's does."""
    environment = {"PATH": os.environ["PATH"], "HOME": run_folder, "XDG_RUNTIME_DIR": run_folder, "LIBVIRT_AUTOSTART": "0"}
    answers = []
    with subprocess.Popen([executable, "test:///session?mode=legacy"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment,
                          **ordinary_user()) as helper:
        helper.stdin.write(b"".join(calls))
        helper.stdin.flush()
        while len(answers) < len(calls) and len(head := helper.stdout.read(28)) == 28:
            header = HEADER.unpack(head[4:])
            answers.append((header[2], header[5]))
            helper.stdout.read(struct.unpack(">I", head[:4])[0] - 28)
        helper.stdin.close()
        rest = helper.stdout.read()
    return answers, rest, helper.returncode


def compare(counts):
    """Compares both, where the stock one is."""
    ours = program("virt-ssh-helper")
    if not os.access(STOCK, os.X_OK) or not os.access(ours, os.X_OK):
        counts.skip("virt-ssh-helper", f"{STOCK} or {ours} is not there")
        return
    for table, whole in ((REFUSED, True), (STATUSES, False)):
        for arguments in table:
            stock, own = (refusal(executable, arguments) for executable in (STOCK, ours))
            same = stock == own if whole else stock[1] == own[1]
            counts.check(f"virt-ssh-helper {arguments}", "" if same else f"stock {stock}, ours {own}")
    with tempfile.TemporaryDirectory(prefix="oxivirt-helper-") as folder:
        os.chmod(folder, 0o755)
        os.makedirs(os.path.join(folder, "ours"))
        with OwnDaemon("libvirtd", os.path.join(folder, "ours")) as daemon:
            copy = shutil.copy(ours, folder)
            calls = [opening(), call(AUTH_LIST, serial=5), call(CLOSE, serial=6)]
            answers, rest, status = passed_on(copy, daemon.place("run"), calls)
            good = (CLOSE, OK) in answers and not rest and status == 0
            counts.check("virt-ssh-helper passes calls on", "" if good else f"{answers} {rest!r} {status}")


def main():
    """Compares ours with the stock one."""
    clean_up_on_sigterm()
    counts = Counts("daemon-helper")
    compare(counts)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
