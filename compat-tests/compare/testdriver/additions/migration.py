"""Migration between connections of one process: the six functions, their flags, the events on both sides, what is refused."""

import libvirt

from compare.testdriver.additions import NODE, Events, state, write_node
from compare.testdriver.say import said

V = libvirt
TWO = """<node><domain type='test'><name>other</name><uuid>11111111-2222-3333-4444-000000000009</uuid><memory>1024</memory>
<os><type>hvm</type></os></domain></node>"""


def tell(events, *conns):
    """The events of both sides, then which domains there are."""
    events.tell()
    for whose, conn in zip(("source", "target"), conns):
        print(whose, sorted(state(dom) for dom in conn.listAllDomains()), flush=True)


def both(target_uri):
    """A source and a target, and what notes their events."""
    source, target = libvirt.open(f"test://{NODE}"), libvirt.open(target_uri)
    events = Events()
    events.lifecycle(source, "source")
    events.lifecycle(target, "target")
    events.jobs(source, "source")
    return source, target, events


def functions(target_uri):
    """Each of the functions that a client drives."""
    def titled(dom):
        """Returns the definition with another title, which the guest does not see."""
        return dom.XMLDesc().replace("<memory", "<title>moved</title><memory", 1)

    for what, move in {
            "migrate": lambda dom, target: dom.migrate(target, V.VIR_MIGRATE_LIVE, None, None, 0),
            "migrate name": lambda dom, target: dom.migrate(target, V.VIR_MIGRATE_LIVE, "renamed", None, 10),
            "migrate2 xml": lambda dom, target: dom.migrate2(target, titled(dom), V.VIR_MIGRATE_LIVE, "renamed", None, 0),
            "migrate3": lambda dom, target: dom.migrate3(target, {}, V.VIR_MIGRATE_LIVE),
            "migrate3 all": lambda dom, target: dom.migrate3(target, {
                V.VIR_MIGRATE_PARAM_DEST_NAME: "renamed", V.VIR_MIGRATE_PARAM_DEST_XML: titled(dom), V.VIR_MIGRATE_PARAM_BANDWIDTH: 100,
                V.VIR_MIGRATE_PARAM_URI: "tcp:localhost:49152", V.VIR_MIGRATE_PARAM_MIGRATE_DISKS: ["vda"]}, V.VIR_MIGRATE_LIVE)}.items():
        source, target, events = both(target_uri)
        dom = source.lookupByName("web")
        moved = said(what, move, dom, target)
        tell(events, source, target)
        if moved is not None:
            print("title", "moved" in moved.XMLDesc(), "control", moved.isActive(), moved.isPersistent(), flush=True)
            said("job", moved.jobStats, V.VIR_DOMAIN_JOB_STATS_COMPLETED)
            moved.destroy()
        said("source's job", dom.jobStats, V.VIR_DOMAIN_JOB_STATS_COMPLETED)
        del dom, moved
        events.close(source, target)


def flags():
    """What flags do, on domains that run, are paused and are shut off."""
    every = {
        "none": 0, "live": V.VIR_MIGRATE_LIVE, "paused": V.VIR_MIGRATE_PAUSED, "persistent": V.VIR_MIGRATE_PERSIST_DEST,
        "undefine": V.VIR_MIGRATE_UNDEFINE_SOURCE, "move": V.VIR_MIGRATE_PERSIST_DEST | V.VIR_MIGRATE_UNDEFINE_SOURCE | V.VIR_MIGRATE_LIVE,
        "offline": V.VIR_MIGRATE_OFFLINE, "offline persistent": V.VIR_MIGRATE_OFFLINE | V.VIR_MIGRATE_PERSIST_DEST,
        "offline move": V.VIR_MIGRATE_OFFLINE | V.VIR_MIGRATE_PERSIST_DEST | V.VIR_MIGRATE_UNDEFINE_SOURCE,
        "protected": V.VIR_MIGRATE_CHANGE_PROTECTION, "tunnelled": V.VIR_MIGRATE_TUNNELLED, "postcopy": V.VIR_MIGRATE_POSTCOPY,
        "peer": V.VIR_MIGRATE_PEER2PEER}
    for what, flag in every.items():
        for name, steps in {"web": (), "web paused": ("suspend",), "web off": ("destroy",)}.items():
            source, target, events = both(f"test://{write_node('two.xml', TWO)}")
            dom = source.lookupByName("web")
            for step in steps:
                getattr(dom, step)()
            events.noted.clear()
            said(f"{what} {name}", dom.migrate3, target, {}, flag)
            tell(events, source, target)
            del dom
            events.close(source, target)


def refused():
    """What does not go, and leaves both sides as they were."""
    source, target, events = both(f"test://{write_node('two.xml', TWO)}")
    dom = source.lookupByName("web")
    said("name taken", dom.migrate, target, V.VIR_MIGRATE_LIVE, "other", None, 0)
    tell(events, source, target)
    xml = dom.XMLDesc()
    target.createXML(xml, 0)
    events.noted.clear()
    said("runs already", dom.migrate, target, V.VIR_MIGRATE_LIVE, None, None, 0)
    target.lookupByName("web").destroy()
    events.noted.clear()
    for what, wrong in {
            "uuid": xml.replace("0001</uuid>", "0008</uuid>"), "name": xml.replace(">web<", ">wob<"),
            "memory": xml.replace(">1048576<", ">2048<"), "vcpus": xml.replace(">4</vcpu>", ">2</vcpu>"), "disk": xml.replace("dev='vda'", "dev='vdb'"),
            "feature": xml.replace("<os>", "<features><acpi/></features><os>"), "broken": "<domain"}.items():
        said(f"xml {what}", dom.migrate2, target, wrong, V.VIR_MIGRATE_LIVE, None, None, 0)
    for uri in ("test:///default", "tcp://host", "x://host", "nothing"):
        said(f"uri {uri}", lambda: dom.migrate(target, V.VIR_MIGRATE_LIVE, None, uri, 0).destroy())
        if not dom.isActive():
            dom.create()
    tell(events, source, target)
    dom.snapshotCreateXML("<domainsnapshot/>")
    said("snapshots", dom.migrate3, target, {}, V.VIR_MIGRATE_LIVE)
    said("unknown parameter", dom.migrate3, target, {"unknown": 1}, V.VIR_MIGRATE_LIVE)
    said("the same connection", source.lookupByName("plain").migrate, source, V.VIR_MIGRATE_LIVE, None, None, 0)
    said("the same, renamed", source.lookupByName("plain").migrate, source, V.VIR_MIGRATE_LIVE, "again", None, 0)
    tell(events, source, target)
    said("nobody is busy", dom.abortJob)
    said("job", dom.jobInfo)
    events.close(source, target)


def clock():
    """What the guest keeps, and that it can go back."""
    source, target, events = both("test:///default")
    dom = source.lookupByName("web")
    dom.setTime({"seconds": 1234567, "nseconds": 89}, 0)
    dom.fsFreeze(["/boot"])
    events.noted.clear()
    moved = dom.migrate3(target, {}, V.VIR_MIGRATE_LIVE | V.VIR_MIGRATE_PERSIST_DEST | V.VIR_MIGRATE_UNDEFINE_SOURCE)
    print("clock", moved.getTime(0), "thawed", moved.fsThaw(), flush=True)
    back = said("back", moved.migrate3, source, {}, V.VIR_MIGRATE_LIVE | V.VIR_MIGRATE_PERSIST_DEST | V.VIR_MIGRATE_UNDEFINE_SOURCE)
    tell(events, source, target)
    print("clock", back.getTime(0), flush=True)
    del moved, back
    events.close(source, target)


def direct():
    """The hypervisor does all, on its own."""
    source, target, events = both("test:///default")
    dom = source.lookupByName("web")
    said("peer", dom.migrateToURI, "test:///default", V.VIR_MIGRATE_PEER2PEER, None, 0)
    said("elsewhere", dom.migrateToURI, "test:///other.xml", V.VIR_MIGRATE_LIVE, None, 0)
    said("to itself", target.lookupByName("test").migrateToURI, "test:///default", V.VIR_MIGRATE_LIVE, None, 0)
    said("direct", dom.migrateToURI, "test:///default", V.VIR_MIGRATE_LIVE, None, 0)
    tell(events, source, target)
    said("direct2", source.lookupByName("plain").migrateToURI2, None, "test:///default", None,
         V.VIR_MIGRATE_PERSIST_DEST | V.VIR_MIGRATE_PAUSED | V.VIR_MIGRATE_UNDEFINE_SOURCE, "plain2", 0)
    said("direct3", source.lookupByName("batch").migrateToURI3, None, {V.VIR_MIGRATE_PARAM_URI: "test:///default"}, V.VIR_MIGRATE_LIVE)
    tell(events, source, target)
    events.close(target)
    dom.create()
    events.noted.clear()
    said("nobody there", dom.migrateToURI, "test:///default", V.VIR_MIGRATE_LIVE, None, 0)
    tell(events, source)


def knobs():
    """What can be set of a migration."""
    source = libvirt.open(f"test://{NODE}")
    dom = source.lookupByName("web")
    for call, arguments in ((dom.migrateGetMaxSpeed, ()), (dom.migrateSetMaxSpeed, (100,)), (dom.migrateGetMaxSpeed, ()),
                            (dom.migrateSetMaxSpeed, (2**63,)), (dom.migrateGetMaxDowntime, ()), (dom.migrateSetMaxDowntime, (500,)),
                            (dom.migrateGetMaxDowntime, ()), (dom.migrateGetCompressionCache, ()),
                            (dom.migrateSetCompressionCache, (1 << 20,)), (dom.migrateGetCompressionCache, ()), (dom.migrateStartPostCopy, ())):
        said(f"{call.__name__} {arguments}", call, *arguments)
    dom.destroy()
    said("off", dom.migrateSetMaxSpeed, 1)


def saved(folder):
    """Other jobs are told of too."""
    source = libvirt.open(f"test://{NODE}")
    events = Events()
    events.jobs(source, "source")
    events.lifecycle(source, "source")
    dom = source.lookupByName("web")
    dom.coreDump(f"{folder}/core")
    said("dumped", dom.jobStats, V.VIR_DOMAIN_JOB_STATS_COMPLETED | V.VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED)
    said("once more", dom.jobStats, V.VIR_DOMAIN_JOB_STATS_COMPLETED)
    said("told", dom.jobStats, V.VIR_DOMAIN_JOB_STATS_COMPLETED)
    said("now", dom.jobStats)
    dom.save(f"{folder}/image")
    said("saved", dom.jobStats, V.VIR_DOMAIN_JOB_STATS_COMPLETED)
    events.tell()


def main(folder):
    """All of it."""
    functions("test:///default")
    functions(f"test://{write_node('two.xml', TWO)}")
    flags()
    refused()
    clock()
    direct()
    knobs()
    saved(folder)
