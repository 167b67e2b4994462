"""Defines documents on the stock library's test driver and prints what it answers: one line per document.

    stock_define.py < list        lines "kind<TAB>path" in, lines "path<TAB>ok|CODE<TAB>domain<TAB>message<TAB>dump" out

Runs on whatever libvirt.so.0 the loader finds, through ctypes. Texts are escaped: \\n, \\t and \\\\. One process, one connection:
a document that kills the library kills this process, and __main__.py starts another behind it.
"""

import ctypes
import re
import sys

from lib import binding
from lib.binding import function

P, S, I, U = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_uint

binding.silence()
opened = function("virConnectOpen", P, S)
free_text = ctypes.CDLL(None).free
free_text.argtypes = [P]

SECURE, INACTIVE = 1, 2

PARENT = re.compile(rb"<parent>.*?</parent>", re.DOTALL)
GUEST = (
    b"<domain type='test'><name>of-moments</name><uuid>%s</uuid><memory>1</memory><os><type>hvm</type></os><devices>"
    + b"".join(
        b"<disk type='file'><source file='/dev/null'/><target dev='%s'/></disk>" % name
        for name in (b"hda", b"hdb", b"hdc", b"hdd", b"vda", b"vdb", b"vdc", b"vdd", b"vde", b"vdf")
    )
    + b"</devices></domain>"
)


def text_of(call):
    """Returns the text a call returned, freed."""
    if not call:
        return None
    text = ctypes.string_at(call)
    free_text(call)
    return text


class Driver:
    """One connection of the test driver, and how each kind is defined, dumped and removed on it."""

    def __init__(self):
        self.conn = opened(b"test:///default")
        lookup = function("virDomainLookupByName", P, P, S)
        self.guest = lookup(self.conn, b"test")
        self.guests = []
        self.pool = function("virStoragePoolLookupByName", P, P, S)(self.conn, b"default-pool")

    def make_room(self, kind):
        """Removes the default object of a kind, so that a sample may bear its name."""
        if kind in ("domain", "domainsnapshot", "domaincheckpoint"):
            function("virDomainDestroy", I, P)(self.guest)
            function("virDomainUndefine", I, P)(self.guest)
        if kind == "network":
            net = function("virNetworkLookupByName", P, P, S)(self.conn, b"default")
            function("virNetworkDestroy", I, P)(net)
            function("virNetworkUndefine", I, P)(net)

    def guest_of(self, xml):
        """Makes a running domain for a snapshot or checkpoint: with the UUID of the domain that the document has in it, if it has one."""
        for old in self.guests:
            function("virDomainDestroy", I, P)(old)
        found = re.search(rb"<domain[ >].*?<uuid>([^<]*)</uuid>", xml, re.DOTALL)
        redefine = bool(found and re.search(rb"<creationTime>", xml))
        uuid = found.group(1) if redefine else b"11111111-2222-3333-4444-555555555555"
        guest = function("virDomainCreateXML", P, P, S, U)(self.conn, GUEST % uuid, 0)
        self.guests = [guest] if guest else []
        return guest, redefine

    def define(self, kind, xml):
        """Returns (handle, dump call, remove call) or None."""
        if kind == "domain":
            made = function("virDomainDefineXML", P, P, S)(self.conn, xml)
            return made and (made, function("virDomainGetXMLDesc", P, P, U), SECURE | INACTIVE,
                             function("virDomainUndefine", I, P), function("virDomainFree", I, P))
        if kind == "network":
            made = function("virNetworkDefineXML", P, P, S)(self.conn, xml)
            return made and (made, function("virNetworkGetXMLDesc", P, P, U), 0,
                             function("virNetworkUndefine", I, P), function("virNetworkFree", I, P))
        if kind == "storagepool":
            made = function("virStoragePoolDefineXML", P, P, S, U)(self.conn, xml, 0)
            return made and (made, function("virStoragePoolGetXMLDesc", P, P, U), 0,
                             function("virStoragePoolUndefine", I, P), function("virStoragePoolFree", I, P))
        if kind == "storagevol":
            made = function("virStorageVolCreateXML", P, P, S, U)(self.pool, xml, 0)
            remove = function("virStorageVolDelete", I, P, U)
            return made and (made, function("virStorageVolGetXMLDesc", P, P, U), 0,
                             lambda vol: remove(vol, 0), function("virStorageVolFree", I, P))
        if kind == "interface":
            made = function("virInterfaceDefineXML", P, P, S, U)(self.conn, xml, 0)
            return made and (made, function("virInterfaceGetXMLDesc", P, P, U), 0,
                             function("virInterfaceUndefine", I, P), function("virInterfaceFree", I, P))
        if kind == "domainsnapshot":
            xml = PARENT.sub(b"", xml)
            guest, redefine = self.guest_of(xml)
            made = guest and function("virDomainSnapshotCreateXML", P, P, S, U)(guest, xml, redefine)
            remove = function("virDomainSnapshotDelete", I, P, U)
            return made and (made, function("virDomainSnapshotGetXMLDesc", P, P, U), 0,
                             lambda made: remove(made, 0), function("virDomainSnapshotFree", I, P))
        if kind == "domaincheckpoint":
            xml = PARENT.sub(b"", xml)
            guest, redefine = self.guest_of(xml)
            made = guest and function("virDomainCheckpointCreateXML", P, P, S, U)(guest, xml, redefine)
            remove = function("virDomainCheckpointDelete", I, P, U)
            return made and (made, function("virDomainCheckpointGetXMLDesc", P, P, U), 0,
                             lambda made: remove(made, 0), function("virDomainCheckpointFree", I, P))
        if kind == "cpu":
            table = (S * 1)(xml)
            made = function("virConnectBaselineCPU", P, P, ctypes.POINTER(S), U, U)(self.conn, table, 1, 0)
            return made and (made, lambda made, _: made, 0, lambda _: None, lambda _: None)
        raise ValueError(kind)


def escaped(text):
    """On one line."""
    return text.replace(b"\\", b"\\\\").replace(b"\n", b"\\n").replace(b"\t", b"\\t").replace(b"\r", b"\\r")


def main():
    """Answers line by line."""
    driver, cleared = Driver(), set()
    out = sys.stdout.buffer
    for line in sys.stdin:
        kind, path = line.rstrip("\n").split("\t")
        if kind not in cleared:
            driver.make_room(kind)
            cleared.add(kind)
        with open(path, "rb") as file:
            xml = file.read()
        function("virResetLastError", None)()
        made = driver.define(kind, xml)
        if made:
            handle, dump, flags, remove, free = made
            text = text_of(dump(handle, flags)) or b""
            remove(handle)
            free(handle)
            out.write(path.encode() + b"\tok\t\t\t" + escaped(text) + b"\n")
        else:
            error = binding.last_error()
            if error:
                out.write(b"%s\t%d\t%d\t%s\t\n" % (path.encode(), error.code, error.domain, escaped(error.message or b"")))
            else:
                out.write(path.encode() + b"\t0\t0\t\t\n")
        out.flush()


if __name__ == "__main__":
    main()
