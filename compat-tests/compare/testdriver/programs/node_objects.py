"""Networks, interfaces and devices of node files: embedded, in files of their own, twice, wrong; what has no support."""

import pathlib
import sys

import libvirt

from compare.testdriver.say import said

NETWORK = "<network><name>{}</name><uuid>11111111-2222-3333-4444-{:012}</uuid><bridge name='{}'/></network>"
CARD = "<interface type='ethernet' name='{}'><mac address='{}'/></interface>"
DEVICE = "<device><name>{}</name><capability type='drm'><type>{}</type></capability></device>"
GOOD = {
    "empty": "",
    "one of each": NETWORK.format("a", 1, "b1") + CARD.format("eth0", "52:00:00:00:00:01") + DEVICE.format("d", "render"),
    "twice": NETWORK.format("a", 1, "b1") + NETWORK.format("a", 1, "b2") + CARD.format("eth0", "x") + CARD.format("eth0", "y") +
             DEVICE.format("d", "render") + DEVICE.format("d", "primary"),
    "files": "<network file='net.xml'/><interface file='if.xml'/><device file='dev.xml'/>",
    "name twice": NETWORK.format("a", 1, "b1") + NETWORK.format("a", 2, "b2"),
    "uuid twice": NETWORK.format("a", 1, "b1") + NETWORK.format("b", 1, "b2"),
    "no name": "<network/>", "wrong network": "<network><name>n</name><forward mode='x'/></network>",
    "slash": "<network><name>a/b</name></network>", "no uuid": "<network><name>n</name><metadata><k:x xmlns:k='urn:k'/></metadata></network>",
    "interface without name": "<interface type='ethernet'/>", "interface type": "<interface type='x' name='x'/>",
    "device without name": "<device><capability type='drm'><type>render</type></capability></device>",
    "device without capability": "<device><name>d</name></device>",
    "device type": "<device><name>d</name><capability type='x'/></device>",
    "missing file": "<network file='missing.xml'/>", "other root": "<interface file='net.xml'/>", "broken file": "<device file='broken.xml'/>",
    "file in file": "<network file='again.xml'/>",
    "order of errors": "<device/><interface/><network/>",
}
FILES = {"net.xml": NETWORK.format("filed", 3, "b3"), "if.xml": CARD.format("eth3", "52:00:00:00:00:03"),
         "dev.xml": DEVICE.format("d3", "render"), "broken.xml": "<device>", "again.xml": "<network file='net.xml'/>"}


def tell(conn):
    """All objects."""
    for net in sorted(conn.listAllNetworks(), key=lambda one: one.name()):
        said("network", lambda: (net.name(), net.isActive(), net.isPersistent(), net.autostart()))
        said("xml", net.XMLDesc)
    for iface in sorted(conn.listAllInterfaces(), key=lambda one: one.name()):
        said("interface", lambda: (iface.name(), iface.isActive(), iface.MACString()))
        said("xml", iface.XMLDesc)
    for dev in sorted(conn.listAllDevices(), key=lambda one: one.name()):
        said("device", lambda: (dev.name(), dev.isActive(), dev.isPersistent()))
        said("xml", dev.XMLDesc)


def no_support(conn):
    """What the driver does not have."""
    uuid = "11111111-2222-3333-4444-555555555555"
    said("secrets", conn.listAllSecrets)
    said("secrets", conn.listSecrets)
    said("secrets", conn.numOfSecrets)
    said("secret", conn.secretLookupByUUIDString, uuid)
    said("secret", conn.secretLookupByUsage, 1, "x")
    said("secret", conn.secretDefineXML, "<secret/>", 0)
    said("secret events", conn.secretEventRegisterAny, None, 0, lambda *_: None, None)
    said("filters", conn.listAllNWFilters)
    said("filters", conn.listNWFilters)
    said("filters", conn.numOfNWFilters)
    said("filter", conn.nwfilterLookupByName, "x")
    said("filter", conn.nwfilterLookupByUUIDString, uuid)
    said("filter", conn.nwfilterDefineXML, "<filter/>")
    said("filter", conn.nwfilterDefineXMLFlags, "<filter/>", 0)
    said("bindings", conn.listAllNWFilterBindings)
    said("binding", conn.nwfilterBindingLookupByPortDev, "x")
    said("binding", conn.nwfilterBindingCreateXML, "<filterbinding/>", 0)
    dev = conn.nodeDeviceLookupByName("computer")
    for call in ("dettach", "reAttach", "reset"):
        said(call, getattr(dev, call))
    said("detachFlags", dev.detachFlags, None, 0)


def main():
    """Everything."""
    folder = pathlib.Path(sys.argv[1])
    for name, text in FILES.items():
        folder.joinpath(name).write_text(text, encoding="utf-8")
    for what, text in GOOD.items():
        path = folder.joinpath("node.xml")
        path.write_text(f"<node>{text}</node>", encoding="utf-8")
        conn = said(f"open {what}", libvirt.open, f"test://{path}")
        if conn:
            tell(conn)
            for net in conn.listAllNetworks():
                said("destroy", net.destroy)
                said("xml", net.XMLDesc)
            conn.close()
    libvirt.virEventRegisterDefaultImpl()
    no_support(libvirt.open("test:///default"))


main()
