"""Processes and sockets: waiting for them without sleeping, ending them by number, and which ports they listen on."""

import os
import pathlib
import pwd
import select
import signal
import socket
import time

# Of a wait whose end is sure unless something is broken; the end of the process ends it, too. A busy machine may take long.
DEADLINE = 120.0
# What root becomes where a daemon or a program must be an ordinary user's.
USER = "nobody"
# How long a wait without an event to wait for sleeps between two looks.
POLL_SECONDS = 0.02
LISTENING = {"tcp": "0A", "udp": "07"}


class ProcessError(RuntimeError):
    """A process could not be started or did not do what it was started for; the message says what and where."""


def wait_until(pid, what, condition, deadline=DEADLINE):
    """Polls `condition` until it returns something true, and returns that. The end of the process or the deadline is an error."""
    limit = time.monotonic() + deadline
    pidfd = os.pidfd_open(pid)
    try:
        while True:
            found = condition()
            if found:
                return found
            # Waiting on the process itself: its death ends the wait at once.
            if select.select([pidfd], [], [], POLL_SECONDS)[0]:
                raise ProcessError(f"process {pid} ended before {what}")
            if time.monotonic() > limit:
                raise ProcessError(f"{what}: not within {deadline} s")
    finally:
        os.close(pidfd)


def accepts(path):
    """Returns true if a UNIX socket accepts a connection."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        try:
            probe.connect(path)
        except OSError:
            return False
    return True


def wait_for_socket(path, pid, deadline=DEADLINE):
    """Returns once the UNIX socket of process `pid` accepts a connection."""
    wait_until(pid, f"{path} accepts a connection", lambda: accepts(path), deadline)


def end_process(pid, deadline):
    """Sends SIGTERM, and SIGKILL after the deadline; returns once the process is gone, which need not be a child."""
    try:
        pidfd = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        signal.pidfd_send_signal(pidfd, signal.SIGTERM)
        if not select.select([pidfd], [], [], deadline)[0]:
            signal.pidfd_send_signal(pidfd, signal.SIGKILL)
            select.select([pidfd], [], [], deadline)
    except ProcessLookupError:
        pass
    finally:
        os.close(pidfd)


def end_namespace(pid, deadline):
    """Ends unshare(1) and with it (--kill-child) the namespace's first process, which takes everything inside along.

    Tests keep nothing in a daemon, so no orderly end is needed. Returns when the last process is gone.
    """
    inits = [os.pidfd_open(child) for child in children(pid)]
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    for init in inits:
        select.select([init], [], [], deadline)
        os.close(init)


def children(pid):
    """Returns the numbers of a process's children in the order they were started; none once it is gone."""
    try:
        return [int(word) for word in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def command_name(pid):
    """Returns the name that the kernel knows a process by, or None once it is gone."""
    try:
        return pathlib.Path(f"/proc/{pid}/comm").read_text(encoding="ascii").strip()
    except OSError:
        return None


def listening_ports(pid, kind="tcp"):
    """Returns the ports on which a process listens ("tcp") or which it has bound ("udp"), in the order it opened them."""
    found = {}
    for table in (kind, f"{kind}6"):
        for line in pathlib.Path(f"/proc/{pid}/net/{table}").read_text(encoding="ascii").splitlines()[1:]:
            words = line.split()
            if words[3] == LISTENING[kind]:
                found[f"socket:[{words[9]}]"] = int(words[1].rsplit(":", 1)[1], 16)
    opened = []
    for descriptor in sorted(os.listdir(f"/proc/{pid}/fd"), key=int):
        try:
            target = os.readlink(f"/proc/{pid}/fd/{descriptor}")
        except FileNotFoundError:
            continue
        if target in found:
            opened.append(found[target])
    return opened


def ordinary_user(name=USER):
    """Returns the arguments of Popen with which root becomes an ordinary user; none for anybody else."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam(name)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def give_to_ordinary_user(folder):
    """Makes everything below `folder` that user's; does nothing where this process is no root."""
    if os.geteuid() != 0:
        return
    user = pwd.getpwnam(USER)
    for where, _, names in os.walk(folder):
        for path in (where, *(os.path.join(where, name) for name in names)):
            os.chown(path, user.pw_uid, user.pw_gid)


def clean_up_on_sigterm():
    """Makes SIGTERM unwind this program like an exception, so that `with` and `finally` end what it started."""
    def leave(*_):
        raise SystemExit(128 + signal.SIGTERM)

    signal.signal(signal.SIGTERM, leave)


def write(path, text):
    """Writes one small file."""
    with open(path, "w", encoding="utf-8") as handle:
        handle.write(text)
