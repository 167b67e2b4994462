"""What the agent in the guest answers from the node file, and what is wrong with node files."""

import libvirt
import libvirt_qemu

from compare.testdriver.additions import NODE, write_node
from compare.testdriver.say import said

V = libvirt
GOOD = ("<node><domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'><name>a</name><memory>1</memory>"
        "<os><type>hvm</type></os>\n{}</domain></node>")


def answers():
    """Of an agent that answers, one that does not, and none."""
    conn = libvirt.open(f"test://{NODE}")
    for name in ("web", "batch", "plain"):
        dom = conn.lookupByName(name)
        print(name, flush=True)
        for types in (0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 5):
            info = said(f"info {types}", lambda: sorted(dom.guestInfo(types, 0).items()))
            if info is None:
                break
        for command in ('{"execute":"guest-ping"}', '{"execute":"guest-info","arguments":{"x":1}}', '{"execute":"guest-none"}', "nonsense", "{}"):
            said(f"command {command}", libvirt_qemu.qemuAgentCommand, dom, command, -2, 0)
        said("timeout", libvirt_qemu.qemuAgentCommand, dom, "{}", -3, 0)
        said("flags", libvirt_qemu.qemuAgentCommand, dom, "{}", -2, 1)
        said("vcpus", dom.guestVcpus)
        for cpus, on in (("1-2", 0), ("3", 1), ("0", 0), ("7", 1), ("1", 2), ("x", 1)):
            said(f"set {cpus} {on}", dom.setGuestVcpus, cpus, on)
            said("vcpus", dom.guestVcpus)
        said("timeout", dom.agentSetResponseTimeout, 5)
        said("timeout", dom.agentSetResponseTimeout, -7)
        said("keys", dom.authorizedSSHKeysGet, "root")
        for keys, flags in ((["one", "two"], 1), (["one"], 2), (["three"], 0), ([], 0)):
            said(f"set {keys} {flags}", dom.authorizedSSHKeysSet, "root", keys, flags)
            said("keys", dom.authorizedSSHKeysGet, "root")
        said("keys", dom.authorizedSSHKeysGet, "nobody")
    dom = conn.lookupByName("web")
    for step in (dom.suspend, dom.destroy):
        step()
        said(step.__name__, dom.guestInfo, 0, 0)
    said("not printed", lambda: "test:" in dom.XMLDesc())
    dom.undefine()
    said("gone", dom.guestInfo, 0, 0)


def wrong_files():
    """Each tells file and line."""
    for what in ("<test:blockjob/>", "<test:blockjob steps='x'/>", "<test:blockjob steps='-1'/>", "<test:agent state='x'/>",
                 "<test:agent/>\n<test:agent/>", "<test:agent><test:x/></test:agent>", "<test:agent>\n<test:os x='y'/></test:agent>",
                 "<test:agent><test:timezone name='x'/></test:agent>", "<test:agent><test:timezone name='x' offset='99999999999'/></test:agent>",
                 "<test:agent><test:load one='1' five='2' fifteen='-3'/></test:agent>", "<test:agent><test:user login-time='1'/></test:agent>",
                 "<test:agent><test:user name='x' login-time='y'/></test:agent>", "<test:agent><test:vcpus/></test:agent>",
                 "<test:agent><test:vcpus all='0-1' online='2'/></test:agent>", "<test:agent><test:vcpus all='0-99999999'/></test:agent>",
                 "<test:agent><test:sshkeys><test:key>k</test:key></test:sshkeys></test:agent>",
                 "<test:agent><test:sshkeys user='u'>\n\n<test:key/></test:sshkeys></test:agent>",
                 "<test:agent><test:reply command='c'>x</test:reply></test:agent>", "<test:agent><test:reply command='c'/></test:agent>",
                 "<test:agent><test:reply command='c'>{}</test:reply><test:reply command='c'>{}</test:reply></test:agent>"):
        path = write_node("wrong.xml", GOOD.format(what))
        said(what, libvirt.open, f"test://{path}")
    inner = write_node("inner.xml", GOOD.format("<test:blockjob steps=''/>").removeprefix("<node>").removesuffix("</node>"))
    said("in another file", libvirt.open, f"test://{write_node('outer.xml', f'<node><domain file={chr(39)}{inner.name}{chr(39)}/></node>')}")
    said("others' elements", lambda: libvirt.open(f"test://{write_node('right.xml', GOOD.format('<test:other/><test:agent/>'))}").listDomainsID())


def main(_):
    """All of it."""
    answers()
    wrong_files()
