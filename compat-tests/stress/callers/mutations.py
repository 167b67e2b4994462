"""Every procedure's arguments, changed in every way that stress/hostile/mutate.py knows, sent to our libvirtd: each call has one answer, an
error or a result that its type describes; what cannot be decoded is refused as such."""

import hashlib
import struct

from lib.idl import Idl, WireError
from lib.message import ERROR, MESSAGE, OK, REPLY, STREAM, string
from stress.callers.peer import AUTH_LIST, CLOSE, OPEN, Peer, call, open_test
from stress.hostile import mutate

# Changes of a call: places, cuts, combinations (and as many of noise).
PLACES, CUTS, DOUBLES = 40, 40, 150
DISTINCT = 100_000
DIGEST = 12
# How many calls are sent before their answers are read; the daemon's limit for one client is above it.
BATCH = 40
UNDECODABLE = b"Unable to decode message payload"
# What looks up the objects that other calls are about: type, procedure, name.
OBJECTS = (("remote_nonnull_domain", 23, "test"), ("remote_nonnull_network", 46, "default"), ("remote_nonnull_storage_pool", 84, "default-pool"),
           ("remote_nonnull_interface", 128, "eth1"))
PROGRAMS = ("remote", "qemu", "lxc")
# Procedures with arrays of characters.
CHARACTERS = (("remote", 68), ("remote", 69))


class Objects(Idl):
    """The IDL whose samples are about objects that the daemon has."""

    def __init__(self, path):
        super().__init__()
        self.known = {}
        with open_test(path) as peer:
            for type_, procedure, name in OBJECTS:
                header, body = peer.ask(procedure, string(name))
                if header[5] == OK:
                    self.known[type_] = body

    def make_type(self, type_, elements, nth=0):
        return self.known.get(type_) or super().make_type(type_, elements, nth)


def decodable(idl, type_, body):
    """Returns true or false, None where the codec of the stock daemon takes more than the IDL says."""
    try:
        idl.read(type_, body)
    except WireError as why:
        # A truth beyond one is one.
        return None if "neither there" in str(why) else False
    return True


def bodies(idl, program, number):
    """Returns the different bodies to send, the good one first."""
    _, argument, _ = idl.procedures[program, number]
    if argument == "void":
        return [b"", bytes(4), bytes(1000)]
    good = idl.sample(argument)
    _, marks = idl.read(argument, good)
    plans = mutate.payloads("call", good, marks, PLACES, CUTS) + mutate.doubles("call", good, marks, DOUBLES, number)
    return list(dict.fromkeys(plan.payload for plan in plans))


def judge(idl, program, number, body, header, answer):
    """Returns what is wrong with an answer, or nothing."""
    _, argument, _ = idl.procedures[program, number]
    kind, status = header[3], header[5]
    if kind != REPLY or status not in (OK, ERROR):
        return f"kind {kind} status {status}"
    refused = status == ERROR and UNDECODABLE in answer
    if argument != "void":
        good = decodable(idl, argument, body)
        if good is False and not refused:
            return f"cannot be decoded, and is answered with status {status} {answer[:80]}"
        # A character is a whole word, of which the codec of the stock daemon takes the last byte.
        if good is True and refused and (program, number) not in CHARACTERS:
            return "can be decoded, and is refused as if not"
    if status == OK:
        type_ = idl.answer(program, number)
        try:
            if type_ is None:
                return f"{len(answer)} bytes of nothing" if answer else ""
            idl.read(type_, answer)
        except WireError as why:
            return f"the answer cannot be decoded: {why}"
    return ""


def send(idl, path, program, number, batch):
    """Sends the calls of one batch, each with a serial of its own; returns what is wrong."""
    wrong = []
    with open_test(path) as peer:
        for nth, body in enumerate(batch):
            peer.send(call(number, body, program=idl.programs[program][0], serial=100 + nth))
        missing = set(range(len(batch)))
        while missing:
            got = peer.read()
            if got is None:
                if (program, number) == ("remote", CLOSE):
                    return wrong
                return [*wrong, f"the connection ended with {len(missing)} calls unanswered"]
            header, answer = got
            nth = header[4] - 100
            if header[3] in (MESSAGE, STREAM) or nth not in missing:
                continue
            missing.discard(nth)
            why = judge(idl, program, number, batch[nth], header, answer)
            if why:
                wrong.append(f"{why}: {batch[nth].hex()[:300]}")
        if (program, number) != ("remote", CLOSE) and peer.ask(AUTH_LIST)[0][5] != OK:
            wrong.append("the connection is of no use afterwards")
    return wrong


def run(counts, path, every=1):
    """Sends all changed calls; returns how many different ones."""
    idl = Objects(path)
    seen = set()
    for program, number in sorted(idl.procedures):
        if program not in PROGRAMS or (program, number) in idl.events:
            continue
        wrong = []
        sent = bodies(idl, program, number)[::every]
        step = 1 if (program, number) in (("remote", CLOSE), ("remote", OPEN)) else BATCH
        try:
            for at in range(0, len(sent), step):
                wrong += send(idl, path, program, number, sent[at:at + step])
        except (OSError, struct.error) as why:
            wrong.append(f"{type(why).__name__}: {why}")
        seen.update(hashlib.blake2b(struct.pack(">I", number) + program.encode() + body, digest_size=DIGEST).digest() for body in sent)
        name = idl.procedures[program, number][0]
        counts.check(f"{program} {number} {name}", "\n    ".join([f"{len(wrong)} wrong", *wrong[:4]]) if wrong else "")
    return len(seen)
