"""Runs client.py over every transport but TLS on the stock library and on ours (OXIVIRT_LIBDIR): same lines.

One private daemon; a relay on a port of the kernel's choice makes it reachable over TCP, and sshd serves connections of
another such port one at a time (`sshd -i`). Where the two libraries are meant to differ the expected line is written
down here; since.py has what the stock library of the version ours is says otherwise than this machine's. Without
OXIVIRT_LIBDIR only the stock library runs. --client sid compares with the stock library of another version, without what
does not need it. Last line: `transports: N passed, N failed, N skipped`.
"""

import argparse
import concurrent.futures
import itertools
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile

from compare.transports import doctor, life, live, terminal
from compare.transports.live import TOGETHER, uri
from compare.transports.servers import SSHD, Hosts, script
from compare.transports.since import as_since
from lib.counting import Counts
from lib.daemon import StockDaemon, namespaces_work
from lib.library import add_client_option, choose_client, environment, ours, program
from lib.processes import clean_up_on_sigterm
from lib.relay import Listener, relay_to

DEADLINE = 1800

PRINTING_SSH = """#!/bin/sh
printf '%s\\0' "$@" >'{record}'
echo 'said by ssh' >&2
# The request is read, so that the end of the connection looks the same every time.
head -c 28 >/dev/null
"""


class Place:
    """Everything the cases refer to."""

    def __init__(self, root, daemon, newest):
        self.root, self.daemon = root, daemon
        # The stock library is not this machine's, but of the version ours is.
        self.newest = newest
        self.record = self.at("record")
        self.fake = script(self.at("fake-ssh"), PRINTING_SSH.format(record=self.record))
        os.mkdir(self.at("home"))
        self.tcp = Listener(relay_to(daemon.socket))
        # Bound, and not listening: nobody else gets it meanwhile.
        self.closed = socket.socket()
        self.closed.bind(("127.0.0.1", 0))
        self.closed_port = self.closed.getsockname()[1]

    def at(self, *names):
        """Returns a path in the private folder."""
        return os.path.join(self.root, *names)

    def start_sshd(self):
        """Two hosts: one has everything, the other neither the helper nor nc."""
        for name, phrase in [("host_ed25519", ""), ("other_ed25519", ""), ("user_key", ""), ("stranger_key", ""),
                             ("locked_key", "phrase")]:
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", phrase, "-C", name, "-f", self.at(name)], check=True)
        with open(self.at("authorized_keys"), "w", encoding="utf-8") as handle:
            for name in ("user_key", "locked_key"):
                handle.write(open(self.at(name + ".pub"), encoding="utf-8").read())
        self.hosts = hosts = Hosts(self.root, self.daemon)
        hosts.add("everything", "AuthenticationMethods publickey\n")
        hosts.add("nothing", "AuthenticationMethods publickey\n", path=hosts.bare)
        live.add_hosts(self)
        life.add_hosts(self)
        self.ssh_port, self.bare_port = hosts.ports["everything"], hosts.ports["nothing"]
        hosts.known_hosts("known", "host_ed25519")
        hosts.known_hosts("changed", "other_ed25519")
        # The user's own configuration and known hosts stay out of this.
        self.ssh = script(self.at("ssh"), f"#!/bin/sh\nexec ssh -F none -o UserKnownHostsFile='{self.at('known')}' \"$@\"\n")


def argument_cases(place):
    """Yields every combination of the parameters that ssh is told, and every one of those that make the remote command."""
    def combinations(choices):
        for values in itertools.product(*choices.values()):
            yield dict(zip(choices, values))

    where = {"port": ["", ":2222"], "user": ["", "u@"], "keyfile": [None, "/k k"], "no_tty": [None, "1"],
             "no_verify": [None, "1"]}
    what = {"proxy": [None, "auto", "netcat", "native"], "netcat": [None, "nc", "/opt/n'c x"], "socket": [None, "/s"],
            "ro": [False, True]}
    for number, chosen in enumerate(itertools.chain(combinations(where), combinations(what))):
        host = chosen.pop("user", "") + "h" + chosen.pop("port", "")
        read_only = chosen.pop("ro", False)
        parameters = {name: value for name, value in chosen.items() if value is not None}
        yield {"name": f"arguments {number}", "record": place.record, "ro": read_only,
               "uri": uri("qemu+ssh", host, command=place.fake, **parameters)}


def spelling_cases(place):
    """Names, paths and schemes that are unusual and safe; commands that are not there; hosts that do not answer."""
    fake = {"command": place.fake}
    # Longer than a part of a name may be: no server is asked for it, which may or may not answer at that moment. libssh refuses that.
    nowhere = "a" * 64 + ".invalid"
    some = {
        "no host": uri("qemu+ssh", **fake),
        "IPv6 host": uri("qemu+ssh", "[::1]", **fake),
        "domain user": uri("qemu+ssh", "D%5Cu@h", **fake),
        "user with space": uri("qemu+ssh", "a%20b@h", **fake),
        "other parameters": uri("qemu+ssh", "h", known_hosts="/x", sshauth="agent", pkipath="/y", foo="bar", **fake),
        "fragment": uri("qemu+ssh", "h", **fake) + "#part",
        "session": uri("qemu+ssh", "h", "/session", **fake),
        "driver left to the daemon": uri("remote+ssh", "h", "/", **fake),
        "name": uri("qemu+ssh", "h", name="lxc:///x y", **fake),
        "zero port": uri("qemu+ssh", "h:0", **fake),
        "flags off": uri("qemu+ssh", "h", no_tty="0", no_verify="0", **fake),
        "empty socket": uri("qemu+ssh", "h", socket="", **fake),
        "empty netcat": uri("qemu+ssh", "h", netcat="", **fake),
        "empty keyfile": uri("qemu+ssh", "h", keyfile="", **fake),
        "unknown proxy": uri("qemu+ssh", "h", proxy="x", **fake),
        "socket for the helper": uri("qemu+ssh", "h", socket="/s 'x:1&", proxy="native", **fake),
        "socket and mode for the helper": uri("qemu+ssh", "h", mode="legacy", proxy="native", SOCKET="/s", **fake),
        "socket and name": uri("qemu+ssh", "h", socket="/s", proxy="native", name="lxc:///", **fake),
        "socket, driver left to the daemon": uri("remote+ssh", "h", "/", socket="/s", proxy="native", **fake),
        "socket of a session": uri("qemu+ssh", "h", "/session", socket="/s", proxy="auto", **fake),
        "mode auto": uri("qemu+ssh", "h", mode="auto", **fake),
        "mode direct": uri("qemu+ssh", "h", mode="direct", **fake),
        "empty command": uri("qemu+ssh", "h", command=""),
        "no such command": uri("qemu+ssh", "h", command="no-such-command"),
        "no such relative command": uri("qemu+ssh", "h", command="./x"),
        "no such absolute command": uri("qemu+ssh", "h", command="/nonexistent/x"),
        "command without permission": uri("qemu+ssh", "h", command="/etc/passwd"),
        "ext without command": uri("qemu+ext"),
        "ext says something": uri("qemu+ext", **fake),
        "tcp refused": uri("qemu+tcp", f"127.0.0.1:{place.closed_port}"),
        "tcp without address": uri("qemu+tcp", nowhere),
        "libssh refused": uri("qemu+libssh", f"127.0.0.1:{place.closed_port}", sshauth="agent"),
        "libssh2 refused": uri("qemu+libssh2", f"127.0.0.1:{place.closed_port}", sshauth="agent"),
        "libssh without address": uri("qemu+libssh", "no-such-host.invalid", sshauth="agent"),
        "libssh unknown method": uri("qemu+libssh", "h", sshauth="agent,x"),
        "libssh unknown verification": uri("qemu+libssh", "h", sshauth="agent", known_hosts_verify="x"),
        "libssh2 unknown method": uri("qemu+libssh2", "h", sshauth="agent,x"),
        "libssh2 unknown verification": uri("qemu+libssh2", "h", sshauth="agent", known_hosts_verify="x"),
    }
    for name, text in some.items():
        yield {"name": name, "uri": text, "record": place.record}


def plain_cases(place):
    """TCP and ext to the daemon."""
    relay = script(place.at("relay"), f"#!/bin/sh\nexec nc -U '{place.daemon.socket}'\n")
    yield {"name": "tcp", "uri": uri("qemu+tcp", f"127.0.0.1:{place.tcp.port}")}
    yield {"name": "tcp by name", "uri": uri("qemu+tcp", f"localhost:{place.tcp.port}")}
    yield {"name": "ext", "uri": uri("qemu+ext", command=relay)}
    yield {"name": "ext with host", "uri": uri("qemu+ext", "host", command=relay)}


def ssh_cases(place):
    """Yields cases of a real ssh to a real sshd."""
    host = f"root@127.0.0.1:{place.ssh_port}"
    base = {"command": place.ssh, "no_tty": "1", "keyfile": place.at("user_key")}
    sock = {"socket": place.daemon.socket}
    yield {"name": "ssh auto", "uri": uri("qemu+ssh", host, **base)}
    yield {"name": "ssh native", "uri": uri("qemu+ssh", host, proxy="native", **base)}
    yield {"name": "ssh netcat", "uri": uri("qemu+ssh", host, proxy="netcat", **sock, **base)}
    yield {"name": "ssh netcat path", "uri": uri("qemu+ssh", host, netcat=shutil.which("nc"), **sock, **base)}
    yield {"name": "ssh nowhere", "uri": uri("qemu+ssh", host, socket="/nonexistent/socket", **base)}
    yield {"name": "ssh stranger", "uri": uri("qemu+ssh", host, **dict(base, keyfile=place.at("stranger_key")))}


def library_cases(place, library):
    """libssh and libssh2, with and without somebody to ask."""
    host = f"root@127.0.0.1:{place.ssh_port}"
    known, changed = {"known_hosts": place.at("known")}, {"known_hosts": place.at("changed")}
    fresh = {"known_hosts": place.at(f"fresh-{library}")}
    base = {"sshauth": "privkey", "keyfile": place.at("user_key")}
    sock = {"socket": place.daemon.socket}

    def case(name, answers=None, **parameters):
        made = {"name": f"{library} {name}", "uri": uri(f"qemu+{library}", host, **parameters)}
        return made if answers is None else dict(made, answers=answers)

    yield case("known", **known, **base)
    yield case("socket", **known, **sock, **base)
    yield case("ignore", known_hosts_verify="ignore", **base)
    yield case("changed, ignored", known_hosts_verify="IGNORE", **changed, **base)
    yield case("unknown, nobody to ask", **fresh, **base)
    yield case("no_verify does not help", no_verify="1", **fresh, **base)
    yield case("stranger", **known, **dict(base, keyfile=place.at("stranger_key")))
    yield case("method not offered", **known, **dict(base, sshauth="password,keyboard-interactive"))
    yield case("auto adds", known_hosts_verify="auto", **fresh, **base)
    yield case("auto added", **fresh, **base)
    yield case("remote command fails", **known, **dict(base, socket="/nonexistent/socket"))


def asking_cases(place, library):
    """Questions and answers; the prompts are compared too."""
    host = f"root@127.0.0.1:{place.ssh_port}"
    known = {"known_hosts": place.at("known"), "sshauth": "privkey"}
    asked = {"known_hosts": place.at(f"asked-{library}"), "sshauth": "privkey", "keyfile": place.at("user_key")}
    locked = dict(known, keyfile=place.at("locked_key"))

    def case(name, answers, parameters):
        return {"name": f"{library} {name}", "uri": uri(f"qemu+{library}", host, **parameters), "answers": answers}

    yield case("host key, cannot be asked", {"5": "y"}, asked)
    yield case("host key, callback fails", {"6": None}, asked)
    yield case("host key refused", {"6": "n"}, asked)
    yield case("host key accepted", {"6": "Y"}, asked)
    yield case("host key remembered", {"6": None}, asked)
    yield case("passphrase", {"5": "phrase"}, locked)
    yield case("passphrase, first kind", {"6": "x", "7": "phrase", "5": "x"}, locked)
    yield case("passphrase, callback fails", {"7": None}, locked)
    if place.newest:
        # The older libssh transport takes the missing answer for a wrong one.
        yield case("passphrase, no answer", {"7": False}, locked)
        yield case("host key, no answer", {"6": False}, dict(asked, known_hosts=place.at(f"never-{library}")))
    yield case("passphrase, cannot be asked", {"6": "phrase"}, locked)


def hostile_cases(place):
    """Yields what must not become an option or a command: ours answers with this code and starts nothing."""
    fake = {"command": place.fake}
    touched = place.at("touched")
    for name, host, parameters in [
            ("host is an option", f"-oProxyCommand=touch%20{touched}", {}),
            ("host with command", f"$(touch%20{touched})", {}),
            ("user is an option", "-oProxyCommand=x@h", {}),
            ("user with command", f"%60touch%20{touched}%60@h", {}),
            ("user with NUL", "a%00b@h", {}),
            ("socket is an option", "h", {"socket": "-e"}),
            ("name is an option", "h", {"name": "-r"}),
            ("netcat is an assignment", "h", {"netcat": f"PATH={place.root}"}),
            ("port out of range", "h:70000", {}),
            ("netcat and native", "h", {"netcat": "nc", "proxy": "native"})]:
        yield {"name": name, "uri": uri("qemu+ssh", host, **fake, **parameters), "record": place.record}
        for library in ("libssh", "libssh2"):
            if name != "netcat and native":
                yield {"name": f"{library} {name}", "record": place.record,
                       "uri": uri(f"qemu+{library}", host, sshauth="agent", known_hosts_verify="ignore", **parameters)}


def own_cases(place):
    """Yields what only ours can do."""
    bare = f"root@127.0.0.1:{place.bare_port}"
    keys = {"keyfile": place.at("user_key")}
    sock = {"socket": place.daemon.socket}
    odd = place.at("odd 'name")
    if not os.path.lexists(odd):
        os.symlink(place.daemon.socket, odd)
    full = f"root@127.0.0.1:{place.ssh_port}"
    yield {"name": "forwarded", "uri": uri("qemu+ssh", bare, command=place.ssh, no_tty="1", **keys, **sock)}
    yield {"name": "forwarded, fork", "uri": uri("qemu+ssh", bare, command=place.ssh, no_tty="1", **keys, **sock), "fork": True}
    yield {"name": "fork", "uri": uri("qemu+ssh", full, command=place.ssh, no_tty="1", **keys, **sock), "fork": True}
    yield {"name": "odd socket path", "uri": uri("qemu+ssh", full, command=place.ssh, no_tty="1", socket=odd, **keys)}


def run(place, cases, libdir):
    """Returns the lines of the cases, by name."""
    plan = "".join(json.dumps(case) + "\n" for case in cases)
    command = program(libdir, "compare.transports.client")
    try:
        output = subprocess.run(command, input=plan.encode(), env=environment(libdir, HOME=place.at("home")), stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, timeout=DEADLINE, check=False, start_new_session=True).stdout
    except subprocess.TimeoutExpired as why:
        output = (why.stdout or b"") + f"no end within {DEADLINE} s\n".encode()
        print(output[-1000:].decode("utf-8", "replace"))
    lines = {case["name"]: [] for case in cases}
    for line in output.decode("utf-8", "replace").splitlines():
        name, tab, text = line.partition("\t")
        lines.setdefault(name if tab else "outside of cases", []).append(text if tab else line)
    return lines


def run_together(place, cases, libdir):
    """Returns the same as run() for cases that do not depend on each other: most of their time is waiting."""
    parts = [cases[first::TOGETHER] for first in range(TOGETHER)]
    with concurrent.futures.ThreadPoolExecutor(TOGETHER) as pool:
        lines = {}
        for found in pool.map(lambda part: run(place, part, libdir), parts):
            lines.update(found)
    return {case["name"]: lines.pop(case["name"]) for case in cases} | lines


# What is said of a name without an address, as the machine's resolver answers or has no server at that moment.
UNRESOLVED = re.compile("Name or service not known|Temporary failure in name resolution")

# Where the libraries are meant to differ: case to what ours says (a beginning, with the lines before it).
DIFFERENT = {
    # The stock library may find the socket closed before it can send.
    "no such absolute command": ["error: 38 7 2 104 Cannot recv data: libvirt:  error : cannot execute binary /nonexistent/x: "
                                 "No such file or directory: Connection reset by peer", "not run"],
    "command without permission": ["error: 38 7 2 104 Cannot recv data: libvirt:  error : cannot execute binary /etc/passwd: "
                                   "Permission denied: Connection reset by peer", "not run"],
    # Ours adds what the command had to say.
    "libssh remote command fails": ["error: 98 66 2 -1 libssh transport error: Remote command terminated with non-zero code: 1: "],
    "libssh2 remote command fails": ["error: 85 50 2 -1 SSH transport error: Remote command terminated with non-zero code: 1: "],
}


def compare(place, libdir, counts, ssh):
    """Runs every comparable case on both libraries; `ssh`: whether there is a real sshd."""
    groups = [list(argument_cases(place)), list(spelling_cases(place)), list(plain_cases(place))]
    if ssh:
        groups.append(list(ssh_cases(place)))
        for library in ("libssh", "libssh2"):
            groups.append(list(library_cases(place, library)) + list(asking_cases(place, library)))
    cases = list(itertools.chain(*groups))
    results = []
    for where in (None, libdir) if libdir else (None,):
        for library, kind in itertools.product(("libssh", "libssh2"), ("fresh", "asked")):
            if os.path.exists(place.at(f"{kind}-{library}")):
                os.unlink(place.at(f"{kind}-{library}"))
        before = {name: open(place.at(name), "rb").read() for name in ("known", "changed")} if ssh else {}
        results.append(run(place, cases, where))
        for name, content in before.items():
            counts.expect(open(place.at(name), "rb").read() == content, f"known hosts '{name}' untouched")
        for library in ("libssh", "libssh2") if ssh else ():
            path = place.at(f"fresh-{library}")
            added = open(path, encoding="utf-8").read().splitlines() if os.path.exists(path) else []
            counts.expect(len(added) == 1, f"{library} added one key")
    stock, here = results[0], results[-1]
    if libdir and not place.newest:
        stock = as_since(stock, {case["name"]: case["uri"] for case in cases})
    for name, expected in stock.items():
        # The stock library leaves some open; ours must not.
        expected = [line for line in expected if not line.startswith("descriptors: ") or here is stock]
        got = here.get(name, [])
        if name == "libssh without address":
            expected, got = ([UNRESOLVED.sub("no address", line) for line in lines] for lines in (expected, got))
        if name in DIFFERENT and libdir:
            wanted = DIFFERENT[name]
            good = len(got) == len(wanted) and all(line.startswith(start) for line, start in zip(got, wanted))
            counts.expect(good, name, "wanted:", *wanted, "got:", *got)
        else:
            counts.expect(got == expected and bool(got), name, "stock:", *expected, "got:", *got)
    for name in here.keys() - stock.keys():
        counts.expect(False, name, *here[name])


def own(place, libdir, counts, ssh):
    """What ours refuses and what only ours can do."""
    for name, lines in run(place, list(hostile_cases(place)), libdir).items():
        # VIR_ERR_INVALID_ARG, or a URI that does not parse.
        refused = len(lines) == 2 and lines[0].startswith(("error: 8 ", "error: 1 45 ")) and lines[1] == "not run"
        counts.expect(refused, name, *lines)
    counts.expect(not os.path.exists(place.at("touched")), "no command of a URI ran")
    if not ssh:
        return
    for name, lines in run(place, list(own_cases(place)), libdir).items():
        good = len(lines) >= 2 and lines[0].startswith("open: ") and lines[1] == "calls: True True"
        good = good and lines[2:] in ([], ["after fork: 1 True"])
        counts.expect(good, name, *lines)


def proofs(place, libdir, counts):
    """Logging in, host keys, silence and sudden ends, with a real sshd."""
    ground = live.Ground(place)
    try:
        live.check(ground, libdir, run_together, counts)
        terminal.check(ground, libdir, counts)
        if libdir and not place.newest:
            doctor.check(ground, libdir, counts)
        # The last one stops daemons.
        life.check(ground, libdir, run_together, counts)
    finally:
        ground.stop()


def main():
    """Everything, once per library."""
    clean_up_on_sigterm()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_client_option(parser)
    newest = bool(choose_client(parser.parse_args()))
    libdir, counts = ours(), Counts("transports")
    ssh = bool(SSHD) and os.geteuid() == 0
    with tempfile.TemporaryDirectory(prefix="transports-") as root:
        os.chmod(root, 0o755)
        with StockDaemon(os.path.join(root, "daemon")) as daemon:
            place = Place(root, daemon, newest)
            if ssh:
                place.start_sshd()
            else:
                counts.skip("ssh to a real sshd", "needs openssh-server and root")
            compare(place, libdir, counts, ssh)
            if libdir and not newest:
                own(place, libdir, counts, ssh)
            if ssh and not namespaces_work():
                counts.skip("an sshd with users of its own", "needs mount namespaces")
            elif ssh:
                proofs(place, libdir, counts)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
