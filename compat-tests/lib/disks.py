"""Disk images made without qemu-img: what the daemon needs to find in its scratch directory."""

import os
import struct

CLUSTER = 65536
SIZE = 1 << 20


def populate(scratch):
    """Images and an empty directory for a pool."""
    for name in ("pool", "pool2"):
        os.makedirs(os.path.join(scratch, name), exist_ok=True)
    with open(os.path.join(scratch, "raw.img"), "wb") as handle:
        handle.truncate(SIZE)
    for name in ("one.qcow2", "two.qcow2", "three.qcow2", "copy.qcow2"):
        write_qcow2(os.path.join(scratch, name))
    for folder, _, names in os.walk(scratch):
        os.chmod(folder, 0o777)
        for name in names:
            os.chmod(os.path.join(folder, name), 0o666)


def write_qcow2(path, size=SIZE):
    """An empty version 3 image: header, refcount table, one refcount block, one L1 table (QEMU docs/interop/qcow2)."""
    header = struct.pack(">4sIQIIQIIQQIIQ", b"QFI\xfb", 3, 0, 0, 16, size, 0, 1, 3 * CLUSTER, CLUSTER, 1, 0, 0)
    header += struct.pack(">QQQII", 0, 0, 0, 4, 104)  # feature bits, refcount order (16 bits), header length
    with open(path, "wb") as handle:
        handle.write(header.ljust(CLUSTER, b"\0"))
        handle.write(struct.pack(">Q", 2 * CLUSTER).ljust(CLUSTER, b"\0"))
        handle.write(struct.pack(">4H", 1, 1, 1, 1).ljust(CLUSTER, b"\0"))
        handle.write(bytes(CLUSTER))
