"""Data of volumes through a daemon: up and down, with holes, without waiting, and two streams at a time. Prints what was sent and whether it came
back; the volumes stay, so that whoever runs this looks at the files. Arguments: SOCKET SCRATCH, the latter as the daemon sees it.
"""

import hashlib
import random
import sys
import threading

import libvirt

from compare.versions.session import show

POOL = "<pool type='dir'><name>{0}</name><target><path>{1}/{0}</path></target></pool>"
# More than the packets that any side keeps at a time, and no multiple of one.
SIZE = (6 << 20) + 12345
PIECE = 1 << 20
HOLE = 3 << 20


def data(seed):
    """Returns bytes that look random."""
    return random.Random(seed).randbytes(SIZE)


def with_hole(seed):
    """Returns the same with a hole."""
    whole = bytearray(data(seed))
    whole[PIECE:PIECE + HOLE] = bytes(HOLE)
    return bytes(whole)


def up(conn, volume, content):
    """Uploads."""
    stream, sent = conn.newStream(), [0]
    volume.upload(stream, 0, len(content))

    def more(_stream, count, _opaque):
        part = content[sent[0]:sent[0] + count]
        sent[0] += len(part)
        return part
    stream.sendAll(more, None)
    return stream.finish()


def up_sparse(conn, volume, content):
    """Uploads in pieces, with a hole where there is one."""
    stream = conn.newStream()
    volume.upload(stream, 0, len(content), libvirt.VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM)
    at = 0
    while at < len(content):
        if at == PIECE:
            stream.sendHole(HOLE)
            at += HOLE
            continue
        end = PIECE if at < PIECE else len(content)
        at += stream.send(content[at:min(end, at + 100_000)])
    return stream.finish()


def down(conn, volume, flags=0):
    """Returns what is downloaded; holes are zeros."""
    stream, found = conn.newStream(), bytearray()
    volume.download(stream, 0, 0, flags)
    if flags:
        stream.sparseRecvAll(lambda _s, part, _o: found.extend(part), lambda _s, length, _o: found.extend(bytes(length)), None)
    else:
        stream.recvAll(lambda _s, part, _o: found.extend(part), None)
    stream.finish()
    return bytes(found)


def digest(content):
    """Returns what is printed of data."""
    return hashlib.sha256(content).hexdigest()[:16], len(content)


def both(conn, volumes, contents):
    """One goes up while another comes down, on one connection."""
    found = {}
    threads = [threading.Thread(target=lambda: found.update(up=up(conn, volumes[0], contents[0]))),
               threading.Thread(target=lambda: found.update(down=down(conn, volumes[1]) == contents[1]))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(found.items())


def main():
    """All of it."""
    socket, scratch = sys.argv[1:]
    libvirt.registerErrorHandler(lambda *_: None, None)
    conn = libvirt.open(f"qemu+unix:///system?socket={socket}")
    pool = conn.storagePoolDefineXML(POOL.format("volumes", scratch))
    pool.build(0)
    pool.create(0)
    volumes = [pool.createXML(f"<volume><name>{name}</name><capacity>{SIZE}</capacity><allocation>0</allocation></volume>")
               for name in ("plain", "sparse", "meanwhile")]
    plain, sparse = data(1), with_hole(2)
    show("plain up", up, conn, volumes[0], plain)
    show("plain down", lambda: digest(down(conn, volumes[0])) == digest(plain))
    show("sparse up", up_sparse, conn, volumes[1], sparse)
    show("sparse down", lambda: digest(down(conn, volumes[1], libvirt.VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM)) == digest(sparse))
    show("up and down", both, conn, (volumes[2], volumes[0]), (data(3), plain))
    pool.destroy()
    pool.undefine()
    print("closed", conn.close() >= 0)


if __name__ == "__main__":
    main()
