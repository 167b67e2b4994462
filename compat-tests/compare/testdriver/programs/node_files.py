"""Node files that cannot be read, name themselves, are huge or lie: wrong counts, UUIDs twice, references to nothing."""

import os
import pathlib
import sys

import libvirt

from compare.testdriver.say import said

FOLDER = pathlib.Path(sys.argv[1])
DOMAIN = "<domain type='test'{2}><name>{0}</name>{1}<memory>8192</memory>{3}<os><type>hvm</type></os></domain>"
TEST = " xmlns:test='http://libvirt.org/schemas/domain/test/1.0'"
UUID = "<uuid>11111111-2222-3333-4444-55555555555{}</uuid>"
VOLUME = "<volume><name>{}</name><capacity>{}</capacity><allocation>{}</allocation></volume>"


def domain(name, inside="", uuid="", attributes=""):
    """Returns a domain of a node file, with the elements that only they have."""
    return DOMAIN.format(name, uuid, attributes or TEST, inside)


def state(name, inside):
    """Returns a domain with an element of the test driver's."""
    return domain(name, f"<test:{inside}/>" if not inside.startswith("<") else inside)


def pool(name, volumes="", uuid=""):
    """Returns a pool."""
    return f"<pool type='dir'><name>{name}</name>{uuid}<target><path>/{name}</path></target>{volumes}</pool>"


LIES = {
    "run state": "".join(state(f"s{number}", f"<test:runstate>{value}</test:runstate>")
                         for number, value in enumerate(["1", "5"])),
    **{f"run state {value!r}": state("s", f"<test:runstate>{value}</test:runstate>")
       for value in ("0", "3", "8", "99", "-1", "x", "", "4294967296")},
    **{f"transient {value!r}": state("t", f"<test:transient>{value}</test:transient><test:runstate>5</test:runstate>")
       for value in ("1", "0", "x", "-1")},
    **{f"managed save {value!r}": state("m", f"<test:hasmanagedsave>{value}</test:hasmanagedsave><test:runstate>5</test:runstate>")
       for value in ("1", "0", "x")},
    "managed save of a running one": state("m", "<test:hasmanagedsave>1</test:hasmanagedsave>"),
    "managed save of a transient one": state("m", "<test:hasmanagedsave>1</test:hasmanagedsave><test:transient>1</test:transient>"),
    "snapshots": state("n", "<test:domainsnapshot><name>a</name></test:domainsnapshot>"),
    "snapshot of nothing": state("n", "<test:domainsnapshot/>"),
    "snapshot's parent": state("n", "<test:domainsnapshot><name>a</name><parent><name>none</name></parent>"
                                    "<state>running</state></test:domainsnapshot>"),
    "snapshots of each other": state("n", "".join(
        f"<test:domainsnapshot><name>{one}</name><parent><name>{other}</name></parent><state>running</state>"
        "<creationTime>1</creationTime></test:domainsnapshot>" for one, other in ("ab", "ba"))),
    "snapshot of itself": state("n", "<test:domainsnapshot><name>a</name><parent><name>a</name></parent><state>running</state>"
                                     "<creationTime>1</creationTime></test:domainsnapshot>"),
    "two current ones": state("n", "".join(f"<test:domainsnapshot><name>{one}</name><state>running</state><active>1</active>"
                                           "<creationTime>1</creationTime></test:domainsnapshot>" for one in "ab")),
    "domain twice": domain("a", "", UUID.format(1)) * 2,
    "domain's name twice": domain("a", "", UUID.format(1)) + domain("a", "", UUID.format(2)),
    "domain's UUID twice": domain("a", "", UUID.format(1)) + domain("b", "", UUID.format(1)),
    "domain's UUID is a pool's": domain("a", "", UUID.format(1)) + pool("a", "", UUID.format(1)),
    "pool twice": pool("p", "", UUID.format(1)) * 2,
    "pool's name twice": pool("p", "", UUID.format(1)) + pool("p", "", UUID.format(2)),
    "pool's UUID twice": pool("p", "", UUID.format(1)) + pool("q", "", UUID.format(1)),
    "volumes": pool("p", VOLUME.format("v", 1024, 512)),
    "volume twice": pool("p", VOLUME.format("v", 1, 1) * 2),
    "volume larger than the pool": pool("p", VOLUME.format("v", 1 << 60, 1 << 60)),
    "volume's key twice": pool("p", VOLUME.format("v", 1, 1).replace("</name>", "</name><key>k</key>") +
                               VOLUME.format("w", 1, 1).replace("</name>", "</name><key>k</key>")),
    "volume's path twice": pool("p", VOLUME.format("v", 1, 1).replace("</volume>", "<target><path>/x</path></target></volume>") +
                                VOLUME.format("w", 1, 1).replace("</volume>", "<target><path>/x</path></target></volume>")),
    "volumes larger than numbers": pool("p", VOLUME.format("v", (1 << 64) - 1, 0) + VOLUME.format("w", 1, (1 << 64) - 1)),
    "volume with more than its capacity": pool("p", VOLUME.format("v", 1, 1000)),
    "volume of a negative size": pool("p", VOLUME.format("v", -1, 0)),
    "missing network": domain("a", "<devices><interface type='network'><source network='none'/></interface></devices>"),
    "missing disk": domain("a", "<devices><disk type='volume'><source pool='none' volume='none'/><target dev='vda'/></disk></devices>"),
    "more vcpus than there can be": domain("a", "<vcpu>33</vcpu>"),
    "current above most": domain("a", "<vcpu current='4'>2</vcpu>"),
    "no memory": domain("a").replace("<memory>8192</memory>", ""),
    "memory above all": domain("a").replace("8192", str((1 << 63) - 1)),
    **{f"host {cpu}": f"<cpu>{cpu}</cpu>" for cpu in (
        "<nodes>0</nodes>", "<nodes>-1</nodes>", "<nodes>x</nodes>", "<mhz>0</mhz><model>m</model><active>99</active>",
        "<sockets>0</sockets><cores>0</cores><threads>0</threads>", "<active>-1</active>", "<model/>", "<mhz>4294967295</mhz>")},
    **{f"host memory {size!r}": f"<memory>{size}</memory>" for size in ("0", "-1", "x", "", str((1 << 63) - 1), str(1 << 64))},
    "host twice": "<cpu><nodes>2</nodes></cpu><cpu><nodes>3</nodes></cpu><memory>1</memory><memory>2</memory>",
    "user twice": "<auth><user password='a'>u</user><user password='b'>u</user></auth>",
    "user without a name": "<auth><user password='a'/></auth>",
    "unknown": "<none/><domainsnapshot/><volume/>",
    "file and contents": "<domain type='test' file='self.xml'><name>inside</name></domain>",
    "file is itself": "<domain file='node.xml'/>", "file names itself": "<domain file='self.xml'/>",
    "files name each other": "<domain file='one.xml'/><domain file='other.xml'/>",
    "file is a folder": "<domain file='.'/>", "file is empty": "<domain file='empty.xml'/>", "file has no name": "<domain file=''/>",
    "file is a device": "<domain file='/dev/null'/>", "file is above": "<domain file='../../../../../../../../dev/null'/>",
    "pool's file": "<pool file='self.xml'/>", "volume's file": pool("p", "<volume file='missing.xml'/>"),
    "missing files": "<network file='missing.xml'/><pool file='missing.xml'/>",
}


def tell(what, uri):
    """Opens it and tells what there is."""
    conn = said(what, libvirt.open, uri)
    if not conn:
        return
    said("host", conn.getInfo)
    domains = conn.listAllDomains()
    print(len(domains), sorted((one.name(), one.state(), one.isPersistent(), one.hasManagedSaveImage(), one.maxMemory(),
                                sorted(snapshot.getName() for snapshot in one.listAllSnapshots())) for one in domains)[:9], flush=True)
    for one in domains[:9]:
        print(sorted((snapshot.getName(), snapshot.isCurrent()) for snapshot in one.listAllSnapshots()), flush=True)
    for one in sorted(conn.listAllStoragePools(), key=libvirt.virStoragePool.name):
        print(one.name(), one.info(), sorted((volume.name(), volume.info()) for volume in one.listAllVolumes()), flush=True)
    said("close", conn.close)


def written(name, text):
    """Writes a file and returns its URI."""
    (FOLDER / name).write_text(text)
    return f"test://{FOLDER}/{name}"


def unreadable():
    """Files that are none."""
    for name in ("missing.xml", ".", "missing/node.xml", "node.xml/x", "", "a%2fb"):
        tell(f"file {name!r}", f"test://{FOLDER}/{name}")
    os.symlink("loop.xml", FOLDER / "loop.xml")
    tell("a link to itself", f"test://{FOLDER}/loop.xml")
    for name, text in {"empty": "", "blank": "  \n", "other root": "<domain/>", "cut": "<node><domain>", "not XML": "node",
                       "two roots": "<node/><node/>", "nothing in it": "<node/>", "outside": "<!DOCTYPE node SYSTEM 'missing.dtd'><node/>"}.items():
        tell(name, written("node.xml", text))


def huge():
    """Much of everything."""
    tell("many domains", written("node.xml", "<node>" + "".join(domain(f"d{number}") for number in range(3000)) + "</node>"))
    tell("deep", written("node.xml", "<node>" + "<a>" * 200 + "</a>" * 200 + "</node>"))
    tell("too deep", written("node.xml", "<node>" + "<a>\n" * 100000))
    tell("many attributes", written("node.xml", "<node " + " ".join(f"a{number}='1'" for number in range(3000)) + "/>"))
    tell("a long comment", written("node.xml", "<node><!--" + "x" * (1 << 20) + "--></node>"))
    tell("many volumes", written("node.xml", "<node>" + pool("p", "".join(VOLUME.format(f"v{number}", 1, 1) for number in range(5)))
                                 + "</node>"))


def main():
    """Says what each file is."""
    (FOLDER / "self.xml").write_text("<domain type='test' file='self.xml'><name>self</name><memory>1</memory><os><type>hvm</type></os></domain>")
    (FOLDER / "one.xml").write_text("<domain file='other.xml'/>")
    (FOLDER / "other.xml").write_text("<domain file='one.xml'/>")
    (FOLDER / "empty.xml").write_text("")
    unreadable()
    for name, inside in LIES.items():
        tell(name, written("node.xml", f"<node>{inside}</node>"))
    huge()


main()
