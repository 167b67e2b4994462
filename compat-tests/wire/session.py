"""One section, one fresh private daemon, one recording: shared by run.py and make_golden.py."""

import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "daemon"))

from private_libvirtd import PrivateLibvirtd, clean_up_on_sigterm, end_process  # noqa: E402  (the path above must be set first)
from relay import Relay  # noqa: E402
import disks  # noqa: E402

clean_up_on_sigterm()

PYTHON = "/usr/bin/python3"
DRIVE_DEADLINE = 120
SECOND_UUID = "0c7ad1b5-0e56-4b8f-9c68-5a4f7f0f6a02"
TWO_DAEMONS = {"migration"}
CHANNELS = ("main", "ro", "admin", "second")


class Recording:
    """What one run of one section left behind."""

    def __init__(self, folder, section):
        self.section = section
        self.transcript = os.path.join(folder, f"{section}.transcript")
        self.captures = {channel: os.path.join(folder, f"{section}.{channel}.capture") for channel in CHANNELS}
        self.stderr = os.path.join(folder, f"{section}.stderr")
        self.status = None


def record(section, folder, work, libdir=None, mode=None, stock=()):
    """Runs `section` on the stock library (libdir None) or on the libraries in `libdir`. `stock` is what to put before a command
    to run it on another stock library than this machine's.

    `work` is the directory for daemon and sockets: it is made here and removed again. The same path in two runs gives
    the same requests also where a request holds a path.
    """
    os.makedirs(folder, exist_ok=True)
    result = Recording(folder, section)
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    os.chmod(work, 0o755)
    cache = os.path.join(os.path.dirname(work), "cache")
    shared = os.path.join(work, "shared")
    for path in (cache, shared):
        os.makedirs(path, exist_ok=True)
    daemons, relays = [], []
    try:
        first = start(daemons, os.path.join(work, "daemon"), mode, cache, shared)
        disks.populate(first.scratch)
        sockets = {"main": first.socket, "ro": first.socket_ro, "admin": first.admin_socket, "second": None}
        if section in TWO_DAEMONS:
            second = start(daemons, os.path.join(work, "second"), mode, cache, shared, SECOND_UUID)
            disks.populate(second.scratch)
            sockets["second"] = second.socket
        listens = listen(relays, sockets, os.path.join(work, "relay"), result)
        drive(result, listens, first, libdir, stock)
    finally:
        for relay in relays:
            relay.stop()
        for daemon in daemons:
            daemon.stop()
        shutil.rmtree(work, ignore_errors=True)
    return result


def start(daemons, directory, mode, cache, shared, host_uuid=None):
    """One more daemon, entered into the list before it starts so that it is ended whatever happens."""
    os.makedirs(directory)
    extra = {"host_uuid": host_uuid} if host_uuid else {}
    daemon = PrivateLibvirtd(directory, mode, cache=cache, shared=shared, **extra)
    daemons.append(daemon)
    daemon.start()
    return daemon


def listen(relays, sockets, folder, result):
    """A relay before every socket that exists; names are fixed."""
    os.makedirs(folder)
    os.chmod(folder, 0o755)
    names = {"main": "libvirt-sock", "ro": "libvirt-sock-ro", "admin": "libvirt-admin-sock", "second": "second-sock"}
    listens = {}
    for channel, target in sockets.items():
        if target:
            listens[channel] = os.path.join(folder, names[channel])
            relays.append(Relay(listens[channel], target, result.captures[channel]))
    return listens


def drive(result, listens, daemon, libdir, stock):
    """The script itself, in its own process: that is where the library under test is loaded."""
    command = [*([] if libdir else stock), PYTHON, "-B", os.path.join(HERE, "drive.py"), result.section, "--socket", listens["main"],
               "--scratch", daemon.visible("").rstrip("/"), "--qemu-uri", daemon.qemu_uri, "--unrecorded-socket", daemon.socket]
    for option, channel in (("--socket-ro", "ro"), ("--admin-socket", "admin"), ("--second-socket", "second")):
        if channel in listens:
            command += [option, listens[channel]]
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent",
                   "PYTHONHASHSEED": "0", "LIBVIRT_AUTOSTART": "0", "XDG_CONFIG_HOME": "/nonexistent"}
    if libdir:
        environment["LD_LIBRARY_PATH"] = libdir
    with open(result.transcript, "wb") as out, open(result.stderr, "wb") as err:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment)
        try:
            result.status = process.wait(DRIVE_DEADLINE)
        except subprocess.TimeoutExpired:
            result.status = "timeout"
        finally:
            if process.returncode is None:
                end_process(process.pid, 1)
                process.wait()
