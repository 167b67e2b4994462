"""Procedures that open a stream, and the stream packets themselves."""

import libvirt

from lib.definitions import CONSOLE, DISPLAY, guest, pool, volume


def run(s):
    """Volumes up and down, plain and sparse; console; channel; screenshot."""
    conn = s.open(s.qemu_uri)
    one = s(conn, "storagePoolCreateXML", pool(f"{s.scratch}/pool"), 0)
    vol = s(one, "createXML", volume(), 0)
    upload(s, conn, vol)
    download(s, conn, vol)
    s(vol, "delete", 0)
    s(one, "destroy")
    guest_streams(s, conn)
    s.close(conn)


def upload(s, conn, vol):
    """Data, holes, an abort, and a refused one."""
    stream = s(conn, "newStream", 0)
    s(vol, "upload", stream, 0, 4096, 0)
    s(stream, "send", b"golden" * 100)
    s(stream, "send", b"x")
    s(stream, "finish")
    stream = s(conn, "newStream", 0)
    s(vol, "upload", stream, 0, 0, libvirt.VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM)
    s(stream, "send", b"before")
    s(stream, "sendHole", 4096)
    s(stream, "send", b"after")
    s(stream, "finish")
    stream = s(conn, "newStream", 0)
    s(vol, "upload", stream, 0, 100, 0)
    s(stream, "abort")
    stream = s(conn, "newStream", 0)
    s(vol, "upload", stream, 1 << 40, 100, 0)


def download(s, conn, vol):
    """To the end; sparse; cut off."""
    stream = s(conn, "newStream", 0)
    s(vol, "download", stream, 0, 512, 0)
    chunks = []
    if stream is not None:
        s.record("recvAll", lambda: stream.recvAll(lambda _, data, out: out.append(data), chunks))
    s.line(f"received {sum(map(len, chunks))}")
    s(stream, "finish")
    stream = s(conn, "newStream", 0)
    s(vol, "download", stream, 0, 8192, libvirt.VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM)
    if stream is not None:
        total = []
        s.record("sparseRecvAll", lambda: stream.sparseRecvAll(lambda _, data, out: out.append(len(data)),
                                                               lambda _, length, out: out.append(length), total))
        s.line(f"received {sum(total)}")
    s(stream, "finish")
    stream = s(conn, "newStream", 0)
    s(vol, "download", stream, 0, 64, 1 << 9)


def guest_streams(s, conn):
    """Console, channel, screenshot; migration into a tunnel is in the section on migration."""
    dom = s(conn, "createXML", guest(devices=CONSOLE + DISPLAY), libvirt.VIR_DOMAIN_START_PAUSED)
    stream = s(conn, "newStream", 0)
    s(dom, "screenshot", stream, 0, 0)
    total = []
    if stream is not None:
        s.record("recvAll", lambda: stream.recvAll(lambda _, data, out: out.append(len(data)), total))
    s.line(f"received {sum(total)}")
    s(stream, "finish")
    stream = s(conn, "newStream", 0)
    s(dom, "screenshot", stream, 77, 0)
    stream = s(conn, "newStream", 0)
    s(dom, "openConsole", None, stream, libvirt.VIR_DOMAIN_CONSOLE_FORCE)
    s(stream, "abort")
    stream = s(conn, "newStream", 0)
    s(dom, "openConsole", "serial9", stream, 0)
    stream = s(conn, "newStream", 0)
    s(dom, "openChannel", "none", stream, 0)
    s(dom, "destroy")
