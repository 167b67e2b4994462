"""Devices of the host: lists with all filters, lookup, description, virtual ports, events."""

import pathlib
import re
import sys

import libvirt

from compare.testdriver.say import Events, said

CALLS = ["name", "parent", "numOfCaps", "listCaps", "XMLDesc", "isActive", "isPersistent"]
LINK = "<capability type='80203'/>"
CCW = "<cssid>0x0</cssid><ssid>0x0</ssid><devno>0x{:04x}</devno>"
MDEV_TYPES = ("<capability type='mdev_types'><type id='t'><name>n</name><deviceAPI>vfio-pci</deviceAPI>"
              "<availableInstances>2</availableInstances></type></capability>")
DEVICES = {
    "computer": "<capability type='system'><hardware><uuid>11111111-2222-3333-4444-555555555555</uuid></hardware></capability>",
    "pci_0": "<capability type='pci'><domain>0</domain><bus>0</bus><slot>1</slot><function>0</function>"
             "<product id='0x1'>P</product><vendor id='0x2'>V</vendor>" + MDEV_TYPES + "</capability>",
    "pci_1": "<capability type='pci'><domain>0</domain><bus>0</bus><slot>2</slot><function>0</function><product id='0x1'/>"
             "<vendor id='0x2'/><capability type='vpd'><name>n</name><fields access='readonly'/></capability></capability>",
    "usb_device_0": "<capability type='usb_device'><bus>1</bus><device>2</device><product id='0x1'/><vendor id='0x2'/></capability>",
    "usb_0": "<capability type='usb'><number>1</number><class>2</class><subclass>3</subclass><protocol>4</protocol></capability>",
    "net_0": "<capability type='net'><interface>eth0</interface><address>52:00:00:00:00:01</address>" + LINK + "</capability>",
    "scsi_host0": "<capability type='scsi_host'><host>0</host></capability>",
    "scsi_host1": "<capability type='scsi_host'><host>1</host><unique_id>0</unique_id><capability type='fc_host'><wwnn>2000000012341234</wwnn>"
                  "<wwpn>1000000012341234</wwpn><fabric_wwn>2000000043214321</fabric_wwn></capability><capability type='vport_ops'/></capability>",
    "scsi_host2": "<capability type='scsi_host'><host>2</host><capability type='fc_host'><wwnn>2000000056785678</wwnn>"
                  "<wwpn>1000000056785678</wwpn></capability></capability>",
    "scsi_host3": "<capability type='scsi_host'><host>3</host><capability type='vport_ops'/></capability>",
    "target_0": "<capability type='scsi_target'><target>target0:0:0</target></capability>",
    "scsi_0": "<capability type='scsi'><host>1</host><bus>0</bus><target>0</target><lun>0</lun><type>disk</type></capability>",
    "block_0": "<capability type='storage'><block>/dev/sda</block><size>1024</size></capability>",
    "drm_0": "<capability type='drm'><type>render</type></capability>",
    "mdev_0": "<capability type='mdev'><type id='t'/><iommuGroup number='1'/></capability>",
    "ccw_0": "<capability type='ccw'>" + CCW.format(1) + "</capability>",
    "ccw_1": "<capability type='ccw'>" + CCW.format(2) + "<capability type='ccwgroup_member'>"
             "<group_device>ccwgroup_0</group_device></capability></capability>",
    "css_0": "<capability type='css'>" + CCW.format(3) + MDEV_TYPES + "</capability>",
    "ap_card": "<capability type='ap_card'><ap-adapter>0x01</ap-adapter></capability>",
    "ap_queue": "<capability type='ap_queue'><ap-adapter>0x01</ap-adapter><ap-domain>0x0002</ap-domain></capability>",
    "ap_matrix": "<capability type='ap_matrix'>" + MDEV_TYPES + "</capability>",
    "two": "<capability type='drm'><type>primary</type></capability><capability type='ap_card'><ap-adapter>0x02</ap-adapter></capability>",
}
NAMES = ["system", "pci", "usb_device", "usb", "net", "scsi_host", "scsi_target", "scsi", "storage", "fc_host", "vports",
         "scsi_generic", "drm", "mdev_types", "mdev", "ccw", "css", "vdpa", "ap_card", "ap_queue", "ap_matrix", "vpd",
         "ccwgroup", "ccwgroup_member", "x", "", "vport_ops"]
NAMES_TOLD = ["fc_host", "vports", "scsi_generic", "mdev_types", "vdpa", "vpd", "ccwgroup_member"]
HOST = ("<device>{}<capability type='scsi_host'><capability type='fc_host'><wwnn>{}</wwnn><wwpn>{}</wwpn></capability>"
        "</capability></device>")
WRONG = ["<device/>", "<x/>", "", "<device", "<device><capability type='x'/></device>", "<device><capability/></device>",
         "<device><parent>scsi_host1</parent><capability type='scsi_host'/></device>",
         "<device><parent>scsi_host1</parent><capability type='drm'><type>render</type></capability></device>",
         "<device><parent>scsi_host1</parent><capability type='scsi_host'><capability type='x'/></capability></device>"]


# What is told and never read.
WRONG += [f"<device><capability type='{kind}'/></device>" for kind in NAMES_TOLD]


def listen(events, conn, whose, dev=None):
    """Notes the lifecycle and updates of devices, or of one."""
    def lifecycle(_, one, event, detail, __):
        events.noted.append((whose, one.name(), event, detail))

    def update(_, one, __):
        events.noted.append((whose, one.name(), "update"))
    conn.nodeDeviceEventRegisterAny(dev, libvirt.VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE, lifecycle, None)
    conn.nodeDeviceEventRegisterAny(dev, libvirt.VIR_NODE_DEVICE_EVENT_ID_UPDATE, update, None)


def lists(conn):
    """Lists with all filters."""
    for flags in [0, *(1 << bit for bit in range(32)), 3, 0x30, 0x600, 0x2001, 0x30000000, 0xc0000000, 0x90000020, 0x60000000]:
        said(f"flags {flags:#x}", lambda: sorted(dev.name() for dev in conn.listAllDevices(flags)))
    for name in [None, *NAMES]:
        said(f"cap {name}", lambda: sorted(conn.listDevices(name)))
        said(f"cap {name}", conn.numOfDevices, name)
    for flags in (1, 1 << 31):
        said(f"listDevices {flags}", conn.listDevices, None, flags)
        said(f"numOfDevices {flags}", conn.numOfDevices, None, flags)


def tell(conn, name):
    """All that is to be asked of a device."""
    dev = said(f"name {name}", conn.nodeDeviceLookupByName, name)
    for call in CALLS:
        if dev:
            said(f"{name} {call}", getattr(dev, call))
    for flags in (1, 2, 3, 1 << 31):
        if dev:
            said(f"{name} xml {flags}", dev.XMLDesc, flags)


def node_file(folder):
    """A host with a device of every kind."""
    parents = {"scsi_host1": "computer", "scsi_0": "scsi_host1", "mdev_0": "pci_0"}
    text = "".join(f"<device><name>{name}</name>" + (f"<parent>{parents[name]}</parent>" if name in parents else "") + capability +
                   "</device>" for name, capability in DEVICES.items())
    path = pathlib.Path(folder, "devices.xml")
    path.write_text(f"<node>{text}</node>", encoding="utf-8")
    conn = said("open", libvirt.open, f"test://{path}")
    lists(conn)
    for name in DEVICES:
        tell(conn, name)
    return conn


def ports(conn, events):
    """Making and removing virtual ports."""
    one, two = "2000000000000001", "1000000000000001"
    parents = ["<parent>scsi_host1</parent>", "<parent>scsi_host2</parent>", "<parent>computer</parent>", "<parent>x</parent>", "",
               "<parent wwnn='2000000012341234' wwpn='1000000012341234'/>", "<parent wwnn='2000000056785678' wwpn='1000000056785678'/>",
               "<parent wwnn='2000000012341234'/>", "<parent wwpn='1000000012341234'/>", "<parent wwnn='x' wwpn='y'/>",
               "<parent fabric_wwn='2000000043214321'/>", "<parent fabric_wwn='x'/>", "<parent/>"]
    for parent in parents:
        dev = said(f"create {parent}", conn.nodeDeviceCreateXML, HOST.format(parent, one, two), 0)
        if dev:
            # In the handle the stock library notes the parent that was asked for, not the one that the port has.
            dev = conn.nodeDeviceLookupByName(dev.name())
            for call in CALLS:
                said(call, getattr(dev, call))
            said("inactive xml", dev.XMLDesc, 1)
            said("destroy", dev.destroy)
            for call in CALLS[2:]:
                said(f"gone {call}", getattr(dev, call))
            said("gone destroy", dev.destroy)
        events.tell()
    dev = said("create", conn.nodeDeviceCreateXML, "<device><capability type='scsi_host'><capability type='fc_host'/></capability></device>", 0)
    print(re.sub(r">5100000[0-9a-f]{9}<", ">MADE UP<", dev.XMLDesc()))
    said("again", conn.nodeDeviceCreateXML, HOST.format("", one, two), 0)
    said("xml", dev.XMLDesc)
    said("list", lambda: sorted(conn.listDevices(None)))
    said("destroy", dev.destroy)
    # Flag 1 asks for the schemas.
    for flags in (2, 1 << 31):
        said(f"create {flags}", conn.nodeDeviceCreateXML, HOST.format("<parent>scsi_host1</parent>", one, two), flags)
    for xml in WRONG:
        said(f"create {xml}", conn.nodeDeviceCreateXML, xml, 0)
    events.tell()


def main():
    """Everything."""
    events = Events()
    conn, other = libvirt.open("test:///default"), libvirt.open("test:///default")
    listen(events, conn, "one")
    lists(conn)
    for name in ("computer", "scsi_host1", "scsi_host2", "scsi_host11", "x", "", "SCSI_HOST1"):
        tell(conn, name)
    ports(conn, events)
    said("parent", lambda: conn.nodeDeviceLookupByName("scsi_host11").parent())
    listen(events, conn, "only 2", conn.nodeDeviceLookupByName("scsi_host2"))
    said("destroy", lambda: conn.nodeDeviceLookupByName("scsi_host2").destroy())
    said("destroy", lambda: other.nodeDeviceLookupByName("scsi_host1").destroy())
    events.tell()
    said("no parent left", conn.nodeDeviceCreateXML, HOST.format("<parent>scsi_host1</parent>", "2", "1"), 0)
    said("no parent left", conn.nodeDeviceCreateXML, HOST.format("", "2", "1"), 0)
    said("list", lambda: sorted(conn.listDevices(None)))
    events.tell()
    node_file(sys.argv[1])
    reader = libvirt.openReadOnly("test:///default")
    dev = reader.nodeDeviceLookupByName("computer")
    for call in [*CALLS, "destroy"]:
        said(f"read-only {call}", getattr(dev, call))
    said("read-only create", reader.nodeDeviceCreateXML, HOST.format("", "2", "1"), 0)


main()
