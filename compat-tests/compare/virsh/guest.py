"""The guest of the lines that only work with QEMU: it sends back what its serial port gets, and has a disk and a network card."""

import pathlib
import re
import subprocess

NAME = "echo"
# Who opens a console locks it there.
BEFORE = [["mkdir", "-p", "/run/lock"]]
# Waits for a byte at the first serial port and sends it back, for ever: in al, 3fd; test al, 1; in al, 3f8; out 3f8, al.
BOOT = bytes.fromhex("bafd03ec a80174f8 baf803ec eeebf1".replace(" ", ""))
XML = """<domain type='qemu'><name>echo</name><uuid>7e57ab1e-0000-4000-8000-0000000000ec</uuid>
<memory unit='MiB'>64</memory><currentMemory unit='MiB'>48</currentMemory><vcpu current='1'>2</vcpu><iothreads>1</iothreads>
<os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features>
<pm><suspend-to-mem enabled='no'/></pm>
<devices>
<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='{folder}/boot.img'/><target dev='hda' bus='ide'/></disk>
<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='{folder}/data.qcow2'/><target dev='vda' bus='virtio'/></disk>
<interface type='user'><mac address='52:54:00:ec:ec:ec'/><model type='virtio'/></interface>
<serial type='pty'><target port='0'/><alias name='ua-first'/></serial>
<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
<video><model type='vga'/></video>
</devices></domain>
"""
# What differs from one run to the next.
MASKS = [
    (re.compile(rb"(?m)^(Id: +)[0-9]+"), rb"\1N"),
    # A longer number makes the column wider.
    (re.compile(rb" Id +Name +State\n-+\n [0-9]+ +echo"), b" Id Name State\n N echo"),
    (re.compile(rb"\bid='[0-9]+'"), b"id='N'"),
    (re.compile(rb" at [0-9]+\.[0-9]{6} for"), b" at MOMENT for"),
    (re.compile(rb"/dev/pts/[0-9]+"), b"/dev/pts/N"),
    (re.compile(rb"domain-[0-9]+-echo"), b"domain-N-echo"),
    (re.compile(rb"(?m)^((?:actual|last_update|rss|available|unused|usable|hugetlb_\w+|disk_caches|swap_\w+|\w+_fault) )[0-9]+"), rb"\1N"),
]


def prepare(daemon):
    """Makes the guest's disks and its definition. Returns the path of the definition."""
    folder = pathlib.Path(daemon.scratch)
    (folder / "boot.img").write_bytes(BOOT.ljust(510, b"\0") + b"\x55\xaa" + bytes(1 << 20))
    subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", folder / "data.qcow2", "1M"], check=True)
    for path in folder.iterdir():
        path.chmod(0o666)
    definition = folder.parent / "echo.xml"
    definition.write_text(XML.format(folder=daemon.visible_scratch))
    return definition
