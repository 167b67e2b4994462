"""Lies that a peer can tell: changed payloads, odd errors, broken frames.

A Plan is what the server does instead of answering well, and what must come of it:
`error` (the call fails), `good` (the call works), `sound` (whatever fits the payload, see judge in cases.py).
"""

import random
import struct

from lib.message import (CALL_FDS, CONTINUE, ERROR, HEADER, HOLE, KEEPALIVE, MAX_FRAME, MESSAGE, NULL, OK, REPLY, REPLY_FDS, STREAM,
                         error_payload, frame)


class Plan:
    """`chunks(header)` gives the byte strings to send, each read before the next is sent; then the end, or silence."""

    __slots__ = ("label", "chunks", "end", "expect", "payload", "fatal", "heard", "settles")

    def __init__(self, label, chunks, end=False, expect="error", payload=None, fatal=False, heard=None, settles=None):
        self.label, self.chunks, self.end, self.expect, self.payload = label, chunks, end, expect, payload
        self.fatal = fatal  # no frame can follow: the client must hang up
        self.heard = heard  # how often callbacks may run
        self.settles = settles  # what is sent when the client finishes or aborts a stream, before the good answer

    def told(self, header):
        """Returns all bytes that are no good answer."""
        return b"".join([*self.chunks(header), *(self.settles(header) if self.settles else ())])


def answering(label, payload, expect="sound", **changes):
    """One ordinary frame with this payload."""
    return Plan(label, lambda header: [frame(header, payload, **changes)], expect=expect, payload=payload)


def put(payload, at, number, size=4):
    """Returns the payload with another word at an offset."""
    return payload[:at] + (number % (1 << 8 * size)).to_bytes(size, "big") + payload[at + size:]


def spread(items, most):
    """At most that many of the items: the first half and evenly spaced others."""
    if len(items) <= most:
        return items
    head, tail = items[:most // 2], items[most // 2:]
    wanted = most - len(head)
    return head + [tail[i * len(tail) // wanted] for i in range(wanted)]


def words(mark, length):
    """Returns the numbers to try in one place of a payload."""
    left = length - mark.at - 4
    if mark.kind in ("count", "text"):
        return [-1, 0x80000000, 0x7FFFFFFF, mark.limit, mark.limit + 1, mark.value + 1, mark.value - 1, 0, left, left + 1]
    if mark.kind == "optional":
        return [2, -1, 1 - mark.value]
    if mark.kind == "union":
        return [0, -1, 8, *range(1, 8)]
    return [-1, 0, 1 << (8 * mark.size - 1), (1 << (8 * mark.size - 1)) - 1, int(mark.value) + 1, int(mark.value) - 1]


def payloads(name, payload, marks, most_marks, most_cuts):
    """Returns every count, length and number changed; the payload cut at every fourth byte, and longer than it should be."""
    plans = [answering(f"{name} as it is", payload)]
    for mark in spread(marks, most_marks):
        # A second time the same word proves nothing.
        for number in dict.fromkeys(n % (1 << 8 * mark.size) for n in words(mark, len(payload))):
            changed = put(payload, mark.at, number, mark.size)
            if changed != payload:
                plans.append(answering(f"{name} {mark.kind} {mark.name} at {mark.at} = {number:#x}", changed))
        if mark.kind == "text" and mark.value:
            for byte in (0, 0xFF):
                plans.append(answering(f"{name} {mark.name} at {mark.at} with byte {byte}", put(payload, mark.at + 4, byte, 1)))
    for cut in spread(list(range(0, len(payload), 4)), most_cuts):
        plans.append(answering(f"{name} cut at {cut}", payload[:cut]))
    for extra in (1, 4, 64):
        plans.append(answering(f"{name} and {extra} bytes more", payload + bytes(extra)))
    return plans


def doubles(name, payload, marks, most, seed):
    """Two or three words changed at once, chosen by a generator that always starts the same: lies that agree."""
    dice = random.Random(f"{name} {seed}")
    plans, seen = [], {payload}
    places = [mark for mark in marks if mark.kind != "scalar"] or marks
    for _ in range(4 * most):
        if len(plans) >= most or not marks:
            break
        changed, what = payload, []
        for mark in dice.sample(marks, min(len(marks), dice.choice((2, 2, 3)))) + dice.sample(places, 1):
            number = dice.choice([*words(mark, len(payload)), dice.getrandbits(8 * mark.size)]) % (1 << 8 * mark.size)
            changed = put(changed, mark.at, number, mark.size)
            what.append(f"{mark.name} at {mark.at} = {number:#x}")
        if changed not in seen:
            seen.add(changed)
            plans.append(answering(f"{name} {', '.join(what)}", changed))
    for _ in range(2 * most):
        if len(plans) >= 2 * most or not payload:
            break
        changed = bytearray(payload)
        for _ in range(dice.randint(1, 4)):
            changed[dice.randrange(len(changed))] = dice.getrandbits(8)
        if bytes(changed) not in seen:
            seen.add(bytes(changed))
            plans.append(answering(f"{name} noise {bytes(changed).hex()[:400]}", bytes(changed)))
    return plans


def unasked(payload, bodies, most, seed):
    """Returns a changed event, or a stream packet nobody wants, before a good answer. `bodies`: event number -> a good body and its
    marks. What cannot be decoded is dropped; what can is nobody's, for nothing is registered."""
    dice = random.Random(f"unasked {seed}")
    numbers, plans = sorted(bodies), []
    for nth in range(most if numbers else 0):
        number = dice.choice(numbers)
        body, marks = bodies[number]
        changed = bytearray(body)
        for mark in dice.sample(marks, min(len(marks), dice.randint(1, 2))):
            word = dice.choice(words(mark, len(body))) % (1 << 8 * mark.size)
            changed[mark.at:mark.at + mark.size] = word.to_bytes(mark.size, "big")
        cut = dice.choice((len(changed), len(changed), dice.randint(0, len(changed))))
        kind, status, serial = dice.choice(((MESSAGE, OK, 0), (MESSAGE, OK, 0), (STREAM, CONTINUE, 1 << 20), (HOLE, CONTINUE, 1 << 20)))
        packet = dict(procedure=number, kind=kind, status=status, serial=serial)
        plans.append(Plan(f"unasked {nth}: {packet} {bytes(changed[:cut]).hex()[:200]}",
                          lambda h, b=bytes(changed[:cut]), p=packet: [frame(h, b, **p) + frame(h, payload)], expect="good"))
    return plans


def event_plans(payload, number, body, marks, seed, reads):
    """One event, changed, before a good answer. `reads` tells whether a body can be decoded and is ours: then its callback may
    run, else it must not. As it is, the callback runs."""
    def telling(label, changed, heard, **packet):
        packet = {"procedure": number, "kind": MESSAGE, "serial": 0, **packet}
        return Plan(f"event {label}", lambda h: [frame(h, changed, **packet) + frame(h, payload)], expect="good", heard=heard)

    plans = [telling("as it is", body, (1, 1))]
    changes = payloads("event", body, marks, 60, 60)[1:] + doubles("event", body, marks, 100, seed)
    plans += [telling(plan.label, plan.payload, (0, 1) if reads(plan.payload) else (0, 0)) for plan in changes]
    for field, values in {"status": (ERROR, CONTINUE, 3, -1), "serial": (1, 4242, -1), "version": (0, 2)}.items():
        plans += [telling(f"{field} {value}", body, (0, 1), **{field: value}) for value in values]
        if field == "version":
            # Who speaks another protocol is not listened to any more.
            for plan in plans[-len(values):]:
                plan.expect = "any"
    return plans


def good_events(payload, bodies):
    """Each event once, for what callbacks do."""
    return [Plan(f"event {number}", lambda h, n=number, b=body: [
        frame(h, b, procedure=n, kind=MESSAGE, serial=0) + frame(h, payload)], expect="good", heard=(1, 1))
            for number, (body, _) in sorted(bodies.items())]


def packets(good, seed, most):
    """Returns what a daemon may say on a stream that was opened well, in the middle or instead of its end."""
    dice = random.Random(f"packets {seed}")
    holes = [struct.pack(">qI", length, flags) for length in (0, 1, -1, 1 << 31, 1 << 62, (1 << 63) - 1, -(1 << 63))
             for flags in (0, 1, 0xFFFFFFFF)]
    bodies = [b"", b"x", b"data" * 25, bytes(70000), error_payload(), error_payload()[:-3], error_payload(code=0), *holes[:4]]
    every = [(kind, status, by, body) for kind in (REPLY, STREAM, CALL_FDS, HOLE, 7) for status in (OK, ERROR, CONTINUE, 3, -1)
             for by in (0, 1) for body in bodies]
    every += [(HOLE, status, 0, hole[:end]) for hole in holes for status in (OK, CONTINUE) for end in (12, 11, 8, 4)]
    every += [(STREAM, ERROR, 0, plan.payload) for plan in errors()]

    def said(choice, header):
        kind, status, by, body = choice
        return frame(header, body, kind=kind, status=status, serial=header[4] + by)

    plans = []
    runs = [(one,) for one in every] + [tuple(dice.choices(every, k=dice.randint(2, 5))) for _ in range(most)]
    for nth, run in enumerate(runs):
        what = f"{nth}: " + ", ".join(f"kind {kind} status {status} serial {by:+d} {body[:12].hex()} ({len(body)})"
                                      for kind, status, by, body in run)
        plans.append(Plan(f"packets {what}", lambda h, r=run: [frame(h, good) + b"".join(said(one, h) for one in r)], expect="any"))
        plans.append(Plan(f"at the end, packets {what}", lambda h: [frame(h, good)], expect="any",
                          settles=lambda h, r=run: [said(one, h) for one in r]))
    return plans


def errors():
    """Error replies that no daemon sends."""
    domain = struct.pack(">II", 1, 4) + b"name" + bytes(16) + struct.pack(">i", -1)
    network = struct.pack(">II", 1, 4) + b"name" + bytes(16)
    good = error_payload()
    cases = {
        "plain": good, "level 77": error_payload(level=77), "level -1": error_payload(level=-1),
        "level 0": error_payload(level=0), "code 0": error_payload(code=0), "code -1": error_payload(code=-1),
        "code 0x7fffffff": error_payload(code=0x7FFFFFFF), "domain 9999": error_payload(domain=9999),
        "domain -1": error_payload(domain=-1), "no message": error_payload(message=None),
        "no message, code 0": error_payload(code=0, message=None), "empty message": error_payload(message=b""),
        "conversions": error_payload(message=b"%s%n%d", texts=(b"%n", b"%s", b"%s")),
        "not UTF-8": error_payload(message=b"\xff\xfe"), "a NUL inside": error_payload(message=b"a\0b"),
        "a domain and a network": error_payload(dom=domain, net=network),
        "numbers": error_payload(ints=(-(1 << 31), 0x7FFFFFFF)), "64 KiB": error_payload(message=b"x" * 65536),
        "empty": b"", "message of -1 bytes": put(good, 12, -1), "message beyond the limit": put(good, 12, 4194305),
        "message is neither": put(good, 8, 7), "more behind": good + bytes(8),
    }
    plans = [answering(f"error {name}", payload, "error", status=ERROR) for name, payload in cases.items()]
    plans += [answering(f"error cut at {at}", good[:at], "error", status=ERROR) for at in range(0, len(good), 4)]
    return plans


def headers(payload, events):
    """Each field of the reply's header changed, one at a time; `events` are procedures that are messages."""
    def changed(label, **how):
        return Plan(f"header {label}", lambda h: [frame(h, payload, **how(h) if callable(how) else how)])

    def relative(label, field, index, by):
        return Plan(f"header {label}", lambda h: [frame(h, payload, **{field: h[index] + by})])

    # A stream packet of a stream that is gone is no offence, nor is a message that is an event, and what carries
    # descriptors waits for them: only the end helps.
    quiet = {"kind": (MESSAGE, STREAM, CALL_FDS, HOLE), "program": (KEEPALIVE,)}
    plans = [relative(f"{field} {by:+d}", field, index, by)
             for field, index in (("program", 0), ("version", 1), ("procedure", 2), ("serial", 4)) for by in (-1, 1)]
    for field, values in {"program": (0, 0xFFFFFFFF, KEEPALIVE), "version": (0, 0xFFFFFFFF), "serial": (0, 0xFFFFFFFF),
                          "procedure": (0, 0xFFFF, 0xFFFFFFFF), "kind": (0, 2, 3, 4, 6, 7, 0xFFFFFFFF),
                          "status": (CONTINUE, 3, 0xFFFFFFFF)}.items():
        for value in values:
            plan = changed(f"{field} = {value:#x}", **{field: value})
            plan.end = value in quiet.get(field, ())
            plans.append(plan)
    for event in events:
        plans.append(changed(f"event {event} as a reply", procedure=event))
    plans.append(Plan("descriptors announced and not sent", lambda h: [frame(h, struct.pack(">I", 2) + payload,
                                                                             kind=REPLY_FDS)], end=True))
    for count in (33, 0x80000000, 0xFFFFFFFF):
        plans.append(Plan(f"{count:#x} descriptors announced",
                          lambda h, n=count: [frame(h, struct.pack(">I", n) + payload, kind=REPLY_FDS)]))
    plans.append(Plan("descriptor count cut", lambda h: [frame(h, b"\0\0", kind=REPLY_FDS)]))
    plans.append(Plan("no descriptors announced", lambda h: [frame(h, NULL + payload, kind=REPLY_FDS)], expect="sound",
                      payload=payload))
    return plans


def lengths(payload):
    """Frame lengths that are wrong in themselves, and ones that do not fit what follows."""
    whole = 4 + HEADER.size + len(payload)
    plans = []
    for length in (0, 1, 3, 4, 5, 24, 27, MAX_FRAME + 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF):
        plans.append(Plan(f"frame length {length:#x}", lambda h, n=length: [frame(h, payload, length=n)],
                          fatal=True))
    for length in {28, whole - 4, whole - 1, whole + 1, whole + 4, MAX_FRAME}:
        expect = "sound" if length == 28 else "error"
        given = payload[:max(length - 28, 0)]
        plans.append(Plan(f"frame length {length:#x} of {whole}", lambda h, n=length: [frame(h, payload, length=n)], end=True,
                          expect=expect if length >= whole else "sound", payload=given if length < whole else None))
    return plans


def deliveries(payload, event, most):
    """Well-formed replies in odd pieces, and pieces without the rest."""
    whole = 4 + HEADER.size + len(payload)
    offsets = spread(list(range(1, whole)), most)
    ping = struct.pack(">I6I", 28, KEEPALIVE, 1, 1, MESSAGE, 0, OK)

    def split(at):
        return lambda h: [frame(h, payload)[:at], frame(h, payload)[at:]]

    def dribble(size):
        return lambda h: [frame(h, payload)[i:i + size] for i in range(0, whole, size)]

    plans = [Plan(f"dribble of {size}", dribble(size), expect="good") for size in (1, 3)]
    plans += [Plan(f"split at {at}", split(at), expect="good") for at in offsets]
    plans += [Plan(f"end at {at}", lambda h, n=at: [frame(h, payload)[:n]], end=True) for at in [0, *offsets]]
    plans += [
        Plan("the end behind the reply", lambda h: [frame(h, payload)], end=True, expect="good"),
        Plan("a ping and the reply in one read", lambda h: [ping + frame(h, payload)], expect="good"),
        Plan("the reply and a ping in one read", lambda h: [frame(h, payload) + ping], expect="good"),
        Plan("a broken event and the reply", lambda h: [frame(h, b"\xff" * 8, procedure=event, kind=MESSAGE, serial=0)
                                                        + frame(h, payload)], expect="any"),
        Plan("the reply twice in one read", lambda h: [frame(h, payload) * 2], expect="any"),
        Plan("the reply and an unreadable frame", lambda h: [frame(h, payload) + bytes(4)], expect="any"),
        Plan("noise", lambda h: [bytes((i * 37 + 11) % 256 for i in range(512))]),
    ]
    return plans
