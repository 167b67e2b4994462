"""Runs a command where /dev/log and the journal's socket are this program's own, and shows what they receive as JSON lines.

argv: the command. To be run in a mount namespace of its own: the directories are replaced. Last line: the command's status."""
import json
import os
import select
import socket
import subprocess
import sys
import tempfile


def mount(*arguments):
    """Runs mount(8)."""
    subprocess.run(["mount", *arguments], check=True)


def place():
    """A /dev with the few files a program needs, and a fresh /run/systemd."""
    old = tempfile.mkdtemp()
    mount("--bind", "/dev", old)
    mount("-t", "tmpfs", "none", "/dev")
    for name in ("null", "zero", "urandom", "random"):
        open(f"/dev/{name}", "w", encoding="ascii").close()
        mount("--bind", f"{old}/{name}", f"/dev/{name}")
    os.makedirs("/run/systemd", exist_ok=True)
    mount("-t", "tmpfs", "none", "/run/systemd")
    os.makedirs("/run/systemd/journal")


def fields(datagram):
    """Returns the fields of the journal's native protocol."""
    found = {}
    while datagram:
        head, rest = datagram.split(b"\n", 1)
        if b"=" in head:
            name, value = head.split(b"=", 1)
        else:
            size = int.from_bytes(rest[:8], "little")
            name, value, rest = head, rest[8:8 + size], rest[9 + size:]
        found[name.decode()] = value.decode()
        datagram = rest
    return found


def main():
    """Puts the sockets in place, runs the command, prints what they receive until it ends."""
    place()
    names = {"syslog": "/dev/log", "journal": "/run/systemd/journal/socket"}
    sockets = {}
    for name, path in names.items():
        sockets[name] = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        sockets[name].bind(path)
    process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    end = os.pidfd_open(process.pid)
    running = True
    while running:
        ready, _, _ = select.select([end, *sockets.values()], [], [], 60)
        running = bool(ready) and ready != [end]
        for name, receiver in sockets.items():
            if receiver in ready:
                datagram = receiver.recv(65536)
                print(json.dumps({"to": name, "is": fields(datagram) if name == "journal" else datagram.decode()}))
    print(json.dumps({"to": "status", "is": process.wait()}))


if __name__ == "__main__":
    main()
