"""Managed save, images, core dumps; images of the stock library."""

import os
import sys

import libvirt

from compare.testdriver.say import Events, domain, said

FOLDER = sys.argv[1]
UUID = "11111111-2222-3333-4444-555555555555"
GRAPHICS = "<graphics type='vnc' passwd='secret'/>"


def path(name):
    """A file of the folder."""
    return os.path.join(FOLDER, name)


def content(name):
    """What is in a file."""
    with open(path(name), "rb") as file:
        return file.read()


def write(name, text):
    """Makes a file."""
    with open(path(name), "wb") as file:
        file.write(text)


def images(conn, events):
    """Saved and restored, by every call."""
    for persistent in (False, True):
        xml = domain("guest", devices=GRAPHICS, uuid=UUID)
        dom = conn.createXML(xml)
        if persistent:
            conn.defineXML(xml)
        for flags in (1, 2, 4, 8):
            said(f"saveFlags {flags}", dom.saveFlags, path("a.img"), None, flags)
        said("saveFlags xml", dom.saveFlags, path("a.img"), "<domain/>", 0)
        said("save nowhere", dom.save, path("none/a.img"))
        said("save folder", dom.save, FOLDER)
        said("save", dom.save, path("a.img"))
        said("mode", lambda: oct(os.stat(path("a.img")).st_mode))
        said("content", lambda: content("a.img"))
        said("save again", dom.save, path("a.img"))
        said("state", dom.state)
        for flags in range(5):
            said(f"image xml {flags}", conn.saveImageGetXMLDesc, path("a.img"), flags)
        said("restore flags", conn.restoreFlags, path("a.img"), None, 1)
        said("restore xml", conn.restoreFlags, path("a.img"), "<domain/>", 0)
        said("restore", conn.restore, path("a.img"))
        said("restore again", conn.restore, path("a.img"))
        said("state", lambda: conn.lookupByName("guest").state())
        said("xml", lambda: conn.lookupByName("guest").XMLDesc(1))
        events.tell()
        for flags in range(0, 8):
            said(f"define image {flags}", conn.saveImageDefineXML, path("a.img"), domain("other", uuid=UUID), flags)
        said("define image", conn.saveImageDefineXML, path("a.img"), "<domain/>", 0)
        said("define image", conn.saveImageDefineXML, path("none.img"), domain("other"), 0)
        said("content", lambda: content("a.img"))
        said("restore other", conn.restore, path("a.img"))
        dom = conn.lookupByName("guest")
        for flags in (0, 1, 2, 3, 4):
            said(f"coreDump {flags}", dom.coreDump, path("core"), flags)
            said("content", lambda: content("core"))
            said("state", dom.state)
            said(f"coreDumpWithFormat {flags}", dom.coreDumpWithFormat, path("core2"), flags, flags)
        said("coreDump nowhere", dom.coreDump, path("none/core"))
        events.tell()
        for end in ("destroy", "undefine"):
            said(end, getattr(dom, end))


def broken(conn):
    """Files that are no images."""
    whole = b"TestGuestMagic\0" + len(domain("x")).to_bytes(4, "little") + domain("x").encode()
    write("whole", whole)
    said("whole", conn.restore, path("whole"))
    for length in (0, 1, 14, 15, 16, 18, 19, 20, len(whole) - 1):
        write("cut", whole[:length])
        try:
            conn.restore(path("cut"))
        except libvirt.libvirtError as why:
            # Which number the C library left behind is not told.
            print(f"cut {length}", why.get_error_code(), why.get_error_domain(), why.get_error_message().rpartition(":")[0])
    for number in (-1, 0, 8192, 8193, 1 << 30):
        write("length", b"TestGuestMagic\0" + (number & 0xffffffff).to_bytes(4, "little") + b"<domain>")
        try:
            conn.restore(path("length"))
        except libvirt.libvirtError as why:
            print(f"length {number}", why.get_error_code(), why.get_error_domain(), why.get_error_message().partition("'")[0])
    write("magic", b"LibvirtGuestMag\0")
    said("magic", conn.restore, path("magic"))
    write("xml", b"TestGuestMagic\0" + (8).to_bytes(4, "little") + b"<domain>")
    said("xml", conn.restore, path("xml"))
    said("none", conn.restore, path("none"))
    said("folder", lambda: conn.restore(FOLDER))


def managed(conn, events):
    """Managed save."""
    dom = conn.defineXML(domain("managed", uuid=UUID))
    said("inactive", dom.managedSave)
    for flags in range(9):
        said(f"create {flags}", dom.create)
        said(f"managedSave {flags}", dom.managedSave, flags)
        said("has", dom.hasManagedSaveImage)
        said("state", dom.state)
        said("undefine", dom.undefineFlags, 0)
        said(f"remove {flags}", dom.managedSaveRemove, flags)
        said("has", dom.hasManagedSaveImage, flags)
    said("xml", dom.managedSaveGetXMLDesc)
    said("create", dom.create)
    said("managedSave", dom.managedSave)
    for flags in (0x4000, 0x8000):
        said(f"list {flags}", lambda: sorted(one.name() for one in conn.listAllDomains(flags)))
    said("undefine", dom.undefine)
    said("undefine", dom.undefineFlags, libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE)
    transient = conn.createXML(domain("transient"))
    said("transient", transient.managedSave)
    events.tell()


def main():
    """Everything."""
    events = Events()
    conn = libvirt.open("test:///default")
    events.lifecycle(conn, "all")
    images(conn, events)
    broken(conn)
    managed(conn, events)


main()
