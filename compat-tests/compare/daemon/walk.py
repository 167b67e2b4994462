"""Programs of the stock virsh 7.0.0, 9.0.0, 11.3.0 and 12.8.0, and ours, driving the test driver of our libvirtd and of the stock one of
12.8.0 over unix sockets, tcp, TLS and ssh: each line of compare/virsh/cases prints the same through both.

Every line is one pair's of client and transport, and each pair has lines of every file: see SCHEDULE. A line that an old client does not know is
run by the newest one as well.

usage: compat-tests/run compare.daemon.walk [--every N] [--client CLIENT] [--transport TRANSPORT] [FILE ...]
N: every so many of a pair's lines. A named client or transport has all lines.
"""

import argparse
import contextlib
import pathlib
import re
import sys
import tempfile

from compare.daemon import api
from compare.daemon.ends import CLIENTS, TRANSPORTS, Ends, client
from compare.virsh import __main__ as lines
from lib.counting import Counts
from lib.processes import clean_up_on_sigterm
from lib.roots import Root

NEWEST = "12.8.0", "unix"
# How many of so many lines each pair has: ssh takes much longer than the rest.
SHARES = {"unix": 3, "tcp": 3, "tls": 3, "ssh": 1}
SCHEDULE = [(name, transport) for transport in TRANSPORTS for _ in range(SHARES[transport]) for name in CLIENTS]
# An old client says so of commands and options that it does not have.
UNKNOWN = re.compile(rb"unknown command|unsupported option|doesn't support option|command '[^']*' doesn't support|is not supported by this")
# What the stock test driver says where ours works.
STOCK_LACKS = re.compile(r"stock b[^\n]*this function is not supported by the connection driver")
# Lines about what the two daemons are bound to differ in, and why.
DIFFERENT = {
    "admin": "settings of the daemons; compare.daemon.admin has them",
    "domain-save": "files of the daemon, which the stock one, in a root of its own, cannot see",
}
# Lines that differ, by how they begin, and why.
DIFFERENT_LINES = {
    "complete -- net-dhcp-leases default --mac": "our test driver has leases",
    "cpu-models x86_64": "each daemon reads the models of the libvirt that is installed beside it",
    "net-define --validate net.xml": "each daemon reads the schemas of the libvirt that is installed beside it",
    "net-create --validate net.xml": "as above",
    "nodedev-create --validate nodedev.xml": "each daemon has the words of the libxml2 that is installed beside it",
    "'net-desc default --config my text;": "the stock one does not set it, and says no reason",
    "nodedev-info computer": "our test driver has the autostart of node devices",
    "nodedev-info scsi_host11": "as above",
}


class Walker(lines.Runner):
    """Runs a line on one client and two daemons."""

    def __init__(self, command, uris, ends, folder, stock):
        super().__init__(ends.stock, pathlib.Path("/usr/bin"), folder)
        self.uris, self.stock = uris, stock
        self.commands = {side: command for side in uris}
        self.unknown = False

    def is_stock(self, side):
        return self.stock

    def run(self, side, case):
        """Runs it on the side's daemon; its own URI is masked."""
        self.daemon = End(self.uris[side])
        found = super().run(side, case)
        self.unknown = isinstance(found[1], bytes) and bool(UNKNOWN.search(found[1]))
        return [one.replace(self.uris[side].encode(), b"URI") if isinstance(one, bytes) else one for one in found]


class End:
    """What a runner asks of a daemon."""

    def __init__(self, uri):
        self.test_uri = uri


class Walk:
    """The pairs of client and transport that this machine has, and how they went."""

    def __init__(self, counts, ends, folder, pairs):
        self.counts, self.walkers = counts, {}
        commands = {name: client(name) for name in sorted({name for name, _ in pairs})}
        for name, transport in sorted(set(pairs)):
            command, why = commands[name]
            if transport == "ssh" and not ends.hosts:
                why = "there is no sshd"
            if why:
                counts.skip(f"{name} over {transport}", why)
                continue
            uris = {side: ends.uri(transport, side) for side in ends.daemons}
            self.walkers[name, transport] = Walker(command, uris, ends, folder / f"{name}-{transport}", CLIENTS[name] is not None)

    def judge(self, pair, case):
        """Runs a line; one that the client does not know says nothing about the daemons, and is run by the newest client as well."""
        walker = self.walkers.get(pair)
        if walker is None:
            return
        name, problem = f"{' '.join(pair)} {case.where}: {case.line}", walker.compare(case)
        why = next((why for line, why in DIFFERENT_LINES.items() if case.line.startswith(line)), None)
        if walker.unknown and pair[0] != NEWEST[0]:
            self.counts.check(name, problem, "the client does not know it")
            self.judge(NEWEST, case)
        elif why:
            self.counts.check(name, "" if problem else "the same as stock", why)
        elif problem and STOCK_LACKS.search(problem):
            self.counts.skip(name, "our test driver has what the stock one has not")
        else:
            self.counts.check(name, problem)


def compare(counts, files, every=1, only=(None, None)):
    """Runs the lines of these files, all of them with one client or one transport if those are named."""
    why = Root("sid").unfit()
    if why:
        counts.skip("virsh on our libvirtd", why)
        return
    named = [pair for pair in SCHEDULE if only[0] in (None, pair[0]) and only[1] in (None, pair[1])]
    pairs = [*dict.fromkeys(named)] if any(only) else SCHEDULE
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="oxivirt-walk-")))
        folder.chmod(0o755)
        ends = Ends(stack, folder)
        if not any(only):
            api.compare(counts, ends)
        walk = Walk(counts, ends, folder, [*pairs, NEWEST])
        cases = [case for case in lines.cases_of(files) if case.where.split(":")[0] not in DIFFERENT and not case.raw and not case.guest]
        for at, case in enumerate(cases):
            # Each pair takes every so many of its lines.
            if at // len(pairs) % every == 0:
                walk.judge(pairs[at % len(pairs)], case)


def main():
    """Runs what the command line names."""
    clean_up_on_sigterm()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--client", choices=CLIENTS)
    parser.add_argument("--transport", choices=TRANSPORTS)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    counts = Counts("daemon-walk")
    files = options.files or sorted((lines.HERE / "cases").glob("*.txt"))
    compare(counts, files, options.every, (options.client, options.transport))
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
