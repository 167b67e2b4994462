"""Connections that vanish, at every stage of what a client does, and ones that say nothing."""

import os
import random
import select
import socket
import struct
import time

from lib.message import HEADER, OK, KEEPALIVE, MESSAGE, string
from stress.callers.peer import AUTH_LIST, Peer, call, open_test, opening

VANISHING = 10_000
SILENT = 1000
# Descriptors of clients follow their ends by a moment; a daemon that leaks never gets there.
SETTLE_SECONDS = 30.0
LOOK_SECONDS = 0.02


def descriptors_until(pid, wanted, wait=True):
    """Returns how many descriptors a process has, once they are not more than wanted or the deadline has come."""
    limit = time.monotonic() + SETTLE_SECONDS
    while True:
        count = len(os.listdir(f"/proc/{pid}/fd"))
        if not wait or count <= wanted or time.monotonic() > limit:
            return count
        select.select([], [], [], LOOK_SECONDS)


def stages():
    """What a client may have sent when it vanishes: bytes, and how many answers it waits for."""
    look_up, register = call(23, string("test"), serial=3), call(316, struct.pack(">iI", 0, 0), serial=4)
    whole = opening() + look_up
    yield "nothing", b"", 0
    yield "a part of a length", b"\0\0", 0
    yield "a part of a header", call(AUTH_LIST)[:17], 0
    yield "a header without its body", opening()[:4 + HEADER.size], 0
    yield "a call", call(AUTH_LIST), 0
    yield "an answered call", call(AUTH_LIST), 1
    yield "an open call", opening(), 0
    yield "an opened connection", opening(), 1
    yield "calls queued", opening() + b"".join(call(16, bytes(28), serial=n) for n in range(10, 40)), 1
    yield "a registration under way", opening() + register, 1
    yield "a registration", opening() + register, 2
    yield "an identity", opening() + call(419, struct.pack(">I", 1) + string("user-name") + struct.pack(">i", 7) + string("x") + bytes(4), serial=5), 2
    yield "half a call behind good ones", whole + look_up[:-3], 2
    yield "a goodbye", opening() + call(2, serial=9), 1
    yield "a descriptor announced and not sent", opening() + call(3, struct.pack(">I", 1), kind=4), 1
    yield "pings", call(1, program=KEEPALIVE, kind=MESSAGE) * 50, 3


def vanishing(counts, path):
    """Ten thousand connections, each gone in the middle of something; every hundredth is followed by one that must be served."""
    dice = random.Random("vanishing")
    plans = list(stages())
    failures = []
    for number in range(VANISHING):
        name, data, answers = plans[number % len(plans)]
        try:
            peer = Peer(path)
            peer.send(data)
            for _ in range(answers):
                if peer.read() is None:
                    failures.append(f"{name}: the end instead of an answer")
            if dice.random() < 0.5:
                # The kernel tells a reset instead of an end.
                peer.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            peer.close()
            if number % 100 == 99:
                with open_test(path) as good:
                    if good.ask(AUTH_LIST)[0][5] != OK:
                        failures.append(f"after {number}: no good answer")
        except OSError as why:
            failures.append(f"{number} {name}: {why!r}")
    counts.check(f"{VANISHING} connections that vanish", "\n    ".join(failures[:5]))


def silent(counts, path):
    """A thousand connections that stop at some stage and say nothing; others still get in, and all calls are answered."""
    peers, failures = [], []
    plans = list(stages())
    try:
        for number in range(SILENT):
            name, data, answers = plans[number % len(plans)]
            if name == "a goodbye":
                continue
            peer = Peer(path)
            peers.append(peer)
            peer.send(data)
            for _ in range(answers):
                if peer.read() is None:
                    failures.append(f"{name}: the end instead of an answer")
            if number % 50 == 49:
                with open_test(path) as good:
                    if good.ask(23, string("test"))[0][5] != OK:
                        failures.append(f"beside {number}: no good answer")
    except OSError as why:
        failures.append(f"{len(peers)}: {why!r}")
    finally:
        for peer in peers:
            peer.close()
    counts.check(f"{SILENT} silent connections, and others get in", "\n    ".join(failures[:5]))
