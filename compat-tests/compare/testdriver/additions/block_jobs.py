"""Long operations on disks: progress, events, what they leave of the chain of images, what is refused."""

import re

import libvirt

from compare.testdriver.additions import NODE, Events
from compare.testdriver.say import said

V = libvirt
COPY = "<disk type='file'><driver type='qcow2'/><source file='/images/copy.img'/></disk>"


def chain(dom, flags=0):
    """The disk's images, and the other side of a job."""
    disk = re.search(r"<disk.*?</disk>", dom.XMLDesc(flags), re.S)[0]
    images = re.findall(r"(mirror[^>]*|source file='[^']*')", disk)
    return [image for image in images if not image.startswith("mirror ") or "type" in image or "ready" in image]


def begin(name="web"):
    """A connection of its own, and a domain with a chain of images."""
    conn = libvirt.open(f"test://{NODE}")
    events = Events()
    events.block_jobs(conn, "conn")
    return conn, conn.lookupByName(name), events


def watch(dom, events, disk="vda"):
    """Asks for the job until nothing changes any more."""
    last = ()
    for _ in range(20):
        now = dom.blockJobInfo(disk, 0)
        print("info", now, chain(dom), flush=True)
        events.tell()
        if now in (last, {}):
            return
        last = now
    raise AssertionError("a job does not end")


def works():
    """Each kind of job to its end, of either sort."""
    for what, work, pivot in (
            ("pull", lambda dom: dom.blockPull("vda"), False), ("pull by path", lambda dom: dom.blockPull("/images/web.snap2", 7), False),
            ("rebase", lambda dom: dom.blockRebase("vda", "/images/web.img"), False),
            ("rebase by number", lambda dom: dom.blockRebase("vda", "vda[2]", 3), False),
            ("commit", lambda dom: dom.blockCommit("vda", "/images/web.img", "/images/web.snap1"), False),
            ("commit one", lambda dom: dom.blockCommit("vda", None, "vda[1]", 0, V.VIR_DOMAIN_BLOCK_COMMIT_SHALLOW), False),
            ("active commit", lambda dom: dom.blockCommit("vda", None, None, 1 << 20, V.VIR_DOMAIN_BLOCK_COMMIT_ACTIVE
                                                          | V.VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES), True),
            ("active commit one", lambda dom: dom.blockCommit("vda", None, None, 0, V.VIR_DOMAIN_BLOCK_COMMIT_ACTIVE
                                                              | V.VIR_DOMAIN_BLOCK_COMMIT_SHALLOW), True),
            ("copy", lambda dom: dom.blockCopy("vda", COPY, {V.VIR_DOMAIN_BLOCK_COPY_BANDWIDTH: 5 << 20},
                                               V.VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB), True),
            ("shallow copy", lambda dom: dom.blockCopy("vda", COPY, {}, V.VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB
                                                       | V.VIR_DOMAIN_BLOCK_COPY_SHALLOW), True),
            ("copy to a device", lambda dom: dom.blockCopy("vda", "<disk type='block'><source dev='/dev/x'/></disk>", {},
                                                           V.VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB), True)):
        for end in ((V.VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT, 0) if pivot else (None,)):
            _, dom, events = begin()
            said(what, work, dom)
            watch(dom, events)
            if end is not None:
                said(f"end {end}", dom.blockJobAbort, "vda", end)
                events.tell()
            print("left", chain(dom), "next", chain(dom, V.VIR_DOMAIN_XML_INACTIVE), dom.blockJobInfo("vda", 0), flush=True)


def rebase_copy():
    """The older way to a copy, which only a transient domain has."""
    conn, dom, events = begin()
    dom.undefine()
    flags = V.VIR_DOMAIN_BLOCK_REBASE_COPY
    said("relative", dom.blockRebase, "vda", "/images/copy.img", 0, flags | V.VIR_DOMAIN_BLOCK_REBASE_RELATIVE)
    said("no path", dom.blockRebase, "vda", "copy.img", 0, flags)
    said("copy", dom.blockRebase, "vda", "/images/copy.img", 1, flags | V.VIR_DOMAIN_BLOCK_REBASE_COPY_RAW)
    watch(dom, events)
    said("pivot", dom.blockJobAbort, "vda", V.VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT)
    events.tell()
    print("left", chain(dom), flush=True)
    conn.close()


def at_once():
    """A domain whose jobs have no steps: nobody has to ask."""
    _, dom, events = begin("batch")
    said("pull", dom.blockPull, "vda")
    events.tell()
    print("left", chain(dom), flush=True)
    _, dom, events = begin("batch")
    said("commit", dom.blockCommit, "vda", None, None, 0, V.VIR_DOMAIN_BLOCK_COMMIT_ACTIVE)
    events.tell()
    said("info", dom.blockJobInfo, "vda", 0)
    said("pivot", dom.blockJobAbort, "vda", V.VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT | V.VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC)
    events.tell()
    print("left", chain(dom), flush=True)


def refused():
    """What does not go."""
    _, dom, events = begin()
    active, shallow = V.VIR_DOMAIN_BLOCK_COMMIT_ACTIVE, V.VIR_DOMAIN_BLOCK_COMMIT_SHALLOW
    transient = V.VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB
    for what, call in {
            "pull of nothing": lambda: dom.blockPull("vdx"), "pull too fast": lambda: dom.blockPull("vda", 1 << 62),
            "rebase on nothing": lambda: dom.blockRebase("vda", "/images/x"), "rebase on itself": lambda: dom.blockRebase("vda", "/images/web.snap2"),
            "rebase on another": lambda: dom.blockRebase("vda", "vdb[1]"), "rebase too deep": lambda: dom.blockRebase("vda", "vda[3]"),
            "relative": lambda: dom.blockRebase("vda", None, 0, V.VIR_DOMAIN_BLOCK_REBASE_RELATIVE),
            "commit of the top": lambda: dom.blockCommit("vda", None, None), "commit, not active": lambda: dom.blockCommit("vda", None, "vda[1]", 0, active),
            "commit of the base": lambda: dom.blockCommit("vda", None, "/images/web.img"),
            "commit upwards": lambda: dom.blockCommit("vda", "/images/web.snap2", "vda[1]"),
            "commit not one": lambda: dom.blockCommit("vda", "vda[2]", None, 0, active | shallow),
            "commit of nothing": lambda: dom.blockCommit("vda", None, "/images/x"), "copy of a persistent domain": lambda: dom.blockCopy("vda", COPY),
            "copy to a relative path": lambda: dom.blockCopy("vda", "<disk type='file'><source file='x'/></disk>", {}, transient),
            "copy, bad XML": lambda: dom.blockCopy("vda", "<disk", {}, transient), "copy, other XML": lambda: dom.blockCopy("vda", "<x/>", {}, transient),
            "copy, granularity": lambda: dom.blockCopy("vda", COPY, {V.VIR_DOMAIN_BLOCK_COPY_GRANULARITY: 3}, transient),
            "copy, parameter": lambda: dom.blockCopy("vda", COPY, {"x": 3}, transient),
            "shallow and raw": lambda: dom.blockCopy("vda", COPY.replace("qcow2", "raw"), {}, transient | V.VIR_DOMAIN_BLOCK_COPY_SHALLOW),
            "abort of none": lambda: dom.blockJobAbort("vda"), "speed of none": lambda: dom.blockJobSetSpeed("vda", 1),
            "info of none": lambda: dom.blockJobInfo("vda", 0), "info of nothing": lambda: dom.blockJobInfo("vdx", 0)}.items():
        said(what, call)
    dom.blockCopy("vda", COPY, {}, transient)
    said("pivot too early", dom.blockJobAbort, "vda", V.VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT)
    said("second job", dom.blockPull, "vda")
    said("speed", dom.blockJobSetSpeed, "vda", 3)
    said("info", dom.blockJobInfo, "vda", 0)
    said("speed in bytes", dom.blockJobSetSpeed, "vda", 3, V.VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES)
    said("info", dom.blockJobInfo, "vda", V.VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES)
    said("mirror of the definition", chain, dom, V.VIR_DOMAIN_XML_INACTIVE)
    said("abort", dom.blockJobAbort, "vda")
    events.tell()
    dom.blockPull("vda")
    said("second job", dom.blockPull, "vda")
    said("pivot of a pull", dom.blockJobAbort, "vda", V.VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT)
    # The end of the domain is the end of the job.
    dom.destroy()
    said("off", dom.blockJobInfo, "vda", 0)
    dom.create()
    said("on again", dom.blockJobInfo, "vda", 0)
    events.tell()


def main(_):
    """All of it."""
    works()
    rebase_copy()
    at_once()
    refused()
