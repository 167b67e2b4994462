"""A defined, inactive qemu guest: what its configuration answers, and every device operation on it."""

import libvirt

from lib.definitions import CPU, DISPLAY, UUIDS, guest, raw_disk

CONFIG = libvirt.VIR_DOMAIN_AFFECT_CONFIG


def run(s):
    """Define, ask, change, rename, remove."""
    conn = s.open(s.qemu_uri)
    nic = "<interface type='user'><mac address='52:54:00:0f:02:01'/><model type='virtio'/></interface>"
    xml = guest(devices=raw_disk(f"{s.scratch}/raw.img") + nic + DISPLAY, vcpus=2,
                more="<iothreads>1</iothreads>" + CPU)
    dom = s(conn, "defineXML", xml)
    s(conn, "defineXMLFlags", xml, libvirt.VIR_DOMAIN_DEFINE_VALIDATE)
    s(conn, "domainXMLToNative", "qemu-argv", xml, 0, mask="all")
    s(conn, "domainXMLToNative", "qemu-argv", UUIDS["guest"], 0)
    asking(s, conn, dom)
    setting(s, dom)
    devices(s, dom)
    names(s, conn, dom)
    del dom
    s.close(conn)


def asking(s, conn, dom):
    """Getters."""
    s.each(dom, ["ID", "OSType", "maxMemory", "maxVcpus", "autostart", "isActive", "isPersistent", "isUpdated",
                 "schedulerType", "hasManagedSaveImage", "info", ("state", 0), "controlInfo", "jobInfo", "jobStats",
                 "vcpus", ("vcpuPinInfo", CONFIG), ("vcpusFlags", CONFIG), ("vcpusFlags", CONFIG | 4),
                 ("emulatorPinInfo", CONFIG), ("ioThreadInfo", CONFIG), ("securityLabel",), ("securityLabelList",),
                 ("memoryParameters", CONFIG), ("blkioParameters", CONFIG), ("numaParameters", CONFIG),
                 "schedulerParameters", ("schedulerParametersFlags", CONFIG), ("blockIoTune", "vda", CONFIG),
                 ("interfaceParameters", "52:54:00:0f:02:01", CONFIG), ("perfEvents", CONFIG), ("blockInfo", "vda", 0),
                 ("messages", 0), "memoryStats", ("metadata", 0, None, 0), ("launchSecurityInfo", 0), ("XMLDesc", 0),
                 ("XMLDesc", libvirt.VIR_DOMAIN_XML_SECURE), ("XMLDesc", libvirt.VIR_DOMAIN_XML_MIGRATABLE)])
    s.each(conn, [("lookupByName", "golden"), ("lookupByUUIDString", UUIDS["guest"]), ("lookupByID", 1),
                  ("listAllDomains", 0)])
    s(conn, "getAllDomainStats", 0, 0, mask="shape")


def setting(s, dom):
    """Setters, on the configuration."""
    s(dom, "setMaxMemory", 131072)
    s(dom, "setMemory", 65536)
    s(dom, "setMemoryFlags", 98304, CONFIG)
    s(dom, "setMemoryFlags", 131072, CONFIG | libvirt.VIR_DOMAIN_MEM_MAXIMUM)
    s(dom, "setMemoryStatsPeriod", 7, CONFIG)
    s(dom, "setVcpus", 1)
    s(dom, "setVcpusFlags", 2, CONFIG)
    s(dom, "setVcpusFlags", 4, CONFIG | libvirt.VIR_DOMAIN_VCPU_MAXIMUM)
    s(dom, "setVcpu", "1", 0, CONFIG)
    s(dom, "pinVcpu", 0, (True,))
    s(dom, "pinVcpuFlags", 0, (True, False), CONFIG)
    s(dom, "pinEmulator", (True,), CONFIG)
    s(dom, "pinIOThread", 1, (True,), CONFIG)
    s(dom, "addIOThread", 2, CONFIG)
    s(dom, "setIOThreadParams", 2, {"poll_max_ns": 100}, CONFIG)
    s(dom, "delIOThread", 2, CONFIG)
    s(dom, "setMemoryParameters", {"hard_limit": 200000, "soft_limit": 150000}, CONFIG)
    s(dom, "setBlkioParameters", {"weight": 500, "device_weight": "/dev/null,300"}, CONFIG)
    s(dom, "setNumaParameters", {"numa_nodeset": "0", "numa_mode": 0}, CONFIG)
    s(dom, "setSchedulerParameters", {"cpu_shares": 1000})
    s(dom, "setSchedulerParametersFlags", {"cpu_shares": 2000, "vcpu_quota": -1}, CONFIG)
    s(dom, "setBlockIoTune", "vda", {"total_bytes_sec": 1000000, "group_name": "g"}, CONFIG)
    s(dom, "setInterfaceParameters", "52:54:00:0f:02:01", {"inbound.average": 1000, "outbound.peak": 9}, CONFIG)
    s(dom, "setPerfEvents", {"cmt": False, "cpu_cycles": True}, CONFIG)
    s(dom, "setMetadata", libvirt.VIR_DOMAIN_METADATA_DESCRIPTION, "described", None, None, CONFIG)
    s(dom, "setMetadata", libvirt.VIR_DOMAIN_METADATA_ELEMENT, "<x a='1'/>", "k", "urn:golden", CONFIG)
    s(dom, "metadata", libvirt.VIR_DOMAIN_METADATA_ELEMENT, "urn:golden", CONFIG)
    s(dom, "setLifecycleAction", libvirt.VIR_DOMAIN_LIFECYCLE_REBOOT, libvirt.VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY, CONFIG)
    s(dom, "setAutostart", 1)
    s(dom, "setAutostart", 0)
    s(dom, "setBlockThreshold", "vda", 4096, 0)
    s(dom, "agentSetResponseTimeout", 5, 0)
    s(dom, "setLaunchSecurityState", {"sev-secret-header": "a", "sev-secret": "b"}, 0)
    s(dom, "startDirtyRateCalc", 1, 0)
    s(dom, "sendProcessSignal", 1, 15, 0)
    s(dom, "XMLDesc", 0)


def devices(s, dom):
    """Attach, update, detach."""
    s(dom, "attachDevice", "<disk/>")
    disk = raw_disk("/nonexistent/two.img", "vdb")
    s(dom, "attachDeviceFlags", disk, CONFIG)
    s(dom, "updateDeviceFlags", disk, CONFIG)
    s(dom, "detachDeviceFlags", disk, CONFIG)
    s(dom, "detachDevice", disk)
    s(dom, "detachDeviceAlias", "ua-none", CONFIG)
    for method in ("blockResize", "blockPull", "blockJobAbort"):
        s(dom, method, "vda", *((4096, 0) if method != "blockJobAbort" else (0,)))
    s(dom, "blockStats", "vda")


def names(s, conn, dom):
    """Rename, undefine."""
    s(dom, "rename", "golden-renamed", 0)
    s(conn, "lookupByName", "golden")
    s(conn, "lookupByName", "golden-renamed")
    s(dom, "undefineFlags", libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE | libvirt.VIR_DOMAIN_UNDEFINE_NVRAM)
    s(dom, "undefine")
    again = s(conn, "defineXML", guest("second", "second"))
    s(again, "undefine")
    s(conn, "defineXML", guest("bad name\n", "second"))
    s(conn, "defineXML", "<domain type='qemu'><name>x</name></domain>")
