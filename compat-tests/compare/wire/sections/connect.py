"""Connection and node procedures, on the test driver and on qemu."""

from ctypes import c_int, c_uint, c_void_p

import libvirt

from compare.wire.script import not_negative
from lib import binding

CPU_XML = "<cpu><arch>x86_64</arch><model>qemu64</model><topology sockets='1' cores='1' threads='1'/></cpu>"


def run(s):
    """Both drivers; then a read-only connection."""
    for uri in ("test:///default", s.qemu_uri):
        s.title(uri)
        conn = s.open(uri)
        connection(s, conn)
        node(s, conn)
        cpus(s, conn)
        counts(s, conn, uri)
        tuning(s, conn)
        s(conn, "isAlive")
        s.close(conn)
    s.title("read-only")
    if s.sockets["ro"]:
        conn = s.record("open read-only", lambda: libvirt.openReadOnly(s.uri("test:///default") + "-ro"))
        s.each(conn, ["getHostname", "getType", ("lookupByName", "test"), ("createXML", "<domain/>", 0)])
        s.close(conn)
    s.title("refused")
    s.open("nosuch:///system")
    s.open("test:///nosuch/file.xml")
    s.open("qemu:///nosuch")


def connection(s, conn):
    """What the connection says about itself."""
    s.each(conn, ["getType", "getVersion", "getLibVersion", "getHostname", "isSecure", "isEncrypted"])
    s(conn, "getURI")
    s(conn, "getURI")
    s(conn, "getCapabilities", mask="all")
    s(conn, "getSysinfo", 0)
    s(conn, "getSysinfo", 1)
    s(conn, "setIdentity", {"user-name": "golden", "group-name": "golden", "unix-user-id": 12, "process-id": 77}, 0)
    s(conn, "setIdentity", {"bogus": "x"}, 0)


def node(s, conn):
    """The host."""
    s(conn, "getInfo", mask="shape")
    s(conn, "getMaxVcpus", "qemu")
    s(conn, "getMaxVcpus", None)
    s(conn, "getMaxVcpus", "nosuch")
    s(conn, "getSecurityModel")
    s(conn, "getFreeMemory", mask="shape")
    s(conn, "getCellsFreeMemory", 0, 1, mask="shape")
    s(conn, "getCellsFreeMemory", 0, 64, mask="shape")
    s(conn, "getCPUStats", -1, 0, mask="shape")
    s(conn, "getCPUStats", 0, 0, mask="shape")
    s(conn, "getCPUStats", 9999, 0, mask="shape")
    s(conn, "getMemoryStats", -1, 0, mask="shape")
    s(conn, "getMemoryStats", 0, 0, mask="shape")
    s(conn, "getMemoryStats", 77, 0)
    s(conn, "getCPUMap", 0)
    s(conn, "getFreePages", [4], 0, 1, 0, mask="shape")
    s(conn, "getFreePages", [4, 2048], 0, 1, 0, mask="shape")
    s(conn, "getFreePages", [3], 0, 1, 0)
    s(conn, "allocPages", {2048: 0}, 0, 1, 0)
    s(conn, "allocPages", {3: 1}, -1, 1, libvirt.VIR_NODE_ALLOC_PAGES_SET)
    s(conn, "getMemoryParameters", 0, mask="shape")
    s(conn, "setMemoryParameters", {"nosuch": 1}, 0)
    s.record("virNodeSetMemoryParameters", lambda: set_memory(conn))
    s(conn, "suspendForDuration", 99, 60, 0)
    s(conn, "getSEVInfo", 0)


def set_memory(conn):
    """Sets memory parameters that do not exist, for which the binding has no way and a known one would change the host."""
    array, count = binding.typed({"nosuch": 1, "other": "text"})
    function = binding.function("virNodeSetMemoryParameters", c_int, c_void_p, c_void_p, c_int, c_uint)
    not_negative(function(conn.c_pointer(), array, count, 0))
    return 0


def cpus(s, conn):
    """Models, comparison, baseline, capabilities."""
    s(conn, "getCPUModelNames", "x86_64", 0)
    s(conn, "getCPUModelNames", "nosuch", 0)
    s(conn, "compareCPU", CPU_XML, 0)
    s(conn, "compareCPU", "<cpu/>", libvirt.VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE)
    s(conn, "baselineCPU", [CPU_XML], 0)
    s(conn, "baselineCPU", [CPU_XML, CPU_XML], libvirt.VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES)
    s(conn, "compareHypervisorCPU", None, "x86_64", None, "qemu", CPU_XML, 0)
    s(conn, "compareHypervisorCPU", "/usr/bin/qemu-system-x86_64", "x86_64", "pc", "qemu", "<cpu/>", 0)
    s(conn, "baselineHypervisorCPU", None, "x86_64", None, "qemu", [CPU_XML], 0)
    s(conn, "getDomainCapabilities", None, "x86_64", None, "qemu", 0, mask="all")
    s(conn, "getDomainCapabilities", "/usr/bin/qemu-system-x86_64", "x86_64", "pc", "qemu", 0, mask="all")
    s(conn, "getDomainCapabilities", None, "nosuch", None, None, 0)
    s(conn, "getStoragePoolCapabilities", 0)
    native = "LC_ALL=C PATH=/bin /usr/bin/qemu-system-x86_64 -name golden -m 64 -nographic"
    s(conn, "domainXMLFromNative", "qemu-argv", native, 0)
    s(conn, "domainXMLFromNative", "nosuch", native, 0)
    s(conn, "domainXMLToNative", "nosuch", "<domain/>", 0)


def counts(s, conn, uri):
    """Every count and every old and new listing."""
    s.each(conn, ["numOfDomains", "listDomainsID", "numOfDefinedDomains", "listDefinedDomains",
                  "numOfNetworks", "listNetworks", "numOfDefinedNetworks", "listDefinedNetworks",
                  "numOfInterfaces", "listInterfaces", "numOfDefinedInterfaces", "listDefinedInterfaces",
                  "numOfStoragePools", "listStoragePools", "numOfDefinedStoragePools", "listDefinedStoragePools",
                  "numOfSecrets", "listSecrets", "numOfNWFilters", "listNWFilters"], mask="sorted")
    s(conn, "numOfDevices", None, 0, mask="shape")
    if uri != s.qemu_uri:
        # The host's may come and go, and the request says for how many there is room.
        s(conn, "listDevices", None, 0, mask="all")
    s(conn, "numOfDevices", "net", 0)
    s(conn, "listDevices", "net", 0, mask="sorted")
    s.each(conn, [("listAllDomains", 0), ("listAllDomains", libvirt.VIR_CONNECT_LIST_DOMAINS_ACTIVE),
                  ("listAllDomains", libvirt.VIR_CONNECT_LIST_DOMAINS_INACTIVE),
                  ("listAllNetworks", 0), ("listAllInterfaces", 0), ("listAllStoragePools", 0), ("listAllSecrets", 0),
                  ("listAllNWFilters", 0), ("listAllNWFilterBindings", 0),
                  ("listAllDevices", libvirt.VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET)], mask="sorted")
    s(conn, "listAllDomains", 1 << 30)


def tuning(s, conn):
    """Statistics of no guest in particular, and what only some drivers have."""
    s(conn, "getAllDomainStats", libvirt.VIR_DOMAIN_STATS_STATE, 0)
    s(conn, "getAllDomainStats", 0, libvirt.VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE, mask="shape")
    s(conn, "getAllDomainStats", 1 << 30, libvirt.VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS)
    s(conn, "findStoragePoolSources", "logical", None, 0)
    s(conn, "findStoragePoolSources", "netfs", "<source><host name='localhost'/></source>", 0)
    s(conn, "findStoragePoolSources", "nosuch", None, 0)
    # So long that no ping falls due before the end.
    s(conn, "setKeepAlive", 600, 3)
