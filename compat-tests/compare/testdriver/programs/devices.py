"""Disks and interfaces: limits, statistics, errors."""

import libvirt

from compare.testdriver.say import domain, said

DEVICES = ("<disk type='file'><source file='/one'/><target dev='vda'/></disk><disk type='file' device='cdrom'><target dev='hda'/></disk>"
           "<disk type='file'><source file='/same'/><target dev='vdb'/></disk><disk type='file'><source file='/same'/><target dev='vdc'/></disk>"
           "<interface type='bridge'><mac address='00:11:22:33:44:55'/><source bridge='br'/><target dev='tap0'/>"
           "<bandwidth><inbound average='1' peak='2'/></bandwidth></interface>"
           "<interface type='user'><mac address='00:11:22:33:44:56'/></interface>")
LIMITS = ["total_bytes_sec", "read_bytes_sec", "write_bytes_sec", "total_iops_sec", "read_iops_sec", "write_iops_sec",
          "total_bytes_sec_max", "read_bytes_sec_max", "write_bytes_sec_max", "total_iops_sec_max", "read_iops_sec_max",
          "write_iops_sec_max", "size_iops_sec", "total_bytes_sec_max_length", "read_iops_sec_max_length"]
DISKS = ["vda", "hda", "/one", "/same", "none", "/none", ""]
RATES = ["inbound.average", "inbound.peak", "inbound.burst", "inbound.floor", "outbound.average", "outbound.peak", "outbound.burst"]


def limits(name, dom):
    """Limits of disks."""
    for flags in range(5):
        for disk in DISKS:
            said(f"{name} blockIoTune {disk} {flags}", dom.blockIoTune, disk, flags)
            for limit in LIMITS:
                said(f"{name} setBlockIoTune {disk} {limit} {flags}", dom.setBlockIoTune, disk, {limit: 5}, flags)
        for given in ({one: 1, f"{one}_max": 2} for one in LIMITS[:6]):
            said(f"{name} setBlockIoTune {given} {flags}", dom.setBlockIoTune, "vda", given, flags)
        for given in ({"group_name": "g"}, {"size_iops_sec": 1 << 60}, {"x": 1}, dict.fromkeys(LIMITS[:6], 0),
                      {"total_bytes_sec": 0, "total_iops_sec": 0, "read_bytes_sec": 7, "read_bytes_sec_max": 9}):
            said(f"{name} setBlockIoTune {given} {flags}", dom.setBlockIoTune, "vda", given, flags)
            said(f"{name} blockIoTune {flags}", dom.blockIoTune, "vda", flags)
        said(f"{name} xml {flags}", dom.XMLDesc, flags & 2)


def weights(name, dom):
    """Weights and limits of devices of the host."""
    for flags in range(5):
        for given in ({"weight": 500}, {"device_weight": "/dev/a,100,/dev/b,200"}, {"device_read_iops_sec": "/dev/a,5"},
                      {"device_write_iops_sec": "/dev/c,0"}, {"device_read_bytes_sec": "/dev/b,99999999999"},
                      {"device_write_bytes_sec": "/dev/a,7"}, {"device_weight": ""}, {"device_weight": "/dev/a"},
                      {"device_weight": "/dev/a,x"}, {"device_weight": "/dev/a,-1"}, {"device_weight": "/dev/a,99999999999"},
                      {"device_weight": "/dev/a,1,"}, {"device_weight": "/dev/a,1x"}, {"weight": 7, "device_weight": "bad"},
                      {"device_weight": "/dev/a,0"}, {"x": 1}):
            said(f"{name} setBlkioParameters {given} {flags}", dom.setBlkioParameters, given, flags)
            said(f"{name} blkioParameters {flags}", dom.blkioParameters, flags)
        said(f"{name} xml {flags}", dom.XMLDesc, flags & 2)


def rates(name, dom):
    """Limits of interfaces."""
    for flags in range(5):
        for device in ("tap0", "00:11:22:33:44:56", "testnet0", "none", ""):
            said(f"{name} interfaceParameters {device} {flags}", dom.interfaceParameters, device, flags)
            for rate in RATES:
                for value in (0, 5):
                    said(f"{name} setInterfaceParameters {device} {rate} {value} {flags}", dom.setInterfaceParameters, device,
                         {rate: value}, flags)
            for given in ({"inbound.average": 1, "inbound.peak": 2, "inbound.burst": 3}, {"outbound.average": 4, "outbound.burst": 5},
                          {"x": 1}, {"inbound.average": 0}, {"outbound.average": 0}):
                said(f"{name} setInterfaceParameters {given} {flags}", dom.setInterfaceParameters, device, given, flags)
                said(f"{name} interfaceParameters {flags}", dom.interfaceParameters, device, flags)
        said(f"{name} xml {flags}", dom.XMLDesc, flags & 2)


def statistics(name, dom):
    """Whether there are numbers: they follow the clock."""
    for disk in DISKS:
        said(f"{name} blockStats {disk}", lambda: [number > 0 for number in dom.blockStats(disk)])
        said(f"{name} blockStatsFlags {disk}", dom.blockStatsFlags, disk)
        for flags in (0, 1):
            said(f"{name} blockInfo {disk} {flags}", dom.blockInfo, disk, flags)
    for device in ("tap0", "00:11:22:33:44:56", "none", ""):
        said(f"{name} interfaceStats {device}", lambda: [number > 0 for number in dom.interfaceStats(device)])
    said(f"{name} diskErrors", dom.diskErrors)
    said(f"{name} diskErrors", dom.diskErrors, 1)
    said(f"{name} fsInfo", dom.fsInfo)
    for source in range(5):
        said(f"{name} interfaceAddresses {source}", dom.interfaceAddresses, source)


def main():
    """Everything, on domains of each kind."""
    conn = libvirt.open("test:///default")
    kinds = [("stopped", conn.defineXML(domain("stopped", devices=DEVICES))),
             ("running", conn.createXML(domain("running", devices=DEVICES))),
             ("without", conn.createXML(domain("without")))]
    for name, dom in kinds:
        limits(name, dom)
        weights(name, dom)
        rates(name, dom)
        statistics(name, dom)


main()
