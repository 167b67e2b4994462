"""One call of the library against everything mutate.py knows; what came of it is judged here."""

import hashlib
import os

from lib import library
from lib.idl import LENGTHS, WireError
from lib.message import frame
from stress.hostile import mutate
from stress.hostile.server import Lost

HERE = os.path.dirname(os.path.abspath(__file__))
GOLDEN = library.TESTS / "compare" / "wire" / "golden"
NO_SUPPORT, TIMEOUT = 3, 68
GOLDEN_BOUND = 800
# The event without a number of its callback; stream packets in sequences.
LOST, PACKETS = 362, 150
# Changes at several places of one answer (and as many of bytes anywhere), unasked packets before one.
DOUBLES, UNASKED = 84, 24
# Calls that want a reply of a certain shape; by procedure number where others are made on the way. Keys: see Idl.sample.
SHAPES = {
    "cpu_stats": {"params": 12, "nparams": 3},
    "cpu_stats_ncpus": {"params": 0, "nparams": 4},
    "cpu_stats_nparams": {"params": 0, "nparams": 3},
    "cpu_map": {"cpumap": b"\x0f\0\0\0", "ret": 32},
    "block_peek": {"buffer": b"data"},
    "memory_peek": {"buffer": b"data"},
    "migrate_to_uri3": {"cookie_out": b""},
}
# Calls whose replies are cut and split at every byte: a list, typed parameters, an open, a string.
SPLIT = ("all_domains", "memory_params", "open_another", "agent", "adm_servers")
# Calls whose answer the connection or the object remembers, and callbacks that change what is registered.
FRESH = ("get_type", "parent", "events_itself", "events_others", "events_add", "events_last")
# Replies with arrays that are no list for the caller.
NO_LISTS = ("label", "security_model", "open_another", "open_default")
# Answers whose failure need not be the call's: the domain's state; Perform and Confirm, as the good answer to Finish says
# that the domain runs on the target.
OPTIONAL = {("migrate3", ("remote", number)) for number in (212, 305, 307)}


SERIAL, DIGEST = 4242, 12


def digest(data):
    """Short and practically unique."""
    return hashlib.blake2b(data, digest_size=DIGEST).digest()


class NotThere(Exception):
    """The library answers that it does not support this yet."""


def corpus():
    """Returns (program, procedure) -> recorded replies that are short enough."""
    replies = {}
    for file in sorted(os.listdir(GOLDEN)):
        head, digits = None, []
        with open(os.path.join(GOLDEN, file), encoding="ascii") as handle:
            for line in [*handle, "end"]:
                if line.startswith("  "):
                    digits.append(line.strip())
                    continue
                payload = bytes.fromhex("".join(digits))
                if head and head[3:] == ["reply"] and 0 < len(payload) <= GOLDEN_BOUND:
                    replies.setdefault((head[0], int(head[1])), []).append(payload)
                head, digits = None if line.startswith("#") else line.split(), []
    return replies


class Tester:
    """Runs plans for calls and counts."""

    def __init__(self, idl, server, options):
        self.idl, self.server, self.options = idl, server, options
        self.golden = corpus()
        self.passed = self.failed = self.skipped = 0
        self.wanted, self.hangs = {}, 0
        self.ready = None
        # What was delivered instead of good answers: a hash of each byte string, serial numbers made equal.
        self.delivered, self.good = set(), set()

    def failure(self, call, label, why):
        """Counts and says."""
        self.failed += 1
        print(f"FAIL {call}: {label}: {why}", flush=True)

    def skip(self, call, why):
        """Counts and says."""
        self.skipped += 1
        print(f"skip {call}: {why}", flush=True)

    def prepare(self, call, fresh):
        """A connection with the call's objects; the old one unless it must be fresh."""
        if not fresh and self.ready == call:
            return
        self.ready = None
        self.server.disarm()
        for line in ("close", "open", f"objects {call}"):
            status, _, code, text = self.server.ask(line)
            if status == "error" and code == NO_SUPPORT and line.startswith("objects"):
                raise NotThere(text)
            if status != "ok" and line != "close":
                raise WireError(f"{line}: {status} {code} {text}")
        self.ready = call

    def good_run(self, call):
        """Makes the call on good replies; returns the procedures it used, or None when there is nothing to test."""
        shape = SHAPES.get(call, {})
        if call.endswith(("_probe", "_count")):
            shape = {"only_count": True}
        self.wanted = {"all": shape}
        try:
            self.prepare(call, True)
            self.server.arm(None, -1, self.wanted)
            status, _, code, text = self.server.ask(f"call {call}")
        except NotThere as why:
            self.skip(call, why)
            return None
        except (Lost, WireError) as why:
            self.failure(call, "good replies", why)
            return None
        used = list(self.server.calls)
        if status == "error" and code == NO_SUPPORT and not used:
            self.skip(call, "not there yet")
            return None
        if status not in ("ok", "list"):
            self.failure(call, "good replies", f"{status} {code} {text}")
            return None
        if status != "list" and self.idl.holds_array(*used[-1]) and not call.startswith(("cpu_stats", *NO_LISTS)) and not call.endswith(
                ("_probe", "_count")):
            self.failure(call, "good replies", "nobody compares the count with the array")
            return None
        self.passed += 1
        for procedure in used:
            header = self.header(procedure)
            self.good.add(digest(frame(header, self.server.good(*procedure))))
        return used

    def header(self, procedure):
        """Returns a call's header, with a serial of no consequence."""
        return (*self.idl.programs[procedure[0]], procedure[1], 0, SERIAL, 0)

    def lie(self, plan, procedure):
        """Remembers what a plan delivers, unless it is the good answer in other pieces."""
        told = digest(plan.told(self.header(procedure)))
        if told not in self.good:
            self.delivered.add(told)

    def judge(self, call, plan, answer, procedure):
        """Returns what is wrong with an answer, or None."""
        status, count, code, text = answer
        if status == "bad":
            return text
        if code == TIMEOUT:
            return f"waits until the deadline: {text}"
        if plan.heard and not plan.heard[0] <= count <= plan.heard[1]:
            return f"callbacks ran {count} times instead of {plan.heard[0]} to {plan.heard[1]}"
        if plan.expect == "any" or (call, procedure) in OPTIONAL:
            return None
        if plan.expect == "good":
            return None if status != "error" else f"failed: {code} {text}"
        if status == "error":
            return None
        if plan.expect == "error":
            return f"succeeded with {count}"
        answer_type = self.idl.answer(*procedure)
        if answer_type is None:
            return None
        try:
            value, _ = self.idl.read(answer_type, plan.payload)
        except WireError as why:
            return f"succeeded with {count}, but: {why}"
        if status != "list" or not isinstance(value, dict):
            return None
        arrays = [v for v in value.values() if isinstance(v, (list, bytes))]
        if arrays and count != len(arrays[0]):
            return f"{count} elements of {len(arrays[0])}"
        # Daemons leave `nparams` 0 beside parameters that they send.
        for name in set(LENGTHS) - {"nparams"}:
            if arrays and name in value and value[name] != len(arrays[0]):
                return f"{name} {value[name]} beside {len(arrays[0])} elements was accepted"
        return None

    def attempt(self, call, plan, nth, procedure, fresh):
        """One plan: the call, the verdict, and whether the library still works."""
        label = plan.label if nth == 0 else f"{plan.label} (answer {nth + 1})"
        try:
            self.prepare(call, fresh)
            self.lie(plan, procedure)
            self.server.arm(plan, nth, self.wanted)
            why = self.judge(call, plan, self.server.ask(f"call {call}"), procedure)
            reached = self.server.calls[nth:nth + 1]
            self.server.disarm()
            if why is None and reached != [procedure]:
                why = f"the answer went to {reached}, not to {procedure}"
            if why is None and plan.fatal and not self.server.hung_up():
                why = "the client keeps the connection"
            if why is None:
                why = self.still_works(call)
        except (Lost, WireError) as lost:
            why, self.ready = str(lost), None
            self.hangs += isinstance(lost, Lost)
        if why is None:
            self.passed += 1
        else:
            self.failure(call, label, why)
            self.ready = None

    def still_works(self, call):
        """Makes a good call on this connection, or else on a fresh one."""
        if self.server.ask("alive")[0] == "ok":
            return None
        self.prepare(call, True)
        status, _, code, text = self.server.ask("alive")
        return None if status == "ok" else f"a good call on a fresh connection: {code} {text}"

    def payload_plans(self, call, procedure):
        """Changed payloads of one answer."""
        answer = self.idl.answer(*procedure)
        if answer is None:
            return []
        shape = self.wanted.get(procedure[1], self.wanted["all"])
        sample = self.idl.sample(answer, shape)
        plans = mutate.payloads("sample", sample, self.idl.read(answer, sample)[1], 40, 48)
        plans += mutate.doubles("sample", sample, self.idl.read(answer, sample)[1], DOUBLES, f"{call} {procedure}")
        for name, limit in self.idl.limits(answer):
            for number in (limit, limit + 1):
                full = self.idl.sample(answer, {**shape, name: number})
                plans.append(mutate.answering(f"{number} {name} of at most {limit}", full))
        if not call.endswith(("_probe", "_count")):
            for recorded in self.golden.get(procedure, [])[:2]:
                marks = [mark for mark in self.idl.read(answer, recorded)[1] if mark.kind != "scalar"]
                plans += mutate.payloads("recorded", recorded, marks, 8, 12)
        return plans

    def frame_plans(self, call, procedure):
        """Broken frames of one answer."""
        answer = self.idl.answer(*procedure)
        payload = self.idl.sample(answer, self.wanted["all"]) if answer else b""
        numbers = sorted(number for program, number in self.idl.events if program == procedure[0])
        events = mutate.spread(numbers, 6)
        plans = mutate.headers(payload, events) + mutate.lengths(payload)
        plans += mutate.unasked(payload, self.events(procedure[0]), UNASKED, f"{call} {procedure}")
        return plans + mutate.deliveries(payload, numbers[0] if numbers else 1, 400 if call in SPLIT else 16)

    def events(self, program):
        """Good bodies of the program's events: number -> (body, marks)."""
        bodies = {}
        for key in self.idl.events:
            body = self.idl.event(*key) if key[0] == program else None
            if body is not None:
                sample = self.idl.sample(body, {})
                bodies[key[1]] = (sample, self.idl.read(body, sample)[1])
        return bodies

    def run(self, call):
        """Everything for one call."""
        used = self.good_run(call)
        if used is None:
            return
        if not used:
            self.failure(call, "good replies", "made no call")
            return
        self.hangs = 0
        for nth, procedure in enumerate(used):
            if call.startswith("events"):
                plans = self.event_plans(call, procedure)
            else:
                plans = self.plans(call, nth, procedure, used)
            for plan, fresh in plans[::self.options.every]:
                if self.options.case and self.options.case not in plan.label:
                    continue
                if self.hangs >= 3:
                    self.skip(call, "the rest, after three losses of the client")
                    return
                self.attempt(call, plan, nth, procedure, fresh)

    def plans(self, call, nth, procedure, used):
        """Returns what is tried with the `nth` answer of a call, and whether it wants a fresh connection."""
        plans = [(plan, call in FRESH) for plan in [*self.payload_plans(call, procedure), *mutate.errors()]]
        plans += [(plan, True) for plan in self.frame_plans(call, procedure)]
        if call.startswith("stream_"):
            plans += [(plan, True) for plan in mutate.packets(b"", call, PACKETS)]
        if call.startswith("open_"):
            # The daemon may say no to a question about a feature, and to authentication it does not know.
            for plan, _ in plans:
                plan.expect = {"error": "any", "sound": "any"}.get(plan.expect, plan.expect)
        for plan, _ in plans:
            if plan.end and plan.expect == "good" and (nth + 1 < len(used) or call.startswith("stream_")):
                # The call goes on to ask a daemon that is gone.
                plan.expect = "any"
        return plans

    def event_plans(self, call, procedure):
        """Events with the answer to a call; what is heard of them."""
        answer = self.idl.sample(self.idl.answer(*procedure), {})
        bodies = {number: body for number, body in self.events(procedure[0]).items() if self.idl.to_callback(procedure[0], number)}
        if call != "events":
            return [(plan, call in FRESH) for plan in mutate.good_events(answer, bodies)]
        plans = []
        for number, (body, marks) in bodies.items():
            def ours(changed, key=(procedure[0], number), want=body[:4]):
                try:
                    self.idl.read(self.idl.event(*key), changed)
                except WireError:
                    return False
                return changed[:4] == want or key[1] == LOST
            plans += [(plan, False) for plan in mutate.event_plans(answer, number, body, marks, number, ours)]
        return plans
