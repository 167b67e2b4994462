"""Domain procedures on the test driver, which really answers many of them."""

import libvirt

from lib.definitions import UUIDS, snapshot, test_guest

LIVE, CONFIG = libvirt.VIR_DOMAIN_AFFECT_LIVE, libvirt.VIR_DOMAIN_AFFECT_CONFIG


def run(s):
    """The built-in guest, then one of our own."""
    conn = s.open("test:///default")
    dom = s(conn, "lookupByName", "test")
    questions(s, dom)
    tuning(s, dom)
    lifecycle(s, conn, dom)
    own(s, conn)
    snapshots(s, conn)
    del dom
    s.close(conn)


def questions(s, dom):
    """Everything that only asks."""
    s.each(dom, ["ID", "name", "UUID", "UUIDString", "OSType", "maxMemory", "maxVcpus", "autostart", "isActive",
                 "isPersistent", "isUpdated", "schedulerType", "schedulerParameters", "hasManagedSaveImage",
                 "securityLabel", "securityLabelList", "diskErrors", "fsInfo", "hostname", "jobInfo", "jobStats",
                 "controlInfo", "launchSecurityInfo", "perfEvents", "guestVcpus", "messages", "memoryStats"], mask="shape")
    s(dom, "info", mask="shape")
    s(dom, "state", 0)
    s(dom, "XMLDesc", 0)
    s(dom, "XMLDesc", libvirt.VIR_DOMAIN_XML_SECURE | libvirt.VIR_DOMAIN_XML_INACTIVE)
    s(dom, "vcpus", mask="shape")
    s(dom, "vcpuPinInfo", 0)
    s(dom, "vcpusFlags", 0)
    s(dom, "vcpusFlags", libvirt.VIR_DOMAIN_VCPU_MAXIMUM)
    s(dom, "emulatorPinInfo", 0)
    s(dom, "getCPUStats", True, 0, mask="shape")
    s(dom, "getCPUStats", False, 0, mask="shape")
    s(dom, "ioThreadInfo", 0)
    s(dom, "interfaceAddresses", 0, 0)
    s(dom, "guestInfo", 0, 0)
    s(dom, "getTime", mask="all")
    s(dom, "blockStats", "vda", mask="shape")
    s(dom, "blockStatsFlags", "vda", 0, mask="shape")
    s(dom, "interfaceStats", "testnet0", mask="shape")
    s(dom, "metadata", libvirt.VIR_DOMAIN_METADATA_TITLE, None, 0)


def tuning(s, dom):
    """Setters and the getters that show their effect."""
    s.each(dom, [("memoryParameters", 0), ("blkioParameters", 0), ("numaParameters", 0), ("schedulerParametersFlags", 0),
                 ("interfaceParameters", "testnet0", 0), ("blockIoTune", "vda", 0)])
    s(dom, "setMemoryParameters", {"hard_limit": 4096, "soft_limit": 2048}, LIVE)
    s(dom, "setBlkioParameters", {"weight": 500}, LIVE)
    s(dom, "setNumaParameters", {"numa_nodeset": "0"}, LIVE)
    s(dom, "setSchedulerParameters", {"weight": 50})
    s(dom, "setSchedulerParametersFlags", {"weight": 60}, LIVE)
    s(dom, "setInterfaceParameters", "testnet0", {"inbound.average": 1000}, LIVE)
    s(dom, "setBlockIoTune", "vda", {"total_bytes_sec": 1000000}, LIVE)
    s(dom, "setPerfEvents", {"cmt": True}, 0)
    s(dom, "setMemory", 4194304)
    s(dom, "setMemoryFlags", 2097152, LIVE)
    s(dom, "setMaxMemory", 8388608)
    s(dom, "setMemoryStatsPeriod", 5, LIVE)
    s(dom, "setVcpus", 1)
    s(dom, "setVcpusFlags", 2, LIVE)
    s(dom, "setVcpu", "1", 0, LIVE)
    s(dom, "setGuestVcpus", "0", 1, 0)
    s(dom, "pinVcpu", 0, (True, False))
    s(dom, "pinVcpuFlags", 0, (True, True), LIVE)
    s(dom, "pinEmulator", (True,), LIVE)
    s(dom, "pinIOThread", 1, (True,), LIVE)
    s(dom, "addIOThread", 5, LIVE)
    s(dom, "setIOThreadParams", 5, {"poll_max_ns": 100}, LIVE)
    s(dom, "delIOThread", 5, LIVE)
    s(dom, "setAutostart", 1)
    s(dom, "autostart")
    s(dom, "setAutostart", 0)
    s(dom, "setMetadata", libvirt.VIR_DOMAIN_METADATA_TITLE, "a title", None, None, 0)
    s(dom, "setMetadata", libvirt.VIR_DOMAIN_METADATA_ELEMENT, "<x/>", "k", "urn:golden", 0)
    s(dom, "metadata", libvirt.VIR_DOMAIN_METADATA_TITLE, None, 0)
    s(dom, "metadata", libvirt.VIR_DOMAIN_METADATA_ELEMENT, "urn:golden", 0)
    s(dom, "setLifecycleAction", 0, 0, 0)
    s(dom, "setUserPassword", "root", "golden", 0)
    s(dom, "sendKey", 0, 10, [16, 17, 18], 3, 0)
    s(dom, "fsFreeze", ["/"], 0)
    s(dom, "fsThaw", None, 0)
    s(dom, "fSTrim", None, 0, 0)
    s(dom, "setTime", {"seconds": 1000, "nseconds": 7}, 0)
    s(dom, "sendProcessSignal", 1, 9, 0)
    s(dom, "injectNMI", 0)


def lifecycle(s, conn, dom):
    """States of the built-in guest."""
    s.each(dom, ["suspend", ("state", 0), "suspend", "resume", ("reboot", 0), ("reset", 0), ("pMSuspendForDuration", 0, 0, 0),
                 ("pMWakeup", 0), ("coreDump", "/nonexistent/dump", 0), ("coreDumpWithFormat", "/nonexistent/dump", 0, 0),
                 ("abortJob",), ("abortJobFlags", 0)])
    s(dom, "managedSave", 0)
    s(dom, "hasManagedSaveImage", 0)
    s(dom, "managedSaveGetXMLDesc", 0)
    s(dom, "managedSaveDefineXML", "<domain/>", 0)
    s(dom, "managedSaveRemove", 0)
    s(dom, "create")
    s(dom, "shutdown")
    s(dom, "createWithFlags", libvirt.VIR_DOMAIN_START_PAUSED)
    s(dom, "shutdownFlags", libvirt.VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN)
    s(dom, "create")
    s(dom, "save", "/nonexistent/save")
    s(dom, "saveFlags", "/nonexistent/save", None, 0)
    s(dom, "saveParams", {"file": "/nonexistent/save"}, 0)
    s.each(conn, [("restore", "/nonexistent/save"), ("restoreFlags", "/nonexistent/save", None, 0),
                  ("restoreParams", {"file": "/nonexistent/save"}, 0), ("saveImageGetXMLDesc", "/nonexistent/save", 0),
                  ("saveImageDefineXML", "/nonexistent/save", "<domain/>", 0)])


def own(s, conn):
    """A guest that is defined, renamed and removed here."""
    dom = s(conn, "defineXML", test_guest())
    s(conn, "defineXMLFlags", test_guest(), libvirt.VIR_DOMAIN_DEFINE_VALIDATE)
    s(conn, "defineXML", "<domain type='test'>")
    s.each(conn, ["numOfDefinedDomains", "listDefinedDomains"])
    s(dom, "create")
    s(conn, "lookupByID", 2)
    s(conn, "lookupByID", 4711)
    s(conn, "lookupByUUIDString", UUIDS["guest"])
    s(conn, "lookupByUUID", bytes(16))
    s(conn, "lookupByName", "no such guest")
    s(conn, "lookupByName", "")
    s(conn, "listAllDomains", 0, mask="sorted")
    s(conn, "getAllDomainStats", 0, 0, mask="sorted")
    disk = "<disk type='file' device='disk'><source file='/tmp/golden.img'/><target dev='vdb' bus='virtio'/></disk>"
    for method in ("attachDeviceFlags", "updateDeviceFlags", "detachDeviceFlags"):
        s(dom, method, disk, CONFIG)
    s(dom, "attachDevice", disk)
    s(dom, "detachDevice", disk)
    s(dom, "detachDeviceAlias", "virtio-disk1", 0)
    s(dom, "destroy")
    s(dom, "rename", "golden2", 0)
    s(conn, "lookupByName", "golden2")
    s(dom, "undefine")
    s(dom, "info")
    transient = s(conn, "createXML", test_guest("transient", "transient"), libvirt.VIR_DOMAIN_START_PAUSED)
    s(transient, "isPersistent")
    s(transient, "destroyFlags", libvirt.VIR_DOMAIN_DESTROY_GRACEFUL)
    s(conn, "createLinux", test_guest("transient", "transient"), 0)
    again = s(conn, "defineXML", test_guest("second", "second"))
    s(again, "undefineFlags", libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE | libvirt.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA)


def snapshots(s, conn):
    """Snapshots, checkpoints and backups as far as the test driver goes."""
    dom = s(conn, "lookupByName", "test")
    s(dom, "hasCurrentSnapshot", 0)
    one = s(dom, "snapshotCreateXML", snapshot("one"), 0)
    two = s(dom, "snapshotCreateXML", snapshot("two"), 0)
    s(dom, "snapshotCreateXML", "<domainsnapshot", 0)
    s.each(dom, [("snapshotNum", 0), ("snapshotListNames", 0), ("listAllSnapshots", 0), ("hasCurrentSnapshot", 0),
                 ("snapshotCurrent", 0), ("snapshotLookupByName", "one", 0), ("snapshotLookupByName", "none", 0)],
           mask="sorted")
    for snap in (one, two):
        s.each(snap, ["getName", ("getXMLDesc", 0), ("getParent", 0), ("numChildren", 0), ("listChildrenNames", 0),
                      ("listAllChildren", 0), ("isCurrent", 0), ("hasMetadata", 0)])
    s(dom, "revertToSnapshot", one, 0)
    s(two, "delete", 0)
    s(one, "delete", libvirt.VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN)
    s(one, "getXMLDesc", 0)
    check = s(dom, "checkpointCreateXML", "<domaincheckpoint><name>c</name></domaincheckpoint>", 0)
    s(check, "delete", 0)
    s(dom, "checkpointLookupByName", "none", 0)
    s(dom, "listAllCheckpoints", 0)
    s(dom, "backupBegin", "<domainbackup/>", None, 0)
    s(dom, "backupGetXMLDesc", 0)
