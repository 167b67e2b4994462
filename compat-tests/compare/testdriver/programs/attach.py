"""Devices that come, change and go while a domain runs; keys."""

import libvirt

from compare.testdriver.say import Events, domain, said

INSIDE = ("<disk type='file' device='cdrom'><source file='/cd'/><target dev='hda' bus='ide'/></disk>"
          "<disk type='file'><source file='/one'/><target dev='vda' bus='virtio'/></disk>"
          "<disk type='file' device='floppy'><target dev='fda'/></disk>"
          "<interface type='bridge'><mac address='00:11:22:33:44:55'/><source bridge='br'/><alias name='ua-net'/></interface>"
          "<interface type='user'><mac address='00:11:22:33:44:56'/><alias name='ua-user'/></interface>"
          "<controller type='usb'/>")
DEVICES = [
    "<disk type='file'><source file='/two'/><target dev='vdb' bus='virtio'/></disk>",
    "<disk type='file'><source file='/two'/><target dev='vdb' bus='virtio'/></disk>",
    "<disk type='file'><source file='/three'/><target dev='sda' bus='scsi'/></disk>",
    "<disk type='file'><source file='/three'/><target dev='sdb' bus='usb'/></disk>",
    "<disk type='file'><source file='/three'/><target dev='hdb' bus='ide'/></disk>",
    "<disk type='file'><source file='/three'/><target dev='sdc' bus='sata'/></disk>",
    "<disk type='file' device='cdrom'><source file='/other'/><target dev='hda'/></disk>",
    "<disk type='file' device='cdrom'><source file='/other'/><target dev='vdc' bus='virtio'/></disk>",
    "<disk type='file' device='floppy'><source file='/floppy'/><target dev='fda'/></disk>",
    "<disk type='file' device='floppy'><source file='/floppy'/><target dev='fdb'/></disk>",
    "<disk type='block' device='lun'><source dev='/dev/sdz'/><target dev='sdd' bus='usb'/></disk>",
    "<disk type='file'><source file='/named'/><target dev='vdx' bus='virtio'/><alias name='ua-disk'/></disk>",
    "<disk type='file'><source file='/named'/><target dev='vdy' bus='virtio'/><alias name='ua-disk'/></disk>",
    "<disk type='file'><source file='/boot'/><target dev='vdz' bus='virtio'/><boot order='1'/></disk>",
    "<disk type='file'><source file='/none'/></disk>",
    "<disk type='nonsense'/>",
    "<interface type='bridge'><source bridge='br0'/></interface>",
    "<interface type='ethernet'><mac address='00:11:22:33:44:57'/><target dev='tap7'/></interface>",
    "<interface type='bridge'><mac address='00:11:22:33:44:58'/><source bridge='br0'/><alias name='ua-net2'/></interface>",
    "<interface type='network'><source network='default'/></interface>",
    "<interface type='user'/>",
    "<hostdev mode='subsystem' type='pci'><source><address domain='0' bus='1' slot='2' function='3'/></source></hostdev>",
    "<hostdev mode='subsystem' type='pci'><driver name='xen'/><source><address bus='1' slot='2' function='3'/></source></hostdev>",
    "<hostdev mode='subsystem' type='usb'><source><vendor id='0x1234'/><product id='0x1'/></source></hostdev>",
    "<hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/><address bus='0' target='0' unit='0'/></source></hostdev>",
    "<hostdev mode='subsystem' type='mdev' model='vfio-pci'><source><address uuid='53764d0e-85a0-42b4-af5c-2046b460b1dc'/></source></hostdev>",
    "<hostdev mode='capabilities' type='misc'><source><char>/dev/x</char></source></hostdev>",
    "<controller type='scsi'/>", "<input type='tablet'/>", "<graphics type='vnc'/>", "<serial type='pty'/>", "<memballoon model='none'/>",
    "<nonsense/>", "<disk", "", "text",
]
ALIASES = ["virtio-disk1", "virtio-disk0", "ua-disk", "usb-disk1", "net0", "net1", "ua-net", "ua-net2", "ua-user", "none", ""]


def main():
    """Everything, on domains of each kind."""
    events = Events()
    conn = libvirt.open("test:///default")
    events.devices(conn, "all")
    events.lifecycle(conn, "lives")
    kinds = [("running", conn.createXML(domain("running", devices=INSIDE))), ("stopped", conn.defineXML(domain("stopped", devices=INSIDE))),
             ("both", conn.defineXML(domain("both", devices=INSIDE)))]
    kinds[2][1].create()
    for name, dom in kinds:
        for number, device in enumerate(DEVICES):
            for flags in (0, 1, 2, 3, 4):
                said(f"{name} attachDeviceFlags {number} {flags}", dom.attachDeviceFlags, device, flags)
            said(f"{name} attachDevice {number}", dom.attachDevice, device)
        events.tell()
        said(f"{name} xml", dom.XMLDesc)
        said(f"{name} inactive", dom.XMLDesc, 2)
        said(f"{name} messages", dom.messages)
        for number, device in enumerate(DEVICES):
            for flags in range(5):
                said(f"{name} updateDeviceFlags {number} {flags}", dom.updateDeviceFlags, device, flags)
        said(f"{name} detachDevice", dom.detachDevice, DEVICES[0])
        events.tell()
        said(f"{name} xml", dom.XMLDesc)
        said(f"{name} inactive", dom.XMLDesc, 2)
        for alias in ALIASES:
            for flags in range(5):
                said(f"{name} detachDeviceAlias {alias} {flags}", dom.detachDeviceAlias, alias, flags)
        events.tell()
        said(f"{name} xml", dom.XMLDesc)
        for codes in range(-1, 11):
            for code in (0, 1, 30, 200, 255, 600, 65535, 70000):
                said(f"{name} sendKey {codes} {code}", dom.sendKey, codes & 0xffffffff, 0, [1, code], 2, 0)
        said(f"{name} sendKey", dom.sendKey, 0, 0, [30], 1, 1)
    said("state", lambda: kinds[2][1].state())


main()
