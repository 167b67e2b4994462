"""The calls of compare/wire/golden, as the stock client sent them, to our libvirtd and to stock ones of 9.0.0 and 12.8.0: the answers are the
same, byte for byte.

Each call is made on a connection of its own to a node file, so that all daemons have the same objects, and no other connection's changes.
12.8.0 is what ours is; an answer that differs from 9.0.0's must be that of 12.8.0. What differs on purpose stands in golden.tsv: program,
procedure, which of its calls (`*`: any), and why; a line there without a difference is a failure.

    compat-tests/run compare.daemon.golden [PROCEDURE ...]
"""

import contextlib
import os
import pathlib
import re
import socket
import struct
import sys
import tempfile
import uuid

from compare.daemon.raw import LAST, Peer, error, frame, opening
from compare.wire import corpus
from lib import definitions, message
from lib.counting import Counts
from lib.daemon import StockDaemon
from lib.front_daemon import OwnDaemon
from lib.idl import Idl, WireError
from lib.message import CALL, CALL_FDS, ERROR, OK, REPLY, REPLY_FDS
from lib.processes import clean_up_on_sigterm, ordinary_user
from lib.roots import Root

TABLE = pathlib.Path(__file__).with_name("golden.tsv")
KINDS = {"call": CALL, "call-fds": CALL_FDS}
TEST = "6695eb01-f6a4-8304-79aa-97f2502e193f"
DISK = "<disk type='file' device='disk'><source file='/images/{}'/><target dev='vda' bus='virtio'/></disk>"
CARD = "<interface type='bridge'><mac address='52:54:00:0f:02:0{}'/><source bridge='br0'/><target dev='testnet{}'/></interface>"
# The objects that the recorded calls name, as the test driver's own node has them, or lib/definitions.py.
NODE = "".join((
    "<node><cpu><nodes>2</nodes><sockets>2</sockets><cores>2</cores><threads>1</threads></cpu><memory>3145728</memory>",
    f"<domain type='test'><name>test</name><uuid>{TEST}</uuid><memory>8388608</memory><currentMemory>2097152</currentMemory>",
    f"<vcpu>2</vcpu><os><type>hvm</type></os><devices>{DISK.format('test')}{CARD.format(1, 0)}</devices></domain>",
    definitions.test_guest(devices=DISK.format("golden") + CARD.format(2, 1)),
    "<network><name>default</name><uuid>dd8fe884-6c02-601e-7551-cca97df1c5df</uuid><bridge name='virbr0'/></network>",
    definitions.network(),
    "<interface type='ethernet' name='eth1'><start mode='onboot'/><mac address='aa:bb:cc:dd:ee:ff'/><mtu size='1492'/></interface>",
    "<interface type='ethernet' name='golden0'><start mode='none'/><mac address='52:54:00:0f:03:01'/></interface>",
    "<pool type='dir'><name>default-pool</name><uuid>dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566</uuid><target><path>/default-pool</path></target></pool>",
    definitions.pool("/golden/pool").replace("</pool>", definitions.volume() + "</pool>"),
    "<device><name>computer</name><capability type='system'><hardware><vendor>Libvirt</vendor><version>Test driver</version><serial>123456</serial><uuid>11111111-2222-3333-4444-555555555555</uuid></hardware><firmware><vendor>Libvirt</vendor><version>Test Driver</version><release_date>01/22/2007</release_date></firmware></capability></device></node>",
))
# What was answered without any such object says nothing about it.
LOOKUPS = {"DOMAIN_LOOKUP_BY_NAME": ("test", "golden"), "NETWORK_LOOKUP_BY_NAME": ("default", "goldnet"),
           "STORAGE_POOL_LOOKUP_BY_NAME": ("default-pool", "goldpool"), "INTERFACE_LOOKUP_BY_NAME": ("eth1", "golden0")}
# Calls about clients: numbers of connections, which are others in each daemon. compare.daemon.admin has them.
OF_CLIENTS = ("SERVER_LIST_CLIENTS", "SERVER_LOOKUP_CLIENT", "CLIENT_GET_INFO", "CLIENT_CLOSE")
# Numbers of these answers say how late it is, or count what the daemon does at this moment.
OF_THE_MOMENT = ("SERVER_GET_THREADPOOL_PARAMETERS", "SERVER_GET_CLIENT_LIMITS", "DOMAIN_GET_INFO", "DOMAIN_GET_VCPUS", "DOMAIN_GET_CPU_STATS",
                 "DOMAIN_BLOCK_STATS", "DOMAIN_BLOCK_STATS_FLAGS", "DOMAIN_INTERFACE_STATS", "DOMAIN_GET_TIME")
# Whoever asks for one of several objects gets any of them.
SOME = ("CONNECT_LIST_DOMAINS", "CONNECT_LIST_DEFINED_DOMAINS", "CONNECT_LIST_INTERFACES", "CONNECT_LIST_DEFINED_INTERFACES",
        "CONNECT_LIST_NETWORKS", "CONNECT_LIST_DEFINED_NETWORKS", "CONNECT_LIST_STORAGE_POOLS", "CONNECT_LIST_DEFINED_STORAGE_POOLS",
        "STORAGE_POOL_LIST_VOLUMES")
CREATION = re.compile(rb"<creationTime>\d+<")


class Answers:
    """What a daemon answers the calls. `node`: the file of its node, as it sees it."""

    def __init__(self, daemon, node):
        self.daemon, self.node = daemon, node
        self.idl = Idl()
        self.numbers = {(program, name): number for (program, number), (name, _, _) in self.idl.procedures.items()}

    def remote(self, name):
        """Returns a procedure's number."""
        return self.numbers["remote", name]

    @contextlib.contextmanager
    def as_its_user(self):
        """Is the daemon's user meanwhile: nobody else may administrate it."""
        user = None if getattr(self.daemon, "mode", "session") == "system" else ordinary_user().get("user")
        before = os.geteuid()
        if user is not None:
            os.seteuid(user)
        try:
            yield
        finally:
            os.seteuid(before)

    def connected(self, program):
        """Returns a connection for a program's calls."""
        if program == "admin":
            with self.as_its_user():
                peer = Peer(self.daemon.admin_socket)
            peer.socket.sendall(frame(1, struct.pack(">I", 0), program=self.idl.programs["admin"][0], serial=LAST))
        else:
            peer = Peer(self.daemon.socket)
            peer.socket.sendall(opening(f"test://{self.node}", serial=LAST))
        header, body = peer.read()
        if header[5] != OK:
            raise ConnectionError(f"{self.node} is not opened: {error(body)}")
        return peer

    def snapshots(self, peer):
        """Makes two snapshots of `test`, which a node file of 9.0.0 can only have in files of their own."""
        for name in ("one", "two"):
            args = domain("test", TEST, 1) + message.string(definitions.snapshot(name)) + struct.pack(">I", 0)
            ask(peer, frame(self.remote("DOMAIN_SNAPSHOT_CREATE_XML"), args, serial=LAST))

    def to(self, sample):
        """Returns what a sample is answered: headers and bodies, and what the objects look like afterwards."""
        program, version = self.idl.programs[sample.program]
        # The call that opens is made on a connection on which nothing is open.
        opens = sample.program != "admin" and sample.name == "CONNECT_OPEN"
        peer = Peer(self.daemon.socket) if opens else self.connected(sample.program)
        with contextlib.closing(peer.socket):
            if "SNAPSHOT" in sample.name:
                self.snapshots(peer)
            call = frame(sample.procedure, sample.payload, program=program, version=version, kind=KINDS[sample.kind])
            descriptors = struct.unpack_from(">I", sample.payload)[0] if sample.kind == "call-fds" else 0
            answer = ask(peer, call, 1, descriptors)
            after = [] if answer == "end" or opens or sample.name == "CONNECT_CLOSE" or sample.program == "admin" else self.afterwards(peer)
        return [answer if answer == "end" else self.comparable(sample, *answer)], after

    def comparable(self, sample, header, body):
        """Returns an answer: bytes, but for what no two daemons have in common."""
        if header[5] == OK and sample.name in SOME and sample.payload.endswith(struct.pack(">I", 1)):
            return header, shape(self.value(sample, body), True)
        if header[5] == OK and "LIST" in sample.name:
            # Stock keeps objects in tables that have another order in each process.
            return header, in_order(self.value(sample, body))
        if header[5] == OK and sample.name == "CONNECT_GET_ALL_DOMAIN_STATS":
            return header, shape(in_order(self.value(sample, body)))
        if header[5] == OK and sample.name in OF_THE_MOMENT:
            return header, shape(self.value(sample, body))
        return header, CREATION.sub(b"<creationTime>#<", body)

    def value(self, sample, body):
        """Returns an answer's value, or its bytes where it has none."""
        type_ = self.idl.answer(sample.program, sample.procedure)
        try:
            return self.idl.read(type_, body)[0] if type_ else body
        except WireError:
            return body

    def afterwards(self, peer):
        """Returns the definitions of all objects that there were."""
        calls = [("DOMAIN_GET_XML_DESC", domain("test", TEST, 1)), ("DOMAIN_GET_XML_DESC", domain("golden", definitions.UUIDS["guest"], 2)),
                 ("NETWORK_GET_XML_DESC", known("goldnet", definitions.UUIDS["network"])),
                 ("STORAGE_POOL_GET_XML_DESC", known("goldpool", definitions.UUIDS["pool"]))]
        found = [ask(peer, frame(self.remote(name), args + struct.pack(">I", 0), serial=LAST)) for name, args in calls]
        return [one if one == "end" else (one[0][5], one[1]) for one in found]


def known(name, uuid_):
    """Returns the encoding of an object with a name and a UUID."""
    return message.string(name) + uuid.UUID(uuid_).bytes


def domain(name, uuid_, number):
    """Returns the encoding of a domain."""
    return known(name, uuid_) + struct.pack(">i", number)


def send_descriptors(client, count):
    """Sends so many descriptors, as the protocol has it: one byte for each."""
    with open("/dev/null", "rb") as null:
        for _ in range(count):
            socket.send_fds(client, [b"\0"], [null.fileno()])


def ask(peer, call, serial=LAST, descriptors=0):
    """Makes a call. Returns its answer, header and body, or "end". Packets of streams and events that come before are not looked at: how
    many do is a race."""
    try:
        peer.socket.sendall(call)
        send_descriptors(peer.socket, descriptors)
    except (BrokenPipeError, ConnectionResetError):
        return "end"
    while True:
        one = peer.read()
        if one is None:
            return "end"
        if one[0][3] == REPLY_FDS:
            peer.exactly(struct.unpack_from(">I", one[1])[0])
        if one[0][3] in (REPLY, REPLY_FDS) and one[0][4] == serial:
            return one


def in_order(value):
    """Returns a value with its lists in order."""
    if isinstance(value, dict):
        return {name: in_order(one) for name, one in value.items()}
    return sorted(map(in_order, value), key=repr) if isinstance(value, list) else value


def shape(value, texts=False):
    """Returns a value without its numbers, and without its texts if those are others in each process, too."""
    if isinstance(value, dict):
        return {name: shape(one, texts) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [shape(one, texts) for one in value]
    return type(value).__name__ if texts or isinstance(value, int) else value


def told(answers):
    """Returns answers as text, with errors without the number that templates have since 9.1."""
    answers, after = answers
    lines = []
    for one in answers:
        if one == "end":
            lines.append(one)
            continue
        header, body = one
        what = error(body) if header[5] == ERROR else body
        lines.append(f"procedure {header[2]} kind {header[3]} serial {header[4]} status {header[5]}: {what!r}")
    return lines + [f"afterwards {one[0]}: {one[1]!r}" if one != "end" else one for one in after]


def difference(wanted, got):
    """Returns how answers differ, from a little before the first place that does."""
    for a, b in zip(told(wanted), told(got)):
        if a != b:
            at = max(0, next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b))) - 60)
            return f"\n    stock {a[:50]}… {a[at:at + 300]}\n    ours  {b[:50]}… {b[at:at + 300]}"
    return f"\n    stock {told(wanted)[-1:]}\n    ours  {told(got)[-1:]}" if wanted != got else ""


class Table:
    """golden.tsv."""

    def __init__(self):
        self.rows, self.used = {}, set()
        for line in TABLE.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                program, name, nth, why = line.split("\t")
                self.rows[program, name, nth] = why

    def why(self, sample):
        """Returns why a sample may be answered differently, or None."""
        for nth in (str(sample.nth), "*"):
            key = sample.program, sample.name, nth
            if key in self.rows:
                self.used.add(key)
                return self.rows[key]
        return None

    def unused(self, samples):
        """Returns the lines of these samples that had no difference."""
        names = {(sample.program, sample.name) for sample in samples}
        return [" ".join(key) for key in self.rows if key[:2] in names and key not in self.used]


def objects_are_there(counts, name, answers):
    """The state is what it should be: else all could agree that nothing is there."""
    peer = answers.connected("remote")
    with contextlib.closing(peer.socket):
        for procedure, names in LOOKUPS.items():
            for one in names:
                header, body = ask(peer, frame(answers.remote(procedure), message.string(one), serial=LAST))
                if header[5] != OK:
                    counts.report("failed", f"golden: {name} has {one}", error(body))


def judge(counts, table, sample, old, new, ours):
    """Judges one call: answers of 9.0.0, of 12.8.0 or None, and ours."""
    against = new or old
    same = against == ours if new else told(old) == told(ours)
    if same:
        counts.expect(True, "")
        return
    why = table.why(sample)
    if why:
        counts.expect(True, "")
    elif new is None:
        counts.skip(f"golden: {sample}", "differs from 9.0.0, and 12.8.0 is not there")
    else:
        like_old = " (as 9.0.0)" if told(old) == told(ours) else ""
        counts.expect(False, f"golden: {sample}{like_old}: {difference(against, ours)}")


def compare(counts, wanted=()):
    """Makes all calls, or those of some procedures."""
    samples = [one for one in corpus.samples(KINDS) if (not wanted or one.name in wanted) and one.name not in OF_CLIENTS]
    table = Table()
    newest = Root("sid")
    why = newest.unfit()
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="oxivirt-golden-")))
        folder.chmod(0o755)
        (folder / "node.xml").write_text(NODE, encoding="utf-8")
        (folder / "ours").mkdir()
        ours = Answers(stack.enter_context(OwnDaemon("libvirtd", folder / "ours")), folder / "node.xml")
        old = Answers(stack.enter_context(StockDaemon(str(folder / "stock"), "session")), folder / "node.xml")
        new = None
        if not why:
            daemon = stack.enter_context(newest.start())
            pathlib.Path(daemon.scratch, "node.xml").write_text(NODE, encoding="utf-8")
            new = Answers(daemon, daemon.visible("node.xml"))
        for name, answers in (("9.0.0", old), ("12.8.0", new), ("ours", ours)):
            if answers:
                objects_are_there(counts, name, answers)
        for sample in samples:
            judge(counts, table, sample, old.to(sample), new and new.to(sample), ours.to(sample))
        counts.check("golden: our libvirtd lives", "" if ours.daemon.alive() else ours.daemon.last_words(), f"{len(samples)} calls")
    if not why and not wanted:
        counts.check("golden.tsv: every line has a difference", ", ".join(table.unused(samples)))


def main():
    """Compares what the arguments name, or all."""
    clean_up_on_sigterm()
    counts = Counts("daemon-golden")
    compare(counts, sys.argv[1:])
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
