"""The life of a connection over ssh: hosts that go silent at every stage, daemons that stop, ssh that is killed.

Only ours has deadlines; what both have (ssh ends during a call) runs on both.
"""

import os
import select
import shutil
import signal
import socket
import subprocess

from compare.transports.live import LIBRARIES, uri
from compare.transports.servers import hang
from lib.library import environment, program

TRANSPORTS = ("ssh", *LIBRARIES)
# Of connecting and calling; far above what a loaded machine adds to them, far below any test's own limit.
LIMIT = "1"
WITHIN = 12


def add_hosts(place):
    """Hosts that let wait."""
    hosts = place.hosts
    keys = "AuthenticationMethods publickey\n"
    hosts.listen("mute", hang)
    # Whoever connects there waits.
    place.never = socket.socket(socket.AF_UNIX)
    place.never.bind(place.at("never"))
    place.never.listen()
    hosts.listen("closing", lambda peer: peer.close())
    hosts.listen("other service", other_service)
    hosts.add("slow session", keys, auth=[], session=[f"required pam_exec.so {shutil.which('nc')} -U {place.at('never')}"])
    hosts.add("silent command", keys + "ForceCommand cat >/dev/null\n")
    hosts.add("talking command", keys + "ForceCommand echo 'said by the host' >&2; cat >/dev/null\n")
    hosts.add("life", keys)


def other_service(peer):
    """Not ssh."""
    with peer:
        peer.sendall(b"220 mail.example ESMTP\r\n")
        peer.recv(1024)


def address(ground, transport, host, **parameters):
    """Returns the URI of a host, for a key that is let in."""
    where = f"root@127.0.0.1:{ground.hosts.ports[host]}"
    known = {"command": ground.place.ssh, "no_tty": "1"} if transport == "ssh" else {
        "sshauth": "privkey", "known_hosts": ground.at("known")}
    return uri(f"qemu+{transport}", where, keyfile=ground.at("user_key"), **known, **parameters)


def silent_cases(ground):
    """Yields what an open that gets no further must end with: the case and the beginning of its error."""
    for transport in TRANSPORTS:
        def case(name, host, **parameters):
            return {"name": f"{transport} {name}", "within": WITHIN, "uri": address(ground, transport, host, **parameters)}

        yield case("no banner", "mute", connect_timeout=LIMIT), "error: 68 "
        yield case("no session", "slow session", connect_timeout=LIMIT), "error: 68 "
        yield case("silent command", "silent command", connect_timeout=LIMIT), "error: 68 "
        yield case("silent command, call_timeout", "silent command", call_timeout=LIMIT), "error: 68 "
        yield case("talking command", "talking command", connect_timeout=LIMIT), "error: 68 "
        closed = "error: 38 7 2 104 Cannot recv data: " if transport == "ssh" else ""
        yield case("closes at once", "closing"), closed or "SSH session handshake failed: "
        yield case("another service", "other service", connect_timeout="10"), closed or "SSH session handshake failed: "


class Client:
    """life_client.py and what it says."""

    def __init__(self, place, libdir, target):
        command = program(libdir, "compare.transports.life_client", target)
        # What the library warns of would come between the program's lines.
        around = environment(libdir, HOME=place.at("home"), LIBVIRT_DEBUG="error")
        self.process = subprocess.Popen(command, env=around, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True, start_new_session=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()

    def hear(self):
        """Returns the next line, without its end."""
        return self.process.stdout.readline().rstrip("\n")

    def opened(self):
        """Returns "open" if the connection is there, else what happened instead."""
        line = self.hear()
        return line if line == "open" else line + self.process.stdout.read()

    def say(self, line):
        """One line."""
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def answer(self):
        """Returns how long a call took, and its result."""
        line = self.hear()
        seconds, _, text = line.partition(" ")
        try:
            return float(seconds), text
        except ValueError:
            return float("inf"), line + self.process.stdout.read()

    def end(self):
        """Returns what is left after closing."""
        self.say("close")
        return self.hear()


def children(pid):
    """Returns the processes a process started, itself not among them, and theirs."""
    found = []
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as handle:
            found += [int(word) for word in handle.read().split()]
    return found + [deeper for child in found for deeper in children(child)]


def name_of(pid):
    """Returns what runs as this process."""
    with open(f"/proc/{pid}/comm", encoding="utf-8") as handle:
        return handle.read().strip()


class Stopped:
    """The daemon does nothing for a while."""

    def __init__(self, daemon):
        self.pids = [pid for pid in children(daemon.process.pid) if name_of(pid) in ("libvirtd", "rpc-libvirtd")]

    def __enter__(self):
        assert self.pids, "no libvirtd among the daemon's processes"
        for pid in self.pids:
            os.kill(pid, signal.SIGSTOP)

    def __exit__(self, *_):
        for pid in self.pids:
            os.kill(pid, signal.SIGCONT)


GONE = "left: children False, descriptors 0"


def stuck(ground, libdir, transport):
    """ssh stops doing anything: the call ends in time, and closing too. What is wrong, or nothing."""
    with Client(ground.place, libdir, address(ground, transport, "life", call_timeout=LIMIT)) as client:
        opened = client.opened()
        for pid in children(client.process.pid):
            if name_of(pid) == "ssh":
                os.kill(pid, signal.SIGSTOP)
        client.say("call")
        client.hear()
        seconds, first = client.answer()
        left = client.end()
    good = opened == "open" and first.startswith("error 68 ") and seconds < WITHIN and left == GONE
    return "" if good else f"{opened} | {seconds} {first} | {left}"


def deadline(ground, libdir, transport):
    """Calls a daemon that stopped: that ends in time, and the connection lives on. Returns what is wrong, or nothing."""
    with Client(ground.place, libdir, address(ground, transport, "life", call_timeout=LIMIT)) as client:
        opened = client.hear();
        with Stopped(ground.place.daemon):
            client.say("call")
            client.hear()
            seconds, first = client.answer()
        client.say("call")
        client.hear()
        _, second = client.answer()
        left = client.end()
    good = opened == "open" and first.startswith("error 68 ") and "connect_get_hostname" in first and seconds < WITHIN
    return "" if good and second == "answer True" and left == GONE else f"{opened} | {seconds} {first} | {second} | {left}"


def killed(ground, libdir, transport, who):
    """ssh ends while a call waits: the call has its error at once, with ssh's last words."""
    with Client(ground.place, libdir, address(ground, transport, "life")) as client:
        opened = client.hear();
        with Stopped(ground.place.daemon):
            client.say("call")
            client.hear()
            if who == "ssh":
                victims = [pid for pid in children(client.process.pid) if name_of(pid) == "ssh"]
            else:
                victims = [pid for pid in children(os.getpid()) if name_of(pid) == "sshd"]
            for pid in victims:
                os.kill(pid, signal.SIGKILL if who == "sshd" else signal.SIGTERM)
            seconds, first = client.answer()
        client.say("call")
        client.hear()
        _, second = client.answer()
        left = client.end()
    return opened, seconds, first, second, left


def ended_well(result, words):
    """Returns true if a call that lost its ssh told it, in time and completely."""
    opened, seconds, first, second, left = result
    # The request may or may not be on its way.
    told = first.startswith(("error 38 End of file while reading data: ", "error 38 Cannot recv data: ", "error 38 Cannot write data"))
    told = told and any(word in first for word in words)
    return opened == "open" and told and seconds < WITHIN and second == LOST and left == GONE


def abandoned(ground, libdir, transport):
    """Kills the program: its ssh ends too. Returns what is wrong, or nothing."""
    # nc is told to end with its input.
    way = {"proxy": "netcat", "socket": ground.place.daemon.socket}
    with Client(ground.place, libdir, address(ground, transport, "life", **way)) as client:
        opened = client.opened()
        left = [os.pidfd_open(pid) for pid in children(client.process.pid) if name_of(pid) == "ssh"]
        client.process.kill()
        ended = all(select.select([pidfd], [], [], WITHIN)[0] for pidfd in left)
        for pidfd in left:
            os.close(pidfd)
    return "" if opened == "open" and left and ended else f"{opened} | {len(left)} ssh | ended: {ended}"


LOST = "error 1 internal error: client socket is closed"
# ssh says one or the other, as its writing or its reading fails first.
LAST_WORDS = ("closed by remote host", "client_loop: send disconnect: Broken pipe")


def check(ground, libdir, run, counts):
    """Everything, or what the stock library of another version does. Daemons are stopped for some of it: nothing else may
    use them meanwhile."""
    libdir = None if ground.place.newest else libdir
    if libdir:
        expected = {case["name"]: (case, start) for case, start in silent_cases(ground)}
        lines = run(ground.place, [case for case, _ in expected.values()], libdir)
        for name, (_, start) in expected.items():
            got = lines[name]
            # One line: in time, no process left, no descriptor.
            counts.expect(len(got) == 1 and got[0].startswith("error: ") and start in got[0], name, *got)
    for where, transport in [(None, "ssh"), *((libdir, transport) for transport in TRANSPORTS if libdir)]:
        # The stock library's other two have no ssh that could be killed.
        who = "ours" if where else "stock"
        result = killed(ground, where, transport, "ssh")
        counts.expect(ended_well(result, ("",)), f"{who}: {transport} is killed during a call", *map(str, result))
        result = killed(ground, where, transport, "sshd")
        counts.expect(ended_well(result, LAST_WORDS), f"{who}: {transport}'s host is lost during a call", *map(str, result))
        if where:
            wrong = deadline(ground, libdir, transport)
            counts.expect(not wrong, f"{transport} call_timeout", wrong)
            wrong = stuck(ground, libdir, transport)
            counts.expect(not wrong, f"{transport} is stopped during a call", wrong)
            wrong = abandoned(ground, libdir, transport)
            counts.expect(not wrong, f"{transport}, the program is killed", wrong)
