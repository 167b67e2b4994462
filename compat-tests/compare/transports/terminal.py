"""qemu+ssh at a terminal: ssh asks there, and does not where `no_tty` says so."""

import concurrent.futures
import fcntl
import json
import os
import select
import subprocess
import termios
import time

from compare.transports.live import TOGETHER, uri
from compare.transports.servers import PASSWORD
from lib.library import environment, program

DEADLINE = 300


def converse(place, case, libdir, replies):
    """Runs client.py at a terminal of its own; answers what was asked there (each key of `replies` is a question's part)
    and the lines of the case."""
    ours, theirs = os.openpty()
    client = subprocess.Popen(program(libdir, "compare.transports.client"), stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment(libdir, HOME=place.at("home")), start_new_session=True,
                              pass_fds=[theirs], preexec_fn=lambda: fcntl.ioctl(theirs, termios.TIOCSCTTY, 0))
    client.stdin.write(json.dumps(case).encode() + b"\n")
    client.stdin.close()
    seen, asked, output, end = "", [], b"", time.monotonic() + DEADLINE
    while time.monotonic() < end:
        ready = select.select([ours, client.stdout], [], [], 1)[0]
        if ours in ready:
            seen += os.read(ours, 4096).decode("utf-8", "replace")
            for part, reply in replies.items():
                if part in seen:
                    asked.append(part)
                    seen = seen.split(part, 1)[1]
                    os.write(ours, reply.encode() + b"\n")
        if client.stdout in ready:
            data = os.read(client.stdout.fileno(), 65536)
            if not data:
                break
            output += data
    client.kill()
    client.wait()
    client.stdout.close()
    os.close(ours)
    os.close(theirs)
    return asked, [line.partition("\t")[2] for line in output.decode("utf-8", "replace").splitlines()]


def check(ground, libdir, counts):
    """The same questions and results with both libraries."""
    where = f"visitor@127.0.0.1:{ground.hosts.ports['password']}"
    question, key = "visitor@127.0.0.1's password: ", "continue connecting (yes/no/[fingerprint])? "
    known, unknown, refused = ground.place.ssh, ground.ssh_with("unknown", "normal"), ground.ssh_with("unknown", "ignore")
    cases = [
        ("password", known, {}, {question: PASSWORD}, [question], "open: "),
        ("wrong password", known, {}, {question: "wrong"}, [question] * 3, "error: 38 7 2 104 Cannot recv data: "),
        ("no_tty", known, {"no_tty": "1"}, {question: PASSWORD}, [], "error: 38 7 2 104 Cannot recv data: visitor@"),
        ("unknown key accepted", unknown, {}, {key: "yes", question: PASSWORD}, [key, question], "open: "),
        ("unknown key refused", refused, {}, {key: "no"}, [key], "error: 38 7 2 104 Cannot recv data: ")]
    stock = {}
    for side in (None, libdir) if libdir else (None,):
        ground.fresh()

        def one(row):
            name, command, more, replies, _, _ = row
            case = {"name": name, "uri": uri("qemu+ssh", where, command=command, **more)}
            return converse(ground.place, case, side, replies)

        with concurrent.futures.ThreadPoolExecutor(TOGETHER) as pool:
            results = list(pool.map(one, cases))
        for (name, _, _, _, asked, start), (seen, lines) in zip(cases, results):
            lines = [line for line in lines if not line.startswith("descriptors: ") or side]
            good = seen == asked and bool(lines) and lines[0].startswith(start) and lines == stock.setdefault(name, lines)
            counts.expect(good, f"at a terminal, {'ours' if side else 'stock'}: {name}", f"asked: {seen}", *lines,
                        "stock:", *stock[name])
