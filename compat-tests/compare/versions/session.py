"""A program for the public API, which prints every answer and every error: the same text is expected from every library
against the same daemon. __main__.py compares. Arguments: SOCKET SCRATCH, the latter as the daemon sees it.
"""

import hashlib
import sys
import xml.etree.ElementTree as tree

import libvirt

EVENT_SECONDS = 120
UUID = "7e57ab1e-0000-4000-a000-00000000000{}"
DATA = bytes(range(251)) * 4177
TEST_XML = """<domain type='test'><name>session</name><uuid>{}</uuid><memory unit='MiB'>64</memory><vcpu>2</vcpu>
<os><type>hvm</type></os></domain>"""
QEMU_XML = """<domain type='qemu'><name>session</name><uuid>{}</uuid><memory unit='MiB'>32</memory><vcpu>1</vcpu>
<os><type arch='x86_64' machine='pc-i440fx-5.2'>hvm</type></os><devices><emulator>/usr/bin/qemu-system-x86_64</emulator>
<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='{}/disk'/><target dev='vda' bus='virtio'/></disk>
<interface type='user'><mac address='52:54:00:77:00:01'/><model type='virtio'/></interface>
</devices></domain>"""
NETWORK_XML = """<network><name>session</name><uuid>{}</uuid><bridge name='sesbr0'/><mac address='52:54:00:77:00:02'/>
<ip address='10.78.0.1' netmask='255.255.255.0'><dhcp><range start='10.78.0.10' end='10.78.0.20'/></dhcp></ip></network>"""


def show(name, function, *arguments):
    """One call: its answer or the whole error. Returns the answer."""
    try:
        answer = function(*arguments)
    except libvirt.libvirtError as error:
        text = (f"error {error.get_error_code()} domain {error.get_error_domain()} level {error.get_error_level()}: "
                f"{error.get_error_message()} | {error.get_str1()} | {error.get_str2()} | {error.get_int1()} {error.get_int2()}")
        print(f"{name}: {text}".replace("\n", "\\n"), flush=True)
        return None
    shown = dict(sorted(answer.items())) if isinstance(answer, dict) else answer
    for name_of in ("name", "UUIDString"):
        if hasattr(answer, name_of):
            shown = getattr(answer, name_of)()
            break
    print(f"{name}: {shown!r}", flush=True)
    return answer


def names(objects):
    """Sorted names of a list of objects."""
    return sorted(one.name() for one in objects)


class Events:
    """Events of everything, printed in order; waiting runs the library's own loop in this thread."""

    def __init__(self, conn):
        self.conn, self.seen, self.late = conn, [], False
        kinds = [(conn.domainEventRegisterAny, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, "domain"),
                 (conn.networkEventRegisterAny, libvirt.VIR_NETWORK_EVENT_ID_LIFECYCLE, "network"),
                 (conn.storagePoolEventRegisterAny, libvirt.VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE, "pool")]
        if conn.getType() == "QEMU":
            kinds.append((conn.secretEventRegisterAny, libvirt.VIR_SECRET_EVENT_ID_LIFECYCLE, "secret"))
        self.numbers = [(register.__name__.replace("Register", "Deregister"), register(None, event, self.came, kind))
                        for register, event, kind in kinds]
        show("metadata events", conn.domainEventRegisterAny, None, libvirt.VIR_DOMAIN_EVENT_ID_METADATA_CHANGE,
             lambda _c, dom, kind, uri, _o: self.seen.append(("metadata", dom.name(), kind, uri)), None)

    def came(self, _conn, what, event, detail, kind):
        """Keeps an event."""
        # A hypervisor that is destroyed still says that it shuts down; its daemon may see its end first.
        if (kind, event) == ("domain", libvirt.VIR_DOMAIN_EVENT_SHUTDOWN):
            return
        self.seen.append((kind, what.UUIDString() if kind == "secret" else what.name(), event, detail))

    def wait(self, *last):
        """Until such an event came; prints all of its kind up to it."""
        def too_late(*_):
            self.late = True

        timer = libvirt.virEventAddTimeout(EVENT_SECONDS * 1000, too_late, None)
        while not self.late and not any(event[:len(last)] == last for event in self.seen):
            libvirt.virEventRunDefaultImpl()
        libvirt.virEventRemoveTimeout(timer)
        print(f"events until {last}:", "none" if self.late else [event for event in self.seen if event[0] == last[0]])
        self.seen.clear()

    def stop(self):
        """No more events."""
        for deregister, number in self.numbers:
            show(deregister, getattr(self.conn, deregister), number)


def connection(conn):
    """What a connection tells about itself and its host."""
    for name in ("getType", "getVersion", "getLibVersion", "getHostname", "isAlive", "isEncrypted", "isSecure"):
        show(name, getattr(conn, name))
    show("uri", lambda: conn.getURI().split("?")[0])
    show("capabilities", lambda: tree.fromstring(conn.getCapabilities()).findtext("host/uuid"))
    show("node", lambda: [type(part).__name__ for part in conn.getInfo()])
    show("maximum", conn.getMaxVcpus, None)
    show("keep alive", conn.setKeepAlive, 5, 3)
    show("cpu models", lambda: len(conn.getCPUModelNames("x86_64")) > 10)
    show("free pages", lambda: sorted(conn.getFreePages([4], 0, 1)))
    show("memory parameters", memory_parameters, conn)
    show("sysinfo", conn.getSysinfo)
    show("feature", conn.domainListGetStats, [], 0)
    show("identity", conn.setIdentity, {"user-name": "someone"})


def memory_parameters(conn):
    """Returns what is set; of what the host's kernel counts, the names."""
    counted = ("shm_full_scans", "shm_pages_shared", "shm_pages_sharing", "shm_pages_unshared", "shm_pages_volatile")
    return {name: "counted" if name in counted else value for name, value in conn.getMemoryParameters().items()}


def errors(conn):
    """Calls that must fail, each with its own error."""
    show("no domain", conn.lookupByName, "no such")
    show("no id", conn.lookupByID, 4242)
    show("no network", conn.networkLookupByName, "no such")
    show("no pool", conn.storagePoolLookupByName, "no such")
    show("no volume", conn.storageVolLookupByPath, "/no/such")
    show("no device", conn.nodeDeviceLookupByName, "no_such")
    show("no interface", conn.interfaceLookupByName, "no such")
    show("no secret", conn.secretLookupByUUIDString, UUID.format(9))
    show("no filter", conn.nwfilterLookupByName, "no such")
    show("bad xml", conn.defineXML, "<domain")
    show("wrong xml", conn.defineXML, "<x/>")
    show("empty domain", conn.defineXML, "<domain type='test'/>")
    show("bad flags", conn.listAllDomains, 1 << 30)
    show("bad uuid", conn.lookupByUUIDString, "x")


def lifecycle(conn, events, xml, kind):
    """A guest from definition to its end."""
    dom = show("define", conn.defineXML, xml)
    if dom is None:
        return
    show("listed", lambda: names(conn.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_INACTIVE)))
    show("inactive", dom.suspend)
    if show("create", dom.create) is None:
        dom.undefine()
        return
    events.wait("domain", "session", libvirt.VIR_DOMAIN_EVENT_STARTED)
    show("state", dom.state)
    show("info", lambda: dom.info()[:4])
    show("xml", lambda: tree.fromstring(dom.XMLDesc()).findtext("uuid"))
    show("suspend", dom.suspend)
    show("suspended", dom.state)
    show("resume", dom.resume)
    show("scheduler", dom.schedulerType)
    show("vcpus", dom.vcpusFlags, libvirt.VIR_DOMAIN_AFFECT_CONFIG | libvirt.VIR_DOMAIN_VCPU_MAXIMUM)
    show("set memory", dom.setMemoryFlags, 16384, libvirt.VIR_DOMAIN_AFFECT_CONFIG)
    show("metadata", dom.setMetadata, libvirt.VIR_DOMAIN_METADATA_ELEMENT, "<note>x</note>", "s", "urn:session")
    show("metadata read", dom.metadata, libvirt.VIR_DOMAIN_METADATA_ELEMENT, "urn:session")
    show("title", dom.setMetadata, libvirt.VIR_DOMAIN_METADATA_TITLE, "a title", None, None)
    show("no description", dom.metadata, libvirt.VIR_DOMAIN_METADATA_DESCRIPTION, None)
    show("statistics", lambda: [(d.name(), stats) for d, stats in conn.getAllDomainStats(libvirt.VIR_DOMAIN_STATS_STATE)
                                if d.name() == "session"])
    show("block tuning", dom.setBlockIoTune, "vda", {"total_iops_sec": 500}, libvirt.VIR_DOMAIN_AFFECT_LIVE)
    show("block tuned", dom.blockIoTune, "vda", libvirt.VIR_DOMAIN_AFFECT_LIVE)
    show("block job", dom.blockJobInfo, "vda", 0)
    show("interface parameters", dom.interfaceParameters, "52:54:00:77:00:01", 0)
    show("job", lambda: sorted(dom.jobStats()))
    show("snapshots", dom.snapshotListNames)
    show("checkpoints", lambda: [c.getName() for c in dom.listAllCheckpoints()])
    show("guest information", dom.guestInfo)
    show("addresses", dom.interfaceAddresses, 0)
    show("launch security", dom.launchSecurityInfo)
    show("messages", dom.messages)
    show("dirty rate", dom.startDirtyRateCalc, 0, 0)
    show("keys", dom.sendKey, 0, 0, [30], 1, 0)
    show("time", dom.getTime)
    show("destroy", dom.destroy)
    events.wait("domain", "session", libvirt.VIR_DOMAIN_EVENT_STOPPED)
    show("undefine", dom.undefineFlags, libvirt.VIR_DOMAIN_UNDEFINE_NVRAM if kind == "qemu" else 0)
    show("gone", dom.info)


def upload(conn, volume):
    """Uploads through a blocking stream."""
    stream = conn.newStream()
    volume.upload(stream, 0, len(DATA))
    position = [0]

    def more(_stream, count, _opaque):
        part = DATA[position[0]:position[0] + count]
        position[0] += len(part)
        return part

    stream.sendAll(more, None)
    return stream.finish()


def download(conn, volume):
    """Downloads through a blocking stream."""
    stream, found = conn.newStream(), bytearray()
    volume.download(stream, 0, len(DATA))
    stream.recvAll(lambda _s, data, _o: found.extend(data), None)
    return stream.finish(), bytes(found) == DATA


def sparse(conn, volume):
    """Downloads through a blocking stream that tells of holes."""
    stream, parts = conn.newStream(), []
    volume.download(stream, 0, 0, libvirt.VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM)
    stream.sparseRecvAll(lambda _s, data, _o: parts.append(len(data)), lambda _s, length, _o: parts.append(-length), None)
    return stream.finish(), sum(abs(part) for part in parts), sum(part for part in parts if part > 0)


def without_waiting(conn, volume):
    """Downloads through a non-blocking stream, driven by its events."""
    stream, found = conn.newStream(libvirt.VIR_STREAM_NONBLOCK), bytearray()
    state = {"done": False, "late": False}
    volume.download(stream, 0, len(DATA))

    def readable(_stream, _events, _opaque):
        data = stream.recv(65536)
        if data == -2:
            return
        found.extend(data)
        if not data:
            stream.eventRemoveCallback()
            state["done"] = True

    stream.eventAddCallback(libvirt.VIR_STREAM_EVENT_READABLE, readable, None)
    timer = libvirt.virEventAddTimeout(EVENT_SECONDS * 1000, lambda *_: state.update(late=True), None)
    while not state["done"] and not state["late"]:
        libvirt.virEventRunDefaultImpl()
    libvirt.virEventRemoveTimeout(timer)
    return stream.finish(), bytes(found) == DATA


def abort(conn, volume):
    """Gives a stream up half way."""
    stream = conn.newStream()
    volume.download(stream, 0, 0)
    return len(stream.recv(10)), stream.abort()


def storage(conn, events, scratch):
    """A directory pool, volumes and the streams."""
    pool = show("pool", conn.storagePoolDefineXML, f"<pool type='dir'><name>session</name><uuid>{UUID.format(3)}</uuid>"
                                                   f"<target><path>{scratch}/pool</path></target></pool>")
    show("build", pool.build, 0)
    if show("pool up", pool.create, 0) is None:
        pool.undefine()
        return
    events.wait("pool", "session", libvirt.VIR_STORAGE_POOL_EVENT_STARTED)
    show("pools", lambda: names(conn.listAllStoragePools(libvirt.VIR_CONNECT_LIST_STORAGE_POOLS_DIR)))
    volume = show("volume", pool.createXML, f"<volume><name>v</name><capacity>{len(DATA)}</capacity></volume>")
    show("path", volume.path)
    for name, function in (("upload", upload), ("download", download), ("sparse", sparse), ("not waiting", without_waiting),
                           ("abort", abort)):
        show(name, function, conn, volume)
    show("digest", lambda: hashlib.sha256(DATA).hexdigest()[:16])
    show("past the end", lambda: volume.download(conn.newStream(), 1 << 40, 1))
    # How many blocks the file takes is the file system's to choose.
    show("volume info", lambda: (volume.info()[:2], volume.info()[2] >= len(DATA)))
    show("clone", lambda: pool.createXMLFrom("<volume><name>w</name><capacity>1</capacity></volume>", volume))
    show("resize", volume.resize, 2 * len(DATA))
    show("wipe", volume.wipe, 0)
    show("volumes", lambda: names(pool.listAllVolumes()))
    show("exists", pool.createXML, "<volume><name>v</name><capacity>1</capacity></volume>")
    for one in pool.listAllVolumes():
        show("delete", one.delete, 0)
    show("pool down", pool.destroy)
    events.wait("pool", "session", libvirt.VIR_STORAGE_POOL_EVENT_STOPPED)
    show("pool gone", pool.undefine)


def networks(conn, events):
    """A network and its update: old daemons take that call's arguments in another order."""
    net = show("network", conn.networkDefineXML, NETWORK_XML.format(UUID.format(4)))
    if show("network up", net.create) is None:
        net.undefine()
        return
    events.wait("network", "session", libvirt.VIR_NETWORK_EVENT_STARTED)
    show("bridge", net.bridgeName)
    host = "<host mac='52:54:00:77:00:03' name='one' ip='10.78.0.11'/>"
    both = libvirt.VIR_NETWORK_UPDATE_AFFECT_LIVE | libvirt.VIR_NETWORK_UPDATE_AFFECT_CONFIG
    last = libvirt.VIR_NETWORK_UPDATE_COMMAND_ADD_LAST
    for name, command in (("add", last), ("again", last), ("delete", libvirt.VIR_NETWORK_UPDATE_COMMAND_DELETE)):
        show(f"update {name}", net.update, command, libvirt.VIR_NETWORK_SECTION_IP_DHCP_HOST, -1, host, both)
        show("hosts", lambda: [h.get("name") for h in tree.fromstring(net.XMLDesc()).iter("host")])
    show("update nothing", net.update, 3, 99, -1, host, 0)
    show("leases", net.DHCPLeases)
    show("ports", lambda: len(net.listAllPorts()))
    show("network down", net.destroy)
    events.wait("network", "session", libvirt.VIR_NETWORK_EVENT_STOPPED)
    show("network gone", net.undefine)


def small_objects(conn, events):
    """Devices, interfaces, secrets, filters."""
    show("devices", lambda: "computer" in names(conn.listAllDevices(0)))
    show("devices by kind", lambda: "computer" in names(conn.listAllDevices(libvirt.VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM)))
    show("devices by inactivity", lambda: names(conn.listAllDevices(libvirt.VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE)))
    device = show("device", conn.nodeDeviceLookupByName, "computer")
    if device is not None:
        show("device xml", lambda: tree.fromstring(device.XMLDesc()).findtext("name"))
        show("device autostart", device.autostart)
        show("detach", device.dettach)
    show("interfaces", lambda: names(conn.listAllInterfaces(0)))
    secret = show("secret", conn.secretDefineXML, f"<secret><uuid>{UUID.format(5)}</uuid><usage type='ceph'><name>s</name>"
                                                  "</usage></secret>")
    if secret is not None:
        show("no value", secret.value)
        show("set value", secret.setValue, b"\0\1abc\xff")
        events.wait("secret", UUID.format(5), libvirt.VIR_SECRET_EVENT_DEFINED)
        show("value", secret.value)
        show("secrets", conn.listSecrets)
        show("secret gone", secret.undefine)
    rule = show("filter", conn.nwfilterDefineXML, f"<filter name='session'><uuid>{UUID.format(6)}</uuid></filter>")
    if rule is not None:
        show("filters", conn.listNWFilters)
        show("filter gone", rule.undefine)
    show("bindings", lambda: len(conn.listAllNWFilterBindings()))


def test_objects(conn):
    """What only the test driver has without preparation."""
    dom = conn.lookupByName("test")
    show("snapshot", lambda: dom.snapshotCreateXML("<domainsnapshot><name>s</name></domainsnapshot>").getName())
    show("snapshot current", lambda: dom.snapshotCurrent().getName())
    show("revert", lambda: dom.revertToSnapshot(dom.snapshotLookupByName("s")))
    show("snapshot gone", lambda: dom.snapshotLookupByName("s").delete())
    show("rename", dom.rename, "other")
    show("addresses of test", dom.interfaceAddresses, 0)
    show("file systems", dom.fsInfo)
    show("iothreads", lambda: dom.ioThreadInfo(0))
    pool = conn.storagePoolLookupByName("default-pool")
    show("pool information", lambda: len(pool.info()))
    show("test interface", lambda: conn.interfaceLookupByName("eth1").MACString())


def main():
    """Both drivers."""
    socket, scratch = sys.argv[1:]
    libvirt.virEventRegisterDefaultImpl()
    libvirt.registerErrorHandler(lambda *_: None, None)
    show("closed socket", libvirt.open, "test+unix:///default?socket=/nonexistent/socket")
    show("no driver", libvirt.open, f"nosuch+unix:///system?socket={socket}")
    read_only = libvirt.openReadOnly(f"test+unix:///default?socket={socket}")
    show("read only", lambda: read_only.lookupByName("test").destroy())
    read_only.close()
    for kind, uri in (("test", "test+unix:///default"), ("qemu", "qemu+unix:///system")):
        print(f"== {kind}")
        whole = f"{uri}?socket={socket}"
        if show("open", lambda where=whole: libvirt.open(where).getType()) is None:
            continue
        conn = libvirt.open(whole)
        connection(conn)
        errors(conn)
        events = Events(conn)
        xml = TEST_XML.format(UUID.format(1)) if kind == "test" else QEMU_XML.format(UUID.format(2), scratch)
        lifecycle(conn, events, xml, kind)
        if kind == "qemu":
            storage(conn, events, scratch)
            networks(conn, events)
        else:
            test_objects(conn)
        small_objects(conn, events)
        events.stop()
        del events
        print("closed", conn.close() >= 0)
    print("done")


if __name__ == "__main__":
    main()
