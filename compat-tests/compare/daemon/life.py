"""How a daemon starts and ends: command lines, configurations, exit statuses, process number files, signals, activation, idle timeouts.
Each run of the stock libvirtd is followed by the same run of ours, as an ordinary user in private folders; what is printed last and the
exit status must be the same, but for what is named here."""

import contextlib
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile

from lib.counting import Counts
from lib.daemon import LIBVIRTD, settings
from lib.front_daemon import CONF, program
from lib.processes import accepts, clean_up_on_sigterm, end_process, give_to_ordinary_user, ordinary_user, wait_until, write
from stress.callers.peer import AUTH_LIST, Peer

QUIET = {**CONF, "log_filters": "4:*"}
DEADLINE = 60.0
# A line of the log, before what it says.
LOG = re.compile(r"^\d{4}-\d\d-\d\d [\d:.+]+: \d+: \w+ : \w+:\d+ : ")


class Run:
    """One daemon in folders of its own."""

    def __init__(self, executable, arguments=(), *, conf=None, environment=None, text=None, wait=None, fds=()):
        self.folder = tempfile.mkdtemp(prefix="oxivirt-life-")
        os.chmod(self.folder, 0o755)
        for name in ("run/libvirt", "home", "config", "cache"):
            os.makedirs(os.path.join(self.folder, name))
        self.binary = os.path.join(self.folder, "libvirtd")
        if executable == LIBVIRTD:
            os.symlink(executable, self.binary)
        else:
            shutil.copy(executable, self.binary)
        self.conf = os.path.join(self.folder, "daemon.conf")
        write(self.conf, text if text is not None else settings({**QUIET, **(conf or {})}))
        give_to_ordinary_user(self.folder)
        run = os.path.join(self.folder, "run")
        self.socket = os.path.join(run, "libvirt", "libvirt-sock")
        self.pid_file = os.path.join(run, "libvirt", "libvirtd.pid")
        arguments = [word.format(conf=self.conf, folder=self.folder) for word in arguments]
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": os.path.join(self.folder, "home"), "XDG_RUNTIME_DIR": run,
                       "XDG_CONFIG_HOME": os.path.join(self.folder, "config"), "XDG_CACHE_HOME": os.path.join(self.folder, "cache"),
                       **{key: value.format(folder=self.folder) for key, value in (environment or {}).items()}}
        self.output = open(os.path.join(self.folder, "output"), "w+b")
        command = [self.binary, *arguments]
        if fds:
            # The descriptors become 3, 4, …, and LISTEN_PID names the process that the shell becomes.
            moved = " ".join(f"{3 + place}<&{fd}" for place, fd in enumerate(fds))
            command = ["sh", "-c", f'LISTEN_PID=$$ exec "$@" {moved}', "sh", *command]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=self.output, stderr=self.output, env=environment,
                                        pass_fds=fds, start_new_session=True, **ordinary_user())
        if wait:
            wait_until(self.process.pid, f"{wait} accepts a connection", lambda: accepts(wait.format(folder=self.folder)))

    def until_listening(self):
        """Waits until the socket accepts connections."""
        wait_until(self.process.pid, "the socket accepts a connection", lambda: accepts(self.socket))
        return self

    def last(self):
        """Returns the exit status, and the last line that was printed, without time and place."""
        status = self.process.wait(timeout=DEADLINE)
        self.output.seek(0)
        lines = self.output.read().decode(errors="replace").replace(self.folder, "DIR").splitlines()
        line = LOG.sub("", lines[-1]) if lines else ""
        return status, line

    def stop(self):
        """Ends it, and removes its folders."""
        # The number of one that has ended may be another process's by now.
        if self.process.poll() is None:
            end_process(self.process.pid, 15.0)
            self.process.wait()
        self.output.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def finished(executable, arguments=(), **more):
    """Returns how a run went that ends by itself."""
    run = Run(executable, arguments, **more)
    try:
        return run.last()
    finally:
        run.stop()


# Command line; configuration or None for the private one. Compared: exit status and last line.
ENDS = {
    "version": (["--version"], None),
    "timeout that is no number": (["--timeout", "x"], None),
    "negative timeout": (["--timeout", "-1"], None),
    "timeout that is too large": (["-t", "2147484"], None),
    "operand": (["what"], None),
    "no such configuration": (["-f", "/nonexistent/x.conf"], None),
    "no assignment": (["-f", "{conf}"], "max_clients\n"),
    "unterminated string": (["-f", "{conf}"], "\n\nhost_uuid = \"x\n"),
    "cut in a list": (["-f", "{conf}"], "sasl_allowed_username_list = [ \"a\", "),
    "a folder": (["-f", "{folder}"], None),
    "unreadable": (["-f", "/etc/shadow"], None),
    "enormous": (["-f", "{conf}"], "#" * (12 << 20) + "\n"),
    "no end of lines": (["-f", "{conf}"], "max_clients" + " " * 100_000),
    "a mode that is none": (["-f", "{conf}"], "unix_sock_rw_perms = \"888\"\n"),
}
# Compared: exit status; ours says file and line, or has words of its own.
STATUSES = {
    "unknown option": (["--foo"], None),
    "option without its value": (["--timeout"], None),
    "help": (["--help"], None),
    "wrong type": (["-f", "{conf}"], "max_clients = \"x\"\n"),
    "not a truth": (["-f", "{conf}"], "listen_tcp = 2\n"),
    "unknown authentication": (["-f", "{conf}"], "auth_unix_rw = \"foo\"\n"),
    "limits that contradict each other": (["-f", "{conf}"], "max_clients = 5\n"),
    "no such group": (["-f", "{conf}"], "unix_sock_group = \"no-such-group\"\n"),
    "access driver that is none": (["-f", "{conf}"], "access_drivers = [\"foo\"]\n"),
    "log level that is none": (["-f", "{conf}"], "log_level = 9\n"),
    "folder that is not there": (["-f", "{conf}"], "unix_sock_dir = \"/nonexistent\"\n"),
}


def compare_ends(counts, daemons):
    """Runs that end by themselves."""
    for table, whole in ((ENDS, True), (STATUSES, False)):
        for name, (arguments, text) in table.items():
            stock, ours = (finished(executable, arguments, text=text) for executable in daemons)
            if name == "version":
                stock, ours = ((status, re.sub(r"[\d.]+$", "N", line)) for status, line in (stock, ours))
            same = stock == ours if whole else stock[0] == ours[0]
            counts.check(name, "" if same else f"stock {stock}, ours {ours}")


def second(executable):
    """Returns how a second daemon ends that wants the same file."""
    first = Run(executable, ["-f", "{conf}"]).until_listening()
    try:
        held = pathlib.Path(first.pid_file).read_text() == str(first.process.pid)
        status, line = finished(executable, ["-f", "{conf}", "-p", first.pid_file])
        return held, status, line.replace(first.folder, "DIR"), accepts(first.socket)
    finally:
        first.stop()


def ended_by(executable, number):
    """Returns how a daemon ends after a signal, and what it leaves."""
    run = Run(executable, ["-f", "{conf}"]).until_listening()
    try:
        with Peer(run.socket) as client:
            # The socket is there before the drivers are; whoever is answered is the client of a daemon that has started.
            client.ask(AUTH_LIST)
            run.process.send_signal(number)
            status = run.process.wait(timeout=DEADLINE)
            return status, client.read(), os.path.exists(run.socket), os.path.exists(run.pid_file)
    finally:
        run.stop()


def idle(executable):
    """Returns that a daemon served which nobody needs, and how it ended."""
    with service_manager() as (path, manager):
        run = Run(executable, ["-f", "{conf}", "--timeout", "1"], environment={"NOTIFY_SOCKET": path})
        try:
            # What it told is there however long this process waits for its turn; the socket may be gone by now.
            served = manager.recv(100).strip()
            accepts(run.socket)
            return served, run.process.wait(timeout=DEADLINE), os.path.exists(run.socket)
        finally:
            run.stop()


def background(executable):
    """Returns how the start in the background went, and that the daemon is there when the command ends."""
    run = Run(executable, ["-f", "{conf}", "--daemon"])
    try:
        status = run.process.wait(timeout=DEADLINE)
        pid = int(pathlib.Path(run.pid_file).read_text())
        found = status, accepts(run.socket), os.readlink(f"/proc/{pid}/cwd"), os.readlink(f"/proc/{pid}/fd/1"), os.getsid(pid) != pid
        end_process(pid, 15.0)
        return found
    finally:
        run.stop()


def activated(executable, names, arguments=("-f", "{conf}")):
    """Returns how a daemon takes sockets with these names: whether it answers at them, and how it ended if it did."""
    with tempfile.TemporaryDirectory(prefix="oxivirt-sock-") as folder:
        os.chmod(folder, 0o755)
        listeners = []
        for place, _ in enumerate(names):
            listener = socket.socket(socket.AF_UNIX)
            listener.bind(os.path.join(folder, str(place)))
            os.chmod(os.path.join(folder, str(place)), 0o777)
            listener.listen(5)
            listeners.append(listener)
        environment = {"LISTEN_FDS": str(len(names)), "LISTEN_FDNAMES": ":".join(names)}
        run = Run(executable, arguments, environment=environment, fds=tuple(one.fileno() for one in listeners))
        try:
            with socket.socket(socket.AF_UNIX) as client:
                client.connect(os.path.join(folder, "0"))
                client.settimeout(DEADLINE)
                # AUTH_LIST.
                client.sendall(bytes.fromhex("0000001c20008086000000010000004200000000000000000000000000"[:56]))
                for listener in listeners:
                    listener.close()
                try:
                    answer = client.recv(4)
                except ConnectionResetError:
                    answer = b""
            if answer:
                return "answers", os.path.exists(run.socket)
            return "ends", run.process.wait(timeout=DEADLINE)
        finally:
            run.stop()


@contextlib.contextmanager
def service_manager():
    """Yields the path of a service manager's socket, and the socket."""
    with tempfile.TemporaryDirectory(prefix="oxivirt-notify-") as folder:
        os.chmod(folder, 0o755)
        path = os.path.join(folder, "notify")
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            manager.bind(path)
            os.chmod(path, 0o777)
            manager.settimeout(DEADLINE)
            yield path, manager


def notified(executable):
    """Returns what a service manager is told first."""
    with service_manager() as (path, manager):
        run = Run(executable, ["-f", "{conf}"], environment={"NOTIFY_SOCKET": path})
        try:
            return manager.recv(100).strip()
        finally:
            run.stop()


def compare(counts):
    """Compares our libvirtd with the stock one."""
    daemons = (LIBVIRTD, str(program("libvirtd")))
    compare_ends(counts, daemons)
    scenarios = {
        "a second daemon": second,
        **{f"{number.name}": (lambda executable, number=number: ended_by(executable, number))
           for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)},
        "idle": idle,
        "in the background": background,
        "activation: the main socket": lambda executable: activated(executable, ["libvirtd.socket"]),
        "activation: two sockets": lambda executable: activated(executable, ["libvirtd.socket", "libvirtd-admin.socket"]),
        "activation: a name of nobody": lambda executable: activated(executable, ["what.socket"]),
        "activation and --listen": lambda executable: activated(executable, ["libvirtd.socket"], ("-f", "{conf}", "--listen")),
        "READY": notified,
    }
    for name, scenario in scenarios.items():
        try:
            stock, ours = (scenario(executable) for executable in daemons)
            counts.check(name, "" if stock == ours else f"stock {stock}, ours {ours}", str(ours))
        except (OSError, RuntimeError, subprocess.TimeoutExpired) as why:
            counts.report("failed", name, repr(why))


def main():
    """Compares our libvirtd with the stock one."""
    clean_up_on_sigterm()
    counts = Counts("daemon-life")
    compare(counts)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
