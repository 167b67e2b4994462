#!/usr/bin/env python3
"""Runs pyapi.py on the stock library and on ours (OXIVIRT_LIBDIR), each with a fresh private daemon: same output, no failure.

Without OXIVIRT_LIBDIR only the stock library runs, which proves the script. Last line: `interop: N passed, N failed, N skipped`.
"""

import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "..", "daemon"), os.path.join(HERE, "..", "wire")]
sys.path.append(os.path.join(HERE, "..", "daemons"))

import disks  # noqa: E402  (the path above must be set first)
from private_libvirtd import PrivateLibvirtd, clean_up_on_sigterm  # noqa: E402
from stock import python  # noqa: E402

DEADLINE = 120


def once(directory, libdir):
    """The script's output, against a daemon in `directory`: the same path in both runs, as it shows in messages."""
    shutil.rmtree(directory, ignore_errors=True)
    os.makedirs(directory)
    os.chmod(directory, 0o755)
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent",
                   "LIBVIRT_AUTOSTART": "0", "PYTHONHASHSEED": "0"}
    if libdir:
        environment["LD_LIBRARY_PATH"] = libdir
    with PrivateLibvirtd(directory) as daemon:
        disks.populate(daemon.scratch)
        command = [*python(libdir), "-B", os.path.join(HERE, "pyapi.py"), daemon.socket,
                   daemon.visible("").rstrip("/"), daemon.qemu_uri]
        try:
            result = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                    stderr=subprocess.STDOUT, text=True, timeout=DEADLINE, check=False)
        except subprocess.TimeoutExpired as why:
            return (why.stdout or b"").decode() + f"no end within {DEADLINE} s\n", 1
        return result.stdout, result.returncode


def main():
    """Both runs and what differs."""
    clean_up_on_sigterm()
    libdir = os.environ.get("OXIVIRT_LIBDIR")
    with tempfile.TemporaryDirectory(prefix="interop-") as root:
        os.chmod(root, 0o755)
        stock, status = once(os.path.join(root, "daemon"), None)
        ours, ours_status = once(os.path.join(root, "daemon"), os.path.abspath(libdir)) if libdir else (stock, status)
    differences = [line for line in difflib.unified_diff(stock.splitlines(), ours.splitlines(), "stock", "here", lineterm="",
                                                         n=0)]
    print("\n".join(differences[:60]))
    if status:
        print(stock)
    for line in ours.splitlines() if ours_status else []:
        if not re.match(r"\d+ ok ", line):
            print(line)
    changed = sum(1 for line in differences[2:] if line.startswith("+"))
    passed = sum(1 for line in ours.splitlines() if re.match(r"\d+ ok ", line)) - changed
    failed = changed + (status != 0) + (ours_status != 0 and ours is not stock)
    print(f"interop: {max(passed, 0)} passed, {failed} failed, 0 skipped")
    return 1 if failed or differences else 0


if __name__ == "__main__":
    sys.exit(main())
