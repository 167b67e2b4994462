"""The guest: clock, file systems, users, messages, statistics; metadata; actions at the end."""

import libvirt

from compare.testdriver.say import Events, domain, said

DISK = "<disk type='file'><source file='/one'/><target dev='vdx'/></disk>"


def inside(name, dom):
    """What an agent would answer."""
    for flags in (0, 1):
        said(f"{name} hostname {flags}", dom.hostname, flags)
        said(f"{name} getTime {flags}", dom.getTime, flags)
        said(f"{name} fsInfo {flags}", dom.fsInfo, flags)
        said(f"{name} setUserPassword {flags}", dom.setUserPassword, "u", "p", flags)
        said(f"{name} injectNMI {flags}", dom.injectNMI, flags)
        said(f"{name} interfaceAddresses {flags}", dom.interfaceAddresses, 0, flags)
    for seconds in (-1, 0, 5, 9999, 10000, 29999, 30000, 30001, 30002, 30003, 60000, 1 << 40):
        said(f"{name} setTime {seconds}", dom.setTime, {"seconds": seconds, "nseconds": 7})
        said(f"{name} getTime", dom.getTime)
        said(f"{name} controlInfo", dom.controlInfo)
    for flags in range(4):
        said(f"{name} setTime {flags}", dom.setTime, {"seconds": 1, "nseconds": 2}, flags)
    for points in (None, [], ["/"], ["/", "/boot"], ["/none"], ["/boot", "/boot"]):
        said(f"{name} fsFreeze {points}", dom.fsFreeze, points)
        said(f"{name} fsThaw {points}", dom.fsThaw, points)
        said(f"{name} fsFreeze {points}", dom.fsFreeze, ["/"])
        said(f"{name} fsThaw {points}", dom.fsThaw)
    for point in (None, "/", "/boot", "/none", ""):
        said(f"{name} fsTrim {point}", dom.fSTrim, point, 0)
    for pid, number, flags in ((1, 9, 0), (2, 9, 0), (1, 64, 0), (1, 65, 0), (1, 0, 0), (1, 9, 1)):
        said(f"{name} sendProcessSignal {pid} {number} {flags}", dom.sendProcessSignal, pid, number, flags)
    said(f"{name} guestInfo", dom.guestInfo)
    for flags in range(9):
        said(f"{name} messages {flags}", dom.messages, flags)
    said(f"{name} securityLabel", dom.securityLabel)
    said(f"{name} securityLabelList", dom.securityLabelList)
    said(f"{name} launchSecurityInfo", dom.launchSecurityInfo)
    said(f"{name} OSType", dom.OSType)
    said(f"{name} jobInfo", dom.jobInfo)
    said(f"{name} jobStats", dom.jobStats)
    said(f"{name} abortJob", dom.abortJob)


def perf(name, dom):
    """Performance events."""
    for flags in range(5):
        said(f"{name} perfEvents {flags}", dom.perfEvents, flags)
        for given in ({"cmt": True}, {"cmt": False, "page_faults": True}, {"x": True}):
            said(f"{name} setPerfEvents {given} {flags}", dom.setPerfEvents, given, flags)
        said(f"{name} xml {flags}", dom.XMLDesc, flags & 2)


def actions(name, dom):
    """What happens at the end."""
    for flags in range(5):
        for kind in range(-1, 4):
            for action in range(7):
                said(f"{name} setLifecycleAction {kind} {action} {flags}", dom.setLifecycleAction, kind & 0xffffffff, action, flags)
        said(f"{name} xml {flags}", dom.XMLDesc, flags & 2)


def metadata(name, dom):
    """Titles, descriptions, elements of applications."""
    for flags in range(5):
        for kind in range(-1, 4):
            for text in ("text", "two\nlines", "<a/>", "<a><b k='1'>t</b><!-- c --></a>", "<o:a xmlns:o='urn:o'/>", "<a xmlns='urn:d'/>",
                         "<a", "<a xmlns:p='urn:p'/>", "", None):
                said(f"{name} setMetadata {kind} {text!r} {flags}", dom.setMetadata, kind, text, "p", "urn:x", flags)
                said(f"{name} metadata {kind} {flags}", dom.metadata, kind, "urn:x", flags)
                said(f"{name} metadata {kind} {flags}", dom.metadata, kind, None, flags)
        for prefix in ("", "1", "a:b", "q"):
            said(f"{name} setMetadata {prefix!r} {flags}", dom.setMetadata, 2, "<a/>", prefix, "urn:y", flags)
        for uri in ("urn:y", "urn:x", "urn:o", "urn:d", ""):
            said(f"{name} metadata {uri} {flags}", dom.metadata, 2, uri, flags)
        said(f"{name} xml {flags}", dom.XMLDesc, flags & 2)


def statistics(conn, doms):
    """All statistics of all domains."""
    for stats in range(5):
        for flags in (0, 1, 2, 4, 8, 16, 32, 64, 128, 1 << 29, 1 << 30, 1 << 31, 1 << 10, (1 << 31) | 1):
            said(f"getAllDomainStats {stats} {flags}", lambda: sorted((dom.name(), sorted(values.items()))
                                                                   for dom, values in conn.getAllDomainStats(stats, flags)))
            said(f"domainListGetStats {stats} {flags}", lambda: [(dom.name(), sorted(values.items()))
                                                               for dom, values in conn.domainListGetStats(doms, stats, flags)])


def main():
    """Everything, on domains of each kind."""
    events = Events()
    conn = libvirt.open("test:///default")
    events.metadata(conn, "all")
    kinds = [("stopped", conn.defineXML(domain("stopped", devices=DISK))), ("running", conn.createXML(domain("running", devices=DISK))),
             ("paused", conn.defineXML(domain("paused")))]
    kinds[2][1].create()
    kinds[2][1].suspend()
    for name, dom in kinds:
        inside(name, dom)
        perf(name, dom)
        actions(name, dom)
        metadata(name, dom)
        events.tell()
    statistics(conn, [dom for _, dom in kinds])


main()
