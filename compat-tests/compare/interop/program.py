"""A program like those that people write: Debian's python3-libvirt, no relay, results checked where they are made.

Prints one line per check and the value it saw; __main__.py runs it on the stock library first, then on ours, and the output
must be the same. Exit status 1 when a check fails. Arguments: SOCKET SCRATCH QEMU_URI.
"""

import gc
import sys
import threading
import xml.etree.ElementTree as tree

import libvirt

UUID = "7e57ab1e-0000-4000-9000-00000000000{}"
TEST_XML = """<domain type='test'><name>{name}</name><uuid>{uuid}</uuid><memory unit='MiB'>64</memory><vcpu>2</vcpu>
<os><type arch='i686'>hvm</type></os></domain>"""
QEMU_XML = """<domain type='qemu'><name>{name}</name><uuid>{uuid}</uuid><memory unit='MiB'>64</memory><vcpu>1</vcpu>
<metadata><g:note xmlns:g='urn:interop'>kept</g:note></metadata>
<os><type arch='x86_64' machine='pc-i440fx-7.2'>hvm</type></os><devices>
<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='{scratch}/raw.img'/><target dev='vda' bus='virtio'/></disk>
<interface type='user'><mac address='52:54:00:0f:0a:01'/><model type='virtio'/></interface>
</devices></domain>"""


class Checks:
    """Counts and prints."""

    def __init__(self):
        self.count = self.failed = 0

    def equal(self, name, actual, expected):
        """A value that must be this one."""
        self.count += 1
        good = actual == expected
        self.failed += not good
        line = f"{self.count:03d} {'ok' if good else 'FAILED'} {name}: {actual!r}" + ("" if good else f", not {expected!r}")
        print(line.replace("\n", "\\n"), flush=True)

    def true(self, name, value):
        """A condition."""
        self.equal(name, bool(value), True)

    def raises(self, name, code, function, *arguments):
        """A call that must fail with this code; the whole message is printed."""
        try:
            function(*arguments)
        except libvirt.libvirtError as error:
            self.equal(f"{name} ({error.get_error_message()}; domain {error.get_error_domain()}, "
                       f"level {error.get_error_level()})", error.get_error_code(), code)
        else:
            self.equal(name, "no error", code)


def connections(c, where):
    """Opening, asking, closing, counting."""
    with libvirt.open(where("test:///default")) as conn:
        c.equal("type", conn.getType(), "TEST")
        c.equal("version", conn.getVersion(), 2)
        c.true("hostname", conn.getHostname())
        c.equal("alive", conn.isAlive(), 1)
        c.equal("secure", conn.isSecure(), 1)
        c.equal("encrypted", conn.isEncrypted(), 0)
        c.equal("node model", conn.getInfo()[0], "i686")
        c.equal("node info length", len(conn.getInfo()), 8)
        c.equal("capabilities root", tree.fromstring(conn.getCapabilities()).tag, "capabilities")
        c.equal("max vcpus", conn.getMaxVcpus(None), 32)
        c.true("free memory", conn.getFreeMemory() > 0)
        c.equal("uri", conn.getURI().split("?")[0], "test+unix:///default")
        c.equal("bytes of a read value", type(conn.getHostname()), str)
    c.raises("closed twice", libvirt.VIR_ERR_INVALID_CONN, conn.close)
    first = libvirt.open(where("test:///default"))
    dom = first.lookupByName("test")
    c.equal("a domain keeps its connection", first.close(), 1)
    c.equal("and works", dom.name(), "test")
    del first, dom
    gc.collect()
    c.raises("no such driver", libvirt.VIR_ERR_NO_CONNECT, libvirt.open, where("nosuch:///system"))
    c.raises("no such socket", libvirt.VIR_ERR_SYSTEM_ERROR, libvirt.open, "test+unix:///default?socket=/nonexistent/socket")
    c.raises("bad file", libvirt.VIR_ERR_XML_ERROR, libvirt.open, where("test:///nonexistent.xml"))
    read_only = libvirt.openReadOnly(where("test:///default"))
    c.raises("read-only", libvirt.VIR_ERR_OPERATION_DENIED, read_only.lookupByName("test").destroy)
    c.equal("read-only asks", read_only.lookupByName("test").isActive(), 1)
    read_only.close()


def test_domains(c, conn):
    """Domains of the test driver."""
    dom = conn.lookupByName("test")
    c.equal("id", dom.ID(), 1)
    c.equal("uuid bytes", len(dom.UUID()), 16)
    c.equal("uuid text", dom.UUIDString(), "6695eb01-f6a4-8304-79aa-97f2502e193f")
    c.equal("by id", conn.lookupByID(1).name(), "test")
    c.equal("by uuid", conn.lookupByUUID(dom.UUID()).name(), "test")
    c.equal("by uuid text", conn.lookupByUUIDString(dom.UUIDString()).name(), "test")
    c.equal("os", dom.OSType(), "linux")
    c.equal("info", dom.info()[:4], [1, 8388608, 2097152, 2])
    c.equal("state", dom.state(), [libvirt.VIR_DOMAIN_RUNNING, 0])
    c.equal("xml name", tree.fromstring(dom.XMLDesc()).findtext("name"), "test")
    c.equal("scheduler", dom.schedulerType(), ("fair", 1))
    c.equal("scheduler parameters", dom.schedulerParameters(), {"weight": 50})
    c.equal("memory parameters", sorted(dom.memoryParameters()), ["hard_limit", "soft_limit", "swap_hard_limit"])
    c.equal("set memory", dom.setMemory(1048576), 0)
    c.equal("memory was set", dom.info()[2], 1048576)
    c.equal("vcpus", len(dom.vcpus()[0]), 2)
    c.equal("cpu map", dom.vcpus()[1][0], (True,) * 8)
    c.equal("suspend", dom.suspend(), 0)
    c.equal("paused", dom.state()[0], libvirt.VIR_DOMAIN_PAUSED)
    c.raises("suspend again", libvirt.VIR_ERR_INTERNAL_ERROR, dom.suspend)
    c.equal("resume", dom.resume(), 0)
    c.equal("title", dom.setMetadata(libvirt.VIR_DOMAIN_METADATA_TITLE, "interop", None, None), 0)
    c.equal("title is there", dom.metadata(libvirt.VIR_DOMAIN_METADATA_TITLE, None), "interop")
    c.raises("no description", libvirt.VIR_ERR_NO_DOMAIN_METADATA, dom.metadata, libvirt.VIR_DOMAIN_METADATA_DESCRIPTION, None)
    c.equal("autostart", (dom.setAutostart(1), dom.autostart(), dom.setAutostart(0), dom.autostart()), (0, 1, 0, 0))
    c.equal("no hidden state", (dom.isActive(), dom.isPersistent(), dom.isUpdated()), (1, 1, 0))
    c.equal("disk errors", dom.diskErrors(), {"vda": 1})
    c.equal("file systems", [fs[0] for fs in dom.fsInfo()], ["/", "/boot"])
    c.equal("addresses", list(dom.interfaceAddresses(0)), ["testnet0"])
    own = conn.defineXML(TEST_XML.format(name="interop", uuid=UUID.format(1)))
    c.equal("defined", (own.name(), own.ID(), own.isActive()), ("interop", -1, 0))
    c.equal("inactive list", conn.listDefinedDomains(), ["interop"])
    c.equal("all", sorted(d.name() for d in conn.listAllDomains()), ["interop", "test"])
    c.equal("active only", [d.name() for d in conn.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_ACTIVE)], ["test"])
    c.equal("counts", (conn.numOfDomains(), conn.numOfDefinedDomains(), conn.listDomainsID()), (1, 1, [1]))
    c.equal("create", own.create(), 0)
    c.equal("id after create", own.ID(), 2)
    stats = conn.getAllDomainStats(libvirt.VIR_DOMAIN_STATS_STATE)
    c.equal("statistics", sorted((d.name(), s["state.state"]) for d, s in stats), [("interop", 1), ("test", 1)])
    del stats
    c.equal("destroy", own.destroy(), 0)
    c.equal("id after destroy", own.ID(), -1)
    c.equal("undefine", own.undefine(), 0)
    c.raises("gone", libvirt.VIR_ERR_NO_DOMAIN, own.info)
    c.raises("no name", libvirt.VIR_ERR_NO_DOMAIN, conn.lookupByName, "interop")
    c.raises("bad xml", libvirt.VIR_ERR_XML_DETAIL, conn.defineXML, "<domain")
    c.raises("no support", libvirt.VIR_ERR_NO_SUPPORT, dom.abortJob)


def test_objects(c, conn):
    """Networks, pools, volumes, interfaces, devices, snapshots of the test driver."""
    net = conn.networkDefineXML(f"<network><name>inet</name><uuid>{UUID.format(2)}</uuid><bridge name='ibr0'/></network>")
    c.equal("network", (net.name(), net.UUIDString(), net.isActive(), net.isPersistent()), ("inet", UUID.format(2), 0, 1))
    c.equal("network up", (net.create(), net.isActive(), net.bridgeName()), (0, 1, "ibr0"))
    c.equal("networks", sorted(n.name() for n in conn.listAllNetworks()), ["default", "inet"])
    c.equal("network xml", tree.fromstring(net.XMLDesc()).find("bridge").get("name"), "ibr0")
    c.equal("network down", (net.destroy(), net.undefine()), (0, 0))
    c.raises("no network", libvirt.VIR_ERR_NO_NETWORK, conn.networkLookupByName, "inet")
    pool = conn.storagePoolLookupByName("default-pool")
    c.equal("pool", (pool.isActive(), pool.isPersistent(), pool.numOfVolumes()), (1, 1, 0))
    c.equal("pool info", len(pool.info()), 4)
    vol = pool.createXML("<volume><name>v</name><capacity unit='MiB'>1</capacity></volume>")
    c.equal("volume", (vol.name(), vol.info()[1], vol.path() == vol.key()), ("v", 1048576, True))
    c.equal("volumes", (pool.listVolumes(), [v.name() for v in pool.listAllVolumes()]), (["v"], ["v"]))
    c.equal("pool of volume", vol.storagePoolLookupByVolume().name(), "default-pool")
    c.equal("volume by key", conn.storageVolLookupByKey(vol.key()).name(), "v")
    c.equal("delete", vol.delete(), 0)
    c.raises("no volume", libvirt.VIR_ERR_NO_STORAGE_VOL, pool.storageVolLookupByName, "v")
    iface = conn.interfaceLookupByName("eth1")
    c.equal("interface", (iface.MACString(), iface.isActive()), ("aa:bb:cc:dd:ee:ff", 1))
    c.equal("interfaces", conn.listInterfaces(), ["eth1"])
    c.raises("no interface", libvirt.VIR_ERR_NO_INTERFACE, conn.interfaceLookupByName, "eth9")
    c.true("devices", "computer" in conn.listDevices(None))
    c.raises("no device", libvirt.VIR_ERR_NO_NODE_DEVICE, conn.nodeDeviceLookupByName, "none")
    c.raises("no secrets here", libvirt.VIR_ERR_NO_SUPPORT, conn.listSecrets)
    dom = conn.lookupByName("test")
    snap = dom.snapshotCreateXML("<domainsnapshot><name>s1</name></domainsnapshot>")
    child = dom.snapshotCreateXML("<domainsnapshot><name>s2</name></domainsnapshot>")
    c.equal("snapshots", (dom.snapshotNum(), sorted(dom.snapshotListNames())), (2, ["s1", "s2"]))
    c.equal("parent", (child.getParent().getName(), child.isCurrent(), snap.isCurrent()), ("s1", 1, 0))
    c.equal("children", (snap.numChildren(), [x.getName() for x in snap.listAllChildren()]), (1, ["s2"]))
    c.equal("snapshot's domain", (snap.getDomain().name(), snap.domain().name()), ("test", "test"))
    c.equal("revert", dom.revertToSnapshot(snap), 0)
    c.equal("deleted", snap.delete(libvirt.VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN), 0)
    c.raises("no snapshot", libvirt.VIR_ERR_NO_DOMAIN_SNAPSHOT, dom.snapshotLookupByName, "s1")


def qemu(c, conn, scratch):
    """A guest of the qemu driver through its life."""
    c.equal("qemu type", conn.getType(), "QEMU")
    c.equal("arch", conn.getInfo()[0], "x86_64")
    c.true("capabilities name x86_64", "x86_64" in conn.getCapabilities())
    c.true("cpu models", "qemu64" in conn.getCPUModelNames("x86_64"))
    c.equal("domain capabilities", tree.fromstring(conn.getDomainCapabilities(None, "x86_64", None, "qemu")).tag,
            "domainCapabilities")
    c.equal("cpu statistics", sorted(conn.getCPUStats(-1)), ["idle", "iowait", "kernel", "user"])
    c.equal("memory statistics", sorted(conn.getMemoryStats(-1)), ["buffers", "cached", "free", "total"])
    cpus, online, up = conn.getCPUMap()
    c.equal("cpu map", (len(online), sum(online)), (cpus, up))
    c.equal("no guests", (conn.numOfDomains(), conn.listAllDomains()), (0, []))
    dom = conn.defineXML(QEMU_XML.format(name="interop", uuid=UUID.format(3), scratch=scratch))
    c.equal("qemu guest", (dom.name(), dom.UUIDString(), dom.ID()), ("interop", UUID.format(3), -1))
    c.equal("note", dom.metadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, "urn:interop"), "<note>kept</note>")
    c.equal("inactive vcpus", dom.vcpusFlags(libvirt.VIR_DOMAIN_AFFECT_CONFIG), 1)
    c.raises("not running", libvirt.VIR_ERR_OPERATION_INVALID, dom.suspend)
    c.equal("start paused", dom.createWithFlags(libvirt.VIR_DOMAIN_START_PAUSED), 0)
    c.equal("paused", dom.state()[0], libvirt.VIR_DOMAIN_PAUSED)
    c.equal("qemu id", dom.ID(), 1)
    c.equal("run", (dom.resume(), dom.state()[0]), (0, libvirt.VIR_DOMAIN_RUNNING))
    c.equal("pause", (dom.suspend(), dom.state()), (0, [libvirt.VIR_DOMAIN_PAUSED, libvirt.VIR_DOMAIN_PAUSED_USER]))
    c.equal("block info", dom.blockInfo("vda")[0], 1048576)
    c.equal("block statistics", len(dom.blockStats("vda")), 5)
    c.equal("block statistics by name", "rd_bytes" in dom.blockStatsFlags("vda"), True)
    c.equal("peek", len(dom.blockPeek("vda", 0, 512)), 512)
    c.equal("pin", (dom.pinVcpuFlags(0, (True,), libvirt.VIR_DOMAIN_AFFECT_LIVE), dom.vcpuPinInfo()[0][0]), (0, True))
    c.equal("tune", dom.setBlockIoTune("vda", {"total_iops_sec": 500}, libvirt.VIR_DOMAIN_AFFECT_LIVE), 0)
    c.equal("tuned", dom.blockIoTune("vda", libvirt.VIR_DOMAIN_AFFECT_LIVE)["total_iops_sec"], 500)
    c.equal("iothread", dom.addIOThread(3, libvirt.VIR_DOMAIN_AFFECT_LIVE), 0)
    c.equal("iothreads", [t[0] for t in dom.ioThreadInfo(libvirt.VIR_DOMAIN_AFFECT_LIVE)], [3])
    c.equal("iothread gone", dom.delIOThread(3, libvirt.VIR_DOMAIN_AFFECT_LIVE), 0)
    stats = conn.getAllDomainStats(0)
    c.equal("all statistics", (len(stats), stats[0][1]["block.count"], stats[0][1]["block.0.name"]), (1, 1, "vda"))
    stats = conn.domainListGetStats([dom], libvirt.VIR_DOMAIN_STATS_BALLOON)
    c.equal("statistics of a list", stats[0][1]["balloon.maximum"], 65536)
    del stats
    c.raises("no agent", libvirt.VIR_ERR_ARGUMENT_UNSUPPORTED, lambda: dom.fsInfo() if dom.resume() == 0 else None)
    dom.suspend()
    c.equal("managed save", (dom.managedSave(), dom.hasManagedSaveImage(), dom.isActive()), (0, 1, 0))
    c.equal("saved xml", tree.fromstring(dom.managedSaveGetXMLDesc()).findtext("name"), "interop")
    c.equal("forget", (dom.managedSaveRemove(), dom.hasManagedSaveImage()), (0, 0))
    c.equal("config memory", dom.setMemoryFlags(32768, libvirt.VIR_DOMAIN_AFFECT_CONFIG), 0)
    c.equal("rename", (dom.rename("renamed"), conn.lookupByName("renamed").UUIDString()), (0, UUID.format(3)))
    c.equal("undefined", dom.undefineFlags(libvirt.VIR_DOMAIN_UNDEFINE_NVRAM), 0)


def qemu_objects(c, conn, scratch):
    """Pools, volumes, networks, secrets, filters of the real drivers."""
    pool = conn.storagePoolCreateXML(f"<pool type='dir'><name>ipool</name><uuid>{UUID.format(4)}</uuid><target>"
                                     f"<path>{scratch}/pool</path></target></pool>")
    c.equal("dir pool", (pool.name(), pool.isActive(), pool.isPersistent()), ("ipool", 1, 0))
    vol = pool.createXML("<volume><name>a.img</name><capacity>4096</capacity></volume>")
    c.equal("path", vol.path(), f"{scratch}/pool/a.img")
    c.equal("resize", (vol.resize(8192), vol.info()[1]), (0, 8192))
    c.equal("clone", pool.createXMLFrom("<volume><name>b.img</name><capacity>8192</capacity></volume>", vol).name(), "b.img")
    c.equal("names", sorted(pool.listVolumes()), ["a.img", "b.img"])
    c.equal("wipe", vol.wipe(), 0)
    c.equal("clean", [v.delete() for v in pool.listAllVolumes()], [0, 0])
    c.equal("pool gone", (pool.destroy(), conn.listAllStoragePools()), (0, []))
    secret = conn.secretDefineXML(f"<secret><uuid>{UUID.format(5)}</uuid><usage type='ceph'><name>i</name></usage></secret>")
    c.equal("secret", (secret.usageType(), secret.usageID()), (libvirt.VIR_SECRET_USAGE_TYPE_CEPH, "i"))
    c.raises("empty secret", libvirt.VIR_ERR_NO_SECRET, secret.value)
    c.equal("set value", secret.setValue(b"\x00\xff\x00in"), 0)
    c.equal("value", secret.value(), b"\x00\xff\x00in")
    c.equal("secrets", conn.listSecrets(), [UUID.format(5)])
    c.equal("no secret", (secret.undefine(), conn.numOfSecrets()), (0, 0))
    rule = conn.nwfilterDefineXML(f"<filter name='ifilter'><uuid>{UUID.format(6)}</uuid></filter>")
    c.equal("filter", (rule.name(), conn.listNWFilters(), rule.undefine()), ("ifilter", ["ifilter"], 0))
    c.equal("bindings", conn.listAllNWFilterBindings(), [])
    c.raises("no filter", libvirt.VIR_ERR_NO_NWFILTER, conn.nwfilterLookupByName, "ifilter")
    c.raises("bad uuid", libvirt.VIR_ERR_INVALID_ARG, conn.secretLookupByUUIDString, "not a uuid")
    c.raises("unknown flag", libvirt.VIR_ERR_INVALID_ARG, conn.listAllDomains, 1 << 30)


def threads(c, where):
    """Eight threads on one connection, each with its own error."""
    conn = libvirt.open(where("test:///default"))
    problems = []

    def work(number):
        for _ in range(100):
            if conn.lookupByName("test").ID() != 1:
                problems.append("id")
            try:
                conn.networkLookupByName(f"none{number}")
                problems.append("found")
            except libvirt.libvirtError as error:
                if f"'none{number}'" not in error.get_error_message():
                    problems.append(error.get_error_message())

    crowd = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    c.equal("threads", sorted(set(problems))[:5], [])
    c.equal("closed after threads", conn.close(), 0)


def main():
    """All of it."""
    socket, scratch, qemu_uri = sys.argv[1:]
    libvirt.registerErrorHandler(lambda *_: None, None)

    def where(uri):
        scheme, rest = uri.split("://", 1)
        return f"{scheme}+unix://{rest}?socket={socket}"

    c = Checks()
    connections(c, where)
    conn = libvirt.open(where("test:///default"))
    test_domains(c, conn)
    test_objects(c, conn)
    gc.collect()
    c.equal("nothing holds the connection", conn.close(), 0)
    conn = libvirt.open(where(qemu_uri))
    qemu(c, conn, scratch)
    qemu_objects(c, conn, scratch)
    gc.collect()
    c.equal("nothing holds the qemu connection", conn.close(), 0)
    threads(c, where)
    print(f"program: {c.count - c.failed} passed, {c.failed} failed")
    return 1 if c.failed else 0


if __name__ == "__main__":
    sys.exit(main())
