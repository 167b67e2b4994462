"""A running qemu guest (TCG, no operating system): lifecycle, statistics, tuning, saving, qemu and lxc programs."""

from ctypes import c_uint, c_void_p

import libvirt
import libvirt_lxc
import libvirt_qemu

from compare.wire.script import not_null
from lib import binding
from lib.definitions import AGENT, CONSOLE, DISPLAY, NIC, guest, raw_disk

LIVE = libvirt.VIR_DOMAIN_AFFECT_LIVE


def run(s):
    """One guest through its life."""
    conn = s.open(s.qemu_uri)
    s(conn, "createXML", "<domain type='qemu'/>", 0)
    xml = guest(devices=raw_disk(f"{s.scratch}/raw.img") + NIC + CONSOLE + AGENT + DISPLAY,
                more="<iothreads>1</iothreads>")
    dom = s(conn, "createXML", xml, libvirt.VIR_DOMAIN_START_PAUSED)
    s(dom, "info", mask="shape")
    s(conn, "defineXML", xml)
    asking(s, conn, dom)
    tuning(s, dom)
    programs(s, dom)
    states(s, dom)
    saving(s, conn, dom)
    agent(s, dom)
    s(dom, "destroyFlags", libvirt.VIR_DOMAIN_DESTROY_GRACEFUL)
    s(dom, "createWithFlags", libvirt.VIR_DOMAIN_START_PAUSED)
    s(dom, "destroy")
    s(dom, "undefineFlags", libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE)
    del dom
    s.close(conn)


def asking(s, conn, dom):
    """Getters that need a running guest."""
    s.each(dom, ["ID", "isActive", "isPersistent", "isUpdated", "schedulerType"])
    s.each(dom, ["vcpus", ("vcpuPinInfo", LIVE), ("emulatorPinInfo", LIVE), ("getCPUStats", True, 0),
                 ("getCPUStats", False, 0), "memoryStats", ("blockStats", "vda"), ("blockStatsFlags", "vda", 0),
                 ("blockInfo", "vda", 0), ("interfaceStats", "vnet0"), "controlInfo", "jobInfo", ("jobStats", 0),
                 ("diskErrors", 0), ("interfaceAddresses", 0, 0), ("interfaceAddresses", 2, 0), ("messages", 0),
                 ("perfEvents", LIVE), ("blockIoTune", "vda", LIVE), ("memoryParameters", LIVE), ("blkioParameters", LIVE),
                 ("numaParameters", LIVE), ("interfaceParameters", "52:54:00:0f:02:01", LIVE), ("ioThreadInfo", LIVE),
                 "schedulerParameters", ("schedulerParametersFlags", LIVE), ("securityLabel",), ("securityLabelList",),
                 ("launchSecurityInfo", 0), ("migrateGetCompressionCache", 0), ("migrateGetMaxDowntime", 0),
                 ("migrateGetMaxSpeed", 0), ("hostname", 0), ("state", 0)], mask="shape")
    s(dom, "XMLDesc", 0, mask="all")
    s(dom, "XMLDesc", libvirt.VIR_DOMAIN_XML_INACTIVE)
    s(conn, "listDomainsID")
    s(conn, "lookupByID", 1)
    s(conn, "listAllDomains", libvirt.VIR_CONNECT_LIST_DOMAINS_PAUSED)
    s(conn, "getAllDomainStats", libvirt.VIR_DOMAIN_STATS_STATE | libvirt.VIR_DOMAIN_STATS_INTERFACE, 0, mask="shape")
    s(conn, "domainListGetStats", [dom] if dom else [], libvirt.VIR_DOMAIN_STATS_VCPU, 0, mask="shape")
    # Unmasked requests, masked results: where in memory the firmware writes is not the library's business.
    s(dom, "memoryPeek", 0, 64, libvirt.VIR_MEMORY_PHYSICAL, mask="shape")
    s(dom, "memoryPeek", 0, 64, libvirt.VIR_MEMORY_VIRTUAL, mask="shape")
    s(dom, "blockPeek", "vda", 0, 512, 0)
    s(dom, "blockPeek", "vdz", 0, 512, 0)


def tuning(s, dom):
    """Setters on the running guest."""
    s(dom, "setMemory", 65536)
    s(dom, "setMemoryFlags", 65536, LIVE)
    s(dom, "setMemoryStatsPeriod", 1, LIVE)
    s(dom, "setVcpusFlags", 1, LIVE)
    s(dom, "setVcpu", "0", 1, LIVE)
    s(dom, "pinVcpuFlags", 0, (True, True), LIVE)
    s(dom, "pinEmulator", (True, True), LIVE)
    s(dom, "pinIOThread", 1, (True, True), LIVE)
    s(dom, "addIOThread", 7, LIVE)
    s(dom, "setIOThreadParams", 7, {"poll_max_ns": 1000, "poll_grow": 2}, LIVE)
    s(dom, "delIOThread", 7, LIVE)
    s(dom, "setBlockIoTune", "vda", {"total_iops_sec": 10000}, LIVE)
    s(dom, "setInterfaceParameters", "52:54:00:0f:02:01", {"inbound.average": 1000}, LIVE)
    s(dom, "setPerfEvents", {"cmt": False}, LIVE)
    s(dom, "setBlockThreshold", "vda", 65536, 0)
    s(dom, "blockResize", "vda", 2097152, libvirt.VIR_DOMAIN_BLOCK_RESIZE_BYTES)
    s(dom, "migrateSetMaxSpeed", 100, 0)
    s(dom, "migrateSetMaxDowntime", 500, 0)
    s(dom, "migrateSetCompressionCache", 1 << 20, 0)
    s(dom, "migrateStartPostCopy", 0)
    s(dom, "setMetadata", libvirt.VIR_DOMAIN_METADATA_TITLE, "live title", None, None, LIVE)
    s(dom, "setLifecycleAction", 0, 0, LIVE)
    s(dom, "startDirtyRateCalc", 1, 0)
    s(dom, "sendKey", libvirt.VIR_KEYCODE_SET_LINUX, 50, [30, 48], 2, 0)
    s(dom, "injectNMI", 0)
    s(dom, "sendProcessSignal", 1, 9, 0)
    disk = "<disk type='file' device='cdrom'><target dev='hda' bus='ide'/></disk>"
    s(dom, "attachDevice", disk)
    s(dom, "updateDeviceFlags", disk, LIVE)
    watchdog = "<rng model='virtio'><backend model='random'>/dev/urandom</backend><alias name='ua-golden'/></rng>"
    s(dom, "attachDeviceFlags", watchdog, LIVE)
    s(dom, "detachDeviceFlags", "<rng model='virtio'><backend model='random'>/dev/zero</backend></rng>", LIVE)
    s(dom, "detachDeviceAlias", "ua-none", LIVE)
    s(dom, "setAutostart", 1)
    s(dom, "setAutostart", 0)


def programs(s, dom):
    """The qemu and the lxc program."""
    if dom is None:
        return
    s.record("monitor qmp", lambda: libvirt_qemu.qemuMonitorCommand(dom, '{"execute":"query-status"}', 0), mask="shape")
    s.record("monitor hmp", lambda: libvirt_qemu.qemuMonitorCommand(dom, "info version", 1))
    s.record("monitor bad", lambda: libvirt_qemu.qemuMonitorCommand(dom, "nonsense", 0))
    s.record("agent", lambda: libvirt_qemu.qemuAgentCommand(dom, '{"execute":"guest-ping"}', 1, 0))
    s.record("agent flags", lambda: libvirt_qemu.qemuAgentCommand(dom, "x", -1, 4))
    s.record("lxc namespace", lambda: libvirt_lxc.lxcOpenNamespace(dom, 0))
    attach = binding.function("virDomainQemuAttach", c_void_p, c_void_p, c_uint, c_uint, part="qemu")
    s.record("attach", lambda: not_null(attach(dom.connect().c_pointer(), 4711, 0)))


def states(s, dom):
    """Paused, running, reset, dumped."""
    s.each(dom, ["resume", ("state", 0), "suspend", ("state", 0), "suspend", ("reset", 0), ("reboot", 0),
                 ("reboot", libvirt.VIR_DOMAIN_REBOOT_GUEST_AGENT), "shutdown",
                 ("shutdownFlags", libvirt.VIR_DOMAIN_SHUTDOWN_GUEST_AGENT), ("pMSuspendForDuration", 0, 0, 0),
                 ("pMWakeup", 0), "abortJob", ("abortJobFlags", 0)])
    s(dom, "create")
    s(dom, "coreDump", f"{s.scratch}/core", libvirt.VIR_DUMP_MEMORY_ONLY)
    s(dom, "coreDumpWithFormat", f"{s.scratch}/core2", 1, libvirt.VIR_DUMP_MEMORY_ONLY)
    s(dom, "coreDump", "/nonexistent/dir/core", 0)


def saving(s, conn, dom):
    """To a file and back, every way."""
    save = f"{s.scratch}/save"
    s(dom, "save", save)
    s(conn, "saveImageGetXMLDesc", save, 0, mask="all")
    s(conn, "saveImageGetXMLDesc", save, libvirt.VIR_DOMAIN_SAVE_IMAGE_XML_SECURE, mask="all")
    s(conn, "saveImageDefineXML", save, "<domain type='qemu'><name>golden</name></domain>", libvirt.VIR_DOMAIN_SAVE_RUNNING)
    s(conn, "restoreFlags", save, None, libvirt.VIR_DOMAIN_SAVE_PAUSED)
    s(dom, "saveFlags", save, None, libvirt.VIR_DOMAIN_SAVE_PAUSED)
    s(conn, "restore", save)
    s(dom, "saveParams", {"file": save}, libvirt.VIR_DOMAIN_SAVE_PAUSED)
    s(conn, "restoreParams", {"file": save}, libvirt.VIR_DOMAIN_SAVE_PAUSED)
    s(conn, "restore", "/nonexistent/save")
    s(dom, "managedSave", libvirt.VIR_DOMAIN_SAVE_PAUSED)
    s(dom, "hasManagedSaveImage", 0)
    s(dom, "managedSaveGetXMLDesc", 0, mask="all")
    s(dom, "managedSaveDefineXML", "<domain type='qemu'><name>golden</name></domain>", 0)
    s(dom, "managedSaveRemove", 0)
    s(dom, "createWithFlags", libvirt.VIR_DOMAIN_START_PAUSED)


def agent(s, dom):
    """What needs a guest agent: there is none, so the requests are what counts."""
    s.each(dom, [("agentSetResponseTimeout", 1, 0), ("guestInfo", 0, 0), ("guestInfo", libvirt.VIR_DOMAIN_GUEST_INFO_OS, 0),
                 ("guestVcpus", 0), ("setGuestVcpus", "0", 0, 0), ("fsInfo", 0), ("fsFreeze", ["/", "/boot"], 0),
                 ("fsFreeze", None, 0), ("fsThaw", ["/"], 0), ("fSTrim", "/", 4096, 0), ("fSTrim", None, 0, 0), ("getTime",),
                 ("setTime", {"seconds": 1000, "nseconds": 7}, 0), ("setUserPassword", "root", "golden", 1),
                 ("authorizedSSHKeysGet", "root", 0), ("authorizedSSHKeysSet", "root", ["ssh-ed25519 AAAA golden"], 0),
                 ("authorizedSSHKeysSet", "root", None, 2), ("interfaceAddresses", 1, 0), ("hostname", 2),
                 ("messages", 3)])
