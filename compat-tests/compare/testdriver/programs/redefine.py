"""Snapshots and checkpoints that are redefined: what may change in the domain that they hold, their states, parents and circles."""

import re

import libvirt

from compare.testdriver.say import said

UUID = "11111111-1111-1111-1111-111111111111"
REDEFINE = libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE
DEFINITION = f"""<domain type='test'>
  <name>one</name>
  <uuid>{UUID}</uuid>
  <title>title</title>
  <memory unit='KiB'>8192</memory>
  <currentMemory unit='KiB'>4096</currentMemory>
  <vcpu current='1'>2</vcpu>
  <iothreads>1</iothreads>
  <sysinfo type='smbios'><bios><entry name='vendor'>V</entry></bios></sysinfo>
  <os><type arch='x86_64' machine='pc'>hvm</type><boot dev='hd'/><smbios mode='sysinfo'/></os>
  <features><acpi/><apic/></features>
  <cpu mode='custom' match='exact'><model fallback='allow'>core2duo</model><topology sockets='2' cores='1' threads='1'/></cpu>
  <clock offset='utc'><timer name='rtc' tickpolicy='catchup'/></clock>
  <on_poweroff>destroy</on_poweroff>
  <devices>
    <emulator>/usr/bin/true</emulator>
    <disk type='file' device='disk'><source file='/a'/><target dev='vda' bus='virtio'/><serial>S1</serial></disk>
    <disk type='file' device='cdrom'><source file='/b'/><target dev='hdc' bus='ide'/><readonly/></disk>
    <controller type='usb' index='0' model='piix3-uhci'/>
    <filesystem type='mount'><source dir='/s'/><target dir='t'/></filesystem>
    <interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/><model type='virtio'/></interface>
    <serial type='pty'><target port='0'/></serial>
    <channel type='unix'><target type='virtio' name='c'/></channel>
    <input type='tablet' bus='usb'/>
    <sound model='ich6'/>
    <video><model type='vga' vram='16384' heads='1'/></video>
    <watchdog model='i6300esb' action='reset'/>
    <memballoon model='virtio'/>
    <rng model='virtio'><backend model='random'>/dev/random</backend></rng>
    <tpm model='tpm-tis'><backend type='emulator' version='2.0'/></tpm>
    <panic model='isa'/>
  </devices>
</domain>"""
# What is changed in the document: from, to.
CHANGES = [
    ("title>title", "title>other"), ("<name>one", "<name>other"), (UUID, UUID.replace("1", "2")), ("type='test'>", "type='kvm'>"),
    ("8192</memory>", "9216</memory>"), ("4096</currentMemory>", "2048</currentMemory>"), ("current='1'>2", "current='1'>3"),
    ("current='1'>2", "current='2'>2"), ("iothreads>1", "iothreads>2"), (">V<", ">W<"), ("arch='x86_64'", "arch='i686'"), ("machine='pc'", "machine='q35'"),
    (">hvm<", ">xen<"), ("boot dev='hd'", "boot dev='cdrom'"), ("mode='sysinfo'", "mode='host'"), ("<acpi/>", ""), ("<apic/>", ""), ("<acpi/>", "<acpi/><pae/>"),
    ("core2duo", "kvm64"), ("sockets='2' cores='1'", "sockets='1' cores='2'"), ("match='exact'", "match='minimum'"), ("offset='utc'", "offset='localtime'"),
    ("catchup", "delay"), ("name='rtc'", "name='pit'"), ("poweroff>destroy", "poweroff>restart"), ("/usr/bin/true", "/usr/bin/false"), ("file='/a'", "file='/z'"),
    ("dev='vda'", "dev='vdb'"), ("bus='virtio'/><serial", "bus='scsi'/><serial"), ("S1", "S2"), ("device='cdrom'", "device='disk'"), ("<readonly/>", ""),
    ("dev='hdc'", "dev='hdd'"), ("piix3-uhci", "ich9-ehci1"), ("dir='/s'", "dir='/o'"), ("dir='t'", "dir='u'"), ("00:00:01'", "00:00:02'"),
    ("network='default'", "network='other'"), ("model type='virtio'", "model type='e1000'"), ("serial type='pty'", "serial type='null'"), ("port='0'", "port='1'"),
    ("name='c'", "name='d'"), ("tablet", "mouse"), ("bus='usb'", "bus='ps2'"), ("ich6", "ac97"), ("type='vga'", "type='qxl'"), ("vram='16384'", "vram='32768'"), ("heads='1'", "heads='2'"),
    ("i6300esb", "ib700"), ("action='reset'", "action='none'"), ("memballoon model='virtio'", "memballoon model='none'"), ("backend model='random'>/dev/random", "backend model='random'>/dev/urandom"),
    ("rng model='virtio'", "rng model='virtio-transitional'"), ("tpm-tis", "tpm-crb"), ("version='2.0'", "version='1.2'"), ("panic model='isa'", "panic model='hyperv'"),
    ("<sound model='ich6'/>", ""), ("<panic model='isa'/>", ""), ("<input type='tablet' bus='usb'/>", ""), ("<memballoon", "<hub type='usb'/><memballoon"),
]


def without(document, element):
    """Returns the document without an element and what is in it."""
    return re.sub(rf"\s*<{element}\b([^>]*/>|.*?</{element}>)", "", document, count=1, flags=re.S)


def snapshots(dom, running):
    """Redefines a snapshot with changes of its domain and of itself."""
    one = said("snapshot", dom.snapshotCreateXML, "<domainsnapshot><name>s</name></domainsnapshot>", 0)
    document = one.getXMLDesc()

    def redefine(what, changed, flags=REDEFINE):
        said(what, dom.snapshotCreateXML, changed, flags)
        back = dom.snapshotLookupByName("s").getXMLDesc()
        if back != document:
            dom.snapshotCreateXML(document, flags)

    redefine("as it is", document)
    for old, new in CHANGES:
        if old in document:
            redefine(f"{running} {old!r} {new!r}", document.replace(old, new))
        else:
            print("not there", repr(old), flush=True)
    for element in ("disk", "controller", "filesystem", "interface", "serial", "console", "channel", "video", "watchdog", "memballoon", "rng", "tpm",
                    "sysinfo", "cpu", "features", "iothreads", "title", "domain", "state", "creationTime", "disks", "parent", "name"):
        redefine(f"{running} without {element}", without(document, element))
    for state in ("running", "paused", "shutoff", "disk-snapshot", "blocked", "nostate", "none", ""):
        redefine(f"{running} state {state!r}", re.sub("<state>.*?</state>", f"<state>{state}</state>", document))
    for parent in ("s", "none", "other"):
        redefine(f"{running} parent {parent}", document.replace("<state>", f"<parent><name>{parent}</name></parent><state>"))
    redefine("uuid alone", re.sub("<domain.*</domain>", f"<domain><uuid>{UUID}</uuid></domain>", document, flags=re.S))
    redefine("another uuid alone", re.sub("<domain .*</domain>", f"<domain><uuid>{UUID.replace('1', '2')}</uuid></domain>", document, flags=re.S))
    said("child", dom.snapshotCreateXML, document.replace("<name>s<", "<name>t<", 1).replace("<state>", "<parent><name>s</name></parent><state>"), REDEFINE)
    redefine("circle", document.replace("<state>", "<parent><name>t</name></parent><state>"))
    redefine("current", document, REDEFINE | libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT)
    for snapshot in dom.listAllSnapshots():
        snapshot.delete()


def main():
    """Says what may change."""
    conn = libvirt.open("test:///default")
    dom = said("define", conn.defineXML, DEFINITION)
    snapshots(dom, "shut off")
    dom.create()
    snapshots(dom, "running")
    dom.destroy()
    dom.undefine()


main()
