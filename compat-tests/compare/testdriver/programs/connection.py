"""The connection: what it says of itself and its host, the state that connections share, node files."""

import os
import sys

import libvirt

from compare.testdriver.say import domain, said

TEST = "xmlns:test='http://libvirt.org/schemas/domain/test/1.0'"
FOLDER = sys.argv[1]


def file(name, text):
    """Writes a file of the folder; its URI."""
    path = os.path.join(FOLDER, name)
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)
    return f"test://{path}"


def tell(conn):
    """What a connection says."""
    for name in ("getURI", "getType", "getVersion", "getLibVersion", "getHostname", "isAlive", "isSecure", "isEncrypted", "getInfo",
                 "getCapabilities", "getSysinfo", "getFreeMemory", "getSecurityModel", "getCPUMap", "getDomainCapabilities"):
        said(name, getattr(conn, name))
    for cpu in (-1, 0, 99):
        said(f"getCPUStats {cpu}", conn.getCPUStats, cpu)
    for start, count in [(0, 1), (0, 2), (0, 9), (1, 1), (2, 1), (-1, 1), (0, 0)]:
        said(f"cells {start} {count}", conn.getCellsFreeMemory, start, count)
    for pages in ([4], [4, 2048], [1, 2, 3]):
        said(f"pages {pages}", conn.getFreePages, pages, 0, 2)
        said(f"pages {pages}", conn.getFreePages, pages, 1, 1)
    for arch in ("x86_64", "i686", "nonsense", None):
        said(f"capabilities {arch}", conn.getDomainCapabilities, None, arch)
    said("capabilities", conn.getDomainCapabilities, "/bin/x", "aarch64", "pc", "kvm")
    said("capabilities", conn.getDomainCapabilities, None, None, None, "nonsense")
    said("capabilities", conn.getDomainCapabilities, None, None, None, None, 1)
    for kind in (None, "test", "nonsense"):
        said(f"max vcpus {kind}", conn.getMaxVcpus, kind)
    for arch in ("x86_64", "i686", "ppc64le", "s390x", "aarch64", "riscv32", "alpha", "none", "nonsense", ""):
        said(f"models {arch}", conn.getCPUModelNames, arch)
    said("models", conn.getCPUModelNames, "x86_64", 1)
    said("keepalive", conn.setKeepAlive, 5, 3)
    said("memory stats", conn.getMemoryStats, 0)
    said("sysinfo flags", conn.getSysinfo, 1)
    said("map flags", conn.getCPUMap, 1)


def uris():
    """Names that are opened, and that are not."""
    for uri in ("test:///default", "test:////default", "test:///default?x=1", "test:///", "test://", "test:", "test:default",
                "TEST:///default", "test:///nonexistent.xml", "test:///default/", f"test://{FOLDER}", "test:///proc/self/mem"):
        said(uri, libvirt.open, uri)


def shared():
    """One state for all connections to the default until the last ends; one each for files."""
    one, two = libvirt.open("test:///default"), libvirt.open("test:///default")
    one.defineXML(domain("new"))
    said("two", lambda: sorted(dom.name() for dom in two.listAllDomains()))
    del one
    said("two", lambda: sorted(dom.name() for dom in two.listAllDomains()))
    del two
    said("three", lambda: sorted(dom.name() for dom in libvirt.open("test:///default").listAllDomains()))
    uri = file("own.xml", "<node/>")
    one, two = libvirt.open(uri), libvirt.open(uri)
    one.defineXML(domain("new"))
    said("one", lambda: [dom.name() for dom in one.listAllDomains()])
    said("two", lambda: [dom.name() for dom in two.listAllDomains()])
    tell(two)


def node(name, inside, attributes=""):
    """Opens a node file and tells what is on it."""
    conn = said(name, libvirt.open, file("node.xml", f"<node{attributes}>{inside}</node>"))
    if conn:
        said(f"{name} info", conn.getInfo)
        for dom in sorted(conn.listAllDomains(), key=lambda dom: dom.name()):
            said(f"{name} {dom.name()}", lambda: (dom.ID(), dom.state(), dom.isPersistent(), dom.hasManagedSaveImage(),
                                                 dom.autostart()))
            said("xml", dom.XMLDesc)
            said("inactive", dom.XMLDesc, libvirt.VIR_DOMAIN_XML_INACTIVE)


def node_files():
    """Hosts, domains, states, files that are named in files, errors."""
    for what in ("nodes", "sockets", "cores", "threads", "active", "mhz", "model"):
        for value in ("3", "0", "-1", "+4", " 5", "0x10", "x", "", "99999999999"):
            node(f"{what} {value!r}", f"<cpu><{what}>{value}</{what}></cpu>")
    node("model", f"<cpu><model>{'m' * 31}</model></cpu>")
    node("model", f"<cpu><model>{'m' * 32}</model></cpu>")
    for value in ("1048576", "0", "-1", "x", "1e3", ""):
        node(f"memory {value!r}", f"<memory>{value}</memory>")
    for state in range(-1, 10):
        node(f"runstate {state}", domain("a", f"<test:runstate>{state}</test:runstate>", attributes=f" {TEST}"))
        node(f"transient {state}", domain("a", f"<test:runstate>{state}</test:runstate><test:transient/>", attributes=f" {TEST}"))
        node(f"saved {state}", domain("a", f"<test:runstate>{state}</test:runstate><test:hasmanagedsave/>", attributes=f" {TEST}"))
    node("two", domain("a") + domain("b") + "<unknown/>")
    node("the same name", domain("a") + domain("a"))
    node("no name", "<domain type='test'/>")
    file("guest.xml", domain("included"))
    file("other.xml", "<network/>")
    file("broken.xml", "<domain>\n<name>x</domain>")
    file("cycle.xml", "<domain file='cycle.xml'/>")
    for name in ("guest.xml", f"{FOLDER}/guest.xml", "./guest.xml", "missing.xml", "other.xml", "broken.xml", "cycle.xml", "", "."):
        node(f"file {name}", f"<domain file='{name}'/>")
    for text in ("", "<foo/>", "<node>", "<node>\n  <domain/>\n</nod>", "<node>&e;</node>", "<node>\x01</node>"):
        said(repr(text), libvirt.open, file("bad.xml", text))
    node("user without name", "<auth><user/></auth>")


def users():
    """Authentication."""
    uri = file("auth.xml", "<node><auth><user password='pw'>joe</user><user>jim</user></auth></node>")
    said("open", libvirt.open, uri)
    for kinds in ([2, 5], [2, 6, 7], [5], [2], [], [1, 2, 3, 4, 5, 6, 7, 8]):
        for name, password in (("joe", "pw"), ("joe", "bad"), ("jim", ""), ("x", "pw"), ("", ""), (None, None)):
            def answer(credentials, _):
                for credential in credentials:
                    print("asked", credential[:4], flush=True)
                    credential[4] = name if credential[0] == libvirt.VIR_CRED_AUTHNAME else password
                return 0 if name is not None else -1
            said(f"{kinds} {name} {password}", libvirt.openAuth, uri, [kinds, answer, None], 0)


def main():
    """Everything."""
    tell(libvirt.open("test:///default"))
    uris()
    shared()
    node_files()
    users()


main()
