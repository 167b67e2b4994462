#!/usr/bin/env python3
"""Guest information from a real agent: agent.py on the stock library and on ours (OXIVIRT_LIBDIR), same output.

Each run has a fresh private daemon and boots the guest of image.py. Without OXIVIRT_LIBDIR only the stock library runs,
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

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "daemon"))

import image  # noqa: E402  (the path above must be set first)
from private_libvirtd import PrivateLibvirtd, clean_up_on_sigterm  # noqa: E402

DEADLINE = 180
# Lines that must not be errors: else two libraries could agree about an agent that never answered.
MUST_WORK = ["all", "USERS", "OS", "TIMEZONE", "HOSTNAME", "FILESYSTEM", "INTERFACES", "host name", "addresses", "file systems",
             "freeze", "thaw", "set time", "password", "shadow", "keys now", "ping", "shut down"]


def once(directory, libdir):
    """The program's output and exit status, against a daemon in `directory`: the same path in both runs."""
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(mode=0o755)
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent",
                   "LIBVIRT_AUTOSTART": "0"}
    if libdir:
        environment["LD_LIBRARY_PATH"] = libdir
    daemon = PrivateLibvirtd(str(directory))
    os.makedirs(daemon.scratch)
    image.copy(daemon.scratch)
    description = pathlib.Path(daemon.scratch) / "guest.xml"
    description.write_text(image.xml("tiny", daemon.visible("").rstrip("/")), encoding="utf-8")
    with daemon:
        command = ["/usr/bin/python3", "-B", HERE / "agent.py", daemon.socket, daemon.qemu_uri, description]
        try:
            result = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                    stderr=subprocess.STDOUT, text=True, timeout=DEADLINE, check=False)
        except subprocess.TimeoutExpired as why:
            return (why.stdout or b"").decode() + f"no end within {DEADLINE} s\n", 1
        return result.stdout, result.returncode


def not_answered(output):
    """Names of MUST_WORK without an answer."""
    answered = {line.split(":")[0] for line in output.splitlines() if not re.match(r"[^:]*: error ", line)}
    return [name for name in MUST_WORK if name not in answered]


def main():
    """Both runs and what differs."""
    clean_up_on_sigterm()
    libdir = os.environ.get("OXIVIRT_LIBDIR")
    why = image.unfit()
    if why:
        print(f"skipped: {why}\nagent: 0 passed, 0 failed, 1 skipped")
        return 0
    image.build()
    with tempfile.TemporaryDirectory(prefix="agent-") as root:
        os.chmod(root, 0o755)
        directory = pathlib.Path(root) / "daemon"
        stock, stock_status = once(directory, None)
        ours, status = once(directory, os.path.abspath(libdir)) if libdir else (stock, stock_status)
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
    passed = max(len(ours.splitlines()) - failed, 0)
    print(f"agent: {passed} passed, {failed} failed, 0 skipped")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
