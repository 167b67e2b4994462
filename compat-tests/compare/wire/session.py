"""One section, one fresh private daemon, one recording: shared by the comparison and make_golden.py."""

import os
import shutil
import subprocess

from lib import disks, library
from lib.daemon import HOST_UUID, OTHER_HOST_UUID, StockDaemon
from lib.processes import end_process
from lib.relay import Relay

DRIVE_DEADLINE = 600
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


def record(section, folder, work, libdir=None, mode=None):
    """Runs `section` on the stock library (libdir None) or on the libraries in `libdir`.

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
            second = start(daemons, os.path.join(work, "second"), mode, cache, shared, OTHER_HOST_UUID)
            disks.populate(second.scratch)
            sockets["second"] = second.socket
        listens = listen(relays, sockets, os.path.join(work, "relay"), result)
        drive(result, listens, first, libdir)
    finally:
        for relay in relays:
            relay.stop()
        for daemon in daemons:
            daemon.stop()
        shutil.rmtree(work, ignore_errors=True)
    return result


def start(daemons, directory, mode, cache, shared, host_uuid=HOST_UUID):
    """One more daemon, entered into the list before it starts so that it is ended whatever happens."""
    os.makedirs(directory)
    daemon = StockDaemon(directory, mode, cache=cache, shared=shared, host_uuid=host_uuid)
    daemons.append(daemon)
    daemon.start()
    return daemon


def listen(relays, sockets, folder, result):
    """Puts a relay before every socket that exists; names are fixed."""
    os.makedirs(folder)
    os.chmod(folder, 0o755)
    names = {"main": "libvirt-sock", "ro": "libvirt-sock-ro", "admin": "libvirt-admin-sock", "second": "second-sock"}
    listens = {}
    for channel, target in sockets.items():
        if target:
            listens[channel] = os.path.join(folder, names[channel])
            relays.append(Relay(listens[channel], target, result.captures[channel]))
    return listens


def drive(result, listens, daemon, libdir):
    """The script itself, in its own process: that is where the library under test is loaded."""
    command = library.program(libdir, "compare.wire.drive", result.section, "--socket", listens["main"],
                              "--scratch", daemon.visible_scratch, "--qemu-uri", daemon.qemu_uri,
                              "--unrecorded-socket", daemon.socket)
    for option, channel in (("--socket-ro", "ro"), ("--admin-socket", "admin"), ("--second-socket", "second")):
        if channel in listens:
            command += [option, listens[channel]]
    environment = library.environment(libdir, PYTHONHASHSEED="0", XDG_CONFIG_HOME="/nonexistent")
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
