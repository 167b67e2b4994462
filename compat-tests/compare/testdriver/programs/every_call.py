"""Every public function that takes an object, in every state that the object can be in: what it answers, the error, and what became
of the object. Each call has a connection with a state of its own."""

import os
import pathlib
import sys

import libvirt

from compare.testdriver import prototypes, raw
from lib import binding

UUID = "11111111-2222-3333-4444-555555555555"
NODE = ("<node><device><name>computer</name><capability type='system'><hardware><uuid>" + UUID + "</uuid></hardware></capability></device>"
        "<device><name>mdev</name><capability type='mdev'><type id='t'/><uuid>77777777-2222-3333-4444-555555555555</uuid></capability></device>{}</node>")
# Domains of the node file have states that no call leads to: VIR_DOMAIN_BLOCKED, _CRASHED, _PMSUSPENDED.
BEGUN = ("<domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'><name>state{0}</name><memory>8192</memory>"
         "<uuid>" + UUID[:-1] + "{0}</uuid><os><type>hvm</type></os><test:runstate>{0}</test:runstate></domain>")
GUEST = ("<domain type='test'><name>guest</name><uuid>{}</uuid><memory>8192</memory><vcpu current='2'>4</vcpu><iothreads>2</iothreads>"
         "<os><type>hvm</type></os><metadata><a:a xmlns:a='http://a.example/'/></metadata><devices>"
         "<disk type='file'><source file='/nonexistent/a.img'/><target dev='vda' bus='virtio'/></disk>"
         "<interface type='bridge'><mac address='52:54:00:00:00:01'/><source bridge='br0'/><target dev='net0'/></interface>"
         "<channel type='pty'><target type='virtio' name='one'/></channel><graphics type='vnc'/></devices></domain>")
NETWORK = ("<network><name>net</name><uuid>" + UUID + "</uuid><bridge name='virbr9'/><ip address='192.168.9.1' netmask='255.255.255.0'>"
           "<dhcp><range start='192.168.9.2' end='192.168.9.200'/></dhcp></ip></network>")
POOL = "<pool type='dir'><name>{0}</name><uuid>{1}</uuid><target><path>/nonexistent/{0}</path></target></pool>"
VOLUME = "<volume><name>{}</name><capacity>4096</capacity></volume>"
CARD = "<interface type='ethernet' name='eth7'><start mode='onboot'/><mac address='52:00:00:00:00:07'/></interface>"


def domain(conn, steps):
    """A domain, after these steps."""
    dom = None
    for step in steps:
        if step == "define":
            dom = conn.defineXML(GUEST.format(UUID))
        elif step == "create transient":
            dom = conn.createXML(GUEST.format(UUID))
        elif step == "define another":
            conn.defineXML(GUEST.format(UUID.replace("1", "2")))
        elif step.startswith("state"):
            dom = conn.lookupByName(step)
        elif step == "crash":
            dom.coreDump("/dev/null", libvirt.VIR_DUMP_CRASH)
        elif step == "managed save":
            dom.managedSave()
        else:
            getattr(dom, step)()
    return dom


def child(make):
    """Returns what makes something of a domain that runs, and then takes steps with it or the domain."""
    def made(conn, steps):
        dom = domain(conn, ["define", "create"])
        one = make(dom)
        for step in steps:
            one.delete() if step == "delete" else getattr(dom, step)()
        return one
    return made


def network(conn, steps):
    """A network, after these steps."""
    net = conn.networkCreateXML(NETWORK) if steps[:1] == ["transient"] else conn.networkDefineXML(NETWORK)
    for step in steps:
        if step != "transient":
            getattr(net, step)()
    return net


def pool(conn, steps, name="pool"):
    """A pool, after these steps."""
    xml = POOL.format(name, UUID if name == "pool" else UUID.replace("1", "9"))
    one = conn.storagePoolCreateXML(xml) if steps[:1] == ["transient"] else conn.storagePoolDefineXML(xml)
    for step in steps:
        if step == "volume":
            one.createXML(VOLUME.format("one"))
        elif step != "transient":
            getattr(one, step)()
    return one


def volume(conn, steps, name="pool"):
    """A volume, after steps with it or its pool."""
    vol = pool(conn, ["create"], name).createXML(VOLUME.format("vol"))
    for step in steps:
        if step == "delete":
            vol.delete()
        else:
            getattr(conn.storagePoolLookupByName("pool"), step)()
    return vol


def interface(conn, steps):
    """An interface of the host, after these steps."""
    one = conn.interfaceDefineXML(CARD)
    for step in steps:
        getattr(one, step)()
    return one


def device(conn, steps):
    """A device of the host, after these steps."""
    one = conn.nodeDeviceLookupByName(steps[0])
    for step in steps[1:]:
        getattr(one, step)()
    return one


def connection(conn, steps):
    """The connection, or another one to such a node for reading only."""
    return libvirt.openReadOnly(conn.getURI()) if steps else conn


RUNNING = ["define", "create"]
# Which objects, and by which steps each state is reached.
STATES = {
    "virConnectPtr": (connection, {"open": [], "read-only": ["read-only"]}),
    "virDomainPtr": (domain, {
        "shut off": ["define"], "running": RUNNING, "paused": [*RUNNING, "suspend"], "blocked": ["state2"], "crashed": ["state6"],
        "suspended": ["state7"], "ended": [*RUNNING, "shutdown"], "dumped": [*RUNNING, "crash"], "saved": [*RUNNING, "managed save"],
        "transient": ["create transient"], "transient paused": ["create transient", "suspend"], "undefined": [*RUNNING, "undefine"],
        "gone": ["define", "undefine"], "transient gone": ["create transient", "destroy"],
        "another": ["define", "undefine", "define another"]}),
    "virDomainSnapshotPtr": (child(lambda dom: dom.snapshotCreateXML("<domainsnapshot><name>one</name></domainsnapshot>")), {
        "running": [], "shut off": ["destroy"], "transient": ["undefine"], "deleted": ["delete"], "gone": ["undefine", "destroy"]}),
    "virDomainCheckpointPtr": (child(lambda dom: dom.checkpointCreateXML("<domaincheckpoint><name>one</name></domaincheckpoint>")), {
        "running": [], "shut off": ["destroy"], "deleted": ["delete"]}),
    "virNetworkPtr": (network, {
        "inactive": [], "active": ["create"], "ended": ["create", "destroy"], "transient": ["transient"],
        "gone": ["undefine"], "transient gone": ["transient", "destroy"]}),
    "virStoragePoolPtr": (pool, {
        "inactive": [], "active": ["create"], "full": ["create", "volume"], "transient": ["transient"], "ended": ["create", "destroy"],
        "gone": ["undefine"], "transient gone": ["transient", "destroy"], "deleted": ["delete"]}),
    "virStorageVolPtr": (volume, {
        "there": [], "pool inactive": ["destroy"], "deleted": ["delete"], "pool gone": ["destroy", "undefine"]}),
    "virInterfacePtr": (interface, {"inactive": [], "active": ["create"], "ended": ["create", "destroy"], "gone": ["undefine"]}),
    "virNodeDevicePtr": (device, {"computer": ["computer"], "mdev": ["mdev"]}),
}
TOLD = ("isActive", "isPersistent", "state", "hasManagedSaveImage", "isUpdated", "snapshotNum", "autostart", "info", "name", "numOfVolumes")


def seen(one):
    """Returns what is to be seen of an object."""
    told = {}
    for name in TOLD:
        # A domain's information has its processor time.
        if hasattr(one, name) and not (name == "info" and isinstance(one, libvirt.virDomain)):
            try:
                told[name] = getattr(one, name)()
            except libvirt.libvirtError as why:
                told[name] = f"error {why.get_error_code()}"
    return told


def once(prototype, kind, state, flags, node):
    """Makes one call, in a state of its own. Returns the code of its error."""
    make, states = STATES[kind]
    conn = libvirt.open(f"test://{node}")
    folder = pathlib.Path(node).parent
    what = f"{kind} {state}: {prototype.name} {flags}"
    try:
        one = make(conn, states[state])
        before = seen(one)
        stream = conn.newStream()
        other = libvirt.open(f"test://{node}")
        cloned = volume(conn, [], "other")
    except libvirt.libvirtError as why:
        print(what, "not reached:", why, flush=True)
        return None
    objects = {"virConnectPtr": raw.pointer(conn), "virStreamPtr": raw.pointer(stream), "virStorageVolPtr": raw.pointer(cloned),
               kind: raw.pointer(one)}
    if kind != "virConnectPtr" and any(name == "dconn" for _, name in prototype.arguments):
        objects["virConnectPtr"] = raw.pointer(other)
    call = prototypes.Call(prototype, objects, flags, {"folder": str(folder), "uuid": UUID})
    answer = call.made()
    error = binding.last_error()
    print(what, answer, *([error.code, error.domain, error.level, binding.text(error.message)] if error else []), sep=" | ", flush=True)
    after = seen(one)
    for name in after:
        if after[name] != before.get(name):
            print(f"  {what} {name}: {before.get(name)} is now {after[name]}", flush=True)
    return error and error.code


def alone(kind, state, node):
    """Makes all calls of a kind in a state, in a process of its own: a call that kills it is told, and does not hide the others."""
    calls = [(one, flags) for one in prototypes.of_kind(kind) for flags in ((0, 1, 2) if one.flagged() else (0,))]
    begin = 0
    while begin < len(calls):
        reader, writer = os.pipe()
        pid = os.fork()
        if not pid:
            missing = set()
            for prototype, flags in calls[begin:]:
                os.write(writer, b".")
                # What the driver does not have needs no flags.
                if prototype.name not in missing and once(prototype, kind, state, flags, node) == libvirt.VIR_ERR_NO_SUPPORT:
                    missing.add(prototype.name)
            os._exit(0)
        os.close(writer)
        done = 0
        while some := os.read(reader, 4096):
            done += len(some)
        os.close(reader)
        signal = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        begin += done
        if signal > 0:
            sys.exit(signal)
        if signal:
            print(f"{kind} {state}: {calls[begin - 1][0].name} {calls[begin - 1][1]} | ends with {signal}", flush=True)


def main():
    """All kinds of objects, or those that are named behind the folder."""
    libvirt.virEventRegisterDefaultImpl()
    libvirt.registerErrorHandler(lambda *_: None, None)
    node = pathlib.Path(sys.argv[1], "node.xml")
    node.write_text(NODE.format("".join(BEGUN.format(state) for state in (2, 6, 7))))
    for kind in sys.argv[2:] or STATES:
        for state in STATES[kind][1]:
            alone(kind, state, str(node))


main()
