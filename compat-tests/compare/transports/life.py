"""The life of a connection over ssh: hosts that go silent at every stage, daemons that stop, ssh that is killed.

Only ours has deadlines; what both have (ssh ends during a call) runs on both.
"""

import contextlib
import os
import select
import shutil
import signal
import socket
import subprocess

from compare.transports.live import LIBRARIES, uri
from compare.transports.servers import hang
from lib.library import environment, program
from lib.processes import command_name

TRANSPORTS = ("ssh", *LIBRARIES)
# Of connecting and calling.
LIMIT = "1"
# Of a call where the first is too short: the calls of opening have it too, and wait for ssh.
LONG_LIMIT = "20"
# What ends within the limits above has ended by then on a loaded machine too; any test's own limit is far above.
WITHIN = 60


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
    """Yields what an open that gets no further must end with: the case and the possible beginnings of its error."""
    for transport in TRANSPORTS:
        def case(name, host, **parameters):
            return {"name": f"{transport} {name}", "within": WITHIN, "uri": address(ground, transport, host, **parameters)}

        yield case("no banner", "mute", connect_timeout=LIMIT), "error: 68 "
        yield case("no session", "slow session", connect_timeout=LIMIT), "error: 68 "
        yield case("silent command", "silent command", connect_timeout=LIMIT), "error: 68 "
        yield case("silent command, call_timeout", "silent command", call_timeout=LIMIT), "error: 68 "
        yield case("talking command", "talking command", connect_timeout=LIMIT), "error: 68 "
        # ssh may have ended before the request is on its way.
        closed = ("error: 38 7 2 104 Cannot recv data: ", "error: 38 7 2 32 Cannot write data: ") if transport == "ssh" else (
            "SSH session handshake failed: ",)
        yield case("closes at once", "closing"), *closed
        yield case("another service", "other service", connect_timeout="50"), *closed


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

    def call(self):
        """Makes a call; returns how long it took, and its result."""
        self.say("call")
        self.hear()
        return self.answer()

    def end(self):
        """Returns what is left after closing."""
        self.say("close")
        return self.hear()


def children(pid):
    """Returns the processes a process started, itself not among them, and theirs. Any of them, and any thread, may end meanwhile."""
    found = []
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        for task in os.listdir(f"/proc/{pid}/task"):
            with (contextlib.suppress(FileNotFoundError, ProcessLookupError),
                  open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as handle):
                found += [int(word) for word in handle.read().split()]
    return found + [deeper for child in found for deeper in children(child)]


def send(pids, number):
    """Sends a signal to processes. One that was about to end when it was listed may be gone by now."""
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


class Stopped:
    """The daemon does nothing for a while."""

    def __init__(self, daemon):
        self.pids = [pid for pid in children(daemon.process.pid) if command_name(pid) in ("libvirtd", "rpc-libvirtd")]

    def __enter__(self):
        assert self.pids, "no libvirtd among the daemon's processes"
        send(self.pids, signal.SIGSTOP)

    def __exit__(self, *_):
        send(self.pids, signal.SIGCONT)


GONE = "left: children False, descriptors 0"


@contextlib.contextmanager
def limited(ground, libdir, transport):
    """A client whose calls have a limit, and what opened() said of it. A machine that is too busy for it when ssh starts gets the
    longer one."""
    for limit in (LIMIT, LONG_LIMIT):
        with Client(ground.place, libdir, address(ground, transport, "life", call_timeout=limit)) as client:
            opened = client.opened()
            if opened == "open" or limit == LONG_LIMIT:
                yield client, opened
                return


def stuck(ground, libdir, transport):
    """ssh stops doing anything: the call ends in time, and closing too. What is wrong, or nothing."""
    with limited(ground, libdir, transport) as (client, opened):
        send([pid for pid in children(client.process.pid) if command_name(pid) == "ssh"], signal.SIGSTOP)
        seconds, first = client.call()
        left = client.end()
    good = opened == "open" and first.startswith("error 68 ") and seconds < WITHIN and left == GONE
    return "" if good else f"{opened} | {seconds} {first} | {left}"


def deadline(ground, libdir, transport):
    """Calls a daemon that stopped: that ends in time, and the connection lives on. Returns what is wrong, or nothing."""
    with limited(ground, libdir, transport) as (client, opened):
        with Stopped(ground.place.daemon):
            seconds, first = client.call()
        # A machine that is too busy for one answer in time is not for each of many.
        for _ in range(30):
            _, second = client.call()
            if not second.startswith("error 68 "):
                break
        left = client.end()
    good = opened == "open" and first.startswith("error 68 ") and "connect_get_hostname" in first and seconds < WITHIN
    return "" if good and second == "answer True" and left == GONE else f"{opened} | {seconds} {first} | {second} | {left}"


def killed(ground, libdir, transport, who):
    """ssh ends while a call waits: the call has its error at once, with ssh's last words."""
    with Client(ground.place, libdir, address(ground, transport, "life")) as client:
        opened = client.opened()
        with Stopped(ground.place.daemon):
            client.say("call")
            client.hear()
            above = client.process.pid if who == "ssh" else os.getpid()
            victims = [pid for pid in children(above) if command_name(pid) == who]
            send(victims, signal.SIGKILL if who == "sshd" else signal.SIGTERM)
            seconds, first = client.answer()
        _, second = client.call()
        left = client.end()
    return opened, seconds, first, second, left


def ended_well(result, words, who):
    """Returns true if a call that lost its ssh told it, in time and completely."""
    opened, seconds, first, second, left = result
    told = first.startswith(("error 38 End of file while reading data: ", "error 38 Cannot recv data: ", "error 38 Cannot write data: "))
    told = told and any(word in first for word in words)
    # The request may or may not be on its way. Where it is not, the stock library does not read ssh's words.
    told = told or (who == "stock" and first == "error 38 Cannot write data: Broken pipe")
    return opened == "open" and told and seconds < WITHIN and second == LOST and left == GONE


def abandoned(ground, libdir, transport):
    """Kills the program: its ssh ends too. Returns what is wrong, or nothing."""
    # nc is told to end with its input.
    way = {"proxy": "netcat", "socket": ground.place.daemon.socket}
    with Client(ground.place, libdir, address(ground, transport, "life", **way)) as client:
        opened = client.opened()
        left = [os.pidfd_open(pid) for pid in children(client.process.pid) if command_name(pid) == "ssh"]
        client.process.kill()
        ended = all(select.select([pidfd], [], [], WITHIN)[0] for pidfd in left)
        for pidfd in left:
            os.close(pidfd)
    return "" if opened == "open" and left and ended else f"{opened} | {len(left)} ssh | ended: {ended}"


LOST = "error 1 internal error: client socket is closed"
# ssh says one or the other, as its writing or its reading fails first, and as sshd had read all when it was killed.
LAST_WORDS = ("closed by remote host", "client_loop: send disconnect: Broken pipe", "client_loop: send disconnect: Connection reset",
              "Read from remote host 127.0.0.1: Connection reset")


def check(ground, libdir, run, counts):
    """Everything, or what the stock library of another version does. Daemons are stopped for some of it: nothing else may
    use them meanwhile."""
    libdir = None if ground.place.newest else libdir
    if libdir:
        expected = {case["name"]: (case, starts) for case, *starts in silent_cases(ground)}
        lines = run(ground.place, [case for case, _ in expected.values()], libdir)
        for name, (_, starts) in expected.items():
            got = lines[name]
            # One line: in time, no process left, no descriptor.
            counts.expect(len(got) == 1 and got[0].startswith("error: ") and any(start in got[0] for start in starts), name, *got)
    for where, transport in [(None, "ssh"), *((libdir, transport) for transport in TRANSPORTS if libdir)]:
        # The stock library's other two have no ssh that could be killed.
        who = "ours" if where else "stock"
        result = killed(ground, where, transport, "ssh")
        counts.expect(ended_well(result, ("",), who), f"{who}: {transport} is killed during a call", *map(str, result))
        result = killed(ground, where, transport, "sshd")
        counts.expect(ended_well(result, LAST_WORDS, who), f"{who}: {transport}'s host is lost during a call", *map(str, result))
        if where:
            wrong = deadline(ground, libdir, transport)
            counts.expect(not wrong, f"{transport} call_timeout", wrong)
            wrong = stuck(ground, libdir, transport)
            counts.expect(not wrong, f"{transport} is stopped during a call", wrong)
            wrong = abandoned(ground, libdir, transport)
            counts.expect(not wrong, f"{transport}, the program is killed", wrong)
