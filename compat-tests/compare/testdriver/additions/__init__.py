"""What our test driver has and the stock library's has not: each program prints what it sees, which must be what NAME.expected holds.

    def main(folder): …        # run by __main__; `folder` is its own
"""

import pathlib

import libvirt

from compare.testdriver import say

TOP = pathlib.Path(__file__).resolve().parents[4]
# The example of the documentation.
NODE = TOP / "docs/examples/node.xml"
FOLDER = None


def write_node(name, text):
    """Writes a node file into the program's folder and returns its path."""
    path = FOLDER / name
    path.write_text(text)
    return path


def state(dom):
    """What is told of a domain in a list."""
    return dom.name(), *dom.state()[:2], dom.ID(), dom.isPersistent()


class Events(say.Events):
    """Notes more kinds of events, and ends with its connections."""

    def __init__(self):
        super().__init__()
        self.registered = []

    def noting(self, conn, *arguments):
        """Registers a callback that `close` deregisters."""
        self.registered.append((conn, conn.domainEventRegisterAny(None, *arguments)))

    def lifecycle(self, conn, whose, dom=None):
        """As its parent's."""
        self.registered.append((conn, super().lifecycle(conn, whose, dom)))

    def close(self, *conns):
        """Closes connections: what only they had is gone."""
        for conn, number in self.registered:
            if conn in conns:
                conn.domainEventDeregisterAny(number)
        self.registered = [(conn, number) for conn, number in self.registered if conn not in conns]
        for conn in conns:
            conn.close()

    def jobs(self, conn, whose):
        """Notes jobs of domains that are done."""
        def note(_, one, params, __):
            self.noted.append((whose, one.name(), "job", sorted(params.items())))
        self.noting(conn, libvirt.VIR_DOMAIN_EVENT_ID_JOB_COMPLETED, note, None)

    def block_jobs(self, conn, whose):
        """Notes jobs on disks, by both events."""
        for event in (libvirt.VIR_DOMAIN_EVENT_ID_BLOCK_JOB, libvirt.VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2):
            def note(_, one, disk, kind, status, number):
                self.noted.append((whose, one.name(), number, disk, kind, status))
            self.noting(conn, event, note, event)
