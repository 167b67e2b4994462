"""The definitions the sections use: fixed names, fixed UUIDs, fixed addresses."""

UUIDS = {name: f"7e57ab1e-0000-4000-8000-{number:012x}" for number, name in enumerate(
    ("guest", "second", "transient", "network", "pool", "secret", "filter", "port", "volsecret", "pool2", "network2"), 1)}


def guest(name="golden", uuid="guest", kind="qemu", memory=65536, devices="", vcpus=1, more=""):
    """Returns a guest without an operating system: SeaBIOS finds nothing to boot and waits."""
    return f"""<domain type='{kind}'>
  <name>{name}</name>
  <uuid>{UUIDS[uuid]}</uuid>
  <title>{name} title</title>
  <description>{name} description</description>
  <memory unit='KiB'>{memory}</memory>
  <currentMemory unit='KiB'>{memory}</currentMemory>
  <vcpu placement='static' current='1'>{vcpus}</vcpu>
  {more}
  <os><type arch='x86_64' machine='pc-i440fx-7.2'>hvm</type></os>
  <features><acpi/></features>
  <devices>{devices}</devices>
</domain>"""


def test_guest(name="golden", uuid="guest", devices=""):
    """Returns a guest of the test driver."""
    return f"""<domain type='test'>
  <name>{name}</name>
  <uuid>{UUIDS[uuid]}</uuid>
  <memory unit='KiB'>131072</memory>
  <vcpu current='1'>2</vcpu>
  <os><type arch='i686'>hvm</type></os>
  <devices>{devices}</devices>
</domain>"""


def raw_disk(path, target="vda", kind="raw", bus="virtio"):
    """Returns a disk on a file."""
    return (f"<disk type='file' device='disk'><driver name='qemu' type='{kind}'/><source file='{path}'/>"
            f"<target dev='{target}' bus='{bus}'/></disk>")


def network(name="goldnet", uuid="network", bridge="goldbr0", more=""):
    """Returns an isolated network without addresses: needs neither dnsmasq nor a firewall."""
    return (f"<network><name>{name}</name><uuid>{UUIDS[uuid]}</uuid><bridge name='{bridge}' stp='off' delay='0'/>"
            f"<mac address='52:54:00:0f:01:01'/>{more}</network>")


def pool(path, name="goldpool", uuid="pool"):
    """Returns a directory pool."""
    return (f"<pool type='dir'><name>{name}</name><uuid>{UUIDS[uuid]}</uuid>"
            f"<target><path>{path}</path></target></pool>")


def volume(name="gold.img", size=65536, kind="raw"):
    """Returns a small volume."""
    return (f"<volume><name>{name}</name><capacity unit='bytes'>{size}</capacity><allocation unit='bytes'>0</allocation>"
            f"<target><format type='{kind}'/></target></volume>")


def secret(uuid="secret", usage="/golden/volume"):
    """Returns a volume secret."""
    return (f"<secret ephemeral='no' private='no'><uuid>{UUIDS[uuid]}</uuid><description>golden</description>"
            f"<usage type='volume'><volume>{usage}</volume></usage></secret>")


def nwfilter(name="goldfilter", uuid="filter"):
    """Returns a filter with one rule."""
    return (f"<filter name='{name}' chain='root'><uuid>{UUIDS[uuid]}</uuid>"
            "<rule action='drop' direction='out' priority='500'><mac match='no' srcmacaddr='$MAC'/></rule></filter>")


def snapshot(name, more=""):
    """Returns a named snapshot."""
    return f"<domainsnapshot><name>{name}</name><description>golden</description>{more}</domainsnapshot>"


def checkpoint(name, disk="vda"):
    """Returns a named checkpoint of one disk."""
    return (f"<domaincheckpoint><name>{name}</name><disks><disk name='{disk}' checkpoint='bitmap'/></disks>"
            "</domaincheckpoint>")


DISPLAY = "<graphics type='vnc' port='-1' autoport='yes'/><video><model type='cirrus' vram='16384' heads='1'/></video>"
NIC = "<interface type='user'><mac address='52:54:00:0f:02:01'/><model type='virtio'/></interface>"
CONSOLE = "<serial type='pty'><target port='0'/></serial><console type='pty'><target type='serial' port='0'/></console>"
AGENT = "<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>"
CPU = "<cpu mode='custom' match='exact'><model fallback='forbid'>qemu64</model></cpu>"
