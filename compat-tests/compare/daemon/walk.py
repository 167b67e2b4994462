"""The stock virsh and virt-admin, of 12.8.0 and of 9.0.0, driving the test driver of our libvirtd and of the stock one of 12.8.0, over a unix
socket and over tcp: each line of compare/virsh/cases prints the same through both.

usage: compat-tests/run compare.daemon.walk [--every N] [FILE ...]     (N: every so many lines; 12.8.0 over unix runs all of those)
"""

import argparse
import contextlib
import pathlib
import re
import sys
import tempfile

from compare.virsh import __main__ as lines
from lib.counting import Counts
from lib.front_daemon import OwnDaemon
from lib.processes import clean_up_on_sigterm
from lib.roots import Root

# Client, transport, and how many lines are passed over for one that runs: the lines are the same, and 9.0.0 knows fewer of them.
WAYS = (("12.8.0", "unix", 1), ("12.8.0", "tcp", 7), ("9.0.0", "unix", 3), ("9.0.0", "tcp", 11))
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

    def __init__(self, client, transport, stock, ours, folder):
        super().__init__(stock, pathlib.Path("/usr/bin"), folder)
        self.ends = {"stock": stock, "ours": ours}
        self.uris = {side: self.uri(transport, end) for side, end in self.ends.items()}
        program = self.commands["stock"] if client == "12.8.0" else (lambda name: [f"/usr/bin/{name}"])
        self.commands = {side: program for side in self.ends}

    @staticmethod
    def uri(transport, end):
        """Returns the URI of a daemon's test driver."""
        return end.test_uri if transport == "unix" else f"test+tcp://127.0.0.1:{end.tcp_port}/default"

    def run(self, side, case):
        """Runs it on the side's daemon; its own URI is masked."""
        self.daemon = End(self.uris[side])
        self.admin_uri = f"libvirtd:///system?socket={self.ends[side].admin_socket}"
        found = super().run(side, case)
        return [one.replace(self.uris[side].encode(), b"URI") if isinstance(one, bytes) else one for one in found]


class End:
    """What a runner asks of a daemon."""

    def __init__(self, uri):
        self.test_uri = uri


def compare(counts, files, every=1):
    """Runs the lines of these files."""
    why = Root("sid").unfit()
    if why:
        counts.skip("virsh on our libvirtd", why)
        return
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="oxivirt-walk-")))
        folder.chmod(0o755)
        (folder / "ours").mkdir()
        stock = stack.enter_context(Root("sid").start(listen=("tcp",), network="host"))
        conf = {"log_filters": "4:*", "auth_unix_rw": "none", "auth_unix_ro": "none"}
        ours = OwnDaemon("libvirtd", folder / "ours", system=True, conf=conf, listen=("tcp",))
        stack.enter_context(ours)
        cases = [case for case in lines.cases_of(files) if case.where.split(":")[0] not in DIFFERENT and not case.raw and not case.guest]
        for client, transport, step in WAYS:
            walker = Walker(client, transport, stock, ours, folder / f"{client}-{transport}")
            for case in cases[::step * every]:
                name, problem = f"{client} {transport} {case.where}: {case.line}", walker.compare(case)
                why = next((why for line, why in DIFFERENT_LINES.items() if case.line.startswith(line)), None)
                if why:
                    counts.check(name, "" if problem else "the same as stock", why)
                elif problem and STOCK_LACKS.search(problem):
                    counts.skip(name, "our test driver has what the stock one has not")
                else:
                    counts.check(name, problem)


def main():
    """Runs what the command line names."""
    clean_up_on_sigterm()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    counts = Counts("daemon-walk")
    compare(counts, options.files or sorted((lines.HERE / "cases").glob("*.txt")), options.every)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
