"""Migration between our daemon and this process, both ways; consoles, also in virsh, and jobs on disks of the daemon's domains."""

import os
import pty
import select
import termios
import threading

import libvirt

from compare.testdriver.additions import NODE, Events, state
from compare.testdriver.additions.block_jobs import watch
from compare.testdriver.additions.consoles import CAPACITY, opened
from compare.testdriver.say import said
from lib.front_daemon import OwnDaemon
from lib.processes import wait_until

V = libvirt
VIRSH = "/usr/bin/virsh"
DEADLINE = 60
MOVE = V.VIR_MIGRATE_LIVE | V.VIR_MIGRATE_PERSIST_DEST | V.VIR_MIGRATE_UNDEFINE_SOURCE


def settle(events, *conns):
    """The events: those of the daemon are there by the time a call to it has been answered."""
    for conn in conns:
        conn.getLibVersion()
    events.tell()


def migration(local, far):
    """There and back, with each of the dialects."""
    events = Events()
    events.lifecycle(local, "local")
    events.lifecycle(far, "far")
    dom = local.lookupByName("web")
    there = said("there", dom.migrate3, far, {}, MOVE)
    settle(events, far)
    print(sorted(map(state, local.listAllDomains())), sorted(map(state, far.listAllDomains())), flush=True)
    back = said("back", there.migrate2, local, None, MOVE, None, None, 0)
    settle(events, far)
    print(sorted(map(state, local.listAllDomains())), sorted(map(state, far.listAllDomains())), flush=True)
    said("name taken", back.migrate, far, V.VIR_MIGRATE_LIVE, "test", None, 0)
    settle(events, far)
    said("offline", local.lookupByName("plain").migrate3, far, {}, V.VIR_MIGRATE_OFFLINE | V.VIR_MIGRATE_PERSIST_DEST)
    said("direct", back.migrateToURI, "test+unix:///default", 0, None, 0)
    said("peer to peer", back.migrateToURI, far.getURI(), V.VIR_MIGRATE_PEER2PEER, None, 0)
    settle(events, far)


def consoles(far):
    """What is sent comes back, however much it is."""
    dom = far.lookupByName("test")
    stream = opened(far, dom)
    stream.send(b"hello")
    back = b""
    while len(back) < 5:
        back += stream.recv(100)
    print("got", back, flush=True)
    much = bytes(range(256)) * (6 * CAPACITY // 256)
    thread = threading.Thread(target=stream.send, args=(much[:200000],))
    thread.start()
    back = b""
    while len(back) < 200000:
        back += stream.recv(10000)
    thread.join()
    print("much came back", back == much[:200000], flush=True)
    said("taken", dom.openConsole, None, far.newStream(), 0)
    thread = threading.Thread(target=lambda: said("waited", stream.recv, 10))
    thread.start()
    dom.destroy()
    thread.join()
    said("finish", stream.finish)
    dom.create()
    stream = opened(far, dom)
    # Nobody reads: the daemon takes what it has room for, and goes on with others.
    stream.send(much[:200000])
    print("still there", far.isAlive(), dom.isActive(), flush=True)
    said("abort", stream.abort)
    said("once more", lambda: opened(far, dom).abort())


def others(far):
    """Streams that are always ready."""
    stream = far.newStream()
    far.lookupByName("test").screenshot(stream, 0)
    picture = b""
    while piece := stream.recv(1000):
        picture += piece
    print("picture", picture[1:4], stream.finish(), flush=True)
    volume = far.storagePoolLookupByName("default-pool").createXML("<volume><name>v</name><capacity>1000000</capacity></volume>")
    stream = far.newStream()
    volume.upload(stream, 5, 0)
    print("upload", stream.send(b"data" * 10000), stream.finish(), flush=True)
    stream = far.newStream()
    volume.download(stream, 5, 40000)
    back = b""
    while piece := stream.recv(7000):
        back += piece
    print("download", back == b"data" * 10000, stream.finish(), flush=True)


def jobs(far):
    """Jobs of a domain without a node file have four steps."""
    events = Events()
    events.block_jobs(far, "far")
    xml = ("<domain type='test'><name>disk</name><uuid>11111111-2222-3333-4444-000000000005</uuid><memory>1024</memory><os><type>hvm</type></os>"
           "<devices><disk type='file'><source file='/images/a'/><backingStore type='file'><format type='raw'/><source file='/images/b'/>"
           "<backingStore/></backingStore><target dev='vda'/></disk></devices></domain>")
    dom = far.createXML(xml, 0)
    said("commit", dom.blockCommit, "vda", None, None, 0, V.VIR_DOMAIN_BLOCK_COMMIT_ACTIVE)
    tell, events.tell = events.tell, lambda: (far.getLibVersion(), tell())
    watch(dom, events)
    said("pivot", dom.blockJobAbort, "vda", V.VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT)
    events.tell()


def until(terminal, wanted):
    """Returns what came from a terminal up to what is waited for, or to the end."""
    got = b""
    while wanted not in got:
        if not select.select([terminal], [], [], DEADLINE)[0]:
            raise TimeoutError(f"no {wanted} in {got}")
        try:
            piece = os.read(terminal, 1000)
        except OSError:
            # So Linux says that nobody has the other end any more.
            piece = b""
        if not piece:
            break
        got += piece
    return got


def is_raw(terminal):
    """Returns true if a terminal neither echoes nor waits for whole lines."""
    return not termios.tcgetattr(terminal)[3] & (termios.ECHO | termios.ICANON)


def virsh(uri):
    """`virsh console test` of the stock virsh at a terminal: what is typed comes back, and Ctrl+] ends it."""
    child, terminal = pty.fork()
    if child == 0:
        os.execve(VIRSH, [VIRSH, "-c", uri, "console", "test"], {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"})
    greeting = until(terminal, b"+ ])").decode()
    print(greeting.splitlines()[-2:], flush=True)
    # Only then is the terminal virsh's. What was typed before is echoed by the kernel and lost.
    wait_until(child, "virsh takes the terminal", lambda: is_raw(terminal), DEADLINE)
    for typed in (b"hello", bytes(range(0x21, 0x7f)) * 10):
        os.write(terminal, typed + b"!.")
        print("typed", until(terminal, b"!.").strip() == typed + b"!.", flush=True)
    os.write(terminal, b"\x1d")
    until(terminal, b"never")
    print("status", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    os.close(terminal)


def main(folder):
    """All of it, with a daemon of its own."""
    libvirt.virEventRegisterDefaultImpl()
    place = os.path.join(folder, "ours")
    os.makedirs(place)
    os.chmod(folder, 0o755)
    with OwnDaemon("libvirtd", place) as daemon:
        uri = f"test+unix:///default?socket={daemon.socket}"
        local, far = libvirt.open(f"test://{NODE}"), libvirt.open(uri)
        migration(local, far)
        consoles(far)
        others(far)
        virsh(uri)
        jobs(far)
        print("the daemon lives", daemon.alive(), flush=True)
        far.close()
        local.close()
