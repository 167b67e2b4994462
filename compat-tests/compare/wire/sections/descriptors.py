"""Procedures that pass descriptors in a call or in a reply."""

import ctypes
import os
import socket
from ctypes import c_char_p, c_int, c_uint, c_void_p

import libvirt

from compare.wire.script import not_negative
from lib import binding
from lib.definitions import DISPLAY, guest


class Descriptor(int):
    """A descriptor: its number depends on what the library has open."""

    def __repr__(self):
        return "fd"


def run(s):
    """Graphics, start with files, associated files, monitor command with files."""
    conn = s.open(s.qemu_uri)
    files = [Descriptor(os.open("/dev/null", os.O_RDWR)), Descriptor(os.open("/dev/zero", os.O_RDWR))]
    dom = s(conn, "defineXML", guest(devices=DISPLAY))
    s(dom, "createWithFiles", files, libvirt.VIR_DOMAIN_START_PAUSED)
    s(dom, "destroy")
    s(dom, "createWithFiles", [], libvirt.VIR_DOMAIN_START_PAUSED)
    s(dom, "createWithFlags", libvirt.VIR_DOMAIN_START_PAUSED)
    s(dom, "FDAssociate", "golden", files[:1], 0)
    s(dom, "FDAssociate", "golden", files, 0)
    s(dom, "openGraphicsFD", 0, libvirt.VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH, mask="shape")
    s(dom, "openGraphicsFD", 9, 0)
    near, far = socket.socketpair()
    s(dom, "openGraphics", 0, Descriptor(near.fileno()), libvirt.VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH)
    s(dom, "openGraphics", 9, Descriptor(near.fileno()), 0)
    if dom is not None:
        s.record("monitor with files", lambda: monitor(dom, files))
        s.record("monitor with one file", lambda: monitor(dom, files[:1]))
        s.record("monitor without files", lambda: monitor(dom, []))
    s(dom, "destroy")
    s(dom, "undefine")
    made = s(conn, "createXMLWithFiles", guest("transient", "transient"), files, libvirt.VIR_DOMAIN_START_PAUSED)
    s(made, "destroy")
    for fd in files:
        os.close(fd)
    near.close()
    far.close()
    del dom, made
    s.close(conn)


def monitor(dom, files):
    """virDomainQemuMonitorCommandWithFiles: no binding has it."""
    function = binding.function("virDomainQemuMonitorCommandWithFiles", c_int, c_void_p, c_char_p, c_uint, c_void_p, c_void_p,
                                c_void_p, c_void_p, c_uint, part="qemu")
    count, out, text = c_uint(), c_void_p(), c_char_p()
    array = (c_int * max(1, len(files)))(*files)
    not_negative(function(dom.c_pointer(), b'{"execute":"query-name"}', len(files), array, ctypes.byref(count),
                          ctypes.byref(out), ctypes.byref(text), 0))
    return count.value
