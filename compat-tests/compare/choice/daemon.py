#!/usr/bin/python3 -B
"""A scripted daemon that a client starts: writes down how it was started, listens, and stays until it is killed.

Its socket follows from its own name, as with the real ones. The lines go to the file `started` beside it, in one write
each, so that starts can be counted.
"""

import json
import os
import socket
import sys
import threading

# It runs as a copy beside a copy of fakes.py, which Python finds there.
import fakes

HERE = os.path.dirname(os.path.abspath(sys.argv[0]))


def status(name):
    """Returns a line of /proc/self/status."""
    with open("/proc/self/status", encoding="ascii") as handle:
        return next(line.split(None, 1)[1].strip() for line in handle if line.startswith(name + ":"))


def main():
    """One line about the start, then service."""
    umask = os.umask(0)
    os.umask(umask)
    stat = open("/proc/self/stat", encoding="ascii").read().rsplit(")", 1)[1].split()
    handed = {number: os.readlink(f"/proc/self/fd/{number}") for number in ("0", "1", "2")}
    others = [number for number in os.listdir("/proc/self/fd") if number not in handed and number != "3"]
    started = {
        "argv": sys.argv, "cwd": os.getcwd(), "umask": umask, "handed": handed, "others": others,
        "environment": {name: value for name, value in sorted(os.environ.items())
                        if name != "LC_CTYPE"},
        "led by another": stat[3] != str(os.getpid()), "terminal": stat[4],
        "blocked": status("SigBlk"), "capabilities": status("CapEff"),
    }
    line = json.dumps({"pid": os.getpid(), "how": started}) + "\n"
    log = os.open(os.path.join(HERE, "started"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
    os.write(log, line.encode())
    os.close(log)
    base = {"libvirtd": "libvirt"}.get(os.path.basename(sys.argv[0]), os.path.basename(sys.argv[0]))
    path = os.path.join(os.environ["XDG_RUNTIME_DIR"], "libvirt", base + "-sock")
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listener.bind(path)
    except OSError:
        sys.exit(1)
    listener.listen(512)
    while True:
        peer, _ = listener.accept()
        threading.Thread(target=fakes.serve, args=(peer, base, lambda _: None), daemon=True).start()


if __name__ == "__main__":
    main()
