"""Consoles and channels that echo: blocking, nonblocking, with callbacks; their bounds, and how they end. Other streams beside them."""

import threading

import libvirt

from compare.testdriver.additions import NODE
from compare.testdriver.say import said

V = libvirt
CAPACITY = 64 << 10


def opened(conn, dom, name=None, flags=0, how=0, call="openConsole"):
    """A stream, and whether the call that opens it went."""
    stream = conn.newStream(how)
    said(f"{call} {name} {flags}", getattr(dom, call), name, stream, flags)
    return stream


def devices(conn):
    """Which devices there are."""
    for name in ("web", "plain"):
        dom = conn.lookupByName(name)
        for device in (None, "console0", "serial0", "serial1", "parallel0", "x"):
            opened(conn, dom, device, V.VIR_DOMAIN_CONSOLE_SAFE).abort()
        for device in (None, "channel0", "org.example.0", "channel1", "x"):
            opened(conn, dom, device, call="openChannel").abort()
    dom.destroy()
    opened(conn, dom)
    dom.create()


def blocking(conn):
    """What is sent comes back, to a thread that waits."""
    dom = conn.lookupByName("web")
    stream = opened(conn, dom)
    got = []
    thread = threading.Thread(target=lambda: got.append(stream.recv(100)))
    thread.start()
    print("sent", stream.send(b"hello\r\n"), flush=True)
    thread.join()
    print("got", got, flush=True)
    second = opened(conn, dom)
    said("the first goes on", lambda: (stream.send(b"x"), stream.recv(10)))
    third = opened(conn, dom, flags=V.VIR_DOMAIN_CONSOLE_FORCE)
    said("the first is at its end", stream.recv, 10)
    said("and sends no more", stream.send, b"x")
    said("the third goes on", lambda: (third.send(b"y"), third.recv(10)))
    said("finish", third.finish)
    said("once more", third.recv, 10)
    del second
    # More than there is room for, with a reader beside.
    stream = opened(conn, dom)
    much = bytes(range(256)) * (3 * CAPACITY // 256)
    thread = threading.Thread(target=stream.send, args=(much,))
    thread.start()
    back = b""
    while len(back) < len(much):
        back += stream.recv(10000)
    thread.join()
    print("much came back", back == much, flush=True)
    # Whoever waits hears of an abort, and of the domain's end.
    for what in ("abort", "destroy"):
        thread = threading.Thread(target=lambda one=stream: said("waited", one.recv, 10))
        thread.start()
        (stream.abort if what == "abort" else dom.destroy)()
        thread.join()
        if what == "abort":
            stream = opened(conn, dom)
    dom.create()


def nonblocking(conn):
    """Nobody waits; a callback tells when there is something."""
    dom = conn.lookupByName("web")
    stream = opened(conn, dom, how=V.VIR_STREAM_NONBLOCK)
    said("nothing yet", stream.recv, 10)
    print("room for", stream.send(bytes(2 * CAPACITY)), stream.send(b"x"), flush=True)
    noted = []

    def note(one, events, _):
        noted.append(events)
        if events & V.VIR_STREAM_EVENT_READABLE:
            noted.append(len(one.recv(CAPACITY)))

    def rounds():
        """Runs the loop until it has nothing to do."""
        for _ in range(4):
            timer = libvirt.virEventAddTimeout(0, lambda *_: None, None)
            libvirt.virEventRunDefaultImpl()
            libvirt.virEventRemoveTimeout(timer)
        print("noted", noted, flush=True)
        noted.clear()

    stream.eventAddCallback(V.VIR_STREAM_EVENT_READABLE, note, None)
    rounds()
    rounds()
    stream.send(b"abc")
    rounds()
    # Full, it is not ready to be written; with room it is.
    stream.eventUpdateCallback(V.VIR_STREAM_EVENT_WRITABLE)
    stream.send(bytes(CAPACITY))
    rounds()
    stream.recv(1)
    stream.eventUpdateCallback(V.VIR_STREAM_EVENT_WRITABLE)
    libvirt.virEventAddTimeout(0, lambda *_: None, None)
    libvirt.virEventRunDefaultImpl()
    print("writable", set(noted), flush=True)
    noted.clear()
    stream.recv(CAPACITY)
    stream.eventUpdateCallback(V.VIR_STREAM_EVENT_READABLE)
    rounds()
    dom.destroy()
    libvirt.virEventRunDefaultImpl()
    print("the domain's end", noted[:2], flush=True)
    stream.eventRemoveCallback()
    said("abort", stream.abort)
    dom.create()


def others(conn):
    """Streams of pictures and volumes work in the same ways."""
    dom = conn.lookupByName("plain")
    for how in (0, V.VIR_STREAM_NONBLOCK):
        stream = conn.newStream(how)
        dom.screenshot(stream, 0)
        picture = b""
        while piece := stream.recv(1000):
            picture += piece
        print("picture", picture[1:4], stream.finish(), flush=True)
    pool = conn.storagePoolCreateXML("<pool type='dir'><name>p</name><target><path>/p</path></target></pool>")
    volume = pool.createXML("<volume><name>v</name><capacity>1000000</capacity></volume>")
    for how in (0, V.VIR_STREAM_NONBLOCK):
        stream = conn.newStream(how)
        volume.upload(stream, 5, 0)
        print("upload", stream.send(b"data" * 1000), stream.finish(), flush=True)
        stream = conn.newStream(how)
        volume.download(stream, 5, 8)
        said("write", stream.send, b"x")
        print("download", stream.recv(100), stream.recv(100), stream.abort(), flush=True)


def main(_):
    """All of it."""
    libvirt.virEventRegisterDefaultImpl()
    conn = libvirt.open(f"test://{NODE}")
    devices(conn)
    blocking(conn)
    nonblocking(conn)
    others(conn)
    stream = opened(conn, conn.lookupByName("web"))
    said("closed", conn.close)
    del stream
