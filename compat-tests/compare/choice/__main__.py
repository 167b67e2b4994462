"""Which daemon is opened, and what happens when there is none: stock, then ours (OXIVIRT_LIBDIR), then the differences.

Scripted daemons listen under the names of the real ones; configuration files lie in a directory of the test's own. A
user's daemon is started by an unprivileged client (`nobody` when the test is root). Cases of root need a mount namespace
and are skipped without one. Without OXIVIRT_LIBDIR only the stock library runs. Last line: `choice: N passed, N failed,
N skipped`.
"""

import json
import os
import pwd
import select
import shutil
import signal
import subprocess
import sys
import tempfile

from compare.choice import cases, fakes
from lib import library
from lib.counting import Counts
from lib.daemon import LIBVIRTD
from lib.processes import give_to_ordinary_user

HERE = os.path.dirname(os.path.abspath(__file__))
DEADLINE = 120
MANY = 200
# Standard error of a daemon that this library starts.
WORDS = "/memfd:stderr (deleted)"


class Env:
    """Directories for sockets and configuration, fresh for each case, always at the same place."""

    def __init__(self, root, privileged, xdg=True):
        self.privileged = privileged
        self.xdg = xdg
        self.base = os.path.join(root, "system" if privileged else "session" if xdg else "home")
        self.sockets = os.path.join(self.base, "run" if xdg else ".cache", "libvirt")
        self.conf = os.path.join(self.base, "conf" if xdg else ".config", "libvirt")
        self.programs = os.path.join(self.base, "programs")

    def fresh(self):
        """Empty directories; they keep their identity, because they may be mounted elsewhere."""
        for directory in (self.sockets, self.conf, self.programs):
            os.makedirs(directory, exist_ok=True)
            for name in os.listdir(directory):
                path = os.path.join(directory, name)
                if os.path.isdir(path):
                    shutil.rmtree(path)
                else:
                    os.unlink(path)
        self.own()

    def own(self):
        """All of it belongs to whoever the client is."""
        if not self.privileged:
            give_to_ordinary_user(self.base)

    def write(self, name, content):
        """A configuration file, or something that is none."""
        path = os.path.join(self.conf, name)
        spoil = content.get("spoil") if isinstance(content, dict) else None
        if spoil == "directory":
            os.mkdir(path)
        elif spoil == "fifo":
            os.mkfifo(path)
        else:
            size = {"enormous": (10 << 20) + 1, "large": 10 << 20}.get(spoil)
            text = "#" * size if size else "" if spoil else content
            with open(path, "w", encoding="utf-8", errors="surrogateescape", newline="") as handle:
                handle.write(text)
        os.chmod(path, 0o000 if spoil == "unreadable" else 0o755)

    def command(self, libdir, *arguments):
        """Returns the command that runs the client in this environment."""
        client = library.program(libdir, "compare.choice.client", *arguments)
        if self.privileged:
            # A new /run, so that nothing of the machine's own is seen.
            script = ('set -e; mount -t tmpfs none /run; mkdir /run/libvirt; mount --bind "$1" /run/libvirt; '
                      'mount --bind "$2" /etc/libvirt; shift 2; exec "$@"')
            return ["unshare", "--mount", "sh", "-c", script, "sh", self.sockets, self.conf, *client]
        if os.geteuid() == 0:
            user = pwd.getpwnam("nobody")
            return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups", *client]
        return client

    def environment(self, libdir):
        """Nothing of the machine's own."""
        environment = library.environment(libdir, HOME=self.base)
        # Starting daemons is what is looked at.
        del environment["LIBVIRT_AUTOSTART"]
        if self.xdg and not self.privileged:
            environment["XDG_RUNTIME_DIR"] = os.path.join(self.base, "run")
            environment["XDG_CONFIG_HOME"] = os.path.join(self.base, "conf")
        return environment


class Client:
    """client.py, running."""

    def __init__(self, around, libdir, *arguments):
        self.process = subprocess.Popen(around.command(libdir, *arguments), env=around.environment(libdir), text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
                                        stderr=subprocess.DEVNULL if arguments else None)

    def ask(self, request):
        """One request, one answer."""
        self.send(request)
        return self.receive()

    def send(self, request):
        """One request."""
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()

    def receive(self):
        """Its answer; a client that hangs ends the run."""
        signal.alarm(DEADLINE)
        try:
            line = self.process.stdout.readline()
        finally:
            signal.alarm(0)
        return json.loads(line) if line else {"answer": "the client ended", "leaked": 0}

    def close(self):
        """Its end, and that of what it forked."""
        try:
            self.process.stdin.close()
            self.process.wait(DEADLINE)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            raise


def alarm(_number, _frame):
    """A hang is a failure of the whole run."""
    raise TimeoutError(f"no answer within {DEADLINE} s")


def run_case(client, around, one):
    """Answer and what the sockets saw."""
    around.fresh()
    for key, name in (("conf", "libvirt.conf"), ("admin_conf", "libvirt-admin.conf")):
        if key in one:
            around.write(name, one[key])
    around.own()
    sockets = fakes.Sockets(around.sockets, one.get("sockets", []), one.get("silent", ()))
    try:
        request = {key: one[key] for key in ("call", "uri", "flags", "env") if key in one}
        answer = client.ask(request)
    finally:
        sockets.close()
    answer["seen"] = sockets.seen
    answer["left"] = sorted(name for name in os.listdir(around.sockets))
    return answer


def run_list(around, listed, libdir):
    """All cases of a list with one library."""
    around.fresh()
    clients = {False: Client(around, libdir), True: Client(around, libdir, "admin")}
    try:
        return [run_case(clients[one.get("call") == "admin"], around, one) for one in listed]
    finally:
        for client in clients.values():
            client.close()


def compare(counts, around, listed, libdir):
    """Stock, then ours."""
    kind = "root" if around.privileged else "user" if around.xdg else "home"
    # What is meant to differ may take seconds in the stock library, and is not needed to know that it differs.
    same = [one for one in listed if "ours" not in one]
    stock = run_list(around, same, None)
    for one, before in zip(same, stock):
        counts.expect(before["answer"] != "the client ended", f"{kind}: {one['name']}: stock client ended")
    if not libdir:
        return
    for one, before, after in zip(same, stock, run_list(around, same, libdir)):
        for what in ("answer", "seen", "left"):
            counts.expect(before[what] == after[what],
                          f"{kind}: {one['name']}: {what}\n  stock {before[what]}\n  here  {after[what]}")
        counts.expect(after["leaked"] == 0, f"{kind}: {one['name']}: {after['leaked']} descriptors leaked")
    own = [one for one in listed if "ours" in one] + (cases.OURS_ONLY if kind == "user" else [])
    for one, after in zip(own, run_list(around, own, libdir) if own else []):
        counts.expect(one["ours"] in json.dumps(after), f"{kind}: {one['name']}: no '{one['ours']}' in {after}")
        counts.expect(after["leaked"] == 0, f"{kind}: {one['name']}: {after['leaked']} descriptors leaked")
        counts.expect(not after["left"], f"{kind}: {one['name']}: left behind {after['left']}")


def starts(around):
    """Ends the scripted daemons that were started; returns how they were started."""
    path = os.path.join(around.programs, "started")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as handle:
        found = [json.loads(line) for line in handle]
    for one in found:
        try:
            # The scripted daemon is nobody's child here; that the number is still its own is as sure as can be.
            with open(f"/proc/{one['pid']}/cmdline", encoding="utf-8") as handle:
                words = handle.read().split("\0")
            if LIBVIRTD in words:
                # It takes its own processes with it.
                end = os.pidfd_open(one["pid"])
                os.kill(one["pid"], signal.SIGTERM)
                select.select([end], [], [], DEADLINE)
                os.close(end)
            elif any(around.programs in word for word in words):
                os.kill(one["pid"], signal.SIGKILL)
        except (FileNotFoundError, ProcessLookupError):
            pass
    return [one["how"] for one in found]


def install(around, real):
    """Two scripted daemons, or the real libvirtd behind a script that counts."""
    if real:
        path = os.path.join(around.programs, "libvirtd")
        with open(path, "w", encoding="utf-8") as handle:
            # The daemon needs the stock library's private symbols: a client on ours must not pass its library path on.
            handle.write(f"""#!/bin/sh
echo "{{\\"pid\\": $$, \\"how\\": \\"$*\\"}}" >>{around.programs}/started
exec {LIBVIRTD} "$@"
""")
        os.chmod(path, 0o755)
        return
    for name in ("libvirtd", "virtqemud"):
        shutil.copy(os.path.join(HERE, "daemon.py"), os.path.join(around.programs, name))
        os.chmod(os.path.join(around.programs, name), 0o755)
    shutil.copy(os.path.join(HERE, "fakes.py"), around.programs)


def start_case(around, libdir, request, real=False, beside=()):
    """Opens where nothing listens and two daemons are installed: the answer, and how which of them was started.

    With `beside`, a client with that library does the same at the same time.
    """
    around.fresh()
    shutil.rmtree(os.path.dirname(around.sockets))
    os.makedirs(os.path.dirname(around.sockets))
    install(around, real)
    around.own()
    clients = [Client(around, side) for side in (libdir, *beside)]
    try:
        for client in clients:
            client.send({**request, "env": {"LIBVIRTD_PATH": around.programs}})
        answer, *others = [client.receive() for client in clients]
    finally:
        for client in clients:
            client.close()
        daemons = starts(around)
    mode = os.stat(around.sockets).st_mode & 0o777
    left = sorted(os.listdir(around.sockets))
    shutil.rmtree(around.sockets)
    for other in others:
        answer["answer"] = {"all": [answer["answer"], other["answer"]]}
    return {"answer": answer["answer"], "daemons": daemons, "mode": oct(mode), "left": left}, answer["leaked"]


def compare_starts(counts, around, libdir):
    """Which daemon is started, how, and how often."""
    requests = {
        "legacy": {"uri": "qemu:///session"},
        "direct": {"uri": "qemu:///session?mode=direct"},
        "without a URI": {"uri": None},
        "test driver": {"uri": "test+unix:///default"},
        "many processes": {"uri": "qemu:///session", "processes": MANY},
    }
    for name, request in requests.items():
        stock, _ = start_case(around, None, request)
        counts.expect(len(stock["daemons"]) == 1, f"start: {name}: stock started {len(stock['daemons'])}")
        if libdir:
            ours, leaked = start_case(around, libdir, request)
            for one in ours["daemons"]:
                # So that the last words of a daemon that ends can be told (docs/DIFFERENCES.md).
                counts.expect(one["handed"]["2"] == WORDS, f"start: {name}: standard error {one['handed']['2']}")
                one["handed"]["2"] = "/dev/null"
            counts.expect(stock == ours, f"start: {name}\n  stock {stock}\n  here  {ours}")
            counts.expect(leaked == 0, f"start: {name}: {leaked} descriptors leaked")
    if libdir:
        # The stock library's lock does not hold between threads, so it is not asked.
        ours, leaked = start_case(around, libdir, {"uri": "qemu:///session", "threads": MANY})
        counts.expect(len(ours["daemons"]) == 1, f"start: threads: {len(ours['daemons'])} daemons")
        counts.expect(ours["answer"] == {"all": ['{"uri": "qemu:///session"}']}, f"start: threads: {ours['answer']}")
        counts.expect(leaked == 0, f"start: threads: {leaked} descriptors leaked")
        # Programs on either library keep to the same lock.
        both, _ = start_case(around, libdir, {"uri": "qemu:///session", "processes": MANY // 2}, beside=[None])
        each = {"all": ['{"uri": "qemu:///session"}', MANY // 2]}
        counts.expect(len(both["daemons"]) == 1, f"start: both libraries: {len(both['daemons'])} daemons")
        counts.expect(both["answer"] == {"all": [each, each]}, f"start: both libraries: {both['answer']}")


def compare_real(counts, around, libdir):
    """A real daemon, from many at once."""
    if not os.access(LIBVIRTD, os.X_OK):
        print(f"real daemon skipped: no {LIBVIRTD}")
        counts.add(skipped=1)
        return
    right = {"all": ['{"uri": "qemu:///session"}']}
    for kind in ("threads", "processes"):
        for side in (None, libdir) if libdir else (None,):
            if side is None and kind == "threads":
                # Its lock does not hold between threads.
                continue
            # Not more than the daemon accepts at once.
            result, _ = start_case(around, side, {"uri": "qemu:///session", kind: 100}, True)
            which = "here" if side else "stock"
            expected = right if kind == "threads" else {"all": [*right["all"], 100]}
            counts.expect(result["answer"] == expected, f"real: {kind}: {which}: {result['answer']}")
            counts.expect(result["daemons"] == ["--timeout=120"], f"real: {kind}: {which}: {result['daemons']}")


def main():
    """All of it."""
    counts = Counts("choice")
    signal.signal(signal.SIGALRM, alarm)
    libdir = library.ours()
    with tempfile.TemporaryDirectory(prefix="choice-") as root:
        os.chmod(root, 0o755)
        user = Env(root, False)
        compare(counts, user, cases.USER, libdir)
        compare_starts(counts, user, libdir)
        compare_real(counts, user, libdir)
        compare(counts, Env(root, False, xdg=False), cases.HOME, libdir)
        probe = ["unshare", "--mount", "true"]
        if os.geteuid() == 0 and subprocess.run(probe, check=False, stderr=subprocess.DEVNULL).returncode == 0:
            compare(counts, Env(root, True), cases.ROOT, libdir)
        else:
            print("cases of root skipped: no mount namespace")
            counts.add(skipped=len(cases.ROOT))
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
